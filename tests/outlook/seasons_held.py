"""How often the forecast's range holds what then came true, on campaigns played day by day.

The real planner plays each campaign; the forecaster sees only its log. On the first day with sixty
settled people its ranges are noted, then the campaign goes on until ten more conversations and an
offer have come.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from firststep.facts.snapshot import ApproachFacts
from firststep.learn.chances import futures
from firststep.learn.conversations import agreed
from firststep.learn.forecast import range_of
from firststep.learn.funnel import OUT
from firststep.learn.so_far import known_so_far
from firststep.outlook.policies import POLICIES
from firststep.outlook.season import Season
from firststep.outlook.world import Conditions, World

SETTLED = 60
TALKS = (3, 5, 10)
DAYS, STRANGERS = 520, 400  # two years, and targets enough that few campaigns run out of people
LOOKED = 5  # days between two looks at how many are settled
LATE = 15  # working days until the last answers to what was sent have come

Placed = dict[str, int]  # per milestone: -1 below the range, 0 in it, 1 above it


class _Campaign:
    """One campaign, from the day its ranges were told."""

    def __init__(self, given: Conditions, seed: int) -> None:
        self.season = Season(World(seed, given), POLICIES["default"], days=DAYS)
        self.ranges: dict[str, tuple[int, int]] = {}
        self.told_at = 0  # the last line recorded before
        self.before: set[int] = set()
        self.offers: set[int] = set()  # companies
        self.ends = DAYS

    def play(self) -> Placed:
        """Where each truth lay. What had come before is left out, and so is what had not come by
        the end of the time, unless more people than the range says had been written to."""
        for at in range(DAYS):
            coming = self.season.coming.get(at, ())
            self.offers |= {event.person_id for event in coming if event.kind == "job_offer"}
            self.season.arrive(at)
            silent = self.season.live(at).silent
            if not self.ranges and at % LOOKED == 0:
                self._tell(at, silent)
            elif self.ranges and self.ends == DAYS and self._all_came(at):
                self.ends = at + LATE
            if at >= self.ends:
                break
        return self._placed() if self.ranges else {}

    def _tell(self, at: int, silent: frozenset[int]) -> None:
        picture, day = self.season.record.snapshot, self.season.days[at]
        known = known_so_far(picture, today=day, silent=silent)
        if sum(n for _, _, n in known.seen) < SETTLED:
            return
        drawn = futures(known, talks=max(TALKS))
        self.ranges = {f"{k} talks": _ends([f.talks[k - 1] for f in drawn]) for k in TALKS}
        if not self.offers:
            self.ranges["job offer"] = _ends([f.offer_after for f in drawn])
        self.told_at, self.before = self.season.record.lines, agreed(picture, day)

    def _new(self, at: int) -> set[int]:
        picture, day = self.season.record.snapshot, self.season.days[at]
        return agreed(picture, day) - self.before

    def _all_came(self, at: int) -> bool:
        return bool(self.offers) and len(self._new(at)) >= max(TALKS)

    def _placed(self) -> Placed:
        record, last = self.season.record, min(self.ends, DAYS - 1)
        began: dict[int, int] = {}  # the line that first reached each person
        for approach in record.approaches.values():
            if (first := _first(approach)) and approach.person_id:
                began[approach.person_id] = min(first, began.get(approach.person_id, first))
        more = sorted(line for line in began.values() if line > self.told_at)

        def after(approach: ApproachFacts) -> int:
            return sum(line <= (_first(approach) or 0) for line in more)

        talks = sorted(after(record.approaches[key]) for key in self._new(last))
        held = [a for a in record.approaches.values() if any(x.kind == "held" for x in a.log)]
        offers = [
            after(one)
            for one in held
            if record.company_of(record.people[one.person_id or 0]) in self.offers
        ]
        truth = {f"{k} talks": talks[k - 1 : k] for k in TALKS} | {"job offer": sorted(offers)[:1]}
        return {
            what: _side(truth[what][0] if truth[what] else len(more) + 1, low, high)
            for what, (low, high) in self.ranges.items()
            if truth[what] or len(more) >= high
        }


def placed(job: tuple[Conditions, int]) -> Placed:
    """One campaign."""
    return _Campaign(*job).play()


def share_held(
    given: Conditions, *, campaigns: int, mapped: Callable[..., Iterable[Any]] = map
) -> dict[str, Counter[int]]:
    """Per milestone how many truths lay below (-1), in (0) and above (1) the 80% range."""
    where: dict[str, Counter[int]] = {}
    for found in mapped(placed, [(given, seed) for seed in range(campaigns)]):
        for what, side in found.items():
            where.setdefault(what, Counter())[side] += 1
    return where


def _first(approach: ApproachFacts) -> int | None:
    return min((line.order for line in approach.log if line.kind in OUT), default=None)


def _ends(drawn: list[int]) -> tuple[int, int]:
    found = range_of(sorted(drawn))
    return found.low, found.high


def _side(truth: int, low: int, high: int) -> int:
    return (truth > high) - (truth < low)
