"""The goal opens seats, companies become targets, and what was typed can be corrected."""

from datetime import date
from typing import Any

import pytest

from firststep.errors import CannotDo
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.steps.goal.models import Campaign, Company, Goal
from firststep.steps.outreach.models import Touch
from firststep.steps.people.models import CompanyMatch, Person, Position, Seat, Tie
from firststep.verbs.goal.campaign import edit_campaign, start_campaign
from firststep.verbs.goal.choose_goal import choose_goal
from firststep.verbs.people.persons import add_person, edit_person, edit_position
from firststep.verbs.people.tie import set_tie
from firststep.verbs.safety.correct_touch import correct_touch
from firststep.verbs.targets.seat import name_seat
from firststep.verbs.targets.target import (
    add_company,
    confirm_match,
    drop_company,
    edit_company,
    set_stage,
)
from tests.cast import MONDAY, a_company, a_row_person
from tests.everything import everything

LATER = date(2026, 12, 1)


@pytest.fixture
def begun(db: None, stamp: Stamp) -> Campaign:
    return start_campaign(name="Ada Moreno", zone="Europe/Berlin", country="DE", stamp=stamp)


def seats() -> list[tuple[str, str, bool]]:
    rows = Seat.objects.order_by("company__name", "title")
    return [(s.company.name, s.title, s.closed_on is None) for s in rows]


# -- init and goal -----------------------------------------------------------------------------


def test_init_begins_a_campaign_with_one_entry(begun: Campaign) -> None:
    assert (begun.country, begun.time_zone, begun.seeker.name) == (
        "DE", "Europe/Berlin", "Ada Moreno",
    )  # fmt: skip
    assert Entry.objects.get().verb == "init"


def test_a_second_init_is_refused(begun: Campaign, stamp: Stamp) -> None:
    with pytest.raises(CannotDo, match="there already") as refused:
        start_campaign(name="Ada Moreno", email="other@moreno.example", stamp=stamp)
    assert refused.value.kind == "refused"
    assert Campaign.objects.count() == 1


@pytest.mark.parametrize(
    "said",
    [
        {"name": "  "},
        {"name": "Ada\x00"},
        {"name": "x" * 201},
        {"name": "Ada", "zone": "Mars/Base"},
        {"name": "Ada", "country": "XX"},
        {"name": "Ada", "country": "Mordor"},
        {"name": "Ada", "email": "nobody"},
    ],
)
def test_init_refuses_what_it_cannot_read(db: None, stamp: Stamp, said: dict[str, Any]) -> None:
    with pytest.raises(CannotDo) as refused:
        start_campaign(stamp=stamp, **said)
    assert refused.value.kind == "bad_input"
    assert not Campaign.objects.exists()


def test_the_goal_may_come_before_or_after_the_companies(begun: Campaign, stamp: Stamp) -> None:
    add_company(begun, stamp=stamp, name="Acme")
    assert seats() == []
    choose_goal(begun, stamp=stamp, role="Buyer", department="Purchasing", places=["Berlin"])
    add_company(begun, stamp=stamp, name="Globex")
    assert [(c, o) for c, _, o in seats()] == [("Acme", True), ("Globex", True)]


def test_another_department_opens_its_seats_and_closes_the_old_empty_ones(
    begun: Campaign, stamp: Stamp
) -> None:
    choose_goal(begun, stamp=stamp, role="Buyer", department="Purchasing")
    for name in ("Acme", "Globex"):
        add_company(begun, stamp=stamp, name=name)
    add_person(begun, stamp=stamp, name="Dana Whitlock", company="Acme")
    name_seat(begun, stamp=stamp, company="Acme", holder="Dana Whitlock")
    choose_goal(begun, stamp=stamp, department="Logistics")
    assert seats() == [
        ("Acme", "Head of Logistics", True),
        ("Acme", "Head of Purchasing", True),
        ("Globex", "Head of Logistics", True),
        ("Globex", "Head of Purchasing", False),
    ]
    assert Goal.objects.get().role == "Buyer"
    choose_goal(begun, stamp=stamp, department="Purchasing")
    assert [(c, o) for c, title, o in seats() if title == "Head of Purchasing"] == [
        ("Acme", True),
        ("Globex", True),
    ]


def test_a_german_campaign_calls_the_seat_in_german_and_keeps_what_is_open(
    begun: Campaign, stamp: Stamp
) -> None:
    choose_goal(begun, stamp=stamp, role="Einkäufer", department="Einkauf")
    add_company(begun, stamp=stamp, name="Acme")
    begun = edit_campaign(begun, stamp=stamp, language="de")
    add_company(begun, stamp=stamp, name="Globex")
    add_person(begun, stamp=stamp, name="Dana Whitlock", company="Acme")
    name_seat(begun, stamp=stamp, company="Acme", holder="Dana Whitlock")
    choose_goal(begun, stamp=stamp, new_round=True)
    assert seats() == [("Acme", "Head of Einkauf", True), ("Globex", "Leitung Einkauf", True)]
    choose_goal(begun, stamp=stamp, department="Vertrieb")
    assert ("Globex", "Leitung Einkauf", False) in seats()
    assert ("Acme", "Leitung Vertrieb", True) in seats()


def test_a_new_round_keeps_the_people_and_what_was_not_said(ada: Campaign, stamp: Stamp) -> None:
    add_company(ada, stamp=stamp, name="Acme")
    set_stage(ada, stamp=stamp, company="Acme", stage="interview")
    new = choose_goal(ada, stamp=stamp, role="Lead buyer", new_round=True)
    old = Goal.objects.exclude(pk=new.pk).get()
    assert (old.ended_on, new.department, new.places) == (MONDAY, "Purchasing", ["Berlin"])
    assert (Company.objects.get().stage, Company.objects.get().interviewed_on) == ("", None)


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"role": "Buyer"},
        {"department": "Purchasing"},
        {"role": "Buyer", "department": "Purchasing", "minutes_a_day": 2},
        {"exploring": True, "until": MONDAY},
        {"role": "Buyer", "department": "Purchasing", "new_round": True},
    ],
)
def test_a_goal_without_its_parts_is_refused(
    begun: Campaign, stamp: Stamp, said: dict[str, Any]
) -> None:
    with pytest.raises(CannotDo):
        choose_goal(begun, stamp=stamp, **said)
    assert not Goal.objects.exists()


def test_exploring_needs_no_answer_yet(begun: Campaign, stamp: Stamp) -> None:
    goal = choose_goal(begun, stamp=stamp, exploring=True, until=LATER)
    assert (goal.exploring, goal.until) == (True, LATER)


# -- companies ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("I've bought castings for nine years", "I've bought castings for nine years."),
        ("  nine years of castings. ", "Nine years of castings."),
        ("", ""),
    ],
)
def test_what_one_has_done_is_kept_as_a_sentence_over_the_rounds(
    ada: Campaign, stamp: Stamp, typed: str, kept: str
) -> None:
    choose_goal(ada, stamp=stamp, background=typed)

    anew = choose_goal(ada, stamp=stamp, new_round=True)

    assert anew.background == kept


def test_more_than_a_sentence_about_oneself_is_refused(ada: Campaign, stamp: Stamp) -> None:
    with pytest.raises(CannotDo, match="300"):
        choose_goal(ada, stamp=stamp, background="x" * 301)


def test_a_known_company_is_made_a_target_never_doubled(ada: Campaign, stamp: Stamp) -> None:
    known = a_company(ada, "Hooli")
    add_company(ada, stamp=stamp, name="Hooli GmbH", motivation=5)
    known.refresh_from_db()
    assert (known.targeted_on, known.motivation) == (MONDAY, 5)
    assert Company.objects.count() == 1


@pytest.mark.parametrize("name", ["Hooli", "hooli gmbh", "HL"])
def test_a_target_is_added_once_by_name_or_alias(ada: Campaign, stamp: Stamp, name: str) -> None:
    add_company(ada, stamp=stamp, name="Hooli", aliases=["HL"])
    with pytest.raises(CannotDo, match="on your list already"):
        add_company(ada, stamp=stamp, name=name)
    assert Company.objects.count() == 1


def test_a_new_target_finds_who_is_known_under_other_spellings(ada: Campaign, stamp: Stamp) -> None:
    written = a_company(ada, "Hooli Deutschland")
    other = a_company(ada, "Hooligan Games")
    target = add_company(ada, stamp=stamp, name="Hooli")
    found = CompanyMatch.objects.get()
    assert (found.written, found.company) == (written, target)
    assert not CompanyMatch.objects.filter(written=other).exists()


def test_a_corrected_name_matches_anew_and_keeps_what_was_confirmed(
    ada: Campaign, stamp: Stamp
) -> None:
    a_company(ada, "Hooli Deutschland")
    a_company(ada, "Kestrel Group")
    add_company(ada, stamp=stamp, name="Hooli")
    confirm_match(ada, stamp=stamp, written="Kestrel Group", company="Hooli")
    edit_company(ada, stamp=stamp, company="Hooli", name="Umbra")
    assert [m.written.name for m in CompanyMatch.objects.all()] == ["Kestrel Group"]


@pytest.mark.parametrize(
    "said",
    [{"name": ""}, {"name": "Acme", "motivation": 6}, {"name": "Acme", "domain": "not a domain"}],
)
def test_a_company_that_cannot_be_is_refused(
    ada: Campaign, stamp: Stamp, said: dict[str, Any]
) -> None:
    with pytest.raises(CannotDo):
        add_company(ada, stamp=stamp, **said)
    assert not Company.objects.exists()


def test_dropping_needs_a_target_and_keeps_the_people(
    ada: Campaign, ann: Person, stamp: Stamp
) -> None:
    drop_company(ada, stamp=stamp, company="Acme")
    assert ann.positions.count() == 1
    for refused in (drop_company, set_stage):
        said = {"stage": "interview"} if refused is set_stage else {}
        with pytest.raises(CannotDo, match="not on your list"):
            refused(ada, stamp=stamp, company="Acme", **said)


def test_an_unknown_stage_is_refused(ada: Campaign, acme: Company, stamp: Stamp) -> None:
    with pytest.raises(CannotDo, match="Choose one of"):
        set_stage(ada, stamp=stamp, company="Acme", stage="hired")


def test_a_company_is_not_confirmed_as_itself(ada: Campaign, acme: Company, stamp: Stamp) -> None:
    with pytest.raises(CannotDo, match="nothing to confirm"):
        confirm_match(ada, stamp=stamp, written="Acme", company="Acme")


# -- seats -------------------------------------------------------------------------------------


def test_the_holder_of_a_seat_gets_the_post(ada: Campaign, acme: Company, stamp: Stamp) -> None:
    sam = a_row_person(ada, "Sam Lee")
    seat = name_seat(ada, stamp=stamp, company="Acme", holder="Sam Lee")
    assert (seat.title, seat.holder) == ("Head of Purchasing", sam)
    assert sam.positions.get().title == "Head of Purchasing"
    sam.refresh_from_db()
    assert "purchasing" in sam.search_text


@pytest.mark.parametrize(
    "said",
    [
        {"company": "Nowhere"},
        {"company": "Acme", "holder": "Nora Quist"},
        {"company": "Acme", "title": "x" * 301},
        {"company": "Hooli"},
    ],
)
def test_a_seat_that_cannot_be_is_refused(
    ada: Campaign, acme: Company, stamp: Stamp, said: dict[str, Any]
) -> None:
    a_company(ada, "Hooli")
    before = everything()
    with pytest.raises(CannotDo):
        name_seat(ada, stamp=stamp, **said)
    assert everything() == before


# -- people ------------------------------------------------------------------------------------


def test_a_person_needs_only_a_name(ada: Campaign, stamp: Stamp) -> None:
    person = add_person(ada, stamp=stamp, name="  Jan  van der Berg ")
    assert (person.name, person.family, person.name_key) == (
        "Jan van der Berg", "van der Berg", "jan van der berg",
    )  # fmt: skip


def test_a_person_is_added_with_all_that_was_said(ada: Campaign, stamp: Stamp) -> None:
    ada.country = "DE"
    ada.save()
    kim = add_person(
        ada,
        stamp=stamp,
        name="Kim Novak",
        company="Kestrel GmbH",
        title="Buyer",
        email="Kim@Kestrel.example",
        phone="030 5550 1200",
        linkedin="https://www.linkedin.com/in/Kim-Novak/",
        tie="close",
        how="school",
    )
    keys = dict(kim.addresses.values_list("kind", "key"))
    assert keys == {"email": "kim@kestrel.example", "phone": "+493055501200"}
    assert kim.linkedin == "kim-novak"
    assert (kim.positions.get().written, kim.search_text) == (
        "Kestrel GmbH", "kim novak buyer kestrel gmbh",
    )  # fmt: skip
    tie = Tie.objects.get()
    assert (tie.kind, tie.how, tie.by_hand) == ("close", "school", True)


@pytest.mark.parametrize(
    "said",
    [
        {"name": ""},
        {"name": "12345"},
        {"name": "Kim", "email": "kim at home"},
        {"name": "Kim", "phone": "call me"},
        {"name": "Kim", "linkedin": "https://elsewhere.example/kim"},
        {"name": "Kim", "tie": "bosom"},
        {"name": "Kim", "title": "Buyer"},
        {"name": "ann lee", "company": "Acme"},
        {"name": "Ann Lee", "email": "ANN.LEE@acme.example"},
        {"name": "Kim", "note": "x" * 20_001},
    ],
)
def test_a_person_that_cannot_be_is_refused_and_nothing_is_half_done(
    ada: Campaign, ann: Person, stamp: Stamp, said: dict[str, Any]
) -> None:
    before = everything()
    with pytest.raises(CannotDo):
        add_person(ada, stamp=stamp, **said)
    assert everything() == before


def test_the_same_profile_is_refused(ada: Campaign, ann: Person, stamp: Stamp) -> None:
    edit_person(ada, stamp=stamp, person="Ann Lee", linkedin="ann-lee")
    with pytest.raises(CannotDo, match="Ann Lee's already"):
        add_person(ada, stamp=stamp, name="Other", linkedin="https://linkedin.com/in/ann-lee")


def test_a_correction_says_what_was_said_by_hand(ada: Campaign, ann: Person, stamp: Stamp) -> None:
    edit_person(
        ada, stamp=stamp, person="Ann Lee", name="Ann Berg", email="ann@berg.example", title="CFO"
    )
    ann.refresh_from_db()
    assert (ann.name, ann.name_key, ann.search_text) == (
        "Ann Berg",
        "ann berg",
        "ann berg cfo acme",
    )
    assert ann.by_hand == ["name"]
    assert ann.addresses.get().key == "ann@berg.example"
    assert ann.positions.get().by_hand


def test_emptying_takes_out(ada: Campaign, ann: Person, stamp: Stamp) -> None:
    edit_person(ada, stamp=stamp, person="Ann Lee", email="", company="")
    assert not ann.addresses.exists()
    assert not ann.positions.exists()


def test_a_correction_of_nothing_is_refused(ada: Campaign, ann: Person, stamp: Stamp) -> None:
    with pytest.raises(CannotDo, match="Say what"):
        edit_person(ada, stamp=stamp, person="Ann Lee")


def test_a_post_that_ended_is_a_former_one(ada: Campaign, ann: Person, stamp: Stamp) -> None:
    post = edit_position(
        ada,
        stamp=stamp,
        person="Ann Lee",
        company="Kestrel",
        began_on=date(2015, 1, 1),
        ended_on=date(2019, 1, 1),
    )
    assert not Position.objects.get(pk=post.pk).current
    edit_position(ada, stamp=stamp, person="Ann Lee", position=post.pk, title="Clerk")
    assert Position.objects.get(pk=post.pk).title == "Clerk"
    with pytest.raises(CannotDo) as refused:
        edit_position(ada, stamp=stamp, person="Ann Lee", drop=True)
    assert len(refused.value.candidates) == 2


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"position": 99_999},
        {"company": "X", "began_on": date(2020, 1, 1), "ended_on": date(2019, 1, 1)},
    ],
)
def test_a_post_that_cannot_be_is_refused(
    ada: Campaign, ann: Person, stamp: Stamp, said: dict[str, Any]
) -> None:
    before = everything()
    with pytest.raises(CannotDo):
        edit_position(ada, stamp=stamp, person="Ann Lee", **said)
    assert everything() == before


def test_a_tie_between_two_people_is_one_whichever_way_it_is_said(
    ada: Campaign, ann: Person, dana: Person, stamp: Stamp
) -> None:
    first = set_tie(ada, stamp=stamp, person="Ann Lee", other="Dana Whitlock", kind="known")
    again = set_tie(ada, stamp=stamp, person="Dana Whitlock", other="Ann Lee", how="choir")
    assert first.pk == again.pk
    assert (again.kind, again.how) == ("known", "choir")


@pytest.mark.parametrize(
    "said",
    [
        {"other": "Ann Lee"},
        {"kind": "bosom"},
        {"since": LATER},
        {"other": "Dana Whitlock", "drop": True},
        {"how": "x" * 501},
    ],
)
def test_a_tie_that_cannot_be_is_refused(
    ada: Campaign, ann: Person, dana: Person, stamp: Stamp, said: dict[str, Any]
) -> None:
    before = everything()
    with pytest.raises(CannotDo):
        set_tie(ada, stamp=stamp, person="Ann Lee", **said)
    assert everything() == before


def test_a_touch_is_moved_with_what_it_came_to(ada: Campaign, ann: Person, stamp: Stamp) -> None:
    from firststep.verbs import thread as actions

    sent = actions.record_sent(ada, stamp=stamp, ref=f"p{ann.pk}")
    what = actions.record_reply(ada, stamp=stamp, ref=sent.ref, answer="helped")
    earlier = date(2026, 10, 29)
    correct_touch(ada, stamp=stamp, touch=what.touch_id or 0, on=earlier)
    touch = Touch.objects.get(pk=what.touch_id)
    assert (touch.on, touch.outcome.on) == (earlier, earlier)
    assert touch.approach is not None
    assert touch.approach.opened_on == earlier
    correct_touch(ada, stamp=stamp, touch=what.touch_id or 0, delete=True)
    assert not Touch.objects.filter(pk=what.touch_id).exists()


@pytest.mark.parametrize("said", [{"touch": 1}, {"touch": 99999, "delete": True},
                                  {"touch": 10**20, "delete": True}])  # fmt: skip
def test_a_correction_of_no_touch_is_refused(
    ada: Campaign, ann: Person, stamp: Stamp, said: dict[str, Any]
) -> None:
    with pytest.raises(CannotDo):
        correct_touch(ada, stamp=stamp, **said)


@pytest.mark.parametrize(
    ("said", "code"), [("Germany", "DE"), ("gb", "GB"), ("uk", "GB"), ("netherlands", "NL")]
)
def test_a_country_may_be_said_by_its_name(db: None, stamp: Stamp, said: str, code: str) -> None:
    assert start_campaign(name="Ada", country=said, stamp=stamp).country == code


def test_a_namesake_with_an_address_or_employer_of_their_own_is_somebody_new(
    begun: Campaign, stamp: Stamp
) -> None:
    add_person(begun, stamp=stamp, name="Joe Lee", company="Acme", email="joe@acme.example")
    add_person(begun, stamp=stamp, name="Joe Lee", company="Beta", email="joe@beta.example")
    add_person(begun, stamp=stamp, name="Joe Lee", email="joe@home.example")
    assert Person.objects.filter(name="Joe Lee").count() == 3
    with pytest.raises(CannotDo, match="is there already"):
        add_person(begun, stamp=stamp, name="joe lee", email="joe@home.example")
    with pytest.raises(CannotDo, match="is there already"):
        add_person(begun, stamp=stamp, name="Joe Lee", company="Beta")
