"""Ways in to a seat or a person on one day: what the plan and own data add to `paths`."""

from datetime import date

from firststep.facts.belief import Belief, Route, priors
from firststep.facts.kinds import FIRST_NOTES
from firststep.facts.plan import Waiting
from firststep.facts.snapshot import ApproachFacts, PersonFacts, SeatFacts
from firststep.learn.progress import progress
from firststep.plan.shown import Shown
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
    asked = _asked(shown, seat)
    return best_paths(
        shown.snapshot,
        person=person,
        seat=seat,
        bounds=Bounds(
            beliefs=_beliefs(shown, on),
            blocked=_blocked(shown, on),
            asked_of=asked.person_id if asked else None,
            asked_until=_closes(shown, asked) if asked else None,
        ),
    )


def _beliefs(shown: Shown, on: date) -> dict[Route, Belief]:
    beliefs = dict(priors(shown.book))
    for rate in progress(shown.snapshot, today=on, book=shown.book).rates:
        prior = beliefs[rate.of]
        beliefs[rate.of] = Belief(prior.a + rate.yes, prior.b + rate.n - rate.yes)
    return beliefs


def _blocked(shown: Shown, on: date) -> dict[int, date]:
    """From which day somebody may be written to, where the plan holds their first note back."""
    return {
        one.person_id: one.due_on
        for one in reversed(shown.plan.waiting)
        if one.person_id is not None and one.kind in FIRST_NOTES and one.due_on > on
    }


def _asked(shown: Shown, seat: SeatFacts | None) -> ApproachFacts | None:
    """The approach in which this introduction is asked for and still open."""
    closed = {key for key, _, _ in shown.plan.closed}
    for approach in sorted(shown.snapshot.approaches.values(), key=lambda a: a.id):
        asks = approach.ask == "introduction" and seat and approach.for_seat_id == seat.id
        if asks and approach.log and approach.id not in closed:
            return approach
    return None


def _closes(shown: Shown, asked: ApproachFacts) -> date | None:
    waits: list[Waiting] = [w for w in shown.plan.waiting if w.approach_id == asked.id]
    return max((w.due_on for w in waits), default=None)
