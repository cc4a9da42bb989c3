"""The world a simulated campaign meets: who would answer, when, and what comes of it.

Figures: evidence sections a2, a3 and e; nearly all are assumptions. What people are like is drawn
by their name, not by the order in which they are met: every policy meets the same world. A policy
sees none of this, only what a seeker would see. Pure; the same seed, the same world.
"""

from bisect import bisect
from dataclasses import dataclass, field, replace
from math import exp
from random import Random
from typing import Literal, NamedTuple

from firststep.facts.belief import FAVOURS, PRIORS, Route
from firststep.facts.kinds import TieKind
from firststep.learn.chances import NAMES_BROUGHT
from firststep.learn.reply_clock import DELAYS
from firststep.learn.so_far import INTERVIEW, OFFER

Reaches = Literal["first", "nudge", "call"]


class Answers(NamedTuple):
    """How one route answers: the share of responsive people, their chance of a yes to each touch,
    and the share of the others who say no in so many words."""

    responsive: float
    first: float
    again: float
    refuse: float


# Yes to the whole protocol, to be the means of facts.belief's priors: stranger .10, named .30,
# introduced .56, met .51, close .55, known .45, dormant .40. Refusals from evidence a2 where it
# tells replies apart from yeses (known), else assumed.
HOW_ROUTES_ANSWER: dict[Route, Answers] = {
    "stranger": Answers(0.14, 0.36, 0.36, 0.06),
    "named": Answers(0.35, 0.50, 0.45, 0.15),
    "introduced": Answers(0.60, 0.65, 0.55, 0.20),
    "met": Answers(0.55, 0.65, 0.55, 0.20),
    "close": Answers(0.60, 0.70, 0.70, 0.30),
    "known": Answers(0.52, 0.63, 0.63, 0.30),
    "dormant": Answers(0.48, 0.59, 0.59, 0.20),
}
REALLY_INTRODUCES: dict[TieKind, float] = {
    "close": 0.45,
    "known": 0.25,
    "dormant": 0.20,
    "met": 0.30,
}
BOUNCES, ABSENT, RINGS_OUT, FOUND_AGAIN = 0.05, 0.03, 0.35, 0.70
# Of those whose name was looked up: on LinkedIn alone (assumed); an invitation accepted (a2).
PROFILE_ONLY, ACCEPT = 0.5, 0.25
TALK_AFTER, INTERVIEW_AFTER, OFFER_AFTER = 5, 7, 18  # working days
MET_EVERY = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What may be different in a world, for the falsifiers (evidence e)."""

    known: tuple[tuple[TieKind, int], ...] = (("close", 5), ("known", 12), ("dormant", 13))
    strangers: int = 150  # target companies, each with a manager whose name is not known yet
    known_at: int = 20  # target companies at which the known people work
    minutes: int = 45
    names: float = 1.0  # names a person who helps or talks brings, on average
    interview: float = 0.25
    offer: float = 0.35
    warm: float = 1.3  # times the chance of an interview after a warm way in
    responsiveness: float = 1.0  # times the share of responsive people
    follow_ups_work: bool = True
    warmth_helps: bool = True
    one_note: bool = False  # the method's 10% is the yes to one note
    fit_varies: bool = False  # fit is lognormal (sd .8), and the seeker's motivation tells of it
    rates_vary: bool = False  # each world has rates of its own, drawn from what is believed
    by_route: tuple[tuple[Route, float], ...] = ()  # times the share of responsive people there
    met_every: int = MET_EVERY

    def answers(self, route: Route) -> Answers:
        """How a route answers under these conditions."""
        found = HOW_ROUTES_ANSWER[route if self.warmth_helps or route in FAVOURS else "stranger"]
        share = found.responsive * self.responsiveness * dict(self.by_route).get(route, 1.0)
        share *= 2 if self.one_note and found is HOW_ROUTES_ANSWER["stranger"] else 1
        again = found.again if self.follow_ups_work else 0.0
        return Answers(min(0.97, share), found.first, again, found.refuse)


class Nature(NamedTuple):
    """What one person is like, as numbers from 0 to 1 not yet held against any chance."""

    responsive: float
    touches: tuple[float, ...]
    delays: tuple[float, ...]
    rings: tuple[float, ...]
    refuses: float
    bounces: float
    absent: float
    found_again: float
    names: float
    introduces: tuple[float, ...]
    interview: float
    offer: float
    fit: float  # 1 is usual
    profile: float
    accepts: float

    def answers(self, touch: int, kind: Reaches, chances: Answers) -> bool:
        """Whether this touch brings a yes."""
        if self.responsive >= chances.responsive:
            return False
        return self.touches[touch] < (chances.first if kind == "first" else chances.again)

    def accepts_to_connect(self, chances: Answers) -> bool:
        """Whether an invitation is accepted: by whoever would answer, and by as many others as
        make it one in four (evidence a2)."""
        others = (ACCEPT - chances.responsive) / (1 - chances.responsive)
        return self.responsive < chances.responsive or self.accepts < max(others, 0)

    def delay(self, touch: int) -> int:
        """Working days until the answer to a touch: the reply clock of evidence a2."""
        return next(days for share, days in DELAYS if self.delays[touch] < share)

    def names_known(self, mean: float) -> int:
        """How many names this person can give: a Poisson draw."""
        return bisect(_poisson(mean), self.names)


TOUCHES = 8
FIT_SPREAD = 0.8


@dataclass(slots=True)
class World:
    """One drawn world. People are remembered, so that each policy meets the same ones."""

    seed: int
    conditions: Conditions
    people: dict[str, Nature] = field(default_factory=dict)
    chances: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.conditions.rates_vary:
            self.conditions = _with_own_rates(self.conditions, Random(f"{self.seed}:rates"))

    def nature(self, name: str) -> Nature:
        """What the person of that name is like: the same whenever they are met."""
        if (found := self.people.get(name)) is None:
            found = self.people[name] = self._drawn(name)
        return found

    def _drawn(self, name: str) -> Nature:
        random = Random(f"{self.seed}:{name}")
        draw = random.random
        several = [tuple(draw() for _ in range(TOUCHES)) for _ in range(4)]
        fit = random.lognormvariate(-(FIT_SPREAD**2) / 2, FIT_SPREAD)
        return Nature(
            responsive=draw(),
            touches=several[0],
            delays=several[1],
            rings=several[2],
            refuses=draw(),
            bounces=draw(),
            absent=draw(),
            found_again=draw(),
            names=draw(),
            introduces=several[3],
            interview=draw(),
            offer=draw(),
            fit=fit if self.conditions.fit_varies else 1.0,
            profile=draw(),
            accepts=draw(),
        )

    def chance(self, what: str) -> float:
        """A number from 0 to 1 for anything that is left to chance: the same whenever asked."""
        if (found := self.chances.get(what)) is None:
            found = self.chances[what] = Random(f"{self.seed}:{what}").random()
        return found

    def place(self, name: str, places: int) -> int:
        """One of so many places, by a person's name."""
        return Random(f"{self.seed}:{name}:place").randrange(places)


def _with_own_rates(given: Conditions, random: Random) -> Conditions:
    """Conditions whose rates are drawn from the beliefs before own data, times the responsiveness:
    as uncertain as the forecast takes them to be."""
    factors: list[tuple[Route, float]] = []
    for route, prior in PRIORS.items():
        scaled = prior.scaled(given.responsiveness)
        factors.append((route, random.betavariate(*scaled) / prior.mean))
    return replace(
        given,
        responsiveness=1.0,
        by_route=tuple(factors),
        names=random.gammavariate(NAMES_BROUGHT.seen, 1 / NAMES_BROUGHT.of),
        interview=random.betavariate(*INTERVIEW),
        offer=random.betavariate(*OFFER),
    )


def _poisson(mean: float) -> tuple[float, ...]:
    """Up to six names: the chance of at most 0, 1, 2, ..."""
    term = total = exp(-mean)
    below = [total]
    for count in range(1, 6):
        term *= mean / count
        total += term
        below.append(total)
    return tuple(below)


# The falsifiers, named before any run: each shows what the gain rests on.
STRESSES: dict[str, Conditions] = {
    "usual": Conditions(),
    "follow-ups worthless": Conditions(follow_ups_work=False),
    "no warm advantage": Conditions(warmth_helps=False, warm=1.0),
    "8 known people": Conditions(
        known=(("close", 1), ("known", 3), ("dormant", 4)), strangers=300, known_at=6
    ),
    "interviews halved": Conditions(interview=0.125),
    "30 minutes a day": Conditions(minutes=30),
    "10% = one note": Conditions(one_note=True),
    "responsiveness halved": Conditions(responsiveness=0.5),
    "responsiveness doubled": Conditions(responsiveness=2.0),
    "fit varies": Conditions(fit_varies=True),
    "rates vary": Conditions(rates_vary=True),
}
