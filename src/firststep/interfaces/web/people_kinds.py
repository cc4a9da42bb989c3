"""Groups of people one looks for: with whom something is open, who is to answer, who is near."""

from collections.abc import Callable, Iterator

from firststep.facts.said import to_say
from firststep.plan.lane import Lane
from firststep.plan.shown import Shown


def _of_threads(holds: Callable[[Lane], bool]) -> Callable[[Shown], set[int]]:
    def found(shown: Shown) -> set[int]:
        return {lane.person.id for lane in _opened(shown) if lane.person and holds(lane)}

    return found


def _opened(shown: Shown) -> Iterator[Lane]:
    return (lane for lane in shown.board.lanes if not lane.proposed)


def _at_targets(shown: Shown) -> set[int]:
    companies, people = shown.snapshot.companies, shown.snapshot.people
    targets = {key for key, company in companies.items() if company.is_target}
    return {key for key, one in people.items() if any(p.company_id in targets for p in one.current)}


def _gone_quiet(shown: Shown) -> set[int]:
    """Closed by silence, and nothing begun with them since."""
    approaches, silent = shown.snapshot.approaches, shown.plan.silent
    closed = {approaches[key].person_id for key in silent}
    return {key for key in closed if key} - _OPEN(shown)


_OPEN = _of_threads(lambda lane: not lane.thread.is_closed)
KINDS_OF_PEOPLE: dict[str, tuple[str, Callable[[Shown], set[int]]]] = {
    "open": (to_say("Something is open"), _OPEN),  # in the order in which a phone needs two lines
    "quiet": (to_say("Gone quiet"), _gone_quiet),
    "waiting": (to_say("Waiting for an answer"), _of_threads(lambda lane: lane.thread.awaiting)),
    "companies": (to_say("At my companies"), _at_targets),
}
