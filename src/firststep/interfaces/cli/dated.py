"""A day typed by its place, where an option is meant: `meeting Monika 2026-11-25 14:30`."""

import re
from collections.abc import Sequence

import click

_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}([T ]\d{1,2}:\d{2})?")
_HOUR = re.compile(r"\d{1,2}:\d{2}")


class Dated(click.Command):
    """A command whose own days may stand without their options, in the order of those."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        days = [flag for flag in self._days() if flag not in {a.split("=")[0] for a in args}]
        by_place = any(
            isinstance(one, click.Argument) and one.type.name.startswith("YYYY")
            for one in self.params
        )
        return super().parse_args(ctx, args if by_place else _named(args, days, self._valued()))

    def _days(self) -> list[str]:
        """The command's own options for a day; the day it is, which all commands take, is none."""
        return [
            one.opts[0]
            for one in self.params
            if isinstance(one, click.Option) and one.type.name.startswith("YYYY")
            and one.name != "as_of"
        ]  # fmt: skip

    def _valued(self) -> set[str]:
        """The options behind which a value stands."""
        found = (one for one in self.params if isinstance(one, click.Option) and not one.is_flag)
        return {flag for one in found for flag in one.opts}


def _named(args: Sequence[str], days: list[str], valued: set[str]) -> list[str]:
    """The words typed, with an option before each day that stands alone; an hour joins its day."""
    left, days = list(args), list(days)
    found: list[str] = []
    while left:
        word = left.pop(0)
        if word == "--":
            return [*found, word, *left]
        if word in valued and left:
            found += [word, left.pop(0)]
        elif days and _DAY.fullmatch(word):
            hour = f" {left.pop(0)}" if left and _HOUR.fullmatch(left[0]) else ""
            found += [days.pop(0), word + hour]
        else:
            found.append(word)
    return found
