"""Exports together: one person each, days in touch as evidence, and never a step by themselves."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from firststep.errors import CannotDo
from firststep.journal.actions import Stamp
from firststep.plan.shown import plan_on
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.outreach.models import Touch
from firststep.steps.people.employers.employers import suggested_companies
from firststep.steps.people.models import Address, Evidence, OwnPart, Person, Position, Tie
from firststep.steps.people.ties.in_touch import in_touch, seekers_ties
from firststep.steps.people.ties.tie_kind import tie_told
from firststep.steps.people.whom import whom
from firststep.verbs.people.import_files import ImportAnswer, import_files, undo_import
from firststep.verbs.people.tie import set_tie

EXPORTS = Path(__file__).resolve().parents[3] / "samples" / "exports"
ZIP = "linkedin/Basic_LinkedInDataExport_11-20-2026.zip"
MBOX = "mbox/All mail Including Spam and Trash.mbox"
TODAY = date(2026, 11, 23)


@pytest.fixture
def sam(ada: Campaign) -> Campaign:
    """Ada's campaign under the name the samples know."""
    ada.seeker.name, ada.seeker.email = "Sam Lee", "sam.lee@example.org"
    ada.seeker.save()
    return ada


@pytest.fixture
def now() -> Stamp:
    return Stamp(on=TODAY)


def bring(campaign: Campaign, stamp: Stamp, *paths: str, **how: Any) -> ImportAnswer:
    return import_files(campaign, stamp=stamp, paths=[EXPORTS / path for path in paths], **how)


def everything(campaign: Campaign) -> list[Any]:
    models = (Person, Address, Position, Tie, Evidence, OwnPart, Company)
    return [list(m.objects.filter(campaign=campaign).order_by("id").values()) for m in models]


def test_the_samples_together_make_one_person_of_each(sam: Campaign, now: Stamp) -> None:
    bring(
        sam, now, ZIP, "linkedin/Connections_2022_no_url.csv",
        "linkedin/Connections_excel_resaved_bom_crlf.csv", "google/google_contacts_2024plus.csv",
        "google/google_contacts_legacy.csv", "google/google_contacts_legacy_utf16le_bom.csv",
        "outlook/outlook_com_61col_utf8bom.csv", "outlook/outlook_classic_desktop_cp1252.csv",
        "vcard/android_v21_quoted_printable.vcf", "vcard/apple_v30_folded_itemgroups.vcf",
        "vcard/google_v30.vcf", "ics/google_calendar.ics", MBOX,
    )  # fmt: skip

    names = list(Person.objects.filter(campaign=sam).values_list("name", flat=True))
    for name in ("Jörg Müller", "Inés Okafor-Lindqvist", "Tomás Reyes", "Chidera Okoye", "Kofi"):
        assert names.count(name) == 1, name


@pytest.mark.parametrize(
    "path", [ZIP, MBOX, "ics/outlook_windows_tzid_recurring.ics", "vcard/google_v30.vcf",
             "google/google_contacts_2024plus.csv", "linkedin/Company Follows.csv",
             "linkedin/Positions_former.csv", "lists/own_list_semicolons.csv"]
)  # fmt: skip
def test_the_same_file_twice_changes_nothing(sam: Campaign, now: Stamp, path: str) -> None:
    bring(sam, now, path)
    before = everything(sam)

    again = bring(sam, now, path)

    assert again.import_id is None
    assert everything(sam) == before


@pytest.mark.parametrize("path", [ZIP, MBOX, "google/google_contacts_2024plus.csv"])
def test_an_import_is_taken_back_with_all_it_told(sam: Campaign, now: Stamp, path: str) -> None:
    before = everything(sam)
    answer = bring(sam, now, path)
    assert answer.import_id is not None

    undo_import(sam, stamp=now, import_id=answer.import_id)

    assert everything(sam) == before


def test_past_messages_are_evidence_and_neither_touch_nor_step(sam: Campaign, now: Stamp) -> None:
    bring(sam, now, ZIP, MBOX, "ics/google_calendar.ics")

    assert Evidence.objects.filter(campaign=sam).count() > 4
    assert not Touch.objects.filter(campaign=sam).exists()
    assert plan_on(sam, TODAY).snapshot.approaches == {}


def test_messages_of_somebody_known_by_name_alone_are_theirs_if_nobody_shares_it(
    sam: Campaign, now: Stamp
) -> None:
    bring(sam, now, "linkedin/Connections_2022_no_url.csv")
    bring(sam, now, "linkedin/messages_2022_9col.csv")
    tomas = Person.objects.get(campaign=sam, name="Tomás Reyes")

    assert in_touch([tomas.pk], today=TODAY)[tomas.pk].last_on == date(2022, 5, 1)


def test_a_name_two_people_bear_is_nobodys_evidence(sam: Campaign, now: Stamp) -> None:
    for _ in range(2):
        Person.objects.create(
            campaign=sam, name="Tomás Reyes", name_key="tomas reyes", known_since=TODAY
        )
    bring(sam, now, "linkedin/messages_2022_9col.csv")

    assert not Evidence.objects.filter(campaign=sam).exists()


def test_being_in_touch_sets_the_tie_and_the_seekers_word_stands(sam: Campaign, now: Stamp) -> None:
    bring(sam, now, ZIP, "google/google_contacts_2024plus.csv")
    bring(sam, now, "ics/google_calendar.ics")
    ines = Person.objects.get(campaign=sam, linkedin="ines-okafor-l-3b2a91")

    told = seekers_ties([ines.pk], today=TODAY)[ines.pk]
    assert told.kind == "met"
    assert told.why.endswith("last on 10 September 2026.")

    set_tie(sam, stamp=now, person=str(ines.pk), kind="close")
    bring(sam, now, MBOX)

    assert seekers_ties([ines.pk], today=TODAY)[ines.pk].kind == "close"


POSTS = b"Company Name,Title,Description,Location,Started On,Finished On\n"
THEIRS = b"""First Name,Last Name,URL,Email Address,Company,Position,Connected On
Mia,Berg,https://www.linkedin.com/in/mia-berg,,Velmar Motion,Buyer,22 Aug 2014
Zoe,Hart,https://www.linkedin.com/in/zoe-hart,,Globex,Buyer,05 Apr 2014
"""


@pytest.mark.parametrize(
    ("left", "kind"), [(b"Aug 2026", "known"), (b"", "known"), (b"Aug 2019", "dormant")]
)
def test_who_works_where_the_seeker_did_until_lately_has_not_gone_quiet(
    sam: Campaign, now: Stamp, left: bytes, kind: str
) -> None:
    own = POSTS + b"Velmar Motion,Head of Purchasing,,,Mar 2012," + left + b"\n"
    files = [("Positions.csv", io.BytesIO(own)), ("Connections.csv", io.BytesIO(THEIRS))]
    import_files(sam, stamp=now, streams=files)
    mia, zoe = Person.objects.filter(campaign=sam).order_by("name")

    told = seekers_ties([mia.pk, zoe.pk], today=TODAY)
    assert [told[one.pk].kind for one in (mia, zoe)] == [kind, "dormant"]
    by_log = in_touch([mia.pk, zoe.pk], today=TODAY)
    assert [*by_log] == [mia.pk]
    assert tie_told("", date(2014, 8, 22), today=TODAY, in_touch=by_log[mia.pk]) == told[mia.pk]


def test_a_seeker_without_an_address_is_nobody_she_met(ada: Campaign, now: Stamp) -> None:
    ada.seeker.name, ada.seeker.email = "Sam Lee", ""
    ada.seeker.save()
    event = b"""BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
DTSTART:20261005T090000Z
ORGANIZER;CN=Sam Lee:mailto:sam@home.example
ATTENDEE;CN=Mia Berg:mailto:mia@berg.example
END:VEVENT
END:VCALENDAR
"""

    import_files(ada, stamp=now, streams=[("calendar.ics", io.BytesIO(event))])

    assert [one.name for one in Person.objects.filter(campaign=ada)] == ["Mia Berg"]


def test_a_bounce_kills_the_address_it_names(sam: Campaign, now: Stamp, stamp: Stamp) -> None:
    kofi = Person.objects.create(campaign=sam, name="Kofi", name_key="kofi", known_since=TODAY)
    email = "kofi@old-employer.example"
    Address.objects.create(campaign=sam, person=kofi, kind="email", value=email, key=email)

    bring(sam, now, MBOX)

    assert kofi.addresses.get().dead_on == date(2026, 9, 3)


def test_who_tells_where_we_overlapped(sam: Campaign, now: Stamp, acme: Company) -> None:
    bring(sam, now, "linkedin/Positions_former.csv", "lists/own_list_semicolons.csv")
    jan = Person.objects.get(campaign=sam, family="van der Berg")
    post = jan.positions.get()
    post.began_on, post.ended_on, post.current = date(2017, 1, 1), date(2020, 5, 1), False
    post.save()
    Position.objects.create(
        campaign=sam, person=jan, company=acme, written="Acme", title="Buyer", as_of=TODAY
    )

    known = whom(sam, [acme], today=TODAY)[0].known

    assert [one.why for one in known if one.person_id == jan.pk] == [
        "works at Acme; you overlapped at Globex 2017-2019"
    ]


def test_employers_followed_saved_or_applied_to_are_suggested_and_no_targets(
    sam: Campaign, now: Stamp
) -> None:
    bring(sam, now, "linkedin/Company Follows.csv", "linkedin/Saved Jobs.csv")

    found = {one.name: one.why for one in suggested_companies(sam)}

    assert "You follow it on LinkedIn." in found["Zenith Foods"]
    assert not Company.objects.filter(campaign=sam, targeted_on__isnull=False).exists()


def test_the_seekers_own_profile_is_learned(sam: Campaign, now: Stamp) -> None:
    bring(sam, now, ZIP)
    sam.refresh_from_db()

    assert sam.linkedin == "sam-lee-sample"


def test_a_stranger_sees_nothing_of_it(sam: Campaign, ben: Campaign, now: Stamp) -> None:
    before = everything(ben)
    bring(sam, now, ZIP, MBOX)

    assert everything(ben) == before
    assert not Evidence.objects.filter(campaign=ben).exists()
    with pytest.raises(CannotDo):
        undo_import(ben, stamp=now, import_id=1)
