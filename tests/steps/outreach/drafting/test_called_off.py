"""Once landed, a note calls off what was still open: each kind, in both languages, by every way."""

from datetime import date
from typing import Any, get_args

import pytest

from firststep.facts.draft import DraftFacts
from firststep.facts.habits import LeftOpen
from firststep.steps.outreach.drafting.draft import draft
from tests.steps.outreach.drafting.voices import VOICES

OPEN: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "talk": ("We were going to talk",),
        "promise": ("You were going to do something for me",),
        "later": ("I was going to come back to you",),
        "answer": ("You had asked me something about my search",),
        "words": ("We were still writing to each other",),
    },
    "de": {
        "talk": ("Wir wollten noch miteinander sprechen",),
        "promise": ("Du wolltest noch etwas für mich tun",),
        "later": ("Ich wollte mich noch einmal melden",),
        "answer": ("Du hattest mich wegen meiner Suche noch etwas gefragt",),
        "words": ("Wir hatten uns noch wegen meiner Suche geschrieben",),
    },
}
OVER = {
    "en": ("nothing more you need to do", "no longer need", "Nothing more is needed",
           "isn't needed any more", "that's settled now"),
    "de": ("nicht mehr nötig", "braucht es nun nicht mehr", "das ist damit erledigt"),
}  # fmt: skip
HELP = {"en": "gave me Stuart's name", "de": "der Name von Stuart Hall"}
# What would ask for something, or speak as if the search went on.
GOES_ON = ("Could we", "would you", "looking for", "suche eine", "Könnten", "Wären", "Hätten")


def note(language: Any, left_open: Any, **known: Any) -> DraftFacts:
    values: dict[str, Any] = {
        "kind": "tell_news", "ask": "meeting", "channel": "email", "seeker": "Ada Kaya",
        "role": "Buyer", "department": "Purchasing", "name": "Ria Num", "given": "Ria",
        "tie": "known", "landed_at": "Elbwerk", "left_open": left_open,
        "language": language, "on": date(2026, 12, 1), **known,
    }  # fmt: skip
    return DraftFacts(**values)


def test_every_kind_of_what_is_open_is_read_here() -> None:
    assert {*OPEN["en"]} == {*OPEN["de"]} == {*get_args(LeftOpen)}


@VOICES
@pytest.mark.parametrize("helped", [False, True])
@pytest.mark.parametrize("channel", ["email", "linkedin", "phone", "in_person"])
@pytest.mark.parametrize("left_open", get_args(LeftOpen))
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_note_once_landed_calls_off_what_is_open_and_asks_for_nothing(
    language: str, left_open: str, channel: str, helped: bool, voice: int
) -> None:
    their_help = HELP[language] if helped else ""
    known = note(language, left_open, channel=channel, voice=voice, their_help=their_help)
    text = draft(known)
    body = text.body

    assert "Elbwerk" in body
    (said,) = [words for words in OPEN[language][left_open] if words in body]
    assert sum(body.count(words) for words in OVER[language]) == 1
    assert body.count(said) == 1 and "[" not in body
    assert ("Stuart" in body) == helped
    assert not [words for words in GOES_ON if words in body]
    assert not [one for one in text.findings if one.level == "error"]


@VOICES
@pytest.mark.parametrize("language", ["en", "de"])
def test_where_nothing_is_open_nothing_is_called_off(language: str, voice: int) -> None:
    body = draft(note(language, "", voice=voice)).body

    assert not [words for words in OVER[language] if words in body]
