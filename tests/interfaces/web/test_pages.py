"""Every page shows Ada her own and nobody else's, in a few queries whatever the number of rows."""

import gzip
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from firststep.interfaces.web.urls import Late, urlpatterns
from firststep.interfaces.words.steps import deed
from firststep.steps.people.models import CompanyMatch, Tie
from tests.cast import a_row_person, a_target, an_opening
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign, Company
    from firststep.steps.people.models import Person

PLACES = (
    "/",
    "/companies/",
    "/people/",
    "/goal",
    "/progress",
    "/import",
    "/events/",
    "/favours/",
    "/practice",
)
TABLES_OF_THE_SNAPSHOT = 17  # with what was snoozed; favours, promises and earlier rounds, too
# How often at most a page asks that was opened before, with nothing new since.
ASKED_AGAIN = {
    "/": 1, "/progress": 1, "/companies/": 2, "/companies/suggested": 1, "/companies/names": 1,
    "/companies/check": 3, "/people/": 4, "/people/?show=open": 5,
    "/people/same": 2, "/goal": 3, "/import": 3, "/events/": 4, "/favours/": 2, "/noted": 3,
    "/noted?of=touched": 3, "/heard": 2, "/settings": 1, "/settings/wordings": 3, "/practice": 3,
}  # fmt: skip


def the_campaign_of_ada(ada: "Campaign", acme: "Company", ann: "Person", dana: "Person") -> None:
    a_row_person(ada, "Rosa Park", company=acme, title="Buyer", current=False)
    Tie.objects.create(campaign=ada, person=ann, other=dana, kind="known", by_hand=True)


@pytest.mark.parametrize("address", PLACES)
def test_every_place_opens(
    address: str, reader: Reader, ada: "Campaign", ann: "Person", dana: "Person"
) -> None:
    assert reader.open(address).status == 200


def test_the_pages_of_one_company_person_and_step_open(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person", dana: "Person"
) -> None:
    the_campaign_of_ada(ada, acme, ann, dana)
    for address in (
        f"/companies/{acme.pk}", f"/people/{ann.pk}", f"/touch/p{ann.pk}",
        f"/touch/p{dana.pk}?tab=call", f"/touch/s{acme.seats.get().pk}",
    ):  # fmt: skip
        page = reader.open(address)
        assert page.status == 200, address
        assert "Ann Lee" in page.text or "Dana Whitlock" in page.text


def test_an_empty_campaign_opens_everywhere(reader: Reader, ada: "Campaign") -> None:
    for address in PLACES:
        assert reader.open(address).status == 200


def test_what_is_bens_is_not_there_for_ada(
    reader: Reader, ada: "Campaign", ben: "Campaign", ann: "Person"
) -> None:
    tom, initech = ben.people.get(), ben.companies.get()
    seat = initech.seats.get()
    for address in (
        f"/people/{tom.pk}", f"/companies/{initech.pk}", f"/touch/p{tom.pk}", f"/touch/s{seat.pk}",
        "/touch/999999", "/people/999999999999999999", "/people/0",
    ):  # fmt: skip
        assert reader.open(address).status == 404, address
    page = reader.open("/people/?q=Tom")
    assert "Tom Berg" not in page.text
    assert "Initech" not in reader.open("/companies/").text


def test_no_form_reaches_what_is_bens(
    reader: Reader, ada: "Campaign", ben: "Campaign", ann: "Person"
) -> None:
    tom, initech = ben.people.get(), ben.companies.get()
    token = reader.open("/people/").form("/people/add").fields["csrfmiddlewaretoken"]
    revision = ben.revision
    for action, fields in (
        (f"/people/{tom.pk}/edit", {"name": "Eve"}),
        (f"/people/{tom.pk}/position", {"company": "Eve Ltd"}),
        (f"/people/{tom.pk}/tie", {"kind": "close"}),
        (f"/people/{tom.pk}/do-not-contact", {"why": "x"}),
        (f"/people/{tom.pk}/ask", {"ask": "advice"}),
        (f"/companies/{initech.pk}/edit", {"name": "Eve"}),
        (f"/companies/{initech.pk}/stage", {"stage": "interview"}),
        (f"/companies/{initech.pk}/drop", {}),
        (f"/companies/{initech.pk}/seat", {"title": "Head", "holder": "Eve"}),
        (f"/companies/{initech.pk}/confirm", {"written": "Eve"}),
        (f"/touch/p{tom.pk}/sent", {}),
        (f"/touch/p{tom.pk}/call", {"outcome": "voicemail"}),
        (f"/touch/p{tom.pk}/reply", {"answer": "yes"}),
        (f"/touch/p{tom.pk}/meeting", {"day": "2026-11-20", "hour": "10:00"}),
        (f"/touch/p{tom.pk}/talked", {}),
        (f"/touch/p{tom.pk}/snooze", {"until": "2026-12-01"}),
        (f"/touch/p{tom.pk}/close", {}),
        ("/touches/1", {"delete": "1"}),
        ("/import/1/undo", {}),
    ):
        answer = reader.post(action, {"csrfmiddlewaretoken": token, **fields})
        assert answer.status == 404, (action, answer.text)
    ben.refresh_from_db()
    tom.refresh_from_db()
    assert (ben.revision, tom.name) == (revision, "Tom Berg")
    assert not ada.people.exclude(pk=ann.pk).exists()


def test_looking_writes_nothing_and_forms_are_not_opened_by_links(
    reader: Reader, ada: "Campaign", ann: "Person"
) -> None:
    for address in (*PLACES, f"/people/{ann.pk}", f"/touch/p{ann.pk}"):
        reader.open(address)
    for address in ("/undo", "/people/add", f"/touch/p{ann.pk}/sent", "/companies/add"):
        assert reader.client.get(address).status_code == 405
    ada.refresh_from_db()
    assert ada.revision == 0


def test_strange_addresses_get_a_page_in_plain_words(reader: Reader, ada: "Campaign") -> None:
    for address in (
        "/nothing", "/people/-1", "/people/99999999999999999999", "/touch/x1", "/touch/p",
        "/people/1%20OR%201=1",
    ):  # fmt: skip
        page = reader.open(address)
        assert page.status == 404
        assert "That is not here" in page.text


@pytest.mark.parametrize("query", ["q=%00", "q=%FF", "after=%00x", "after=9:", "done=x", "done=-1",
                                   "done=99999999999", "q=" + "a" * 5000])  # fmt: skip
def test_odd_questions_break_no_page(query: str, reader: Reader, ada: "Campaign") -> None:
    assert reader.open(f"/people/?{query}").status == 200


def test_markup_in_a_name_is_shown_as_text(reader: Reader, ada: "Campaign") -> None:
    eve = a_row_person(ada, "<script>alert(1)</script>", title="<b>")
    for address in ("/people/", f"/people/{eve.pk}", f"/touch/p{eve.pk}"):
        assert "<script>alert" not in reader.open(address).text


def many_people(ada: "Campaign", acme: "Company", count: int) -> None:
    for number in range(count):
        a_row_person(ada, f"Person {number:04}", company=acme, title="Analyst")


def queries(reader: Reader, address: str) -> int:
    from firststep.plan.shown import forget_plans

    forget_plans()
    with CaptureQueriesContext(connection) as seen:
        assert reader.open(address).status == 200
    return len(seen)


def queries_again(reader: Reader, address: str) -> int:
    assert reader.open(address).status == 200
    with CaptureQueriesContext(connection) as seen:
        reader.open(address)
    return len(seen)


def test_a_page_asks_the_database_as_often_for_a_thousand_people_as_for_ten(
    reader: Reader, ada: "Campaign", acme: "Company", dana: "Person"
) -> None:
    many_people(ada, acme, 10)
    written = a_target(ada, "Acme Holding", targeted_on=None)
    CompanyMatch.objects.create(
        campaign=ada, written=written, company=acme, tier="weak", why="alike"
    )
    an_opening(acme, "Buyer")
    an_opening(acme, "Planner")
    plain = ["/companies/", "/people/", "/people/?q=person", "/goal", "/import"]
    planned = ["/", "/progress", f"/touch/p{dana.pk}", f"/touch/p{dana.pk}/prepare", "/events/",
               "/favours/", "/noted", "/noted?of=touched", "/companies/suggested",
               "/companies/names", "/companies/check", "/people/?show=open",
               "/heard", "/settings", "/settings/wordings", "/practice"]  # fmt: skip
    # What is known, with evidence, places and sources, and what the plan has for it.
    both = [f"/companies/{acme.pk}", f"/people/{dana.pk}"]
    rosa = a_row_person(ada, "Rosa Park", title="Buyer", tie=None)  # not touched yet
    own = {
        f"/people/{dana.pk}": 11, f"/companies/{acme.pk}": 8, f"/touch/p{dana.pk}": 6,
        f"/touch/p{rosa.pk}": 4, f"/touch/p{dana.pk}/prepare": 5,
        "/people/?q=person": 5 if connection.vendor == "sqlite" else 4,  # how many would be found
    }  # fmt: skip
    few = {address: queries(reader, address) for address in [*plain, *planned, *both]}
    again = {address: queries_again(reader, address) for address in [*ASKED_AGAIN, *own]}
    many_people(ada, acme, 990)
    many = {address: queries(reader, address) for address in [*plain, *planned, *both]}
    assert many == few
    assert {a: n for a, n in again.items() if n > {**ASKED_AGAIN, **own}[a]} == {}
    assert all(few[address] <= 8 for address in plain), few
    assert all(few[address] <= TABLES_OF_THE_SNAPSHOT + 11 for address in both), few
    assert all(few[address] <= TABLES_OF_THE_SNAPSHOT + 10 for address in planned), [
        (a, few[a]) for a in planned
    ]


def test_a_look_sees_what_was_written_since_the_last_one(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    assert "Initech" not in reader.open("/companies/").text
    form = reader.open("/companies/").form("/companies/add").fields | {"name": "Initech"}

    reader.post("/companies/add", form)

    assert "Initech" in reader.open("/companies/").text


def test_the_step_of_somebody_untouched_tells_what_was_corrected_since(
    reader: Reader, ada: "Campaign", acme: "Company", dana: "Person"
) -> None:
    rosa, omar = (a_row_person(ada, name, tie=None) for name in ("Rosa Park", "Omar Diaz"))
    form = reader.open(f"/people/{rosa.pk}").form(f"/people/{rosa.pk}/edit").fields
    assert "Rosa Park" in reader.open(f"/touch/p{rosa.pk}").text

    other = reader.open(f"/touch/p{omar.pk}").text
    reader.post(f"/people/{rosa.pk}/edit", form | {"name": "Rosa Quist"})
    corrected = reader.open(f"/touch/p{rosa.pk}").text

    assert "Omar Diaz" in other and "Rosa Park" not in other
    assert "Rosa Quist" in corrected and "<h1>Rosa Park" not in corrected


def test_people_are_read_on_page_by_page_without_a_gap(
    reader: Reader, ada: "Campaign", acme: "Company"
) -> None:
    many_people(ada, acme, 120)
    seen: list[str] = []
    address = "/people/?q=person"
    for _ in range(3):
        page = reader.open(address)
        seen += [link for link in page.parsed.links if link.removeprefix("/people/").isdigit()]
        further = [link for link in page.parsed.links if "after=" in link]
        address = f"/people/{further[0]}" if further else ""
    assert len(seen) == len(set(seen)) == 120
    assert not address


def test_before_there_is_a_campaign_every_page_leads_to_the_first_run(reader: Reader) -> None:
    for address in PLACES:
        page = reader.open(address)
        assert page.status == 200
        assert "Who are you?" in page.text


def test_the_next_step_is_told_whole_also_where_it_is_about_nobody() -> None:
    whole = deed("confirm_match", name="Acme Holding", company="Acme")

    assert whole == "look whether Acme Holding is Acme"
    assert deed("add_companies") == "add more companies"


def test_a_page_comes_compressed_and_a_form_still_holds_its_key(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    whole = reader.client.get("/").content
    packed = reader.client.get("/", headers={"accept-encoding": "gzip"})

    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.content) < len(whole) / 2
    assert b'name="once_key"' in gzip.decompress(packed.content)


def test_a_file_of_ours_is_kept_for_a_year_and_a_page_never(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    page = reader.client.get("/")
    files = re.findall(r'(?:src|href)="(/static/[^"]+)"', page.content.decode())
    kept = {at: reader.client.get(at).headers["Cache-Control"] for at in files}

    assert len(kept) > 6
    assert set(kept.values()) == {f"max-age={365 * 24 * 3600}, public"}
    assert all("?" in at for at in files if not at.startswith("/static/fonts/"))
    assert "no-store" in page.headers["Cache-Control"]


def test_every_page_that_is_loaded_late_is_there() -> None:
    late = [one.callback for one in urlpatterns if isinstance(one.callback, Late)]

    assert len(late) > 10
    assert all(callable(one.view) for one in late)


def test_the_first_page_waits_for_no_other() -> None:
    loads = (
        "import sys, django; django.setup(); import firststep.interfaces.web.urls; "
        "print(*sys.modules)"
    )
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "firststep.settings"}
    told = subprocess.run([sys.executable, "-c", loads], env=env, check=True, capture_output=True)
    loaded = set(told.stdout.decode().split())

    room = "firststep.interfaces.web.pages."
    assert {one for one in loaded if one.startswith(room)} == {f"{room}side", f"{room}today"}
    heavy = {
        "firststep.bringing.formats",
        "firststep.interfaces.answers.companies",  # who is known where
        "firststep.learn.forecast",  # the figures at the side
        "firststep.steps.outreach.hearing.reading",
        "icalendar",
    }
    assert not loaded & heavy
