"""What the seeker dropped or corrected by hand stays so, whatever file comes again."""

from collections.abc import Callable

import pytest

from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person, Tie
from firststep.verbs.people.persons import edit_person, edit_position
from firststep.verbs.people.tie import set_tie
from firststep.verbs.safety.undo import undo
from tests.bringing.importing import CONNECTIONS, IN, LIST, all_rows, bring, cards, posts

CARLA = f"{CONNECTIONS}Carla,Roe,{IN}carla,carla@old.example,Acme,Buyer,08 Feb 2020\n"
BARE = f"{LIST}Carla Roe,Acme,Buyer,,\n"
MAILED = f"{LIST}Carla Roe,Acme,Buyer,carla@old.example,+49 30 1234567\n"
CARD = cards("FN:Carla Roe")
Correct = Callable[[Campaign, Stamp], object]
CORRECTIONS: dict[str, Correct] = {
    "tie": lambda ada, stamp: set_tie(ada, stamp=stamp, person="Carla Roe", drop=True),
    "email": lambda ada, stamp: edit_person(
        ada, stamp=stamp, person="Carla Roe", email="new@roe.example"
    ),
    "no email": lambda ada, stamp: edit_person(ada, stamp=stamp, person="Carla Roe", email=""),
    "phone": lambda ada, stamp: edit_person(
        ada, stamp=stamp, person="Carla Roe", phone="+49 30 7654321"
    ),
    "name": lambda ada, stamp: edit_person(ada, stamp=stamp, person="Carla Roe", name="Karla Poe"),
    "profile": lambda ada, stamp: edit_person(
        ada, stamp=stamp, person="Carla Roe", linkedin="carla-poe"
    ),
    "company": lambda ada, stamp: edit_person(
        ada, stamp=stamp, person="Carla Roe", company="Beta", title="Head"
    ),
    "no company": lambda ada, stamp: edit_person(ada, stamp=stamp, person="Carla Roe", company=""),
    "post": lambda ada, stamp: edit_position(ada, stamp=stamp, person="Carla Roe", drop=True),
}


FILES = {"Connections.csv": CARLA, "bare.csv": BARE, "mailed.csv": MAILED, "card.vcf": CARD}
# The card tells of no post that could be taken out.
CASES = [
    (what, file)
    for file in FILES
    for what in CORRECTIONS
    if file != "card.vcf" or what not in ("no company", "post")
]


@pytest.mark.parametrize(("what", "file"), CASES)
def test_what_was_corrected_by_hand_no_import_brings_back(
    ada: Campaign, stamp: Stamp, what: str, file: str
) -> None:
    text = FILES[file]
    bring(ada, stamp, text, file)
    CORRECTIONS[what](ada, stamp)
    before = dict(all_rows())

    again = bring(ada, stamp, text, file)

    assert (again.people, again.import_id) == (0, None)
    assert dict(all_rows()) == before


def test_a_correction_taken_back_lets_the_import_tell_again(ada: Campaign, stamp: Stamp) -> None:
    bring(ada, stamp, CARLA)
    CORRECTIONS["tie"](ada, stamp)
    Tie.objects.all().delete()

    undo(ada, stamp=stamp)

    assert Tie.objects.get().since is not None
    assert Person.objects.get().let_go.count() == 0


def test_another_post_than_the_one_dropped_comes_in(ada: Campaign, stamp: Stamp) -> None:
    bring(ada, stamp, CARLA)
    CORRECTIONS["post"](ada, stamp)

    bring(ada, stamp, CARLA.replace("Acme,Buyer", "Acme,Head of Buying"))

    assert posts(Person.objects.get()) == [("Acme", "Head of Buying", True)]
