"""Whether words that sound like something the seeker did tell of somebody else. Pure."""

from collections.abc import Sequence

from firststep.steps.outreach.language.cues import CueHeard
from firststep.steps.outreach.language.fitting import PRONOUNS
from firststep.steps.outreach.language.spoken import Spoken
from firststep.steps.outreach.telling.subjects import is_deed

_MINE = frozenset(["sent", "thank"])
_SUBJECTS = frozenset(["he", "she", "they", "er"])
_HAS = frozenset(["hat", "haben", "hatte", "hatten"])
_PROMISED = frozenset(["promised", "versprochen"])
# What the seeker did, where no person of the line did it.
_OWN = frozenset(["sent", "thank", "talked", "met", "call", "meet", "meeting", "favour", "stage"])
_OF_ME = frozenset(["i", "we", "me", "us", "ich", "wir", "mir", "mich", "uns"])
_ARTICLES = frozenset(
    ["my", "our", "his", "her", "their", "the", "a", "an", "another", "some", "both", "half", "two",
     "three", "mein", "meine", "unser", "unsere", "sein", "seine", "ihr", "ihre", "der", "die",
     "das", "ein", "eine", "zwei"]
)  # fmt: skip
_KIN = frozenset(
    ["mom", "mum", "dad", "mama", "papa", "mami", "papi", "grandma", "grandpa", "oma", "opa",
     "somebody", "someone", "everybody", "everyone", "people", "jemand", "alle"]
)  # fmt: skip
_NEAR = frozenset(
    ["boss", "friend", "assistant", "secretary", "colleague", "coworker", "wife", "husband", "team",
     "brother", "sister", "mother", "mom", "father", "dad", "son", "daughter", "cousin", "manager",
     "partner", "neighbor", "neighbour", "deputy", "successor", "chef", "chefin", "frau",
     "mann", "kollege", "kollegin", "assistentin", "assistent", "sekretaerin", "vorzimmer",
     "tochter", "sohn", "bruder", "schwester", "mutter", "vater", "freund", "freundin"]
)  # fmt: skip
_OF = frozenset(["of", "von"])
_THEIR = frozenset(["sein", "seine", "ihr", "ihre"])
_AMONG_THEM = frozenset(
    ["knows", "knew", "geschickt", "gegeben", "gab", "gibt", "gesagt", "durchgegeben", "kennt",
     "weitergegeben", "verraten"]
)  # fmt: skip


def is_of_another(words: Sequence[Spoken], clause: Sequence[int], one: CueHeard) -> bool:
    """Whether a way of saying is heard in words that tell of somebody else, or of no answer."""
    return (
        _is_anothers(words, one)
        or _is_of_person(words, one)
        or _is_of_mine(words, one)
        or _is_of_nobody_known(words, clause, one)
        or _is_between_them(words, one)
        or _is_of_kin(words, one)
    )


def _is_of_nobody_known(words: Sequence[Spoken], clause: Sequence[int], one: CueHeard) -> bool:
    """Whether somebody without a name did what would be the seeker's: “my professor emailed Noah”,
    “the other candidate got the job at Acme”."""
    if one.cue.means.split()[0] not in _OWN:
        return False
    before = [words[at] for at in range(one.start) if clause[at] == clause[one.start]]
    said = [word for word in _without_i_know(before) if word.kind != "when"]
    if not _names_somebody(said) or not _has_done_it([*said[1:], words[one.start]]):
        return False
    return one.start not in one.slots.values() or not _HAS.isdisjoint(word.word for word in said)


def _without_i_know(said: Sequence[Spoken]) -> Sequence[Spoken]:
    """“Two people I know”: of them, not of the seeker."""
    words = [word.word for word in said]
    at = next((n for n in range(1, len(words)) if words[n - 1 : n + 1] == ["i", "know"]), 0)
    return [*said[: at - 1], *said[at + 1 :]] if at else said


def _has_done_it(words: Sequence[Spoken]) -> bool:
    return any(is_deed(word.word) for word in words)


def _names_somebody(said: Sequence[Spoken]) -> bool:
    """Whether so many words begin with somebody who has no name, and have nobody else."""
    first = said[0].word if said else ""
    if any(word.kind != "word" or word.word in _OF_ME for word in said):
        return False
    return first in _KIN or (first in _ARTICLES and len(said) > 1)


def _is_of_kin(words: Sequence[Spoken], one: CueHeard) -> bool:
    """Whether it is of somebody near to whoever is named: “Noah's boss said no”."""
    place = one.slots.get("who")
    return (
        place is not None
        and one.cue.means.split()[0] not in ("note", "favour")
        and is_kin_of(words, place)
    )


def is_kin_of(words: Sequence[Spoken], place: int) -> bool:
    """Whether somebody near to whoever stands at a place is meant: “Noah's boss”."""
    if words[place - 1].word in _OF and words[place - 2].word in _NEAR and place > 1:
        return True  # “die Tochter von Noah”, “the boss of Noah”
    near = [word.word for word in words[place + 1 : place + 3] if not word.sign]
    if near[:1] and near[0] in _THEIR:  # “Lukas sein Kollege”
        return near[-1] in _NEAR
    return words[place].is_whose and any(word in _NEAR for word in near[:1])


def _is_between_them(words: Sequence[Spoken], one: CueHeard) -> bool:
    """Whether two people known only do with each other: “Noah knows Ann”."""
    if one.cue.means == "reply heard":
        return _is_a_list(words, max(one.used, default=one.start))
    to = one.slots.get("to")
    if one.cue.means != "reply refers" or to is None or words[to].kind != "who":
        return False
    return _is_told_of(words, to) or (
        any(words[at].word in _AMONG_THEM for at in one.used) and not _speaks_of_me(words)
    )


def _is_told_of(words: Sequence[Spoken], place: int) -> bool:
    """“Noah told me Ann got an interview”: what Ann did is told, and nobody is named."""
    return any(is_deed(word.word) and not word.sign for word in words[place + 1 : place + 2])


def _speaks_of_me(words: Sequence[Spoken]) -> bool:
    return any(word.word in _OF_ME for word in words)


def _is_a_list(words: Sequence[Spoken], last: int) -> bool:
    """“Emailed Noah, called Ann”: Noah did not call."""
    behind = words[last + 1 : last + 2]
    return words[last].sign == "," and any(word.kind in ("who", "name") for word in behind)


def _is_anothers(words: Sequence[Spoken], one: CueHeard) -> bool:
    """Whether what the seeker would have done was done by whoever stands before it: she sent it."""
    if one.cue.means.startswith("sent") and _has_done(words, one.start):
        return True
    if (
        one.cue.means.split()[0] not in (*_MINE, "stage")
        or one.start == 0
        or one.start in one.slots.values()
    ):
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
