"""How often the forecast's range holds what then came true, on campaigns with rates of their own.

Each campaign's rates are drawn from the priors times its responsiveness; the forecaster is told
neither. It sees sixty settled people, then the truth is played on, person by person.
"""

from random import Random

from firststep.facts.belief import PRIORS, Route
from firststep.learn.chances import INTRODUCED, MOST, NAMES, Known, futures
from firststep.learn.so_far import INTERVIEW, OFFER

SETTLED: tuple[tuple[Route, int], ...] = (
    ("close", 3), ("known", 8), ("dormant", 8), ("named", 7), ("introduced", 2), ("met", 2),
    ("stranger", 30),
)  # fmt: skip
AHEAD: tuple[tuple[Route, int], ...] = (("introduced", 1), ("known", 3), ("named", 4),
                                        ("stranger", 40))  # fmt: skip
TALKS = (3, 5, 10)
ENOUGH = 20_000


def share_held(responsiveness: float, *, campaigns: int, draws: int = 500) -> dict[str, float]:
    """Per milestone the share of campaigns whose truth lay in the 80% range."""
    held = dict.fromkeys([*(f"{count} talks" for count in TALKS), "job offer"], 0)
    for seed in range(campaigns):
        random = Random(f"{responsiveness}:{seed}")
        rates = {route: _drawn(route, responsiveness, random) for route in PRIORS}
        seen = tuple(
            (route, sum(random.random() < rates[route] for _ in range(n)), n)
            for route, n in SETTLED
        )
        known = Known(
            priors=tuple(PRIORS.items()), seen=seen, ahead=AHEAD, interview=INTERVIEW, offer=OFFER
        )
        drawn = futures(known, talks=max(TALKS), draws=draws, seed=seed)
        talks, offer = _played(rates, random)
        for count in TALKS:
            held[f"{count} talks"] += _in(talks[count - 1], [f.talks[count - 1] for f in drawn])
        held["job offer"] += _in(offer, [f.offer_after for f in drawn])
    return {what: count / campaigns for what, count in held.items()}


def _drawn(route: Route, responsiveness: float, random: Random) -> float:
    prior = PRIORS[route]
    mean, size = min(0.95, prior.mean * responsiveness), prior.a + prior.b
    return random.betavariate(mean * size, (1 - mean) * size)


def _played(rates: dict[Route, float], random: Random) -> tuple[list[int], int]:
    """After how many people each talk and the offer truly came."""
    people = [route for route, count in AHEAD for _ in range(count)]
    random.shuffle(people)
    leads = random.betavariate(*INTERVIEW) * random.betavariate(*OFFER)
    names = random.gammavariate(NAMES.seen, 1 / NAMES.of)
    talks: list[int] = []
    offer = 0
    for number in range(1, ENOUGH):
        route: Route = people.pop(0) if people else "stranger"
        if random.random() < rates[route]:
            talks.append(number)
            offer = offer or (number if random.random() < leads else 0)
            people += [
                "introduced" if random.random() < INTRODUCED else "named"
                for _ in range(_count(names, random))
            ]
        if offer and len(talks) >= max(TALKS):
            break
    missing = max(0, max(TALKS) - len(talks))
    return talks + [ENOUGH] * missing, offer or ENOUGH


def _in(truth: int, drawn: list[int]) -> bool:
    drawn = sorted(drawn)
    last = len(drawn) - 1
    truth = min(truth, MOST)
    return drawn[round(last * 0.1)] <= truth <= drawn[round(last * 0.9)]


def _count(mean: float, random: Random) -> int:
    """A Poisson draw: arrivals within one unit of time."""
    count, passed = 0, random.expovariate(mean)
    while passed < 1:
        count, passed = count + 1, passed + random.expovariate(mean)
    return count
