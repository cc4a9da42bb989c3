"""Words of the program in the reader's language. Pure.

The English of a text is its key. The door sets a catalogue for as long as it answers; where none is
set, as in the terminal and in `--json`, a text stays as it is written.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All texts of one language, and how it writes days and numbers.

    `texts` are by their English, after its sense where one is named (`text_key`); `plural` picks
    the form for a number, as gettext's `ngettext` does; `day` writes a day by a pattern of
    Unicode's (TR35), `figure` a whole number.
    """

    language: str
    texts: Mapping[str, str]
    plural: Callable[[str, str, int], str]
    day: Callable[[date, str], str]
    figure: Callable[[int], str]


_current: ContextVar[Catalogue | None] = ContextVar("catalogue", default=None)
FULL_DAY = "d MMMM y"
_TWO_STOPS = re.compile(r"(?<=\w)\.\.(?=\s|$)")
_ENGLISH = {"EEEE": "%A", "MMMM": "%B", "MMM": "%b"}


@contextmanager
def in_language(catalogue: Catalogue | None) -> Iterator[None]:
    """Says everything meanwhile by a catalogue; None: in English."""
    before = _current.set(catalogue)
    try:
        yield
    finally:
        _current.reset(before)


def change_language(catalogue: Catalogue | None) -> None:
    """The same from here on, until the `in_language` around it ends."""
    _current.set(catalogue)


def language_now() -> str:
    """The language words are said in, "" for the English they are written in: what remembers
    words keeps it beside them."""
    catalogue = _current.get()
    return catalogue.language if catalogue else ""


def passed_on() -> dict[str, Any] | None:
    """The language words are said in, for another process that is to say some in it (`as_passed`);
    None for English. What counts is not passed on: it has no text for a number of things."""
    catalogue = _current.get()
    if catalogue is None:
        return None
    of_thousands = catalogue.figure(1000)[1:-3]
    texts = dict(catalogue.texts)
    return {"language": catalogue.language, "texts": texts, "of_thousands": of_thousands}


def as_passed(told: Mapping[str, Any] | None) -> Catalogue | None:
    """The language another process passed on: its texts, and how it writes a number; days stay as
    they stand in files."""
    if told is None:
        return None
    mark = told["of_thousands"]
    return Catalogue(
        language=told["language"],
        texts=told["texts"],
        plural=lambda one, many, count: one if count == 1 else many,
        day=lambda day, _pattern: day.isoformat(),
        figure=lambda number: f"{number:,}".replace(",", mark),
    )


def say(words: str, *, sense: str = "", **filled: Any) -> str:
    """A text in the reader's language, its `{fields}` filled; a day there is written as the
    language writes it, in English as 2026-11-25.

    `sense` tells apart what is one word in English and two elsewhere ("Later" on a button).
    """
    catalogue = _current.get()
    if catalogue is not None:
        words = catalogue.texts.get(text_key(words, sense), words)
        filled = {name: _as_written(value, catalogue) for name, value in filled.items()}
    return one_stop(words.format(**filled)) if filled else words


def one_stop(told: str) -> str:
    """A sentence that ends with "Acme Inc." or "Lee Jr." has its stop already."""
    return _TWO_STOPS.sub(".", told) if ".." in told else told


def _as_written(value: Any, catalogue: Catalogue) -> Any:
    is_day = isinstance(value, date) and not isinstance(value, datetime)
    return catalogue.day(value, catalogue.texts.get(FULL_DAY, FULL_DAY)) if is_day else value


def say_of(one: str, many: str, count: int, /, **filled: Any) -> str:
    """The text for a number of things: `say_of("One step", "{n} steps", n)`; `{n}` is the number
    as figures unless it is filled with something else."""
    catalogue = _current.get()
    if catalogue is not None:
        words = catalogue.plural(one, many, count)
    else:
        words = one if count == 1 else many
    return one_stop(words.format(**{"n": say_number(count), **filled}))


def to_say(words: str, *, sense: str = "") -> str:  # noqa: ARG001  # it is said in that sense
    """Marks a text that stands in a table, made before anybody's language is known: it is said
    (`say`, in the same sense) where it is shown."""
    return words


def say_kept(kept: str, made_of: Iterable[str], **parts: Callable[[str], str]) -> str:
    """A sentence that was kept in English, in the reader's language.

    `made_of` are the marked texts it may have been made of: the first that fits is said, with its
    fields as they stand, or as `parts` say them. As it is kept where none fits."""
    if _current.get() is None:
        return kept
    for words in made_of:
        found = _fields_of(words).fullmatch(kept)
        if found is not None:
            said = {name: parts.get(name, str)(value) for name, value in found.groupdict().items()}
            return say(words, **said)
    return kept


@cache
def _fields_of(words: str) -> re.Pattern[str]:
    """A pattern for what a text with fields was filled with."""
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(words)), re.DOTALL)


def say_day(day: date, pattern: str, *, sense: str = "") -> str:
    """A day by a pattern such as `EEEE, d MMMM`, which a language may put in its own order; in a
    sense, such as within a sentence, in another than elsewhere."""
    catalogue = _current.get()
    if catalogue is None:
        return re.sub("E+|M+|d|y", lambda found: _in_english(day, found[0]), pattern)
    return catalogue.day(day, catalogue.texts.get(text_key(pattern, sense), pattern))


def say_number(number: int) -> str:
    """1,204 as a whole number is written: 1.204 in German."""
    catalogue = _current.get()
    return f"{number:,}" if catalogue is None else catalogue.figure(number)


def text_key(words: str, sense: str = "") -> str:
    """Under what a text stands in a catalogue: gettext's own way to keep a sense."""
    return f"{sense}\x04{words}" if sense else words


def _in_english(day: date, part: str) -> str:
    if part in _ENGLISH:
        return day.strftime(_ENGLISH[part])
    return str(day.day if part == "d" else day.year)
