"""What a line about a meeting leaves behind: its occasion with the tie, the whole of it in the
thread."""

from datetime import timedelta

import pytest

from firststep.habits.events.models import Encounter, Event
from firststep.journal.actions import Stamp
from firststep.steps.approach.models import Approach
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.models import Outcome, Touch
from firststep.steps.people.models import Tie
from firststep.verbs.habits.event import add_event
from firststep.verbs.told.log import log


def test_only_the_occasion_is_how_they_know_each_other_and_the_line_is_kept(
    ada: Campaign, stamp: Stamp
) -> None:
    line = "Met Ria Num (Acme) at a fair, she will send me the job ad"
    log(ada, stamp=stamp, line=line)
    assert (Tie.objects.get().kind, Tie.objects.get().how) == ("met", "at a fair")
    assert Touch.objects.get().text == line


def test_a_line_without_an_occasion_leaves_none(ada: Campaign, stamp: Stamp) -> None:
    log(ada, stamp=stamp, line="Met Ria Num (Acme)")
    assert Tie.objects.get().how == ""
    assert Touch.objects.get().text == "Met Ria Num (Acme)"


def test_who_was_met_at_an_event_of_that_name_is_noted_there_once(
    ada: Campaign, stamp: Stamp
) -> None:
    event = add_event(ada, stamp=stamp, name="AMA Mixer", on=stamp.on - timedelta(days=1))

    for line in ("Met Ria Num (Acme) at the AMA mixer", "met Ria Num at the mixer"):
        log(ada, stamp=stamp, line=line)

    assert Event.objects.get() == event
    assert [one.event for one in Encounter.objects.all()] == [event]
    assert Touch.objects.get().on == event.on


@pytest.mark.parametrize(("line", "names"), [
    ("Met Ria Num (Acme) at the chamber breakfast", ["chamber breakfast"]),
    ("Met two people at the union job fair: Ria Num (Acme) and Bo Finn", ["union job fair"]),
    ("Met Ria Num (Acme) at a fair", []),
    ("Met Ria Num (Acme) at the station", []),
    ("Met Ria Num (Acme) for coffee at Lowry's", []),
    ("Met Ria Num (Acme) at breakfast", []),
])  # fmt: skip
def test_a_day_among_people_makes_an_event_and_no_other_place_does(
    ada: Campaign, stamp: Stamp, line: str, names: list[str]
) -> None:
    log(ada, stamp=stamp, line=line)

    assert [one.name for one in Event.objects.all()] == names
    assert Encounter.objects.count() == Touch.objects.count() * len(names)


def test_an_event_to_come_is_not_the_one_that_is_told_and_one_of_long_ago_is_another(
    ada: Campaign, stamp: Stamp
) -> None:
    old = add_event(ada, stamp=stamp, name="Union Fair", on=stamp.on - timedelta(days=60))
    add_event(ada, stamp=stamp, name="Harbor Fair", on=stamp.on + timedelta(days=5))

    log(ada, stamp=stamp, line="Met Ria Num (Acme) at the Harbor Fair")
    assert not Encounter.objects.exists()
    log(ada, stamp=stamp, line="Met Bo Finn (Acme) at the Union Fair")

    event = Encounter.objects.get().event
    assert event is not None
    assert (event.name, event.on, event == old) == ("Union Fair", stamp.on, False)


def test_who_expects_me_was_introduced_by_whoever_named_them(ada: Campaign, stamp: Stamp) -> None:
    log(ada, stamp=stamp, line="Met Ria Num (Acme), she says talk to Sam Orr (Acme)")
    before = Approach.objects.get(person__name="Sam Orr")

    log(ada, stamp=stamp, line="Sam Orr expects me")

    told = Outcome.objects.get(expected=True)
    assert (told.kind, told.named, told.approach.person and told.approach.person.name) == (
        "refers", before.person, "Ria Num",
    )  # fmt: skip
    assert Approach.objects.get(person__name="Sam Orr").pk == before.pk
