"""Who can decide, by title: whose seat it is, who leads the firm, who only works there. Pure.

English and German titles. Source: method M2.2, the manager of the department where the work is
done, by title even before there is a name.
"""

from collections.abc import Sequence
from functools import cache, lru_cache

from firststep.facts.kinds import Sureness
from firststep.facts.text import fold
from firststep.steps.people.titles.departments import (
    ABOVE,
    AMBIGUOUS_CHIEFS,
    CHIEFS,
    DEPARTMENTS,
    LIGHT,
)
from firststep.steps.people.titles.departments_named import (
    all_spellings,
    department_in,
    departments_of,
    departments_placed,
    names_department,
)
from firststep.steps.people.titles.title_claims import (
    is_held_now,
    leads_a_project,
    stretches,
    title_words,
)

_HEADS = frozenset(
    {
        "head", "director", "directorin", "direktor", "direktorin", "vp", "svp", "evp", "avp",
        "president", "chief", "leiter", "leiterin", "leitung", "leitend", "leitender", "leitende",
        "bereichsleiter", "bereichsleiterin", "abteilungsleiter", "abteilungsleiterin",
        "bereichsleitung", "abteilungsleitung", "hauptabteilungsleiter", "ressortleiter",
        "vorstand", "chef", "chefin", "chefeinkaufer", "chefeinkauferin", "chefsyndikus",
    }
)  # fmt: skip
_HEAD_ENDINGS = (
    "leiter",
    "leiterin",
    "leitung",
    "chef",
    "chefin",
)  # Einkaufsleiter, Vertriebsleitung
_MANAGERS = frozenset(
    {
        "manager", "managerin", "mgr", "lead", "teamleiter", "teamleiterin", "teamleitung",
        "supervisor", "gruppenleiter", "gruppenleiterin",
    }
)  # fmt: skip
# Here a manager manages a thing, not the department.
_OF_THINGS = frozenset({"Product", "Sales", "Marketing", "Project Management", "Customer Service",
                        "Data", "Design"})  # fmt: skip
_BELOW = frozenset({"deputy", "stellvertretender", "stellvertretende", "stellv", "interim",
                    "associate", "vice", "stv", "acting", "junior", "vize",
                    "stellvertreter", "stellvertreterin", "assistant"})  # fmt: skip
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
    words = " ".join(title_words(text))
    return fold(all_spellings().get(words) or department_in(words) or words)


_USUAL_SEATS = {"": "Head of ", "de": "Leitung "}  # by the language of the campaign's letters


def seat_title(department: str, language: str = "") -> str:
    """What the seat of the department's manager is called: "Head of Purchasing", in German
    "Leitung Einkauf"."""
    lead = _USUAL_SEATS.get(language, _USUAL_SEATS[""])
    return f"{lead}{' '.join(department.split())}"


def usual_seat_keys(department: str) -> frozenset[str]:
    """The keys of that seat's title in every language."""
    return frozenset(fold(seat_title(department, language)) for language in _USUAL_SEATS)


def department_of_seat(title: str) -> str:
    """The department in a seat's usual title; any other title as it is."""
    lead = next((lead for lead in _USUAL_SEATS.values() if title.startswith(lead)), "")
    return title.removeprefix(lead)


@lru_cache(maxsize=16_384)
def sits_in(title: str, department: str) -> bool:
    """Whether somebody with that title works in the department."""
    key = department_key(department)
    return bool(key) and names_department(title, key)


@lru_cache(maxsize=16_384)
def runs_department(title: str, department: str) -> Sureness | None:
    """How surely that title runs the department; None for whoever does not.

    *exact* heads, directors, chiefs; *strong* its managers; *weak* deputies, leads of a part.
    """
    key = department_key(department)
    words = title_words(title)
    if not key or not is_held_now(words):
        return None
    if (chief := _chief(words, key)) is not None:
        return chief
    if not names_department(title, key):
        return None
    rank = _rank(words, key)
    return "weak" if rank and _is_beside(title, key) else rank


def by_letters_alone(title: str, department: str) -> bool:
    """Whether only letters say that the title runs the department, such as CPO."""
    return _chief(title_words(title), department_key(department)) == "strong"


def runs_above(title: str, department: str) -> str:
    """The department above, which that title surely runs: Supply Chain above Purchasing; or ""."""
    key = department_key(department)
    above = next((names for name, names in ABOVE.items() if fold(name) == key), ())
    return next((name for name in above if runs_department(title, name) == "exact"), "")


def leads_firm(title: str) -> bool:
    """Whether that title leads or owns the whole firm; never a "Product Owner"."""
    words = title_words(title)
    if not is_held_now(words) or _BY_THEM.intersection(words):
        return False
    if _LEADS.intersection(words) or any(part in " ".join(words) for part in _LEADS_IN_WORDS):
        return True
    before = dict(zip(words[1:], words, strict=False))
    return "owner" in words and before.get("owner") not in _OWNED


def _chief(words: tuple[str, ...], key: str) -> Sureness | None:
    """By letters: a CFO runs Finance; a CPO perhaps Purchasing, unless the words say which."""
    letters = [w for w in words if w in CHIEFS and fold(CHIEFS[w]) == key]
    if not letters or ("chief" in words and "officer" in words):
        return None
    return "strong" if AMBIGUOUS_CHIEFS.issuperset(letters) else "exact"


def _is_beside(title: str, key: str) -> bool:
    """Whether the department only tells of another: "Procurement Software Sales" is sales.

    English puts the head last, German behind "Leiter" first; "Operations" and the like only add.
    """
    named = [names for words in stretches(title) if key in (names := _run_with(words, key))]
    if not named:
        return False
    german = any(word.endswith(("leiter", "leiterin", "leitung")) for word in title_words(title))
    return all((names[0] if german else _english_head(names)) != key for names in named)


def _english_head(names: Sequence[str]) -> str:
    while len(names) > 1 and names[-1] in LIGHT:
        names = names[:-1]
    return names[-1]


def _run_with(words: tuple[str, ...], key: str) -> tuple[str, ...]:
    """The departments that stand next to each other without a word between, this one among them."""
    runs: list[list[str]] = [[]]
    end = -1
    for name, at, length in departments_placed(words):
        if at != end:
            runs.append([])
        runs[-1].append(fold(name))
        end = at + length
    return next((tuple(run) for run in runs if key in run), ())


def _rank(words: tuple[str, ...], key: str) -> Sureness | None:
    below = _BELOW.intersection(words) - ({"vice"} if "president" in words else set())
    if _heads(words, key):
        return "weak" if below else "exact"
    if not _MANAGERS.intersection(words) or _manages_projects(words, key):
        return None
    if below or _PARTS.intersection(words) or not {"manager", "managerin"}.intersection(words):
        return "weak"
    return None if key in _things() else "strong"


def _manages_projects(words: tuple[str, ...], key: str) -> bool:
    projects = "project management"
    return key != projects and projects in departments_of(" ".join(words))


def _heads(words: tuple[str, ...], key: str) -> bool:
    return any(map(_is_head, words)) or (key == "legal" and {"general", "counsel"} <= {*words})


def _is_head(word: str) -> bool:
    if word in _HEADS:
        return True
    return word.endswith(_HEAD_ENDINGS) and word not in _MANAGERS and not leads_a_project(word)


@cache
def _things() -> frozenset[str]:
    return frozenset(fold(name) for name in _OF_THINGS)


def stands_above(above: str, department: str) -> str:
    """`Supply Chain often stands above Purchasing.`"""
    return f"{above} often stands above {department}."


def department_words(department: str) -> tuple[str, ...]:
    """Every folded spelling by which a title may name the department, for reading only those."""
    key = department_key(department)
    for name, written in DEPARTMENTS.items():
        if fold(name) == key:
            chiefs = (letters for letters, of in CHIEFS.items() if of == name)
            return tuple(dict.fromkeys([key, *written, *chiefs]))
    return (key,) if key else ()
