"""What a forecast may go by: who is settled, who is in play, and what is under way.

People whose clock still runs are left out of the rates whatever they said, for the quick ones among
them say yes: counting those alone would flatter. Pure.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from firststep.facts.asks import CONVERSATION_ASKS
from firststep.facts.belief import Belief, Route, priors
from firststep.facts.line_kinds import GAVE, HEARD, OUT
from firststep.facts.playbook import DEFAULT, Playbook
from firststep.facts.snapshot import ApproachFacts, PersonFacts, Snapshot
from firststep.learn.chances import NAMES_BROUGHT, Gamma, KnownSoFar
from firststep.learn.conversations import to_be_held
from firststep.learn.funnel import route_of
from firststep.learn.progress import verdict
from firststep.learn.reply_clock import share_to_come, touches_of

INTERVIEW, OFFER = Belief(3, 9), Belief(3.5, 6.5)  # evidence a3, assumptions
INTERVIEW_LAG = 10  # working days until a talk has led to an interview or will not
PACE_DAYS, FEW = 28, 5
CAUTION = 5  # people looked up, assumed before the first person met


class _Told(NamedTuple):
    """What one log tells up to a day: kinds of lines, and when somebody was first written to."""

    approach: ApproachFacts
    person: PersonFacts | None
    kinds: set[str]
    first_out: date | None


def _told_by(snapshot: Snapshot, today: date) -> list[_Told]:
    """Read once for all that follows: a campaign has hundreds of logs."""
    found = []
    for approach in snapshot.approaches.values():
        lines = [line for line in approach.log if line.on <= today]
        first = min((line.on for line in lines if line.kind in OUT), default=None)
        person = snapshot.people.get(approach.person_id or 0)
        found.append(_Told(approach, person, {line.kind for line in lines}, first))
    return found


def known_so_far(
    snapshot: Snapshot, *, today: date, silent: Collection[int], book: Playbook = DEFAULT
) -> KnownSoFar:
    """What the futures are drawn from: settled people, people still in play, talks pending, and
    whether talks led to interviews, and those to an offer or a rejection.
    `silent` are the approaches that silence has closed, as the plan of that day says."""
    told = _told_by(snapshot, today)
    talks = [one.approach for one in told if "held" in one.kinds]
    done = [a for a in talks if not _runs(snapshot, _on(a, "held", today), INTERVIEW_LAG, today)]
    interviewed = Counter(c.stage for c in snapshot.companies.values() if c.interviewed)
    led = min(interviewed.total(), len(done))
    ahead, helpers = _in_play(snapshot, told, today)
    running, asked = _running(snapshot, told, today, book)
    to_come = len(to_be_held(snapshot, today=today, silent=silent))
    return KnownSoFar(
        priors=tuple(priors(book).items()),
        seen=_seen(snapshot, told, today, silent, book),
        running=running,
        asked=asked,
        ahead=tuple(sorted(ahead.items())),
        helpers=tuple(sorted(helpers.items())),
        interview=Belief(INTERVIEW.a + led, INTERVIEW.b + len(done) - led),
        offer=Belief(OFFER.a + interviewed["job_offer"], OFFER.b + interviewed["rejected"]),
        met=_share_met(told),
        names=_names(told, today),
        pending=to_come + len(talks) - len(done),
        talks_to_come=to_come,
        interviews=interviewed["interview"],
    )


def _seen(
    snapshot: Snapshot,
    told: Sequence[_Told],
    today: date,
    silent: Collection[int],
    book: Playbook,
) -> tuple[tuple[Route, int, int], ...]:
    """Per route yeses and settled people whose clock has run out."""
    yes: Counter[Route] = Counter()
    settled: Counter[Route] = Counter()
    for approach, person, _, first in told:
        if person is None or first is None or _runs(snapshot, first, _clock(book), today):
            continue
        found = verdict(approach, silent=approach.id in silent, today=today)
        if found is not None:
            settled[route_of(approach, person)] += 1
            yes[route_of(approach, person)] += found
    return tuple((route, yes[route], settled[route]) for route in sorted(settled))


_Waiting = tuple[tuple[Route, float], ...]


def _running(
    snapshot: Snapshot, told: Sequence[_Told], today: date, book: Playbook
) -> tuple[_Waiting, _Waiting]:
    """People touched and silent whose clock still runs, each with the share of yeses still to come:
    those asked for a conversation, and those asked for a name or an introduction."""
    running: list[tuple[Route, float]] = []
    asked: list[tuple[Route, float]] = []
    for approach, person, kinds, first in told:
        if person is None or first is None or approach.closed_on or person.do_not_contact:
            continue
        days = snapshot.calendar.between(first, today)
        if days >= _clock(book) or kinds & HEARD:
            continue
        talk, route = approach.ask in CONVERSATION_ASKS, route_of(approach, person)
        left = share_to_come(touches_of(route, favour=not talk, book=book), days)
        (running if talk else asked).append((route, round(left, 2)))
    return tuple(sorted(running)), tuple(sorted(asked))


def _share_met(told: Sequence[_Told]) -> float:
    """Of the people new to the seeker, how many were met rather than looked up or named."""
    met = others = 0
    for approach, person, _, first in told:
        if person is not None and first is not None:
            met += approach.origin in ("met", "offered")
            others += route_of(approach, person) in ("stranger", "named", "introduced")
    return round(met / (met + others + CAUTION), 3)


def _names(told: Sequence[_Told], today: date) -> Gamma:
    """Names brought by those who helped or talked, over what is assumed."""
    gave = [one for one in told if one.kinds & GAVE]
    brought = [
        one
        for one in told
        if one.approach.origin in ("named", "referred", "introduced")
        and one.approach.opened_on <= today
    ]
    return Gamma(NAMES_BROUGHT.seen + len(brought), NAMES_BROUGHT.of + len(gave))


def _in_play(
    snapshot: Snapshot, told: Sequence[_Told], today: date
) -> tuple[Counter[Route], Counter[Route]]:
    """People not touched yet: those to be asked for a conversation, and those to be asked for a
    name or an introduction."""
    ahead: Counter[Route] = Counter()
    helpers: Counter[Route] = Counter()
    opened = (one.approach for one in told if one.approach.opened_on <= today)
    reached = {one.approach.person_id for one in told if one.first_out}
    untouched = _Untouched(snapshot, {one.person_id: one for one in opened}, reached)
    for person in snapshot.people.values():
        for_talk, route = untouched.asked(person)
        if route is not None:
            (ahead if for_talk else helpers)[route] += 1
    return ahead, helpers


class _Untouched:
    """For what somebody not touched yet is to be asked."""

    def __init__(
        self,
        snapshot: Snapshot,
        opened: Mapping[int | None, ApproachFacts],
        reached: Collection[int | None],
    ) -> None:
        self.snapshot = snapshot
        self.opened = opened
        self.reached = {*reached, *(t.person_id for t in snapshot.loose_touches if t.out)}
        self.wanting = _wanting(snapshot, self.reached)
        self.holders = {seat.holder_id for seat in snapshot.seats.values()}

    def asked(self, person: PersonFacts) -> tuple[bool, Route | None]:
        """Whether for a conversation, and by which route; by none who is asked for nothing."""
        if person.do_not_contact or person.id in self.reached:
            return False, None
        approach = self.opened.get(person.id)
        if approach is not None and approach.closed_on is None:
            return approach.ask in CONVERSATION_ASKS, route_of(approach, person)
        tie = person.tie.kind if person.tie else None
        if person.id in self.holders:
            return True, tie or "stranger"
        at = _open_posts(person, self.snapshot) if tie else set()
        return not at & self.wanting, tie if at else None


def _wanting(snapshot: Snapshot, reached: Collection[int | None]) -> set[int]:
    """Companies where help is wanted still: nobody was written to who holds a seat there."""
    past = {s.company_id for s in snapshot.seats.values() if s.holder_id in reached}
    return snapshot.companies.keys() - past


def _open_posts(person: PersonFacts, snapshot: Snapshot) -> set[int]:
    """The targets somebody is known at that are not past first notes."""
    posts = (p for p in person.positions if p.sureness != "weak")
    at = (snapshot.companies.get(post.company_id) for post in posts)
    return {company.id for company in at if company and company.is_target and not company.stage}


class Pace(NamedTuple):
    """People first touched a week over the last four weeks; None before two weeks have passed, and
    for fewer than five of them: a slow month foretells no decade. `is_slow`: it is for few people
    lately, not for a late beginning, that none is told."""

    a_week: float | None
    is_slow: bool


def own_pace(snapshot: Snapshot, today: date) -> Pace:
    """How fast the seeker has gone lately."""
    first: dict[int, date] = {}
    for approach in snapshot.approaches.values():
        on = _first_out(approach, today)
        if on is not None and approach.person_id is not None:
            first[approach.person_id] = min(on, first.get(approach.person_id, on))
    began = min(first.values(), default=today)
    if (today - began).days < PACE_DAYS // 2:
        return Pace(None, is_slow=False)
    since = max(began, today - timedelta(days=PACE_DAYS))
    lately = sum(on >= since for on in first.values())
    if lately < FEW:
        return Pace(None, is_slow=True)
    return Pace(lately / ((today - since).days / 7), is_slow=False)


def _on(approach: ApproachFacts, kind: str, today: date) -> date:
    return max(line.on for line in approach.log if line.kind == kind and line.on <= today)


def _first_out(approach: ApproachFacts, today: date) -> date | None:
    return min((x.on for x in approach.log if x.kind in OUT and x.on <= today), default=None)


def _clock(book: Playbook) -> int:
    """Working days until a silent manager's approach closes."""
    return book.nudge_manager_days + book.close_manager_days


def _runs(snapshot: Snapshot, since: date, days: int, today: date) -> bool:
    return snapshot.calendar.after(since, days) > today
