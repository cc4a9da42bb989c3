"""The German wordings: as many as the English ones, for both ways to call somebody, in plain German
of Germany and of Switzerland."""

import re
from collections.abc import Iterator

import pytest

from firststep.steps.outreach.wordings.german import addressed, german_of, spelt_in_german
from firststep.steps.outreach.wordings.languages import Variety, variety_of, written_in
from firststep.steps.outreach.wordings.wording import (
    Paragraph,
    Ways,
    all_wordings,
    shared_phrases,
)

DU: tuple[Variety, ...] = ("german_du", "swiss_du")
SIE: tuple[Variety, ...] = ("german_sie", "swiss_sie")
SAYS_DU = r"\b(?:du|dir|dich|dein\w*|euch|euer|eure\w*|hast|bist|kannst|könntest|möchtest)\b"
SAYS_SIE = r"\b(?:Ihnen|Ihre?[mnrs]?)\b|(?<![.?!:„] )(?<!^)\bSie\b"
# Who answers at a company's switchboard is called Sie, whoever is asked for.
SWITCHBOARD = "say_through"
ENGLISH = (
    r"(?i)\b(?:the|you|your|would|could|call|meet|with|from|and|have|my|we|thank|thanks|dear|best"
    r"|wishes|regards|for|this|that|about|please)\b"
)


@pytest.mark.parametrize(
    ("language", "country", "address", "variety"),
    [
        ("", "DE", "", "british"),
        ("en", "US", "", "american"),
        ("de", "DE", "du", "german_du"),
        ("de", "AT", "sie", "german_sie"),
        ("de", "CH", "du", "swiss_du"),
        ("de", "ch", "", "swiss"),
        ("de", "US", "sie", "german_sie"),
    ],
)
def test_a_letter_is_in_the_language_of_the_seeker_and_the_spelling_of_the_country(
    language: str, country: str, address: str, variety: str
) -> None:
    assert variety_of(language, country, address) == variety  # type: ignore[arg-type]
    assert variety in written_in(variety).varieties  # type: ignore[arg-type]


def test_of_two_ways_to_say_it_one_is_chosen_before_any_value_stands_there() -> None:
    text = "<Hast du|Haben Sie> Grüße von {first}? [was bei <dir|Ihnen> neu ist]"

    assert addressed(text, "german_du") == "Hast du Grüße von {first}? [was bei dir neu ist]"
    assert addressed(text, "german_sie").startswith("Haben Sie Grüße")
    assert addressed(text, "german") == text
    assert spelt_in_german("Grüße, {weiß}", "swiss_sie") == "Grüsse, {weiß}"
    assert german_of("LI") == "swiss"


def test_every_wording_has_a_german_one_for_the_same_occasion() -> None:
    english = {one.name: one.fits for one in all_wordings()}

    assert {one.name: one.fits for one in all_wordings("german")} == english
    titles = {one.title for one in all_wordings()}
    assert [one.title for one in all_wordings("german") if one.title in titles] == []


def test_every_phrase_has_a_german_one_for_the_same_case() -> None:
    """No role falls back to English, and none to a less fitting sentence."""
    english = {(name, tags) for name, choices in shared_phrases().items() for tags, _ in choices}
    german = {(name, tags) for name, choices in shared_phrases("german").items()
              for tags, _ in choices}  # fmt: skip

    assert german == english


@pytest.mark.parametrize("variety", ["german", "swiss", *DU, *SIE])
def test_every_german_wording_can_be_read(variety: Variety) -> None:
    assert len(all_wordings(variety)) == len(all_wordings())
    assert all(one.body for one in all_wordings(variety))


def test_nothing_is_english_nor_left_undecided() -> None:
    for variety in (*DU, *SIE):
        for where, said in _sentences(variety):
            plain = re.sub(r"\{\w+\}", "X", said)
            assert not re.search(ENGLISH, plain), (where, said)
            assert not re.search(r"[<>|]|  | ,|!", plain), (where, said)


def test_who_is_called_sie_never_reads_du_and_the_other_way_round() -> None:
    for variety, never in [(one, SAYS_DU) for one in SIE] + [(one, SAYS_SIE) for one in DU]:
        for where, said in _sentences(variety):
            assert where == SWITCHBOARD or not re.search(never, said), (where, said)


def test_switzerland_writes_no_eszett() -> None:
    assert [said for _, said in _sentences("swiss_sie") if "ß" in said] == []
    assert any("ß" in said for _, said in _sentences("german_sie"))


FIRST_NOTES = (
    "link", "link_short", "opening", "self", "self_seen", "noticed", "noticed_short", "point",
    "point_short", "aim", "seen_short", "accepted_self", "way_out", "advice", "thanks_return",
    "regards", "about_what", "what_is_new", "nudge_out", "two_times", "curious", "thanked_short",
)  # fmt: skip
FOUR_ASKS = ("meeting", "name", "introduction", "referral")


def test_what_colleagues_may_lay_side_by_side_is_said_in_four_ways() -> None:
    """L3: the letters one company gets first; what is rare, and what is said aloud, in fewer."""
    phrases = shared_phrases("german_sie")
    for name in FIRST_NOTES:
        assert max(len(ways) for _, ways in phrases[name]) == 4, name
    for name in ("request", "short_request", "announce"):
        fours = [tags for tags, ways in phrases[name] if len(ways) == 4]
        assert all(any(ask in tags for tags in fours) for ask in FOUR_ASKS) or name == "announce"


def test_no_german_sentence_is_said_in_two_of_the_four_ways() -> None:
    for where, ways in _ways("german_sie"):
        if len(ways) < 4 or where.startswith(("say_", "vm_")):
            continue
        said = [{one for sentence in way for one in sentence if len(one.split()) > 5}
                for way in ways]  # fmt: skip
        for number, mine in enumerate(said):
            others = set().union(*said[:number], *said[number + 1 :])
            assert not mine & others, (where, mine & others)


def _sentences(variety: Variety) -> Iterator[tuple[str, str]]:
    for where, ways in _ways(variety):
        yield from ((where, said) for way in ways for said in _variants(way))


def _ways(variety: Variety) -> Iterator[tuple[str, Ways]]:
    for name, choices in shared_phrases(variety).items():
        yield from ((name, ways) for _, ways in choices)
    for one in all_wordings(variety):
        parts = (one.subject, *one.body, *one.voicemail)
        yield from ((one.name, ways) for ways in parts)


def _variants(way: Paragraph) -> Iterator[str]:
    return (said for sentence in way for said in sentence)
