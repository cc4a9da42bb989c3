"""Public holidays: the table says what the library it was made of says."""

import warnings
from datetime import date
from importlib.resources import files

import pytest

from firststep.facts.public_holidays import TABLE, YEARS, public_holidays


def test_a_holiday_is_known_with_its_year() -> None:
    kings_day = {year: date(year, 4, 27) in public_holidays("NL", year) for year in (2026, 2031)}

    assert kings_day == {2026: True, 2031: False}  # a Sunday in 2031: kept on the 26th
    assert date(2031, 4, 26) in public_holidays("NL", 2031)


def test_an_unknown_country_has_no_holidays() -> None:
    assert public_holidays("XX", 2026) == frozenset()
    assert public_holidays("", 2026) == frozenset()


def test_beyond_the_years_of_the_table_no_holiday_is_made_up() -> None:
    assert public_holidays("DE", YEARS[0]) and public_holidays("DE", YEARS[-1])
    assert (
        public_holidays("DE", YEARS[0] - 1) == public_holidays("DE", YEARS[-1] + 1) == frozenset()
    )


def held(country: str) -> set[date]:
    return {day for year in YEARS for day in public_holidays(country, year)}


@pytest.mark.slow
def test_every_country_and_year_is_as_in_the_library() -> None:
    """Fails when the library knows better: then bin/holidays writes the table anew."""
    holidays = pytest.importorskip("holidays")
    warnings.simplefilter("ignore")

    differing = [
        country
        for country in holidays.list_supported_countries(include_aliases=False)
        if held(country) != {*holidays.country_holidays(country, years=YEARS)}
    ]

    assert differing == [], "run: bin/holidays"


def test_every_country_one_can_choose_stands_in_the_table() -> None:
    rows = files("tzdata").joinpath("zoneinfo/iso3166.tab").read_text("utf-8").splitlines()
    countries = {row[:2] for row in rows if not row.startswith("#")}

    assert countries - {row[:2] for row in TABLE.read_text("utf-8").splitlines()} == set()
