"""Favours to return, one a week at most and never before the thanks; and news for all who helped.
Pure.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from firststep.facts.asks import USUAL_ASK
from firststep.facts.channels import BY_CALL
from firststep.facts.habits import LandedFacts
from firststep.facts.snapshot import ApproachFacts, PersonFacts, Snapshot
from firststep.facts.step_kinds import CardKind
from firststep.plan.board import Board
from firststep.plan.lane import OF_NOBODY, Lane
from firststep.plan.playbook.situation import Situation
from firststep.steps.followup.thread import Step, Thread

RESTS_DAYS = 14  # calendar days after a favour before anything is given in return


def favours_to_return(board: Board) -> Iterator[Situation]:
    """Whom to do something for this week, unless that was done already: another each week of those
    who had helped when it began. Whatever the week brings, nobody takes their place in it."""
    monday = board.today - timedelta(days=board.today.weekday())
    given = any(one.way == "given" and one.on >= monday for one in board.snapshot.favours)
    helped = [] if given else _helped_before(board, monday)
    if not helped:
        return
    turn = helped[monday.isocalendar().week % len(helped)]
    if _may_be_returned(board, turn):
        yield for_their_sake(board, board.snapshot.people[turn], "return_favour", monday)


def _helped_before(board: Board, monday: date) -> list[int]:
    """Who had helped two weeks before a week began, and got nothing in return until then."""
    latest = monday - timedelta(days=RESTS_DAYS)
    people = board.snapshot.people
    return sorted(
        {
            one.person_id
            for one in board.snapshot.favours
            if one.on <= latest and one.person_id in people and one.is_owed_on(monday)
        }
    )


def _may_be_returned(board: Board, person_id: int) -> bool:
    """Whether they were thanked, and nothing else runs with them or was put off."""
    theirs = (one for one in board.snapshot.favours if one.person_id == person_id)
    stopped = board.snapshot.people[person_id].do_not_contact
    free = not stopped and person_id not in set(_busy(board))
    return free and any(one.is_to_return for one in theirs) and not _is_put_off(board, person_id)


def _busy(board: Board) -> Iterator[int]:
    """With whom something else runs or is proposed, were it only to tell what came of it."""
    for lane in board.lanes:
        if lane.person and not lane.thread.is_closed:
            yield lane.person.id


def _is_put_off(board: Board, person_id: int) -> bool:
    return any(one.until > board.today for one in board.snoozed.get(("p", person_id), ()))


def news_to_tell(board: Board) -> Iterator[Situation]:
    """Once the seeker has landed, everybody hears of it who had a part in it, or with whom
    something is open still (F39)."""
    landed = board.snapshot.landed
    if landed is None:
        return
    told = told_since(board.snapshot, landed)
    for person in _with_a_part(board, landed):
        if person.id not in told and not _is_put_off(board, person.id):
            due = board.snapshot.calendar.after(landed.on, 1)
            yield for_their_sake(board, person, "tell_news", min(due, board.today))


def told_since(snapshot: Snapshot, landed: LandedFacts) -> frozenset[int]:
    """Whom the seeker has told since, by their ids: whoever anything went out to."""
    touches = snapshot.loose_touches
    return frozenset(one.person_id for one in touches if one.out and one.on >= landed.on)


def _with_a_part(board: Board, landed: LandedFacts) -> Iterator[PersonFacts]:
    """Who had a part in it, or with whom something is open: not those who only talk with the seeker
    where the job is, who have given it, or know."""
    others = dict.fromkeys((key for key, _ in landed.left_open), "")
    for person_id, did in (others | dict(landed.helped)).items():
        person = board.snapshot.people.get(person_id)
        if person is None or person.do_not_contact:
            continue
        if did or not _works_there(person, landed.company_id):
            yield person


def _works_there(person: PersonFacts, company_id: int) -> bool:
    return any(post.company_id == company_id for post in person.current)


def for_their_sake(board: Board, person: PersonFacts, kind: CardKind, due: date) -> Situation:
    """A step that asks for nothing and opens no approach."""
    nothing = ApproachFacts(
        id=0,
        person_id=person.id,
        ask=USUAL_ASK,
        channel=person.usual_channel or BY_CALL,
        opened_on=board.today,
    )
    employer = next((post.company_id for post in person.current), None)
    thread = Thread(approach=nothing, rhythm=OF_NOBODY)
    lane = Lane(thread=thread, person=person, seat=None, company_id=employer)
    due = board.snapshot.calendar.on_or_after(due)
    return Situation(board, lane, Step(kind=kind, due_on=due))
