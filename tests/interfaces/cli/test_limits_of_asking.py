"""What the program will not draft or look for, because enough was sent, or a no settled it."""

import re
from typing import Any

from tests.interfaces.cli.conftest import Program


def days(program: Program, day: str) -> Program:
    program.on = f"2026-{day}"
    return program


def test_f16_no_third_note_is_drafted_while_the_thread_waits_to_be_closed(begun: Program) -> None:
    sent = begun.on_day("sent", "Ann Lee")
    days(begun, "11-26").on_day("sent", "Ann Lee")
    days(begun, "11-27")
    refused = begun("draft", str(sent["approach_id"]), "--on", begun.on, "--json")

    assert refused.code == 1 and refused.json["kind"] == "refused"
    assert refused.json["error"].startswith("No note is left to send.")


def test_nor_after_silence_has_closed_it_and_an_ask_has_opened_it_again(begun: Program) -> None:
    begun.on_day("sent", "Ann Lee")
    days(begun, "11-26").on_day("sent", "Ann Lee")
    days(begun, "12-10")
    closed = begun("draft", "Ann Lee", "--on", begun.on, "--json")
    assert "Two notes had no answer" in closed.json["error"]

    asked = begun.on_day("ask", "Ann Lee", "advice")
    rested = begun("draft", str(asked["approach_id"]), "--on", begun.on, "--json")
    waiting = begun.on_day("today")["waiting"]

    assert "From " in rested.json["error"] and "you may try once more" in rested.json["error"]
    assert "Two notes had no answer" in next(w["why"] for w in waiting if w["name"] == "Ann Lee")


def test_the_nudge_that_is_still_to_come_may_be_drafted_ahead(begun: Program) -> None:
    begun.on_day("sent", "Ann Lee")

    assert days(begun, "11-24").on_day("draft", "Ann Lee")["body"]


def test_staying_in_touch_asks_for_nothing_and_opens_nothing(begun: Program) -> None:
    begun.on_day("person", "add", "Zoe Kay", "--email", "zoe@kay.example")
    begun.on_day("keep", "Zoe Kay", "weekly")
    card = next(c for c in begun.on_day("today")["cards"] if c["kind"] == "keep_in_touch")
    begun.on_day("log", f"Wrote to {card['name']}", "--yes")

    later = days(begun, "11-27").on_day("today")

    assert [c for c in later["cards"] if c["name"] == "Zoe Kay"] == []
    (row,) = [row for row in later["waiting"] if row["name"] == "Zoe Kay"]
    assert (row["kind"], row["approach_id"], row["due_on"]) == ("keep_in_touch", None, "2026-11-30")
    assert begun.on_day("person", "show", "Zoe Kay")["approaches"] == []
    again = days(begun, "12-01").on_day("today")["cards"]
    assert "keep_in_touch" in [c["kind"] for c in again if c["name"] == "Zoe Kay"]


def test_staying_in_touch_may_be_put_off(begun: Program) -> None:
    begun.on_day("person", "add", "Zoe Kay", "--email", "zoe@kay.example")
    begun.on_day("keep", "Zoe Kay", "weekly")
    begun.on_day("snooze", "Zoe Kay", "2026-12-01")

    def kept(day: str) -> list[Any]:
        return [c for c in days(begun, day).on_day("today")["cards"] if c["name"] == "Zoe Kay"]

    assert kept("11-24") == [] and kept("11-30") == []
    assert [c["kind"] for c in kept("12-01")] == ["keep_in_touch"]


def test_no_way_in_is_shown_to_somebody_who_said_no_or_is_not_to_be_contacted(
    begun: Program,
) -> None:
    begun.on_day(
        "person", "add", "Sam Boss", "--company", "Globex", "--title", "Head of Purchasing",
        "--email", "sam@globex.example",
    )  # fmt: skip
    begun.on_day("sent", "Sam Boss")
    begun.on_day("reply", "Sam Boss", "no")
    said_no = begun("path", "Sam Boss", "--on", begun.on, "--json")
    begun.on_day("do-not-contact", "Ann Lee")
    stopped = begun("path", "Ann Lee", "--on", begun.on, "--json")

    assert "Sam Boss said no on Monday 23 November" in said_no.json["error"]
    assert "is not to be contacted" in stopped.json["error"]


def test_no_way_in_is_shown_to_a_company_that_said_no(begun: Program) -> None:
    open_way = begun("path", "Ann Lee", "--on", begun.on, "--json")
    begun.on_day("stage", "Acme", "rejected")
    person = begun("path", "Ann Lee", "--on", begun.on, "--json")

    assert open_way.json[0]["kind"] == "direct"
    assert person.code == 1 and "Acme has said no" in person.json["error"]


def test_progress_sets_decision_makers_and_follow_up_beside_what_is_known_of_others(
    begun: Program,
) -> None:
    begun.on_day("sent", "Ann Lee")
    begun.on_day("reply", "Ann Lee", "helped")
    begun.on_day("thank", "Ann Lee")

    told = begun("progress", "--on", begun.on).out

    assert "0 of about 25" in told
    assert "Thanks and answers: 1 of 1 in time." in told and "1 in 20" not in told
    assert begun.on_day("progress")["published"] == 25


def test_exploring_counts_from_the_day_it_was_said(begun: Program) -> None:
    days(begun, "12-28").on_day("goal", "--exploring")

    assert "decide_goal" not in [c["kind"] for c in begun.on_day("today")["cards"]]
    begun.on = "2027-01-19"
    card = next(c for c in begun.on_day("today")["cards"] if c["kind"] == "decide_goal")
    assert "Exploring since Monday 28 December, no talk yet" in card["why"]
    assert "first list" not in card["why"]


def test_first_a_name_then_of_the_same_person_an_introduction(begun: Program) -> None:
    first = begun.on_day("sent", "Ann Lee")
    days(begun, "11-24").on_day("reply", "Ann Lee", "helped", "--to", "Olga Stein, Sales, Globex")
    begun.on_day("thank", "Ann Lee")

    asked = begun.on_day("ask", "Ann Lee", "introduction", "--for", "Globex, Head of Purchasing")
    assert asked["approach_id"] == first["approach_id"]
    early = [w for w in begun.on_day("today")["waiting"] if w["name"] == "Ann Lee"]
    assert [(w["kind"], w["due_on"]) for w in early] == [("ask_introduction", "2026-11-26")]

    card = next(c for c in days(begun, "11-26").on_day("today")["cards"] if c["name"] == "Ann Lee")
    draft = begun.on_day("draft", "Ann Lee")
    assert (card["kind"], card["ask"]) == ("ask_introduction", "introduction")
    _greeting, thanks, asking, *_rest = draft["body"].split("\n\n")
    assert draft["wording"] == "ask-again" and re.search("(?i)thank.* Olga Stein", thanks)
    assert "Globex" in asking and re.search("introduc|in touch with", asking)

    begun.on_day("sent", "Ann Lee")
    begun.on = "2026-12-01"
    assert "nudge" in [c["kind"] for c in begun.on_day("today")["cards"] if c["name"] == "Ann Lee"]


def test_a_promise_does_not_become_an_agreed_talk_when_something_else_is_asked(
    begun: Program,
) -> None:
    begun.on_day("sent", "Ann Lee")
    begun.on_day("reply", "Ann Lee", "yes")
    begun.on_day("ask", "Ann Lee", "meeting")
    kinds = [c["kind"] for c in begun.on_day("today")["cards"] if c["name"] == "Ann Lee"]
    agreed = {s["stage"]: s["n"] for s in begun.on_day("progress")["funnel"]}["agreed"]
    assert kinds == ["thank"] and agreed == 0

    begun.on_day("thank", "Ann Lee")
    later = days(begun, "11-25").on_day("today")["cards"]

    assert [(c["kind"], c["ask"]) for c in later if c["name"] == "Ann Lee"] == [
        ("write", "meeting")
    ]


def test_a_silent_thread_that_asks_for_something_else_says_so_and_keeps_its_limit(
    begun: Program,
) -> None:
    begun.on_day("sent", "Ann Lee")
    days(begun, "11-25").on_day("ask", "Ann Lee", "advice")
    days(begun, "11-26")
    card = next(c for c in begun.on_day("today")["cards"] if c["name"] == "Ann Lee")
    draft = begun.on_day("draft", "Ann Lee")
    assert card["kind"] == "nudge" and draft["wording"] == "nudge-anew"
    assert "on monday" in draft["body"].lower() and "[what has come up]" in draft["body"]
    assert "how people get hired" in draft["body"]
    assert "who runs" not in draft["body"].lower()

    begun.on_day("sent", "Ann Lee")

    refused = days(begun, "11-27")("draft", "Ann Lee", "--on", "2026-11-27", "--json")
    assert "No note is left" in refused.json["error"]


def test_what_exploring_brought_becomes_the_first_list_of_companies(begun: Program) -> None:
    begun.on_day("goal", "--exploring")
    begun.on_day("sent", "Ann Lee")
    begun.on_day("reply", "Ann Lee", "yes")
    days(begun, "11-25").on_day("talked", "Ann Lee", "--next", "Sam Lee, Operations, Zulu")

    chosen = begun.on_day("goal", "--role", "Buyer", "--department", "Purchasing")
    suggested = {one["name"]: one["why"] for one in begun.on_day("company", "suggest")}
    told = begun("goal", "--role", "Buyer", "--on", begun.on).out

    assert chosen["stage"] == "targeting" and chosen["heard_of"] == ["Zulu"]
    assert "Sam Lee, whom Ann Lee named to you, works there" in suggested["Zulu"]
    assert "Heard of on the way, and not on your list: Zulu." in told
    begun.on_day("company", "add", "Zulu")
    assert begun.on_day("goal", "--role", "Buyer")["heard_of"] == []
