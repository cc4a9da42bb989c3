"""The forecast: uncertain rates included, honest about what it rests on (evidence a4)."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import Any

import pytest

from firststep.facts.calendar import WorkCalendar
from firststep.facts.playbook import DEFAULT
from firststep.facts.snapshot import ApproachFacts, PersonFacts, Snapshot
from firststep.learn import charts, so_far
from firststep.learn import forecast as outlook
from firststep.learn.chances import (
    MOST_PEOPLE,
    Gamma,
    KnownSoFar,
    Others,
    futures,
    in_play,
)
from firststep.learn.forecast import Forecast, pace_of
from firststep.plan.planner import plan_day
from tests.builders import (
    MONDAY,
    a_calendar,
    a_company,
    a_line,
    a_person,
    a_seat,
    a_snapshot,
    an_approach,
)

LATER = a_calendar().after(MONDAY, 40)
ONE_NOTE = replace(DEFAULT, ten_percent_is="one_note")


def silent(picture: Snapshot, today: date) -> frozenset[int]:
    return plan_day(picture, today=today).silent


def forecast(picture: Snapshot, *, today: date, **more: Any) -> Forecast:
    return outlook.forecast(picture, today=today, silent=silent(picture, today), **more)


def known_so_far(picture: Snapshot, *, today: date) -> KnownSoFar:
    return so_far.known_so_far(picture, today=today, silent=silent(picture, today))


def people_ahead(picture: Snapshot, *, today: date) -> tuple[charts.Ahead, ...]:
    return charts.people_ahead(picture, today=today, silent=silent(picture, today))


def strangers(count: int, *, yes: int = 0, held: int = 0, on: object = MONDAY) -> Snapshot:
    """A campaign that wrote to so many strangers on a day; the first of them said yes at once, and
    the first of those were talked with."""
    people: list[PersonFacts] = []
    approaches: list[ApproachFacts] = []
    for key in range(1, count + 1):
        person = a_person(key, f"P{key}", tie=None)
        log = [a_line("write", on)]  # type: ignore[arg-type]
        if key <= yes:
            log.append(a_line("yes", on, order=2))  # type: ignore[arg-type]
        if key <= held:
            log.append(a_line("held", on, order=3))  # type: ignore[arg-type]
        people.append(person)
        approaches.append(an_approach(key, person, *log, ask="meeting"))
    return a_snapshot(people=people, approaches=approaches, companies=[])


def until(found: Forecast, count: int) -> int:
    return next(m.more_people.median for m in found.milestones if m.count == count)


def test_a_hundred_strangers_who_name_nobody_bring_ten_talks_and_one_offer_in_two() -> None:
    known = replace(known_so_far(strangers(0), today=MONDAY), names=None)
    drawn = futures(known, talks=40, draws=2_000)
    talks = sorted(sum(after <= 100 for after in one.talks) for one in drawn)
    assert 8 <= talks[1000] <= 10
    assert talks[200] <= 4
    assert talks[1800] >= 17
    assert sum(one.offer_after <= 100 for one in drawn) / 2000 == pytest.approx(0.50, abs=0.04)


def test_people_named_in_conversations_bring_more_conversations() -> None:
    known = known_so_far(strangers(0), today=MONDAY)
    alone = futures(replace(known, names=None), talks=10)
    for generous in (
        futures(known, talks=10),
        futures(replace(known, names=Gamma(9, 3)), talks=10),
    ):
        assert median(f.talks[9] for f in generous) < median(f.talks[9] for f in alone)
        alone = generous


def test_people_still_silent_within_their_clock_may_agree_without_anybody_more() -> None:
    running = known_so_far(strangers(30, on=LATER), today=LATER).running
    assert running == (("stranger", 0.82),) * 30
    late = known_so_far(strangers(30), today=a_calendar().after(MONDAY, 9)).running
    assert late == (("stranger", 0.05),) * 30
    assert forecast(strangers(30, on=LATER), today=LATER).milestones[0].more_people.low == 0


def test_the_drawing_of_what_is_ahead_never_falls_and_holds_its_median() -> None:
    points = people_ahead(strangers(10), today=LATER)
    assert [point.people for point in points] == list(range(0, 101, 10))
    assert all(a.median <= b.median and a.job_offer <= b.job_offer for a, b in pairwise(points))
    assert all(point.low <= point.median <= point.high for point in points)


def test_the_range_is_far_wider_than_at_a_rate_taken_as_certain() -> None:
    found = forecast(strangers(0), today=MONDAY).milestones[0].more_people
    assert found.low < 12
    assert found.high > 52  # evidence a4: 12 to 52 were the rate fixed at one in ten


def test_own_answers_take_the_place_of_the_assumption() -> None:
    nothing, few, many = (
        until(forecast(strangers(60, yes=yes), today=LATER), 10) for yes in (0, 2, 8)
    )
    assert nothing > few > many


def test_people_whose_clock_still_runs_are_left_out_whatever_they_said() -> None:
    fresh = strangers(20, yes=3, on=LATER)
    assert known_so_far(fresh, today=LATER).seen == ()
    settled = known_so_far(strangers(20, yes=3), today=LATER).seen
    assert settled == (("stranger", 3, 20),)


def favours(answer: str) -> KnownSoFar:
    """Twelve of thirty people known at a target were asked for a name and answered so."""
    acme = a_company()
    people = [a_person(key, f"P{key}", at=acme) for key in range(1, 31)]
    log = (a_line("write"), a_line(answer, order=2))
    asked = [an_approach(p.id, p, *log, ask="name") for p in people[:12]]
    picture = a_snapshot(people=people, companies=[acme], seats=[a_seat(1, acme)], approaches=asked)
    assert not forecast(picture, today=LATER).milestones[0].reached
    return replace(known_so_far(picture, today=LATER), names=Gamma(3, 3))


def middle(known: KnownSoFar, count: int) -> float:
    return median(f.talks[count - 1] for f in futures(known, talks=count, draws=2_000))


def test_a_favour_tells_how_those_known_will_help_and_nothing_of_how_strangers_answer() -> None:
    helped, refused = favours("helped"), favours("no")
    assert (helped.helpers, refused.helpers) == ((("known", 18),), (("known", 18),))
    assert middle(helped, 10) < middle(refused, 10) - 10
    alone = [replace(known, helpers=()) for known in (helped, refused)]
    assert middle(alone[0], 3) == pytest.approx(middle(alone[1], 3), rel=0.1)


def test_conversations_already_agreed_count_towards_the_number() -> None:
    found = forecast(strangers(60, yes=5, held=3), today=LATER)
    assert [m.reached for m in found.milestones] == [True, False, False, False]
    assert [m.agreed for m in found.milestones] == [False, True, False, False]
    assert [m.more_people.high for m in found.milestones[:2]] == [0, 0]
    assert found.milestones[0].by.median == LATER


def test_the_number_still_wanting_is_counted_from_the_conversations_agreed() -> None:
    campaign = strangers(60, yes=4)
    drawn = futures(known_so_far(campaign, today=LATER), talks=40)
    found = forecast(campaign, today=LATER)
    middle = len(drawn) // 2 - 1
    assert until(found, 5) == sorted(f.talks[0] for f in drawn)[middle]
    assert until(found, 10) == sorted(f.talks[5] for f in drawn)[middle]


def test_an_offer_made_is_reached_and_an_interview_begun_may_bring_it_with_nobody_more() -> None:
    offered = a_snapshot(companies=[a_company(stage="job_offer")])
    assert forecast(offered, today=LATER).offer.reached
    begun = a_snapshot(companies=[a_company(stage="interview")])
    assert forecast(begun, today=LATER).offer.more_people.low == 0


def test_a_faster_pace_brings_the_days_nearer_and_not_the_number() -> None:
    found = forecast(strangers(0), today=MONDAY, what_if=16)
    offer = found.offer
    assert offer.by.median and offer.what_if.median
    assert offer.what_if.median < offer.by.median
    slow = forecast(strangers(0), today=MONDAY, what_if=8).offer
    assert slow.what_if == slow.by


def test_the_pace_is_the_seekers_own_once_two_weeks_have_passed() -> None:
    campaign = strangers(24)
    early = forecast(campaign, today=MONDAY + timedelta(days=7))
    assert (early.a_week, early.own_pace) == (8.0, False)
    assert forecast(campaign, today=MONDAY + timedelta(days=14)).a_week == 12.0
    assert forecast(campaign, today=MONDAY + timedelta(days=60)).own_pace is False


def test_the_usual_pace_says_whether_it_is_early_or_few_were_written_to_lately() -> None:
    days = [forecast(strangers(24), today=MONDAY + timedelta(days=d)) for d in (0, 13, 14, 60)]
    assert [(one.own_pace, one.slow_lately) for one in days] == [
        (False, False), (False, False), (True, False), (False, True)
    ]  # fmt: skip
    assert not forecast(strangers(0), today=LATER).slow_lately
    few = [forecast(strangers(4), today=MONDAY + timedelta(days=d)).slow_lately for d in (13, 14)]
    assert few == [False, True]


def test_people_named_and_not_written_to_yet_shorten_the_way() -> None:
    people = [a_person(key, f"P{key}", tie=None) for key in range(1, 11)]
    named = [an_approach(p.id, p, ask="meeting", origin="named") for p in people]
    campaign = a_snapshot(people=people, approaches=named)
    assert known_so_far(campaign, today=MONDAY).ahead == (("named", 10),)
    assert until(forecast(campaign, today=MONDAY), 5) < until(
        forecast(strangers(0), today=MONDAY), 5
    )


def test_people_known_at_a_target_are_asked_for_a_name_and_bring_people_named() -> None:
    acme = a_company()
    people = [a_person(key, f"P{key}", at=acme) for key in range(1, 31)]
    known = known_so_far(
        a_snapshot(people=people, companies=[acme], seats=[a_seat(1, acme)]), today=MONDAY
    )
    assert (known.ahead, known.helpers) == ((), (("known", 30),))
    alone = replace(known, helpers=())
    assert in_play(known, {"known": 0.5}) == [Others(after=0, number=30, rate=0.0)]
    assert middle(known, 3) > 30 > middle(alone, 3)  # they agree to no talk themselves
    assert middle(known, 10) < 30 + middle(alone, 10) - 15  # but about fifteen bring somebody


@pytest.mark.parametrize(
    ("stage", "reached", "ahead", "helpers"),
    [("", False, 0, 2), ("", True, 2, 0), ("interview", False, 0, 0)],
)
def test_those_known_help_while_nobody_was_written_to_and_are_asked_for_advice_after(
    stage: str, reached: bool, ahead: int, helpers: int
) -> None:
    acme = a_company(stage=stage)
    known = [a_person(key, f"P{key}", at=acme) for key in (1, 2)]
    holder = a_person(3, "Dana", tie=None, at=acme)
    log = [a_line("write")] if reached else []
    picture = a_snapshot(
        people=[*known, holder],
        companies=[acme],
        seats=[a_seat(1, acme, holder_id=3)],
        approaches=[an_approach(1, holder, *log, ask="meeting", closed_on=MONDAY)],
    )
    found = known_so_far(picture, today=LATER)
    assert dict(found.ahead).get("known", 0) == ahead
    assert dict(found.helpers).get("known", 0) == helpers


def test_ten_of_a_hundred_may_mean_one_note_or_the_whole_protocol() -> None:
    protocol, note = (forecast(strangers(0), today=MONDAY, book=b) for b in (DEFAULT, ONE_NOTE))
    assert until(note, 10) == pytest.approx(until(protocol, 10) / 2, rel=0.25)


def test_it_says_on_how_many_it_rests_and_that_it_is_an_assumption_until_forty() -> None:
    assert forecast(strangers(39), today=LATER).assumed
    found = forecast(strangers(40), today=LATER)
    assert (found.n, found.assumed) == (40, False)


def test_the_same_campaign_is_told_the_same_and_ranges_hold_their_median() -> None:
    found = forecast(strangers(30, yes=2), today=LATER)
    assert found == forecast(strangers(30, yes=2), today=LATER)
    for one in found.milestones:
        people, by = one.more_people, one.by
        assert people.low <= people.median <= people.high
        assert by.low and by.low <= (by.median or by.low)


def test_a_campaign_that_nobody_answers_is_told_more_than_can_be_counted() -> None:
    found = forecast(strangers(1_000), today=LATER).offer
    assert found.more_people.high == MOST_PEOPLE
    assert found.by.high is None


@pytest.mark.parametrize(
    ("minutes", "weekdays", "a_week"),
    [(45, 5, 8.0), (90, 5, 14.0), (30, 5, 5.3), (60, 5, 10.7), (45, 3, 4.8), (5, 5, 1.0)],
)
def test_f30_the_pace_is_what_the_minutes_allow(minutes: int, weekdays: int, a_week: float) -> None:
    calendar = WorkCalendar(weekdays=frozenset(range(1, weekdays + 1)))
    assert pace_of(minutes, calendar) == a_week


def test_f30_more_minutes_bring_the_day_nearer() -> None:
    few, many = (
        outlook.forecast(a_snapshot(minutes_a_day=minutes), today=MONDAY, silent=())
        for minutes in (45, 90)
    )
    assert (few.at_minutes, few.at_twice) == (8.0, 14.0)
    assert few.offer.by.median and many.offer.by.median
    assert many.offer.by.median < few.offer.by.median
