"""The words every door says alike."""

from datetime import date
from typing import get_args

import pytest

from firststep.facts.belief import Route
from firststep.facts.kinds import COMPANY_STAGES
from firststep.interfaces.words.outlook import by_day
from firststep.interfaces.words.people import post_words
from firststep.interfaces.words.stages import REACHED, ROUTES, STAGES
from firststep.interfaces.words.steps import deed, deed_there
from firststep.learn.forecast import Days
from firststep.learn.funnel import StageName


@pytest.mark.parametrize(
    ("post", "current", "words"),
    [
        (("Buyer", "Acme"), True, "Buyer, Acme"),
        (("Buyer", "Acme"), False, "formerly Buyer, Acme"),
        (("", "Acme"), True, "Acme"),
    ],
)
def test_a_post_is_its_title_and_its_company(
    post: tuple[str, str], current: bool, words: str
) -> None:
    assert post_words(*post, current=current) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 12, 22), "by 22 December"),
        (date(2027, 12, 22), "by 22 December 2027"),
        (None, "in over ten years"),
    ],
)
def test_a_day_far_ahead_is_told_with_its_year(day: date | None, words: str) -> None:
    days = Days(median=day, low=day, high=day)

    assert by_day(days, date(2026, 11, 23)) == words


def test_every_route_and_every_stage_has_its_words() -> None:
    assert set(ROUTES) == set(get_args(Route))
    assert set(REACHED) == set(get_args(StageName))
    assert set(STAGES) == set(COMPANY_STAGES)


@pytest.mark.parametrize(
    ("kind", "whose", "alone", "there"),
    [
        ("call", {"name": "Ann Lee", "company": "Acme"}, "call Ann Lee", "call Ann Lee (Acme)"),
        ("find_name", {"seat": "Head of Sales", "company": "Acme"}, "find the Head of Sales",
         "find the Head of Sales (Acme)"),
        ("find_name", {"name": "Head of Sales"}, "find the Head of Sales",
         "find the Head of Sales"),
        ("confirm_match", {"name": "Acme Co", "company": "Acme"}, "look whether Acme Co is Acme",
         "look whether Acme Co is Acme"),
        ("add_companies", {}, "add more companies", "add more companies"),
        ("thank", {"company": "Acme"}, "thank Acme", "thank Acme"),
    ],
)  # fmt: skip
def test_a_step_is_told_with_its_company_where_the_sentence_does_not_name_it(
    kind: str, whose: dict[str, str], alone: str, there: str
) -> None:
    assert deed(kind, **whose) == alone
    assert deed_there(kind, **whose) == there
