"""What a talk brought, in one line with it. Today is Friday, 4 December 2026."""

import pytest

from firststep.steps.outreach.language.cues import Cue
from firststep.steps.outreach.telling.happening import LineHappening, LineRead
from firststep.steps.outreach.telling.sheet import read_with_sheet, sheet_cues
from tests.in_part import in_part
from tests.steps.outreach.telling import told_lines
from tests.steps.outreach.telling.test_reading import SCENE

TALK = "talked with Noah Chen"
WITH_ALL = (
    "talked with rosa: pay is about 60k, they read the portfolio first, she named Sam Lee, "
    "I promised my CV by friday"
)
ALL_IN_GERMAN = (
    "mit Rosa gesprochen: Gehalt liegt bei 60.000, zuerst lesen sie das Portfolio, sie hat Sam Lee "
    "genannt, ich habe ihr meinen Lebenslauf bis Freitag versprochen"
)


def read(line: str) -> LineRead:
    return read_with_sheet(line, SCENE)


def told(one: LineHappening) -> tuple[object, ...]:
    """A happening as what it is, whose, whom it names, what it says."""
    names = [to.name for to in one.to]
    return (one.do, one.outcome, one.who and one.who.name, names, one.words or one.learned)


def brought(line: str) -> list[tuple[str, str]]:
    """What the line's sheet holds: `pay`, `mine` … with their words."""
    done = read(line).happenings
    lessons = [(about, what) for one in done for about, what in one.learned]
    return lessons + [(one.outcome or "", one.words) for one in done if one.words]


@pytest.mark.parametrize("cue", sheet_cues(), ids=lambda cue: cue.example or cue.said)
def test_each_way_of_saying_is_kept_behind_a_talk(cue: Cue) -> None:
    if cue.means == "none":
        return
    parts = brought(f"{TALK}; {cue.example}")
    assert [what for what, _ in parts] == [cue.means]
    assert all(words.split(" (")[0] in cue.example for _, words in parts)


@pytest.mark.parametrize(("line", "lessons", "promise"), [
    (WITH_ALL, (("pay", "pay is about 60k"), ("read_first", "they read the portfolio first")),
     "my CV by friday (11 December)"),
    (ALL_IN_GERMAN,
     (("pay", "Gehalt liegt bei 60.000"), ("read_first", "zuerst lesen sie das Portfolio")),
     "meinen Lebenslauf bis Freitag (11 December)"),
])  # fmt: skip
def test_one_line_holds_what_was_learned_who_was_named_and_what_was_promised(
    line: str, lessons: tuple[tuple[str, str], ...], promise: str
) -> None:
    answer = read(line)

    assert answer.is_sure
    assert [told(one) for one in answer.happenings] == [
        ("talked", None, "Rosa Diaz", ["Sam Lee"], lessons),
        ("promise", "mine", "Rosa Diaz", [], promise),
    ]  # fmt: skip
    assert {one.note for one in answer.happenings} == {line}


@pytest.mark.parametrize(("line", "sheet"), [
    ("talked to Noah Chen. The pay is between 60 and 70k and they hire through referrals.",
     [("pay", "The pay is between 60 and 70k"), ("way_in", "they hire through referrals")]),
    ("talked to Noah Chen: pay is 60,000 a year, nice office", [("pay", "pay is 60,000 a year")]),
    ("called Noah Chen: he'll send me the list and pay is 60k to 70k",
     [("pay", "pay is 60k to 70k"), ("theirs", "send me the list")]),
    ("met Noah Chen for coffee, they pay 55 to 60k", [("pay", "they pay 55 to 60k")]),
    ("talked with Noah Chen, he named Ann Lee, he'll send me the brief",
     [("theirs", "send me the brief")]),
    ("mit Noah Chen gesprochen, er schickt mir eine Liste und sie stellen über Empfehlungen ein",
     [("way_in", "sie stellen über Empfehlungen ein"), ("theirs", "schickt mir eine Liste")]),
])  # fmt: skip
def test_parts_are_told_apart_by_what_they_say(line: str, sheet: list[tuple[str, str]]) -> None:
    assert brought(line) == sheet


@pytest.mark.parametrize("line", [
    "talked with Noah Chen, he asked what salary I want",
    "talked with Noah Chen about my pay",
    "Noah Chen wrote that pay is about 60k",
    "Acme pays by the union's table",
])  # fmt: skip
def test_what_they_asked_and_what_no_talk_told_is_no_lesson(line: str) -> None:
    assert brought(line) == []


@pytest.mark.parametrize(("line", "question"), [
    ("talked with Noah Chen and Ann Lee: pay is about 60k", "Who told you that"),
    ("talked with Tom: pay is about 60k", "Who is meant"),
    ("talked with Noah Chen: pay is about 60k, Cleo Hart", "Cleo Hart"),
])  # fmt: skip
def test_who_told_it_and_what_is_left_over_is_asked(line: str, question: str) -> None:
    answer = read(line)
    assert question in answer.question
    assert all("pay is about 60k" in one.line for one in answer.readings)


def test_a_call_that_taught_something_was_a_talk() -> None:
    assert [one.outcome for one in read("called Noah Chen: pay is 60k").happenings] == ["talked"]


@in_part(4)
@pytest.mark.parametrize("name", ["open", "fresh"])
def test_no_line_is_read_worse_for_its_sheet(
    name: str, every: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = told_lines.corpus(name)
    labels = [one for one in lines if "," in one["line"] or " and " in one["line"]][::every]
    before, _ = told_lines.scored(labels)
    monkeypatch.setattr(told_lines, "read_line", read_with_sheet)
    after, missed = told_lines.scored(labels)
    assert after["wrong"] == before["wrong"], missed
    assert after["right"] >= before["right"]
