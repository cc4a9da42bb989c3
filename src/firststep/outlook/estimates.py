"""A mean, a share or a ratio over simulated worlds, and the range it may lie in. Pure.

Fewer than thirty worlds tell their scatter badly themselves: their ranges go by Student's t, shares
by Wilson, ratios by Fieller. Where nothing tells a range none is made up: it is None.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, sqrt
from statistics import fmean

SURE = 1.96  # standard errors either side: 95%
FEW = 30  # worlds; fewer need wider ranges
# The same for 2 to 29 worlds (Student's t, 1 to 28 degrees of freedom).
SURE_OF_FEW = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
    2.052, 2.048,
)  # fmt: skip
Within = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A mean and its 95% interval; low and high are None where the worlds tell no range."""

    mean: float
    low: float | None
    high: float | None


def estimate(values: Sequence[float], *, within: Within = (-inf, inf)) -> Estimate:
    """The mean, and what it may be given how the values scatter; `within` is what it can be at
    all. A few values all alike, or a single one, tell no range."""
    mean = fmean(values)
    if len(values) < FEW and len(set(values)) == 1:
        return _unranged(mean)
    spread = sqrt(sum((value - mean) ** 2 for value in values) / (len(values) - 1))
    error = _sure(len(values)) * spread / sqrt(len(values))
    return _between(mean, mean - error, mean + error, within)


def share(values: Sequence[float]) -> Estimate:
    """The mean of noughts and ones. Worlds all alike, or few of them, do not make it certain."""
    mean, worlds = fmean(values), len(values)
    if worlds == 1:
        return _unranged(mean)
    if worlds >= FEW and 0 < mean < 1:
        return estimate(values, within=(0, 1))
    square = SURE**2 / worlds
    middle = (mean + square / 2) / (1 + square)
    reach = sqrt(square * (mean * (1 - mean) + square / 4)) / (1 + square)
    return _between(mean, middle - reach, middle + reach, (0, 1))


def ratio(over: Sequence[float], under: Sequence[float], *, fewest: int = 2) -> Estimate:
    """One sum over another, neither below nought, with the interval of a ratio (delta method). No
    range for less than `fewest` worlds, nor where what is divided by may as well be nought."""
    total, worlds = sum(under), len(under)
    if not total:
        return _unranged(0.0)
    found = sum(over) / total
    least = estimate(under).low
    if worlds < max(2, fewest) or (least is not None and least <= 0):
        return _unranged(found)
    left = [(a - found * b) ** 2 for a, b in zip(over, under, strict=True)]
    if worlds >= FEW:
        error = SURE * sqrt(sum(left)) / total
        return _between(found, found - error, found + error, (0, inf))
    return _fieller(found, over, under) if max(left) > 1e-9 else _unranged(found)


def _fieller(found: float, over: Sequence[float], under: Sequence[float]) -> Estimate:
    """Every ratio that these few worlds would not refute."""
    worlds, a, b = len(under), fmean(over), fmean(under)
    sure = _sure(worlds) ** 2 / (worlds - 1) / worlds
    square = b * b - sure * sum((y - b) ** 2 for y in under)
    half = a * b - sure * sum((x - a) * (y - b) for x, y in zip(over, under, strict=True))
    rest = a * a - sure * sum((x - a) ** 2 for x in over)
    root = sqrt(max(0.0, half * half - square * rest))
    return _between(found, (half - root) / square, (half + root) / square, (0, inf))


def _sure(worlds: int) -> float:
    return SURE_OF_FEW[worlds - 2] if worlds < FEW else SURE


def _unranged(mean: float) -> Estimate:
    return Estimate(mean=round(mean, 4), low=None, high=None)


def _between(mean: float, low: float, high: float, within: Within) -> Estimate:
    return Estimate(
        mean=round(mean, 4),
        low=round(max(low, within[0]), 4),
        high=round(min(high, within[1]), 4),
    )
