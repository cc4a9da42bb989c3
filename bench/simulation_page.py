"""The words of docs/simulation.md around the measured figures."""

from collections import Counter

from firststep.outlook.estimates import Estimate
from firststep.outlook.simulate import Effect, Figures, Simulated
from firststep.outlook.world import STRESSES

# Per kind of world (rates of its own or not) and responsiveness, per milestone: how many truths lay
# below (-1), in (0) and above (1) the range.
Calibration = dict[tuple[bool, float], dict[str, Counter[int]]]

HEAD = """\
# What the habits are worth: a simulation

Firststep's own planner, unchanged, plays invented campaigns; so do other habits, in the same worlds. This
page is written by `bench/simulate.py` and says what came out, also where it speaks against us. A small one
is played by `firststep simulate`.

**Read it as a comparison of habits under assumptions, not as a promise.** Hardly any figure of this world was
ever measured for job seekers; the sources are named under "The world". No seeker's data is in it.
"""
WORLD = """\
## The world
Thirty people known (5 close, 12 known, 13 not spoken to for three years), who work at 20 of 150 target companies;
each target has a manager whose name is not known yet; every ten working days a professional is met. 45 minutes a
day, eight cards, the caps and manners of the [method](method.md).

| way in | responsive | yes to a first touch | to a nudge or call | yes to the whole protocol |
| --- | --- | --- | --- | --- |
| stranger | .14 | .36 | .36 | .10 |
| named by somebody | .35 | .50 | .45 | .30 |
| introduced | .60 | .65 | .55 | .57 |
| met | .55 | .65 | .55 | .51 |
| close (a favour) | .60 | .70 | .70 | .55 |
| known (a favour) | .52 | .63 | .63 | .45 |
| not spoken to in a long time (a favour) | .48 | .59 | .59 | .40 |

The two middle columns hold for responsive people only. Somebody known who agrees can give a Poisson number of
names (mean 1; none is a no), as an introduction with chance .45, .25 or .20; a conversation brings a Poisson
number (mean 1), .3 of them introductions. A conversation with a manager leads to an interview with .25 (times 1.3
if warm), an interview to an offer with .35. Answers come the same working day with .45, within one .75, two .88,
three .93, ten .99; a conversation 5 working days after a yes, an interview 7 after it, an offer 18 after that.
Of the managers whose name was looked up half can be written to by a LinkedIn profile alone: five invitations a
month go with a note, one invitation in four is accepted, and only then a message follows. Every company has a
switchboard.
One address in twenty bounces, one person in thirty-three is away, a third of calls ring out, and .06 to .30 of
those who would never agree say so. All of it is assumed where the method's two seeds do not say it: about 10% of
managers agree, and 1 in 20 follows up.

What each person is like is drawn by their name and the seed, so every habit meets the same people; a habit sees
only what the seeker would see. Mended against the first sketch of this design: the silent are nudged whether or
not a late answer is under way; there are noes, bounces, companies and caps; names per conversation and the rates
of known people agree with the priors of the forecast; random numbers belong to the person, not to the run; and
dropping people met (`habit`) is told apart from leaving out second touches (`no_follow_up`).

Nothing was fitted to a habit. Two checks nobody fitted: `habit` should come near the seeds (about 125 people, 10
conversations), and the median offer under some habit should fall within 8 to 16 weeks.
"""
FALSIFIERS = """\
## What would prove it wrong
Named before the runs. If follow-ups are worthless, following up must not pay; if knowing somebody does not help,
the order must not matter. Mean working days to an offer, and the difference to the plan with its 95% interval
(above nought: the plan is sooner). Where an interval holds nought, nothing is shown either way; a longer run
narrows it.
"""
LIMITS = """\
## What it does not say
- That an order or a spacing is best. Only these habits were compared.
- What your chances are: your own forecast stands on Progress, with your own answers in it.
- That calls or nudges work in your trade: they are assumed to work as well on those who would answer as the first
  note does. The first falsifier shows what remains without that.
- Anything about how well a job suits, or how people feel on the way.
"""


def page(usual: Simulated, stressed: dict[str, Simulated], held: Calibration) -> str:
    """The whole page."""
    return "\n".join(
        [
            HEAD,
            f"Worlds of {usual.weeks} weeks, seed {usual.seed}; how many of them stands in each row. In "
            "brackets: 95% intervals.\n",
            "![Share of campaigns with an offer, week by week](pictures/simulation.svg)\n",
            _policies(usual),
            "## What following up is worth, and what the order is worth",
            "Paired differences in the same worlds: working days sooner to the first offer (cut off at "
            f"{usual.weeks * 5}), and offers more in a hundred campaigns.\n",
            _effects(usual.effects),
            FALSIFIERS,
            _falsifiers(usual, stressed),
            _not_played(stressed),
            "## Does the forecast hold what it says?",
            "The plan played these campaigns, up to two years long. The forecast saw only their "
            "logs. On the day with 60 settled people it told its 80% ranges of how many more people it takes until "
            "3, 5 and 10 more conversations and an offer; here is how often the truth lay in them, and how many "
            "truths lay below and above. Left out is what had come before, and what had not come at the end with "
            "fewer people written to than the range says.\n",
            _calibration(held),
            "In the first rows each campaign has rates of its own, drawn from the starting beliefs times a "
            "responsiveness the forecast is not told: that is what the ranges promise to hold. In the others the "
            "rates are exactly those assumed, times the responsiveness: there is less to doubt than the forecast "
            "doubts, and its ranges may hold more than they say.\n",
            WORLD,
            _checks(usual),
            LIMITS,
        ]
    )  # fmt: skip


def _checks(usual: Simulated) -> str:
    habit = next(one for one in usual.policies if one.policy == "habit")
    return (
        f"It came to {_mean(habit.people_written_to, places=0)} people and "
        f"{_mean(habit.conversations)} conversations, until the first offer or the end, and to a "
        f"median offer on working day {habit.median_days} (40 to 80 are 8 to 16 weeks).\n"
    )


def _policies(found: Simulated) -> str:
    weeks = list(found.policies[0].offer_by)
    head = ["habit", "worlds", "half have an offer by", "mean working days",
            *(f"offer within {week} weeks" for week in weeks),
            "people written to", "for each offer", "touches for each", "conversations"]  # fmt: skip
    rows = [
        [
            f"`{one.policy}`: {one.words}",
            f"{one.runs:,}",
            f"day {one.median_days}" if one.median_days else "not within the time",
            _mean(one.days),
            *(_share(one.offer_by[week]) for week in weeks),
            _mean(one.people_written_to, places=0),
            _mean(one.people_per_offer, places=0) if one.people_per_offer else "none",
            _mean(one.touches_per_person, places=2),
            _mean(one.conversations),
        ]
        for one in found.policies
    ]
    return _table(head, rows)


def _effects(effects: tuple[Effect, ...]) -> str:
    rows = [
        [
            one.effect,
            f"`{one.policy}` over `{one.over}`",
            f"{one.runs:,}",
            _mean(one.days_sooner),
            _signed(one.offers_more, factor=100),
        ]
        for one in effects
    ]
    return _table(
        ["gain of", "compared", "worlds", "days sooner", "offers more in a hundred"], rows
    )


def _falsifiers(usual: Simulated, stressed: dict[str, Simulated]) -> str:
    rows = []
    for name, found in {"as above": usual, **stressed}.items():
        figures = {one.policy: one for one in found.policies}
        rows.append(
            [
                f"{name} ({found.runs:,} worlds)" if name in stressed else name,
                _mean(figures["default"].days),
                _over(found, "no_follow_up", figures),
                _over(found, "list_full", figures),
                _over(found, "cold_first", figures),
                _once(found),
            ]
        )
    head = ["if", "the plan", "no follow-up", "down the list, full", "strangers first",
            "following up a list (`list_full` over `list_once`)"]  # fmt: skip
    return _table(head, rows)


def _not_played(stressed: dict[str, Simulated]) -> str:
    left = [name for name in STRESSES if name != "usual" and name not in stressed]
    return f"Not played this time: {', '.join(left)}.\n" if left else ""


def _over(found: Simulated, other: str, figures: dict[str, Figures]) -> str:
    effect = next(e for e in found.effects if e.policy == "default" and e.over == other)
    return f"{figures[other].days.mean:.1f}; {_signed(effect.days_sooner)}"


def _once(found: Simulated) -> str:
    effect = next(e for e in found.effects if e.policy == "list_full" and e.over == "list_once")
    return _signed(effect.days_sooner)


def _calibration(held: Calibration) -> str:
    what = list(next(iter(held.values())))
    rows = [
        [
            f"{'drawn around' if vary else 'exactly'} {factor:g} times the beliefs",
            *(_held(sides[one]) for one in what),
        ]
        for (vary, factor), sides in held.items()
    ]
    return _table(["rates", *(f"until {one}" for one in what)], rows)


def _held(sides: Counter[int]) -> str:
    share = sides[0] / sides.total()
    return f"{share:.0%} of {sides.total()} ({sides[-1]} below, {sides[1]} above)"


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines) + "\n"


def _share(one: Estimate) -> str:
    return _ranged(one, "{:.0f}", factor=100, sign="%")


def _mean(one: Estimate, *, places: int = 1) -> str:
    return _ranged(one, f"{{:.{places}f}}")


def _signed(one: Estimate, *, factor: int = 1) -> str:
    return _ranged(one, "{:+.1f}", factor=factor)


def _ranged(one: Estimate, shape: str, *, factor: int = 1, sign: str = "") -> str:
    mean = shape.format(one.mean * factor) + sign
    if one.low is None or one.high is None:
        return mean
    return f"{mean} ({shape.format(one.low * factor)} to {shape.format(one.high * factor)})"
