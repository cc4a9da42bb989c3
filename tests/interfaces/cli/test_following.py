"""Following through at the terminal: met, events, offers, favours, promises."""

from typing import Any

from firststep.interfaces.cli.completing import possible


def test_an_evening_is_told_by_who_was_followed_up_with(begun: Any) -> None:
    begun.json("event", "add", "SCM mixer", "--on", "2026-11-20", "--place", "Berlin")
    for name in ("Priya Nair, Head of Ops, Acme", "Tom Berg, Globex"):
        made = begun.on_day("met", name, "--at", "mixer", "--promise", "send the article")
        assert made["follow_up_by"] == "2026-11-27"
    begun.on_day("sent", str(made["approach_id"]))

    (told,) = begun.on_day("event", "list")
    assert (told["met"], told["followed_up"], told["days_left"]) == (2, 1, 4)
    shown = begun("event", "show", "mixer", "--on", begun.on).out
    assert "1 of 2 followed up, 4 days left." in shown
    assert "Priya Nair" in shown and "write by Friday, 27 November" in shown
    assert "mine" not in begun("promise", "list", "--on", begun.on).out


def test_before_an_event_it_says_whom_to_look_for_and_what_to_ask(begun: Any) -> None:
    made = begun.json("event", "add", "SCM mixer", "--on", "2026-12-03", "--for", "two buyers")
    shown = begun.on_day("event", "show", str(made["event_id"]))
    words = begun("event", "show", "mixer", "--on", begun.on).out

    assert [(one["company"], one["title"]) for one in shown["worth_finding"]] == [
        ("Acme", "Head of Purchasing"), ("Globex", "Head of Purchasing"),
    ]  # fmt: skip
    assert len(shown["questions"]) == 2 and shown["days_left"] is None
    assert "Still to come." in words and shown["questions"][0] in " ".join(words.split())


def test_favours_are_listed_with_what_is_left_to_do(begun: Any) -> None:
    begun.on_day("favour", "Ann Lee", "given", "a book")
    made = begun.on_day("favour", "Ann Lee", "received", "the manager's name")
    (open_one,) = begun.on_day("favour", "list", "--open")
    words = begun("favour", "list", "--on", begun.on).out

    assert open_one["favour_id"] == made["favour_id"]
    assert (open_one["thanked"], open_one["told"], open_one["returned"]) == (False, False, False)
    assert "Thank them, tell them what came of it, give something back" in " ".join(words.split())
    assert "You gave it" in words


def test_an_offer_not_taken_up_is_told_without_blame(begun: Any) -> None:
    begun.on_day("offer", "add", "Ann Lee", "--says", "write to me", "--made-on", "2026-11-10")
    (told,) = begun.on_day("offer", "list")

    assert (told["taken_up_on"], told["in_time"], told["came_of_it"]) == (None, False, "")
    assert "Not taken up yet." in begun("offer", "list", "--on", begun.on).out


def test_a_word_that_is_a_command_and_a_group_is_both(program: Any) -> None:
    assert "firststep favour list" in program("favour", "list", "--help").out
    assert "firststep favour PERSON given|received" in program("favour", "--help").out.replace(
        "\n    ", " "
    )
    assert possible(["favour", ""]) == ["list"]
    assert possible(["favour", "Ann", "g"]) == ["given"]
    assert "--returns" in possible(["favour", "--"])
