"""How close a tie is when the seeker has not said: from what exports tell of being in touch. Pure.

In order: what was said; else *close* (in touch on ten days in two years, both ways, and within the
last one); else *met* (a meeting within three years); else *known* (in touch, or connected, within
three years); else *dormant*. An invitation to connect, or writing that went one way only, is no
sign of knowing each other: a stranger who is merely mentioned has no tie at all.
"""

from dataclasses import dataclass
from datetime import date
from typing import cast

from firststep.facts.kinds import TieKind

DORMANT_AFTER_YEARS = 3  # evidence a2: dormant ties, three years and more (Levin et al. 2011)
CLOSE_DAYS = 10  # in touch on so many days of the last two years
CLOSE_EACH_WAY = 2
CLOSE_WITHIN_YEARS = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class InTouch:
    """Days on which the seeker and somebody were in touch, from exports, never from the campaign.

    `lately` counts those of the last two years; `inbound` and `outbound` are of writing.
    """

    days: int = 0
    lately: int = 0
    inbound: int = 0
    outbound: int = 0
    meetings: int = 0
    met_on: date | None = None
    last_on: date | None = None


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
        return TieTold(cast(TieKind, said), "You said so.")
    if in_touch is not None and in_touch.last_on is not None:
        return _from_evidence(in_touch, in_touch.last_on, since, today)
    if since is None:
        return TieTold("known", "In your address book; nothing tells more.")
    if _years(since, today) >= DORMANT_AFTER_YEARS:
        return TieTold("dormant", f"Connected since {_day(since)}, nothing known since.")
    return TieTold("known", f"Connected since {_day(since)}.")


def is_two_way(seen: InTouch) -> bool:
    """Whether being in touch makes a tie: a meeting, or writing both ways."""
    return seen.meetings > 0 or (seen.inbound > 0 and seen.outbound > 0)


def no_tie_told(seen: InTouch | None, invited: tuple[bool, date] | None) -> str:
    """Why somebody is a stranger still; `invited` is whether they asked to connect, and when."""
    if seen is not None and seen.last_on is not None and not is_two_way(seen):
        if seen.outbound:
            return f"You wrote, last on {_day(seen.last_on)}; no answer is known."
        return f"They wrote, last on {_day(seen.last_on)}; no answer of yours is known."
    if invited is None:
        return ""
    who = "They asked you" if invited[0] else "You asked them"
    return f"{who} to connect on {_day(invited[1])}; nothing more is known."


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
    days = "1 day" if seen.days == 1 else f"{seen.days} days"
    if seen.meetings == seen.days:
        met = "once" if seen.meetings == 1 else f"{seen.meetings} times"
        return f"You met {met}, last on {_day(last_on)}."
    if seen.inbound and seen.outbound:
        way = "both ways"
    elif seen.outbound:
        way = "you wrote"
    else:
        way = "they wrote"
    met = "" if not seen.meetings else f", you met on {seen.meetings} of them"
    return f"In touch on {days}, {way}{met}, last on {_day(last_on)}."


def _years(then: date, today: date) -> int:
    return today.year - then.year - ((today.month, today.day) < (then.month, then.day))


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
