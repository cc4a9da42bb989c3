"""What a letter can say of an interview: one ahead that somebody may know more of, one had that
they helped towards, one at which they sat themselves (F39). Pure."""

from collections.abc import Iterable
from datetime import date

from firststep.facts.draft import InterviewTold
from firststep.facts.habits import InterviewFacts
from firststep.facts.kinds import INTERVIEWED
from firststep.facts.plan import Card
from firststep.facts.snapshot import ApproachFacts, LogLine, Snapshot
from firststep.facts.step_kinds import FIRST_NOTES
from firststep.steps.outreach.drafting.names import company_said


def interview_said(
    snapshot: Snapshot, card: Card, answer: LogLine | None, *, on: date
) -> InterviewTold | None:
    """The interview that belongs in the letter of a step, after what they answered last."""
    if card.person_id is None or snapshot.landed is not None:
        return None
    near = _near(snapshot, card.person_id)
    had, ahead = _since(near, answer), _to_come(near, card, on)
    found = _had(snapshot, card, had) if card.kind in ("thank", "report_back") else None
    return found or (_ahead(snapshot, card, ahead[0]) if ahead else None)


def _since(near: list[InterviewFacts], answer: LogLine | None) -> list[InterviewFacts]:
    """Those that were had after an answer, which may have led to them."""
    return [one for one in near if answer and one.held_on and one.held_on >= answer.on]


def _to_come(near: list[InterviewFacts], card: Card, on: date) -> list[InterviewFacts]:
    """Those still to come, at which they do not sit."""
    ahead = (one for one in near if not one.held_on and one.on >= on)
    return [one for one in ahead if card.person_id not in one.people]


def _had(snapshot: Snapshot, card: Card, had: list[InterviewFacts]) -> InterviewTold | None:
    """One they sat at, else one they helped towards, which is told in the report."""
    if sat := [one for one in had if card.person_id in one.people]:
        return _told(snapshot, sat[-1], "sat_there")
    tells = card.kind == "report_back" and had
    return _told(snapshot, had[-1], "interviewed") if tells else None


def _ahead(snapshot: Snapshot, card: Card, one: InterviewFacts) -> InterviewTold | None:
    if card.kind == "report_back":
        return _told(snapshot, one, "interview_ahead")
    exploring = snapshot.goal is not None and snapshot.goal.exploring
    asks = card.kind in FIRST_NOTES and card.ask == "advice" and not exploring
    return _told(snapshot, one, "interviewers") if asks else None


def knows_house_ahead(snapshot: Snapshot, person_id: int, *, on: date) -> bool:
    """Whether an interview is ahead where somebody works or worked, and they do not sit there."""
    works = _works_at(snapshot, person_id) if snapshot.interviews else set()
    return any(
        one.company_id in works and not one.held_on and one.on >= on
        for one in snapshot.interviews
        if person_id not in one.people and _is_on(snapshot, one)
    )


def _near(snapshot: Snapshot, person_id: int) -> list[InterviewFacts]:
    """The interviews where they work or worked, or that their help was about, by their days."""
    if not snapshot.interviews:
        return []
    houses = _works_at(snapshot, person_id) | _helped_at(snapshot, person_id)
    return [
        one for one in snapshot.interviews if one.company_id in houses and _is_on(snapshot, one)
    ]


def _is_on(snapshot: Snapshot, one: InterviewFacts) -> bool:
    company = snapshot.companies.get(one.company_id)
    return company is not None and company.stage in INTERVIEWED


def _works_at(snapshot: Snapshot, person_id: int) -> set[int]:
    person = snapshot.people.get(person_id)
    posts = person.positions if person else ()
    return {one.company_id for one in posts if one.company_id and one.sureness != "weak"}


def _helped_at(snapshot: Snapshot, person_id: int) -> set[int]:
    """Where a thread with them is about, and where those work whom they brought."""
    own = [one for one in snapshot.approaches.values() if one.person_id == person_id]
    brought = [one for one in snapshot.approaches.values() if one.via_id == person_id]
    work = (_works_at(snapshot, one.person_id or 0) for one in brought)
    return _seats_of(snapshot, [*own, *brought]).union(*work)


def _seats_of(snapshot: Snapshot, approaches: Iterable[ApproachFacts]) -> set[int]:
    keys = (key for one in approaches for key in (one.seat_id, one.for_seat_id))
    seats = (snapshot.seats.get(key or 0) for key in keys)
    return {seat.company_id for seat in seats if seat is not None}


def _told(snapshot: Snapshot, one: InterviewFacts, tag: str) -> InterviewTold:
    people = (snapshot.people[key].name for key in one.people if key in snapshot.people)
    return InterviewTold(
        tag=tag,
        at=company_said(snapshot.companies[one.company_id].name),
        on=one.held_on or one.on,
        people=tuple(people),
    )
