"""Whether words that sound like something the seeker did tell of somebody else. Pure.

A rule looks at how a way of saying stands among the other words; `others.txt` has the words that
count, by what they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from firststep.facts.text import table_beside
from firststep.steps.outreach.language.cues import CueHeard
from firststep.steps.outreach.language.fitting import PRONOUNS
from firststep.steps.outreach.language.spoken import Spoken
from firststep.steps.outreach.telling.subjects import is_deed

_TABLE = [line.partition("|") for line in table_beside(__file__, "others")]
_WORDS = {what.strip(): frozenset(words.split()) for what, _, words in _TABLE}
_NAMED = ("who", "name")


def is_of_another(words: Sequence[Spoken], clause: Sequence[int], one: CueHeard) -> bool:
    """Whether a way of saying is heard in words that tell of somebody else, or of no answer."""
    said = _Said(words, clause, one)
    return any(rule(said) for rule in _RULES)


def is_kin_of(words: Sequence[Spoken], place: int) -> bool:
    """Whether somebody near to whoever stands at a place is meant: “Noah's boss”, “the boss of
    Noah”, “Lukas sein Kollege”."""
    before = [word.word for word in words[max(0, place - 2) : place]]
    behind = ["" if word.sign else word.word for word in words[place + 1 : place + 3]]
    is_whose = words[place].is_whose and _are(behind[:1], "near")
    return is_whose or _are(before, "near", "of") or _are(behind, "theirs", "near")


def _are(words: Sequence[str], *what: str) -> bool:
    return len(words) == len(what) and all(map(_is, words, what))


def _is(word: str, what: str) -> bool:
    return word in _WORDS[what]


@dataclass(frozen=True, slots=True)
class _Said:
    """A way of saying where it stands: `do` is what it tells, `at` where it begins."""

    words: Sequence[Spoken]
    clause: Sequence[int]
    one: CueHeard

    @property
    def means(self) -> str:
        return self.one.cue.means

    @property
    def do(self) -> str:
        return self.means.split()[0]

    @property
    def at(self) -> int:
        return self.one.start

    @property
    def before(self) -> Spoken | None:
        return self.words[self.at - 1] if self.at else None

    def clause_before(self) -> list[Spoken]:
        """What stands before it in its clause, but days."""
        places = (at for at in range(self.at) if self.clause[at] == self.clause[self.at])
        return [self.words[at] for at in places if self.words[at].kind != "when"]

    def behind(self, place: int) -> Sequence[Spoken]:
        """The word behind a place, if there is one."""
        return self.words[place + 1 : place + 2]

    def names(self, place: int) -> bool:
        return self.words[place].kind in _NAMED


def _by_them(said: _Said) -> bool:
    """“Noah sent it”: what the seeker would have done was done by whoever stands before it."""
    before, first = said.before, said.words[said.at]
    if before is None or said.at in said.one.slots.values() or first.sign or before.is_whose:
        return False
    by_them = before.kind in ("same", *_NAMED) or _is(before.word, "subject")
    is_theirs = _is(said.do, "theirs where they stand before it")
    return is_theirs and by_them and not _is(first.word, "not of theirs")


def _by_them_in_german(said: _Said) -> bool:
    """“Lukas hat … geschrieben”, “hat mir Lukas geschrieben”: he wrote, nobody wrote to him."""
    near = said.words[max(0, said.at - 3) : said.at + 2]
    has = any(word.word == "hat" for word in near)
    return said.do == "sent" and said.names(said.at) and has


def _by_nobody_named(said: _Said) -> bool:
    """“My professor emailed Noah”, “my neighbor's offer from Acme”: somebody without a name did, or
    has, what would be the seeker's."""
    before = _but_i_know(said.clause_before())
    if not (_is(said.do, "mine where nobody is named") and _begins_with_nobody(before)):
        return False
    if said.at in said.one.slots.values() and not any(_is(one.word, "has") for one in before):
        return before[-1].is_whose
    first = said.words[said.at]
    return before[-1].is_whose or any(is_deed(one.word) for one in (*before[1:], first))


def _begins_with_nobody(said: Sequence[Spoken]) -> bool:
    """Whether so many words begin with somebody who has no name, and have nobody else."""
    if not said or any(word.kind != "word" or _is(word.word, "of me") for word in said):
        return False
    return _is(said[0].word, "nameless") or (_is(said[0].word, "article") and len(said) > 1)


def _but_i_know(said: list[Spoken]) -> list[Spoken]:
    """“Two people I know”: of them, not of the seeker."""
    pairs = enumerate(pairwise(word.word for word in said))
    at = next((n for n, pair in pairs if pair == ("i", "know")), None)
    return said if at is None else said[:at] + said[at + 2 :]


def _of_kin(said: _Said) -> bool:
    """“Noah's boss said no”: of somebody near to whoever is named."""
    place = said.one.slots.get("who")
    return place is not None and not _is(said.do, "also of kin") and is_kin_of(said.words, place)


def _of_a_list(said: _Said) -> bool:
    """“Emailed Noah, called Ann”: Noah did not call."""
    last = max(said.one.used, default=said.at)
    is_next = any(word.kind in _NAMED for word in said.behind(last))
    return said.means == "reply heard" and said.words[last].sign == "," and is_next


def _between_them(said: _Said) -> bool:
    """“Noah knows Ann”, “Noah told me Ann got an interview”: nobody is named to the seeker."""
    to = said.one.slots.get("to")
    if said.means != "reply refers" or to is None or said.words[to].kind != "who":
        return False
    if any(is_deed(word.word) and not word.sign for word in said.behind(to)):
        return True
    among = any(_is(said.words[at].word, "among them") for at in said.one.used)
    return among and not any(_is(word.word, "of me") for word in said.words)


def _to_them(said: _Said) -> bool:
    """“The flyer, promised her”: what somebody would have promised was promised to them."""
    promised = [at for at in said.one.used if _is(said.words[at].word, "promised")]
    behind = [word for at in promised for word in said.behind(at)]
    is_to = any(word.kind in _NAMED or word.word in PRONOUNS for word in behind)
    return said.means == "promise theirs" and is_to


def _where_they_work(said: _Said) -> bool:
    """“Noah von Acme hat zugesagt”: the company only says where somebody works."""
    at = said.at
    if said.one.slots.get("company") != at or at == 0 or said.words[at].sign not in ("", "("):
        return False
    of = at > 1 and _is(said.words[at - 1].word, "of a house")
    return said.names(at - 2 if of else at - 1)


_RULES = (
    _by_them, _by_them_in_german, _by_nobody_named, _of_kin, _of_a_list, _between_them, _to_them,
    _where_they_work,
)  # fmt: skip
