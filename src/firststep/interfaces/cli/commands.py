"""Click commands, each made from the catalogue when it is first asked for."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, cast

import click

from firststep import __version__
from firststep.errors import CannotDo
from firststep.interfaces.catalogue import CATALOGUE, GROUPS, Item, Parameter
from firststep.interfaces.cli import helping, refusing
from firststep.interfaces.cli.dated import Dated


class TextTyped(click.ParamType):  # type: ignore[type-arg]  # generic only in newer clicks
    """Text a person typed; bytes that are no text are refused."""

    name = "text"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        try:
            str(value).encode()
        except UnicodeEncodeError:
            self.fail("That holds letters this computer cannot read.", param, ctx)
        return str(value)


class DayTyped(click.ParamType):  # type: ignore[type-arg]  # generic only in newer clicks
    """A day, year first, so that nobody has to guess."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        if isinstance(value, date):
            return value
        try:
            day = datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            self.fail(f"{value} is not a day. Write it like 2026-11-25.", param, ctx)
        if day.year not in _YEARS:
            self.fail(f"{value} is too far away. Look at its year.", param, ctx)
        return day


MOST_BYTES = 400_000  # of a text: a message, a playbook
_YEARS = range(1900, 2200)  # beyond them a day is a slip of the finger


class MomentTyped(click.ParamType):  # type: ignore[type-arg]  # generic only in newer clicks
    """A day and an hour, as agreed."""

    name = "YYYY-MM-DD HH:MM"

    def convert(self, value: Any, param: Any, ctx: Any) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            at = datetime.strptime(value.replace("T", " "), "%Y-%m-%d %H:%M")  # noqa: DTZ007
        except ValueError:
            self.fail(
                f'{value} is not a day and an hour. Write it like "2026-11-25 14:30".', param, ctx
            )
        if at.year not in _YEARS:
            self.fail(f"{value} is too far away. Look at its year.", param, ctx)
        return at


class Whole(click.IntRange):
    """A whole number, within what the parameter takes."""

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            least, most = self.min, self.max
            within = "" if least is None else f" from {least}" + (f" to {most}" if most else " on")
            self.fail(f"{value} is not a whole number{within}.", param, ctx)


class FileText(click.ParamType):  # type: ignore[type-arg]  # generic only in newer clicks
    """The text of a file; `-` is what comes in."""

    name = "file"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:  # noqa: ARG002  # click's own
        from firststep.interfaces.answers.named_files import text_in

        return text_in(value, longest=MOST_BYTES, what="text")


class Rooms(click.Group):
    """The root: commands by name only, listed under the headings of the catalogue."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's own
        return list(dict.fromkeys(name.split()[0] for name in CATALOGUE))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name in GROUPS:
            return Inner(cmd_name)
        item = CATALOGUE.get(cmd_name)
        return made(item) if item else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """`favour list` is a command of its own, beside `favour PERSON …`."""
        two = " ".join(args[:2])
        if two in CATALOGUE and args[0] in CATALOGUE:
            return two, made(CATALOGUE[two]), args[2:]
        return super().resolve_command(ctx, args)


class Inner(click.Group):
    """`company …` and `person …`."""

    def __init__(self, name: str) -> None:
        super().__init__(name)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's own
        within = f"{self.name} "
        return [name.removeprefix(within) for name in CATALOGUE if name.startswith(within)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        item = CATALOGUE.get(f"{self.name} {cmd_name}")
        return made(item) if item else None


def made(item: Item) -> click.Command:
    """The click command of one item of the catalogue."""

    def callback(**given: Any) -> int:
        from firststep.interfaces.cli.answering import answer

        return answer(item, given)

    return Dated(
        item.name.split()[-1],
        callback=callback,
        params=[*(_parameter(one) for one in item.parameters), *_everywhere(item)],
    )


def _parameter(one: Parameter) -> click.Parameter:
    if not one.flags:
        return click.Argument(
            [one.name],
            type=_type(one),
            required=one.required,
            nargs=-1 if one.many else 1,
            metavar=helping.metavar(one),
        )
    if one.kind == "flag":
        return click.Option([*one.flags, one.name], is_flag=True)
    return click.Option(
        [*one.flags, one.name],
        type=_type(one),
        required=one.required,
        multiple=one.many,
    )


def _type(one: Parameter) -> "click.ParamType[Any]":
    if one.choices:
        return cast("click.ParamType[Any]", click.Choice(one.choices))
    if one.kind == "whole":
        return Whole(one.lowest, one.highest)
    if one.kind == "file":
        return click.Path()
    return {"date": DayTyped, "moment": MomentTyped, "text": TextTyped, "contents": FileText}[
        one.kind
    ]()


def _everywhere(item: Item) -> Iterator[click.Parameter]:
    yield click.Option(["--json", "as_json"], is_flag=True)
    taken = {flag for one in item.parameters for flag in one.flags}
    if "--on" not in taken:
        yield click.Option(["--on", "as_of"], type=DayTyped())


def _version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"firststep {__version__}")
        ctx.exit()


def _open_the_site(ctx: click.Context) -> int | None:
    """`firststep` alone."""
    if ctx.invoked_subcommand is None:
        from firststep.interfaces.cli.answering import answer

        return answer(CATALOGUE["serve"], {"as_json": False})
    return None


root = Rooms(
    "firststep",
    callback=click.pass_context(_open_the_site),
    invoke_without_command=True,
    params=[
        click.Option(
            ["--version"],
            is_flag=True,
            expose_value=False,
            is_eager=True,
            callback=_version,
        )
    ],
)


def run_command(words: list[str]) -> int:
    """One command line to its exit code; whatever goes wrong becomes a sentence."""
    as_json = "--json" in words
    try:
        with root.make_context("firststep", list(words)) as context:
            ended = root.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    except (KeyboardInterrupt, click.Abort):
        return refusing.stopped()
    except click.UsageError as error:
        return refusing.wrong_usage(error, as_json=as_json)
    except CannotDo as error:
        return refusing.refused(error, as_json=as_json)
    except BrokenPipeError:
        raise
    except Exception as error:
        return refusing.unexpected(error, as_json=as_json)
    return ended if isinstance(ended, int) else 0
