"""Figures with what their drawings need: each with its n and its range."""

from dataclasses import dataclass

from firststep.facts.said import say
from firststep.interfaces.words.counts import in_percent
from firststep.interfaces.words.stages import REACHED, ROUTES
from firststep.learn.behind import OF_PEOPLE
from firststep.learn.progress import Progress
from firststep.learn.rates import Rate

WIDE = 260


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """People touched of the hundred the method asks for (M5.4)."""

    n: int
    of: int
    bar: int  # width of the bar in the drawing
    words: str  # where nobody was touched yet
    parts: tuple[tuple[str, str], ...]  # each with the figure behind it; "" for nobody
    rest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RateDrawn:
    """A rate with its range, drawn on a scale of 0 to `scale`."""

    figure: str
    of: str
    yes: int
    n: int
    words: str
    left: int
    width: int
    at: int
    before: int  # where the belief began


@dataclass(frozen=True, slots=True, kw_only=True)
class StageBar:
    figure: str
    words: str
    n: int
    width: int


def touched(figures: Progress) -> Touched:
    """People touched, drawn as a bar towards the hundred."""
    n = figures.people_touched
    parts = (
        ("friend" if figures.friends else "", say("Friends {n}", n=figures.friends)),
        ("insider" if figures.insiders else "", say("insiders {n}", n=figures.insiders)),
        (
            "decision_maker" if figures.decision_makers else "",
            say("decision makers {n}", n=figures.decision_makers),
        ),
    )
    return Touched(
        n=n,
        of=figures.aim,
        bar=round(WIDE * min(n / figures.aim, 1)),
        words="" if n else say("Nobody yet. The first is the hardest."),
        parts=parts,
        rest=say(
            " of about {n}, which is what practitioners counted before an accepted offer.",
            n=figures.published,
        ),
    )


def most_telling(figures: Progress) -> Rate:
    """The rate with the most settled; managers one did not know while nothing is settled."""
    return max(figures.rates, key=lambda one: (one.n, one.of == "stranger"))


def rate_drawn(rate: Rate) -> RateDrawn:
    """A rate ready to be drawn; while nothing is settled it shows what is assumed."""
    scale = 1.0 if max(rate.high, rate.prior) > 0.45 else 0.5
    span = say("{low} to {high}", low=in_percent(rate.low), high=in_percent(rate.high))
    mean, prior = in_percent(rate.mean), in_percent(rate.prior)
    told = {"mean": mean, "span": span, "prior": prior}
    words = say("About {mean}, range {span}. We began by assuming {prior}.", **told)
    if not rate.n:
        words = say("Nothing settled yet. Assumed to begin with: {prior}, range {span}.", **told)
    return RateDrawn(
        figure=rate.of,
        of=say(ROUTES[rate.of]),
        yes=rate.yes,
        n=rate.n,
        words=words,
        left=round(WIDE * rate.low / scale),
        width=max(2, round(WIDE * (rate.high - rate.low) / scale)),
        at=round(WIDE * rate.mean / scale),
        before=round(WIDE * rate.prior / scale),
    )


def funnel(figures: Progress) -> list[StageBar]:
    """How many came how far, the widest bar as wide as the drawing."""
    most = max((stage.n for stage in figures.funnel), default=0) or 1
    return [
        StageBar(
            figure=stage.stage,
            words=say(REACHED[stage.stage]),
            n=stage.n,
            width=round(WIDE * stage.n / most),
        )
        for stage in figures.funnel
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteRow:
    """How far the people of one route came, stage by stage."""

    route: str
    of: str
    counts: tuple[tuple[str, int], ...]  # each with the figure behind it; "" where none tells it


def by_route(figures: Progress) -> list[RouteRow]:
    """The funnel of each route gone at all."""
    return [
        RouteRow(
            route=one.route,
            of=say(ROUTES[one.route]),
            counts=tuple((s.stage if s.stage in OF_PEOPLE else "", s.n) for s in one.stages),
        )
        for one in figures.funnel_by_route
    ]
