"""A merge keeps what was said of both, and taken back it leaves each as they were."""

import pytest

from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.models import Person, Tie
from firststep.verbs.people.do_not_contact import set_do_not_contact
from firststep.verbs.people.merge import merge_people
from firststep.verbs.people.tie import set_tie
from firststep.verbs.people.unmerge import merges_of, undo_merge
from tests.cast import a_row_person
from tests.everything import everything


@pytest.fixture
def twin(ada: Campaign, ann: Person, acme: Company) -> Person:
    """Ann Lee of Acme once more."""
    return a_row_person(ada, "Ann Lee", company=acme, title="Analyst", tie="known")


def merged(ada: Campaign, stamp: Stamp, a: Person, b: Person) -> int:
    return merge_people(ada, stamp=stamp, a=str(a.pk), b=str(b.pk)).merge_id


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        ("from school", "choir", "from school; choir"),
        ("", "choir", "choir"),
        ("from school", "School", "from school"),
        ("choir", "choir in Bonn", "choir in Bonn"),
    ],
)
def test_how_both_are_known_is_kept(
    ada: Campaign, ann: Person, twin: Person, stamp: Stamp, first: str, second: str, both: str
) -> None:
    set_tie(ada, stamp=stamp, person=str(ann.pk), how=first)
    set_tie(ada, stamp=stamp, person=str(twin.pk), how=second)

    merged(ada, stamp, ann, twin)

    assert Tie.objects.get(person=ann).how == both


@pytest.mark.parametrize("marked", [0, 1])
def test_taken_back_each_is_marked_as_they_were(
    ada: Campaign, ann: Person, twin: Person, stamp: Stamp, marked: int
) -> None:
    set_do_not_contact(ada, stamp=stamp, person=str((ann, twin)[marked].pk), why="Asked.")
    before = everything()

    undo_merge(ada, stamp=stamp, merge_id=merged(ada, stamp, ann, twin))

    assert everything() == before


def test_do_not_contact_said_after_the_merge_stays_on_both(
    ada: Campaign, ann: Person, twin: Person, stamp: Stamp
) -> None:
    set_do_not_contact(ada, stamp=stamp, person=str(ann.pk))
    merge = merged(ada, stamp, ann, twin)
    set_do_not_contact(ada, stamp=stamp, person=str(ann.pk), why="She said so again.")

    undo_merge(ada, stamp=stamp, merge_id=merge)

    people = Person.objects.filter(pk__in=(ann.pk, twin.pk))
    assert people.exclude(do_not_contact_on=None).count() == 2


def test_only_standing_merges_of_the_last_thirty_days_may_be_taken_back(
    ada: Campaign, ann: Person, twin: Person, stamp: Stamp
) -> None:
    merge = merged(ada, stamp, ann, twin)
    assert [entry.pk for entry in merges_of(ann, today=stamp.on)] == [merge]

    undo_merge(ada, stamp=stamp, merge_id=merge)

    assert merges_of(ann, today=stamp.on) == []
