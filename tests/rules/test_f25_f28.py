"""Later, named, who comes first and why, and what comes after help and silence (F25-F28)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from firststep.facts.snapshot import ApproachFacts, PersonFacts, SnoozeFacts, TieFacts
from firststep.steps.followup.thread import Rhythm
from tests.builders import MONDAY, a_company, a_person, a_position, a_snapshot
from tests.interfaces.cli.conftest import Program
from tests.rules.acme import (
    ACME,
    ANN,
    BOB,
    CEM,
    DANA,
    HELD,
    MANAGER,
    SEAT,
    a_thread,
    at_acme,
    days,
    names,
    plan,
    shown,
    steps,
    told,
    waits,
    with_whom,
    working,
)

WRITTEN = ("write", 0)


LATER = (WRITTEN, ("later", 1, {"until": working(10)}), ("thank", 1))
GIL = a_person(4, "Gil Roth", at=ACME)


def test_f25_on_its_day_a_later_is_a_write_whatever_else_runs_there() -> None:
    busy = [
        with_whom(2, BOB, ("write", 8)),
        with_whom(3, CEM, ("write", 9), ("yes", 9), ("answer", 9), ask="advice"),
        with_whom(4, GIL, ("write", 10)),
    ]
    picture = at_acme([ANN, BOB, CEM, GIL], with_whom(1, ANN, *LATER), *busy)

    assert ("write", "Ann Lee") in shown(plan(10, picture))


def test_f25_only_a_pause_holds_a_later_on_its_day() -> None:
    answered = with_whom(2, BOB, ("write", 8), ("helped", 9))
    picture = at_acme([ANN, BOB], with_whom(1, ANN, *LATER), answered)

    assert waits(plan(10, picture), "Ann Lee") == ("write", working(14))
    assert ("write", "Ann Lee") in shown(plan(14, picture))


def test_f25_after_a_later_the_whole_rhythm_begins_anew() -> None:
    before = (WRITTEN, ("voicemail", 3), ("nudge", 7), ("later", 8, {"until": working(10)}))
    again = (*before, ("thank", 8), ("write", 10))
    called = (*again, ("voicemail", 13))

    assert steps(a_thread(10, *again, rhythm=MANAGER)) == [("call", working(13))]
    assert steps(a_thread(13, *called, rhythm=MANAGER)) == [("nudge", working(17))]
    assert a_thread(17, *called, ("nudge", 17), rhythm=MANAGER).closes_on == working(22)


@pytest.mark.parametrize("thanks", [(), (("thank", 2),)], ids=["missed", "thanked"])
def test_f25_a_note_after_a_later_begins_anew_though_the_thanks_were_missed(thanks: Any) -> None:
    later = (WRITTEN, ("later", 1, {"until": working(3)}), *thanks)
    assert steps(a_thread(3, *later)) == [("write", working(3))]
    assert steps(a_thread(20, *later)) == [("write", working(3))]
    again = (*later, ("write", 20))
    assert steps(a_thread(20, *again)) == [("nudge", working(23))]
    assert a_thread(23, *again, ("nudge", 23)).closes_on == working(26)


def test_f25_thanks_for_a_later_give_way_to_its_day() -> None:
    later = (WRITTEN, ("later", 1, {"until": working(4)}))
    assert steps(a_thread(3, *later)) == [("thank", working(2))]
    assert steps(a_thread(4, *later)) == [("write", working(4))]


def test_f17_a_later_with_a_number_only_is_rung_twice_in_vain_and_then_closed() -> None:
    number = Rhythm(manager=False, has_number=True, has_written_way=False)
    later = (("no_answer", 0), ("later", 1, {"until": working(6)}), ("thank", 2))
    assert steps(a_thread(6, *later, rhythm=number)) == [("call", working(6))]
    rang = (*later, ("no_answer", 6))
    assert steps(a_thread(6, *rang, rhythm=number)) == [("call", working(7))]
    twice = a_thread(7, *rang, ("no_answer", 7), rhythm=number)
    assert steps(twice) == [] and twice.closes_on == working(10)


def test_f21_whoever_was_met_and_has_a_number_only_is_called_within_the_seven_days() -> None:
    number = Rhythm(manager=False, has_number=True, has_written_way=False)
    met = a_thread(1, ("met", 0), rhythm=number, origin="met")
    assert steps(met) == [("call", working(1))] and met.steps[0].last_on == MONDAY + timedelta(7)
    rang = a_thread(2, ("met", 0), ("no_answer", 1), rhythm=number, origin="met")
    assert steps(rang) == [("call", working(2))]
    assert steps(a_thread(9, ("met", 0), rhythm=number, origin="met")) == [("call", None)]


@pytest.mark.parametrize(
    ("answer", "owed"),
    [
        (("no", 1), []),
        (("helped", 1), [("report_back", working(21))]),
        (("later", 1, {"until": working(40)}), [("write", working(40))]),
    ],
)
def test_f25_missed_thanks_end_and_close_only_where_nothing_else_is_owed(
    answer: Any, owed: list[Any]
) -> None:
    assert steps(a_thread(12, WRITTEN, answer)) == [("thank", working(2))]
    found = a_thread(13, WRITTEN, answer)
    assert steps(found) == owed and found.is_closed is not bool(owed)


@pytest.mark.parametrize(
    "words",
    [
        ("reply", "Ann Lee", "refers", "--to"),
        ("reply", "Ann Lee", "no", "--to"),
        ("talked", "Ann Lee", "--next"),
    ],
)
def test_f26_whoever_is_named_is_opened_at_once_and_written_to_that_day(
    begun: Program, words: tuple[str, ...]
) -> None:
    begun.on_day("sent", "Ann Lee")
    created = days(begun, "11-24").on_day(*words, "Sam Lee, Sales, Acme")["created"]
    (sam,) = created if isinstance(created, list) else [created]
    begun.on_day("person", "edit", "Sam Lee", "--email", "sam@acme.example")

    card = next(c for c in begun.on_day("today")["cards"] if c["name"] == "Sam Lee")

    assert (card["approach_id"], card["state"]) == (sam["approach_id"], "open")
    assert (card["kind"], card["due_on"]) == ("write", "2026-11-24")


def a_name(key: int, person: PersonFacts, day: int = 1, **more: Any) -> ApproachFacts:
    """Somebody whom Ann named."""
    fields = {"ask": "meeting", "origin": "named", "via_id": 1, "opened_on": working(day), **more}
    return with_whom(key, person, **fields)


NAMING = (WRITTEN, ("refers", 1, {"named_id": 9}), ("thank", 1))


def test_f26_another_name_brought_holds_nobody_named() -> None:
    both = (a_name(2, DANA), a_name(3, BOB))
    picture = at_acme([ANN, DANA, BOB, CEM], with_whom(1, ANN, *NAMING), *both, seat=HELD)
    found = plan(1, picture)

    assert shown(found) == [("write", "Bob Ray")]
    assert told(found, "Dana Whitlock") == "One first note a day to Acme."
    assert "brought you a name" in told(found, "Cem Arslan")


def test_f26_the_three_days_of_silence_hold_nobody_named() -> None:
    fresh = with_whom(1, ANN, ("write", 1))
    found = plan(2, at_acme([ANN, BOB, DANA], fresh, a_name(2, DANA, 2, via_id=7), seat=HELD))

    assert ("write", "Dana Whitlock") in shown(found)
    assert "Bob Ray" not in names(found)


@pytest.mark.parametrize(
    ("person", "more", "kind"),
    [
        (DANA, {"ask": "meeting"}, "second_person"),
        (BOB, {"ask": "advice"}, "second_person"),
        (DANA, {"ask": "meeting", "origin": "named", "via_id": 7}, "write"),
        (BOB, {"ask": "introduction", "for_seat_id": 1}, "ask_introduction"),
    ],
)
def test_f26_a_second_person_is_who_was_not_named_while_another_thread_is_live(
    person: PersonFacts, more: Any, kind: str
) -> None:
    live = with_whom(1, ANN, WRITTEN)
    alone = at_acme([person, DANA], with_whom(2, person, **more), seat=HELD)
    both = at_acme([ANN, person, DANA], live, with_whom(2, person, **more), seat=HELD)
    assert (kind, person.name) in shown(plan(3, both))
    plain = "write" if kind == "second_person" else kind
    assert (plain, person.name) in shown(plan(3, alone))


FOUR = [
    replace(ANN, id=n, name=f"Known {n}", tie=TieFacts(id=n, kind="known")) for n in range(1, 5)
]


def helped(key: int, day: int) -> ApproachFacts:
    """One of the four, who was written to on that day and has helped since."""
    return with_whom(key, FOUR[key - 1], ("write", day), ("helped", 9), ("thank", 9))


@pytest.mark.parametrize(
    ("written_to", "first"),
    [([], "Known 1"), ([1, 2], "Known 3"), ([4], "Known 1"), ([4, 3], "Known 1"), ([4, 3, 1], "")],
)
def test_f27_three_keep_strangers_back_those_written_to_in_that_order_then_by_id(
    written_to: list[int], first: str
) -> None:
    asked = [helped(key, day) for day, key in enumerate(written_to)]
    found = plan(10, at_acme([*FOUR, DANA], *asked, seat=HELD))

    why = next((row.why for row in found.waiting if row.name == "Dana Whitlock"), "")
    assert (f"{first}, whom you know there, comes first." == why) is bool(first)
    assert "comes first" in why or not first


@pytest.mark.parametrize(("written_to", "looked_for"), [([1, 2], False), ([4, 3, 1], True)])
def test_f27_a_name_is_looked_for_once_the_three_are_through(
    written_to: list[int], looked_for: bool
) -> None:
    asked = [helped(key, day) for day, key in enumerate(written_to)]
    found = plan(10, at_acme(FOUR, *asked))

    assert (("find_name", "") in shown(found)) is looked_for


REASONS = [
    ("You asked not to see this", "snoozed"),
    ("is away until", "away"),
    ("has answered", "pause"),
    ("A conversation with", "conversation"),
    ("brought you a name or a promise", "brought"),
    ("comes first", "known first"),
    ("One at a time", "live threads"),
]


HAL = a_person(8, "Hal Orr", at=ACME, tie=None)


def why_dana_waits(still: set[str]) -> str:
    """Why Dana is not written to where all these reasons hold at once."""
    there = {
        "pause": (BOB, with_whom(2, BOB, WRITTEN, ("question", 3))),
        "conversation": (CEM, with_whom(3, CEM, WRITTEN, ("yes", 1), ("answer", 1), ask="advice")),
        "brought": (GIL, with_whom(4, GIL, WRITTEN, ("yes", 1), ("thank", 1))),
        "known first": (ANN, with_whom(5, ANN, ("write", 3))),
        "live threads": (HAL, with_whom(6, HAL, ("write", 3))),
    }
    people = [who for why, (who, _) in there.items() if why in still]
    threads = [approach for why, (_, approach) in there.items() if why in still]
    log = [("out_of_office", 3, {"until": working(20)})] if "away" in still else []
    dana = with_whom(9, DANA, *log, ask="meeting")
    put_off = SnoozeFacts(person_id=9, seat_id=None, made_on=working(3), until=working(8))
    picture = at_acme([*people, DANA], *threads, dana, seat=HELD)
    return told(plan(4, picture, *([put_off] if "snoozed" in still else [])), "Dana Whitlock")


@pytest.mark.parametrize("first", range(len(REASONS)))
def test_f27_of_several_reasons_the_first_is_told(first: int) -> None:
    words, _ = REASONS[first]
    assert words in why_dana_waits({name for _, name in REASONS[first:]})


def test_f27_a_snooze_is_told_before_an_absence_also_of_a_nudge() -> None:
    away = with_whom(1, ANN, WRITTEN, ("out_of_office", 2, {"until": working(20)}))
    put_off = SnoozeFacts(person_id=1, seat_id=None, made_on=working(1), until=working(8))
    picture = at_acme([ANN], away)

    assert "You asked not to see this" in told(plan(4, picture, put_off), "Ann Lee")
    assert "is away until" in told(plan(8, picture, put_off), "Ann Lee")


@pytest.mark.parametrize(("day", "looked_for"), [(3, True), (6, False)])
def test_f27_a_name_waits_for_somebody_known_again_once_the_snooze_is_over(
    day: int, looked_for: bool
) -> None:
    put_off = SnoozeFacts(person_id=1, seat_id=None, made_on=working(2), until=working(5))
    found = plan(day, at_acme([ANN], with_whom(1, ANN, WRITTEN)), put_off)

    assert (("find_name", "") in shown(found)) is looked_for


def test_f28_what_came_of_a_talk_is_told_ten_to_twenty_days_after_it() -> None:
    log = (WRITTEN, ("yes", 1), ("answer", 1), ("held", 5), ("thank", 6))
    (step,) = a_thread(7, *log, ask="advice").steps
    assert (step.kind, step.shows_on, step.due_on) == ("report_back", working(15), working(25))
    assert not a_thread(35, *log, ask="advice").is_closed


def test_f28_a_report_counts_from_the_help_and_not_from_the_thanks() -> None:
    (step,) = a_thread(9, WRITTEN, ("helped", 1), ("thank", 9)).steps
    assert (step.shows_on, step.due_on) == (working(11), working(21))


@pytest.mark.parametrize(("person", "anew"), [(ANN, True), (DANA, False)])
def test_f28_only_somebody_known_is_proposed_anew_after_silence(
    person: PersonFacts, anew: bool
) -> None:
    seat = HELD if person is DANA else SEAT
    picture = at_acme([person], with_whom(1, person, WRITTEN, ("nudge", 3)), seat=seat)

    assert person.name not in names(plan(60, picture))
    assert (person.name in names(plan(80, picture))) is anew


ELSEWHERE = a_company(5, "Kestrel", is_target=False, targeted_on=None)


@pytest.mark.parametrize(
    ("title", "place", "kind", "proposed"),
    [
        ("Head of Purchasing", "Oslo", "known", True),
        ("Purchasing Analyst", "Oslo", "close", True),
        ("Dentist", "Berlin", "known", True),
        ("Dentist", "Oslo", "close", False),
        ("Purchasing Analyst", "Berlin", "met", False),
    ],
)
def test_f28_friends_elsewhere_are_proposed_in_the_goals_field_or_one_of_its_places(
    title: str, place: str, kind: Any, proposed: bool
) -> None:
    tie = TieFacts(id=1, kind=kind, by_hand=True)
    fay = a_person(1, "Fay Ode", positions=(a_position(ELSEWHERE, title=title),), place=place)
    picture = a_snapshot(companies=[ACME, ELSEWHERE], people=[replace(fay, tie=tie)])

    assert ("Fay Ode" in names(plan(0, picture))) is proposed
