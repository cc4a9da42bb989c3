"""LinkedIn's export as a zip archive, basic or complete: the connections inside it."""

from firststep.steps.people.imports.formats import Format, Source
from firststep.steps.people.imports.linkedin_connections import REQUIRED, read_connections
from firststep.steps.people.imports.rows import CannotRead, Reading
from firststep.steps.people.imports.tables import open_table

# Any of these at the root makes it LinkedIn's, also where the connections are missing.
_KNOWN = frozenset(
    {"connections.csv", "profile.csv", "messages.csv", "invitations.csv", "positions.csv"}
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
    """Reads the one entry that holds connections, by its header and not by its name."""
    archive = source.archive
    if archive is None:
        raise CannotRead("This is not a zip archive.")
    for entry in archive.tables():
        try:
            beginning = open_table(archive.beginning(entry))
        except CannotRead:
            continue
        if beginning.header(REQUIRED) is None:
            continue
        table = open_table(archive.read(entry))
        header = table.header(REQUIRED)
        if header is not None:
            read_connections(table, header, into)
            return
    raise CannotRead(_nothing_in([e.filename for e in archive.entries]))


def _nothing_in(names: list[str]) -> str:
    if any(name.lower().endswith(".zip") for name in names):
        return "This archive holds another archive. Unpack it and give the one inside."
    if any(name.lower() in _KNOWN for name in names):
        return (
            "This LinkedIn export holds no connections. Ask LinkedIn for a copy that includes "
            "Connections (Settings, Data privacy, Get a copy of your data)."
        )
    return "This archive holds no list of LinkedIn connections. Give the export LinkedIn sent you."


FORMAT = Format("linkedin_archive", "LinkedIn's export (zip)", recognises, read)
