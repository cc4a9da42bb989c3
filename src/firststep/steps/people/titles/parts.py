"""What somebody at a company is for the seeker, by title, English and German. Pure.

Who runs the department, recruits, does the seeker's own work, sits in the department, leads it all.

Source: method M2.2 and M3.2, whom to ask for what.
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from firststep.facts.kinds import Sureness
from firststep.facts.text import fold
from firststep.steps.people.titles.decision_makers import (
    OWNER_DECIDES,
    leads_firm,
    runs_above,
    runs_department,
    sits_in,
    stands_above,
)
from firststep.steps.people.titles.recruiters import recruits
from firststep.steps.people.titles.title_claims import title_words

Role = Literal["runs_department", "recruits", "peer", "in_department", "leads_company"]
_BESIDE = re.compile(r"[|·•]| at | bei | @ |\(")  # what follows is no part of the title
# Words that tell a level or a contract, not the work.
_LEVELS = frozenset(
    {
        "senior", "sr", "junior", "jr", "lead", "principal", "staff", "associate", "strategic",
        "operative", "operational", "strategischer", "strategische", "operativer", "interim",
        "global", "international", "regional", "i", "ii", "iii", "m", "w", "f", "d", "x", "and",
        "und", "the", "of", "im", "in", "fur", "for",
    }
)  # fmt: skip
_LONGEST = 4  # words of a title beyond its level that may still be one post
# One word for the same work in both languages and genders.
_SAME_WORK = {
    "einkaufer": "buyer", "einkauferin": "buyer", "purchaser": "buyer", "ingenieur": "engineer",
    "ingenieurin": "engineer", "entwickler": "developer", "entwicklerin": "developer",
    "programmer": "developer", "programmierer": "developer", "programmiererin": "developer",
    "softwareentwickler": "software developer", "softwareentwicklerin": "software developer",
    "softwareingenieur": "software engineer", "buchhalter": "accountant",
    "buchhalterin": "accountant", "bilanzbuchhalter": "accountant", "designerin": "designer",
    "controllerin": "controller", "analystin": "analyst", "managerin": "manager",
    "beraterin": "consultant", "berater": "consultant", "consultantin": "consultant",
    "wissenschaftler": "scientist", "wissenschaftlerin": "scientist", "jurist": "counsel",
    "juristin": "counsel", "disponent": "planner", "disponentin": "planner",
    "planer": "planner", "planerin": "planner", "einkaufsmanager": "purchasing manager",
    "einkaufsmanagerin": "purchasing manager", "vertriebsmanager": "sales manager",
    "vertriebsmanagerin": "sales manager", "produktmanager": "product manager",
    "produktmanagerin": "product manager", "projektmanager": "project manager",
    "projektmanagerin": "project manager", "projektleiter": "project manager",
    "projektleiterin": "project manager", "logistiker": "logistician",
    "logistikerin": "logistician", "procurement": "purchasing", "einkauf": "purchasing",
    "logistik": "logistics", "vertrieb": "sales", "qualitat": "quality", "daten": "data",
}  # fmt: skip


class Part(NamedTuple):
    """What somebody is for the seeker there, how surely, and why in words."""

    role: Role
    sureness: Sureness
    why: str


@lru_cache(maxsize=16_384)
def part_of(title: str, department: str, role: str = "") -> Part | None:
    """The part of whoever has that title now; None where it tells of none.

    Who runs the department comes before who recruits, then who does the work of the goal's role,
    then who sits in the department. Whoever leads the firm decides too where it is small.
    """
    said = f'Their title is "{title}".'
    if (sureness := runs_department(title, department)) is not None:
        return Part("runs_department", sureness, said)
    if above := runs_above(title, department):
        return Part("runs_department", "weak", f"{said} {stands_above(above, department)}")
    recruiting = recruits(title)
    if recruiting in ("exact", "strong"):
        return Part("recruits", recruiting, said)
    if (sureness := same_work(title, role)) is not None:
        return Part("peer", sureness, f"{said} That is the work you look for.")
    if sits_in(title, department):
        return Part("in_department", "exact", said)
    if recruiting is not None:
        return Part("recruits", recruiting, f"{said} In many firms Human Resources recruit too.")
    if leads_firm(title):
        return Part("leads_company", "weak", f"{said} {OWNER_DECIDES}")
    return None


def same_work(title: str, role: str) -> Sureness | None:
    """How surely a title is the same work as a role, whatever its level; None where it is not.

    *exact* the same words, *strong* those and what kind of it ("Buyer Electronics").
    """
    theirs, wanted = _work(title), _work(role)
    if not wanted or not wanted <= theirs:
        return None
    if theirs == wanted:
        return "exact"
    return "strong" if len(theirs) <= len(wanted) + _LONGEST else None


@lru_cache(maxsize=16_384)
def _work(title: str) -> frozenset[str]:
    """The words that name the work, one for the same in both languages."""
    words = title_words(_BESIDE.split(fold(title))[0])
    if {"assistant", "assistenz", "former", "ehemalig", "ex", "to", "head"}.intersection(words):
        return frozenset()
    meant = " ".join(_SAME_WORK.get(word, word) for word in words if word not in _LEVELS)
    return frozenset(meant.replace("software engineer", "software developer").split())
