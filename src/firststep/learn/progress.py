"""How the campaign is going, counted from the log and from nothing else (F18, P-d)."""

from dataclasses import dataclass
from datetime import date, timedelta

from firststep.facts.belief import PRIORS, Route, priors
from firststep.facts.calendar import WorkCalendar
from firststep.facts.kinds import CONVERSATION_ASKS
from firststep.facts.playbook import DEFAULT, Playbook
from firststep.facts.snapshot import ApproachFacts, LogLine, PersonFacts, Snapshot
from firststep.learn.rates import Rate, rate
from firststep.steps.followup.cadence import thread
from firststep.steps.followup.thread import Rhythm, Thread
from firststep.steps.people.managers import is_manager

AIM = 100  # METHOD M5.4: a campaign touches a hundred people or more
OUT = frozenset({"write", "nudge", "thank", "answer", "report_back", "voicemail", "talked", "met",
                 "held"})  # fmt: skip
ANSWERED = frozenset({"yes", "no", "later", "question", "helped", "refers", "talked", "held"})
FAVOUR_YES = frozenset({"yes", "helped", "refers"})
OWED_FOR = frozenset({"yes", "no", "later", "helped", "refers", "held"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    stage: str
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """Thanks and follow-ups that fell due, and how many were done in time."""

    due: int
    in_time: int

    @property
    def rate(self) -> float | None:
        return self.in_time / self.due if self.due else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    people_touched: int
    friends: int
    insiders: int
    decision_makers: int
    funnel: tuple[Stage, ...]
    rates: tuple[Rate, ...]
    follow_up: FollowUp
    aim: int = AIM


def progress(snapshot: Snapshot, *, today: date, book: Playbook = DEFAULT) -> Progress:
    """The figures of a day."""
    lines = _lines_by_person(snapshot, today)
    touched = {person for person, log in lines.items() if any(reaches(line) for line in log)} | {
        loose.person_id for loose in snapshot.loose_touches if loose.out and loose.on <= today
    }
    kinds = [_kind(snapshot, snapshot.people[key]) for key in touched if key in snapshot.people]
    return Progress(
        people_touched=len(touched),
        friends=kinds.count("friend"),
        insiders=kinds.count("insider"),
        decision_makers=kinds.count("decision_maker"),
        funnel=_funnel(snapshot, today, len(touched)),
        rates=_rates(snapshot, today, book),
        follow_up=_follow_up(snapshot, today, book),
    )


def reaches(line: LogLine) -> bool:
    """Whether that line is a touch out: it reached somebody."""
    return line.kind in OUT or line.by_call


def _lines_by_person(snapshot: Snapshot, today: date) -> dict[int, list[LogLine]]:
    lines: dict[int, list[LogLine]] = {}
    for approach in snapshot.approaches.values():
        if approach.person_id is not None:
            seen = [line for line in approach.log if line.on <= today]
            lines.setdefault(approach.person_id, []).extend(_less_bounced(seen))
    return lines


def _less_bounced(log: list[LogLine]) -> list[LogLine]:
    """A bounce takes the note before it back as a touch (F17)."""
    kept: list[LogLine] = []
    for line in log:
        if line.kind == "bounced":
            last = next((x for x in reversed(kept) if x.kind in ("write", "nudge")), None)
            kept = [x for x in kept if x is not last]
        else:
            kept.append(line)
    return kept


def _kind(snapshot: Snapshot, person: PersonFacts) -> str:
    """Each counts once: decision maker, else insider (now at a target), else friend (F18)."""
    if _decides(person, snapshot):
        return "decision_maker"
    targets = {key for key, company in snapshot.companies.items() if company.is_target}
    if any(post.company_id in targets and post.sureness != "weak" for post in person.current):
        return "insider"
    return "friend"


def _decides(person: PersonFacts, snapshot: Snapshot) -> bool:
    holds = any(seat.holder_id == person.id for seat in snapshot.seats.values())
    return is_manager(person, snapshot.goal, holds_seat=holds)


def _funnel(snapshot: Snapshot, today: date, touched: int) -> tuple[Stage, ...]:
    answered, agreed, talked = set(), set(), set()
    for approach in snapshot.approaches.values():
        for line in (line for line in approach.log if line.on <= today):
            if line.kind in ANSWERED:
                answered.add(approach.person_id)
            if line.kind in ("dated", "held") or is_agreed(approach, line):
                agreed.add(approach.person_id)
            if line.kind == "held":
                talked.add(approach.person_id)
    stages = [company.stage for company in snapshot.companies.values() if company.is_target]
    return (
        Stage(stage="touched", n=touched),
        Stage(stage="answered", n=len(answered)),
        Stage(stage="agreed", n=len(agreed)),
        Stage(stage="talked", n=len(talked)),
        Stage(stage="interview", n=sum(s in ("interview", "job_offer") for s in stages)),
        Stage(stage="job_offer", n=stages.count("job_offer")),
    )


def is_agreed(approach: ApproachFacts, line: LogLine) -> bool:
    """Whether that line is a yes to a conversation (F18, F24)."""
    return line.kind == "yes" and approach.ask in CONVERSATION_ASKS


def _rates(snapshot: Snapshot, today: date, book: Playbook) -> tuple[Rate, ...]:
    """One rate per route; only settled approaches count: answered, or closed by silence."""
    yes: dict[Route, int] = dict.fromkeys(PRIORS, 0)
    settled: dict[Route, int] = dict.fromkeys(PRIORS, 0)
    for approach in snapshot.approaches.values():
        person = snapshot.people.get(approach.person_id or 0)
        if person is None:
            continue
        found = verdict(approach, as_of(snapshot, approach, person, today, book), today)
        if found is not None:
            settled[route_of(approach, person)] += 1
            yes[route_of(approach, person)] += found
    before = priors(book)
    return tuple(rate(one, before[one], yes=yes[one], n=settled[one]) for one in before)


def route_of(approach: ApproachFacts, person: PersonFacts) -> Route:
    """By which route this approach goes: how it began, else the tie."""
    if approach.origin in ("introduced", "met"):
        return "introduced" if approach.origin == "introduced" else "met"
    if approach.origin in ("named", "referred"):
        return "named"
    return person.tie.kind if person.tie else "stranger"


def verdict(approach: ApproachFacts, found: Thread, today: date) -> bool | None:
    """Yes, not yes, or not settled: later, bounced and do-not-contact settle nothing (F18)."""
    kinds = [line.kind for line in approach.log if line.on <= today]
    if "held" in kinds or "dated" in kinds:
        return True
    answers = [k for k in kinds if k in ("yes", "no", "helped", "refers")]
    if answers:
        if approach.ask in ("meeting", "advice"):
            return "yes" in answers
        return any(kind in FAVOUR_YES for kind in answers)
    if found.closed_why == "silence" and found.ever_out_on is not None and "later" not in kinds:
        return False
    return None


def as_of(
    snapshot: Snapshot, approach: ApproachFacts, person: PersonFacts, today: date, book: Playbook
) -> Thread:
    """The approach's thread on a day."""
    rhythm = Rhythm(
        manager=_decides(person, snapshot),
        has_number=bool(person.phones),
        has_written_way=person.has_written_way,
    )
    return thread(approach, rhythm=rhythm, calendar=snapshot.calendar, today=today, book=book)


def _follow_up(snapshot: Snapshot, today: date, book: Playbook) -> FollowUp:
    """Thanks within the next working day, people met within seven calendar days (M6.1, C8)."""
    due = in_time = 0
    for approach in snapshot.approaches.values():
        log = [line for line in approach.log if line.on <= today]
        for at, line in enumerate(log):
            last = _last_day_in_time(line, snapshot.calendar, book)
            if last is None:
                continue
            wanted = ("write", "talked", "held") if line.kind == "met" else ("thank", "answer")
            done = next((x.on for x in log[at + 1 :] if x.kind in wanted), None)
            if done is not None or today > last:
                due += 1
                in_time += done is not None and done <= last
    return FollowUp(due=due, in_time=in_time)


def _last_day_in_time(line: LogLine, calendar: WorkCalendar, book: Playbook) -> date | None:
    if line.kind == "met":
        return line.on + timedelta(days=book.met_lapses_calendar_days)
    return calendar.after(line.on, 1) if line.kind in OWED_FOR else None
