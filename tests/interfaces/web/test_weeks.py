"""Progress is told in words until five are settled; drawings have a title and a table behind."""

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from firststep.interfaces.web.weeks import HIGH, ring_drawn, weeks_drawn
from firststep.journal.actions import Stamp
from firststep.learn.progress import FollowUp
from firststep.learn.weeks import Week
from firststep.verbs.thread import record_reply, record_sent
from tests.cast import MONDAY, a_row_person, a_target
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign

STAMP = Stamp(on=MONDAY)


def answered(ada: "Campaign", number: int, answer: str) -> None:
    company = a_target(ada, f"Company{number}")
    person = a_row_person(
        ada, f"P Ode{number}", company=company, title="Buyer", email="a@b.example"
    )
    record_sent(ada, stamp=STAMP, ref=f"p{person.pk}")
    record_reply(ada, stamp=STAMP, ref=f"p{person.pk}", answer=answer)


def test_a_rate_is_drawn_once_five_are_settled_and_told_in_words_before(
    reader: Reader, ada: "Campaign"
) -> None:
    said = {}
    for number in range(5):
        page = reader.open("/progress").text
        said[number] = page.partition("How often people say yes")[2]
        assert "The band is where" not in said[number], number
        answered(ada, number, "helped" if number % 2 else "no")

    assert "Nobody has said yes or no yet" in said[0]
    assert "1 person is settled, none of them yes" in said[1]
    assert "4 people are settled, 2 of them yes" in said[4]
    assert "The band is where" in reader.open("/progress").text


def test_every_drawing_of_the_page_says_what_it_shows(reader: Reader, ada: "Campaign") -> None:
    for number in range(5):
        answered(ada, number, "helped")

    drawings = reader.open("/progress").text.split("<svg ")[1:]

    shown = [one for one in drawings if "aria-hidden" not in one.partition("</svg>")[0]]
    assert shown and all('role="img"' in one and "aria-label" in one for one in shown)


def test_the_tallest_bar_is_as_high_as_the_drawing_and_the_others_in_its_measure() -> None:
    weeks = [Week(MONDAY + timedelta(weeks=at), n) for at, n in enumerate((4, 8, 0))]

    drawn = weeks_drawn(weeks, a_week=6)

    assert drawn is not None
    assert [bar.high for bar in drawn.bars] == [HIGH // 2, HIGH, 0]
    assert [bar.top + bar.high for bar in drawn.bars] == [HIGH] * 3
    assert drawn.level == HIGH - HIGH * 6 // 8
    assert weeks_drawn(weeks[:1], a_week=6) is None


@pytest.mark.parametrize(("in_time", "share"), [(0, 0), (3, 0.75), (4, 1)])
def test_the_ring_closes_as_all_are_followed_up(in_time: int, share: float) -> None:
    ring = ring_drawn(FollowUp(due=4, in_time=in_time))

    assert ring is not None
    assert ring.part == pytest.approx(ring.whole * share, abs=0.1)
    assert ring_drawn(FollowUp(due=0, in_time=0)) is None


def test_the_figure_of_each_week_leads_to_those_it_counts(reader: Reader, ada: "Campaign") -> None:
    for number, days in enumerate((0, 0, 1, 7, 14)):
        company = a_target(ada, f"Company{number}")
        person = a_row_person(ada, f"P Ode{number}", company=company, email="a@b.example")
        stamp = Stamp(on=MONDAY - timedelta(days=days))
        record_sent(ada, stamp=stamp, ref=f"p{person.pk}")

    page = reader.open("/progress").text
    links = re.findall(r'"(/noted\?of=touched&amp;week=[^"]*)">(\d+)<', page)

    assert [int(n) for _link, n in links] == [1, 2, 2]
    for link, n in links:
        behind = reader.open(link.replace("&amp;", "&")).text
        assert len(re.findall(r"P Ode\d", behind)) == int(n), link
        assert "The week of" in behind
    assert "The week of" not in reader.open("/noted?of=touched&week=soon").text
