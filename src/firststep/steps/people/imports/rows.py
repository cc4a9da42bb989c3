"""What a reader of a foreign file hands out: rows, and words about what it could not read."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

SHOWN = 40  # characters of a value that a remark repeats


class PersonRow(NamedTuple):
    """One person as a file tells it. A tuple, for an address book holds 100,000 of them.

    `line` is the physical line in the file; `linkedin` the profile's slug or "".
    """

    line: int
    given: str
    family: str
    name: str
    linkedin: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    company: str = ""
    title: str = ""
    connected_on: date | None = None


class CompanyRow(NamedTuple):
    """One company the seeker wants to work for. `motivation` is 1-5, None where not said."""

    line: int
    name: str
    domain: str = ""
    motivation: int | None = None
    opening: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about one cell: `row` is the physical line, `problem` names a way out."""

    row: int
    column: str
    value: str
    problem: str


def remark(row: int, column: str, value: str, problem: str) -> Remark:
    """A remark whose value is cut to 40 characters and safe to print."""
    shown = value[: SHOWN + 1].encode("unicode_escape").decode() if _risky(value) else value
    if len(shown) > SHOWN:
        shown = shown[: SHOWN - 1] + "…"
    return Remark(row, column, shown, problem)


def _risky(value: str) -> bool:
    return not value[: SHOWN + 1].isprintable()


@dataclass(slots=True)
class Reading:
    """One file as it is being read.

    A *note* keeps the row and leaves a field empty; a *complaint* drops the row. `hidden` counts
    people the other program does not name, `skipped` rows that are nobody.
    """

    name: str
    format: str = ""
    people: list[PersonRow] = field(default_factory=list)
    companies: list[CompanyRow] = field(default_factory=list)
    rows: int = 0
    hidden: int = 0
    skipped: int = 0
    notes: list[Remark] = field(default_factory=list)
    complaints: list[Remark] = field(default_factory=list)

    def note(self, row: int, column: str, value: str, problem: str) -> None:
        """The row is kept, the field is left empty."""
        self.notes.append(remark(row, column, value, problem))

    def complain(self, row: int, column: str, value: str, problem: str) -> None:
        """The row is dropped."""
        self.complaints.append(remark(row, column, value, problem))


class CannotRead(Exception):  # noqa: N818  # a sentence, like errors.CannotDo
    """A whole file that cannot be read: one sentence that says why and what to do."""
