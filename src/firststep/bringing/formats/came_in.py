"""One mail, or a text somebody pasted, as what came in. Pure.

The mailbox of a seeker, a file and a paste are read by this alone.
"""

import re
from datetime import date

from firststep.bringing.formats.bounces import bounced
from firststep.bringing.formats.encodings import encoding_of, lines_of
from firststep.bringing.formats.formats import Source
from firststep.bringing.formats.letters import Letters
from firststep.bringing.formats.mail_files import is_mail, is_mailbox
from firststep.bringing.formats.mail_headers import (
    LONGEST_HEADER,
    Mailbox,
    MailHeader,
    day_of_mail,
    header_of,
)
from firststep.bringing.formats.mail_signs import (
    is_automatic,
    is_bounce,
    is_machine,
    looks_automatic,
)
from firststep.bringing.formats.mail_text import MAIL_BYTES, parsed, text_of
from firststep.errors import CannotDo
from firststep.facts.file_rows import CannotRead
from firststep.steps.outreach.hearing.incoming import CameIn, Signs
from firststep.steps.people.naming import Named

LONGEST_TEXT = 100_000  # letters of a text that is no mail
_END = re.compile(rb"\r?\n[ \t]*\r?\n|\r[ \t]*\r")
_SEPARATOR = re.compile(rb"^From \S+.*\n", re.MULTILINE)
_IDS = re.compile(r"<[^<>\s]{1,250}>")
_MOST_IDS = 50


def came_in(data: bytes, *, zone: str = "UTC", today: date | None = None) -> CameIn:
    """A mail with its header, or plain text, as it is. `zone` is the seeker's.

    Raises CannotDo (`bad_input`) for what is no text, is empty, or holds several mails.
    """
    source = Source("", data.lstrip(b"\r\n\t "))
    if source.is_empty():
        raise CannotDo("There is nothing in this yet. Paste what they wrote.", kind="bad_input")
    if is_mailbox(source):
        source = Source("", _only_mail(source.data))
    if is_mail(source):
        return _of_mail(source, zone, today)
    return _of_text(source.data)


def _only_mail(data: bytes) -> bytes:
    begins = _SEPARATOR.match(data.lstrip(b"\xef\xbb\xbf\r\n"))
    rest = data.lstrip(b"\xef\xbb\xbf\r\n")[begins.end() if begins else 0 :]
    if re.search(rb"\n\r?\n(?=From \S+ .*\d\d:\d\d)", rest):
        raise CannotDo(
            "This holds several mails. Give one of them, or import the whole mailbox.",
            kind="bad_input",
            typed="firststep import FILE",
        )
    return rest


def _of_text(data: bytes) -> CameIn:
    try:
        encoding = encoding_of(data[: 4 * LONGEST_TEXT])
    except CannotRead:
        raise CannotDo(
            "This is neither a mail nor a text. Save the mail as a file that ends in .eml, "
            "or paste its words.",
            kind="bad_input",
        ) from None
    text = "".join(lines_of(data[: 4 * LONGEST_TEXT], encoding))[:LONGEST_TEXT]
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").lstrip("\ufeff")
    return CameIn(text=plain)


def _of_mail(source: Source, zone: str, today: date | None) -> CameIn:
    letters, data = Letters(), source.data
    end = _END.search(data[:LONGEST_HEADER])
    header = header_of(data[: end.start() if end else LONGEST_HEADER], letters)
    message = parsed(data)
    told = text_of(message, data, letters)
    signs = _signs(header, data[end.end() if end else 0 :][:MAIL_BYTES], bool(told.calendar))
    failed = bounced(message, told.words) if signs == "bounce" else None
    sender = (header.people("from") or [Mailbox(header.worded("from"), "")])[0]
    return CameIn(
        text=told.words[:LONGEST_TEXT],
        subject=header.worded("subject"),
        sender=_whom(sender),
        others=tuple(map(_whom, header.people("to", "cc"))),
        message_id=_own_id(header),
        answers_to=_answers_to(header),
        on=day_of_mail(header, "", zone, today),
        signs=signs,
        dead=failed.dead if failed else (),
        waiting=failed.waiting if failed else (),
        calendar=told.calendar,
        is_mail=True,
    )


def _signs(header: MailHeader, body: bytes, answers_invitation: bool) -> Signs:
    if is_bounce(header):
        return "bounce"
    sent_by_nobody = any(is_machine(one.email) for one in header.people("from"))
    if answers_invitation or sent_by_nobody or is_automatic(header, body):
        return "machine"
    return "looks" if looks_automatic(header) else ""


def _whom(one: Mailbox) -> Named:
    return Named(name="" if "@" in one.name else one.name, email=one.email)


def _own_id(header: MailHeader) -> str:
    told = header.get("message-id", "")
    found = _IDS.search(told)
    return found[0] if found else told.strip()[:250]


def _answers_to(header: MailHeader) -> tuple[str, ...]:
    """The ids of what it answers, the nearest first."""
    told = [*_IDS.findall(header.get("in-reply-to", "")),
            *reversed(_IDS.findall(header.get("references", "")))]  # fmt: skip
    return tuple(dict.fromkeys(told))[:_MOST_IDS]
