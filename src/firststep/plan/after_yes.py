"""After a yes from an employer: what is left to do, and whom to tell (F39). Pure."""

from collections.abc import Iterator

from firststep.facts.asks import CONVERSATION_ASKS
from firststep.facts.plan import AfterYes, ToTell
from firststep.facts.snapshot import BY_ID, ApproachFacts, CompanyFacts, PersonFacts, Snapshot
from firststep.plan.board import Board

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
    offered = company.stage == "job_offer"
    helped = [
        person
        for person in _helpers(board.snapshot, None if offered else company.id)
        if not person.do_not_contact and not _was_told(board.snapshot, person, company)
    ]
    names = ", ".join(person.name for person in helped)
    return AfterYes(
        company_id=company.id,
        company=company.name,
        stage="job_offer" if offered else "interview",
        words=tuple(
            _after_offer(company, names) if offered else _after_interview(board, company, names)
        ),
        tell=tuple(ToTell(person.id, person.name) for person in helped),
    )


def _after_offer(company: CompanyFacts, names: str) -> Iterator[str]:
    yield f"{company.name} offers you the job. While you decide, nothing new is begun."
    yield "Agree by when you answer, and ask for the time you need."
    if names:
        yield f"Then tell who helped you: {names}."
    yield (
        "Once you have said yes, tell whoever you still talk with that you have landed. If you say "
        "no, take this stage back, and the plan goes on."
    )


def _after_interview(board: Board, company: CompanyFacts, names: str) -> Iterator[str]:
    yield f"{company.name} wants to interview you."
    if names:
        yield f"Tell who helped you there: {names}. They will be glad, and may tell you more."
    if not _is_dated(board, company):
        yield "Give the interview its day, and Today has you prepare the day before."


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
    return any(
        lane.thread.meets_on is not None
        and lane.thread.meets_on >= board.today
        and company.id in lane.works_at
        for lane in board.begun
    )
