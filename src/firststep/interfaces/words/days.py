"""Days as a person says them."""

from datetime import date


def long_day(day: date) -> str:
    """Monday, 30 November."""
    return f"{day:%A}, {day.day} {day:%B}"


def short_day(day: date | None) -> str:
    """30 Nov; nothing for no day."""
    return f"{day.day} {day:%b}" if day else ""


def full_day(day: date | None) -> str:
    """30 November 2026; nothing for no day."""
    return f"{day.day} {day:%B} {day.year}" if day else ""


def nearby(day: date, *, today: date) -> str:
    """`today`, `tomorrow`, `Thursday`, or the day with its date when it is further."""
    away = (day - today).days
    if away in (0, 1):
        return ("today", "tomorrow")[away]
    return f"{day:%A}" if 1 < away < 7 else long_day(day)
