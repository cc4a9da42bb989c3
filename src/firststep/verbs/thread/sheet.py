"""What else a talk brought, told on one sheet: promises both ways, favours, what was learned."""

from collections.abc import Sequence
from typing import TypedDict

from firststep.facts.habits import FAVOUR_WAYS, PROMISE_WHOSE
from firststep.habits.favours.rows import what_typed, write_favour, write_promise
from firststep.habits.lessons.rows import lessons_typed, write_lessons
from firststep.journal.actions import Recording
from firststep.steps.outreach.models import Touch


class SheetSaid(TypedDict, total=False):
    """What may be told beside the talk itself: what the seeker promised (`mine`) and they did
    (`theirs`); favours `received` and `given`; what `stayed`, and what was told of pay, of the way
    in and of what is read first in an application."""

    mine: Sequence[str]
    theirs: Sequence[str]
    received: Sequence[str]
    given: Sequence[str]
    stayed: str
    pay: str
    way_in: str
    read_first: str


def write_sheet(change: Recording, touch: Touch, said: SheetSaid) -> None:
    """Writes it beside the talk, for its day. Raises CannotDo for words that are too long."""
    for whose in PROMISE_WHOSE:
        for what in _lines(said.get(whose, ())):
            promise = write_promise(change, touch.person, whose=whose, what=what, touch=touch)
            change.change(promise, on=min(promise.on, touch.on))
    for way in FAVOUR_WAYS:
        for what in _lines(said.get(way, ())):
            favour = write_favour(change, touch.person, way=way, what=what)
            change.change(favour, on=touch.on)
    write_lessons(change, touch, lessons_typed(said))


def _lines(told: Sequence[str]) -> list[str]:
    return [what for what in map(what_typed, told) if what]
