"""A draft as a page shows it: cut into paragraphs, its blanks marked."""

import re
from dataclasses import dataclass

from firststep.facts.draft import Draft

BLANK = re.compile(r"\[[^\[\]\n]{1,200}\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    text: str
    is_blank: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A draft, cut into paragraphs of pieces."""

    subject: str
    body: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    blanks: tuple[str, ...]
    voicemail: tuple[tuple[Piece, ...], ...] = ()
    findings: tuple[tuple[str, str], ...] = ()


def letter(text: Draft) -> Letter:
    """A draft ready to be shown; the remarks of the review as (level, words)."""
    return Letter(
        subject=text.subject,
        body=text.body,
        paragraphs=paragraphs(text.body),
        blanks=tuple(BLANK.findall(text.body)),
        voicemail=paragraphs(text.voicemail),
        # The blanks stand above the message as questions: W4 would only say them again.
        findings=tuple((one.level, one.words) for one in text.findings if one.rule != "W4"),
    )


def paragraphs(text: str) -> tuple[tuple[Piece, ...], ...]:
    """The text's paragraphs, each cut at its blanks; a blank loses its brackets."""
    return tuple(_pieces(part) for part in re.split(r"\n\s*\n", text.strip()) if part.strip())


def _pieces(text: str) -> tuple[Piece, ...]:
    pieces, at = [], 0
    for found in BLANK.finditer(text):
        if found.start() > at:
            pieces.append(Piece(text=text[at : found.start()]))
        pieces.append(Piece(text=found.group()[1:-1], is_blank=True))
        at = found.end()
    if at < len(text):
        pieces.append(Piece(text=text[at:]))
    return tuple(pieces)
