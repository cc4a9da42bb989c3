"""Reading "Sam Lee, Operations, Acme": a person as another names them."""

import re
from dataclasses import dataclass

from firststep.errors import CannotDo

EXAMPLE = '"Sam Lee, Operations, Acme"'
_ENDINGS = frozenset(
    {"inc", "inc.", "ltd", "ltd.", "llc", "l.l.c.", "llp", "plc", "corp", "corp.", "gmbh", "ag",
     "s.a.", "sa", "s.a", "b.v.", "bv", "co", "co.", "limited", "incorporated", "s.p.a.", "spa"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Somebody named: `title` is a post or a department; what was not said is empty."""

    name: str = ""
    title: str = ""
    company: str = ""
    email: str = ""
    phone: str = ""

    @property
    def ways(self) -> set[str]:
        """The kinds of ways that were said."""
        return {kind for kind in ("email", "phone") if getattr(self, kind).strip()}


def named(text: str, *, asked: str = "whom they named") -> Named:
    """Takes "Name, Title or Department, Company" apart; "Name, Company" and "Name" do too.

    A legal ending belongs to the company ("Acme, Inc."). Raises CannotDo (`bad_input`) where no
    name stands in front; `asked` is what it tells to say.
    """
    name, *said = without_ending_apart(text)
    if not _is_name(name):
        raise CannotDo(
            "Say {asked} like this: {example}. An address has a field of its own.",
            asked=asked,
            example=EXAMPLE,
            kind="bad_input",
            typed="--email",
        )
    company = said.pop() if said else ""
    return Named(name=name, title=", ".join(filter(None, said)), company=company)


def without_ending_apart(text: str) -> list[str]:
    """The parts of a text between commas, a legal ending with its company."""
    parts = [" ".join(part.split()) for part in re.sub(r"[\s,]+$", "", text).split(",")]
    if len(parts) > 2 and parts[-1].lower() in _ENDINGS:
        parts[-2:] = [f"{parts[-2]}, {parts[-1]}"]
    return parts


def _is_name(text: str) -> bool:
    return any(map(str.isalpha, text)) and "@" not in text and not re.search(r"\d", text)
