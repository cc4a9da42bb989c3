"""Days as a person says them."""

from datetime import date

from firststep.facts.said import say, say_day


def long_day(day: date) -> str:
    """Monday, 30 November."""
    return say_day(day, "EEEE, d MMMM")


def day_within(day: date) -> str:
    """Monday, 30 November, as it goes on in a sentence ("on …"): German gives it its article."""
    return say_day(day, "EEEE, d MMMM", sense="within a sentence")


def short_day(day: date | None) -> str:
    """30 Nov; nothing for no day."""
    return say_day(day, "d MMM") if day else ""


def month_day(day: date | None) -> str:
    """30 November; nothing for no day."""
    return say_day(day, "d MMMM") if day else ""


def full_day(day: date | None) -> str:
    """30 November 2026; nothing for no day."""
    return say_day(day, "d MMMM y") if day else ""


def nearby(day: date, *, today: date) -> str:
    """`today`, `tomorrow`, `Thursday`, or the day with its date when it is further."""
    away = (day - today).days
    if away in (0, 1):
        return say("tomorrow") if away else say("today")
    return say_day(day, "EEEE") if 1 < away < 7 else long_day(day)
