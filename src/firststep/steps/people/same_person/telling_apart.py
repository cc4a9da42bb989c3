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
from firststep.steps.goal.companies.matching import key_of

_Work = tuple[str, str]  # a company's key and a folded title


class ToldAgain(IntEnum):
    """How a row fits somebody known by the name: not, with another title by now, or as it was."""

    NO = 0
    RETITLED = 1
    YES = 2


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
) -> ToldAgain:
    """Whether the row is this person's once more; `numbers` are the row's by key.

    `alone`: the file has no other such row, and the list nobody else of that name.
    """
    days = (_day(row.connected_on), _day(one.since))
    if _differ((_emails(row), one.emails), (numbers, one.phones), days):
        return ToldAgain.NO
    same_day = bool(days[0]) and days[0] == days[1]
    if one.linkedin and not same_day:
        return ToldAgain.NO
    if not row.company:
        return ToldAgain.YES if one.bare else ToldAgain.NO
    fits = _work_fits(row, one.work)
    return ToldAgain.NO if fits is ToldAgain.RETITLED and not (alone and same_day) else fits


def _work_fits(row: PersonRow, work: Collection[_Work]) -> ToldAgain:
    titles = {title for key, title in work if key == key_of(row.company)}
    if not titles:
        return ToldAgain.NO
    if not row.title or "" in titles or fold(row.title) in titles:
        return ToldAgain.YES
    return ToldAgain.RETITLED


def _emails(row: PersonRow) -> set[str]:
    return {email.lower() for email in row.emails}


def _day(on: date | None) -> tuple[date, ...]:
    return (on,) if on else ()


def _differ(*facts: tuple[Collection[object], Collection[object]]) -> bool:
    """Whether of some fact both tell something, and nothing of it is the same."""
    return any(told and known and not {*told} & {*known} for told, known in facts)


def same_entry(told: PersonRow, row: PersonRow, *, one_file: bool) -> bool:
    """Whether two rows of a list, whose names and companies are the same, are one person's.

    Titles of one file hold at the same time; a newer file may tell another one.
    """
    days = (_day(told.connected_on), _day(row.connected_on))
    if _differ((_emails(told), _emails(row)), (told.phones, row.phones), days):
        return False
    if not told.title or not row.title or fold(told.title) == fold(row.title):
        return True
    return bool(days[0]) and days[0] == days[1] and not one_file
