"""Countries and their time zones, from the tables that come with the zones (the `tzdata` package).

A zone has one name today and may have had others: `Asia/Calcutta` is `Asia/Kolkata`. Browsers and
old systems still say the earlier one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# Where most people of a country live, if its table does not begin with that zone.
MAIN = {
    "AU": "Australia/Sydney", "BR": "America/Sao_Paulo", "CA": "America/Toronto",
    "FM": "Pacific/Pohnpei", "PS": "Asia/Hebron", "RU": "Europe/Moscow", "UA": "Europe/Kyiv",
    "UZ": "Asia/Tashkent",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone of a country. `where` tells it from the country's others, "" for the only one."""

    name: str
    country: str
    where: str = ""

    @property
    def place(self) -> str:
        """The town it is named for."""
        return self.name.rpartition("/")[2].replace("_", " ")


@cache
def countries() -> dict[str, str]:
    """Code (ISO 3166) and English name of every country."""
    return {row[0]: row[1] for row in _rows("iso3166.tab")}


@cache
def zones() -> dict[str, tuple[Zone, ...]]:
    """The zones of each country by its code, the main one first."""
    found: dict[str, list[Zone]] = {}
    for country, _at, name, *where in _rows("zone.tab"):
        found.setdefault(country, []).append(Zone(name, country, "".join(where)))
    return {
        country: tuple(sorted(those, key=lambda zone: zone.name != MAIN.get(country)))
        for country, those in found.items()
    }


def main_zone(country: str) -> str:
    """The zone most people of a country live in; "" for a code there is none of."""
    there = zones().get(country, ())
    return there[0].name if there else ""


def country_of(zone: str) -> str:
    """The code of the country a zone is of; "" for a zone of none, such as UTC."""
    return _countries_of_zones().get(name_today(zone), "")


def name_today(zone: str) -> str:
    """The name of a zone today; any other text as it is."""
    return zone if zone in _countries_of_zones() else _names_today().get(zone, zone)


def names_before(zone: str) -> tuple[str, ...]:
    """What a zone was called earlier."""
    return _names_before().get(zone, ())


@cache
def _countries_of_zones() -> dict[str, str]:
    return {zone.name: zone.country for those in zones().values() for zone in those}


@cache
def _names_today() -> dict[str, str]:
    """Today's name by the earlier one. The tables also link zones that keep the same time though
    both are named today: those are no earlier names."""
    links = (row.split()[1:] for row in _lines("tzdata.zi") if row.startswith("L "))
    known = _countries_of_zones()
    return {before: now for now, before in links if now in known and before not in known}


@cache
def _names_before() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for before, now in _names_today().items():
        found[now] = (*found.get(now, ()), before)
    return found


def _rows(table: str) -> Iterator[list[str]]:
    return (row.split("\t") for row in _lines(table) if row and not row.startswith("#"))


def _lines(table: str) -> list[str]:
    """The lines of a table; none where the package was installed without it."""
    found = files("tzdata").joinpath("zoneinfo", table)
    return found.read_text("utf-8").splitlines() if found.is_file() else []
