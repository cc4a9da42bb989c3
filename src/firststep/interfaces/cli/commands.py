"""Click commands, each made from the catalogue when it is first asked for."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby
from typing import Any, cast

import click

from firststep.interfaces.catalogue import CATALOGUE, GROUPS, Item, Parameter

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 88}
OPENING = """Firststep always answers one question: what is my next small step, with whom, and what
do I say?

Two commands do for most days: firststep today, and firststep log "Met Ann (Acme) for coffee".
Without a command it opens the site on this computer."""


class Words(click.ParamType):
    """Text a person typed; bytes that are no text are refused."""

    name = "text"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        try:
            str(value).encode()
        except UnicodeEncodeError:
            self.fail("That holds letters this computer cannot read.", param, ctx)
        return str(value)


class Day(click.ParamType):
    """A day, year first, so that nobody has to guess."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            self.fail(f"{value} is not a day. Write it like 2026-11-25.", param, ctx)


class Moment(click.ParamType):
    """A day and an hour, as agreed."""

    name = "YYYY-MM-DD HH:MM"

    def convert(self, value: Any, param: Any, ctx: Any) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            return datetime.strptime(value.replace("T", " "), "%Y-%m-%d %H:%M")  # noqa: DTZ007
        except ValueError:
            self.fail(
                f'{value} is not a day and an hour. Write it like "2026-11-25 14:30".', param, ctx
            )


class Rooms(click.Group):
    """The root: commands by name only, listed under the headings of the catalogue."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(dict.fromkeys(name.split()[0] for name in CATALOGUE))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in GROUPS:
            return Inner(cmd_name)
        item = CATALOGUE.get(cmd_name)
        return made(item) if item else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for room, items in groupby(CATALOGUE.values(), key=lambda item: item.room):
            with formatter.section(room):
                formatter.write_dl([(item.name, item.summary) for item in items])


class Inner(click.Group):
    """`company …` and `person …`."""

    def __init__(self, name: str) -> None:
        super().__init__(name, help=GROUPS[name], context_settings=dict(SETTINGS))

    def list_commands(self, ctx: click.Context) -> list[str]:
        within = f"{self.name} "
        return [name.removeprefix(within) for name in CATALOGUE if name.startswith(within)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        item = CATALOGUE.get(f"{self.name} {cmd_name}")
        return made(item) if item else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(
                [
                    (name, CATALOGUE[f"{self.name} {name}"].summary)
                    for name in self.list_commands(ctx)
                ]
            )


def made(item: Item) -> click.Command:
    """The click command of one item of the catalogue."""

    def callback(**given: Any) -> int:
        from firststep.interfaces.cli.answering import answer

        return answer(item, given)

    return click.Command(
        item.name.split()[-1],
        callback=callback,
        params=[*(_parameter(one) for one in item.parameters), *_everywhere(item)],
        help="\n\n".join(part for part in (item.summary, item.help) if part),
        short_help=item.summary,
        context_settings=dict(SETTINGS),
    )


def _parameter(one: Parameter) -> click.Parameter:
    if not one.flags:
        return click.Argument(
            [one.name],
            type=_type(one),
            required=one.required,
            nargs=-1 if one.many else 1,
            metavar=_metavar(one),
        )
    if one.kind == "flag":
        return click.Option([*one.flags, one.name], is_flag=True, help=one.help)
    return click.Option(
        [*one.flags, one.name],
        type=_type(one),
        required=one.required,
        multiple=one.many,
        help=one.help,
    )


def _metavar(one: Parameter) -> str:
    word = "|".join(one.choices) or one.metavar
    word = word if one.required or one.choices else f"[{word}]"
    return f"{word}…" if one.many else word


def _type(one: Parameter) -> click.ParamType:
    if one.choices:
        return cast("click.ParamType", click.Choice(one.choices))
    if one.kind == "whole":
        return click.IntRange(one.lowest, one.highest)
    if one.kind == "file":
        return click.Path()
    return {"date": Day, "moment": Moment, "text": Words}[one.kind]()


def _everywhere(item: Item) -> Iterator[click.Parameter]:
    yield click.Option(["--json", "as_json"], is_flag=True, help="Answer as one JSON value.")
    taken = {flag for one in item.parameters for flag in one.flags}
    if "--on" not in taken:
        yield click.Option(
            ["--on", "on"], type=Day(), hidden=not item.dated, help="Take this day as today."
        )


def _version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        click.echo(f"firststep {version('firststep')}")
        ctx.exit()


def _open_the_site(ctx: click.Context) -> int | None:
    """`firststep` alone."""
    if ctx.invoked_subcommand is None:
        from firststep.interfaces.cli.answering import answer

        return answer(CATALOGUE["serve"], {"port": None, "no_browser": False, "as_json": False})
    return None


root = Rooms(
    "firststep",
    callback=click.pass_context(_open_the_site),
    invoke_without_command=True,
    help=OPENING,
    context_settings=dict(SETTINGS),
    params=[
        click.Option(
            ["--version"],
            is_flag=True,
            expose_value=False,
            is_eager=True,
            callback=_version,
            help="Show the version.",
        )
    ],
)
