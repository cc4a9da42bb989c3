"""What waits for its day, and which of it comes next. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter, itemgetter

from firststep.facts.plan import Coming, Waiting
from firststep.facts.step_kinds import CardKind
from firststep.plan.board import Board
from firststep.plan.cards import Due, Order, company_name, minutes_of, order_of
from firststep.plan.held import Held
from firststep.plan.playbook.situation import Situation

Holds = Callable[[Situation, CardKind], Held | None]


@dataclass(slots=True)
class Waits:
    """The steps of a day that are not shown on it."""

    board: Board
    rows: list[Waiting] = field(default_factory=list)
    ahead: list[tuple[date, CardKind, Situation, Waiting]] = field(default_factory=list)

    def add(
        self,
        situation: Situation,
        kind: CardKind | None,
        due: date,
        told: str,
        *,
        shows: date | None = None,
        names: str = "",
        of_company: str = "",
        rested: bool = False,
        open_ended: bool = False,
    ) -> None:
        """One step that waits: `shows` the day it is shown where that is before it is due; `names`
        and `of_company` what a step of nobody in particular speaks of."""
        lane = situation.lane
        of_seat = lane.seat.title if lane.seat else names
        row = Waiting(
            ref=lane.ref,
            approach_id=lane.approach.id or None,
            person_id=lane.person.id if lane.person else None,
            name=lane.person.name if lane.person else of_seat,
            company=of_company or company_name(lane, self.board),
            kind=kind,
            due_on=due,
            why=told,
            rested=rested,
            open_ended=open_ended,
        )
        self.rows.append(row)
        if kind is not None and not open_ended:
            self.ahead.append((shows or due, kind, situation, row))

    def told(self) -> tuple[Waiting, ...]:
        """All that waits, by its day."""
        return tuple(sorted(self.rows, key=attrgetter("due_on", "name", "ref")))

    def coming(self, holds: Holds) -> Coming | None:
        """The step to come next, in the order of its day; None where all that waits is for others
        to answer, without a day. `holds` says what holds a step back as things stand: a step whose
        day comes sooner than that is over comes later than its day."""
        best: tuple[date, Order, Waiting] | None = None
        for on, kind, situation, row in sorted(self.ahead, key=itemgetter(0)):
            if best is not None and on > best[0]:
                break
            held = holds(situation, kind)
            if held is not None and held.open_ended:
                continue
            due = Due(kind, row.due_on, minutes_of(situation.lane, kind, self.board))
            found = (max(on, held.until) if held else on, order_of(situation, due), row)
            best = found if best is None else min(best, found, key=itemgetter(0, 1))
        return Coming(best[0], best[2]) if best else None
