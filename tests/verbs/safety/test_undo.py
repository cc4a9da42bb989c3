"""Undo takes any verb back to the row."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from firststep.errors import CannotDo
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.plan.shown import plan_on
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person
from firststep.verbs import thread as actions
from firststep.verbs.goal.campaign import start_campaign
from firststep.verbs.goal.choose_goal import choose_goal
from firststep.verbs.people.do_not_contact import set_do_not_contact
from firststep.verbs.people.persons import add_person, edit_person, edit_position
from firststep.verbs.people.tie import set_tie
from firststep.verbs.safety.correct_touch import correct_touch
from firststep.verbs.safety.forget import forget
from firststep.verbs.safety.undo import undo
from firststep.verbs.targets import target
from firststep.verbs.targets.seat import name_seat
from firststep.verbs.told import log as told
from tests.cast import MONDAY, a_company, a_row_person
from tests.everything import everything

Verb = Callable[[Campaign, Stamp], Any]
TUESDAY = MONDAY + timedelta(days=1)
LATER = MONDAY + timedelta(days=9)


def the(name: str) -> Person:
    return Person.objects.get(name=name)


def ref(name: str) -> str:
    return f"p{the(name).pk}"


def touch_of(name: str) -> int:
    return the(name).touches.order_by("id")[0].pk


VERBS: dict[str, Verb] = {
    "goal": lambda c, s: choose_goal(
        c, stamp=s, department="Logistics", places=["Bremen"], minutes_a_day=30
    ),
    "goal new round": lambda c, s: choose_goal(c, stamp=s, role="Buyer", new_round=True),
    "company add": lambda c, s: target.add_company(
        c, stamp=s, name="Umbra Freight", motivation=2, aliases=["Umbra"]
    ),
    "company add known": lambda c, s: target.add_company(c, stamp=s, name="Hooli GmbH"),
    "company edit": lambda c, s: target.edit_company(
        c, stamp=s, company="Acme", name="Acme Works", aliases=["Hooli"], domain="acme-w.example"
    ),
    "company drop": lambda c, s: target.drop_company(c, stamp=s, company="Globex"),
    "company confirm": lambda c, s: target.confirm_match(
        c, stamp=s, written="Hooli", company="Acme"
    ),
    "company confirm not": lambda c, s: target.confirm_match(
        c, stamp=s, written="Hooli", company="Acme", refuse=True
    ),
    "stage": lambda c, s: target.set_stage(c, stamp=s, company="Acme", stage="interview"),
    "stage an offer at once": lambda c, s: target.set_stage(
        c, stamp=s, company="Globex", stage="job_offer"
    ),
    "stage rejected": lambda c, s: target.set_stage(
        c, stamp=s, company="Initrode", stage="rejected"
    ),
    "stage none": lambda c, s: target.set_stage(c, stamp=s, company="Initrode", stage=""),
    "seat": lambda c, s: name_seat(c, stamp=s, company="Globex", title="Head of Supply"),
    "seat is": lambda c, s: name_seat(c, stamp=s, company="Globex", holder="Olga Stein"),
    "seat rename": lambda c, s: name_seat(c, stamp=s, company="Acme", rename="Purchasing Lead"),
    "seat vacant": lambda c, s: name_seat(c, stamp=s, company="Acme", vacant=True),
    "seat drop": lambda c, s: name_seat(c, stamp=s, company="Acme", drop=True),
    "person add": lambda c, s: add_person(
        c,
        stamp=s,
        name="Kim Novak",
        company="Kestrel",
        title="Buyer",
        email="kim@kestrel.example",
        phone="+49 30 5550 1200",
        linkedin="https://www.linkedin.com/in/kim-novak",
        tie="close",
        how="school",
        note="likes tea",
    ),
    "person edit": lambda c, s: edit_person(
        c,
        stamp=s,
        person="Ann Lee",
        name="Ann Lee-Berg",
        company="Globex",
        title="Buyer",
        email="ann@globex.example",
        phone="+49 30 5550 1201",
        linkedin="ann-lee",
        tie="known",
        how="choir",
        note="",
    ),
    "position add": lambda c, s: edit_position(
        c, stamp=s, person="Ann Lee", company="Kestrel", ended_on=date(2020, 1, 1)
    ),
    "position edit": lambda c, s: edit_position(
        c,
        stamp=s,
        person="Ann Lee",
        position=the("Ann Lee").positions.get().pk,
        title="Controller",
    ),
    "position drop": lambda c, s: edit_position(c, stamp=s, person="Ann Lee", drop=True),
    "do-not-contact": lambda c, s: set_do_not_contact(c, stamp=s, person="Ann Lee", why="asked"),
    "do-not-contact lift": lambda c, s: set_do_not_contact(
        c, stamp=s, person="Rude Rex", lift=True
    ),
    "tie": lambda c, s: set_tie(c, stamp=s, person="Dana Whitlock", kind="known", how="fair"),
    "tie between": lambda c, s: set_tie(
        c, stamp=s, person="Dana Whitlock", other="Ann Lee", kind="known"
    ),
    "tie drop": lambda c, s: set_tie(c, stamp=s, person="Ann Lee", drop=True),
    "touch": lambda c, s: correct_touch(
        c, stamp=s, touch=touch_of("Ann Lee"), on=date(2026, 10, 30)
    ),
    "touch delete": lambda c, s: correct_touch(c, stamp=s, touch=touch_of("Ann Lee"), delete=True),
    "ask open": lambda c, s: actions.ask(
        c, stamp=s, who="Ann Lee", what="introduction", channel="linkedin"
    ),
    "ask proposed": lambda c, s: actions.ask(
        c, stamp=s, who="Olga Stein", what="advice", via="Ann Lee"
    ),
    "ask seat": lambda c, s: actions.ask(
        c, stamp=s, who=f"s{c.seats.get(company__name='Globex').pk}", what="name"
    ),
    "sent proposed": lambda c, s: actions.record_sent(c, stamp=s, ref=ref("Dana Whitlock")),
    "sent open": lambda c, s: actions.record_sent(c, stamp=s, ref=ref("Ann Lee")),
    "message proposed": lambda c, s: actions.keep_message(
        c, stamp=s, ref=ref("Dana Whitlock"), text="Dear Dana, [what I like]"
    ),
    "message open": lambda c, s: actions.keep_message(
        c, stamp=s, ref=ref("Gus Hall"), text="Dear Gus"
    ),
    "call talked": lambda c, s: actions.record_call(
        c, stamp=s, ref=ref("Dana Whitlock"), outcome="talked"
    ),
    "call no answer": lambda c, s: actions.record_call(
        c, stamp=s, ref=ref("Dana Whitlock"), outcome="no_answer"
    ),
    "call later": lambda c, s: actions.record_call(
        c, stamp=s, ref=ref("Dana Whitlock"), outcome="later", until=LATER
    ),
    "reply yes": lambda c, s: actions.record_reply(c, stamp=s, ref=ref("Ann Lee"), answer="yes"),
    "reply bounced": lambda c, s: actions.record_reply(
        c, stamp=s, ref=ref("Ann Lee"), answer="bounced"
    ),
    "reply refers": lambda c, s: actions.record_reply(
        c,
        stamp=s,
        ref=ref("Ann Lee"),
        answer="refers",
        to="Sam Lee, Operations, Acme",
        email="sam@acme.example",
    ),
    "reply names the holder": lambda c, s: actions.record_reply(
        c, stamp=s, ref=ref("Gus Hall"), answer="helped", to="Sam Lee, Purchasing, Globex"
    ),
    "meeting": lambda c, s: actions.record_meeting(
        c, stamp=s, ref=ref("Ann Lee"), at=datetime(2026, 11, 9, 14, 30), how="phone"
    ),
    "meeting moved": lambda c, s: actions.record_meeting(
        c, stamp=s, ref=ref("Yes Yara"), at=datetime(2026, 11, 9, 14, 30)
    ),
    "meeting cancelled": lambda c, s: actions.record_meeting(
        c, stamp=s, ref=ref("Yes Yara"), cancelled=True
    ),
    "talked": lambda c, s: actions.record_talked(
        c,
        stamp=s,
        ref=ref("Yes Yara"),
        named=["Sam Lee, Operations, Acme", "Pat Fox, Sales, Globex"],
        can="refer",
    ),
    "thank": lambda c, s: actions.thank(c, stamp=s, person="Yes Yara"),
    "thank loose": lambda c, s: actions.thank(c, stamp=s, person="Olga Stein"),
    "met": lambda c, s: actions.record_met(c, stamp=s, name="Moe Tan", company="Acme"),
    "log": lambda c, s: told.log(c, stamp=s, line="Met Moe Tan (Acme) for coffee"),
    "snooze proposed": lambda c, s: actions.snooze(
        c, stamp=s, ref=ref("Dana Whitlock"), until=LATER
    ),
    "snooze open": lambda c, s: actions.snooze(c, stamp=s, ref=ref("Ann Lee"), until=LATER),
    "snooze seat": lambda c, s: actions.snooze(
        c, stamp=s, ref=f"s{c.seats.get(company__name='Globex').pk}", until=LATER
    ),
    "close proposed": lambda c, s: actions.close(c, stamp=s, ref=ref("Dana Whitlock"), why="no"),
    "close open": lambda c, s: actions.close(c, stamp=s, ref=ref("Ann Lee")),
    "close seat": lambda c, s: actions.close(
        c, stamp=s, ref=f"s{c.seats.get(company__name='Globex').pk}"
    ),
}


@pytest.fixture
def world(ada: Campaign, acme: Any, globex: Any, ann: Person, dana: Person) -> Campaign:
    """Ada's campaign with a little of everything, so that each verb has something to change."""
    hooli = a_company(ada, "Hooli")
    a_row_person(ada, "Olga Stein", company=hooli, title="Buyer", email="olga@hooli.example")
    a_row_person(ada, "Gus Hall", company=globex, title="Clerk", email="gus@globex.example")
    a_row_person(ada, "Yes Yara", company=globex, title="Analyst", email="yara@globex.example")
    a_row_person(ada, "Rude Rex", company=hooli, email="rex@hooli.example")
    stamp = Stamp(on=MONDAY, door="test")
    actions.record_sent(ada, stamp=stamp, ref=ref("Ann Lee"))
    actions.ask(ada, stamp=stamp, who="Gus Hall", what="name")
    actions.ask(ada, stamp=stamp, who="Yes Yara", what="meeting")
    actions.record_sent(ada, stamp=stamp, ref=ref("Yes Yara"))
    actions.record_reply(ada, stamp=stamp, ref=ref("Yes Yara"), answer="yes")
    actions.record_meeting(ada, stamp=stamp, ref=ref("Yes Yara"), at=datetime(2026, 11, 5, 9, 0))
    set_do_not_contact(ada, stamp=stamp, person="Rude Rex", why="asked me to stop")
    target.add_company(ada, stamp=stamp, name="Initrode")
    target.set_stage(ada, stamp=stamp, company="Initrode", stage="interview")
    return ada


@pytest.mark.parametrize("verb", VERBS)
def test_undo_puts_every_row_back_as_it_was_and_today_too(world: Campaign, verb: str) -> None:
    stamp = Stamp(on=TUESDAY, door="test")
    before, today = everything(), plan_on(world, TUESDAY).plan
    entries = Entry.objects.count()

    VERBS[verb](world, stamp)

    assert everything() != before
    assert Entry.objects.count() == entries + 1
    newest = Entry.objects.latest("revision")
    assert newest.words.endswith(".")
    assert undo(world, stamp=stamp) == newest
    assert everything() == before
    assert plan_on(world, TUESDAY).plan == today


def test_f13_undo_goes_back_step_by_step_and_never_takes_an_undo_back(world: Campaign) -> None:
    stamp = Stamp(on=TUESDAY, door="test")
    before = everything()
    actions.close(world, stamp=stamp, ref=ref("Ann Lee"))
    actions.record_sent(world, stamp=stamp, ref=ref("Dana Whitlock"))
    undo(world, stamp=stamp)
    assert undo(world, stamp=stamp).verb == "close"
    assert everything() == before


def test_undo_says_there_is_nothing_after_init_alone(db: None, stamp: Stamp) -> None:
    campaign = start_campaign(name="Ada Moreno", stamp=stamp)
    with pytest.raises(CannotDo, match="nothing to undo"):
        undo(campaign, stamp=stamp)
    assert Campaign.objects.count() == 1


def test_f13_undo_says_so_instead_of_reaching_past_forget(world: Campaign, stamp: Stamp) -> None:
    forget(world, stamp=stamp, person="Gus Hall")
    before = everything()
    with pytest.raises(CannotDo, match="cannot be undone"):
        undo(world, stamp=stamp)
    assert everything() == before


def test_undo_leaves_another_seekers_entries_alone(
    world: Campaign, ben: Campaign, stamp: Stamp
) -> None:
    add_person(ben, stamp=stamp, name="Ben’s Friend")
    before = everything()
    empty = start_campaign(name="Nora", email="n@nora.example", stamp=stamp, beside=True)
    with pytest.raises(CannotDo):
        undo(empty, stamp=stamp)
    undo(world, stamp=stamp)
    assert Person.objects.filter(campaign=ben, name="Ben’s Friend").exists()
    assert len(everything()["Person"]) == len(before["Person"])
