"""A week looked back on: what was done, what came of it. Counted from the log. Pure."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from firststep.facts.said import say, say_of
from firststep.facts.snapshot import Snapshot
from firststep.learn.funnel import StageName, loose_touches, reaching, stages


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
            return say_of(
                "you followed up with one person, nobody new.",
                "you followed up with {n} people, nobody new.",
                week.followed_up,
            )
        return say("nothing new. The next small step is on Today.")
    return say_of(
        "one person touched for the first time, {answered} answered, {agreed} agreed to talk, "
        "{talked} talked with you.",
        "{n} people touched for the first time, {answered} answered, {agreed} agreed to talk, "
        "{talked} talked with you.",
        week.touched, answered=week.answered, agreed=week.agreed, talked=week.talked,
    )  # fmt: skip


def look_back(snapshot: Snapshot, *, until: date) -> LookBack:
    """The seven days that end on `until`."""
    since = until - timedelta(days=6)
    came: dict[StageName, set[int]] = defaultdict(set)
    touched: dict[int, list[date]] = defaultdict(list)
    for person, stage, on in _came(snapshot, until):
        if stage == "touched":
            touched[person].append(on)
        elif on >= since:
            came[stage].add(person)
    days = [sorted(on) for on in touched.values()]
    return LookBack(
        since=since,
        until=until,
        touched=sum(on[0] >= since for on in days),
        followed_up=sum(len(on) > 1 and on[-1] >= since for on in days),
        answered=len(came["answered"]),
        agreed=len(came["agreed"]),
        talked=len(came["talked"]),
    )


def _came(snapshot: Snapshot, until: date) -> Iterator[tuple[int, StageName, date]]:
    """Who came how far on which day, as the funnel counts them (F18, F44). That a day was found
    for a talk, or that it was held, is the yes to it where there was none before."""
    for approach in snapshot.approaches.values():
        agreed = False
        for line in reaching(approach.log, until):
            for stage in stages(approach, line):
                if stage != "agreed" or not agreed or line.kind == "yes":
                    yield approach.person_id or 0, stage, line.on
                agreed = agreed or stage == "agreed"
    yield from ((one.person_id, "touched", one.on) for one in loose_touches(snapshot, until))
