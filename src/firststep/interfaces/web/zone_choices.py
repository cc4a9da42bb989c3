"""The countries and time zones to choose from, as the options of a select: made once, since there
are hundreds of them."""

from functools import cache
from html import escape
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString, mark_safe

from firststep.facts.said import language_now
from firststep.facts.text import fold
from firststep.facts.zones import Zone, countries, country_of, name_today, names_before, zones

if TYPE_CHECKING:
    from babel import Locale


def zone_choices(zone: str, country: str) -> SafeString:
    """Every zone under its country: first those of the country one is in, then the others by name.
    A zone of no country, such as UTC, stands above them if it is the one now; `zone` may be ""."""
    now = name_today(zone)
    groups = _groups(language_now())
    first = [code for code in dict.fromkeys((country, country_of(zone))) if code in groups]
    drawn = "".join([*map(groups.__getitem__, first), *_others(groups, first)])
    if now and not country_of(now):
        drawn = f'<option value="{escape(now)}">{escape(now)}</option>{drawn}'
    return _with(drawn, now)


def country_choices(country: str) -> SafeString:
    """Every country by its name in the reader's language, with its code."""
    return _with(_countries(language_now()), country)


def zone_words(zone: str) -> str:
    """A zone as a person knows it: the town it is named for."""
    return _place(Zone(name_today(zone), ""), language_now())


def _with(options: str, chosen: str) -> SafeString:
    """The options with one of them chosen; they are escaped where they are made."""
    value = f'value="{escape(chosen)}"'
    return mark_safe(options.replace(value, f"{value} selected", 1) if chosen else options)


@cache
def _countries(language: str) -> str:
    named = _by_name(language)
    return "".join(f'<option value="{code}">{escape(name)}</option>' for code, name in named)


def _by_name(language: str) -> list[tuple[str, str]]:
    named = _spoken(language).territories if language else {}
    found = {code: named.get(code, name) for code, name in countries().items()}
    return sorted(found.items(), key=lambda pair: fold(pair[1]) if language else pair[1])


def _place(zone: Zone, language: str) -> str:
    """The town a zone is named for, as the language writes it: Wien."""
    known = _spoken(language).time_zones.get(zone.name, {}) if language else {}
    return str(known.get("city", zone.place))


@cache
def _spoken(language: str) -> "Locale":
    from babel import Locale

    return Locale.parse(language)


def _others(groups: dict[str, str], first: list[str]) -> list[str]:
    return [drawn for code, drawn in groups.items() if code not in first]


@cache
def _groups(language: str) -> dict[str, str]:
    named = _by_name(language)
    return {code: _group(code, name, language) for code, name in named if code in zones()}


def _group(code: str, name: str, language: str) -> str:
    options = "".join(_option(zone, language) for zone in zones()[code])
    return f'<optgroup label="{escape(name)}" data-country="{code}">{options}</optgroup>'


def _option(zone: Zone, language: str) -> str:
    """A zone of a country; which part of it that is, only the English tables tell."""
    before = " ".join(names_before(zone.name))
    said = f' data-before="{escape(before)}"' if before else ""
    place = _place(zone, language)
    told = f" ({zone.where})" if zone.where and zone.where != zone.place and not language else ""
    return f'<option value="{escape(zone.name)}"{said}>{escape(place + told)}</option>'
