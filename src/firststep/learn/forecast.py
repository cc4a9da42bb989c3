"""How far still: how many more people, and by which day, until conversations and a job offer.

Method M5.4, EVIDENCE a4. Ranges hold eight in ten drawn futures (`chances`), uncertain rates
included. People whose clock still runs are left out whatever they said, for the quick ones among
them say yes: counting those alone would flatter. Pure.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from firststep.facts.belief import Belief, Route, priors
from firststep.facts.calendar import WorkCalendar
from firststep.facts.kinds import CONVERSATION_ASKS
from firststep.facts.playbook import DEFAULT, Playbook
from firststep.facts.snapshot import ApproachFacts, PersonFacts, Snapshot
from firststep.learn.chances import MOST, Known, futures
from firststep.learn.progress import OUT, as_of, route_of, verdict

TALKS = (3, 5, 10)
FARTHEST = 40  # conversations drawn, enough for a drawing of the next hundred people
USUAL_PACE = 8.0  # people a week: as many strangers as the method allows
PACE_DAYS = 28
TALK_LAG, OFFER_LAG = 7, 25  # working days: answer and talk; then interview and offer (EVIDENCE e)
INTERVIEW, OFFER = Belief(3, 9), Belief(3.5, 6.5)  # EVIDENCE a3, assumptions
INTERVIEW_LAG = 10  # working days until a talk has led to an interview or will not
OUTWEIGHS = 40  # settled people before own data outweigh what was assumed (EVIDENCE a4)
WHAT_IF = 10.0
FARTHEST_DAYS = 3650

Goal = Literal["conversations", "job_offer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """How many more people: the median, and the range eight in ten futures lie in."""

    median: int
    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """By which day at a pace; None is more than ten years."""

    median: date | None
    low: date | None
    high: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """So many conversations in all, or one job offer; `reached` when it is already so."""

    until: Goal
    count: int
    reached: bool
    more_people: People
    by: Days
    what_if: Days


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """`n` settled people it rests on, `assumed` while the starting belief outweighs them; the pace
    in people a week, `own_pace` when it is the seeker's of the last four weeks."""

    n: int
    assumed: bool
    a_week: float
    own_pace: bool
    what_if_a_week: float
    milestones: tuple[Milestone, ...]

    @property
    def offer(self) -> Milestone:
        return self.milestones[-1]


def forecast(
    snapshot: Snapshot, *, today: date, book: Playbook = DEFAULT, what_if: float = WHAT_IF
) -> Forecast:
    """The outlook of a day. `what_if` is another pace, in people a week."""
    known = known_so_far(snapshot, today=today, book=book)
    drawn = futures(known, talks=FARTHEST)
    pace = _own_pace(snapshot, today)
    told = _Told(snapshot.calendar, today, pace or USUAL_PACE, what_if)
    had = len(_agreed(snapshot, today))
    offered = any(one.stage == "job_offer" for one in snapshot.companies.values())
    milestones = [
        told.milestone("conversations", count, had >= count,
                       sorted(one.talks[max(0, count - had - 1)] for one in drawn))
        for count in TALKS
    ]  # fmt: skip
    after = sorted(one.offer_after for one in drawn)
    n = sum(n for _, _, n in known.seen)
    return Forecast(
        n=n,
        assumed=n < OUTWEIGHS,
        a_week=round(pace or USUAL_PACE, 1),
        own_pace=pace is not None,
        what_if_a_week=what_if,
        milestones=(*milestones, told.milestone("job_offer", 1, offered, after)),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """Numbers of people told as ranges and as days."""

    calendar: WorkCalendar
    today: date
    a_week: float
    what_if: float

    def milestone(self, until: Goal, count: int, reached: bool, drawn: list[int]) -> Milestone:
        people = People(median=0, low=0, high=0) if reached else _range(drawn)
        lag = TALK_LAG + (OFFER_LAG if until == "job_offer" else 0)
        lag = 0 if reached else lag
        return Milestone(
            until=until,
            count=count,
            reached=reached,
            more_people=people,
            by=self._by(people, self.a_week, lag),
            what_if=self._by(people, self.what_if, lag),
        )

    def _by(self, people: People, a_week: float, lag: int) -> Days:
        return Days(
            median=self._day(people.median, a_week, lag),
            low=self._day(people.low, a_week, lag),
            high=self._day(people.high, a_week, lag),
        )

    def _day(self, people: int, a_week: float, lag: int) -> date | None:
        days = people / a_week * 7
        if people >= MOST or days > FARTHEST_DAYS:
            return None
        return self.calendar.after(self.today + timedelta(days=round(days)), lag)


def _range(drawn: list[int]) -> People:
    """The median and the 10% and 90% ends of sorted draws."""
    last = len(drawn) - 1
    return People(
        median=drawn[last // 2], low=drawn[round(last * 0.1)], high=drawn[round(last * 0.9)]
    )


# What is known -------------------------------------------------------------------------------


def known_so_far(snapshot: Snapshot, *, today: date, book: Playbook = DEFAULT) -> Known:
    """What the futures are drawn from: settled people, people still in play, talks pending."""
    talks = [a for a in snapshot.approaches.values() if "held" in _kinds(a, today)]
    done = [a for a in talks if not _runs(snapshot, _on(a, "held", today), INTERVIEW_LAG, today)]
    stages = Counter(company.stage for company in snapshot.companies.values())
    led = min(stages["interview"] + stages["job_offer"], len(done))
    ahead, helpers = _in_play(snapshot, today)
    return Known(
        priors=tuple(priors(book).items()),
        seen=_seen(snapshot, today, book),
        ahead=tuple(sorted(ahead.items())),
        helpers=tuple(sorted(helpers.items())),
        interview=Belief(INTERVIEW.a + led, INTERVIEW.b + len(done) - led),
        offer=OFFER,
        pending=len(_pending(snapshot, today)) + len(talks) - len(done),
        interviews=stages["interview"],
    )


def _seen(snapshot: Snapshot, today: date, book: Playbook) -> tuple[tuple[Route, int, int], ...]:
    """Per route yeses and settled people whose clock has run out."""
    yes: Counter[Route] = Counter()
    settled: Counter[Route] = Counter()
    for approach in snapshot.approaches.values():
        person = snapshot.people.get(approach.person_id or 0)
        first = _first_out(approach, today)
        if person is None or first is None:
            continue
        clock = book.nudge_manager_days + book.close_manager_days
        if _runs(snapshot, first, clock, today):
            continue
        found = verdict(approach, as_of(snapshot, approach, person, today, book), today)
        if found is not None:
            settled[route_of(approach, person)] += 1
            yes[route_of(approach, person)] += found
    return tuple((route, yes[route], settled[route]) for route in sorted(settled))


def _in_play(snapshot: Snapshot, today: date) -> tuple[Counter[Route], Counter[Route]]:
    """People not touched yet: those to be asked for a conversation, and those to be asked for a
    name or an introduction."""
    ahead: Counter[Route] = Counter()
    helpers: Counter[Route] = Counter()
    reached = {a.person_id for a in snapshot.approaches.values() if _first_out(a, today)}
    reached |= {loose.person_id for loose in snapshot.loose_touches if loose.out}
    opened = {a.person_id: a for a in snapshot.approaches.values() if a.opened_on <= today}
    holders = {seat.holder_id for seat in snapshot.seats.values()}
    for person in snapshot.people.values():
        if person.do_not_contact or person.id in reached:
            continue
        approach = opened.get(person.id)
        if approach is not None and approach.closed_on is None:
            asked = ahead if approach.ask in CONVERSATION_ASKS else helpers
            asked[route_of(approach, person)] += 1
        elif person.id in holders:
            ahead[person.tie.kind if person.tie else "stranger"] += 1
        elif person.tie is not None and _at_target(person, snapshot):
            helpers[person.tie.kind] += 1
    return ahead, helpers


def _at_target(person: PersonFacts, snapshot: Snapshot) -> bool:
    return any(
        snapshot.companies[post.company_id].is_target and post.sureness != "weak"
        for post in person.positions
        if post.company_id in snapshot.companies
    )


def _pending(snapshot: Snapshot, today: date) -> set[int]:
    """Conversations agreed and not held yet."""
    held = {a.id for a in snapshot.approaches.values() if "held" in _kinds(a, today)}
    gone = {a.id for a in snapshot.approaches.values() if a.closed_on is not None}
    return _agreed(snapshot, today) - held - gone


def _agreed(snapshot: Snapshot, today: date) -> set[int]:
    """Approaches in which a conversation was agreed or held."""
    return {
        approach.id
        for approach in snapshot.approaches.values()
        if _kinds(approach, today) & {"dated", "held"}
        or (approach.ask in CONVERSATION_ASKS and "yes" in _kinds(approach, today))
    }


def _own_pace(snapshot: Snapshot, today: date) -> float | None:
    """People first touched a week over the last four; None before two weeks have passed."""
    first: dict[int, date] = {}
    for approach in snapshot.approaches.values():
        on = _first_out(approach, today)
        if on is not None and approach.person_id is not None:
            first[approach.person_id] = min(on, first.get(approach.person_id, on))
    if not first or (today - min(first.values())).days < PACE_DAYS // 2:
        return None
    since = max(min(first.values()), today - timedelta(days=PACE_DAYS))
    lately = sum(on >= since for on in first.values())
    return lately / ((today - since).days / 7) if lately else None


def _kinds(approach: ApproachFacts, today: date) -> set[str]:
    return {line.kind for line in approach.log if line.on <= today}


def _on(approach: ApproachFacts, kind: str, today: date) -> date:
    return max(line.on for line in approach.log if line.kind == kind and line.on <= today)


def _first_out(approach: ApproachFacts, today: date) -> date | None:
    return min((x.on for x in approach.log if x.kind in OUT and x.on <= today), default=None)


def _runs(snapshot: Snapshot, since: date, days: int, today: date) -> bool:
    return snapshot.calendar.after(since, days) > today
