"""Somebody new in a line: two to four words written like a name. Pure. A name is never made up."""

from collections.abc import Callable, Sequence

from firststep.facts.text import table_beside
from firststep.steps.outreach.language.spoken import Spoken
from firststep.steps.outreach.telling.known_names import behind_titles, is_given_name
from firststep.steps.outreach.telling.line_cues import BEGIN_NO_NAME, words_of_ways

_MOST = 4  # words of a name
_PARTICLES = frozenset(
    ["van", "von", "der", "den", "de", "del", "della", "di", "da", "du", "la", "le", "bin", "al",
     "el", "ter", "ten", "zu", "dos"]
)  # fmt: skip
# Surnames that are everyday words, and begin no name.
_SURNAMES = frozenset(["new", "will", "may", "day", "call", "head", "price", "march", "love"])
_SHORTEST = 3  # letters: Ed and Ned are no verbs
_STOPS = (".", "!", "?", ";", ":")
_TITLES = frozenset(["herr", "herrn", "frau", "mr", "mrs", "ms"])
_OF = frozenset(["von", "zu", "of"])
_LEAST_BEHIND_PLACE = 3  # words: a noun, and a name of two
_ARTICLES = frozenset(["der", "dem", "den", "die", "das", "im", "am", "einem", "einer", "einen"])
# How words end that are nobody's name, Vertriebsleiterin and Erinnerungsmail; those of a few
# letters are whole words.
_NOUNS = tuple(word for line in table_beside(__file__, "nouns") for word in line.split())
_HEADS = tuple(word for word in _NOUNS if len(word) >= 5)


def new_name_at(
    words: Sequence[Spoken], at: int, begins_known: Callable[[int], bool]
) -> tuple[int, int] | None:
    """From which word to which somebody new is named who is mentioned at a place. `begins_known`
    says whether something known begins at a place."""
    start = behind_titles(words, at)
    end = _end_of(words, start, begins_known)
    while end > start and words[end - 1].word in _PARTICLES:
        end -= 1
    start += _is_place_before_name(words, start, end)
    least = 1 if _has_title(words[at:start]) else 2
    is_name = end - start >= least and not _is_noun_of(words, start, end)
    return (start, end) if is_name else None


def _is_place_before_name(words: Sequence[Spoken], start: int, end: int) -> bool:
    """“Auf dem Weihnachtsmarkt Nadja Römer getroffen”: the first is where, and no name."""
    if not start or end - start < _LEAST_BEHIND_PLACE or words[start - 1].word not in _ARTICLES:
        return False
    return not is_given_name(words[start].word) and is_given_name(words[start + 1].word)


def _has_title(words: Sequence[Spoken]) -> bool:
    """Whether Herr or Frau stands among them: then a surname alone is a name."""
    return any(word.word in _TITLES for word in words)


def _end_of(words: Sequence[Spoken], start: int, begins_known: Callable[[int], bool]) -> int:
    last = min(start + _MOST, len(words))
    for at in range(start, last):
        if not _goes_on(words, start, at) or (at > start and begins_known(at)):
            return at
        if words[at].is_whose:
            return at + 1
    return last


def _goes_on(words: Sequence[Spoken], start: int, at: int) -> bool:
    """Whether a word may be one more of a name."""
    word, is_first = words[at], at == start
    if word.kind != "word" or not (is_first or word.sign in ("", ".", "-")):
        return False
    if is_first and _opens(word, is_at_start=at == 0):
        return False
    if _is_particle(word, is_first=is_first):
        return at - start == 1  # Jan van Berg; but Ann Lee von Acme
    return word.text[:1].isupper() and (_is_surname(words, start, at) or not _is_noun(word))


def _is_particle(word: Spoken, *, is_first: bool) -> bool:
    """A word like van; but Al begins a name as a given one."""
    return word.word in _PARTICLES and not (is_first and is_given_name(word.word))


def _is_surname(words: Sequence[Spoken], start: int, at: int) -> bool:
    """An everyday word behind a given name, where the name ends there: Mark Will, Ray New."""
    word = words[at]
    is_second = at - start == 1 and word.word in _SURNAMES and not word.sign
    return is_second and _ends_there(words, at + 1)


def _opens(word: Spoken, *, is_at_start: bool) -> bool:
    """Whether a word begins a sentence and is a capital one for that alone: Emailed."""
    if not (is_at_start or word.sign in _STOPS):
        return False
    is_deed = len(word.word) > _SHORTEST and word.word.endswith(("ed", "ing"))
    is_verb = word.word in words_of_ways() or is_deed
    return is_verb and not is_given_name(word.word)


def _ends_there(words: Sequence[Spoken], at: int) -> bool:
    """Whether a name ends before a place: a sign, a company, "at", or the end of the line."""
    if at >= len(words) or words[at].sign in (",", "(", ")", ":"):
        return True
    return words[at].word in ("at", "from", "of", "bei", "von", "and", "und")


def _is_noun(word: Spoken) -> bool:
    return word.word in BEGIN_NO_NAME or word.word in _NOUNS or word.word.endswith(_HEADS)


def _is_noun_of(words: Sequence[Spoken], start: int, end: int) -> bool:
    """“Visitenkarte von Sam Orr” is no name, as Jan von Berg is."""
    return end - start > 3 and words[start + 1].word in _OF
