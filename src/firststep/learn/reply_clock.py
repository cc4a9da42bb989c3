"""How long answers take: of those who will say yes, how many have by a day. Pure.

Delays: evidence a2, an assumption (slower than what vendors measured). Weights of the touches: the
hazards of evidence a2.
"""

from collections.abc import Sequence

from firststep.facts.belief import FAVOURS, PRIORS, Route
from firststep.facts.playbook import Playbook

# Of those who answer a note, the share that has after so many working days.
DELAYS = ((0.45, 0), (0.75, 1), (0.88, 2), (0.93, 3), (0.95, 5), (0.97, 7), (0.99, 10), (1.0, 15))
NOTE, CALL, NUDGE = 0.050, 0.040, 0.035  # chances of a yes to each, silent so far
KNOWN_NUDGE = 0.08  # of somebody known who was asked for a favour

_Touch = tuple[float, int, bool]  # its weight, the working day it is made on, whether it is a call


def touches_of(route: Route, *, favour: bool, book: Playbook) -> tuple[_Touch, ...]:
    """What somebody silent gets, by working days after the first note."""
    if favour and route in FAVOURS:
        note = PRIORS["known"].mean
        again = (1 - note) * KNOWN_NUDGE
        return ((note, 0, False), (again, book.nudge_known_days, False))
    return (
        (NOTE, 0, False),
        (CALL, book.call_manager_days, True),
        (NUDGE, book.nudge_manager_days, False),
    )


def share_to_come(touches: Sequence[_Touch], days: int) -> float:
    """Of the yeses the touches bring, the share that comes later than so many working days after
    the first of them."""
    whole = sum(weight for weight, _, _ in touches)
    late = sum(weight * _late(days - on, call) for weight, on, call in touches)
    return late / whole


def _late(days: int, call: bool) -> float:
    """Of the yeses to one touch, the share that has not come so many days after it."""
    if days < 0:
        return 1.0
    if call:
        return 0.0
    return 1 - max(share for share, by in DELAYS if by <= days)
