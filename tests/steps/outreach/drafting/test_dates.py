"""Days, hours and lists as a country writes them (L1)."""

import subprocess
import sys
from datetime import date, datetime, timedelta

import pytest

from firststep.steps.outreach.drafting.dates import (
    english_locale,
    in_a_list,
    said_day,
    written_day,
    written_time,
)

FIFTH = date(2027, 1, 5)


@pytest.mark.parametrize(
    ("country", "day", "time"),
    [
        ("US", "January 5", "Tuesday, January 5 at 2:05 p.m."),
        ("CA", "January 5", "Tuesday, January 5 at 2:05 p.m."),
        ("GB", "5 January", "Tuesday 5 January at 14:05"),
        ("DE", "5 January", "Tuesday 5 January at 14:05"),
        ("", "5 January", "Tuesday 5 January at 14:05"),
    ],
)
def test_a_day_and_an_hour_are_written_as_the_country_does(
    country: str, day: str, time: str
) -> None:
    at = datetime(2027, 1, 5, 14, 5)

    assert written_day(FIFTH, country=country) == day
    assert written_time(at, country=country) == time
    assert written_day(None, country=country) == ""


@pytest.mark.parametrize(
    ("ago", "said"),
    [(0, "today"), (1, "yesterday"), (2, "on Tuesday"), (4, "on Tuesday"), (5, "on 5 January"),
     (-1, "on Tuesday"), (-6, "on Tuesday"), (-7, "on 5 January")],
)  # fmt: skip
def test_a_day_near_by_is_said_by_its_name(ago: int, said: str) -> None:
    assert said_day(FIFTH, today=FIFTH + timedelta(days=ago), country="GB") == said


def test_where_today_is_not_known_a_day_is_said_by_its_date() -> None:
    assert said_day(FIFTH, today=None, country="US") == "on January 5"
    assert said_day(None, today=FIFTH, country="US") == ""


@pytest.mark.parametrize(
    ("places", "said"),
    [([], ""), (["Lyon"], "Lyon"), (["Lyon", "Nice", "Metz"], "Lyon, Nice or Metz")],
)
def test_a_list_ends_with_or(places: list[str], said: str) -> None:
    assert in_a_list(places, "or", locale=english_locale("GB")) == said


def test_no_command_waits_for_the_locale_data_before_a_text_is_written() -> None:
    code = (
        "import sys; import firststep.steps.outreach.drafting.draft; "
        "sys.exit(any(name.startswith('babel') for name in sys.modules))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
