"""A text as words to be matched: small letters, written out, with the names and days in it. Pure.

"Didn't" and "didnt" are both `did not`, "w/" is `with`; ä is `ae`. Signs are no words, but a word
knows which sign stands before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from firststep.facts.text import fold

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_SPOKEN = re.compile(r"\bu\.(?=\s+[A-ZÄÖÜ])|[^\W_]+(?:['’`´][^\W_]+)*|w/|[^\w\s]")
_SHORT = {
    "won't": "will not", "wont": "will not", "can't": "can not", "cant": "can not",
    "cannot": "can not", "w/": "with", "w": "with", "i'm": "i am", "im": "i am", "i'll": "i will",
    "i've": "i have", "ive": "i have", "i'd": "i would", "id": "i would",
    "gonna": "going to", "wanna": "want to",
    "gotta": "got to", "she's": "she is", "shes": "she is", "he's": "he is", "hes": "he is",
    "they're": "they are", "theyre": "they are", "she'll": "she will", "he'll": "he will",
    "they'll": "they will", "it's": "it is", "that's": "that is", "thats": "that is",
    "what's": "what is", "whats": "what is", "who's": "who is", "whos": "who is",
    "she'd": "she would", "he'd": "he would", "they'd": "they would",
    "hed": "he would", "shed": "she would",
    "we're": "we are",
    "we'll": "we will", "we'd": "we would", "you're": "you are", "there's": "there is",
    "how'd": "how did", "let's": "let us", "pls": "please", "plz": "please", "ty": "thank you",
    "thx": "thanks", "tks": "thanks", "vm": "voicemail", "msg": "message", "msgs": "messages",
    "mtg": "meeting", "appt": "appointment", "convo": "conversation", "ooo": "out of office",
    "oof": "out of office", "intro'd": "introduced", "dm'd": "messaged", "dmed": "messaged",
    "cc'd": "copied", "cced": "copied", "ok'd": "okayed", "n": "and", "y'day": "yesterday",
    "re": "about", "e": "e", "&": "and", "+": "and", "#": "number", "li": "linkedin",
    "bc": "because", "cuz": "because", "tho": "though", "msg'd": "messaged", "msgd": "messaged",
    "thx'd": "thanked", "thxd": "thanked", "cxl'd": "cancelled", "cxld": "cancelled",
    "cxl": "cancel", "lvm": "left voicemail", "ppl": "people", "req": "request",
    "em'd": "emailed", "intvw": "interview", "resched": "rescheduled",
    "undelivrd": "undelivered", "rejctd": "rejected",
    "uh": "", "uhm": "", "erm": "", "hmm": "", "rn": "right now", "asap": "soon",
    "äh": "", "ähm": "", "öh": "", "öhm": "", "nochma": "noch mal", "glei": "gleich",
    "nr": "nummer", "grade": "gerade", "nachher": "danach",
    "u": "you", "r": "are",
    "ur": "your", "hab": "habe", "hab's": "habe es", "geht's": "geht es", "gibt's": "gibt es",
    "gibts": "gibt es", "ne": "eine", "nen": "einen", "nem": "einem", "fürn": "für ein",
    "ner": "einer", "angrufen": "angerufen", "gschrieben": "geschrieben",
    "hät": "hat", "het": "hat", "ziit": "zeit", "isch": "ist", "uf": "auf", "nöd": "nicht",
    "aufm": "auf dem", "beim": "bei dem", "vom": "von dem", "zum": "zu dem", "zur": "zu der",
    "ans": "an das", "ins": "in das", "nich": "nicht", "net": "nicht", "ned": "nicht",
    "nix": "nichts", "nochmal": "noch mal", "nochmals": "noch mal", "u.": "und",
    "tel": "telefon", "tel.": "telefon", "hr": "herr", "fr": "frau", "ab": "ab",
    "emailed": "emailed", "e-mailed": "emailed", "texted": "texted",
}  # fmt: skip
_NAMES = ("Ty", "Li")  # and no thanks, no LinkedIn
_PARTS = ".!?;:,(—–-)\"'"  # what parts the most first
_SAID = ("w/", "&", "+", "#")  # signs that are words
_NEGATED = re.compile(
    r"(do|does|did|is|are|was|were|have|has|had|would|could|should|must|need)n['’`´]?t"
)
_APOSTROPHES = str.maketrans({"’": "'", "`": "'", "´": "'", "‘": "'"})


@dataclass(frozen=True, slots=True)
class Spoken:
    """One word of a text: as it is matched, as it was typed, and where. `kind` is `word`, or what a
    name, a day or an address in its place is; `sign` is what stands before it."""

    word: str
    text: str
    start: int
    end: int
    sign: str = ""
    kind: str = "word"
    is_whose: bool = False  # Ann's
    is_post: bool = False  # it says where somebody works, or as what


def plain_word(text: str) -> str:
    """A word as it is matched: small, without accents, ä as ae."""
    return fold(text.lower().translate(_GERMAN).translate(_APOSTROPHES))


def name_words(name: str) -> list[str]:
    """The words of a name as they are matched; O'Donnell is one, Delgado-Finch is two."""
    return [
        plain_word(word)
        for word in re.findall(r"[^\W_]+", name.translate(_APOSTROPHES).replace("'", ""))
    ]


def spoken_words(text: str) -> list[Spoken]:
    """The words of a text in order, each written out."""
    found: list[Spoken] = []
    sign = ""
    for match in _SPOKEN.finditer(text):
        typed = match[0]
        if not (typed[0].isalnum() or typed in _SAID):
            sign = _stronger(sign, typed)
            continue
        found += _spoken(typed, match.start(), sign)
        sign = ""
    return found


def _spoken(typed: str, at: int, sign: str) -> Iterator[Spoken]:
    """A word as typed, written out; the sign stands before the first of what it is."""
    words = expanded(typed)
    is_whose = typed.lower().translate(_APOSTROPHES).endswith("'s") and words == [plain_word(typed)]
    if is_whose:
        typed = typed[:-2]
        words = expanded(typed)
    for number, word in enumerate(words):
        yield Spoken(word, typed, at, at + len(typed), "" if number else sign, is_whose=is_whose)


def _stronger(sign: str, other: str) -> str:
    """Of two signs in a row the one that parts more: a full stop before a comma."""
    return min(
        filter(None, (sign, other)), key=lambda one: (_PARTS.find(one) < 0, _PARTS.find(one))
    )


def expanded(typed: str) -> list[str]:
    """The words that a typed word stands for: didn't is did, not."""
    small = typed.lower().translate(_APOSTROPHES)
    if small in _SHORT and typed not in _NAMES:
        return [plain_word(word) for word in _SHORT[small].split()]
    if match := _NEGATED.fullmatch(small):
        return [match[1], "not"]
    if small.endswith("'ll"):
        return [plain_word(small[:-3]), "will"]
    if small.startswith("o'"):  # O'Donnell
        return [plain_word(small.replace("'", ""))]
    return [plain_word(small)]
