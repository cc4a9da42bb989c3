"""What a line names and nothing was made of: it makes the line unsure. Pure.

Whoever is named in a line is named for a reason: where no happening has them, the line was not
understood, however sure the rest looks.
"""

import re
from collections.abc import Iterator, Sequence

from firststep.facts.text import table_beside
from firststep.steps.outreach.language.fitting import PRONOUNS
from firststep.steps.outreach.language.spoken import Spoken
from firststep.steps.outreach.telling.clauses import LineTold
from firststep.steps.outreach.telling.drafts import LineDraft
from firststep.steps.outreach.telling.known_names import is_like_a_part
from firststep.steps.outreach.telling.line_cues import verbs_of_others, words_of_ways
from firststep.steps.outreach.telling.posts import house_apart, posted_at
from firststep.steps.outreach.telling.scene import SomebodyKnown
from firststep.steps.outreach.telling.slips import NO_SLIPS

_DAY = re.compile(r"\d+(?:st|nd|rd|th)")  # which was not read, where nothing goes on
_SURNAME = 3  # letters at least
_DOERS = PRONOUNS | {"i", "we"}
_BEFORE_DEEDS = frozenset(
    ["and", "but", "then", "so", "have", "has", "had", "since", "also", "just", "later", "after"]
)
_DEEDS = frozenset(word for line in table_beside(__file__, "deeds") for word in line.split())
_UNITS = frozenset(
    ["min", "mins", "minute", "minutes", "minuten", "std", "stunde", "stunden", "hours", "hour",
     "people", "emails", "mails", "weeks", "days", "tagen", "wochen", "times", "mal", "names",
     "k", "percent", "prozent", "year", "years", "jahre", "jahren"]
)  # fmt: skip

_DONE = frozenset(["habe", "haben", "hat"])
_NEXT = frozenset(["habe", "dann", "danach", "anschliessend", "daraufhin", "hinterher", "nachher"])
_BETWEEN_US = frozenset(["ich", "mir", "mich", "wir", "uns"])


def unused_in(told: LineTold, drafts: Sequence[LineDraft]) -> str:
    """The first person, company, number or deed that no draft and no cue has; "" where there is
    none."""
    return next(_unused(told, drafts), "") or next(_untold(told, drafts), "")


def _untold(told: LineTold, drafts: Sequence[LineDraft]) -> Iterator[str]:
    """Clauses in which somebody did something, and of which nothing was understood: “…, und der hab
    ich dann auch geschrieben”."""
    for clause in sorted(set(told.clause) - _understood(told, drafts)):
        words = [told.found.words[at] for at, of in enumerate(told.clause) if of == clause]
        if _is_deed({word.word for word in words}):
            yield " ".join(word.text for word in words)


def _understood(told: LineTold, drafts: Sequence[LineDraft]) -> set[int]:
    """The clauses of which something was made."""
    tells = (one for one in told.cues if not one.cue.means.startswith("channel"))
    places = [at for one in tells for at in (*one.used, *one.slots.values())]
    places += [one.place for one in drafts if one.place is not None]
    return {told.clause[at] for at in places}


def _is_deed(said: set[str]) -> bool:
    """Whether the words are of something that was done, by the seeker or for them."""
    return bool(said & _NEXT) or bool(said & _DONE and said & _BETWEEN_US)


def untold_in(told: LineTold) -> str:
    """The first deed of somebody in a clause of which no cue says anything; "" for none: “I left a
    message and followed it with a card”."""
    heard = {
        told.clause[at]
        for one in told.cues
        if not one.cue.means.startswith("channel")
        for at in (*one.used, *one.slots.values())
    }
    for number in dict.fromkeys(told.clause):
        words = [word for at, word in enumerate(told.found.words) if told.clause[at] == number]
        if number not in heard and (deed := _deed(words)):
            return deed
    return ""


def _deed(words: Sequence[Spoken]) -> str:
    """What was done, where a clause begins with it, or with who did it."""
    rest = [word for word in words if word.word not in _BEFORE_DEEDS and word.kind != "when"]
    if len(rest) > 1 and (rest[0].kind != "word" or rest[0].word in _DOERS):
        rest = rest[1:]
    is_told = len(rest) > 1 and rest[0].kind == "word" and rest[0].word in _DEEDS
    return rest[0].text if is_told else ""


def _unused(told: LineTold, drafts: Sequence[LineDraft]) -> Iterator[str]:
    used = _places(told, drafts)
    known = {_who(told, at) for at in used if told.is_person(at)}
    houses = _houses(told)
    clauses = {one.clause for one in drafts}
    free = (at for at in range(len(told.found.words)) if at not in used)
    for at in free:
        near = houses if told.clause[at] in clauses else set[str]()
        if _is_named(told, at, known, near) and not _is_refused(told, at):
            yield told.found.words[at].text


def _is_named(told: LineTold, at: int, known: set[object], houses: set[str]) -> bool:
    """Whether a person, a company or a number stands there of whom nothing is known."""
    if told.is_person(at):
        return _who(told, at) not in known
    if told.found.words[at].kind in ("email", "phone"):
        return True
    if _is_another_name(told, at):
        return True
    if told.found.words[at].kind == "company":
        return told.found.what[at].text not in houses and not _is_house_of_new(told, at)
    return _is_loose_number(told, at)


def _is_another_name(told: LineTold, at: int) -> bool:
    """Whether a given name goes on with a word that may be a surname: “noah smith said yes”."""
    words, known = told.found.words, told.found.people_at(at - 1) if at else ()
    if not known or at + 1 >= len(words) or words[at + 1].word not in verbs_of_others():
        return False
    before = words[at - 1]
    is_given = " " not in before.text.strip() and not before.is_whose
    return is_given and _may_be_surname(words[at], known)


def _may_be_surname(word: Spoken, known: Sequence[SomebodyKnown]) -> bool:
    """Whether a word is none of ours, and no part of the names of those who may be meant."""
    if word.kind != "word" or word.sign or not word.word.isalpha() or len(word.word) < _SURNAME:
        return False
    if word.word in words_of_ways() | NO_SLIPS or word.word.endswith("ly"):
        return False
    return not any(is_like_a_part(word, f"{one.name} {one.company}") for one in known)


def _is_house_of_new(told: LineTold, at: int) -> bool:
    """Whether somebody new may work there, of whom nothing else says where."""
    new = (place for place in told.people() if not told.found.people_at(place))
    return house_apart(told.found) == at and any(
        not posted_at(told.found, place).named.company for place in new
    )


def _places(told: LineTold, drafts: Sequence[LineDraft]) -> set[int]:
    """The places that drafts and cues have made something of, posts and all."""
    used = {at for one in told.cues for at in (*one.used, *one.slots.values())}
    for draft in drafts:
        used.update(at for at in (draft.place, draft.company_at) if at is not None)
        used.update(*(to.places for to in draft.to))
    people = [at for at in used if told.is_person(at)]
    return used.union(*(posted_at(told.found, at).places for at in people))


def _who(told: LineTold, at: int) -> object:
    mention = told.found.what[at]
    return tuple(one.id for one in mention.people) or mention.name


def _houses(told: LineTold) -> set[str]:
    """Where the people of the line work."""
    return {one.company for at in told.people() for one in told.found.people_at(at)}


def _is_refused(told: LineTold, at: int) -> bool:
    refused = (one for one in told.cues if one.cue.means.startswith("refuse"))
    return any(
        told.clause[min(one.start, len(told.clause) - 1)] == told.clause[at] for one in refused
    )


def _is_loose_number(told: LineTold, at: int) -> bool:
    words = told.found.words
    if words[at].kind != "word":
        return False
    if _DAY.fullmatch(words[at].word):
        return at + 1 == len(words) or bool(words[at + 1].sign)
    if not words[at].word.isdecimal():
        return False
    return at + 1 == len(words) or words[at + 1].word not in _UNITS
