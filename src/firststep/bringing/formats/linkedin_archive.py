"""LinkedIn's export as a zip archive, basic or complete: every file in it that says something."""

import zipfile
from dataclasses import replace

from firststep.bringing.formats import (
    linkedin_connections,
    linkedin_invitations,
    linkedin_jobs,
    linkedin_messages,
    linkedin_own,
)
from firststep.bringing.formats.archives import Archive, shown
from firststep.bringing.formats.formats import Format, Source
from firststep.bringing.formats.tables import open_table
from firststep.facts.file_rows import CannotRead, Given, Me, Reading, Remark
from firststep.facts.said import to_say

# In the order they are read: what tells of the seeker, then people, then what mentions them.
_PARTS = (
    linkedin_own.PROFILE,
    linkedin_own.POSITIONS,
    linkedin_own.EDUCATION,
    linkedin_connections.FORMAT,
    linkedin_invitations.FORMAT,
    linkedin_messages.FORMAT,
    linkedin_jobs.APPLICATIONS,
    linkedin_jobs.SAVED,
    linkedin_jobs.FOLLOWS,
)
# Any of these at the root makes it LinkedIn's, also where the connections are missing.
_KNOWN = frozenset(
    {"connections.csv", "profile.csv", "messages.csv", "invitations.csv", "positions.csv"}
)


_SECOND = to_say(
    "The connections were read from another file of this archive. Import this one by itself."
)


def recognises(source: Source) -> bool:
    """Every zip archive of files, so that one without connections gets a sentence of its own.

    An Excel workbook is a zip too, but no export.
    """
    archive = source.archive
    return archive is not None and not _is_workbook([e.filename for e in archive.entries])


def _is_workbook(names: list[str]) -> bool:
    return "[Content_Types].xml" in names


def read(source: Source, into: Reading) -> None:
    """Reads every entry a format recognises by its header.

    Rows, hidden and skipped are counted of the connections alone.
    """
    archive = source.archive
    if archive is None:
        raise CannotRead("This is not a zip archive.")
    entries = _recognised(archive, into)
    if not any(part is linkedin_connections.FORMAT for part, _ in entries):
        raise CannotRead(_nothing_in([e.filename for e in archive.entries]))
    counts = (0, 0, 0)
    for part, entry in sorted(entries, key=lambda pair: _PARTS.index(pair[0])):
        inner = Source(entry.filename, archive.read(entry), given=_given(source.given, into))
        notes, complaints = len(into.notes), len(into.complaints)
        into.rows = into.hidden = into.skipped = 0
        part.read(inner, into)
        into.tell_left_out()
        if part is linkedin_connections.FORMAT:
            counts = (into.rows, into.hidden, into.skipped)
        _name_the_entry(into, entry, notes, complaints)
    into.rows, into.hidden, into.skipped = counts


def _recognised(archive: Archive, into: Reading) -> list[tuple[Format, zipfile.ZipInfo]]:
    found: list[tuple[Format, zipfile.ZipInfo]] = []
    for entry in archive.tables():
        beginning = Source(entry.filename, archive.beginning(entry))
        try:
            open_table(beginning.data)
        except CannotRead:
            continue
        part = next((p for p in _PARTS if p.recognises(beginning)), None)
        if part is linkedin_connections.FORMAT and any(p is part for p, _ in found):
            into.notes.append(Remark(0, "", "", _SECOND, shown(entry.filename)))
        elif part is not None:
            found.append((part, entry))
    return found


def _given(given: Given, into: Reading) -> Given:
    """What is known of the seeker, with what the archive told so far."""
    me = Me(
        given.me.name or into.me.name,
        given.me.emails,
        given.me.linkedin or into.me.linkedin,
    )
    return Given(me, given.zone, given.today)


def _name_the_entry(into: Reading, entry: zipfile.ZipInfo, notes: int, complaints: int) -> None:
    """Remarks say which file of the archive they are about."""
    for remarks, begin in ((into.notes, notes), (into.complaints, complaints)):
        for place in range(begin, len(remarks)):
            remarks[place] = replace(remarks[place], inside=shown(entry.filename))


def _nothing_in(names: list[str]) -> str:
    if any(name.lower().endswith(".zip") for name in names):
        return to_say("This archive holds another archive. Unpack it and give the one inside.")
    if any(name.lower() in _KNOWN for name in names):
        return to_say(
            "This LinkedIn export holds no connections. Ask LinkedIn for a copy that includes "
            "Connections (Settings, Data privacy, Get a copy of your data)."
        )
    return to_say(
        "This archive holds no list of LinkedIn connections. Give the export LinkedIn sent you."
    )


FORMAT = Format("linkedin_archive", to_say("LinkedIn's export (zip)"), recognises, read)
