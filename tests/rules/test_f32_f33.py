"""Rules F32 and F33 of docs/method.md: a call needs a number; LinkedIn as it is."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from firststep.errors import CannotDo
from firststep.facts.plan import Card, Plan
from firststep.facts.playbook import DEFAULT, TWO_HOUR
from firststep.facts.snapshot import ApproachFacts, CompanyFacts, PersonFacts, Snapshot
from firststep.learn.progress import progress
from firststep.plan.planner import plan_day
from firststep.plan.playbook.outreach import NTH
from firststep.snapshot.draft_facts import draft_facts
from firststep.steps.followup.thread import Rhythm
from firststep.steps.outreach.drafting.draft import draft
from tests.builders import (
    CALENDAR,
    a_company,
    a_line,
    a_person,
    a_seat,
    a_snapshot,
    an_approach,
    working,
)
from tests.interfaces.cli.conftest import Program
from tests.rules.acme import (
    ACME,
    ANN,
    DANA,
    HELD,
    WITHOUT_NUMBER,
    at_acme,
    days,
    on,
    plan,
    shown,
    steps,
    waits,
    with_whom,
)

WRITTEN = a_line("write")
NUMBER = "+49 30 1234567"
MEETING = {"ask": "meeting"}


def silent(*people: Any, at: CompanyFacts = ACME, **more: Any) -> Snapshot:
    """These managers of one company were written to on Monday."""
    seats = [a_seat(n, at, holder_id=who.id) for n, who in enumerate(people, 1)]
    written = [with_whom(n, who, ("write", 0), **MEETING) for n, who in enumerate(people, 1)]
    return a_snapshot(companies=[at], people=list(people), seats=seats, approaches=written, **more)


def found_on(day: int) -> CompanyFacts:
    return replace(ACME, phone=NUMBER, phone_on=working(day))


def card(found: Plan, kind: str) -> Card:
    return next(one for one in found.showable if one.kind == kind)


def test_f32_a_manager_without_a_number_is_called_once_a_number_is_found() -> None:
    assert waits(plan(2, silent(DANA)), DANA.name) == ("find_number", working(3))
    assert shown(plan(3, silent(DANA))) == [("find_number", DANA.name)]
    call = card(plan(3, silent(DANA, at=found_on(3))), "call")
    assert (call.name, call.number, call.put_through) == (DANA.name, NUMBER, True)


def test_f32_the_own_number_comes_before_the_switchboard() -> None:
    dana = replace(DANA, phones=("+4940 99",))
    call = card(plan(3, silent(dana, at=found_on(1))), "call")
    assert (call.number, call.put_through) == ("+4940 99", False)


@pytest.mark.parametrize(("found", "due"), [(1, 3), (3, 3), (5, 5), (8, 8)])
def test_f32_the_call_is_due_the_day_its_number_was_found(found: int, due: int) -> None:
    rhythm = replace_rhythm(found)
    assert steps(on(working(due), WRITTEN, rhythm=rhythm)) == [("call", working(due))]
    assert steps(on(working(due + 5), WRITTEN, rhythm=rhythm)) == [("call", working(due))]
    assert ("call", working(due)) not in steps(on(working(due + 6), WRITTEN, rhythm=rhythm))


def replace_rhythm(day: int) -> Rhythm:
    return WITHOUT_NUMBER._replace(has_number=True, number_on=working(day))


def test_f32_a_number_is_looked_for_until_five_days_after_it_was_due() -> None:
    assert steps(on(working(8), WRITTEN, rhythm=WITHOUT_NUMBER)) == [("find_number", working(3))]
    late = on(working(9), WRITTEN, rhythm=WITHOUT_NUMBER)
    assert steps(late) == [("nudge", working(7))]


def test_f32_a_number_found_too_late_brings_no_call_and_opens_nothing_anew() -> None:
    assert steps(on(working(9), WRITTEN, rhythm=replace_rhythm(9))) == [("nudge", working(7))]
    without = on(working(30), WRITTEN, rhythm=WITHOUT_NUMBER)
    after = on(working(30), WRITTEN, rhythm=replace_rhythm(30))
    assert after.closed_on == without.closed_on == working(13)


def test_f32_a_number_that_is_known_later_is_not_known_yet() -> None:
    assert shown(plan(3, silent(DANA, at=found_on(5)))) == [("find_number", DANA.name)]


def test_f32_a_number_that_is_gone_takes_back_no_call_that_was_made() -> None:
    called = on(working(4), WRITTEN, a_line("voicemail", working(3), 2), rhythm=WITHOUT_NUMBER)
    assert steps(called) == [("nudge", working(7))]


def test_f32_one_number_for_a_company_is_looked_for_once() -> None:
    other = a_person(10, "Omar Diaz", at=ACME, title="Head of Purchasing", tie=None)
    found = plan(3, silent(DANA, other))
    assert [kind for kind, _ in shown(found)] == ["find_number"]
    told = [row.why for row in found.waiting if row.kind == "find_number"]
    assert told == ["One number for Acme is enough."]
    both = plan(3, silent(DANA, other, at=found_on(2)))
    assert [kind for kind, _ in shown(both)] == ["call", "call"]


def test_f32_only_managers_are_put_through_by_a_switchboard() -> None:
    picture = at_acme([ANN], with_whom(1, ANN, ("write", 0)), companies=[found_on(0)])
    assert [kind for kind, _ in shown(plan(3, picture))] == ["nudge"]
    unreached = replace(ANN, emails=())
    asked = at_acme([unreached], companies=[found_on(0)])
    assert ("find_address", ANN.name) in shown(plan(0, asked))


def test_f32_a_manager_with_no_other_way_is_called_by_the_switchboard() -> None:
    dana = replace(DANA, emails=())
    proposed = at_acme([dana], seat=HELD, companies=[found_on(0)])
    assert shown(plan(0, proposed)) == [("call", DANA.name)]


def test_f32_a_reply_from_the_company_holds_finding_the_number_as_it_holds_the_call() -> None:
    written = with_whom(1, DANA, ("write", 0), **MEETING)
    answered = with_whom(2, ANN, ("write", 0), ("helped", 3))
    picture = at_acme([DANA, ANN], written, answered, seat=HELD)
    assert ("find_number", DANA.name) not in shown(plan(3, picture))


def test_f32_where_calls_are_left_out_no_number_is_looked_for() -> None:
    found = plan_day(silent(DANA), today=working(3), book=TWO_HOUR)
    assert [row.kind for row in found.waiting] == ["nudge"]
    without = replace(DEFAULT, left_out=frozenset({"find_number"}))
    cards = plan_day(silent(DANA), today=working(3), book=without).cards
    assert [card.kind for card in cards if card.name] == ["nudge"]


# -- what is said ------------------------------------------------------------------------------


def text(picture: Snapshot, day: int, kind: str) -> Any:
    found = card(plan(day, picture), kind)
    return draft(draft_facts(picture, found, on=working(day)))


def test_f32_the_script_asks_to_be_put_through_and_only_at_a_switchboard() -> None:
    script = text(silent(DANA, at=found_on(1)), 3, "call")
    asked, hello, *_ = script.body.split("\n\n")
    assert "Ada Moreno" in asked and "put me through to Dana Whitlock" in asked
    assert hello.startswith("Hello, am I speaking to Dana Whitlock?")
    own = text(silent(replace(DANA, phones=(NUMBER,))), 3, "call")
    assert "put me through" not in own.body


@pytest.mark.parametrize(
    ("company", "phones", "announced"),
    [(ACME, (), False), (found_on(0), (), True), (ACME, (NUMBER,), True)],
)
def test_f32_a_first_note_announces_the_call_only_where_one_will_follow(
    company: CompanyFacts, phones: tuple[str, ...], announced: bool
) -> None:
    dana = replace(DANA, phones=phones)
    picture = at_acme([dana], seat=HELD, companies=[company])
    note = text(picture, 0, "write").body
    assert ("I'll call on Thursday" in note) is announced
    known = at_acme([replace(ANN, phones=phones)], companies=[company])
    assert "I'll call" not in text(known, 0, "write").body


def test_f32_the_announced_day_is_the_day_of_the_call() -> None:
    announced = card(plan(0, at_acme([DANA], seat=HELD, companies=[found_on(0)])), "write").calls_on
    assert announced == CALENDAR.after(working(0), 3)
    assert waits(plan(0, silent(DANA, at=found_on(0))), DANA.name) == ("call", announced)


def test_f32_the_own_number_stands_in_the_voicemail_and_under_a_letter() -> None:
    picture = silent(DANA, at=found_on(1), own_phone="+49 171 555")
    assert text(picture, 3, "call").voicemail.count("+49 171 555") == 2  # L13: first and last
    first = at_acme([DANA], seat=HELD, own_phone="+49 171 555")
    assert text(first, 0, "write").body.endswith("Ada Moreno\n+49 171 555")
    assert text(at_acme([DANA], seat=HELD), 0, "write").body.endswith("Ada Moreno")


# -- F33: LinkedIn as it is --------------------------------------------------------------------


def on_linkedin(key: int, at: CompanyFacts = ACME, **more: Any) -> PersonFacts:
    """Somebody with a profile and nothing else, who decides there and is a stranger."""
    return replace(
        a_person(key, f"Kim Ray{key}", at=at, title="Head of Purchasing", tie=None),
        emails=(), linkedin=f"kim{key}", **more,
    )  # fmt: skip


KIM = on_linkedin(9)
BY_LINKEDIN = {"channel": "linkedin", "ask": "meeting"}
INVITED = ("write", 0, {"invites": True})


def with_kim(*lines: Any, kim: PersonFacts = KIM, **more: Any) -> Snapshot:
    approach = with_whom(1, kim, *lines, **BY_LINKEDIN)
    return at_acme([kim], approach, seat=replace(HELD, holder_id=kim.id), **more)


def waiting_for(kim: PersonFacts = KIM, day: int = 0) -> PersonFacts:
    return replace(kim, invited_on=working(day))


def many(count: int, **more: Any) -> Snapshot:
    """So many strangers on LinkedIn, each at a company of their own."""
    firms = [a_company(n, f"C{n}") for n in range(1, count + 1)]
    people = [on_linkedin(n, firm) for n, firm in enumerate(firms, 1)]
    seats = [a_seat(n, firm, holder_id=n) for n, firm in enumerate(firms, 1)]
    return a_snapshot(companies=firms, people=people, seats=seats, minutes_a_day=400, **more)


def kinds_of(found: Plan) -> list[str]:
    return [one.kind for one in found.showable if one.name]


def test_f33_to_a_connection_one_writes_and_everybody_else_is_invited() -> None:
    proposed = at_acme([KIM], seat=HELD)
    assert (card(plan(0, proposed), "write").channel, invitation(proposed)) == ("linkedin", "note")
    connected = at_acme([replace(KIM, connected_on=working(-9))], seat=HELD)
    assert invitation(connected) == ""
    assert invitation(at_acme([replace(KIM, emails=("kim@people.example",))], seat=HELD)) == ""


def invitation(picture: Snapshot, day: int = 0) -> str:
    return card(plan(day, picture), "write").invitation


@pytest.mark.parametrize(("gone", "notes"), [(0, 5), (3, 2), (5, 0)])
def test_f33_the_sixth_note_of_a_month_is_never_planned(gone: int, notes: int) -> None:
    month = [date(2026, 11, n + 1) for n in range(gone)]
    found = plan(0, many(7, invitations=month))
    cards = [one.invitation for one in found.showable if one.name]
    assert cards == ["note"] * notes + ["bare"] * (7 - notes)
    assert found.cards[0].why.endswith(
        f"It goes with an invitation: {NTH[gone + 1]} of five notes this month."
        if notes
        else "invite Kim without one, and write once they accept."
    )


def test_f33_the_notes_of_another_month_or_a_paid_account_take_none() -> None:
    october = [date(2026, 10, n) for n in range(20, 25)]
    assert invitation(many(1, invitations=october)) == "note"
    full = [working(0)] * 5
    assert invitation(many(1, invitations=full, account="paid")) == "note"


def test_f33_with_the_notes_used_up_a_known_number_is_called_and_an_address_written_to() -> None:
    full = [working(0)] * 5
    rung = at_acme([replace(KIM, phones=(NUMBER,))], seat=HELD, invitations=full)
    assert kinds_of(plan(0, rung)) == ["call"]
    by_mail = replace(KIM, emails=("kim@people.example",))
    chosen = with_whom(1, by_mail, **BY_LINKEDIN)
    written = card(plan(0, at_acme([by_mail], chosen, seat=HELD, invitations=full)), "write")
    assert (written.channel, written.invitation) == ("email", "")


@pytest.mark.parametrize("line", [INVITED, ("invite", 0)])
def test_f33_nothing_is_written_there_until_it_is_accepted(line: Any) -> None:
    kim = waiting_for(replace(KIM, phones=(NUMBER,)))
    found = [kinds_of(plan(day, with_kim(line, kim=kim))) for day in range(30)]
    assert found[:3] == [[], [], []] and found[3] == ["call"]
    assert not any("nudge" in kinds or "write" in kinds for kinds in found)


def test_f33_not_accepted_for_ten_days_it_is_closed_as_silent() -> None:
    kim = waiting_for()
    book = replace(DEFAULT, left_out=frozenset({"find_number"}))
    open_still = plan_day(with_kim(INVITED, kim=kim), today=working(9), book=book)
    assert [row.due_on for row in open_still.waiting if row.name == kim.name] == [working(10)]
    assert "Not accepted yet" in next(r.why for r in open_still.waiting if r.name == kim.name)
    closed = plan_day(with_kim(INVITED, kim=kim), today=working(10), book=book)
    assert closed.silent == {1}


def test_f33_after_ten_days_another_way_is_taken() -> None:
    mail = waiting_for(replace(KIM, emails=("kim@people.example",)))
    book = replace(DEFAULT, left_out=frozenset({"find_number"}))
    found = plan_day(with_kim(INVITED, kim=mail), today=working(10), book=book)
    nudge = card(found, "nudge")
    assert (nudge.due_on, nudge.channel) == (working(10), "email")
    clerk = waiting_for(replace(ANN, emails=(), linkedin="ann", phones=(NUMBER,)))
    silent_clerk = at_acme([clerk], with_whom(1, clerk, INVITED, channel="linkedin"))
    assert kinds_of(plan(9, silent_clerk)) == []
    assert kinds_of(plan(10, silent_clerk)) == ["call"]


def test_f33_once_accepted_the_message_is_due_the_next_working_day() -> None:
    kim = replace(KIM, connected_on=working(2))
    accepted = with_kim(INVITED, ("accepted", 2), kim=kim)
    found = card(plan(2, accepted), "write")
    assert (found.due_on, found.channel, found.invitation) == (working(3), "linkedin", "")
    assert (
        found.why
        == "Kim accepted your invitation on Wednesday 4 November. Now you can write to them."
    )
    late = plan(30, accepted)
    assert kinds_of(late) == ["write"] and not late.silent


def test_f33_the_whole_rhythm_begins_with_that_message() -> None:
    kim = replace(KIM, connected_on=working(8), phones=(NUMBER,))
    written = with_kim(INVITED, ("accepted", 8), ("write", 9), kim=kim)
    assert waits(plan(9, written), kim.name) == ("call", working(12))
    called = with_kim(INVITED, ("voicemail", 3), ("accepted", 8), ("write", 9), kim=kim)
    assert waits(plan(9, called), kim.name) == ("nudge", working(16))  # there is one call


def test_f33_accepted_is_no_answer_and_settles_nothing() -> None:
    kim = replace(KIM, connected_on=working(2))
    accepted = with_kim(INVITED, ("accepted", 2), kim=kim)
    reached = progress(accepted, today=working(5), silent=plan(5, accepted).silent)
    funnel = {one.stage: one.n for one in reached.funnel}
    assert (funnel["touched"], funnel["answered"], funnel["agreed"]) == (1, 0, 0)
    assert sum(rate.n for rate in reached.rates) == 0
    assert "thank" not in kinds_of(plan(2, accepted))


def test_f33_an_acceptance_after_the_closing_opens_it_again() -> None:
    kim = replace(KIM, connected_on=working(25))
    assert kinds_of(plan(25, with_kim(INVITED, ("accepted", 25), kim=kim))) == ["write"]


def test_f33_who_has_not_accepted_is_not_invited_twice() -> None:
    kim = waiting_for()
    old = with_whom(1, kim, INVITED, closed_on=working(12), closed_order=9, **BY_LINKEDIN)
    named = with_whom(2, kim, opened_on=working(20), origin="named", **BY_LINKEDIN)
    picture = at_acme([kim], old, named, seat=HELD)
    assert kinds_of(plan(20, picture)) == ["find_address"]


def test_f33_the_note_fits_and_the_message_thanks_for_accepting() -> None:
    first = at_acme([KIM], seat=HELD)
    note = text(first, 0, "write")
    assert note.wording == "invite-cold" and len(note.body) <= 200
    kim = replace(KIM, connected_on=working(2))
    later = text(with_kim(INVITED, ("accepted", 2), kim=kim), 2, "write")
    assert later.wording == "accepted"
    assert re.search("accepting|connect", later.body) and "Thank" in later.body
    with pytest.raises(CannotDo, match="Invite Kim Ray9 without one"):
        text(at_acme([KIM], seat=HELD, invitations=[working(0)] * 5), 0, "write")


# -- at the command line -----------------------------------------------------------------------


def a_manager_written_to(program: Program) -> None:
    program.on_day("person", "add", "Dana Whitlock", "--company", "Acme", "--title",
                   "Head of Purchasing", "--email", "dana@acme.example")  # fmt: skip
    program.on_day("seat", "Acme", "--is", "Dana Whitlock")
    program.on_day("sent", "Dana Whitlock")


@pytest.mark.parametrize(
    "words",
    [
        ("company", "edit", "Acme", "--phone", NUMBER),
        ("person", "edit", "Dana Whitlock", "--phone", NUMBER),
    ],
)
def test_f32_a_number_written_down_for_either_brings_the_call_and_undo_takes_it_back(
    begun: Program, words: tuple[str, ...]
) -> None:
    a_manager_written_to(begun)
    days(begun, "11-27")
    assert step_of_dana(begun) == ("find_number", "", "2026-11-26")
    begun.on_day(*words)
    assert step_of_dana(begun) == ("call", NUMBER, "2026-11-27")
    begun.on_day("undo")
    assert step_of_dana(begun) == ("find_number", "", "2026-11-26")


def step_of_dana(program: Program) -> tuple[str, str, str]:
    cards = program.on_day("today")["cards"]
    (one,) = (card for card in cards if card["name"] == "Dana Whitlock")
    return one["kind"], one["number"], one["due_on"]


def test_f32_what_is_no_number_is_refused_and_an_empty_one_takes_it_out(begun: Program) -> None:
    begun.on_day("company", "edit", "Acme", "--phone", NUMBER)
    for words in (("company", "edit", "Acme"), ("campaign",)):
        ended = begun(*words, "--phone", "call me", "--json")
        assert (ended.code, ended.json["kind"]) == (1, "bad_input")
    assert begun.on_day("company", "edit", "Acme", "--phone", "")["phone"] == ""
    assert begun.on_day("campaign", "--phone", NUMBER)["phone"] == NUMBER


def a_stranger_on_linkedin(program: Program) -> None:
    program.on_day("person", "add", "Kim Ray", "--company", "Globex", "--title",
                   "Head of Purchasing", "--linkedin", "kim-ray")  # fmt: skip
    program.on_day("seat", "Globex", "--is", "Kim Ray")


def of_kim(program: Program) -> tuple[str, str]:
    """What Today says of Kim: the step shown, and how it goes; else what waits."""
    found = program.on_day("today", "--minutes", "300")
    one = next((one for one in found["cards"] if one["name"] == "Kim Ray"), None)
    if one is not None:
        return one["kind"], one["invitation"]
    return next((row["kind"], "waits") for row in found["waiting"] if row["name"] == "Kim Ray")


def test_f33_an_invitation_is_sent_accepted_and_written_to_and_undo_takes_each_back(
    begun: Program,
) -> None:
    a_stranger_on_linkedin(begun)
    assert of_kim(begun) == ("write", "note")
    sent = begun.on_day("sent", "Kim Ray")
    assert of_kim(begun) == ("find_number", "waits")
    days(begun, "11-24")
    reply = begun.on_day("reply", "Kim Ray", "accepted")
    assert (reply["approach_id"], reply["next"]["kind"]) == (sent["approach_id"], "write")
    assert reply["next"]["due_on"] == "2026-11-25"
    begun.on_day("undo")
    assert of_kim(begun) == ("find_number", "waits")
    begun.on_day("reply", "Kim Ray", "accepted")
    assert of_kim(begun) == ("write", "")
    begun.on_day("sent", "Kim Ray")
    days(begun, "11-27")
    assert of_kim(begun) == ("find_number", "")


def test_f33_what_was_recorded_late_stands_as_if_it_had_been_recorded_in_time(
    begun: Program,
) -> None:
    a_stranger_on_linkedin(begun)
    days(begun, "11-25")
    begun.on_day("reply", "Kim Ray", "accepted")
    assert of_kim(begun) == ("write", "")
    days(begun, "11-23")
    begun.on_day("sent", "Kim Ray", "--channel", "linkedin", "--as", "write")
    days(begun, "11-25")
    assert of_kim(begun) == ("write", "")
    days(begun, "11-24")
    assert of_kim(begun) == ("find_number", "waits")


def test_f33_the_month_counts_what_was_logged(begun: Program) -> None:
    a_stranger_on_linkedin(begun)
    for number in range(5):
        begun.on_day("person", "add", f"P{'abcde'[number]} Ray", "--linkedin", f"p-{number}")
        begun.on_day("sent", f"P{'abcde'[number]} Ray", "--channel", "linkedin", "--as", "write")
    assert of_kim(begun) == ("write", "bare")
    ended = begun("draft", "Kim Ray", "--on", begun.on)
    assert "Invite Kim Ray without one" in ended.refused
    touch = begun.on_day("sent", "Kim Ray")["touch_id"]
    shown = begun.on_day("person", "show", "Kim Ray")
    assert [one["kind"] for one in shown["touches"] if one["touch_id"] == touch] == ["invite"]
    assert of_kim(begun) == ("find_number", "waits")
    begun.on_day("undo")
    begun.on_day("campaign", "--linkedin", "paid")
    assert of_kim(begun) == ("write", "note")
    begun.on_day("campaign", "--linkedin", "free")
    days(begun, "12-01")
    assert of_kim(begun) == ("write", "note")


def test_f33_the_seeker_may_say_who_is_a_connection_and_an_import_does_not_say_otherwise(
    begun: Program, tmp_path: Path
) -> None:
    a_stranger_on_linkedin(begun)
    begun.on_day("person", "edit", "Kim Ray", "--connected", "yes")
    assert of_kim(begun) == ("write", "")
    assert begun.on_day("person", "show", "Kim Ray")["connected"] is True
    begun.on_day("person", "edit", "Kim Ray", "--connected", "no")
    assert of_kim(begun) == ("write", "note")
    begun.on_day("import", str(connections(tmp_path)))
    assert begun.on_day("person", "show", "Kim Ray")["connected"] is False


def connections(folder: Path) -> Path:
    """LinkedIn's own list of connections, with Kim on it since the day before yesterday."""
    file = folder / "Connections.csv"
    file.write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Kim,Ray,https://www.linkedin.com/in/kim-ray,,Globex,Head of Purchasing,25 Nov 2026\n"
    )
    return file


def test_f33_the_import_of_connections_says_who_is_one_and_who_has_accepted_since(
    begun: Program, tmp_path: Path
) -> None:
    a_stranger_on_linkedin(begun)
    begun.on_day("sent", "Kim Ray")
    days(begun, "11-27")
    assert of_kim(begun) == ("find_number", "")
    imported = begun.on_day("import", str(connections(tmp_path)))
    found = begun.on_day("today", "--minutes", "300")["cards"]
    why = next(one["why"] for one in found if one["name"] == "Kim Ray")
    assert (
        why == "Kim accepted your invitation on Wednesday 25 November. Now you can write to them."
    )
    begun.on_day("import", "--undo", str(imported["import_id"]))
    assert of_kim(begun) == ("find_number", "")


@pytest.mark.parametrize(
    "line",
    [
        "Kim Ray is now connected with me",
        "Kim Ray accepted the invitation on LinkedIn",
        "Kim Ray has accepted my connection request",
        "Kim Ray accepted my invite to connect",
    ],
)
def test_f33_f41_an_invitation_accepted_is_told_in_one_line_and_is_no_yes(
    begun: Program, line: str
) -> None:
    a_stranger_on_linkedin(begun)
    begun.on_day("sent", "Kim Ray")
    begun.on_day("log", line, "--yes")
    shown = begun.on_day("person", "show", "Kim Ray")
    assert [one["kind"] for one in shown["touches"]] == ["write", "accepted"]


# -- six weeks of a campaign on LinkedIn alone ---------------------------------------------------


def played(weeks: int) -> Snapshot:
    """Every card is done; a number is found for each company, one invitation in four accepted."""
    picture = many(60)
    for n in range(5 * weeks):
        day = working(n)
        for one in plan_day(picture, today=day).cards:
            picture = done(picture, one, day)
        for approach in list(picture.approaches.values()):
            if approach.id % 4 == 0 and approach.log[-1].on == working(n - 2):
                picture = accepts(picture, approach, day)
    return picture


def done(picture: Snapshot, one: Card, day: date) -> Snapshot:
    if one.kind == "find_number":
        firm = replace(picture.companies[one.company_id or 0], phone=NUMBER, phone_on=day)
        return replace(picture, companies={**picture.companies, firm.id: firm})
    if one.person_id is None:
        return picture
    key = one.approach_id or len(picture.approaches) + 1
    found = picture.approaches.get(key) or an_approach(
        key, picture.people[one.person_id], opened_on=day, **BY_LINKEDIN
    )
    noted = one.invitation == "note"
    kind = {"call": "voicemail", "second_person": "write"}.get(one.kind, one.kind)
    line = a_line(
        "invite" if one.invitation == "bare" else kind, day, day.toordinal(), invites=noted
    )
    people = dict(picture.people)
    if one.invitation:
        people[one.person_id] = replace(people[one.person_id], invited_on=day)
    return replace(
        picture,
        people=people,
        approaches={**picture.approaches, key: found._replace(log=(*found.log, line))},
        invitations=[*picture.invitations, *([day] if noted else [])],
    )


def accepts(picture: Snapshot, approach: ApproachFacts, day: date) -> Snapshot:
    kim = picture.people[approach.person_id or 0]
    if kim.invited_on is None:
        return picture
    log = (*approach.log, a_line("accepted", day, day.toordinal()))
    kim = replace(kim, invited_on=None, connected_on=day)
    return replace(
        picture,
        people={**picture.people, kim.id: kim},
        approaches={**picture.approaches, approach.id: approach._replace(log=log)},
    )


def test_in_six_weeks_on_linkedin_alone_calls_happen_and_five_notes_a_month_go_out() -> None:
    picture = played(6)
    kinds = Counter(line.kind for one in picture.approaches.values() for line in one.log)
    months = Counter((on.year, on.month) for on in picture.invitations)
    assert months == {(2026, 11): 5, (2026, 12): 5}
    assert kinds["voicemail"] >= 20 and kinds["invite"] >= 10, kinds
    assert kinds["accepted"] >= 3 and kinds["write"] >= 10 + kinds["accepted"] - 1, kinds
    for one in picture.approaches.values():
        unaccepted = one.log[: [*(x.kind for x in one.log), "accepted"].index("accepted")]
        assert [x.kind for x in unaccepted if x.kind in ("write", "nudge", "invite")] in (
            ["write"], ["invite"], [],
        )  # fmt: skip
