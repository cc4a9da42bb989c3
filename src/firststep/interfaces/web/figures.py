"""The few figures at the side of Today and on Progress, with what their drawings need."""

from dataclasses import dataclass

WIDE, TALL = 260, 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """People touched of the hundred the method asks for (M5.4)."""

    n: int
    of: int
    bar: int  # width of the bar in the drawing
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """How many said yes, of how many settled, with the range that n allows."""

    of: str
    yes: int
    n: int
    mean: float
    low: float
    high: float
    prior: str
    words: str
    left: int  # the drawing: the range on a scale of 0 to `scale`
    width: int
    at: int


def touched(*, n: int, friends: int, insiders: int, decision_makers: int, of: int = 100) -> Touched:
    """People touched, drawn as a bar towards the hundred."""
    parts = f"Friends {friends}, insiders {insiders}, decision makers {decision_makers}."
    return Touched(
        n=n, of=of, bar=round(WIDE * min(n / of, 1)), words=parts if n else "Nobody yet."
    )


def rate(
    *, of: str, n: int, yes: int, mean: float, low: float, high: float, prior: str
) -> Rate:
    """A rate with its range, drawn on a scale that holds it."""
    scale = max(0.3, high * 1.15)
    range_words = f"About {_per(mean)}; the range is {_per(low)} to {_per(high)}."
    words = range_words if n else f"Nothing settled yet. {prior} is the figure to start from."
    return Rate(
        of=of,
        yes=yes,
        n=n,
        mean=mean,
        low=low,
        high=high,
        prior=prior,
        words=words,
        left=round(WIDE * low / scale),
        width=max(2, round(WIDE * (high - low) / scale)),
        at=round(WIDE * mean / scale),
    )


def _per(share: float) -> str:
    return f"{share * 100:.0f} %"
