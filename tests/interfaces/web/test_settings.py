"""Settings: who one is, when one works, days away, and the playbook as a text."""

from typing import TYPE_CHECKING

import pytest

from firststep.facts.playbook import DEFAULT, LIMITS
from firststep.journal.models import Entry
from firststep.plan.playbook.file import read_playbook
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign


def test_settings_are_reached_from_every_page(reader: Reader, ada: "Campaign") -> None:
    assert "/settings" in reader.open("/").parsed.links
    page = reader.open("/settings")
    assert page.status == 200
    for key in LIMITS:
        assert f"<code>{key}</code>" in page.text


def test_who_and_when_are_kept_as_sent(reader: Reader, ada: "Campaign") -> None:
    page = reader.open("/settings")
    page = reader.send(
        page, "/settings/yourself", zone="Europe/Paris", country="FR",
        working_days=["mon", "wed"], minutes_a_day="25",
    )  # fmt: skip
    assert "You changed your settings" in page.text
    ada.refresh_from_db()
    assert (ada.time_zone, ada.country, ada.working_days) == ("Europe/Paris", "FR", "13")
    assert ada.minutes_a_day == 25
    reader.send(page, "/undo")
    ada.refresh_from_db()
    assert (ada.time_zone, ada.working_days) == ("Europe/Berlin", "12345")


def test_who_stays_in_their_zone_has_not_moved(reader: Reader, ada: "Campaign") -> None:
    page = reader.open("/settings")

    reader.send(page, "/settings/yourself", name="Ada M. Moreno", email="")

    ada.refresh_from_db()
    ada.seeker.refresh_from_db()
    assert ada.moved_on is None
    assert (ada.seeker.name, ada.seeker.email) == ("Ada M. Moreno", "")


def test_no_working_day_at_all_is_refused(reader: Reader, ada: "Campaign") -> None:
    fields = reader.open("/settings").form("/settings/yourself").fields
    fields.pop("working_days")
    answer = reader.post("/settings/yourself", fields)
    assert answer.status == 400
    assert "at least one working day" in answer.text


def test_days_away_are_noted_and_taken_back(reader: Reader, ada: "Campaign") -> None:
    page = reader.open("/settings")
    page = reader.send(page, "/settings/away", holding={"first": ""}, first="2026-11-09",
                       last="2026-11-13")  # fmt: skip
    assert "9 November 2026 to 13 November 2026" in page.text
    page = reader.send(page, "/settings/away", holding={"drop": "1"})
    ada.refresh_from_db()
    assert ada.away == []


def test_the_playbook_is_kept_as_a_whole_text(reader: Reader, ada: "Campaign") -> None:
    page = reader.open("/settings")
    text = page.form("/settings/playbook").fields["text"]
    assert "nudge_known_days = 3" in text
    reader.send(page, "/settings/playbook", text=text.replace("cards = 8", "cards = 5"))
    ada.refresh_from_db()
    assert read_playbook(ada.playbook).cards == 5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("cards = 99", "cards may be 1 to 8, not 99"),
        ("cakes = 3", "no setting “cakes”"),
        ("cards = ", "not TOML"),
    ],
)
def test_a_wrong_playbook_is_refused_beside_what_was_typed(
    text: str, words: str, reader: Reader, ada: "Campaign"
) -> None:
    page = reader.send(reader.open("/settings"), "/settings/playbook", text=text)
    assert page.status == 400
    assert words in page.text
    assert page.form("/settings/playbook").fields["text"].strip() == text.strip()
    assert not Entry.objects.filter(campaign=ada).exists()
    again = reader.send(page, "/settings/playbook", text="cards = 4")
    assert again.status == 200
    ada.refresh_from_db()
    assert read_playbook(ada.playbook).cards == 4


def test_another_playbook_is_chosen_and_left_again(reader: Reader, ada: "Campaign") -> None:
    page = reader.open("/settings")
    page = reader.send(page, "/settings/playbook/choose", holding={"name": "two-hour"})
    ada.refresh_from_db()
    assert read_playbook(ada.playbook).name == "two-hour"
    reader.send(page, "/settings/playbook/reset")
    ada.refresh_from_db()
    assert read_playbook(ada.playbook) == DEFAULT


def test_the_language_is_chosen_by_its_own_name(reader: Reader, ada: "Campaign") -> None:
    page = reader.open("/settings")
    assert '<option value="de" lang="de">Deutsch</option>' in page.text

    page = reader.send(page, "/settings/yourself", language="de")

    ada.refresh_from_db()
    assert ada.language == "de"
    reader.send(page, "/settings/yourself", language="")
    ada.refresh_from_db()
    assert ada.language == ""


def test_settings_change_nothing_of_bens(reader: Reader, ada: "Campaign", ben: "Campaign") -> None:
    page = reader.open("/settings")
    assert ben.seeker.email not in page.text
    reader.send(page, "/settings/yourself", zone="Asia/Tokyo")
    reader.send(reader.open("/settings"), "/settings/playbook", text="cards = 4")
    ben.refresh_from_db()
    assert (ben.time_zone, ben.playbook, ben.revision) == ("Europe/Berlin", "", 0)


def test_the_country_is_chosen_by_its_name(reader: Reader, ada: "Campaign") -> None:
    page = reader.open("/settings")
    assert '<option value="NL">Netherlands</option>' in page.text

    reader.send(page, "/settings/yourself", country="NL")

    ada.refresh_from_db()
    assert ada.country == "NL"
    assert '<option value="NL" selected>Netherlands</option>' in reader.open("/settings").text
