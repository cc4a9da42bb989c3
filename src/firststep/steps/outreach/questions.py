"""Questions about somebody's own work (M6.2): from a table, by what they do, in a stable order."""

import re
from collections import defaultdict
from functools import cache

from firststep.facts.text import fold, table_beside
from firststep.steps.outreach.aloud import ENGLISH, department_aloud, table_aloud
from firststep.steps.outreach.wordings.languages import Variety
from firststep.steps.people.titles.decision_makers import runs_department, sits_in
from firststep.steps.people.titles.recruiters import recruits

AT_AN_EVENT = "event"
OF_THE_WORK = frozenset({"head", "part", "team", "assistant", "beginner", "doer", "former"})
_END = r"(?!\w)"
_HEADING = re.compile(r"<\w+>")


def suits(title: str, department: str) -> str:
    """Under which heading of the table somebody of that title stands."""
    runs = runs_department(title, department) if department else None
    if runs in ("exact", "strong"):
        return "head"
    if recruits(title):
        return "recruiter"
    if heading := _by_words(title):
        return heading
    if runs is not None:  # a part of it, more likely than the whole
        return "part"
    return "doer" if department and sits_in(title, department) else "anyone"


def _by_words(title: str) -> str:
    """The heading whose words the title has, "" where it has none."""
    said = fold(title)
    return next((heading for heading, words in _titles() if words.search(said)), "")


@cache
def _titles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = (line.split("|") for line in table_beside(__file__, "question_titles") if "|" in line)
    return tuple(
        (heading.strip(), re.compile("|".join(map(_pattern, words.split(",")))))
        for heading, words in rows
    )


def _pattern(word: str) -> str:
    stem, star = word.strip().removesuffix("*"), word.strip().endswith("*")
    return rf"(?<!\w){re.escape(stem)}{'' if star else _END}"


def questions(
    heading: str, *, department: str, seed: int, count: int, variety: Variety = ENGLISH
) -> tuple[str, ...]:
    """So many questions of a heading; another `seed` begins elsewhere in them. Where no department
    is chosen yet, those that name it are left out. `variety` is that of a letter to them."""
    known = [
        one.format(department=department_aloud(department, variety))
        for one in _table(variety)[heading]
        if department or "{department}" not in one
    ]
    return tuple(known[(seed + n) % len(known)] for n in range(min(count, len(known))))


@cache
def _table(variety: Variety) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    heading = ""
    for line in table_aloud(__file__, "questions", variety):
        if _HEADING.fullmatch(line):
            heading = line.strip("<>")
        elif line:
            found[heading].append(line)
    return found
