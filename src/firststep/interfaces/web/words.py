"""Words in templates: days, counts and the addresses of our own files."""

import hashlib
from datetime import date
from functools import cache
from pathlib import Path

from django import template
from django.conf import settings

register = template.Library()
STATIC = Path(__file__).parent / "static"
SMALL = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip


@register.filter
def long_day(day: date) -> str:
    """Monday, 30 November."""
    return f"{day:%A}, {day.day} {day:%B}"


@register.filter
def short_day(day: date | None) -> str:
    """30 Nov; nothing for no day."""
    return f"{day.day} {day:%b}" if day else ""


@register.filter
def full_day(day: date | None) -> str:
    """30 November 2026; nothing for no day."""
    return f"{day.day} {day:%B} {day.year}" if day else ""


@register.filter
def in_words(count: int) -> str:
    """Five; 13 and more stay figures."""
    return SMALL[count] if 0 <= count < len(SMALL) else str(count)


@register.filter
def percent(share: float) -> str:
    """10 for .1; what is not nothing is never shown as 0."""
    return f"{share * 100:.0f}"


@register.filter
def thousands(count: int) -> str:
    """1,123."""
    return f"{count:,}"


@register.simple_tag
def asset(name: str) -> str:
    """The address of a file of ours, which changes when the file does."""
    return f"{settings.STATIC_URL}{name}?{_print(name)}"


@cache
def _print(name: str) -> str:
    return hashlib.sha256(Path(f"{STATIC}/{name}").read_bytes()).hexdigest()[:10]
