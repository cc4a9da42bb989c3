"""What is told of the seven days after an event: before, while they run, over, and once landed."""

from datetime import date, timedelta

import pytest

from firststep.interfaces.answers.events import event_list, event_show
from firststep.interfaces.answers.landing import landed
from firststep.interfaces.words.following import event_stands, follow_up_stands
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign, Company
from firststep.verbs import thread
from firststep.verbs.habits.event import add_event, met
from tests.cast import MONDAY

WEDNESDAY = date(2026, 11, 4)


def told(campaign: Campaign, on: date) -> tuple[str, list[str]]:
    """How the event stands, in the list and on its own page, and everybody met there."""
    stamp = Stamp(on=on)
    (listed,) = event_list(campaign, stamp=stamp)
    shown = event_show(campaign, stamp=stamp, event="mixer")
    assert event_stands(listed) == event_stands(shown)
    return event_stands(shown), [follow_up_stands(one) for one in shown.people]


@pytest.fixture
def mixer(ada: Campaign, acme: Company) -> Campaign:
    """Two met at a mixer on Wednesday; one of them was written to the day after."""
    add_event(ada, stamp=Stamp(on=MONDAY), name="SCM mixer", on=WEDNESDAY)
    for who, email in (("Priya Nair, Acme", "priya@acme.example"), ("Ola Berg, Nordic", "")):
        met(ada, stamp=Stamp(on=WEDNESDAY), who=who, at="SCM mixer", email=email)
    thread.record_sent(ada, stamp=Stamp(on=date(2026, 11, 5)), ref="Priya Nair")
    return ada


@pytest.mark.parametrize(
    ("days", "stands", "ola"),
    [
        (-1, "Still to come.", None),
        (1, "1 of 2 followed up, 6 days left.", "find a way to them, write by Wednesday"),
        (6, "1 of 2 followed up, 1 day left.", "late: find a way to them, write today"),
        (7, "1 of 2 followed up, today is the last day.", "late: find a way to them, write today"),
        (8, "1 of 2 followed up, the seven days are over.", "the seven days are over"),
    ],
)
def test_an_event_is_told_by_its_own_clock_and_never_against_those_met_there(
    mixer: Campaign, days: int, stands: str, ola: str | None
) -> None:
    words, people = told(mixer, WEDNESDAY + timedelta(days=days))

    assert words == stands
    assert people[0].startswith("followed up") if ola else not people
    assert not ola or people[1].startswith(ola)


@pytest.mark.parametrize("days", [3, 7, 9])
def test_once_landed_nothing_counts_down(mixer: Campaign, days: int) -> None:
    landed(mixer, stamp=Stamp(on=date(2026, 11, 6)), company="Acme")

    words, people = told(mixer, WEDNESDAY + timedelta(days=days))
    assert words == "1 of 2 followed up."
    assert people == ["followed up 5 November 2026", "not followed up"]
    assert told(mixer, date(2026, 11, 5))[0] == "1 of 2 followed up, 6 days left."
