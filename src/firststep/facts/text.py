"""Comparing what people typed: one folding of text for names, titles, companies and searches."""

import re
import unicodedata
from pathlib import Path

# Letters that carry no accent to take off but are written plainly all the same.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"}
)
_VOICED = "\u3099\u309a"  # Japanese: another letter, not an accent


def fold(text: str) -> str:
    """The text without case, accents and spare spaces: what two spellings share.

    "  José  NÚÑEZ" and "jose nunez" fold alike. Punctuation stays.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join([c for c in apart if not unicodedata.combining(c) or c in _VOICED])
    return " ".join(unicodedata.normalize("NFC", bare).translate(_PLAIN).split())


_GREETS = re.compile(r"(?i)^(?:hi|hello|hey|dear|good \w+|hallo|liebe[rs]?|guten|moin|servus)\b")
_MOST_WORDS = 120  # characters of what is told in one line


def first_words(text: str) -> str:
    """The first line of a text that says something, cut at a word: no greeting alone."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    said = next((line for line in lines if len(line) > 40 or not _GREETS.match(line)), "")
    if len(said) <= _MOST_WORDS:
        return said
    return f"{said[:_MOST_WORDS].rpartition(' ')[0].rstrip(',;:')} …"


def whole_number(text: str, *, digits: int = 9) -> int | None:
    """The number a text from outside is, written in 0 to 9 alone; None for any other text.

    What else counts as a digit (², ٣, 五) is none here: `int` refuses some of them.
    """
    plain = text.isascii() and text.isdecimal() and len(text) <= digits
    return int(text) if plain else None


def table_beside(module: str, name: str) -> list[str]:
    """The lines of a table of words that stands beside a module, without its remarks."""
    lines = Path(module).with_name(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]
