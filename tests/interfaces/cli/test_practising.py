"""The brief, the rehearsal and the calendar at the terminal."""

from typing import Any


def agreed(begun: Any) -> str:
    begun.on_day("ask", "Ann Lee", "meeting")
    sent = begun.on_day("sent", "Ann Lee")
    ref = str(sent["approach_id"])
    begun.on_day("reply", ref, "yes")
    begun.on_day("meeting", ref, "--at", "2026-11-26 10:00", "--how", "phone")
    return ref


def test_the_brief_reads_from_the_hour_to_the_end(begun: Any) -> None:
    ref = agreed(begun)
    told = begun("brief", ref, "--on", begun.on).out
    shown = begun.on_day("brief", ref)

    assert told.index("10:00 by phone") < told.index("To begin") < told.index("The one ask")
    assert shown["questions"][0].split("?")[0] in " ".join(told.split())
    assert "Who else should I talk to?" in " ".join(told.split())
    assert shown["at"] == "2026-11-26 10:00" and shown["person"] == "Ann Lee"


def test_practising_without_a_terminal_shows_all_and_waits_for_nothing(begun: Any) -> None:
    ref = agreed(begun)
    told = begun("practise", ref, "--on", begun.on).out
    shown = begun.on_day("practise", ref)

    assert len(shown["answers"]) == 5 and shown["occasion"] == "talk"
    assert all(one["they_say"] in " ".join(told.split()) for one in shown["answers"])
    assert f"firststep practise {ref} --done" in told
    assert begun.on_day("practise", "--for", "who")["person"] is None


def test_the_entry_for_the_calendar_goes_into_a_file(begun: Any, tmp_path: Any) -> None:
    ref = agreed(begun)
    file = tmp_path / "talk.ics"
    made = begun.on_day("calendar", ref, "--file", str(file))

    assert file.read_text().startswith("BEGIN:VCALENDAR") and made["uid"] in file.read_text()
    assert "BEGIN:VEVENT" in begun("calendar", ref, "--on", begun.on).out


def test_an_interview_is_dated_prepared_practised_and_thanked_for_at_the_terminal(
    begun: Any, tmp_path: Any
) -> None:
    file = tmp_path / "interview.ics"
    at = ("interview", "Acme", "--at", "2026-11-26 10:00", "--with", "Dana Weiss, Head of Ops")
    begun.on_day(*at, "--file", str(file))
    told = " ".join(begun("interview", "Acme", "--on", begun.on).out.split())
    shown = begun.on_day("interview", "Acme")

    assert "Thursday, 26 November, 10:00" in told and "Dana Weiss, Head of Ops" in told
    assert shown["at"] == "2026-11-26 10:00" and shown["questions"][0] in told
    assert "SUMMARY:Interview at Acme" in file.read_text()
    cards = begun.json("today", "--on", "2026-11-25")["cards"]
    assert [one["company"] for one in cards if one["kind"] == "prepare_interview"] == ["Acme"]
    eve = ("--company", "Acme", "--done", "--reply", "2: My own words", "--on", "2026-11-25")
    own = begun.json("practise", *eve)["answers"][1]
    assert own["you_said"] == "My own words"
    assert own["you_might"][0] not in own["you_said"]
    begun.json("interview", "Acme", "--held", "--on", "2026-11-26")
    cards = begun.json("today", "--on", "2026-11-26")["cards"]
    assert ("thank", "Dana Weiss") in [(one["kind"], one["name"]) for one in cards]


def test_a_reply_needs_the_number_of_what_it_answers(begun: Any) -> None:
    for reply in ("My own words", "9: My own words", ": x"):
        refused = begun("practise", "--done", "--reply", reply, "--json", "--on", begun.on)
        assert refused.code == 1 and "with the number" in refused.json["error"]


def rehearsed(begun: Any, monkeypatch: Any, *typed: str) -> Any:
    """Practising at a terminal, where each line waits for what is typed."""
    lines = iter(typed)
    with monkeypatch.context() as patch:
        patch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        patch.setattr("sys.stdout.isatty", lambda: True, raising=False)
        patch.setattr("builtins.input", lambda: next(lines))
        return begun("practise", "--company", "Acme", "--on", begun.on)


def test_on_a_terminal_what_one_types_is_kept_if_one_says_so(begun: Any, monkeypatch: Any) -> None:
    begun.on_day("stage", "Acme", "interview")
    rehearsed(begun, monkeypatch, "Mine", "", "", "", "", "n")
    before = begun.on_day("practise", "--company", "Acme")
    told = rehearsed(begun, monkeypatch, "Mine", "", "", "", "", "")
    after = begun.on_day("practise", "--company", "Acme")

    assert before["answers"][0]["you_said"] is None and before["practised_on"] is None
    assert after["answers"][0]["you_said"] == "Mine" and after["practised_on"] == begun.on
    assert "Kept, and you have practised." in told.out
