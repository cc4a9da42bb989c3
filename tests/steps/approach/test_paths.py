"""Ways in compared (method M5.1, M4.2)."""

from dataclasses import replace

from firststep.facts.belief import PRIORS, Belief
from firststep.facts.snapshot import TieFacts
from firststep.steps.approach.asks import fair_ask
from firststep.steps.approach.paths import NO_BOUNDS, best_paths
from tests.builders import (
    MONDAY,
    a_company,
    a_person,
    a_position,
    a_seat,
    a_snapshot,
    an_approach,
)

ACME = a_company(1, "Acme")
ANN = a_person(1, "Ann Lee", at=ACME, tie="close")
BEN = a_person(2, "Ben Ochs", at=ACME, tie="dormant")
DANA = a_person(9, "Dana Whitlock", at=ACME, title="Head of Purchasing", tie=None)
SEAT = a_seat(1, ACME, holder_id=9)


def test_a_close_introducer_comes_before_a_distant_one_and_both_before_nobody() -> None:
    picture = a_snapshot(people=[ANN, BEN, DANA], seats=[SEAT])
    paths = best_paths(picture, person=DANA, seat=SEAT)
    assert [path.via for path in paths] == [(1,), (2,), ()]
    assert paths[0].chance.mean > paths[1].chance.mean > paths[2].chance.mean - 1e-9
    assert all(p.chance.low < p.chance.mean < p.chance.high for p in paths)


def test_a_person_known_oneself_is_reached_directly() -> None:
    known = a_person(9, "Dana Whitlock", at=ACME, tie="known")
    paths = best_paths(a_snapshot(people=[ANN, known], seats=[SEAT]), person=known, seat=SEAT)
    assert (paths[0].via, paths[0].kind) == ((), "direct")


def test_a_tie_between_two_people_is_a_way_in_from_outside_the_company() -> None:
    fay = a_person(3, "Fay Ode", ties_to=(TieFacts(id=7, kind="known", other_id=9),))
    paths = best_paths(a_snapshot(people=[fay, DANA], seats=[SEAT]), person=DANA, seat=SEAT)
    assert "knows Dana Whitlock" in paths[0].why


def test_a_former_colleague_counts_and_a_weak_match_does_not() -> None:
    former = a_person(4, "Gil Roth", positions=(a_position(ACME, current=False),))
    unsure = a_person(5, "Hal Ix", positions=(a_position(ACME, sureness="weak"),))
    picture = a_snapshot(people=[former, unsure], seats=[SEAT])
    vias = [path.via for path in best_paths(picture, person=None, seat=SEAT)]
    assert (4,) in vias and (5,) not in vias


def test_what_is_blocked_says_until_when() -> None:
    picture = a_snapshot(people=[ANN, DANA], seats=[SEAT])
    paths = best_paths(
        picture, person=DANA, seat=SEAT, bounds=replace(NO_BOUNDS, blocked={1: MONDAY})
    )
    assert paths[0].blocked_until == MONDAY and paths[1].blocked_until is None


def test_nobody_to_be_left_alone_is_a_way_in() -> None:

    picture = a_snapshot(people=[replace(ANN, do_not_contact=True), DANA], seats=[SEAT])
    assert [p.via for p in best_paths(picture, person=DANA, seat=SEAT)] == [()]


def test_the_fair_ask_goes_by_post_tie_and_seat() -> None:
    def ask(manager: bool, known: bool, empty: bool, holder_reached: bool = False) -> str:
        return fair_ask(
            manager=manager,
            known_at_target=known,
            seat_is_empty=empty,
            holder_reached=holder_reached,
        )

    assert ask(True, True, True) == "meeting"
    assert ask(False, True, True) == "name"
    assert ask(False, True, False) == "introduction"
    assert ask(False, True, False, True) == "advice"
    assert ask(False, False, True) == "advice"


def test_a_way_through_two_people_comes_after_one_and_no_way_is_longer() -> None:
    dana = replace(DANA, ties_to=(TieFacts(id=8, kind="known", other_id=4),))
    gil = a_person(4, "Gil Roth", tie=None, at=a_company(3, "Elsewhere", is_target=False))
    fay = a_person(3, "Fay Ode", ties_to=(TieFacts(id=7, kind="known", other_id=4),))
    picture = a_snapshot(people=[ANN, fay, gil, dana], seats=[SEAT])
    picture = replace(picture, companies={**picture.companies, 3: a_company(3, "Elsewhere")})
    paths = best_paths(picture, person=dana, seat=SEAT)
    assert [path.via for path in paths] == [(1,), (), (3, 4)]
    assert "Fay Ode (you know them) knows Gil Roth" in paths[-1].why


def test_own_data_takes_over_from_the_stated_belief() -> None:
    picture = a_snapshot(people=[DANA], seats=[SEAT])
    grown = replace(NO_BOUNDS, beliefs={**PRIORS, "stranger": Belief(20, 40)})
    assert best_paths(picture, person=DANA, seat=SEAT, bounds=grown)[0].chance.mean == 1 / 3


def test_an_introducer_at_rest_is_blocked_until_the_rest_is_over() -> None:
    picture = a_snapshot(people=[ANN, BEN, DANA], seats=[SEAT])
    bounds = replace(NO_BOUNDS, rests={1: MONDAY}.get, settled={"introduced": 3, "stranger": 12})

    paths = {path.via: path for path in best_paths(picture, person=DANA, seat=SEAT, bounds=bounds)}

    assert paths[(1,)].blocked_until == MONDAY and paths[(2,)].blocked_until is None
    assert [paths[via].n for via in ((1,), (2,), ())] == [3, 3, 12]


def test_a_note_to_somebody_named_counts_for_more_than_a_cold_one() -> None:
    named = an_approach(1, DANA, origin="named", via_id=1, ask="meeting")
    picture = a_snapshot(people=[ANN, DANA], seats=[SEAT], approaches=[named])
    direct = next(p for p in best_paths(picture, person=DANA, seat=SEAT) if not p.via)
    assert direct.chance == PRIORS["named"]
    assert direct.why == "Ann Lee gave you the name of Dana Whitlock."


def test_whoever_has_answered_or_talked_is_no_stranger_nor_long_ago() -> None:
    old = replace(ANN, tie=ANN.tie and ANN.tie._replace(kind="dormant"))
    picture = a_snapshot(people=[old, DANA], seats=[SEAT])
    bounds = replace(NO_BOUNDS, heard={old.id, DANA.id})

    before = {path.via: path for path in best_paths(picture, person=DANA, seat=SEAT)}
    now = {path.via: path for path in best_paths(picture, person=DANA, seat=SEAT, bounds=bounds)}

    assert (
        "not in touch for a long time" in before[(1,)].why and "You do not know" in before[()].why
    )
    assert "you know them" in now[(1,)].why
    assert now[()].why == "You are in touch with Dana Whitlock already."
    assert now[()].chance == PRIORS["met"]
