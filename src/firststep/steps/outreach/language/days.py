"""Which day each way of saying one means: the rules that the tables of days name. Pure.

A weekday or a date without a year is both a day gone by and one to come: the line tells which.
"""

from collections.abc import Callable
from datetime import date, timedelta

from firststep.steps.outreach.language.dates import DATE_RULES, months_on, next_such
from firststep.steps.outreach.language.day_words import DaysMeant, SlotsSaid, either, only


def days_meant(rule: str, told: SlotsSaid) -> DaysMeant | None:
    """What a rule of the tables, such as `weekday next`, makes of the words; None for a day that
    no calendar has."""
    name, *how = rule.split()
    try:
        return _RULES[name](told, how)
    except ValueError:
        return None


def _day(told: SlotsSaid, how: list[str]) -> DaysMeant:
    return only(told.today + timedelta(days=int(how[0])), told)


def _shifted(told: SlotsSaid, unit: str, sign: int) -> date:
    count = told.number("n") * sign
    if unit == "month":
        return months_on(told.today, count)
    return told.today + timedelta(days=count * {"day": 1, "week": 7}[unit])


def _ago(told: SlotsSaid, how: list[str]) -> DaysMeant:
    return only(_shifted(told, how[0], -1), told)


def _ahead(told: SlotsSaid, how: list[str]) -> DaysMeant:
    return only(_shifted(told, how[0], 1), told)


def _weekday(told: SlotsSaid, how: list[str]) -> DaysMeant:
    past = told.today - timedelta(days=(told.today.weekday() - told.weekday) % 7)
    coming = past + timedelta(days=7)
    match how:
        case ["last"]:
            return only(past if past < told.today else past - timedelta(days=7), told)
        case ["next"]:
            return _next(told, coming)
        case ["this"]:
            return only(told.today, told) if past == told.today else either(coming, past)
        case ["week", count]:
            return only(_week(told, int(count), told.weekday), told)
        case [days]:
            return DaysMeant(on=coming + timedelta(days=int(days)))
        case _:
            return either(coming, past)


def _next(told: SlotsSaid, coming: date) -> DaysMeant:
    """Next Friday, said on a Tuesday, could be that of this week."""
    if coming == _week(told, 0, told.weekday):
        return DaysMeant(unsure=(coming, coming + timedelta(days=7)))
    return DaysMeant(on=coming)


def _week(told: SlotsSaid, weeks: int, weekday: int = 0) -> date:
    return told.today + timedelta(days=7 * weeks + weekday - told.today.weekday())


def _weeks(told: SlotsSaid, how: list[str]) -> DaysMeant:
    match how:
        case ["number"]:
            return _numbered_week(told)
        case ["of"]:
            on = next_such(told, told.number("month"), told.number("d"))
            return DaysMeant(on=on - timedelta(days=on.weekday()), grain="week")
        case [weeks]:
            return only(_week(told, int(weeks)), told, "week")
        case _:
            return only(_week(told, int(how[0]), int(how[1])), told)


def _numbered_week(told: SlotsSaid) -> DaysMeant:
    """Week 3 is the next one of that number, the running one included."""
    number = told.number("kw")
    monday = date.fromisocalendar(told.today.isocalendar().year, number, 1)
    if monday + timedelta(days=6) < told.today:
        monday = date.fromisocalendar(told.today.isocalendar().year + 1, number, 1)
    return DaysMeant(on=monday, grain="week")


def _vague(_told: SlotsSaid, _how: list[str]) -> DaysMeant:
    return DaysMeant()


_RULES: dict[str, Callable[[SlotsSaid, list[str]], DaysMeant]] = {
    **DATE_RULES, "day": _day, "ago": _ago, "ahead": _ahead, "weekday": _weekday, "week": _weeks,
    "vague": _vague,
}  # fmt: skip
