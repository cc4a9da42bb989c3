"""Whose title says that they hold a seat, surely or perhaps (method M2.2, rhythm F31). Pure."""

from collections.abc import Iterable, Set
from functools import lru_cache
from typing import NamedTuple

from firststep.facts.kinds import SURENESS_ORDER, Sureness
from firststep.facts.text import fold
from firststep.steps.people.titles.decision_makers import (
    OWNER_DECIDES,
    by_letters_alone,
    leads_firm,
    runs_above,
    runs_department,
    stands_above,
    usual_seat_keys,
)
from firststep.steps.people.titles.departments_named import departments_of

OTHER_POSTS = "These letters can also mean another post."
SMALL_FIRM = 10  # people known at a company up to which it may be a small one


class Holder(NamedTuple):
    """Somebody who may hold a seat, with why in words."""

    person_id: int
    name: str
    sureness: Sureness
    why: str


def proposed_holders(
    people: Iterable[tuple[int, str, str]], department: str, *, most: int = 3
) -> list[Holder]:
    """Who of `(id, name, title)` may hold the department's seat, the surest first.

    Where nobody surely does, also whoever leads the firm: in a small one that is who decides. A
    firm where more than ten people are known is none.
    """
    there = list(people)
    found = [
        Holder(person_id, name, *said)
        for person_id, name, title in there
        if (said := _may_hold(title, department)) is not None
    ]
    if len(there) > SMALL_FIRM or any(holder.sureness != "weak" for holder in found):
        found = [holder for holder in found if OWNER_DECIDES not in holder.why]
    return sorted(found, key=lambda h: (SURENESS_ORDER[h.sureness], h.person_id))[:most]


def _may_hold(title: str, department: str) -> tuple[Sureness, str] | None:
    said = f'Their title is "{title}".'
    if (sureness := runs_department(title, department)) is not None:
        letters = by_letters_alone(title, department)
        return sureness, f"{said} {OTHER_POSTS}" if letters else said
    if above := runs_above(title, department):
        return "weak", f"{said} {stands_above(above, department)}"
    return ("weak", f"{said} {OWNER_DECIDES}") if department and leads_firm(title) else None


class ByTitle(NamedTuple):
    """Who holds a seat by title alone, and of several the ones who may."""

    holder: int | None
    perhaps: tuple[int, ...] = ()


def may_hold_by_title(*, current: bool, sureness: Sureness, do_not_contact: bool) -> bool:
    """Whether somebody's title may fill a seat: they surely work there now, and may be written
    to (F31)."""
    return current and sureness != "weak" and not do_not_contact


def held_by_title(
    seat: str, department: str, people: Iterable[tuple[int, str]], *, not_held_by: Set[int]
) -> ByTitle:
    """Who of those who may holds an empty seat by `(id, present title)`: one fills it; of several
    the seeker says which; nobody of whom the seeker said "not so" (F31)."""
    heads = heads_by_title(seat, department, (one for one in people if one[0] not in not_held_by))
    return ByTitle(heads[0]) if len(heads) == 1 else ByTitle(None, heads)


def heads_by_title(
    seat: str, department: str, people: Iterable[tuple[int, str]]
) -> tuple[int, ...]:
    """Who of `(id, present title)` there surely holds that seat, by number: whoever bears its very
    title or heads the department; where nobody does, its managers. One of them fills the seat, of
    several the seeker says which (F31)."""
    found: dict[Sureness, set[int]] = {"exact": set(), "strong": set(), "weak": set()}
    for person_id, title in people:
        sure = _holds(seat, department, title)
        if sure is not None:
            found[sure].add(person_id)
    return tuple(sorted(found["exact"] or found["strong"]))


@lru_cache(maxsize=4096)  # every plan asks it of everybody at every seat
def _holds(seat: str, department: str, title: str) -> Sureness | None:
    if title and fold(title) == fold(seat):
        return "exact"
    usual = department and fold(seat) in usual_seat_keys(department)
    if not usual or not title or by_letters_alone(title, department):
        return None
    return runs_department(title, department)


def speaks_of_another(title: str, department: str) -> bool:
    """Whether a title names a post that is not the department head's: "Operations" is not
    Purchasing's (F31). A title of no department, and none at all, may be."""
    if not title or runs_department(title, department) is not None:
        return False
    named = departments_of(title)
    return bool(named) and not departments_of(department) & named
