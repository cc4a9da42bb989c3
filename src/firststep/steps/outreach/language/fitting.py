"""How the items of a way of saying fit the words of a text, one behind the other. Pure.

Between them may stand what adds nothing: a day, a post, a filler (fillers.txt).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from firststep.facts.text import table_beside
from firststep.steps.outreach.language.spoken import Spoken

GAPS = {"{..}": (4, frozenset(".!?;")), "{...}": (8, frozenset(".!?;,:("))}  # words, where it ends
_SUBJECTS = ("he", "she", "er")
_WHOEVER = ("who", "name", "same", "mine")
ENDS = frozenset(".!?;:,()")
_STOPS = (".", "!", "?", ";")
_FILLERS = frozenset(word for line in table_beside(__file__, "fillers") for word in line.split())
_MOST_FILLERS = 3  # in a row
PRONOUNS = frozenset(
    ["he", "she", "him", "her", "they", "them", "er", "sie", "ihn", "ihm", "ihr", "ihnen"]
)
_SLOTS_OF = {
    "who": ("{who}", "{to}", "{whose}"), "name": ("{who}", "{name}", "{to}", "{whose}"),
    "company": ("{company}",),
    "when": ("{when}",), "far": ("{when}", "{far}"),
    "email": ("{email}",), "phone": ("{phone}",), "same": ("{who}",), "mine": ("i",),
}  # fmt: skip
_Choice = tuple[str, ...]
_Run = tuple[int, tuple[int, ...], dict[str, int]]


@dataclass(frozen=True, slots=True)
class ItemSaid:
    """One item of a way of saying: what may stand there, and whether it may be left out.
    `beginning` are the places of the choices by what they begin with, `anywhere` of the others."""

    choices: tuple[_Choice, ...]
    may_lack: bool
    beginning: Mapping[str, Sequence[int]] = field(repr=False)
    anywhere: frozenset[int] = field(repr=False)


def item_of(choices: Sequence[_Choice], *, may_lack: bool) -> ItemSaid:
    """The item that may be one of those choices."""
    beginning: dict[str, list[int]] = {}
    anywhere = set()
    for at, choice in enumerate(choices):
        if not choice or choice[0] in GAPS or choice[0] in ("^", "$"):
            anywhere.add(at)
        else:
            beginning.setdefault(choice[0], []).append(at)
    return ItemSaid(tuple(choices), may_lack, beginning, frozenset(anywhere))


class WordsFitted:
    """The words of a text, with what is worked out of them once for all ways of saying."""

    def __init__(self, words: Sequence[Spoken]) -> None:
        self.words = words
        self._reached: dict[int, tuple[int, ...]] = {}
        self._keys_reached: dict[int, frozenset[str]] = {}

    @cached_property
    def keys(self) -> list[tuple[str, ...]]:
        """What of a way of saying each word may be: itself, its stem, a slot it fills."""
        return [tuple(_keys(word)) for word in self.words]

    @cached_property
    def behind(self) -> list[frozenset[str]]:
        """The whole words from each place on, and the slots filled there."""
        found: list[frozenset[str]] = []
        behind: frozenset[str] = frozenset()
        for keys in reversed(self.keys):
            behind = behind.union(key for key in keys if not key.endswith("*"))
            found.append(behind)
        return found[::-1]

    def reached(self, at: int) -> tuple[int, ...]:
        """The places that count as the next word from a place on."""
        if at not in self._reached:
            self._reached[at] = tuple(_reached(self.words, at))
        return self._reached[at]

    def may_begin(self, item: ItemSaid, at: int) -> list[_Choice]:
        """The choices of an item that may begin there, in their order."""
        if at not in self._keys_reached:
            keys = (key for place in self.reached(at) for key in self.keys[place])
            self._keys_reached[at] = frozenset(keys)
        here = item.beginning.keys() & self._keys_reached[at]
        if not here and not item.anywhere:
            return []
        places = item.anywhere.union(*(item.beginning[key] for key in here))
        return [item.choices[place] for place in sorted(places)]


def _keys(word: Spoken) -> Iterator[str]:
    yield word.word
    if word.kind != "word":
        yield from _SLOTS_OF.get(word.kind, ())
        return
    for length in range(2, len(word.word) + 1):
        yield word.word[:length] + "*"
    if word.word in PRONOUNS:
        yield "{who}"


def runs(items: Sequence[ItemSaid], text: WordsFitted, at: int, nth: int = 0) -> Iterator[_Run]:
    """The ways the items from the nth on fit the words from a place on: the end, the words used,
    the slots."""
    if nth == len(items):
        yield at, (), {}
        return
    for choice in text.may_begin(items[nth], at):
        for end, used, slots in _fits(choice, text, at):
            for last, more, others in runs(items, text, end, nth + 1):
                yield last, (*used, *more), {**others, **slots}
    if items[nth].may_lack:
        yield from runs(items, text, at, nth + 1)


def _fits(choice: _Choice, text: WordsFitted, at: int) -> Iterator[_Run]:
    if not choice:
        yield at, (), {}
        return
    if len(choice) == 1:
        yield from _one(choice[0], text, at)
        return
    for end, used, slots in _one(choice[0], text, at):
        for last, more, others in _fits(choice[1:], text, end):
            yield last, (*used, *more), {**others, **slots}


def _one(atom: str, text: WordsFitted, at: int) -> Iterator[_Run]:
    """How one atom fits at a place."""
    words = text.words
    if atom in GAPS:
        yield from ((end, (), {}) for end in _gap_ends(atom, words, at))
    elif atom in ("^", "$"):
        if _is_edge(words, at, atom):
            yield at, (), {}
    else:
        for place in text.reached(at):
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
    most, ends = GAPS[atom]
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
