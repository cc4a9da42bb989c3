"""The wordings: plain text files, and the small substituter that fills them.

A wording is read once. A line is one sentence; a line `or: …` beneath it is what stands there
instead when a field of the line above is not known, and `or: -` leaves the sentence out. Lines of
a paragraph run on; a line that ends with a comma or a colon keeps its line break (greeting,
sign-off, what can be passed on).
`{field}` is one of a fixed list, with no dots, tags or expressions. A phrase (phrases*.txt) is a
group of sentences that several wordings share, alone on its line and chosen by what the step is.
A line `~` parts several ways to say one paragraph, or one phrase: which is used follows from the
person (`voice`), so that two people at one company get no two letters alike.
`[…]` is a blank that only the seeker can fill.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from itertools import dropwhile, groupby, takewhile
from typing import Any, NamedTuple

from firststep.errors import CannotDo
from firststep.facts.said import say
from firststep.steps.outreach.wordings.languages import Variety, written_in

BLANK_FIELDS = frozenset({
    "name", "first", "title", "company", "elsewhere", "about", "listed", "yours", "there", "matter",
    "seat", "holder", "holder_seat", "new_year", "in_january", "good_break",
    "a_role", "department", "place", "background", "vacancy", "the_opening", "advice_on",
    "how", "back_when", "occasion", "overlap", "overlap_years", "via", "seeker", "me", "signature",
    "own_number", "number_slowly", "spelled", "note_day", "put_through_to",
    "applied_day", "first_day", "message_day", "spoken_day", "meeting_day", "their_day",
    "when_answered", "later_day",
    "again_day", "call_day", "holder_day", "time_one", "time_two",
    "they_said", "stayed", "offer_help", "offer_said", "offer_day", "us", "promise_do",
    "promise_thing", "their_promise", "interview_at", "interview_day", "interviewers",
    "their_time", "their_other",
    "named", "named_first", "named_today", "named_day", "named_note", "named_again", "named_talk",
    "named_talked",
    "landed_at", "their_help", "left_open",
})  # fmt: skip
# Never empty, so a last variant may use them.
ALWAYS = frozenset({
    "name", "first", "seeker", "me", "advice_on", "matter", "signature", "us", "interview_at",
    "interview_day",
})  # fmt: skip
CONDITIONS = ("kinds", "routes", "forms", "channels", "asks", "yields", "answers", "after")
_LEFT_OUT = "-"
_OTHERWISE = "~"

_TOKEN = re.compile(r"\{([^{}]*)\}")


class Line(NamedTuple):
    """A line of a wording and its number there, counted from one as an editor counts."""

    number: int
    text: str


Sentence = tuple[str, ...]  # its variants, the first one preferred
Paragraph = tuple[Sentence, ...]
Ways = tuple[Paragraph, ...]  # several ways to say it
Phrases = Mapping[str, tuple[tuple[frozenset[str], Ways], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One text with what it is for; an absent condition means any."""

    name: str
    title: str
    fits: Mapping[str, frozenset[str]]
    subject: Ways
    body: tuple[Ways, ...]
    voicemail: tuple[Ways, ...] = ()


def wording_from(text: str, *, name: str, phrases: Iterable[str] = ()) -> Wording:
    """The wording written in `text`. Refuses unknown conditions and fields by name and line."""
    lines = [Line(*one) for one in enumerate(text.splitlines(), 1)]
    header = {key: line for key, line in _header(_until(lines, "---"), name=name) if line.text}
    subject, rest = header.pop("subject", Line(1, "")), _below(lines, "---")
    title, known = header.pop("title", Line(1, name)), frozenset(phrases)
    return Wording(
        name=name,
        title=title.text,
        fits={key: frozenset(line.text.split()) for key, line in header.items()},
        subject=_ways(_subject(subject), name=name, phrases=known),
        body=_paragraphs(_until(rest, "--- voicemail"), name=name, phrases=known),
        voicemail=_paragraphs(_below(rest, "--- voicemail"), name=name, phrases=known),
    )


def phrases_from(text: str) -> Phrases:
    """The shared phrases: `[name tag tag]`, then its sentences. The most tags that fit win."""
    found: dict[str, list[tuple[frozenset[str], Ways]]] = {}
    for block in re.split(r"\n(?=<[a-z_ ]+>\s*(?:\n|$))", "\n" + text.strip()):
        heading, _, body = block.strip().partition("\n")
        if not heading.startswith("<"):
            continue
        name, *tags = heading.strip("<> ").split()
        lines = [Line(*one) for one in enumerate(body.splitlines(), 2)]
        ways = _ways(lines, name=f"phrase {name}", phrases=frozenset())
        found.setdefault(name, []).append((frozenset(tags), ways))
    return {name: tuple(choices) for name, choices in found.items()}


def filled_in(paragraph: Paragraph, values: Mapping[str, str], *, most: int | None = None) -> str:
    """The paragraph with every sentence in its first variant whose fields are all known; where
    `most` characters are wanted, the first as short as that, else the shortest."""
    text = ""
    for sentence in paragraph:
        said = _first_of([one for v in sentence if (one := _substituted(v, values))], most)
        if said and said != _LEFT_OUT:
            text += ("" if not text else "\n" if text.endswith((",", ":")) else " ") + said
    return text


def _first_of(variants: Sequence[str], most: int | None) -> str:
    short = (one for one in variants if most is None or len(one) <= most)
    return next(short, min(variants, key=len, default=""))


def chosen(phrases: Phrases, name: str, tags: frozenset[str], *, voice: int = 0) -> Paragraph:
    """The sentences of the phrase that fit most closely, as this person gets them; none when
    nothing fits."""
    fitting = [choice for choice in phrases[name] if choice[0] <= tags]
    ways = max(fitting, key=lambda choice: len(choice[0]))[1] if fitting else ()
    return said_to(ways, voice=voice)


def said_to(ways: Ways, *, voice: int) -> Paragraph:
    """Of several ways to say it the one this person gets."""
    return ways[voice % len(ways)] if ways else ()


@cache
def shared_phrases(variety: Variety = "british") -> Phrases:
    texts = _folder(variety)
    return phrases_from("\n\n".join(texts[name] for name in sorted(texts) if _is_shared(name)))


@cache
def all_wordings(variety: Variety = "british") -> tuple[Wording, ...]:
    """Every wording that comes with the program, in the order of their names."""
    phrases = shared_phrases(variety)
    texts = sorted(_folder(variety).items())
    return tuple(
        wording_from(text, name=name, phrases=phrases)
        for name, text in texts
        if not _is_shared(name)
    )


def shipped_text(name: str, variety: Variety = "british") -> str:
    """The text of a wording as it came along; "" for one that did not."""
    return "" if _is_shared(name) else _folder(variety).get(name, "")


def _is_shared(name: str) -> bool:
    """Whether a file holds phrases, and no wording."""
    return name.startswith("phrases")


@cache
def _folder(variety: Variety) -> Mapping[str, str]:
    language = written_in(variety)
    folder = files("firststep.steps.outreach.wordings") / language.folder
    return {
        entry.name.removesuffix(".txt"): language.spelt(entry.read_text("utf-8"), variety)
        for entry in folder.iterdir()
        if entry.name.endswith(".txt")
    }


def _until(lines: list[Line], mark: str) -> list[Line]:
    return list(takewhile(lambda line: line.text.rstrip() != mark, lines))


def _below(lines: list[Line], mark: str) -> list[Line]:
    return list(dropwhile(lambda line: line.text.rstrip() != mark, lines))[1:]


def _header(lines: Iterable[Line], *, name: str) -> Iterator[tuple[str, Line]]:
    """What each line says it is about, and what of it."""
    for line in (one for one in lines if one.text.strip()):
        key, colon, value = line.text.partition(":")
        if not colon or key not in (*CONDITIONS, "title", "subject"):
            words = say(
                "Line {number} of the wording {name} is “{text}”, which says nothing known.",
                **_where(line, name),
            )
            raise _wrong(line, words)
        yield key, Line(line.number, value.strip())


def _subject(line: Line) -> list[Line]:
    """A subject's sentences, or several ways to say it, which stand on one line."""
    return [Line(line.number, one) for one in re.split(r" (\~) | \| ", line.text) if one]


def _paragraphs(lines: Iterable[Line], *, name: str, phrases: frozenset[str]) -> tuple[Ways, ...]:
    blocks = groupby(lines, key=lambda line: bool(line.text.strip()))
    return tuple(_ways(block, name=name, phrases=phrases) for full, block in blocks if full)


def _ways(lines: Iterable[Line], *, name: str, phrases: frozenset[str]) -> Ways:
    """The paragraphs between the lines `~`."""
    blocks = groupby(lines, key=lambda line: line.text.strip() == _OTHERWISE)
    each = (tuple(_sentences(block, name=name, phrases=phrases)) for apart, block in blocks
            if not apart)  # fmt: skip
    return tuple(filter(None, each))


def _sentences(lines: Iterable[Line], *, name: str, phrases: frozenset[str]) -> Iterator[Sentence]:
    variants: list[Line] = []
    for line in (Line(number, text.strip()) for number, text in lines):
        if line.text.startswith("or:") and variants:
            variants.append(Line(line.number, line.text.removeprefix("or:").strip()))
        elif line.text and not line.text.startswith("#"):
            if variants:
                yield _checked(variants, name=name, phrases=phrases)
            variants = [line]
    if variants:
        yield _checked(variants, name=name, phrases=phrases)


def _checked(variants: list[Line], *, name: str, phrases: frozenset[str]) -> Sentence:
    """The sentence, if its fields exist and it can never leave a hole."""
    for line in variants:
        for field in _TOKEN.findall(line.text):
            alone = line.text == f"{{{field}}}" and field in phrases
            if field not in BLANK_FIELDS and not alone:
                words = say(
                    "Line {number} of the wording {name} uses {field}, which is not a field.",
                    **_where(line, name) | {"field": f"{{{field}}}"},
                )
                raise _wrong(line, words, _near(field, phrases))
        if re.search(r"[{}]", _TOKEN.sub("", line.text)):
            words = say(
                "Line {number} of the wording {name} has a stray brace: {text}.",
                **_where(line, name),
            )
            raise _wrong(line, words)
    last = variants[-1]
    if not set(_TOKEN.findall(last.text)) <= ALWAYS | phrases:
        words = say(
            "Line {number} of the wording {name} could leave a hole; add an “or:” line to: {text}.",
            **_where(last, name),
        )
        raise _wrong(last, words)
    return tuple(line.text for line in variants)


def _near(field: str, phrases: frozenset[str]) -> Iterable[str]:
    """The fields and phrases it may be a slip of; all fields where it is none."""
    return get_close_matches(field, BLANK_FIELDS | phrases) or BLANK_FIELDS


def _where(line: Line, name: str) -> dict[str, Any]:
    return {"number": line.number, "name": name, "text": line.text}


def _wrong(line: Line, words: str, instead: Iterable[str] = ()) -> CannotDo:
    """The refusal of a line: what is wrong with it, and what may stand there instead."""
    where = {"line": line.number}
    return CannotDo(words, kind="bad_input", candidates=sorted(instead), detail=where)


def _substituted(variant: str, values: Mapping[str, str]) -> str:
    """The variant with its fields; empty when one of them is not known."""
    if not all(values.get(field) for field in _TOKEN.findall(variant)):
        return ""
    said = _TOKEN.sub(
        lambda field: _in_its_place(values[field[1]], variant[: field.start()]), variant
    )
    said = said.replace("von am ", "vom ")  # of a German day
    return re.sub(r"(?<!\.)\.\.(?!\.)", ".", said)  # "at 2:00 p.m." ends a sentence by itself


def _in_its_place(value: str, before: str) -> str:
    """A value as it stands there: at the head of a sentence a small word gets a capital, a name
    (iFixit) stays; the "on" of a day is not said twice."""
    if re.search(r"\b[Oo]n $", before):
        value = value.removeprefix("on ")
    heads = not before or re.search(r"[.?!] $", before)
    small = re.match(r"[a-z]+(?![A-Za-z])", value)
    return value[0].upper() + value[1:] if heads and small else value
