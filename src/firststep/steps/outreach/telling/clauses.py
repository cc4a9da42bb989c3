"""A line in its clauses, and the cues that say what each tells. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from firststep.steps.outreach.language.cues import CueHeard, cues_in
from firststep.steps.outreach.language.fitting import PRONOUNS
from firststep.steps.outreach.language.spoken import Spoken
from firststep.steps.outreach.telling.line_cues import DOUBTFUL, line_cues
from firststep.steps.outreach.telling.mentions import LineWords

_PARTING = frozenset(".!?;,:(")
_JOINING = frozenset(
    ["and", "but", "so", "then", "because", "und", "aber", "dann", "also", "weil",
     "anschliessend", "danach"]
)  # fmt: skip
_MINE = frozenset(["sent", "thank"])
_SUBJECTS = frozenset(["he", "she", "they", "er"])
_BESIDE = ("aside", "always")  # heard whatever else the same words say
_PROMISED = frozenset(["promised", "versprochen"])
_OF_THE_LINE = 3  # more weight for what says of a whole line that it did not happen


@dataclass(frozen=True, slots=True)
class LineTold:
    """The cues a line was read by, and what of it is told apart."""

    found: LineWords
    cues: tuple[CueHeard, ...]
    clause: tuple[int, ...]  # of each word

    def person_before(self, place: int) -> int | None:
        """The place of the person named last before a place."""
        return next((at for at in range(place - 1, -1, -1) if self.is_person(at)), None)

    def people(self) -> list[int]:
        """The places at which somebody stands by name."""
        return [at for at in range(len(self.found.words)) if self.is_person(at)]

    def is_person(self, place: int) -> bool:
        """Whether somebody stands at a place by name."""
        return self.found.words[place].kind in ("who", "name")

    def means(self, place: int) -> int | None:
        """The place of whoever is meant at a place: a pronoun means the one named last."""
        if self.is_person(place):
            return place
        if place in self.found.same:
            return self.means(self.found.same[place])
        return self.person_before(place) if self.found.words[place].word in PRONOUNS else None

    def doubts(self, places: Sequence[int]) -> list[str]:
        """The words among these that could change the meaning, and that no cue explains."""
        used = {at for one in self.cues for at in one.used}
        words = self.found.words
        return [words[at].text for at in places if at not in used and self._is_doubtful(at)]

    def _is_doubtful(self, at: int) -> bool:
        """A word that may turn the meaning, or a bare number behind a day: Tuesday 10."""
        words = self.found.words
        after_day = at > 0 and words[at - 1].kind in ("when", "far") and not words[at].sign
        return words[at].word in DOUBTFUL or (after_day and words[at].word.isdecimal())


def told_in(found: LineWords) -> LineTold:
    """The best cues of a line: those that use most of its words, none of them twice."""
    words = found.words
    chosen: list[CueHeard] = []
    taken: set[int] = set()
    everything = [one for one in cues_in(words, line_cues()) if not _is_of_another(words, one)]
    for one in sorted(everything, key=lambda one: (-_weight(one), one.end - one.start, one.start)):
        # Beside whatever else its words say.
        is_beside = one.cue.means.startswith("channel") or one.cue.means.endswith(_BESIDE)
        if is_beside or not (one.used & taken or _is_double(one, chosen)):
            chosen.append(one)
            taken |= frozenset() if is_beside else one.used
    return LineTold(found, tuple(sorted(chosen, key=lambda one: one.start)), _clauses(words))


def _is_of_another(words: Sequence[Spoken], one: CueHeard) -> bool:
    return _is_anothers(words, one) or _is_of_person(words, one) or _is_of_mine(words, one)


def _is_anothers(words: Sequence[Spoken], one: CueHeard) -> bool:
    """Whether what the seeker would have done was done by whoever stands before it: she sent it."""
    if one.cue.means.startswith("sent") and _has_done(words, one.start):
        return True
    if one.cue.means.split()[0] not in _MINE or one.start == 0 or one.start in one.slots.values():
        return False
    before, first = words[one.start - 1], words[one.start]
    by_them = before.kind in ("same", "who", "name") or before.word in _SUBJECTS
    return by_them and not first.sign and not before.is_whose and first.word not in ("i", "to")


def _is_of_mine(words: Sequence[Spoken], one: CueHeard) -> bool:
    """Whether what somebody would have promised was promised to them: “the flyer, promised her”."""
    if one.cue.means != "promise theirs":
        return False
    promised = [at for at in one.used if words[at].word in _PROMISED]
    behind = [word for at in promised for word in words[at + 1 : at + 2]]
    return any(word.kind in ("who", "name") or word.word in PRONOUNS for word in behind)


def _has_done(words: Sequence[Spoken], at: int) -> bool:
    """“Lukas hat … geschrieben”, “hat mir Lukas geschrieben”: he wrote, nobody wrote to him."""
    near = words[max(0, at - 3) : at + 2]
    return words[at].kind in ("who", "name") and any(word.word == "hat" for word in near)


def _is_of_person(words: Sequence[Spoken], one: CueHeard) -> bool:
    """Whether the company a cue begins with only says where somebody works: “Noah von Acme hat
    zugesagt” tells nothing of Acme."""
    at = one.start
    if one.slots.get("company") != at or at == 0 or words[at].sign not in ("", "("):
        return False
    before = words[at - 1]
    of = before.kind == "word" and before.word in ("von", "bei", "from", "at", "of") and at > 1
    return (words[at - 2] if of else before).kind in ("who", "name")


def _weight(one: CueHeard) -> int:
    """Of two that say as much, what did not happen comes first."""
    is_of_line = one.cue.means.startswith("refuse") and one.cue.means.endswith("line")
    return one.weight + (_OF_THE_LINE if is_of_line else 0)


def _is_double(one: CueHeard, chosen: list[CueHeard]) -> bool:
    """Whether it says what a weightier one says with words of its own."""
    return not one.used and any(one.start < two.end and two.start < one.end for two in chosen)


def _clauses(words: Sequence[Spoken]) -> tuple[int, ...]:
    number, found = 0, []
    for at, word in enumerate(words):
        joins = word.word in _JOINING and word.kind == "word"
        if at and ((word.sign and word.sign in _PARTING) or joins):
            number += 1
        found.append(number)
    return tuple(found)
