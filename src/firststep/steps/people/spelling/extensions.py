"""A phone number and the extension behind it, however the two were written together. Pure."""

import re

from firststep.steps.people.spelling.cells import without_marks

_WORDS = (
    r"(?:extension|extn|ext|x|#|interno|int|poste|durchwahl|dw|nst|anexo|ramal|toestel|tst|wewn"
    r"|доб|вн|p|w)\s*[.:=]?"
)
_BEHIND = re.compile(
    rf"(.*\d[\s)]*?)\s*(?:[,;/(-]?\s*{_WORDS}\s*(\d{{1,8}})|[,;]+\s*(\d{{1,6}}))\s*[#)]?",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN = re.compile(rf"[;\n]+(?!\s*(?:{_WORDS}\s*\d|phone-context|isub))", re.IGNORECASE)
_LINK = re.compile(r"\s*(?:tel|callto|sms):", re.IGNORECASE)
_LEAST = 5  # digits of a number that has an extension
_LONGEST = 80
_CODED = re.compile("%[0-9a-fA-F]{2}")


def number_apart(text: str) -> tuple[str, str]:
    """The number and its extension, "" where it has none: "+31 30 123 4567;ext=102", "x102"."""
    bare = _bare(text)
    found = _BEHIND.fullmatch(bare) if len(bare) <= _LONGEST else None
    if found is None or sum(sign.isdecimal() for sign in found[1]) < _LEAST:
        return bare, ""
    return found[1].strip(" ,;"), found[2] or found[3]


def number_told(text: str) -> str:
    """The number as it is kept and shown: "+31 30 123 4567 ext. 102"."""
    number, extension = number_apart(text)
    return f"{number} ext. {extension}" if extension else number


def numbers_in(cell: str) -> list[str]:
    """The numbers of a cell that divides them by semicolons or lines."""
    return [part.strip() for part in _BETWEEN.split(cell) if part.strip()]


def _bare(text: str) -> str:
    """Without marks of direction and blanks too many; a `tel:` link is taken apart."""
    words = " ".join(without_marks(text).split())
    link = _LINK.match(words)
    if link is None:
        return words
    number, *said = words[link.end() :].split(";")
    told = dict(part.lower().partition("=")[::2] for part in said)
    context = told.get("phone-context", "")
    number = _CODED.sub(lambda two: chr(int(two[0][1:], 16)), number).strip()
    whole = context + number if context.startswith("+") and number[:1] != "+" else number
    return f"{whole};ext={told['ext']}" if told.get("ext") else whole
