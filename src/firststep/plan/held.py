"""Why a step is held back, until when, and because of whom. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

Reason = Literal[
    "pause", "rejected", "stage", "conversation", "brought", "known_first", "live_threads",
    "awaiting", "strangers", "one_a_day", "introducer", "look_again",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Held:
    """Why a step is not shown, until when at the earliest, and because of whom."""

    reason: Reason
    until: date
    by: int | None = None
    open_ended: bool = False  # nobody knows until when: `until` is but the next working day


def together(found: Iterable[Held | None]) -> Held | None:
    """The first reason, until the last of all that hold is over (F15); None where nothing does."""
    first: Held | None = None
    for held in found:
        if held is None:
            continue
        first = first or held
        if held.until > first.until or held.open_ended > first.open_ended:
            until = max(first.until, held.until)
            first = replace(first, until=until, open_ended=first.open_ended or held.open_ended)
    return first
