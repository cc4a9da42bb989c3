"""The ways in to a seat or a stranger, likeliest first, as its sheet compares them."""

from dataclasses import dataclass
from datetime import date

from firststep.facts.snapshot import Snapshot
from firststep.plan.shown import Shown
from firststep.plan.step_at import StepAt
from firststep.plan.ways_in import ways_in as every_way_in
from firststep.steps.approach.paths import Path

MOST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class WayIn:
    words: str
    why: str
    chance: str
    link: str
    free_on: date | None


def ways_in(at: StepAt) -> tuple[WayIn, ...]:
    """Directly, or through somebody; none for those the seeker knows already."""
    if at.person and (at.person.tie or at.person.do_not_contact):
        return ()
    shown = Shown(at.snapshot, at.plan, at.board.book, at.board)
    found = every_way_in(shown, person=at.person, seat=at.seat, on=at.board.today)
    return tuple(_way(at.snapshot, one) for one in found[:MOST])


def _way(snapshot: Snapshot, path: Path) -> WayIn:
    names = " and ".join(snapshot.people[key].name for key in path.via)
    chance = path.chance
    return WayIn(
        words=f"Through {names}" if names else "Directly",
        why=path.why,
        chance=f"{chance.mean * 100:.0f}% ({chance.low * 100:.0f} to {chance.high * 100:.0f})",
        link=f"/touch/p{path.via[0]}" if path.via else "",
        free_on=path.blocked_until,
    )
