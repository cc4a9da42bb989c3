"""A rule on letters to several people at one company: they are told apart (L3)."""

from collections.abc import Iterator

from firststep.facts.draft import Finding
from firststep.facts.said import say, to_say
from firststep.steps.outreach.review.reading import message_proper, sentences_in, words_in
from firststep.steps.outreach.review.text import Reviewed, finding

SHORTEST = 5  # words of a sentence that counts
SHARE_ALIKE = 1 / 5  # of the sentences of two letters
FAR_TOO_ALIKE = 1 / 2

_ALIKE = (
    to_say("Some of it went to {name} there, and colleagues compare notes. Say it in other words."),
    to_say(
        "Nearly the same went to {name} there, and colleagues compare notes. Say it in other words."
    ),
)


def is_told_apart(read: Reviewed) -> Iterator[Finding]:
    """L3: at most one in five sentences of two letters to one company is the same."""
    mine = _sentences(read.proper)
    if not mine:
        return
    shares = [(_share(mine, _sentences(message_proper(text))), name)
              for name, text in read.facts.told_there]  # fmt: skip
    share, name = max(shares, default=(0.0, ""))
    if share > SHARE_ALIKE:
        far = share > FAR_TOO_ALIKE
        yield finding("L3", "warning" if far else "hint", say(_ALIKE[far], name=name))


def _share(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """How many of the sentences of both are the same, 0 to 1."""
    return 2 * len(mine & theirs) / (len(mine) + len(theirs))


def _sentences(text: str) -> frozenset[str]:
    """The sentences that count, as they sound: without capitals, signs and names of days."""
    said = (tuple(word.casefold() for word in words_in(one)) for one in sentences_in(text))
    return frozenset(" ".join(words) for words in said if len(words) >= SHORTEST)
