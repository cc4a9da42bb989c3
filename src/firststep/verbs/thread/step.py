"""Which step is meant: an approach's id, `p12`, `s7` or a person's name, and what follows it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypedDict

from firststep.errors import CannotDo
from firststep.facts.plan import Card, Plan, Waiting
from firststep.facts.playbook import DEFAULT
from firststep.facts.snapshot import PersonFacts, PositionFacts, Snapshot
from firststep.journal.actions import Recording
from firststep.plan.board import Board
from firststep.plan.shown import plan_on
from firststep.steps.approach.models import Approach
from firststep.steps.approach.rows import Opening, open_approach
from firststep.steps.goal.models import Campaign
from firststep.steps.people.finding.finding import find_person, find_seat
from firststep.steps.people.models import Person, Seat

REFERENCE = re.compile(r"(?P<letter>[ps]?)(?P<number>\d{1,18})", re.IGNORECASE | re.ASCII)


Created = tuple[int, int | None]


class NextStep(TypedDict):
    kind: str | None
    due_on: date
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of one thread. `approach` is None while it is proposed; `opening` says how then.

    `card` is what the plan shows for it on that day, if anything; `owed` a thank-you or an answer
    it awaits even where no card is shown (a day off); `finished` are approaches that ended;
    `about_seat_id` is the seat an ask for a name or an introduction would be about.
    """

    ref: str
    approach: Approach | None
    opening: Opening
    card: Card | None
    owed: str = ""
    finished: frozenset[int] = frozenset()
    about_seat_id: int | None = None

    @property
    def person(self) -> Person | None:
        return self.approach.person if self.approach else self.opening.person

    @property
    def keeps_in_touch(self) -> bool:
        """Whether all it shows is to stay in touch: nothing is asked, so nothing is opened."""
        return self.approach is None and self.card is not None and self.card.kind == "keep_in_touch"

    @property
    def unfinished(self) -> Approach | None:
        """The approach while it runs: neither closed nor ended by silence."""
        if self.approach is None or self.approach.closed_on or self.approach.pk in self.finished:
            return None
        return self.approach


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What a verb wrote. `created` are the (person id, approach id) somebody's words brought."""

    approach_id: int | None
    ref: str
    touch_id: int | None = None
    meeting_id: int | None = None
    created: tuple[Created, ...] = ()


def ids_of(brought: Iterable[tuple[Person, Approach | None]]) -> tuple[Created, ...]:
    """The (person id, approach id) of those somebody named."""
    return tuple((who.pk, theirs.pk if theirs else None) for who, theirs in brought)


def step_for(campaign: Campaign, ref: str, on: date, *, look: bool = True) -> Step:
    """The step a reference stands for (F3), whether the plan proposes it on that day or not.

    Digits are an approach; `p12` and `s7` that person's, or that seat's holder's, newest approach.
    Without `look` the plan is not asked for an approach known by its number: what it shows stays
    empty. Raises CannotDo (`not_found`, `ambiguous`).
    """
    meant = _meant(campaign, ref)
    if isinstance(meant, Person):
        return person_step(campaign, meant, on)
    if isinstance(meant, Seat):
        if meant.holder is not None:
            return person_step(campaign, meant.holder, on)
        return _seat_step(campaign, meant, on)
    plan = plan_on(campaign, on).plan if look else Plan(on=on)
    return _step(plan, meant, _opening_again(meant), ref=str(meant.pk))


def _meant(campaign: Campaign, ref: str) -> Person | Seat | Approach:
    found = REFERENCE.fullmatch(ref.strip())
    if found is None:
        return person_or_seat(campaign, ref)
    letter, number = found["letter"].lower(), int(found["number"])
    if letter == "p":
        return find_person(campaign, f"p{number}")
    if letter == "s":
        return find_seat(campaign, f"s{number}")
    rows = Approach.objects.select_related("person", "seat", "goal")
    approach = rows.filter(campaign=campaign, pk=number).first()
    if approach is None:
        raise CannotDo(
            f"There is no approach {number}. Give a number from Today, p12 for a person, s7 for "
            "a seat, or a name.",
            kind="not_found",
        )
    return approach


def person_or_seat(campaign: Campaign, text: str) -> Person | Seat:
    """A person by id or name, else a seat by `s7` or title."""
    if (found := REFERENCE.fullmatch(text.strip())) and found["letter"].lower() == "s":
        return find_seat(campaign, text)
    try:
        return find_person(campaign, text)
    except CannotDo as refused:
        if refused.kind != "not_found":
            raise
        try:
            return find_seat(campaign, text)
        except CannotDo:
            raise refused from None


def person_step(campaign: Campaign, person: Person, on: date) -> Step:
    """The newest approach of a person in this round, or the one the plan proposes or would."""
    shown = plan_on(campaign, on)
    ref = f"p{person.pk}"
    newest = None
    if not any(item.ref == ref for item in planned(shown.plan)):
        newest = _newest(campaign, person=person)
    opening, about = _opening(shown.snapshot, person, on)
    found = _step(shown.plan, newest, opening, ref=str(newest.pk) if newest else ref)
    return replace(found, about_seat_id=about)


def _newest(campaign: Campaign, **whose: Any) -> Approach | None:
    """The newest approach in the round that runs, however late its day."""
    rows = Approach.objects.filter(campaign=campaign, goal__ended_on=None, **whose)
    return rows.select_related("person", "seat", "goal").order_by("-id").first()


def _seat_step(campaign: Campaign, seat: Seat, on: date) -> Step:
    newest = _newest(campaign, seat=seat, person=None)
    opening = Opening(person=None, seat=seat, ask="meeting")
    ref = str(newest.pk) if newest else f"s{seat.pk}"
    return replace(
        _step(plan_on(campaign, on).plan, newest, opening, ref=ref), about_seat_id=seat.pk
    )


def _step(plan: Plan, approach: Approach | None, opening: Opening, *, ref: str) -> Step:
    awaited = [w.kind for w in plan.waiting if w.ref == ref and w.kind]
    return Step(
        ref=ref,
        approach=approach,
        opening=opening,
        card=next((card for card in plan.showable if card.ref == ref), None),
        owed=next((kind for kind in awaited if kind in ("thank", "answer")), ""),
        finished=frozenset(key for key, _on, _why in plan.closed),
    )


def _opening(snapshot: Snapshot, person: Person, on: date) -> tuple[Opening, int | None]:
    """The plan's ask and channel for a person, proposed or not (F12), and the seat she may help
    with."""
    facts = snapshot.people.get(person.pk) or _facts(person)
    board = Board(snapshot, on, DEFAULT, ()).indexed()
    proposal = board.proposal(facts)
    held = Seat.objects.filter(pk=proposal.seat_id).first() if proposal.seat_id else None
    opening = Opening(
        person=person,
        seat=held,
        ask=proposal.ask,
        channel=proposal.channel,
        for_seat_id=proposal.for_seat_id,
    )
    about = board.seat_of(facts)
    return opening, about.id if about else None


def _facts(person: Person) -> PersonFacts:
    """What the plan needs of somebody it does not look at: no target, no tie made by hand."""
    ways = list(person.addresses.filter(dead_on=None).order_by("id").values_list("kind", "value"))
    posts = person.positions.filter(current=True).values_list("company_id", "written", "title")
    return PersonFacts(
        id=person.pk,
        name=person.name,
        emails=tuple(value for kind, value in ways if kind == "email"),
        phones=tuple(value for kind, value in ways if kind == "phone"),
        linkedin=person.linkedin or "",
        positions=tuple(
            PositionFacts(company_id=company, company=written, title=title)
            for company, written, title in posts
        ),
    )


def _opening_again(approach: Approach) -> Opening:
    """How an approach would begin anew: as it began."""
    return Opening(
        person=approach.person,
        seat=approach.seat,
        ask=approach.ask,  # type: ignore[arg-type]  # kept from one of Ask
        channel=approach.channel,
        for_seat_id=approach.for_seat_id,
    )


def opened(change: Recording, step: Step, **given: Any) -> Approach:
    """The step's approach, opened in this entry where it was only proposed (F2, F3)."""
    said = {name: value for name, value in given.items() if value is not None}
    if step.approach is not None:
        return change.change(step.approach, **said)
    return open_approach(change, replace(step.opening, **said))


def whom(step: Step) -> Person:
    """The person of a step. Raises CannotDo for a seat without a holder (F3)."""
    if step.person is not None:
        return step.person
    raise CannotDo(
        "Nobody holds that seat yet; until then it can be snoozed, closed or asked for. Say who "
        "holds it.",
        typed="firststep seat COMPANY --is PERSON",
    )


def said_of(person: Person, words: str) -> str:
    """The words of an entry about a person; what happened is never refused, but this is said."""
    if person.do_not_contact_on is None:
        return words
    return f"{words.rstrip('.')}, whom you asked not to contact."


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
