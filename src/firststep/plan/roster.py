"""Who is who in a campaign as of a day: managers, posts at targets, seats, and what rests. Pure."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, Self

from firststep.facts.channels import BY_INVITATION, INVITING, channel_named
from firststep.facts.playbook import Playbook
from firststep.facts.snapshot import (
    BY_ID,
    ApproachFacts,
    CompanyFacts,
    LogLine,
    OrderedDay,
    PersonFacts,
    PositionFacts,
    SeatFacts,
    Snapshot,
    SnoozeFacts,
)
from firststep.steps.followup.delays import Delay
from firststep.steps.people.titles.decision_makers import runs_department, sits_in
from firststep.steps.people.titles.managers import is_manager


class Number(NamedTuple):
    """A number to call by, and since when it is known (None: it came with a file)."""

    value: str
    known_on: date | None
    of_company: bool = False  # its switchboard, which puts one through


@dataclass(slots=True)
class Roster:
    """The snapshot's rows, sorted once for all that ask who somebody is."""

    snapshot: Snapshot
    today: date
    book: Playbook
    snoozes: Sequence[SnoozeFacts]
    named_on: dict[int, date] = field(default_factory=dict)
    named_by: dict[int, set[int | None]] = field(default_factory=lambda: defaultdict(set))
    introduced: dict[int, OrderedDay] = field(default_factory=dict)  # when somebody last was
    # Who is said to expect the seeker, by whom (F34).
    expecting: dict[int, set[int | None]] = field(default_factory=lambda: defaultdict(set))
    tomorrow: date = date.max  # the next working day
    # How many notes with an invitation this month still takes; None: as many as one likes.
    notes_left: int | None = None
    staged: set[int] = field(default_factory=set)  # companies where things have come some way
    rejecting: set[int] = field(default_factory=set)  # those of them that have said no
    targets: set[int] = field(default_factory=set)  # the others on the list
    is_offered: bool = False  # a target has offered the job
    seats_held: dict[int, list[SeatFacts]] = field(default_factory=lambda: defaultdict(list))
    seats_at: dict[int, list[SeatFacts]] = field(default_factory=lambda: defaultdict(list))
    approaches_to: dict[int, list[ApproachFacts]] = field(default_factory=lambda: defaultdict(list))
    managers: dict[int, bool] = field(default_factory=dict)
    snoozed: dict[tuple[str, int], list[Delay]] = field(default_factory=lambda: defaultdict(list))
    posts: dict[int, list[PositionFacts]] = field(default_factory=dict)
    employers: dict[int, frozenset[int]] = field(default_factory=dict)
    peopled: set[int] | None = None

    def indexed(self) -> Self:
        """Sorts the snapshot's rows once; enough to say how anybody would be approached."""
        self.tomorrow = self.snapshot.calendar.after(self.today, 1)
        self.notes_left = _notes_left(self.snapshot, self.today)
        self._sort_companies(self.snapshot.companies.values())
        for seat in sorted(self.snapshot.seats.values(), key=BY_ID):
            self.seats_at[seat.company_id].append(seat)
            if seat.holder_id is not None:
                self.seats_held[seat.holder_id].append(seat)
        for snooze in self.snoozes:
            if snooze.made_on <= self.today:
                self._put_off(snooze)
        for approach in self.snapshot.approaches.values():
            self.approaches_to[approach.person_id or 0].append(approach)
            for line in approach.log:
                if line.named_id and line.on <= self.today:
                    self._note_named(line.named_id, line, approach)
        return self

    def _sort_companies(self, companies: Collection[CompanyFacts]) -> None:
        staged = [one for one in companies if one.stage]
        self.staged = {one.id for one in staged}
        self.rejecting = {one.id for one in staged if one.stage == "rejected"}
        self.targets = {one.id for one in companies if one.is_target} - self.rejecting
        self.is_offered = any(one.is_target and one.stage == "job_offer" for one in staged)

    def _put_off(self, snooze: SnoozeFacts) -> None:
        delay = Delay(since=snooze.made_on, until=snooze.until, why="snoozed", order=snooze.order)
        key = ("p", snooze.person_id) if snooze.person_id else ("s", snooze.seat_id or 0)
        self.snoozed[key].append(delay)

    def _note_named(self, named: int, line: LogLine, approach: ApproachFacts) -> None:
        self.named_on[named] = max(self.named_on.get(named, date.min), line.on)
        self.named_by[named].add(approach.person_id)
        asked = line.kind == "refers" and approach.ask_at(line) == "introduction"
        if asked or line.expected:
            self.introduced[named] = (line.on, line.order)
        if line.expected:
            self.expecting[named].add(approach.person_id)

    def is_manager(self, person: PersonFacts) -> bool:
        """Holds a seat, or a title that runs the goal's department (F12)."""
        if (found := self.managers.get(person.id)) is None:
            holds_seat = bool(self.seats_held.get(person.id))
            found = is_manager(person, self.snapshot.goal, holds_seat=holds_seat)
            self.managers[person.id] = found
        return found

    def number_of(self, person: PersonFacts) -> Number | None:
        """By which number somebody is called: their own; else, who runs the department, by the
        switchboard of where they work (F32)."""
        if person.phones and self._is_past(person.phone_on):
            return Number(person.phones[0], person.phone_on)
        return self._switchboard(person) if self.is_manager(person) else None

    def _switchboard(self, person: PersonFacts) -> Number | None:
        for key in sorted(self.works_at(person)):
            company = self.snapshot.companies[key]
            if company.phone and self._is_past(company.phone_on):
                return Number(company.phone, company.phone_on, of_company=True)
        return None

    def _is_past(self, on: date | None) -> bool:
        return on is None or on <= self.today

    def written_way(self, person: PersonFacts, *, has_number: bool) -> tuple[bool, bool]:
        """Whether something can be written to them now, and whether only an invitation to connect
        is. Where that would have to go without a note, and a number is known, they are called
        instead (F33)."""
        by = person.written_channel
        if by not in INVITING or person.connected_on is not None:
            return by is not None, False
        return not has_number or self.notes_left != 0, True

    def works_at(self, person: PersonFacts) -> frozenset[int]:
        """Where manners count (F2): the companies she works at now, by title or by a seat."""
        if (found := self.employers.get(person.id)) is None:
            posts = [post.company_id for post in person.positions if post.current]
            if held := self.seats_held.get(person.id):
                posts += [seat.company_id for seat in held]
            found = self.employers[person.id] = frozenset(posts)
        return found

    def is_refused(self, person: PersonFacts) -> bool:
        """Whether where she works has said no: nothing new is begun there (F9)."""
        return bool(self.rejecting) and not self.rejecting.isdisjoint(self.works_at(person))

    def known_at(self, person: PersonFacts) -> list[PositionFacts]:
        """Posts at targets, now first; a weak match waits until it is confirmed."""
        if person.tie is None:
            return []
        if (found := self.posts.get(person.id)) is None:
            found = self.posts[person.id] = self._posts(person)
        return found

    def knows_somebody_at(self, company_id: int | None) -> bool:
        """Whether the seeker has a tie to anybody there, now or formerly."""
        if self.peopled is None:
            everybody = self.snapshot.people.values()
            self.peopled = {post.company_id for p in everybody for post in self.known_at(p)}
        return company_id in self.peopled

    def _posts(self, person: PersonFacts) -> list[PositionFacts]:
        posts = [
            post
            for post in person.positions
            if self.is_target(post.company_id) and post.sureness != "weak"
        ]
        if len(posts) < 2:
            return posts
        wanted = {
            post.company_id: -self.snapshot.companies[post.company_id].motivation for post in posts
        }
        return sorted(posts, key=lambda p: (not p.current, wanted[p.company_id], p.company_id))

    def is_target(self, company_id: int) -> bool:
        return company_id in self.targets

    def fits_elsewhere(self, person: PersonFacts) -> bool:
        """A close or known tie made by hand whose work is in the goal's field or place (F28)."""
        goal, tie = self.snapshot.goal, person.tie
        if goal is None or tie is None or not tie.by_hand or tie.kind not in ("close", "known"):
            return False
        if person.place and person.place.casefold() in {one.casefold() for one in goal.places}:
            return True
        return any(_in_field(post.title, goal.department) for post in person.current)

    def seat_of(self, person: PersonFacts) -> SeatFacts | None:
        """The seat a known person may help with: at the target where she is known."""
        posts = self.known_at(person)
        return next((seat for post in posts for seat in self.seats_at[post.company_id]), None)


_INVITATION = channel_named(BY_INVITATION).invitation
NOTES_A_MONTH = _INVITATION.free_a_month if _INVITATION else 0


def _notes_left(snapshot: Snapshot, today: date) -> int | None:
    """How many notes with an invitation the month of that day takes beside those that went out."""
    if snapshot.account == "paid":
        return None
    month = (today.year, today.month)
    gone = sum((on.year, on.month) == month for on in snapshot.invitations)
    return max(0, NOTES_A_MONTH - gone)


def _in_field(title: str, department: str) -> bool:
    if not title:
        return False
    return bool(sits_in(title, department) or runs_department(title, department))
