"""The campaign laid out as of one day: every thread, who works where, and what holds whom."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain
from typing import Self

from firststep.facts.asks import ABOUT_A_SEAT, USUAL_ASK, Ask
from firststep.facts.channels import BY_CALL, USUAL_CHANNEL
from firststep.facts.kinds import BROUGHT
from firststep.facts.line_kinds import HEARD
from firststep.facts.plan import SILENCE
from firststep.facts.snapshot import (
    BY_ID,
    IN_TIME,
    ApproachFacts,
    LogLine,
    OrderedDay,
    PersonFacts,
    PositionFacts,
    SeatFacts,
)
from firststep.habits.favours.ideas import Ideas
from firststep.plan.lane import OF_NOBODY, Lane
from firststep.plan.roster import Roster
from firststep.snapshot.interview_said import knows_house_ahead
from firststep.steps.approach.asks import fair_ask
from firststep.steps.followup.cadence import on_day, thread
from firststep.steps.followup.delays import Delay, UsedUp, used_up_by
from firststep.steps.followup.thread import Rhythm, Thread

FAR = 256  # days: nobody would wait longer for a thread to end
NO_STRANGER = HEARD | {"dated"}  # something came in: they are no stranger any more
NEVER: OrderedDay = (date.min, 0)
Whose = tuple[str, int]  # of a person or of a seat, and its id


@dataclass(slots=True)
class Board(Roster):
    """Lanes and threads of a day. `threads` holds every approach of the round; `lanes` are those
    of `begun`, whom the plan has `proposed`, and of the seats whose names are `to_find`."""

    lanes: list[Lane] = field(default_factory=list)
    begun: list[Lane] = field(default_factory=list)
    proposed: list[Lane] = field(default_factory=list)
    to_find: list[Lane] = field(default_factory=list)
    threads: dict[int, Thread] = field(default_factory=dict)
    introductions: list[Thread] = field(default_factory=list)  # those asked for
    ends: dict[int, date | None] = field(default_factory=dict)
    warming_up: bool = False  # only a few notes went out in this round so far (F37)
    _ideas: Ideas | None = field(default=None, init=False)

    @property
    def ideas(self) -> Ideas:
        """What could be given in return, looked through once it is asked for."""
        if self._ideas is None:
            self._ideas = Ideas(self.snapshot, self.today)
        return self._ideas

    def lay_out(self, *, proposing: bool = True) -> Self:
        """Works every thread out and adds what the plan proposes."""
        self.indexed()
        for approach in sorted(self.snapshot.approaches.values(), key=BY_ID):
            found = self.threads[approach.id] = self.thread_of(approach)
            if approach.ask == "introduction" and found.ever_out_on is not None:
                self.introductions.append(found)
        written = sum(found.ever_out_on is not None for found in self.threads.values())
        self.warming_up = written < self.book.warm_notes
        newest = {_whose(found.approach): found for found in self.threads.values()}
        self.begun = list(self._opened(newest))
        if proposing and self.snapshot.goal is not None:
            self._propose(newest)
        self.lanes = [*self.begun, *self.proposed, *self.to_find]
        return self

    def _opened(self, newest: Mapping[Whose, Thread]) -> Iterator[Lane]:
        """The lane of everybody's newest thread, and of each seat's without a holder."""
        for (kind, key), found in newest.items():
            if kind == "p":
                yield self.lane_of(self.snapshot.people[key], found)
            elif (seat := self.snapshot.seats.get(key)) and seat.holder_id is None:
                yield seat_lane(seat, found)

    # -- who is proposed ---------------------------------------------------------------------

    def _propose(self, newest: Mapping[Whose, Thread]) -> None:
        self.proposed = [*self._proposed(newest)]
        if again := {id(lane.person) for lane in self.proposed if lane.revisited}:
            self.begun = [one for one in self.begun if id(one.person) not in again]
        self.to_find = self.find_names({key for kind, key in newest if kind == "s"})

    def _proposed(self, newest: Mapping[Whose, Thread]) -> Iterator[Lane]:
        for person in sorted(self.snapshot.people.values(), key=BY_ID):
            if lane := self.proposed_lane(person, newest.get(("p", person.id))):
                yield lane

    def proposed_lane(self, person: PersonFacts, before: Thread | None) -> Lane | None:
        """The lane of somebody whom the plan proposes, for the first time or long after `before`;
        None of anybody else."""
        if not self._is_proposed(person, before):
            return None
        found = self.thread_of(self.proposal(person))
        return self.lane_of(person, found, revisited=before is not None)

    def _is_proposed(self, person: PersonFacts, before: Thread | None) -> bool:
        if person.do_not_contact or (before and not self._may_revisit(person, before)):
            return False
        if self.is_refused(person):
            return False
        held = self.seats_held.get(person.id, ())
        holds = any(self.is_target(seat.company_id) for seat in held)
        return holds or bool(self.known_at(person)) or self.fits_elsewhere(person)

    def find_names(self, seats_begun: Collection[int]) -> list[Lane]:
        """The lanes of the seats at targets whose name is still to be found."""
        return [
            self.nameless(seat)
            for seat in sorted(self.snapshot.seats.values(), key=BY_ID)
            if seat.holder_id is None
            and seat.company_id in self.targets
            and seat.id not in seats_begun
        ]

    def nameless(self, seat: SeatFacts) -> Lane:
        """The lane of a seat whose name is to be found."""
        return seat_lane(seat, self.thread_of(seat_proposal(seat)))

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
        held = next(iter(self.seats_held[person.id]), None)
        ask = self._fair_ask(person, seat)
        for_seat = seat.id if seat and ask in ABOUT_A_SEAT else None
        return ApproachFacts(
            id=0,
            person_id=person.id,
            seat_id=held.id if held else None,
            ask=ask,
            channel=person.usual_channel or BY_CALL,
            for_seat_id=for_seat,
            opened_on=self.today,
        )

    def _fair_ask(self, person: PersonFacts, seat: SeatFacts | None) -> Ask:
        """What is fair to ask (F12); who knows the house of an interview ahead is asked about it
        (F39)."""
        goal, manager = self.snapshot.goal, self.is_manager(person)
        asks_ahead = person.tie is not None and not manager
        if asks_ahead and knows_house_ahead(self.snapshot, person.id, on=self.today):
            return "advice"
        holder = self.snapshot.people.get(seat.holder_id or 0) if seat else None
        return fair_ask(
            manager=manager,
            known_at_target=seat is not None,
            seat_is_empty=seat is not None and holder is None and not seat.perhaps,
            holder_reached=holder is None or self._is_reached(holder),
            opening_there=self._seeks(seat),
            exploring=goal is not None and goal.exploring,
        )

    def _seeks(self, seat: SeatFacts | None) -> bool:
        """Whether an opening was seen at the company of a seat."""
        company = self.snapshot.companies.get(seat.company_id) if seat else None
        return company is not None and company.opening is not None

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

    def ends_on(self, found: Thread) -> date | None:
        """The first day on which a thread has ended if nothing comes in; None where no rule says
        so, or for further off than anybody would wait."""
        key = found.approach.id
        if key not in self.ends:
            ended = self.on_day(found, self.today + timedelta(days=FAR)).ended_on
            self.ends[key] = max(ended, self.today + timedelta(days=1)) if ended else None
        return self.ends[key]

    def on_day(self, found: Thread, day: date) -> Thread:
        """A thread as it will stand on a later day if nothing more happens."""
        return on_day(found, calendar=self.snapshot.calendar, day=day, book=self.book)

    def thread_of(self, approach: ApproachFacts) -> Thread:
        """One approach, or one the plan would open, as it stands today."""
        person = self.snapshot.people.get(approach.person_id or 0)
        rhythm = self._rhythm(person, approach) if person else OF_NOBODY
        return thread(
            approach,
            rhythm=rhythm,
            calendar=self.snapshot.calendar,
            today=self.today,
            book=self.book,
            snoozes=self._delays(approach),
        )

    def _rhythm(self, person: PersonFacts, approach: ApproachFacts) -> Rhythm:
        number = self.number_of(person)
        may_write, invites = self.written_way(person, has_number=number is not None)
        manager, has_number = self.is_manager(person), number is not None
        known_on = number.known_on if number else None
        named, introduced = self.named_on.get(person.id), self.introduced.get(person.id)
        used_up, refused = self._used_up(approach), self.is_refused(person)
        # From all of its values: many a plan makes a thousand.
        return Rhythm._make(
            (manager, has_number, may_write, person.do_not_contact, known_on, named, invites,
             introduced, used_up, refused)
        )  # fmt: skip

    def _used_up(self, approach: ApproachFacts) -> UsedUp | None:
        """What earlier approaches to the same person used up without an answer."""
        others = self.approaches_to.get(approach.person_id or 0, ())
        if len(others) <= (approach.id > 0):  # as nearly always: it is the only one
            return None
        anew = self.introduced.get(approach.person_id or 0, NEVER)  # nothing before counts (F34)
        logs = chain.from_iterable(_logs_before(approach, others))
        counted = (line for line in logs if anew < IN_TIME(line) and line.on <= self.today)
        used_up = used_up_by(counted, rest_days=self.book.revisit_calendar_days)
        begun = approach.opened_on if approach.id else self.today
        return used_up if used_up and begun < used_up.rested_on else None

    def _delays(self, approach: ApproachFacts) -> Sequence[Delay]:
        return self.snoozed.get(_whose(approach), ()) if self.snoozed else ()

    def lane_of(self, person: PersonFacts, found: Thread, *, revisited: bool = False) -> Lane:
        """The lane of somebody with one of their threads."""
        seats, held = self.snapshot.seats, self.seats_held.get(person.id, ())
        about = self._about(person, found, held)
        seat = held[0] if held else seats.get(found.approach.for_seat_id or 0)
        return Lane(found, person, seat, about, self.works_at(person), revisited)

    def _about(self, person: PersonFacts, found: Thread, held: Sequence[SeatFacts]) -> int | None:
        seat = self.snapshot.seats.get(found.approach.for_seat_id or found.approach.seat_id or 0)
        if seat is not None or held:
            return (seat or held[0]).company_id
        return self._works_first_at(person.positions)

    def _works_first_at(self, posts: Sequence[PositionFacts]) -> int | None:
        """The target somebody works at, or did; else where they work."""
        if len(posts) > 1:
            at_targets = [p for p in posts if self.snapshot.companies[p.company_id].is_target]
            posts = sorted(at_targets, key=lambda p: not p.current) or posts
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
        ask=USUAL_ASK,
        channel=USUAL_CHANNEL,
        opened_on=seat.opened_on,
    )


def _logs_before(
    approach: ApproachFacts, others: Sequence[ApproachFacts]
) -> list[tuple[LogLine, ...]]:
    return [one.log for one in others if one.id < approach.id or not approach.id]


def _whose(approach: ApproachFacts) -> Whose:
    if approach.person_id is not None:
        return "p", approach.person_id
    return "s", approach.seat_id or 0
