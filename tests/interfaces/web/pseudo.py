"""A language that only frames what is marked: what stands outside the frames was missed."""

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser

from django.apps import apps

from firststep.facts.text import table_beside
from firststep.habits.practice import lines, rehearsal
from firststep.steps.outreach import questions
from firststep.steps.outreach.wordings.wording import all_wordings, shared_phrases

OPENS, CLOSES = "⟦", "⟧"
SPOKEN = ("aria-label", "placeholder", "title", "alt")
# What the seeker or a wording wrote, and what a machine reads.
NOT_OURS = ("script", "style", "textarea", "code", "pre", "kbd", "title", "select")
LETTERS = ("said", "letter", "greets", "subject")
# Whole values are people's data; of these fields every word is.
NAMES = {"name", "given", "family", "title", "written", "place", "role", "department", "aliases"}


class Seen(HTMLParser):
    """The words one reads or hears of a page, in their order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.spoken: list[str] = []
        self._left_out: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        if self._left_out:
            if tag == self._left_out[0]:
                self._left_out.append(tag)
            return
        if tag in NOT_OURS or set(held.get("class", "").split()) & {*LETTERS}:
            self._left_out.append(tag)
        self.spoken += [held[name] for name in SPOKEN if held.get(name)]

    def handle_endtag(self, tag: str) -> None:
        if self._left_out and tag == self._left_out[0]:
            self._left_out.pop()

    def handle_data(self, data: str) -> None:
        if not self._left_out:
            self.words.append(data)


def missed(html: str) -> list[str]:
    """What stands outside every frame and is nobody's data."""
    seen = Seen(html)
    whole, words = peoples_data()
    found = []
    for text in [*_outside("\n".join(seen.words)), *(o for s in seen.spoken for o in _outside(s))]:
        if said_aloud().fullmatch(text.strip()):
            continue
        left = FILES.sub(" ", text)
        for value in whole:
            left = left.replace(value, " ")
        if any(word not in words | BRAND for word in re.findall(r"[A-Za-z]{2,}", left)):
            found.append(text.strip())
    return found


@cache
def said_aloud() -> re.Pattern[str]:
    """What is said to a person is as a letter: in the language of letters, from its own tables; and
    what a page shows of wordings, whose titles are told in every language of letters."""
    shelf = [one.title for one in all_wordings()] + [one.name for one in all_wordings()]
    shelf += [line.removeprefix("or: ") for line in _lines_of_phrases()]
    tables = ((questions, "questions"), (rehearsal, "answers"), (lines, "lines"))
    rows = [row for module, name in tables for row in table_beside(str(module.__file__), name)]
    said = (row.rpartition(" | ")[2].removeprefix("> ") for row in rows)
    filled = (re.sub(r"\\{\w+\\}", ".+", re.escape(row)) for row in (*said, *shelf) if row)
    blanks = (re.escape(one) for row in shelf for one in re.findall(r"\[([^\]]+)\]", row))
    return re.compile("|".join((*filled, *(f"(?i:{one})" for one in blanks))))


def _lines_of_phrases() -> Iterator[str]:
    """Each sentence that several wordings share, alone or with those beside it."""
    for choices in shared_phrases().values():
        for _, ways in choices:
            for way in ways:
                yield " ".join(sentence[0] for sentence in way)
                yield from (line for sentence in way for line in sentence)


BRAND = {"first", "step", "Firststep"}
FILES = re.compile(r"[\w.-]+\.(?:csv|zip|vcf|mbox|ics|eml)\b")  # as they are called on a disk


def _outside(text: str) -> Iterator[str]:
    """The pieces between the frames, line by line."""
    depth, piece = 0, ""
    for sign in text:
        if sign == OPENS:
            depth += 1
            piece += "\n"
        elif sign == CLOSES:
            depth -= 1
        elif depth == 0:
            piece += sign
    yield from filter(str.strip, piece.split("\n"))


def peoples_data() -> tuple[list[str], set[str]]:
    """What is kept of people and companies, the longest first; and each word of their names."""
    whole: set[str] = set()
    words: set[str] = set()
    for model in apps.get_app_config("firststep").get_models():
        fields = ["words"] if model.__name__ == "Entry" else []  # it is kept as it was said
        for row in model._base_manager.values(*fields):
            for field, value in row.items():
                if isinstance(value, str | list) and value:
                    texts = [value] if isinstance(value, str) else list(map(str, value))
                    whole |= {text for text in texts if re.search("[A-Za-z]{2}", text)}
                    if field in NAMES:
                        words |= set(re.findall(r"[A-Za-z]{2,}", " ".join(texts)))
    return sorted(whole, key=len, reverse=True), words
