"""How often people say yes: own counts over a stated starting belief, always with n and range.

Beta priors: EVIDENCE a2. They are assumptions until own data outweigh them.
"""

from dataclasses import dataclass
from math import exp, lgamma, log
from typing import Literal

Route = Literal["close", "known", "dormant", "met", "named", "introduced", "stranger"]
PRIORS: dict[Route, tuple[float, float]] = {
    "close": (11, 9),
    "known": (9, 11),
    "dormant": (8, 12),
    "met": (9, 9),
    "named": (5, 12),
    "introduced": (9, 7),
    "stranger": (4, 36),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A rate of yes. `n` settled approaches, `yes` of them; mean and 10-90% range of the belief;
    `prior` what was believed before the first of them."""

    of: str
    n: int
    yes: int
    mean: float
    low: float
    high: float
    prior: float


def rate(of: Route, *, yes: int, n: int) -> Rate:
    """The Beta posterior of one route."""
    a, b = PRIORS[of]
    return Rate(
        of=of,
        n=n,
        yes=yes,
        mean=(a + yes) / (a + b + n),
        low=beta_quantile(0.10, a + yes, b + n - yes),
        high=beta_quantile(0.90, a + yes, b + n - yes),
        prior=a / (a + b),
    )


def beta_quantile(p: float, a: float, b: float) -> float:
    """The value below which a Beta(a, b) lies with chance p, by bisection."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if beta_below(middle, a, b) < p:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def beta_below(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function, by Lentz's continued fraction."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    tiny = 1e-300
    c, d = 1.0, 1 - (a + b) * x / (a + 1)
    d = 1 / (d or tiny)
    result = d
    for m in range(1, 300):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for step in (even, odd):
            d = 1 / ((1 + step * d) or tiny)
            c = (1 + step / c) or tiny
            result *= c * d
        if abs(c * d - 1) < 1e-12:
            break
    return result
