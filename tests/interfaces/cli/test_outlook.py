"""How far still, and what if: the two answers about what is to come."""

from pathlib import Path
from typing import Any

import pytest

from firststep.errors import CannotDo
from firststep.interfaces.answers import outlook
from firststep.interfaces.cli.asking import before_simulate

SHORT = ("simulate", "--runs", "2", "--weeks", "4")


def test_progress_tells_how_far_still_with_the_range_and_what_it_rests_on(begun: Any) -> None:
    forecast = begun.on_day("progress")["forecast"]

    more, by = forecast["more_people"], forecast["by"]
    assert more["low"] < more["median"] < more["high"]
    assert by["low"] < by["median"] < by["high"]
    assert [(one["until"], one["count"]) for one in forecast["milestones"]] == [
        ("conversations", 3), ("conversations", 5), ("conversations", 10), ("job_offer", 1)
    ]  # fmt: skip
    assert (forecast["n"], forecast["assumed"], forecast["own_pace"]) == (0, True, False)
    assert forecast["slow_lately"] is False


def test_writing_to_more_a_week_brings_the_day_nearer_and_not_the_number(begun: Any) -> None:
    usual = begun.on_day("progress")["forecast"]
    faster = begun.on_day("progress", "--a-week", "20")["forecast"]

    assert faster["more_people"] == usual["more_people"]
    assert faster["by"] == usual["by"]
    assert faster["what_if"]["a_week"] == 20
    assert faster["what_if"]["by"]["median"] < usual["what_if"]["by"]["median"]


def settle(program: Any, count: int = 5, *, first: int = 0) -> None:
    """So many people were written to and said no."""
    for number in range(first, first + count):
        name = f"Sam {'ABCDEFGH'[number]}lder"
        program.on_day("person", "add", name, "--tie", "known", "--email", f"s{number}@b.example")
        program.on_day("sent", name)
        program.on_day("reply", name, "no")


def told(program: Any, *words: str) -> str:
    return " ".join(program("progress", *(words or ("--on", program.on))).out.split())


def test_f44_before_five_are_settled_only_what_is_usual_is_told_in_one_sentence(begun: Any) -> None:
    usual = (
        "A usual campaign writes to about a hundred people for about ten conversations, some 12 "
        "weeks at your 45 minutes a day, 7 at 90; how far yours may still be is told once five "
        "people are settled."
    )
    assert told(begun).endswith(f"How far it may still be: {usual}")

    settle(begun, 4)
    assert told(begun).endswith(usual)

    settle(begun, 1, first=4)
    assert begun.on_day("progress")["forecast"]["is_own"]
    assert "a job offer" in told(begun)
    assert usual not in told(begun)


def test_f40_thanks_stand_beside_those_met_and_1_in_20_is_compared_with_these_alone(
    begun: Any,
) -> None:
    settle(begun, 2)
    for name in ("Sam Alder", "Sam Blder"):
        begun.on_day("thank", name)
    assert "Thanks and answers: 2 of 2 in time." in told(begun)
    assert "1 in 20" not in told(begun)

    begun.on_day("log", "Met Priya Nair (Acme) at a fair", "--yes")
    begun.on_day("sent", "Priya Nair")

    assert (
        "People met, and offers: 1 of 1 in time, 100%. 1 in 20 is usual. "
        "Thanks and answers: 2 of 2 in time."
    ) in told(begun)
    found = begun.on_day("progress")
    assert found["follow_up"] == {"due": 1, "in_time": 1, "rate": 1.0}
    assert found["thanks"] == {"due": 2, "in_time": 2, "rate": 1.0}


def test_progress_says_in_words_that_it_rests_on_an_assumption(begun: Any) -> None:
    settle(begun)
    words = told(begun)

    assert "Until your own pace shows, this is at 8 new people a week, what 45 minutes" in words
    assert "a job offer" in words
    assert "None of your own people are in it yet, for their days to answer run on" in words
    assert "assumption" in words


def test_after_a_slow_month_the_usual_pace_is_named_as_such(begun: Any) -> None:
    settle(begun)
    begun.on_day("sent", "Ann Lee")
    late = ("--on", "2027-01-11")

    words = told(begun, *late)
    forecast = begun.json("progress", *late)["forecast"]

    assert "a slow month foretells little: this is at 8 new people a week, what 45 minutes" in words
    assert "a day allow; 90 would allow 14." in words
    assert "Until your own pace shows" not in words
    assert (forecast["own_pace"], forecast["slow_lately"], forecast["a_week"]) == (False, True, 8)
    assert forecast["n"] == 6
    assert "6 settled people of your own are in it, those whose days to answer are over" in words


def test_simulate_answers_with_every_figure_and_its_interval(process: Any) -> None:
    found = process(*SHORT, "--json").json

    assert [one["policy"] for one in found["policies"]] == [
        "default", "two-hour", "no_follow_up", "cold_first"
    ]  # fmt: skip
    for one in found["policies"]:
        assert one["runs"] == 2
        assert set(one["offer_by"]) == {"4"}
        for figure in ("days", "people_written_to", "touches_per_person", "conversations", "hours"):
            assert set(one[figure]) == {"mean", "low", "high"}
    assert {one["effect"] for one in found["effects"]} == {"discipline", "ordering", "playbook"}
    assert process(*SHORT, "--json").json == found


def test_simulate_tells_a_table_and_writes_the_drawing(process: Any, tmp_path: Path) -> None:
    file = tmp_path / "habits.svg"
    ended = process(*SHORT, "--policy", "default", "--policy", "habit", "--svg", str(file))

    assert ended.code == 0
    assert "2 invented campaigns of 4 weeks each" in ended.out
    assert "habit: newest first" in ended.out
    assert "people written to" in ended.out
    assert file.read_text().startswith("<svg")


def test_one_campaign_tells_no_range_and_says_so(process: Any, tmp_path: Path) -> None:
    file = tmp_path / "one.svg"
    alone = ("simulate", "--runs", "1", "--weeks", "4")
    told = process(*alone, "--svg", str(file)).out

    assert "One invented campaign of 4 weeks\n" in told
    assert "One campaign tells no range" in " ".join(told.split())
    assert "(" not in told
    assert "offer within 4 weeks      no" in told
    assert "The same campaign compared:" in told
    assert "<polyline" in file.read_text()
    found = process(*alone, "--policy", "default", "--json").json["policies"][0]
    assert found["days"] == {"mean": 20.0, "low": None, "high": None}


def test_a_few_campaigns_claim_no_certainty(process: Any) -> None:
    told = " ".join(process(*SHORT, "--policy", "default", "--policy", "cold_first").out.split())

    assert "So few campaigns prove little" in told
    assert "offer within 4 weeks 0% (0 to 66%)" in told
    assert "working days to an offer 20.0 on average, cut at 20" in told
    assert "0.0 working days sooner; +0 offers in a hundred" in told


def test_simulate_needs_no_campaign_and_makes_none(process: Any) -> None:
    assert process(*SHORT, "--policy", "default").code == 0
    assert not process.home.exists()


def test_a_drawing_that_cannot_be_written_is_refused_before_anything_is_played() -> None:
    with pytest.raises(CannotDo, match="could not be written"):
        outlook.simulate(runs=10**9, svg="/nowhere/at/all.svg")


def test_a_bar_says_how_far_it_is_only_where_somebody_watches(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert before_simulate({}, lambda: None) == {}
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    given = before_simulate({}, lambda: None)
    assert given
    bar = given["progress"]
    bar.began -= 5  # seconds ago
    bar(30, 60)
    captured = capsys.readouterr()
    assert "30 of 60" in captured.err
    assert captured.out == ""
