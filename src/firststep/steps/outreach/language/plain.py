"""A text as its words alone, so that spellings of the same are the same. Pure.

"I'd love to!" is "i would love to", "Grüße" is "gruesse", in tables as in what people write.
"""

import re

from firststep.facts.text import fold

_GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)
_MARKS = str.maketrans({"’": "'", "‘": "'", "´": "'", "`": "'", "‐": "-", "–": " ", "—": " "})
_VERB = "do|does|did|is|are|was|were|have|has|had|would|could|should"
_WRITTEN_OUT = (
    (re.compile(r"\b(?:won't|wont)\b"), "will not"),
    (re.compile(r"\b(?:can't|cant|cannot)\b"), "can not"),
    (re.compile(rf"\b({_VERB})n'?t\b"), r"\1 not"),
    (re.compile(r"\blet's\b|\blets\b"), "let us"),
    (re.compile(r"\bi'm\b|\bim(?= (?:not|no|afraid|sorry|so|happy|glad|free|away)\b)"), "i am"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"\b(i|we|you|they|he|she|it|that)'d\b"), r"\1 would"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"\b(it|that|what|there|here|who|he|she|how|where)'s\b"), r"\1 is"),
    (re.compile(r"(?<=\w)'s?(?=\s|$)"), ""),
)  # fmt: skip
_OTHER = re.compile(r"[^\w@]+")


def plain_words(text: str) -> str:
    """The words in small letters, without signs, written out."""
    plain = fold(text.translate(_MARKS).translate(_GERMAN))
    for short, long in _WRITTEN_OUT:
        plain = short.sub(long, plain)
    return " ".join(_OTHER.sub(" ", plain).split())
