"""Rules F2 and F3 of docs/method.md: one approach a person, and what a reference stands for."""

from dataclasses import replace

import pytest

from firststep.facts.kinds import Origin
from firststep.journal.actions import Stamp, recording
from firststep.plan.planner import plan_day
from firststep.steps.approach.rows import Opening, join_or_open
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person
from tests.builders import MONDAY, a_person, a_position, a_seat, a_snapshot
from tests.interfaces.cli.conftest import Program
from tests.rules.acme import ACME, ANN, DANA, GLOBEX, HELD

JOINING = [
    ("ask", "Ann Lee", "advice"),
    ("log", "Met Ann Lee (Acme) for coffee", "--yes"),
    ("reply", "Ben Fox", "refers", "--to", "Ann Lee, Analyst, Acme"),
    ("seat", "Acme", "--is", "Ann Lee"),
]


@pytest.mark.parametrize("words", JOINING, ids=[words[0] for words in JOINING])
def test_f2_a_seat_a_referral_met_and_ask_join_the_one_unfinished_approach(
    begun: Program, words: tuple[str, ...]
) -> None:
    begun.on_day("person", "add", "Ben Fox", "--company", "Globex", "--tie", "close")
    first = begun.on_day("sent", "Ann Lee")["approach_id"]

    begun.on_day(*words)

    found = begun.on_day("person", "show", "Ann Lee")["approaches"]
    assert [one["approach_id"] for one in found] == [first]
    assert begun.on_day("ask", "Ann Lee", "tip")["approach_id"] == first


@pytest.mark.parametrize(
    ("first", "then", "warmest"),
    [
        ("proposed", "named", "named"), ("named", "introduced", "introduced"),
        ("introduced", "offered", "offered"), ("offered", "named", "offered"),
        ("offered", "met", "met"), ("met", "proposed", "met"),
    ],
)  # fmt: skip
def test_f2_where_two_join_the_warmest_way_in_and_the_newest_ask_win(
    ada: Campaign, ann: Person, stamp: Stamp, first: Origin, then: Origin, warmest: Origin
) -> None:
    with recording(ada, stamp, verb="ask", words="You ask.", about="") as change:
        opened = join_or_open(change, Opening(person=ann, ask="meeting", origin=first))
        joined = join_or_open(change, Opening(person=ann, ask="tip", origin=then))
    assert (joined.pk, joined.origin, joined.ask) == (opened.pk, warmest, "tip")


def test_f2_known_first_counts_at_every_target_where_somebody_is_known() -> None:
    both = replace(ANN, positions=(a_position(ACME), a_position(GLOBEX, current=False)))
    tia = a_person(8, "Tia Boss", at=GLOBEX, title="Head of Purchasing", tie=None)
    picture = a_snapshot(
        companies=[ACME, GLOBEX], people=[both, DANA, tia],
        seats=[HELD, a_seat(2, GLOBEX, holder_id=8)],
    )  # fmt: skip
    plan = plan_day(picture, today=MONDAY)
    held = {row.name: row.why for row in plan.waiting}
    assert [card.name for card in plan.showable] == ["Ann Lee"]
    assert "Ann Lee" in held["Dana Whitlock"] and "Ann Lee" in held["Tia Boss"]


def test_f3_a_reference_stands_for_the_newest_approach_opened_or_not_and_closed_or_not(
    begun: Program,
) -> None:
    proposed = begun.on_day("today")["cards"][0]["approach_id"]
    number = begun.on_day("sent", proposed)["approach_id"]
    assert proposed.startswith("p") and isinstance(number, int)
    card = next(w for w in begun.on_day("today")["waiting"] if w["name"] == "Ann Lee")
    assert card["approach_id"] == number

    assert begun.on_day("reply", proposed, "no")["approach_id"] == number
    assert begun.on_day("thank", "Ann Lee")["approach_id"] == number
    assert begun.on_day("reply", proposed, "question")["approach_id"] == number


def test_f3_a_reference_stands_also_for_somebody_who_is_not_proposed(begun: Program) -> None:
    person = begun.on_day("person", "add", "Zoe Kay", "--email", "zoe@kay.example")
    ref = f"p{person['person_id']}"
    today = begun.on_day("today")
    assert ref not in [one["approach_id"] for one in today["cards"] + today["waiting"]]

    number = begun.on_day("sent", ref)["approach_id"]

    assert isinstance(number, int)
    assert begun.on_day("snooze", ref, "2026-12-01")["approach_id"] == number


def test_f3_a_seat_stands_for_its_present_holder(begun: Program) -> None:
    begun.on_day("person", "add", "Ben Fox", "--company", "Acme", "--tie", "close")
    seat = f"s{begun.on_day('who', 'Acme')['seats'][0]['seat_id']}"
    begun.on_day("seat", "Acme", "--is", "Ann Lee")
    ann = begun.on_day("sent", seat)["approach_id"]
    begun.on_day("seat", "Acme", "--is", "Ben Fox")
    ben = begun.on_day("sent", seat)["approach_id"]
    shows = {
        name: [a["approach_id"] for a in begun.on_day("person", "show", name)["approaches"]]
        for name in ("Ann Lee", "Ben Fox")
    }
    assert shows == {"Ann Lee": [ann], "Ben Fox": [ben]}


@pytest.mark.parametrize(
    "words",
    [
        ("sent",), ("draft",), ("reply", "yes"), ("call", "--outcome", "voicemail"),
        ("meeting", "--at", "2026-11-27 10:00"), ("talked",),
    ],
)  # fmt: skip
def test_f3_with_a_seat_without_holder_nothing_else_can_be_done(
    begun: Program, words: tuple[str, ...]
) -> None:
    seat = f"s{begun.on_day('who', 'Acme')['seats'][0]['seat_id']}"
    refused = begun(words[0], seat, *words[1:], "--on", begun.on, "--json")
    assert (refused.code, refused.json["kind"]) == (1, "refused")


def test_f3_a_seat_without_holder_can_be_closed(begun: Program) -> None:
    seat = f"s{begun.on_day('who', 'Globex')['seats'][0]['seat_id']}"
    assert [c["kind"] for c in begun.on_day("today")["cards"]].count("find_name") == 1
    assert isinstance(begun.on_day("close", seat)["approach_id"], int)
    assert "find_name" not in [c["kind"] for c in begun.on_day("today")["cards"]]
