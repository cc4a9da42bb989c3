"""The ways in to a seat or a stranger, likeliest first, as its sheet compares them."""

from dataclasses import dataclass
from datetime import date

from firststep.facts.snapshot import Snapshot
from firststep.interfaces.web.thread_words import Thread
from firststep.plan.shown import Shown
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


def ways_in(shown: Shown, thread: Thread, on: date) -> tuple[WayIn, ...]:
    """Directly, or through somebody; none for those the seeker knows already."""
    if thread.person and (thread.person.tie or thread.person.do_not_contact):
        return ()
    found = every_way_in(shown, person=thread.person, seat=thread.seat, on=on)
    return tuple(_way(shown.snapshot, one) for one in found[:MOST])


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
