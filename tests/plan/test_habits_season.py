"""Seasons at random in which people are met, offer something, help and are stayed in touch with:
what the habits may never do, whatever else happens."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firststep.facts.habits import FavourFacts, OfferFacts
from firststep.facts.kinds import KeepEvery
from firststep.facts.plan import Card, Plan
from firststep.facts.snapshot import LooseTouch, PersonFacts
from firststep.habits.events.reckoning import last_day
from firststep.plan.giving_back import RESTS_DAYS
from tests.builders import MONDAY, a_person, an_approach
from tests.plan.test_season import Season, check_day, check_manners, check_none_is_lost

KEEPS: tuple[KeepEvery, ...] = ("", "weekly", "monthly", "quarterly")
HABITS = {"keep_in_touch", "return_favour", "tell_news"}
FIRST = {"answer", "thank", "follow_up_met", "offer_taken_up"}
OFFERED = ("write to me", "connect with me on LinkedIn", "call me", "I'll look at your CV")
THANKED = {"thank", "answer", "report_back"}


class HabitSeason(Season):
    """A season with people met at events, offers, favours both ways, and a rhythm with some."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        people = {
            key: replace(person, keep=self.random.choice(KEEPS))
            for key, person in self.snapshot.people.items()
        }
        self.snapshot = replace(self.snapshot, people=people)
        self.given_in: dict[date, int] = defaultdict(int)  # favours, by the week's Monday

    def play(self, day: date) -> None:
        super().play(day)
        for happens, chance in ((self._meet, 0.15), (self._offer, 0.1), (self._help, 0.15)):
            if self.random.random() < chance:
                happens(day)
        self._favours_as_of(day)

    def _do(self, card: Card, day: date) -> None:
        if card.kind == "return_favour":
            self._favour(card.person_id or 0, "given", day)
        elif card.kind == "keep_in_touch":
            kept = LooseTouch(person_id=card.person_id or 0, on=day, out=True)
            loose = (*self.snapshot.loose_touches, kept)
            self.snapshot = replace(self.snapshot, loose_touches=loose)
        else:
            super()._do(card, day)

    def _somebody(self) -> PersonFacts:
        known = list(self.snapshot.people.values())
        if known and self.random.random() < 0.6:
            return self.random.choice(known)
        key = max(self.snapshot.people, default=0) + 1
        company = self.random.choice(list(self.snapshot.companies.values()))
        ways = self.random.choice([{}, {"emails": ()}, {"emails": (), "phones": ("+4930",)}])
        person = a_person(key, f"P{key}", at=company, tie="met", **ways)
        self.snapshot = replace(self.snapshot, people={**self.snapshot.people, key: person})
        return person

    def _meet(self, day: date) -> None:
        self._joined(self._somebody(), "met", day)

    def _offer(self, day: date) -> None:
        person = self._somebody()
        self._joined(person, "offered", day)
        between = self.snapshot.between
        made = OfferFacts(self.random.choice(OFFERED), "me", day)
        now = between[person.id]._replace(offer=made) if person.id in between else None
        if now:
            self.snapshot = replace(self.snapshot, between={**between, person.id: now})

    def _joined(self, person: PersonFacts, kind: str, day: date) -> None:
        """The approach that is under way, or a new one: never two (F2)."""
        own = [a for a in self.snapshot.approaches.values() if a.person_id == person.id]
        newest = max(own, key=lambda one: one.id, default=None)
        if newest is None or newest.closed_on or self._is_over(newest.id, day):
            key = len(self.snapshot.approaches) + 1
            newest = an_approach(key, person, ask="meeting", opened_on=day)
        self._log(newest._replace(origin=kind), kind, day)

    def _is_over(self, key: int, day: date) -> bool:
        return key in {closed for closed, _, _ in self.plan(day).closed}

    def _help(self, day: date) -> None:
        people = list(self.snapshot.people)
        if people:
            way = self.random.choice(["given", "received", "received"])
            self._favour(self.random.choice(people), way, day)

    def _favour(self, person_id: int, way: str, day: date) -> None:
        owed = [one for one in self.snapshot.favours if one.person_id == person_id]
        own = [
            one._replace(returned=True) if one in owed and way == "given" else one
            for one in self.snapshot.favours
        ]
        received = way == "received"
        made = FavourFacts(
            id=len(own) + 1, person_id=person_id, way=way, what="a lift", on=day,  # type: ignore[arg-type]
            thanked=False if received else None, told=False if received else None,
        )  # fmt: skip
        self.snapshot = replace(self.snapshot, favours=(*own, made))
        self.given_in[_monday(day)] += not received

    def _favours_as_of(self, day: date) -> None:
        """Whether each was thanked for, as the log tells it."""
        thanked: dict[int, date] = {}
        for approach in self.snapshot.approaches.values():
            for line in approach.log:
                if line.kind in THANKED and line.on <= day:
                    key = approach.person_id or 0
                    thanked[key] = max(line.on, thanked.get(key, line.on))
        favours = tuple(
            one._replace(thanked=thanked.get(one.person_id, date.min) >= one.on)
            if one.way == "received" else one
            for one in self.snapshot.favours
        )  # fmt: skip
        self.snapshot = replace(self.snapshot, favours=favours)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def check_habits(season: HabitSeason, plan: Plan, day: date) -> None:
    """Answers, thanks and first follow-ups come before every habit; each habit keeps its share."""
    shown = [card.kind for card in plan.cards]
    if HABITS & {*shown}:
        pushed = [card for card in plan.rolled if card.kind in FIRST]
        assert not pushed, ("a habit stands on Today, and these do not", pushed)
    assert shown.count("keep_in_touch") <= 1
    assert shown.count("return_favour") <= (0 if season.given_in[_monday(day)] else 1)
    for card in plan.cards:
        if card.kind == "return_favour":
            theirs = [one for one in season.snapshot.favours if one.person_id == card.person_id]
            rested = [one for one in theirs if (day - one.on).days >= RESTS_DAYS]
            assert any(one.thanked and not one.returned for one in rested), "before the thanks"


def check_follow_ups(season: HabitSeason, plan: Plan, day: date) -> None:
    """Whoever was met or offered something is followed up with within seven calendar days."""
    for card in plan.showable:
        if card.kind in ("follow_up_met", "offer_taken_up"):
            approach = season.snapshot.approaches[card.approach_id or 0]
            met_on = max(one.on for one in approach.log if one.kind in ("met", "offered"))
            assert met_on < day <= last_day(met_on), (card, approach.log)
    for row in plan.waiting:
        if row.kind in ("follow_up_met", "offer_taken_up") and row.due_on:
            approach = season.snapshot.approaches[row.approach_id or 0]
            met_on = max(one.on for one in approach.log if one.kind in ("met", "offered"))
            assert row.due_on <= last_day(met_on), ("told as coming, past its days", row)
    refs = [card.ref for card in plan.showable if card.kind in FIRST]
    assert len(refs) == len(set(refs)), "one thread, nothing doubled"


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_no_habit_pushes_what_is_owed_and_each_keeps_its_share(seed: int) -> None:
    season, returned = HabitSeason(seed), defaultdict(set)
    for n in range(42):
        day = MONDAY + timedelta(days=n)
        plan = season.plan(day)
        check_day(season, plan, day)
        check_manners(season, plan, day)
        check_none_is_lost(season.snapshot, plan)
        check_habits(season, plan, day)
        check_follow_ups(season, plan, day)
        returned[_monday(day)] |= {c.person_id for c in plan.cards if c.kind == "return_favour"}
        season.play(day)
    assert all(len(people) <= 1 for people in returned.values()), returned
