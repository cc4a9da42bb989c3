"""A list of companies the seeker wants to work for: a CSV with a column of companies, by any of
the names that lists of people have for it (headers.txt)."""

import re
from collections.abc import Callable, Sequence

from firststep.bringing.formats.formats import Format, Source
from firststep.bringing.formats.formula_cells import as_meant
from firststep.bringing.formats.headings import heading_key, known_by_name
from firststep.bringing.formats.tables import Header, Listed, Row, Table, column_key
from firststep.facts.file_rows import CannotRead, CompanyRow, Reading
from firststep.facts.said import say, to_say
from firststep.steps.people.spelling.cells import web_domain

REQUIRED = ("company",)
_OWN = "target since"  # a column that only targets.csv of an export has
_PEOPLES = frozenset({"given", "middle", "infix", "family", "prefix", "suffix", "nickname",
                      "nickname?", "title", "email", "birthday", "linkedin"})  # fmt: skip
_LONGEST = 300
_MOTIVATIONS = {str(number): number for number in range(1, 6)}
LONGEST_OPENING = 500
_NUMBER = re.compile(r"(?=(?:.*\d){3})[+\d()/. -]{3,50}")


# What only these lists have, by its names beside the one the export writes.
_NAMED = {
    heading_key(name): column
    for column, names in {
        "motivation": "Motivation, Priority, Interest, Priorität, Interesse, Lust",
        "domain": "Domain, Web domain, Company domain name, Internetdomain, Domäne",
        "opening": "Opening, Open position, Ausschreibung, Offene Stelle, Ausgeschriebene Stelle",
        "aliases": "Aliases, Other names, Also known as, Andere Namen, Auch genannt",
    }.items()
    for name in names.split(", ")
}
_KNOWN = {"company": "company", "website": "domain", "phone": "phone"}
_TELLING = frozenset({"domain", "motivation", "opening", "aliases"})  # what no list of others has


def recognises(source: Source) -> bool:
    """A row with companies stands near the top, and nothing that only people have. Where it is not
    called `company` itself, a column besides tells that these are companies to aim at."""
    header = companies_header(source.table)
    if header is None or _is_peoples(header):
        return False
    names = columns_named(header.columns)
    return header.has("company") or len(names) == 1 or not _TELLING.isdisjoint(names)


def columns_named(columns: Sequence[str]) -> list[str]:
    """The columns by the names `read` has for them, each once; any other as it is written."""
    keys = [*map(column_key, columns)]
    taken = {*keys}
    named = []
    for column in columns:
        own = _NAMED.get(heading_key(column)) or _KNOWN.get(known_by_name(column).split(" ")[0])
        meant = own if own and own not in taken else column
        taken.add(meant)
        named.append(meant)
    return named


def companies_header(table: Table | None) -> Header | None:
    """The first row with a column `company`, else with one that lists of people call so, and
    nothing that only people have."""
    if table is None:
        return None
    bare = (row for row in table.rows if not _is_peoples(row))
    rows = (row for row in bare if "company" in columns_named(row.columns))
    return table.header(REQUIRED) or next(rows, None)


def _is_peoples(header: Header) -> bool:
    return not _PEOPLES.isdisjoint(map(known_by_name, header.columns))


def _listed(source: Source) -> Listed:
    header = companies_header(source.table)
    if source.table is None or header is None:
        raise CannotRead(
            "This list has no column with the names of companies. "
            'Call that column "company" and try again.'
        )
    named = Header(header.line, header.delimiter, tuple(columns_named(header.columns)))
    return Listed(source.table, named, REQUIRED)


def read(source: Source, into: Reading) -> None:
    """Reads the companies of one CSV file."""
    listed = _listed(source)
    meant = as_meant if listed.header.has(_OWN) else str
    for row in listed.rows(into):
        name = " ".join(meant(row.written("company")).split())
        if not name:
            into.skipped += 1
        elif len(name) > _LONGEST:
            into.complain(row.line, "company", name, to_say("The name is too long. Shorten it."))
        else:
            into.companies.append(_company(row, name, meant, into))


def _company(row: Row, name: str, meant: Callable[[str], str], into: Reading) -> CompanyRow:
    def cell(column: str) -> str:
        return meant(row.written(column)).strip()

    left_out = _unfit(cell)
    for column, why in left_out.items():
        into.note(
            row.line, column, cell(column), say("This is {why}; it is left out.", why=say(why))
        )
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
        "domain": (web_domain(cell("domain")), to_say("not a web domain like acme.com")),
        "motivation": (cell("motivation") in _MOTIVATIONS, to_say("not a number from 1 to 5")),
        "opening": (len(cell("opening")) <= LONGEST_OPENING, to_say("over 500 characters")),
        "phone": (_NUMBER.fullmatch(cell("phone")), to_say("no phone number")),
    }
    return {column: why for column, (good, why) in fits.items() if cell(column) and not good}


def _aliases(text: str) -> tuple[str, ...]:
    """Other names, parted by `;` or `|`."""
    parts = (" ".join(part.split()) for part in text.replace("|", ";").split(";"))
    return tuple(dict.fromkeys(part for part in parts if part and len(part) <= _LONGEST))


FORMAT = Format("companies", to_say("a list of companies (CSV)"), recognises, read)
