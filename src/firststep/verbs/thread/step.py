"""What a reference means to a verb: the rows to write to, and the step that stands there."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple, Self

from firststep.errors import CannotDo
from firststep.facts.asks import USUAL_ASK
from firststep.facts.plan import Card, Plan, Waiting
from firststep.facts.said import say
from firststep.facts.step_kinds import ASKS_NOTHING, CardKind
from firststep.journal.actions import Recording
from firststep.plan.shown import plan_on, step_in, step_on
from firststep.plan.step_at import StepAt, is_planned
from firststep.steps.approach.models import Approach
from firststep.steps.approach.rows import Opening, open_approach
from firststep.steps.followup.models import Meeting
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.models import Touch
from firststep.steps.people.finding.references import approach_or_whom, ref_of
from firststep.steps.people.models import Person, Seat


class Created(NamedTuple):
    """Somebody brought by another's words, and the approach to them if one was opened."""

    person_id: int
    approach_id: int | None


class NextStep(NamedTuple):
    """What follows, and when; without a `kind` nothing is left to do, and it closes that day."""

    kind: CardKind | None
    due_on: date | None  # None: others hold it, and no rule says until when
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """What a verb writes to. `approach` is None while it is proposed; `opening` says how then.

    `at` is the step itself; None for an approach of an earlier round, or where it was not looked
    for. `seat` is the one it is about where nobody holds it, `about_seat_id` the one an ask for a
    name or an introduction would be about; `finished` are approaches that ended.
    """

    ref: str
    approach: Approach | None
    opening: Opening
    at: StepAt | None
    seat: Seat | None = None
    finished: frozenset[int] = frozenset()
    about_seat_id: int | None = None

    @property
    def person(self) -> Person | None:
        return self.approach.person if self.approach else self.opening.person

    @property
    def keeps_in_touch(self) -> bool:
        """Whether all there is to do is to stay in touch: nothing is asked, nothing is opened."""
        return self.approach is None and bool(self.at and self.at.card.kind in ASKS_NOTHING)

    @property
    def unfinished(self) -> Approach | None:
        """The approach while it runs: neither closed nor ended by silence."""
        if self.approach is None or self.approach.closed_on or self.approach.pk in self.finished:
            return None
        return self.approach


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What a verb wrote, and in which `words`. `created` are those somebody brought."""

    words: str
    approach_id: int | None
    ref: str
    touch_id: int | None = None
    meeting_id: int | None = None
    created: tuple[Created, ...] = ()

    @classmethod
    def by(
        cls,
        change: Recording,
        approach: Approach | None,
        *,
        ref: str = "",
        touch: Touch | None = None,
        meeting: Meeting | None = None,
        brought: Iterable[tuple[Person, Approach | None]] = (),
    ) -> Self:
        """What a recording has written by its end; `ref` where it is no approach's."""
        return cls(
            words=change.words,
            approach_id=approach.pk if approach else None,
            ref=str(approach.pk) if approach else ref,
            touch_id=touch.pk if touch else None,
            meeting_id=meeting.pk if meeting else None,
            created=tuple(
                Created(who.pk, theirs.pk if theirs else None) for who, theirs in brought
            ),
        )


def step_for(campaign: Campaign, ref: str, on: date, *, look: bool = True) -> Meant:
    """What a reference or a name stands for (F3), whether the plan proposes it that day or not.

    Digits are an approach, of whatever round; `p12` and `s7` that person's, or that seat's
    holder's, newest approach. Without `look` the plan is not asked for an approach known by its
    number. Raises CannotDo (`not_found`, `ambiguous`).
    """
    meant = approach_or_whom(campaign, ref)
    if isinstance(meant, int):
        return _approach_meant(campaign, meant, on, look=look)
    if isinstance(meant, Seat):
        return _seat_meant(campaign, meant, on)
    return person_step(campaign, meant, on)


def person_step(campaign: Campaign, person: Person, on: date) -> Meant:
    """The newest approach of a person in this round, or the one the plan proposes or would."""
    at = step_on(campaign, ref_of(person), on)
    newest = None if _is_proposed(at) else _newest(campaign, person=person)
    opening = at.opening
    return Meant(
        ref=str(newest.pk) if newest else ref_of(person),
        approach=newest,
        opening=Opening(
            person=person,
            seat_id=opening.seat_id,
            ask=opening.ask,
            channel=opening.channel,
            for_seat_id=opening.for_seat_id,
        ),
        at=_at(newest, at),
        finished=_finished(at.plan),
        about_seat_id=at.about_seat_id,
    )


def _is_proposed(at: StepAt) -> bool:
    """Whether nothing is begun with them in the round that runs, or it is begun anew."""
    if is_planned(at.plan, f"p{at.card.person_id}"):
        return True
    return _round(at) is not None and at.approach is None


def _round(at: StepAt) -> int | None:
    """The round looked at, if it is the one that runs."""
    goal = at.snapshot.goal
    return goal.id if goal is not None and goal.ended_on is None else None


def _approach_meant(campaign: Campaign, number: int, on: date, *, look: bool) -> Meant:
    rows = Approach.objects.select_related("person", "seat__company", "goal")
    approach = rows.filter(campaign=campaign, pk=number).first()
    if approach is None:
        raise CannotDo(
            "There is no approach {number}. Give a number from Today, p12 for a "
            "person, s7 for a seat, or a name.",
            number=number,
            kind="not_found",
        )
    shown = plan_on(campaign, on) if look else None
    there = shown is not None and number in shown.snapshot.approaches
    return Meant(
        ref=str(number),
        approach=approach,
        opening=_opening_again(approach),
        seat=approach.seat,
        at=step_in(shown, campaign, str(number)) if shown and there else None,
        finished=_finished(shown.plan) if shown else frozenset(),
    )


def _seat_meant(campaign: Campaign, seat: Seat, on: date) -> Meant:
    shown = plan_on(campaign, on)
    told = shown.snapshot.seats.get(seat.pk)
    if told is not None and told.holder_id is not None:  # by their title (F31)
        return person_step(campaign, Person.objects.get(pk=told.holder_id), on)
    newest = _newest(campaign, seat=seat, person=None)
    at = step_in(shown, campaign, ref_of(seat)) if told else None
    return Meant(
        ref=str(newest.pk) if newest else ref_of(seat),
        approach=newest,
        opening=Opening(person=None, seat_id=seat.pk, ask=USUAL_ASK),
        seat=seat,
        at=_at(newest, at),
        finished=_finished(shown.plan),
        about_seat_id=seat.pk,
    )


def _at(newest: Approach | None, at: StepAt | None) -> StepAt | None:
    """The step, unless it stands in another round than the one that is written to."""
    own = at is not None and (at.approach.id if at.approach else None)
    return at if own == (newest.pk if newest else None) else None


def _finished(plan: Plan) -> frozenset[int]:
    return frozenset(key for key, _on, _why in plan.closed)


def _newest(campaign: Campaign, **whose: Any) -> Approach | None:
    """The newest approach in the round that runs, however late its day."""
    rows = Approach.objects.filter(campaign=campaign, goal__ended_on=None, **whose)
    return rows.select_related("person", "seat__company", "goal").order_by("-id").first()


def _opening_again(approach: Approach) -> Opening:
    """How an approach would begin anew: as it began."""
    return Opening(
        person=approach.person,
        seat_id=approach.seat_id,
        ask=approach.ask,  # type: ignore[arg-type]  # kept from one of Ask
        channel=approach.channel,
        for_seat_id=approach.for_seat_id,
    )


def opened(change: Recording, step: Meant, **given: Any) -> Approach:
    """The step's approach, opened in this entry where it was only proposed (F2, F3)."""
    said = {name: value for name, value in given.items() if value is not None}
    if step.approach is not None:
        return change.change(step.approach, **said)
    looked_at_now = step.at is not None and step.at.snapshot.revision + 1 == change.revision
    goal_id = _round(step.at) if step.at and looked_at_now else None
    return open_approach(change, replace(step.opening, **said), goal_id=goal_id)


def whose(step: Meant) -> Person:
    """The person of a step. Raises CannotDo for a seat without a holder (F3)."""
    if step.person is not None:
        return step.person
    raise CannotDo(
        "Nobody holds that seat yet; until then it can be snoozed, closed or asked "
        "for. Say who holds it.",
        typed="firststep seat COMPANY --is PERSON",
    )


def said_of(person: Person, words: str) -> str:
    """The words of an entry about a person; what happened is never refused, but this is said."""
    if person.do_not_contact_on is None:
        return words
    return say("{told}, whom you asked not to contact.", told=words.rstrip("."))


def planned(plan: Plan) -> tuple[Card | Waiting, ...]:
    """All a plan says of what comes: the day's cards, what waits, what did not fit."""
    return (*plan.cards, *plan.waiting, *plan.rolled)


def next_step(campaign: Campaign, ref: str | int | None, on: date) -> NextStep | None:
    """What follows for that approach, as the plan of that day has it; None when nothing does.

    A card of the day first, then what waits, then what did not fit.
    """
    if ref is None:
        return None
    for item in planned(plan_on(campaign, on).plan):
        if item.ref == str(ref):
            return NextStep(kind=item.kind, due_on=item.due_on, why=item.why)
    return None
