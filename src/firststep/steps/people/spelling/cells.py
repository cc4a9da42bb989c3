"""What one cell means: a date, an address, a profile. Fixed patterns, never a guess."""

import re
from datetime import date
from functools import lru_cache

from firststep.steps.people.spelling.odd_addresses import why_odd

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_WORDED = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d{4}|\d{2})")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_EMAIL = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\]+\.[^\s@<>,;:\"()\[\]\\.]+")
_SHOWN_NAME = re.compile(r"[^<>]*<([^<>]+)>")
_MAIL_LINK = re.compile(r"mailto:", re.IGNORECASE)
_UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_MACHINE = re.compile(r"(no-?reply|do-?not-?reply|mailer-daemon|postmaster)@", re.IGNORECASE)
_PROFILE = "https://www.linkedin.com/in/"
_DOMAIN = re.compile(r"(?=.{4,253}$)([^\W_]([\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,63}")


@lru_cache(maxsize=20_000)
def connected_day(text: str) -> date | None:
    """`08 Feb 2026`, `5 Apr 2018`, `4-Apr-21`, `14.11.2019` or `2019-11-14`; None otherwise.

    Two-digit years 00-68 are 2000s, as `strptime` has it (FORMATS section 1).
    """
    text = text.strip()
    if found := _WORDED.fullmatch(text):
        day, month_name, year = found.groups()
        month = _MONTHS.get(month_name[:3].lower(), 0)
        full = int(year) + (0 if len(year) == 4 else 2000 if int(year) <= 68 else 1900)
        return _day(full, month, int(day))
    if found := _DOTTED.fullmatch(text):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    if found := _ISO.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def addresses(text: str) -> tuple[list[str], list[str]]:
    """The e-mail addresses of a cell, and what stands there but is none a person can be written to.

    A list is split at commas and semicolons; `Ann <ann@x.example>` and a `mailto:` link give the
    address.
    """
    good: list[str] = []
    bad: list[str] = []
    for piece in re.split(r"[,;\r\n]+", without_marks(text)):
        part = piece.strip()
        if shown := _SHOWN_NAME.fullmatch(part):
            part = shown[1].strip()
        if link := _MAIL_LINK.match(part):
            part = _percent_decoded(part[link.end() :].partition("?")[0])
        if not part or part in good:
            continue
        ordinary = _EMAIL.fullmatch(part) and len(part) <= 254 and not _MACHINE.match(part)
        if ordinary and not why_odd(part):
            good.append(part)
        else:
            bad.append(part)
    return good, bad


def without_marks(text: str) -> str:
    """The text without marks nobody sees, as phones put round a number to set its direction."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def _percent_decoded(text: str) -> str:
    """`%C3%A9` as é; by hand, since the standard library's way comes with the network."""
    if "%" not in text:
        return text
    raw = re.sub(rb"%([0-9a-fA-F]{2})", lambda two: bytes([int(two[1], 16)]), text.encode())
    return raw.decode(errors="replace")


def profile_slug(url: str) -> str | None:
    """The part of a LinkedIn address after `/in/`: decoded, lower case; None where there is none.

    Query, fragment, language ending and last slash are left out.
    """
    if url.startswith(_PROFILE):
        slug = url[len(_PROFILE) :]
    else:
        _, mark, slug = url.strip().partition("/in/")
        if not mark or "linkedin." not in url.lower():
            return None
    if not slug.isascii() or any(c in slug for c in "%?#/ \r\n"):
        slug = _percent_decoded(re.split(r"[?#/]", slug, maxsplit=1)[0]).strip()
    slug = slug.lower()
    return slug if slug and len(slug) <= 200 and slug.isprintable() else None


def web_domain(text: str) -> str | None:
    """`https://www.acme.example/jobs` gives `acme.example`; None for what is no domain."""
    bare = re.sub(r"^[a-z]+://", "", text.strip().lower()).split("/", 1)[0].split("?", 1)[0]
    bare = bare.removeprefix("www.").rstrip(".").split(":", 1)[0]
    return bare if _DOMAIN.fullmatch(bare) else None
