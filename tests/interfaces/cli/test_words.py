"""What a person reads at the terminal: calm, whole, and with the next thing to type."""

import re
from datetime import date
from typing import Any

from firststep.interfaces.catalogue import CATALOGUE
from firststep.interfaces.cli.telling import TELLERS, TELLS_ITSELF
from firststep.interfaces.words.counts import count
from firststep.interfaces.words.days import nearby

BLAME = re.compile(r"\b(overdue|failed|failure|forgot|should have|must|too late)\b|!(\s|$)", re.I)


def test_every_command_has_its_words() -> None:
    assert set(TELLERS) | TELLS_ITSELF == set(CATALOGUE)
    assert not set(TELLERS) & TELLS_ITSELF


def test_today_says_the_day_the_steps_and_the_whole_first_message(begun: Any) -> None:
    told = begun("today", "--on", begun.on).out

    ref = begun.on_day("today")["cards"][0]["approach_id"]
    draft = begun.on_day("draft", ref)
    assert told.startswith("Monday, 23 November\n\nTwo small steps, about 20 minutes.\n")
    assert "Write to Ann Lee (Acme), 6 min" in told
    assert f"Subject: {draft['subject']}" in told
    said = " ".join(line.strip(" │|") for line in told.splitlines())
    for paragraph in draft["body"].split("\n\n"):
        assert " ".join(paragraph.split()) in said
    assert "Yours to fill in: " in told
    assert f"firststep sent {ref}" in told


def test_a_finished_day_says_so_with_the_next_step(begun: Any) -> None:
    begun.on_day("sent", "Ann Lee")
    begun.on_day("company", "drop", "Globex")

    told = begun("today", "--on", begun.on).out

    assert "Done for today." in told
    assert "The next step is " in told


def test_a_conversation_on_a_day_off_is_told_that_day_with_its_hour(begun: Any) -> None:
    begun.on_day("ask", "Ann Lee", "advice")
    begun.on_day("sent", "Ann Lee")
    begun.on_day("reply", "Ann Lee", "yes")
    begun.on_day("meeting", "Ann Lee", "--at", "2026-11-28 11:00")

    told = begun("today", "--on", "2026-11-28").out

    assert "A day off.\nYou talk with Ann today at 11:00." in told
    answer = begun("today", "--on", "2026-11-28", "--json").json
    assert (answer["coming"]["on"], answer["coming"]["kind"]) == ("2026-11-28", "meet")
    assert answer["coming"]["due_on"] == "2026-11-28"


def test_all_conversations_of_a_day_off_are_told_and_one_that_is_past_asks_how_it_went(
    begun: Any,
) -> None:
    begun.on_day("person", "add", "Sam Boss", "--company", "Globex", "--title",
                 "Head of Purchasing", "--email", "sam@globex.example")  # fmt: skip
    for name, hour in (("Sam Boss", "15:00"), ("Ann Lee", "10:00")):
        begun.on_day("ask", name, "meeting")
        begun.on_day("sent", name)
        begun.on_day("reply", name, "yes")
        begun.on_day("meeting", name, "--at", f"2026-11-28 {hour}")

    eve = begun("today", "--on", "2026-11-27").out
    assert "talk with Ann on Saturday 28 November at 10:00" in " ".join(eve.split())
    off = begun("today", "--on", "2026-11-28").out
    assert "You talk with Ann today at 10:00." in off and "You talk with Sam today at 15:00." in off
    sunday = " ".join(begun("today", "--on", "2026-11-29").out.split())
    assert "You were to talk with Ann on Saturday 28 November. Say how it went." in sunday
    assert "Say how it went with Ann Lee (Acme)" in begun("today", "--on", "2026-11-30").out


def test_whom_to_stay_in_touch_with_comes_next_on_their_day(begun: Any) -> None:
    begun.on_day("company", "drop", "Globex")
    begun.on_day("stage", "Acme", "interview")
    begun.on_day("playbook", "set", "rules.add_companies", "no")
    begun.on_day("person", "add", "Zoe Kay", "--email", "zoe@kay.example")
    begun.on_day("keep", "Zoe Kay", "weekly")
    begun.on_day("log", "Wrote to Zoe Kay", "--yes")

    answer = begun("today", "--on", "2026-11-24", "--json").json
    assert (answer["coming"]["kind"], answer["coming"]["on"]) == ("keep_in_touch", "2026-11-30")
    assert (
        "The next step is Monday: say hello to Zoe Kay" in begun("today", "--on", "2026-11-24").out
    )


def test_what_waits_for_others_alone_is_not_promised_for_tomorrow(begun: Any) -> None:
    begun.on_day("company", "drop", "Globex")
    begun.on_day("stage", "Acme", "interview")

    told = begun("today", "--on", begun.on).out

    assert "Done for today.\nWhat is left waits for others." in told
    assert "The next step is" not in told
    answer = begun.on_day("today")
    assert answer["coming"] is None and all(row["open_ended"] for row in answer["waiting"])


def test_what_was_recorded_is_said_with_what_follows(begun: Any) -> None:
    told = begun("sent", "Ann Lee", "--on", begun.on).out

    assert told.startswith(
        "You wrote to Ann Lee.\nNext: write to them once more on Thursday, 26 November."
    )


def test_a_person_is_shown_with_the_reason_of_the_tie(begun: Any) -> None:
    assert "You said so." in begun("person", "show", "Ann Lee").out
    begun.on_day("person", "add", "Bob Roe")
    begun.on_day("tie", "Bob Roe", "--how", "choir")

    assert "In your address book; nothing more is known." in begun("person", "show", "Bob Roe").out


def test_no_command_blames_or_shouts(begun: Any) -> None:
    begun.on_day("sent", "Ann Lee")
    for words in (
        "today --on 2026-12-01", "today --on 2026-12-24", "progress", "who", "who Acme",
        "company list", "person show 1", "path 1", "draft 1", "doctor", "undo",
    ):  # fmt: skip
        ended = begun(*words.split())
        assert not BLAME.search(ended.out), ended.out


def test_lines_fit_a_narrow_terminal(begun: Any, monkeypatch: Any) -> None:
    monkeypatch.setenv("COLUMNS", "44")

    told = begun("today", "--on", begun.on).out

    commands = ("firststep ", "http")
    prose = [line for line in told.splitlines() if not line.strip().startswith(commands)]
    assert max(map(len, prose)) <= 44


def test_days_are_said_as_people_say_them() -> None:
    today = date(2026, 11, 23)
    assert nearby(date(2026, 11, 24), today=today) == "tomorrow"
    assert nearby(date(2026, 11, 26), today=today) == "Thursday"
    assert nearby(date(2026, 12, 26), today=today) == "Saturday, 26 December"
    assert count(1, "step") == "One step"
    assert count(12, "step") == "12 steps"


def test_keeping_in_touch_says_that_an_open_thread_comes_first(begun: Any) -> None:
    begun.on_day("sent", "Ann Lee")

    told = " ".join(begun("keep", "Ann Lee", "weekly", "--on", begun.on).out.split())

    assert told == (
        "Ann Lee comes up weekly, counted from your last contact, while nothing else with them is "
        "open."
    )
    begun.on = "2026-12-01"  # eight days on, between the nudge and its closing
    found = begun.on_day("today")
    kinds = [one["kind"] for one in found["cards"] + found["waiting"] if one["name"] == "Ann Lee"]
    assert kinds and "keep_in_touch" not in kinds
