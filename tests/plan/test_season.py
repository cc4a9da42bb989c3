"""Whole seasons played at random: what must hold on every day, whatever people answer."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firststep.facts.plan import Card, Plan
from firststep.facts.playbook import DEFAULT
from firststep.facts.snapshot import ApproachFacts, LogLine, PersonFacts, Snapshot
from firststep.plan.board import Board
from firststep.plan.planner import plan_day
from tests.builders import MONDAY, a_company, a_person, a_position, a_seat, a_snapshot

OUT = {"write", "nudge", "second_person", "ask_introduction", "follow_up_met"}
REPLIES = ["yes", "no", "later", "question", "helped", "refers", "out_of_office", "bounced"]


def a_campaign(random: Random) -> Snapshot:
    """Some companies; at each a few people, known or not, with and without numbers."""
    companies = [a_company(n, f"C{n}", motivation=random.randint(1, 5)) for n in range(1, 7)]
    people: list[PersonFacts] = []
    seats = []
    for company in companies:
        for _ in range(random.randint(0, 4)):
            key = len(people) + 1
            tie = random.choice(["close", "known", "dormant", None])
            person = a_person(key, f"P{key}", at=company, tie=tie)  # type: ignore[arg-type]
            if random.random() < 0.4:
                person = replace(person, phones=("+4930",))
            if random.random() < 0.2:
                person = replace(person, emails=(), linkedin="")
            if random.random() < 0.2:
                person = replace(person, positions=(a_position(company, current=False),))
            people.append(replace(person, do_not_contact=random.random() < 0.05))
        here = [p for p in people if p.current and p.current[0].company_id == company.id]
        holder = random.choice(here).id if here and random.random() < 0.5 else None
        seats.append(a_seat(company.id, company, holder_id=holder))
    return a_snapshot(companies=companies, people=people, seats=seats)


class Season:
    """Plays the cards of each day with random answers and keeps the log."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.snapshot = a_campaign(self.random)
        self.order = 0

    def plan(self, day: date) -> Plan:
        return plan_day(self.snapshot, today=day)

    def play(self, day: date) -> None:
        for card in self.plan(day).cards:
            if card.person_id is not None and self.random.random() < 0.7:
                self._do(card, day)
        for approach in list(self.snapshot.approaches.values()):
            if approach.log and self.random.random() < 0.06:
                self._hear(approach, day)

    def _do(self, card: Card, day: date) -> None:
        kind = "write" if card.kind in OUT - {"nudge"} else card.kind
        if kind == "call":
            kind = self.random.choice(["voicemail", "no_answer"])
        elif kind == "meet":
            kind = "held"
        elif kind in ("prepare", "find_address"):
            return
        self._log(self._open(card, day), kind, day)

    def _open(self, card: Card, day: date) -> ApproachFacts:
        if card.approach_id is not None:
            return self.snapshot.approaches[card.approach_id]
        assert card.ask and card.channel
        key = len(self.snapshot.approaches) + 1
        return ApproachFacts(
            id=key, person_id=card.person_id, ask=card.ask, channel=card.channel,
            for_seat_id=card.for_seat_id, opened_on=day,
        )  # fmt: skip

    def _hear(self, approach: ApproachFacts, day: date) -> None:
        kind = self.random.choice(REPLIES)
        until = day + timedelta(days=9) if kind in ("later", "out_of_office") else None
        self._log(approach, kind, day, until=until)
        if kind == "yes" and self.random.random() < 0.6:
            found = self.snapshot.approaches[approach.id]
            at = datetime.combine(
                day + timedelta(days=self.random.randint(0, 6)), datetime.min.time()
            )
            self._log(found, "dated", day, at=at)

    def _log(self, approach: ApproachFacts, kind: str, day: date, **fields: object) -> None:
        self.order += 1
        line = LogLine(kind=kind, on=day, order=self.order, **fields)  # type: ignore[arg-type]
        logged = approach._replace(log=(*approach.log, line))
        self.snapshot = replace(
            self.snapshot, approaches={**self.snapshot.approaches, logged.id: logged}
        )


def check(season: Season, day: date) -> None:
    plan = season.plan(day)
    people = season.snapshot.people
    board = Board(season.snapshot, day, DEFAULT, ()).lay_out()
    first_notes = [c for c in plan.cards if c.kind in OUT - {"nudge"}]
    for company in season.snapshot.companies:
        here = [c for c in first_notes if company in _works_at(people[c.person_id or 0])]
        fresh = [c for c in here if not _is_later(season.snapshot, c)]
        assert len(fresh) <= 1, "two first notes at one company on one day"
    assert len(plan.cards) <= 8
    timed = [c.minutes for c in plan.cards if c.kind not in ("answer", "thank", "prepare", "meet")]
    assert sum(timed) <= 45 or len(timed) == 1
    assert not [c for c in plan.cards if c.person_id and people[c.person_id].do_not_contact]
    assert season.snapshot.calendar.is_working(day) or not plan.cards
    told = {c.ref for c in plan.showable} | {w.ref for w in plan.waiting}
    told |= {str(key) for key, _, _ in plan.closed}
    assert {lane.ref for lane in board.lanes if not lane.thread.is_closed} <= told
    assert all(w.due_on > day for w in plan.waiting)


def _works_at(person: PersonFacts) -> set[int]:
    return {post.company_id for post in person.current}


def _is_later(snapshot: Snapshot, card: Card) -> bool:
    approach = snapshot.approaches.get(card.approach_id or 0)
    return approach is not None and any(line.kind == "later" for line in approach.log)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_every_day_of_a_random_season_keeps_the_rules(seed: int) -> None:
    season = Season(seed)
    for n in range(35):
        day = MONDAY + timedelta(days=n)
        check(season, day)
        season.play(day)
    check_limits(season.snapshot)


def check_limits(snapshot: Snapshot) -> None:
    """A silent person never gets more than two written touches and one call."""
    for approach in snapshot.approaches.values():
        written = called = 0
        for line in sorted(approach.log, key=lambda line: line.order):
            if line.kind in ("write", "nudge"):
                written += 1
            elif line.kind == "voicemail":
                called += 1
            elif line.kind == "bounced":
                written -= 1 if written else 0
            elif line.kind not in ("no_answer", "out_of_office", "dated"):
                written = called = 0
            assert written <= 2 and called <= 1, (approach.id, approach.log)


@pytest.mark.parametrize("seed", [1, 7, 42])
def test_the_plan_is_a_function_of_the_log_whatever_order_it_comes_in(seed: int) -> None:
    season = Season(seed)
    for n in range(20):
        season.play(MONDAY + timedelta(days=n))
    day = MONDAY + timedelta(days=21)
    shuffled = list(season.snapshot.approaches.values())
    Random(seed).shuffle(shuffled)
    turned = replace(
        season.snapshot,
        approaches={a.id: a._replace(log=tuple(reversed(a.log))) for a in shuffled},
        people=dict(reversed(season.snapshot.people.items())),
    )
    assert plan_day(turned, today=day) == season.plan(day)
