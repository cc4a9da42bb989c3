"""Refusals on the command line: a sentence, what was meant perhaps, and the exit code."""

import json
import sys
from typing import TYPE_CHECKING, Any

from firststep.errors import CannotDo
from firststep.interfaces.answers.plain import plain
from firststep.interfaces.cli.terminal import Paper

if TYPE_CHECKING:
    from pathlib import Path

    import click

REFUSED, WRONG_USAGE, STOPPED = 1, 2, 130
TYPED = ": firststep "
LETTERS = {"person": "p", "company": "c", "seat": "s"}  # a bare number is an approach


def refused(error: CannotDo, *, as_json: bool) -> int:
    """Says the refusal: to a person on standard error, to a program as one JSON value."""
    if not (as_json and _json(error)):
        _say(error.with_command)
        for candidate in error.candidates:
            _say(_candidate(candidate), indent=2)
        for complaint in _complaints(error.detail):
            _say(complaint, indent=2)
    return REFUSED


def wrong_usage(error: "click.UsageError", *, as_json: bool) -> int:
    """Says how the command is meant to be typed."""
    words = error.format_message()
    if "No such option" in words:
        words += " A name that begins with a dash goes after -- ."
    if as_json:
        _json(CannotDo(words, kind="bad_input"))
    else:
        _say(words)
        if error.ctx is not None:
            _say(f"See: {error.ctx.command_path} --help")
    return WRONG_USAGE


def stopped() -> int:
    """Ctrl-C: one line."""
    print(file=sys.stderr)  # noqa: T201  # the line the person was on
    _say("Stopped. What was not finished was not written.")
    return STOPPED


def unexpected(error: Exception, *, as_json: bool) -> int:
    """What the disk or the database would not do; or a fault of the program's own: a sentence
    here, the particulars in a file."""
    from firststep.interfaces.mistakes import trouble, write_down

    return refused(trouble(error) or _known(error) or _own(write_down(error, "firststep")),
                   as_json=as_json)  # fmt: skip


def _own(file: "Path | None") -> CannotDo:
    where = f" The particulars are in {file}." if file else ""
    return CannotDo(f"Something went wrong inside Firststep.{where}", kind="unavailable")


def _known(error: Exception) -> CannotDo | None:
    """What a system says of a file."""
    if not isinstance(error, OSError) or not error.strerror:
        return None
    named = f"{error.filename}: " if error.filename else ""
    return CannotDo(f"That did not work: {named}{error.strerror.lower()}.", kind="unavailable")


def _json(error: CannotDo) -> bool:
    """Whether it could be written: a program that keeps its answers on a full disk has none."""
    answer: dict[str, Any] = {
        **error.detail,
        "error": error.with_command,
        "kind": error.kind,
        "candidates": error.candidates,
    }
    narrow = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    try:
        print(json.dumps(plain(answer), indent=2, ensure_ascii=narrow), flush=True)  # noqa: T201
    except BrokenPipeError:
        raise
    except OSError:
        return False
    return True


def _candidate(candidate: Any) -> str:
    if not isinstance(candidate, dict):
        return str(candidate)
    rest = [str(v) for k, v in candidate.items() if k not in ("id", "name", "is") and v]
    said = ", ".join([str(candidate.get("name", "")), *rest])
    letter = LETTERS.get(candidate.get("is", ""), "")
    return f"{letter}{candidate.get('id', '')}  {said}".strip()


def _complaints(detail: dict[str, Any]) -> list[str]:
    """An import's complaints, the first twenty; a machine reader has them all."""
    if "files" not in detail:
        return []
    from firststep.bringing.remark_words import remark_told

    found = [
        remark_told(one, file=file.name) for file in detail["files"] for one in file.complaints
    ]
    more = [f"and {len(found) - 20} more"] if len(found) > 20 else []
    return found[:20] + more


def _say(words: str, *, indent: int = 0) -> None:
    """A paragraph. A command at its end that does not fit beside it has lines of its own."""
    paper = Paper(sys.stderr)
    said, mark, typed = words.rpartition(TYPED)
    if not mark or len(words) <= paper.width:
        paper.line(words, indent=indent, hang=2)
        return
    paper.line(f"{said}:", indent=indent)
    paper.command(f"firststep {typed}", indent=indent + 2)
