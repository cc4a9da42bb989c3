"""Whether two entries of one name at one company are one row told again, or two people. Pure.

A name and an employer alone prove little: there are two Thomas Müllers at Siemens. They are taken
for one only within one list, and only where nothing else that both tell differs.
"""

from collections.abc import Collection
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from firststep.facts.file_rows import PersonRow
from firststep.facts.text import fold
from firststep.steps.goal.companies.matching import company_key

_Work = tuple[str, str]  # a company's key and a folded title


class Again(IntEnum):
    """How a row fits somebody known by the name: not, with another title by now, or as it was."""

    NO = 0
    RETITLED = 1
    YES = 2


def key_of(company: str) -> str:
    """What a company is known by: its folded name, or all of it where nothing would be left."""
    return company_key(company) or fold(company)


def post_key(company: str, title: str) -> str:
    """What a post is remembered by once it was let go; `company` by its key."""
    return f"{company}\t{fold(title)}"[:700]


def work_of(key: str) -> _Work:
    """The post behind such a key."""
    company, _, title = key.partition("\t")
    return company, title


class Bearer(NamedTuple):
    """Somebody who bears the row's name in the same list.

    `work` is every post, former ones and those taken out too; `bare` that the list named none.
    """

    emails: Collection[str]
    phones: Collection[str]
    work: Collection[_Work]
    since: date | None
    linkedin: bool
    bare: bool


def told_again(
    row: PersonRow, one: Bearer, *, numbers: Collection[str] = (), alone: bool = False
) -> Again:
    """Whether the row is this person's once more; `numbers` are the row's by key.

    `alone`: the file has no other such row, and the list nobody else of that name.
    """
    if _differ({e.lower() for e in row.emails}, one.emails) or _differ(numbers, one.phones):
        return Again.NO
    same_day = row.connected_on is not None and row.connected_on == one.since
    if row.connected_on and one.since and not same_day:
        return Again.NO
    if one.linkedin and not same_day:
        return Again.NO
    if not row.company:
        return Again.YES if one.bare else Again.NO
    titles = {title for key, title in one.work if key == key_of(row.company)}
    if not titles:
        return Again.NO
    if not row.title or "" in titles or fold(row.title) in titles:
        return Again.YES
    return Again.RETITLED if alone and same_day else Again.NO


def _differ(told: Collection[str], known: Collection[str]) -> bool:
    """Whether both tell something and nothing of it is the same."""
    return bool(told) and bool(known) and not {*told} & {*known}


def same_entry(told: PersonRow, row: PersonRow, *, one_file: bool) -> bool:
    """Whether two rows of a list, whose names and companies are the same, are one person's.

    Titles of one file hold at the same time; a newer file may tell another one.
    """
    emails = ({e.lower() for e in one.emails} for one in (told, row))
    if _differ(*emails) or _differ(told.phones, row.phones):
        return False
    same_day = told.connected_on is not None and told.connected_on == row.connected_on
    if told.connected_on and row.connected_on and not same_day:
        return False
    differ = bool(told.title and row.title) and fold(told.title) != fold(row.title)
    return not differ or (same_day and not one_file)
