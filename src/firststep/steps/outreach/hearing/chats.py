"""A chat that was copied whole: who wrote, and what the other one said last. Pure."""

import re
from typing import NamedTuple

from firststep.facts.text import fold

_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[\s\u202f]?[AaPp]\.?[Mm]\.?)?"
_DAY = r"[\d./\-]{5,10}|[A-Za-zäöü]{2,10}\.?,? ?\d{0,2}\.?|\d{1,2}\.? [A-Za-zäöü]{3,9}"
_NAME = r"(?P<who>[^\W\d_][^\n:\[\]]{0,58}?)"
_LINES = (
    re.compile(rf"\[(?:{_DAY}),?\s+{_CLOCK}\]\s+{_NAME}:\s?(?P<said>.*)"),  # WhatsApp, iPhone
    re.compile(rf"(?:{_DAY}),?\s+{_CLOCK}\s+[-–]\s+{_NAME}:\s?(?P<said>.*)"),  # WhatsApp, Android
    re.compile(rf"{_NAME}(?:\s+\((?:he|she|they)[^)]*\))?\s{{1,4}}(?:[•·]\s*)?{_CLOCK}(?P<said>)"),
    re.compile(rf"{_NAME} sent the following messages? at {_CLOCK}(?P<said>)"),
)
_MOST_HEAD = 6  # lines
_ALONE = re.compile(rf"{_CLOCK}|(?:{_DAY})|today|yesterday|heute|gestern|new", re.IGNORECASE)
_WHOLE_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){1,3}")


class Chat(NamedTuple):
    """What the other one said last, and their name."""

    writer: str
    text: str


def chat_of(text: str, own_name: str) -> Chat | None:
    """The newest words of the other one in a copied chat; None for a text that is none."""
    turns = _turns(text)
    if not turns:
        return None
    theirs = [(who, said) for who, said in turns if not _is(who, own_name)]
    if not theirs:
        return None
    writer = theirs[-1][0]
    newest: list[str] = []
    for who, said in reversed(turns):
        if who != writer:
            break
        newest.insert(0, said)
    newest = newest or [said for who, said in theirs if who == writer][-1:]
    return Chat(writer, "\n\n".join(newest).strip())


def _is(who: str, own_name: str) -> bool:
    mine = fold(own_name).split()
    return bool(mine) and (fold(who).split()[:1] == mine[:1] or fold(who) in ("you", "du", "ich"))


def _turns(text: str) -> list[tuple[str, str]]:
    """Who said what; lines below a turn belong to it."""
    lines = text.strip("\n").split("\n")
    lines = lines[_head_of(lines) :]
    first = _begun(lines[0]) or ((lines[0].strip(), "") if _heads_a_message(lines) else None)
    if first is None:
        return []
    turns = [first]
    for line in lines[1:]:
        if begun := _begun(line):
            turns.append(begun)
        elif turns != [first] or first[1] or not _ALONE.fullmatch(line.strip()):
            who, said = turns[-1]
            turns[-1] = (who, f"{said}\n{line}".strip("\n"))
            first = turns[0]
    return turns


def _head_of(lines: list[str]) -> int:
    """How many lines tell of the other one before somebody speaks, where two do."""
    begun = [at for at, line in enumerate(lines) if _begun(line)]
    return begun[0] if len(begun) > 1 and begun[0] <= _MOST_HEAD else 0


def _begun(line: str) -> tuple[str, str] | None:
    """Who begins to speak in a line, and with what words."""
    hit = next((found for form in _LINES if (found := form.fullmatch(line.strip()))), None)
    return (hit["who"].strip(), hit["said"]) if hit else None


def _heads_a_message(lines: list[str]) -> bool:
    """Whether a name stands alone above the day and the hour, as LinkedIn copies it."""
    below = [line.strip() for line in lines[1:3] if line.strip()]
    named = _WHOLE_NAME.fullmatch(lines[0].strip()) is not None
    return named and bool(below) and _ALONE.fullmatch(below[0]) is not None
