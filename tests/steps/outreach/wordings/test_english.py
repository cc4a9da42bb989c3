"""British and American: one table, our own words alone (L1)."""

import re

import pytest

from firststep.steps.outreach.wordings.english import differing, english_of, mistakes_in, spelt
from firststep.steps.outreach.wordings.wording import all_wordings, shared_phrases


@pytest.mark.parametrize(
    ("country", "english"),
    [("US", "american"), ("CA", "american"), ("us", "american"),
     ("GB", "british"), ("DE", "british"), ("AU", "british"), ("", "british")],
)  # fmt: skip
def test_the_english_goes_by_the_country(country: str, english: str) -> None:
    assert english_of(country) == english


def test_words_that_differ_are_changed_and_fields_and_all_others_stay() -> None:
    text = "Favours, favouritism, {favour} and a CV. Could I ring you?"

    assert (
        spelt(text, "american") == "Favors, favouritism, {favour} and a résumé. Could I call you?"
    )
    assert spelt(text, "british") == text


def test_each_word_stands_once_in_the_table_and_is_never_its_own_change() -> None:
    british = [one.british.casefold() for one in differing()]
    american = {one.american.casefold() for one in differing()}

    assert len(british) == len(set(british)) > 200
    assert not set(british) & american
    assert {"favour", "whilst"} < set(mistakes_in("american"))
    assert "favor" in mistakes_in("british")
    assert not {"post", "holiday"} & {*mistakes_in("american"), *mistakes_in("british")}
    assert "while" not in mistakes_in("british")


def test_the_american_wordings_are_the_british_ones_without_a_british_word() -> None:
    british, american = all_wordings("british"), all_wordings("american")

    assert [(w.name, w.fits) for w in british] == [(w.name, w.fits) for w in american]
    assert list(shared_phrases("british")) == list(shared_phrases("american"))
    words = "|".join(re.escape(one.british) for one in differing())
    left = re.compile(rf"(?i)\b(?:{words})\b")
    said = [f"{w.subject} {w.body} {w.voicemail}" for w in american]
    assert not [found[0] for text in said for found in left.finditer(re.sub(r"\{.*?\}", "", text))]
