"""A week of noes is met with facts from one's own log and their range, recomputed by hand."""

from datetime import timedelta

from firststep.learn.noes import Noes, week_of_noes
from firststep.learn.progress import progress
from firststep.plan.planner import plan_day
from tests.builders import MONDAY, a_company, a_line, a_person, a_snapshot, an_approach

ACME = a_company(1, "Acme")
SUNDAY = MONDAY + timedelta(days=6)
BEFORE = MONDAY - timedelta(days=1)


def week(*answers: str, earlier: tuple[str, ...] = ()) -> Noes | None:
    """Strangers who answered so in the week, and before it."""
    said = [(one, MONDAY + timedelta(days=1)) for one in answers] + [(o, BEFORE) for o in earlier]
    people = [a_person(n, f"P{n}", at=ACME, tie=None) for n, _ in enumerate(said, 1)]
    approaches = [
        an_approach(n, people[n - 1], a_line("write", BEFORE), a_line(kind, on, 2), ask="meeting")
        for n, (kind, on) in enumerate(said, 1)
    ]
    picture = a_snapshot(people=people, approaches=approaches)
    silent = plan_day(picture, today=SUNDAY).silent
    rates = progress(picture, today=SUNDAY, silent=silent).rates
    return week_of_noes(picture, rates, until=SUNDAY)


def test_three_noes_and_no_yes_are_told_with_how_usual_that_is() -> None:
    found = week("no", "no", "no", earlier=("yes", "no"))
    assert found is not None

    assert (found.people, found.settled, found.yes) == (3, 5, 1)
    assert 0 < found.low < found.high < 1
    # the chance that three such people say no: that of one, three times over
    one = found.usual ** (1 / 3)
    assert 1 - found.high < one < 1 - found.low
    assert found.words.startswith(
        "3 said no in these seven days, and nobody yes. Of 5 asked in that way so far 1 said yes,"
    )
    assert f"noes in a row come about {round(10 * found.usual)} times in 10." in found.words


def test_a_yes_of_any_kind_in_the_week_leaves_nothing_to_say() -> None:
    for kind in ("yes", "helped", "refers", "held"):
        assert week("no", "no", "no", kind) is None


def test_two_noes_or_noes_of_the_week_before_are_no_week_of_noes() -> None:
    assert week("no", "no", earlier=("no", "no")) is None


def test_so_many_noes_that_they_are_rare_are_told_as_rare() -> None:
    found = week(*["no"] * 40)
    assert found is not None

    assert found.usual < 0.15 and " come about once in " in found.words
