"""A mailbox (mbox) or a single mail (.eml): who wrote to whom and when, never the text.

Read as a stream, a line at a time: mailboxes of tens of gigabytes occur (FORMATS section 6).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

from firststep.bringing.formats.formats import Format, Source
from firststep.bringing.formats.mail_headers import (
    LONGEST_HEADER,
    Mailbox,
    MailHeader,
    day_of_mail,
    header_of,
    is_automatic,
    is_bounce,
    is_machine,
)
from firststep.bringing.formats.mentions import beside_address, mention
from firststep.facts.contact import Contact
from firststep.facts.file_rows import NAMELESS, Me, Reading

_MOST_RECIPIENTS = 10  # a mail to more is a circular, not a tie
_CIRCULAR = f"A mail to more than {_MOST_RECIPIENTS} people says nothing of each; none is counted."
_LOOKED_AT = 300  # mails, to find out whose mailbox it is
_REPORT = 64 * 1024  # of a bounce's text
_LINE = 1 << 16
_SEPARATOR = re.compile(
    rb"From (\S+)? *(.*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .*\d\d:\d\d(?::\d\d)?.*\d{4})\s*"
)
_MAIL = re.compile(
    r"(?:Return-Path|Received|X-[\w-]+|From|To|Date|MIME-Version|Message-ID|Delivered-To|Subject"
    r"|Content-Type|DKIM-Signature|Authentication-Results|ARC-[\w-]+):",
    re.IGNORECASE,
)
_FROM = re.compile(r"^From:", re.IGNORECASE | re.MULTILINE)
_DEAD = re.compile(rb"^Status:[ \t]*(5\.1\.\d+)", re.IGNORECASE | re.MULTILINE)
_RECIPIENT = re.compile(rb"^Final-Recipient:[ \t]*[\w-]+;[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)


class _Mail(NamedTuple):
    line: int
    received: str
    header: MailHeader
    report: bytes  # the beginning of a bounce's text, else empty


def recognises_mailbox(source: Source) -> bool:
    """The file begins with a separator of mails."""
    return bool(_SEPARATOR.fullmatch(source.head.lstrip(b"\xef\xbb\xbf\r\n").split(b"\n", 1)[0]))


def recognises_mail(source: Source) -> bool:
    """The file begins with a mail's header, which says from whom."""
    header = re.split(r"\r?\n\r?\n", source.opening, maxsplit=1)[0]
    return bool(_MAIL.match(header) and _FROM.search(header))


def read_mailbox(source: Source, into: Reading) -> None:
    """Reads a mailbox."""
    with source.open() as stream:
        _keep_all(_mails(stream, source), source, into)


def read_mail(source: Source, into: Reading) -> None:
    """Reads one mail. What was handed over to be sent is a draft and no touch."""
    with source.open() as stream:
        lines = iter(lambda: stream.readline(_LINE), b"")
        mail = _one(1, "", lines)
    if mail.header.get("x-unsent", "").strip() == "1":
        into.rows += 1
        into.skipped += 1
        into.count("drafts")
        into.note(1, "", "", "This is a draft that was not sent, so nothing happened.")
        return
    _keep_all([mail], source, into)


def _mails(stream: Iterable[bytes], source: Source) -> Iterator[_Mail]:
    """Every mail of a mailbox; a line "From " inside a text is none (B35)."""
    number = done = 0
    received, begins, blank = "", 0, True
    body: list[bytes] = []
    size = 0
    for line in _lines(stream):
        number += line.endswith(b"\n")
        done += len(line)
        found = _SEPARATOR.fullmatch(line) if blank and line.startswith(b"From ") else None
        if found:
            if begins:
                yield _one(begins, received, iter(body))
                source.tell(done, source.size)
            received, begins, body, size = found[2].decode("latin-1"), number, [], 0
        elif begins and size < LONGEST_HEADER + _REPORT:
            body.append(line)
            size += len(line)
        blank = not line.strip()
    if begins:
        yield _one(begins, received, iter(body))


def _lines(stream: object) -> Iterator[bytes]:
    return iter(lambda: stream.readline(_LINE), b"")  # type: ignore[attr-defined]


def _one(line: int, received: str, lines: Iterator[bytes]) -> _Mail:
    """The header and, of a bounce only, the beginning of its report."""
    raw: list[bytes] = []
    size = 0
    for part in lines:
        if not part.strip():
            break
        if size < LONGEST_HEADER:
            raw.append(part)
            size += len(part)
    header = header_of(b"".join(raw))
    report = b""
    if is_bounce(header):
        for part in lines:
            report += part
            if len(report) > _REPORT:
                break
    return _Mail(line, received, header, report)


def _keep_all(mails: Iterable[_Mail], source: Source, into: Reading) -> None:
    mails = iter(mails)
    first = list(islice(mails, _LOOKED_AT))
    me = _own_addresses(first, source.given.me, into)
    into.me = Me(into.me.name, tuple(sorted(me)), into.me.linkedin)
    book = _Book(me, source, into)
    for mail in first:
        book.keep(mail)
    for mail in mails:
        book.keep(mail)
    book.finish()


def _own_addresses(mails: list[_Mail], me: Me, into: Reading) -> frozenset[str]:
    """The seeker's addresses: those said, those delivered to, else the one in most mails."""
    delivered, seen = Counter[str](), Counter[str]()
    for mail in mails:
        delivered.update({b.email for b in mail.header.people("delivered-to")})
        seen.update({b.email for b in mail.header.people("from", "to", "cc", "bcc")})
    own = {*map(str.lower, me.emails)}
    own |= {email for email, count in delivered.items() if count * 3 > len(mails)}
    if own & seen.keys() or len(mails) < 2:
        return frozenset(own)
    for email, count in seen.most_common(1):
        if count * 2 > len(mails):
            into.note(0, "From", email, "This address is in most mails, so it is taken as yours.")
            own.add(email)
    return frozenset(own)


class _Book:
    """Who was written to and who wrote, gathered mail by mail."""

    def __init__(self, me: frozenset[str], source: Source, into: Reading) -> None:
        self.me = me
        self.zone, self.today = source.given.zone, source.given.today
        self.into = into
        self.names: dict[str, str] = {}
        self.lines: dict[str, int] = {}
        self.written: set[str] = set()
        self.threads: set[str] = set()
        self.ids: set[int] = set()

    def keep(self, mail: _Mail) -> None:
        into, header = self.into, mail.header
        into.rows += 1
        self._thread(header)
        if header.get("x-unsent", "").strip() == "1":
            into.count("drafts")
        elif is_bounce(header):
            self._bounce(mail)
        elif is_automatic(header):
            into.count("automatic")
        elif not (sender := header.people("from")):
            into.skipped += 1
            into.note(mail.line, "From", header.get("from", ""), "Nobody can be made out of this.")
        else:
            on = day_of_mail(header, mail.received, self.zone, self.today)
            if on is None:
                date_ = header.get("date", "")
                into.note(mail.line, "Date", date_, "This is no date; the mail is left out.")
            elif self._is_new(header):
                self._count(mail, sender[0], on)

    def _thread(self, header: MailHeader) -> None:
        """Counts a thread by Gmail's number, else by the first mail it refers to."""
        root = header.get("references", "").split() or [header.get("in-reply-to", "")]
        key = header.get("x-gm-thrid") or root[0] or header.get("message-id", "")
        if not key or key not in self.threads:
            self.threads.add(key)
            self.into.count("threads")

    def _is_new(self, header: MailHeader) -> bool:
        """Whether this mail was not in the file before: the same one lies under several labels.

        An id alone is no proof: some programs use one twice (B36).
        """
        marks = tuple(header.get(field, "") for field in ("message-id", "date", "from"))
        key = hash(marks if marks[0] else tuple(sorted(header.items())))
        fresh = key not in self.ids
        self.ids.add(key)
        return fresh

    def _count(self, mail: _Mail, sender: Mailbox, on: date) -> None:
        if sender.email in self.me:
            self.into.count("sent")
            self._count_sent(mail, on)
        elif is_machine(sender.email):
            self.into.count("automatic")
        else:
            self.into.count("received")
            if "in-reply-to" in mail.header or "references" in mail.header:
                self.into.count("replies")
            self._touch(mail, sender, on, inbound=True)

    def _count_sent(self, mail: _Mail, on: date) -> None:
        others = [b for b in mail.header.people("to", "cc", "bcc") if b.email not in self.me]
        if len(others) > _MOST_RECIPIENTS:
            value = f"{len(others)} addresses"
            self.into.leave_out(mail.line, "To", value, _CIRCULAR, key=str(mail.line))
            return
        for other in others:
            self._touch(mail, other, on, inbound=False)

    def _touch(self, mail: _Mail, other: Mailbox, on: date, *, inbound: bool) -> None:
        if is_machine(other.email):
            return
        if not inbound:
            self.written.add(other.email)
        if other.name and "@" not in other.name:
            self.names.setdefault(other.email, other.name)
        self.lines.setdefault(other.email, mail.line)
        self.into.contacts.add(Contact("mail", on, inbound, "", "", other.email))

    def _bounce(self, mail: _Mail) -> None:
        self.into.count("bounces")
        status = _DEAD.search(mail.report)
        found = _RECIPIENT.search(mail.report)
        on = day_of_mail(mail.header, mail.received, self.zone, self.today)
        if status and found and on is not None:
            email = found[1].decode("latin-1").strip("<>").lower()
            self.into.dead[email] = max(on, self.into.dead.get(email, on))

    def finish(self) -> None:
        """Whoever the seeker wrote to and who has a name is a person; the others are not made."""
        for email, line in self.lines.items():
            if email in self.written:
                who = beside_address(self.names.get(email, ""))
                mention(line, who, self.into, email=email)
                if not who.whole:
                    self.into.leave_out(line, "To", email, NAMELESS)


MAILBOX = Format("mbox", "a mailbox (mbox)", recognises_mailbox, read_mailbox)
ONE_MAIL = Format("eml", "a mail (.eml)", recognises_mail, read_mail)
