"""Whether strangers rest because hardly any says yes: the note is mended first (E2). Pure."""

from datetime import date

from firststep.facts.plan import SILENCE
from firststep.learn.funnel import route_of
from firststep.learn.progress import verdict
from firststep.plan.board import Board
from firststep.steps.followup.thread import Thread


def strangers_rest_until(board: Board) -> date | None:
    """The day strangers may be written to again; None while they do not rest. Under three in a
    hundred after forty settled strangers they do, until ten working days after the last of them, so
    that the mended note gets its chance."""
    book, threads = board.book, _strangers(board)
    if len(threads) < book.look_again_after:
        return None
    settled: list[bool] = []
    last = date.min
    for thread in threads:
        silent = thread.closed_why == SILENCE
        found = verdict(thread.approach, silent=silent, today=board.today)
        if found is not None:
            settled.append(found)
            ended = thread.closed_on or (thread.answer.on if thread.answer else date.min)
            last = max(last, ended)
    if len(settled) < book.look_again_after:
        return None
    rare = 100 * sum(settled) < book.look_again_percent * len(settled)
    until = board.snapshot.calendar.after(last, book.look_again_days)
    return until if rare and board.today < until else None


def _strangers(board: Board) -> list[Thread]:
    people = board.snapshot.people
    return [
        thread
        for thread in board.threads.values()
        if (person := people.get(thread.approach.person_id or 0))
        and route_of(thread.approach, person) == "stranger"
    ]
