"""Whom one met, as it was pasted or dropped: address cards, else a list or the text of cards."""

import re

from firststep.bringing.formats import vcards
from firststep.bringing.formats.encodings import encoding_of, lines_of
from firststep.bringing.formats.formats import Source
from firststep.errors import CannotDo
from firststep.facts.file_rows import CannotRead, PersonRow, Reading
from firststep.habits.events.card_reading import NO_NAME, CardRead
from firststep.habits.events.cards import MOST_CARDS, cards_in

_MOST_BYTES = 400_000
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a]")
_CARD = re.compile(rb"BEGIN\s*:\s*VCARD", re.IGNORECASE)


def people_met(data: bytes, *, houses: frozenset[str] = frozenset()) -> tuple[CardRead, ...]:
    """Everybody in it, in its order. `houses` as `cards_in` takes them.

    Raises CannotDo (`bad_input`) for what is too long, is no text, or holds nobody.
    """
    if len(data) > _MOST_BYTES:
        raise CannotDo("That is far more than one brings home. Paste a part.", kind="bad_input")
    begins = _CARD.search(data)
    found = (
        _of_cards(data[begins.start() :]) if begins else cards_in(_plain_text(data), houses=houses)
    )
    if not found:
        raise CannotDo(
            "Nobody stands here yet. Write a line for each: Priya Nair, Head of Ops, Acme.",
            kind="bad_input",
        )
    return found


def _plain_text(data: bytes) -> str:
    """The text of a file. Raises CannotDo (`bad_input`) for what is none, such as a picture."""
    try:
        text = "".join(lines_of(data, encoding_of(data))).lstrip("\ufeff")
    except (CannotRead, UnicodeDecodeError):
        text = "\x00"
    if _NO_TEXT.search(text):
        raise CannotDo(
            "This is neither text nor an address card. Of a photo, mark the text on it, "
            "copy it and paste that.",
            kind="bad_input",
        )
    return text


def _of_cards(data: bytes) -> tuple[CardRead, ...]:
    into = Reading(name="")
    vcards.read(Source("", data), into)
    return tuple(map(_of_row, into.people[:MOST_CARDS]))


def _of_row(row: PersonRow) -> CardRead:
    return CardRead(
        name=row.name,
        title=row.title,
        company=row.company,
        email=next(iter(row.emails), ""),
        phone=next(iter(row.phones), ""),
        linkedin=row.linkedin,
        question="" if row.name else NO_NAME,
    )
