"""How far still, on the site: a day with its range, what another pace would change, the week."""

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from firststep.facts.playbook import DEFAULT
from firststep.journal.actions import Stamp
from firststep.learn.forecast import forecast
from firststep.plan.shown import plan_on
from firststep.verbs.goal.rhythm import set_playbook
from firststep.verbs.thread import record_reply, record_sent
from tests.cast import MONDAY, a_row_person
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from django.conf import LazySettings

    from firststep.steps.goal.models import Campaign, Company
    from firststep.steps.people.models import Person


@pytest.fixture
def settled(ada: "Campaign", acme: "Company") -> None:
    """Five people were written to and said no: enough for an outlook of one's own."""
    for number in range(5):
        person = a_row_person(ada, f"Sam {number}", email=f"sam{number}@people.example")
        record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{person.pk}")
        record_reply(ada, stamp=Stamp(on=MONDAY), ref=f"p{person.pk}", answer="no")


def words(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def test_today_tells_by_which_day_ten_conversations_may_be_had_and_between_which(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person", settled: None
) -> None:
    ten = forecast(plan_on(ada, MONDAY).snapshot, today=MONDAY, silent=()).milestones[2]
    reader.open("/")
    page = reader.open("/")  # at the first look the cards do not wait for it
    told = words(page.text)
    assert "Ten conversations" in told
    assert ten.by.median is not None
    assert f"{ten.by.median.day} {ten.by.median:%b}" in told
    assert ten.by.low is not None
    assert f"between {ten.by.low.day} {ten.by.low:%B}" in told
    assert "An assumption" in told
    assert 'role="img" aria-label="Ten conversations: by' in page.text


def test_today_foretells_nothing_before_there_is_a_list(reader: Reader, ada: "Campaign") -> None:
    reader.open("/")
    page = reader.open("/")
    assert "People touched" in page.text
    assert "Ten conversations" not in page.text


def test_progress_tells_every_milestone_and_what_another_pace_would_change(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person", settled: None
) -> None:
    page = reader.open("/progress")
    for what in ("Three conversations", "Five conversations", "Ten conversations", "A job offer"):
        assert what in page.text
    assert "At 10 a week" in page.text
    assert "an assumption" in page.text
    slower = reader.open("/progress?a_week=2")
    assert "At 2 a week" in slower.text
    assert 'value="2"' in slower.text


def test_progress_says_at_which_pace_and_who_is_counted(
    reader: Reader,
    ada: "Campaign",
    acme: "Company",
    ann: "Person",
    settled: None,
    settings: "LazySettings",
) -> None:
    record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{ann.pk}")
    early = words(reader.open("/progress").text)
    settings.TODAY = MONDAY + timedelta(days=42)
    late = words(reader.open("/progress").text)
    assert "Until your own pace shows, this is at 8 new people a week, what 45 minutes" in early
    assert "None of your own people are in it yet, for their days to answer run on" in early
    assert "few people lately" not in early
    assert "You have written to few people lately, and a slow month foretells little" in late
    assert "6 settled people of your own are in it, those whose days to answer are over" in late


def test_f44_before_five_are_settled_both_pages_tell_what_is_usual_in_one_sentence(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    reader.open("/")
    for page in (reader.open("/"), reader.open("/progress"), reader.open("/progress/side")):
        assert "A usual campaign writes to about a hundred people" in words(page.text)
        assert "A job offer" not in page.text
        assert "Ten conversations" not in page.text
    assert "What if I wrote" not in reader.open("/progress").text
    assert "may bring" not in reader.open("/progress").text


@pytest.mark.parametrize("asked", ["0", "-3", "x", "9999", "1e3", "٣", "", "%00"])
def test_a_pace_that_is_none_is_ten(
    asked: str, reader: Reader, ada: "Campaign", settled: None
) -> None:
    assert "At 10 a week" in reader.open(f"/progress?a_week={asked}").text


def test_the_drawing_has_its_figures_behind_it(
    reader: Reader, ada: "Campaign", acme: "Company", settled: None
) -> None:
    page = reader.open("/progress")
    assert page.text.count('<th scope="row" class="n">') == 11
    assert "An offer by then" in page.text


def test_the_week_is_looked_back_on(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    assert "Nothing new" in reader.open("/progress").text
    record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{ann.pk}")
    record_reply(ada, stamp=Stamp(on=MONDAY), ref=f"p{ann.pk}", answer="helped")
    assert "One person touched for the first time, 1 answered" in reader.open("/progress").text


def test_the_outlook_follows_the_seekers_own_playbook(
    reader: Reader, ada: "Campaign", acme: "Company", settled: None
) -> None:
    for number in range(3):
        a_row_person(ada, f"Kim {number}", company=acme, title="Analyst")
    before = reader.open("/progress").text
    assert DEFAULT.ten_percent_is == "protocol"
    set_playbook(ada, stamp=Stamp(on=MONDAY), key="ten_percent_is", value="one_note")
    assert words(reader.open("/progress").text) != words(before)


def test_before_five_are_settled_the_side_of_today_tells_how_many_and_no_rate(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    said = reader.open("/progress/side").text.partition("Said yes")[2].partition("</section>")[0]

    assert "or let the days to answer pass. A rate says something once five people have." in said
    assert "%" not in said
    assert "svg" not in said
