"""Which departments a title or a goal names, in English and German, and where. Pure."""

from functools import cache, lru_cache

from firststep.facts.text import fold
from firststep.steps.people.titles.departments import CHIEFS, DEPARTMENTS, NO_DEPARTMENT
from firststep.steps.people.titles.title_claims import title_words

_POSTS = ("leiter", "leiterin", "leitung", "chef", "chefin", "manager", "managerin",
          "mitarbeiter", "referent")  # fmt: skip


@cache
def all_spellings() -> dict[str, str]:
    found = dict.fromkeys(NO_DEPARTMENT, "")
    for name, written in DEPARTMENTS.items():
        for spelling in (fold(name), *written):
            found.setdefault(spelling, name)
    return found


@cache
def _longest() -> int:
    return max(len(spelling.split()) for spelling in all_spellings())


def department_in(words: str) -> str:
    """The department a longer wording names, "" unless exactly one does ("Global Procurement")."""
    found = set(_found_in(tuple(words.split())))
    return found.pop() if len(found) == 1 else ""


def _found_in(words: tuple[str, ...]) -> list[str]:
    """Departments named, longest spelling first, each word used once."""
    return [name for name, _, _ in departments_placed(words)]


def departments_placed(words: tuple[str, ...]) -> list[tuple[str, int, int]]:
    """The departments named, each with the place of its first word and how many words it has."""
    found: list[tuple[str, int, int]] = []
    spellings, start = all_spellings(), 0
    while start < len(words):
        for length in range(min(_longest(), len(words) - start), 0, -1):
            spelling = " ".join(words[start : start + length])
            name = spellings.get(spelling)
            if name is None and length == 1:
                name = _compound(spelling) or None
            if name is not None:
                found += [(name, start, length)] if name else []
                start += length - 1
                break
        start += 1
    return found


def _compound(word: str) -> str:
    """German writes the department and the post as one word: Einkaufsleiter, Marketingleitung."""
    for ending in _POSTS:
        if word.endswith(ending) and len(word) > len(ending) + 3:
            stem = word.removesuffix(ending)
            return all_spellings().get(stem) or all_spellings().get(stem.removesuffix("s"), "")
    return ""


@lru_cache(maxsize=8_192)
def departments_of(title: str) -> frozenset[str]:
    words = title_words(title)
    named = {fold(name) for name in _found_in(words)}
    if "chief" in words and "officer" in words and named:
        return frozenset(named)  # the letters only repeat the words
    return frozenset(named | {fold(CHIEFS[word]) for word in words if word in CHIEFS})


def names_department(title: str, key: str) -> bool:
    """Whether a title names the department; one not in our table by its own words."""
    if key in departments_of(title):
        return True
    return key not in _known_keys() and f" {key} " in f" {' '.join(title_words(title))} "


@cache
def _known_keys() -> frozenset[str]:
    return frozenset(fold(name) for name in DEPARTMENTS)
