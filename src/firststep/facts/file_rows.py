"""What a reader of a foreign file hands out: rows, and words about what it could not read."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, NamedTuple

from firststep.facts.contact import Contact
from firststep.facts.said import say, say_number, to_say

Listener = Callable[[int, int], None]  # hears how many of how many are done
SHOWN = 40  # characters of a value that a remark repeats
NAMELESS = to_say("No name stands beside this address, so nobody is made of it.")


class PersonRow(NamedTuple):
    """One person as a file tells it. A tuple, for an address book holds 100,000 of them.

    `line` is the physical line in the file; `linkedin` the profile's slug or "". A `mention` comes
    from a message or a meeting: it makes a person, but never renames or counts one known already.
    `former` are posts (company, title) that an older file told and a newer one did not.
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
    note: str = ""
    birthday: str = ""  # 1990-02-14, or --02-14 without a year
    mention: bool = False
    former: tuple[tuple[str, str], ...] = ()


class Employer(NamedTuple):
    """A company that is no target: an address card of its own, or one the seeker took note of.

    `why` says in words what they did ("You follow it on LinkedIn."), "" for a mere card.
    """

    line: int
    name: str
    why: str = ""
    on: date | None = None


class OwnPart(NamedTuple):
    """A post or a school of the seeker's own life; days are the first of their month or year."""

    line: int
    kind: Literal["post", "school"]
    name: str
    title: str = ""
    began_on: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Me:
    """Who the seeker is in these files: their names, addresses and profiles."""

    name: str = ""
    emails: tuple[str, ...] = ()
    linkedin: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """What a reader must be told. `mapping` is column -> field, for lists of no known format.

    `known` are headers for which that was said before, each with its mapping. `among` says that
    other files stand beside this one: the mapping is meant for those nobody knows, and each takes
    of it the columns it has.
    """

    me: Me = Me()
    zone: str = "UTC"
    today: date | None = None
    mapping: tuple[tuple[str, str], ...] = ()
    known: tuple[tuple[tuple[str, ...], tuple[tuple[str, str], ...]], ...] = ()
    among: bool = False


class CompanyRow(NamedTuple):
    """One company the seeker wants to work for. `motivation` is 1-5, None where not said."""

    line: int
    name: str
    domain: str = ""
    motivation: int | None = None
    opening: str = ""
    phone: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about one cell: `row` is the physical line, `problem` names a way out.

    `inside` is the file inside an archive where it stands.
    """

    row: int
    column: str
    value: str
    problem: str
    inside: str = ""


def remark(row: int, column: str, value: str, problem: str) -> Remark:
    """A remark whose value is cut to 40 characters and safe to print."""
    shown = value[: SHOWN + 1].encode("unicode_escape").decode() if _risky(value) else value
    if len(shown) > SHOWN:
        shown = shown[: SHOWN - 1] + "…"
    return Remark(row, column, shown, say(problem))


def _risky(value: str) -> bool:
    return not value[: SHOWN + 1].isprintable()


@dataclass(slots=True)
class Reading:
    """One file as it is being read.

    A *note* keeps the row and leaves a field empty; a *complaint* drops the row. `hidden` counts
    people the other program does not name, `skipped` rows that are nobody. `contacts` are days of
    being in touch, `me` is what the file tells of the seeker, `mapping` which column was taken for
    what, where that was guessed, `columns` the header where somebody said so, `unread`
    the columns that were left out though words stand in them, `tally` how many of what kind were
    seen. `source` is which list it is, where the format alone does not tell;
    `encoding` and `sample` (a line) tell of files that are not plain UTF-8.
    """

    name: str
    format: str = ""
    source: str = ""
    people: list[PersonRow] = field(default_factory=list)
    companies: list[CompanyRow] = field(default_factory=list)
    employers: list[Employer] = field(default_factory=list)
    contacts: set[Contact] = field(default_factory=set)
    own: list[OwnPart] = field(default_factory=list)
    me: Me = Me()
    mapping: dict[str, str] = field(default_factory=dict)
    columns: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    encoding: str = ""
    sample: str = ""
    dead: dict[str, date] = field(default_factory=dict)  # addresses that bounced for good
    tally: dict[str, int] = field(default_factory=dict)
    mentioned: set[str] = field(default_factory=set)
    left_out: dict[str, dict[str, tuple[int, str, str]]] = field(default_factory=dict)
    rows: int = 0
    hidden: int = 0
    skipped: int = 0
    notes: list[Remark] = field(default_factory=list)
    complaints: list[Remark] = field(default_factory=list)
    listen: Listener | None = None

    def tell(self, done: int, of: int) -> None:
        """Says how far the reading is."""
        if self.listen is not None:
            self.listen(done, of)

    def mention(self, row: PersonRow) -> None:
        """Somebody a message or a meeting names: taken once, however often they are named."""
        key = row.linkedin or (row.emails[0].lower() if row.emails else row.name)
        if key not in self.mentioned:
            self.mentioned.add(key)
            self.people.append(row)

    def count(self, kind: str) -> None:
        """One more of a kind."""
        self.tally[kind] = self.tally.get(kind, 0) + 1

    def note(self, row: int, column: str, value: str, problem: str) -> None:
        """The row is kept, the field is left empty."""
        self.notes.append(remark(row, column, value, problem))

    def leave_out(self, row: int, column: str, value: str, problem: str, *, key: str = "") -> None:
        """Something of which nobody is made. What is alike is told in one note, with its count.

        The same value, or the same `key`, counts once.
        """
        self.left_out.setdefault(problem, {}).setdefault(key or value, (row, column, value))

    def tell_left_out(self) -> None:
        """Writes those notes, once all is read."""
        for problem, values in self.left_out.items():
            row, column, value = next(iter(values.values()))
            told = say(problem)
            if len(values) > 1:
                told += " " + say("So it is with {n} in this file.", n=say_number(len(values)))
            self.note(row, column, value, told)
        self.left_out.clear()

    def complain(self, row: int, column: str, value: str, problem: str) -> None:
        """The row is dropped."""
        self.complaints.append(remark(row, column, value, problem))


class CannotRead(Exception):  # a sentence, like errors.CannotDo
    """A whole file that cannot be read: one sentence that says why and what to do.

    `typed` is what to type where commands are typed; `by_columns` says that it could be read once
    somebody told what its columns are.
    """

    def __init__(
        self, words: str, *, typed: str = "", by_columns: bool = False, **filled: Any
    ) -> None:
        super().__init__(say(words, **filled))
        self.typed = typed
        self.by_columns = by_columns
