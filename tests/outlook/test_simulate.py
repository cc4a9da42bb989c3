"""Simulated campaigns: the same people for every habit, and figures that say how sure they are."""

from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import pairwise
from random import Random
from xml.etree import ElementTree

import pytest

from firststep.errors import CannotDo
from firststep.facts.belief import PRIORS, Route
from firststep.facts.playbook import DEFAULT
from firststep.interfaces.catalogue.campaign import POLICY_NAMES as OFFERED
from firststep.outlook.drawing import drawn
from firststep.outlook.estimates import Estimate, estimate, ratio, share
from firststep.outlook.policies import EFFECTS, POLICIES, Policy
from firststep.outlook.season import BEGAN, CampaignPlayed, Season
from firststep.outlook.simulate import Simulated, simulate
from firststep.outlook.world import DELAYS, HOW_ROUTES_ANSWER, Conditions, World
from firststep.plan.planner import plan_day

WORLD = Conditions()
DAYS = 40


def season(
    policy: str | Policy = "default", *, seed: int = 7, days: int = DAYS, given: Conditions = WORLD
) -> Season:
    """A season played to its end."""
    chosen = POLICIES[policy] if isinstance(policy, str) else policy
    played = Season(World(seed, given), chosen, days=days)
    played.outcome = played.play()  # type: ignore[attr-defined]
    return played


def lines(played: Season) -> Counter[str]:
    return Counter(line.kind for a in played.record.approaches.values() for line in a.log)


def small(**given: object) -> Simulated:
    return simulate(runs=3, weeks=6, policies=("default", "no_follow_up"), **given)  # type: ignore[arg-type]


# The same seed, the same world ----------------------------------------------------------------


def test_the_same_seed_gives_the_same_figures_and_another_seed_others() -> None:
    assert small(seed=5) == small(seed=5)
    assert small(seed=5).policies[0].people_written_to != small(seed=6).policies[0]


def test_the_work_may_be_shared_without_changing_a_figure() -> None:
    with ProcessPoolExecutor(max_workers=2) as pool:
        assert small(seed=5, mapped=pool.map) == small(seed=5)


def test_people_are_the_same_in_whatever_order_they_are_met() -> None:
    one, other = World(3, WORLD), World(3, WORLD)
    names = ["m4", "k1", "e2", "k1/0"]
    first = {name: one.nature(name) for name in names}
    assert {name: other.nature(name) for name in reversed(names)} == first
    assert World(4, WORLD).nature("k1") != first["k1"]


def test_every_habit_meets_the_same_world() -> None:
    met = [season(policy) for policy in ("default", "cold_first", "habit")]
    natures = [played.world.people for played in met]
    shared = set.intersection(*(set(found) for found in natures))
    assert len(shared) > 30
    for name in shared:
        assert natures[0][name] == natures[1][name] == natures[2][name]


def test_a_habit_may_come_alone_or_beside_others_without_a_difference() -> None:
    alone = simulate(runs=2, weeks=6, policies=("cold_first",))
    beside = simulate(runs=2, weeks=6, policies=("default", "cold_first"))
    assert alone.policies[0] == beside.policies[1]


# What a policy sees ---------------------------------------------------------------------------


def test_the_plan_of_the_first_day_knows_nothing_of_who_would_answer() -> None:
    worlds = (Conditions(responsiveness=0.0), Conditions(responsiveness=2.0))
    plans = [
        plan_day(Season(World(7, given), POLICIES["default"], days=1).record.snapshot, today=BEGAN)
        for given in worlds
    ]
    assert plans[0] == plans[1]
    assert plans[0].cards


def test_whether_talks_lead_to_interviews_changes_nothing_before_the_first_talk() -> None:
    never, always = (
        season(given=replace(WORLD, interview=chance), days=20) for chance in (0.0, 1.0)
    )
    first = min(
        line.on for a in never.record.approaches.values() for line in a.log if line.kind == "held"
    )

    def until_then(played: Season) -> list[object]:
        approaches = played.record.approaches.values()
        return [(a.id, x.kind, x.on) for a in approaches for x in a.log if x.on <= first]

    assert until_then(never) == until_then(always)


def test_the_real_planner_decides_and_its_playbook_is_obeyed() -> None:
    assert lines(season("default"))["voicemail"] > 0
    assert lines(season("two-hour"))["voicemail"] == 0
    few = Policy(name="few", words="", book=replace(DEFAULT, strangers_a_week=0))
    cold = [a for a in season(few).record.approaches.values() if a.person_id and a.ask == "meeting"]
    assert all(a.origin != "proposed" for a in cold)


def test_nobody_silent_is_written_to_more_than_twice_or_called_more_than_once() -> None:
    played = season("default", days=60, given=Conditions(responsiveness=0.0))
    for approach in played.record.approaches.values():
        kinds = Counter(line.kind for line in approach.log)
        bounced = kinds["bounced"]
        assert (
            kinds["write"] + kinds["nudge"] <= 2 + bounced + kinds["accepted"]
        )  # F33: the message counts
        assert kinds["voicemail"] <= 1


# Habits ---------------------------------------------------------------------------------------


def test_who_does_not_follow_up_sends_few_second_touches_and_as_many_first_ones() -> None:
    full, once = lines(season("default", days=60)), lines(season("list_once", days=60))
    assert full["nudge"] + full["voicemail"] > 20
    assert once["nudge"] + once["voicemail"] == 0
    assert once["write"] >= 0.8 * full["write"]  # second touches bring names, which are written to


def test_one_in_twenty_is_followed_up_where_that_is_the_habit() -> None:
    played = [lines(season("no_follow_up", seed=seed, days=60)) for seed in range(6)]
    second = sum(found["nudge"] + found["voicemail"] + found["no_answer"] for found in played)
    first = sum(found["write"] for found in played)
    assert 0.01 < second / first < 0.15


def test_people_met_are_dropped_by_the_usual_habit_only() -> None:
    def followed_up(policy: str) -> int:
        played = season(policy, days=60)
        met = [a for a in played.record.approaches.values() if a.origin == "met"]
        return sum(any(line.kind == "write" for line in a.log) for a in met)

    assert followed_up("no_follow_up") >= 4
    assert followed_up("habit") <= 1


def test_strangers_come_first_where_that_is_the_habit() -> None:
    def strangers(policy: str) -> int:
        played = season(policy, days=10)
        opened = [a for a in played.record.approaches.values() if a.origin == "proposed"]
        people = played.record.people
        return sum(people[a.person_id or 0].tie is None for a in opened if a.person_id)

    assert strangers("cold_first") > strangers("default")


def test_strangers_wait_for_people_known_there_but_not_where_cold_comes_first() -> None:
    def before_the_known(policy: str, seed: int) -> int:
        played = season(policy, seed=seed, days=8)
        people, wrote = played.record.people, {}
        for approach in played.record.approaches.values():
            on = min((line.on for line in approach.log if line.kind == "write"), default=None)
            if on and approach.origin == "proposed":
                wrote[approach.person_id] = on
        known = [p for p in people.values() if p.id < 1_000]
        return sum(
            played.record.company_of(people[k.id]) == played.record.company_of(people[stranger])
            and wrote.get(k.id, on) >= on
            for stranger, on in wrote.items()
            if stranger >= 1_000
            for k in known
        )

    seeds = range(12)
    assert sum(before_the_known("default", seed) for seed in seeds) == 0
    assert sum(before_the_known("cold_first", seed) for seed in seeds) > 0


def test_a_step_in_seven_left_for_another_day_writes_to_no_more_people() -> None:
    assert (
        season("most_days", days=15).outcome.written  # type: ignore[attr-defined]
        <= season("default", days=15).outcome.written  # type: ignore[attr-defined]
    )


# The world ------------------------------------------------------------------------------------


def test_a_world_without_answers_gives_no_talk_and_no_offer() -> None:
    nobody = Conditions(responsiveness=0.0)
    found = simulate(runs=2, weeks=13, conditions=nobody)
    for one in found.policies:
        assert one.conversations.mean == 0
        assert one.offer_by["13"].mean == 0
        assert one.median_days is None
        assert one.people_per_offer is None


def test_a_world_without_offers_has_talks_and_no_offer() -> None:
    found = simulate(runs=2, weeks=13, policies=("default",), conditions=Conditions(offer=0.0))
    assert found.policies[0].conversations.mean > 0
    assert found.policies[0].curve[-1] == 0


@pytest.mark.parametrize("route", PRIORS)
def test_the_whole_protocol_brings_as_many_yeses_as_the_forecast_believes(route: Route) -> None:
    given = HOW_ROUTES_ANSWER[route]
    again = 1 if route in ("close", "known", "dormant") else 2
    yes = given.responsive * (1 - (1 - given.first) * (1 - given.again) ** again)
    assert yes == pytest.approx(PRIORS[route].mean, abs=0.02)


def test_the_reply_clock_is_that_of_the_evidence() -> None:
    within = dict(DELAYS[::-1]) and {days: share for share, days in DELAYS}
    assert (within[0], within[1], within[2], within[3], within[10]) == (
        0.45,
        0.75,
        0.88,
        0.93,
        0.99,
    )


def test_names_and_yeses_are_drawn_at_the_stated_rates() -> None:
    world = World(1, WORLD)
    people = [world.nature(f"m{n}") for n in range(3_000)]
    assert sum(p.names_known(1.0) for p in people) / 3_000 == pytest.approx(1.0, abs=0.06)
    chances = WORLD.answers("stranger")
    first = sum(p.answers(0, "first", chances) for p in people) / 3_000
    assert first == pytest.approx(0.14 * 0.36, abs=0.012)
    worthless = replace(WORLD, follow_ups_work=False).answers("stranger")
    assert not any(p.answers(1, "nudge", worthless) for p in people)


def test_without_a_warm_advantage_everybody_but_helpers_answers_as_a_stranger_does() -> None:
    flat = replace(WORLD, warmth_helps=False)
    for route in ("named", "introduced", "met"):
        assert flat.answers(route) == flat.answers("stranger")


@pytest.mark.slow
def test_where_follow_ups_are_worthless_following_up_gains_nothing() -> None:
    pair = ("default", "no_follow_up")
    usual = simulate(runs=40, policies=pair).effects[0]
    worthless = simulate(runs=40, policies=pair, conditions=Conditions(follow_ups_work=False))
    assert usual.days_sooner.low > 0
    assert worthless.effects[0].days_sooner.low < 0
    assert worthless.effects[0].days_sooner.mean < usual.days_sooner.mean / 2


# The figures ----------------------------------------------------------------------------------


def test_an_interval_of_many_worlds_is_the_mean_and_twice_its_error() -> None:
    found = estimate([1.0, 2.0, 3.0, 4.0] * 25)
    assert (found.mean, found.low, found.high) == (
        2.5,
        pytest.approx(2.2798),
        pytest.approx(2.7202),
    )


def test_few_worlds_give_a_wider_interval_as_students_t_says() -> None:
    found = estimate([1.0, 2.0, 3.0, 4.0])
    assert (found.low, found.high) == (
        pytest.approx(0.446, abs=1e-3),
        pytest.approx(4.554, abs=1e-3),
    )
    assert estimate([1.0, 4.0], within=(0, 5)) == Estimate(mean=2.5, low=0, high=5)


def test_one_world_tells_no_range_and_neither_do_a_few_alike() -> None:
    for values in ([7.0], [7.0, 7.0, 7.0]):
        assert estimate(values) == Estimate(mean=7.0, low=None, high=None)
    assert share([1.0]) == Estimate(mean=1.0, low=None, high=None)
    assert ratio([90], [1]) == Estimate(mean=90.0, low=None, high=None)
    assert ratio([2, 4], [1, 2]) == Estimate(mean=2.0, low=None, high=None)


def test_no_offer_in_a_few_worlds_does_not_say_that_there_never_is_one() -> None:
    found = share([0.0] * 3)
    assert found.low == 0.0
    assert found.high == pytest.approx(0.56, abs=0.01)
    assert share([1.0] * 40).low == pytest.approx(0.912, abs=0.001)
    some = [0.0, 1.0] * 50
    assert share(some) == estimate(some)


def test_a_ratio_of_sums_is_no_mean_of_ratios() -> None:
    found = ratio([2, 6, 5], [1, 2, 1.5])
    assert found.mean == pytest.approx(13 / 4.5, abs=1e-4)
    assert found.low < found.mean < found.high


def test_a_ratio_holds_in_few_worlds_what_it_says_of_many() -> None:
    draw = Random(4).gauss
    held = 0
    for _ in range(400):
        under = [draw(100, 15) for _ in range(4)]
        found = ratio([2 * one + draw(0, 20) for one in under], under)
        held += found.low is not None and found.low <= 2 <= found.high
    assert 0.92 < held / 400 < 0.98


def test_where_offers_are_few_nobody_says_how_many_people_one_takes() -> None:
    written = [90.0, 110.0, 80.0, 100.0]
    assert ratio(written, [0, 0, 1, 1], fewest=10).low is None
    assert ratio(written * 10, [1.0] + [0.0] * 39) == Estimate(mean=3800.0, low=None, high=None)
    assert ratio(written * 10, [0.0, 1.0] * 20).low is not None


def test_one_world_played_leaves_every_range_open() -> None:
    found = simulate(runs=1, weeks=4, policies=("default", "no_follow_up"))
    for one in found.policies:
        for figure in (one.days, one.offer_by["4"], one.people_written_to, one.hours):
            assert (figure.low, figure.high) == (None, None)
    assert found.effects[0].days_sooner.low is None
    assert "one simulated campaign each" in drawn(found)


def test_a_habit_compared_with_itself_gains_nothing_and_surely_so() -> None:
    found = simulate(runs=3, weeks=8, policies=("default", "no_follow_up"))
    assert [one.effect for one in found.effects] == ["discipline"]
    same = found.effects[0].days_sooner
    shares = [one.curve for one in found.policies]
    assert all(later >= sooner for curve in shares for sooner, later in pairwise(curve))
    assert (same.mean, same.low) == (0.0, None) or same.low <= same.mean <= same.high


def test_a_gain_is_how_much_sooner_the_first_policy_is_in_the_same_world() -> None:
    def outcome(offer_on: int | None, written: int) -> CampaignPlayed:
        return CampaignPlayed(
            offer_on=offer_on, written=written, touches=2 * written, talks=3, minutes=60
        )

    rows = [(outcome(10, 20), outcome(30, 40)), (outcome(20, 30), outcome(None, 90))]
    found = simulate(
        runs=2, weeks=26, policies=("default", "no_follow_up"), mapped=lambda _play, _jobs: rows
    )
    gain = found.effects[0]
    assert (gain.policy, gain.over) == ("default", "no_follow_up")
    assert gain.days_sooner.mean == ((30 - 10) + (130 - 20)) / 2
    assert gain.offers_more.mean == 0.5
    full = found.policies[0]
    assert full.median_days == 15
    assert full.offer_by["13"].mean == full.offer_by["26"].mean == 1.0
    assert full.people_per_offer and full.people_per_offer.mean == 25
    assert full.touches_per_person.mean == 2.0
    assert found.policies[1].people_per_offer and found.policies[1].people_per_offer.mean == 130
    assert found.policies[1].curve[6:8] == (0.0, 0.5)


def test_discipline_and_ordering_are_told_apart() -> None:
    known = {name for pairs in EFFECTS.values() for pair in pairs for name in pair}
    assert known <= set(POLICIES)
    for one, other in EFFECTS["ordering"]:
        assert POLICIES[one].second == POLICIES[other].second == 1.0


def test_an_unknown_habit_is_refused_by_its_name() -> None:
    with pytest.raises(CannotDo, match="hope"):
        simulate(runs=1, policies=("hope",))


def test_the_catalogue_offers_every_habit() -> None:
    assert tuple(POLICIES) == OFFERED


def test_the_drawing_names_every_line_and_says_it_in_words() -> None:
    found = simulate(runs=2, weeks=6, policies=tuple(POLICIES))
    root = ElementTree.fromstring(drawn(found))
    words = " ".join(root.itertext())
    for name in POLICIES:
        assert name.replace("_", " ") in words
    assert "after 6 weeks" in words
    assert len(root.findall(".//{http://www.w3.org/2000/svg}polyline")) == len(POLICIES)
