"""What holds a step back: why, until when and because of whom; and who comes first, how often one
introducer may be asked, whether strangers rest. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from firststep.facts.plan import SILENCE, Reason
from firststep.facts.snapshot import ApproachFacts
from firststep.facts.step_kinds import STEP_KIND
from firststep.learn.funnel import reaching, route_of
from firststep.learn.progress import verdict
from firststep.plan.board import Board
from firststep.plan.lane import Lane
from firststep.steps.followup.thread import Step, Thread


class HeldBack(NamedTuple):
    """Why a step is not shown, until when at the earliest (None: no rule says), and because of
    whom."""

    reason: Reason
    until: date | None
    by: int | None = None


def together(found: Iterable[HeldBack | None]) -> HeldBack | None:
    """The first reason, until the last of all that hold is over (F15); None where nothing does."""
    held = [one for one in found if one is not None]
    if len(held) < 2:
        return held[0] if held else None
    return held[0]._replace(until=latest(one.until for one in held))


def latest(days: Iterable[date | None]) -> date | None:
    """The last of some days; None where one of them is not known."""
    last = date.min
    for day in days:
        if day is None:
            return None
        last = max(last, day)
    return last


# -- the known first -----------------------------------------------------------------------------


def known_threads(lanes: Sequence[Lane], board: Board) -> dict[int, list[Lane]]:
    """Per target the at most three known people who keep strangers back: those written to, in
    that order, then by id; nobody snoozed, closed, revisited, weakly matched or waiting for an
    address (F4, F27)."""
    keep: dict[int, list[tuple[date, int, Lane]]] = defaultdict(list)
    for lane in lanes:
        person = lane.person
        if person is None or person.tie is None or not _keeps(lane):
            continue
        for company in {post.company_id for post in board.known_at(person)}:
            keep[company].append((lane.thread.ever_out_on or date.max, person.id, lane))
    most = board.book.known_first
    return {at: [lane for *_, lane in sorted(found)[:most]] for at, found in keep.items()}


def _keeps(lane: Lane) -> bool:
    if lane.thread.is_closed or lane.revisited:
        return False
    return not any(_is_put_off(step) for step in lane.thread.steps)


def _is_put_off(step: Step) -> bool:
    snoozed = step.delay is not None and step.delay.why == "snoozed"
    return snoozed or STEP_KIND[step.kind].finds_way


# -- introducers ---------------------------------------------------------------------------------


def introducer_rests(board: Board, *, person_id: int, seat_id: int) -> HeldBack | None:
    """What keeps this person from being asked for an introduction to that seat's holder (0: to
    nobody in particular): their own rest after an introduction or any answer, or another who is
    asked for the same and has neither refused nor kept it (C11). The longest rest; None where
    they may be asked today."""
    found = [*_own_rests(board, person_id), *_of_others(board, person_id, seat_id)]
    rests = [rest for rest in found if rest.until is None or rest.until > board.today]
    if not rests:
        return None
    longest = max(rests, key=lambda rest: (rest.until or board.tomorrow, rest.by or 0))
    return longest._replace(until=latest(rest.until for rest in rests))


def most_awaiting(board: Board) -> int:
    """How many threads may await an answer: as many as the seeker's minutes allow (F30)."""
    return board.book.for_minutes(board.book.awaiting, board.snapshot.minutes_a_day)


def _own_rests(board: Board, person_id: int) -> Iterator[HeldBack]:
    """Their rest between two introductions, and after whatever they answered last."""
    calendar, book = board.snapshot.calendar, board.book
    for approach in board.approaches_to[person_id]:
        if asked_on := _introduction_asked_on(approach, board.today):
            apart = timedelta(days=book.introductions_apart_calendar_days)
            yield HeldBack("introducer", calendar.on_or_after(asked_on + apart), person_id)
        if answer := board.threads[approach.id].answer:
            rests = calendar.after(answer.on, book.introducer_rest_days)
            yield HeldBack("introducer", rests, person_id)


def _introduction_asked_on(approach: ApproachFacts, today: date) -> date | None:
    """The day an introduction was last asked for, though something else is asked since; a nudge is
    no other request. None where none was, or the note came back."""
    notes = [line for line in reaching(approach.log, today) if line.kind in ("write", "voicemail")]
    asked = [line.on for line in notes if approach.ask_at(line) == "introduction"]
    return max(asked, default=None)


def _of_others(board: Board, person_id: int, seat_id: int) -> Iterator[HeldBack]:
    """Others who are asked for the same introduction, till that ends."""
    for thread in board.introductions:
        approach = thread.approach
        same = approach.for_seat_id == seat_id and approach.person_id != person_id
        if same and is_asked(thread):
            yield HeldBack("introducer", until_ended(board, [thread]), approach.person_id)


def is_asked(thread: Thread) -> bool:
    """Asked, and neither refused, kept nor closed: also while they ask back or say later."""
    if thread.is_closed:
        return False
    return thread.answer is None or thread.answer.kind not in ("no", "helped", "refers")


def favours_end_on(board: Board, person_id: int) -> list[date | None]:
    """The days somebody's open favours end if nothing comes in, as one is asked at a time."""
    threads = (board.threads[approach.id] for approach in board.approaches_to[person_id])
    return [board.ends_on(thread) for thread in threads if thread.live or thread.promise]


def until_ended(board: Board, threads: Iterable[Thread]) -> date | None:
    """The working day by which all of these threads have ended; None where no rule says so of
    one, and where none has begun."""
    ends = latest(map(board.ends_on, threads))
    if ends is None or ends == date.min:
        return None
    return board.snapshot.calendar.on_or_after(max(board.tomorrow, ends))


# -- strangers -----------------------------------------------------------------------------------


def strangers_rest_until(board: Board) -> date | None:
    """The day strangers may be written to again; None while they do not rest. Under three in a
    hundred after forty settled strangers they do, until ten working days after the last of them, so
    that the mended note gets its chance (E2)."""
    book = board.book
    if len(board.threads) < book.look_again_after:
        return None
    threads = _strangers(board)
    if len(threads) < book.look_again_after:
        return None
    settled = [end for thread in threads if (end := _settled(thread, board.today))]
    if len(settled) < book.look_again_after:
        return None
    rare = 100 * sum(yes for yes, _ in settled) < book.look_again_percent * len(settled)
    until = board.snapshot.calendar.after(max(on for _, on in settled), book.look_again_days)
    return until if rare and board.today < until else None


def _settled(thread: Thread, today: date) -> tuple[bool, date] | None:
    """Whether it ended by a yes, and when; None while it has not ended."""
    silent = thread.closed_why == SILENCE
    found = verdict(thread.approach, silent=silent, today=today)
    if found is None:
        return None
    answered_on = thread.answer.on if thread.answer else date.min
    return found, thread.closed_on or answered_on


def _strangers(board: Board) -> list[Thread]:
    people = board.snapshot.people
    return [
        thread
        for thread in board.threads.values()
        if (person := people.get(thread.approach.person_id or 0))
        and route_of(thread.approach, person) == "stranger"
    ]
