"""A line in its clauses, and the cues that say what each tells. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from firststep.steps.outreach.language.cues import CueHeard, cues_in
from firststep.steps.outreach.language.fitting import PRONOUNS
from firststep.steps.outreach.language.spoken import Spoken
from firststep.steps.outreach.telling.line_cues import DOUBTFUL, line_cues
from firststep.steps.outreach.telling.mentions import LineWords
from firststep.steps.outreach.telling.others import is_of_another

_PARTING = frozenset(".!?;,:(")
_JOINING = frozenset(
    ["and", "but", "so", "then", "because", "und", "aber", "dann", "also", "weil",
     "anschliessend", "danach"]
)  # fmt: skip
_BESIDE = ("aside", "always")  # heard whatever else the same words say
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
    clause = _clauses(words)
    everything = [
        one for one in cues_in(words, line_cues()) if not is_of_another(words, clause, one)
    ]
    for one in sorted(everything, key=lambda one: (-_weight(one), one.end - one.start, one.start)):
        # Beside whatever else its words say.
        is_beside = one.cue.means.startswith("channel") or one.cue.means.endswith(_BESIDE)
        if is_beside or not (one.used & taken or _is_double(one, chosen)):
            chosen.append(one)
            taken |= frozenset() if is_beside else one.used
    return LineTold(found, tuple(sorted(chosen, key=lambda one: one.start)), clause)


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
