"""What a mail's header says: from whom, to whom, when, and whether a person wrote it at all.

Read by hand and strictly: the standard library takes seconds for hostile lists of addresses, and
reads `alice@example.org)bob@evil.test` as Alice's.
"""

import re
from datetime import UTC, date, datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from firststep.bringing.formats.moments import zone_of

LONGEST_HEADER = 64 * 1024
MOST_ADDRESSES = 200  # of one field; more is a circular
_FIELD = re.compile(r"^([!-9;-~]+):[ \t]*(.*(?:\n[ \t].*)*)", re.MULTILINE)
_NAMES = (
    "from to cc bcc date message-id in-reply-to auto-submitted return-path content-type precedence"
    " list-id list-unsubscribe x-autoreply x-autorespond x-unsent delivered-to x-failed-recipients"
    " x-gm-thrid references"
)
_KEPT = frozenset(_NAMES.split())
_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.\-\u00a1-\uffff]+@[\w\u00a1-\uffff.-]+\.[\w-]+"
)
_SHOWN = re.compile(r"(.*)<([^<>]*)>\s*", re.DOTALL)
_COMMENT = re.compile(r"([^\s()]+)\s+\(([^()]*)\)")
_SIGN = re.compile(r'\\.?|["<>,;]', re.DOTALL)  # a backslash hides what follows
_MACHINE = re.compile(
    r"(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?|notifications?|newsletter)"
    r"(?:[+._-].*)?@|.*(?:no-?reply|donotreply)@",
    re.IGNORECASE,
)


class Mailbox(NamedTuple):
    """Somebody as a mail names them."""

    name: str
    email: str  # lower case


class MailHeader(dict[str, str]):
    """The fields that matter, unfolded, by their name in lower case."""

    def people(self, *fields: str) -> list[Mailbox]:
        """Everybody named in these fields who can be written to."""
        found: list[Mailbox] = []
        for field in fields:
            found += mailboxes(self.get(field, ""))
        return found


def header_of(raw: bytes) -> MailHeader:
    """The header's fields. Cut at 64 kB; bytes that are no UTF-8 are read as Latin-1."""
    raw = raw[:LONGEST_HEADER]
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    header = MailHeader()
    for found in _FIELD.finditer(text.replace("\r\n", "\n").replace("\r", "\n")):
        name = found[1].lower()
        if name in _KEPT and name not in header:
            header[name] = " ".join(found[2].split())
    return header


def mailboxes(field: str) -> list[Mailbox]:
    """The people of an address field; whatever is not plainly an address is left out."""
    found: list[Mailbox] = []
    for part in _parts(field):
        shown = _SHOWN.fullmatch(part)
        commented = None if shown else _COMMENT.fullmatch(part)
        name, email = (
            (shown[1], shown[2]) if shown
            else (commented[2], commented[1]) if commented
            else ("", part)
        )  # fmt: skip
        email = email.strip().rstrip(".")
        if _ADDRESS.fullmatch(email) and len(email) <= 254 and ".." not in email:
            found.append(Mailbox(_worded(name), email.lower()))
        if len(found) >= MOST_ADDRESSES:
            break
    return found


def _parts(field: str) -> list[str]:
    """The field taken apart at commas and semicolons that stand outside quotes and brackets."""
    parts, begin, quoted, angle = [], 0, False, False
    for found in _SIGN.finditer(field):
        sign = found[0]
        if sign == '"':
            quoted = not quoted
        elif quoted:
            continue
        elif sign in "<>":
            angle = sign == "<"
        elif sign in ",;" and not angle:
            parts.append(field[begin : found.start()])
            begin = found.end()
    return [part.strip() for part in (*parts, field[begin:]) if part.strip()]


def _worded(text: str) -> str:
    """A name without quotes, its encoded words decoded."""
    text = text.strip()
    if "=?" in text:
        try:
            pieces = decode_header(text)
            text = "".join(
                p if isinstance(p, str) else p.decode(c or "ascii", errors="replace")
                for p, c in pieces
            )
        except (HeaderParseError, LookupError, ValueError):
            return ""
    bare = text.strip().strip("'\"").replace('\\"', '"').replace('"', "")
    kept = "".join(c for c in bare if c.isprintable())
    return " ".join(kept.split())[:300]


def is_machine(email: str) -> bool:
    """Whether nobody sits behind an address."""
    return bool(_MACHINE.match(email))


def is_automatic(header: MailHeader) -> bool:
    """An answer a program wrote, a list's mail, an invitation's answer: no person's mail (R6)."""
    submitted = header.get("auto-submitted", "no").lower()
    kind = header.get("content-type", "").lower()
    return (
        not submitted.startswith("no")
        or "x-autoreply" in header
        or "x-autorespond" in header
        or header.get("precedence", "").lower() in ("bulk", "auto_reply", "list", "junk")
        or "list-id" in header
        or "list-unsubscribe" in header
        or "method=reply" in kind.replace(" ", "").replace('"', "")
    )


def is_bounce(header: MailHeader) -> bool:
    """A mail server's word that a mail did not arrive."""
    kind = header.get("content-type", "").lower()
    return (
        "x-failed-recipients" in header
        or header.get("return-path", "") == "<>"
        or (kind.startswith("multipart/report") and "delivery-status" in kind)
        or any(b.email.startswith("mailer-daemon@") for b in header.people("from"))
    )


def day_of_mail(header: MailHeader, received: str, zone: str, today: date | None) -> date | None:
    """The day of a mail in a zone; where its date is absurd, the day it was received (B34)."""
    for text in (header.get("date", ""), received):
        moment = _moment(text)
        if moment is None:
            continue
        day = moment.astimezone(zone_of(zone)).date()
        if day.year >= 1980 and (today is None or (day - today).days <= 1):
            return day
    return None


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, TypeError, OverflowError, IndexError, AttributeError):
        pass
    found = re.search(r"([A-Z][a-z]{2}) +(\d{1,2}) (\d\d:\d\d:\d\d)(?: [+-]\d{4})? (\d{4})", text)
    if found is None:
        return None
    try:
        words = f"{found[2]} {found[1]} {found[4]} {found[3]}"
        return datetime.strptime(words, "%d %b %Y %H:%M:%S").replace(tzinfo=UTC)
    except ValueError:
        return None
