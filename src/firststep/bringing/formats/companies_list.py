"""A list of companies the seeker wants to work for: a CSV with a column `company`."""

import re
from collections.abc import Callable

from firststep.bringing.formats.formats import Format, Source
from firststep.bringing.formats.formula_cells import as_meant
from firststep.bringing.formats.headings import known_by_name
from firststep.bringing.formats.tables import Row
from firststep.facts.file_rows import CompanyRow, Reading
from firststep.facts.said import to_say
from firststep.steps.people.spelling.cells import web_domain

REQUIRED = ("company",)
_OWN = "target since"  # a column that only targets.csv of an export has
_PEOPLES = frozenset({"given", "middle", "infix", "family", "prefix", "suffix", "nickname",
                      "nickname?", "title", "email", "birthday", "linkedin"})  # fmt: skip
_LONGEST = 300
_MOTIVATIONS = {str(number): number for number in range(1, 6)}
LONGEST_OPENING = 500
_NUMBER = re.compile(r"(?=(?:.*\d){3})[+\d()/. -]{3,50}")


def recognises(source: Source) -> bool:
    """A row with a column `company` stands near the top, and none that only people have."""
    header = source.table.header(REQUIRED) if source.table else None
    return header is not None and _PEOPLES.isdisjoint(map(known_by_name, header.columns))


def read(source: Source, into: Reading) -> None:
    """Reads the companies of one CSV file."""
    otherwise = 'This list has no column known_by_name "company". Name it so and try again.'
    listed = source.listed(*REQUIRED, otherwise=otherwise)
    meant = as_meant if listed.header.has(_OWN) else str
    for row in listed.rows(into):
        name = " ".join(meant(row.written("company")).split())
        if not name:
            into.skipped += 1
        elif len(name) > _LONGEST:
            into.complain(row.line, "company", name, "The name is too long. Shorten it.")
        else:
            into.companies.append(_company(row, name, meant, into))


def _company(row: Row, name: str, meant: Callable[[str], str], into: Reading) -> CompanyRow:
    def cell(column: str) -> str:
        return meant(row.written(column)).strip()

    left_out = _unfit(cell)
    for column, why in left_out.items():
        into.note(row.line, column, cell(column), f"This is {why}; it is left out.")
    return CompanyRow(
        row.line,
        name,
        web_domain(cell("domain")) or "",
        _MOTIVATIONS.get(cell("motivation")),
        "" if "opening" in left_out else cell("opening"),
        "" if "phone" in left_out else cell("phone"),
        _aliases(cell("aliases")),
    )


def _unfit(cell: Callable[[str], str]) -> dict[str, str]:
    """The columns whose cell says nothing that can be kept, and what it is instead."""
    fits = {
        "domain": (web_domain(cell("domain")), "no web domain like acme.com"),
        "motivation": (cell("motivation") in _MOTIVATIONS, "no number from 1 to 5"),
        "opening": (len(cell("opening")) <= LONGEST_OPENING, "over 500 characters"),
        "phone": (_NUMBER.fullmatch(cell("phone")), "no phone number"),
    }
    return {column: why for column, (good, why) in fits.items() if cell(column) and not good}


def _aliases(text: str) -> tuple[str, ...]:
    """Other names, parted by `;` or `|`."""
    parts = (" ".join(part.split()) for part in text.replace("|", ";").split(";"))
    return tuple(dict.fromkeys(part for part in parts if part and len(part) <= _LONGEST))


FORMAT = Format("companies", to_say("a list of companies (CSV)"), recognises, read)
