"""Who can decide, by title: whose seat it is, who leads the firm, who only works there. Pure.

English and German titles. Source: method M2.2, the manager of the department where the work is
done, by title even before there is a name.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from firststep.facts.kinds import Sureness
from firststep.facts.text import fold
from firststep.steps.people.departments import ABOVE, CHIEFS, DEPARTMENTS, NO_DEPARTMENT

_WORD = re.compile(r"[^\W_]+")
_HEADS = frozenset(
    {
        "head", "director", "directorin", "direktor", "direktorin", "vp", "svp", "evp", "avp",
        "president", "chief", "leiter", "leiterin", "leitung", "leitend", "leitender", "leitende",
        "bereichsleiter", "bereichsleiterin", "abteilungsleiter", "abteilungsleiterin",
        "bereichsleitung", "abteilungsleitung", "hauptabteilungsleiter", "ressortleiter",
        "vorstand",
    }
)  # fmt: skip
_HEAD_ENDINGS = ("leiter", "leiterin", "leitung")  # Einkaufsleiter, Vertriebsleitung
_MANAGERS = frozenset(
    {
        "manager", "managerin", "mgr", "lead", "teamleiter", "teamleiterin", "teamleitung",
        "supervisor", "gruppenleiter", "gruppenleiterin",
    }
)  # fmt: skip
# Here a manager manages a thing, not the department.
_OF_THINGS = frozenset({"Product", "Sales", "Marketing", "Project Management", "Customer Service",
                        "Data", "Design"})  # fmt: skip
_NOT_IN_CHARGE = frozenset(
    {
        "assistant", "assistenz", "assistentin", "assistent", "secretary", "sekretarin", "trainee",
        "intern", "praktikant", "praktikantin", "werkstudent", "werkstudentin", "former",
        "ehemalig", "ehemaliger", "ehemalige", "ex", "retired", "student", "azubi", "apprentice",
        "pa", "ea", "referent", "referentin", "coordinator", "koordinator", "aspiring",
    }
)  # fmt: skip
_BELOW = frozenset({"deputy", "stellvertretender", "stellvertretende", "stellv", "interim",
                    "associate", "vice", "stv", "acting", "junior"})  # fmt: skip
# These manage a part of a department's work, seldom the department.
_PARTS = frozenset({"category", "commodity", "lead", "warengruppen", "warengruppenmanager", "key",
                    "account", "regional"})  # fmt: skip
_LEADS = frozenset(
    {
        "ceo", "founder", "cofounder", "inhaber", "inhaberin", "geschaftsfuhrer",
        "geschaftsfuhrerin", "geschaftsfuhrung", "grunder", "grunderin", "mitgrunder",
        "mitgrunderin", "geschaftsinhaber", "geschaftsinhaberin", "firmeninhaber",
        "firmeninhaberin", "proprietor",
    }
)  # fmt: skip
_LEADS_IN_WORDS = ("managing director", "chief executive", "geschaftsfuhrender gesellschafter",
                   "geschaftsfuhrende gesellschafterin")  # fmt: skip
_BY_THEM = frozenset({"associate", "staff", "office"})  # "Founder's Associate", "Chief of Staff"
# What an owner of it does not lead.
_OWNED = frozenset(
    {
        "product", "process", "system", "service", "solution", "data", "application", "asset",
        "budget", "risk", "project", "platform", "tool", "control", "home", "feature", "domain",
        "capability", "epic",
    }
)  # fmt: skip
OWNER_DECIDES = "In a small firm whoever leads it decides."


@lru_cache(maxsize=1024)
def department_key(text: str) -> str:
    """One key for every spelling of a department: Procurement, Einkauf and Purchasing share it.

    A department nobody knows is its own folded name; "" stays "".
    """
    words = " ".join(_words(text))
    return fold(_spellings().get(words) or _named_in(words) or words)


def seat_title(department: str) -> str:
    """What the seat of the department's manager is called: "Head of Purchasing"."""
    return f"Head of {' '.join(department.split())}"


@lru_cache(maxsize=16_384)
def sits_in(title: str, department: str) -> bool:
    """Whether somebody with that title works in the department."""
    key = department_key(department)
    return bool(key) and _names(title, key)


@lru_cache(maxsize=16_384)
def runs_department(title: str, department: str) -> Sureness | None:
    """How surely that title runs the department; None for whoever does not.

    *exact* heads, directors, chiefs; *strong* its managers; *weak* deputies, leads of a part.
    """
    key = department_key(department)
    words = _words(title)
    if not key or _NOT_IN_CHARGE.intersection(words):
        return None
    if any(fold(CHIEFS[word]) == key for word in words if word in CHIEFS):
        return "exact"
    if not _names(title, key):
        return None
    return _rank(words, key)


def runs_above(title: str, department: str) -> str:
    """The department above, which that title surely runs: Supply Chain above Purchasing; or ""."""
    key = department_key(department)
    above = next((names for name, names in ABOVE.items() if fold(name) == key), ())
    return next((name for name in above if runs_department(title, name) == "exact"), "")


def leads_firm(title: str) -> bool:
    """Whether that title leads or owns the whole firm; never a "Product Owner"."""
    words = _words(title)
    if (_NOT_IN_CHARGE | _BY_THEM).intersection(words):
        return False
    if _LEADS.intersection(words) or any(part in " ".join(words) for part in _LEADS_IN_WORDS):
        return True
    before = dict(zip(words[1:], words, strict=False))
    return "owner" in words and before.get("owner") not in _OWNED


def _rank(words: tuple[str, ...], key: str) -> Sureness | None:
    below = _BELOW.intersection(words) - ({"vice"} if "president" in words else set())
    heads = any(w in _HEADS or (w.endswith(_HEAD_ENDINGS) and w not in _MANAGERS) for w in words)
    if heads:
        return "weak" if below else "exact"
    if _MANAGERS.intersection(words):
        if below or _PARTS.intersection(words) or not {"manager", "managerin"} & set(words):
            return "weak"
        return None if key in _things() else "strong"
    return None


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

    Where nobody surely does, also whoever leads the firm: in a small one that is who decides.
    """
    found = [
        Holder(person_id, name, *said)
        for person_id, name, title in people
        if (said := _may_hold(title, department)) is not None
    ]
    if any(holder.sureness != "weak" for holder in found):
        found = [holder for holder in found if OWNER_DECIDES not in holder.why]
    order = {"exact": 0, "strong": 1, "weak": 2}
    return sorted(found, key=lambda h: (order[h.sureness], h.person_id))[:most]


def _may_hold(title: str, department: str) -> tuple[Sureness, str] | None:
    said = f'Their title is "{title}".'
    if (sureness := runs_department(title, department)) is not None:
        return sureness, said
    if above := runs_above(title, department):
        return "weak", f"{said} {stands_above(above, department)}"
    return ("weak", f"{said} {OWNER_DECIDES}") if department and leads_firm(title) else None


def stands_above(above: str, department: str) -> str:
    """`Supply Chain often stands above Purchasing.`"""
    return f"{above} often stands above {department}."


def department_words(department: str) -> tuple[str, ...]:
    """Every folded spelling by which a title may name the department, for reading only those."""
    key = department_key(department)
    for name, spellings in DEPARTMENTS.items():
        if fold(name) == key:
            chiefs = (letters for letters, of in CHIEFS.items() if of == name)
            return tuple(dict.fromkeys([key, *spellings, *chiefs]))
    return (key,) if key else ()


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text)))


@cache
def _spellings() -> dict[str, str]:
    found = dict.fromkeys(NO_DEPARTMENT, "")
    for name, spellings in DEPARTMENTS.items():
        for spelling in (fold(name), *spellings):
            found.setdefault(spelling, name)
    return found


@cache
def _longest() -> int:
    return max(len(spelling.split()) for spelling in _spellings())


@cache
def _things() -> frozenset[str]:
    return frozenset(fold(name) for name in _OF_THINGS)


def _named_in(words: str) -> str:
    """The department a longer wording names, "" unless exactly one does ("Global Procurement")."""
    found = set(_found_in(tuple(words.split())))
    return found.pop() if len(found) == 1 else ""


def _found_in(words: tuple[str, ...]) -> list[str]:
    """Departments named, longest spelling first, each word used once."""
    found: list[str] = []
    spellings, start = _spellings(), 0
    while start < len(words):
        for length in range(min(_longest(), len(words) - start), 0, -1):
            spelling = " ".join(words[start : start + length])
            name = spellings.get(spelling)
            if name is None and length == 1:
                name = _compound(spelling) or None
            if name is not None:
                found += [name] if name else []
                start += length - 1
                break
        start += 1
    return found


def _compound(word: str) -> str:
    """German writes the department and the post as one word: Einkaufsleiter, Marketingleitung."""
    for ending in (*_HEAD_ENDINGS, "manager", "managerin", "chef", "mitarbeiter", "referent"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            stem = word.removesuffix(ending)
            return _spellings().get(stem) or _spellings().get(stem.removesuffix("s"), "")
    return ""


@lru_cache(maxsize=8_192)
def _departments_of(title: str) -> frozenset[str]:
    words = _words(title)
    named = {fold(name) for name in _found_in(words)}
    return frozenset(named | {fold(CHIEFS[word]) for word in words if word in CHIEFS})


def _names(title: str, key: str) -> bool:
    """Whether a title names the department; one not in our table by its own words."""
    if key in _departments_of(title):
        return True
    return key not in _known_keys() and f" {key} " in f" {' '.join(_words(title))} "


@cache
def _known_keys() -> frozenset[str]:
    return frozenset(fold(name) for name in DEPARTMENTS)
