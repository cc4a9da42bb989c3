"""A week looked back on: what was done, what came of it. Counted from the log. Pure."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from firststep.facts.line_kinds import HEARD
from firststep.facts.snapshot import ApproachFacts, LogLine, Snapshot
from firststep.learn.funnel import is_agreed, reaches


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """People of seven days, each counted once a line. `touched` counts who had not been before,
    `followed_up` whom more went out to than that first note or word: thanks, a nudge, a call;
    `words` is the week in one sentence."""

    since: date
    until: date
    touched: int
    answered: int
    agreed: int
    talked: int
    followed_up: int = 0
    words: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", _told(self))


def _told(week: LookBack) -> str:
    if not (week.touched or week.answered or week.talked):
        if week.followed_up:
            return f"you followed up with {_people(week.followed_up)}, nobody new."
        return "nothing new. The next small step is on Today."
    return (
        f"{_people(week.touched)} touched for the first time, {week.answered} answered, "
        f"{week.agreed} agreed to talk, {week.talked} talked with you."
    )


def look_back(snapshot: Snapshot, *, until: date) -> LookBack:
    """The seven days that end on `until`."""
    since = until - timedelta(days=6)
    days = _days_touched(snapshot, until)
    came: dict[str, set[int]] = {"answered": set(), "agreed": set(), "talked": set()}
    for approach in snapshot.approaches.values():
        for line in approach.log:
            for what in _came(approach, line) if since <= line.on <= until else ():
                came[what].add(approach.person_id or 0)
    return LookBack(
        since=since,
        until=until,
        touched=sum(on[0] >= since for on in days),
        followed_up=sum(len(on) > 1 and on[-1] >= since for on in days),
        **{what: len(people) for what, people in came.items()},
    )


def _days_touched(snapshot: Snapshot, until: date) -> list[list[date]]:
    """Of each person touched the days of it, in order."""
    out: dict[int, list[date]] = defaultdict(list)
    for person, on in _touches(snapshot):
        if on <= until:
            out[person].append(on)
    return [sorted(days) for days in out.values()]


def _touches(snapshot: Snapshot) -> Iterator[tuple[int, date]]:
    for approach in snapshot.approaches.values():
        lines = filter(reaches, approach.log)
        yield from ((approach.person_id or 0, line.on) for line in lines)
    yield from ((loose.person_id, loose.on) for loose in snapshot.loose_touches if loose.out)


def _came(approach: ApproachFacts, line: LogLine) -> Iterator[str]:
    if line.kind in HEARD:
        yield "answered"
    if is_agreed(approach, line):
        yield "agreed"
    if line.kind == "held":
        yield "talked"


def _people(count: int) -> str:
    return "one person" if count == 1 else f"{count} people"
