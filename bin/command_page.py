"""The page of all commands, made from the catalogue, so that it cannot be out of date."""

from pathlib import Path

from firststep.interfaces.catalogue import CATALOGUE, Item, Parameter

PAGE = Path(__file__).resolve().parent.parent / "docs" / "commands.md"
BEGINNING = """\
# Commands
This page is made by `bin/docs` from the program itself.

Every command takes `--json` (one JSON value on standard output: [answers](answers.md)) and
`--on YYYY-MM-DD` (makes that day today). Exit codes: 0 done, 1 refused or failed, 2 wrong usage.
Where a person, company, seat or approach stands, a number, `p12`, `s7`, a name or a part of one
will do.
"""


def line(one: Parameter) -> str:
    name = " ".join(one.flags) if one.flags else (one.metavar or one.name.upper())
    choices = f" One of: {', '.join(one.choices)}." if one.choices else ""
    return f"- `{name}` {one.help}{choices}"


def section(item: Item) -> str:
    parts = [f"## {item.name}", item.summary, *([item.help] if item.help else [])]
    return "\n".join([*parts, *([""] + [line(one) for one in item.parameters])]).rstrip() + "\n"


def page() -> str:
    rooms: dict[str, list[Item]] = {}
    for item in CATALOGUE.values():
        rooms.setdefault(item.room, []).append(item)
    text = BEGINNING
    for room, items in rooms.items():
        text += f"\n# {room}\n\n" + "\n".join(section(item) for item in items)
    return text


if __name__ == "__main__":
    PAGE.write_text(page())
