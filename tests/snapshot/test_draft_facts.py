"""What a note to somebody knows of the notes before it (F28)."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from firststep.facts.draft import DraftFacts
from firststep.facts.snapshot import ApproachFacts, LogLine, PersonFacts
from firststep.plan.planner import plan_day
from firststep.snapshot.draft_facts import draft_facts
from firststep.snapshot.draft_story import meeting_day, message_left_on
from firststep.snapshot.offered_times import two_times
from firststep.steps.outreach.drafting.draft import draft
from tests.builders import (
    FRIDAY,
    MONDAY,
    TUESDAY,
    a_company,
    a_line,
    a_person,
    a_seat,
    a_snapshot,
    an_approach,
)

ACME = a_company(1, "Acme")
ANN = a_person(1, "Ann Lee", at=ACME)
DANA = a_person(3, "Dana Whitlock", tie=None, at=ACME, title="Head of Purchasing",
                phones=("+49 30 1234567",))  # fmt: skip
SAM = a_person(2, "Sam Ode", tie=None)
LONG_AFTER = MONDAY + timedelta(days=126)  # a Monday
LATE = LONG_AFTER + timedelta(days=3)
SILENT = an_approach(1, ANN, a_line("write"), a_line("nudge", date(2026, 11, 5), 2))


def note(*approaches: ApproachFacts, on: date = LONG_AFTER) -> tuple[DraftFacts, str]:
    """The facts of Ann's first note on a day, and why the plan shows it."""
    picture = a_snapshot(people=[ANN, SAM], seats=[a_seat(1, ACME)], approaches=approaches)
    card = next(c for c in plan_day(picture, today=on).cards if c.person_id == ANN.id)
    return draft_facts(picture, card, on=on), card.why


def test_ninety_days_after_silence_a_note_knows_that_and_asks_for_less() -> None:
    facts, why = note(SILENT)
    assert (facts.after_silence, facts.ask, facts.smaller_ask) == (True, "name", "which_team")
    assert why == (
        "You know Ann. Your last note is long past: write again, and ask for less: who there "
        "may know."
    )


def test_a_snooze_or_an_ask_that_opened_it_meanwhile_changes_nothing() -> None:
    opened = an_approach(2, ANN, opened_on=LONG_AFTER)
    assert note(SILENT, opened)[0].after_silence


@pytest.mark.parametrize(
    "before",
    [
        (),
        (an_approach(1, ANN, a_line("write"), a_line("helped", MONDAY, 2),
                     a_line("thank", MONDAY, 3), closed_on=MONDAY),
         an_approach(2, ANN, opened_on=LONG_AFTER)),
        (an_approach(1, ANN, a_line("write"), a_line("bounced", MONDAY, 2), closed_on=MONDAY),
         an_approach(2, ANN, opened_on=LONG_AFTER)),
        (SILENT, an_approach(2, ANN, ask="meeting", origin="named", via_id=2,
                             opened_on=LONG_AFTER)),
        (an_approach(1, SAM, a_line("write")),),
    ],
    ids=["nothing before", "helped", "came back", "named since", "somebody else"],
)  # fmt: skip
def test_where_no_silence_came_before_a_first_note_is_a_first_note(
    before: tuple[ApproachFacts, ...],
) -> None:
    facts, why = note(*before)
    assert not facts.after_silence and facts.smaller_ask is None
    assert "long past" not in why


def test_the_nudge_after_it_keeps_to_the_small_thing_that_was_asked() -> None:
    written = an_approach(2, ANN, a_line("write", LONG_AFTER, 3), opened_on=LONG_AFTER)
    facts, _ = note(SILENT, written, on=LONG_AFTER + timedelta(days=3))
    said = draft(facts)
    assert (facts.kind, said.wording) == ("nudge", "nudge-again")
    assert re.search("team at Acme would you|Who at Acme|Where at Acme", said.body)
    assert "the name" not in said.body


def test_once_they_answered_the_silence_before_is_over() -> None:
    log = (a_line("write", LONG_AFTER, 3), a_line("question", LONG_AFTER, 4))
    facts, _ = note(SILENT, an_approach(2, ANN, *log, opened_on=LONG_AFTER))
    assert facts.kind == "answer" and not facts.after_silence


SAID_LATER = (a_line("write"), a_line("later", date(2026, 11, 5), 2, until=date(2027, 3, 7)))
THANKED = a_line("thank", date(2026, 11, 5), 3)


def test_on_its_day_a_later_is_known_with_the_day_it_was_said() -> None:
    facts, why = note(an_approach(1, ANN, *SAID_LATER, THANKED))
    assert (facts.kind, facts.later_on) == ("write", date(2026, 11, 5))
    assert why == "Ann asked on Thursday 5 November to be written to again about now."
    assert re.search("(?i)on 5 November", draft(facts).body)


def test_who_is_thanked_for_a_later_is_told_the_working_day_of_the_next_note() -> None:
    friday = date(2026, 11, 6)
    facts, _ = note(an_approach(1, ANN, *SAID_LATER), on=friday)
    unsaid = a_line("later", date(2026, 11, 5), 2)
    no_day, _ = note(an_approach(1, ANN, a_line("write"), unsaid), on=friday)
    assert (facts.kind, facts.again_on) == ("thank", date(2027, 3, 8))
    assert no_day.again_on == date(2026, 12, 7)  # thirty days later is a Saturday


@pytest.mark.parametrize(
    ("since", "still"),
    [
        ((), True),
        ((a_line("asked", date(2026, 11, 9), 4),), True),
        ((a_line("write", LONG_AFTER, 4), a_line("bounced", LONG_AFTER, 5)), True),
        ((a_line("no_answer", LONG_AFTER, 4),), True),
        ((a_line("write", LONG_AFTER, 4),), False),
        ((a_line("voicemail", LONG_AFTER, 4),), False),
        ((a_line("write", LONG_AFTER, 4), a_line("question", LONG_AFTER, 5)), False),
    ],
)
def test_a_later_is_taken_up_once(since: tuple[LogLine, ...], still: bool) -> None:
    facts, _ = note(an_approach(1, ANN, *SAID_LATER, THANKED, *since), on=LATE)
    assert (facts.later_on is not None) is still


def test_something_else_asked_at_once_does_not_wait_for_the_later() -> None:
    asked = a_line("asked", date(2026, 11, 5), 3)
    thanks = a_line("thank", date(2026, 11, 5), 4)
    approach = an_approach(1, ANN, *SAID_LATER, asked, thanks, asked_before="name")
    facts, _ = note(approach, on=date(2026, 11, 16))
    assert facts.later_on is None
    assert "again on" not in draft(facts).body


def test_a_nudge_after_a_second_note_names_the_day_of_that_note() -> None:
    again = a_line("write", LONG_AFTER, 4)
    facts, _ = note(an_approach(1, ANN, *SAID_LATER, THANKED, again), on=LATE)
    assert (facts.kind, facts.first_note_on) == ("nudge", LONG_AFTER)


@pytest.mark.parametrize("target", [True, False])
def test_a_company_is_on_the_list_when_it_is_a_target(target: bool) -> None:
    nada = a_company(2, "Nada", is_target=target)
    nina = a_person(3, "Nina Da", tie="close", at=nada, title="Head of Purchasing")
    asked = an_approach(1, nina, ask="advice")
    picture = a_snapshot(people=[nina], companies=[ACME, nada], approaches=[asked])
    card = next(c for c in plan_day(picture, today=MONDAY).cards if c.person_id == nina.id)
    facts = draft_facts(picture, card, on=MONDAY)
    assert facts.on_list is target
    assert ("Nada" in draft(facts).body) is target


SAID_YES = (a_line("write"), a_line("yes", MONDAY, 2))


@pytest.mark.parametrize(
    ("log", "day", "wording", "times"),
    [
        (SAID_YES, 12, "answer-yes", ("Monday 16 November", "Wednesday 18 November")),
        ((*SAID_YES, a_line("answer", TUESDAY, 3)), 9, "nudge-day",
         ("Wednesday 11 November", "Friday 13 November")),
    ],
    ids=["a late answer", "a late second note"],
)  # fmt: skip
def test_times_are_offered_from_the_day_of_drafting_however_late_the_step_is(
    log: tuple[LogLine, ...], day: int, wording: str, times: tuple[str, str]
) -> None:
    facts, _ = note(an_approach(1, ANN, *log, ask="meeting"), on=date(2026, 11, day))
    said = draft(facts)
    assert said.wording == wording
    assert f"{times[0]} at 10:00 or {times[1]} at 14:00" in said.body


@pytest.mark.parametrize("kind", ["question", "talked"])
def test_a_note_after_an_answer_knows_both_days_and_asks_for_no_less(kind: str) -> None:
    log = (a_line("write"), a_line(kind, TUESDAY, 2), a_line("answer", date(2026, 11, 4), 3))
    facts, why = note(an_approach(1, ANN, *log, ask="meeting"), on=date(2026, 11, 9))
    assert why.startswith("You answered Ann 3 working days ago")
    assert (facts.kind, facts.answer, facts.smaller_ask) == ("nudge", kind, None)
    assert (facts.answer_on, facts.answered_on) == (TUESDAY, date(2026, 11, 4))
    assert re.search("(?i)on 3 November.* on 4 November", draft(facts).body)


@pytest.mark.parametrize("thanked", [True, False])
def test_a_report_knows_whether_the_thanks_went_out_or_were_missed(thanked: bool) -> None:
    log = (a_line("write"), a_line("helped", TUESDAY, 2), a_line("thank", FRIDAY, 3))
    facts, _ = note(an_approach(1, ANN, *log[: 3 if thanked else 2]), on=date(2026, 11, 25))
    assert (facts.kind, facts.thanked) == ("report_back", thanked)


def test_whoever_was_met_and_left_only_a_number_is_followed_up_by_phone() -> None:
    met = a_person(1, "Ann Lee", tie="met", emails=(), phones=("+49 30 5550199",), at=ACME)
    asked = an_approach(1, met, a_line("met"), origin="met", ask="meeting")
    picture = a_snapshot(people=[met], approaches=[asked])
    card = next(c for c in plan_day(picture, today=TUESDAY).cards if c.person_id == met.id)
    facts = draft_facts(picture, card, on=TUESDAY)
    assert (card.kind, facts.channel) == ("call", "phone")
    assert draft(facts).wording == "met-talk"


def test_a_talk_of_another_approach_is_not_forgotten() -> None:
    talked = an_approach(1, ANN, a_line("write"), a_line("held", MONDAY, 2), closed_on=MONDAY)

    assert note(talked, an_approach(2, ANN, opened_on=LONG_AFTER))[0].talked
    assert not note(SILENT)[0].talked


def test_a_talk_has_one_day_that_on_which_it_was_held() -> None:
    agreed = a_line("dated", MONDAY, 2, at=datetime(2026, 11, 1, 10, tzinfo=UTC))
    held = a_line("held", TUESDAY, 3)

    assert meeting_day((agreed,)) == date(2026, 11, 1)
    assert meeting_day((agreed, held)) == TUESDAY
    assert meeting_day(()) is None


def test_after_an_invitation_with_a_note_was_accepted_less_is_asked_than_in_the_note() -> None:
    noted = an_approach(1, ANN, a_line("write"), a_line("accepted", TUESDAY, 2))
    bare = an_approach(1, ANN, a_line("invite"), a_line("accepted", TUESDAY, 2))

    assert note(noted, on=FRIDAY)[0].smaller_ask == "which_team"
    assert note(bare, on=FRIDAY)[0].smaller_ask is None


def test_a_call_names_the_note_after_it_only_to_whom_can_be_written_to() -> None:
    note_left = an_approach(1, DANA, a_line("write"))
    by_mail = a_call(DANA, note_left)
    by_phone = a_call(replace(DANA, emails=()), note_left)

    assert by_mail.tries_on is not None and by_phone.tries_on is None


def test_the_nudge_knows_the_message_left_until_a_note_has_gone_out() -> None:
    left = (a_line("write"), a_line("voicemail", TUESDAY, 2))

    assert message_left_on(left) == TUESDAY
    assert message_left_on((*left, a_line("nudge", FRIDAY, 3))) is None
    assert message_left_on((*left, a_line("yes", FRIDAY, 3))) is None


def test_no_two_people_are_offered_the_same_hours() -> None:
    said_yes = [
        an_approach(n, a_person(n), a_line("write"), a_line("yes", order=n), ask="meeting")
        for n in (1, 2, 3)
    ]
    picture = a_snapshot(people=[a_person(n) for n in (1, 2, 3)], approaches=said_yes)

    offered = [two_times(picture, MONDAY, approach_id=n) for n in (1, 2, 3)]

    assert len({hour for two in offered for hour in two}) == 6
    assert all("Wednesday" in first and "Friday" in then for first, then in offered)


def test_what_was_written_to_somebody_on_another_day_is_not_offered_again() -> None:
    wrote = an_approach(2, SAM, a_line("write"), a_line("yes", order=2), a_line("answer", order=3),
                        ask="meeting")  # fmt: skip
    asked = an_approach(1, ANN, a_line("write"), a_line("yes", TUESDAY, 4), ask="meeting")
    picture = a_snapshot(people=[ANN, SAM], approaches=[wrote, asked])
    alone = replace(picture, approaches={1: asked})
    on = MONDAY + timedelta(days=2)  # in two days comes the second of Monday's times

    assert "Friday" in two_times(picture, on, approach_id=1)[0]
    assert two_times(picture, MONDAY, approach_id=2)[1] not in two_times(picture, on, approach_id=1)
    ended = replace(picture, approaches={1: asked, 2: wrote._replace(closed_on=TUESDAY)})
    assert two_times(ended, on, approach_id=1) == two_times(alone, on, approach_id=1)


def test_help_that_was_a_name_is_thanked_for_with_the_name() -> None:
    helped = a_line("helped", TUESDAY, 2, named_id=SAM.id)
    facts, _ = note(an_approach(1, ANN, a_line("write"), helped), on=TUESDAY)
    assert (facts.kind, facts.answer, facts.named) == ("thank", "refers", "Sam Ode")


def test_a_note_is_promised_for_today_only_to_whom_can_be_written_to() -> None:
    named = an_approach(1, ANN, a_line("write"), a_line("refers", TUESDAY, 2, named_id=SAM.id))
    for sam, reached in ((SAM, True), (replace(SAM, emails=()), False)):
        picture = a_snapshot(people=[ANN, sam], seats=[a_seat(1, ACME)], approaches=[named])
        card = next(c for c in plan_day(picture, today=TUESDAY).cards if c.kind == "thank")
        facts = draft_facts(picture, card, on=TUESDAY)
        for language, today, soon in (("en", " today.", " soon."), ("de", "heute", " bald")):
            for voice in range(4):
                body = draft(replace(facts, language=language, voice=voice)).body
                assert ((today in body), (soon in body)) == (reached, not reached), body


def a_call(person: PersonFacts, approach: ApproachFacts) -> DraftFacts:
    """The facts of the call to them that is due on Friday."""
    seat = a_seat(1, ACME, holder_id=person.id)
    picture = a_snapshot(people=[person], seats=[seat], approaches=[approach])
    card = next(c for c in plan_day(picture, today=FRIDAY).cards if c.kind == "call")
    return draft_facts(picture, card, on=FRIDAY)
