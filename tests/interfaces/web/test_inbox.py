"""Lines typed on the phone, looked at and settled on the site, without scripts."""

from pathlib import Path

import pytest

from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.models import Touch
from firststep.steps.people.models import Person
from tests.interfaces.web.reading import Reader


@pytest.fixture
def notes(ada: Campaign, ann: Person, tmp_path: Path) -> Path:
    """The file Ada has set."""
    path = tmp_path / "phone.txt"
    Campaign.objects.filter(pk=ada.pk).update(inbox=str(path))
    return path


def test_the_lines_are_shown_and_the_sure_ones_noted_by_one_press(
    reader: Reader, notes: Path
) -> None:
    notes.write_text("# remark\nWrote to Ann Lee\nhm, Ann\nAnn Lee said yes\n")

    page = reader.open("/inbox")
    assert "2 of 3 can be noted" in page.text
    assert not Touch.objects.exists()
    page = reader.send(page, "/inbox/write")

    assert Touch.objects.count() == 2
    assert notes.read_text() == "# remark\nhm, Ann\n"
    assert "Each of these leaves a question" in page.text


def test_a_line_is_said_another_way_or_left_as_a_remark(reader: Reader, notes: Path) -> None:
    notes.write_text("hm, Ann\r\nstill nothing from Ann\r\n", newline="")
    page = reader.open("/inbox")
    first, silent = (one for one in page.forms("/inbox/line") if "line" in one.fields)

    reader.post("/inbox/line", {**first.fields, "line": "Wrote to Ann Lee"})
    page = reader.post("/inbox/line", {**silent.fields, "line": ""})

    assert notes.read_bytes() == b"Wrote to Ann Lee\r\n# still nothing from Ann\r\n"
    assert "1 of 1 can be noted" in page.text


def test_a_line_that_is_gone_is_said_so_and_nothing_is_written(reader: Reader, notes: Path) -> None:
    notes.write_text("hm, Ann\n")
    form = next(one for one in reader.open("/inbox").forms("/inbox/line") if "line" in one.fields)
    notes.write_text("other\n")

    page = reader.post("/inbox/line", {**form.fields, "line": "Wrote to Ann Lee"})

    assert "not in the file any more" in page.text
    assert notes.read_text() == "other\n"


def test_without_a_file_the_page_says_so(reader: Reader, notes: Path) -> None:
    page = reader.open("/inbox")

    assert (page.status, f"There is no file {notes}" in page.text) == (200, True)


def test_the_file_is_chosen_under_settings(reader: Reader, ada: Campaign) -> None:
    page = reader.open("/settings")

    reader.send(page, "/settings/yourself", inbox="~/Sync/inbox.txt", working_days=["mon", "tue"])

    ada.refresh_from_db()
    assert ada.inbox == "~/Sync/inbox.txt"
