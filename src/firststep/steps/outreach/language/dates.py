"""Which day a written date, a month, a year or a feast means. Pure."""

from collections.abc import Callable
from datetime import date, timedelta

from firststep.facts.text import fold
from firststep.steps.outreach.language.day_words import (
    DAY_NAMES,
    DaysMeant,
    Grain,
    SlotsSaid,
    either,
    only,
)
from firststep.steps.outreach.language.feasts import feast_in

LATELY_DAYS, SOON_DAYS = 60, 90  # how long past, how far off what is told of usually is


def _date(told: SlotsSaid, _how: list[str]) -> DaysMeant:
    month, day = told.number("month"), told.number("d")
    if told.year:
        return only(date(told.year, month, day), told)
    return either(next_such(told, month, day), _gone(told, month, day))


def next_such(told: SlotsSaid, month: int, day: int) -> date:
    """The next such day, today included."""
    years = range(told.today.year, told.today.year + 9)  # 29 February may be eight years off
    return min(on for on in _real(years, month, day) if on >= told.today)


def _gone(told: SlotsSaid, month: int, day: int) -> date:
    years = range(told.today.year - 8, told.today.year + 1)
    return max(on for on in _real(years, month, day) if on <= told.today)


def _real(years: range, month: int, day: int) -> list[date]:
    found = []
    for year in years:
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return found


def _span(told: SlotsSaid, how: list[str]) -> DaysMeant:
    """From one day to another: the last one counts."""
    if how:
        return _dots(told, how)
    return DaysMeant(on=next_such(told, told.number("month"), told.number("e")), sense="until")


def _iso(told: SlotsSaid, _how: list[str]) -> DaysMeant:
    return only(date.fromisoformat(told.said["iso"]), told)


def _dots(told: SlotsSaid, how: list[str]) -> DaysMeant:
    """14.12. or 14.12.2026: the day first, wherever dots are written."""
    text = told.said.get("dots") or told.said["dots_open"]
    day, month, year = (*map(int, filter(None, text.split("."))), 0)[:3]
    if year:
        return only(date(year % 100 + 2000, month, day), told)
    coming = next_such(told, month, day)
    return DaysMeant(on=coming, sense="until") if how else either(coming, _gone(told, month, day))


def _slash(told: SlotsSaid, _how: list[str]) -> DaysMeant:
    """12/14 can be one day only; 12/11 could be two, and is never guessed (B10)."""
    first, second, *year = map(int, told.said["slash"].split("/"))
    order = [(first, second), (second, first)]
    if told.country != "US":
        order.reverse()
    read = {}
    for month, day in order:
        if days := _slashed(told, month, day, year):
            read[days.on] = days
    if len(read) > 1:
        return _one_of(tuple(read.values()), told)
    return next(iter(read.values()), DaysMeant())


def _one_of(read: tuple[DaysMeant, ...], told: SlotsSaid) -> DaysMeant:
    """Two readings, as the seeker's country writes it first: what is past was so lately, what is
    agreed is so soon. Where that leaves the country's own reading alone, it is the one."""
    first, other = read[:2]
    past = [_lately(one.past, told.today) for one in (first, other)]
    coming = [_soon(one.on, told.today) for one in (first, other)]
    return DaysMeant(
        unsure=tuple(_nearest(days, told.today) for days in read),
        as_past=past[0] if told.country and past[1] is None else None,
        as_coming=coming[0] if told.country and coming[1] is None else None,
    )


def _lately(day: date | None, today: date) -> date | None:
    return day if day and 0 <= (today - day).days <= LATELY_DAYS else None


def _soon(day: date | None, today: date) -> date | None:
    return day if day and 0 <= (day - today).days <= SOON_DAYS else None


def _nearest(days: DaysMeant, today: date) -> date:
    return min(filter(None, (days.on, days.past)), key=lambda day: abs(day - today))


def _slashed(told: SlotsSaid, month: int, day: int, year: list[int]) -> DaysMeant | None:
    try:
        if year:
            return only(date(year[0] % 100 + 2000, month, day), told)
        return either(next_such(told, month, day), _gone(told, month, day))
    except ValueError:
        return None


def _monthday(told: SlotsSaid, how: list[str]) -> DaysMeant:
    days = _monthdays(told, told.number("d"))
    if how:  # Monday 14
        fit = (on for on in days if on.weekday() == told.weekday and on >= told.today)
        return DaysMeant(on=min(fit))
    return either(
        min(on for on in days if on >= told.today), max(on for on in days if on <= told.today)
    )


def _monthdays(told: SlotsSaid, day: int) -> list[date]:
    """That day of the months around this one."""
    months = [months_on(told.today.replace(day=1), count) for count in range(-2, 3)]
    years = ((range(first.year, first.year + 1), first.month) for first in months)
    return [on for year, month in years for on in _real(year, month, day)]


def _weekday_of(told: SlotsSaid, how: list[str]) -> DaysMeant:
    """The first Monday of January: from which day of the month on it is looked for."""
    first = next_such(told, told.number("month"), 1)
    day = first + timedelta(days=int(how[0]) + (told.weekday - first.weekday()) % 7)
    return DaysMeant(on=day)


def _month(told: SlotsSaid, how: list[str]) -> DaysMeant:
    if how[:1] == ["0"]:
        return DaysMeant(on=_last_of(told.today))
    month = int(how[1]) if how[:1] == ["of"] else told.number("month")
    if told.year:
        return only(_within(date(told.year, month, 1), how), told, "month")
    this = date(told.today.year, month, 1)
    is_over = this <= told.today
    other = this.replace(year=this.year + (1 if is_over else -1))
    before, after = (this, other) if is_over else (other, this)
    grain: Grain = "month" if how in ([], ["of"]) else "week"
    return either(_within(after, how), _within(before, how), grain=grain)


def _within(first: date, how: list[str]) -> date:
    if how == ["end"]:
        return _last_of(first)
    return first.replace(day=int(how[0])) if len(how) == 1 else first


def _months(told: SlotsSaid, how: list[str]) -> DaysMeant:
    return only(months_on(told.today.replace(day=1), int(how[0])), told, "month")


def _years(told: SlotsSaid, how: list[str]) -> DaysMeant:
    year = told.today.year + int(how[0]) if how != ["of"] else int(told.said["y"])
    return only(date(year, 1, 1), told, "year")


def _feast(told: SlotsSaid, how: list[str]) -> DaysMeant:
    names = {fold(name): key for name, key in DAY_NAMES["feast"].items()}
    first, last = feast_in(
        names[fold(told.said.get("feast", "new year"))], told.today, told.country
    )
    if how == ["after"]:
        return DaysMeant(on=last + timedelta(days=1), sense="from")
    if how == ["before"]:
        return DaysMeant(on=first - timedelta(days=1), sense="until")
    return DaysMeant(on=first, grain="week")


def months_on(day: date, count: int) -> date:
    """The same day so many months later; the last of a month that is shorter."""
    years, month = divmod(day.month - 1 + count, 12)
    first = date(day.year + years, month + 1, 1)
    return first.replace(day=min(day.day, _last_of(first).day))


def _last_of(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


DATE_RULES: dict[str, Callable[[SlotsSaid, list[str]], DaysMeant]] = {
    "date": _date, "span": _span, "iso": _iso, "dots": _dots, "slash": _slash,
    "monthday": _monthday, "weekday-of": _weekday_of, "month": _month, "months": _months,
    "years": _years, "feast": _feast,
}  # fmt: skip
