"""What a catalogue is written in: items and parameters, as plain data."""

from typing import Literal, NamedTuple, TypedDict, Unpack

# `contents`: the text of a file where one is typed, the text itself on every other door.
Kind = Literal["text", "whole", "date", "moment", "file", "contents", "flag"]
Needs = Literal["campaign", "data", "folder", "nothing"]

OF_ANSWERS = "firststep.interfaces.answers."
OF_VERBS = "firststep.verbs."


class Parameter(NamedTuple):
    """One thing a verb or question may be told. Without `flags` it stands by its place."""

    name: str  # the target's keyword
    help: str
    kind: Kind = "text"
    flags: tuple[str, ...] = ()
    required: bool = False
    many: bool = False
    one_of: tuple[str, ...] | str = ()
    lowest: int | None = None
    highest: int | None = None
    metavar: str = ""
    of_the_door: bool = False  # for the door that asks first, never handed on

    @property
    def choices(self) -> tuple[str, ...]:
        """What it may be. A text (`asks:ASKS`) names them among the facts: those are loaded once
        somebody wants to know, not for every help. A word that stands for "none" is left out."""
        return _facts(self.one_of) if isinstance(self.one_of, str) else self.one_of


def _facts(named: str) -> tuple[str, ...]:
    from importlib import import_module

    module, _, name = named.partition(":")
    return tuple(filter(None, getattr(import_module(f"firststep.facts.{module}"), name)))


class Item(NamedTuple):
    """A verb (`writes`) or a question: its name, what it does, and whom to ask.

    `target` is "module:function"; the function takes `(campaign, *, stamp, …parameters)`. `answer`
    names what makes its result an answer, `(result, asked)`; a question answers by itself. Where
    `needs` is not "campaign" there is no campaign, and a stamp only for what writes; a "folder" may
    hold a database that does not open. `dated` is off where no day plays a part.
    """

    name: str  # as typed: "company add"
    summary: str
    target: str
    parameters: tuple[Parameter, ...] = ()
    answer: str = ""
    help: str = ""
    writes: bool = True
    dated: bool = True
    needs: Needs = "campaign"
    room: str = ""  # the heading it stands under in the help


class Particulars(TypedDict, total=False):
    """What else there is to say of a parameter."""

    name: str
    kind: Kind
    required: bool
    many: bool
    one_of: tuple[str, ...] | str
    lowest: int
    highest: int
    metavar: str
    of_the_door: bool


# ruff: noqa: A002  # it is the help


def argument(word: str, help: str, **more: Unpack[Particulars]) -> Parameter:
    """What stands by its place: `who COMPANY`."""
    one = Parameter(word, help, required=True, metavar=word.upper())
    return one._replace(**more) if more else one


def option(flag: str, help: str, **more: Unpack[Particulars]) -> Parameter:
    """What is named: `--company Acme`."""
    word = flag.removeprefix("--").replace("-", "_")
    one = Parameter(word, help, flags=(flag,))
    return one._replace(**more) if more else one


def switch(flag: str, help: str, **more: Unpack[Particulars]) -> Parameter:
    """What is said or not: `--lift`."""
    return option(flag, help, kind="flag")._replace(**more)
