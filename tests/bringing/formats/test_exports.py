"""Every export in samples/ gives the stated answer, recognised by what is in it alone."""

from datetime import date
from pathlib import Path

import pytest

from firststep.bringing.formats import read_file
from firststep.facts.contact import Contact
from firststep.facts.file_rows import CannotRead, Given, Me, Reading

EXPORTS = Path(__file__).resolve().parents[3] / "samples" / "exports"
TODAY = date(2026, 11, 23)
SAM = Given(Me("Sam Lee", ("sam.lee@example.org",)), "Europe/Berlin", TODAY)
INES = "ines-okafor-l-3b2a91"


def reading(path: str, given: Given = SAM, only: str = "") -> Reading:
    """Read under a name that tells nothing."""
    return read_file("upload", (EXPORTS / path).read_bytes(), given=given, only=only)


# path, format, rows, names of people, skipped, hidden
TABLE = [
    ("linkedin/Connections_2020_no_preamble.csv", "linkedin_connections", 1,
     ["Lena Petrova"], 0, 0),
    ("linkedin/Connections_2022_no_url.csv", "linkedin_connections", 2,
     ["Tomás Reyes", "Aïcha Benali"], 0, 0),
    ("linkedin/Connections_2026.csv", "linkedin_connections", 10,
     ["Inés Okafor-Lindqvist", "Jörg Müller", "Priya Sharma", "李 明", "Dana Ricci",
      "Inés Okafor-Lindqvist", "Ines Okafor", "Kofi", "=SUM(A1) Tester"], 0, 1),
    ("linkedin/Connections_excel_resaved_bom_crlf.csv", "linkedin_connections", 2,
     ["Jörg Müller", "Neha Rao"], 0, 0),
    ("linkedin/Connections_excel_de_semicolon_cp1252.csv", "linkedin_connections", 1,
     ["Jörg Müller"], 0, 0),
    ("linkedin/Invitations.csv", "linkedin_invitations", 2,
     ["Inés Okafor-Lindqvist", "Kofi A"], 0, 0),
    ("linkedin/messages_2022_9col.csv", "linkedin_messages", 1, [], 0, 0),
    ("linkedin/messages_2026_all_quoted.csv", "linkedin_messages", 5,
     ["Inés Okafor-Lindqvist", "Priya Sharma"], 2, 0),
    ("linkedin/messages_2026_drafts.csv", "linkedin_messages", 2, ["Nora Lind"], 1, 0),
    ("linkedin/Education.csv", "linkedin_education", 1, [], 0, 0),
    ("linkedin/Positions_former.csv", "linkedin_positions", 2, [], 0, 0),
    ("linkedin/Company Follows.csv", "linkedin_follows", 2, [], 0, 0),
    ("linkedin/Saved Jobs.csv", "linkedin_saved_jobs", 1, [], 0, 0),
    ("google/google_contacts_2024plus.csv", "google_contacts", 4,
     ["Inés Okafor-Lindqvist", "Ines Okafor"], 1, 0),
    ("google/google_contacts_legacy.csv", "google_contacts_old", 2,
     ["Tomás Reyes", "Иван Петров"], 0, 0),
    ("google/google_contacts_legacy_utf16le_bom.csv", "google_contacts_old", 2,
     ["Tomás Reyes", "Иван Петров"], 0, 0),
    ("outlook/outlook_com_61col_utf8bom.csv", "outlook_contacts", 2,
     ["Chidera Okoye", "Zoë Brontë"], 0, 0),
    ("outlook/outlook_classic_desktop_cp1252.csv", "outlook_contacts", 2,
     ["Jörg Müller", "Zoë Brontë"], 0, 0),
    ("outlook/outlook_classic_german_headers_cp1252.csv", "outlook_contacts", 1,
     ["Jörg Müller"], 0, 0),
    ("outlook/outlook_classic_german_headers_excel_semicolon_utf8bom.csv", "outlook_contacts", 1,
     ["Jörg Müller"], 0, 0),
    ("vcard/android_v21_quoted_printable.vcf", "vcard", 2, ["Jörg Müller", "Mom"], 0, 0),
    ("vcard/apple_v30_folded_itemgroups.vcf", "vcard", 2, ["Chidera Okoye"], 0, 0),
    ("vcard/google_v30.vcf", "vcard", 1, ["Inés Okafor-Lindqvist"], 0, 0),
    ("vcard/outlook_v21_latin1.vcf", "vcard", 1, ["Aïcha Benali"], 0, 0),
    ("vcard/v40_uri_tel_pref.vcf", "vcard", 1, ["Søren Ågård"], 0, 0),
    ("vcard/mac_utf16_v30.vcf", "vcard", 1, ["田中 太郎"], 0, 0),
    ("mbox/All mail Including Spam and Trash.mbox", "mbox", 4, ["Inés Okafor"], 0, 0),
    ("mbox/thunderbird_sent_lf_mboxrd.mbox", "mbox", 2, [], 1, 0),
    ("mbox/draft_x_unsent.eml", "eml", 1, [], 1, 0),
    ("ics/google_calendar.ics", "icalendar", 1, ["Inés Okafor"], 0, 0),
    ("ics/apple_allday_cancelled.ics", "icalendar", 2, [], 0, 0),
    ("ics/outlook_windows_tzid_recurring.ics", "icalendar", 1, ["Jörg Müller"], 0, 0),
    ("lists/own_list_semicolons.csv", "any_list", 2,
     ["Jan van der Berg", "Anna-Maria O'Neill"], 0, 0),
]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "format_", "rows", "names", "skipped", "hidden"), TABLE, ids=[r[0] for r in TABLE]
)
def test_every_export_gives_the_stated_answer(
    path: str, format_: str, rows: int, names: list[str], skipped: int, hidden: int
) -> None:
    found = reading(path)

    assert (found.format, found.rows, found.skipped, found.hidden) == (
        format_,
        rows,
        skipped,
        hidden,
    )
    assert [person.name for person in found.people] == names
    assert found.complaints == []


def test_every_sample_stands_in_the_table() -> None:
    told = {row[0] for row in TABLE} | {"linkedin/ImportedContacts.csv", "README.md"}
    files = {str(f.relative_to(EXPORTS)) for f in EXPORTS.rglob("*") if f.is_file()}

    assert files - told == {"linkedin/Basic_LinkedInDataExport_11-20-2026.zip"}


def test_a_whole_linkedin_export_is_read_with_all_its_files() -> None:
    found = reading("linkedin/Basic_LinkedInDataExport_11-20-2026.zip")

    assert (found.rows, found.hidden, found.skipped) == (10, 1, 0)
    assert len({p.linkedin for p in found.people}) == 8
    assert found.me == Me("Sam Lee", (), "sam-lee-sample")
    assert [(p.kind, p.name, p.began_on) for p in found.own] == [
        ("post", "Contoso Ltd", date(2021, 1, 1))
    ]
    assert [(e.name, e.why, e.on) for e in found.employers] == [
        ("Zenith Foods", "You applied there: Data Analyst.", date(2026, 10, 2))
    ]
    assert found.tally == {
        "posts": 1, "invited": 1, "was_invited": 1, "threads": 4, "sent": 1, "received": 2,
    }  # fmt: skip


def test_messages_tell_who_wrote_to_whom_and_when_never_what() -> None:
    found = reading("linkedin/messages_2026_all_quoted.csv")

    assert found.contacts == {
        Contact("message", date(2026, 9, 1), False, "Inés Okafor-Lindqvist", INES),
        Contact("message", date(2026, 9, 2), True, "Inés Okafor-Lindqvist", INES),
        Contact("message", date(2025, 6, 1), True, "Priya Sharma", "priya-sharma-sample"),
    }
    assert "Zoom" not in repr(found)


def test_messages_before_2023_know_the_other_by_name_alone() -> None:
    found = reading("linkedin/messages_2022_9col.csv")

    assert found.contacts == {Contact("message", date(2022, 5, 1), False, "Tomás Reyes")}


def test_a_message_late_at_night_belongs_to_the_seekers_own_day() -> None:
    contacts = reading("linkedin/messages_2026_drafts.csv").contacts

    assert {c.on for c in contacts} == {date(2026, 9, 2)}  # 23:30 UTC is the next day in Berlin


def test_an_invitation_names_the_seekers_own_profile() -> None:
    found = reading("linkedin/Invitations.csv")

    assert found.me.linkedin == "sam-lee-sample"
    assert {(c.on, c.inbound, c.linkedin) for c in found.contacts} == {
        (date(2026, 1, 29), False, INES), (date(2025, 12, 3), True, "kofi-a-sample"),
    }  # fmt: skip


def test_a_mailbox_tells_answers_from_automatic_ones_and_bounces() -> None:
    found = reading("mbox/All mail Including Spam and Trash.mbox")

    assert found.tally == {
        "threads": 3, "sent": 1, "received": 1, "replies": 1, "automatic": 1, "bounces": 1,
    }  # fmt: skip
    assert found.dead == {"kofi@old-employer.example": date(2026, 9, 3)}
    assert {(c.on, c.inbound, c.email) for c in found.contacts} == {
        (date(2026, 9, 1), False, "ines@northwind.example"),
        (date(2026, 9, 2), True, "ines@northwind.example"),
    }


def test_a_draft_that_was_handed_over_is_no_touch() -> None:
    assert reading("mbox/draft_x_unsent.eml").contacts == set()


def test_an_unreadable_sender_makes_nobody_and_a_hidden_recipient_counts() -> None:
    found = reading("mbox/thunderbird_sent_lf_mboxrd.mbox")

    assert {(c.on, c.email) for c in found.contacts} == {(date(2026, 11, 2), "a@example.com")}
    assert [note.value for note in found.notes] == ["broken <broken@@example>", "a@example.com"]


def test_a_calendar_tells_whom_one_met_without_rooms_and_oneself() -> None:
    found = reading("ics/google_calendar.ics")

    assert found.contacts == {
        Contact("meeting", date(2026, 9, 10), False, "", "", "ines@northwind.example")
    }


def test_a_series_falls_on_its_days_less_the_one_taken_out() -> None:
    days = {c.on for c in reading("ics/outlook_windows_tzid_recurring.ics").contacts}

    assert days == {date(2026, 10, 5), date(2026, 10, 19), date(2026, 10, 26)}


def test_what_was_cancelled_did_not_happen() -> None:
    assert reading("ics/apple_allday_cancelled.ics").tally == {"cancelled": 1, "meetings": 1}


def test_what_is_still_to_come_was_no_meeting() -> None:
    early = Given(SAM.me, SAM.zone, date(2026, 10, 6))

    assert {c.on for c in reading("ics/outlook_windows_tzid_recurring.ics", early).contacts} == {
        date(2026, 10, 5)
    }


def test_an_address_book_keeps_every_way_and_no_machine_address() -> None:
    ines = reading("google/google_contacts_2024plus.csv").people[0]

    assert ines.emails == (
        "ines@northwind.example", "ines.okafor@northwind.example", "ines.home@example.com",
    )  # fmt: skip
    assert ines.phones == ("+46 70 174 06 05",)  # two spellings of one number
    assert (ines.linkedin, ines.birthday) == (INES, "--02-14")
    assert ines.note == "Met at PyCon.\nLikes graphs, tea\nLabels: Job search"


@pytest.mark.parametrize(
    "path", ["google/google_contacts_2024plus.csv", "vcard/apple_v30_folded_itemgroups.vcf"]
)
def test_a_company_in_an_address_book_is_a_company(path: str) -> None:
    assert [e.name for e in reading(path).employers] == ["Straßenbau GmbH"]


def test_an_exchange_name_is_no_address_and_no_day_is_no_birthday() -> None:
    joerg, zoe = reading("outlook/outlook_classic_desktop_cp1252.csv").people

    assert (joerg.emails, joerg.birthday) == (("joerg.mueller@example.org",), "")
    assert zoe.emails == ()


def test_german_headers_mean_the_same_whatever_the_delimiter() -> None:
    one = reading("outlook/outlook_classic_german_headers_cp1252.csv").people
    other = reading("outlook/outlook_classic_german_headers_excel_semicolon_utf8bom.csv").people

    assert one == other
    assert one[0].phones == ("0171/3920012", "0221/4710998")
    assert (one[0].title, one[0].note) == ("Leiter; Einkauf", "Zeile 1\nZeile 2")


def test_a_card_keeps_its_ways_in_order_and_drops_its_picture() -> None:
    soren = reading("vcard/v40_uri_tel_pref.vcf").people[0]
    android = reading("vcard/android_v21_quoted_printable.vcf")
    chidera = reading("vcard/apple_v30_folded_itemgroups.vcf").people[0]

    assert soren.emails == ("soren@acme.example", "s.aagaard@example.com")
    assert soren.phones == ("+45-12-34-56-78",)
    assert android.people[0].note == "Met at fair\nCall back"
    assert [note.column for note in android.notes] == ["PHOTO"]
    assert (chidera.linkedin, chidera.birthday) == ("chidera-okoye-sample", "--02-14")


def test_an_uploaded_address_book_is_read_only_when_asked_for() -> None:
    with pytest.raises(CannotRead, match="say that you want it") as refused:
        reading("linkedin/ImportedContacts.csv")
    assert refused.value.typed == "--format linkedin_imported_contacts"

    found = reading("linkedin/ImportedContacts.csv", only="linkedin_imported_contacts")

    assert [(p.name, p.company, p.phones) for p in found.people] == [
        ("Nora Lind", "Norra Foods", ("+46 70 174 06 06",))
    ]


def test_a_guessed_mapping_is_shown_and_can_be_said_otherwise() -> None:
    guessed = reading("lists/own_list_semicolons.csv")
    said = Given(SAM.me, SAM.zone, TODAY, (("Funktion", "note"),))

    assert guessed.mapping == {
        "Vollständiger Name": "name", "Unternehmen": "company", "E-Mail": "email",
        "Telefon": "phone", "Funktion": "title",
    }  # fmt: skip
    assert reading("lists/own_list_semicolons.csv", said).people[0].note == "Head of Purchasing"
