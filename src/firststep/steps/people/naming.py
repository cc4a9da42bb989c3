"""Reading "Sam Lee, Operations, Acme": a person as another names them."""

from dataclasses import dataclass

from firststep.errors import CannotDo

EXAMPLE = '"Sam Lee, Operations, Acme"'
_ENDINGS = frozenset(
    {"inc", "inc.", "ltd", "ltd.", "llc", "l.l.c.", "llp", "plc", "corp", "corp.", "gmbh", "ag",
     "s.a.", "sa", "s.a", "b.v.", "bv", "co", "co.", "limited", "incorporated", "s.p.a.", "spa"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Somebody named: `title` is a post or a department, empty where it was not said."""

    name: str
    title: str = ""
    company: str = ""


def named(text: str) -> Named:
    """Takes "Name, Title or Department, Company" apart; "Name, Company" and "Name" do too.

    A legal ending belongs to the company ("Acme, Inc."). Raises CannotDo (`bad_input`) where no
    name stands in front.
    """
    parts = [" ".join(part.split()) for part in text.split(",")]
    while parts and not parts[-1]:
        parts.pop()
    if len(parts) > 2 and parts[-1].lower() in _ENDINGS:
        parts[-2:] = [f"{parts[-2]}, {parts[-1]}"]
    name = parts[0] if parts else ""
    if not any(c.isalpha() for c in name) or "@" in name or any(c.isdigit() for c in name):
        raise CannotDo(
            f"Say whom they named like this: {EXAMPLE}. An address has a field of its own.",
            kind="bad_input",
            typed="--email",
        )
    if len(parts) == 1:
        return Named(name=name)
    return Named(name=name, title=", ".join(filter(None, parts[1:-1])), company=parts[-1])
