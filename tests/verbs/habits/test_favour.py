"""Favours and promises: written down once, thanked, told, returned, kept."""

from datetime import date
from typing import Any

import pytest

from firststep.errors import CannotDo
from firststep.facts.habits import FavourFacts
from firststep.habits.favours.models import Favour, Promise
from firststep.habits.favours.reckoning import favours_on
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person
from firststep.verbs import thread
from firststep.verbs.habits.favour import record_favour, record_promise
from firststep.verbs.people.merge import merge_people
from firststep.verbs.safety.correct_touch import correct_touch
from firststep.verbs.safety.forget import forget
from firststep.verbs.safety.undo import undo
from tests.cast import MONDAY, a_row_person
from tests.everything import everything

TUESDAY, WEDNESDAY = date(2026, 11, 3), date(2026, 11, 4)


def favour(
    campaign: Campaign, person: Person, way: str, what: str = "", *, on: date = MONDAY, **said: Any
) -> Favour:
    return record_favour(
        campaign, stamp=Stamp(on=on), person=str(person.pk), way=way, what=what, **said
    )


def standing(campaign: Campaign, on: date = WEDNESDAY) -> list[FavourFacts]:
    return list(favours_on(campaign.pk, on))


def test_what_is_given_without_a_word_is_for_the_oldest_favour_of_that_person(
    ada: Campaign, ann: Person
) -> None:
    other = a_row_person(ada, "Ben Ode")
    favour(ada, ann, "given", "a book, before anything")
    favour(ada, ann, "received", "read my CV")
    favour(ada, ann, "received", "named her manager", on=TUESDAY)
    favour(ada, other, "received", "lent me a desk", on=TUESDAY)

    favour(ada, ann, "given", "sent her a buyer's guide", on=WEDNESDAY)

    assert [(one.what, one.returned) for one in standing(ada)] == [
        ("a book, before anything", False),
        ("read my CV", True),
        ("named her manager", False),
        ("lent me a desk", False),
        ("sent her a buyer's guide", True),
    ]


def test_a_favour_is_open_until_thanked_told_and_returned(ada: Campaign, ann: Person) -> None:
    first = favour(ada, ann, "received", "read my CV")
    assert standing(ada)[0].is_open

    thread.thank(ada, stamp=Stamp(on=TUESDAY), person=str(ann.pk))
    favour(ada, ann, "received", on=TUESDAY, told=True)
    assert (standing(ada)[0].thanked, standing(ada)[0].told) == (True, True)
    favour(ada, ann, "given", "sent her a buyer's guide", on=TUESDAY, returns=str(first.pk))

    received, given = standing(ada)
    assert (received.returned, received.is_open) == (True, False)
    assert (given.returned, given.thanked, given.is_open) == (True, None, False)
    assert Favour.objects.count() == 2


def test_help_the_log_tells_of_is_a_favour_without_being_written_down(
    ada: Campaign, ann: Person
) -> None:
    sent = thread.record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{ann.pk}")
    thread.record_reply(
        ada, stamp=Stamp(on=TUESDAY), ref=str(sent.approach_id), answer="refers",
        to="Sam Fox, Acme",
    )  # fmt: skip

    (told,) = standing(ada)
    assert (told.id, told.what, told.thanked) == (None, "the name of Sam Fox", False)

    favour(ada, ann, "given", "an introduction", on=WEDNESDAY, returns=told.ref)
    received, _given = standing(ada)
    assert received.returned
    assert (received.what, received.touch_id) == (told.what, told.touch_id)
    assert Favour.objects.count() == 2


def test_a_favour_of_a_touch_that_never_was_goes_with_it(ada: Campaign, ann: Person) -> None:
    sent = thread.record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{ann.pk}")
    thread.record_reply(ada, stamp=Stamp(on=TUESDAY), ref=str(sent.approach_id), answer="helped")
    favour(ada, ann, "received", on=TUESDAY, told=True)
    (one,) = standing(ada)

    correct_touch(ada, stamp=Stamp(on=TUESDAY), touch=one.touch_id or 0, delete=True)
    assert standing(ada) == []
    undo(ada, stamp=Stamp(on=TUESDAY))
    assert standing(ada) == [one]


def test_the_same_said_again_says_more_of_it_and_other_words_are_another(
    ada: Campaign, ann: Person
) -> None:
    first = favour(ada, ann, "received", "the manager's name")
    assert favour(ada, ann, "received", "The Manager's name", done=True).pk == first.pk
    assert favour(ada, ann, "received", "a lift").pk != first.pk
    assert [one.settled for one in standing(ada)] == [True, False]


def test_settled_is_not_open_though_nothing_was_returned(ada: Campaign, ann: Person) -> None:
    favour(ada, ann, "received", "a lift", done=True)
    assert not standing(ada)[0].is_open


@pytest.mark.parametrize(
    ("way", "what", "said", "words"),
    [
        ("received", "", {}, "Say what it was"),
        ("received", "", {"told": True}, "Say what it was"),
        ("lent", "money", {}, "given, received"),
        ("given", "a lift", {"returns": "99"}, "no favour 99"),
        ("given", "x" * 501, {}, "500"),
    ],
)
def test_what_is_no_favour_is_refused_and_nothing_is_written(
    ada: Campaign, ann: Person, way: str, what: str, said: dict[str, Any], words: str
) -> None:
    before = everything()
    with pytest.raises(CannotDo, match=words):
        favour(ada, ann, way, what, **said)
    assert everything() == before


def test_a_favour_returns_one_of_the_same_person_and_of_the_other_way(
    ada: Campaign, ann: Person, dana: Person
) -> None:
    theirs = favour(ada, dana, "received", "a lift")
    mine = favour(ada, ann, "given", "a book")
    with pytest.raises(CannotDo, match="is not Ann"):
        favour(ada, ann, "given", "a call", returns=str(theirs.pk))
    with pytest.raises(CannotDo, match="Both were given"):
        favour(ada, ann, "given", "a call", returns=str(mine.pk))


def test_a_promise_is_said_once_and_kept_on_its_day(ada: Campaign, ann: Person) -> None:
    def promise(**said: Any) -> Promise:
        return record_promise(ada, stamp=Stamp(on=TUESDAY), person="Ann Lee", whose="mine", **said)

    first = promise(what="send the article")
    assert promise(what="Send the article").pk == first.pk
    assert promise(kept=True).pk == first.pk
    assert Promise.objects.get().kept_on == TUESDAY
    assert (
        Entry.objects.latest("pk").words == "You kept what you promised Ann Lee: send the article."
    )
    with pytest.raises(CannotDo, match="Say what was promised"):
        promise(kept=True)


def test_favours_and_promises_go_over_in_a_merge_and_are_forgotten_with_the_person(
    ada: Campaign, ann: Person
) -> None:
    double = a_row_person(ada, "Ann E. Lee")
    favour(ada, double, "received", "a lift")
    record_promise(
        ada, stamp=Stamp(on=MONDAY), person=str(double.pk), whose="mine", what="a call to Ann Lee"
    )
    merge_people(ada, stamp=Stamp(on=TUESDAY), a=str(ann.pk), b=str(double.pk))
    assert {row.person_id for row in (*Favour.objects.all(), *Promise.objects.all())} == {ann.pk}

    other = a_row_person(ada, "Bob Ray")
    favour(ada, other, "given", "introduced him to Ann Lee")
    forget(ada, stamp=Stamp(on=WEDNESDAY), person=str(ann.pk))
    assert [row.what for row in Favour.objects.all()] == ["introduced him to (forgotten)"]
    assert not Promise.objects.exists()


def test_undo_takes_back_each_and_ben_reaches_nobody(
    ada: Campaign, ben: Campaign, ann: Person
) -> None:
    before = everything()
    favour(ada, ann, "received", "a lift")
    record_promise(ada, stamp=Stamp(on=MONDAY), person="Ann Lee", whose="theirs", what="a name")
    for _ in range(2):
        undo(ada, stamp=Stamp(on=MONDAY))
    assert everything() == before
    with pytest.raises(CannotDo):
        favour(ben, ann, "received", "a lift")
