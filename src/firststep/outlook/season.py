"""One campaign played day by day: the plan shows the steps, a seeker does them, a world answers.

The planner is `plan.planner` itself; here is only what happens to the steps it shows, written down
the way the log of a real campaign is (snapshot.load), and what people answer. Pure.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from firststep.facts.asks import ABOUT_A_SEAT
from firststep.facts.calendar import WorkCalendar
from firststep.facts.line_kinds import NOTES, LogKind
from firststep.facts.plan import Card, Plan
from firststep.facts.snapshot import ApproachFacts, PersonFacts
from firststep.facts.step_kinds import FIRST_NOTES, ONCE_MORE, OUTSIDE_MINUTES, STEP_KIND
from firststep.outlook.played import PlayedBoard, PlayedDay, Unchanged
from firststep.outlook.policies import Policy, StepSeen
from firststep.outlook.record import Record
from firststep.outlook.world import (
    ABSENT,
    BOUNCES,
    FOUND_AGAIN,
    INTERVIEW_AFTER,
    OFFER_AFTER,
    RINGS_OUT,
    TALK_AFTER,
    TOUCHES,
    Reaches,
    World,
)
from firststep.plan.cards import Candidate

BEGAN = date(2026, 1, 5)
CALENDAR = WorkCalendar()


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignPlayed:
    """What came of one campaign. Days are working days; `offer_on` None is no offer in time."""

    offer_on: int | None
    written: int
    touches: int
    talks: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Incoming:
    """Something that comes in on a day: a line of a thread's log, or a company's news."""

    kind: LogKind | str
    person_id: int
    approach_id: int = 0


class Season:
    """A campaign under one policy in one world."""

    def __init__(self, world: World, policy: Policy, *, days: int) -> None:
        self.world, self.policy, self.length = world, policy, days
        self.record = Record(world, BEGAN)
        self.days = _working_days(days)
        self.coming: dict[int, list[Incoming]] = defaultdict(list)
        self.touched: dict[int, int] = defaultdict(int)  # touches out, per person
        self.answered: set[int] = set()  # whose yes or no is on its way or here
        self.bounced: set[int] = set()
        self.finished: set[int] = set()  # approaches the plan counts as closed
        self.offer_on: int | None = None
        self.minutes = 0
        self.kept = Unchanged()
        self.order = self._order if policy.rank or self._skips_any else None

    @property
    def _skips_any(self) -> bool:
        return self.policy.second < 1 or self.policy.met < 1

    def play(self) -> CampaignPlayed:
        """Until the first offer, or to the end."""
        for at in range(self.length):
            self.arrive(at)
            if self.offer_on is not None:
                break
            self.live(at)
        return CampaignPlayed(
            offer_on=self.offer_on,
            written=len(self.touched),
            touches=sum(self.touched.values()),
            talks=self.record.count("held"),
            minutes=self.minutes,
        )

    def live(self, at: int) -> Plan:
        """The steps of one day, as its plan shows them, and the answers of the same day."""
        day = self.days[at]
        board = PlayedBoard(self.record.snapshot, day, self.policy.book, (), kept=self.kept)
        plan = PlayedDay(board.lay_out(), self.order).plan()
        self.finished = {key for key, _, _ in plan.closed}
        for card in plan.cards:
            if self._does(card, at):
                self.minutes += card.minutes
                self._do(card, at, day)
        self.arrive(at)
        return plan

    # -- the seeker -----------------------------------------------------------------------------

    def _order(self, step: Candidate) -> tuple[float | int, ...]:
        """What the habit does not do comes last and takes no time from the rest."""
        if self._leaves(step):
            return (9, *step.order)
        if self.policy.rank is None or step.kind in OUTSIDE_MINUTES:
            return step.order
        return (2, *self.policy.rank(step), *step.order)

    def _leaves(self, card: StepSeen) -> bool:
        """Whether this habit leaves the step undone, once and for all."""
        if card.kind in ONCE_MORE:
            share, what = self.policy.second, str(card.kind)
        elif card.kind in FIRST_NOTES and card.origin == "met":
            share, what = self.policy.met, "met"
        else:
            return False
        return share < 1 and self._chance(f"{card.person_id}:{what}") >= share

    def _does(self, card: Card, at: int) -> bool:
        if self._leaves(card):
            return False
        if self.policy.done >= 1:
            return True
        return self._chance(f"{card.person_id}:{card.kind}:{at}") < self.policy.done

    def _chance(self, what: str) -> float:
        return self.world.chance(f"seeker:{what}")

    def _do(self, card: Card, at: int, day: date) -> None:
        """One step done: what stands in the log after it, and what it sets going."""
        sent = STEP_KIND[card.kind].sent_as
        if card.kind in ("find_name", "find_number"):
            self.record.look_up(card, day)
        elif card.person_id is None or card.kind == "keep_in_touch":
            return
        elif card.kind == "find_address":
            self._find_address(card, day)
        elif card.kind == "meet":
            self._talk(card, at, day)
        elif card.kind == "call":
            self._call(card, day)
        elif sent in NOTES:
            self._write(card, at, day)
        elif sent is not None:
            self._log(self._opened(card, day), sent, day)
            if card.kind == "answer":
                self._comes("dated", at + 1, card.person_id, card.approach_id)

    def _opened(self, card: Card, day: date) -> ApproachFacts:
        return self.record.opened(card, day)

    def _log(self, approach: ApproachFacts, kind: LogKind, day: date, **more: object) -> None:
        self.record.log(approach.id, kind, day, **more)

    def _write(self, card: Card, at: int, day: date) -> None:
        approach = self._opened(card, day)
        if card.invitation:
            return self._invite(card, approach, at)
        kind: Reaches = "nudge" if card.kind == "nudge" else "first"
        self._log(approach, "nudge" if kind == "nudge" else "write", day)
        person = self.record.people[card.person_id or 0]
        nature = self.world.nature(self.record.name(person.id))
        before = self.touched[person.id]
        self.touched[person.id] += 1
        if before == 0 and nature.bounces < BOUNCES and person.id not in self.bounced:
            self.bounced.add(person.id)
            del self.touched[person.id]
            return self._comes("bounced", at, person.id, approach.id)
        if before == 0 and nature.absent < ABSENT:
            self._comes("out_of_office", at, person.id, approach.id)
        return self._answer(person, approach, kind, at)

    def _invite(self, card: Card, approach: ApproachFacts, at: int) -> None:
        self.record.invited(approach, card, self.days[at])
        person = self.record.people[card.person_id or 0]
        nature = self.world.nature(self.record.name(person.id))
        if card.invitation == "note":
            self.touched[person.id] += 1
        chances = self.world.conditions.answers(self.record.route(person, approach))
        if nature.accepts_to_connect(chances):
            when = at + nature.delay(0)
            self._comes("accepted", when, person.id, approach.id)

    def _call(self, card: Card, day: date) -> None:
        approach = self._opened(card, day)
        person = self.record.people[card.person_id or 0]
        nature = self.world.nature(self.record.name(person.id))
        rings = sum(line.kind == "no_answer" for line in approach.log)
        if nature.rings[rings % TOUCHES] < RINGS_OUT:
            return self._log(approach, "no_answer", day)
        touch = self.touched[person.id]
        self.touched[person.id] += 1
        chances = self.world.conditions.answers(self.record.route(person, approach))
        if person.id not in self.answered and nature.answers(touch % TOUCHES, "call", chances):
            self.answered.add(person.id)
            return self._log(approach, "yes", day, by_call=True)
        return self._log(approach, "voicemail", day)

    def _find_address(self, card: Card, day: date) -> None:
        """Looked for once: found, or the seeker leaves it at that."""
        person = self.record.people[card.person_id or 0]
        if self.world.nature(self.record.name(person.id)).found_again < FOUND_AGAIN:
            self.record.people[person.id] = replace(person, emails=("new@people.example",))
        else:
            approach = self._opened(card, day)
            self.record.approaches[approach.id] = approach._replace(
                closed_on=day, closed_why="no way found"
            )

    # -- the world ------------------------------------------------------------------------------

    def _comes(self, kind: str, at: int, person_id: int, approach_id: int | None) -> None:
        self.coming[at].append(Incoming(kind, person_id, approach_id or 0))

    def _answer(self, person: PersonFacts, approach: ApproachFacts, kind: Reaches, at: int) -> None:
        """Whether and when a written touch is answered."""
        if person.id in self.answered:
            return
        nature = self.world.nature(self.record.name(person.id))
        chances = self.world.conditions.answers(self.record.route(person, approach))
        touch = self.touched[person.id] - 1
        when = at + nature.delay(touch % TOUCHES)
        if nature.answers(touch % TOUCHES, kind, chances):
            self.answered.add(person.id)
            self._comes("yes", when, person.id, approach.id)
        elif nature.responsive >= chances.responsive and nature.refuses < chances.refuse:
            self.answered.add(person.id)
            self._comes("no", when, person.id, approach.id)

    def arrive(self, at: int) -> None:
        """What comes in by itself on a day: answers, news of an interview, somebody met."""
        day = self.days[at]
        for event in self.coming.pop(at, ()):
            if event.kind in ("interview", "rejected"):
                self.record.staged(event.person_id, event.kind)
            elif event.kind == "job_offer":
                self.offer_on = at if self.offer_on is None else self.offer_on
            else:
                self._come_in(event, at, day)
        every = self.world.conditions.met_every
        if at % every == every - 1 and at // every not in self.record.met:
            self.record.meet_somebody(at // every, day)

    def _come_in(self, event: Incoming, at: int, day: date) -> None:
        approach = self.record.approaches[event.approach_id]
        if event.kind == "yes" and approach.ask in ABOUT_A_SEAT:
            self._help(approach, day)
        elif event.kind == "dated":
            talk = self.days[min(at + TALK_AFTER - 1, len(self.days) - 1)]
            self._log(approach, "dated", day, at=datetime.combine(talk, time(10)))
        elif event.kind == "out_of_office":
            self._log(approach, "out_of_office", day, until=day + timedelta(days=7))
        elif event.kind == "bounced":
            self.record.bounced(approach, day)
        elif event.kind == "accepted":
            self.record.accepted(approach, day)
        elif event.kind in ("yes", "no"):
            self._log(approach, "yes" if event.kind == "yes" else "no", day)

    def _help(self, approach: ApproachFacts, day: date) -> None:
        """Somebody known names whom they can, first of all the manager where they are."""
        helper = self.record.people[approach.person_id or 0]
        named = self.record.name_people(helper, day, self.finished)
        if not named:
            return self._log(approach, "no", day)
        kind: LogKind = "refers" if approach.ask == "introduction" else "helped"
        return self._log(approach, kind, day, named_id=named[0])

    def _talk(self, card: Card, at: int, day: date) -> None:
        """A conversation held: names, and perhaps an interview and an offer."""
        approach = self._opened(card, day)
        person = self.record.people[card.person_id or 0]
        named = self.record.name_people(person, day, self.finished)
        self._log(approach, "held", day, named_id=named[0] if named else None)
        nature = self.world.nature(self.record.name(person.id))
        given = self.world.conditions
        warm = given.warm if self.record.route(person, approach) != "stranger" else 1.0
        chance = given.interview * warm * nature.fit
        company = self.record.company_of(person)
        if not self.record.is_manager(person) or nature.interview >= chance or not company:
            return
        self._comes("interview", at + INTERVIEW_AFTER, company, 0)
        ends = at + INTERVIEW_AFTER + OFFER_AFTER
        self._comes("job_offer" if nature.offer < given.offer else "rejected", ends, company, 0)


def _working_days(count: int) -> tuple[date, ...]:
    days = [BEGAN]
    while len(days) < count:
        days.append(CALENDAR.after(days[-1], 1))
    return tuple(days)
