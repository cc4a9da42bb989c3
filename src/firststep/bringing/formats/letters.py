"""Which letters the values of one file mean, value by value, and which of them are only guessed.

A value is read as it says itself, else as UTF-8, else as another line of the file says, else by
the code page it looks like, mostly the Western one. The last two are guesses, and shown.
"""

import codecs
import re
from collections.abc import Callable, Sequence

from firststep.bringing.formats.encodings import (
    MIXED,
    codec_named,
    decoded,
    sample_of,
    without_mark,
)
from firststep.facts.file_rows import Reading
from firststep.facts.said import say, say_number

SAMPLE = 80  # letters of a line shown to tell its encoding
_CHARSET = re.compile(rb"CHARSET=[\"']?([\w.:-]+)", re.IGNORECASE)
_SINGLE = re.compile(r"cp(?:12|8[57])|iso8859|koi8|mac|latin")  # a byte is a letter in these
# Letters of UTF-8 that are whole, and one at the end of a value that is not.
_WHOLE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}")
_CUT = re.compile(rb"(?:[\xc2-\xd4]|[\xe0-\xef][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{1,2})\Z")

_FOREIGN = re.compile(rb"(?<![A-Za-z\x80-\xff])[\x80-\xff]{3,}(?![A-Za-z\x80-\xff])")  # not Western
_CYRILLIC = "аеёиоуыэюяіїєў"
_ALPHABETS = {"cp1251": _CYRILLIC, "koi8-r": _CYRILLIC, "cp1253": "αεηιουωάέήίόύώϊϋΐΰ"}
_PAGES = ("cp1252", "cp1250", "cp1254", "cp1257", "cp1251", "cp1253", "cp932", "gb18030", "big5")
_HEAD = 2_048  # bytes in which a code page shows
_CELLS = re.compile(r'[,;\t"\r\n]+')
_VOWELS, _MOST_UNLIKE = 0.45, 0.2  # of the letters of a word, and how far off it may be


def page_of(data: bytes, *, knows: Callable[[str], object]) -> str:
    """The code page of a list that is no UTF-8: the one in which most of its headings are known,
    else the one its words are written in, else the Western one."""
    head = data[:_HEAD]

    def known(codec: str) -> int:
        cells = _CELLS.split(head.decode(codec, errors="replace"))
        return sum(not cell.isascii() and bool(knows(cell)) for cell in cells)

    best = max(_PAGES, key=known)  # of several alike the first
    return best if known(best) else _alphabet_of(head) or _PAGES[0]


def codec_beside(data: bytes) -> str:
    """What some line of the data names as its charset, beside UTF-8; "" where none does."""
    for name in dict.fromkeys(_CHARSET.findall(data)):
        codec = codec_named(name.decode("latin-1"))
        if codec not in ("", "utf-8"):
            return codec
    return ""


class Letters:
    """Reads values and remembers, for `tell`, the first that was no plain UTF-8."""

    def __init__(self) -> None:
        self._first: dict[str, tuple[str, str]] = {}  # codec and text, guessed or said
        self._alphabet = ""  # the code page guessed last, beside the Western one

    def read(self, parts: Sequence[bytes], *, said: str = "", beside: str = "") -> list[str] | None:
        """The texts of the parts of one value; None where a letter was cut or damaged (B25).

        `said` is the charset the value names, `beside` the codec named elsewhere.
        """
        whole, codec = b";".join(parts), codec_named(said)
        if whole.isascii() and (not codec or _SINGLE.match(codec)):
            return [_text(part, "ascii") for part in parts]
        found = _as_said(whole, codec)
        if not found:
            found = _guessed(whole, beside, self._alphabet)
            self._alphabet = self._alphabet if found == "cp1252" else found
            self._remember("guessed", whole, found)
        elif found != "utf-8":
            self._remember("said", whole, found)
        return [_text(part, found) for part in parts] if found else None

    def _remember(self, how: str, whole: bytes, codec: str) -> None:
        if codec and how not in self._first:
            text = " ".join(_text(whole, codec).split())
            if not text.isascii():
                self._first[how] = codec, text[:SAMPLE]

    def tell(self, into: Reading, *, guesses_only: bool = False) -> None:
        """Names the encoding and shows a line, guesses before what was said."""
        said = None if guesses_only else self._first.get("said")
        shown = self._first.get("guessed", said)
        if shown and not into.encoding:
            into.encoding, into.sample = shown


def _text(part: bytes, codec: str) -> str:
    return part.decode(codec, errors="replace").replace("\x00", "")


def _guessed(whole: bytes, beside: str, last: str) -> str:
    """The codec named beside it, else the code page its words are written in, else the last one,
    else the Western one; "" for damaged letters."""
    if beside and decoded(whole, beside) is not None:
        return beside
    if _is_damaged(whole):
        return ""
    foreign = _FOREIGN.search(whole) is not None
    for codec in (_alphabet_of(whole), last) if foreign else ():
        if codec and decoded(whole, codec) is not None:
            return codec
    return "" if decoded(whole, "cp1252") is None else "cp1252"


def _alphabet_of(whole: bytes) -> str:
    """The code page in which words of such letters alone look like words; "" for none."""
    raw = b" ".join(_FOREIGN.findall(whole))
    off = {codec: _unlike_words(decoded(raw, codec) or "", v) for codec, v in _ALPHABETS.items()}
    best = min(off, key=off.__getitem__)
    return best if off[best] < _MOST_UNLIKE else ""


def _unlike_words(text: str, vowels: str) -> float:
    """How far the vowels are from as many as a language has; 1 where capitals stand inside."""
    words, letters = text.split(), [letter for letter in text.lower() if letter != " "]
    if not words or not all(map(_is_word, words)):
        return 1
    return abs(sum(letter in vowels for letter in letters) / len(letters) - _VOWELS)


def _is_word(word: str) -> bool:
    return word.isalpha() and (word.istitle() or word.islower() or word.isupper())


def _as_said(whole: bytes, codec: str) -> str:
    """The codec by which the bytes make sense: as the value says, where letters take several bytes,
    else UTF-8 first, for what is UTF-8 throughout is nothing else."""
    order = ("utf-8", codec) if not codec or _SINGLE.match(codec) else (codec, "utf-8")
    return next((one for one in order if decoded(whole, one) is not None), "")


def _is_damaged(whole: bytes) -> bool:
    """Whether this was UTF-8: most foreign bytes still are, or the only ones are a cut letter."""
    rest = _WHOLE.sub(b"", whole)
    intact, foreign = len(whole) - len(rest), len(re.sub(rb"[\x00-\x7f]+", b"", rest))
    if intact:
        return intact >= foreign
    cut = _CUT.search(whole)
    return cut is not None and whole[: cut.start()].isascii()


def narrowed(data: bytes, into: Reading) -> bytes:
    """UTF-16, as old macOS writes it, as UTF-8; everything else is read line by line."""
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if not (wide := "utf-16" if marked else without_mark(data)):
        return data
    text = data.decode(wide, errors="replace")
    shown = next((line for line in text.splitlines() if not line.lstrip("\ufeff").isascii()), "")
    into.encoding, into.sample = wide, shown.strip()
    return text.encode()


def tell_encoding(data: bytes, encoding: str, into: Reading) -> None:
    """What is not plain UTF-8 is shown, so that the seeker sees whether it was read rightly."""
    if into.encoding or encoding.startswith("utf-8"):
        return
    line, sample, many = sample_of(data, encoding)
    at = next((place for place, letter in enumerate(sample) if not letter.isascii()), 0)
    begin = max(0, at - SAMPLE // 2)
    into.encoding, into.sample = encoding, sample[begin : begin + SAMPLE].strip()
    if encoding == MIXED:
        others = "" if many == 1 else say(" (and {n} more)", n=say_number(many - 1))
        words = say(
            "Not UTF-8 like the other lines{others}: it was read as Windows-1252. Look whether it "
            "reads well.",
            others=others,
        )
        into.note(line, "", sample, words)
