"""LinkedIn's messages.csv: who wrote to whom on which day, never what (FORMATS section 2)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from firststep.bringing.formats.formats import Format, Source
from firststep.bringing.formats.moments import utc_day, zone_of
from firststep.bringing.formats.tables import Header, records
from firststep.facts.contact import Contact
from firststep.facts.file_rows import CannotRead, Me, PersonRow, Reading
from firststep.steps.people.spelling.cells import profile_slug
from firststep.steps.people.spelling.person_names import apart, plain, with_generation

REQUIRED = ("CONVERSATION ID", "FROM", "SENDER PROFILE URL", "TO", "DATE", "FOLDER")
_MOST_RECIPIENTS = 10  # a message to more is a circular, not a tie
_CIRCULAR = (
    f"A message to more than {_MOST_RECIPIENTS} people says nothing of each; none is counted."
)
_SPONSORED = ("spinmail-quill-editor", "%FIRSTNAME%")


class _Message(NamedTuple):
    line: int
    on: date
    sender: str  # slug
    name: str
    to: tuple[str, ...]  # slugs
    to_names: tuple[str, ...]


def recognises(source: Source) -> bool:
    """The columns of the messages stand near the top."""
    return source.header_has(*REQUIRED)


def read(source: Source, into: Reading) -> None:
    """Reads the messages of one CSV file."""
    table = source.table
    header = table.header(REQUIRED) if table else None
    if table is None or header is None:
        raise CannotRead("This is not a list of LinkedIn messages.")
    pick = _Columns(header, source.given.zone)
    messages = [
        m for line, row in records(table, header, into) if (m := pick.message(line, row, into))
    ]
    own = _own_slug(messages, source.given.me)
    if own:
        into.me = Me(into.me.name, into.me.emails, own)
    into.tally["threads"] = into.tally.get("threads", 0) + len(pick.threads)
    names = _names(messages)
    for message in messages:
        _keep(message, own, source.given.me, names, into)


class _Columns:
    def __init__(self, header: Header, zone: str) -> None:
        self.zone = zone_of(zone)
        self.threads: set[str] = set()
        self.thread = header.index("CONVERSATION ID") or 0
        self.sender = header.index("SENDER PROFILE URL") or 0
        self.name = header.index("FROM") or 0
        self.to_names = header.index("TO") or 0
        self.to = header.index("RECIPIENT PROFILE URLS")
        self.day = header.index("DATE") or 0
        self.folder = header.index("FOLDER") or 0
        self.content = header.index("CONTENT")
        drafts = ("IS MESSAGE DRAFT", "IS CONVERSATION DRAFT")
        self.drafts = [place for name in drafts if (place := header.index(name)) is not None]

    def message(self, line: int, row: Sequence[str], into: Reading) -> _Message | None:
        self.threads.add(row[self.thread])
        if self._is_dropped(row):
            into.skipped += 1
            return None
        on = utc_day(row[self.day], self.zone)
        if on is None:
            problem = "This is no moment like 2025-06-01 14:03:22 UTC; the message is left out."
            into.note(line, "DATE", row[self.day], problem)
            return None
        urls = row[self.to].split(",") if self.to is not None else []
        return _Message(
            line,
            on,
            profile_slug(row[self.sender]) or "",
            row[self.name].strip(),
            tuple(slug for url in urls if (slug := profile_slug(url))),
            tuple(_name_list(row[self.to_names], len(urls))),
        )

    def _is_dropped(self, row: Sequence[str]) -> bool:
        """Spam, drafts, and what LinkedIn sends itself for money."""
        content = row[self.content] if self.content is not None else ""
        return (
            row[self.folder].strip().upper() == "SPAM"
            or any(row[place].strip().lower() == "yes" for place in self.drafts)
            or not row[self.sender].strip()
            or any(mark in content for mark in _SPONSORED)
        )


def _name_list(text: str, people: int) -> Iterator[str]:
    """The names in a cell, only where it is clear which belongs to whom: names hold commas too."""
    names = [text] if people <= 1 else text.split(", ")
    if len(names) == max(people, 1):
        yield from (name.strip() for name in names)


def _own_slug(messages: Sequence[_Message], me: Me) -> str:
    """The seeker's profile: as said, else the one of that name, else the one in most messages."""
    seen = Counter(slug for m in messages for slug in {m.sender, *m.to} if slug)
    if me.linkedin in seen:
        return me.linkedin
    for message in messages:
        if me.name and message.sender and plain(message.name) == plain(me.name):
            return message.sender
        if me.name and plain(me.name) in map(plain, message.to_names) and len(message.to) == 1:
            return message.to[0]
    most = seen.most_common(2)
    return most[0][0] if len(most) == 2 and most[0][1] > most[1][1] else me.linkedin


def _names(messages: Sequence[_Message]) -> dict[str, str]:
    names: dict[str, str] = {}
    for message in messages:
        if message.sender:
            names.setdefault(message.sender, message.name)
        if len(message.to) == len(message.to_names):
            for slug, name in zip(message.to, message.to_names, strict=True):
                names.setdefault(slug, name)
    return names


def _keep(message: _Message, own: str, me: Me, names: dict[str, str], into: Reading) -> None:
    mine = message.sender == own if own else plain(message.name) == plain(me.name)
    if not mine:
        into.count("received")
        _touch(message, message.sender, message.name, inbound=True, into=into)
        return
    into.count("sent")
    others = [slug for slug in message.to if slug != own]
    if len(others) > _MOST_RECIPIENTS:
        value = f"{len(others)} people"
        into.leave_out(message.line, "TO", value, _CIRCULAR, key=str(message.line))
        return
    for slug in others:
        _touch(message, slug, names.get(slug, ""), inbound=False, into=into)
    if not message.to:
        for name in message.to_names:
            _touch(message, "", name, inbound=False, into=into)


def _touch(message: _Message, slug: str, name: str, *, inbound: bool, into: Reading) -> None:
    given, family = named(name)
    if not slug and not given:
        return
    whole = with_generation(f"{given} {family}".strip(), name)
    contact = Contact("message", message.on, inbound, whole, slug)
    into.contacts.add(contact)
    if slug and whole:
        into.mention(PersonRow(message.line, given, family, whole, slug, mention=True))


def named(name: str) -> tuple[str, str]:
    """Given and family name of a whole name as it is shown ("Priya Sharma, MBA", "Lee, Bob")."""
    name = name.strip()
    return apart("", name) if " " in name else apart(name, "")


FORMAT = Format("linkedin_messages", "LinkedIn's messages.csv", recognises, read)
