"""Cards of no approach: a goal to decide, companies to add, a match to confirm, a note to mend,
somebody to keep in touch with. Pure.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from firststep.facts.channels import BY_CALL, USUAL
from firststep.facts.kinds import KeepEvery
from firststep.facts.plan import Card
from firststep.facts.snapshot import BY_ID, ApproachFacts, PersonFacts
from firststep.facts.step_kinds import CardKind
from firststep.plan.board import Board
from firststep.plan.lane import NAMELESS, Lane
from firststep.plan.manners import Manners
from firststep.plan.playbook.situation import Situation, talks_held
from firststep.steps.followup.thread import Step, Thread

EVERY: dict[KeepEvery, int] = {"weekly": 7, "monthly": 30, "quarterly": 91, "yearly": 365}


@dataclass(frozen=True, slots=True)
class Loose:
    """One such card; `company_id` and `name` where it speaks of one company."""

    kind: CardKind
    situation: Situation
    name: str = ""
    company_id: int | None = None

    def named(self, card: Card) -> Card:
        """The card with what it speaks of."""
        if self.company_id is None:
            return card
        return card._replace(name=self.name, company_id=self.company_id, company=self.company)

    @property
    def company(self) -> str:
        """The name of the one company it speaks of, "" for none."""
        if self.company_id is None:
            return ""
        return self.situation.board.snapshot.companies[self.company_id].name


def loose_cards(board: Board, manners: Manners) -> Iterator[Loose]:
    """What may be shown beside the threads (F7): today, and on a day to come whom to stay in touch
    with."""
    snapshot, goal = board.snapshot, board.snapshot.goal
    if goal is None or exploring_is_over(board):
        yield _of_nobody(board, "decide_goal")
    if goal is not None and snapshot.open_matches and board.book.runs("confirm_match"):
        match = snapshot.open_matches[0]
        found = _of_nobody(board, "confirm_match")
        yield replace(found, name=match.written, company_id=match.company_id)
    if goal is not None and _needs_companies(board):
        yield _of_nobody(board, "add_companies")
    if manners.look_again and board.book.runs("look_again") and _week_begins(board):
        yield _of_nobody(board, "look_again")
    if board.book.runs("keep_in_touch"):
        yield from _keep_in_touch(board)


def exploring_is_over(board: Board) -> bool:
    """An exploring round presses for its end: after so many conversations or days (M1.3)."""
    goal, book = board.snapshot.goal, board.book
    if goal is None or not goal.exploring:
        return False
    since = goal.exploring_since or goal.began_on
    until = goal.until or since + timedelta(days=book.exploring_calendar_days)
    return board.today >= until or talks_held(board) >= book.exploring_talks


def _needs_companies(board: Board) -> bool:
    """No target at all; or, at the start of a week, nobody left there to propose."""
    if not any(company.is_target for company in board.snapshot.companies.values()):
        return True
    if not board.book.runs("add_companies") or not _week_begins(board):
        return False
    return not any(lane.proposed for lane in board.lanes)


def _week_begins(board: Board) -> bool:
    monday = board.today - timedelta(days=board.today.weekday())
    return board.snapshot.calendar.on_or_after(monday) == board.today


def _of_nobody(board: Board, kind: CardKind) -> Loose:
    nothing = ApproachFacts(
        id=0, person_id=None, ask="meeting", channel=USUAL, opened_on=board.today
    )
    lane = Lane(
        thread=Thread(approach=nothing, rhythm=NAMELESS), person=None, seat=None, company_id=None
    )
    return Loose(kind, Situation(board, lane, Step(kind=kind)))


def _keep_in_touch(board: Board) -> Iterator[Loose]:
    """People the seeker wants to stay in touch with, counted from the last real contact."""
    kept = [person for person in board.snapshot.people.values() if person.keep in EVERY]
    if not kept:
        return
    open_threads = {lane.person.id for lane in board.lanes if lane.person and _is_under_way(lane)}
    last = _last_contacts(board)
    done = any(last.get(person.id) == board.today for person in kept)
    kept_today = board.today + timedelta(days=1) if done else date.min  # at most one a day
    for person in sorted(kept, key=BY_ID):
        if person.do_not_contact or person.id in open_threads:
            continue
        since = last.get(person.id)
        due = since + timedelta(days=EVERY[person.keep]) if since else board.today
        put_off = max((hold.until for hold in board.snoozed["p", person.id]), default=due)
        yield keeping_in_touch(board, person, max(due, put_off, kept_today))


def _is_under_way(lane: Lane) -> bool:
    return not lane.proposed and not lane.thread.is_closed


def keeping_in_touch(board: Board, person: PersonFacts, due: date) -> Loose:
    """Two lines to somebody, that ask for nothing."""
    nothing = ApproachFacts(
        id=0,
        person_id=person.id,
        ask="connect",
        channel=person.usual_channel or BY_CALL,
        opened_on=board.today,
    )
    employer = next((post.company_id for post in person.current), None)
    lane = Lane(
        thread=Thread(approach=nothing, rhythm=NAMELESS),
        person=person,
        seat=None,
        company_id=employer,
    )
    step = Step(kind="keep_in_touch", due_on=board.snapshot.calendar.on_or_after(due))
    return Loose("keep_in_touch", Situation(board, lane, step))


def _last_contacts(board: Board) -> dict[int, date]:
    last: dict[int, date] = {}
    for touch in board.snapshot.loose_touches:
        if touch.on <= board.today:
            last[touch.person_id] = max(touch.on, last.get(touch.person_id, touch.on))
    for approach in board.snapshot.approaches.values():
        for line in approach.log:
            if line.kind in ("no_answer", "bounced", "out_of_office"):
                continue  # no contact came of it
            if approach.person_id and line.on <= board.today:
                last[approach.person_id] = max(line.on, last.get(approach.person_id, line.on))
    return last
