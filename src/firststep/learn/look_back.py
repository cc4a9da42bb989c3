"""A week looked back on: what was done, what came of it. Counted from the log. Pure."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from firststep.facts.line_kinds import HEARD
from firststep.facts.snapshot import Snapshot
from firststep.learn.funnel import is_agreed, reaches


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """People of seven days, each counted once a line. `touched` counts who had not been before,
    `followed_up` whom more went out to than that first note or word: thanks, a nudge, a call."""

    since: date
    until: date
    touched: int
    answered: int
    agreed: int
    talked: int
    followed_up: int = 0

    def words(self) -> str:
        """The week in one sentence."""
        if not (self.touched or self.answered or self.talked):
            if self.followed_up:
                return f"you followed up with {_people(self.followed_up)}, nobody new."
            return "nothing new. The next small step is on Today."
        return (
            f"{_people(self.touched)} touched for the first time, {self.answered} answered, "
            f"{self.agreed} agreed to talk, {self.talked} talked with you."
        )


def look_back(snapshot: Snapshot, *, until: date) -> LookBack:
    """The seven days that end on `until`."""
    since = until - timedelta(days=6)
    out: dict[int, list[date]] = defaultdict(list)
    answered, agreed, talked = set(), set(), set()
    for approach in snapshot.approaches.values():
        person = approach.person_id or 0
        for line in (line for line in approach.log if line.on <= until):
            if reaches(line):
                out[person].append(line.on)
            if line.on < since:
                continue
            if line.kind in HEARD:
                answered.add(person)
            if is_agreed(approach, line):
                agreed.add(person)
            if line.kind == "held":
                talked.add(person)
    for loose in snapshot.loose_touches:
        if loose.out and loose.on <= until:
            out[loose.person_id].append(loose.on)
    return LookBack(
        since=since,
        until=until,
        touched=sum(min(days) >= since for days in out.values()),
        answered=len(answered),
        agreed=len(agreed),
        talked=len(talked),
        followed_up=sum(max(sorted(days)[1:], default=date.min) >= since for days in out.values()),
    )


def _people(count: int) -> str:
    return "one person" if count == 1 else f"{count} people"
