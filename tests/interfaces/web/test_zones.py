"""The time zone comes by itself, is told as a place, and is chosen from a list."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from firststep.interfaces import zone_here as here
from firststep.interfaces.web.zone_choices import zone_choices
from firststep.steps.goal.models import Campaign
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from pathlib import Path

Browser = Callable[..., Any]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_computer_that_says_no_zone(monkeypatch: pytest.MonkeyPatch, tmp_path: "Path") -> None:
    monkeypatch.setenv("TZ", "UTC")  # as Django leaves it, on every computer
    monkeypatch.setattr(here, "SYSTEM_ZONE", tmp_path / "localtime")


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ({"country": "PT"}, "Europe/Lisbon"),
        ({"country": "PT", "zone": "Atlantic/Azores"}, "Atlantic/Azores"),
        ({"country": "IN", "zone": "Asia/Calcutta"}, "Asia/Kolkata"),
        ({}, "UTC"),
    ],
)
def test_without_a_browser_that_says_it_the_country_has_one(
    said: dict[str, str], zone: str, reader: Reader
) -> None:
    reader.send(reader.open("/begin"), "/begin/start", name="Ada Moreno", **said)

    assert Campaign.objects.get().time_zone == zone


def test_the_computers_own_zone_is_chosen_and_its_country(reader: Reader, tmp_path: "Path") -> None:
    (tmp_path / "localtime").symlink_to("/usr/share/zoneinfo/America/Argentina/Salta")

    page = reader.open("/begin")

    fields = page.form("/begin/start").fields
    assert (fields["zone"], fields["country"]) == ("America/Argentina/Salta", "AR")
    assert "<span data-zone>Salta</span>" in page.text


def test_ones_own_country_comes_first_and_every_zone_once() -> None:
    drawn = str(zone_choices("Europe/Paris", "PT"))

    groups = [one.partition('"')[0] for one in drawn.split('label="')[1:]]
    assert groups[:3] == ["Portugal", "France", "Afghanistan"]
    assert len(groups) == len(set(groups)) > 240
    assert drawn.count(" selected") == 1
    assert '<option value="Europe/Paris" selected>Paris</option>' in drawn


def test_a_zone_of_no_country_is_still_the_one_that_stands_there() -> None:
    assert str(zone_choices("UTC", "DE")).startswith('<option value="UTC" selected>UTC</option>')
    assert " selected" not in zone_choices("", "DE")


def test_who_looks_at_the_settings_under_an_earlier_name_has_not_moved(
    reader: Reader, ada: Campaign
) -> None:
    Campaign.objects.filter(pk=ada.pk).update(time_zone="Asia/Calcutta")
    page = reader.open("/settings")
    assert page.form("/settings/yourself").fields["zone"] == "Asia/Kolkata"

    reader.send(page, "/settings/yourself", minutes_a_day="25")

    ada.refresh_from_db()
    assert (ada.time_zone, ada.moved_on, ada.minutes_a_day) == ("Asia/Calcutta", None, 25)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("told", "shown", "kept", "country"),
    [
        ("America/Los_Angeles", "Los Angeles (Pacific)", "America/Los_Angeles", "US"),
        ("Asia/Calcutta", "Kolkata", "Asia/Kolkata", "IN"),
    ],
)
def test_the_first_page_takes_the_browsers_zone(
    told: str, shown: str, kept: str, country: str, browser: Browser
) -> None:
    page = browser("/begin", timezone_id=told)
    assert page.locator("[data-zone]").inner_text() == shown
    page.get_by_label("Your name").fill("Ada Moreno")
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url("**/goal*")

    campaign = Campaign.objects.get()
    assert (campaign.time_zone, campaign.country) == (kept, country)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_refused_first_page_keeps_the_zone_that_was_chosen(browser: Browser) -> None:
    page = browser("/begin", timezone_id="Europe/Lisbon")
    page.get_by_text("Your time zone:").click()
    page.get_by_label("Your time zone", exact=True).select_option("Atlantic/Azores")
    page.get_by_label("Your name").fill(" ")
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("alert").wait_for()

    assert page.locator("#zone").input_value() == "Atlantic/Azores"
    assert page.locator("[data-zone]").inner_text() == "Azores"


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_settings_offer_the_zone_of_a_device_elsewhere(browser: Browser, ada: Campaign) -> None:
    page = browser("/settings", timezone_id="Europe/Berlin")
    assert not page.get_by_text("This device says").is_visible()

    page = browser("/settings", timezone_id="Europe/Lisbon")
    page.get_by_text("This device says Lisbon").wait_for()
    page.get_by_role("button", name="Take that zone").click()
    page.get_by_role("button", name="Keep this", exact=True).click()
    page.get_by_text("You changed your settings").wait_for()

    ada.refresh_from_db()
    assert ada.time_zone == "Europe/Lisbon"
