"""Whose name stands in the words of a line: people who are known. Pure.

Somebody with an open thread is meant first; a first name or a surname alone counts, and means
everybody who has it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from firststep.facts.text import table_beside
from firststep.steps.outreach.language.spoken import Spoken, plain_word
from firststep.steps.outreach.telling.near_names import is_short_for, is_slip_of, may_be_slip
from firststep.steps.outreach.telling.scene import Scene, SomebodyKnown, bare_part

_TITLES = frozenset(
    ["mr", "mrs", "ms", "miss", "prof", "professor", "dr", "frau", "herr", "herrn", "sir",
     "schwester", "pastor", "mag", "ing", "principal", "coach", "captain", "officer",
     "sergeant", "reverend", "rev"]
)  # fmt: skip
_OF_WOMEN = frozenset(["mrs", "ms", "miss", "frau", "schwester"])
_OF_MEN = frozenset(["mr", "herr", "herrn", "sir"])
ARTICLES = frozenset(["der", "die", "dem", "den"])
_EVERYDAY = frozenset(
    word for line in table_beside(__file__, "everyday_names") for word in line.split()
)
# German posts say it: Leiterin, Leiter.
_MENS_POSTS = ("leiter", "chef", "meister", "einkaeufer", "verkaeufer", "inhaber")
_WOMENS_POSTS = ("leiterin", "chefin", "meisterin", "einkaeuferin", "verkaeuferin", "inhaberin",
                 "fuehrerin", "managerin", "direktorin")  # fmt: skip
_GENDERS = {
    plain_word(name): kind.strip()
    for kind, _, names in (line.partition("|") for line in table_beside(__file__, "given_names"))
    for name in names.split()
}
_NUMBER = re.compile(r"p(\d{1,18})")
WHOLE, INITIAL, PART = 3, 2, 1  # how much of a name is said


class NameFound(NamedTuple):
    """Who may be meant by how many words; whether the whole name is said."""

    words: int
    people: tuple[SomebodyKnown, ...]
    is_whole: bool
    is_given: bool = False  # a given name alone


class _Match(NamedTuple):
    words: int
    rank: int
    is_surname: bool = False  # alone: it may be anybody's of that family


def name_at(words: Sequence[Spoken], at: int, scene: Scene) -> NameFound | None:
    """Whose name begins at a place, also behind Mr, Frau or an article."""
    if number := _NUMBER.fullmatch(words[at].word):
        one = scene.by_id.get(int(number[1]))
        return NameFound(1, (one,), True) if one else None
    start = behind_titles(words, at)
    found = _found(words, at, start, scene)
    if not found and not _others(word.word for word in words[at:start]):
        found = list(_nearly(words, start, scene))
    return _best(found, start - at) if found else None


def _found(
    words: Sequence[Spoken], at: int, start: int, scene: Scene
) -> list[tuple[_Match, SomebodyKnown]]:
    """Who has that name, and of whom the titles before it may be said."""
    has_title = any(word.word in _TITLES for word in words[at:start])
    another = _others(word.word for word in words[at:start])
    matches = (
        (_matched(words, start, scene.name_parts[one.id], has_title), one)
        for one in _may_be(words[start], scene)
        if not another or gender_of(one) != another
    )
    return [(match, one) for match, one in matches if match]


def _nearly(
    words: Sequence[Spoken], at: int, scene: Scene
) -> Iterator[tuple[_Match, SomebodyKnown]]:
    """Those with an open thread whose given name is typed as its short form, or with a slip."""
    typed = words[at].word
    if not may_be_slip(words[at]):
        return
    for one, given, rest in scene.given_names:
        is_near = is_short_for(typed, given) or is_slip_of(typed, given)
        match = _matched(words, at, (typed, *rest), has_title=False) if is_near else None
        if match:
            yield match, one


def _may_be(word: Spoken, scene: Scene) -> list[SomebodyKnown]:
    """Whoever has that word for a part of their name, or a name that begins with it alone."""
    if word.kind != "word":
        return []
    if len(word.word) == 1:
        return [one for one in scene.people if scene.name_parts[one.id][:1] and
                scene.name_parts[one.id][0][0] == word.word]  # fmt: skip
    forms = {bare_part(form) for form in _forms(word)}
    return list(dict.fromkeys(one for form in forms for one in scene.by_part.get(form, ())))


def _best(found: list[tuple[_Match, SomebodyKnown]], skipped: int) -> NameFound:
    """The longest and surest; of a surname alone all who have it, else who has an open thread."""
    best = max(match for match, _one in found)
    people = tuple(one for match, one in found if match == best)
    meant = people if best.is_surname else _meant(people)
    is_given = best.rank == PART and not best.is_surname
    return NameFound(best.words + skipped, meant, best.rank == WHOLE, is_given)


def behind_titles(words: Sequence[Spoken], at: int) -> int:
    """The place behind Mr, Frau Dr. or an article."""
    end = at
    while end < len(words) - 1 and end - at < 3 and words[end].word in _TITLES | ARTICLES:
        end += 1
    return end


def may_be_called(title: str, one: SomebodyKnown) -> bool:
    """Whether somebody may be meant by "Mrs" and their surname: no man is."""
    return gender_of(one) != (_others([plain_word(title)]) or "nobody")


def _others(titles: Iterable[str]) -> str:
    """Who cannot be meant behind these titles: no man is Frau Lee."""
    said = {*titles}
    if said & _OF_WOMEN:
        return "man"
    return "woman" if said & _OF_MEN else ""


def gender_of(one: SomebodyKnown) -> str:
    """`woman` or `man` where the post or the given name tells it; "" where neither does."""
    post = plain_word(one.title.split()[0]) if one.title.split() else ""
    if post.endswith(_WOMENS_POSTS):
        return "woman"
    if post.endswith(_MENS_POSTS):
        return "man"
    return _GENDERS.get(plain_word(one.name.split()[0]) if one.name.split() else "", "")


def is_given_name(word: str) -> bool:
    """Whether a word is a given name."""
    return word in _GENDERS


def _meant(people: tuple[SomebodyKnown, ...]) -> tuple[SomebodyKnown, ...]:
    """Those with an open thread where there are any."""
    return tuple(one for one in people if one.is_live) or people


def _matched(
    words: Sequence[Spoken], at: int, parts: tuple[str, ...], has_title: bool
) -> _Match | None:
    """How many words from here are that name, and how much of it."""
    if not parts or at >= len(words) or words[at].kind != "word":
        return None
    if whole := _whole(words, at, parts):
        return whole
    if len(parts) > 1 and is_part(words[at], parts[0]):
        return _by_first_name(words, at, parts, has_title)
    return _by_surname(words, at, parts[1:], has_title)


def _whole(words: Sequence[Spoken], at: int, parts: tuple[str, ...]) -> _Match | None:
    """Given name and surname, in either order; an initial may stand for the first."""
    if _equal(words, at, parts) or _equal(words, at, (*parts[1:], parts[0])):  # Bauer Lukas
        return _Match(len(parts), WHOLE)
    if len(parts) > 1 and words[at].word == parts[0][0] and _equal(words, at + 1, parts[1:]):
        return _Match(len(parts), INITIAL)
    return None


def _by_first_name(
    words: Sequence[Spoken], at: int, parts: tuple[str, ...], has_title: bool
) -> _Match | None:
    if count := _initials(words, at + 1, parts[1:]):
        return _Match(1 + count, INITIAL)
    if at + 1 < len(words) and _has_a_slip(words[at + 1], parts[-1]):
        return _Match(2, INITIAL)
    return None if has_title or _is_everyday(words[at]) else _Match(1, PART)


def _by_surname(
    words: Sequence[Spoken], at: int, surname: tuple[str, ...], has_title: bool
) -> _Match | None:
    if _is_everyday(words[at]) and not has_title:
        return None
    for some in (surname, surname[-1:], surname[:1]):
        if some and _equal(words, at, some):
            return _Match(len(some), PART, is_surname=True)
    return None


def _equal(words: Sequence[Spoken], at: int, parts: tuple[str, ...]) -> bool:
    here = words[at : at + len(parts)]
    if len(here) < len(parts) or any(word.sign in (*",;:(.!?",) for word in here[1:]):
        return False
    return all(map(is_part, here, parts))


def is_part(word: Spoken, part: str) -> bool:
    """Whether a word is that part of a name; köhler, koehler, kohler and Köhlers are the same."""
    return any(bare_part(one) == bare_part(part) for one in _forms(word))


def _forms(word: Spoken) -> tuple[str, ...]:
    typed = word.word
    return (typed, typed[:-1]) if typed.endswith("s") and len(typed) > 3 else (typed,)


def _initials(words: Sequence[Spoken], at: int, parts: tuple[str, ...]) -> int:
    """How many initials follow: kenji w., rosa d f."""
    count = 0
    for word, part in zip(words[at:], parts, strict=False):
        if len(word.word) != 1 or word.word != part[0]:
            break
        count += 1
    return count


def _has_a_slip(word: Spoken, part: str) -> bool:
    """Whether a surname behind a given name is typed with one slip."""
    if len(part) < 5 or word.kind != "word" or word.sign:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(word.word, part, score_cutoff=1) <= 1


def is_like_a_part(word: Spoken, name: str) -> bool:
    """Whether a word is some part of a name, typed with one slip at most."""
    from rapidfuzz.distance import OSA

    parts = re.split(r"[\s-]+", name.lower())
    return any(is_part(word, part) or OSA.distance(word.word, part) <= 1 for part in parts)


def _is_everyday(word: Spoken) -> bool:
    return word.word in _EVERYDAY and not word.text[:1].isupper()
