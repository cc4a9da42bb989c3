"""Files of other programs, one module each. Pure: bytes in, rows and remarks out.

To add a format: write its module with a FORMAT, name it in FORMATS, put a sample into samples/.
The first format that recognises the content reads it; names of files never decide.
"""

from firststep.steps.people.imports import (
    companies_list,
    linkedin_archive,
    linkedin_connections,
)
from firststep.steps.people.imports.encodings import MAX_BYTES, encoding_of
from firststep.steps.people.imports.formats import Format, Source
from firststep.steps.people.imports.rows import (
    CannotRead,
    CompanyRow,
    PersonRow,
    Reading,
    Remark,
)

__all__ = [
    "FORMATS", "MAX_BYTES", "CannotRead", "CompanyRow", "Format", "PersonRow", "Reading", "Remark",
    "read_file",
]  # fmt: skip

FORMATS: tuple[Format, ...] = (
    linkedin_archive.FORMAT,
    linkedin_connections.FORMAT,
    companies_list.FORMAT,
)


def read_file(name: str, data: bytes, *, only: str = "") -> Reading:
    """What one file holds. `only` names the one format that may read it.

    Raises CannotRead with one sentence for a file that is empty, of no known format, or broken.
    """
    if len(data) > MAX_BYTES:
        raise CannotRead("This file is larger than 200 MB, far more than an address book holds.")
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise CannotRead("This file is empty. Export it again and try once more.")
    source = Source(name, data)
    reading = Reading(name)
    found = _format(source, only)
    reading.format = found.name
    found.read(source, reading)
    if not reading.rows and not reading.complaints:
        raise CannotRead("This file has a header and no rows. Export it again and try once more.")
    return reading


def _format(source: Source, only: str) -> Format:
    if only:
        known = {format_.name: format_ for format_ in FORMATS}
        if only not in known:
            names = ", ".join(known)
            raise CannotRead(f'There is no format "{only[:40]}". The formats are: {names}.')
        return known[only]
    for format_ in FORMATS:
        if format_.recognises(source):
            return format_
    encoding_of(source.data)  # says what it is instead, where that can be told
    known_as = "; ".join(format_.says for format_ in FORMATS)
    raise CannotRead(f"No known columns were found in this file. Firststep reads: {known_as}.")
