"""One line of a log after another: what each does to a thread."""

from dataclasses import replace
from datetime import datetime

import pytest

from firststep.facts.line_kinds import LINE_KINDS
from firststep.facts.playbook import DEFAULT
from firststep.steps.followup.delays import Delay
from firststep.steps.followup.folding import take_in
from firststep.steps.followup.thread import Rhythm, Thread
from tests.builders import CALENDAR, a_line, a_person, an_approach, working

KNOWN = Rhythm(manager=False, has_number=True, has_written_way=True)


def folded(*kinds: str) -> tuple[Thread, list[Delay]]:
    approach = an_approach(1, a_person(), ask="meeting")
    found, delays = Thread(approach=approach, rhythm=KNOWN), []  # type: ignore[var-annotated]
    for order, kind in enumerate(kinds, 1):
        line = a_line(kind, working(order), order, at=datetime(2026, 11, 30, 10))
        take_in(found, [line], delays, CALENDAR, DEFAULT)
    return found, delays


@pytest.mark.parametrize("kind", [kind.name for kind in LINE_KINDS])
def test_every_kind_of_line_moves_a_thread_on(kind: str) -> None:
    begun = {"invite": (), "accepted": ("invite",), "offered": ("write",)}.get(
        kind, ("write", "question")
    )
    before, no_delays = folded(*begun)
    after, delays = folded(*begun, kind)
    assert (replace(after), delays) != (replace(before), no_delays)


@pytest.mark.parametrize(
    ("kinds", "mode"),
    [
        (("write",), "rhythm"),
        (("write", "bounced"), "new"),
        (("write", "question"), "owe_answer"),
        (("write", "question", "answer"), "answered"),
        (("write", "yes"), "owe_answer"),
        (("write", "yes", "answer"), "undated"),
        (("write", "yes", "dated"), "dated"),
        (("write", "yes", "dated", "cancelled"), "undated"),
        (("write", "yes", "dated", "held"), "owe_thank"),
        (("write", "helped", "thank"), "report"),
        (("write", "helped", "thank", "report_back"), "closed"),
        (("write", "helped", "thank", "asked"), "new"),
        (("offered",), "new"),
        (("write", "offered"), "new"),
        (("write", "later", "thank", "offered"), "new"),
        (("write", "helped", "thank", "offered"), "new"),
        (("write", "question", "offered"), "owe_answer"),
        (("write", "yes", "dated", "offered"), "dated"),
        (("write", "no", "thank"), "closed"),
        (("write", "later", "thank"), "later"),
        (("write", "later", "thank", "write"), "rhythm"),
        (("invite",), "rhythm"),
        (("invite", "accepted"), "accepted"),
        (("invite", "accepted", "write"), "rhythm"),
        (("write", "accepted"), "rhythm"),
        (("write", "yes", "accepted"), "owe_answer"),
    ],
)
def test_where_a_thread_stands_after_these_lines(kinds: tuple[str, ...], mode: str) -> None:
    assert folded(*kinds)[0].mode == mode


def test_whoever_answers_is_back() -> None:
    assert folded("write", "out_of_office")[1] and not folded("write", "out_of_office", "yes")[1]
