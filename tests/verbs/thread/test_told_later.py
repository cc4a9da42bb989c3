"""A conversation on a day off, told on the next working day, was held on its day."""

from datetime import date, datetime

import pytest

from firststep.interfaces.answers.letters import draft
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.learn.progress import FollowUp, progress
from firststep.plan.shown import plan_on
from firststep.steps.followup.models import Meeting
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.models import Touch
from firststep.steps.people.models import Person
from firststep.verbs import thread as actions
from firststep.verbs.safety.undo import undo
from firststep.verbs.told import log as told
from tests.everything import everything

SATURDAY, NOON = date(2026, 11, 7), datetime(2026, 11, 7, 12, 0)


def on(day: int, month: int = 11) -> Stamp:
    return Stamp(on=date(2026, month, day), door="test")


@pytest.fixture
def agreed(ada: Campaign, dana: Person) -> str:
    """A conversation with Dana is agreed for Saturday the 7th."""
    ref = f"p{dana.pk}"
    actions.record_sent(ada, stamp=on(2), ref=ref)
    actions.record_reply(ada, stamp=on(3), ref=ref, answer="yes")
    actions.record_meeting(ada, stamp=on(4), ref=ref, at=NOON)
    return ref


def held_on() -> tuple[date, date | None]:
    return Touch.objects.get(kind="held").on, Meeting.objects.get().held_on


def test_it_is_recorded_today_and_was_held_on_the_day_off_it_was_agreed_for(
    ada: Campaign, agreed: str
) -> None:
    actions.record_talked(ada, stamp=on(9), ref=agreed)

    assert held_on() == (SATURDAY, SATURDAY)
    entry = Entry.objects.latest("id")
    assert (entry.on, entry.words) == (
        date(2026, 11, 9), "You talked with Dana Whitlock on Saturday 7 November.",
    )  # fmt: skip


def test_the_card_the_letter_and_the_report_speak_of_that_day(ada: Campaign, agreed: str) -> None:
    what = actions.record_talked(ada, stamp=on(9), ref=agreed)

    card = next(c for c in plan_on(ada, date(2026, 11, 9)).plan.cards if c.ref == what.ref)
    assert (card.kind, card.due_on) == ("thank", date(2026, 11, 9))
    assert "You talked with Dana on Saturday 7 November" in card.why
    letter = draft(ada, stamp=on(9), ref=what.ref).body
    assert "on Saturday" in letter
    actions.thank(ada, stamp=on(9), person="Dana Whitlock")
    follows = actions.next_step(ada, what.ref, date(2026, 11, 9))
    assert follows is not None and follows.kind == "report_back"
    counts = plan_on(ada, date(2026, 11, 9)).snapshot.calendar.after(SATURDAY, 20)
    assert follows.due_on == counts


def test_thanks_the_next_working_day_are_in_time_and_days_after_they_are_not(
    ada: Campaign, agreed: str
) -> None:
    def in_time(day: int) -> FollowUp:
        shown = plan_on(ada, date(2026, 11, day))
        return progress(shown.snapshot, today=date(2026, 11, day), silent=()).thanks

    before = in_time(6)
    actions.record_talked(ada, stamp=on(9), ref=agreed)
    actions.thank(ada, stamp=on(9), person="Dana Whitlock")
    assert (in_time(9).due, in_time(9).in_time) == (before.due + 1, before.in_time + 1)
    undo(ada, stamp=on(9))
    actions.thank(ada, stamp=on(11), person="Dana Whitlock")
    assert (in_time(11).due, in_time(11).in_time) == (before.due + 1, before.in_time)


def test_undo_takes_it_back_whole(ada: Campaign, agreed: str) -> None:
    before = everything()

    actions.record_talked(ada, stamp=on(9), ref=agreed)
    undo(ada, stamp=on(10))

    assert everything() == before


@pytest.mark.parametrize("day", [5, 7])
def test_told_before_that_day_or_on_it_the_day_told_counts(
    ada: Campaign, agreed: str, day: int
) -> None:
    actions.record_talked(ada, stamp=on(day), ref=agreed)

    assert held_on() == (date(2026, 11, day), date(2026, 11, day))
    assert Entry.objects.latest("id").words == "You talked with Dana Whitlock."


def test_a_line_that_says_its_day_is_taken_at_its_word(ada: Campaign, agreed: str) -> None:
    told.log(ada, stamp=on(9), line="Talked with Dana Whitlock yesterday")

    assert held_on() == (date(2026, 11, 8), date(2026, 11, 8))


@pytest.mark.parametrize(("agreed_on", "told_on"), [(7, 10), (6, 9)])
def test_told_later_than_it_could_have_been_the_day_told_counts(
    ada: Campaign, dana: Person, agreed_on: int, told_on: int
) -> None:
    ref = f"p{dana.pk}"
    actions.record_sent(ada, stamp=on(2), ref=ref)
    actions.record_reply(ada, stamp=on(3), ref=ref, answer="yes")
    actions.record_meeting(ada, stamp=on(4), ref=ref, at=datetime(2026, 11, agreed_on, 12, 0))

    actions.record_talked(ada, stamp=on(told_on), ref=ref)

    assert held_on() == (date(2026, 11, told_on), date(2026, 11, told_on))
