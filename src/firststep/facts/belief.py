"""What is believed about a yes before and after own data: Beta distributions and their ranges.

Beta priors: evidence a2 (published trials, vendors' figures and plain assumptions; docs/method.md
says which). They are shown as assumptions until own data outweigh them.
"""

from functools import lru_cache
from math import exp, lgamma, log
from typing import Literal, NamedTuple

from firststep.facts.playbook import Playbook

Route = Literal["close", "known", "dormant", "met", "named", "introduced", "stranger"]

# People known are asked for a favour first: a name, an introduction.
FAVOURS: frozenset[Route] = frozenset({"close", "known", "dormant"})
HIGHEST = 0.95  # no rate is believed to be above


class Belief(NamedTuple):
    """A Beta(a, b): `a` yeses and `b` noes, seen or assumed."""

    a: float
    b: float

    @property
    def mean(self) -> float:
        return self.a / (self.a + self.b)

    def scaled(self, factor: float) -> "Belief":
        """The belief of the same firmness about a rate so many times as high."""
        mean, size = min(self.mean * factor, HIGHEST), self.a + self.b
        return Belief(mean * size, (1 - mean) * size)

    @property
    def low(self) -> float:
        """The 10% end of the range."""
        return beta_quantile(0.10, self.a, self.b)

    @property
    def high(self) -> float:
        """The 90% end of the range."""
        return beta_quantile(0.90, self.a, self.b)


PRIORS: dict[Route, Belief] = {
    "close": Belief(11, 9),
    "known": Belief(9, 11),
    "dormant": Belief(8, 12),
    "met": Belief(9, 9),
    "named": Belief(5, 12),
    "introduced": Belief(9, 7),
    "stranger": Belief(4, 36),
}


# METHOD's "10% of 100" read as one note: the whole protocol then doubles it, as it doubles .05.
ONE_NOTE = Belief(4, 16)


def priors(book: Playbook) -> dict[Route, Belief]:
    """What is believed before own data, by the seeker's reading of the method's 10%."""
    if book.ten_percent_is == "one_note":
        return {**PRIORS, "stranger": ONE_NOTE}
    return PRIORS


def both(one: Belief, other: Belief) -> Belief:
    """The belief that two independent things come true: a Beta of the same mean and spread."""
    mean = one.mean * other.mean
    square = _square(one) * _square(other)
    size = mean * (1 - mean) / (square - mean**2) - 1
    return Belief(mean * size, (1 - mean) * size)


def _square(belief: Belief) -> float:
    a, b = belief
    return a * (a + 1) / ((a + b) * (a + b + 1))


@lru_cache(maxsize=1024)
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
