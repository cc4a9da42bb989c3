"""The ways in to a post as a small drawing: me, whom one goes through, the post."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from firststep.facts.said import say
from firststep.facts.snapshot import Snapshot
from firststep.interfaces.answers.ways_in import WayShown
from firststep.interfaces.words.people import TIES
from firststep.plan.ways_in import is_held

WAYS_DRAWN = 4
ROW, TOP = 46, 8  # of one way; above the first
FROM, LEFT, RIGHT, TO = 40, 84, 256, 300  # where the lines begin and end, from the left
LONGEST_NAME = 22  # letters of a name that have room
Stroke = Literal["near", "known", "far", "cold"]
LINES: dict[str, Stroke] = {"close": "near", "met": "known", "known": "known", "dormant": "far"}


@dataclass(frozen=True, slots=True, kw_only=True)
class WayLine:
    """One way: its words, how it is drawn, and its lines before and behind them."""

    who: str
    tie: str
    line: Stroke
    middle: int
    before: str
    behind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysDrawn:
    """The ways side by side, the likeliest on top; `label` says the same in words."""

    lines: tuple[WayLine, ...]
    high: int
    middle: int
    seat: str
    label: str


def ways_drawn(ways: Sequence[WayShown], snapshot: Snapshot, *, seat: str) -> WaysDrawn | None:
    """The drawing; nothing where there is no way beside a cold one, which compares nothing."""
    shown = ways[:WAYS_DRAWN]
    if not any(way.via for way in shown):
        return None
    high = TOP * 2 + ROW * len(shown)
    told = [_words(way, snapshot) for way in shown]
    lines = tuple(_line(one, TOP + ROW * at + ROW // 2, high // 2) for at, one in enumerate(told))
    each = "; ".join(
        say("directly, {tie}", tie=tie)
        if line == "cold"
        else say("through {name}, {tie}", name=who, tie=tie)
        for who, tie, line in told
    )
    words = say("Ways in to {seat}, the likeliest first: {ways}.", seat=seat, ways=each)
    return WaysDrawn(lines=lines, high=high, middle=high // 2, seat=seat, label=words)


def _words(way: WayShown, snapshot: Snapshot) -> tuple[str, str, Stroke]:
    """Through whom, how one knows them, and how that is drawn."""
    if not way.via:
        return say("Directly"), say("without an introduction"), "cold"
    tie = snapshot.people[way.via_ids[0]].tie
    kind = tie.kind if tie else ""
    if way.blocked_until or is_held(way.why):
        return way.via[0], say("has to wait"), "far"
    return way.via[0], say(TIES[kind]) if kind else say("named"), LINES.get(kind, "far")


def _line(told: tuple[str, str, Stroke], at: int, middle: int) -> WayLine:
    who, tie, line = told
    bend = (LEFT - FROM) // 2
    return WayLine(
        who=who if len(who) <= LONGEST_NAME else f"{who[: LONGEST_NAME - 1]}…",
        tie=tie,
        line=line,
        middle=at,
        before=f"M{FROM} {middle}C{FROM + bend} {middle} {LEFT - bend} {at} {LEFT} {at}",
        behind=f"M{RIGHT} {at}C{RIGHT + bend} {at} {TO - bend} {middle} {TO} {middle}",
    )
