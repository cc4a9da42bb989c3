"""What was recorded, and what follows."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from firststep.interfaces.answers.asked import Asked
from firststep.interfaces.answers.day import Reference, reference
from firststep.interfaces.answers.plain import record_of
from firststep.journal.models import Entry
from firststep.steps.approach.models import Approach
from firststep.verbs.thread.step import Created, NextStep, Recorded, next_step


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchMade:
    """`words` is what was written down; without `next` nothing follows."""

    words: str
    touch_id: int | None
    approach_id: Reference
    next: NextStep | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyHeard(TouchMade):
    """`created`: whom they named, and the approach to them; `meeting_id` where an hour was
    agreed."""

    created: Created | None
    meeting_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingAgreed:
    meeting_id: int | None
    approach_id: Reference
    words: str
    next: NextStep | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingHeld:
    """`created`: those they named, and the approaches to them."""

    meeting_id: int | None
    approach_id: Reference
    created: tuple[Created, ...]
    words: str
    next: NextStep | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPutAside:
    approach_id: Reference
    words: str
    next: NextStep | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskChosen:
    approach_id: int
    state: Literal["open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryUndone:
    verb: str
    on: date
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    undone: EntryUndone


def touch_made(what: Recorded, asked: Asked) -> TouchMade:
    return record_of(TouchMade, what, **_after(what, asked))


def reply_heard(what: Recorded, asked: Asked) -> ReplyHeard:
    brought = what.created[0] if what.created else None
    return record_of(ReplyHeard, what, **_after(what, asked), created=brought)


def meeting_agreed(what: Recorded, asked: Asked) -> MeetingAgreed:
    return record_of(MeetingAgreed, what, **_after(what, asked))


def meeting_held(what: Recorded, asked: Asked) -> MeetingHeld:
    return record_of(MeetingHeld, what, **_after(what, asked))


def put_aside(what: Recorded, asked: Asked) -> StepPutAside:
    return record_of(StepPutAside, what, **_after(what, asked))


def _after(what: Recorded, asked: Asked) -> dict[str, Any]:
    return {
        "approach_id": reference(what.approach_id, what.ref),
        "next": next_step(asked.campaign, what.approach_id or what.ref, asked.on),
    }


def ask_chosen(row: Approach, _asked: Asked) -> AskChosen:
    return AskChosen(approach_id=row.pk, state="open")


def taken_back(entry: Entry, _asked: Asked) -> TakenBack:
    return TakenBack(undone=record_of(EntryUndone, entry))
