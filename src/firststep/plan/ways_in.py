"""Ways in to a seat or a person on one day: what the plan and own data add to `paths`."""

from dataclasses import replace
from datetime import date
from functools import partial

from firststep.facts.belief import Belief, Route, priors
from firststep.facts.said import say, to_say
from firststep.facts.snapshot import PersonFacts, SeatFacts
from firststep.facts.step_kinds import FIRST_NOTES
from firststep.learn.progress import progress
from firststep.plan.board import NO_STRANGER, Board
from firststep.plan.held_back import favours_end_on, introducer_rests
from firststep.plan.shown import Shown
from firststep.steps.approach.asks import ended_by_no
from firststep.steps.approach.paths import Bounds, Path, best_paths

HELD_FOR_NOW = to_say("Held for now: {why}")


def ways_in(
    shown: Shown, *, person: PersonFacts | None, seat: SeatFacts | None, on: date
) -> list[Path]:
    """Every way in, likeliest first. Own settled approaches take over from the stated beliefs; a
    way held back until a day nobody knows says so in its words, so that it does not look free."""
    if person is not None and person.do_not_contact:
        return []
    seat = seat or next(
        (s for s in shown.snapshot.seats.values() if person and s.holder_id == person.id), None
    )
    board = shown.board
    beliefs, settled = shown.once(f"beliefs on {on}", lambda: _beliefs(shown, on))
    found = best_paths(
        shown.snapshot,
        person=person,
        seat=seat,
        bounds=Bounds(
            beliefs=beliefs,
            settled=settled,
            blocked=_blocked(shown, on),
            rests=partial(_rests_until, board, seat.id if seat else 0),
            heard=_heard(shown, on),
        ),
    )
    seat_id, held = seat.id if seat else 0, _open_ended(shown, person)
    return [_with_hold(path, held, board, seat_id) for path in found]


def _with_hold(path: Path, held: dict[int, str], board: Board, seat_id: int) -> Path:
    """A way with what holds it back, where nobody knows until when."""
    first = path.via[0] if path.via else 0
    why = held.get(first, "") or (_no_introduction(board, first, seat_id) if first else "")
    why = why and say(HELD_FOR_NOW, why=why)
    return replace(path, blocked_until=None, why=f"{path.why} {why}") if why else path


def is_held(why: str) -> bool:
    """Whether a way's words, in the language they are read in, say that nobody knows until when
    it is held back."""
    return say(HELD_FOR_NOW, why="").strip() in why


def _open_ended(shown: Shown, person: PersonFacts | None) -> dict[int, str]:
    """Why the plan holds a first note back without a day, by whom it is to; 0: to the person."""
    held = {
        one.person_id: one.why
        for one in reversed(shown.plan.waiting)
        if one.person_id is not None and one.kind in FIRST_NOTES and one.open_ended
    }
    return {**held, 0: held.get(person.id, "")} if person else held


def _no_introduction(board: Board, person_id: int, seat_id: int) -> str:
    """What holds an introduction asked of somebody known without an end in sight: where they work
    is past first notes (F9), another is asked for the same, or their own favour is open."""
    people = board.snapshot.people
    if over := _past_first_notes(board, people[person_id]):
        return over
    rest = introducer_rests(board, person_id=person_id, seat_id=seat_id)
    if rest is not None and rest.until is None:
        return _asked_already(people.get(rest.by or 0))
    favours = favours_end_on(board, person_id)
    return say("what you asked last is still open.") if favours and not any(favours) else ""


def _past_first_notes(board: Board, person: PersonFacts) -> str:
    """Which company of theirs is past first notes, and how; "" for none."""
    at = (board.snapshot.companies.get(key) for key in sorted(board.works_at(person)))
    staged = next((company for company in at if company and company.stage), None)
    if staged is None:
        return ""
    if staged.stage == "rejected":
        return say("{company} has said no.", company=staged.name)
    return say("{company} is past first notes.", company=staged.name)


def _asked_already(by: PersonFacts | None) -> str:
    who = by.name if by else say("Somebody")
    return say("{who} is asked for the same introduction.", who=who)


def settled_by_no(shown: Shown, person_id: int) -> date | None:
    """The day somebody said no, which settles it for this round; None where nothing did."""
    ends = [
        refused.on
        for approach in shown.snapshot.approaches.values()
        if approach.person_id == person_id and (refused := ended_by_no(approach.log))
    ]
    return max(ends, default=None)


def _beliefs(shown: Shown, on: date) -> tuple[dict[Route, Belief], dict[Route, int]]:
    """What is believed of each route by now, and how many settled people it rests on."""
    beliefs, settled = dict(priors(shown.book)), {}
    figures = progress(shown.snapshot, today=on, silent=shown.plan.silent, book=shown.book)
    for rate in figures.rates:
        prior = beliefs[rate.of]
        beliefs[rate.of] = Belief(prior.a + rate.yes, prior.b + rate.n - rate.yes)
        settled[rate.of] = rate.n
    return beliefs, settled


def _blocked(shown: Shown, on: date) -> dict[int, date]:
    """From which day somebody may be written to, where the plan holds their first note back
    until a day it knows."""
    return {
        one.person_id: one.due_on
        for one in reversed(shown.plan.waiting)
        if one.person_id is not None
        and one.kind in FIRST_NOTES
        and one.due_on is not None
        and one.due_on > on
    }


def _heard(shown: Shown, on: date) -> set[int]:
    """Whoever has answered in this round, or talked."""
    return {
        approach.person_id
        for approach in shown.snapshot.approaches.values()
        if approach.person_id and any(x.kind in NO_STRANGER and x.on <= on for x in approach.log)
    }


def refused_by(shown: Shown, *, person: PersonFacts | None, seat: SeatFacts | None) -> str:
    """The company that has said no, where that is what stands in the way; "" where none has."""
    at = {post.company_id for post in person.current} if person else set()
    at |= {one.company_id for one in shown.snapshot.seats.values() if _is_meant(one, person, seat)}
    named = (shown.snapshot.companies[key] for key in sorted(at))
    return next((company.name for company in named if company.stage == "rejected"), "")


def _is_meant(one: SeatFacts, person: PersonFacts | None, seat: SeatFacts | None) -> bool:
    return one == seat or (person is not None and one.holder_id == person.id)


def _rests_until(board: Board, seat_id: int, person_id: int) -> date | None:
    """From which day somebody known may be asked for this introduction; None for now."""
    if board.snapshot.people[person_id].tie is None:
        return None
    rest = introducer_rests(board, person_id=person_id, seat_id=seat_id)
    days = [rest.until if rest else None, *favours_end_on(board, person_id)]
    return max((day for day in days if day and day > board.today), default=None)
