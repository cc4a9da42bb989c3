"""Files of mails taken apart: where one begins, its header, and what it says of itself.

Read as a stream, a line at a time: mailboxes of tens of gigabytes occur (FORMATS section 6).
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO, NamedTuple

from firststep.bringing.formats.encodings import without_mark
from firststep.bringing.formats.formats import Source
from firststep.bringing.formats.letters import Letters, narrowed
from firststep.bringing.formats.mail_headers import LONGEST_HEADER, MailHeader, header_of
from firststep.bringing.formats.mail_signs import (
    APPLE_DRAFT,
    is_automatic,
    is_bounce,
    is_draft,
)
from firststep.facts.file_rows import Reading

_REPORT = 64 * 1024  # of a mail's text
_LINE = 1 << 16
_SEPARATOR = re.compile(
    rb"From (\S+)? *(.*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .*\d\d:\d\d(?::\d\d)?.*\d{4})\s*"
)
_PATCH = b" Mon Sep 17 00:00:00 2001"  # how every patch of git begins, also within a mail
_FIELD = re.compile(r"[!-9;-~]+[ \t]*:|[ \t]")
_HEADER_END = re.compile(r"\r?\n[ \t]*\r?\n|\r[ \t]*\r")
_FROM = re.compile(r"^From[ \t]*:", re.IGNORECASE | re.MULTILINE)
_KNOWN = re.compile(
    r"^(?:To|Cc|Bcc|Date|Subject|Message-ID|Received|Return-Path|MIME-Version|Content-Type"
    r"|Delivered-To|X-Unsent)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_COUNT = re.compile(r"\d+[ \t]*\r?\n")  # of bytes: how Apple begins a mail (.emlx)
_FLAGS = re.compile(rb"<key>flags</key>\s*<integer>(\d{1,18})</integer>")
_HEADED = re.compile(rb"[!-9;-~]+:|>?From ")
_HEADER_LINES = 60  # looked at to know a mail


class Mail(NamedTuple):
    """A mail without its text. `report` is the beginning of a bounce's, None of any other."""

    line: int
    received: str
    header: MailHeader
    report: bytes | None
    automatic: bool
    draft: bool


def is_mailbox(source: Source) -> bool:
    """Whether the file begins with a separator of mails."""
    return bool(_SEPARATOR.fullmatch(source.head.lstrip(b"\xef\xbb\xbf\r\n").split(b"\n", 1)[0]))


def is_mail(source: Source) -> bool:
    """Whether the file begins with a mail's header, whichever field comes first; it says from
    whom."""
    count = _COUNT.match(source.opening)
    opening = source.opening[count.end() if count else 0 :]
    header = _HEADER_END.split(opening, maxsplit=1)[0]
    lines = [line for line in re.split(r"[\r\n]+", header) if line][:_HEADER_LINES]
    fields = sum(_FIELD.match(line) is not None for line in lines)
    plain = fields and _FIELD.match(lines[0]) and fields * 3 >= len(lines) * 2
    unix = header.replace("\r", "\n")
    return bool(plain and _FROM.search(unix) and _KNOWN.search(unix))


def the_mail(source: Source, letters: Letters, into: Reading) -> Mail:
    """The one mail of a file."""
    with _one_stream(source, into) as stream:
        mail = _one(1, "", _lines(stream), letters)
    return mail._replace(draft=mail.draft or _is_apples_draft(source))


def _one_stream(source: Source, into: Reading) -> BinaryIO:
    """One mail with lines that end as lines do, without Apple's count of its bytes before it."""
    if b"\n" not in source.head or without_mark(source.head):
        data = narrowed(source.data, into)
        return BytesIO(data if b"\n" in data else data.replace(b"\r", b"\n"))
    stream = source.open()
    if not _COUNT.match(source.opening):
        return stream
    while not stream.readline(_LINE).strip():
        pass
    return stream


def _is_apples_draft(source: Source) -> bool:
    """Whether Apple's flags behind the mail say so."""
    if not _COUNT.match(source.opening):
        return False
    flags = _FLAGS.search(source.data[-_HEADER_LINES * 100 :])
    return flags is not None and bool(int(flags[1]) & APPLE_DRAFT)


def mails_in(stream: BinaryIO, source: Source, letters: Letters) -> Iterator[Mail]:
    """Every mail of a mailbox; a line "From " inside a text is none (B35)."""
    box, done = _Box(letters), 0
    for line in _lines(stream):
        done += len(line)
        box.number += line[-1:] == b"\n"
        if line[:5] == b"From " or box.held:
            if (mail := box.meets(line)) is not None:
                yield mail
                source.tell(done, source.size)
        elif box.size < LONGEST_HEADER + _REPORT:
            box.lines.append(line)
            box.size += len(line)
        box.blank = line.isspace()
    if box.begins:
        yield box.closed()


class _Box:
    """A mailbox being read: the mail that is open, its lines up to what is looked at."""

    __slots__ = (
        "begins",
        "blank",
        "doubt",
        "held",
        "letters",
        "lines",
        "number",
        "received",
        "size",
    )

    def __init__(self, letters: Letters) -> None:
        self.letters = letters
        self.number = self.begins = self.size = 0
        self.received = self.doubt = ""
        self.blank, self.held = True, b""
        self.lines: list[bytes] = []

    def meets(self, line: bytes) -> Mail | None:
        """Meets a line that may separate two mails, or the one behind it; answers with the mail
        that ends there, if one does.

        Without an empty line before it, a separator is only known by the header behind it.
        """
        received = _received(line)
        held, self.held = self.held, b""
        if received and (self.blank or not self.begins):
            return self._begin(received, self.number)
        ended = None
        if held and _HEADED.match(line):
            ended = self._begin(self.doubt, self.number - 1)
        elif held:
            self.keep(held)
        if received:
            self.held, self.doubt = line, received
        else:
            self.keep(line)
        return ended

    def keep(self, line: bytes) -> None:
        if self.size < LONGEST_HEADER + _REPORT:
            self.lines.append(line)
            self.size += len(line)

    def _begin(self, received: str, number: int) -> Mail | None:
        ended = self.closed() if self.begins else None
        self.received, self.begins, self.lines, self.size = received, number, [], 0
        return ended

    def closed(self) -> Mail:
        return _one(self.begins, self.received, iter(self.lines), self.letters)


def _received(line: bytes) -> str:
    """What a separator says of when the mail came; "" for a line that is none."""
    found = _SEPARATOR.fullmatch(line) if line.startswith(b"From ") else None
    return found[2].decode("latin-1") if found and _PATCH not in line else ""


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: stream.readline(_LINE), b"")


def _one(line: int, received: str, lines: Iterator[bytes], letters: Letters) -> Mail:
    """The header, what it and the text tell of who wrote it, and the beginning of a bounce."""
    header = header_of(_header(lines), letters)
    bounced = is_bounce(header)
    text = b""
    if bounced or header.get("content-type", "").lower().startswith("multipart/"):
        text = _beginning(lines)
    automatic = bounced or is_automatic(header, text)
    report = text if bounced else None
    return Mail(line, received, header, report, automatic, is_draft(header))


def _header(lines: Iterator[bytes]) -> bytes:
    """The lines up to the first empty one behind them."""
    raw: list[bytes] = []
    size = 0
    for part in lines:
        if not part.strip() and raw:
            break
        if size < LONGEST_HEADER and part.strip():
            raw.append(part)
            size += len(part)
    return b"".join(raw)


def _beginning(lines: Iterator[bytes]) -> bytes:
    kept: list[bytes] = []
    size = 0
    for part in lines:
        kept.append(part)
        size += len(part)
        if size > _REPORT:
            break
    return b"".join(kept)
