"""What a plain line tells of a day to come: a talk agreed, or a day to keep in mind (F43). Pure.

A day belongs to the past where the line tells of it as past; what somebody will do, what is agreed
to, and whatever has an hour and no verb of the past lies ahead.
"""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta

from firststep.errors import CannotDo
from firststep.steps.outreach.telling.days import (
    WHEN,
    is_this_one,
    nearest_of,
    of_this_week,
    said_of_day,
    weekday_of,
)

_CLOCK = (
    r"(?:(?:at|@|from|around)\s+(?P<h1>\d{1,2})(?:[:.](?P<m1>\d\d))?\s?(?P<p1>[ap]\.?m\.?)?"
    r"|(?P<h2>\d{1,2})[:.](?P<m2>\d\d)\s?(?P<p2>[ap]\.?m\.?)?|(?P<h3>\d{1,2})\s?(?P<p3>[ap]\.?m\.?)"
    r"|(?:at\s+)?(?P<noon>noon|midday))(?:\s?(?:o[’']clock|h))?(?![\w:])"
)
_CLOCK_BEHIND = re.compile(rf"(?i)\s*,?\s*{_CLOCK}")
_CLOCK_BEFORE = re.compile(rf"(?i){_CLOCK}\s*,?\s*$")
_BREAK = re.compile(r"[,;:]\s|\.\s|\s[–—-]\s|\b(?:and|but)\b")
_TALKS = (
    r"(?:talk|meet|meeting|speak|call|chat|coffee|lunch|breakfast|dinner|tea|drinks?|interview"
    r"|appointment|conversation|zoom|teams|visit)"
)
_TALK = re.compile(rf"(?i)\b(?:{_TALKS}|see (?:me|you|her|him|them|us|each other))\b")
# A clause that is nothing but the talk agreed: "a short call with her is set".
_ARRANGED = re.compile(
    rf"(?i)(?:so |then |we |we[’']ll |a |an |the |our |my |to |for |next |first |short |quick "
    rf"|phone |video )*{_TALKS}(?: with (?:\S+ ?){{1,5}}?)?"
    r"(?: (?:is|set|fixed|agreed|arranged|booked|planned|again|moved|put off|postponed|rescheduled"
    r"|to|for|by phone|by video))*"
)
_AHEAD = re.compile(
    r"\b(?:will|shall|can|could|free|available)\b|[’']ll\b|\b[Ll]et[’']s\b"
    r"|\bsee (?:you|her|him|them)\b"
    r"|\b(?:promise[ds]|offer(?:ed|s)|agree[sd]|wants?|like|hopes?|plans?|going|asked(?: me)?|glad"
    r"|invite[ds](?: me)?|happy|ready|willing|propose[ds]|yes) to(?: \w+|$)"
    r"|\b(?:moved|put off|postponed|rescheduled) (?:to|for)\b"
    r"|(?<!tried )(?<!got )(?<!managed )(?<!had )(?<!went )(?<!able )"
    r"\bto (?:talk|meet|speak|chat|see|have)\b"
    r"|\b(?:suggest|propose|offer)(?:s|ed|d)?$|\b(?:for|by|until)$"
)
_PAST = re.compile(
    r"(?i)^(?:i |we |just )*(?:met|saw|had|got|talked|spoke|chatted|called|rang|phoned|telephoned"
    r"|tried|left|thanked|sent|wrote|written|e-?mailed|mailed|messaged|nudged|reminded)\b"
    r"|\b(?:replied|answered|wrote|called|rang|asked)(?: back)?$"
)
_OVER = re.compile(r"(?i)^[^,;]*\b(?:was|were|went)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCome:
    """A day to come, with its hour where one is told, and the words it stands in. `is_talk`: they
    speak of a conversation; `opens`: the line begins with it; `is_day`: not a whole week."""

    on: date
    at: time | None
    words: str
    is_talk: bool
    opens: bool
    is_day: bool


def to_come(line: str, *, today: date) -> tuple[ToCome | None, str]:
    """The day to come a line tells of, and the line without it. Refuses two of them, and a day
    that could as well be past."""
    places = [_Place(line, match, today) for match in WHEN.finditer(line)]
    found = [one for one in places if one.is_ahead]
    if not found:
        return None, line
    several = [one for one in places if one in found or _are_one_choice(line, one, found[0])]
    if len(several) > 1:
        days = " and ".join(f"“{one.said}”" for one in several)
        raise CannotDo(f"This line speaks of {days}. Say one day.", kind="ambiguous")
    return found[0].told(), found[0].rest


def _are_one_choice(line: str, one: "_Place", other: "_Place") -> bool:
    """Thursday or Friday at 10."""
    first, second = sorted((one, other), key=lambda place: place.start)
    between = line[first.end : second.start]
    return bool(re.fullmatch(r"(?i)\s*(?:,|/|[–-]|or|and|to)+\s*(?:on )?", between))


class _Place:
    """One day of a line in its clause."""

    def __init__(self, line: str, match: re.Match[str], today: date) -> None:
        self.line, self.match, self.today = line, match, today
        self.said = said_of_day(match)
        behind = _CLOCK_BEHIND.match(line, match.end())
        before = None if behind else _CLOCK_BEFORE.search(line, 0, match.start())
        self.clock = behind or before
        self.start = before.start() if before else match.start()
        self.end = behind.end() if behind else match.end()
        breaks = [one.end() for one in _BREAK.finditer(line, 0, self.start)]
        alone = match[0].startswith(",") or line[: self.start].rstrip().endswith((",", ";", ":"))
        self.clause_at = self.start if alone else max(breaks, default=0)
        self.before = line[self.clause_at : self.start].strip(" ,")

    @property
    def is_ahead(self) -> bool:
        parts = self.match.groupdict()
        if any(parts[name] for name in ("ago", "before", "last")) or self._is_over:
            return False
        if self._is_marked:
            return True
        if _PAST.search(self.before):
            return False
        return self._is_named_ahead or (self.clock is not None and not self._is_named_past)

    @property
    def _is_over(self) -> bool:
        """“The talk on Friday was good”; yesterday."""
        near = (self.match["near"] or "").lower()
        past = near in ("yesterday", "last night", "just now", "this morning")
        return past or bool(_OVER.match(self.line[self.end :]))

    @property
    def _is_marked(self) -> bool:
        """Somebody will, or agreed to; or a clause tells of nothing but a talk."""
        if _AHEAD.search(self.before):
            return True
        if not _ARRANGED.fullmatch(self.before):
            return False
        if self.clause_at or self.clock or self._is_named_ahead or self._is_named_past:
            return self.clause_at > 0 or not self._is_named_past
        return self._either()

    def _either(self) -> bool:
        """“Coffee with Ann on Friday”: had, or agreed? Nobody but the seeker knows."""
        if not self.match["day"]:
            return False
        last = weekday_of(self.match["day"], self.today)
        if last == self.today:
            return False
        coming = last + timedelta(days=7)
        raise CannotDo(
            f"Is that {_day(last)}, or {_day(coming)}, which is to come? Say what you did, as in: "
            "Had coffee with Ann Lee, Fri. Or give the hour of what is to come.",
            kind="ambiguous",
        )

    @property
    def _is_named_ahead(self) -> bool:
        """Tomorrow; next Friday; a day of a year to come; this Friday, said on a Tuesday."""
        near, vague = (self.match["near"] or "").lower(), (self.match["vague"] or "").lower()
        if near == "tomorrow" or vague.startswith("next"):
            return True
        if self.match["day"] and is_this_one(self.match):
            return of_this_week(self.match["day"], self.today) > self.today
        on = nearest_of(self.match, self.today)
        return on is not None and on > self.today

    @property
    def _is_named_past(self) -> bool:
        on = nearest_of(self.match, self.today)
        return on is not None and on < self.today

    def told(self) -> ToCome:
        words = self.line[self.clause_at : self.end].strip(" ,")
        bare = self.clock is not None or bool(re.search(r"(?i)\b(?:yes|agreed)\b", self.before))
        return ToCome(
            on=self._on(),
            at=_time(self.clock) if self.clock else None,
            words=words,
            is_talk=bare or bool(_TALK.search(self.before)),
            opens=self.clause_at == 0 and bool(_ARRANGED.fullmatch(self.before)),
            is_day=not re.search(r"(?i) (?:week|month|year)$", self.said),
        )

    @property
    def rest(self) -> str:
        """The line without that day, and without a clause that tells of nothing else."""
        alone = self.clause_at > 0 and (not self.before or _ARRANGED.fullmatch(self.before))
        start = self.clause_at if alone else self.start
        before = re.sub(r"(?:[\s,;:–—-]|\b(?:and|but|for|to|on|by)\s*)+$", "", self.line[:start])
        return f"{before} {self.line[self.end :].lstrip()}".strip()

    def _on(self) -> date:
        vague, day = (self.match["vague"] or "").lower(), self.match["day"]
        if vague:
            return self._next(vague.removeprefix("next ").removeprefix("this "))
        if self.match["near"]:
            return self.today + timedelta(days=self.match["near"].lower() == "tomorrow")
        if day:
            return self._coming(day)
        on = nearest_of(self.match, self.today)
        if on is None or on < self.today:
            raise CannotDo(f"“{self.said}” is past. A day to come is wanted.", kind="bad_input")
        return on

    def _next(self, what: str) -> date:
        if what == "week":
            return self.today + timedelta(days=7 - self.today.weekday())
        if what == "month":
            return (self.today.replace(day=1) + timedelta(days=32)).replace(day=1)
        if what == "year":
            return date(self.today.year + 1, 1, 1)
        coming = weekday_of(what, self.today) + timedelta(days=7)
        if coming.isocalendar()[:2] == self.today.isocalendar()[:2]:
            later = coming + timedelta(days=7)
            words = f"“Next {what.title()}” could be {_day(coming)} or {_day(later)}. Say which."
            raise CannotDo(words, kind="ambiguous")
        return coming

    def _coming(self, day: str) -> date:
        back = weekday_of(day, self.today)
        if back == self.today and self.clock:
            words = f"Is that today, or {_day(back + timedelta(days=7))}? Say today, or the date."
            raise CannotDo(words, kind="ambiguous")
        return back + timedelta(days=7)


def _time(clock: re.Match[str]) -> time:
    """The hour of the day; one to six without more is of the afternoon."""
    if clock["noon"]:
        return time(12)
    hour, minute, half = (_part(clock, name) for name in "hmp")
    try:
        return time(_hour_of_day(int(hour), half, exact=bool(minute)), int(minute or 0))
    except ValueError:
        words = f"There is no {clock[0].strip()} on a clock."
        raise CannotDo(words, kind="bad_input") from None


def _hour_of_day(hour: int, half: str, *, exact: bool) -> int:
    if half:
        return hour % 12 + (12 if half.lower().startswith("p") else 0)
    return hour + 12 if hour < 7 and not exact else hour


def _part(clock: re.Match[str], name: str) -> str:
    """The hour, the minute or the half of the day, in whichever way the clock is written."""
    parts = clock.groupdict()
    return next(filter(None, (parts.get(f"{name}{way}") for way in (1, 2, 3))), "")


def _day(on: date) -> str:
    return f"{on:%A} {on.day} {on:%B}"
