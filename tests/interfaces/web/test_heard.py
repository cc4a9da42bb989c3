"""An answer pasted on the site, without scripts: shown, confirmed by a press, never lost."""

from datetime import date, time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from firststep.interfaces.web.pages.heard import is_pasted, pieces
from firststep.journal.actions import Stamp
from firststep.steps.followup.models import Meeting
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.models import Heard, Outcome, Touch
from firststep.steps.people.models import Person
from firststep.verbs.thread import record_sent
from tests.interfaces.web.reading import Reader

YES = "Happy to talk. Tuesday 10 November at 10 or Thursday 12 November at 2pm work for me."
MAIL = (
    b"From: Ann Lee <ann.lee@acme.example>\r\nTo: ada@moreno.example\r\nSubject: Re: Hello\r\n"
    b"Message-ID: <1@acme.example>\r\n\r\nSorry, we are not hiring.\r\n"
)


@pytest.fixture
def sent(ada: Campaign, ann: Person) -> str:
    done = record_sent(ada, stamp=Stamp(on=date(2026, 11, 2), door="test"), ref=f"p{ann.pk}")
    return str(done.approach_id)


def test_a_pasted_answer_is_shown_with_its_sentence_and_one_press_confirms(
    reader: Reader, sent: str
) -> None:
    page = reader.open(f"/touch/{sent}")

    page = reader.send(page, "/heard/take", text=f"Hi Ada\n\n{YES}")
    assert "That is a yes." in page.text
    assert "<mark>" in page.text
    assert "Tuesday, 10 November" in page.text
    assert not Touch.objects.filter(inbound=True).exists()
    row = Heard.objects.get()
    page = reader.send(page, f"/heard/{row.pk}/confirm")

    assert Touch.objects.get(inbound=True).kind == "yes"
    assert "Tuesday 10 November at 10:00" in page.text


def test_a_mail_that_is_dropped_is_taken_in(reader: Reader, sent: str) -> None:
    page = reader.open("/heard")

    mail = SimpleUploadedFile("answer.eml", MAIL)
    page = reader.send(page, "/heard/take", text="", mail=mail)

    assert "Ann Lee wrote" in page.text
    assert "That is a no." in page.text


def test_what_is_refused_stands_there_again(reader: Reader, sent: str) -> None:
    page = reader.open("/heard")

    page = reader.send(page, "/heard/take", text="   ")
    assert (page.status, "There is nothing in this yet" in page.text) == (400, True)
    page = reader.send(page, "/heard/take", text=YES)
    assert "Who is it from?" in page.text
    row = Heard.objects.get()
    reader.send(page, f"/heard/{row.pk}/dismiss")
    page = reader.send(reader.open("/heard"), "/heard/take", text=YES)

    assert (page.status, page.form("/heard/take").fields["text"].strip()) == (409, YES)


def test_undo_behind_a_pasted_answer_gives_its_words_back_in_the_field(
    reader: Reader, sent: str
) -> None:
    page = reader.send(reader.open(f"/touch/{sent}"), "/heard/take", text=YES)

    page = reader.send(page, "/undo")

    fields = page.form("/heard/take").fields
    assert (page.status, fields["text"].strip(), fields["of"]) == (200, YES, sent)
    assert "You took back" in page.text
    assert not Heard.objects.exists()
    page = reader.send(page, "/heard/take")
    assert "That is a yes." in page.text


def test_the_same_undo_pressed_twice_leads_to_a_page_that_is_there(
    reader: Reader, sent: str
) -> None:
    page = reader.send(reader.open("/heard"), "/heard/take", text=YES)
    reader.send(page, "/undo")

    again = reader.send(page, "/undo")

    assert again.status == 200
    assert "What did they write?" in again.text


def test_what_is_put_aside_waits_no_more(reader: Reader, sent: str) -> None:
    page = reader.send(reader.open(f"/touch/{sent}"), "/heard/take", text=YES)
    row = Heard.objects.get()

    assert "Ann Lee" in reader.open("/heard").text
    reader.send(page, f"/heard/{row.pk}/dismiss")

    assert "Waits for your yes" not in reader.open("/heard").text
    assert not Touch.objects.filter(inbound=True).exists()


@pytest.mark.parametrize(
    ("text", "pasted"),
    [
        ("Ann said yes", False),
        ("Met Ann (Acme): will introduce me", False),
        ("Hi Ada,\n\nsure, call me.", True),
        ("From: Ann Lee <ann.lee@acme.example> Subject: Re: Hello", True),
        ("Von: Ann Lee", True),
    ],
)
def test_a_text_of_several_lines_or_with_a_header_is_an_answer(text: str, pasted: bool) -> None:
    assert is_pasted(text) == pasted


def test_a_sentence_is_marked_where_a_program_broke_its_line() -> None:
    found = pieces("Hi,\nI would love\nto. Bye", "I would love to.")

    assert (found.before, found.marked, found.behind) == ("Hi,\n", "I would love\nto.", " Bye")


AGREED = "Happy to talk. Tuesday 10 November at 10 works for me."


def test_one_press_notes_a_yes_and_its_hour(reader: Reader, sent: str) -> None:
    page = reader.send(reader.open("/heard"), "/heard/take", text=AGREED, of=sent)

    assert "When do you talk?" in page.text
    reader.send(page, f"/heard/{Heard.objects.get().pk}/confirm")

    assert Meeting.objects.get().at_time == time(10)


def test_what_was_only_offered_is_chosen_by_the_seeker(reader: Reader, sent: str) -> None:
    page = reader.send(reader.open("/heard"), "/heard/take", text=YES, of=sent)

    confirm = f"/heard/{Heard.objects.get().pk}/confirm"
    assert page.form(confirm).fields["talk"] == ""
    reader.send(page, confirm, talk="2026-11-12T14:00")

    assert Meeting.objects.get().on_day == date(2026, 11, 12)


def test_several_things_are_ticked_and_noted_together(reader: Reader, sent: str) -> None:
    said = "I'm afraid we are not hiring. Please talk to Sam Lee, Head of Purchasing."
    page = reader.send(reader.open("/heard"), "/heard/take", text=said, of=sent)
    confirm = f"/heard/{Heard.objects.get().pk}/confirm"

    assert page.text.count('name="kinds" value="refers" checked') == 1
    assert page.text.count('name="kinds" value="no" checked') == 1
    nothing = reader.post(confirm, {**page.form(confirm).fields, "kinds": []})
    reader.send(page, confirm, kinds=["refers", "no"])

    assert nothing.status == 400
    assert {one.kind for one in Outcome.objects.all()} == {"no", "refers"}
