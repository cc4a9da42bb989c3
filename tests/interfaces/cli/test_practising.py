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
