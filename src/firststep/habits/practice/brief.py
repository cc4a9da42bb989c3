"""What to have in mind before a talk: who, how we know each other, what to ask, how to begin and
how to end. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from firststep.facts.habits import NOTHING_BETWEEN, Between
from firststep.facts.said import say, say_day
from firststep.facts.snapshot import (
    ApproachFacts,
    GoalFacts,
    PersonFacts,
    PositionFacts,
    SeatFacts,
    Snapshot,
)
from firststep.habits.practice.lines import aloud_line, occasion_aloud, role_aloud, spoken_to
from firststep.steps.approach.told_apart import question_no
from firststep.steps.outreach.aloud import department_aloud
from firststep.steps.outreach.at_event import at_event
from firststep.steps.outreach.questions import OF_THE_WORK, questions, suits
from firststep.steps.outreach.wordings.languages import Variety

_IS_NEW_DAYS = 180
_NAMES_THE_DEPARTMENT = frozenset({"meeting", "name"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One page before a talk. `known` is how the two know each other, `work` what they do and what
    changed, `next_names` whom to ask for at the end."""

    known: tuple[str, ...] = ()
    work: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    ask: str = ""
    opening_lines: tuple[str, ...] = ()
    ending: str = ""
    next_names: tuple[str, ...] = ()


NOTHING_TO_SAY = Brief()


def brief_for(
    snapshot: Snapshot,
    person: PersonFacts,
    approach: ApproachFacts | None,
    *,
    today: date,
    signed_given: bool = False,
) -> Brief:
    """The brief of a talk with somebody, opened or not. What is said to them is in the language of
    the letters, by du where letters say it; `signed_given`: they signed with their given name."""
    goal, between = snapshot.goal, snapshot.between.get(person.id, NOTHING_BETWEEN)
    department = goal.department if goal else ""
    post = next(iter(person.current), None)
    variety = spoken_to(snapshot, person, signed_given=signed_given)
    return Brief(
        known=tuple(filter(None, _known(snapshot, person, approach, between))),
        work=tuple(_work(snapshot, post, today)),
        questions=questions(
            suits(post.title if post else "", department),
            department=department,
            seed=3 * question_no(snapshot, person),
            count=3,
            variety=variety,
        ),
        ask=_the_ask(snapshot, approach, post, variety),
        opening_lines=tuple(_opening(snapshot, person, approach, variety)),
        ending=aloud_line("ending", variety),
        next_names=tuple(_next_names(snapshot, person)),
    )


def _known(
    snapshot: Snapshot, person: PersonFacts, approach: ApproachFacts | None, between: Between
) -> Iterator[str]:
    if via := _via(snapshot, approach):
        yield say("{via} brought you together: say so, and pass on their greetings.", via=via)
    met = at_event(between.event) if between.event else ""
    how = person.tie.how if person.tie else ""
    if how and how != met:
        yield say("How you know each other: {how}.", how=how)
    yield say("You met {where}.", where=met) if met else ""
    yield say("You talked about {what}.", what=between.said.rstrip(".")) if between.said else ""
    yield from _said_to_do(between)


def _said_to_do(between: Between) -> Iterator[str]:
    """What they offered, and what each promised."""
    says = between.offer.says.rstrip(".") if between.offer else ""
    yield say("They offered: “{says}”.", says=says) if says else ""
    yield from (say("You promised: {what}.", what=what) for what in between.promised)
    yield from (say("They promised: {what}.", what=what) for what in between.awaited)


def _via(snapshot: Snapshot, approach: ApproachFacts | None) -> str:
    return _name(snapshot, approach.via_id if approach else None)


def _work(snapshot: Snapshot, post: PositionFacts | None, today: date) -> Iterator[str]:
    if post is None:
        yield say("Where they work is not known yet. Ask, or look them up.")
        return
    yield f"{post.title or 'They work'}, {post.company}." if post.title else f"{post.company}."
    if post.began_on and timedelta() <= today - post.began_on <= timedelta(_IS_NEW_DAYS):
        month = say_day(post.began_on, "MMMM")
        yield say("New there since {month}: ask how it is going.", month=month)
    company = snapshot.companies.get(post.company_id)
    if company and company.opening:
        yield say(
            "{company} looks for {role}. Let them speak of it first.",
            company=company.name, role=company.opening.role or say("somebody"),
        )  # fmt: skip


def _the_ask(
    snapshot: Snapshot, approach: ApproachFacts | None, post: PositionFacts | None, variety: Variety
) -> str:
    """An introduction is asked to somebody; where nobody is known, their name is asked for."""
    if approach is None:
        return aloud_line("advice", variety)
    seat = snapshot.seats.get(approach.for_seat_id or 0)
    holder = _name(snapshot, seat.holder_id if seat else None)
    unnamed = approach.ask == "introduction" and not holder
    asked = "name" if unnamed else approach.ask
    department = snapshot.goal.department if snapshot.goal else ""
    yours = " yours" if asked in _NAMES_THE_DEPARTMENT and not department else ""
    return aloud_line(
        f"{asked}{yours}",
        variety,
        department=department_aloud(department, variety),
        holder=holder,
        company=_house(snapshot, seat, post) or aloud_line("your company", variety),
    )


def _house(snapshot: Snapshot, seat: SeatFacts | None, post: PositionFacts | None) -> str:
    if seat is not None:
        return snapshot.companies[seat.company_id].name
    return post.company if post else ""


def _name(snapshot: Snapshot, person_id: int | None) -> str:
    person = snapshot.people.get(person_id or 0)
    return person.name if person else ""


def _opening(
    snapshot: Snapshot, person: PersonFacts, approach: ApproachFacts | None, variety: Variety
) -> Iterator[str]:
    yield _greeting(snapshot, person, _via(snapshot, approach), variety)
    goal = snapshot.goal
    department = department_aloud(goal.department, variety) if goal else ""
    if goal is None or goal.exploring or not goal.role:
        name = "exploring" if department else "exploring yours"
        yield aloud_line(name, variety, department=department)
        return
    house = next((post.company for post in person.current), "")
    role = role_aloud(goal.role, variety)
    yield aloud_line(_what_they_know(person, goal), variety, role=role, company=house)


def _greeting(snapshot: Snapshot, person: PersonFacts, via: str, variety: Variety) -> str:
    first = person.given or person.name
    if via:
        return aloud_line("greet via", variety, first=first, via=via)
    if occasion := occasion_aloud(snapshot, person, variety):
        return aloud_line("greet met", variety, first=first, occasion=occasion)
    close = person.tie is not None and person.tie.kind == "close"
    return aloud_line("greet close" if close else "greet", variety, first=first)


def _what_they_know(person: PersonFacts, goal: GoalFacts) -> str:
    """The line of who looks for work: the work, to who does it; the house, to who works in it;
    nothing where that is not known."""
    post = next(iter(person.current), None)
    if post is None:
        return "looking"
    does_it = suits(post.title, goal.department) in OF_THE_WORK
    return "looking work" if does_it else "looking house"


def _next_names(snapshot: Snapshot, person: PersonFacts) -> Iterator[str]:
    """Posts without a name yet, at their own company first, then where one wants to work most."""
    own = {post.company_id for post in person.current}
    empty = (seat for seat in snapshot.seats.values() if seat.holder_id is None)
    places = {
        seat.id: (seat.company_id not in own, -company.motivation, seat.id)
        for seat in empty
        if (company := snapshot.companies.get(seat.company_id)) and not company.stage
    }
    for key in sorted(places, key=lambda key: places[key])[:2]:
        seat = snapshot.seats[key]
        house = snapshot.companies[seat.company_id].name
        yield say("the {seat} at {company}", seat=seat.title, company=house)
