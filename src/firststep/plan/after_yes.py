"""After a yes from an employer: what is left to do, and whom to tell (F39). Pure."""

from collections.abc import Iterator
from itertools import chain

from firststep.facts.asks import CONVERSATION_ASKS
from firststep.facts.kinds import TieKind
from firststep.facts.plan import AfterYes, ToTell
from firststep.facts.said import say
from firststep.facts.snapshot import BY_ID, ApproachFacts, CompanyFacts, PersonFacts, Snapshot
from firststep.plan.board import Board
from firststep.plan.playbook.situation import day, last_interview, next_interview

MOST_TO_ASK = 3
MOST_NAMES = 5
_CLOSEST: tuple[TieKind, ...] = ("close", "known", "met", "dormant")
_AGREED = frozenset({"undated", "dated"})
TELLING = frozenset({"thank", "report_back"})  # what says that they were told


def after_yes(board: Board) -> tuple[AfterYes, ...]:
    """The offers first, then the interviews, in the order they came in; nothing once one of them
    was taken."""
    if board.snapshot.landed is not None:
        return ()
    found = [
        company
        for company in board.snapshot.companies.values()
        if company.is_target and company.stage in ("job_offer", "interview")
    ]
    order = sorted(found, key=lambda one: (one.stage != "job_offer", one.id))
    return tuple(_told(board, company) for company in order)


def _told(board: Board, company: CompanyFacts) -> AfterYes:
    tell = _to_tell(board.snapshot, company)
    names = _some([one.name for one in tell])
    ask: tuple[ToTell, ...] = ()
    if company.stage == "job_offer":
        words = _after_offer(board, company, names)
    else:
        ask = _to_ask(board.snapshot, company)
        words = _after_interview(board, company, names, ", ".join(one.name for one in ask))
    return AfterYes(
        company_id=company.id,
        company=company.name,
        stage="job_offer" if company.stage == "job_offer" else "interview",
        words=tuple(words),
        tell=tell,
        ask=ask,
    )


def _some(names: list[str]) -> str:
    """Up to five by name; of more the first four."""
    if len(names) <= MOST_NAMES:
        return ", ".join(names)
    first, more = ", ".join(names[: MOST_NAMES - 1]), len(names) - MOST_NAMES + 1
    return say("{names} and {n} more", names=first, n=more)


def _to_tell(snapshot: Snapshot, company: CompanyFacts) -> tuple[ToTell, ...]:
    """Who helped and was not told yet: there, before an interview; anywhere, once there is an
    offer."""
    return tuple(
        ToTell(person.id, person.name)
        for person in _helpers(snapshot, None if company.stage == "job_offer" else company.id)
        if not person.do_not_contact and not _was_told(snapshot, person, company)
    )


def _after_offer(board: Board, company: CompanyFacts, names: str) -> Iterator[str]:
    yield say(
        "{company} offers you the job. While you decide, nothing new is begun.",
        company=company.name,
    )
    yield _answer_by(board, company)
    if others := ", ".join(_still_talking(board, company)):
        yield say(
            "Still under way: {others}. Say there that you have an offer; it is fair to ask "
            "whether they can decide sooner.",
            others=others,
        )
    if names:
        yield say("Then tell who helped you: {names}.", names=names)
    yield say(
        "Once you have said yes, tell whoever you still talk with that you have landed. If you say "
        "no, take this stage back, and the plan goes on."
    )


def _answer_by(board: Board, company: CompanyFacts) -> str:
    if company.answer_by is None:
        return say("Agree by when you answer, and ask for the time you need.")
    by = day(company.answer_by)
    if company.answer_by < board.today:
        return say("You were to answer by {day}. Answer, or ask for more time.", day=by)
    return say("They expect your answer by {day}.", day=by)


def _still_talking(board: Board, company: CompanyFacts) -> Iterator[str]:
    """The conversations agreed elsewhere, and the companies that interview, too."""
    for other in sorted(board.snapshot.companies.values(), key=BY_ID):
        if other.is_target and other.stage == "interview":
            yield say("the interview at {company}", company=other.name)
    for lane in board.begun:
        elsewhere = lane.person is not None and company.id not in lane.works_at
        if elsewhere and not lane.thread.is_closed and lane.thread.mode in _AGREED:
            yield say("the talk with {name}", name=lane.name)


def _after_interview(board: Board, company: CompanyFacts, names: str, ask: str) -> Iterator[str]:
    yield _interview(board, company)
    if names:
        yield say(
            "Tell who helped you there: {names}. They will be glad, and may tell you more.",
            names=names,
        )
    if ask:
        yield _asking(board, company, ask)
    if not _is_dated(board, company):
        yield say("Give the interview its day, and Today has you prepare the day before.")


def _asking(board: Board, company: CompanyFacts, names: str) -> str:
    """What those who know the house are to be asked: who sits there, or about those who do."""
    ahead, people = next_interview(board.snapshot, company.id), board.snapshot.people
    sit = [people[key].name for key in (ahead.people if ahead else ()) if key in people]
    if not sit:
        return say(
            "Ask {names} who will sit there, what they look for, and what is asked.", names=names
        )
    return say(
        "Ask {names} about {people}: what they look for, and what is asked.",
        names=names, people=_some(sit),
    )  # fmt: skip


def _interview(board: Board, company: CompanyFacts) -> str:
    """How things stand with it, in a sentence or two."""
    had, to_come = (found(board.snapshot, company.id) for found in (last_interview, next_interview))
    if to_come is not None and to_come.on >= board.today:
        names = {"company": company.name, "day": day(to_come.on)}
        if to_come.at is None:
            return say("Your interview at {company} is on {day}.", **names)
        hour = f"{to_come.at:%H:%M}"
        return say("Your interview at {company} is on {day} at {hour}.", hour=hour, **names)
    if had is not None and had.held_on is not None:
        return say(
            "You were interviewed at {company} on {day}. Once the day they named is past, ask "
            "how it stands.",
            company=company.name, day=day(had.held_on),
        )  # fmt: skip
    return say("{company} wants to interview you.", company=company.name)


def _to_ask(snapshot: Snapshot, company: CompanyFacts) -> tuple[ToTell, ...]:
    """Whom one knows there, now or formerly, and could ask about the interview; nobody once it was
    had, nor who sits there."""
    there = [one for one in snapshot.interviews if one.company_id == company.id]
    if there and next_interview(snapshot, company.id) is None:
        return ()
    sit = set(chain.from_iterable(one.people for one in there))
    knowing = [one for one in snapshot.people.values() if _knows_house(one, company)]
    knowing.sort(key=lambda one: (_far(one), one.id))
    return tuple(ToTell(one.id, one.name) for one in knowing if one.id not in sit)[:MOST_TO_ASK]


def _knows_house(person: PersonFacts, company: CompanyFacts) -> bool:
    worked = any(p.company_id == company.id and p.sureness != "weak" for p in person.positions)
    return worked and person.tie is not None and not person.do_not_contact


def _far(person: PersonFacts) -> int:
    return _CLOSEST.index(person.tie.kind) if person.tie else len(_CLOSEST)


def _helpers(snapshot: Snapshot, at: int | None) -> list[PersonFacts]:
    """Who helped, named or introduced somebody: at one company, or anywhere."""
    found: set[int | None] = set()
    for approach in snapshot.approaches.values():
        if at is None or at in _companies(snapshot, approach):
            found |= {approach.via_id} | ({approach.person_id} if _helped(approach) else set())
    return sorted((snapshot.people[key] for key in found if key in snapshot.people), key=BY_ID)


def _helped(approach: ApproachFacts) -> bool:
    return any(
        line.kind in ("helped", "refers")
        or (line.kind == "yes" and approach.ask_at(line) not in CONVERSATION_ASKS)
        for line in approach.log
    )


def _companies(snapshot: Snapshot, approach: ApproachFacts) -> set[int]:
    """Where a thread is about, or with whom."""
    seats = (snapshot.seats.get(key or 0) for key in (approach.seat_id, approach.for_seat_id))
    person = snapshot.people.get(approach.person_id or 0)
    posts = person.current if person else ()
    return {seat.company_id for seat in seats if seat} | {post.company_id for post in posts}


def _was_told(snapshot: Snapshot, person: PersonFacts, company: CompanyFacts) -> bool:
    """Whether they were written to since, with thanks or with what came of it."""
    return company.staged_on is not None and any(
        line.kind in TELLING and line.on >= company.staged_on
        for approach in snapshot.approaches.values()
        if approach.person_id == person.id
        for line in approach.log
    )


def _is_dated(board: Board, company: CompanyFacts) -> bool:
    if any(one.company_id == company.id for one in board.snapshot.interviews):
        return True
    return any(
        lane.thread.meets_on is not None
        and lane.thread.meets_on >= board.today
        and company.id in lane.works_at
        for lane in board.begun
    )
