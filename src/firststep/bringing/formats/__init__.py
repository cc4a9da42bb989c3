"""Files of other programs, one module each. Pure: bytes in, rows and remarks out.

To add a format: write its module with a FORMAT, name it in FORMATS, put a sample into samples/.
The first format that recognises the content reads it; names of files never decide.
"""

import re
from pathlib import Path
from typing import NoReturn

from firststep.bringing.formats import (
    address_books,
    any_list,
    calendars,
    companies_list,
    firststep_people,
    linkedin_archive,
    linkedin_connections,
    linkedin_imported,
    linkedin_invitations,
    linkedin_jobs,
    linkedin_messages,
    linkedin_own,
    mails,
    vcards,
)
from firststep.bringing.formats.columns import columns_shown, command
from firststep.bringing.formats.encodings import MAX_BYTES, encoding_of
from firststep.bringing.formats.formats import Format, Source
from firststep.facts.export_file import MARK
from firststep.facts.file_rows import CannotRead, Given, Listener, Reading
from firststep.facts.said import say, to_say

__all__ = ["FORMATS", "MAX_BYTES", "Format", "read_file"]

FORMATS: tuple[Format, ...] = (
    linkedin_archive.FORMAT,
    calendars.FORMAT,
    vcards.FORMAT,
    mails.MAILBOX,
    mails.ONE_MAIL,
    firststep_people.FORMAT,
    linkedin_connections.FORMAT,
    linkedin_messages.FORMAT,
    linkedin_invitations.FORMAT,
    linkedin_own.POSITIONS,
    linkedin_own.EDUCATION,
    linkedin_own.PROFILE,
    linkedin_jobs.APPLICATIONS,
    linkedin_jobs.SAVED,
    linkedin_jobs.FOLLOWS,
    linkedin_imported.FORMAT,
    address_books.GOOGLE,
    address_books.GOOGLE_OLD,
    address_books.OUTLOOK,
    any_list.FORMAT,
    companies_list.FORMAT,
)

_OTHER_KINDS = (
    (re.compile(r"(?:version: 1\s+)?dn:", re.IGNORECASE), to_say("an address book as LDIF")),
    (re.compile(r"<(?:!doctype|html|head|table)", re.IGNORECASE), to_say("a web page")),
    (re.compile(r"<\?xml", re.IGNORECASE), to_say("an XML file")),
    (re.compile(r"[\[{]\s*[\[{\"]"), to_say("a JSON file")),
    (re.compile(r"\{\\rtf"), to_say("a text document")),
)


def read_file(
    name: str,
    data: bytes | Path,
    *,
    only: str = "",
    given: Given | None = None,
    listen: Listener | None = None,
) -> Reading:
    """What one file holds, given as its bytes or its path.

    `only` names the one format that may read it, `given` what must be known beside the file,
    `listen` hears how far the reading is. Raises CannotRead with one sentence for a file that is
    empty, of no known format, or broken.
    """
    source = Source(name, data, given=given, only=only, listen=listen)
    if source.is_empty():
        raise CannotRead("This file is empty. Export it again and try once more.")
    reading = Reading(name, listen=listen)
    try:
        found = _format(source, only)
        reading.format = found.name
        found.read(source, reading)
        reading.tell_left_out()
    except CannotRead as problem:
        if problem.by_columns and not problem.typed:
            problem.typed = command(name, source.table)
        raise
    if not reading.rows and not reading.complaints:
        raise CannotRead("This file has a header and no rows. Export it again and try once more.")
    return reading


def _format(source: Source, only: str) -> Format:
    said = source.given.mapping and (not source.given.among or _is_meant(source))
    if not only and (said or any_list.was_said_before(source)):
        only = any_list.FORMAT.name
    if only:
        return _named(only)
    known = next((format_ for format_ in FORMATS if format_.recognises(source)), None)
    if known is None:
        _refuse_unknown(source)
    return known


def _named(name: str) -> Format:
    known = {format_.name: format_ for format_ in FORMATS}
    if name not in known:
        names = ", ".join(known)
        raise CannotRead(
            'There is no format "{name}". The formats are: {names}.', name=name[:40], names=names
        )
    return known[name]


def _refuse_unknown(source: Source) -> NoReturn:
    if source.opening.startswith(MARK):
        raise CannotRead(
            "This is an export of Firststep's own. It goes into an empty campaign.",
            typed="firststep import DIR",
        )
    if source.given.mapping:
        columns = ", ".join(f'"{column}"' for column, _ in source.given.mapping)
        raise CannotRead(
            "This is a list of its own kind without a column {columns}. Say what its own "
            "columns are.",
            columns=columns[:200],
            typed='such as --map "Full name=name"',
            by_columns=True,
        )
    _refuse_other_kinds(source.opening)
    encoding_of(source.data)  # says what it is instead, where that can be told
    if columns := columns_shown(source.table):
        raise CannotRead(
            "This is a list Firststep does not know, with the columns {columns}. "
            "Say which column is what ({known}){or_companies}.",
            columns=columns,
            known=", ".join(any_list.FIELDS),
            or_companies=_or_companies(source),
            by_columns=True,
        )
    raise CannotRead(
        "Firststep does not know what this file is. It reads exports of LinkedIn, Google and "
        "Outlook, address cards, calendars, mail, and lists saved as CSV."
    )


def _refuse_other_kinds(opening: str) -> None:
    """A file that begins as no list does: asking which column is what would lead nowhere."""
    for begins, kind in _OTHER_KINDS:
        if begins.match(opening):
            raise CannotRead(
                say(
                    "This is {kind}. Export it again as CSV, or as address cards (vCard).",
                    kind=say(kind),
                )
            )


def _or_companies(source: Source) -> str:
    """A list of companies with columns that people have is one only where that is said."""
    wanted = companies_list.companies_header(source.table)
    words = to_say(", or that it is a list of companies to aim at (format companies)")
    return say(words) if wanted else ""


def _is_meant(source: Source) -> bool:
    """Whether a mapping said for several files is meant for this one: a list of its own kind with
    one of the columns in it."""
    own = (any_list.FORMAT, companies_list.FORMAT)
    if any(one.recognises(source) for one in FORMATS if one not in own):
        return False
    columns = [column for column, _ in source.given.mapping]
    return source.table is not None and any(source.table.header([one]) for one in columns)
