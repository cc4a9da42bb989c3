"""What a forecast may go by: who is settled, who is in play, and what is under way.

People whose clock still runs are left out of the rates whatever they said, for the quick ones among
them say yes: counting those alone would flatter. Pure.
"""

from collections import Counter
from collections.abc import Collection
from datetime import date, timedelta

from firststep.facts.belief import Belief, Route, priors
from firststep.facts.kinds import CONVERSATION_ASKS
from firststep.facts.line_kinds import GAVE, HEARD, OUT
from firststep.facts.playbook import DEFAULT, Playbook
from firststep.facts.snapshot import IN_TIME, ApproachFacts, LogLine, PersonFacts, Snapshot
from firststep.learn.chances import NAMES, Gamma, Known
from firststep.learn.funnel import is_agreed, route_of
from firststep.learn.progress import verdict
from firststep.learn.reply_clock import share_to_come, touches_of

INTERVIEW, OFFER = Belief(3, 9), Belief(3.5, 6.5)  # evidence a3, assumptions
INTERVIEW_LAG = 10  # working days until a talk has led to an interview or will not
PACE_DAYS, FEW = 28, 5
CAUTION = 5  # people looked up, assumed before the first person met


def known_so_far(
    snapshot: Snapshot, *, today: date, silent: Collection[int], book: Playbook = DEFAULT
) -> Known:
    """What the futures are drawn from: settled people, people still in play, talks pending, and
    whether talks led to interviews, and those to an offer or a rejection.
    `silent` are the approaches that silence has closed, as the plan of that day says."""
    talks = [a for a in snapshot.approaches.values() if "held" in _kinds(a, today)]
    done = [a for a in talks if not _runs(snapshot, _on(a, "held", today), INTERVIEW_LAG, today)]
    interviewed = Counter(c.stage for c in snapshot.companies.values() if c.interviewed)
    led = min(interviewed.total(), len(done))
    ahead, helpers = _in_play(snapshot, today)
    running, asked = _running(snapshot, today, book)
    to_come = len(_pending(snapshot, today))
    return Known(
        priors=tuple(priors(book).items()),
        seen=_seen(snapshot, today, silent, book),
        running=running,
        asked=asked,
        ahead=tuple(sorted(ahead.items())),
        helpers=tuple(sorted(helpers.items())),
        interview=Belief(INTERVIEW.a + led, INTERVIEW.b + len(done) - led),
        offer=Belief(OFFER.a + interviewed["job_offer"], OFFER.b + interviewed["rejected"]),
        met=_share_met(snapshot, today),
        names=_names(snapshot, today),
        pending=to_come + len(talks) - len(done),
        talks_to_come=to_come,
        interviews=interviewed["interview"],
    )


def _seen(
    snapshot: Snapshot, today: date, silent: Collection[int], book: Playbook
) -> tuple[tuple[Route, int, int], ...]:
    """Per route yeses and settled people whose clock has run out."""
    yes: Counter[Route] = Counter()
    settled: Counter[Route] = Counter()
    for approach in snapshot.approaches.values():
        person = snapshot.people.get(approach.person_id or 0)
        first = _first_out(approach, today)
        if person is None or first is None:
            continue
        if _runs(snapshot, first, _clock(book), today):
            continue
        found = verdict(approach, silent=approach.id in silent, today=today)
        if found is not None:
            settled[route_of(approach, person)] += 1
            yes[route_of(approach, person)] += found
    return tuple((route, yes[route], settled[route]) for route in sorted(settled))


_Waiting = tuple[tuple[Route, float], ...]


def _running(snapshot: Snapshot, today: date, book: Playbook) -> tuple[_Waiting, _Waiting]:
    """People touched and silent whose clock still runs, each with the share of yeses still to come:
    those asked for a conversation, and those asked for a name or an introduction."""
    running: list[tuple[Route, float]] = []
    asked: list[tuple[Route, float]] = []
    for approach in snapshot.approaches.values():
        person = snapshot.people.get(approach.person_id or 0)
        first = _first_out(approach, today)
        if person is None or first is None or approach.closed_on or person.do_not_contact:
            continue
        days = snapshot.calendar.between(first, today)
        if days >= _clock(book) or _kinds(approach, today) & HEARD:
            continue
        talk, route = approach.ask in CONVERSATION_ASKS, route_of(approach, person)
        left = share_to_come(touches_of(route, favour=not talk, book=book), days)
        (running if talk else asked).append((route, round(left, 2)))
    return tuple(sorted(running)), tuple(sorted(asked))


def _share_met(snapshot: Snapshot, today: date) -> float:
    """Of the people new to the seeker, how many were met rather than looked up or named."""
    met = others = 0
    for approach in snapshot.approaches.values():
        person = snapshot.people.get(approach.person_id or 0)
        if person is not None and _first_out(approach, today):
            met += approach.origin in ("met", "offered")
            others += route_of(approach, person) in ("stranger", "named", "introduced")
    return round(met / (met + others + CAUTION), 3)


def _names(snapshot: Snapshot, today: date) -> Gamma:
    """Names brought by those who helped or talked, over what is assumed."""
    gave = [a for a in snapshot.approaches.values() if _kinds(a, today) & GAVE]
    brought = [
        a
        for a in snapshot.approaches.values()
        if a.origin in ("named", "referred", "introduced") and a.opened_on <= today
    ]
    return Gamma(NAMES.seen + len(brought), NAMES.of + len(gave))


def _in_play(snapshot: Snapshot, today: date) -> tuple[Counter[Route], Counter[Route]]:
    """People not touched yet: those to be asked for a conversation, and those to be asked for a
    name or an introduction."""
    ahead: Counter[Route] = Counter()
    helpers: Counter[Route] = Counter()
    reached = {a.person_id for a in snapshot.approaches.values() if _first_out(a, today)}
    reached |= {loose.person_id for loose in snapshot.loose_touches if loose.out}
    wanting = _wanting(snapshot, reached)
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
        elif person.tie is not None and (at := _open_posts(person, snapshot)):
            (helpers if at & wanting else ahead)[person.tie.kind] += 1
    return ahead, helpers


def _wanting(snapshot: Snapshot, reached: Collection[int | None]) -> set[int]:
    """Companies where help is wanted still: nobody was written to who holds a seat there."""
    past = {s.company_id for s in snapshot.seats.values() if s.holder_id in reached}
    return snapshot.companies.keys() - past


def _open_posts(person: PersonFacts, snapshot: Snapshot) -> set[int]:
    """The targets somebody is known at that are not past first notes."""
    posts = (p for p in person.positions if p.sureness != "weak")
    at = (snapshot.companies.get(post.company_id) for post in posts)
    return {company.id for company in at if company and company.is_target and not company.stage}


def _pending(snapshot: Snapshot, today: date) -> set[int]:
    """Conversations agreed and not held yet."""
    held = {a.id for a in snapshot.approaches.values() if "held" in _kinds(a, today)}
    gone = {a.id for a in snapshot.approaches.values() if a.closed_on is not None}
    return agreed(snapshot, today) - held - gone


def agreed(snapshot: Snapshot, today: date) -> set[int]:
    """Approaches in which a conversation was agreed or held; a yes taken back is none."""
    return {
        approach.id
        for approach in snapshot.approaches.values()
        if "held" in _kinds(approach, today) or _is_agreed(approach, today)
    }


def _is_agreed(approach: ApproachFacts, today: date) -> bool:
    last = _last(approach, today)
    return last is not None and (last.kind == "dated" or is_agreed(approach, last))


def _last(approach: ApproachFacts, today: date) -> LogLine | None:
    """What came in or was arranged last."""
    lines = [x for x in approach.log if x.on <= today and x.kind in HEARD | {"dated"}]
    return max(lines, key=IN_TIME, default=None)


def own_pace(snapshot: Snapshot, today: date) -> float | None:
    """People first touched a week over the last four; None before two weeks have passed, and for
    fewer than five of them: a slow month foretells no decade."""
    first: dict[int, date] = {}
    for approach in snapshot.approaches.values():
        on = _first_out(approach, today)
        if on is not None and approach.person_id is not None:
            first[approach.person_id] = min(on, first.get(approach.person_id, on))
    if not first or (today - min(first.values())).days < PACE_DAYS // 2:
        return None
    since = max(min(first.values()), today - timedelta(days=PACE_DAYS))
    lately = sum(on >= since for on in first.values())
    return lately / ((today - since).days / 7) if lately >= FEW else None


def is_slow(snapshot: Snapshot, today: date) -> bool:
    """Whether it is for few people lately, not for a late beginning, that `own_pace` tells none."""
    firsts = [_first_out(one, today) for one in snapshot.approaches.values() if one.person_id]
    began = min((on for on in firsts if on is not None), default=today)
    return (today - began).days >= PACE_DAYS // 2 and own_pace(snapshot, today) is None


def _kinds(approach: ApproachFacts, today: date) -> set[str]:
    return {line.kind for line in approach.log if line.on <= today}


def _on(approach: ApproachFacts, kind: str, today: date) -> date:
    return max(line.on for line in approach.log if line.kind == kind and line.on <= today)


def _first_out(approach: ApproachFacts, today: date) -> date | None:
    return min((x.on for x in approach.log if x.kind in OUT and x.on <= today), default=None)


def _clock(book: Playbook) -> int:
    """Working days until a silent manager's approach closes."""
    return book.nudge_manager_days + book.close_manager_days


def _runs(snapshot: Snapshot, since: date, days: int, today: date) -> bool:
    return snapshot.calendar.after(since, days) > today
