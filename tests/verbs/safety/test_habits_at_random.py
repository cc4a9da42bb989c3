"""Campaigns at random in which people are met, offer, help, promise, teach and are practised for:
they come back from an export as they were, and of whom one asks to forget nothing is left."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from django.apps import apps

from firststep.errors import CannotDo
from firststep.facts.text import fold
from firststep.habits.favours.models import Favour
from firststep.interfaces.opening import the_campaign
from firststep.journal.actions import Stamp, delete_rows
from firststep.journal.models import Entry
from firststep.plan.shown import forget_plans, plan_on
from firststep.steps.goal.models import Campaign
from firststep.steps.people.finding.search_index import people_page
from firststep.steps.people.models import Person
from firststep.verbs import thread
from firststep.verbs.habits.event import add_event, met
from firststep.verbs.habits.favour import record_favour, record_promise
from firststep.verbs.habits.offer import record_offer
from firststep.verbs.habits.practice import record_practice
from firststep.verbs.people.merge import merge_people
from firststep.verbs.people.persons import add_person, edit_person
from firststep.verbs.safety.bring_back import bring_back
from firststep.verbs.safety.export import export
from firststep.verbs.safety.forget import forget
from firststep.verbs.safety.undo import undo
from firststep.verbs.targets.interview import record_interview
from firststep.verbs.told.log import log
from tests.cast import MONDAY, a_campaign, a_target
from tests.everything import everything

GIVEN = ("Quorvix", "Zandrel", "Ybrundo", "Kvasilp", "Wexolin", "Drumbol", "Fjorvik", "Gnastor")
FAMILY = ("Oxibrant", "Plimvost", "Quendrath", "Rizolkin", "Sturvand", "Trebolq", "Uxmarin",
          "Vildrosk")  # fmt: skip
SEEDS = [*range(3), *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(3, 12))]


class Played:
    """A campaign into which everything of the habits is written, in any order. Each text holds a
    word of the person it is about: `texts` has them by the person's number."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.campaign = a_campaign("Ada Moreno", "ada@moreno.example")
        self.houses = [a_target(self.campaign, name) for name in ("Acme", "Globex")]
        self.today = MONDAY
        self.texts: dict[int, set[str]] = {}
        self.count = 0
        for given, family in zip(GIVEN, FAMILY, strict=True):
            name = f"{given} {family}"
            made = add_person(
                self.campaign, stamp=self.stamp, name=name, tie="known",
                company=self.random.choice(["Acme", "Globex", "Initech"]),
                email=f"{given}@{family}.example".lower(),
            )  # fmt: skip
            self.texts[made.pk] = {given.lower(), family.lower()}

    @property
    def stamp(self) -> Stamp:
        return Stamp(on=self.today)

    def somebody(self) -> Person:
        return self.random.choice(list(Person.objects.filter(pk__in=self.texts)))

    def words(self, about: Person) -> str:
        """A text about somebody, and sometimes with the name of another."""
        self.count += 1
        canary = f"canary{self.count}q"
        self.texts[about.pk].add(canary)
        other = f" and {self.somebody().name}" if self.random.random() < 0.3 else ""
        return f"the {canary} list{other}"

    def play(self, count: int) -> None:
        for _ in range(count):
            self.today += timedelta(days=self.random.choice([0, 0, 1, 1, 3]))
            try:
                self.random.choice(DEEDS)(self, self.somebody())
            except CannotDo:
                continue  # what is refused writes nothing

    def meet(self, one: Person) -> None:
        event = add_event(self.campaign, stamp=self.stamp, name=f"Mixer {self.count}")
        at = self.random.choice(["", f"e{event.pk}"])
        met(self.campaign, stamp=self.stamp, who=one.name, at=at, said=self.words(one),
            promise=self.words(one), theirs=self.words(one))  # fmt: skip

    def offer(self, one: Person) -> None:
        record_offer(
            self.campaign, stamp=self.stamp, person=f"p{one.pk}", says=self.words(one),
            to=self.random.choice(["me", "class"]), until=self.today + timedelta(days=5),
        )  # fmt: skip

    def favour(self, one: Person) -> None:
        known = Favour.objects.filter(person=one, way="received").first()
        record_favour(
            self.campaign, stamp=self.stamp, person=f"p{one.pk}", what=self.words(one),
            way="given" if known else "received", returns=str(known.pk) if known else None,
        )  # fmt: skip

    def promise(self, one: Person) -> None:
        whose = self.random.choice(["mine", "theirs"])
        record_promise(self.campaign, stamp=self.stamp, person=f"p{one.pk}", whose=whose,
                       what=self.words(one))  # fmt: skip

    def keep_promise(self, one: Person) -> None:
        record_promise(
            self.campaign, stamp=self.stamp, person=f"p{one.pk}", whose="mine", kept=True
        )

    def talk(self, one: Person) -> None:
        thread.record_talked(
            self.campaign, stamp=self.stamp, ref=f"p{one.pk}", text=self.words(one),
            stayed=self.words(one), pay=self.words(one), way_in=self.words(one),
            mine=[self.words(one)], received=[self.words(one)],
        )  # fmt: skip

    def line(self, one: Person) -> None:
        log(self.campaign, stamp=self.stamp,
            line=f"talked with {one.name}: pay is {self.words(one).split(' and ')[0]}")  # fmt: skip

    def practise(self, one: Person) -> None:
        record_practice(self.campaign, stamp=self.stamp, ref=f"p{one.pk}", occasion="talk",
                        text=self.words(one))  # fmt: skip

    def interview(self, one: Person) -> None:
        house = self.random.choice(self.houses)
        record_interview(self.campaign, stamp=self.stamp, company=house.name, day=self.today,
                         people=[one.name], held=self.random.random() < 0.5)  # fmt: skip

    def note(self, one: Person) -> None:
        edit_person(self.campaign, stamp=self.stamp, person=f"p{one.pk}", note=self.words(one))

    def reply(self, one: Person) -> None:
        thread.record_reply(self.campaign, stamp=self.stamp, ref=f"p{one.pk}", answer="helped",
                            text=self.words(one))  # fmt: skip

    def put_off(self, one: Person) -> None:
        thread.snooze(self.campaign, stamp=self.stamp, ref=f"p{one.pk}",
                      until=self.today + timedelta(days=4), why=self.words(one))  # fmt: skip

    def merge(self, one: Person) -> None:
        """Somebody noted twice: what was said of either is of the one."""
        twin = add_person(self.campaign, stamp=self.stamp, name=f"{one.given[0]}. {one.family}",
                          note=self.words(one))  # fmt: skip
        merge_people(self.campaign, stamp=self.stamp, a=str(one.pk), b=str(twin.pk))

    def take_back(self, _: Person) -> None:
        undo(self.campaign, stamp=self.stamp)


DEEDS: tuple[Callable[[Played, Person], None], ...] = (
    Played.meet, Played.offer, Played.favour, Played.promise, Played.keep_promise,
    Played.talk, Played.talk, Played.line, Played.practise, Played.interview, Played.note,
    Played.reply, Played.put_off, Played.merge, Played.take_back,
)  # fmt: skip
KEPT = ("Encounter", "Event", "Favour", "Interview", "Interviewer", "Lesson", "Offer", "Practice",
        "Promise")  # fmt: skip


def emptied() -> None:
    for model in apps.get_app_config("firststep").get_models():
        delete_rows(model._base_manager.all())
    forget_plans()


def every_text() -> str:
    """All rows of all tables, the journal with what it remembers among them."""
    rows: list[object] = []
    for model in apps.get_app_config("firststep").get_models():
        rows += model._base_manager.values()
    return json.dumps(rows, default=str, ensure_ascii=False).lower()


def exported(campaign: Campaign, folder: Path) -> str:
    export(campaign, folder=folder)
    files = sorted(folder.iterdir())
    return b"".join(file.read_bytes() for file in files).decode("utf-8", "replace").lower()


@pytest.mark.parametrize("seed", SEEDS)
def test_it_comes_back_from_an_export_as_it_was(db: None, tmp_path: Path, seed: int) -> None:
    played = Played(seed)
    played.play(45)
    rows, on = everything(), played.today + timedelta(days=1)
    plan = plan_on(played.campaign, on).plan
    assert sum(bool(rows[table]) for table in KEPT) > 5, "hardly anything was played"
    export(played.campaign, folder=tmp_path / "mine")
    emptied()

    bring_back(file=tmp_path / "mine")

    assert everything() == rows
    assert plan_on(the_campaign(), on).plan == plan


@pytest.mark.parametrize("seed", SEEDS)
def test_of_whom_one_forgets_nothing_is_left_and_of_the_others_all(
    db: None, tmp_path: Path, seed: int
) -> None:
    played = Played(seed + 1000)
    played.play(45)
    gone = played.somebody()
    theirs = played.texts.pop(gone.pk)
    before = every_text()
    assert len({word for word in theirs if word in before}) > 2, "nothing was said of them"
    others = {word for words in played.texts.values() for word in words}
    kept = {word for word in others if word in json.dumps(everything(), default=str).lower()}

    # Somebody of that name at another company, or noted as “Q. Oxibrant”, is another until merged.
    for one in Person.objects.filter(family=gone.family).order_by("-pk"):
        forget(played.campaign, stamp=played.stamp, person=f"p{one.pk}")

    after, files = every_text(), exported(played.campaign, tmp_path / "after")
    assert [word for word in theirs if word in after] == []
    assert [word for word in theirs if word in files] == []
    for word in theirs:
        assert people_page(played.campaign, fold(word)).people == []
    now = json.dumps(everything(), default=str).lower()
    assert [word for word in kept if word not in now] == [], "somebody else lost a text"
    assert Entry.objects.filter(verb="forget").exists()
