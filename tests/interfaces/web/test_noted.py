"""The log page: everything recorded, found, taken back and put right; and behind each figure."""

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from firststep.interfaces.words.behind import COUNTS
from firststep.journal.actions import Stamp
from firststep.learn.behind import FIGURES
from firststep.steps.outreach.models import Touch
from firststep.verbs.people.persons import add_person
from firststep.verbs.safety.forget import forget
from firststep.verbs.thread import record_reply, record_sent
from tests.cast import MONDAY, a_row_person
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign, Company
    from firststep.steps.people.models import Person

STAMP = Stamp(on=MONDAY)


@pytest.fixture
def wrote_twice(ada: "Campaign", acme: "Company", ann: "Person", dana: "Person") -> "Campaign":
    record_sent(ada, stamp=STAMP, ref=f"p{ann.pk}")
    record_reply(ada, stamp=STAMP, ref=f"p{ann.pk}", answer="helped")
    return ada


def test_the_newest_is_taken_back_there_then_the_one_before(
    reader: Reader, wrote_twice: "Campaign", ann: "Person"
) -> None:
    page = reader.open("/noted")
    assert page.text.index("Ann Lee helped") < page.text.index("You wrote to Ann Lee")
    assert len([*page.forms("/undo")]) == 1

    page = reader.send(page, "/undo")
    assert re.search(r"Ann Lee helped[^<]*</a> <span class=.tag.>taken back", page.text)
    reader.send(page, "/undo")

    assert not Touch.objects.filter(campaign=wrote_twice).exists()


def test_any_touch_is_moved_to_its_day_or_taken_away(
    reader: Reader, wrote_twice: "Campaign"
) -> None:
    wrote = Touch.objects.get(campaign=wrote_twice, kind="write")
    address = f"/touches/{wrote.pk}"

    page = reader.send(reader.open("/noted"), address, holding={"on": f"{MONDAY}"}, on="2026-10-30")
    wrote.refresh_from_db()
    assert wrote.on == MONDAY - timedelta(days=3)
    assert "counts for 30 Oct" in page.text

    reader.send(reader.open("/noted"), address, holding={"delete": "1"})
    assert not Touch.objects.filter(pk=wrote.pk).exists()


def test_it_is_found_by_words_and_by_kind(reader: Reader, wrote_twice: "Campaign") -> None:
    add_person(wrote_twice, stamp=STAMP, name="Rosa Park")

    assert "You added Rosa Park" in reader.open("/noted?q=rosa").text
    assert "You wrote to Ann" not in reader.open("/noted?q=rosa").text
    came = reader.open("/noted?kind=came").text
    assert "Ann Lee helped" in came and "You wrote to Ann" not in came
    assert "Nothing of that kind" in reader.open("/noted?q=nobody").text
    assert "You added Rosa Park" in reader.open("/noted?kind=people").text
    assert "You added Rosa Park" not in reader.open("/noted?kind=rest").text


def test_further_back_stands_on_the_next_page(reader: Reader, ada: "Campaign") -> None:
    for number in range(52):
        add_person(ada, stamp=STAMP, name=f"Person{number:02} Ode")

    page = reader.open("/noted")
    further = next(link for link in page.parsed.links if "before=" in link)
    assert "Person02 Ode" in page.text and "Person01 Ode" not in page.text
    older = reader.open(f"/noted{further}")
    assert "Person01 Ode" in older.text and "Person02 Ode" not in older.text
    assert not [*older.forms("/undo")]


def test_what_cannot_be_taken_back_says_so_and_offers_nothing(
    reader: Reader, wrote_twice: "Campaign", dana: "Person"
) -> None:
    forget(wrote_twice, stamp=STAMP, person=f"p{dana.pk}")

    page = reader.open("/noted")

    assert not [*page.forms("/undo")]
    assert "that cannot be undone" in page.text
    assert f"/people/{dana.pk}" not in page.parsed.links


def test_behind_every_figure_of_progress_stand_as_many_as_it_says(
    reader: Reader, wrote_twice: "Campaign"
) -> None:
    page = reader.open("/progress")
    links = [link for link in page.parsed.links if link.startswith("/noted?of=")]

    assert {"/noted?of=touched", "/noted?of=answered", "/noted?of=thanks"} & {*links} == {
        "/noted?of=touched", "/noted?of=answered",
    }  # fmt: skip
    for link in links:
        behind = reader.open(link.replace("&amp;", "&"))
        assert behind.status == 200, link
        assert behind.text.count("Ann Lee") == 1, link


def test_each_figure_has_its_words_and_no_other_has_a_page(reader: Reader, ada: "Campaign") -> None:
    assert {*COUNTS} == {*FIGURES}
    for figure in FIGURES:
        assert "Nobody yet." in reader.open(f"/noted?of={figure}").text
    assert reader.open("/noted?of=luck").status == 404


def test_what_is_bens_is_not_noted_here(reader: Reader, ada: "Campaign", ben: "Campaign") -> None:
    add_person(ben, stamp=STAMP, name="Somebody Else")

    assert "Somebody Else" not in reader.open("/noted").text


def test_the_page_asks_the_database_as_often_however_much_was_noted(
    reader: Reader, ada: "Campaign", acme: "Company"
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            reader.open("/noted")
        return len(captured)

    for few in (3, 20):
        for number in range(few):
            person = a_row_person(ada, f"P{few}{number} Ode", company=acme, email="a@b.example")
            record_sent(ada, stamp=STAMP, ref=f"p{person.pk}")
        if few == 3:
            before = asked()

    assert asked() == before <= 8
