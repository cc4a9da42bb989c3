"""The playbook: changed within limits, refused by name, and what it does to the plan."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from firststep.errors import CannotDo
from firststep.facts.calendar import WorkCalendar
from firststep.facts.playbook import DEFAULT, LIMITS, NUMBERS, PLAYBOOKS, TWO_HOUR, Playbook
from firststep.facts.snapshot import ApproachFacts, LooseTouch, Snapshot
from firststep.facts.step_kinds import OPTIONAL
from firststep.plan.planner import plan_day
from firststep.plan.playbook.file import changed, read_playbook, write_playbook
from tests.builders import (
    MONDAY,
    a_company,
    a_goal,
    a_line,
    a_person,
    a_seat,
    a_snapshot,
    an_approach,
    of_people,
    working,
)

ACME = a_company(1, "Acme")
ANN = a_person(1, "Ann Lee", at=ACME)
BOB = a_person(2, "Bob Ray", at=ACME)
DANA = a_person(
    9, "Dana Whitlock", at=ACME, title="Head of Purchasing", tie=None, phones=("+4930",)
)
SEAT = a_seat(1, ACME)
HELD = a_seat(1, ACME, holder_id=9)


def kinds(snapshot: Snapshot, day: date, book: Playbook = DEFAULT) -> list[tuple[str, str]]:
    plan = plan_day(snapshot, today=day, book=book)
    return [(card.kind, card.name or card.seat) for card in of_people(plan.showable)]


def test_every_setting_has_a_limit_in_words_and_the_default_keeps_it() -> None:
    plain = {name for name, value in vars_of(DEFAULT).items() if type(value) is int}
    assert plain == set(NUMBERS) > set(LIMITS)
    assert all(limit.words for limit in LIMITS.values())
    for book in PLAYBOOKS.values():
        for name, limit in LIMITS.items():
            assert limit.least <= getattr(book, name) <= limit.most, name


def vars_of(book: Playbook) -> dict[str, object]:
    return {name: getattr(book, name) for name in book.__slots__}


def test_a_playbook_written_down_reads_back_the_same() -> None:
    book = changed(changed(TWO_HOUR, "cards", 5), "minutes.call", "10")
    book = changed(book, "rules.find_name", "no")
    book = changed(book, "ten_percent_is", "one_note")
    assert read_playbook(write_playbook(book)) == book
    assert read_playbook(write_playbook(book, whole=True)) == book
    assert read_playbook("") == DEFAULT


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("nudge_days = 3", "nudge_days"),
        ("cards = 9", "1 to 8"),
        ("strangers_a_week = 20", "strangers_a_week may be 0 to 8"),
        ('cards = "many"', "cards takes a whole number"),
        ("cards = true", "cards takes a whole number"),
        ("cards = 2.5", "cards takes a whole number"),
        ("[minutes]\nsleep = 3", "minutes.sleep"),
        ("[rules]\nthank = false", "rules.thank"),
        ('[rules]\ncall = "maybe"', "rules.call takes yes or no"),
        ('base = "seven-hour"', "seven-hour"),
        ('ten_percent_is = "both"', "ten_percent_is takes protocol or one_note"),
        ("cards = ", "not TOML"),
        ("[lunch]", "no table “lunch”"),
    ],
)
def test_a_wrong_key_or_value_is_refused_naming_it(text: str, named: str) -> None:
    with pytest.raises(CannotDo, match=named):
        read_playbook(text)


@pytest.mark.parametrize("key", sorted(set(NUMBERS) - set(LIMITS)))
def test_what_is_the_methods_is_not_set_and_is_passed_over_where_it_was_set_once(key: str) -> None:
    once = f"cards = 5\n{key} = 1"
    assert read_playbook(once) == replace(DEFAULT, cards=5)
    with pytest.raises(CannotDo, match=f"{key} is part of the rhythm"):
        read_playbook(once, kept=False)
    with pytest.raises(CannotDo, match=f"{key} is part of the rhythm"):
        changed(DEFAULT, key, 1)


def test_what_may_be_left_out_never_holds_thanks_answers_or_meetings() -> None:
    assert not {"thank", "answer", "meet", "write"} & set(OPTIONAL)


def test_leaving_calls_out_gives_the_manager_a_nudge_instead() -> None:
    written = an_approach(1, DANA, a_line("write"), ask="meeting")
    picture = a_snapshot(people=[DANA], seats=[HELD], approaches=[written])
    assert kinds(picture, working(3)) == [("call", "Dana Whitlock")]
    quiet = changed(DEFAULT, "rules.call", "no")
    assert kinds(picture, working(3), quiet) == [("nudge", "Dana Whitlock")]


def test_two_hour_writes_to_a_second_person_at_three_days_and_again_to_the_first_at_seven() -> None:
    written = an_approach(1, ANN, a_line("write"))
    picture = a_snapshot(people=[ANN, BOB], seats=[SEAT], approaches=[written])
    assert kinds(picture, working(3), TWO_HOUR) == [("second_person", "Bob Ray")]
    assert ("nudge", "Ann Lee") in kinds(picture, working(7), TWO_HOUR)
    assert ("nudge", "Ann Lee") not in kinds(picture, working(6), TWO_HOUR)


def test_without_second_persons_one_thread_at_a_company_runs_at_a_time() -> None:
    written = an_approach(1, ANN, a_line("write"))
    picture = a_snapshot(people=[ANN, BOB], seats=[SEAT], approaches=[written])
    alone = changed(DEFAULT, "rules.second_person", "no")
    assert kinds(picture, working(4), alone) == [("nudge", "Ann Lee")]


def test_two_people_are_never_asked_for_one_introduction_at_once() -> None:
    asked = an_approach(1, ANN, a_line("write"), ask="introduction", for_seat_id=1)
    picture = a_snapshot(people=[ANN, BOB, DANA], seats=[HELD], approaches=[asked])
    assert ("ask_introduction", "Bob Ray") not in kinds(picture, working(4))
    nudged = asked._replace(log=(*asked.log, a_line("nudge", working(3), 2)))
    silent = a_snapshot(people=[ANN, BOB, DANA], seats=[HELD], approaches=[nudged])
    assert ("ask_introduction", "Bob Ray") in kinds(silent, working(7))


def test_an_introducer_rests_fourteen_calendar_days_between_two_introductions() -> None:
    first = an_approach(
        1, ANN, a_line("write"), a_line("no", working(1), 2), a_line("thank", working(1), 3),
        ask="introduction", for_seat_id=1,
    )  # fmt: skip
    globex = a_company(2, "Globex")
    again = an_approach(
        2, ANN, ask="introduction", for_seat_id=2, opened_on=working(4)
    )  # fmt: skip
    gil = a_person(8, "Gil Roth", at=globex, title="Head of Purchasing", tie=None)
    picture = a_snapshot(
        companies=[ACME, globex],
        people=[ANN, DANA, gil],
        seats=[HELD, a_seat(2, globex, holder_id=8)],
        approaches=[first, again],
    )
    assert ("ask_introduction", "Ann Lee") not in kinds(picture, MONDAY + timedelta(days=11))
    assert ("ask_introduction", "Ann Lee") in kinds(picture, MONDAY + timedelta(days=14))


def many_strangers(yes: int) -> Snapshot:
    """Forty strangers settled by silence but for so many yeses, and one more to write to."""
    companies = [a_company(n, f"C{n}") for n in range(1, 42)]
    people = [
        a_person(n, f"Boss {n}", at=c, title="Head of Purchasing", tie=None)
        for n, c in enumerate(companies, 1)
    ]
    seats = [a_seat(n, c, holder_id=n) for n, c in enumerate(companies, 1)]
    silent = [
        an_approach(n, people[n - 1], a_line("write", MONDAY - timedelta(days=14)), ask="meeting")
        for n in range(1, 41 - yes)
    ]
    agreed = [
        an_approach(
            n, people[n - 1], a_line("write", MONDAY - timedelta(days=14)),
            a_line("yes", MONDAY - timedelta(days=13), 2), a_line("held", MONDAY, 3),
            a_line("thank", MONDAY, 4), ask="meeting",
        )
        for n in range(41 - yes, 41)
    ]  # fmt: skip
    return a_snapshot(
        companies=companies, people=people, seats=seats, approaches=[*silent, *agreed]
    )


def test_under_three_percent_after_forty_strangers_the_note_is_looked_at_first() -> None:
    monday = working(5)
    assert kinds(many_strangers(yes=1), monday) == [("look_again", "")]
    assert ("write", "Boss 41") in kinds(many_strangers(yes=2), monday)


def test_f7_look_again_shows_on_the_first_working_day_of_a_week_only() -> None:
    assert kinds(many_strangers(yes=1), working(6)) == []


def test_the_pause_of_strangers_ends_so_that_a_mended_note_gets_its_chance() -> None:
    picture = many_strangers(yes=0)
    held = next(w for w in plan_day(picture, today=working(12)).waiting if w.name == "Boss 41")
    assert "look at your note" in held.why.lower()
    assert ("write", "Boss 41") in kinds(picture, working(13))


def test_exploring_asks_everyone_for_advice_and_presses_after_its_time() -> None:
    exploring = a_goal(exploring=True, until=working(10))
    picture = a_snapshot(people=[ANN, DANA], seats=[HELD], goal=exploring)
    plan = plan_day(picture, today=MONDAY)
    assert [card.ask for card in plan.cards] == ["advice"]
    assert ("decide_goal", "") not in kinds(picture, working(9))
    assert ("decide_goal", "") in kinds(picture, working(10))


def test_exploring_presses_after_five_conversations() -> None:
    people = [a_person(n, f"P{n}", at=ACME) for n in range(1, 6)]
    talks = [an_approach(n, people[n - 1], a_line("held"), ask="advice") for n in range(1, 6)]
    exploring = a_goal(exploring=True)
    five = a_snapshot(people=people, seats=[SEAT], approaches=talks, goal=exploring)
    four = a_snapshot(people=people, seats=[SEAT], approaches=talks[:4], goal=exploring)
    assert ("decide_goal", "") in kinds(five, working(1))
    assert ("decide_goal", "") not in kinds(four, working(1))


def test_somebody_to_keep_in_touch_with_shows_when_the_last_contact_is_that_long_ago() -> None:
    fay = a_person(5, "Fay Ode", keep="monthly")
    known = an_approach(
        1, fay, a_line("write"), a_line("no", MONDAY, 2), a_line("thank", MONDAY, 3)
    )
    picture = a_snapshot(people=[fay], companies=[ACME], approaches=[known])
    assert ("keep_in_touch", "Fay Ode") not in kinds(picture, MONDAY + timedelta(days=29))
    assert ("keep_in_touch", "Fay Ode") in kinds(picture, MONDAY + timedelta(days=30))


def test_f7_at_most_one_a_day_to_keep_in_touch_with() -> None:
    two = [a_person(n, f"P{n}", keep="weekly") for n in (5, 6)]
    cards = plan_day(a_snapshot(people=two), today=MONDAY).cards
    assert [card.kind for card in cards].count("keep_in_touch") == 1


def test_days_away_shift_what_is_due_and_do_not_pile_it_up() -> None:
    away = WorkCalendar(away=((working(2), working(8)),))
    written = an_approach(1, ANN, a_line("write"))
    picture = a_snapshot(people=[ANN], seats=[SEAT], approaches=[written], calendar=away)
    assert plan_day(picture, today=working(5)).cards == ()
    assert kinds(picture, working(9)) == []
    assert kinds(picture, working(10)) == [("nudge", "Ann Lee")]


def test_somebody_with_an_open_thread_is_kept_in_touch_with_already() -> None:
    fay = a_person(5, "Fay Ode", keep="weekly")
    helped = (a_line("write"), a_line("helped", MONDAY, 2), a_line("thank", MONDAY, 3))
    picture = a_snapshot(people=[fay], approaches=[an_approach(1, fay, *helped)])
    assert ("keep_in_touch", "Fay Ode") not in kinds(picture, MONDAY + timedelta(days=9))


def test_f7_once_somebody_was_kept_in_touch_with_today_the_next_waits() -> None:
    two = [a_person(n, f"P{n}", keep="weekly") for n in (5, 6)]
    wrote = LooseTouch(person_id=5, on=MONDAY, out=True)
    picture = a_snapshot(people=two, loose_touches=(wrote,))
    assert ("keep_in_touch", "P6") not in kinds(picture, MONDAY)
    assert ("keep_in_touch", "P6") in kinds(picture, working(1))


def test_the_card_says_when_one_was_last_in_touch_from_whichever_side() -> None:
    fay = a_person(5, "Fay Ode", keep="monthly")
    wrote = LooseTouch(person_id=5, on=MONDAY, out=True)
    heard = LooseTouch(person_id=5, on=MONDAY + timedelta(days=3), out=False)
    ring = an_approach(1, fay, a_line("no_answer", MONDAY + timedelta(days=9)))
    changed = an_approach(2, fay, a_line("asked", MONDAY + timedelta(days=9)))
    for picture in (
        a_snapshot(people=[fay], loose_touches=(wrote, heard)),
        a_snapshot(people=[fay], loose_touches=(wrote, heard),
                   approaches=[replace_closed(ring), replace_closed(changed)]),
    ):  # fmt: skip
        day = MONDAY + timedelta(days=35)  # the thirtieth day is a Saturday
        (card,) = [c for c in plan_day(picture, today=day).showable if c.kind == "keep_in_touch"]
        assert card.why.startswith("Stay in touch with Fay, monthly. ")
        assert "You were last in touch on Thursday 5 November." in card.why


def replace_closed(one: ApproachFacts) -> ApproachFacts:
    return one._replace(closed_on=MONDAY + timedelta(days=9))
