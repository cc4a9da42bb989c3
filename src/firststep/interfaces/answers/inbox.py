"""Lines of a text file, typed on the phone: what each says happened, and what of it was written.

A line that begins with a day counts for that day. Lines that begin with # and blank ones stay.
"""

import hashlib
import os
import re
import tempfile
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from firststep.errors import AlreadyDone, CannotDo
from firststep.interfaces.answers.named_files import ordinary_file
from firststep.interfaces.answers.told import LineUnderstood, log
from firststep.journal.actions import Stamp
from firststep.settings import data_folder
from firststep.steps.goal.models import Campaign

USUAL = "inbox.txt"
_LONGEST = 1_000_000  # bytes of the file
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)[\s:,.–-]+")
_TRIES = 5  # as often somebody else may add a line while the file is written anew


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxLine:
    """One line, what it was understood to say, and whether it is written down and gone from the
    file; `question` is what has to be asked first."""

    line: str
    understood: tuple[LineUnderstood, ...]
    written: bool
    question: str | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxRead:
    file: str
    lines: tuple[InboxLine, ...]


def inbox(
    campaign: Campaign, *, stamp: Stamp, file: str | None = None, yes: bool = False
) -> InboxRead:
    """Reads the lines of a file; with `yes` writes the sure ones, and takes them out of it."""
    path = ordinary_file(file or usual_file(campaign))
    found = [_one(campaign, stamp, raw, yes=yes) for raw in _lines(path) if _tells(raw)]
    if written := [one.line for one in found if one.written]:
        _take_out(path, written)
    return InboxRead(file=str(path), lines=tuple(found))


def usual_file(campaign: Campaign) -> str:
    """The file the seeker has set, else inbox.txt in Firststep's folder."""
    return campaign.inbox or str(data_folder() / USUAL)


def say_anew(campaign: Campaign, *, was: str, line: str) -> None:
    """Puts another line in the place of one in the file; without one it stays as a remark, so that
    nothing typed is lost. Raises CannotDo where the line is there no more."""
    path = ordinary_file(usual_file(campaign))
    if was not in _lines(path):
        raise CannotDo("That line is not in the file any more. Look at it again.")
    said = " ".join(line.split()) or f"# {was}"
    _take_out(path, [was], instead=said)


def _tells(raw: str) -> bool:
    return bool(raw.strip()) and not raw.lstrip().startswith("#")


def _lines(path: Path) -> list[str]:
    """The lines as they stand. Raises CannotDo for a file that is no text or far too long."""
    if path.stat().st_size > _LONGEST:
        raise CannotDo("{name} is longer than a megabyte: is it the right file?", name=path.name)
    try:
        return path.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise CannotDo(
            "{name} is not plain text in UTF-8. Save it as that.", name=path.name
        ) from None


def _one(campaign: Campaign, stamp: Stamp, raw: str, *, yes: bool) -> InboxLine:
    try:
        on, line = _dated(raw, stamp.on)
        told = log(campaign, stamp=replace(stamp, on=on), line=line)
        question = told.question
        written = yes and question is None and _written(campaign, stamp, raw, on, line)
    except CannotDo as refused:
        return InboxLine(line=raw, understood=(), written=False, question=refused.words, words=())
    return InboxLine(
        line=raw, understood=told.understood, written=written, question=question, words=told.words
    )


def _dated(raw: str, today: date) -> tuple[date, str]:
    """The day a line begins with, and the line without it. Raises CannotDo for a day to come."""
    line = raw.strip().removeprefix("- ").strip()
    found = _DAY.match(line)
    if found is None:
        return today, line
    try:
        on = date.fromisoformat(found[1])
    except ValueError:
        raise CannotDo("There is no {found}.", found=found[1], kind="bad_input") from None
    if on > today:
        raise CannotDo(
            "{found} is still to come. Say what has happened.", found=found[1], kind="bad_input"
        )
    return on, line[found.end() :]


def _written(campaign: Campaign, stamp: Stamp, raw: str, on: date, line: str) -> bool:
    """Writes a line, once: where the file could not be written anew, it is there a second time."""
    key = hashlib.sha256(f"inbox {stamp.on} {raw}".encode()).hexdigest()[:40]
    try:
        log(campaign, stamp=replace(stamp, on=on, once_key=key, seen=None), line=line, yes=True)
    except AlreadyDone:
        return True
    return True


def _take_out(path: Path, written: Collection[str], *, instead: str | None = None) -> None:
    """Writes the file anew without these lines, or with another `instead`, whole or not at all;
    what was added meanwhile stays."""
    for _ in range(_TRIES):
        before = path.read_bytes()
        text = before.decode("utf-8-sig")
        kept = _without(text.splitlines(keepends=True), written, instead)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as anew:
            anew.write("".join(kept))
        if path.read_bytes() == before:
            Path(name).replace(path)
            return
        Path(name).unlink()
    raise CannotDo(
        "Another program keeps writing to {name}. What was sure is written down; "
        "take those lines out of it yourself.",
        name=path.name,
        kind="unavailable",
    )


def _without(lines: list[str], written: Collection[str], instead: str | None = None) -> list[str]:
    """The lines but for the first of each that was written, in whose place another may stand."""
    rest, kept = list(written), []
    for line in lines:
        bare = line.rstrip("\r\n")
        if bare in rest:
            rest.remove(bare)
            kept += [] if instead is None else [line.replace(bare, instead)]
        else:
            kept.append(line)
    return kept
