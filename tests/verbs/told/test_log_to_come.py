"""A line about a day to come leaves a conversation on that day, beside what happened (F43)."""

from datetime import date, datetime

import pytest

from firststep.errors import CannotDo
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.steps.followup.models import Interview, Meeting
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.outreach.models import Outcome
from firststep.steps.people.models import Person
from firststep.verbs.safety.undo import undo
from firststep.verbs.thread import record_sent
from firststep.verbs.told.log import log, understood

MONDAY, TUESDAY = date(2026, 11, 2), date(2026, 11, 3)
FRIDAY = datetime(2026, 11, 6, 10)
LINE = "Dana Whitlock said yes, talk on Friday at 10"


@pytest.fixture(autouse=True)
def written(ada: Campaign, dana: Person) -> None:
    record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{dana.pk}")


def test_f43_a_yes_with_its_day_is_a_yes_today_and_a_conversation_on_that_day(
    ada: Campaign,
) -> None:
    told = understood(ada, stamp=Stamp(on=TUESDAY), line=LINE)
    assert told.words == (
        "Dana Whitlock said yes today.",
        "You will talk with Dana Whitlock on Friday 6 November at 10:00.",
    )
    assert not Meeting.objects.exists()

    what = log(ada, stamp=Stamp(on=TUESDAY, once_key="one"), line=LINE)

    assert [(one.kind, one.on) for one in Outcome.objects.all()] == [("yes", TUESDAY)]
    meeting = Meeting.objects.get()
    assert (what.records[1].meeting_id, meeting.on_day, meeting.held_on) == (
        meeting.pk,
        FRIDAY.date(),
        None,
    )
    entries = list(Entry.objects.order_by("-id").values_list("verb", "on"))
    assert entries[:2] == [("meeting", TUESDAY), ("reply", TUESDAY)]


def test_f43_undo_takes_back_the_day_and_then_the_yes(ada: Campaign) -> None:
    log(ada, stamp=Stamp(on=TUESDAY), line=LINE)

    undo(ada, stamp=Stamp(on=TUESDAY))
    assert (Outcome.objects.count(), Meeting.objects.exclude(on_day=None).count()) == (1, 0)

    undo(ada, stamp=Stamp(on=TUESDAY))
    assert Outcome.objects.count() == 0


def test_f43_both_are_written_or_none(ada: Campaign) -> None:
    """The clocks of Berlin skip half past two on 28 March 2027."""
    line = "Dana Whitlock said yes, talk on 2027-03-28 at 02:30"
    entries = Entry.objects.count()

    with pytest.raises(CannotDo, match="the clocks go forward"):
        log(ada, stamp=Stamp(on=TUESDAY), line=line)

    assert (Entry.objects.count(), Outcome.objects.count()) == (entries, 0)


def test_f43_a_talk_that_is_only_to_come_is_dated_and_nothing_else(ada: Campaign) -> None:
    line = "Coffee with Dana Whitlock on Friday at 10"

    log(ada, stamp=Stamp(on=TUESDAY), line=line)

    assert Outcome.objects.count() == 0
    assert (Meeting.objects.get().on_day, Meeting.objects.get().how) == (FRIDAY.date(), "in_person")


def test_f43_talked_on_tuesday_said_on_thursday_counts_for_tuesday(ada: Campaign) -> None:
    log(ada, stamp=Stamp(on=TUESDAY), line=LINE)

    log(ada, stamp=Stamp(on=date(2026, 11, 12)), line="Talked to Dana Whitlock on Friday")

    assert Meeting.objects.get().held_on == FRIDAY.date()


def test_f43_an_interview_told_with_its_day_is_an_interview_on_that_day(
    ada: Campaign, acme: Company
) -> None:
    log(ada, stamp=Stamp(on=TUESDAY), line="Interview at Acme on Friday at 10")

    acme.refresh_from_db()
    row = Interview.objects.get()
    assert (row.on_day, row.at_time, acme.stage) == (FRIDAY.date(), FRIDAY.time(), "interview")
    log(ada, stamp=Stamp(on=TUESDAY), line="Interview at Acme on Nov 9")
    row.refresh_from_db()
    assert (row.on_day, row.at_time) == (date(2026, 11, 9), None)


def test_f43_an_interview_without_a_day_is_the_stage_alone(ada: Campaign, acme: Company) -> None:
    log(ada, stamp=Stamp(on=TUESDAY), line="Acme invited me for an interview")

    acme.refresh_from_db()
    assert acme.stage == "interview" and not Interview.objects.exists()
