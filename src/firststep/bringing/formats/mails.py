"""A mailbox (mbox) or a single mail (.eml): who wrote to whom and when, never the text."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import islice

from firststep.bringing.formats.formats import Format, Source
from firststep.bringing.formats.letters import Letters
from firststep.bringing.formats.mail_files import Mail, is_mail, is_mailbox, mails_in, the_mail
from firststep.bringing.formats.mail_headers import DELIVERED, Mailbox, MailHeader, day_of_mail
from firststep.bringing.formats.mail_signs import is_machine, looks_automatic
from firststep.bringing.formats.mentions import beside_address, mention
from firststep.facts.contact import Contact
from firststep.facts.file_rows import NAMELESS, Me, Reading
from firststep.facts.said import to_say

_MOST_RECIPIENTS = 10  # a mail to more is a circular, not a tie
_CIRCULAR = f"A mail to more than {_MOST_RECIPIENTS} people says nothing of each; none is counted."
_LOOKS = to_say("This looks like an automatic answer by its subject, so it counts as none.")
_LOOKED_AT = 300  # mails, to find out whose mailbox it is
_DEAD = re.compile(rb"^Status:[ \t]*(5\.1\.\d+)", re.IGNORECASE | re.MULTILINE)
_RECIPIENT = re.compile(rb"^Final-Recipient:[ \t]*[\w-]+;[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)


def read_mailbox(source: Source, into: Reading) -> None:
    """Reads a mailbox."""
    letters = Letters()
    with source.open() as stream:
        _keep_all(mails_in(stream, source, letters), source, into)
    letters.tell(into, guesses_only=True)


def read_mail(source: Source, into: Reading) -> None:
    """Reads one mail. What was handed over to be sent is a draft and no touch."""
    letters = Letters()
    mail = the_mail(source, letters, into)
    if mail.draft:
        into.rows += 1
        into.skipped += 1
        into.count("drafts")
        into.note(1, "", "", to_say("This is a draft that was not sent, so nothing happened."))
        return
    _keep_all([mail], source, into)
    letters.tell(into, guesses_only=True)


def _keep_all(mails: Iterable[Mail], source: Source, into: Reading) -> None:
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


def _own_addresses(mails: list[Mail], me: Me, into: Reading) -> frozenset[str]:
    """The seeker's addresses: those said, those delivered to, else the one in most mails."""
    delivered, seen = Counter[str](), Counter[str]()
    for mail in mails:
        delivered.update({b.email for b in mail.header.people(*DELIVERED)})
        seen.update({b.email for b in mail.header.people("from", "to", "cc", "bcc")})
    own = {*map(str.lower, me.emails)}
    own |= {email for email, count in delivered.items() if count * 3 > len(mails)}
    if own & seen.keys() or len(mails) < 2:
        return frozenset(own)
    for email, count in seen.most_common(1):
        if count * 2 > len(mails):
            into.note(
                0, "From", email, to_say("This address is in most mails, so it is taken as yours.")
            )
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

    def keep(self, mail: Mail) -> None:
        into, header = self.into, mail.header
        into.rows += 1
        self._thread(header)
        if mail.draft:
            into.count("drafts")
        elif mail.report is not None:
            self._bounce(mail, mail.report)
        elif mail.automatic:
            into.count("automatic")
        elif not (sender := header.people("from")):
            into.skipped += 1
            into.note(
                mail.line, "From", header.get("from", ""), to_say("Nobody can be made out of this.")
            )
        else:
            on = day_of_mail(header, mail.received, self.zone, self.today)
            if on is None:
                date_ = header.get("date", "")
                into.note(
                    mail.line, "Date", date_, to_say("This is not a date; the mail is left out.")
                )
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

    def _count(self, mail: Mail, sender: Mailbox, on: date) -> None:
        if sender.email in self.me:
            self.into.count("sent")
            self._count_sent(mail, on)
        elif is_machine(sender.email):
            self.into.count("automatic")
        elif looks_automatic(mail.header):
            self.into.count("automatic")
            subject = mail.header.worded("subject")
            self.into.leave_out(mail.line, "Subject", subject, _LOOKS, key=str(mail.line))
        else:
            self.into.count("received")
            if "in-reply-to" in mail.header or "references" in mail.header:
                self.into.count("replies")
            self._touch(mail, sender, on, inbound=True)

    def _count_sent(self, mail: Mail, on: date) -> None:
        others = [b for b in mail.header.people("to", "cc", "bcc") if b.email not in self.me]
        if len(others) > _MOST_RECIPIENTS:
            value = f"{len(others)} addresses"
            self.into.leave_out(mail.line, "To", value, _CIRCULAR, key=str(mail.line))
            return
        for other in others:
            self._touch(mail, other, on, inbound=False)

    def _touch(self, mail: Mail, other: Mailbox, on: date, *, inbound: bool) -> None:
        if is_machine(other.email):
            return
        if not inbound:
            self.written.add(other.email)
        if other.name and "@" not in other.name:
            self.names.setdefault(other.email, other.name)
        self.lines.setdefault(other.email, mail.line)
        self.into.contacts.add(Contact("mail", on, inbound, "", "", other.email))

    def _bounce(self, mail: Mail, report: bytes) -> None:
        self.into.count("bounces")
        status = _DEAD.search(report)
        found = _RECIPIENT.search(report)
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


MAILBOX = Format("mbox", "a mailbox (mbox)", is_mailbox, read_mailbox)
ONE_MAIL = Format("eml", "a mail (.eml)", is_mail, read_mail)
