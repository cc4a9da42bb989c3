"""A line about an interview keeps who sits there; told as past, the thanks to each are due."""

from datetime import time, timedelta
from typing import Any

import pytest

from firststep.errors import CannotDo
from firststep.journal.actions import Stamp
from firststep.plan.shown import plan_on
from firststep.steps.followup.models import Interview, Interviewer
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.models import Person
from firststep.verbs.safety.undo import undo
from firststep.verbs.told.log import log, understood
from tests.everything import everything


def sitting(row: Interview) -> list[str]:
    return [one.person.name for one in Interviewer.objects.filter(interview=row).order_by("pk")]


@pytest.mark.parametrize(("line", "names"), [
    ("interview at acme tuesday 10am with Dana Fox and Raj Patel", ["Dana Fox", "Raj Patel"]),
    ("Interview at Acme next Tuesday at 10:00 with Dana Fox", ["Dana Fox"]),
    ("Acme invited me to an interview on Tuesday at 10, with Dana Fox, Head of Marketing",
     ["Dana Fox"]),
    ("Vorstellungsgespräch bei Acme am Dienstag um 10 Uhr mit Dana Fox und Raj Patel",
     ["Dana Fox", "Raj Patel"]),
    ("interview at acme tuesday 10am", []),
])  # fmt: skip
def test_whom_a_line_names_is_kept_as_who_sits_there(
    ada: Campaign, acme: Company, stamp: Stamp, line: str, names: list[str]
) -> None:
    before = everything()
    said = " ".join(understood(ada, stamp=stamp, line=line).words)
    assert all(name in said for name in names)
    assert everything() == before

    log(ada, stamp=Stamp(on=stamp.on + timedelta(days=2)), line=line)

    (row,) = Interview.objects.all()
    assert (row.company, row.on_day.isoweekday(), row.at_time) == (acme, 2, time(10))
    assert sitting(row) == names and row.held_on is None
    undo(ada, stamp=stamp)
    assert everything() == before


@pytest.mark.parametrize("line", [
    "interviewed at Acme today with Dana Fox and Raj Patel",
    "had my interview at Acme with Dana Fox and Raj Patel",
    "Vorstellungsgespräch bei Acme gehabt mit Dana Fox und Raj Patel",
])  # fmt: skip
def test_told_as_past_it_was_had_and_the_thanks_are_due_the_next_day(
    ada: Campaign, acme: Company, stamp: Stamp, line: str
) -> None:
    log(ada, stamp=stamp, line=line)

    (row,) = Interview.objects.all()
    assert (row.held_on, sitting(row)) == (stamp.on, ["Dana Fox", "Raj Patel"])
    due = plan_on(ada, stamp.on + timedelta(days=1)).plan.cards
    thanked = {card.name for card in due if card.kind == "thank"}
    assert thanked == {"Dana Fox", "Raj Patel"}


def test_who_is_known_sits_there_as_the_one_they_are(
    ada: Campaign, acme: Company, dana: Person, stamp: Stamp
) -> None:
    log(ada, stamp=stamp, line="interview at acme tomorrow 10am with Dana Whitlock")
    assert [one.person for one in Interviewer.objects.all()] == [dana]
    assert Person.objects.filter(name="Dana Whitlock").count() == 1


def test_who_sits_there_may_be_told_later_and_without_any_interview_its_day_is_asked(
    ada: Campaign, acme: Company, stamp: Stamp
) -> None:
    with pytest.raises(CannotDo, match="Say when the interview"):
        log(ada, stamp=stamp, line="interview at acme with Dana Fox")
    log(ada, stamp=stamp, line="interview at acme tomorrow 10am")
    log(ada, stamp=stamp, line="interview at acme with Dana Fox")

    (row,) = Interview.objects.all()
    assert (row.on_day, sitting(row)) == (stamp.on + timedelta(days=1), ["Dana Fox"])


@pytest.mark.parametrize("line", [
    "interview at acme tuesday 10am, Dana Fox arranged it",
    "interview at acme tuesday 10am, thanks to Dana Fox",
])  # fmt: skip
def test_somebody_else_of_the_line_does_not_sit_there(
    ada: Campaign, acme: Company, stamp: Stamp, line: str
) -> None:
    read: Any = understood(ada, stamp=stamp, line=line).read
    assert not any(one.to for one in read.happenings)
