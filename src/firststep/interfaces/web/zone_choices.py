"""The countries and time zones to choose from, as the options of a select: made once, since there
are hundreds of them."""

from functools import cache
from html import escape

from django.utils.safestring import SafeString, mark_safe

from firststep.facts.zones import Zone, countries, country_of, name_today, names_before, zones


def zone_choices(zone: str, country: str) -> SafeString:
    """Every zone under its country: first those of the country one is in, then the others by name.
    A zone of no country, such as UTC, stands above them if it is the one now; `zone` may be ""."""
    now = name_today(zone)
    groups = _groups()
    first = [code for code in dict.fromkeys((country, country_of(zone))) if code in groups]
    drawn = "".join([*map(groups.__getitem__, first), *_others(groups, first)])
    if now and not country_of(now):
        drawn = f'<option value="{escape(now)}">{escape(now)}</option>{drawn}'
    return _with(drawn, now)


def country_choices(country: str) -> SafeString:
    """Every country by its name, with its code."""
    return _with(_countries(), country)


def zone_words(zone: str) -> str:
    """A zone as a person knows it: the town it is named for."""
    return Zone(name_today(zone), "").place


def _with(options: str, chosen: str) -> SafeString:
    """The options with one of them chosen; they are escaped where they are made."""
    value = f'value="{escape(chosen)}"'
    return mark_safe(options.replace(value, f"{value} selected", 1) if chosen else options)


@cache
def _countries() -> str:
    return "".join(f'<option value="{code}">{escape(name)}</option>' for code, name in _by_name())


def _by_name() -> list[tuple[str, str]]:
    return sorted(countries().items(), key=lambda pair: pair[1])


def _others(groups: dict[str, str], first: list[str]) -> list[str]:
    return [drawn for code, drawn in groups.items() if code not in first]


@cache
def _groups() -> dict[str, str]:
    return {code: _group(code, name) for code, name in _by_name() if code in zones()}


def _group(code: str, name: str) -> str:
    options = "".join(map(_option, zones()[code]))
    return f'<optgroup label="{escape(name)}" data-country="{code}">{options}</optgroup>'


def _option(zone: Zone) -> str:
    before = " ".join(names_before(zone.name))
    said = f' data-before="{escape(before)}"' if before else ""
    told = f" ({zone.where})" if zone.where and zone.where != zone.place else ""
    return f'<option value="{escape(zone.name)}"{said}>{escape(zone.place + told)}</option>'
