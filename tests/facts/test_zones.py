"""Zones are told by country, the one most people live in first, and known by every name."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from firststep.facts.zones import MAIN, countries, country_of, main_zone, name_today, zones


@pytest.mark.parametrize(
    ("country", "zone"),
    [
        ("DE", "Europe/Berlin"), ("US", "America/New_York"), ("AU", "Australia/Sydney"),
        ("UA", "Europe/Kyiv"), ("PT", "Europe/Lisbon"), ("IN", "Asia/Kolkata"),
        ("ZZ", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_country_has_the_zone_most_people_there_live_in(country: str, zone: str) -> None:
    assert main_zone(country) == zone


def test_every_zone_can_be_reckoned_with_and_belongs_to_a_country_with_a_name() -> None:
    noon = datetime(2026, 11, 23, 12, tzinfo=UTC)

    for country, there in zones().items():
        assert countries()[country]
        for zone in there:
            assert noon.astimezone(ZoneInfo(zone.name)).tzinfo is not None
            assert country_of(zone.name) == country
    assert set(MAIN.values()) <= {zone.name for there in zones().values() for zone in there}


@pytest.mark.parametrize(
    ("before", "now", "country"),
    [
        ("Asia/Calcutta", "Asia/Kolkata", "IN"),
        ("America/Buenos_Aires", "America/Argentina/Buenos_Aires", "AR"),
        ("US/Pacific", "America/Los_Angeles", "US"),
        ("Europe/Amsterdam", "Europe/Amsterdam", "NL"),  # linked to Brussels, yet named today
        ("UTC", "UTC", ""),
        ("Mars/Base", "Mars/Base", ""),
    ],
)  # fmt: skip
def test_an_earlier_name_is_read_as_todays(before: str, now: str, country: str) -> None:
    assert (name_today(before), country_of(before)) == (now, country)


def test_where_a_country_has_several_each_says_where_it_is() -> None:
    pairs = {zone.place: zone.where for zone in zones()["ES"]}

    assert pairs == {
        "Madrid": "Spain (mainland)",
        "Ceuta": "Ceuta, Melilla",
        "Canary": "Canary Islands",
    }
    assert zones()["US"][0].place == "New York"
