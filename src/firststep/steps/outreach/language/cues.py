"""Finding ways of saying something in the words of a text, by tables. Pure.

A line of a table reads `way of saying | what it means | example`. In the way of saying stand words,
`word*` for any ending, `(one/other)` for alternatives, `[word]` for what may be left out, `{..}`
for up to four words of any kind, `{...}` for up to eight of one clause, and `{who} {to} {company}
{when} {email} {phone}` for what they name, `{whose}` for somebody's; `{far}` is a day that is
none: a week, until, after.
`^` is the beginning of a clause, `$` its end, `~mail` all words of that family (a line of the table
beside it: `mail | mail/letter/note`). Between the words may stand a day, or what adds nothing
(fillers.txt).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from firststep.facts.text import table_beside
from firststep.steps.outreach.language.families import with_families
from firststep.steps.outreach.language.phrases import LANGUAGES, items_of
from firststep.steps.outreach.language.spoken import Spoken, expanded

_GAPS = {"{..}": (4, frozenset(".!?;")), "{...}": (8, frozenset(".!?;,:("))}  # words, where it ends
_SUBJECTS = ("he", "she", "er")
_WHOEVER = ("who", "name", "same", "mine")
ENDS = frozenset(".!?;:,()")
_STOPS = (".", "!", "?", ";")
_FILLERS = frozenset(word for line in table_beside(__file__, "fillers") for word in line.split())
_MOST_FILLERS = 3  # in a row
_Choice = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    choices: tuple[_Choice, ...]
    may_lack: bool = False


@dataclass(frozen=True, slots=True, eq=False)  # each a line of a table; compared by the thousand
class Cue:
    """One way of saying something, what it `means`, and its `example`."""

    said: str
    means: str
    example: str
    items: tuple[_Item, ...] = field(repr=False)
    needs: tuple[frozenset[str], ...] = field(repr=False, default=())  # one of each, or it is not


@dataclass(frozen=True, slots=True)
class CueHeard:
    """A cue found in a text: from which word to which, the words it used, what its slots hold."""

    cue: Cue
    start: int
    end: int
    used: frozenset[int]
    slots: Mapping[str, int]

    @property
    def weight(self) -> int:
        return len(self.used) * 2 + sum(1 for slot in self.slots)


@cache
def cues_of(module: str, table: str, *, families: str = "") -> tuple[Cue, ...]:
    """The cues of a table beside a module, in every language, and of the table of its `families`
    of words."""
    return tuple(
        _cue(said)
        for language in LANGUAGES
        for said in with_families(
            table_beside(module, f"{table}.{language}"),
            table_beside(module, f"{families}.{language}") if families else (),
        )
    )


def _cue(line: str) -> Cue:
    said, means, example = (part.strip() for part in f"{line}||".split("|")[:3])
    items = tuple(map(_item, items_of(said)))
    return Cue(said, means, example, items, tuple(filter(None, map(_needed, items))))


def _needed(item: _Item) -> frozenset[str]:
    """Words of which one must stand in a text; none where the item may go without them."""
    words = [[atom for atom in choice if _is_plain(atom)] for choice in item.choices]
    if item.may_lack or not all(words):
        return frozenset()
    return frozenset(some[-1] for some in words)


def _is_plain(atom: str) -> bool:
    """Whether an atom is a whole word, or what a person, a day or a company stands for."""
    return atom[-1] != "*" and atom not in _GAPS and atom not in ("^", "$")


def _item(text: str) -> _Item:
    inner = text[1:-1] if text[0] in "([" else text
    choices = (choice.split() for choice in inner.split("/"))
    return _Item(
        tuple(tuple(atom for word in choice for atom in _atoms(word)) for choice in choices),
        text[0] == "[",
    )


def _atoms(text: str) -> list[str]:
    return [text] if text[0] in "{^$" else expanded(text)


def cue_words(cues: Iterable[Cue]) -> frozenset[str]:
    """All words that some way of saying is made of."""
    items = (item for cue in cues for item in cue.items)
    return frozenset(word for item in items for choice in item.choices for word in choice)


def cues_in(words: Sequence[Spoken], cues: tuple[Cue, ...]) -> list[CueHeard]:
    """Every cue wherever it stands in the words, each once from where it begins."""
    by_first = _by_first(cues)
    there = _there(words)
    found = []
    for at, word in enumerate(words):
        for cue in _beginning(by_first, word):
            may_be = not any(map(there.isdisjoint, cue.needs))
            if may_be and (heard := _heard(cue, words, at)):
                found.append(heard)
    return found


def _there(words: Sequence[Spoken]) -> set[str]:
    """The words of a text, and what those stand for that name somebody or something."""
    there = {word.word for word in words if word.kind == "word"}
    for word in words:
        there.update(_SLOTS_OF.get(word.kind, ()))
    return there | ({"{who}"} if there & PRONOUNS else set())


@cache
def _by_first(cues: tuple[Cue, ...]) -> dict[str, list[Cue]]:
    """The cues by what they may begin with; those that begin with any ending under their stem."""
    found: dict[str, list[Cue]] = defaultdict(list)
    for cue in cues:
        for first in firsts(cue.items):
            found[first].append(cue)
    return found


def firsts(items: Sequence[_Item]) -> set[str]:
    """The words, or what stands for some, that those items may begin with."""
    found: set[str] = set()
    for at, item in enumerate(items):
        for choice in item.choices:
            rest = [one for one in choice if one != "^"]
            found |= {rest[0]} if rest else firsts(items[at + 1 :])
        if not item.may_lack:
            break
    return found


def _beginning(by_first: Mapping[str, list[Cue]], word: Spoken) -> Iterator[Cue]:
    yield from by_first.get(word.word, ())
    if word.kind != "word":
        for slot in _SLOTS_OF.get(word.kind, ()):
            yield from by_first.get(slot, ())
    else:
        for length in range(2, len(word.word) + 1):
            yield from by_first.get(word.word[:length] + "*", ())
        if word.word in PRONOUNS:
            yield from by_first.get("{who}", ())


PRONOUNS = frozenset(
    ["he", "she", "him", "her", "they", "them", "er", "sie", "ihn", "ihm", "ihr", "ihnen"]
)
_SLOTS_OF = {
    "who": ("{who}", "{to}", "{whose}"), "name": ("{who}", "{name}", "{to}", "{whose}"),
    "company": ("{company}",),
    "when": ("{when}",), "far": ("{when}", "{far}"),
    "email": ("{email}",), "phone": ("{phone}",), "same": ("{who}",), "mine": ("i",),
}  # fmt: skip


def _heard(cue: Cue, words: Sequence[Spoken], at: int) -> CueHeard | None:
    for end, used, slots in _runs(cue.items, words, at):
        if (used or slots) and not _begins_anew(words, at, slots):
            return CueHeard(cue, at, end, frozenset(used), slots)
    return None


def _begins_anew(words: Sequence[Spoken], at: int, slots: Mapping[str, int]) -> bool:
    """Whether a pronoun behind a sign is taken for whom it was done to: “answered, she …”."""
    place = slots.get("who", at)
    return place > at and words[place].kind == "word" and words[place].sign in (",", ";", ".")


_Run = tuple[int, tuple[int, ...], dict[str, int]]


def _runs(items: Sequence[_Item], words: Sequence[Spoken], at: int) -> Iterator[_Run]:
    """The ways the items fit the words from a place on: the end, the words used, the slots."""
    if not items:
        yield at, (), {}
        return
    first, rest = items[0], items[1:]
    for choice in first.choices:
        for end, used, slots in _fits(choice, words, at):
            for last, more, others in _runs(rest, words, end):
                yield last, (*used, *more), {**others, **slots}
    if first.may_lack:
        yield from _runs(rest, words, at)


def _fits(choice: _Choice, words: Sequence[Spoken], at: int) -> Iterator[_Run]:
    if not choice:
        yield at, (), {}
        return
    atom, rest = choice[0], choice[1:]
    for end, used, slots in _one(atom, words, at):
        for last, more, others in _fits(rest, words, end):
            yield last, (*used, *more), {**others, **slots}


def _one(atom: str, words: Sequence[Spoken], at: int) -> Iterator[_Run]:
    """How one atom fits at a place."""
    if atom in _GAPS:
        yield from ((end, (), {}) for end in _gap_ends(atom, words, at))
    elif atom in ("^", "$"):
        if _is_edge(words, at, atom):
            yield at, (), {}
    else:
        for place in _reached(words, at):
            yield from _of_word(atom, words[place], place)


def _reached(words: Sequence[Spoken], at: int) -> Iterator[int]:
    """A place, and those behind what adds nothing: “hat gestern leider angerufen”, a post."""
    fillers = 0
    for place in range(at, len(words)):
        behind_post = place > 0 and words[place - 1].is_post
        if place > at and words[place].sign and not (behind_post or words[place].is_post):
            return
        yield place
        fillers += not words[place].is_post
        if words[place].sign in _STOPS:  # another sentence
            return
        if fillers > _MOST_FILLERS or not _adds_nothing(words[place]):
            return


def _adds_nothing(word: Spoken) -> bool:
    return word.is_post or word.kind == "when" or (word.kind == "word" and word.word in _FILLERS)


def _gap_ends(atom: str, words: Sequence[Spoken], at: int) -> Iterator[int]:
    most, ends = _GAPS[atom]
    for end in range(at, min(at + most, len(words)) + 1):
        yield end
        if end < len(words) and _ends_gap(words[end], ends):
            return


def _ends_gap(word: Spoken, ends: frozenset[str]) -> bool:
    """A sign ends a gap, and so does whoever does something: what is told behind is of them."""
    return (
        word.kind in _WHOEVER or word.word in _SUBJECTS or (word.sign != "" and word.sign in ends)
    )


def _is_edge(words: Sequence[Spoken], at: int, atom: str) -> bool:
    edge = at in (0, len(words)) if atom == "^" else at == len(words)
    return edge or (0 < at < len(words) and words[at].sign in ENDS and words[at].sign != "")


def _of_word(atom: str, word: Spoken, at: int) -> Iterator[_Run]:
    if atom[0] == "{":
        if slots := _slots(atom, word, at):
            yield at + 1, (), slots
    elif word.kind == "mine" and atom == "i":
        yield at + 1, (), {}
    elif word.kind == "word" and _is_said(atom, word.word):
        yield at + 1, (at,), {}


def _is_said(atom: str, word: str) -> bool:
    return word == atom or (atom[-1] == "*" and word.startswith(atom[:-1]))


def _slots(atom: str, word: Spoken, at: int) -> dict[str, int]:
    """What a word fills of a cue; nothing where it is not of that kind."""
    if atom == "{whose}":
        return {"who": at, "whose": at} if word.is_whose and word.kind in ("who", "name") else {}
    is_it = atom in _SLOTS_OF.get(word.kind, ()) or (atom == "{who}" and word.word in PRONOUNS)
    return {atom[1:-1]: at} if is_it else {}
