"""What a title claims: a post held now, once held or wished for; which word is its head. Pure.

English and German. "Einkaufsleiter a.D." was one, "Looking for Head of Procurement role" would like
to be, "Head of Procurement Software Sales" runs sales.
"""

import re

from firststep.facts.text import fold

WORD = re.compile(r"[^\W_]+")
_PIECE = re.compile(r"[^\W_]+|[,/&|+;()\[\]–—-]")
_NOT_NOW = frozenset(
    {
        "assistant", "assistenz", "assistentin", "assistent", "secretary", "sekretarin", "trainee",
        "intern", "praktikant", "praktikantin", "werkstudent", "werkstudentin", "former",
        "formerly", "fmr", "ehem", "ehemals", "ehemalig", "ehemaliger", "ehemalige", "ehemaligen",
        "vormals", "vormaliger", "fruher", "fruherer", "fruhere", "previously", "previous", "ex",
        "retired", "pensioniert", "pensionierter", "pensionierte", "rentner", "rentnerin",
        "ruhestand", "emeritus", "student", "azubi", "apprentice", "pa", "ea", "referent",
        "referentin", "coordinator", "koordinator", "aspiring", "angehender", "angehende",
        "seeking", "wannabe", "future", "kunftiger", "kunftige",
    }
)  # fmt: skip
_NOT_NOW_IN_WORDS = re.compile(
    r" (?:a d|i r|looking for|open to|available (?:as|for)|in search of|on the lookout|"
    r"auf der suche|suche|sucht|offen fur|job search|reporting to|reports to|berichtet an|"
    r"support(?:ing)? the (?:head|director|chief)) "
)
_AND = frozenset({"and", "und", "et"})
_LEADS_A_PROJECT = re.compile(
    r"(?:teil)?(?:projekt|programm|bau|schicht|filial|markt|produkt)leit(?:er|erin|ung)"
)


def title_words(title: str) -> tuple[str, ...]:
    return tuple(WORD.findall(fold(title)))


def is_held_now(words: tuple[str, ...]) -> bool:
    """Whether the title is a post of today: not a former one, a wish, or somebody's assistant."""
    spelled = f" {' '.join(words)} "
    return _NOT_NOW.isdisjoint(words) and not _NOT_NOW_IN_WORDS.search(spelled)


def leads_a_project(word: str) -> bool:
    """A German "-leiter" who leads a project, a site or a shop and no department."""
    return _LEADS_A_PROJECT.fullmatch(word) is not None


def stretches(title: str) -> list[tuple[str, ...]]:
    """The words between commas, strokes and "and": what stands side by side in a title."""
    found: list[list[str]] = [[]]
    for piece in _PIECE.findall(fold(title).replace("r&d", "r d").replace("f&e", "f e")):
        if piece in _AND or not piece[0].isalnum():
            found.append([])
        else:
            found[-1].append(piece)
    return [tuple(words) for words in found if words]
