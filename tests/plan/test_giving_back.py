"""Favours to return: one a week at most, never before the thanks."""

from datetime import date, timedelta
from typing import Any

from firststep.facts.habits import FavourFacts, LandedFacts
from firststep.facts.plan import Card
from firststep.facts.playbook import Playbook
from firststep.plan.planner import plan_day
from tests.builders import MONDAY, a_company, a_line, a_person, a_snapshot, an_approach

ANN, BOB, CY = (a_person(n, name, tie="close") for n, name in enumerate(("Ann", "Bob", "Cy"), 1))
THREE_WEEKS_ON = MONDAY + timedelta(days=21)


def got(person_id: int = 1, *, on: date = MONDAY, **fields: Any) -> FavourFacts:
    return FavourFacts(
        id=person_id, person_id=person_id, way="received", what="a lift", on=on, told=True,
        **{"thanked": True, **fields},
    )  # fmt: skip


def shown(*favours: FavourFacts, on: date = THREE_WEEKS_ON, **fields: Any) -> list[Card]:
    values = {"people": [ANN, BOB, CY], **fields}
    book = values.pop("book", Playbook())
    found = plan_day(a_snapshot(favours=favours, **values), today=on, book=book)
    return [card for card in found.showable if card.kind == "return_favour"]


def test_a_favour_thanked_for_is_returned_after_two_weeks_with_an_idea() -> None:
    (card,) = shown(got())

    assert (card.ref, card.minutes, card.approach_id) == ("p1", 10, None)
    assert "a lift" in card.why and card.why.endswith("something small will turn up.")
    assert shown(got(), on=MONDAY + timedelta(days=11)) == []


def test_never_before_the_thanks_nor_where_it_was_returned_or_left_at_that() -> None:
    assert shown(got(thanked=False)) == []
    assert shown(got(returned=True)) == []
    assert shown(got(settled=True)) == []


def test_one_a_week_and_another_the_week_after() -> None:
    favours = [got(1), got(2), got(3)]
    days = [THREE_WEEKS_ON + timedelta(days=n) for n in (0, 2, 4, 7, 9, 14)]
    found = [[card.person_id for card in shown(*favours, on=day)] for day in days]

    assert [len(one) for one in found] == [1] * len(days)
    assert found[0] == found[1] == found[2] and found[3] == found[4]
    assert len({one[0] for one in (found[0], found[3], found[5])}) == 3


def test_what_was_given_this_week_is_enough_until_the_next() -> None:
    given = FavourFacts(
        id=9, person_id=2, way="given", what="a book", on=THREE_WEEKS_ON + timedelta(days=1)
    )
    assert shown(got(), given, on=THREE_WEEKS_ON + timedelta(days=3)) == []
    assert shown(got(), given, on=THREE_WEEKS_ON + timedelta(days=7))


def test_not_while_something_else_runs_with_them_nor_to_who_is_not_to_be_contacted() -> None:
    begun = an_approach(1, ANN, a_line("write", THREE_WEEKS_ON))
    assert shown(got(), approaches=[begun]) == []
    stopped = a_person(1, "Ann", tie="close", do_not_contact=True)
    assert shown(got(), people=[stopped, BOB, CY]) == []


def test_it_can_be_left_out_for_good() -> None:
    assert shown(got(), book=Playbook(left_out=frozenset({"return_favour"}))) == []


def test_it_pushes_no_answer_and_no_first_follow_up_off_the_day() -> None:
    """Six minutes: enough for one of them; the favour takes what is left, or waits."""
    asked = an_approach(1, BOB, a_line("write"), a_line("question", THREE_WEEKS_ON, 2))
    met = an_approach(
        2, CY, a_line("met", THREE_WEEKS_ON - timedelta(days=3)), origin="met", ask="meeting"
    )
    campaign = a_snapshot(
        people=[ANN, BOB, CY], favours=(got(),), approaches=[asked, met], minutes_a_day=8
    )
    found = plan_day(campaign, today=THREE_WEEKS_ON, book=Playbook())

    assert [card.kind for card in found.cards] == ["answer", "follow_up_met"]
    assert "return_favour" in [card.kind for card in found.rolled]


def test_nobody_takes_another_s_place_in_a_week() -> None:
    """Whoever is done with by Wednesday, or joins on it, changes nothing until the next Monday."""
    wednesday = THREE_WEEKS_ON + timedelta(days=2)
    both = [got(1), got(2)]
    (card,) = shown(*both)
    other = 3 - (card.person_id or 0)

    left = [one._replace(settled=True, settled_on=wednesday) if one.person_id == card.person_id
            else one for one in both]  # fmt: skip
    assert shown(*left, on=wednesday) == []
    assert [one.person_id for one in shown(*left, on=wednesday + timedelta(days=7))] == [other]

    for monday in (THREE_WEEKS_ON + timedelta(days=7 * n) for n in range(4)):
        joins = got(3, on=monday - timedelta(days=12))
        week = [shown(*both, joins, on=monday + timedelta(days=n)) for n in range(5)]
        assert len({one.person_id for cards in week for one in cards}) == 1


def test_who_talked_with_one_where_one_landed_is_not_told_it_but_who_helped_there_is() -> None:
    acme, globex = a_company(1, "Acme"), a_company(2, "Globex")
    boss, helper = a_person(1, "Dana Hall", at=acme), a_person(2, "Ann Lee", at=acme)
    other = a_person(3, "Fay Ode", at=globex)
    helped = ((1, ""), (2, "the name of Dana Hall"), (3, ""))
    picture = a_snapshot(
        people=[boss, helper, other], goal=None,
        landed=LandedFacts(company_id=1, company="Acme", on=MONDAY, helped=helped),
    )  # fmt: skip
    cards = plan_day(picture, today=MONDAY).showable
    told = [card.name for card in cards if card.kind == "tell_news"]

    assert sorted(told) == ["Ann Lee", "Fay Ode"]
