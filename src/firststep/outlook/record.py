"""The log a simulated campaign keeps: the same facts a real campaign's rows are loaded into."""

from dataclasses import replace
from datetime import date
from typing import Any

from firststep.facts.asks import USUAL_ASK, Ask
from firststep.facts.belief import Route
from firststep.facts.calendar import WorkCalendar
from firststep.facts.channels import USUAL_CHANNEL
from firststep.facts.kinds import INTERVIEWED, Origin, TieKind, warmth
from firststep.facts.line_kinds import LogKind
from firststep.facts.plan import Card
from firststep.facts.snapshot import (
    ApproachFacts,
    CompanyFacts,
    GoalFacts,
    LogLine,
    PersonFacts,
    PositionFacts,
    SeatFacts,
    Snapshot,
    TieFacts,
)
from firststep.learn.funnel import route_of
from firststep.outlook.world import PROFILE_ONLY, REALLY_INTRODUCES, World

MANAGER, MET, NAMED = 1_000, 3_000, 5_000  # where the ids of each kind of person begin
BEYOND = 10_000  # ids of companies that are no targets
DEPARTMENT = "Purchasing"
TITLE = f"Head of {DEPARTMENT}"
FROM_A_TALK = 0.30  # of the names a conversation brings: as an introduction (evidence e)


class Record:
    """People, companies, seats and approaches, and how each is named in the world."""

    def __init__(self, world: World, began: date) -> None:
        self.world = world
        self.companies: dict[int, CompanyFacts] = {}
        self.people: dict[int, PersonFacts] = {}
        self.seats: dict[int, SeatFacts] = {}
        self.approaches: dict[int, ApproachFacts] = {}
        self.newest: dict[int, int] = {}  # a person's newest approach
        self.names: dict[str, int] = {}
        self.named: dict[int, str] = {}
        self.met: set[int] = set()
        self.invitations: list[date] = []
        self.lines = 0
        self.began = began
        self._list_targets()
        self._know_people()
        self.snapshot = Snapshot(
            campaign_id=1,
            revision=1,
            seeker="Ada",
            minutes_a_day=world.conditions.minutes,
            calendar=WorkCalendar(),
            goal=GoalFacts(id=1, role="Buyer", department=DEPARTMENT, began_on=began),
            companies=self.companies,
            people=self.people,
            seats=self.seats,
            approaches=self.approaches,
            invitations=self.invitations,
        )

    def _list_targets(self) -> None:
        for key in range(1, self.world.conditions.strangers + 1):
            fit = self.world.nature(f"m{key}").fit
            self.companies[key] = CompanyFacts(
                id=key,
                name=f"C{key}",
                is_target=True,
                targeted_on=self.began,
                motivation=_motivation(fit) if self.world.conditions.fit_varies else 3,
            )
            self.seats[key] = SeatFacts(id=key, company_id=key, title=TITLE, opened_on=self.began)

    def _know_people(self) -> None:
        """Known people work at a few of the targets; which, chance decides."""
        ties = [tie for tie, count in self.world.conditions.known for _ in range(count)]
        for key, tie in enumerate(ties, 1):
            employer = self.world.place(f"k{key}", self.world.conditions.known_at)
            company = 1 + self.world.place(f"c{employer}", self.world.conditions.strangers)
            self._add(key, f"k{key}", company=company, tie=tie, title="Analyst")

    def _add(
        self, key: int, name: str, *, company: int, tie: TieKind | None = None, title: str = TITLE
    ) -> PersonFacts:
        if company not in self.companies:
            self.companies[company] = CompanyFacts(id=company, name=f"C{company}")
        self.named[key], self.names[name] = name, key
        post = PositionFacts(company_id=company, company=f"C{company}", title=title)
        found = self.people[key] = PersonFacts(
            id=key,
            name=f"P{key}",
            given=f"P{key}",
            emails=(f"p{key}@people.example",),
            phones=("+4930",) if title == TITLE else (),
            tie=TieFacts(id=key, kind=tie) if tie else None,
            positions=(post,),
        )
        return found

    # -- what is so -----------------------------------------------------------------------------

    def name(self, person_id: int) -> str:
        """How the world knows this person."""
        return self.named[person_id]

    def route(self, person: PersonFacts, approach: ApproachFacts) -> Route:
        return route_of(approach, person)

    def is_manager(self, person: PersonFacts) -> bool:
        return person.positions[0].title == TITLE

    def company_of(self, person: PersonFacts) -> int:
        return person.positions[0].company_id

    def count(self, kind: LogKind) -> int:
        """How many lines of a kind stand in all logs."""
        return sum(line.kind == kind for a in self.approaches.values() for line in a.log)

    # -- what happens ---------------------------------------------------------------------------

    def log(self, approach_id: int, kind: LogKind, day: date, **more: Any) -> None:
        """Adds a line to a thread."""
        self.lines += 1
        found = self.approaches[approach_id]
        line = LogLine(kind=kind, on=day, order=self.lines, **more)
        self.approaches[approach_id] = found._replace(log=(*found.log, line))

    def opened(self, card: Card, day: date) -> ApproachFacts:
        """The card's approach; a proposed one is opened as the card proposes it."""
        if card.approach_id is not None:
            return self.approaches[card.approach_id]
        held = next((s.id for s in self.seats.values() if s.holder_id == card.person_id), None)
        return self._open(
            card.person_id or 0,
            day,
            ask=card.ask or USUAL_ASK,
            origin=card.origin,
            seat_id=held,
            for_seat_id=card.for_seat_id,
        )

    def _open(
        self, person_id: int, day: date, *, ask: Ask, origin: Origin, **more: Any
    ) -> ApproachFacts:
        key = len(self.approaches) + 1
        found = self.approaches[key] = ApproachFacts(
            id=key,
            person_id=person_id,
            ask=ask,
            channel=USUAL_CHANNEL,
            origin=origin,
            opened_on=day,
            **more,
        )
        self.newest[person_id] = key
        return found

    def look_up(self, card: Card, day: date) -> None:
        """The name of a seat, or a company's switchboard: every company has one."""
        if card.kind == "find_number":
            found = self.companies[card.company_id or 0]
            self.companies[found.id] = replace(found, phone="+4930", phone_on=day)
        elif (seat := self.seats[card.seat_id or 0]).holder_id is None:
            self._manager(seat)

    def _manager(self, seat: SeatFacts) -> PersonFacts:
        key = MANAGER + seat.company_id
        if key not in self.people:
            self._as_looked_up(self._add(key, f"m{seat.company_id}", company=seat.company_id))
        self.seats[seat.id] = replace(seat, holder_id=key)
        return self.people[key]

    def _as_looked_up(self, manager: PersonFacts) -> None:
        """Whoever was only looked up has no number, and often a profile alone."""
        found = replace(manager, phones=())
        if self.world.nature(self.name(manager.id)).profile < PROFILE_ONLY:
            found = replace(found, emails=(), linkedin=self.name(manager.id))
        self.people[manager.id] = found

    def invited(self, approach: ApproachFacts, card: Card, day: date) -> None:
        """An invitation to connect went out, with a note while the month has one (F33)."""
        noted = card.invitation == "note"
        self.log(approach.id, "write" if noted else "invite", day, invites=noted)
        self.people[card.person_id or 0] = replace(self.people[card.person_id or 0], invited_on=day)
        if noted:
            self.invitations.append(day)

    def accepted(self, approach: ApproachFacts, day: date) -> None:
        """They can be written to from now on."""
        person = self.people[approach.person_id or 0]
        self.people[person.id] = replace(person, invited_on=None, connected_on=day)
        self.log(approach.id, "accepted", day)

    def meet_somebody(self, number: int, day: date) -> None:
        """A professional met at an event, at a company that is no target."""
        self.met.add(number)
        key = MET + number
        self._add(key, f"e{number}", company=BEYOND + key, tie="met")
        approach = self._open(key, day, ask=USUAL_ASK, origin="met")
        self.log(approach.id, "met", day)

    def bounced(self, approach: ApproachFacts, day: date) -> None:
        """The note came back and its address is dead."""
        self.log(approach.id, "bounced", day)
        person = self.people[approach.person_id or 0]
        self.people[person.id] = replace(person, emails=())

    def staged(self, company_id: int, stage: Any) -> None:
        """News of how far things are at a company; an interview had is never forgotten."""
        found = self.companies[company_id]
        had = found.interviewed or stage in INTERVIEWED
        self.companies[company_id] = replace(found, stage=stage, interviewed=had)

    def name_people(self, giver: PersonFacts, day: date, finished: set[int]) -> list[int]:
        """The people this person names, each brought in once: somebody known names the manager
        where they work first, everybody else managers at companies not on the list."""
        nature = self.world.nature(self.name(giver.id))
        brought: list[int] = []
        for number in range(nature.names_known(self.world.conditions.names)):
            origin = self._how(giver, nature.introduces[number])
            person = self._whom(giver, number)
            if person is not None and self._bring(person, giver, origin, day, finished):
                brought.append(person.id)
        return brought

    def _how(self, giver: PersonFacts, drawn: float) -> Origin:
        helper = giver.tie is not None and not self.is_manager(giver)
        share = REALLY_INTRODUCES[giver.tie.kind] if helper and giver.tie else FROM_A_TALK
        return "introduced" if drawn < share else "named"

    def _whom(self, giver: PersonFacts, number: int) -> PersonFacts | None:
        company = self.company_of(giver)
        if number == 0 and not self.is_manager(giver) and company in self.seats:
            return self._manager(self.seats[company])
        name = f"{self.name(giver.id)}/{number}"
        if name in self.names:
            return None
        key = NAMED + len(self.people)
        return self._add(key, name, company=BEYOND + key)

    def _bring(
        self, person: PersonFacts, giver: PersonFacts, origin: Origin, day: date, finished: set[int]
    ) -> bool:
        """Opens an approach to the person named, or joins the one that is not finished (F2)."""
        found = self.approaches.get(self.newest.get(person.id, 0))
        if found is None or found.id in finished or found.closed_on is not None:
            seat = next((s.id for s in self.seats.values() if s.holder_id == person.id), None)
            self._open(person.id, day, ask=USUAL_ASK, origin=origin, via_id=giver.id, seat_id=seat)
        elif warmth(origin) > warmth(found.origin):
            self.approaches[found.id] = found._replace(origin=origin, via_id=giver.id)
        return True


def _motivation(fit: float) -> int:
    """What the seeker says of 1 to 5 about a company that fits so well."""
    return 1 + sum(fit >= edge for edge in (0.35, 0.60, 1.0, 1.6))
