"""What somebody is for the seeker, and how they know each other, in words."""

from datetime import date

from firststep.facts.kinds import TieKind
from firststep.facts.said import say
from firststep.steps.people.same_person.differing import CHOICES
from firststep.steps.people.titles.parts import Role

PARTS: dict[Role, str] = {
    "runs_department": "runs the department", "recruits": "recruits",
    "peer": "does the work you look for", "in_department": "works in the department",
    "leads_company": "leads the firm",
}  # fmt: skip
TIES = {"close": "close", "known": "known", "dormant": "not spoken to in a long time", "met": "met"}
UNSURE: dict[Role, str] = {
    "runs_department": "perhaps runs the department",
    "recruits": "perhaps recruits",
}
# A tie in a sentence, without and with the year it began in.
HOW_CLOSE: dict[TieKind, tuple[str, str]] = {
    "close": ("Close.", "Close since {year}."),
    "known": ("Known.", "Known since {year}."),
    "dormant": (
        "Known, but not spoken to in a long time.",
        "Known since {year}, but not spoken to in a long time.",
    ),
    "met": ("Met.", "Met since {year}."),
}


def part_words(part: Role | None, sureness: str | None) -> str:
    """`recruits`, `perhaps runs the department`."""
    if part is None:
        return ""
    return say(UNSURE.get(part, PARTS[part]) if sureness == "weak" else PARTS[part])


def post_words(title: str, company: str, *, current: bool = True) -> str:
    """`Buyer, Acme`, `formerly Buyer, Acme`."""
    words = ", ".join(part for part in (title, company) if part)
    return words if current else say("formerly {post}", post=words)


def difference_words(field: str, value: str, other: str, why: str) -> str:
    """`Name: "José Núñez", not "Jose Nunez": it has its accents.`"""
    return say(
        '{field}: "{value}", not "{other}": {why}.',
        field=say(CHOICES[field]), value=value, other=other, why=say(why),
    )  # fmt: skip


def how_close(kind: TieKind, since: date | None, how: str, *, heard: bool = False) -> str:
    """A tie in a sentence: "Known since 2016, but not spoken to in a long time. You shared a desk".
    `heard`: they have been heard from since, so that it is not long any more."""
    plain, dated = HOW_CLOSE["known" if heard and kind == "dormant" else kind]
    words = say(dated, year=since.year) if since else say(plain)
    return f"{words} {how}".strip()
