"""Comparing what people typed: one folding of text for names, titles, companies and searches."""

import unicodedata

# Letters that carry no accent to take off but are written plainly all the same.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"}
)


def fold(text: str) -> str:
    """The text without case, accents and spare spaces: what two spellings share.

    "  José  NÚÑEZ" and "jose nunez" fold alike. Punctuation stays.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join([c for c in apart if not unicodedata.combining(c)])
    return " ".join(bare.translate(_PLAIN).split())
