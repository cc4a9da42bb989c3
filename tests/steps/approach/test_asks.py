"""What is fair to ask, and what instead after silence or a no."""

import pytest

from firststep.facts.asks import ASK_KINDS, SMALLER, SmallerAsk
from firststep.facts.snapshot import LogLine
from firststep.plan.planner import plan_day
from firststep.steps.approach.asks import (
    asked_who_else,
    ended_by_no,
    fair_ask,
    smaller_ask,
)
from tests.builders import (
    MONDAY,
    a_company,
    a_line,
    a_person,
    a_seat,
    a_snapshot,
    an_approach,
)

ACME = a_company()


def a_log(*kinds: str) -> list[LogLine]:
    return [a_line(kind, order=order) for order, kind in enumerate(kinds, 1)]


@pytest.mark.parametrize(
    ("seat_is_empty", "holder_reached", "ask"),
    [(True, False, "name"), (False, False, "introduction"), (False, True, "advice")],
)
def test_f12_first_a_name_then_the_introduction_then_the_meeting(
    seat_is_empty: bool, holder_reached: bool, ask: str
) -> None:
    helper = fair_ask(
        manager=False,
        known_at_target=True,
        seat_is_empty=seat_is_empty,
        holder_reached=holder_reached,
    )
    manager = fair_ask(manager=True, known_at_target=True, seat_is_empty=False, holder_reached=True)

    assert (helper, manager) == (ask, "meeting")


def test_where_an_opening_was_seen_and_the_manager_is_reached_the_ask_is_a_referral() -> None:
    def ask(**more: bool) -> str:
        given = {"manager": False, "known_at_target": True, "seat_is_empty": False}
        return fair_ask(**{**given, "holder_reached": True, "opening_there": True, **more})

    assert ask() == "referral"
    assert ask(holder_reached=False) == "introduction"
    assert ask(seat_is_empty=True) == "name"
    assert ask(known_at_target=False) == "advice"
    assert ask(exploring=True) == "advice"


@pytest.mark.parametrize(
    ("log", "less"),
    [
        ((), None),
        (("write",), "short_call"),
        (("write", "no_answer"), "short_call"),
        (("write", "out_of_office"), "short_call"),
        (("write", "voicemail"), "one_question"),
        (("write", "nudge", "voicemail"), "one_question"),
        (("write", "voicemail", "question", "answer"), None),
        (("write", "bounced"), None),
        (("write", "bounced", "write"), "short_call"),
        (("write", "later", "thank", "write"), "short_call"),
    ],
)
def test_a_meeting_becomes_a_short_call_then_one_question(
    log: tuple[str, ...], less: SmallerAsk | None
) -> None:
    assert smaller_ask("meeting", a_log(*log)) == less


def test_every_ask_has_something_smaller_and_every_smaller_ask_has_words() -> None:
    assert all(one.less for one in ASK_KINDS)
    assert {rung for one in ASK_KINDS for rung in one.less} == set(SMALLER)


@pytest.mark.parametrize("later", ["yes", "question", "met", "held"])
def test_a_no_ends_it_until_another_answer_opens_it_again(later: str) -> None:
    assert ended_by_no(a_log("write", "no", "thank")) is not None
    assert ended_by_no(a_log("write", "no", "thank", later)) is None


def test_the_nudge_says_what_it_asks_for_instead() -> None:
    dana = a_person(1, "Dana Whitlock", tie=None, at=ACME, title="Head of Purchasing")
    silent = an_approach(1, dana, a_line("write"), ask="meeting")
    picture = a_snapshot(people=[dana], seats=[a_seat(holder_id=1)], approaches=[silent])

    card = plan_day(picture, today=picture.calendar.after(MONDAY, 9)).cards[0]

    assert (card.kind, card.ask, card.smaller_ask) == ("nudge", "meeting", "short_call")
    assert "a call of ten minutes" in card.why


def test_a_nudge_after_an_unanswered_call_asks_one_question() -> None:
    dana = a_person(
        1, "Dana Whitlock", tie=None, at=ACME, title="Head of Purchasing", phones=("+4930",)
    )
    on = a_snapshot().calendar.after(MONDAY, 3)
    called = an_approach(1, dana, a_line("write"), a_line("voicemail", on, 2), ask="meeting")
    picture = a_snapshot(people=[dana], seats=[a_seat(holder_id=1)], approaches=[called])

    card = plan_day(picture, today=picture.calendar.after(MONDAY, 7)).cards[0]

    assert (card.kind, card.smaller_ask) == ("nudge", "one_question")


def test_a_first_note_asks_for_nothing_less() -> None:
    ann = a_person(1, "Ann Lee", at=ACME)

    card = plan_day(a_snapshot(people=[ann], seats=[a_seat()]), today=MONDAY).cards[0]

    assert (card.kind, card.smaller_ask) == ("write", None)


@pytest.mark.parametrize(
    ("logs", "asked"),
    [
        ([["write", "no"]], False),
        ([["write", "no", "thank"]], True),
        ([["write", "helped", "thank"]], False),
        ([["write", "no", "helped", "thank"]], False),  # the answer since opens it again
        ([["write", "no", "thank"], ["write", "no"]], True),
        ([["write"], ["write", "no"]], False),
    ],
)
def test_who_else_is_asked_once_whatever_they_say_no_to_later(
    logs: list[list[str]], asked: bool
) -> None:
    told = [[a_line(kind, order=n) for n, kind in enumerate(log)] for log in logs]

    assert asked_who_else(told) is asked
