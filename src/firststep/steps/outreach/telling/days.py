"""The day a plain line speaks of: found, understood against today, and cut out of the line."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from firststep.errors import CannotDo

LONG_AGO = 270  # days: a day without a year, so long past, may well be one to come
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_WHOLE_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
            "seven": 7}  # fmt: skip
_COUNT = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven)"
_DATED = (
    r"(?P<iso>\d{4}-\d{1,2}-\d{1,2})"
    r"|(?P<dots>\d{1,2}\.\d{1,2}\.\d{4})"
    rf"|(?P<dm>\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b\.?(?:,? \d{{4}})?)"
    rf"|(?P<md>{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}})?)"
)
WHEN = re.compile(
    r"(?i)(?:(?<=^)|(?<=[\s,;(.–-]))(?:on |this |, )?(?:"
    + _DATED
    + r"|(?P<ago>" + _COUNT + r" (?:day|week)s? ago)"
    r"|(?P<before>(?:the )?day before yesterday)"
    r"|(?P<near>today|yesterday|last night|tonight|tomorrow"
    r"|this (?:morning|afternoon|evening|noon)|just now)"
    r"|(?P<vague>(?:last|next|this) (?:week|month|year)|recently|the other day|next " + _DAY + r")"
    r"|(?P<last>last " + _DAY + r")"
    r"|(?P<day>(?:(?<=on )|(?<=this )|(?<=, )|(?<=,)|(?<=^))" + _DAY + r"|" + _WHOLE_DAY + r")"
    r"|(?P<slash>\d{1,2}/\d{1,2}(?:/\d{2,4})?)"
    r")(?: (?:morning|afternoon|evening|night))?(?=$|[\s,;:.)!–-])"
)  # fmt: skip
_AWAY = _COUNT + r" (?:day|week|month)s?"
_UNTIL = re.compile(
    r"(?i)[,;]?\s*(?:\b(?:until|till|(?<!called )(?<!wrote )(?<!rang )(?<!came )back(?: on| in)?"
    r"|not before|(?<!a )(?<!the )(?:write|call|ring|phone|mail|try|ask)"
    r"(?: to)?(?: me| us| her| him| them)?(?: back)?(?: again)? (?:on|in|after)"
    r"|(?:write|call|ring|phone|mail|try)(?: me| us| her| him| them)?(?: back)?(?: again)?"
    r"(?= next | tomorrow)|(?<!coffee )(?<!lunch )(?<!meet )(?<!talk )(?<!speak )(?<!her )"
    r"(?<!him )(?<!them )again(?: on| in| after|(?= next | tomorrow))|after)"
    r" (?:" + _DATED.replace("?P<", "?P<u_")
    + r"|(?P<u_day>(?:next )?" + _WHOLE_DAY + r")|(?P<u_near>tomorrow|next (?:week|month|year))"
    + r"|(?P<u_away>" + _AWAY + r")|(?P<u_month>" + _MONTH + r"))"
    r"|\bin (?P<u_later>" + _AWAY + r"))(?=$|[\s,;:.)])"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DayTold:
    """The day of a line, the words it was written in, and what of the line remains."""

    on: date
    rest: str
    said: str = ""


def day_of(line: str, *, today: date) -> DayTold:
    """The day on or before `today` that the line names; today where it names none.

    Refuses days to come, days that could be several, and a line with two days.
    """
    found = list(WHEN.finditer(line))
    if not found:
        return DayTold(today, line)
    if len(found) > 1:
        days = " and ".join(f"“{said_of_day(m)}”" for m in found)
        raise CannotDo(f"This line speaks of {days}. Say one day.", kind="ambiguous")
    match = found[0]
    on = _meant(match, today)
    if on > today:
        words = f"“{said_of_day(match)}” is still to come. Log what has happened; a meeting to come"
        raise CannotDo(
            f"{words} is set on its own sheet.", kind="bad_input", typed="firststep meeting"
        )
    rest = f"{line[: match.start()].rstrip(' ,')} {line[match.end() :].lstrip()}".strip()
    return DayTold(on, re.sub(r"\s+([,;:.])", r"\1", rest), said_of_day(match))


def until_of(line: str, *, today: date) -> tuple[date | None, str]:
    """A day to come after “until”, “back on”, “again on”: with the line without it."""
    match = _UNTIL.search(line)
    if not match:
        return None, line
    return _meant_until(match.groupdict(), today), (
        line[: match.start()] + line[match.end() :]
    ).strip()


def _meant_until(parts: dict[str, str | None], today: date) -> date:
    if month := parts["u_month"]:
        return _month_to_come(month, today)
    if away := parts["u_away"] or parts["u_later"]:
        count, unit = away.lower().split()
        number = _NUMBERS.get(count) or int(count)
        return today + timedelta(days=number * _DAYS_OF[unit.rstrip("s")])
    if near := parts["u_near"]:
        return _near_until(near.lower(), today)
    if day := parts["u_day"]:
        return weekday_of(day.lower().removeprefix("next "), today) + timedelta(days=7)
    return _dated({k.removeprefix("u_"): v for k, v in parts.items()}, today, coming=True)


_DAYS_OF = {"day": 1, "week": 7, "month": 30}


def _near_until(near: str, today: date) -> date:
    if near == "tomorrow":
        return today + timedelta(days=1)
    if near == "next week":
        return today + timedelta(days=7 - today.weekday())
    if near == "next month":
        return (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    return date(today.year + 1, 1, 1)


def nearest_of(match: re.Match[str], today: date) -> date | None:
    """The date written out in a match, without a year the nearest one, past or to come; None where
    no date is written out."""
    parts = match.groupdict()
    written = next(filter(None, map(parts.get, ("iso", "dots", "dm", "md"))), "")
    if not written:
        return None
    if parts["iso"] or parts["dots"] or re.search(r"\d{4}", written):
        return _dated(parts, today, coming=False)
    month = _month(re.search(rf"(?i){_MONTH}", written)[0])  # type: ignore[index]
    day = int(re.search(r"\d+", written)[0])  # type: ignore[index]
    years = (today.year - 1, today.year, today.year + 1)
    real = [on for year in years if (on := _real(year, month, day))]
    return min(real, key=lambda on: abs(on - today), default=None)


def said_of_day(match: re.Match[str]) -> str:
    return match[0].strip(" ,").removeprefix("on ")


def _meant(match: re.Match[str], today: date) -> date:
    parts = match.groupdict()
    if said_of_day(match).lower().startswith("next "):
        return today + timedelta(days=7)  # some day to come: refused
    if parts["vague"] or parts["slash"]:
        words = (
            f"“{said_of_day(match)}” could be more than one day. Write it as 2026-11-17 or 17 Nov."
        )
        raise CannotDo(words, kind="ambiguous")
    if parts["near"] or parts["before"] or parts["ago"]:
        return today - timedelta(days=_days_back(parts))
    if said := parts["last"] or parts["day"]:
        return of_this_week(said, today) if is_this_one(match) else weekday_of(said, today)
    return _dated(parts, today, coming=False)


def is_this_one(match: re.Match[str]) -> bool:
    """This Friday: that of this week, past or to come."""
    return match[0].lstrip(" ,").lower().startswith("this ")


def _days_back(parts: dict[str, str | None]) -> int:
    if parts["before"]:
        return 2
    if parts["ago"]:
        count, unit, _ = parts["ago"].lower().split()
        return (_NUMBERS.get(count) or int(count)) * (7 if unit.startswith("week") else 1)
    return {"yesterday": 1, "last night": 1, "tomorrow": -1}.get((parts["near"] or "").lower(), 0)


def weekday_of(said: str, today: date) -> date:
    """The newest such day on or before today; “last Friday” lies before today."""
    last = said.lower().startswith("last ")
    name = said.lower().removeprefix("last ")
    wanted = next(i for i, day in enumerate(_DAYS) if day.startswith(name[:3]))
    back = (today.weekday() - wanted) % 7
    return today - timedelta(days=7 if last and back == 0 else back)


def of_this_week(said: str, today: date) -> date:
    """That day of the week which runs from Monday to Sunday."""
    back = weekday_of(said, today)
    same = back.isocalendar()[:2] == today.isocalendar()[:2]
    return back if same else back + timedelta(days=7)


def _dated(parts: dict[str, str | None], today: date, *, coming: bool) -> date:
    said = next(filter(None, map(parts.get, ("iso", "dots", "dm", "md"))), "")
    try:
        if parts["iso"]:
            year, month, day = map(int, said.split("-"))
        elif parts["dots"]:
            day, month, year = map(int, said.split("."))
        else:
            month = _month(re.search(rf"(?i){_MONTH}", said)[0])  # type: ignore[index]
            numbers = [int(n) for n in re.findall(r"\d+", said)]
            day, year = numbers[0], (numbers[1] if len(numbers) > 1 else 0)
        return date(year, month, day) if year else _nearest(month, day, today, coming=coming)
    except ValueError:
        raise CannotDo(f"There is no {said.strip()}.", kind="bad_input") from None


def _nearest(month: int, day: int, today: date, *, coming: bool) -> date:
    """That day of the year nearest to today on the side that is meant."""
    for away in range(9):  # 29 February may be eight years off
        on = _real(today.year + (away if coming else -away), month, day)
        if on and ((on >= today) if coming else (on <= today)):
            if not coming and (today - on).days > LONG_AGO:
                words = (
                    f"{day} {_MONTHS[month - 1].title()} could be past or to come. Add the year."
                )
                raise CannotDo(words, kind="ambiguous")
            return on
    raise ValueError(f"{month}-{day}")


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    return next(i for i, month in enumerate(_MONTHS, 1) if month.startswith(name[:3].lower()))


def _month_to_come(name: str, today: date) -> date:
    month = _month(name)
    return date(today.year + (month <= today.month), month, 1)
