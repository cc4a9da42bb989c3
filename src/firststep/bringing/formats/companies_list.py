"""A list of companies the seeker wants to work for: a CSV with a column `company`."""

from collections.abc import Sequence

from firststep.bringing.formats.formats import Format, Source
from firststep.bringing.formats.formula_cells import as_meant
from firststep.bringing.formats.tables import Header, records
from firststep.facts.file_rows import CannotRead, CompanyRow, Reading
from firststep.steps.people.spelling.cells import web_domain

REQUIRED = ("company",)
_OWN = "target since"  # a column that only targets.csv of an export has
_PEOPLE = ("First Name", "Last Name", "Vorname", "Nachname", "E-mail Address", "Job Title")
_LONGEST = 300
LONGEST_OPENING = 500


def recognises(source: Source) -> bool:
    """A row with a column `company` stands near the top, and none that only people have."""
    header = source.table.header(REQUIRED) if source.table else None
    return header is not None and not any(header.has(name) for name in _PEOPLE)


def read(source: Source, into: Reading) -> None:
    """Reads the companies of one CSV file."""
    table = source.table
    header = table.header(REQUIRED) if table else None
    if table is None or header is None:
        raise CannotRead('This list has no column named "company". Name it so and try again.')
    pick = _Columns(header)
    is_own = header.has(_OWN)
    for line, cells in records(table, header, into):
        row = [as_meant(cell) for cell in cells] if is_own else cells
        company = pick.company(line, row, into)
        if company is not None:
            into.companies.append(company)


class _Columns:
    """Where each fact stands in this file's rows."""

    def __init__(self, header: Header) -> None:
        self.name = header.index("company") or 0
        self.domain = header.index("domain")
        self.motivation = header.index("motivation")
        self.opening = header.index("opening")
        self.aliases = header.index("aliases")

    def company(self, line: int, row: Sequence[str], into: Reading) -> CompanyRow | None:
        name = " ".join(row[self.name].split())
        if not name:
            into.skipped += 1
            return None
        if len(name) > _LONGEST:
            into.complain(line, "company", name, "The name is too long. Shorten it.")
            return None
        return CompanyRow(
            line,
            name,
            self._domain(line, _cell(row, self.domain), into),
            self._motivation(line, _cell(row, self.motivation), into),
            self._opening(line, _cell(row, self.opening), into),
            _aliases(_cell(row, self.aliases)),
        )

    @staticmethod
    def _domain(line: int, text: str, into: Reading) -> str:
        if not text:
            return ""
        domain = web_domain(text)
        if domain is None:
            into.note(line, "domain", text, "This is no web domain like acme.com; it is left out.")
        return domain or ""

    @staticmethod
    def _motivation(line: int, text: str, into: Reading) -> int | None:
        if text in ("1", "2", "3", "4", "5"):
            return int(text)
        if text:
            into.note(line, "motivation", text, "This is no number from 1 to 5; it is left out.")
        return None

    @staticmethod
    def _opening(line: int, text: str, into: Reading) -> str:
        if len(text) > LONGEST_OPENING:
            into.note(line, "opening", text, "This is over 500 characters; it is left out.")
            return ""
        return text


def _cell(row: Sequence[str], column: int | None) -> str:
    return "" if column is None else row[column].strip()


def _aliases(text: str) -> tuple[str, ...]:
    """Other names, parted by `;` or `|`."""
    parts = (" ".join(part.split()) for part in text.replace("|", ";").split(";"))
    return tuple(dict.fromkeys(part for part in parts if part and len(part) <= _LONGEST))


FORMAT = Format("companies", "a list of companies (CSV)", recognises, read)
