"""One person is forgotten everywhere."""

import json

import pytest

from firststep.errors import CannotDo
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.models import Person, Suppression
from firststep.verbs import thread as actions
from firststep.verbs.people.do_not_contact import set_do_not_contact
from firststep.verbs.people.persons import add_person, edit_person, edit_position
from firststep.verbs.safety.forget import forget
from tests.everything import everything


def plant(campaign: Campaign, stamp: Stamp) -> None:
    add_person(
        campaign,
        stamp=stamp,
        name="Quentin Zander",
        company="Zanderworks",
        title="Zandermaster",
        email="quentin@zander.example",
        phone="+493055509999",
        linkedin="quentin-zander",
        tie="close",
        how="zanderschool",
        note="zandernote",
    )
    edit_person(
        campaign, stamp=stamp, person="Quentin Zander", title="Zanderlord", note="zandersecond"
    )
    sent = actions.record_sent(campaign, stamp=stamp, ref="Quentin Zander", text="zanderletter")
    actions.record_reply(
        campaign, stamp=stamp, ref=sent.ref, answer="helped", to="Sam Lee, Sales, Acme"
    )
    actions.keep_message(campaign, stamp=stamp, ref=sent.ref, text="Dear zanderfriend, thank you")
    actions.close(campaign, stamp=stamp, ref=sent.ref, why="zanderwhy")
    edit_position(campaign, stamp=stamp, person="Quentin Zander", drop=True)


def test_nothing_of_the_person_is_left_in_any_row_or_entry(
    ada: Campaign, acme: Company, stamp: Stamp
) -> None:
    plant(ada, stamp)
    what = forget(ada, stamp=stamp, person="Quentin Zander")
    assert what.removed["person"] == 1
    left = json.dumps(everything(), default=str) + json.dumps(
        list(Entry.objects.values("words", "about", "before")), default=str
    )
    assert "zander" not in left.lower()
    assert Person.objects.get().name == "Sam Lee"


def test_do_not_contact_outlives_being_forgotten(ada: Campaign, stamp: Stamp) -> None:
    plant(ada, stamp)
    set_do_not_contact(ada, stamp=stamp, person="Quentin Zander")
    forget(ada, stamp=stamp, person="Quentin Zander")
    assert Suppression.objects.exists()
    back = add_person(ada, stamp=stamp, name="Q. Z.", linkedin="quentin-zander")
    assert back.do_not_contact_on is not None


def test_forgetting_somebody_unknown_is_refused(ada: Campaign, stamp: Stamp) -> None:
    with pytest.raises(CannotDo):
        forget(ada, stamp=stamp, person="Nora Quist")
    assert not Entry.objects.exists()


def test_a_rare_name_is_taken_out_of_what_is_said_of_others_a_common_one_or_a_word_is_not(
    ada: Campaign, stamp: Stamp
) -> None:
    for name in ("Zyxcanary Roe", "Anna Lee", "Will Fox", "Anna Berg"):
        add_person(ada, stamp=stamp, name=name, tie="known")
    note = "Zyxcanary's cousin. Knows Anna. Will call."
    add_person(ada, stamp=stamp, name="Tom Ode", note=note, how="through Zyxcanary")
    edit_person(ada, stamp=stamp, person="Tom Ode", title="Clerk", company="Hooli")

    for name in ("Zyxcanary Roe", "Anna Lee", "Will Fox"):
        forget(ada, stamp=stamp, person=name)

    tom = Person.objects.get(name="Tom Ode")
    assert tom.note == "(forgotten)'s cousin. Knows Anna. Will call."
    left = json.dumps(everything(), default=str)
    assert "zyxcanary" not in left.lower()


def test_a_name_that_is_a_companys_too_stays_in_what_is_said_of_it(
    ada: Campaign, stamp: Stamp
) -> None:
    add_person(ada, stamp=stamp, name="Otto Zanderling", company="Zanderling Works")
    add_person(ada, stamp=stamp, name="Tom Ode", company="Zanderling Works", note="At Zanderling.")

    forget(ada, stamp=stamp, person="Otto Zanderling")

    assert Person.objects.get(name="Tom Ode").note == "At Zanderling."
