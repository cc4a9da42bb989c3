"""What was said last with somebody, whichever way it was kept: on their card to keep in touch, and
in the brief before a talk."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from firststep.facts.text import first_words
from firststep.habits.lessons.models import Lesson
from firststep.interfaces.answers.brief import brief
from firststep.journal.actions import Stamp
from firststep.plan.shown import plan_on
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person
from firststep.verbs import thread
from firststep.verbs.habits.event import met
from firststep.verbs.safety.undo import undo
from firststep.verbs.told.log import log
from tests.cast import MONDAY

ANSWER = "Hi Ada,\n\nWe buy coil steel by the quarter now, and it helped.\n\nAnn"


def talked(ada: Campaign, ann: Person, on: date) -> None:
    stamp = Stamp(on=on)
    thread.record_talked(ada, stamp=stamp, ref=f"p{ann.pk}", text="long", stayed="warehouses teach")


def answered(ada: Campaign, ann: Person, on: date) -> None:
    thread.record_reply(ada, stamp=Stamp(on=on), ref=f"p{ann.pk}", answer="helped", text=ANSWER)


def was_met(ada: Campaign, ann: Person, on: date) -> None:
    met(ada, stamp=Stamp(on=on), who="Ann Lee", said="how they buy steel")


def noted(ada: Campaign, ann: Person, on: date) -> None:
    log(ada, stamp=Stamp(on=on), line="talked with Ann Lee about the new plant in Brno")


TOLD: dict[Callable[[Campaign, Person, date], None], tuple[str, str]] = {
    talked: ("What stayed with you: warehouses teach.", "warehouses teach"),
    answered: ("Last said: “We buy coil steel by the quarter now, and it helped”.", ANSWER),
    was_met: ("You talked about how they buy steel.", "how they buy steel"),
    noted: (
        "Last said: “talked with Ann Lee about the new plant in Brno”.",
        "talked with Ann Lee about the new plant in Brno",
    ),
}


def card(ada: Campaign, on: date) -> str:
    """The reason of Ann's card to keep in touch, weeks later."""
    cards = plan_on(ada, on).plan.cards
    return next(one.why for one in cards if one.kind == "keep_in_touch")


@pytest.mark.parametrize("last", TOLD, ids=lambda told: told.__name__)
@pytest.mark.parametrize("first", [talked, answered, noted], ids=lambda told: told.__name__)
def test_the_newest_is_told_whichever_way_it_was_kept(
    ada: Campaign, ann: Person, first: Any, last: Any
) -> None:
    Person.objects.filter(pk=ann.pk).update(keep="monthly")
    first(ada, ann, MONDAY)
    last(ada, ann, MONDAY + timedelta(days=1))
    later = MONDAY + timedelta(days=91)

    assert TOLD[last][0] in card(ada, later)
    page = brief(ada, stamp=Stamp(on=later), ref=f"p{ann.pk}")
    assert TOLD[last][1] in " ".join((*page.known, *(one.text for one in page.said)))
    if first is not last:
        undo(ada, stamp=Stamp(on=later))
        assert TOLD[first][0] in card(ada, later)


def test_the_brief_tells_what_was_learned_with_its_day_the_newest_last(
    ada: Campaign, ann: Person
) -> None:
    answered(ada, ann, MONDAY)
    thread.record_talked(
        ada, stamp=Stamp(on=MONDAY + timedelta(days=1)), ref=f"p{ann.pk}", pay="58 thousand"
    )
    said = brief(ada, stamp=Stamp(on=MONDAY + timedelta(days=2)), ref=f"p{ann.pk}").said
    assert [(one.what, one.text) for one in said][-1] == ("what is paid", "58 thousand")
    assert Lesson.objects.count() == 1


@pytest.mark.parametrize(("text", "said"), [
    ("Hallo Ada,\nwir stellen im Mai ein.", "wir stellen im Mai ein."),
    ("Hi Ada, thanks for your note, we should talk about the plant", None),
    ("", ""), ("Hi Ada", ""),
])  # fmt: skip
def test_a_greeting_alone_says_nothing(text: str, said: str | None) -> None:
    assert first_words(text) == (text if said is None else said)


def test_a_long_text_is_cut_at_a_word() -> None:
    told = first_words("word " * 60)
    assert len(told) <= 122 and told.endswith("word …")
