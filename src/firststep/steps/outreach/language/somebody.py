"""Somebody named in running text: their name, title, company, address and number. Pure.

A name is never made up: words with a capital letter are a name where something says so, such as
an address like it, "Frau" before it, "talk to", or "runs purchasing" behind it (names.en.txt,
names.de.txt). What points to a name is added up; enough of it makes one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

from firststep.facts.text import fold
from firststep.steps.outreach.language.posts import (
    company_behind,
    department_behind,
    is_of_a_post,
    post_before,
    post_behind,
    words_of,
)
from firststep.steps.outreach.language.ways import EMAIL, is_like, name_in_address, number_in
from firststep.steps.people.naming import Named

_MOST, _MOST_RUNS = 40, 300  # people of one text, and words that may be names
_LONGEST = 20_000  # letters looked at
_ENOUGH, _EXPECTED = 3.0, 2.0
_WORD = re.compile(r"\S+")
_EDGES = "\"'“”„‚‘’()[]{}<>,;:.!?…*_|/–—-"
_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞŁŚŠŽÇĞİ][^\W\d_]*(?:['’-][^\W\d_]+)*")
_INITIAL = re.compile(r"[A-Z]\.?")
_PARTICLES = frozenset(
    {"van", "von", "der", "den", "de", "la", "le", "di", "da", "del", "dos", "zu", "ter", "ten",
     "el", "al", "bin", "y"}
)  # fmt: skip
_GREETINGS = frozenset(
    {"hi", "hey", "hello", "dear", "hallo", "liebe", "lieber", "moin", "servus", "grüezi", "sali",
     "geehrte", "geehrter", "morning", "afternoon", "evening", "guten", "tag", "hoi", "salü",
     "ciao", "tschau", "hej", "howdy", "hiya", "grüessech", "grüß", "grüss", "griaß"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SomebodySaid(Named):
    """Somebody a text names, with the place of the name."""

    start: int
    end: int


class _Word(NamedTuple):
    """A word as it stands (`start` to `end` with its signs), and bare."""

    start: int
    end: int
    bare: str
    key: str
    closes: bool  # a sign or a line's end behind it
    opens: bool  # a sign before it, or a line's beginning


class _Run(NamedTuple):
    """Words that may be a name: the first and the last, and how many like "Frau" stand before."""

    first: int
    last: int
    honoured: int


class _Scene(NamedTuple):
    """A text with its words and its addresses."""

    text: str
    words: list[_Word]
    emails: list[re.Match[str]]


def somebodies(text: str, *, expected: bool = False) -> tuple[SomebodySaid, ...]:
    """Everybody a text names, in its order. Nobody is whoever it only greets. `expected` says that
    a name was asked for: then less must speak for one."""
    text = text[:_LONGEST]
    words = list(_words(text))
    runs = list(islice(_runs(words), _MOST_RUNS))
    # Without the sign, a long row of letters would be tried from each of them.
    emails = [*EMAIL.finditer(text)] if "@" in text else []
    scene = _Scene(text, words, emails)
    found: list[SomebodySaid] = []
    for at, run in enumerate(runs):
        end = words[runs[at + 1].first].start if at + 1 < len(runs) else len(text)
        one = _somebody(scene, run, end)
        if one is not None and one[1] >= (_EXPECTED if expected else _ENOUGH):
            found.append(one[0])
    named = _joined(found)
    return tuple([*named, *_by_address(scene, named)][:_MOST])


def _words(text: str) -> Iterator[_Word]:
    for hit in _WORD.finditer(text):
        said = hit[0]
        bare = said.strip(_EDGES)
        if not bare:
            continue
        behind = said[said.rindex(bare) + len(bare) :]
        newline = text[hit.end() : hit.end() + 1] == "\n"
        abbreviated = behind == "." and (len(bare) == 1 or fold(said) in words_of("honorific"))
        closes = (bool(behind.strip("'’\"”“")) and not abbreviated) or newline
        before = said[: said.index(bare)]
        opens = bool(before.strip("'‘\"“„")) or text[max(0, hit.start() - 1) : hit.start()] in (
            "\n",
            "",
        )
        yield _Word(hit.start(), hit.end(), bare, _key(bare), closes, opens)


def _key(bare: str) -> str:
    """A word as the tables have it, without the 's of whose something is."""
    whole = fold(bare.replace("’", "'"))
    return whole if whole in words_of("no_name") else whole.removesuffix("'s")


def _runs(words: list[_Word]) -> Iterator[_Run]:
    at = 0
    while at < len(words):
        first, honoured = _past_honorifics(words, at)
        last = _end_of_name(words, first)
        if last is not None and (at == first or honoured):
            yield _Run(first, last, honoured)
            at = last + 1
        else:
            at += 1


def _past_honorifics(words: list[_Word], at: int) -> tuple[int, int]:
    first = at
    while first < len(words) and fold(words[first].bare) in words_of("honorific"):
        first += 1
    return first, first - at


def _end_of_name(words: list[_Word], first: int) -> int | None:
    """The last word of the name that begins there; None where none does."""
    if first >= len(words) or not _is_name_word(words[first]):
        return None
    last = at = first
    while at - first < 4 and (at := _goes_on(words, at)):
        last = at if words[at].bare not in _PARTICLES else last
    alone = last == first and words[first].key in words_of("doubtful")
    return None if alone else last


def _goes_on(words: list[_Word], at: int) -> int:
    """The next word, if a name may go on with it; else 0."""
    if words[at].closes or at + 1 >= len(words) or words[at + 1].opens:
        return 0
    word = words[at + 1]
    may = _is_name_word(word) or _INITIAL.fullmatch(word.bare) or word.bare in _PARTICLES
    return at + 1 if may or (word.key in words_of("surname") and word.bare.istitle()) else 0


def _is_name_word(word: _Word) -> bool:
    bare = word.bare.removesuffix("'s").removesuffix("’s")
    plain = _NAME.fullmatch(bare) is not None and len(bare) > 1
    is_word = word.key in words_of("no_name") or is_of_a_post(bare)
    return plain and not bare.isupper() and not is_word


def _somebody(scene: _Scene, run: _Run, end: int) -> tuple[SomebodySaid, float] | None:
    """Who the words may be, and how much says so; `end` is where the next name may begin."""
    text, words = scene.text, scene.words
    first, last = words[run.first], words[run.last]
    if _is_greeted(words, run) or last.bare.endswith(("'s", "’s")):
        return None
    name = " ".join(word.bare for word in words[run.first : run.last + 1])
    begins = words[run.first - run.honoured].start
    behind = EMAIL.sub("\n", text[last.start + len(last.bare) : last.end + 160])
    phone = number_in(text[last.end : min(end, last.end + 240)])
    email, near = _address(scene, name, last.end, end)
    title = post_behind(behind) or post_before(text[max(0, begins - 120) : begins])
    weight = sum((2.0 * bool(run.honoured), 1.0 * (run.last > run.first), near, 2.0 * bool(title),
                  1.0 * bool(phone), _pointed_at(words, run), _told_of(words, run)))  # fmt: skip
    said = SomebodySaid(
        name=name,
        title=title or department_behind("" if last.closes else behind),
        company=company_behind(behind),
        email=email,
        phone=phone,
        start=first.start,
        end=last.end,
    )
    return said, weight


def _is_greeted(words: list[_Word], run: _Run) -> bool:
    """Whether they are only spoken to: "Hi Jordan", "Maria, meet Dario"."""
    before = [word.key for word in words[max(0, run.first - 3) : run.first]]
    return bool(_GREETINGS & set(before[-2:]))


def _pointed_at(words: list[_Word], run: _Run) -> float:
    """What the words before a name say for it."""
    at = _before(words, run)
    if at < 0:
        return 0
    key = words[at].key
    if words[at].closes and key not in words_of("points"):
        return 0
    if key in words_of("now"):
        return 3.0 - 1.0 * (run.last > run.first)
    near = {word.key for word in words[max(0, at - 6) : at + 1]}
    points = bool(near & words_of("points"))
    if key in words_of("before"):
        return 2.0 if points else 0.5 + 0.5 * bool(run.honoured)
    return 1.0 * (points and at == run.first - 1 - run.honoured)


def _before(words: list[_Word], run: _Run) -> int:
    """The word before a name, without "the" and "please" in between, nor the "to" of “you should
    talk to Gwen”; -1 for none."""
    at = least = run.first - 1 - run.honoured
    while at >= 0 and least - at < 4 and _is_between(words[at]):
        at -= 1
    if at < 1 or words[at].key not in ("to", "with") or words[at - 1].key not in words_of("now"):
        return at
    told = at == 1 or words[at - 2].closes or words[at - 2].key in words_of("told")
    return at - 1 if told else at


def _is_between(word: _Word) -> bool:
    return word.key in words_of("skip") and not word.closes


def _told_of(words: list[_Word], run: _Run) -> float:
    """What the word behind a name says for it."""
    at = run.last + 1
    if at >= len(words) or (words[run.last].closes and words[at].opens):
        return 0
    if words[at].key in words_of("runs"):
        return 2.0
    if words[at].key not in words_of("after"):
        return 0
    behind = {word.key for word in words[at + 1 : at + 5]}  # "is the man to ask"
    return 2.0 if behind & words_of("whom") else 1.5


def _address(scene: _Scene, name: str, start: int, end: int) -> tuple[str, float]:
    """The address of somebody, and how much it says for the name: one like the name anywhere, one
    right behind it."""
    for hit in scene.emails:
        if is_like(name, hit[0].split("@")[0]):
            return hit[0].strip(".'").lower(), 3.0
    close = min(end, start + 60)
    behind = next((hit for hit in scene.emails if start <= hit.start() < close), None)
    return (behind[0].strip(".'").lower(), 2.0) if behind else ("", 0)


def _joined(found: list[SomebodySaid]) -> list[SomebodySaid]:
    """Each person once: what is said of them later is theirs, too ("Dana … Dana Lee")."""
    kept: list[SomebodySaid] = []
    for one in found:
        same = next((n for n, other in enumerate(kept) if _is_same(other, one)), None)
        if same is None:
            kept.append(one)
        else:
            kept[same] = _together(kept[same], one)
    return kept


def _is_same(one: SomebodySaid, other: SomebodySaid) -> bool:
    if one.email and one.email == other.email:
        return True
    first, second = fold(one.name).split(), fold(other.name).split()
    return first == second or (min(len(first), len(second)) == 1 and bool({*first} & {*second}))


def _together(one: SomebodySaid, other: SomebodySaid) -> SomebodySaid:
    longer = max(one, other, key=lambda each: len(each.name.split()))
    return replace(
        one,
        name=longer.name,
        title=one.title or other.title,
        company=one.company or other.company,
        email=one.email or other.email,
        phone=one.phone or other.phone,
    )


def _by_address(scene: _Scene, named: list[SomebodySaid]) -> Iterator[SomebodySaid]:
    """Those of whom only an address is told that holds a name: sam.lee@acme.example."""
    taken = {one.email for one in named}
    for hit in scene.emails:
        email = hit[0].strip(".'").lower()
        name = name_in_address(email)
        if name and email not in taken:
            taken.add(email)
            yield SomebodySaid(name=name, email=email, start=hit.start(), end=hit.end())
