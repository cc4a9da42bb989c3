"""Whom, what and when a line mentions: its words, with people, companies, days and addresses in
their place. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from firststep.steps.outreach.language.spoken import Spoken, name_words, spoken_words
from firststep.steps.outreach.language.when import WhenSaid, whens
from firststep.steps.outreach.telling.known_names import (
    ARTICLES,
    NameFound,
    is_given_name,
    is_like_a_part,
    name_at,
)
from firststep.steps.outreach.telling.line_cues import BEGIN_NO_NAME, words_of_ways
from firststep.steps.outreach.telling.new_names import new_name_at
from firststep.steps.outreach.telling.scene import CompanyKnown, Scene, SomebodyKnown, bare_part
from firststep.steps.outreach.telling.slips import mended

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w/.-])\+?\(?\d[\d\s()/.-]{5,}\d(?![\w/])")
_DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
_FAR = 7  # days
_LEAST_DIGITS = 7  # of a number to call
_OF_HOUSE = frozenset(["von", "bei", "aus", "at", "from", "of"])
_HOUSE_ARTICLES = ARTICLES | {"the", "das"}


@dataclass(frozen=True, slots=True)
class Mention:
    """What stands in the place of a word: people who may be meant, a company, a day …"""

    people: tuple[SomebodyKnown, ...] = ()
    name: str = ""
    company: CompanyKnown | None = None
    when: WhenSaid | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class LineWords:
    """A line as words, and what they mention, by place."""

    line: str
    words: list[Spoken]
    what: dict[int, Mention] = field(default_factory=dict)
    same: dict[int, int] = field(default_factory=dict)  # who goes on doing: whose place it means

    def people_at(self, place: int) -> tuple[SomebodyKnown, ...]:
        """Who may be meant at a place."""
        return self.what[place].people if place in self.what else ()


@dataclass(frozen=True, slots=True)
class _Span:
    """So many words from a place on, which mention something."""

    words: int
    kind: str
    mention: Mention


@dataclass(frozen=True, slots=True)
class _Written:
    """Signs of a line that are no words: an address, a number, a day."""

    start: int
    end: int
    kind: str
    mention: Mention


def mentioned_in(line: str, scene: Scene) -> LineWords:
    """The words of a line, with all it mentions in their place."""
    written = list(_written(line, scene))
    words = mended(spoken_words(_blanked(line, written)), scene)
    found = LineWords(line, [])
    at = 0
    while at < len(words):
        span = _written_at(words, at, written) or _named_at(words, at, line, scene)
        if span is None:
            found.words.append(words[at])
            at += 1
            continue
        found.what[len(found.words)] = span.mention
        found.words.append(_in_place(words[at : at + span.words], line, span))
        at += span.words
        if at < len(words) and _is_initial(words[at - 1], words[at]):
            words[at] = replace(words[at], sign="")
    return found


def _is_initial(last: Spoken, behind: Spoken) -> bool:
    """ "Anna B. said yes": the stop belongs to the name, not to a sentence."""
    goes_on = behind.sign == "." and behind.text[:1].islower()
    return goes_on and len(last.text) == 1 and last.text.isupper()


def _in_place(words: Sequence[Spoken], line: str, span: _Span) -> Spoken:
    first, last = words[0], words[-1]
    text = line[first.start : last.end]
    word = f"<{span.kind}>"
    is_whose = last.is_whose or _is_genitive(last.word, span.mention)
    return replace(first, word=word, text=text, end=last.end, kind=span.kind, is_whose=is_whose)


def _is_genitive(typed: str, mention: Mention) -> bool:
    """Whether a name is typed with an s for what is somebody's: elis mower."""
    parts = {bare_part(part) for one in mention.people for part in name_words(one.name)}
    return bool(parts) and typed.endswith("s") and bare_part(typed) not in parts


def _written(line: str, scene: Scene) -> Iterator[_Written]:
    """Addresses, numbers, days and hours."""
    taken: list[_Written] = []
    for match in _EMAIL.finditer(line):
        taken.append(_Written(*match.span(), "email", Mention(text=match[0].rstrip("."))))
    for match in _PHONE.finditer(line):
        if _is_number(match[0]) and not _meets(taken, *match.span()):
            taken.append(_Written(*match.span(), "phone", Mention(text=match[0].strip())))
    yield from taken
    for when in whens(line, today=scene.today, country=scene.country):
        if not _meets(taken, when.start, when.end):
            kind = "far" if _is_far(when, scene.today) else "when"
            yield _Written(when.start, when.end, kind, Mention(when=when, text=when.words))


def _is_far(when: WhenSaid, today: date) -> bool:
    """Whether it is no day for a talk: a week or a month, until or from a day, in three weeks."""
    if when.sense != "on" or when.grain != "day":
        return True
    alone = when.on if when.past is None and when.at is None else None
    return alone is not None and (alone - today).days >= _FAR


def _is_number(text: str) -> bool:
    return len(re.sub(r"\D", "", text)) >= _LEAST_DIGITS and not _DATE.search(text)


def _meets(taken: Sequence[_Written], start: int, end: int) -> bool:
    return any(start < one.end and one.start < end for one in taken)


def _blanked(line: str, written: Sequence[_Written]) -> str:
    """The line with noughts in the place of what is no word, so that it stays one."""
    for one in written:
        line = f"{line[: one.start]}{'0' * (one.end - one.start)}{line[one.end :]}"
    return line


def _written_at(words: Sequence[Spoken], at: int, written: Sequence[_Written]) -> _Span | None:
    for one in written:
        if one.start <= words[at].start < one.end:
            count = sum(1 for word in words[at:] if word.start < one.end)
            return _Span(count, one.kind, one.mention)
    return None


def _named_at(words: Sequence[Spoken], at: int, line: str, scene: Scene) -> _Span | None:
    """A person or a company known, else somebody new, of whom a line in capitals tells nothing."""
    new = _new_at(words, at, line, scene)
    person = name_at(words, at, scene)
    if person and not (new and _is_another(words, at, person)):
        person = _narrowed(words, at + person.words, person, scene)
        name = person.people[0].name if len(person.people) == 1 else words[at].text
        return _Span(person.words, "who", Mention(person.people, name))
    if house := _house_at(words, at, scene):
        return house
    return new


def _narrowed(words: Sequence[Spoken], behind: int, person: NameFound, scene: Scene) -> NameFound:
    """Of several those of the company that stands behind: “Bauer von Acme”, “Bauer (Acme)”."""
    if len(person.people) < 2 or behind >= len(words):
        return person
    at = behind + 1 if words[behind].word in _OF_HOUSE else behind
    house = _house_at(words, at, scene) if at < len(words) else None
    if house is None or house.mention.company is None:
        return person
    name = house.mention.company.name
    there = tuple(one for one in person.people if one.company == name)
    return person._replace(people=there) if there else person


def _new_at(words: Sequence[Spoken], at: int, line: str, scene: Scene) -> _Span | None:
    if line.isupper():
        return None
    new = new_name_at(words, at, lambda place: _begins_known(words, place, scene))
    if new is None:
        return None
    name = line[words[new[0]].start : words[new[1] - 1].end]
    return _Span(new[1] - at, "name", Mention(name=name))


def _is_another(words: Sequence[Spoken], at: int, person: NameFound) -> bool:
    """Whether a first name or surname goes on as with nobody known: Noah Olsen is not Noah Chen,
    but Ann Initech is the Ann who works there."""
    if person.words > 1 or person.is_whole or words[at].is_whose:
        return False
    return not any(
        is_like_a_part(words[at + 1], f"{one.name} {one.company}") for one in person.people
    )


def _begins_known(words: Sequence[Spoken], at: int, scene: Scene) -> bool:
    if at >= len(words):
        return False
    person = name_at(words, at, scene)
    if person is not None and (person.is_whole or _is_called(words, at, person)):
        return True
    return _company_at(words, at, scene) is not None


def _is_called(words: Sequence[Spoken], at: int, person: NameFound) -> bool:
    """Whether a given name stands there behind a word that is none: “Chased Pat”, no surname."""
    before = words[at - 1].word
    is_none = before in words_of_ways() or before.endswith(("ed", "ing"))
    return person.is_given and is_none and not is_given_name(before)


def _house_at(words: Sequence[Spoken], at: int, scene: Scene) -> _Span | None:
    """A company, also behind an article."""
    start = at + 1 if words[at].word in _HOUSE_ARTICLES and at + 1 < len(words) else at
    found = _company_at(words, start, scene)
    return found and replace(found, words=found.words + start - at)


def _company_at(words: Sequence[Spoken], at: int, scene: Scene) -> _Span | None:
    """A company known: by its whole name, or a target by its first word alone."""
    here = [word for word in words[at:] if word.word != "and"]
    first = here[0].word if here else ""
    for parts, one in scene.companies_by_word.get(first, ()):
        if len(parts) <= len(here) and all(map(_is_of_house, here, parts)):
            last = here[len(parts) - 1]
            count = sum(1 for word in words[at:] if word.start <= last.start)
            return _Span(count, "company", Mention(company=one, text=one.name))
    return _target_at(words, at, scene)


def _target_at(words: Sequence[Spoken], at: int, scene: Scene) -> _Span | None:
    if words[at].word in BEGIN_NO_NAME:
        return None
    targets = scene.targets_by_word.get(words[at].word, ())
    found = {one.id: (one, part) for part, one in targets if _stand(words, at, part)}
    if len(found) != 1:
        return None
    ((one, part),) = found.values()
    rest = name_words(one.name)[len(part) :]
    more = next((n for n in range(len(rest), 0, -1) if _stand(words, at + len(part), rest[:n])), 0)
    return _Span(len(part) + more, "company", Mention(company=one, text=one.name))


def _stand(words: Sequence[Spoken], at: int, parts: Sequence[str]) -> bool:
    here = words[at : at + len(parts)]
    return len(here) == len(parts) and all(map(_is_of_house, here, parts))


def _is_of_house(word: Spoken, part: str) -> bool:
    return word.kind == "word" and word.word in (part, f"{part}s")


def with_new_names(found: LineWords, places: dict[int, int]) -> LineWords:
    """The same line with names in small letters, each at its place for so many words."""
    again = LineWords(found.line, [])
    at = 0
    while at < len(found.words):
        count = places.get(at, 1)
        words = found.words[at : at + count]
        if at in places:
            name = " ".join(one.text.capitalize() for one in words)
            span = _Span(count, "name", Mention(name=name))
            again.what[len(again.words)] = span.mention
            words = [_in_place(words, found.line, span)]
        elif at in found.what:
            again.what[len(again.words)] = found.what[at]
        again.words.extend(words)
        at += count
    return again
