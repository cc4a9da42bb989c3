"""LinkedIn's messages.csv: who wrote to whom on which day, never what (FORMATS section 2)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, tzinfo
from typing import NamedTuple

from firststep.bringing.formats.formats import Format, Source, with_columns
from firststep.bringing.formats.mentions import mention, mentioned
from firststep.bringing.formats.moments import utc_day, zone_of
from firststep.bringing.formats.tables import Row
from firststep.facts.contact import Contact
from firststep.facts.file_rows import Me, Reading
from firststep.facts.said import to_say
from firststep.steps.people.spelling.cells import profile_slug
from firststep.steps.people.spelling.person_names import bare_name

REQUIRED = ("CONVERSATION ID", "FROM", "SENDER PROFILE URL", "TO", "DATE", "FOLDER")
_MOST_RECIPIENTS = 10  # a message to more is a circular, not a tie
_CIRCULAR = (
    f"A message to more than {_MOST_RECIPIENTS} people says nothing of each; none is counted."
)
_TO = "RECIPIENT PROFILE URLS"
_DRAFTS = ("IS MESSAGE DRAFT", "IS CONVERSATION DRAFT")
_SPONSORED = ("spinmail-quill-editor", "%FIRSTNAME%")


class _Message(NamedTuple):
    line: int
    on: date
    sender: str  # slug
    name: str
    to: tuple[str, ...]  # slugs
    to_names: tuple[str, ...]


def read(source: Source, into: Reading) -> None:
    """Reads the messages of one CSV file."""
    listed = source.listed(*REQUIRED, otherwise=to_say("This is not a list of LinkedIn messages."))
    zone, me, threads = zone_of(source.given.zone), source.given.me, set[str]()
    messages: list[_Message] = []
    for row in listed.rows(into):
        threads.add(row.cell("CONVERSATION ID"))
        if (message := _message(row, zone, into)) is not None:
            messages.append(message)
    own = _own_slug(messages, me)
    if own:
        into.me = replace(into.me, linkedin=own)
    into.tally["threads"] = into.tally.get("threads", 0) + len(threads)
    names = _names(messages)
    for message in messages:
        _keep(message, own, me, names, into)


def _message(row: Row, zone: tzinfo, into: Reading) -> _Message | None:
    if _is_dropped(row):
        into.skipped += 1
        return None
    on = utc_day(row.cell("DATE"), zone)
    if on is None:
        problem = to_say(
            "This is not a time like 2025-06-01 14:03:22 UTC; the message is left out."
        )
        into.note(row.line, "DATE", row.cell("DATE"), problem)
        return None
    urls = row.cell(_TO).split(",") if row.has(_TO) else []
    return _Message(
        row.line,
        on,
        profile_slug(row.cell("SENDER PROFILE URL")) or "",
        row.cell("FROM"),
        tuple(filter(None, map(profile_slug, urls))),
        tuple(_name_list(row.cell("TO"), len(urls))),
    )


def _is_dropped(row: Row) -> bool:
    """Spam, drafts, and what LinkedIn sends itself for money."""
    return (
        row.cell("FOLDER").upper() == "SPAM"
        or any(row.cell(column).lower() == "yes" for column in _DRAFTS)
        or not row.cell("SENDER PROFILE URL")
        or any(mark in row.cell("CONTENT") for mark in _SPONSORED)
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
    if me.name and (found := next(_of_name(messages, bare_name(me.name)), "")):
        return found
    most = seen.most_common(2)
    return most[0][0] if len(most) == 2 and most[0][1] > most[1][1] else me.linkedin


def _of_name(messages: Sequence[_Message], name: str) -> Iterator[str]:
    """The profiles under which somebody of that name wrote, or was the only one written to."""
    for message in messages:
        if message.sender and bare_name(message.name) == name:
            yield message.sender
        elif len(message.to) == 1 and name in map(bare_name, message.to_names):
            yield message.to[0]


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
    mine = message.sender == own if own else bare_name(message.name) == bare_name(me.name)
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
    who = mentioned(name)
    if not slug and not who.given:
        return
    into.contacts.add(Contact("message", message.on, inbound, who.whole, slug))
    if slug:
        mention(message.line, who, into, slug=slug)


FORMAT = Format(
    "linkedin_messages", to_say("LinkedIn's messages.csv"), with_columns(*REQUIRED), read
)
