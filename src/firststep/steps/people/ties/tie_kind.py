"""How close a tie is when the seeker has not said: from what exports tell of being in touch. Pure.

In order: what was said; else *close* (in touch on ten days in two years, both ways, and within the
last one); else *met* (a meeting within three years); else *known* (in touch, connected, or at one
employer within three years); else *dormant*. An invitation to connect, or writing that went one way
only, is no sign of knowing each other: a stranger who is merely mentioned has no tie at all.
"""

from dataclasses import dataclass
from datetime import date
from typing import cast

from firststep.facts.kinds import TieKind
from firststep.facts.said import say, say_day, say_of, to_say

DORMANT_AFTER_YEARS = 3  # evidence a2: dormant ties, three years and more (Levin et al. 2011)
SAID_SO = to_say("You said so.")
CLOSE_DAYS = 10  # in touch on so many days of the last two years
CLOSE_EACH_WAY = 2
CLOSE_WITHIN_YEARS = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class InTouch:
    """Days on which the seeker and somebody were in touch, from exports, never from the campaign.

    `lately` counts those of the last two years; `inbound` and `outbound` are of writing.
    `colleagues_until` is the last day the seeker worked where they work.
    """

    days: int = 0
    lately: int = 0
    inbound: int = 0
    outbound: int = 0
    meetings: int = 0
    met_on: date | None = None
    last_on: date | None = None
    colleagues_until: date | None = None


@dataclass(frozen=True, slots=True)
class TieTold:
    """A kind of tie, and why in words."""

    kind: TieKind
    why: str


def tie_kind(
    said: str, since: date | None, *, today: date, in_touch: InTouch | None = None
) -> TieKind:
    """The kind alone."""
    return tie_told(said, since, today=today, in_touch=in_touch).kind


def tie_told(
    said: str, since: date | None, *, today: date, in_touch: InTouch | None = None
) -> TieTold:
    """The kind of a tie and why; what the seeker said stands whatever a file tells."""
    if said:
        return TieTold(cast(TieKind, said), say(SAID_SO))
    told = _told(since, today, in_touch)
    until = in_touch.colleagues_until if in_touch else None
    if told.kind != "dormant" or until is None or _years(until, today) >= DORMANT_AFTER_YEARS:
        return told
    if until >= today:
        return TieTold("known", say("You work for the same employer."))
    month = say_day(until, "MMMM y")  # of most posts no day is known
    return TieTold("known", say("You worked for the same employer until {month}.", month=month))


def _told(since: date | None, today: date, seen: InTouch | None) -> TieTold:
    if seen is not None and seen.last_on is not None:
        return _from_evidence(seen, seen.last_on, since, today)
    if since is None:
        return TieTold("known", say("In your address book; nothing more is known."))
    if _years(since, today) >= DORMANT_AFTER_YEARS:
        words = say("Connected since {day}, nothing known since.", day=_day(since))
        return TieTold("dormant", words)
    return TieTold("known", say("Connected since {day}.", day=_day(since)))


def is_two_way(seen: InTouch) -> bool:
    """Whether being in touch makes a tie: a meeting, or writing both ways."""
    return seen.meetings > 0 or (seen.inbound > 0 and seen.outbound > 0)


def no_tie_told(seen: InTouch | None, invited: tuple[bool, date] | None) -> str:
    """Why somebody is a stranger still; `invited` is whether they asked to connect, and when."""
    if seen is not None and seen.last_on is not None and not is_two_way(seen):
        day = _day(seen.last_on)
        if seen.outbound:
            return say("You wrote, last on {day}; no answer is known.", day=day)
        return say("They wrote, last on {day}; no answer of yours is known.", day=day)
    if invited is None:
        return ""
    day = _day(invited[1])
    if invited[0]:
        return say("They asked you to connect on {day}; nothing more is known.", day=day)
    return say("You asked them to connect on {day}; nothing more is known.", day=day)


def _from_evidence(seen: InTouch, last_on: date, since: date | None, today: date) -> TieTold:
    both = min(seen.inbound, seen.outbound) >= CLOSE_EACH_WAY or seen.meetings > 0
    recent = _years(last_on, today) < CLOSE_WITHIN_YEARS
    words = _words(seen, last_on)
    if seen.lately >= CLOSE_DAYS and both and recent:
        return TieTold("close", words)
    if seen.met_on is not None and _years(seen.met_on, today) < DORMANT_AFTER_YEARS:
        return TieTold("met", words)
    connected = since is not None and _years(since, today) < DORMANT_AFTER_YEARS
    if connected or _years(last_on, today) < DORMANT_AFTER_YEARS:
        return TieTold("known", words)
    return TieTold("dormant", words)


def _words(seen: InTouch, last_on: date) -> str:
    """`In touch on 14 days, both ways, last on 2 September 2026.`"""
    last = _day(last_on)
    if seen.meetings == seen.days:
        met = say_of("once", "{n} times", seen.meetings, n=seen.meetings)
        return say("You met {times}, last on {day}.", times=met, day=last)
    if seen.inbound and seen.outbound:
        way = say("both ways")
    else:
        way = say("you wrote") if seen.outbound else say("they wrote")
    if not seen.meetings:
        return say_of(
            "In touch on 1 day, {way}, last on {day}.",
            "In touch on {n} days, {way}, last on {day}.",
            seen.days, n=seen.days, way=way, day=last,
        )  # fmt: skip
    return say(
        "In touch on {n} days, {way}, you met on {met} of them, last on {day}.",
        n=seen.days, way=way, met=seen.meetings, day=last,
    )  # fmt: skip


def _years(then: date, today: date) -> int:
    return today.year - then.year - ((today.month, today.day) < (then.month, then.day))


def _day(day: date) -> str:
    return say_day(day, "d MMMM y")
