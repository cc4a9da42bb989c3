"""Words in the reader's language: filled, counted, told apart; none mixes with another's."""

import json
import threading
from contextvars import copy_context
from datetime import date, datetime

import pytest

from firststep.facts.said import (
    Catalogue,
    as_passed,
    change_language,
    in_language,
    language_now,
    passed_on,
    say,
    say_day,
    say_number,
    say_of,
    to_say,
)

MONDAY = date(2026, 11, 30)
UPSIDE = Catalogue(
    language="xx",
    texts={
        "Hello {name}": "{name}, hello",
        "Later": "Afterwards",
        "a button\x04Later": "Not today",
        "EEEE, d MMMM": "d. MMMM",
    },
    plural=lambda one, many, n: {1: "a step", 2: "a pair"}.get(n, "{n} of them"),
    day=lambda on, pattern: f"{pattern}|{on.day}",
    figure=lambda number: f"{number:,}".replace(",", "."),
)


def test_without_a_catalogue_a_text_stays_as_it_is_written() -> None:
    assert say("Hello {name}", name="Ann {x}") == "Hello Ann {x}"
    assert say("50% of {them}") == "50% of {them}"
    assert say_of("One step", "{n} steps", 1) == "One step"
    assert say_of("One step", "{n} steps", 1204) == "1,204 steps"
    assert say_of("One step", "{n} steps", 2, n="Two") == "Two steps"
    assert to_say("Later") == "Later"
    assert (say_number(1204), language_now()) == ("1,204", "")


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("EEEE, d MMMM", "Monday, 30 November"),
        ("EEEE d MMMM", "Monday 30 November"),
        ("d MMM", "30 Nov"),
        ("d MMMM y", "30 November 2026"),
        ("EEEE", "Monday"),
    ],
)
def test_a_day_in_english(pattern: str, words: str) -> None:
    assert say_day(MONDAY, pattern) == words


def test_a_catalogue_says_it_all_in_its_own_way() -> None:
    with in_language(UPSIDE):
        assert say("Hello {name}", name="Ann") == "Ann, hello"
        assert (say("Later"), say("Later", sense="a button")) == ("Afterwards", "Not today")
        assert say("Not there {n}", n=1) == "Not there 1"
        assert [say_of("One step", "{n} steps", n) for n in (1, 2, 5)] == [
            "a step", "a pair", "5 of them",
        ]  # fmt: skip
        assert say_day(MONDAY, "EEEE, d MMMM") == "d. MMMM|30"
        assert (say_number(1204), language_now()) == ("1.204", "xx")
    assert say("Later") == "Later"


def test_a_day_within_a_text_is_written_as_the_language_writes_it() -> None:
    assert say("settled on {on}", on=MONDAY) == "settled on 2026-11-30"
    with in_language(UPSIDE):
        assert say("settled on {on}", on=MONDAY) == "settled on d MMMM y|30"
        at = datetime(2026, 11, 30, 10)
        assert say("at {at:%H:%M}", at=at) == "at 10:00"  # a moment has a form of its own


def test_another_process_says_it_in_the_language_it_was_passed() -> None:
    assert passed_on() is None and as_passed(None) is None
    with in_language(UPSIDE):
        told = json.loads(json.dumps(passed_on()))
    with in_language(as_passed(told)):
        assert (say("Later"), say("Later", sense="a button")) == ("Afterwards", "Not today")
        assert (say_number(1204), language_now()) == ("1.204", "xx")


def test_a_language_changed_meanwhile_ends_with_what_was_around_it() -> None:
    with in_language(None):
        change_language(UPSIDE)
        assert language_now() == "xx"
    assert language_now() == ""


def test_another_thread_says_it_in_its_own_language() -> None:
    heard: list[str] = []

    def listen() -> None:
        heard.append(say("Later"))

    with in_language(UPSIDE):
        for task in (listen, lambda: copy_context().run(listen)):
            thread = threading.Thread(target=task)
            thread.start()
            thread.join()
        copy_context().run(listen)

    assert heard == ["Later", "Later", "Afterwards"]


@pytest.mark.parametrize(
    ("name", "told"),
    [("Acme, Inc.", "Ask at Acme, Inc. It is early."), ("Acme", "Ask at Acme. It is early."),
     ("etc...", "Ask at etc.... It is early.")],
)  # fmt: skip
def test_a_name_that_ends_with_a_stop_ends_its_sentence(name: str, told: str) -> None:
    assert say("Ask at {name}. It is early.", name=name) == told
    assert say_of("Ask at {name}. It is early.", "", 1, name=name) == told
    assert say("Keep it in {folder}", folder="..") == "Keep it in .."
