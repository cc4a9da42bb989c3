"""Forms write once, never over something newer unseen, and what was written can be taken back."""

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.keeping.making import room_of_this_process
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.outreach.models import Touch
from firststep.verbs.people.persons import edit_person
from firststep.verbs.thread import record_sent
from tests.cast import MONDAY, a_row_person
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from firststep.steps.people.models import Person

pytestmark = pytest.mark.django_db


def test_a_form_sent_twice_writes_once(reader: Reader, ada: Campaign, ann: "Person") -> None:
    fields = reader.open("/").form(f"/touch/p{ann.pk}/sent").fields
    for _ in range(3):
        assert reader.post(f"/touch/p{ann.pk}/sent", fields).status == 200
    assert Touch.objects.filter(campaign=ada).count() == 1
    assert Entry.objects.filter(campaign=ada).count() == 1


def test_two_forms_of_one_page_are_two_deeds(reader: Reader, ada: Campaign, ann: "Person") -> None:
    page = reader.open(f"/people/{ann.pk}")
    page = reader.send(page, f"/people/{ann.pk}/edit", note="From school")
    page = reader.send(page, f"/people/{ann.pk}/tie", kind="known")
    assert Entry.objects.filter(campaign=ada).count() == 2


def test_after_every_write_the_page_says_what_was_recorded_and_undo_takes_it_back(
    reader: Reader, ada: Campaign, ann: "Person"
) -> None:
    before = reader.open("/")
    page = reader.send(before, f"/touch/p{ann.pk}/sent")
    assert "You wrote to Ann Lee" in page.text
    page = reader.send(page, "/undo")
    assert page.status == 200
    assert "You took back: You wrote to Ann Lee" in page.text
    assert not page.parsed.found or not list(page.forms("/undo"))
    assert not Touch.objects.filter(campaign=ada).exists()
    assert page.form(f"/touch/p{ann.pk}/sent")


def test_undo_on_an_old_page_never_takes_back_what_it_did_not_show(
    reader: Reader, ada: Campaign, ann: "Person"
) -> None:
    old = reader.send(reader.open("/"), f"/touch/p{ann.pk}/sent")
    reader.send(reader.open(f"/people/{ann.pk}"), f"/people/{ann.pk}/edit", note="newer")
    answer = reader.send(old, "/undo")
    assert answer.status == 409
    ann.refresh_from_db()
    assert ann.note == "newer"


def test_a_stale_form_is_refused_with_both_versions_and_can_be_said_again(
    reader: Reader, ada: Campaign, ann: "Person"
) -> None:
    page = reader.open(f"/people/{ann.pk}")
    edit_person(ada, stamp=Stamp(on=MONDAY), person=str(ann.pk), note="From the terminal")
    action = f"/people/{ann.pk}/edit"
    stale = reader.send(page, action, note="From this page")
    assert stale.status == 409
    assert "something newer was recorded" in stale.text
    assert "From this page" in stale.text
    ann.refresh_from_db()
    assert ann.note == "From the terminal"
    assert reader.send(stale, action).status == 200
    ann.refresh_from_db()
    assert ann.note == "From this page"


def test_a_form_of_before_a_restart_keeps_what_was_typed(reader: Reader, ada: Campaign) -> None:
    page = reader.open("/people/")
    reader.client.cookies.pop("csrftoken")
    answer = reader.send(page, "/people/add", name="Zoë Hart", note="A long note")
    assert answer.status == 403
    assert "Zoë Hart" in answer.text
    assert not ada.people.exists()
    assert reader.send(answer, "/people/add").status == 200
    assert ada.people.get().name == "Zoë Hart"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"until": "yesterday"}, "is not a day"),
        ({"until": "2020-01-01"}, "a day to come"),
        ({"until": ""}, "until which day"),
    ],
)
def test_a_bad_day_is_answered_in_plain_words(
    fields: dict[str, str], words: str, reader: Reader, ada: Campaign, ann: "Person"
) -> None:
    page = reader.open(f"/touch/p{ann.pk}")
    answer = reader.send(page, f"/touch/p{ann.pk}/snooze", holding={}, **fields)
    assert answer.status in (400, 409)
    assert words in answer.text
    assert not Entry.objects.filter(campaign=ada).exists()


def test_finding_a_name_is_put_off_for_five_working_days_with_one_press(
    reader: Reader, ada: Campaign, acme: Company
) -> None:
    seat = acme.seats.get()
    page = reader.open("/")
    first = next(page.forms(f"/touch/s{seat.pk}/snooze"))
    five = {"until": "2026-11-09"}
    assert first.fields.items() >= five.items()
    other = reader.open(f"/touch/s{seat.pk}")
    assert [form.fields["until"] for form in other.forms(f"/touch/s{seat.pk}/snooze")] == [
        "2026-11-09", "2026-11-03", "2026-12-02", "2026-11-09"
    ]  # fmt: skip
    reader.send(page, f"/touch/s{seat.pk}/snooze", holding=five)
    assert str(ada.snoozes.get().until) == "2026-11-09"


@pytest.mark.parametrize("field", ["name", "email", "linkedin", "note"])
@pytest.mark.parametrize("odd", ["\x00", "a" * 30_000, "‮‭\u200b", "=cmd()", "line\nbreak"])
def test_odd_text_is_kept_or_refused_but_breaks_nothing(
    field: str, odd: str, reader: Reader, ada: Campaign
) -> None:
    page = reader.open("/people/")
    fields = {**page.form("/people/add").fields, "name": "Zoë", field: odd}
    assert reader.post("/people/add", fields).status in (200, 400, 409)


def test_an_address_to_go_back_to_elsewhere_is_ignored(
    reader: Reader, ada: Campaign, ann: "Person"
) -> None:
    for back in ("https://evil.example/", "//evil.example", "javascript:1", ""):
        page = reader.open(f"/people/{ann.pk}")
        answer = reader.send(
            page, f"/people/{ann.pk}/edit", follow=False, back=back, note=f"Not {back}"
        )
        assert answer.response["Location"].startswith("/?done=")


def test_what_the_form_did_not_change_is_left_alone(
    reader: Reader, ada: Campaign, ann: "Person"
) -> None:
    ann.addresses.create(campaign=ada, kind="email", value="b@x.example", key="b@x.example")
    page = reader.open(f"/people/{ann.pk}")
    reader.send(page, f"/people/{ann.pk}/edit", note="Only this")
    assert ann.addresses.count() == 2
    ann.refresh_from_db()
    assert (ann.note, ann.by_hand) == ("Only this", ["note"])


def test_naming_who_holds_a_post_adds_the_person_and_seats_them(
    reader: Reader, ada: Campaign, acme: Company
) -> None:
    page = reader.open(f"/companies/{acme.pk}")
    assert "Nobody yet" in page.text
    assert any("linkedin.com/search/results/people" in link for link in page.parsed.links)
    page = reader.send(page, f"/companies/{acme.pk}/seat", holding={"holder": ""},
                       holder="Dana Whitlock")  # fmt: skip
    seat = acme.seats.get()
    assert seat.holder is not None
    assert seat.holder.name == "Dana Whitlock"
    assert "Dana Whitlock" in page.text
    assert ada.people.count() == 1
    assert Entry.objects.filter(campaign=ada).count() == 1
    reader.send(page, "/undo")
    assert not ada.people.exists()
    assert acme.seats.get().holder is None


def test_a_name_known_there_already_is_that_person(
    reader: Reader, ada: Campaign, acme: Company, ann: "Person"
) -> None:
    page = reader.open(f"/companies/{acme.pk}")
    reader.send(page, f"/companies/{acme.pk}/seat", holding={"holder": ""}, holder="ann LEE")
    assert acme.seats.get().holder == ann
    assert ada.people.count() == 1


def test_do_not_contact_stops_the_sheet_and_is_lifted_only_on_purpose(
    reader: Reader, ada: Campaign, ann: "Person"
) -> None:
    page = reader.open(f"/people/{ann.pk}")
    page = reader.send(page, f"/people/{ann.pk}/do-not-contact", why="She asked")
    assert "She asked" in page.text
    assert "not to contact" in reader.open(f"/touch/p{ann.pk}").text
    assert "Ann Lee" not in reader.open("/").text
    page = reader.send(page, f"/people/{ann.pk}/do-not-contact")
    ann.refresh_from_db()
    assert ann.do_not_contact_on is None


def test_a_touch_is_moved_to_its_right_day(reader: Reader, ada: Campaign, ann: "Person") -> None:
    record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{ann.pk}")
    touch = Touch.objects.get(campaign=ada)
    page = reader.open(f"/people/{ann.pk}")
    reader.send(page, f"/touches/{touch.pk}", holding={"on": str(MONDAY)}, on="2026-10-30")
    touch.refresh_from_db()
    assert str(touch.on) == "2026-10-30"


def test_an_ambiguous_name_is_answered_with_the_candidates(
    reader: Reader, ada: Campaign, acme: Company
) -> None:
    for name in ("Sam Lee", "Sam Lee"):
        a_row_person(ada, name, title="Analyst")
    page = reader.open("/people/")
    token = page.form("/people/add").fields["csrfmiddlewaretoken"]
    answer = reader.post("/people/1/ask", {"csrfmiddlewaretoken": token, "ask": "nonsense"})
    assert answer.status in (400, 404, 409)


A_FILE = b"""First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ann,Lee,https://www.linkedin.com/in/ann-lee,,Acme,Analyst,02 Mar 2015
Zo\xc3\xab,Hart,https://www.linkedin.com/in/zoe-hart,,Globex,Buyer,05 Apr 2024
"""


def a_file(content: bytes, name: str = "Connections.csv") -> io.BytesIO:
    file = io.BytesIO(content)
    file.name = name
    return file


def test_a_file_is_shown_first_then_brought_in_then_taken_back(
    reader: Reader, ada: Campaign
) -> None:
    preview = reader.send(reader.open("/import"), "/import/preview", file=a_file(A_FILE))
    assert "Nothing is written yet" in preview.text
    assert not ada.people.exists()
    page = reader.send(preview, "/import/bring")
    assert ada.people.count() == 2
    assert "You imported" in page.text
    again = reader.send(reader.open("/import"), "/import/preview", file=a_file(A_FILE))
    assert "Everything in it is here already" in again.text
    number = ada.imports.get().pk
    reader.send(reader.open("/import"), f"/import/{number}/undo")
    assert not ada.people.exists()


def test_bringing_the_same_preview_in_twice_brings_it_in_once(
    reader: Reader, ada: Campaign
) -> None:
    preview = reader.send(reader.open("/import"), "/import/preview", file=a_file(A_FILE))
    fields = preview.form("/import/bring").fields
    reader.post("/import/bring", fields)
    answer = reader.post("/import/bring", fields)
    assert answer.status in (200, 404)
    assert ada.people.count() == 2


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"PK\x03\x04"])
def test_a_file_nobody_can_read_gets_a_sentence_and_is_not_kept(
    content: bytes, reader: Reader, ada: Campaign, tmp_path: Path
) -> None:
    answer = reader.send(reader.open("/import"), "/import/preview", file=a_file(content))
    assert answer.status == 400
    assert not ada.people.exists()
    assert [file.name for file in room_of_this_process().iterdir()] == ["held"]


@pytest.mark.parametrize("key", ["", "../connections-of-somebody", "x" * 30, "a/b" * 10])
def test_a_made_up_key_reaches_no_file(
    key: str, reader: Reader, ada: Campaign, tmp_path: Path
) -> None:
    (tmp_path / "connections-of-somebody").write_bytes(A_FILE)
    token = reader.open("/import").form("/import/preview").fields["csrfmiddlewaretoken"]
    fields = {"csrfmiddlewaretoken": token, "key": key, "name": "Connections.csv"}
    assert reader.post("/import/bring", fields).status == 404
    assert not ada.people.exists()


def test_companies_pasted_one_a_line_go_on_the_list_in_one_entry(
    reader: Reader, ada: Campaign
) -> None:
    page = reader.open("/companies/")
    page = reader.send(page, "/companies/paste", names="Acme\n\nGlobex, Inc.\r\nHooli\nAcme")
    assert Company.objects.filter(campaign=ada, targeted_on__isnull=False).count() == 3
    assert Entry.objects.filter(campaign=ada).count() == 1
    reader.send(page, "/undo")
    assert not Company.objects.filter(campaign=ada, targeted_on__isnull=False).exists()


def test_a_guessed_column_is_shown_and_said_otherwise(reader: Reader, ada: Campaign) -> None:
    sheet = b"Full name,Firm,Role,E-mail\nMia Berg,Halden,Buyer,mia@berg.example\n"
    preview = reader.send(reader.open("/import"), "/import/preview", file=a_file(sheet))
    assert "Which column is what" in preview.text
    page = reader.send(preview, "/import/preview", column="Role", field="note")
    reader.send(page, "/import/bring")
    mia = ada.people.get()
    assert (mia.name, mia.note) == ("Mia Berg", "Buyer")
