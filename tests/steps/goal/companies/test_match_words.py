"""Why a name is a company: kept in English, shown in the reader's language, both names whole."""

from firststep.facts.said import Catalogue, in_language
from firststep.steps.goal.companies.match_words import MATCH_WORDS, OF_ANOTHER, PLAIN, said_match
from firststep.steps.goal.companies.matching import Match, Target, matched
from tests.steps.goal.companies.hard_companies import PARTS, SAME, pairs

NUMBERED = {words: str(place) for place, words in enumerate(MATCH_WORDS.values())}
FRAMES = Catalogue(
    language="xx",
    texts={
        **{words: f"{place}<{{raw}}|{{other}}>" for words, place in NUMBERED.items()},
        MATCH_WORDS["a bracket"]: "<{raw}|{bracket}|{other}>",
        PLAIN: "({name})",
        OF_ANOTHER: "({name} of {company})",
        "You said so.": "<yours>",
    },
    plural=lambda one, many, n: one if n == 1 else many,
    day=lambda day, pattern: "",
    figure=str,
)


def framed(why: str) -> str:
    with in_language(FRAMES):
        return said_match(why)


def test_every_reason_that_was_kept_is_said_in_the_readers_language() -> None:
    found: list[tuple[Match, str]] = [
        (match, written)
        for one, written in (*pairs(SAME), *pairs(PARTS))
        if (match := matched(written, [Target(1, one, aliases=("Its Other Name",))]))
    ]
    assert len({framed(match.why).partition("<")[0] for match, _ in found}) >= 8
    for match, written in found:
        assert "<" in framed(match.why), match.why
        assert f"<{written}|" in framed(match.why) or match.why.count(written) == 0
        assert said_match(match.why) == match.why


def test_another_name_a_bracket_and_the_seekers_own_word_are_said_too() -> None:
    acme = Target(1, "Acme", aliases=("Initech",))
    via = matched("Initech (via acquisition)", [acme])
    assert via
    assert framed(via.why) == "<Initech (via acquisition)|via acquisition|(Initech of Acme)>"
    assert framed("You said so.") == "<yours>"


def test_what_was_kept_otherwise_stays_as_it_is() -> None:
    assert framed("As the file says.") == "As the file says."
