"""The seven days of somebody met, for a seeker who travels: the whole plan, hour by hour."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from firststep.errors import CannotDo
from firststep.facts.calendar import local_day
from firststep.facts.plan import Card
from firststep.facts.playbook import DEFAULT
from firststep.habits.events.reckoning import events_on
from firststep.journal.actions import Stamp
from firststep.learn.in_time import fell_due, follow_ups
from firststep.plan.shown import plan_on
from firststep.steps.goal.models import Campaign
from firststep.verbs.goal.campaign import edit_campaign
from firststep.verbs.habits.event import add_event, met
from firststep.verbs.thread.sending import record_sent

NEW_YORK, BERLIN, TOKYO, LOS_ANGELES = (
    "America/New_York", "Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles",
)  # fmt: skip
PRIYA = "Priya Nair, Head of Ops, Acme"


@dataclass
class Traveller:
    """A seeker and the world's clock: what is done counts for the day it is where she is."""

    campaign: Campaign
    now: datetime
    days: list[date] = field(default_factory=list)

    @property
    def today(self) -> date:
        """The day as every door takes it."""
        self.campaign.refresh_from_db()
        zone, moved_on = self.campaign.time_zone, self.campaign.moved_on
        self.days.append(local_day(self.now, zone=zone, moved_on=moved_on))
        return self.days[-1]

    @property
    def stamp(self) -> Stamp:
        return Stamp(on=self.today)

    def at(self, zone: str, *when: int) -> None:
        """Waits until it is that hour there: month, day, hour, minute of 2026."""
        then = datetime(2026, *when, tzinfo=ZoneInfo(zone)).astimezone(UTC)
        assert then >= self.now, "clocks go forward only"
        self.now = then

    def moves(self, zone: str, country: str) -> None:
        edit_campaign(self.campaign, stamp=self.stamp, zone=zone, country=country)

    def card(self) -> Card | None:
        """Priya's card of today, if there is one."""
        cards = plan_on(self.campaign, self.today).plan.cards
        return next((one for one in cards if one.name == "Priya Nair"), None)

    def in_time(self) -> tuple[int, int]:
        """How many were met and fell due by now, and how many of them were followed up in time."""
        shown = plan_on(self.campaign, self.today)
        found = list(fell_due(shown.snapshot, self.today, follow_ups(DEFAULT)))
        return len(found), sum(one.in_time for one in found)


@pytest.fixture
def ada_away(ada: Campaign) -> Traveller:
    """Ada lives in Berlin, and is in New York for the week of Thanksgiving."""
    ada.country = "DE"
    ada.save()
    traveller = Traveller(ada, datetime(2026, 11, 24, 8, tzinfo=UTC))
    traveller.at(NEW_YORK, 11, 24, 12, 0)
    traveller.moves(NEW_YORK, "US")
    return traveller


def test_the_seven_days_go_by_the_places_she_is_at_and_by_their_days_off(
    ada_away: Traveller,
) -> None:
    """Met on Wednesday evening in New York, noted at half past eleven there, when it is Thursday in
    Berlin. Thanksgiving is off; on Friday the follow-up is due. From Saturday on she is in Tokyo,
    in December at home: it stands on each working day up to the seventh day, and on no later. Days
    off are those of the place where she is now: seen from Tokyo it was due on Thursday already."""
    ada_away.at(NEW_YORK, 11, 25, 23, 30)
    event = add_event(ada_away.campaign, stamp=ada_away.stamp, name="SCM mixer", on=ada_away.today)
    met(
        ada_away.campaign, stamp=ada_away.stamp, who=PRIYA, at=f"e{event.pk}",
        email="priya@acme.example",
    )  # fmt: skip
    shown: list[tuple[str, str | None, bool]] = []

    for zone, country, day in (
        (NEW_YORK, "US", (11, 26)), (NEW_YORK, "US", (11, 27)), (TOKYO, "JP", (11, 29)),
        (TOKYO, "JP", (11, 30)), (TOKYO, "JP", (12, 1)), (BERLIN, "DE", (12, 2)),
        (BERLIN, "DE", (12, 3)),
    ):  # fmt: skip
        ada_away.at(zone, *day, 9, 0)
        if ada_away.campaign.time_zone != zone:
            ada_away.moves(zone, country)
        card = ada_away.card()
        shown.append((f"{ada_away.today:%a %d}", card and card.kind, bool(card and card.late)))

    assert shown == [
        ("Thu 26", None, False),  # Thanksgiving
        ("Fri 27", "follow_up_met", False),
        ("Sun 29", None, False),
        ("Mon 30", "follow_up_met", False),
        ("Tue 01", "follow_up_met", True),
        ("Wed 02", "follow_up_met", True),  # the seventh day
        ("Thu 03", "write", False),
    ]  # fmt: skip
    assert ada_away.days == sorted(ada_away.days), "no day is lived twice"
    assert ada_away.in_time() == (1, 0)


@pytest.mark.parametrize(("when", "in_time"), [
    ((12, 2, 23, 50), (1, 1)),  # ten minutes before midnight of the seventh day, in Los Angeles
    ((12, 3, 0, 10), (1, 0)),
])  # fmt: skip
def test_the_seventh_day_ends_at_midnight_where_she_is(
    ada_away: Traveller, when: tuple[int, ...], in_time: tuple[int, int]
) -> None:
    """It has been Thursday in Berlin and New York for hours."""
    ada_away.at(NEW_YORK, 11, 25, 21, 0)
    found = met(ada_away.campaign, stamp=ada_away.stamp, who=PRIYA)
    ada_away.at(LOS_ANGELES, 11, 30, 10, 0)
    ada_away.moves(LOS_ANGELES, "US")
    ada_away.at(LOS_ANGELES, *when)

    record_sent(
        ada_away.campaign, stamp=ada_away.stamp, ref=str(found.approach_id), channel="email"
    )

    assert ada_away.in_time() == in_time


def test_a_flight_west_over_midnight_takes_no_day_from_her_and_gives_none_twice(
    ada_away: Traveller,
) -> None:
    """Met in Tokyo on Monday; seven days later, early on Monday there, she flies to Los Angeles,
    where it is Sunday: the seventh day holds until Los Angeles has come to its end."""
    ada_away.at(TOKYO, 11, 30, 9, 0)
    ada_away.moves(TOKYO, "JP")
    found = met(ada_away.campaign, stamp=ada_away.stamp, who=PRIYA)
    ada_away.at(TOKYO, 12, 7, 1, 0)
    ada_away.moves(LOS_ANGELES, "US")

    ada_away.at(LOS_ANGELES, 12, 6, 20, 0)
    card = ada_away.card()
    assert (ada_away.today, card and card.kind) == (date(2026, 12, 7), "follow_up_met")
    ada_away.at(LOS_ANGELES, 12, 7, 20, 0)
    record_sent(ada_away.campaign, stamp=ada_away.stamp, ref=str(found.approach_id))

    assert ada_away.in_time() == (1, 1)
    assert ada_away.days == sorted(ada_away.days)


def test_who_works_where_neither_country_has_a_day_off_is_asked_on_the_first_day_that_is_none(
    ada_away: Traveller,
) -> None:
    """Met on 23 December in New York; at home from Christmas Eve: 25 and 26 December and Sunday are
    off in Germany, 26 December is a working day of hers nowhere else."""
    edit_campaign(
        ada_away.campaign, stamp=ada_away.stamp,
        working_days=["mon", "tue", "wed", "thu", "fri", "sat"],
    )  # fmt: skip
    ada_away.at(NEW_YORK, 12, 24, 22, 0)
    met(ada_away.campaign, stamp=ada_away.stamp, who=PRIYA)
    ada_away.at(NEW_YORK, 12, 26, 9, 0)
    assert ada_away.card(), "26 December is no day off in New York"
    ada_away.moves(BERLIN, "DE")
    assert ada_away.card() is None
    ada_away.at(BERLIN, 12, 28, 9, 0)
    card = ada_away.card()
    assert card and (card.kind, card.due_on) == ("follow_up_met", date(2026, 12, 28))


def test_an_event_elsewhere_whose_day_has_not_begun_here_counts_from_her_own_day(
    ada_away: Traveller,
) -> None:
    """A talk online in Tokyo on Thursday morning is on Wednesday evening in New York."""
    event = add_event(
        ada_away.campaign, stamp=ada_away.stamp, name="Tokyo talk", on=date(2026, 11, 26)
    )
    with pytest.raises(CannotDo, match="to come"):  # on Tuesday it is so everywhere
        met(ada_away.campaign, stamp=ada_away.stamp, who=PRIYA, at=f"e{event.pk}")
    ada_away.at(NEW_YORK, 11, 25, 21, 0)

    found = met(ada_away.campaign, stamp=ada_away.stamp, who=PRIYA, at=f"e{event.pk}")

    assert found.on == ada_away.today == date(2026, 11, 25)
    (standing,) = events_on(ada_away.campaign, ada_away.today)
    assert [one.name for one in standing.people] == ["Priya Nair"]
