"""What a line tells of a talk is kept where the sheet of the talk would keep it."""

import pytest

from firststep.errors import CannotDo
from firststep.habits.favours.models import Promise
from firststep.habits.lessons.models import Lesson
from firststep.interfaces.answers.goal import goal
from firststep.interfaces.answers.letters import draft
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.models import Touch
from firststep.steps.people.models import Person
from firststep.verbs.told.log import log, understood
from tests.cast import a_row_person
from tests.everything import everything

BROUGHT = "pay is about 60k, they read the portfolio first, she named Sam Lee (Acme)"
BOTH_WAYS = "I promised my CV, she'll send me the brief"


@pytest.mark.parametrize(("talk", "kind"), [
    ("talked with Ann Lee", "held"), ("called Ann Lee", "talked"), ("met Ann Lee for lunch", "met"),
])  # fmt: skip
def test_a_line_keeps_what_was_learned_named_and_promised(
    ada: Campaign, ann: Person, stamp: Stamp, talk: str, kind: str
) -> None:
    line = f"{talk}: {BROUGHT}, {BOTH_WAYS}"
    done = log(ada, stamp=stamp, line=line)

    touch = Touch.objects.get(kind=kind)
    assert touch.text == line
    assert {(one.about, one.what, one.touch) for one in Lesson.objects.all()} == {
        ("pay", "pay is about 60k", touch), ("read_first", "they read the portfolio first", touch),
    }  # fmt: skip
    assert {(one.whose, one.what, one.person) for one in Promise.objects.all()} == {
        ("mine", "my CV", ann), ("theirs", "send me the brief", ann),
    }  # fmt: skip
    assert Person.objects.filter(name="Sam Lee").exists()
    assert len(done.records) == 1
    assert [one.about for one in goal(ada, stamp=stamp).learned] == ["pay", "read_first"]


def test_it_is_said_back_before_anything_is_written(
    ada: Campaign, ann: Person, stamp: Stamp
) -> None:
    before = everything()
    said = " ".join(understood(ada, stamp=stamp, line=f"talked with Ann Lee: {BROUGHT}").words)
    assert "You learned: pay is about 60k; they read the portfolio first." in said
    assert everything() == before


def test_the_thank_you_says_what_was_promised_in_the_line(
    ada: Campaign, ann: Person, stamp: Stamp
) -> None:
    log(ada, stamp=stamp, line=f"talked with Ann Lee: pay is 60k, {BOTH_WAYS}")
    body = draft(ada, stamp=stamp, ref=f"p{ann.pk}").body
    assert "my CV" in body and "[what I said I'd do]" not in body
    assert "60k" not in body


def test_a_promise_that_names_its_talk_alone_keeps_its_own_words(
    ada: Campaign, ann: Person, stamp: Stamp
) -> None:
    log(ada, stamp=stamp, line="talked with Ann Lee, I promised to send her the list")
    assert [one.what for one in Promise.objects.all()] == ["send her the list"]


def test_who_told_it_is_asked_where_two_were_there_and_nothing_is_written(
    ada: Campaign, ann: Person, stamp: Stamp
) -> None:
    a_row_person(ada, "Bob Ray")
    before = everything()
    with pytest.raises(CannotDo, match="Who told you that"):
        log(ada, stamp=stamp, line="talked with Ann Lee and Bob Ray: pay is about 60k")
    assert everything() == before


def test_ben_reads_nothing_of_adas_people(ben: Campaign, ann: Person, stamp: Stamp) -> None:
    with pytest.raises(CannotDo):
        log(ben, stamp=stamp, line=f"talked with p{ann.pk}: pay is about 60k")
    assert not Lesson.objects.exists()


def test_an_introduction_promised_at_coffee_is_theirs(
    ada: Campaign, ann: Person, stamp: Stamp
) -> None:
    log(ada, stamp=stamp, line="Met Ann Lee (Acme) for coffee: pay is 60k, intro to Sam promised")
    assert not Promise.objects.filter(whose="mine").exists()
    assert [one.about for one in Lesson.objects.all()] == ["pay"]
