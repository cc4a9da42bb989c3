"""The plan is a function of the log: a campaign gone through again comes to the same plan.

Random campaigns, played line by line as a person types them, through the catalogue and a database.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from firststep.errors import CannotDo
from firststep.facts.plan import Card, Plan
from firststep.interfaces.demo import play
from firststep.journal.actions import Stamp
from firststep.plan.shown import forget_plans, plan_on
from firststep.steps.goal.models import Campaign
from firststep.verbs.safety.undo import undo
from tests.cast import MONDAY, a_campaign, a_row_person, a_target

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
DAYS = 16
# A seed says it all: there is nothing to shrink.
RANDOM = settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
Line = tuple[date, str]
SENT = frozenset({
    "write", "second_person", "ask_introduction", "follow_up_met", "nudge", "thank", "answer",
    "report_back",
})  # fmt: skip


@contextmanager
def nothing_kept() -> Iterator[None]:
    """Each example begins with the same empty tables."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    forget_plans()


def begun(random: Random, name: str) -> Campaign:
    """Three targets with a few people each; alike for random numbers alike."""
    campaign = a_campaign(name, f"{name.lower()}@seeker.example")
    for n, company in enumerate(("Acme", "Globex", "Initech")):
        target = a_target(campaign, company, motivation=1 + random.randrange(5))
        for number in range(random.randint(1, 3)):
            title = random.choice(["Analyst", "Clerk", "Head of Purchasing"])
            who = f"{'ABC'[n]}na{'lmn'[number]} Person"
            a_row_person(
                campaign, who, company=target, title=title, current=random.random() < 0.8,
                tie=random.choice(["close", "known", "dormant", None]),
                email=f"{who.split()[0].lower()}@{company.lower()}.example",
                phone="+49 30 5550 1234" if random.random() < 0.3 else None,
            )  # fmt: skip
    return campaign


class Played:
    """What a seeker typed, day by day, and the plan of each day as people see it."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.campaign = begun(Random(seed), "Ada")
        self.lines: list[Line] = []
        self.named = 0
        for n in range(DAYS):
            self._live(MONDAY + timedelta(days=n))

    def _live(self, day: date) -> None:
        for card in plan_on(self.campaign, day).plan.cards:
            if self.random.random() < 0.7:
                for line in self._done(card):
                    self._type(day, line)
        for approach in self.campaign.approaches.filter(closed_on=None).order_by("id"):
            if approach.person and self.random.random() < 0.18:
                self._type(day, self._heard(approach.person.name, day))

    def _type(self, day: date, line: str) -> None:
        """A line that the program refuses changes nothing, and is not part of the log."""
        try:
            play(self.campaign, line, day)
        except CannotDo:
            return
        self.lines.append((day, line))

    def _done(self, card: Card) -> Iterator[str]:
        random = self.random
        if card.kind == "find_name":
            name = self._somebody()
            way = f" --linkedin somebody-{self.named}" if self.named % 2 else ""
            yield f'person add "{name}" --company "{card.company}" --title "{card.seat}"{way}'
            yield f'seat "{card.company}" "{card.seat}" --is "{name}"'
        elif card.person_id and random.random() < 0.08:
            yield f'snooze "{card.name}" {card.due_on + timedelta(days=random.randint(1, 9))}'
        elif card.kind == "call":
            outcome = random.choice(["voicemail", "no_answer", "talked", "yes"])
            yield f'call "{card.name}" --outcome {outcome}'
        elif card.kind == "find_address":
            yield f'person edit "{card.name}" --email found.{card.person_id}@people.example'
        elif card.kind == "find_number":
            yield f'company edit "{card.company}" --phone "+49 30 1234{card.person_id}"'
        elif card.kind == "meet":
            yield f'talked "{card.name}"'
        elif card.kind in SENT:
            yield f'sent "{card.name}"'

    def _heard(self, name: str, day: date) -> str:
        answer = self.random.choice(
            [
                "yes",
                "no",
                "later",
                "question",
                "helped",
                "refers",
                "out_of_office",
                "bounced",
                "accepted",
            ]
        )
        if answer in ("later", "out_of_office"):
            return f'reply "{name}" {answer} --until {day + timedelta(days=6)}'
        if answer == "refers":
            return f'reply "{name}" refers --to "{self._somebody()}, Buyer, Acme"'
        if answer == "yes" and self.random.random() < 0.5:
            return f'meeting "{name}" --at "{day + timedelta(days=3)} 10:00"'
        return f'reply "{name}" {answer}'

    def _somebody(self) -> str:
        self.named += 1
        return f"{'NOPQRSTUVW'[self.named % 10]}amed {'abcdefghij'[self.named // 10 % 10]}son"


def again(seed: int, lines: list[Line], each: Callable[[Campaign, Line], Any]) -> Campaign:
    """Another campaign that begins alike and goes through the same lines."""
    campaign = begun(Random(seed), "Nora")
    for line in lines:
        each(campaign, line)
    return campaign


def typed(campaign: Campaign, line: Line) -> None:
    play(campaign, line[1], line[0])


def seen(campaign: Campaign, day: date) -> dict[str, Any]:
    """The plan of a day without the numbers of rows, which another campaign has others of."""
    plan: Plan = plan_on(campaign, day).plan

    def card(one: Card) -> tuple[Any, ...]:
        return (
            one.kind, one.state, one.name, one.company, one.seat, one.channel, one.ask,
            one.smaller_ask, one.due_on, one.minutes, one.why, one.late,
        )  # fmt: skip

    return {
        "cards": [card(one) for one in plan.cards],
        "rolled": sorted(map(card, plan.rolled), key=str),
        "waiting": sorted((w.name, w.company, str(w.kind), w.due_on, w.why) for w in plan.waiting),
        "closed": sorted((on, why) for _, on, why in plan.closed),
    }


def all_days(campaign: Campaign) -> list[dict[str, Any]]:
    return [seen(campaign, MONDAY + timedelta(days=n)) for n in range(0, DAYS + 21, 3)]


@RANDOM
@given(seed=st.integers(0, 10**6))
def test_replaying_what_was_typed_gives_the_same_plan_on_every_day(seed: int) -> None:
    with nothing_kept():
        played = Played(seed)
        assert len(played.lines) > 5

        assert all_days(again(seed, played.lines, typed)) == all_days(played.campaign)


@RANDOM
@given(seed=st.integers(0, 10**6))
def test_undoing_and_doing_again_gives_the_same_plan(seed: int) -> None:
    def twice(campaign: Campaign, line: Line) -> None:
        typed(campaign, line)
        if chance.random() < 0.4:
            undo(campaign, stamp=Stamp(on=line[0], door="test"))
            typed(campaign, line)

    with nothing_kept():
        played, chance = Played(seed), Random(seed)

        assert all_days(again(seed, played.lines, twice)) == all_days(played.campaign)


@RANDOM
@given(seed=st.integers(0, 10**6))
def test_undoing_everything_gives_the_plan_before_it(seed: int) -> None:
    with nothing_kept():
        played = Played(seed)
        for _ in played.lines:
            undo(played.campaign, stamp=Stamp(on=MONDAY, door="test"))

        assert all_days(played.campaign) == all_days(begun(Random(seed), "Nora"))


@RANDOM
@given(seed=st.integers(0, 10**6))
def test_the_order_of_one_day_does_not_matter_between_different_people(seed: int) -> None:
    with nothing_kept():
        played = Played(seed)
        turned = shuffled(played.lines, Random(seed))

        assert all_days(again(seed, turned, typed)) == all_days(played.campaign)


def shuffled(lines: list[Line], random: Random) -> list[Line]:
    """The lines of each day mixed, but each person's in their order, and in theirs those that bring
    somebody new or write to somebody first: who came first has the lower number, which settles
    ties (F20), and a first note asks for what is wanted then (F3)."""
    turned: list[Line] = []
    begun: set[str] = set()
    for day in sorted({on for on, _ in lines}):
        today = [line for line in lines if line[0] == day]
        bringing = {_about(line) for line in today if _brings(line) or _about(line) not in begun}
        begun |= {_about(line) for line in today}
        threads: dict[str, list[Line]] = {}
        for line in today:
            key = "somebody new" if _brings(line) or _about(line) in bringing else _about(line)
            threads.setdefault(key, []).append(line)
        order = [key for key, own in threads.items() for _ in own]
        random.shuffle(order)
        turned += [threads[key].pop(0) for key in order]
    return turned


def _brings(line: Line) -> bool:
    return line[1].startswith(("person add", "seat")) or " --to " in line[1]


def _about(line: Line) -> str:
    return line[1].split('"')[1]
