"""How often people say yes: own counts over a stated starting belief, always with n and range."""

from dataclasses import dataclass

from firststep.facts.belief import Belief, Route


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A rate of yes. `n` settled approaches, `yes` of them; mean and 10-90% range of the belief;
    `prior` what was believed before the first of them."""

    of: Route
    n: int
    yes: int
    mean: float
    low: float
    high: float
    prior: float


def rate(of: Route, prior: Belief, *, yes: int, n: int) -> Rate:
    """The Beta posterior of one route."""
    belief = Belief(prior.a + yes, prior.b + n - yes)
    return Rate(
        of=of,
        n=n,
        yes=yes,
        mean=belief.mean,
        low=belief.low,
        high=belief.high,
        prior=prior.mean,
    )
