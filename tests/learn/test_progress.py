"""The figures of Progress, recomputed by hand from the log (F18, P-d)."""

from dataclasses import replace
from datetime import datetime
from math import comb

import pytest

from firststep.facts.belief import PRIORS, Belief, beta_below, both
from firststep.facts.snapshot import LooseTouch, SnoozeFacts
from firststep.learn.conversations import agreed
from firststep.learn.progress import Progress, progress
from firststep.learn.rates import rate
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
    working,
)

CALENDAR = a_calendar()
ACME = a_company(1, "Acme")
ANN = a_person(1, "Ann Lee", at=ACME)
DANA = a_person(2, "Dana Whitlock", at=ACME, title="Head of Purchasing", tie=None)
FAY = a_person(3, "Fay Ode")
SEAT = a_seat(1, ACME, holder_id=2)
LATER = CALENDAR.after(MONDAY, 30)


def figures(*approaches: object, **fields: object) -> Progress:
    picture = a_snapshot(people=[ANN, DANA, FAY], seats=[SEAT], approaches=approaches, **fields)  # type: ignore[arg-type]
    return progress(picture, today=LATER, silent=plan_day(picture, today=LATER).silent)


def stages(found: Progress) -> dict[str, int]:
    return {stage.stage: stage.n for stage in found.funnel}


def test_f18_each_person_touched_counts_once_as_decision_maker_insider_or_friend() -> None:
    found = figures(
        an_approach(1, ANN, a_line("write"), a_line("nudge", order=2)),
        an_approach(2, DANA, a_line("voicemail")),
        an_approach(3, FAY, a_line("met")),
        loose_touches=(LooseTouch(person_id=3, on=MONDAY, out=True),),
    )
    assert found.people_touched == 3
    assert (found.friends, found.insiders, found.decision_makers) == (1, 1, 1)


def test_f18_an_unanswered_ring_and_a_bounced_note_touch_nobody() -> None:
    found = figures(
        an_approach(1, ANN, a_line("write"), a_line("bounced", order=2)),
        an_approach(2, DANA, a_line("no_answer")),
    )
    assert found.people_touched == 0


def test_f18_answered_leaves_out_absences_and_agreed_is_a_yes_to_a_conversation() -> None:
    found = figures(
        an_approach(1, ANN, a_line("write"), a_line("out_of_office", order=2)),
        an_approach(2, DANA, a_line("write"), a_line("yes", order=2), ask="meeting"),
        an_approach(3, FAY, a_line("write"), a_line("yes", order=2), ask="tip"),
    )
    assert stages(found) == {
        "touched": 3, "answered": 2, "agreed": 1, "talked": 0, "interview": 0, "job_offer": 0,
    }  # fmt: skip


def test_f18_talked_needs_a_conversation_held() -> None:
    dated = a_line("dated", order=3, at=datetime(2026, 11, 5, 10))
    log = (a_line("write"), a_line("yes", order=2), dated)
    assert stages(figures(an_approach(2, DANA, *log, ask="meeting")))["talked"] == 0
    held = (*log, a_line("held", order=4))
    assert stages(figures(an_approach(2, DANA, *held, ask="meeting")))["talked"] == 1


def test_a_rate_begins_at_the_stated_prior_and_carries_its_n() -> None:
    rates = {r.of: r for r in figures().rates}
    assert rates["stranger"].n == 0
    assert rates["stranger"].mean == rates["stranger"].prior == pytest.approx(0.10)
    assert rates["stranger"].low < 0.10 < rates["stranger"].high


def test_f18_only_settled_approaches_count_in_a_rate() -> None:
    running = an_approach(2, DANA, a_line("write", LATER), ask="meeting")
    assert {r.of: r.n for r in figures(running).rates}["stranger"] == 0
    silent = an_approach(2, DANA, a_line("write"), ask="meeting")
    assert {r.of: (r.n, r.yes) for r in figures(silent).rates}["stranger"] == (1, 0)
    later = (a_line("write"), a_line("later", order=2, until=LATER))
    said_later = an_approach(2, DANA, *later, ask="meeting")
    assert {r.of: r.n for r in figures(said_later).rates}["stranger"] == 0


def test_a_yes_raises_the_mean_as_the_beta_posterior_does() -> None:
    found = rate("stranger", PRIORS["stranger"], yes=3, n=28)
    assert found.mean == pytest.approx((4 + 3) / (40 + 28))
    assert beta_below(found.low, 7, 61) == pytest.approx(0.10, abs=1e-6)
    assert beta_below(found.high, 7, 61) == pytest.approx(0.90, abs=1e-6)


@pytest.mark.parametrize(("x", "a", "b"), [(0.5, 1, 1), (0.25, 2, 2), (0.1, 4, 36), (0.9, 16, 4)])
def test_the_beta_distribution_agrees_with_its_binomial_sum(x: float, a: int, b: int) -> None:
    n = a + b - 1
    exact = sum(comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(a, n + 1))
    assert beta_below(x, a, b) == pytest.approx(exact, abs=1e-9)


def test_both_of_two_chances_have_the_product_of_their_means() -> None:
    one, other = PRIORS["known"], PRIORS["introduced"]
    joint = both(one, other)
    assert joint.mean == pytest.approx(one.mean * other.mean)
    assert joint.low < joint.mean < joint.high
    assert both(Belief(1e6, 1e6), one).mean == pytest.approx(one.mean / 2, rel=1e-3)


def test_follow_up_in_time_is_counted_over_what_fell_due() -> None:
    prompt = an_approach(
        1, ANN, a_line("write"), a_line("helped", order=2), a_line("thank", order=3)
    )  # fmt: skip
    missed = an_approach(2, DANA, a_line("write"), a_line("no", order=2), ask="meeting")
    found = figures(prompt, missed).thanks
    assert (found.due, found.in_time, found.rate) == (2, 1, 0.5)


def test_interviews_and_offers_are_counted_from_the_companies() -> None:
    hiring = replace(ACME, stage="job_offer", interviewed=True)
    found = progress(a_snapshot(companies=[hiring]), today=LATER, silent=())
    assert stages(found)["interview"] == stages(found)["job_offer"] == 1


def test_a_rejection_does_not_undo_the_interview_before_it() -> None:
    for interviewed in (True, False):
        refused = replace(ACME, stage="rejected", interviewed=interviewed)
        found = progress(a_snapshot(companies=[refused]), today=LATER, silent=())
        assert stages(found)["interview"] == interviewed
        assert stages(found)["job_offer"] == 0


def routes(found: Progress) -> dict[str, dict[str, int]]:
    return {one.route: {s.stage: s.n for s in one.stages if s.n} for one in found.funnel_by_route}


def test_each_route_says_how_far_its_people_came() -> None:
    dana = an_approach(
        2, DANA, a_line("write"), a_line("yes", order=2), a_line("held", order=3), ask="meeting",
        origin="introduced", seat_id=1,
    )  # fmt: skip
    hiring = a_company(1, "Acme", stage="job_offer")
    found = figures(
        an_approach(1, ANN, a_line("write"), a_line("refers", order=2)),
        dana,
        an_approach(3, FAY, a_line("write"), a_line("bounced", order=2)),
        companies=[hiring],
    )

    assert routes(found) == {
        "known": {"touched": 1, "answered": 1},
        "introduced": {
            "touched": 1, "answered": 1, "agreed": 1, "talked": 1, "interview": 1, "job_offer": 1,
        },
    }  # fmt: skip
    assert stages(found)["touched"] == 2


def test_an_interview_counts_for_the_route_of_the_first_conversation_there() -> None:
    early = an_approach(1, ANN, a_line("held", MONDAY, 1), ask="meeting")
    late = an_approach(2, DANA, a_line("held", CALENDAR.after(MONDAY, 2), 2), ask="meeting")
    hiring = a_company(1, "Acme", stage="interview")

    found = figures(late, early, companies=[hiring])

    assert routes(found)["known"]["interview"] == 1
    assert "interview" not in routes(found)["stranger"]


def test_somebody_met_on_two_routes_counts_once_in_all_and_in_both() -> None:
    cold = an_approach(1, DANA, a_line("write"))
    warm = an_approach(2, DANA, a_line("write", order=2), origin="named")

    found = figures(cold, warm)

    assert stages(found)["touched"] == 1
    assert {key: one["touched"] for key, one in routes(found).items()} == {
        "named": 1, "stranger": 1,
    }  # fmt: skip


def test_a_route_nobody_was_reached_by_is_left_out_also_before_its_day() -> None:
    tomorrow = a_line("write", CALENDAR.after(LATER, 1))

    assert figures(an_approach(1, ANN, tomorrow)).funnel_by_route == ()


def test_a_yes_taken_back_is_neither_a_yes_nor_a_conversation_agreed() -> None:
    changed_mind = an_approach(
        1, DANA, a_line("write"), a_line("yes", order=2), a_line("no", order=3), ask="meeting"
    )
    stranger = next(one for one in figures(changed_mind).rates if one.of == "stranger")

    assert (stranger.n, stranger.yes) == (1, 0)
    assert agreed(a_snapshot(people=[DANA], approaches=[changed_mind]), LATER) == set()


def test_a_conversation_cancelled_is_still_agreed() -> None:
    put_off = an_approach(
        1, DANA, a_line("yes"), a_line("dated", order=2), a_line("cancelled", order=3),
        ask="meeting",
    )  # fmt: skip
    stranger = next(one for one in figures(put_off).rates if one.of == "stranger")

    assert (stranger.n, stranger.yes) == (1, 1)


def test_silence_is_what_the_plan_says_it_is_also_where_somebody_was_put_off() -> None:
    silent = an_approach(1, ANN, a_line("write"))
    picture = a_snapshot(people=[ANN], seats=[SEAT], approaches=[silent])
    put_off = SnoozeFacts(person_id=1, seat_id=None, made_on=MONDAY, until=LATER)
    on = CALENDAR.after(MONDAY, 15)

    def settled(*snoozes: SnoozeFacts) -> int:
        plan = plan_day(picture, today=on, snoozes=snoozes)
        found = progress(picture, today=on, silent=plan.silent)
        return sum(rate.n for rate in found.rates)

    assert (settled(), settled(put_off)) == (1, 0)


def test_f19_no_thanks_are_missed_with_somebody_not_to_be_contacted() -> None:
    stopped = replace(ANN, do_not_contact=True)
    helped = an_approach(1, stopped, a_line("write"), a_line("helped", order=2))
    picture = a_snapshot(people=[stopped], approaches=[helped])

    assert progress(picture, today=LATER, silent=()).thanks.due == 0
    assert figures(an_approach(1, ANN, a_line("helped"))).thanks.due == 1


def settled(*log: tuple[str, int], ask: str = "name") -> tuple[int, int]:
    """Settled and yes of people known, from one approach to Ann: (kind, working day)."""
    lines = [a_line(kind, working(day), n) for n, (kind, day) in enumerate(log, 1)]
    return next(
        (one.n, one.yes) for one in figures(an_approach(1, ANN, *lines, ask=ask)).rates
        if one.of == "known"
    )  # fmt: skip


def test_f18_advice_may_be_given_in_writing_a_meeting_may_not() -> None:
    assert settled(("write", 0), ("helped", 1), ask="advice") == (1, 1)
    assert settled(("write", 0), ("helped", 1), ask="meeting") == (1, 0)
    assert settled(("write", 0), ("no", 1), ask="advice") == (1, 0)


def test_f18_a_later_is_settled_by_silence_only_once_it_was_written_to_again() -> None:
    asked_later = (("write", 0), ("later", 1), ("thank", 1))
    assert settled(*asked_later) == (0, 0)
    assert settled(*asked_later, ("write", 22)) == (0, 0)
    assert settled(*asked_later, ("write", 22), ("nudge", 25)) == (1, 0)
