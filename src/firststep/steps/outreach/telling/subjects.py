"""Who goes on doing something where the line does not say it again. Pure.

“Noah wrote back and declined”: Noah declined. “Met Noah and promised him my notes”: I promised.
"""

from firststep.facts.text import table_beside
from firststep.steps.outreach.language.fitting import PRONOUNS
from firststep.steps.outreach.language.spoken import Spoken
from firststep.steps.outreach.telling.line_cues import verbs_of_mine, verbs_of_others
from firststep.steps.outreach.telling.mentions import LineWords

_JOINING = frozenset(["and", "but", "then", "und", "aber", "dann"])
_ADVERBS = frozenset(
    ["then", "also", "just", "finally", "politely", "kindly", "now", "even", "really", "dann",
     "auch", "jetzt", "has", "have", "already", "both"]
)  # fmt: skip
_THIRD = frozenset(["is", "was", "has", "wants", "needs", "says", "does", "asks", "will", "can"])
_VERBS = frozenset(
    word for line in table_beside(__file__, "verbs") for word in line.split()
)  # fmt: skip
_ENDS = frozenset(".!?;:")


def with_subjects(found: LineWords) -> LineWords:
    """The same line with a place for whoever goes on behind an “and” that names nobody."""
    again = LineWords(found.line, [])
    begins = 0  # where the clause begins, in the new line
    for at, word in enumerate(found.words):
        if word.sign and word.sign in _ENDS:
            begins = len(again.words)
        joins = at > 0 and word.kind == "word" and word.word in _JOINING
        if at in found.what:
            again.what[len(again.words)] = found.what[at]
        again.words.append(word)
        if joins:
            subject = _subject(again.words, begins) if _is_verb(found.words, at + 1) else None
            begins = len(again.words)
            if subject is not None:
                _add(again, subject, found.words[at + 1])
    return again


def _is_verb(words: list[Spoken], at: int) -> bool:
    """Whether what somebody does begins at a place, and nobody is named for it."""
    here = (word for word in words[at : at + 3] if word.kind != "when")
    first = next((one for one in here if one.word not in _ADVERBS - _THIRD), None)
    if first is None or first.kind != "word":
        return False
    return is_deed(first.word) and first.word in verbs_of_others() | verbs_of_mine()


def is_deed(word: str) -> bool:
    """Whether a word tells that something was done."""
    return word.endswith("ed") or word in _VERBS


def _subject(words: list[Spoken], begins: int) -> int | None:
    """The place of whoever did what was told before; minus one where it was the seeker."""
    for at in range(begins, len(words)):
        word = words[at]
        if word.kind in ("who", "name", "same") or word.word in PRONOUNS:
            return at
        if word.kind == "mine" or word.word in ("i", "we", "ich", "wir"):
            return -1
        if word.kind == "word" and word.word not in _ADVERBS | _JOINING:
            return -1 if word.word in verbs_of_mine() else None
    return None


def _add(again: LineWords, subject: int, before: Spoken) -> None:
    kind = "mine" if subject < 0 and before.word not in _THIRD else "same"
    if kind == "same" and subject < 0:
        return
    here = Spoken(f"<{kind}>", "", before.start, before.start, kind=kind)
    if kind == "same":
        again.same[len(again.words)] = subject
    again.words.append(here)
