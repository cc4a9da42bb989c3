"""Reading CSV: where the header stands, which delimiter, and records with their physical line."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from firststep.bringing.formats.encodings import encoding_of, lines_of
from firststep.bringing.formats.headings import known_by_name
from firststep.bringing.formats.letters import page_of, tell_encoding
from firststep.facts.file_rows import CannotRead, Reading
from firststep.facts.said import say, say_number, to_say

MAX_COLUMNS = 200
MAX_BREAKS = 20  # line breaks in one record; more is an unclosed quote
_HEADER_WITHIN = 40  # physical lines
_LINE_SHOWN = 100_000
_TOLD_EVERY = 256  # rows
_DELIMITERS = ",;\t"


def column_key(name: str) -> str:
    """A column's name without case, spaces, underscores and BOM."""
    return name.casefold().replace(" ", "").replace("_", "").strip("\ufeff\u200b")


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header row stands. `columns` are the names as written."""

    line: int
    delimiter: str
    columns: tuple[str, ...]

    def has(self, name: str) -> bool:
        """Whether a column stands there, however often."""
        return column_key(name) in map(column_key, self.columns)

    def index(self, name: str) -> int | None:
        """The place of a column, None where it is missing. Raises CannotRead where it is double."""
        keys = [column_key(column) for column in self.columns]
        wanted = column_key(name)
        if keys.count(wanted) > 1:
            raise CannotRead(
                'The column "{name}" stands twice in line {line}. Say which is what.',
                name=name,
                line=self.line,
                by_columns=True,
            )
        return keys.index(wanted) if wanted in keys else None

    def told_apart(self) -> "Header":
        """The same header with a name of its own for every column: "Email (2)", "Column 3"."""
        seen: Counter[str] = Counter()
        columns = []
        for place, column in enumerate(self.columns, start=1):
            seen[column_key(column)] += 1
            times = seen[column_key(column)]
            columns.append(f"{column} ({times})" if column and times > 1 else column)
            columns[-1] = columns[-1] or f"Column {place}"
        return Header(self.line, self.delimiter, tuple(columns))

    def doubled(self) -> list[str]:
        """The columns that stand there more than once."""
        seen = Counter(column_key(column) for column in self.columns if column)
        return [c for c in dict.fromkeys(self.columns) if seen[column_key(c)] > 1]


@dataclass(frozen=True, slots=True)
class Table:
    """A text file that may be a CSV. `rows` are its first rows, any of which may be the header."""

    data: bytes
    encoding: str
    rows: tuple[Header, ...]

    def header(self, required: Iterable[str]) -> Header | None:
        """The first row that holds every required column."""
        wanted = {column_key(name) for name in required}
        for row in self.rows:
            if wanted <= {column_key(column) for column in row.columns}:
                return row
        return None


class Row(NamedTuple):
    """A data row with the physical line it begins on."""

    line: int
    cells: Sequence[str]
    places: Mapping[str, int | None]

    def written(self, column: str) -> str:
        """What stands there; "" where there is no such column."""
        place = self.places[column]
        return "" if place is None else self.cells[place]

    def cell(self, column: str) -> str:
        """The same without spaces around it."""
        return self.written(column).strip()

    def has(self, column: str) -> bool:
        return self.places[column] is not None

    def words(self, column: str) -> str:
        """The same with single spaces between words."""
        return " ".join(self.cell(column).split())


class _Places(dict[str, int | None]):
    """Where each column stands, looked for once."""

    def __init__(self, header: Header) -> None:
        self.header = header

    def __missing__(self, column: str) -> int | None:
        place = self[column] = self.header.index(column)
        return place


class Listed(NamedTuple):
    """A table, where its header stands, and the columns by which it was found."""

    table: Table
    header: Header
    required: Sequence[str]

    def rows(self, into: Reading) -> Iterator[Row]:
        """Each proper row. Raises CannotRead for a column that is asked for and stands twice."""
        places = _Places(self.header)
        for column in self.required:
            places[column]
        for line, cells in records(self.table, self.header, into):
            yield Row(line, cells, places)


def open_table(data: bytes) -> Table:
    """Raises CannotRead for what is no text."""
    encoding = encoding_of(data)
    encoding = page_of(data, knows=known_by_name) if encoding == "cp1252" else encoding
    lines = islice(lines_of(data, encoding), _HEADER_WITHIN)
    return Table(data, encoding, tuple(_first_rows(line[:_LINE_SHOWN] for line in lines)))


def _first_rows(lines: Iterable[str]) -> Iterator[Header]:
    told = None
    for number, line in enumerate(lines, start=1):
        if number == 1 and line.lower().startswith("sep=") and len(line.strip()) == 5:
            told = line[4]
            continue
        delimiter = told or max(_DELIMITERS, key=line.count)
        columns = _split(line, delimiter)
        yield Header(number, delimiter, tuple(c.strip(" \ufeff\r\n") for c in columns))


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


class _Unclosed(Exception):
    """A record that runs over too many lines."""


class _Lines:
    """Physical lines that can be given out again from the second line of an unclosed record."""

    def __init__(self, source: Iterator[str], number: int) -> None:
        self.source = source
        self.number = number  # of the line given out last
        self.held: list[str] = []  # lines of the present record
        self.again: list[str] = []  # lines to be given out once more, last first
        self.cut = False

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if len(self.held) > MAX_BREAKS:
            raise _Unclosed
        try:
            line = self.again.pop() if self.again else next(self.source)
        except StopIteration:
            self.cut = bool(self.held)
            raise
        self.held.append(line)
        self.number += 1
        return line

    def reread(self) -> None:
        """Goes back to the line after the one the present record began on."""
        self.again.extend(reversed(self.held[1:]))
        self.number -= len(self.held) - 1
        self.held.clear()


def records(table: Table, header: Header, into: Reading) -> Iterator[tuple[int, Sequence[str]]]:
    """Each data row with the physical line it begins on, as wide as the header.

    What is no proper row is complained of and left out; empty lines are passed over.
    """
    if len(header.columns) > MAX_COLUMNS:
        raise CannotRead(
            "Line {line} has {n} columns, more than the {most} a list of people has. Export it "
            "again and try once more.",
            line=header.line,
            n=say_number(len(header.columns)),
            most=MAX_COLUMNS,
        )
    tell_encoding(table.data, table.encoding, into)
    width, whole = len(header.columns), table.data.count(b"\n") + 1
    has_nul = b"\x00" in table.data and not table.encoding.startswith("utf-16")
    for begins, row in _raw_records(table, header, into):
        if into.rows % _TOLD_EVERY == 0:
            into.tell(begins, whole)
        if len(row) == width and not has_nul:
            into.rows += 1
            yield begins, row
        elif row and (proper := _proper(row, header, begins, into)):
            yield begins, proper
    into.tell(whole, whole)


def _raw_records(table: Table, header: Header, into: Reading) -> Iterator[tuple[int, list[str]]]:
    """What the rows hold; a broken one is complained of."""
    lines = _Lines(islice(lines_of(table.data, table.encoding), header.line, None), header.line)
    reader = csv.reader(lines, delimiter=header.delimiter)
    while True:
        begins = lines.number + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except (csv.Error, _Unclosed) as problem:
            _complain_of_broken(into, begins, lines, problem)
            continue
        if lines.cut:
            into.rows += 1
            into.complain(begins, "", lines.held[0], _UNCLOSED)
            return
        lines.held.clear()
        yield begins, row


_UNCLOSED = to_say(
    "A quotation mark opened on this line is not closed. Close it or take it out, then try again."
)


def _complain_of_broken(into: Reading, begins: int, lines: _Lines, problem: Exception) -> None:
    into.rows += 1
    opening = lines.held[0] if lines.held else ""
    if isinstance(problem, _Unclosed) or len(lines.held) > 1:
        into.complain(begins, "", opening, _UNCLOSED)
        lines.reread()
        return
    into.complain(
        begins, "", opening, to_say("A cell here is longer than 131,072 characters. Shorten it.")
    )
    lines.held.clear()


def _proper(row: list[str], header: Header, line: int, into: Reading) -> list[str] | None:
    """The row at the header's width, None where that would be a guess."""
    width = len(header.columns)
    if not any(row):
        return None
    into.rows += 1
    if len(row) < width or any(row[width:]):
        into.complain(
            line,
            "",
            header.delimiter.join(row),
            say(
                "The row has {n} cells, the header {width}. Quote cells that hold "
                '"{delimiter}", or add the missing cells.',
                n=len(row),
                width=width,
                delimiter=header.delimiter,
            ),
        )
        return None
    for name, cell in zip(header.columns, row, strict=False):
        if "\x00" in cell:
            into.complain(line, name, cell, to_say("The cell holds a NUL character. Take it out."))
            return None
    return row[:width]
