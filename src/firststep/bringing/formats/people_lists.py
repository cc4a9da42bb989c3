"""Rows of a list of people, once it is known which column holds what: one reader for all."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice

from firststep.bringing.formats.address_cards import AddressCard, keep, own_labels
from firststep.bringing.formats.headings import FirstRows, is_no_way, kinds_beside
from firststep.bringing.formats.tables import Header, Table, records
from firststep.facts.file_rows import Reading
from firststep.facts.said import to_say

_LOOKED_AT = 200  # rows, for what a column holds
_SPLIT = re.compile(r" ?::: ?")  # Google's, between several values in one cell
_NAME_PARTS = (("given", "middle"), ("infix", "family"))
_PHONES = ("phone mobile", "phone work", "phone home", "phone", "phone other")  # the best first
_YES = frozenset(
    {"true", "1", "yes", "wahr", "ja", "vrai", "verdadero", "verdadeiro", "vero", "waar", "prawda",
     "sant", "tosi", "pravda", "истина", "是"}
)  # fmt: skip
_PRIVATE = to_say("This entry is marked private, so it is left out.")


def first_rows(table: Table, header: Header) -> FirstRows:
    """The rows below a header, as many as show what the columns hold."""
    return [row for _, row in islice(records(table, header, Reading("")), _LOOKED_AT)]


def read_people(table: Table, header: Header, fields: Sequence[str], into: Reading) -> None:
    """Keeps everybody in the rows; an entry marked private is left out and told of."""
    pick = _Picked(fields, kinds_beside(header.columns))
    for line, row in records(table, header, into):
        if pick.is_private(row):
            into.skipped += 1
            into.note(line, "Private", "", _PRIVATE)
        else:
            keep(pick.card(line, row), into)


class _Picked:
    """Where each fact stands in the rows of one list."""

    def __init__(self, fields: Sequence[str], kinds: Mapping[int, int]) -> None:
        self._kinds = kinds
        self._places: dict[str, list[int]] = {}
        for at, field in enumerate(fields):
            self._places.setdefault(field, []).append(at)

    def is_private(self, row: Sequence[str]) -> bool:
        return any(cell.lower() in _YES for cell in self._cells(row, "private"))

    def card(self, line: int, row: Sequence[str]) -> AddressCard:
        """The entry in a row."""
        given, family = (self._joined(row, *parts) for parts in _NAME_PARTS)
        whole = _turned(self._first(row, "surname first")) or self._first(row, "name", "nickname")
        if not (given and family) and len(whole.split()) > len((given or family).split()):
            given = family = ""  # half a name beside a whole one
        return AddressCard(
            line,
            given=given,
            family=family,
            whole=whole,
            suffix=self._first(row, "suffix"),
            emails=[one for one in self._many(row, "email") if not _is_exchange(one)],
            phones=[*self._many(row, *_PHONES, unless=is_no_way)],
            company=self._first(row, "company"),
            title=self._first(row, "title", "department"),
            urls=[url.replace("\\:", ":") for url in self._many(row, "linkedin", "website")],
            note="\n".join(dict.fromkeys(self._cells(row, "note"))),
            labels=own_labels(self._many(row, "labels")),
            birthday=self._first(row, "birthday"),
        )

    def _cells(
        self, row: Sequence[str], *fields: str, unless: Callable[[str], bool] | None = None
    ) -> Iterator[str]:
        """What stands in the columns of some fields, one field after the other; `unless` the kind
        told beside it is one of those."""
        for at in (at for field in fields for at in self._places.get(field, ())):
            left_out = unless and at in self._kinds and unless(row[self._kinds[at]])
            if not left_out and (cell := row[at].strip()):
                yield cell

    def _first(self, row: Sequence[str], *fields: str) -> str:
        return next((_SPLIT.split(cell)[0] for cell in self._cells(row, *fields)), "")

    def _joined(self, row: Sequence[str], *fields: str) -> str:
        return " ".join(dict.fromkeys(self._cells(row, *fields)))

    def _many(
        self, row: Sequence[str], *fields: str, unless: Callable[[str], bool] | None = None
    ) -> Iterator[str]:
        for cell in self._cells(row, *fields, unless=unless):
            yield from filter(None, map(str.strip, _SPLIT.split(cell)))


def _turned(whole: str) -> str:
    """ "Kováč Ján" as "Kováč, Ján", from a column that says so; longer names tell no border."""
    words = whole.split()
    return f"{words[0]}, {words[1]}" if len(words) == 2 and "," not in whole else whole


def _is_exchange(address: str) -> bool:
    """A name inside somebody's Exchange ("/O=…"): no address anybody can write to."""
    return address.lower().startswith("/o=")
