"""A week looked back on: what was done, what came of it. Counted from the log. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from firststep.facts.snapshot import Snapshot
from firststep.learn.funnel import ANSWERED, is_agreed, reaches


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """People of seven days, each counted once a line. `touched` counts who had not been before."""

    since: date
    until: date
    touched: int
    answered: int
    agreed: int
    talked: int

    def words(self) -> str:
        """The week in one sentence."""
        if not (self.touched or self.answered or self.talked):
            return "nothing recorded. The next small step is on Today."
        return (
            f"{_people(self.touched)} touched for the first time, {self.answered} answered, "
            f"{self.agreed} agreed to talk, {self.talked} talked with you."
        )


def look_back(snapshot: Snapshot, *, until: date) -> LookBack:
    """The seven days that end on `until`."""
    since = until - timedelta(days=6)
    first: dict[int, date] = {}
    answered, agreed, talked = set(), set(), set()
    for approach in snapshot.approaches.values():
        person = approach.person_id or 0
        for line in (line for line in approach.log if line.on <= until):
            if reaches(line):
                first[person] = min(line.on, first.get(person, line.on))
            if line.on < since:
                continue
            if line.kind in ANSWERED:
                answered.add(person)
            if is_agreed(approach, line):
                agreed.add(person)
            if line.kind == "held":
                talked.add(person)
    for loose in snapshot.loose_touches:
        if loose.out and loose.on <= until:
            first[loose.person_id] = min(loose.on, first.get(loose.person_id, loose.on))
    return LookBack(
        since=since,
        until=until,
        touched=sum(on >= since for on in first.values()),
        answered=len(answered),
        agreed=len(agreed),
        talked=len(talked),
    )


def _people(count: int) -> str:
    return "one person" if count == 1 else f"{count} people"
