"""Whole seasons played at random: what must hold on every day, whatever people answer."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firststep.facts.calendar import WorkCalendar
from firststep.facts.kinds import CompanyStage
from firststep.facts.line_kinds import NEWS
from firststep.facts.plan import Card, Plan, Waiting
from firststep.facts.playbook import DEFAULT, TWO_HOUR
from firststep.facts.snapshot import (
    ApproachFacts,
    LogLine,
    PersonFacts,
    Snapshot,
    SnoozeFacts,
)
from firststep.facts.step_kinds import STEP_KIND
from firststep.plan.planner import plan_day
from firststep.steps.approach.asks import first_notes
from tests.builders import (
    MONDAY,
    a_company,
    a_person,
    a_position,
    a_seat,
    a_snapshot,
    an_approach,
)

UNSAID = {"out_of_office", "bounced"}
OUT = {"write", "nudge", "second_person", "ask_introduction", "follow_up_met", "offer_taken_up"}
REPLIES = ["yes", "no", "later", "question", "helped", "refers", "out_of_office", "bounced",
           "accepted"]  # fmt: skip


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
            if random.random() < 0.3:
                since = random.choice([None, None, MONDAY - timedelta(days=99)])
                person = replace(person, emails=(), linkedin=f"p{key}", connected_on=since)
            if random.random() < 0.2:
                person = replace(person, positions=(a_position(company, current=False),))
            people.append(replace(person, do_not_contact=random.random() < 0.05))
        here = [p for p in people if p.current and p.current[0].company_id == company.id]
        holder = random.choice(here).id if here and random.random() < 0.5 else None
        seats.append(a_seat(company.id, company, holder_id=holder))
    start = MONDAY + timedelta(days=random.randint(3, 20))
    calendar = WorkCalendar(
        country=random.choice(["", "DE", "US"]),
        weekdays=frozenset(random.choice([(1, 2, 3, 4, 5), (1, 2, 4), (2, 3, 4, 5, 6)])),
        away=((start, start + timedelta(days=6)),) if random.random() < 0.4 else (),
    )
    return a_snapshot(companies=companies, people=people, seats=seats, calendar=calendar)


class Season:
    """Plays the cards of each day with random answers and keeps the log."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.snapshot = a_campaign(self.random)
        self.book = self.random.choice([DEFAULT, DEFAULT, TWO_HOUR])
        self.snoozes: list[SnoozeFacts] = []
        self.order = 0

    def plan(self, day: date) -> Plan:
        return plan_day(self.snapshot, today=day, snoozes=self.snoozes, book=self.book)

    def play(self, day: date) -> None:
        for card in self.plan(day).cards:
            if card.kind == "find_name" and card.seat_id and self.random.random() < 0.5:
                self._name(card.seat_id, day)
            elif card.person_id is not None and self.random.random() < 0.08:
                self._put_off(card.person_id, day)
            elif card.person_id is not None and self.random.random() < 0.7:
                self._do(card, day)
        if self.random.random() < 0.02:
            self._decide(self.random.choice(list(self.snapshot.companies)))
        for approach in list(self.snapshot.approaches.values()):
            if approach.log and self.random.random() < 0.06:
                self._hear(approach, day)
            elif approach.closed_on is None and self.random.random() < 0.005:
                self._keep(approach._replace(closed_on=day, closed_order=self.order))

    def _name(self, seat_id: int, day: date) -> None:
        """Somebody was looked up for a seat."""
        seat = self.snapshot.seats[seat_id]
        key = max(self.snapshot.people, default=0) + 1
        company = self.snapshot.companies[seat.company_id]
        person = a_person(key, f"P{key}", at=company, tie=None, title=seat.title)
        if self.random.random() < 0.5:
            person = replace(person, emails=(), linkedin=f"p{key}")
        held = replace(seat, holder_id=key, named_on=day)
        self.snapshot = replace(
            self.snapshot,
            people={**self.snapshot.people, key: person},
            seats={**self.snapshot.seats, seat_id: held},
        )

    def _find_number(self, company_id: int, day: date) -> None:
        company = replace(self.snapshot.companies[company_id], phone="+4930", phone_on=day)
        companies = {**self.snapshot.companies, company_id: company}
        self.snapshot = replace(self.snapshot, companies=companies)

    def _decide(self, company_id: int) -> None:
        """A company asks to an interview, or says no."""
        stage: CompanyStage = self.random.choice(["interview", "rejected", "rejected"])
        company = replace(self.snapshot.companies[company_id], stage=stage)
        companies = {**self.snapshot.companies, company_id: company}
        self.snapshot = replace(self.snapshot, companies=companies)

    def _put_off(self, person_id: int, day: date) -> None:
        until = day + timedelta(days=self.random.randint(1, 12))
        self.snoozes.append(
            SnoozeFacts(person_id=person_id, seat_id=None, made_on=day, until=until)
        )

    def _do(self, card: Card, day: date) -> None:
        kind = "write" if card.kind in OUT - {"nudge"} else card.kind
        if kind == "call":
            kind = self.random.choice(["voicemail", "no_answer"])
        elif kind == "meet":
            kind = "held"
        elif kind in ("prepare", "find_address"):
            return
        if kind == "find_number":
            self._find_number(card.company_id or 0, day)
        elif card.invitation:
            self._invite(card, day)
        else:
            self._log(self._open(card, day), kind, day)

    def _invite(self, card: Card, day: date) -> None:
        """With a note, while the month has one; whom it reached has it until they accept."""
        noted = card.invitation == "note"
        self._log(self._open(card, day), "write" if noted else "invite", day, invites=noted)
        self._know(card.person_id or 0, invited_on=day)
        if noted:
            self.snapshot = replace(self.snapshot, invitations=[*self.snapshot.invitations, day])

    def _know(self, person_id: int, **said: date | None) -> None:
        person = replace(self.snapshot.people[person_id], **said)  # type: ignore[arg-type]
        self.snapshot = replace(self.snapshot, people={**self.snapshot.people, person_id: person})

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
        named = self._brought(approach, day) if kind == "refers" else None
        self._log(approach, kind, day, until=until, named_id=named)
        there = self.snapshot.people[approach.person_id or 0]
        if there.linkedin and approach.channel == "linkedin" and kind not in UNSAID:
            self._know(there.id, connected_on=there.connected_on or day, invited_on=None)
        if kind == "yes" and self.random.random() < 0.6:
            found = self.snapshot.approaches[approach.id]
            at = datetime.combine(
                day + timedelta(days=self.random.randint(0, 6)), datetime.min.time()
            )
            self._log(found, "dated", day, at=at)

    def _brought(self, approach: ApproachFacts, day: date) -> int:
        """Somebody named, at one of the companies: a new person with an approach of their own."""
        key = max(self.snapshot.people) + 1
        company = self.random.choice(list(self.snapshot.companies.values()))
        person = a_person(key, f"P{key}", at=company, tie=None)
        self.snapshot = replace(self.snapshot, people={**self.snapshot.people, key: person})
        opened = an_approach(
            len(self.snapshot.approaches) + 1, person, ask="meeting", opened_on=day,
            origin="introduced" if approach.ask == "introduction" else "named",
            via_id=approach.person_id,
        )  # fmt: skip
        self._keep(opened)
        return key

    def _log(self, approach: ApproachFacts, kind: str, day: date, **fields: object) -> None:
        self.order += 1
        line = LogLine(kind=kind, on=day, order=self.order, **fields)  # type: ignore[arg-type]
        self._keep(approach._replace(log=(*approach.log, line)))

    def _keep(self, approach: ApproachFacts) -> None:
        self.snapshot = replace(
            self.snapshot, approaches={**self.snapshot.approaches, approach.id: approach}
        )


def check(season: Season, day: date) -> None:
    plan = season.plan(day)
    check_day(season, plan, day)
    check_manners(season, plan, day)
    check_linkedin(season.snapshot, plan, day)
    check_none_is_lost(season.snapshot, plan)
    check_coming(season, plan)
    passed = [w for w in plan.waiting if w.due_on and w.due_on <= day]
    assert all(_meets_today(plan, w) for w in passed)
    due = [c.due_on for c in plan.showable if c.kind != "meet"]  # a talk may be on a day off
    assert all(map(season.snapshot.calendar.is_working, due))


def check_day(season: Season, plan: Plan, day: date) -> None:
    """Days off, cards, minutes, do-not-contact and snoozes."""
    people = season.snapshot.people
    assert season.snapshot.calendar.is_working(day) or not plan.cards
    assert len(plan.cards) <= 8
    timed = [c.minutes for c in plan.cards if c.kind not in ("answer", "thank", "prepare", "meet")]
    assert sum(timed) <= 45 or len(timed) == 1
    assert not [c for c in plan.cards if c.person_id and people[c.person_id].do_not_contact]
    resting = {s.person_id for s in season.snoozes if _still_holds(season.snapshot, s, day)}
    assert not [c for c in plan.showable if c.person_id in resting], "a snooze holds everywhere"


def _still_holds(snapshot: Snapshot, snooze: SnoozeFacts, day: date) -> bool:
    """A snooze holds until its day, or until news comes in on a later one (F35)."""
    logs = (a.log for a in snapshot.approaches.values() if a.person_id == snooze.person_id)
    news = [line.on for log in logs for line in log if line.kind in NEWS]
    return snooze.made_on <= day < snooze.until and not any(
        snooze.made_on < on <= day for on in news
    )


def check_manners(season: Season, plan: Plan, day: date) -> None:
    """What is never asked of one company, one introducer, one introduction, one week."""
    snapshot = season.snapshot
    fresh = [c for c in plan.cards if c.kind in OUT - {"nudge"} and not _is_later(snapshot, c)]
    begun = [a for a in snapshot.approaches.values() if day in first_notes(a.log)]
    for company in snapshot.companies:
        here = [c for c in fresh if company in _works_at(snapshot.people[c.person_id or 0])]
        sent = [
            a for a in begun
            if company in _works_at(snapshot.people[a.person_id or 0])
            and not any(x.kind in ("later", "bounced", "accepted") for x in a.log)
        ]  # fmt: skip
        assert len(here) + len(sent) <= 1 or not here, "two first notes at one company on one day"
    asked = [c.for_seat_id for c in plan.cards if c.ask == "introduction" and c in fresh]
    assert len(set(asked)) == len(asked), "two people asked for one introduction"
    monday = day - timedelta(days=day.weekday())
    week = {
        a.id for a in snapshot.approaches.values()
        if _is_stranger(snapshot, a.person_id, a.origin)
        and any(monday <= on <= day for on in first_notes(a.log)[:1])
    }  # fmt: skip
    more = [c for c in fresh if _is_stranger(snapshot, c.person_id, c.origin)]
    assert not more or len(week) + len(more) <= 8 + len([c for c in more if c.state == "open"])


def check_linkedin(snapshot: Snapshot, plan: Plan, day: date) -> None:
    """Five notes with an invitation a month, nothing more until it is accepted (F33); a call has
    its number (F32)."""
    month = [on for on in snapshot.invitations if (on.year, on.month) == (day.year, day.month)]
    notes = [c for c in plan.cards if c.invitation == "note"]
    assert len(month) + len(notes) <= 5, "a sixth note in one month"
    for card in plan.showable:
        person = snapshot.people.get(card.person_id or 0)
        if person is None or card.kind == "find_address":
            continue
        assert card.kind != "call" or card.number, "a call without a number"
        if card.channel == "linkedin" and STEP_KIND[card.kind].touch:
            assert person.invited_on is None, "nothing is written before it is accepted"
            first = STEP_KIND[card.kind].is_first_note
            assert person.connected_on or (first and card.invitation), "who is none is invited"


def _is_stranger(snapshot: Snapshot, person_id: int | None, origin: str) -> bool:
    person = snapshot.people.get(person_id or 0)
    return person is not None and person.tie is None and origin == "proposed"


def check_none_is_lost(snapshot: Snapshot, plan: Plan) -> None:
    """Every approach of the round is on Today, waiting with a date, rolled over, or closed. Of a
    person only the newest counts: an older one has ended."""
    told = {c.ref for c in plan.showable} | {w.ref for w in plan.waiting}
    told |= {str(key) for key, _, _ in plan.closed}
    newest = {a.person_id: a.id for a in sorted(snapshot.approaches.values(), key=lambda a: a.id)}
    assert {str(key) for key in newest.values()} <= told
    for seat in snapshot.seats.values():
        refused = snapshot.companies[seat.company_id].stage == "rejected"
        assert seat.holder_id or refused or f"s{seat.id}" in told


def check_coming(season: Season, plan: Plan) -> None:
    """The next step told can be taken on its day if nothing happens meanwhile, or another where
    one a day is enough; none is told where all that waits waits for others."""
    if plan.coming is None:
        own = {"answer", "thank", "prepare", "meet", "nudge", "report_back"}
        assert all(row.open_ended or row.kind not in own for row in plan.waiting)
        return
    on, step = plan.coming
    rolls_over = (step.ref, step.kind) in {(card.ref, card.kind) for card in plan.rolled}
    assert (step in plan.waiting or rolls_over) and not step.open_ended
    assert step.kind == "meet" or season.snapshot.calendar.is_working(on)
    then = season.plan(on)
    taken = {card.ref for card in then.showable}
    taken |= {row.ref for row in then.waiting if _meets_today(then, row)}
    assert step.ref in taken or _others_take_it(plan, then, step), (on, step)


def _others_take_it(plan: Plan, then: Plan, step: Waiting) -> bool:
    """One first note a day at a company, one name a day and none while the next of those known
    there comes first, one introduction: of several free on that day it was not this one. Or
    somebody known there, put off till that day, comes first from then on. Or thanks for a later
    give way to its day."""
    back = any(r.company == step.company and "You asked not to see" in r.why for r in plan.waiting)
    if step.kind == "thank" and (step.ref, "write") in {(r.ref, r.kind) for r in then.waiting}:
        return True
    rows = [row.why for row in then.waiting if row.ref == step.ref]
    return any(
        why.startswith(("One first note a day to", "A few of these a day"))
        or "was asked for an introduction lately" in why
        or ((back or step.kind == "find_name") and why.endswith("comes first."))
        for why in rows
    )


def _meets_today(plan: Plan, row: Waiting) -> bool:
    """A conversation of a day off waits on its own day."""
    return plan.day_off and row.kind == "meet" and row.due_on == plan.on


def _works_at(person: PersonFacts) -> set[int]:
    return {post.company_id for post in person.current}


def _is_later(snapshot: Snapshot, card: Card) -> bool:
    approach = snapshot.approaches.get(card.approach_id or 0)
    return approach is not None and any(line.kind in ("later", "accepted") for line in approach.log)


@pytest.mark.slow
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
def test_the_plan_is_a_function_of_the_log_whatever_order_its_rows_come_in(seed: int) -> None:
    season = Season(seed)
    for n in range(20):
        season.play(MONDAY + timedelta(days=n))
    day = MONDAY + timedelta(days=21)
    shuffled = list(season.snapshot.approaches.values())
    Random(seed).shuffle(shuffled)
    turned = replace(
        season.snapshot,
        approaches={a.id: a for a in shuffled},
        people=dict(reversed(season.snapshot.people.items())),
    )
    again = plan_day(turned, today=day, snoozes=season.snoozes[::-1], book=season.book)
    assert again == season.plan(day)
