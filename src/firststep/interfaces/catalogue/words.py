"""What a catalogue is written in: items and parameters, as plain data."""

from typing import Literal, NamedTuple

Kind = Literal["text", "whole", "date", "moment", "file", "flag"]
Needs = Literal["campaign", "data", "nothing"]

ANSWERS = "firststep.interfaces.answers."


class Parameter(NamedTuple):
    """One thing a verb or question may be told. Without `flags` it stands by its place."""

    name: str  # the target's keyword
    help: str
    kind: Kind = "text"
    flags: tuple[str, ...] = ()
    required: bool = False
    many: bool = False
    choices: tuple[str, ...] = ()
    lowest: int | None = None
    highest: int | None = None
    metavar: str = ""


class Item(NamedTuple):
    """A verb (`writes`) or a question: its name, what it does, and whom to ask.

    `target` is "module:function"; the function takes `(campaign, *, stamp, …parameters)`. Where
    `needs` is not "campaign" there is no campaign, and a stamp only for what writes. `dated` is off
    where no day plays a part.
    """

    name: str  # as typed: "company add"
    summary: str
    target: str
    parameters: tuple[Parameter, ...] = ()
    help: str = ""
    writes: bool = True
    dated: bool = True
    needs: Needs = "campaign"
    room: str = ""  # the heading it stands under in the help


def argument(
    name: str,
    help: str,  # noqa: A002  # it is the help
    *,
    required: bool = True,
    many: bool = False,
    choices: tuple[str, ...] = (),
    kind: Kind = "text",
    metavar: str = "",
) -> Parameter:
    """What stands by its place: `who COMPANY`."""
    return Parameter(name, help, kind, (), required, many, choices, metavar=metavar or name.upper())


def option(
    flag: str,
    help: str,  # noqa: A002  # it is the help
    *,
    name: str = "",
    kind: Kind = "text",
    required: bool = False,
    many: bool = False,
    choices: tuple[str, ...] = (),
    lowest: int | None = None,
    highest: int | None = None,
) -> Parameter:
    """What is named: `--company Acme`."""
    word = name or flag.removeprefix("--").replace("-", "_")
    return Parameter(word, help, kind, (flag,), required, many, choices, lowest, highest)


def switch(flag: str, help: str, *, name: str = "") -> Parameter:  # noqa: A002
    """What is said or not: `--lift`."""
    return option(flag, help, name=name, kind="flag")
