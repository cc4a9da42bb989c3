"""All letters of the demonstration, and of the written seasons, in German: throughout, with nothing
odd and nothing their own review warns of."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from firststep.errors import CannotDo
from firststep.facts.channels import channel_named
from firststep.facts.plan import Card
from firststep.facts.step_kinds import STEP_KIND
from firststep.plan.shown import forget_plans, plan_on
from firststep.snapshot.draft_facts import draft_facts
from firststep.steps.outreach.drafting.draft import draft
from firststep.steps.outreach.drafting.german.address import address_of
from tests.journeys.diaries import DIARIES
from tests.journeys.letters import Written, letters_on
from tests.journeys.test_carried_over import a_demonstration
from tests.journeys.test_letters import DAYS, own_sentences, pairs_of

COUNTRIES = ("DE", "AT", "CH")
# English words no German letter has; "of" stands in names of posts.
ENGLISH = (
    r"(?i)\b(?:the|you|your|would|could|call|meet|with|from|and|have|my|we|our|thank|thanks|hello"
    r"|dear|wishes|regards|for|this|that|about|at|on|is|are|she|he|they|none)\b"
)
ODD = (
    r"  | [,.?:;]|[<>{}|]|\b(?!(?:Sie|die)\b)(\w+) \1\b|\.\.|!|\bvon am\b|\bam (?:heute|gestern)\b"
    r"|\b(?:bei|von|als|im Bereich|in)[.,?]|„“"
)
SWITCHBOARD = r"(?:Würden|Könnten) Sie mich bitte"  # who answers there is called Sie
SAYS_DU = r"\b(?:du|dir|dich|deine?[mnrs]?|euch|euer|eure[mnrs]?)\b"
SAYS_SIE = r"\b(?:Ihnen|Ihre?[mnrs]?)\b"
TO_FILL_IN = "W4"  # a draft has blanks, which are the seeker's

_FOUND: list[tuple[str, Written]] = []


@pytest.fixture
def letters(transactional_db: None) -> list[tuple[str, Written]]:
    """With their country; played once, since they are frozen."""
    if not _FOUND:
        campaign = a_demonstration()
        for country in COUNTRIES:
            for on in DAYS:
                found = letters_on(campaign, on, country=country, language="de")
                _FOUND.extend((country, one) for one in found)
    return _FOUND


def test_there_are_many_of_many_kinds(letters: list[tuple[str, Written]]) -> None:
    assert len(letters) >= 180
    assert len({one.text.wording for _, one in letters}) >= 9
    assert {address_of(one.facts) for _, one in letters} == {"du", "sie"}


def test_no_letter_has_an_english_word(letters: list[tuple[str, Written]]) -> None:
    for _, one in letters:
        assert not english_in(one), one.text


def test_no_letter_has_anything_odd(letters: list[tuple[str, Written]]) -> None:
    for country, one in letters:
        assert not oddities(country, one), (oddities(country, one), one.text)


def test_no_letter_gets_a_warning(letters: list[tuple[str, Written]]) -> None:
    assert [(one.text.body, weak) for _, one in letters if (weak := _weak(one))] == []


def test_a_letter_leaves_two_blanks_at_most_and_a_message_one(
    letters: list[tuple[str, Written]],
) -> None:
    """L4."""
    for _, one in letters:
        most = 2 if channel_named(one.facts.channel).form == "letter" else 1
        assert channel_named(one.facts.channel).is_spoken or len(one.text.blanks) <= most, one.text


def test_of_two_letters_to_one_company_at_most_one_sentence_in_five_is_the_same(
    letters: list[tuple[str, Written]],
) -> None:
    """L3, for the first four there."""
    pairs = pairs_of([one for country, one in letters if country == "DE"])
    for one, other in pairs:
        mine, theirs = own_sentences(one), own_sentences(other)
        same = mine & theirs
        assert len(same) * 5 <= min(len(mine), len(theirs)), (same, one.text.body, other.text.body)
    assert len(pairs) >= 20


@pytest.mark.slow
@pytest.mark.parametrize("page", DIARIES)
def test_every_step_of_the_written_seasons_has_its_german_letter(
    page: str, transactional_db: None
) -> None:
    forget_plans()
    season = _drafting(page)

    season.play()

    assert len(season.drafted) > 80
    for country, one in season.drafted:
        assert not english_in(one), one.text
        assert not oddities(country, one), (oddities(country, one), one.text)
        assert not _weak(one), (_weak(one), one.text.body)


def english_in(one: Written) -> list[str]:
    """English words in what is ours; names, posts and companies are not."""
    facts, text = one.facts, f"{one.text.subject}\n{one.text.body}\n{one.text.voicemail}"
    for name in (facts.name, facts.title, facts.company, facts.about_company, facts.seat,
                 facts.role, facts.vacancy, facts.between.event, *facts.places):  # fmt: skip
        text = re.sub(re.escape(name), "", text, flags=re.IGNORECASE) if name else text
    return re.findall(ENGLISH, text)


def oddities(country: str, one: Written) -> list[str]:
    """What no letter may hold: a hole, a sign of a template, du beside Sie, ß in Switzerland."""
    text = f"{one.text.subject}\n{one.text.body}\n{one.text.voicemail}"
    du = address_of(one.facts) == "du"
    own = re.sub(SWITCHBOARD, "Bitte", text)
    found = [ODD, SAYS_SIE if du else SAYS_DU, "ß" if country == "CH" else r"\0"]
    return [hit[0] for pattern in found for hit in re.finditer(pattern, own)]


def _weak(one: Written) -> list[str]:
    return [f"{each.rule} {each.words}" for each in one.text.findings
            if each.level != "hint" and each.rule != TO_FILL_IN]  # fmt: skip


class _Drafting:
    drafted: list[tuple[str, Written]]

    def play(self) -> str:
        raise NotImplementedError


def _drafting(page: str) -> _Drafting:
    """The season, drafting each step in German before it is done."""

    class Drafting(DIARIES[page]):  # type: ignore[misc]  # one of several seasons
        drafted: list[tuple[str, Written]] = []

        def _carry_out(self, card: Card, day: date) -> None:
            self.drafted.extend(self._german(card, day))
            super()._carry_out(card, day)

        def _german(self, card: Card, day: date) -> Iterator[tuple[str, Written]]:
            if card.person_id is None or card.finds_way or not STEP_KIND[card.kind].is_worded:
                return
            picture = replace(plan_on(self.campaign, day).snapshot, language="de")
            for country in ("DE", "CH"):
                days = replace(picture.calendar, country=country, _years={}, _after={})
                facts = draft_facts(replace(picture, calendar=days), card, on=day)
                try:
                    yield country, Written(facts, draft(facts))
                except CannotDo:
                    return  # nothing is written for that step

    return Drafting()
