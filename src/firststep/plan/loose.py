"""Cards of no approach: what came in, a goal to decide, companies to add, a match to confirm, a
note to mend, somebody to keep in touch with. Pure.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from firststep.facts.channels import BY_CALL
from firststep.facts.kinds import KeepEvery
from firststep.facts.snapshot import BY_ID, ApproachFacts, OpenMatch, PersonFacts
from firststep.facts.step_kinds import CardKind
from firststep.plan.board import Board
from firststep.plan.giving_back import favours_to_return, news_to_tell
from firststep.plan.interviews import interview_steps
from firststep.plan.lane import OF_NOBODY, Lane, lane_of_nobody
from firststep.plan.manners import Manners
from firststep.plan.pace import needs_companies
from firststep.plan.playbook.situation import Situation, talks_held
from firststep.steps.followup.thread import Step, Thread

NO_CONTACT = frozenset({"no_answer", "bounced", "out_of_office", "invite", "practised", "asked"})
EVERY: dict[KeepEvery, int] = {"weekly": 7, "monthly": 30, "quarterly": 91, "yearly": 365}


def loose_cards(board: Board, manners: Manners) -> Iterator[Situation]:
    """What may be shown beside the threads (F7): today, and on a day to come whom to stay in touch
    with."""
    yield from _heard(board)
    yield from news_to_tell(board)
    yield from interview_steps(board)
    if exploring_is_over(board) or _has_no_goal(board):
        yield _of_nobody(board, "decide_goal")
    if board.snapshot.goal is not None:
        yield from _of_companies(board)
    looks = manners.look_again and board.book.runs("look_again") and not board.is_offered
    if looks and _week_begins(board):
        yield _of_nobody(board, "look_again")
    yield from _of_habit(board)


def _of_habit(board: Board) -> Iterator[Situation]:
    """Whom to stay in touch with, and to whom something is to be given in return."""
    if board.book.runs("keep_in_touch"):
        yield from _keep_in_touch(board)
    if board.book.runs("return_favour"):
        yield from favours_to_return(board)


def _heard(board: Board) -> Iterator[Situation]:
    """Each thing that came in, once, until the seeker has said what it is."""
    for one in board.snapshot.heard:
        lane = lane_of_nobody(board.today)._replace(heard=one)
        yield Situation(board, lane, Step(kind="confirm_heard"))


def _has_no_goal(board: Board) -> bool:
    """Whether there is none to go by, and the last did not end with a job."""
    return board.snapshot.goal is None and board.snapshot.landed is None


def _of_companies(board: Board) -> Iterator[Situation]:
    matches = board.snapshot.open_matches
    if matches and board.book.runs("confirm_match"):
        yield _of_nobody(board, "confirm_match", match=matches[0])
    if needs_companies(board) and not board.is_offered:
        yield _of_nobody(board, "add_companies")


def exploring_is_over(board: Board) -> bool:
    """An exploring round presses for its end: after so many conversations or days (M1.3)."""
    goal, book = board.snapshot.goal, board.book
    if goal is None or not goal.exploring:
        return False
    since = goal.exploring_since or goal.began_on
    until = goal.until or since + timedelta(days=book.exploring_calendar_days)
    return board.today >= until or talks_held(board) >= book.exploring_talks


def _week_begins(board: Board) -> bool:
    monday = board.today - timedelta(days=board.today.weekday())
    return board.snapshot.calendar.on_or_after(monday) == board.today


def _of_nobody(board: Board, kind: CardKind, *, match: OpenMatch | None = None) -> Situation:
    return Situation(board, lane_of_nobody(board.today, match=match), Step(kind=kind))


def _keep_in_touch(board: Board) -> Iterator[Situation]:
    """People the seeker wants to stay in touch with, counted from the last real contact."""
    kept = [person for person in board.snapshot.people.values() if person.keep in EVERY]
    if not kept:
        return
    under_way, last = set(_under_way(board)), _last_contacts(board)
    done = any(last.get(person.id) == board.today for person in kept)
    not_before = board.today + timedelta(days=1) if done else date.min  # at most one a day
    for person in sorted(kept, key=BY_ID):
        if not person.do_not_contact and person.id not in under_way:
            due = _due_again(board, person, last.get(person.id))
            since = last.get(person.id)
            yield keeping_in_touch(board, person, max(due, not_before), since=since)


def _due_again(board: Board, person: PersonFacts, since: date | None) -> date:
    """The day it is time again, or the one it was put off to."""
    due = since + timedelta(days=EVERY[person.keep]) if since else board.today
    put_off = [one for one in board.snoozed["p", person.id] if not since or since <= one.since]
    return max((due, *(one.until for one in put_off)))


def _under_way(board: Board) -> Iterator[int]:
    """With whom something runs."""
    for lane in board.begun:
        if lane.person and not lane.thread.is_closed:
            yield lane.person.id


def keeping_in_touch(
    board: Board, person: PersonFacts, due: date, *, since: date | None = None
) -> Situation:
    """Two lines to somebody, that ask for nothing; `since`: the last contact, where known."""
    nothing = ApproachFacts(
        id=0,
        person_id=person.id,
        ask="connect",
        channel=person.usual_channel or BY_CALL,
        opened_on=board.today,
    )
    employer = next((post.company_id for post in person.current), None)
    thread = Thread(approach=nothing, rhythm=OF_NOBODY, last_on=since or date.min)
    lane = Lane(thread=thread, person=person, seat=None, company_id=employer)
    step = Step(kind="keep_in_touch", due_on=board.snapshot.calendar.on_or_after(due))
    return Situation(board, lane, step)


def _last_contacts(board: Board) -> dict[int, date]:
    last = dict(board.snapshot.contacts_before)
    for person_id, on in _contacts(board):
        if on <= board.today:
            last[person_id] = max(on, last.get(person_id, on))
    return last


def _contacts(board: Board) -> Iterator[tuple[int, date]]:
    """With whom there was contact, and when: a ring, a bounce and an absence are none."""
    for touch in board.snapshot.loose_touches:
        yield touch.person_id, touch.on
    for approach in board.snapshot.approaches.values():
        for line in approach.log if approach.person_id else ():
            if line.kind not in NO_CONTACT:
                yield approach.person_id or 0, line.on
