"""Every figure of progress, worked out a second time in the plainest way: none contradicts the log
(P-d, F18, F40, F44)."""

from collections import Counter
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firststep.facts.snapshot import ApproachFacts, LogLine, LooseTouch, Snapshot
from firststep.learn.forecast import Forecast, Milestone, forecast
from firststep.learn.look_back import look_back
from firststep.learn.progress import Progress, progress
from firststep.plan.planner import plan_day
from tests.builders import (
    CALENDAR,
    MONDAY,
    a_company,
    a_line,
    a_person,
    a_seat,
    a_snapshot,
    an_approach,
)
from tests.plan.test_season import Season

OUT = {"write", "nudge", "thank", "answer", "report_back", "voicemail", "talked", "met", "held"}
SPOKE = {"yes", "no", "later", "question", "helped", "refers", "talked", "held"}
THANKED = {"yes", "no", "later", "helped", "refers", "held"}
KINDS = [*sorted(OUT | SPOKE), "no_answer", "out_of_office", "bounced", "dated", "cancelled"]


def told(picture: Snapshot, today: date) -> tuple[Progress, Forecast]:
    silent = plan_day(picture, today=today).silent
    return (
        progress(picture, today=today, silent=silent),
        forecast(picture, today=today, silent=silent),
    )


def by_hand(picture: Snapshot, approach: ApproachFacts, today: date) -> list[LogLine]:
    """The log to that day, a bounce and the note before it struck out."""
    assert approach.person_id in picture.people
    kept: list[LogLine] = []
    for line in approach.log:
        if line.on <= today and line.kind != "bounced":
            kept.append(line)
        elif line.on <= today:
            notes = [n for n, one in enumerate(kept) if one.kind in ("write", "nudge")]
            if notes:
                del kept[notes[-1]]
    return kept


def asks_for_a_talk(approach: ApproachFacts, line: LogLine) -> bool:
    return approach.ask_at(line) in ("meeting", "advice")


def people_at(picture: Snapshot, today: date) -> dict[str, set[int]]:
    """Whom the log tells to have come how far."""
    found: dict[str, set[int]] = {k: set() for k in ("touched", "answered", "agreed", "talked")}
    for approach in picture.approaches.values():
        for line in by_hand(picture, approach, today):
            who = approach.person_id or 0
            if line.kind in OUT or line.by_call:
                found["touched"].add(who)
            if line.kind in SPOKE:
                found["answered"].add(who)
            if line.kind in ("dated", "held"):
                found["agreed"].add(who)
            if line.kind == "yes" and asks_for_a_talk(approach, line):
                found["agreed"].add(who)
            if line.kind == "held":
                found["talked"].add(who)
    for loose in picture.loose_touches:
        if loose.out and loose.on <= today:
            found["touched"].add(loose.person_id)
    return found


def thanks_at(picture: Snapshot, today: date) -> tuple[int, int]:
    return _in_time(picture, today, THANKED, {"thank", "answer"}, working=True)


def follow_ups_at(picture: Snapshot, today: date) -> tuple[int, int]:
    return _in_time(picture, today, {"met"}, OUT - {"met"} | {"dated"}, working=False)


def _in_time(
    picture: Snapshot, today: date, after: set[str], done_by: set[str], *, working: bool
) -> tuple[int, int]:
    due = in_time = 0
    for approach in picture.approaches.values():
        log = [line for line in approach.log if line.on <= today]
        for at, line in enumerate(log):
            if line.kind not in after:
                continue
            day = [one for one in log[:at] if one.on == line.on]
            if (
                not working
                and any(one.kind in after for one in day)
                and not any(one.kind in done_by for one in day)
            ):
                continue  # met twice on one day is one thing
            last = line.on + timedelta(days=7)
            if working:
                last = line.on + timedelta(days=1)
                while not picture.calendar.is_working(last):
                    last += timedelta(days=1)
            done = [one.on for one in log[at + 1 :] if one.kind in done_by]
            gone = picture.people[approach.person_id or 0].do_not_contact
            if done or (today > last and not gone):
                due += 1
                in_time += bool(done) and done[0] <= last
    return due, in_time


def hold(picture: Snapshot, today: date) -> None:
    """All that must hold between the log and what is told of it."""
    figures, outlook = told(picture, today)
    came = people_at(picture, today)
    stages = {one.stage: one.n for one in figures.funnel}
    assert {key: stages[key] for key in came} == {key: len(who) for key, who in came.items()}  # type: ignore[index]
    assert figures.people_touched == len(came["touched"])
    kinds = figures.friends + figures.insiders + figures.decision_makers
    assert kinds == figures.people_touched
    assert (figures.follow_up.due, figures.follow_up.in_time) == follow_ups_at(picture, today)
    assert (figures.thanks.due, figures.thanks.in_time) == thanks_at(picture, today)
    for rate in figures.rates:
        assert 0 <= rate.yes <= rate.n
        assert rate.low < rate.mean < rate.high
    week = look_back(picture, until=today)
    before = people_at(picture, today - timedelta(days=7))
    assert week.touched <= len(came["touched"])
    assert week.talked <= stages["talked"]
    assert week.answered <= stages["answered"]
    assert week.agreed <= stages["agreed"]
    assert not came["talked"] - before["talked"] or week.talked
    assert outlook.is_own == (sum(rate.n for rate in figures.rates) >= 5)
    _outlook(outlook, stages, today)


def _outlook(outlook: Forecast, stages: Any, today: date) -> None:
    for one in outlook.milestones:
        has = stages["job_offer" if one.until == "job_offer" else "talked"]
        assert one.reached == (has >= one.count)
        if one.until == "conversations" and one.agreed:
            assert stages["agreed"] >= one.count
        _interval(one, today)


def _interval(one: Milestone, today: date) -> None:
    more = one.more_people
    assert more.low <= more.median <= more.high
    if one.reached:
        return
    assert one.agreed == (more.high == 0)
    for days in (one.by, one.what_if):
        low, median, high = ((day or date.max) for day in (days.low, days.median, days.high))
        assert today < low <= median <= high
        assert low < high or low == date.max


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), length=st.integers(1, 70))
def test_nothing_told_of_a_played_season_contradicts_its_log(seed: int, length: int) -> None:
    season = Season(seed)
    for number in range(length):
        season.play(MONDAY + timedelta(days=number))
    for day in (length // 2, length, length + 15):
        hold(season.snapshot, MONDAY + timedelta(days=day))


def any_campaign(random: Random) -> Snapshot:
    """People with logs in which anything may follow anything, as whoever corrects their log may
    leave it."""
    companies = [
        a_company(n, f"C{n}", stage=random.choice(["", "", "interview", "job_offer", "rejected"]),
                  is_target=random.random() < 0.8)
        for n in range(1, 5)
    ]  # fmt: skip
    people = [
        a_person(n, f"P{n}", at=random.choice(companies), tie=random.choice(["known", "met", None]),
                 do_not_contact=random.random() < 0.1)
        for n in range(1, random.randint(2, 16))
    ]  # fmt: skip
    approaches, order = [], 0
    for key in range(1, random.randint(1, 24)):
        log = []
        for kind in random.choices(KINDS, k=random.randint(0, 7)):
            order += 1
            on = MONDAY + timedelta(days=random.randint(0, 40))
            at = datetime(on.year, on.month, on.day, 10) + timedelta(days=random.randint(-2, 20))
            more: dict[str, Any] = {"at": at} if kind == "dated" else {}
            more |= {"by_call": True} if kind == "yes" and random.random() < 0.3 else {}
            log.append(a_line(kind, on, order, **more))
        person = random.choice(people)
        closed = MONDAY + timedelta(days=50) if random.random() < 0.2 else None
        ask = random.choice(["meeting", "name", "advice", "introduction"])
        origin = random.choice(["proposed", "met", "named", "introduced"])
        made = an_approach(key, person, *log, ask=ask, origin=origin, closed_on=closed)
        approaches.append(made)
    loose = tuple(
        LooseTouch(person_id=random.choice(people).id, on=MONDAY, out=random.random() < 0.5)
        for _ in range(random.randint(0, 3))
    )
    seats = [a_seat(1, companies[0], holder_id=people[0].id)]
    return a_snapshot(
        companies=companies, people=people, approaches=approaches, seats=seats, loose_touches=loose
    )


@pytest.mark.slow
@settings(max_examples=120, deadline=None)
@given(seed=st.integers(0, 1_000_000), day=st.integers(0, 60))
def test_nothing_told_of_any_log_contradicts_it(seed: int, day: int) -> None:
    hold(any_campaign(Random(seed)), MONDAY + timedelta(days=day))


@pytest.mark.slow
def test_the_random_logs_hold_what_was_seen_to_go_wrong() -> None:
    seen: Counter[str] = Counter()
    for seed in range(300):
        picture, today = any_campaign(Random(seed)), CALENDAR.after(MONDAY, 30)
        came, (figures, outlook) = people_at(picture, today), told(picture, today)
        seen["more agreed than talked"] += len(came["agreed"]) > len(came["talked"]) > 0
        seen["agreed, to be held"] += any(one.agreed for one in outlook.milestones)
        seen["reached"] += any(one.reached for one in outlook.milestones[:3])
        seen["own"] += outlook.is_own
        seen["met"] += figures.follow_up.due > 0
        seen["bounced"] += any(x.kind == "bounced" for a in picture.approaches.values()
                               for x in a.log)  # fmt: skip
    assert min(seen.values()) >= 10, seen


@pytest.mark.parametrize("settled", [0, 4, 5])
def test_before_five_are_settled_there_is_no_outlook_of_ones_own(settled: int) -> None:
    people = [a_person(n, f"P{n}") for n in range(1, settled + 3)]
    logs = [an_approach(p.id, p, a_line("write"), a_line("no", order=2)) for p in people[:settled]]

    _, outlook = told(a_snapshot(people=people, approaches=logs), MONDAY)

    assert outlook.is_own == (settled >= 5)
