"""Before a talk: the brief, the cue cards, and the entry for a calendar."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, TypedDict, Unpack, cast

from firststep.errors import CannotDo
from firststep.facts.line_kinds import LINE_KIND
from firststep.habits.practice.brief import NOTHING_TO_SAY, Brief, brief_for
from firststep.habits.practice.rehearsal import (
    PRACTISED_FOR,
    LikelyAnswer,
    Occasion,
    cue_cards,
    likely_answers,
)
from firststep.interfaces.answers.plain import record_of
from firststep.journal.actions import Stamp
from firststep.plan.shown import step_on
from firststep.plan.step_at import StepAt
from firststep.steps.followup.models import Meeting
from firststep.steps.goal.models import Campaign, Goal
from firststep.steps.goal.rows import present_goal
from firststep.steps.goal.typed import one_of
from firststep.steps.outreach.models import Touch
from firststep.steps.people.finding.references import reference_of
from firststep.verbs.habits.practice import last_practice, record_practice

SAID_MOST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What was written or said, with its day."""

    on: date
    what: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefShown:
    """One page before a talk: the hour and the number on top, then who, what was said, what to
    ask, how to begin and how to end."""

    ref: str
    approach_id: int | None
    person_id: int
    person: str
    on: date | None
    at: datetime | None
    how: Literal["phone", "video", "in_person", ""]
    number: str
    known: tuple[str, ...]
    said: tuple[Remembered, ...]
    work: tuple[str, ...]
    questions: tuple[str, ...]
    ask: str
    opening_lines: tuple[str, ...]
    ending: str
    next_names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeShown:
    """Cue cards, and what they may say, mixed by `seed`. `person` is null where one practises to
    say who one is."""

    ref: str | None
    person: str | None
    occasion: Occasion
    seed: int
    cards: tuple[str, ...]
    answers: tuple[LikelyAnswer, ...]
    noted: str | None
    practised_on: date | None


def brief(campaign: Campaign, *, stamp: Stamp, ref: str) -> BriefShown:
    """The brief of a talk, dated or not. Raises CannotDo for a seat nobody holds."""
    return brief_at(step_on(campaign, reference_of(campaign, ref), stamp.on), stamp.on)


def brief_at(at: StepAt, on: date) -> BriefShown:
    """The same for a step that was looked up."""
    found = _brief(at, on)
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


def _brief(at: StepAt, on: date) -> Brief:
    if at.person is None:
        raise CannotDo("Nobody holds that seat yet. Say who does, then prepare for the talk.")
    if at.person.do_not_contact:
        raise CannotDo(f"{at.person.name} is not to be contacted. You said so yourself.")
    return brief_for(at.snapshot, at.person, at.newest, today=on)


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
    """The last things they wrote or the two said, where the words were kept."""
    rows = Touch.objects.filter(person=person_id, on__lte=on).exclude(text="")
    heard = [
        row
        for row in rows.exclude(kind="offered").order_by("-on", "-order")
        if row.inbound or row.kind in ("held", "talked") or _is_told(row)
    ]
    for row in reversed(heard[:SAID_MOST]):
        yield Remembered(on=row.on, what=LINE_KIND[row.kind].words, text=row.text)


def _is_told(row: Touch) -> bool:
    """Whether more of a meeting was written down than its occasion and what was talked about,
    which stand in how the two know each other."""
    return row.kind == "met" and not hasattr(row, "encounter")


class PractiseSaid(TypedDict, total=False):
    """For which occasion, in which order, and once it is done with a note for the next time."""

    occasion: str | None
    seed: int | None
    done: bool
    note: str


def practise(
    campaign: Campaign, *, stamp: Stamp, ref: str = "", **said: Unpack[PractiseSaid]
) -> PracticeShown:
    """Cue cards and likely answers for a talk or a call, or for saying who one is; written down
    where it is `done`."""
    at = step_on(campaign, reference_of(campaign, ref), stamp.on) if ref else None
    occasion = _occasion(at, said.get("occasion"))
    if said.get("done"):
        record_practice(
            campaign, stamp=stamp, ref=ref, occasion=occasion, text=said.get("note", "")
        )
    who = at.person if at else None
    before = last_practice(campaign, who.id if who else 0, on=stamp.on)
    seed = said.get("seed")
    return _practice(
        at,
        occasion,
        goal=present_goal(campaign),
        brief=_brief(at, stamp.on) if at else NOTHING_TO_SAY,
        seed=stamp.on.toordinal() + (who.id if who else 0) if seed is None else seed,
        noted=(before.note, before.on) if before else (None, None),
    )


def _practice(
    at: StepAt | None,
    occasion: Occasion,
    *,
    goal: Goal | None,
    brief: Brief,
    seed: int,
    noted: tuple[str | None, date | None],
) -> PracticeShown:
    name = at.person.name if at and at.person else ""
    role, department = (goal.role, goal.department) if goal else ("", "")
    return PracticeShown(
        ref=at.ref if at else None,
        person=name or None,
        occasion=occasion,
        seed=seed,
        cards=cue_cards(brief, occasion, name=name, role=role),
        answers=likely_answers(occasion, department=department, seed=seed),
        noted=noted[0],
        practised_on=noted[1],
    )


def _occasion(at: StepAt | None, said: str | None) -> Occasion:
    if said:
        return cast(Occasion, one_of(said, PRACTISED_FOR, called="something to practise for"))
    if at is None:
        return "who"
    return "call" if at.card.kind == "call" else "talk"
