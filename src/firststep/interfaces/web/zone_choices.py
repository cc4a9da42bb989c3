"""The time zones to choose from, by country, as the options of a select."""

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
    chosen = f'value="{escape(now)}"'
    return mark_safe(drawn.replace(chosen, f"{chosen} selected", 1))  # escaped above


def zone_words(zone: str) -> str:
    """A zone as a person knows it: the town it is named for."""
    return Zone(name_today(zone), "").place


def _others(groups: dict[str, str], first: list[str]) -> list[str]:
    return [drawn for code, drawn in groups.items() if code not in first]


@cache
def _groups() -> dict[str, str]:
    by_name = sorted(countries().items(), key=lambda pair: pair[1])
    return {code: _group(code, name) for code, name in by_name if code in zones()}


def _group(code: str, name: str) -> str:
    options = "".join(map(_option, zones()[code]))
    return f'<optgroup label="{escape(name)}" data-country="{code}">{options}</optgroup>'


def _option(zone: Zone) -> str:
    before = " ".join(names_before(zone.name))
    said = f' data-before="{escape(before)}"' if before else ""
    told = f" ({zone.where})" if zone.where and zone.where != zone.place else ""
    return f'<option value="{escape(zone.name)}"{said}>{escape(zone.place + told)}</option>'
