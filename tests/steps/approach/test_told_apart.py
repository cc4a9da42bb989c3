"""Letters to several people at one company are told apart (L3)."""

from dataclasses import replace

from firststep.facts.snapshot import Snapshot
from firststep.steps.approach.told_apart import VOICES, voice
from tests.builders import a_person, a_snapshot, an_approach
from tests.rules.acme import ACME

PEOPLE = [a_person(n, f"P{n} Lee", at=ACME) for n in (3, 7, 8, 11, 12, 16, 20, 21)]


def opened(*numbers: int) -> Snapshot:
    by_id = {one.id: one for one in PEOPLE}
    approaches = [an_approach(k, by_id[n]) for k, n in enumerate(numbers, 1)]
    return a_snapshot(people=PEOPLE, approaches=approaches)


def test_the_first_four_at_a_company_get_four_ways_and_the_next_four_the_next() -> None:
    picture = opened(12, 8, 20, 16, 3, 7, 11, 21)

    numbers = [voice(picture, picture.people[n]) for n in (12, 8, 20, 16, 3, 7, 11, 21)]

    assert sorted(numbers[:4]) == [0, 1, 2, 3]
    assert sorted(numbers[4:]) == [4, 5, 6, 7]
    assert len({n % VOICES for n in numbers[:4]}) == VOICES


def test_whoever_is_proposed_next_differs_from_all_who_were_written_to_and_from_each_other() -> (
    None
):
    picture = opened(8, 12)

    numbers = [voice(picture, picture.people[n]) for n in (8, 12, 3, 7)]

    assert sorted(numbers) == [0, 1, 2, 3]


def test_a_way_to_say_it_stays_once_they_and_others_were_written_to() -> None:
    before = opened(8, 12)
    for order in ((8, 12, 3), (8, 12, 3, 7, 20), (8, 12, 3, 16, 7)):
        after = opened(*order)
        for number in (8, 12, 3):
            assert voice(before, before.people[number]) == voice(after, after.people[number])


def test_people_elsewhere_change_nothing() -> None:
    elsewhere = a_person(4, "Ann Lee")
    picture = opened(8, 12)
    more = replace(picture, people=picture.people | {4: elsewhere},
                   approaches=picture.approaches | {9: an_approach(9, elsewhere)})  # fmt: skip

    assert voice(more, PEOPLE[0]) == voice(picture, PEOPLE[0])
    assert voice(more, elsewhere) == voice(a_snapshot(people=[elsewhere]), elsewhere)
    assert voice(more, None) == 0
