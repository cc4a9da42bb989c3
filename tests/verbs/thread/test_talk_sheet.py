"""After a talk, one sheet: all of it one entry, used by the thank-you, shown at the goal."""

from datetime import date
from typing import Any

import pytest

from firststep.errors import CannotDo
from firststep.habits.favours.models import Favour, Promise
from firststep.habits.lessons.models import Lesson
from firststep.habits.lessons.rows import lessons_on
from firststep.interfaces.answers.goal import goal
from firststep.interfaces.answers.letters import draft
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person
from firststep.verbs import thread
from firststep.verbs.people.merge import merge_people
from firststep.verbs.safety.correct_touch import correct_touch
from firststep.verbs.safety.forget import forget
from firststep.verbs.safety.undo import undo
from firststep.verbs.thread.step import Recorded
from tests.cast import MONDAY, a_row_person
from tests.everything import everything

TUESDAY, WEDNESDAY = date(2026, 11, 3), date(2026, 11, 4)
SHEET: dict[str, Any] = {
    "text": "Half an hour, very open.",
    "named": ["Sam Lee, Operations, Acme"],
    "stayed": "buyers who were in a warehouse first are trusted",
    "mine": ["send the article", "write to Sam"],
    "theirs": ["look at my CV"],
    "received": ["an hour of her time"],
    "given": ["the name of a supplier"],
    "pay": "58 to 64 thousand, by the union's table",
    "way_in": "through the trainee year",
    "read_first": "the list of projects",
}


def talks(campaign: Campaign, person: Person, *, on: date = TUESDAY, **said: Any) -> Recorded:
    return thread.record_talked(campaign, stamp=Stamp(on=on), ref=f"p{person.pk}", **said)


def test_all_of_a_sheet_is_one_entry_and_undo_takes_it_back_whole(
    ada: Campaign, ann: Person
) -> None:
    before = everything()
    talks(ada, ann, **SHEET)

    assert Entry.objects.filter(campaign=ada).count() == 1
    assert [(p.whose, p.what) for p in Promise.objects.order_by("pk")] == [
        ("mine", "send the article"), ("mine", "write to Sam"), ("theirs", "look at my CV"),
    ]  # fmt: skip
    assert {(f.way, f.what) for f in Favour.objects.all()} == {
        ("received", "an hour of her time"), ("given", "the name of a supplier"),
    }  # fmt: skip
    assert {one.about for one in Lesson.objects.all()} == {"stayed", "pay", "way_in", "read_first"}
    assert Person.objects.filter(name="Sam Lee").exists()
    undo(ada, stamp=Stamp(on=TUESDAY))
    assert everything() == before


def test_the_thank_you_says_what_stayed_and_what_was_promised(ada: Campaign, ann: Person) -> None:
    plain = talks(ada, ann)
    assert "[one thing you said]" in draft(ada, stamp=Stamp(on=TUESDAY), ref=plain.ref).body
    undo(ada, stamp=Stamp(on=TUESDAY))

    told = talks(ada, ann, **SHEET)

    letter = draft(ada, stamp=Stamp(on=TUESDAY), ref=told.ref)
    assert "buyers who were in a warehouse first are trusted" in letter.body
    assert "write to Sam" in letter.body and "58 to 64" not in letter.body
    assert not [blank for blank in letter.blanks if "you said" in blank]


def test_what_stayed_is_of_the_last_talk_of_which_something_did(ada: Campaign, ann: Person) -> None:
    talks(ada, ann, stayed="warehouses teach buying")
    thread.thank(ada, stamp=Stamp(on=TUESDAY), person=str(ann.pk))
    again = talks(ada, ann, on=WEDNESDAY, stayed="contracts are read twice")

    assert "contracts are read twice" in draft(ada, stamp=Stamp(on=WEDNESDAY), ref=again.ref).body


def test_what_was_learned_stands_at_the_goal_the_newest_first(
    ada: Campaign, ann: Person, dana: Person
) -> None:
    talks(ada, ann, pay="58 thousand")
    talks(ada, dana, on=WEDNESDAY, pay="61 thousand", way_in="an internship")

    shown = goal(ada, stamp=Stamp(on=WEDNESDAY)).learned
    assert [(one.about, one.what, one.name) for one in shown] == [
        ("pay", "61 thousand", dana.name), ("way_in", "an internship", dana.name),
        ("pay", "58 thousand", "Ann Lee"),
    ]  # fmt: skip
    assert [one.what for one in lessons_on(ada, TUESDAY)] == ["58 thousand"]


def test_told_the_day_after_a_day_off_the_sheet_is_of_the_day_of_the_talk(
    ada: Campaign, ann: Person
) -> None:
    talks(ada, ann, on=WEDNESDAY, held_on=MONDAY, mine=["send it"], received=["a lift"])
    assert {row.on for row in (*Promise.objects.all(), *Favour.objects.all())} == {MONDAY}


def test_what_is_too_long_is_refused_and_nothing_is_written(ada: Campaign, ann: Person) -> None:
    before = everything()
    for said in ({"pay": "x" * 501}, {"mine": ["x" * 501]}, {"given": ["x" * 501]}):
        with pytest.raises(CannotDo, match="500"):
            talks(ada, ann, **said)
    assert everything() == before


def test_lessons_go_with_their_talk_and_with_who_told_them(ada: Campaign, ann: Person) -> None:
    told = talks(ada, ann, pay="58 thousand")
    rows = everything()
    correct_touch(ada, stamp=Stamp(on=TUESDAY), touch=told.touch_id or 0, delete=True)
    assert not Lesson.objects.exists()
    undo(ada, stamp=Stamp(on=TUESDAY))
    assert everything()["Lesson"] == rows["Lesson"]

    bob = a_row_person(ada, "Bob Ray")
    talks(ada, bob, way_in="ask Ann Lee, she decides")
    forget(ada, stamp=Stamp(on=TUESDAY), person=str(ann.pk))
    assert [row.what for row in Lesson.objects.all()] == ["ask (forgotten), she decides"]


def test_a_merge_takes_the_lessons_over(ada: Campaign, ann: Person) -> None:
    double = a_row_person(ada, "Ann E. Lee")
    talks(ada, double, pay="58 thousand")
    merge_people(ada, stamp=Stamp(on=WEDNESDAY), a=str(ann.pk), b=str(double.pk))
    assert [one.person_id for one in lessons_on(ada, WEDNESDAY)] == [ann.pk]


def test_ben_learns_nothing_of_adas_talks(ada: Campaign, ben: Campaign, ann: Person) -> None:
    talks(ada, ann, **SHEET)
    assert lessons_on(ben, WEDNESDAY) == []
    with pytest.raises(CannotDo):
        talks(ben, ann, pay="x")
