"""Bad input gets a sentence and an exit code, and nothing is half done."""

import json
from pathlib import Path
from typing import Any

import pytest


def refused(ended: Any, kind: str) -> Any:
    """The refusal as a machine reads it: one JSON value, nothing else, exit 1."""
    answer = ended.json
    assert ended.code == 1
    assert answer["kind"] == kind, answer
    assert set(answer) >= {"error", "kind", "candidates"}
    assert "Traceback" not in ended.err
    return answer


def test_without_a_campaign_it_says_how_to_begin(program: Any) -> None:
    ended = program("today")

    assert (ended.code, ended.out) == (1, "")
    assert "firststep init" in ended.err


def test_a_second_campaign_is_refused(begun: Any) -> None:
    refused(begun("init", "--name", "Ada Moreno", "--json"), "refused")


@pytest.mark.parametrize(
    "words",
    [
        ("person", "show", "Nobody Known"),
        ("who", "Nowhere"),
        ("sent", "99"),
        ("draft", "p99"),
        ("tie", "Nobody Known", "--kind", "close"),
        ("import", "--undo", "99"),
        ("touch", "99", "--delete"),
        ("snooze", "s99", "2099-12-01"),
        ("sent", str(2**80)),
        ("person", "show", f"p{2**80}"),
        ("import", "--undo", str(2**80)),
    ],
)
def test_what_is_not_there_is_said_so(begun: Any, words: tuple[str, ...]) -> None:
    refused(begun(*words, "--json"), "not_found")


def test_an_ambiguous_name_is_refused_with_its_candidates(begun: Any) -> None:
    begun.on_day("person", "add", "Ann Lehmann", "--company", "Globex")

    answer = refused(begun("sent", "Ann", "--json"), "ambiguous")
    told = begun("sent", "Ann")

    assert {one["name"] for one in answer["candidates"]} == {"Ann Lee", "Ann Lehmann"}
    assert all("id" in one for one in answer["candidates"])
    assert "Ann Lee" in told.err
    assert "Ann Lehmann" in told.err
    chosen = next(line.split()[0] for line in told.err.splitlines() if "Ann Lehmann" in line)
    assert "Ann Lehmann" in begun("draft", chosen, "--json").out


def test_a_snooze_into_the_past_is_refused(begun: Any) -> None:
    ended = begun("snooze", "Ann Lee", "2026-11-20", "--on", "2026-11-23", "--json")

    refused(ended, "refused")


def test_f16_do_not_contact_holds_for_drafts(begun: Any) -> None:
    begun.on_day("do-not-contact", "Ann Lee")

    refused(begun("draft", "Ann Lee", "--json"), "refused")


@pytest.mark.parametrize(
    "words",
    [
        ("today", "--on", "23.11.2026"),
        ("today", "--on", "2026-02-30"),
        ("today", "--on", "9999-12-31"),
        ("meeting", "Ann Lee", "--at", "0001-01-01 10:00"),
        ("snooze", "Ann Lee", "soon"),
        ("meeting", "Ann Lee", "--at", "tomorrow"),
        ("company", "add", "Initech", "--motivation", "6"),
        ("reply", "Ann Lee", "maybe"),
        ("call", "Ann Lee"),
        ("today", "--unknown"),
        ("nonsense",),
        ("company", "nonsense"),
        ("serve", "--port", "abc"),
        ("person", "add", "\udce4"),
    ],
)
def test_wrong_usage_is_two_and_one_sentence(begun: Any, words: tuple[str, ...]) -> None:
    told, as_json = begun(*words), begun(*words, "--json")

    assert (told.code, told.out) == (2, "")
    assert "Traceback" not in told.err
    assert (as_json.code, as_json.json["kind"]) == (2, "bad_input")


def test_a_name_that_begins_with_a_dash_goes_after_two(begun: Any) -> None:
    wrong = begun("person", "add", "-Zoe")
    right = begun("person", "add", "--json", "--", "-Zoe")

    assert wrong.code == 2
    assert " -- " in wrong.err
    assert right.json["name"] == "-Zoe"


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("-", "bad_input"),
        ("/dev/zero", "bad_input"),
        ("/no/such/file.csv", "not_found"),
        (".", "bad_input"),
    ],
)
def test_what_is_no_file_is_said_so(begun: Any, file: str, kind: str) -> None:
    refused(begun("import", file, "--json"), kind)


@pytest.mark.parametrize("command", [("import",), ("company", "import")])
def test_an_empty_file_is_said_so(begun: Any, tmp_path: Path, command: tuple[str, ...]) -> None:
    empty = tmp_path / "Connections.csv"
    empty.write_text("")

    refused(begun(*command, str(empty), "--json"), "bad_input")


def test_a_line_is_not_written_without_being_agreed_to(begun: Any) -> None:
    ended = begun("log", "Wrote to Ann Lee")
    told = begun("log", "Wrote to Ann Lee", "--json")

    assert ended.code == 1
    assert "say --yes" in " ".join(ended.err.split())
    assert json.loads(told.out)["written"] is False
    assert begun.on_day("progress")["people_touched"] == 0


def test_a_fault_of_the_program_is_one_sentence(
    begun: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr("firststep.interfaces.answers.day.today", fails)

    ended = begun("today")

    assert ended.code == 1
    assert "planted" not in ended.err
    assert ended.refused.startswith("Something went wrong inside Firststep.")
    assert "Traceback" not in ended.err


def test_ctrl_c_ends_with_one_line(begun: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def stops(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("firststep.interfaces.answers.day.today", stops)

    ended = begun("today")

    assert (ended.code, ended.out) == (130, "")
    assert ended.err.strip().count("\n") == 0
