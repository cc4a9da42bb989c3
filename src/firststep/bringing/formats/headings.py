"""What the columns of a list hold: by their names (headers.txt), else by their cells. Pure.

A name that means several things ("Title", "Nom") is settled by the columns beside it.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache, lru_cache

from firststep.facts.text import fold, table_beside
from firststep.steps.people.spelling.cells import addresses
from firststep.steps.people.spelling.person_titles import is_title

NOTHING = "nothing"  # a column that is not to be read
FirstRows = Sequence[Sequence[str]]
_SIGNS = re.compile(r"[\W\d_]+")
# "Phone 1 - Value" and "Phone 1 - Label", as Google has them in its languages.
_VALUE = re.compile(
    r"(value|wert|waarde|valeur|valore?|wartosc|varde|vaerdi|arvo|hodnota|значение|值)$"
)
_LABEL = re.compile(r"(label|etiqueta|libelle|etichetta|etykieta|etikett|bezeichnung|ярлык|標籤)$")
_NO_WAY = re.compile(
    r"fax|faks|telecop|факс|傳真|传真|pager|assist|sekret|manager|owner|spouse|emergency|notfall"
)
_KIND = re.compile(rf"(type|typ|tipo|тип|{_LABEL.pattern})")
_WHOSE = ("person", "contact", "attendee", "lead", "kontakt", "contacto", "contato", "contatto")
_SEVERAL = re.compile(r" ?::: ?|[;\n]|, ")
_PHONE = re.compile(r"(?:\+|\(?0|\()[\d\s().\-/\u00a0]{6,22}|\d{2,4}(?:[ .\-/\u00a0]\d{2,4}){2,4}")
_EXTENSION = re.compile(r"\s*(?:ext|x|доб|dw|#)\.?\s*\d{1,6}$", re.IGNORECASE)
_DAY = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{1,4}")
_PROFILE = "linkedin.com/in/"
_MOST = 0.6  # of the filled cells tell what a column holds
_DIGITS = range(7, 16)
# Of these the cells are not asked: names may be written as addresses, what is left out stays out.
_SURE = frozenset(
    {
        NOTHING,
        "name",
        "name?",
        "surname",
        "given",
        "family",
        "email",
        "phone",
        "linkedin",
        "birthday",
    }
)


@lru_cache(maxsize=4_096)
def heading_key(name: str) -> str:
    """A column's name by its letters alone: "E-mail 2 Address" and "e-mail address" are one."""
    return _SIGNS.sub("", fold(name))


@cache
def _table() -> dict[str, tuple[str, str]]:
    """Name -> what it holds, and the languages and programs it is of."""
    lines = (line.split("\t") for line in table_beside(__file__, "headers"))
    return {heading_key(header): (field, of) for header, field, of in lines}


@cache
def headers_of(program: str, field: str) -> frozenset[str]:
    """The keys of a field's names by which a program's lists are known."""
    return frozenset(
        key for key, (f, of) in _table().items() if f == field and program in of.split()
    )


@lru_cache(maxsize=4_096)
def known_by_name(column: str) -> str:
    """What a column's name says it holds; "" for a name nobody knows."""
    key = heading_key(column)
    told = _table().get(key, ("", ""))[0]
    if told or not key:
        return told
    if _NO_WAY.search(key) or _LABEL.search(key):
        return NOTHING
    shorter = (_VALUE.sub("", key), *(key.removeprefix(whose) for whose in _WHOSE))
    return next((_table()[one][0] for one in shorter if one in _table()), "")


def is_no_way(told: str) -> bool:
    """Whether nobody answers there: a fax, a pager, somebody else's number. By any name."""
    return bool(_NO_WAY.search(heading_key(told)))


def kinds_beside(columns: Sequence[str]) -> dict[int, int]:
    """Where a column says of what kind the one behind it is: "Phone 1 - Label", its value."""
    keys = [heading_key(column) for column in columns]
    return {at: at - 1 for at, key in enumerate(keys) if at and key and _KIND.search(keys[at - 1])}


def held_by(columns: Sequence[str], rows: FirstRows) -> list[str]:
    """For each column what it holds; "" for what nobody knows. `rows` are the first ones below."""
    fields = list(map(known_by_name, columns))
    cells = [_filled(rows, at) for at in range(len(columns))]
    for at, field in enumerate(fields):
        if field.partition(" ")[0] not in _SURE:
            fields[at] = _held(cells[at]) or field
    for at, field in enumerate(fields):
        if settle := _SETTLED.get(field):
            fields[at] = settle(fields, rows, at)
    return fields


def _filled(rows: FirstRows, at: int) -> list[str]:
    return [cell for row in rows if at < len(row) and (cell := row[at].strip())]


def _held(cells: list[str]) -> str:
    """What most of the filled cells hold: addresses, numbers, profiles; "" for other things."""
    for field, holds in (("email", _is_address), ("linkedin", _is_profile), ("phone", is_number)):
        if cells and sum(map(holds, cells)) >= _MOST * len(cells):
            return field
    return ""


def _is_address(cell: str) -> bool:
    return "@" in cell and bool(addresses(cell)[0])


def _is_profile(cell: str) -> bool:
    return _PROFILE in cell.lower()


def is_number(cell: str) -> bool:
    """Whether a cell holds numbers one can ring: no day, no mere figure."""
    parts = [part.strip() for part in _SEVERAL.split(cell) if part.strip()]
    return bool(parts) and all(map(_is_one_number, parts))


def _is_one_number(text: str) -> bool:
    bare = _EXTENSION.sub("", text.removeprefix("tel:"))
    if not _PHONE.fullmatch(bare) or _DAY.fullmatch(bare):
        return False
    return sum(map(str.isdecimal, bare)) in _DIGITS


def _name(fields: Sequence[str], rows: FirstRows, at: int) -> str:
    """ "Name" beside a first name is the surname, unless the cells hold both."""
    given, family = _place("given", fields), _place("family", fields)
    if family is None:
        family = _place("nickname?", fields)
    if (given is None) == (family is None):
        return "name"
    beside = given if family is None else family
    if _holds(rows, at, beside if beside is not None else at):
        return "name"
    return "family" if family is None else "given"


def _holds(rows: FirstRows, at: int, other: int) -> bool:
    """Whether the cells of one column mostly hold those of the other and more."""
    pairs = [(row[at].split(), row[other].split()) for row in rows if max(at, other) < len(row)]
    both = [(long, short) for long, short in pairs if long and short]
    inside = sum(len(long) > len(short) and {*short} <= {*long} for long, short in both)
    return inside > len(both) / 2


def _place(field: str, fields: Sequence[str]) -> int | None:
    return fields.index(field) if field in fields else None


def _title(fields: Sequence[str], rows: FirstRows, at: int) -> str:
    """ "Title" is "Dr." beside a job title, or where the cells say so; else the job title."""
    cells = _filled(rows, at)
    titles = [cell for cell in cells if all(map(is_title, cell.split()))]
    if "title" in fields and "prefix" not in fields:
        return "prefix"
    return "prefix" if cells and len(titles) == len(cells) else "title"


def _nickname(fields: Sequence[str], _rows: FirstRows, _at: int) -> str:
    """ "Apelido" is a surname in Portugal and a nickname in Brazil."""
    return "nickname" if "family" in fields else "family"


_SETTLED: dict[str, Callable[[Sequence[str], FirstRows, int], str]] = {
    "name?": _name, "nickname?": _nickname, "title?": _title,
}  # fmt: skip


def valued(columns: Sequence[str], fields: Sequence[str], rows: FirstRows) -> list[str]:
    """The columns nobody knows in which words stand: they look as if they were worth reading."""
    unknown = (at for at, field in enumerate(fields) if not field)
    return [columns[at] for at in unknown if _tells(_filled(rows, at), len(rows))]


def _tells(cells: Collection[str], many: int) -> bool:
    worded = [cell for cell in cells if sum(map(str.isalpha, cell)) > len(cell) / 2]
    return len(worded) * 2 >= max(many, 1) and (len({*worded}) > 1 or many == 1)


def loosely_named(column: str, wanted: Iterable[str]) -> str:
    """The field whose known name stands inside another ("Kontaktname"), the longest first."""
    key, fields = heading_key(column), {*wanted}
    inside = (
        (len(name), field) for name, (field, _) in _table().items()
        if len(name) > 3 and name in key and field.rstrip("?") in fields
    )  # fmt: skip
    return max(inside, default=(0, ""))[1].rstrip("?")
