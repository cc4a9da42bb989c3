"""All letters of the demonstration, in two countries: one voice, no two alike, nothing left odd."""

import re
from collections import defaultdict
from datetime import date
from itertools import combinations

import pytest

from firststep.facts.channels import channel_named
from firststep.steps.outreach.drafting.names import company_said
from firststep.steps.outreach.review.reading import sentences_in, without_enclosed, words_in
from firststep.steps.outreach.wordings.english import mistakes_in
from tests.journeys.letters import Written, letters_on
from tests.journeys.test_carried_over import a_demonstration

DAYS = (date(2026, 11, 16), date(2026, 11, 23))
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
ENGLISH_OF = {
    "US": (rf"\b\d{{1,2}} (?:{MONTHS})\b|\b\d\d:\d\d\b(?! [ap]\.m\.)", "american"),
    "GB": (rf"\b(?:{MONTHS}) \d{{1,2}}\b|\b[ap]\.m\.", "british"),
}
# “who it is.” cannot be drawn together.
STIFF = r"\b(?:I am|I will|I would|do not|does not|is not|(?:it|It|that|what) is(?= \w))\b"


_FOUND: dict[str, list[Written]] = {}


@pytest.fixture
def letters(transactional_db: None) -> dict[str, list[Written]]:
    """In writing, by country; played once, since they are frozen."""
    if not _FOUND:
        campaign = a_demonstration()
        for country in ENGLISH_OF:
            each = [one for on in DAYS for one in letters_on(campaign, on, country=country)]
            _FOUND[country] = [one for one in each if not channel_named(one.text.channel).is_spoken]
    return _FOUND


def test_there_are_many_letters_of_many_kinds(letters: dict[str, list[Written]]) -> None:
    for each in letters.values():
        assert len(each) >= 60
        assert len({one.text.wording for one in each}) >= 9


@pytest.mark.parametrize("country", ENGLISH_OF)
def test_the_words_and_the_days_are_the_countrys(
    letters: dict[str, list[Written]], country: str
) -> None:
    """L1."""
    days, english = ENGLISH_OF[country]
    words = "|".join(map(re.escape, mistakes_in(english)))
    for _, text in letters[country]:
        said = f"{text.subject}\n{text.body}"
        assert not re.search(days, said), said
        assert not re.search(rf"\b(?:{words})\b", said), said


def test_the_words_are_those_one_says(letters: dict[str, list[Written]]) -> None:
    """L2."""
    for facts, text in letters["US"]:
        typed = [facts.how, facts.vacancy]
        said = re.sub(r"\[[^\]]*\]", "", text.body)  # what is to be filled in is the seeker's
        for one in filter(None, typed):
            said = said.replace(one, "")
        assert not re.search(STIFF, said), said


def test_of_two_letters_to_one_company_at_most_one_sentence_in_five_is_the_same(
    letters: dict[str, list[Written]],
) -> None:
    """L3, for the first four there."""
    pairs = 0
    for one, other in pairs_of(letters["US"]):
        mine, theirs = own_sentences(one), own_sentences(other)
        same = mine & theirs
        assert len(same) * 5 <= min(len(mine), len(theirs)), (same, one.text.body, other.text.body)
        pairs += 1
    assert pairs >= 20


def test_a_letter_leaves_two_blanks_at_most_and_a_message_one(
    letters: dict[str, list[Written]],
) -> None:
    """L4."""
    for facts, text in letters["US"]:
        most = 2 if facts.channel == "email" else 1
        assert len(text.blanks) <= most, text


def test_names_are_as_people_use_them(letters: dict[str, list[Written]]) -> None:
    """L8."""
    for facts, text in letters["US"]:
        body = without_enclosed(text.body)
        company = facts.about_company or facts.company
        assert company == company_said(company) or company in ("Google (via acquisition)",)
        assert not company or body.count(company) <= 2, body
        assert facts.department not in body, body
        assert not re.match(r"(?:Hi|Dear) (?:Dr|Ir|Prof|Mr|Ms|[A-Z]{3,})\b", body), body


def test_letters_are_short_and_never_exclaim(letters: dict[str, list[Written]]) -> None:
    for _, text in letters["US"]:
        assert 15 <= len(words_in(without_enclosed(text.body))) <= 115, text.body
        assert "!" not in text.subject + text.body


def pairs_of(letters: list[Written]) -> list[tuple[Written, Written]]:
    """Letters to two people at one company, of the four there who are written to first."""
    at: dict[str, list[Written]] = defaultdict(list)
    for one in letters:
        if one.facts.company and one.facts.voice < 4:
            at[one.facts.company].append(one)
    return [
        pair
        for each in at.values()
        for pair in combinations(each, 2)
        if pair[0].facts.name != pair[1].facts.name
    ]


def own_sentences(one: Written) -> set[str]:
    """Of five words or more; what is blank is the seeker's."""
    said = re.sub(r"\[[^\]]*\]", "", one.text.body)
    return {each for each in sentences_in(said) if len(words_in(each)) >= 5}
