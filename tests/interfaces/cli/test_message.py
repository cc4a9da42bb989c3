"""`message` keeps the text of a step, `draft` shows it again, `sent` records it."""

import io
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from firststep.steps.outreach.models import Message, Touch
from tests.interfaces.cli.conftest import Program

TEXT = "Hi Ann,\n\nI thought of you because of [what made me think of you].\n\nAda\n"


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "ann.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_a_text_is_kept_and_answered_with_its_blanks_remarks_and_mark(
    begun: Program, file: str
) -> None:
    kept = begun.on_day("message", "Ann Lee", "--text", file, "--subject", "A word")

    assert kept["message_id"] == Message.objects.get().pk
    assert kept["state"] == "draft"
    assert kept["blanks"] == ["what made me think of you"]
    assert "W4" in {one["rule"] for one in kept["findings"]}
    assert len(kept["hash"]) == 64
    assert begun.on_day("message", "Ann Lee", "--text", file)["hash"] == kept["hash"]
    assert (
        begun.on_day("message", "Ann Lee", "--text", file, "--subject", "B")["hash"] != kept["hash"]
    )


def test_the_draft_is_the_kept_text_until_another_is_asked_for(begun: Program, file: str) -> None:
    before = begun.on_day("draft", "Ann Lee")
    kept = begun.on_day("message", "Ann Lee", "--text", file)
    after = begun.on_day("draft", "Ann Lee")

    assert before["kept"] is None
    assert (after["body"], after["subject"]) == (TEXT.strip(), before["subject"])
    assert after["kept"] == {
        "message_id": kept["message_id"], "state": "draft", "kept_on": begun.on,
        "hash": kept["hash"],
    }  # fmt: skip
    assert after["wording"] == before["wording"]
    for other in (("--fresh",), ("--wording", before["wording"]), ("--channel", "linkedin")):
        fresh = begun.on_day("draft", "Ann Lee", *other)
        assert fresh["kept"] is None
        assert fresh["body"] != after["body"]
    assert begun.on_day("draft", "Ann Lee", "--channel", "email")["body"] == after["body"]


def test_the_terminal_says_so(begun: Program, file: str) -> None:
    kept = begun("message", "Ann Lee", "--text", file, "--on", begun.on)
    shown = begun("draft", "Ann Lee", "--on", begun.on)

    assert kept.out.startswith("Kept, your draft to Ann Lee. Nothing has gone out.")
    assert "Yours to fill in: what made me think of you." in kept.out
    assert shown.out.startswith(
        "The text you kept on 23 November 2026. To begin anew, add --fresh."
    )


def test_what_comes_in_is_kept(begun: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO("Grüß dich".encode())))
    begun.on_day("message", "Ann Lee", "--text", "-")

    assert Message.objects.get().body == "Grüß dich"


def test_sent_records_the_kept_text_and_undo_keeps_it_again(begun: Program, file: str) -> None:
    begun.on_day("message", "Ann Lee", "--text", file)
    sent = begun.on_day("sent", "Ann Lee")
    assert Touch.objects.get(pk=sent["touch_id"]).text == TEXT.strip()
    begun.on = "2026-11-26"
    assert begun.on_day("draft", str(sent["approach_id"]))["kept"] is None

    begun.on_day("undo")
    assert begun.on_day("draft", "Ann Lee")["kept"]["state"] == "draft"
    begun.on_day("undo")
    assert begun.on_day("draft", "Ann Lee")["kept"] is None


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"\xff\xfe\x00", "cannot be read as text"), (b"  \n", "There is no text to keep"),
     (b"x" * 400_001, "far too long"), (None, "cannot be read")],
)  # fmt: skip
def test_a_file_that_is_no_text_is_refused(
    begun: Program, tmp_path: Path, data: bytes | None, words: str
) -> None:
    file = tmp_path / "odd.txt"
    if data is not None:
        file.write_bytes(data)
    ended: Any = begun("message", "Ann Lee", "--text", str(file), "--json", "--on", begun.on)

    assert ended.code in (1, 2)
    assert words in ended.out + ended.err
    assert not Message.objects.exists()
