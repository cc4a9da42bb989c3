"""What to have in mind before a talk: who, how we know each other, what to ask, how to begin and
how to end. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from firststep.facts.asks import Ask
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
from firststep.steps.approach.told_apart import question_no
from firststep.steps.outreach.at_event import at_event
from firststep.steps.outreach.drafting.names import department_said, with_article
from firststep.steps.outreach.questions import OF_THE_WORK, questions, suits

_IS_NEW_DAYS = 180
ENDING = "Who else should I talk to? And may I say that you sent me?"
# The one thing to ask for, by what the talk is about and by whether they decide.
_ASKS: dict[Ask, str] = {
    "meeting": "What would somebody have to show you, to be considered for {department}?",
    "advice": "What would you do next in my place?",
    "name": "Who runs {department} at {company}, and how do they like to be written to?",
    "introduction": "Would you introduce me to {holder}? I can send you three lines to pass on.",
    "tip": "Which company would you look at first?",
    "connect": "May I write to you again in a few months and tell you how it goes?",
    "referral": "Would you put my name forward? I can send you all you need in one note.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One page before a talk. `known` is how the two know each other, `work` what they do and what
    changed, `next_names` whom to ask for at the end."""

    known: tuple[str, ...] = ()
    work: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    ask: str = ""
    opening_lines: tuple[str, ...] = ()
    ending: str = ENDING
    next_names: tuple[str, ...] = ()


NOTHING_TO_SAY = Brief()


def brief_for(
    snapshot: Snapshot, person: PersonFacts, approach: ApproachFacts | None, *, today: date
) -> Brief:
    """The brief of a talk with somebody, opened or not."""
    goal, between = snapshot.goal, snapshot.between.get(person.id, NOTHING_BETWEEN)
    department = goal.department if goal else ""
    post = next(iter(person.current), None)
    nth = question_no(snapshot, person)
    return Brief(
        known=tuple(filter(None, _known(snapshot, person, approach, between))),
        work=tuple(_work(snapshot, post, today)),
        questions=questions(
            suits(post.title if post else "", department),
            department=department,
            seed=3 * nth,
            count=3,
        ),
        ask=_the_ask(snapshot, approach, post, department),
        opening_lines=tuple(_opening(snapshot, person, approach, between)),
        ending=ENDING,
        next_names=tuple(_next_names(snapshot, person)),
    )


def _known(
    snapshot: Snapshot, person: PersonFacts, approach: ApproachFacts | None, between: Between
) -> Iterator[str]:
    if via := _via(snapshot, approach):
        yield say("{via} brought you together: say so, and greet from them.", via=via)
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
    snapshot: Snapshot, approach: ApproachFacts | None, post: PositionFacts | None, department: str
) -> str:
    """An introduction is asked to somebody; where nobody is known, their name is asked for."""
    if approach is None:
        return _ASKS["advice"]
    seat = snapshot.seats.get(approach.for_seat_id or 0)
    holder = _name(snapshot, seat.holder_id if seat else None)
    unnamed = approach.ask == "introduction" and not holder
    return _ASKS["name" if unnamed else approach.ask].format(
        department=department_said(department) or "your team",
        holder=holder,
        company=_house(snapshot, seat, post),
    )


def _house(snapshot: Snapshot, seat: SeatFacts | None, post: PositionFacts | None) -> str:
    if seat is not None:
        return snapshot.companies[seat.company_id].name
    return post.company if post else "your company"


def _name(snapshot: Snapshot, person_id: int | None) -> str:
    person = snapshot.people.get(person_id or 0)
    return person.name if person else ""


def _opening(
    snapshot: Snapshot, person: PersonFacts, approach: ApproachFacts | None, between: Between
) -> Iterator[str]:
    yield _greeting(person, _via(snapshot, approach), between)
    goal = snapshot.goal
    if goal is None or goal.exploring or not goal.role:
        work = department_said(goal.department) if goal and goal.department else "your work"
        yield f"I'm finding out what {work} is like from the inside. I'd rather listen than talk."
        return
    post = f"I'm looking for my next post, as {with_article(goal.role)}"
    yield f"{post}{_what_they_know(person, goal)}. May I ask you how you see it?"


def _greeting(person: PersonFacts, via: str, between: Between) -> str:
    first = person.given or person.name
    thanks = f"Thank you for making the time, {first}."
    if via:
        return f"{thanks} {via} thought the two of us should talk."
    if between.event:
        return f"{thanks} I was glad we met {at_event(between.event)}."
    if person.tie is not None and person.tie.kind == "close":
        return f"It's good to talk, {first}. Thank you for making the time."
    return f"{thanks} I'll keep it short."


def _what_they_know(person: PersonFacts, goal: GoalFacts) -> str:
    """The work, of who does it; the house, of who works in it; nothing where that is not known."""
    post = next(iter(person.current), None)
    if post is None:
        return ""
    if suits(post.title, goal.department) in OF_THE_WORK:
        return ", and you know the work"
    return f", and you know {post.company} from the inside"


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
