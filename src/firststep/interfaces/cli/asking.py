"""What is asked on the terminal before something is written."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from firststep.errors import CannotDo
from firststep.facts.export_file import holds_export
from firststep.facts.text import whole_number
from firststep.interfaces.answers.named_files import path_of
from firststep.interfaces.catalogue import CATALOGUE, Item
from firststep.interfaces.cli.terminal import Paper
from firststep.interfaces.cli.waiting import Bar

_Typed = dict[str, Any]
_Asks = Callable[..., Any]


def before_log(given: _Typed, ask: _Asks) -> _Typed | None:
    """Shows what a line was understood to mean and asks; without a terminal `--yes` must say it.
    What is not clear is asked for anew, so that nothing typed is lost."""
    if given["yes"]:
        return given
    answer = ask(**{**given, "yes": False})
    if not sys.stdin.isatty():
        raise CannotDo(_only_understood(answer), detail={"understood": answer.understood})
    while answer.question:
        _show(answer)
        line = click.prompt(answer.question, default="", show_default=False, err=True)
        line = _reading(answer, line)
        if not line.strip():
            click.echo("Nothing was written.", err=True)
            return None
        given = {**given, "line": line}
        answer = ask(**{**given, "yes": False})
    _show(answer)
    return {**given, "yes": True} if _agreed("Write it down?") else None


def before_met(given: _Typed, ask: _Asks) -> _Typed | None:
    """Shows whom a file was read to hold and asks; without a terminal they are only shown."""
    if given["file"] is None or given["yes"] or not sys.stdin.isatty():
        return given
    from firststep.interfaces.cli.telling.following import whom_read

    answer = ask(**given)
    whom_read(answer, Paper(sys.stderr))
    if not any(one.sure for one in answer.understood):
        return None
    return {**given, "yes": True} if _agreed("Write those down who are sure?") else None


def _only_understood(answer: Any) -> str:
    words = " ".join(answer.words)
    if answer.question:
        return " ".join(filter(None, (words and f"Understood so far: {words}", answer.question)))
    return (
        f"Understood: {words} Nothing was written yet: say --yes to write it without being asked."
    )


def _show(answer: Any) -> None:
    """What was understood, and the ways to say what was not, by number."""
    paper = Paper(sys.stderr)
    if answer.words:
        paper.line("Understood:")
    for words in answer.words:
        paper.line(f"- {words}", indent=2, hang=2)
    for number, one in enumerate(answer.readings, start=1):
        paper.line(f"{number}  {one.words}", indent=2, hang=3)


def _reading(answer: Any, typed: str) -> str:
    """The line of a reading chosen by its number; else what was typed."""
    number = whole_number(typed.strip())
    if number and number <= len(answer.readings):
        return str(answer.readings[number - 1].line)
    return typed


def really(item: Item, given: _Typed) -> tuple[Item, _Typed]:
    """What was meant: to import an export of our own is to put it back.

    Told before the data is opened, so that a new folder needs no `init`.
    """
    if item.name != "import" or len(given["files"]) != 1:
        return item, given
    path = path_of(given["files"][0])
    if not holds_export(path):
        return item, given
    if given["dry_run"]:
        raise CannotDo(
            "An export goes back whole, into an empty campaign only; there is nothing to preview. "
            "Leave --dry-run out."
        )
    told = {name: value for name, value in given.items() if name in ("as_json", "as_of")}
    return CATALOGUE["restore"], {**told, "file": str(path)}


def before_import(given: _Typed, _ask: _Asks) -> _Typed | None:
    """A large file takes a while; a person watching is told so, and how long still."""
    if not sys.stderr.isatty() or not given["files"]:
        return given
    click.echo(f"Reading {', '.join(Path(file).name for file in given['files'])} …", err=True)
    return {**given, "progress": Bar()}


def before_simulate(given: _Typed, _ask: _Asks) -> _Typed | None:
    """Simulating takes a while; a bar says how far it is."""
    return {**given, "progress": Bar()} if sys.stderr.isatty() else given


def before_forget(given: _Typed, _ask: _Asks) -> _Typed | None:
    """Forgetting is for ever: a person is asked by whole name; without a terminal, `--yes`."""
    if given["yes"]:
        return given
    from firststep.interfaces.opening import the_campaign
    from firststep.steps.people.finding.finding import find_person

    found = find_person(the_campaign(), given["person"])
    post = found.positions.filter(current=True).order_by("id").first()
    who = f"{found.name} ({post.written})" if post else found.name
    if not sys.stdin.isatty():
        raise CannotDo(
            f"This forgets {who} everywhere and cannot be undone. Nothing was changed yet: "
            "say --yes to do it.",
            candidates=[{"id": found.pk, "name": found.name, "is": "person"}],
        )
    question = f"Forget {who} everywhere? This cannot be undone."
    return {**given, "person": f"p{found.pk}", "yes": True} if _agreed(question) else None


def before_init(given: _Typed, _ask: _Asks) -> _Typed | None:
    """The name and the country, where somebody is there to say them."""
    from firststep.facts.zones import country_of

    zone = given["zone"] or _zone_of(given["country"])
    if not sys.stdin.isatty() or given["name"]:
        return {**given, "zone": zone}
    name = click.prompt("Your name, as it stands under your messages", err=True)
    country = given["country"] or click.prompt(
        "Your country in two letters, for its public holidays (Enter to leave it)",
        default=country_of(zone),
        show_default=bool(country_of(zone)),
        err=True,
    )
    zone = given["zone"] or _zone_of(country)
    return {**given, "name": name, "country": country, "zone": zone}


def _zone_of(country: str | None) -> str:
    """This computer's zone; where it does not say one, the one of the country."""
    from firststep.facts.zones import main_zone
    from firststep.interfaces.zone_here import zone_here

    here = zone_here()
    return here if here != "UTC" else main_zone((country or "").upper()) or here


def _agreed(question: str) -> bool:
    if click.confirm(question, default=False, err=True):
        return True
    click.echo("Nothing was written.", err=True)
    return False


# What a program is not asked: it sees what would be written, and says --yes the next time.
ASKED_OF_PEOPLE = ("log", "met")
FIRST: dict[str, Callable[[_Typed, _Asks], _Typed | None]] = {
    "log": before_log,
    "met": before_met,
    "import": before_import,
    "company import": before_import,
    "forget": before_forget,
    "init": before_init,
    "simulate": before_simulate,
}
