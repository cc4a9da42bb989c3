"""Lines as people type them: slips, short names, and an “and” that names nobody again."""

from dataclasses import replace

import pytest

from firststep.steps.outreach.language.spoken import spoken_words
from firststep.steps.outreach.telling import slips
from firststep.steps.outreach.telling.reading import read_line
from firststep.steps.outreach.telling.scene import Scene, SomebodyKnown
from tests.steps.outreach.telling.test_reading import SCENE, read, told

MORE = (
    SomebodyKnown(id=21, name="Hannah Brooks", is_live=True, company="Acme"),
    SomebodyKnown(id=22, name="Robert Quill", is_live=True),
    SomebodyKnown(id=23, name="Petra Bauer", is_live=True, company="Initech"),
    SomebodyKnown(id=24, name="Lukas Bauer", is_live=True, company="Acme"),
)


def known() -> Scene:
    return replace(SCENE, people=(*SCENE.people, *MORE))


def names(line: str) -> list[str]:
    return [one.who.name for one in read_line(line, known()).happenings if one.who]


@pytest.mark.parametrize(
    ("line", "happened"),
    [
        ("calld noah, no anser", ["call no_answer Noah Chen"]),
        ("thankd noah", ["thank Noah Chen"]),
        ("emaild noah chen", ["sent Noah Chen"]),
        ("rosa canceld", ["cancelled Rosa Diaz"]),
    ],
)
def test_a_word_with_one_slip_is_the_word_that_was_meant(line: str, happened: list[str]) -> None:
    assert told(line) == happened


@pytest.mark.parametrize(
    "word", ["tired", "moved", "welder", "though", "called", "point", "patent"]
)
def test_a_word_of_its_own_is_no_slip(word: str) -> None:
    (same,) = slips.mended(spoken_words(word), SCENE)

    assert same.word == word


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Hanah said yes", ["Hannah Brooks"]),
        ("Bob said yes", ["Robert Quill"]),
        ("bob quill said yes", ["Robert Quill"]),
        ("Frau Bauer said yes", ["Petra Bauer"]),
        ("Mr Bauer said yes", ["Lukas Bauer"]),
        ("Bauer (Acme) said yes", ["Lukas Bauer"]),
        ("Emailed Hannah again", ["Hannah Brooks"]),
        ("Chased Bob by email", ["Robert Quill"]),
    ],
)
def test_a_known_name_is_found_short_misspelt_or_behind_a_title(line: str, who: list[str]) -> None:
    assert names(line) == who
    assert read_line(line, known()).is_sure


@pytest.mark.parametrize("line", ["Bauer said yes", "Hanna Smith said yes", "Bob Miller said yes"])
def test_who_may_be_another_is_asked_about(line: str) -> None:
    assert not read_line(line, known()).is_sure


@pytest.mark.parametrize(
    ("line", "happened"),
    [
        ("Noah wrote back and declined", ["reply no Noah Chen"]),
        ("Met Kip Darrow of Acme and promised to send him my resume",
         ["met Kip Darrow", "promise mine Kip Darrow"]),
        ("Noah read my resume and sent it back covered in red", ["reply helped Noah Chen"]),
    ],
)  # fmt: skip
def test_behind_an_and_the_same_one_goes_on(line: str, happened: list[str]) -> None:
    assert told(line) == happened


@pytest.mark.parametrize(
    "line",
    ["sofia accepted", "noah accepted", "cmon noah call me back", "noah said he'd ask if he could",
     "noah would agree to Tuesday at 10", "noah almost agreed to Tuesday at 10",
     "noah did not agree to Tuesday at 10", "if noah agrees to Tuesday at 10 i will celebrate",
     "noah wanted to say yes", "noah hasn't picked a slot yet", "wish noah sent me his feedback",
     "noah smith said yes",
     "about to forward a follow-up message to noah", "did noah read my resume",
     "someone told me noah said yes", "noah wouldn't say who to ask for",
     "noah declined and sent me a cake", "left noah a voicemail and invited him home",
     "noah might be free for Tuesday", "going to ask noah to move our call to Tuesday at 10"],
)  # fmt: skip
def test_a_turn_that_takes_it_back_books_nothing(line: str) -> None:
    assert not read(line).is_sure
