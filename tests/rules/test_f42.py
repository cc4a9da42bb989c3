"""Two times are offered on days and at hours that can be kept, as the seeker writes them (F42)."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from firststep.facts.calendar import WorkCalendar
from firststep.facts.snapshot import Snapshot
from firststep.plan.planner import plan_day
from firststep.snapshot.draft_facts import draft_facts
from firststep.steps.outreach.drafting.draft import draft
from tests.builders import a_line, an_approach
from tests.rules.acme import ANN, DANA, HELD, at_acme


def answered(yes_on: date, *, country: str = "") -> Snapshot:
    """Dana said yes to a talk on that day."""
    asked = an_approach(
        1, DANA, a_line("write", yes_on), a_line("yes", yes_on, order=2), ask="meeting"
    )
    picture = at_acme([DANA, ANN], asked, seat=HELD)
    return replace(picture, calendar=WorkCalendar(country=country))


def letter(picture: Snapshot, on: date) -> str:
    card = next(one for one in plan_day(picture, today=on).cards if one.name == DANA.name)
    assert card.kind == "answer"
    return draft(draft_facts(picture, card, on=on)).body


@pytest.mark.parametrize(
    ("country", "yes_on", "times"),
    [
        ("", date(2026, 12, 1), "Thursday 3 December at 10:00 or Monday 7 December at 14:00"),
        ("DE", date(2026, 12, 1), "Thursday 3 December at 10:00 or Monday 7 December at 14:00"),
        ("US", date(2026, 12, 1),
         "Thursday, December 3 at 10:00 a.m. or Monday, December 7 at 2:00 p.m."),
        # Two working days on it is Christmas Eve, and the quiet days follow (F45).
        ("DE", date(2026, 12, 22), "Monday 4 January at 10:00 or Wednesday 6 January at 14:00"),
        # From Thursday to Monday it is New Year.
        ("DE", date(2026, 12, 29), "Monday 4 January at 10:00 or Wednesday 6 January at 14:00"),
        # The Friday after Thanksgiving.
        ("US", date(2026, 11, 24),
         "Monday, November 30 at 10:00 a.m. or Wednesday, December 2 at 2:00 p.m."),
    ],
)  # fmt: skip
def test_f42_two_times_lie_on_days_that_can_be_kept_in_the_seekers_way_of_writing(
    country: str, yes_on: date, times: str
) -> None:
    assert f" {times}" in letter(answered(yes_on, country=country), yes_on)


def test_f42_no_hour_is_offered_at_which_somebody_else_is_met() -> None:
    yes_on = date(2026, 12, 1)
    picture = answered(yes_on)
    dated = a_line("dated", yes_on, order=3, at=datetime(2026, 12, 3, 10))
    with_ann = an_approach(2, ANN, a_line("yes", yes_on), dated, ask="advice")
    busy = replace(picture, approaches={**picture.approaches, 2: with_ann})

    assert "Thursday 3 December at 11:00 or Monday 7 December" in letter(busy, yes_on)


def test_f42_the_days_of_a_letter_are_all_written_in_one_way() -> None:
    first, later = date(2026, 11, 2), date(2026, 11, 30)
    asked = an_approach(1, DANA, a_line("write", first), ask="meeting")
    silent = at_acme([DANA], asked, seat=HELD)
    for country, said in (("US", "on November 2"), ("GB", "on 2 November")):
        picture = replace(silent, calendar=WorkCalendar(country=country))
        card = next(
            card for on in range(2, 28) if on <= later.day
            for card in plan_day(picture, today=date(2026, 11, on)).cards if card.kind == "nudge"
        )  # fmt: skip
        assert said in draft(draft_facts(picture, card, on=later)).body.replace("On", "on")
