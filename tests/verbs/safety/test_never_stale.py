"""What is kept from one look to the next is what a fresh look shows, whatever was written between,
through this door or another."""

import io
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import date, timedelta
from random import Random

import pytest
from django.core.exceptions import MultipleObjectsReturned, ObjectDoesNotExist
from django.db import transaction

from firststep.errors import CannotDo
from firststep.journal.actions import Stamp
from firststep.plan import shown
from firststep.plan.shown import forget_plans, plan_on
from firststep.steps.goal.models import Campaign
from firststep.verbs import thread as actions
from firststep.verbs.people.import_files import import_files, undo_import
from firststep.verbs.people.merge import merge_people
from firststep.verbs.safety.forget import forget
from firststep.verbs.safety.undo import undo
from tests.cast import MONDAY
from tests.journeys.test_replay import Played
from tests.verbs.safety.test_undo import VERBS, Verb, ref, world

__all__ = ["world"]  # the fixture
TUESDAY = MONDAY + timedelta(days=1)
DAYS = (TUESDAY, TUESDAY + timedelta(days=9))
FILE = (
    "Name,Company,Title,Email\n"
    "Ann Lee,Acme,Head of Logistics,ann@acme.example\n"
    "Nia Bright,Acme,Buyer,nia@acme.example\n"
    "Tom Reed,Globex,Head of Purchasing,tom@globex.example\n"
)


def brought_in(campaign: Campaign, stamp: Stamp) -> None:
    import_files(campaign, stamp=stamp, streams=[("people.csv", io.BytesIO(FILE.encode()))])


def taken_back(campaign: Campaign, stamp: Stamp) -> None:
    newest = campaign.imports.order_by("-id").first()
    undo_import(campaign, stamp=stamp, import_id=newest.pk if newest else 0)


MORE: dict[str, Verb] = {
    "import": brought_in,
    "import undo": taken_back,
    "merge": lambda c, s: merge_people(c, stamp=s, a=ref("Ann Lee"), b=ref("Olga Stein")),
    "forget": lambda c, s: forget(c, stamp=s, person="Gus Hall"),
    "invited": lambda c, s: actions.record_sent(
        c, stamp=s, ref=ref("Olga Stein"), channel="linkedin", text="Shall we connect?"
    ),
    "accepted": lambda c, s: actions.record_reply(
        c, stamp=s, ref=ref("Olga Stein"), answer="accepted"
    ),
    "held": lambda c, s: actions.record_talked(c, stamp=s, ref=ref("Ann Lee")),
    "asked anew": lambda c, s: actions.ask(c, stamp=s, who="Yes Yara", what="introduction"),
    "sent to a neighbour": lambda c, s: actions.record_sent(c, stamp=s, ref=ref("Gus Hall")),
}


@contextmanager
def elsewhere() -> Iterator[None]:
    """As in another program: nothing of what this one remembers is known."""
    names = ("_remembered", "_kept", "_told")
    aside = {name: getattr(shown, name) for name in names}
    for name in names:
        setattr(shown, name, OrderedDict())
    try:
        yield
    finally:
        for name, memory in aside.items():
            setattr(shown, name, memory)


def look(campaign: Campaign, *days: date) -> None:
    """What is shown is what a program shows that was only just started."""
    for day in days:
        kept = plan_on(campaign, day)
        with elsewhere():
            fresh = plan_on(campaign, day)
        assert kept.snapshot == fresh.snapshot
        assert [*kept.snapshot.approaches] == [*fresh.snapshot.approaches]
        assert kept.board.threads == fresh.board.threads
        assert kept.board.lanes == fresh.board.lanes
        assert kept.plan == fresh.plan


def done(campaign: Campaign, verb: Callable[[Campaign, Stamp], object]) -> bool:
    """Whether the verb was done: what the world no longer has for it is refused or not there."""
    try:
        with transaction.atomic():
            verb(campaign, Stamp(on=TUESDAY, door="test"))
    except (CannotDo, IndexError, ObjectDoesNotExist, MultipleObjectsReturned):
        return False
    return True


@pytest.mark.parametrize("verb", VERBS)
def test_after_a_verb_and_after_its_undo_the_day_is_as_one_reads_it_anew(
    world: Campaign, verb: str
) -> None:
    look(world, *DAYS)

    VERBS[verb](world, Stamp(on=TUESDAY, door="test"))
    look(world, *DAYS)
    undo(world, stamp=Stamp(on=TUESDAY, door="test"))

    look(world, *DAYS)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_verbs_at_random_in_two_programs_leave_nothing_stale(world: Campaign, seed: int) -> None:
    random, every, written = Random(seed), [*VERBS.values(), *MORE.values()], 0
    forget_plans()
    look(world, *DAYS)
    for _ in range(40):
        there = elsewhere() if random.random() < 0.4 else nullcontext()
        with there:
            written += done(world, undo_one if random.random() < 0.3 else random.choice(every))
        if random.random() < 0.7:
            look(world, *DAYS)
    look(world, *DAYS)

    assert written > 12


def undo_one(campaign: Campaign, stamp: Stamp) -> None:
    undo(campaign, stamp=stamp)


class Watched(Played):
    """A season played at random, looked at after every line, some of them typed elsewhere and some
    taken back."""

    looks = 0

    def _type(self, day: date, line: str) -> None:
        random = self.random
        plan_on(self.campaign, day)
        with elsewhere() if random.random() < 0.3 else nullcontext():
            super()._type(day, line)
        look(self.campaign, day)
        self.looks += 1
        if self.lines and self.lines[-1] == (day, line) and random.random() < 0.2:
            undo(self.campaign, stamp=Stamp(on=day, door="test"))
            look(self.campaign, day)


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(4))
def test_a_season_at_random_is_shown_after_every_line_as_one_reads_it_anew(seed: int) -> None:
    forget_plans()

    assert Watched(seed).looks > 20
