"""The seeker's own wordings: read as strictly as those that come along, and put among them. Pure.

Whatever is wrong is said with the number of its line, when the text is kept, not when it is used.
"""

import re
from collections.abc import Container, Iterator
from functools import cache, lru_cache

from firststep.errors import CannotDo
from firststep.facts.asks import ASKS
from firststep.facts.channels import CHANNEL_NAMES, CHANNELS
from firststep.facts.line_kinds import HEARD
from firststep.facts.said import say
from firststep.steps.outreach.wordings.languages import Variety, own_text
from firststep.steps.outreach.wordings.wording import (
    CONDITIONS,
    Wording,
    all_wordings,
    shared_phrases,
    wording_from,
)

MOST_CHARACTERS = 8_000
MOST_FIELDS = 150
MOST_IN_A_NAME = 30
MOST_IN_A_TITLE = 100

Own = tuple[tuple[str, str], ...]  # each name with its text

# What would change how a line is read, or break one where nothing is seen of it.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_BRACKETS = re.compile(r"\[[^\[\]]+\]")
_FIELD = re.compile(r"\{[^{}]*\}")


def own_wording(text: str, *, name: str) -> Wording:
    """The wording somebody wrote. Raises CannotDo (`bad_input`, with `line` in its detail) for what
    is too long, holds anything but text, known fields and blanks, or could leave a hole."""
    text = tidy_text(text)
    if len(text) > MOST_CHARACTERS:
        raise CannotDo(
            "That has {text:,} characters; a wording has {most_characters:,} at most.",
            text=len(text),
            most_characters=MOST_CHARACTERS,
            kind="bad_input",
        )
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if words := _odd(line):
            raise wrong_line(number, words)
    if len(_FIELD.findall(text)) > MOST_FIELDS:
        raise CannotDo(
            "That has more than {most_fields} fields. Cut it into two wordings.",
            most_fields=MOST_FIELDS,
            kind="bad_input",
        )
    _check_head(lines)
    wording = wording_from(text, name=name, phrases=shared_phrases())
    _check_whole(wording, lines)
    return wording


def tidy_text(text: str) -> str:
    """The text as it is kept: one kind of line break, no space at its ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def named_well(name: str) -> str:
    """The name as it is kept and typed. Raises CannotDo for one that cannot be typed as a word."""
    name = "-".join(name.lower().split())
    if not re.fullmatch(r"[^\W_]+(?:-[^\W_]+)*", name) or len(name) > MOST_IN_A_NAME:
        raise CannotDo(
            "Call it in letters and digits with hyphens between, {most_in_a_name} at "
            "most, such as my-thanks.",
            most_in_a_name=MOST_IN_A_NAME,
            kind="bad_input",
        )
    return name


def wrong_line(number: int, words: str) -> CannotDo:
    """The refusal of a line: where, and what is wrong with it."""
    return CannotDo(
        "Line {number}: {told}",
        number=number,
        told=words,
        kind="bad_input",
        detail={"line": number},
    )


@lru_cache(maxsize=64)
def wordings_at_hand(own: Own = (), variety: Variety = "british") -> tuple[Wording, ...]:
    """All wordings there are: the seeker's own, each in the place of the one it is named like; one
    that cannot be read any more gives way to what came along."""
    said = ((name, own_text(text, variety)) for name, text in own)
    mine = {name: found for name, text in said if (found := _read(text, name))}
    added = [mine[name] for name in mine if name not in shipped()]
    return (*added, *(mine.get(one.name, one) for one in all_wordings(variety)))


@cache
def shipped() -> dict[str, Wording]:
    """Those that come along, by name."""
    return {one.name: one for one in all_wordings()}


@cache
def conditions() -> dict[str, tuple[str, ...]]:
    """What the head of a wording may say, and what of it."""
    facts: dict[str, set[str]] = {
        "asks": set(ASKS),
        "channels": set(CHANNEL_NAMES),
        "forms": {one.form for one in CHANNELS},
        "answers": set(HEARD),
    }
    known = {key: set(facts.get(key, ())) for key in CONDITIONS}
    for one in all_wordings():
        for key, values in one.fits.items():
            known[key] |= values
    return {key: tuple(sorted(values - {""})) for key, values in known.items()}


def _read(text: str, name: str) -> Wording | None:
    try:
        return own_wording(text, name=name)
    except CannotDo:
        return None


def _odd(line: str) -> str:
    """What no line may hold, in words; "" where it holds none of it."""
    if _UNSEEN.search(line):
        return say("it holds a character that cannot be seen. Type the line anew.")
    if re.search(r"[\[\]]", _BRACKETS.sub("", line)):
        return say("a square bracket stands alone. A blank is [what only you can fill in].")
    return ""


def _check_head(lines: list[str]) -> None:
    """Every condition is one there is, said once, and says something there is."""
    if "---" not in map(str.rstrip, lines):
        words = say("what it is for stands first, then a line ---, then the text.")
        raise wrong_line(1, words)
    said_before: set[str] = set()
    for number, key, said in _head(lines):
        if key in said_before:
            raise wrong_line(number, say("{key} is said twice.", key=key))
        said_before.add(key)
        known = conditions().get(key)
        odd = [word for word in said.split() if word not in known] if known else []
        if odd and known:
            words = say(
                "{word} is none of what {key} may be: {known}.",
                word=odd[0],
                key=key,
                known=", ".join(known),
            )
            raise wrong_line(number, words)


def _check_whole(wording: Wording, lines: list[str]) -> None:
    said = {key: (number, text) for number, key, text in _head(lines)}
    if not wording.fits.get("kinds"):
        kinds = ", ".join(conditions()["kinds"])
        words = say(
            "say for which steps it is, such as kinds: write. There are {kinds}.", kinds=kinds
        )
        raise wrong_line(said.get("kinds", (1, ""))[0], words)
    if not wording.body:
        raise wrong_line(len(lines), say("there is no text below the line ---."))
    if len(wording.title) > MOST_IN_A_TITLE:
        words = say("the title has {most} characters at most.", most=MOST_IN_A_TITLE)
        raise wrong_line(said["title"][0], words)
    _check_subject(*said.get("subject", (1, "")), forms=wording.fits.get("forms", {"letter"}))


def _check_subject(number: int, subject: str, *, forms: Container[str]) -> None:
    """A letter has one, and it stays on one line whatever it is filled with."""
    if "letter" in forms and not subject:
        words = say("a letter has a subject. Add a line subject: …, or say forms: message.")
        raise wrong_line(number, words)
    if "{signature}" in subject:
        words = say("{signature} may be of two lines, and a subject is of one.")
        raise wrong_line(number, words)


def _head(lines: list[str]) -> Iterator[tuple[int, str, str]]:
    """The lines above the text: number, what it says, and of what."""
    for number, line in enumerate(lines, 1):
        if line.rstrip() == "---":
            return
        key, colon, said = line.partition(":")
        if colon:
            yield number, key, said.strip()
