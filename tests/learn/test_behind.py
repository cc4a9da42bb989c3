"""Every figure of Progress is the number of those that stand behind it (P-d)."""

from dataclasses import replace
from datetime import datetime

import pytest

from firststep.facts.belief import PRIORS
from firststep.facts.playbook import DEFAULT
from firststep.facts.snapshot import LooseTouch, Snapshot
from firststep.learn.behind import FIGURES, OF_PEOPLE, Behind, behind
from firststep.learn.progress import Progress, progress
from firststep.plan.planner import plan_day
from tests.builders import (
    MONDAY,
    TUESDAY,
    a_calendar,
    a_company,
    a_line,
    a_person,
    a_seat,
    a_snapshot,
    an_approach,
)

ACME = replace(a_company(1, "Acme"), stage="job_offer", interviewed=True, staged_on=TUESDAY)
ANN = a_person(1, "Ann Lee", at=ACME)
DANA = a_person(2, "Dana Whitlock", at=ACME, title="Head of Purchasing", tie=None)
FAY = a_person(3, "Fay Ode")
GIL = a_person(4, "Gil Moss")
LATER = a_calendar().after(MONDAY, 30)
WEDNESDAY = a_calendar().after(MONDAY, 2)


def a_season() -> Snapshot:
    """Ann helped and was thanked late, Dana talked, Fay was met and is owed, Gil stays silent."""
    return a_snapshot(
        people=[ANN, DANA, FAY, GIL],
        companies=[ACME],
        seats=[a_seat(1, ACME, holder_id=2)],
        loose_touches=(LooseTouch(person_id=3, on=MONDAY, out=True),),
        approaches=[
            an_approach(
                1, ANN, a_line("write"), a_line("bounced", order=2), a_line("write", order=3),
                a_line("helped", TUESDAY, order=4), a_line("thank", LATER, order=5), ask="name",
            ),
            an_approach(
                2, DANA, a_line("write", order=6), a_line("yes", TUESDAY, order=7),
                a_line("dated", TUESDAY, order=8, at=datetime(2026, 11, 5, 10)),
                a_line("held", WEDNESDAY, order=9), ask="meeting",
            ),
            an_approach(3, FAY, a_line("met", order=10), origin="met"),
            an_approach(4, GIL, a_line("write", order=11), a_line("nudge", TUESDAY, order=12)),
        ],
    )  # fmt: skip


def counted(figure: str, route: str = "") -> tuple[Behind, ...]:
    picture = a_season()
    silent = plan_day(picture, today=LATER).silent
    return behind(figure, picture, today=LATER, silent=silent, book=DEFAULT, route=route)


def figures() -> Progress:
    picture = a_season()
    return progress(picture, today=LATER, silent=plan_day(picture, today=LATER).silent)


def test_as_many_stand_behind_a_figure_as_it_says() -> None:
    found = figures()
    said = {stage.stage: stage.n for stage in found.funnel}
    said |= {
        "friend": found.friends, "insider": found.insiders,
        "decision_maker": found.decision_makers,
        "follow_up": found.follow_up.due, "thanks": found.thanks.due,
    }  # fmt: skip
    said |= {rate.of: rate.n for rate in found.rates}

    assert {figure: len(counted(figure)) for figure in FIGURES} == said
    assert sum(said.values()) > 15


def test_as_many_of_them_count_as_a_yes_or_as_in_time() -> None:
    found = figures()
    said = {rate.of: rate.yes for rate in found.rates}
    said |= {"follow_up": found.follow_up.in_time, "thanks": found.thanks.in_time}

    assert {of: sum(one.good for one in counted(of)) for of in said} == said
    assert sum(said.values()) > 1


@pytest.mark.parametrize("stage", OF_PEOPLE)
def test_by_the_way_one_came_to_them_it_holds_too(stage: str) -> None:
    by_route = {one.route: {s.stage: s.n for s in one.stages} for one in figures().funnel_by_route}

    assert by_route
    for route in PRIORS:
        assert len(counted(stage, route)) == by_route.get(route, {}).get(stage, 0), route


def test_what_tells_of_somebody_is_what_made_them_count() -> None:
    assert {one.person_id: (one.kind, one.order) for one in counted("touched")} == {
        1: ("write", 3), 2: ("write", 6), 3: ("met", 10), 4: ("write", 11),
    }  # fmt: skip
    assert [one.kind for one in counted("talked")] == ["held"]
    assert {one.person_id: one.kind for route in PRIORS for one in counted(route)} == {
        1: "helped", 2: "held", 4: "nudge",
    }  # fmt: skip


def test_the_newest_stands_first() -> None:
    days = [one.on for one in counted("answered")]

    assert days == sorted(days, reverse=True)
