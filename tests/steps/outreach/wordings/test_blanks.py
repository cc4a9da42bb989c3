"""A blank that one sentence about the seeker fills in every letter is known wherever it is said."""

import re

from firststep.steps.outreach.wordings.blanks import blanks_for
from firststep.steps.outreach.wordings.wording import all_wordings, shared_phrases


def test_what_is_left_to_say_of_oneself_is_the_background() -> None:
    asked = blanks_for("background")

    assert asked == {"[who I am in a few words]"}  # not what is theirs to say: [one thing about …]
    assert blanks_for("background", "american") == asked


def test_a_field_that_has_no_blank_in_its_place_leaves_none() -> None:
    assert blanks_for("via") == frozenset()


def test_no_other_sentence_asks_for_it_under_another_name() -> None:
    said = [
        sentence
        for choices in shared_phrases().values()
        for _tags, ways in choices
        for way in ways
        for sentence in way
    ]
    for one in all_wordings():
        said += [sentence for ways in one.body for way in ways for sentence in way]
    told = [line for sentence in said for line in sentence if re.search(r"\[who I am", line)]

    assert len(told) > 10
    asks = [one for one in said if any("{background}" in line for line in one)]
    assert set(told) <= {line for one in asks for line in one}
