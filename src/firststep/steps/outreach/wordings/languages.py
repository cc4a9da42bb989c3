"""The languages letters are written in, each with its folder of wordings. Pure.

A language comes in varieties: two Englishes; a German for whom one says du to, one for everybody
else, and both of Switzerland. What stands in a field is each language's own: `drafting/tongues.py`.
"""

from collections.abc import Callable
from typing import Any, NamedTuple, get_args

from firststep.facts.kinds import HowCalled, Language
from firststep.steps.outreach.wordings import english, german

Variety = english.English | german.German


class WrittenLanguage(NamedTuple):
    """How a language is written: in which of its varieties in a country, to somebody called so;
    how a text of ours is spelt in one, and what a new one of the seeker's begins as; by which words
    somebody may be called, where there are several."""

    folder: str
    varieties: frozenset[str]
    of: Callable[[str, HowCalled], Any]
    spelt: Callable[[str, Any], str]
    beginning: str
    called: tuple[HowCalled, ...] = ()


def _english_of(country: str, address: HowCalled) -> english.English:  # noqa: ARG001  # all are you
    return english.english_of(country)


_ENGLISH = WrittenLanguage(
    "en",
    frozenset(get_args(english.English)),
    _english_of,
    english.spelt,
    english.ENGLISH_BEGINNING,
)
_GERMAN = WrittenLanguage(
    "de",
    frozenset(get_args(german.German)),
    german.german_of,
    german.spelt_in_german,
    german.GERMAN_BEGINNING,
    called=("du", "sie"),
)
WRITTEN: dict[Language, WrittenLanguage] = {"": _ENGLISH, "en": _ENGLISH, "de": _GERMAN}


def letters_in(language: str) -> Language:
    """The language a seeker writes letters in: English where the pages' own has none yet."""
    return next((one for one in WRITTEN if one == language), "")


def variety_of(language: Language, country: str, address: HowCalled = "") -> Variety:
    """The variety a letter is written in; without an address the one a wording is kept in."""
    found: Variety = WRITTEN[language].of(country, address)
    return found


def written_in(variety: Variety) -> WrittenLanguage:
    """The language that is a variety of."""
    return next(one for one in WRITTEN.values() if variety in one.varieties)


def own_text(text: str, variety: Variety) -> str:
    """A text of the seeker's as it is said: their words, and of `<du|Sie>` the one that fits."""
    return german.addressed(text, variety)
