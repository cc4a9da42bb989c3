"""The campaign laid out as of one day: every thread, who works where, and what holds whom."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from firststep.facts.channels import BY_CALL, USUAL
from firststep.facts.kinds import BROUGHT
from firststep.facts.line_kinds import HEARD
from firststep.facts.plan import SILENCE
from firststep.facts.snapshot import BY_ID, ApproachFacts, PersonFacts, SeatFacts
from firststep.plan.elsewhere import fits_elsewhere
from firststep.plan.lane import NAMELESS, Lane
from firststep.plan.resting import Resting
from firststep.plan.roster import Roster
from firststep.steps.approach.asks import fair_ask
from firststep.steps.followup.cadence import on_day, thread
from firststep.steps.followup.holds import Hold, Spent, spent_by
from firststep.steps.followup.thread import Rhythm, Thread

FAR = 256  # days ahead a thread is looked for the end of
NO_STRANGER = HEARD | {"dated"}  # something came in: they are no stranger any more


@dataclass(slots=True)
class Board(Roster):
    """Lanes and threads of a day. `threads` holds every approach of the round."""

    lanes: list[Lane] = field(default_factory=list)
    threads: dict[int, Thread] = field(default_factory=dict)
    resting: Resting | None = None
    told: bool = True
    introductions: list[Thread] = field(default_factory=list)  # those asked for
    ends: dict[int, date] = field(default_factory=dict)

    def lay_out(self) -> "Board":
        """Works every thread out and adds what the plan proposes."""
        self.indexed()
        newest: dict[tuple[str, int], Thread] = {}
        for approach in sorted(self.snapshot.approaches.values(), key=BY_ID):
            rested = self.resting.known(approach, self) if self.resting else None
            found = rested.thread if rested else self.thread_of(approach)
            self.threads[approach.id] = found
            if approach.ask == "introduction" and found.ever_out_on is not None:
                self.introductions.append(found)
            if approach.person_id is not None:
                newest["p", approach.person_id] = found
            elif approach.seat_id is not None:
                newest["s", approach.seat_id] = found
        for (kind, key), found in newest.items():
            if kind == "p":
                self.lanes.append(self._rested_or_new(self.snapshot.people[key], found))
            elif (seat := self.snapshot.seats.get(key)) and seat.holder_id is None:
                self.lanes.append(seat_lane(seat, found))
        if self.snapshot.goal is not None:
            self._propose(newest)
        return self

    # -- who is proposed ---------------------------------------------------------------------

    def _propose(self, newest: dict[tuple[str, int], Thread]) -> None:
        again: set[int] = set()
        for person in sorted(self.snapshot.people.values(), key=BY_ID):
            before = newest.get(("p", person.id))
            if person.do_not_contact or (before and not self._may_revisit(person, before)):
                continue
            if self.is_refused(person):
                continue
            goal = self.snapshot.goal
            seats = any(self.is_target(seat.company_id) for seat in self.held[person.id])
            if seats or self.known_at(person) or fits_elsewhere(person, goal):
                proposed = self.thread_of(self.proposal(person))
                self.lanes.append(self.lane_of(person, proposed, revisited=before is not None))
                again |= {id(person)} if before else set()
        self.lanes = [one for one in self.lanes if one.revisited or id(one.person) not in again]
        for seat in sorted(self.snapshot.seats.values(), key=BY_ID):
            nameless = seat.holder_id is None and ("s", seat.id) not in newest
            if nameless and self.is_target(seat.company_id):
                self._propose_seat(seat)

    def _propose_seat(self, seat: SeatFacts) -> None:
        resting = self.resting if not self.snoozed["s", seat.id] else None
        found = resting.nameless(seat) if resting else None
        if found is None:
            found = seat_lane(seat, self.thread_of(seat_proposal(seat)))
            if resting:
                resting.keep_nameless(found)
        self.lanes.append(found)

    def _may_revisit(self, person: PersonFacts, before: Thread) -> bool:
        """Known people closed by silence come back after ninety calendar days (F28)."""
        if person.tie is None or before.closed_on is None or before.closed_why != SILENCE:
            return False
        rest = timedelta(days=self.book.revisit_calendar_days)
        return before.closed_on + rest <= self.today

    def proposal(self, person: PersonFacts) -> ApproachFacts:
        """The approach the plan would open: a manager is asked for a meeting; somebody known at a
        target for the name while the seat is empty, then for the introduction; others for
        advice (F12)."""
        seat = self.seat_of(person)
        held = next(iter(self.held[person.id]), None)
        holder = self.snapshot.people.get(seat.holder_id or 0) if seat else None
        ask = fair_ask(
            manager=self.is_manager(person),
            known_at_target=seat is not None,
            seat_is_empty=holder is None,
            holder_reached=holder is not None and self._is_reached(holder),
            exploring=self.snapshot.goal is not None and self.snapshot.goal.exploring,
        )
        for_seat = seat.id if seat and ask in ("name", "introduction") else None
        return ApproachFacts(
            id=0,
            person_id=person.id,
            seat_id=held.id if held else None,
            ask=ask,
            channel=person.usual_channel or BY_CALL,
            for_seat_id=for_seat,
            opened_on=self.today,
        )

    def _is_reached(self, holder: PersonFacts) -> bool:
        """Whether no introduction to them is wanted: known oneself, brought by somebody already,
        heard from, or not to be contacted."""
        if holder.tie is not None or holder.do_not_contact:
            return True
        return any(
            self._is_bringing(approach)
            or any(line.kind in NO_STRANGER and line.on <= self.today for line in approach.log)
            for approach in self.approaches_to[holder.id]
        )

    def _is_bringing(self, approach: ApproachFacts) -> bool:
        """Whether somebody brought them and that is still running."""
        found = self.threads.get(approach.id)
        ended = found.is_closed if found else approach.closed_on is not None
        return approach.origin in BROUGHT and not ended

    # -- the parts ---------------------------------------------------------------------------

    def ends_on(self, found: Thread) -> date:
        """The first day on which a thread has ended if nothing comes in; today where that is not
        to be told, or further off than anybody would wait for."""
        if not self.told:
            return self.today
        if (known := self.ends.get(found.approach.id)) is None:
            known = self.ends[found.approach.id] = self._ends_on(found)
        return known

    def _ends_on(self, found: Thread) -> date:
        ended = self.on_day(found, self.today + timedelta(days=FAR)).ended_on
        return max(ended, self.today + timedelta(days=1)) if ended else self.today

    def on_day(self, found: Thread, day: date) -> Thread:
        """A thread as it will stand on a later day if nothing more happens."""
        return on_day(found, calendar=self.snapshot.calendar, day=day, book=self.book)

    def thread_of(self, approach: ApproachFacts) -> Thread:
        """One approach, or one the plan would open, as it stands today."""
        person = self.snapshot.people.get(approach.person_id or 0)
        rhythm = self._rhythm(person, approach) if person else NAMELESS
        return thread(
            approach,
            rhythm=rhythm,
            calendar=self.snapshot.calendar,
            today=self.today,
            book=self.book,
            snoozes=self._holds(approach),
        )

    def _rhythm(self, person: PersonFacts, approach: ApproachFacts) -> Rhythm:
        return Rhythm(
            manager=self.is_manager(person),
            has_number=bool(person.phones),
            has_written_way=person.has_written_way,
            do_not_contact=person.do_not_contact,
            named_on=self.named_on.get(person.id),
            spent=self._spent(approach),
            refused=self.is_refused(person),
        )

    def _spent(self, approach: ApproachFacts) -> Spent | None:
        """What earlier approaches to the same person used up without an answer."""
        others = self.approaches_to[approach.person_id or 0]
        if not others or others == [approach]:
            return None
        earlier = [one for one in others if one.id < approach.id or approach.id == 0]
        if not earlier:
            return None
        lines = [line for other in earlier for line in other.log if line.on <= self.today]
        spent = spent_by(lines, rest_days=self.book.revisit_calendar_days)
        begun = approach.opened_on if approach.id else self.today
        return spent if spent and begun < spent.rested_on else None

    def _holds(self, approach: ApproachFacts) -> list[Hold]:
        if approach.person_id is not None:
            return self.snoozed["p", approach.person_id]
        return self.snoozed["s", approach.seat_id or 0]

    def _rested_or_new(self, person: PersonFacts, found: Thread) -> Lane:
        """The lane of somebody's newest thread; kept where it rests."""
        if not self.resting:
            return self.lane_of(person, found)
        lane = self.resting.lane_of(found)
        if lane is None:
            lane = self.lane_of(person, found)
            self.resting.keep(lane, self)
        return lane

    def lane_of(self, person: PersonFacts, found: Thread, *, revisited: bool = False) -> Lane:
        """The lane of somebody with one of their threads."""
        seats, held = self.snapshot.seats, self.held[person.id]
        about = self._about(person, found, held)
        seat = held[0] if held else seats.get(found.approach.for_seat_id or 0)
        return Lane(
            thread=found,
            person=person,
            seat=seat,
            company_id=about,
            works_at=self.works_at(person),
            revisited=revisited,
        )

    def _about(self, person: PersonFacts, found: Thread, held: list[SeatFacts]) -> int | None:
        seat = self.snapshot.seats.get(found.approach.for_seat_id or found.approach.seat_id or 0)
        if seat is not None or held:
            return (seat or held[0]).company_id
        at_targets = [
            p for p in person.positions if self.snapshot.companies[p.company_id].is_target
        ]
        posts = sorted(at_targets, key=lambda p: not p.current) or list(person.positions)
        return posts[0].company_id if posts else None


def seat_lane(seat: SeatFacts, found: Thread) -> Lane:
    """The lane of a seat without a holder."""
    return Lane(thread=found, person=None, seat=seat, company_id=seat.company_id)


def seat_proposal(seat: SeatFacts) -> ApproachFacts:
    """The approach that stands for a seat while its holder has no name."""
    return ApproachFacts(
        id=0,
        person_id=None,
        seat_id=seat.id,
        ask="meeting",
        channel=USUAL,
        opened_on=seat.opened_on,
    )
