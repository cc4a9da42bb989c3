"""Ways in to a seat or a person on one day: what the plan and own data add to `paths`."""

from datetime import date

from firststep.facts.belief import Belief, Route, priors
from firststep.facts.kinds import FIRST_NOTES
from firststep.facts.snapshot import PersonFacts, SeatFacts
from firststep.learn.progress import progress
from firststep.plan.board import HEARD, Board
from firststep.plan.introducers import favour_ends_on, rest_of
from firststep.plan.shown import Shown
from firststep.steps.approach.asks import ended_by_no
from firststep.steps.approach.paths import Bounds, Path, best_paths


def ways_in(
    shown: Shown, *, person: PersonFacts | None, seat: SeatFacts | None, on: date
) -> list[Path]:
    """Every way in, likeliest first. Own settled approaches take over from the stated beliefs."""
    if person is not None and person.do_not_contact:
        return []
    seat = seat or next(
        (s for s in shown.snapshot.seats.values() if person and s.holder_id == person.id), None
    )
    board = Board(shown.snapshot, on, shown.book, ()).lay_out()
    beliefs, settled = _beliefs(shown, on)
    return best_paths(
        shown.snapshot,
        person=person,
        seat=seat,
        bounds=Bounds(
            beliefs=beliefs,
            settled=settled,
            blocked=_blocked(shown, on),
            rests=_rests(board, seat.id if seat else 0),
            heard=_heard(shown, on),
        ),
    )


def settled_by_no(shown: Shown, person_id: int) -> date | None:
    """The day somebody said no, which settles it for this round; None where nothing did."""
    ends = [
        refused.on
        for approach in shown.snapshot.approaches.values()
        if approach.person_id == person_id and (refused := ended_by_no(approach.log))
    ]
    return max(ends, default=None)


def _beliefs(shown: Shown, on: date) -> tuple[dict[Route, Belief], dict[Route, int]]:
    """What is believed of each route by now, and how many settled people it rests on."""
    beliefs, settled = dict(priors(shown.book)), {}
    figures = progress(shown.snapshot, today=on, silent=shown.plan.silent, book=shown.book)
    for rate in figures.rates:
        prior = beliefs[rate.of]
        beliefs[rate.of] = Belief(prior.a + rate.yes, prior.b + rate.n - rate.yes)
        settled[rate.of] = rate.n
    return beliefs, settled


def _blocked(shown: Shown, on: date) -> dict[int, date]:
    """From which day somebody may be written to, where the plan holds their first note back."""
    return {
        one.person_id: one.due_on
        for one in reversed(shown.plan.waiting)
        if one.person_id is not None and one.kind in FIRST_NOTES and one.due_on > on
    }


def _heard(shown: Shown, on: date) -> set[int]:
    """Whoever has answered in this round, or talked."""
    return {
        approach.person_id
        for approach in shown.snapshot.approaches.values()
        if approach.person_id and any(x.kind in HEARD and x.on <= on for x in approach.log)
    }


def refused_by(shown: Shown, *, person: PersonFacts | None, seat: SeatFacts | None) -> str:
    """The company that has said no, where that is what stands in the way; "" where none has."""
    at = {post.company_id for post in person.current} if person else set()
    at |= {one.company_id for one in shown.snapshot.seats.values() if _is_meant(one, person, seat)}
    named = (shown.snapshot.companies[key] for key in sorted(at))
    return next((company.name for company in named if company.stage == "rejected"), "")


def _is_meant(one: SeatFacts, person: PersonFacts | None, seat: SeatFacts | None) -> bool:
    return one == seat or (person is not None and one.holder_id == person.id)


def _rests(board: Board, seat_id: int) -> dict[int, date]:
    """From which day each person known may be asked for this introduction."""
    rests: dict[int, date] = {}
    for person in board.snapshot.people.values():
        if person.tie is None:
            continue
        rest = rest_of(board, person_id=person.id, seat_id=seat_id)
        days = [rest.until if rest else None, favour_ends_on(board, person.id)]
        if found := max((day for day in days if day and day > board.today), default=None):
            rests[person.id] = found
    return rests
