"""A text worked on at the page of a step: kept, found again, sent."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from firststep.journal.actions import Stamp
from firststep.steps.outreach.models import Message, Touch
from firststep.verbs.people.persons import edit_person
from firststep.verbs.thread import keep_message, record_call
from tests.cast import MONDAY
from tests.interfaces.web.reading import Page, Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign, Company
    from firststep.steps.people.models import Person

TEXT = "Dear Ann,\n\nI thought of you because of [what made me think of you].\n\nAda"


@pytest.fixture
def at(ada: "Campaign", acme: "Company", ann: "Person") -> str:
    return f"/touch/p{ann.pk}"


def kept(reader: Reader, at: str, **fields: str) -> Page:
    """The page after its text was kept, with whatever was written into its form."""
    page = reader.open(at)
    form = page.form(f"{at}/sent").fields | fields
    return reader.post(f"{at}/message", form)


def letter(page: Page, at: str) -> dict[str, str]:
    return page.form(f"{at}/sent").fields


def test_a_text_is_kept_and_stands_there_when_one_comes_back(reader: Reader, at: str) -> None:
    after = kept(reader, at, text=TEXT, subject="A word")
    again = reader.open(at)

    assert "You kept a draft to Ann Lee." in after.text
    for page in (after, again):
        assert (letter(page, at)["text"], letter(page, at)["subject"]) == (TEXT, "A word")
        assert "The text you kept on 2 November" in page.text
        assert "<mark>what made me think of you</mark>" in page.text
    assert "[what made me think of you]" not in reader.open("/").text
    assert "I thought of you because of" in reader.open("/").text
    assert not Touch.objects.exists()


def test_what_is_sent_is_what_stood_there(reader: Reader, at: str) -> None:
    page = kept(reader, at, text=TEXT)
    reader.send(page, f"{at}/sent", text="Dear Ann, it is done.", subject="Done")

    touch, message = Touch.objects.get(), Message.objects.get()
    assert (touch.text, touch.subject) == ("Dear Ann, it is done.", "Done")
    assert (message.state, message.body, message.touch) == ("sent", touch.text, touch)


def test_one_press_on_today_sends_the_kept_text(reader: Reader, at: str) -> None:
    kept(reader, at, text="Dear Ann, do you know who runs Purchasing?")
    today = reader.open("/")
    reader.send(today, f"{at}/sent")

    assert Touch.objects.get().text == "Dear Ann, do you know who runs Purchasing?"
    assert Message.objects.get().state == "sent"


def test_beginning_anew_shows_a_new_text_and_keeps_the_old_until_that_is_kept(
    reader: Reader, at: str
) -> None:
    drafted = letter(reader.open(at), at)["text"]
    page = kept(reader, at, text=TEXT)
    assert "?tab=message&fresh=1" in page.parsed.links

    fresh = reader.open(f"{at}?tab=message&fresh=1")
    assert letter(fresh, at)["text"] == drafted
    assert "the one you kept on 2 November stays" in fresh.text
    assert Message.objects.get().body == TEXT

    after = reader.post(f"{at}/message", letter(fresh, at) | {"text": "Dear Ann, anew."})
    assert letter(after, at)["text"] == "Dear Ann, anew."
    assert Message.objects.get().body == "Dear Ann, anew."


def test_the_remarks_are_on_the_text_that_is_kept(reader: Reader, at: str) -> None:
    page = kept(reader, at, text="Dear Ann, I am thrilled. Thank you. Can you tell me who runs it?")

    assert "“thrilled” is a little much" in page.text


def test_another_way_to_write_gives_another_text(
    reader: Reader, ada: "Campaign", ann: "Person", at: str
) -> None:
    edit_person(ada, stamp=Stamp(on=MONDAY), person=str(ann.pk), linkedin="ann-lee")
    mail = reader.open(at)
    assert "Write on LinkedIn instead" in mail.text

    note = reader.open(f"{at}?tab=message&channel=linkedin")
    assert "Write by email instead" in note.text
    assert "Open their LinkedIn profile" in note.text
    assert "subject" not in letter(note, at)
    assert letter(note, at)["channel"] == "linkedin"

    reader.post(f"{at}/message", letter(note, at))
    assert Message.objects.get().channel == "linkedin"
    assert letter(reader.open(at), at)["channel"] == "linkedin"
    assert "subject" in letter(reader.open(f"{at}?tab=message&channel=email"), at)


@pytest.mark.parametrize("channel", ["pigeon", "phone", "%00"])
def test_a_way_there_is_none_of_is_not_taken(reader: Reader, at: str, channel: str) -> None:
    assert letter(reader.open(f"{at}?tab=message&channel={channel}"), at)["channel"] == "email"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"text": " \n "}, "There is no text to keep."),
        ({"subject": "x" * 301}, "The subject is 301 characters long"),
        ({"text": "x" * 20_001}, "longer than 20,000 characters"),
    ],
)
def test_a_refusal_keeps_what_was_typed_where_it_was_typed(
    reader: Reader, at: str, fields: dict[str, str], words: str
) -> None:
    typed = {"text": "Dear Ann, as I typed it.", "subject": "As typed", **fields}
    page = kept(reader, at, **typed)

    assert page.status == 400
    assert words in page.text
    assert letter(page, at)["text"].strip() == typed["text"][:20_000].strip()
    assert letter(page, at)["subject"] == typed["subject"]
    assert not Message.objects.exists()

    after = reader.post(f"{at}/message", letter(page, at) | {"text": "Good.", "subject": "Good"})
    assert Message.objects.get().body == "Good."
    assert after.status == 200


def test_a_form_sent_twice_keeps_once(reader: Reader, ada: "Campaign", at: str) -> None:
    form = letter(reader.open(at), at) | {"text": TEXT}
    for _ in range(2):
        assert reader.post(f"{at}/message", form).status == 200

    assert Message.objects.count() == 1
    assert ada.entries.filter(verb="message").count() == 1


def test_a_page_of_before_a_newer_text_shows_both_and_can_be_said_again(
    reader: Reader, ada: "Campaign", at: str
) -> None:
    old = letter(reader.open(at), at) | {"text": TEXT}
    keep_message(ada, stamp=Stamp(on=MONDAY), ref=at.rpartition("/")[2], text="Dear Ann, newer.")
    refused = reader.post(f"{at}/message", old)

    assert refused.status == 409
    assert "You kept a draft to Ann Lee." in refused.text
    assert "I thought of you because of" in refused.text
    assert Message.objects.get().body == "Dear Ann, newer."

    reader.send(refused, f"{at}/message")
    assert Message.objects.get().body == TEXT


def test_a_note_in_place_of_a_call_is_kept_and_the_call_keeps_its_lines(
    reader: Reader, ada: "Campaign", acme: "Company", dana: "Person"
) -> None:
    at = f"/touch/p{dana.pk}"
    spoken = reader.open(f"{at}?tab=call").text
    page = kept(reader, f"{at}", text="Dear Dana, in writing.")

    assert letter(page, at)["text"] == "Dear Dana, in writing."
    again = reader.open(f"{at}?tab=call").text
    assert "Dear Dana, in writing." not in again
    assert "two minutes" in spoken and "two minutes" in again
    assert "two minutes" not in letter(page, at)["text"]


def test_where_somebody_can_only_be_rung_nothing_is_kept(
    reader: Reader, ada: "Campaign", acme: "Company", dana: "Person"
) -> None:
    dana.addresses.filter(kind="email").delete()
    page = reader.open(f"/touch/p{dana.pk}?tab=message")
    record_call(ada, stamp=Stamp(on=MONDAY), ref=f"p{dana.pk}", outcome="voicemail")

    assert "Keep this draft" not in page.text


@pytest.mark.browser
def test_without_scripts_nothing_stands_there_that_needs_them(
    browser: Callable[..., Any], at: str
) -> None:
    page = browser(at, java_script_enabled=False)

    assert not page.is_visible("[data-copy]")
    assert not page.is_visible("[data-blank]")
    assert page.is_visible("text=Fill in what stands in brackets")
    page.fill("#text", "Dear Ann, without scripts.")
    page.click("text=Keep this draft")
    assert page.input_value("#text") == "Dear Ann, without scripts."
    page.click("text=I sent it")
    assert Touch.objects.get().text == "Dear Ann, without scripts."


@pytest.mark.browser
def test_a_blank_filled_in_is_kept_filled(browser: Callable[..., Any], at: str) -> None:
    page = browser(at)
    page.locator("[data-blank] input").first.fill("the old choir")
    page.click("text=Keep this draft")

    assert "the old choir" in page.input_value("#text")
    assert "the old choir" in Message.objects.get().body
