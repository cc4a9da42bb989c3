"""Help, straight from the catalogue: starts neither click nor Django, so it is there at once."""

import os
import textwrap
from itertools import groupby

from firststep.interfaces.catalogue import CATALOGUE, GROUPS, Item, Parameter

OPENING = """\
Firststep always answers one question: what is my next small step, with whom, and what do I say?

Most days two commands do:

  firststep today
  firststep log "Met Ann (Acme) for coffee, she will introduce me to Sam"

Without a command it opens the site on this computer.
"""
TYPED_AS = {"date": "YYYY-MM-DD", "moment": "'YYYY-MM-DD HH:MM'", "whole": "N"}


def asked_for(words: list[str]) -> str | None:
    """The help text these words ask for; none where they ask for something else."""
    if len(words) == 1 and words[0] in GROUPS:
        return of_a_group(words[0])
    before = words[: words.index("--")] if "--" in words else words
    if {"-h", "--help"}.isdisjoint(before):
        return None
    return _of_what([word for word in before if not word.startswith("-")])


def _of_what(plain: list[str]) -> str | None:
    if not plain:
        return of_the_program()
    if item := CATALOGUE.get(" ".join(plain[:2])):
        return of_a_command(item)
    if plain[0] in GROUPS:
        return of_a_group(plain[0])
    item = CATALOGUE.get(plain[0])
    return of_a_command(item) if item else None


def of_the_program() -> str:
    """All commands under their headings."""
    parts = [_wrapped_paragraphs(OPENING)]
    for room, items in groupby(CATALOGUE.values(), key=lambda item: item.room):
        rows = [(item.name, item.summary) for item in items]
        parts.append(f"{room}\n{_columns(rows, first=15)}")
    parts.append(
        _wrapped_paragraphs(
            "Every command takes --json, and --help says more about it. Most take "
            "--on YYYY-MM-DD, which makes that day today."
        )
    )
    return "\n".join(parts)


def of_a_group(name: str) -> str:
    """The commands that begin with one word."""
    rows = [(key, item.summary) for key, item in CATALOGUE.items() if key.startswith(name + " ")]
    return f"{GROUPS[name]}\n\n{_columns(rows, first=15)}"


def of_a_command(item: Item) -> str:
    """One command: how it is typed, what it does, what it may be told."""
    places = [one for one in item.parameters if not one.flags]
    options = [one for one in item.parameters if one.flags]
    typed = " ".join(["firststep", item.name, *(metavar(one) for one in places), "[options]"])
    parts = [_usage(typed), _wrapped_paragraphs(item.summary)]
    if item.help:
        parts.append(_wrapped_paragraphs(item.help))
    rows = [(metavar(one), one.help) for one in places]
    rows += [(_typed(one), _help(one)) for one in options]
    rows.append(("--json", "Answer as one JSON value."))
    if item.dated:
        rows.append(("--on YYYY-MM-DD", "Take this day as today."))
    return "\n".join([*parts, _columns(rows, first=24)])


def _usage(typed: str) -> str:
    lines = textwrap.wrap(
        typed, width(), subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(lines) + "\n"


def metavar(one: Parameter) -> str:
    """How a thing that stands by its place is written in a usage line."""
    word = "|".join(one.choices) or one.metavar
    word = f"{word}…" if one.many else word
    return word if one.required else f"[{word}]"


def _typed(one: Parameter) -> str:
    if one.kind == "flag":
        return one.flags[0]
    return f"{one.flags[0]} {TYPED_AS.get(one.kind, one.flags[0].lstrip('-').upper())}"


def _help(one: Parameter) -> str:
    choices = f" One of {', '.join(one.choices)}." if one.choices else ""
    return one.help + choices + (" Needed." if one.required else "")


def _columns(rows: list[tuple[str, str]], *, first: int) -> str:
    margin, wide = " " * (first + 4), width()
    lines = []
    for name, words in rows:
        if len(name) > first:
            lines.append(f"  {name}")
            name = ""
        head = f"  {name:<{first}}  "
        fits = words and len(head) + len(words) <= wide
        lines.append(head + words if fits else _filled(words, wide, head, margin))
    return "\n".join(lines) + "\n"


def _filled(words: str, wide: int, head: str, margin: str) -> str:
    return textwrap.fill(words, wide, initial_indent=head, subsequent_indent=margin)


def _wrapped_paragraphs(text: str) -> str:
    return (
        "\n".join(
            line if line.startswith(" ") else textwrap.fill(line, width(), break_on_hyphens=False)
            for line in text.splitlines()
        )
        + "\n"
    )


def width() -> int:
    """Columns to write in: the terminal's, between 40 and 88."""
    try:
        columns = int(os.environ.get("COLUMNS") or 0) or os.get_terminal_size().columns
    except (OSError, ValueError):
        columns = 80
    return max(40, min(columns or 80, 88))
