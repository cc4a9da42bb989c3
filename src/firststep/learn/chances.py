"""What may still happen: many drawn futures of a campaign, each with rates of its own.

Rates are Beta beliefs per route (evidence a2), moved together by one responsiveness the seeker's
settled people tell of: who gets more yeses than usual from one route gets more from the others.
Numbers of people follow as beta-geometric and beta-binomial draws. Pure; the same in, the same out.
"""

from bisect import bisect
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import exp, lgamma, log
from random import Random
from typing import NamedTuple

from firststep.facts.belief import FAVOURS, Belief, Route


class Gamma(NamedTuple):
    """A belief about a count per person: `seen` in `of` of them, or assumed."""

    seen: float
    of: float


DRAWS = 300  # the ends of a range lie within two in a hundred of where ten times as many put them
MOST_PEOPLE = 5_000  # people; whoever would need more is told "more than that"
# Of the logarithm of responsiveness before own data: three campaigns of four lie between half and
# double. An assumption; without it the forecast misses campaigns that differ as a whole.
SPREAD = 0.6
NAMES_BROUGHT = Gamma(3, 3)  # evidence a3: names somebody brings who helps or talks, 1 on average
INTRODUCED = 0.3  # of them as an introduction (evidence e)
# Further people written to until somebody named can be: three working days until help comes, eight
# until a conversation is agreed and held, at six people a week, which the default plan comes to.
HELP_TAKES, TALK_TAKES = 4, 9
_STEPS = tuple(exp(step / 8) for step in range(-10, 11))  # responsiveness .29 to 3.5


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSoFar:
    """What the future is drawn from. `seen`: per route yeses and settled people.

    `running`: people asked for a conversation whose clock still runs, each with the share of their
    yeses that is still to come; `asked` the same for a name or an introduction. `ahead`: people
    still to be asked for a conversation; `helpers`: still to be asked for a name or an
    introduction. Between and after them come strangers, and people met in the share `met`.
    `pending` conversations agreed or held and `interviews` begun may still bring an offer; `names`,
    `talks_to_come`: who helps or talks brings people named, those of conversations to come among
    them.
    """

    priors: tuple[tuple[Route, Belief], ...]
    seen: tuple[tuple[Route, int, int], ...] = ()
    running: tuple[tuple[Route, float], ...] = ()
    asked: tuple[tuple[Route, float], ...] = ()
    ahead: tuple[tuple[Route, int], ...] = ()
    helpers: tuple[tuple[Route, int], ...] = ()
    met: float = 0.0
    names: Gamma | None = NAMES_BROUGHT
    interview: Belief
    offer: Belief
    pending: int = 0
    talks_to_come: int = 0
    interviews: int = 0


@dataclass(frozen=True, slots=True)
class Future:
    """One drawn future: after how many more people each conversation is agreed, and which of them
    brings the job offer (0: one already agreed does)."""

    talks: tuple[int, ...]
    offer_after: int


@lru_cache(maxsize=64)
def futures(
    known: KnownSoFar, *, talks: int, draws: int = DRAWS, seed: int = 1
) -> tuple[Future, ...]:
    """That many futures, each long enough for so many conversations and for an offer."""
    random = Random(seed)
    responsive = _responsiveness(known)
    total = list(accumulate(weight for _, weight in responsive))
    found = []
    for _ in range(draws):
        at = bisect(total, random.random() * total[-1])
        rates = _rates(known, responsive[min(at, len(responsive) - 1)][0], random)
        interview = random.betavariate(*known.interview)
        offer = random.betavariate(*known.offer)
        found.append(_future(known, rates, interview, offer, talks, random))
    return tuple(found)


def _responsiveness(known: KnownSoFar) -> list[tuple[float, float]]:
    """How likely each responsiveness is, given who agreed to a conversation so far. Favours tell
    nothing of it: who is asked for a name may like to help and know nobody."""
    logs = []
    talks = [one for one in known.seen if one[0] not in FAVOURS]
    for factor in _STEPS:
        weight = -0.5 * (log(factor) / SPREAD) ** 2
        for route, yes, n in talks:
            weight += _beta_binomial(yes, n, _prior(known, route).scaled(factor))
        logs.append(weight)
    most = max(logs)
    return [(factor, exp(weight - most)) for factor, weight in zip(_STEPS, logs, strict=True)]


def _prior(known: KnownSoFar, route: Route) -> Belief:
    return next(belief for one, belief in known.priors if one == route)


def _beta_binomial(yes: int, n: int, belief: Belief) -> float:
    """Log of the chance of so many yeses, but for what does not depend on the belief."""
    a, b = belief
    return (
        lgamma(a + yes) + lgamma(b + n - yes) - lgamma(a + b + n)
        - lgamma(a) - lgamma(b) + lgamma(a + b)
    )  # fmt: skip


def _rates(known: KnownSoFar, factor: float, random: Random) -> Mapping[Route, float]:
    seen = {route: (yes, n) for route, yes, n in known.seen}
    rates: dict[Route, float] = {}
    for route, prior in known.priors:
        yes, n = seen.get(route, (0, 0))
        a, b = prior.scaled(factor)
        rates[route] = random.betavariate(a + yes, b + n - yes)
    return rates


def _future(
    known: KnownSoFar,
    rates: Mapping[Route, float],
    interview: float,
    offer: float,
    talks: int,
    random: Random,
) -> Future:
    """Conversation by conversation, until an offer came and enough were had."""
    waiting = any(random.random() < offer for _ in range(known.interviews))
    waiting |= any(random.random() < interview * offer for _ in range(known.pending))
    offered = 0 if waiting else -1
    after: list[int] = []
    for people in _agreed(known, rates, random):
        after.append(min(people, MOST_PEOPLE))
        if offered < 0 and (random.random() < interview * offer or people >= MOST_PEOPLE):
            offered = after[-1]
        if offered >= 0 and len(after) >= talks:
            break
    return Future(tuple(after[:talks]), offered)


class Others(NamedTuple):
    """People written to one after the other, from so many further people on."""

    after: int
    number: int
    rate: float  # of conversations among them


def _agreed(known: KnownSoFar, rates: Mapping[Route, float], random: Random) -> Iterator[int]:
    """After how many more people each further conversation is agreed: nobody more for those whose
    clock still runs; then the people in play and whoever they name, and strangers until the next
    name has come."""
    names = _names(known, random)
    met = known.met * rates["met"]
    cold = (1 - known.met) * rates["stranger"] + met
    warm = (1 - known.met) * _warm(rates) + met
    queue = deque(in_play(known, rates))
    queue.append(Others(HELP_TAKES, _poisson(names * _help_to_come(known, rates), random), warm))
    queue.append(Others(TALK_TAKES // 2, _poisson(names * known.talks_to_come, random), warm))
    for _ in _yes_to_come(known, rates, random):
        yield 0
        queue.append(Others(TALK_TAKES, _poisson(names, random), warm))
    people = 0
    while (
        people < MOST_PEOPLE
    ):  # many thousand times a forecast, so as few things are made as may be
        after, count, rate = _next(queue, people, cold)
        gap = _gap(rate, random)
        if gap > count:
            people += count
            continue
        people += gap
        if after >= 0:
            queue.appendleft(Others(after, count - gap, rate))
        yield people
        if brought := _poisson(names, random):
            queue.append(Others(people + TALK_TAKES, brought, warm))
    while True:
        yield MOST_PEOPLE


def _next(queue: deque[Others], people: int, cold: float) -> tuple[int, int, float]:
    """Who is written to next: those that are ready, else strangers (from -1 on) until they are."""
    if not queue:
        return -1, MOST_PEOPLE, cold
    if queue[0].after <= people:
        return queue.popleft()
    return -1, queue[0].after - people, cold


def _names(known: KnownSoFar, random: Random) -> float:
    """How many names somebody brings who helps or talks."""
    return random.gammavariate(known.names.seen, 1 / known.names.of) if known.names else 0.0


def _yes_to_come(
    known: KnownSoFar, rates: Mapping[Route, float], random: Random
) -> Iterator[tuple[Route, float]]:
    """Who of those whose clock still runs says yes."""
    for route, left in known.running:
        if random.random() < _still(rates[route], left):
            yield route, left


def _warm(rates: Mapping[Route, float]) -> float:
    return (1 - INTRODUCED) * rates["named"] + INTRODUCED * rates["introduced"]


def _still(rate: float, left: float) -> float:
    """The chance of a yes from somebody silent, that share of whose usual yeses is to come."""
    return rate * left / (1 - rate * (1 - left))


def in_play(known: KnownSoFar, rates: Mapping[Route, float]) -> list[Others]:
    """The people to be written to first, at their mean rate of conversations: helpers agree to none
    themselves, but bring people named."""
    people = sum(count for _, count in (*known.ahead, *known.helpers))
    yes = sum(rates[route] * count for route, count in known.ahead)
    return [Others(0, people, yes / people)] if people else []


def _help_to_come(known: KnownSoFar, rates: Mapping[Route, float]) -> float:
    """How many people known may be expected to help."""
    asked = sum(_still(rates[route], left) for route, left in known.asked)
    return asked + sum(rates[route] * count for route, count in known.helpers)


def _poisson(mean: float, random: Random) -> int:
    """A Poisson draw, by multiplying (Knuth)."""
    count, left, none = 0, random.random(), exp(-mean)
    while left > none:
        count, left = count + 1, left * random.random()
    return count


def _gap(rate: float, random: Random) -> int:
    """People until the next yes, that one included: a geometric draw."""
    if 1e-9 < rate < 1:
        gap = 1 + int(log(1 - random.random()) / log(1 - rate))
        return gap if gap < MOST_PEOPLE else MOST_PEOPLE
    return 1 if rate >= 1 else MOST_PEOPLE
