"""What has happened, line by line, the newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from firststep.facts.channels import FACE_TO_FACE, ChannelName, by_words
from firststep.facts.line_kinds import CAME_IN, LINE_KIND, NOTES, LogKind
from firststep.facts.said import say
from firststep.facts.snapshot import ApproachFacts
from firststep.interfaces.answers.between import TouchShown
from firststep.interfaces.words.days import long_day, month_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One line of the log, for reading."""

    words: str
    on: date
    came_in: bool
    touch_id: int | None
    text: str = ""


def heard_from(touches: Iterable[TouchShown]) -> bool:
    """Whether somebody has answered, or talked; a machine in their place has not."""
    kinds = (LINE_KIND.get(one.kind) for one in touches)
    return any(kind is not None and kind.heard for kind in kinds)


def in_a_thread(approach: ApproachFacts | None) -> tuple[Happening, ...]:
    """What has happened in one thread, if it was begun."""
    log = approach.log if approach else ()
    return tuple(
        Happening(
            words=_dated(_words(line.kind, line.channel), line.at, line.until),
            on=line.on,
            came_in=line.kind in CAME_IN,
            touch_id=line.touch_id,
        )
        for line in reversed(log)
    )


def with_somebody(touches: Iterable[TouchShown]) -> tuple[Happening, ...]:
    """All there has been with one person, with what was said."""
    return tuple(
        Happening(
            words=_words(one.kind, one.channel),
            on=one.on,
            came_in=one.direction == "in",
            touch_id=one.touch_id,
            text=one.text,
        )
        for one in reversed(tuple(touches))
    )


def _words(kind: LogKind, channel: ChannelName | None) -> str:
    """`You wrote once more by email`: with the way, where the words do not tell it."""
    words = say(LINE_KIND[kind].words)
    if channel == FACE_TO_FACE and kind in NOTES:
        words = say("you asked them")
    if (by := by_words(channel)) and (LINE_KIND[kind].sent or kind == "held"):
        words = say("{what} {by}", what=words, by=say(by))
    return words[0].upper() + words[1:]


def _dated(words: str, at: datetime | None, until: date | None) -> str:
    if at:
        words = say(
            "{what}: {day}, {hour}", what=words, day=long_day(at.date()), hour=f"{at:%H:%M}"
        )
    return say("{what}, until {day}", what=words, day=month_day(until)) if until else words
