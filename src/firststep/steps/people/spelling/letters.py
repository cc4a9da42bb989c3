"""Letters as they are meant: styled ones plain, invisible ones gone, shouted names not. Pure."""

import re
import unicodedata

# Letters drawn in a style of their own: mathematical, full width, encircled, raised, ligatures.
_STYLED = re.compile(
    "[\u1d2c-\u1d6a\u2071\u207f\u2090-\u209c\u2100-\u214f\u24b6-\u24e9\uff21-\uff3a\uff41-\uff5a"
    "\ufb00-\ufb06\U0001d400-\U0001d7ff\U0001f110-\U0001f149]+"
)
_SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "ABCDEFGHIJKLMNOPRSTUVWYZ", strict=True))
_BOXED = {chr(first + at): chr(ord("A") + at) for first in (0x1F150, 0x1F170) for at in range(26)}
_PARTING = dict.fromkeys("★☆✦✧✪❖◆◇●■▪►▶➤→»¦", " | ")
_PLAIN = str.maketrans(_SMALL_CAPITALS | _BOXED | _PARTING)
_DROPPED = frozenset({"So", "Sk", "Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
_OVERLAID = re.compile("[\u0332\u0333\u0335-\u0338\u20d0-\u20f0\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_JOINERS = "\u200c\u200d"  # spelled with in Persian and the scripts of India
_TICK = re.compile(r"(?<=[^\W\d_])[`´](?=[^\W\d_])")
_PARTICLES = frozenset(
    {"van", "von", "vom", "der", "den", "de", "la", "los", "las", "del", "dos", "das", "do", "da",
     "du", "zu", "zur", "zum", "ter", "ten", "bin", "ibn", "el", "y", "e", "af", "av", "und", "'t"}
)  # fmt: skip
_SHORT = frozenset({"AL", "AN", "ED"})
_PART = re.compile(r"[^\W\d_]+(?:\u0307[^\W\d_]*)*")
_VOWELS = frozenset("AEIOUY")


def plain_letters(text: str) -> str:
    """The text in plain letters, without emoji, invisible signs and lines struck through it."""
    text = _STYLED.sub(lambda found: _unstyled(found[0]), text).translate(_PLAIN)
    text = _OVERLAID.sub("", unicodedata.normalize("NFC", _TICK.sub("'", text)))
    return "".join(map(_shown, text, f" {text}"))


def _unstyled(letters: str) -> str:
    plain = unicodedata.normalize("NFKC", letters)
    return plain if all(map(str.isalpha, plain)) else letters


def _shown(sign: str, before: str) -> str:
    kind = unicodedata.category(sign)
    if kind == "Cf":
        return sign if sign in _JOINERS and before > "\u0590" else ""
    return " " if kind in _DROPPED else sign


def unshouted(words: str, *, family: bool) -> str:
    """A name written in capitals as it is said: Ann, McDonald, O'Neil, de Vries, Anne-Marie."""
    parts = words.split()
    inner = range(0 if family else 1, len(parts) - 1)
    return " ".join(
        word.lower() if at in inner and _is_particle(word) else _small(word, family=family)
        for at, word in enumerate(parts)
    )


def _is_particle(word: str) -> bool:
    return word.isupper() and word.lower() in _PARTICLES


def _small(word: str, *, family: bool) -> str:
    """One word; what is not in capitals, or is initials, stays."""
    if not word.isupper() or len(word) == 1 or "." in word[:-1]:
        return word
    if not family and word.isascii() and _are_initials(word):
        return word
    said = _PART.sub(lambda found: _capital(found[0]), word)
    return f"Mc{said[2:].capitalize()}" if said.startswith("Mc") and len(said) > 4 else said


def _capital(letters: str) -> str:
    return letters[0] + letters[1:].lower().replace("i\u0307", "i")  # the Turkish capital


def _are_initials(word: str) -> bool:
    """AJ, PK and JRR, but neither JO nor ED."""
    if len(word) == 2:
        return word[1] not in _VOWELS and word not in _SHORT
    return _VOWELS.isdisjoint(word)
