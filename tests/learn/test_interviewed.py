"""An interview that ended in a rejection: talks led to it, and it led to no offer."""

from statistics import mean

import pytest

from firststep.facts.belief import Belief
from firststep.facts.snapshot import CompanyFacts
from firststep.learn import so_far
from firststep.learn.chances import KnownSoFar, futures
from firststep.learn.forecast import forecast
from firststep.learn.funnel import how_far
from firststep.learn.so_far import INTERVIEW, OFFER
from firststep.outlook.record import Record
from firststep.outlook.season import BEGAN
from firststep.outlook.world import Conditions, World
from tests.builders import (
    MONDAY,
    a_calendar,
    a_company,
    a_line,
    a_person,
    a_snapshot,
    an_approach,
)

LATER = a_calendar().after(MONDAY, 40)
OPEN = a_company(1, "Acme")
BEGUN = a_company(2, "Globex", stage="interview")
TURNED_DOWN = a_company(3, "Initech", stage="rejected", interviewed=True)
REFUSED_AT_ONCE = a_company(4, "Hooli", stage="rejected")
OFFERED = a_company(5, "Umbra", stage="job_offer")


def known(*companies: CompanyFacts, talks: int = 4) -> KnownSoFar:
    """Of a campaign that held so many talks long ago and came so far at these companies."""
    people = [a_person(key, f"P{key}", tie=None) for key in range(1, talks + 1)]
    held = [
        an_approach(p.id, p, a_line("write"), a_line("held", order=2), ask="meeting")
        for p in people
    ]
    picture = a_snapshot(people=people, approaches=held, companies=companies)
    return so_far.known_so_far(picture, today=LATER, silent=())


@pytest.mark.parametrize(
    ("companies", "led", "offers", "rejections", "begun"),
    [
        ([OPEN], 0, 0, 0, 0),
        ([REFUSED_AT_ONCE], 0, 0, 0, 0),
        ([BEGUN], 1, 0, 0, 1),
        ([TURNED_DOWN], 1, 0, 1, 0),
        ([OFFERED], 1, 1, 0, 0),
        ([OPEN, BEGUN, TURNED_DOWN, REFUSED_AT_ONCE, OFFERED], 3, 1, 1, 1),
    ],
)
def test_both_beliefs_learn_from_how_far_each_company_came(
    companies: list[CompanyFacts], led: int, offers: int, rejections: int, begun: int
) -> None:
    found = known(*companies)
    assert found.interview == Belief(INTERVIEW.a + led, INTERVIEW.b + 4 - led)
    assert found.offer == Belief(OFFER.a + offers, OFFER.b + rejections)
    assert found.interviews == begun


def test_no_more_talks_led_to_an_interview_than_were_held() -> None:
    found = known(BEGUN, TURNED_DOWN, OFFERED, talks=2)
    assert found.interview == Belief(INTERVIEW.a + 2, INTERVIEW.b)
    assert found.offer == Belief(OFFER.a + 1, OFFER.b + 1)


def test_an_interview_that_failed_tells_better_of_talks_than_talks_that_led_nowhere() -> None:
    """One interview more in four talks outweighs one rejection more."""
    nothing, once = (
        mean(f.offer_after for f in futures(known(one), talks=1, draws=500))
        for one in (REFUSED_AT_ONCE, TURNED_DOWN)
    )
    assert once < nothing


def test_the_forecast_is_told_of_an_interview_that_was_rejected() -> None:
    pictures = [a_snapshot(companies=[one]) for one in (REFUSED_AT_ONCE, TURNED_DOWN)]
    offers = [forecast(one, today=LATER, silent=()).offer for one in pictures]
    assert not offers[1].reached
    assert offers[1].more_people.median > offers[0].more_people.median  # no talk, one rejection


def test_the_funnel_counts_an_interview_whatever_came_of_it() -> None:
    people = [a_person(c.id, c.name, tie=None, at=c) for c in (TURNED_DOWN, REFUSED_AT_ONCE)]
    held = [an_approach(p.id, p, a_line("held"), ask="meeting") for p in people]
    picture = a_snapshot(
        people=people, approaches=held, companies=[TURNED_DOWN, REFUSED_AT_ONCE, OFFERED]
    )
    found = how_far(picture, LATER)
    counts = {one.stage: one.n for one in found.stages}
    assert (counts["talked"], counts["interview"], counts["job_offer"]) == (2, 2, 1)
    (route,) = found.routes
    assert {one.stage: one.n for one in route.stages}["interview"] == 1


def test_a_company_that_is_no_target_any_more_is_in_no_funnel() -> None:
    gone = a_company(3, "Initech", stage="rejected", interviewed=True, is_target=False)
    found = how_far(a_snapshot(companies=[gone]), LATER)
    assert {one.n for one in found.stages} == {0}


def test_a_simulated_campaign_remembers_its_interviews() -> None:
    record = Record(World(1, Conditions()), BEGAN)
    record.staged(1, "rejected")
    record.staged(2, "interview")
    record.staged(2, "rejected")
    found = [record.companies[key] for key in (1, 2)]
    assert [(one.stage, one.interviewed) for one in found] == [
        ("rejected", False), ("rejected", True),
    ]  # fmt: skip
    assert so_far.known_so_far(record.snapshot, today=BEGAN, silent=()).offer == Belief(
        OFFER.a, OFFER.b + 1
    )
