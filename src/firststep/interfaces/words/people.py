"""What somebody is for the seeker, and how they know each other, in words."""

from datetime import date

from firststep.facts.kinds import TieKind
from firststep.steps.people.same_person.differing import CHOICES
from firststep.steps.people.titles.parts import Role

PARTS: dict[Role, str] = {
    "runs_department": "runs the department", "recruits": "recruits",
    "peer": "does the work you look for", "in_department": "works in the department",
    "leads_company": "leads the firm",
}  # fmt: skip
TIES = {"close": "close", "known": "known", "dormant": "not spoken to for long", "met": "met"}
UNSURE: frozenset[Role] = frozenset({"runs_department", "recruits"})


def part_words(part: Role | None, sureness: str | None) -> str:
    """`recruits`, `perhaps runs the department`."""
    words = PARTS[part] if part else ""
    return f"perhaps {words}" if sureness == "weak" and part in UNSURE else words


def post_words(title: str, company: str, *, current: bool = True) -> str:
    """`Buyer, Acme`, `formerly Buyer, Acme`."""
    words = ", ".join(part for part in (title, company) if part)
    return words if current else f"formerly {words}"


def difference_words(field: str, value: str, other: str, why: str) -> str:
    """`Name: "José Núñez", not "Jose Nunez": it has its accents.`"""
    return f'{CHOICES[field]}: "{value}", not "{other}": {why}.'


def how_close(kind: TieKind, since: date | None, how: str) -> str:
    """A tie in a sentence: "Known since 2016, but not spoken to for long. You shared a desk"."""
    words = TIES["known" if kind == "dormant" else kind].capitalize()
    words += f" since {since.year}" if since else ""
    words += f", but {TIES[kind]}" if kind == "dormant" else ""
    return f"{words}. {how}".strip()
