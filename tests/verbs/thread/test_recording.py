"""What a reply, a call, a conversation and a line write down."""

from datetime import date, datetime, timedelta

import pytest

from firststep.errors import AlreadyDone, CannotDo
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.steps.approach.models import Approach
from firststep.steps.followup.models import Call, Meeting
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.outreach.models import Outcome, Touch
from firststep.steps.outreach.telling.happening import LineWhom
from firststep.steps.people.models import Person, Seat, Tie
from firststep.verbs import thread as actions
from firststep.verbs.people.do_not_contact import set_do_not_contact
from firststep.verbs.people.persons import add_person
from firststep.verbs.safety.undo import undo
from firststep.verbs.targets.seat import name_seat
from firststep.verbs.told import log as told
from tests.cast import MONDAY, a_row_person, a_target
from tests.everything import everything

LATER = MONDAY + timedelta(days=9)
SAM = "Sam Lee, Operations, Acme"


def on(day: int) -> Stamp:
    return Stamp(on=date(2026, 11, day), door="test")


def test_sending_a_proposed_note_opens_it_with_the_plans_ask(
    ada: Campaign, ann: Person, stamp: Stamp
) -> None:
    what = actions.record_sent(ada, stamp=stamp, ref=f"p{ann.pk}")
    approach = Approach.objects.get(pk=what.approach_id)
    assert (approach.person, approach.ask, approach.channel) == (ann, "name", "email")
    assert approach.for_seat == Seat.objects.get()
    touch = Touch.objects.get()
    assert (touch.kind, touch.channel, touch.on) == ("write", "email", MONDAY)
    assert Entry.objects.get().words == "You wrote to Ann Lee."


def test_f16_the_second_note_is_a_nudge_and_after_help_it_is_thanks(
    ada: Campaign, ann: Person
) -> None:
    actions.record_sent(ada, stamp=on(2), ref=f"p{ann.pk}")
    second = actions.record_sent(ada, stamp=on(5), ref=f"p{ann.pk}")
    actions.record_reply(ada, stamp=on(6), ref=str(second.approach_id), answer="helped")
    actions.record_sent(ada, stamp=on(6), ref="Ann Lee")
    kinds = Touch.objects.order_by("id").values_list("kind", flat=True)
    assert list(kinds) == ["write", "nudge", "helped", "thank"]


def test_f16_thanks_are_thanks_on_a_day_off_too(ada: Campaign, ann: Person) -> None:
    actions.record_sent(ada, stamp=on(2), ref=f"p{ann.pk}")
    actions.record_reply(ada, stamp=on(6), ref=f"p{ann.pk}", answer="helped")
    sunday = actions.record_sent(ada, stamp=on(8), ref=f"p{ann.pk}")
    assert Touch.objects.get(pk=sunday.touch_id).kind == "thank"


def test_f16_what_happened_is_recorded_for_do_not_contact_and_opens_nothing(
    ada: Campaign, ann: Person, stamp: Stamp
) -> None:
    set_do_not_contact(ada, stamp=stamp, person="Ann Lee")
    what = actions.record_sent(ada, stamp=stamp, ref=f"p{ann.pk}")
    assert Approach.objects.get(pk=what.approach_id).closed_on == MONDAY
    assert actions.next_step(ada, what.ref, MONDAY) is None


def test_a_form_that_comes_twice_writes_once(ada: Campaign, ann: Person) -> None:
    stamp = Stamp(on=MONDAY, door="web", once_key="abc")
    actions.record_sent(ada, stamp=stamp, ref=f"p{ann.pk}")
    with pytest.raises(AlreadyDone):
        actions.record_sent(ada, stamp=stamp, ref=f"p{ann.pk}")
    assert Touch.objects.count() == 1


def test_f9_whoever_is_named_in_answer_to_an_ask_for_the_name_holds_the_seat(
    ada: Campaign, ann: Person
) -> None:
    sent = actions.record_sent(ada, stamp=on(2), ref=f"p{ann.pk}")
    what = actions.record_reply(
        ada, stamp=on(3), ref=sent.ref, answer="refers", to="Sam Lee, Purchasing, Acme",
        email="sam@acme.example",
    )  # fmt: skip
    sam = Person.objects.get(name="Sam Lee")
    assert what.created == ((sam.pk, Approach.objects.get(person=sam).pk),)
    assert Entry.objects.latest("id").words == "Ann Lee named Sam Lee."
    assert Seat.objects.get().holder == sam
    post = sam.positions.get()
    assert (post.company.name, post.title, post.by_hand) == ("Acme", "Purchasing", True)
    assert Tie.objects.get(person=sam).other == ann
    theirs = Approach.objects.get(person=sam)
    assert (theirs.origin, theirs.via, theirs.ask) == ("named", ann, "meeting")
    assert (theirs.channel, theirs.opened_on) == ("email", date(2026, 11, 3))
    outcome = Outcome.objects.get()
    assert (outcome.kind, outcome.named, outcome.touch) == ("refers", sam, Touch.objects.last())
    following = actions.next_step(ada, theirs.pk, date(2026, 11, 3))
    assert following is not None
    assert (following.kind, following.due_on) == ("write", date(2026, 11, 3))


@pytest.mark.parametrize("what", ["introduction", "advice", "meeting"])
def test_f9_whoever_is_named_in_answer_to_anything_else_holds_the_seat_only_when_it_is_said(
    ada: Campaign, ann: Person, stamp: Stamp, what: str
) -> None:
    actions.ask(ada, stamp=stamp, who="Ann Lee", what=what)
    actions.record_reply(ada, stamp=on(3), ref=f"p{ann.pk}", answer="refers", to=SAM)
    assert Seat.objects.get().holder is None
    name_seat(ada, stamp=on(3), company="Acme", holder="Sam Lee")
    assert Seat.objects.get().holder == Person.objects.get(name="Sam Lee")


def test_f26_somebody_named_at_another_company_holds_no_seat(ada: Campaign, ann: Person) -> None:
    sent = actions.record_sent(ada, stamp=on(2), ref=f"p{ann.pk}")
    actions.record_reply(
        ada, stamp=on(3), ref=sent.ref, answer="helped", to="Sam Lee, Purchasing, Kestrel"
    )
    assert Seat.objects.get().holder is None
    assert Approach.objects.get(person__name="Sam Lee").origin == "named"


def test_f11_refers_on_an_ask_for_an_introduction_is_introduced(
    ada: Campaign, ann: Person, stamp: Stamp
) -> None:
    actions.ask(ada, stamp=stamp, who="Ann Lee", what="introduction")
    actions.record_reply(ada, stamp=on(3), ref=f"p{ann.pk}", answer="refers", to=SAM)
    assert Approach.objects.get(person__name="Sam Lee").origin == "introduced"


def test_f11_the_same_name_at_the_same_company_is_that_person(
    ada: Campaign, ann: Person, acme: Company, stamp: Stamp
) -> None:
    sam = a_row_person(ada, "Sam Lee", company=acme, title="Clerk")
    what = actions.record_reply(ada, stamp=stamp, ref=f"p{ann.pk}", answer="refers", to=SAM)
    assert what.created[0][0] == sam.pk
    assert Person.objects.filter(name="Sam Lee").count() == 1


def test_f11_the_same_name_elsewhere_is_somebody_new(
    ada: Campaign, ann: Person, globex: Company, stamp: Stamp
) -> None:
    other = a_row_person(ada, "Sam Lee", company=globex, title="Clerk")
    what = actions.record_reply(ada, stamp=stamp, ref=f"p{ann.pk}", answer="refers", to=SAM)
    assert what.created[0][0] != other.pk


def test_f11_the_same_address_is_that_person_whatever_the_name(
    ada: Campaign, ann: Person, globex: Company, stamp: Stamp
) -> None:
    sam = a_row_person(ada, "Samuel Lee", company=globex, email="sam@acme.example")
    what = actions.record_reply(
        ada, stamp=stamp, ref=f"p{ann.pk}", answer="refers", to=SAM, email="SAM@acme.example"
    )
    assert what.created[0][0] == sam.pk


def test_f2_a_named_person_joins_the_approach_that_runs_and_the_warmer_way_in_wins(
    ada: Campaign, ann: Person, acme: Company, stamp: Stamp
) -> None:
    sam = a_row_person(ada, "Sam Lee", company=acme, email="sam@acme.example")
    first = actions.ask(ada, stamp=stamp, who="Sam Lee", what="advice")
    what = actions.record_reply(ada, stamp=stamp, ref=f"p{ann.pk}", answer="refers", to=SAM)
    assert what.created == ((sam.pk, first.pk),)
    first.refresh_from_db()
    assert (first.ask, first.origin, first.via) == ("meeting", "named", ann)
    actions.record_met(ada, stamp=stamp, name="Sam Lee", person=sam)
    first.refresh_from_db()
    assert first.origin == "met"
    actions.record_reply(ada, stamp=on(3), ref=f"p{ann.pk}", answer="refers", to=SAM)
    first.refresh_from_db()
    assert first.origin == "met"


def test_a_named_person_whose_approach_silence_closed_is_approached_anew(
    ada: Campaign, ann: Person, acme: Company
) -> None:
    a_row_person(ada, "Sam Lee", company=acme, email="sam@acme.example")
    first = actions.record_sent(ada, stamp=on(2), ref="Sam Lee")
    late = Stamp(on=date(2026, 12, 14), door="test")
    what = actions.record_reply(ada, stamp=late, ref=f"p{ann.pk}", answer="refers", to=SAM)
    assert what.created[0][1] != first.approach_id
    assert Approach.objects.get(pk=first.approach_id).origin == "proposed"


def test_somebody_do_not_contact_who_is_named_is_not_approached(
    ada: Campaign, ann: Person, acme: Company, stamp: Stamp
) -> None:
    sam = a_row_person(ada, "Sam Lee", company=acme)
    set_do_not_contact(ada, stamp=stamp, person="Sam Lee")
    what = actions.record_reply(ada, stamp=stamp, ref=f"p{ann.pk}", answer="refers", to=SAM)
    assert what.created == ((sam.pk, None),)


@pytest.mark.parametrize(
    ("answer", "said", "words"),
    [
        ("refers", {}, "to whom"),
        ("refers", {"to": "sam@acme.example"}, "Say whom they named"),
        ("refers", {"to": "Ann Lee, Sales, Acme"}, "the one who answered"),
        ("maybe", {}, "not an answer"),
        ("yes", {"until": LATER}, "goes with"),
        ("later", {"until": MONDAY}, "not a day to come"),
        ("refers", {"to": SAM, "email": "no address"}, "not an e-mail address"),
    ],
)
def test_a_reply_that_cannot_be_is_refused_and_writes_nothing(
    ada: Campaign, ann: Person, stamp: Stamp, answer: str, said: dict[str, object], words: str
) -> None:
    before = everything()
    with pytest.raises(CannotDo, match=words):
        actions.record_reply(ada, stamp=stamp, ref=f"p{ann.pk}", answer=answer, **said)
    assert everything() == before


def test_f17_a_bounce_kills_the_address_and_is_no_touch(ada: Campaign, ann: Person) -> None:
    sent = actions.record_sent(ada, stamp=on(2), ref=f"p{ann.pk}")
    what = actions.record_reply(ada, stamp=on(2), ref=sent.ref, answer="bounced")
    assert what.touch_id is None
    assert ann.addresses.get().dead_on == MONDAY
    assert Outcome.objects.get().touch is None
    again = actions.record_sent(ada, stamp=on(3), ref=sent.ref, channel="linkedin")
    assert Touch.objects.get(pk=again.touch_id).kind == "write"


def test_f17_a_note_by_another_way_that_bounces_kills_no_address(
    ada: Campaign, ann: Person
) -> None:
    sent = actions.record_sent(ada, stamp=on(2), ref=f"p{ann.pk}", channel="linkedin")
    actions.record_reply(ada, stamp=on(2), ref=sent.ref, answer="bounced")
    assert ann.addresses.get().dead_on is None


@pytest.mark.parametrize(
    ("outcome", "touches", "outcomes"),
    [
        ("no_answer", [], []),
        ("voicemail", ["voicemail"], []),
        ("talked", ["talked"], []),
        ("yes", ["talked"], ["yes"]),
        ("no", ["talked"], ["no"]),
        ("later", ["talked"], ["later"]),
    ],
)
def test_a_call_is_written_down_as_it_ended(
    ada: Campaign,
    dana: Person,
    stamp: Stamp,
    outcome: str,
    touches: list[str],
    outcomes: list[str],
) -> None:
    what = actions.record_call(ada, stamp=stamp, ref=f"p{dana.pk}", outcome=outcome)
    assert Call.objects.get().outcome == outcome
    assert list(Touch.objects.values_list("kind", "channel")) == [(t, "phone") for t in touches]
    assert list(Outcome.objects.values_list("kind", "by_call")) == [(o, True) for o in outcomes]
    assert (what.touch_id is None) == (not touches)


def test_an_unknown_end_of_a_call_is_refused(ada: Campaign, dana: Person, stamp: Stamp) -> None:
    with pytest.raises(CannotDo, match="Choose one of"):
        actions.record_call(ada, stamp=stamp, ref=f"p{dana.pk}", outcome="hung up")


def test_a_conversation_is_dated_moved_cancelled_and_dated_again(
    ada: Campaign, dana: Person
) -> None:
    actions.record_sent(ada, stamp=on(2), ref=f"p{dana.pk}")
    actions.record_reply(ada, stamp=on(3), ref=f"p{dana.pk}", answer="yes")
    ref = f"p{dana.pk}"
    actions.record_meeting(ada, stamp=on(4), ref=ref, at=datetime(2026, 11, 9, 14, 30), how="phone")
    actions.record_meeting(ada, stamp=on(5), ref=ref, at=datetime(2026, 11, 10, 9, 0))
    first = Meeting.objects.get()
    assert (first.on_day, first.how, first.dated_on) == (
        date(2026, 11, 10), "phone", date(2026, 11, 5),
    )  # fmt: skip
    actions.record_meeting(ada, stamp=on(6), ref=ref, cancelled=True)
    first.refresh_from_db()
    assert first.cancelled_on == date(2026, 11, 6)
    with pytest.raises(CannotDo, match="could be cancelled"):
        actions.record_meeting(ada, stamp=on(6), ref=ref, cancelled=True)
    actions.record_meeting(ada, stamp=on(6), ref=ref, at=datetime(2026, 11, 12, 9, 0))
    assert Meeting.objects.count() == 2


@pytest.mark.parametrize(
    ("hour", "also"),
    [("10:15", True), ("09:45", True), ("10:30", False), ("09:30", False)],
)
def test_who_agrees_on_an_hour_hears_of_the_talk_they_have_then(
    ada: Campaign, dana: Person, hour: str, *, also: bool
) -> None:
    ann = add_person(ada, stamp=on(2), name="Ann Lee", email="ann@lee.example")
    for person in (dana, ann):
        actions.record_sent(ada, stamp=on(2), ref=f"p{person.pk}")
        actions.record_reply(ada, stamp=on(3), ref=f"p{person.pk}", answer="yes")
    actions.record_meeting(ada, stamp=on(4), ref=f"p{dana.pk}", at=datetime(2026, 11, 9, 10, 0))

    at = datetime.fromisoformat(f"2026-11-09 {hour}")
    actions.record_meeting(ada, stamp=on(4), ref=f"p{ann.pk}", at=at)

    words = Entry.objects.latest("pk").words
    assert words.endswith(f"You also talk with {dana.name} at 10:00.") == also
    actions.record_meeting(ada, stamp=on(4), ref=f"p{dana.pk}", cancelled=True)
    actions.record_meeting(ada, stamp=on(4), ref=f"p{ann.pk}", at=at)
    assert "also" not in Entry.objects.latest("pk").words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "Say when"),
        ({"at": datetime(2026, 10, 1, 9, 0)}, "is past"),
        ({"at": datetime(2027, 3, 28, 2, 30)}, "no 02:30 on 2027-03-28 in Europe/Berlin"),
        ({"at": datetime(2026, 11, 9, 9, 0), "cancelled": True}, "Either"),
        ({"at": datetime(2026, 11, 9, 9, 0), "how": "pigeon"}, "Choose one of"),
    ],
)
def test_a_meeting_that_cannot_be_is_refused(
    ada: Campaign, dana: Person, stamp: Stamp, said: dict[str, object], words: str
) -> None:
    before = everything()
    with pytest.raises(CannotDo, match=words):
        actions.record_meeting(ada, stamp=stamp, ref=f"p{dana.pk}", **said)
    assert everything() == before


def test_an_hour_that_comes_twice_in_autumn_is_taken_as_it_was_agreed(
    ada: Campaign, dana: Person, stamp: Stamp
) -> None:
    said = {"at": datetime(2027, 10, 31, 2, 30)}
    actions.record_meeting(ada, stamp=stamp, ref=f"p{dana.pk}", **said)
    assert str(Meeting.objects.get().at_time) == "02:30:00"


def test_a_conversation_held_brings_the_next_names(ada: Campaign, dana: Person) -> None:
    ref = f"p{dana.pk}"
    actions.record_meeting(ada, stamp=on(2), ref=ref, at=datetime(2026, 11, 3, 9, 0), how="phone")
    what = actions.record_talked(
        ada, stamp=on(3), ref=ref, named=[SAM, "Pat Fox, Kestrel"], can="refer"
    )
    held = Meeting.objects.get()
    assert (held.held_on, held.can, held.touch_id) == (date(2026, 11, 3), "refer", what.touch_id)
    assert Touch.objects.get().kind == "held"
    assert len(what.created) == 2
    assert Approach.objects.get(person__name="Pat Fox").origin == "referred"
    assert Seat.objects.get().holder == dana


def test_thanks_go_to_the_approach_that_owes_them(ada: Campaign, ann: Person) -> None:
    sent = actions.record_sent(ada, stamp=on(2), ref=f"p{ann.pk}")
    actions.record_reply(ada, stamp=on(3), ref=sent.ref, answer="helped")
    what = actions.thank(ada, stamp=on(3), person="Ann Lee")
    assert what.approach_id == sent.approach_id
    assert Touch.objects.get(pk=what.touch_id).kind == "thank"
    assert Entry.objects.latest("id").verb == "thank"


def test_f3_an_ask_keeps_the_id_of_the_open_approach(
    ada: Campaign, ann: Person, stamp: Stamp
) -> None:
    first = actions.ask(ada, stamp=stamp, who=str(ann.pk), what="advice")
    again = actions.ask(ada, stamp=stamp, who="Ann Lee", what="name")
    assert first.pk == again.pk
    assert again.ask == "name"
    assert again.for_seat == Seat.objects.get()


def test_an_ask_of_somebody_do_not_contact_is_refused(
    ada: Campaign, ann: Person, stamp: Stamp
) -> None:
    set_do_not_contact(ada, stamp=stamp, person="Ann Lee")
    with pytest.raises(CannotDo, match="do not contact"):
        actions.ask(ada, stamp=stamp, who="Ann Lee", what="advice")


def test_after_a_no_nothing_more_is_asked_this_round_until_they_answer_otherwise(
    ada: Campaign, ann: Person, stamp: Stamp
) -> None:
    sent = actions.record_sent(ada, stamp=on(2), ref=f"p{ann.pk}")
    actions.record_reply(ada, stamp=on(3), ref=sent.ref, answer="no")
    with pytest.raises(CannotDo, match="Ann Lee said no on Tuesday 3 November") as refused:
        actions.ask(ada, stamp=on(3), who="Ann Lee", what="meeting")
    assert "who else" in refused.value.words
    actions.thank(ada, stamp=on(4), person="Ann Lee")
    with pytest.raises(CannotDo, match="said no"):
        actions.ask(ada, stamp=on(5), who="Ann Lee", what="advice")

    actions.record_reply(ada, stamp=on(6), ref=sent.ref, answer="question")

    assert actions.ask(ada, stamp=on(6), who="Ann Lee", what="advice").ask == "advice"


def test_f3_a_seat_without_a_holder_can_only_be_snoozed_closed_or_asked_for(
    ada: Campaign, acme: Company, stamp: Stamp
) -> None:
    seat = f"s{acme.seats.get().pk}"
    with pytest.raises(CannotDo, match="Nobody holds that seat"):
        actions.record_sent(ada, stamp=stamp, ref=seat)
    assert actions.snooze(ada, stamp=stamp, ref=seat, until=LATER).approach_id is None
    asked = actions.ask(ada, stamp=stamp, who=seat, what="meeting")
    assert (asked.person, asked.seat) == (None, acme.seats.get())


def test_f2_an_approach_to_a_seat_becomes_its_holders(
    ada: Campaign, acme: Company, ann: Person, stamp: Stamp
) -> None:
    asked = actions.ask(ada, stamp=stamp, who=f"s{acme.seats.get().pk}", what="meeting")
    name_seat(ada, stamp=stamp, company="Acme", holder="Ann Lee")
    asked.refresh_from_db()
    assert asked.person == ann


def test_f3_s7_stands_for_the_holders_newest_approach(ada: Campaign, dana: Person) -> None:
    sent = actions.record_sent(ada, stamp=on(2), ref=f"p{dana.pk}")
    seat = Seat.objects.get(holder=dana)
    assert actions.step_for(ada, f"s{seat.pk}", MONDAY).ref == sent.ref


@pytest.mark.parametrize("until", [MONDAY, date(2026, 10, 1)])
def test_a_snooze_needs_a_day_to_come(
    ada: Campaign, ann: Person, stamp: Stamp, until: date
) -> None:
    with pytest.raises(CannotDo, match="not a day to come"):
        actions.snooze(ada, stamp=stamp, ref=f"p{ann.pk}", until=until)


def test_a_snooze_holds_and_the_newest_one_counts(ada: Campaign, ann: Person, stamp: Stamp) -> None:
    actions.snooze(ada, stamp=stamp, ref=f"p{ann.pk}", until=date(2026, 12, 1))
    what = actions.snooze(ada, stamp=stamp, ref="Ann Lee", until=date(2026, 11, 9))
    following = actions.next_step(ada, what.ref, MONDAY)
    assert following is not None
    assert following.due_on == date(2026, 11, 9)


def test_f19_closing_is_for_the_round_and_said_once(
    ada: Campaign, ann: Person, stamp: Stamp
) -> None:
    what = actions.close(ada, stamp=stamp, ref=f"p{ann.pk}", why="moved away")
    assert actions.next_step(ada, what.ref, MONDAY) is None
    with pytest.raises(CannotDo, match="closed already"):
        actions.close(ada, stamp=stamp, ref=f"p{ann.pk}")


def test_f19_do_not_contact_closes_all_and_outlives_the_row(
    ada: Campaign, ann: Person, stamp: Stamp
) -> None:
    asked = actions.ask(ada, stamp=stamp, who="Ann Lee", what="advice")
    set_do_not_contact(ada, stamp=stamp, person="Ann Lee", why="asked me to stop")
    asked.refresh_from_db()
    assert (asked.closed_on, asked.closed_why) == (MONDAY, "Do not contact. asked me to stop")
    ann.delete()
    back = add_person(ada, stamp=stamp, name="A. Lee", email="Ann.Lee+jobs@acme.example")
    assert back.do_not_contact_on == MONDAY
    set_do_not_contact(ada, stamp=stamp, person="A. Lee", lift=True)
    asked.refresh_from_db() if Approach.objects.filter(pk=asked.pk).exists() else None
    assert not Approach.objects.filter(closed_on=None).exists()


def test_lifting_what_was_never_marked_is_refused(ada: Campaign, ann: Person, stamp: Stamp) -> None:
    with pytest.raises(CannotDo, match="nothing to lift"):
        set_do_not_contact(ada, stamp=stamp, person="Ann Lee", lift=True)


def test_met_somebody_new_makes_them_the_tie_and_the_step_that_follows(
    ada: Campaign, acme: Company
) -> None:
    line = "Met Moe Tan (Acme) for coffee"
    shown = told.understood(ada, stamp=on(3), line=line)
    assert shown.read.happenings[0].who == LineWhom(name="Moe Tan")
    assert not Person.objects.exists()
    what = told.log(ada, stamp=on(3), line=line)
    moe = Person.objects.get()
    assert moe.positions.get().company == acme
    assert Tie.objects.get(person=moe).kind == "met"
    approach = Approach.objects.get(pk=what.records[0].approach_id)
    assert (approach.origin, approach.ask) == ("met", "meeting")
    assert Touch.objects.get().kind == "met"


def test_a_promised_introduction_is_a_yes_that_thanks_are_due_for(
    ada: Campaign, ann: Person
) -> None:
    what = told.log(
        ada, stamp=on(4), line="Met Ann Lee (Acme) for coffee, intro to Sam promised, Tue"
    )
    assert Outcome.objects.get().kind == "yes"
    assert Touch.objects.filter(on=date(2026, 11, 3)).count() == 2
    approach = Approach.objects.get(pk=what.records[-1].approach_id)
    assert (approach.person, approach.ask) == (ann, "introduction")
    assert Tie.objects.get(person=ann).kind == "close"
    following = actions.next_step(ada, what.records[-1].ref, date(2026, 11, 4))
    assert following is not None
    assert following.kind == "thank"
    assert not Person.objects.filter(name="Sam").exists()


def test_a_line_about_the_conversation_that_was_agreed_records_it_as_held(
    ada: Campaign, dana: Person
) -> None:
    actions.record_meeting(
        ada, stamp=on(2), ref=f"p{dana.pk}", at=datetime(2026, 11, 3, 9, 0), how="in_person"
    )
    told.log(ada, stamp=on(3), line="Met Dana Whitlock (Acme) for coffee")
    assert Meeting.objects.get().held_on == date(2026, 11, 3)
    assert Touch.objects.get().kind == "held"


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("Wrote to Dana Whitlock", ["write"]),
        ("Called Dana Whitlock, left a voicemail", ["voicemail"]),
        ("Dana Whitlock said no", ["no"]),
        ("Thanked Dana Whitlock", ["thank"]),
        ("Dana Whitlock suggested I talk to Sam Lee, Operations, Acme", ["refers"]),
    ],
)
def test_a_plain_line_is_written_down(
    ada: Campaign, dana: Person, line: str, kinds: list[str]
) -> None:
    told.log(ada, stamp=on(3), line=line)
    assert list(Touch.objects.values_list("kind", flat=True)) == kinds
    assert Entry.objects.count() == 1


def test_a_line_about_a_stranger_is_refused(ada: Campaign, acme: Company, stamp: Stamp) -> None:
    with pytest.raises(CannotDo) as refused:
        told.log(ada, stamp=stamp, line="Nora Quist said yes")
    assert refused.value.kind == "not_found"


def test_a_recording_needs_few_questions_to_the_database(
    ada: Campaign, ann: Person, django_assert_max_num_queries: object
) -> None:
    for number in range(8):
        company = a_target(ada, f"Firm {number}")
        a_row_person(ada, f"Person {number}", company=company, email=f"p{number}@x.example")
    with django_assert_max_num_queries(27):  # type: ignore[operator]
        sent = actions.record_sent(ada, stamp=on(2), ref=f"p{ann.pk}")
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        actions.record_reply(ada, stamp=on(3), ref=sent.ref, answer="yes")


def test_a_reply_of_somebody_proposed_asks_nothing_about_the_thread_it_opens(
    ada: Campaign, ann: Person, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(27):  # type: ignore[operator]
        actions.record_reply(ada, stamp=on(3), ref=f"p{ann.pk}", answer="yes")


def test_somebody_new_who_is_named_needs_few_questions_to_the_database(
    ada: Campaign, ann: Person, django_assert_max_num_queries: object
) -> None:
    sent = actions.record_sent(ada, stamp=on(2), ref=f"p{ann.pk}")
    ways = {"email": "pat@kestrel.example", "phone": "+44 20 7946 0000"}
    with django_assert_max_num_queries(23):  # type: ignore[operator]
        actions.record_reply(
            ada, stamp=on(3), ref=sent.ref, answer="refers", to="Pat Fox, Sales, Kestrel", **ways
        )
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        actions.record_reply(
            ada, stamp=on(4), ref=sent.ref, answer="helped", to="Kim Ray, Sales, Kestrel"
        )
    with django_assert_max_num_queries(24):  # type: ignore[operator]
        actions.record_talked(ada, stamp=on(5), ref=sent.ref, named=["Lou Ek, Sales, Kestrel"])


@pytest.mark.parametrize(
    ("tie", "kept"), [("close", "monthly"), ("known", "quarterly"), ("dormant", "yearly")]
)
def test_after_a_conversation_one_stays_in_touch_by_how_close_the_two_are(
    ada: Campaign, acme: Company, tie: str, kept: str
) -> None:
    kim = a_row_person(ada, "Kim Roe", company=acme, tie=tie)
    actions.record_talked(ada, stamp=Stamp(on=MONDAY), ref=f"p{kim.pk}")
    kim.refresh_from_db()
    assert kim.keep == kept
    undo(ada, stamp=Stamp(on=MONDAY))
    kim.refresh_from_db()
    assert kim.keep == ""


def test_what_the_seeker_said_of_staying_in_touch_stays_after_a_conversation(
    ada: Campaign, acme: Company
) -> None:
    kim = a_row_person(ada, "Kim Roe", company=acme, keep="never")
    actions.record_talked(ada, stamp=Stamp(on=MONDAY), ref=f"p{kim.pk}")
    kim.refresh_from_db()
    assert kim.keep == "never"
