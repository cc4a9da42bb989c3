"""Before a talk: the brief."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, cast

from firststep.errors import CannotDo
from firststep.facts.line_kinds import LINE_KIND
from firststep.habits.lessons.models import Lesson
from firststep.habits.practice.brief import Brief, brief_for
from firststep.interfaces.answers.plain import record_of
from firststep.journal.actions import Stamp
from firststep.plan.shown import step_on
from firststep.plan.step_at import StepAt
from firststep.steps.followup.models import Meeting
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.models import Touch
from firststep.steps.people.finding.references import reference_of
from firststep.verbs.thread.keeping import signed_by_given

SAID_MOST = 3
_LEARNED = {"stayed": "what stayed with you", "pay": "what is paid", "way_in": "the way in",
            "read_first": "what is read first"}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What was written or said, with its day."""

    on: date
    what: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefShown(Brief):
    """One page before a talk: the brief, with the hour and the number on top, and what was said
    last."""

    ref: str
    approach_id: int | None
    person_id: int
    person: str
    on: date | None
    at: datetime | None
    how: Literal["phone", "video", "in_person", ""]
    number: str
    said: tuple[Remembered, ...]


def brief(campaign: Campaign, *, stamp: Stamp, ref: str) -> BriefShown:
    """The brief of a talk, dated or not. Raises CannotDo for a seat nobody holds."""
    return brief_at(step_on(campaign, reference_of(campaign, ref), stamp.on), stamp.on)


def brief_at(at: StepAt, on: date) -> BriefShown:
    """The same for a step that was looked up."""
    found = brief_of(at, on)
    assert at.person is not None
    thread = at.lane.thread
    return record_of(
        BriefShown,
        found,
        ref=at.ref,
        approach_id=at.approach.id if at.approach else None,
        person_id=at.person.id,
        person=at.person.name,
        on=thread.meets_on,
        at=thread.meets_at,
        how=_how(at),
        number=next(iter(at.person.phones), "") or at.card.number,
        said=tuple(_said(at.person.id, on)),
    )


def brief_of(at: StepAt, on: date) -> Brief:
    """What to have in mind before the talk. Raises CannotDo where there is nobody to talk with."""
    if at.person is None:
        raise CannotDo("Nobody holds that seat yet. Say who does, then prepare for the talk.")
    if at.person.do_not_contact:
        raise CannotDo("{name} is not to be contacted. You said so yourself.", name=at.person.name)
    given = signed_by_given(at)
    return brief_for(at.snapshot, at.person, at.newest, today=on, signed_given=given)


def _how(at: StepAt) -> Literal["phone", "video", "in_person", ""]:
    """How the two talk, where that was said."""
    meeting = agreed_at(at)
    return cast(Any, meeting.how) if meeting else ""


def agreed_at(at: StepAt) -> Meeting | None:
    """The conversation agreed there and neither held nor cancelled."""
    rows = Meeting.objects.filter(held_on=None, cancelled_on=None)
    found = rows.filter(approach=at.approach.id) if at.approach else rows.none()
    return found.order_by("-id").first()


def _said(person_id: int, on: date) -> Iterator[Remembered]:
    """The last things they wrote or the two said, where the words were kept, and what was noted of
    a talk on its sheet; the oldest of them first."""
    touches = Touch.objects.filter(person=person_id, on__lte=on)
    told = [
        (row, LINE_KIND[row.kind].words, row.text)
        for row in touches.exclude(kind="offered").exclude(text="")
        if row.inbound or row.kind in ("held", "talked") or _is_told(row)
    ]
    lessons = Lesson.objects.filter(touch__in=touches).select_related("touch").order_by("pk")
    told += [(one.touch, _LEARNED[one.about], one.what) for one in lessons]
    newest = sorted(told, key=lambda one: (one[0].on, one[0].order))[-SAID_MOST:]
    for row, what, text in newest:
        yield Remembered(on=row.on, what=what, text=text)


def _is_told(row: Touch) -> bool:
    """Whether more of a meeting was written down than its occasion and what was talked about,
    which stand in how the two know each other."""
    return row.kind == "met" and not hasattr(row, "encounter")
