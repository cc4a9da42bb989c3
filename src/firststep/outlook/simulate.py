"""What if: many campaigns played under several policies in the same worlds, and what differed.

Means carry 95% intervals, differences paired ones: each world is met by every policy. One world
tells no range. Pure: the same seed, the same figures, however many processes share the work.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf
from statistics import fmean, median

from firststep.errors import CannotDo
from firststep.outlook.estimates import Estimate, estimate, ratio, share
from firststep.outlook.policies import EFFECTS, POLICIES
from firststep.outlook.season import CampaignPlayed, Season
from firststep.outlook.world import Conditions, World

WEEK = 5  # working days
QUARTER = 13  # weeks
RARE = 10  # worlds; from fewer nobody can tell how rare an offer is
COUNT = (0.0, inf)
USUAL_POLICIES = ("default", "two-hour", "no_follow_up", "cold_first")


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One world and the policies that meet it."""

    seed: int
    run: int
    policies: tuple[str, ...]
    weeks: int
    conditions: Conditions


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What one policy came to. Days are working days; `days` is the mean time to the first offer,
    cut off at the end; `median_days` None: fewer than half had an offer. `offer_by` and `curve`
    are shares with an offer, after so many weeks and at the end of each week."""

    policy: str
    words: str
    runs: int
    days: Estimate
    median_days: int | None
    offer_by: dict[str, Estimate]
    people_written_to: Estimate
    people_per_offer: Estimate | None
    touches_per_person: Estimate
    conversations: Estimate
    hours: Estimate
    curve: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What the first policy gains over the second in the same worlds: working days sooner, and
    the share more of campaigns with an offer by the end."""

    effect: str
    policy: str
    over: str
    runs: int
    days_sooner: Estimate
    offers_more: Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulated:
    runs: int
    seed: int
    weeks: int
    policies: tuple[Figures, ...]
    effects: tuple[Effect, ...]


Mapped = Callable[[Callable[[Job], tuple[CampaignPlayed, ...]], Sequence[Job]],
                  Iterable[tuple[CampaignPlayed, ...]]]  # fmt: skip


def simulate(
    *,
    runs: int,
    seed: int = 1,
    weeks: int = 26,
    policies: Sequence[str] = USUAL_POLICIES,
    conditions: Conditions | None = None,
    mapped: Mapped = map,
) -> Simulated:
    """Plays `runs` worlds of so many weeks. `mapped` may share the runs among processes. Raises
    CannotDo for an unknown policy."""
    names = tuple(dict.fromkeys(policies)) or USUAL_POLICIES
    for name in names:
        if name not in POLICIES:
            known = ", ".join(POLICIES)
            raise CannotDo(f"There is no policy “{name}”. There are {known}.", kind="not_found")
    given = conditions or Conditions()
    jobs = [
        Job(seed=seed, run=run, policies=names, weeks=weeks, conditions=given)
        for run in range(runs)
    ]
    rows = list(mapped(played, jobs))
    by_policy = {name: [row[at] for row in rows] for at, name in enumerate(names)}
    return Simulated(
        runs=runs,
        seed=seed,
        weeks=weeks,
        policies=tuple(_figures(name, found, weeks) for name, found in by_policy.items()),
        effects=tuple(_effects(by_policy, weeks)),
    )


def played(job: Job) -> tuple[CampaignPlayed, ...]:
    """One world, met by each policy in turn."""
    world = World(job.seed * 1_000_003 + job.run, job.conditions)
    days = job.weeks * WEEK
    return tuple(Season(world, POLICIES[name], days=days).play() for name in job.policies)


# Figures --------------------------------------------------------------------------------------


def _figures(name: str, found: Sequence[CampaignPlayed], weeks: int) -> Figures:
    days = [_days(one, weeks) for one in found]
    middle = median(days)
    written = [one.written for one in found]
    offers = [float(one.offer_on is not None) for one in found]
    return Figures(
        policy=name,
        words=POLICIES[name].words,
        runs=len(found),
        days=estimate(days, within=(0, weeks * WEEK)),
        median_days=round(middle) if middle < weeks * WEEK else None,
        offer_by=_offer_by(found, weeks),
        people_written_to=estimate(written, within=COUNT),
        people_per_offer=ratio(written, offers, fewest=RARE) if any(offers) else None,
        touches_per_person=ratio([one.touches for one in found], written),
        conversations=estimate([one.talks for one in found], within=COUNT),
        hours=estimate([one.minutes / 60 for one in found], within=COUNT),
        curve=_curve(found, weeks),
    )


def _curve(found: Sequence[CampaignPlayed], weeks: int) -> tuple[float, ...]:
    return tuple(fmean(_by(one, week) for one in found) for week in range(weeks + 1))


def _offer_by(found: Sequence[CampaignPlayed], weeks: int) -> dict[str, Estimate]:
    """The share with an offer by a quarter, and by the end."""
    ends = sorted({min(QUARTER, weeks), weeks})
    return {str(week): share([_by(one, week) for one in found]) for week in ends}


def _effects(found: dict[str, list[CampaignPlayed]], weeks: int) -> Iterator[Effect]:
    for effect, pairs in EFFECTS.items():
        for name, other in pairs:
            if name in found and other in found:
                both = list(zip(found[name], found[other], strict=True))
                sooner = [_days(b, weeks) - _days(a, weeks) for a, b in both]
                more = [_by(a, weeks) - _by(b, weeks) for a, b in both]
                most = weeks * WEEK
                yield Effect(
                    effect=effect,
                    policy=name,
                    over=other,
                    runs=len(both),
                    days_sooner=estimate(sooner, within=(-most, most)),
                    offers_more=estimate(more, within=(-1, 1)),
                )


def _days(one: CampaignPlayed, weeks: int) -> float:
    return float(weeks * WEEK if one.offer_on is None else one.offer_on)


def _by(one: CampaignPlayed, week: int) -> float:
    return float(one.offer_on is not None and one.offer_on < week * WEEK)
