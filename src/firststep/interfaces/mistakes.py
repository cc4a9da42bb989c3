"""What went wrong outside our hands, in plain words; and the particulars of what is our mistake.

The particulars go into errors.log in the data folder, for its owner's eyes only: when, which page,
what kind of mistake and where in the source. What an error quotes may be somebody's name, and what
a setting holds may be a password: neither is written down.
"""

import errno
import logging
import os
import re
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from firststep.errors import CannotDo, NoRoom
from firststep.facts.said import to_say

FULL = to_say("The disk is full. Nothing was written; make some room and try again.")
READ_ONLY = to_say(
    "The data cannot be written to. Make its folder and file writable, then try again."
)
BUSY = "busy"  # and with what, is asked when it is said
GONE = to_say("The database does not answer just now. Nothing was written. Try again in a moment.")
DAMAGED = to_say("The database is damaged. Put a backup back with")
SHUT = to_say(
    "The database does not let Firststep in. Look at the name, the user and the password in "
    "FIRSTSTEP_DATABASE_URL."
)
UNCLEAR = to_say(  # what it says is not repeated: it may hold a password
    "PostgreSQL does not take what FIRSTSTEP_DATABASE_URL says. Look at its host, its name and "
    "what stands behind its question mark."
)
NO_DISK = to_say("The disk did not take that. Nothing was written. Look whether it is in order.")
# What a driver says (every word of a row), and what that means.
_SAID = (
    (("full", "disk"), FULL),
    (("no space left",), FULL),
    (("is locked",), BUSY),
    (("readonly database",), READ_ONLY),
    (("read-only",), READ_ONLY),
    (("unable to open database",), READ_ONLY),
    (("disk i/o error",), NO_DISK),
    (("authentication failed",), SHUT),
    (("no password supplied",), SHUT),
    (("role", "does not exist"), SHUT),
    (("database", "does not exist"), SHUT),
    (("malformed",), DAMAGED),
    (("not a database",), DAMAGED),
)
# PostgreSQL's classes and codes of errors (its manual, appendix A).
_CODES = (("53100", FULL), ("55P03", BUSY), ("40", BUSY), ("08", GONE), ("57P", GONE), ("53", GONE))
_OF_DATABASES = {"OperationalError", "InterfaceError", "DatabaseError"}
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
_QUOTED = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"|“[^”\n]*”|\([^)\n]*\)")
_NOT_TAKEN = re.compile(
    r"invalid (?:connection option|[\w ]+ value|URI)|bad value for", re.IGNORECASE
)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def trouble(error: BaseException) -> CannotDo | None:
    """The refusal for what neither the program nor the person did wrong; None for a mistake."""
    words = next(filter(None, map(_meant, _causes(error))), "")
    if words == FULL:
        return NoRoom(words, kind="unavailable")
    if words == BUSY:
        return CannotDo(_why_busy(), kind="unavailable")
    typed = "firststep restore FILE" if words == DAMAGED else ""
    return CannotDo(words, kind="unavailable", typed=typed) if words else None


def _why_busy() -> str:
    from firststep.journal.at_work import why_busy

    return why_busy()


def write_down(error: BaseException | None, where: str) -> Path | None:
    """Adds the particulars to errors.log; None where that cannot be written."""
    from django.conf import settings

    file = Path(settings.DATA) / "errors.log"
    told = "".join(_particulars(error)) if error else ""
    words = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC {_without_secrets(where)}\n{told}\n"
    try:
        # Never by a link; private also where it was there before with other rights.
        number = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT | _NO_LINK, 0o600)
        with os.fdopen(number, "a", encoding="utf-8", errors="replace") as log:
            if hasattr(os, "fchmod"):
                os.fchmod(number, 0o600)
            log.write(words)
    except OSError:
        return None
    return file


class IntoErrorsLog(logging.Handler):
    """The site's own mistakes, as its server reports them."""

    def emit(self, record: logging.LogRecord) -> None:
        raised = record.exc_info[1] if record.exc_info else None
        write_down(raised, f"{record.name}: {record.getMessage()}")


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error, and what it came of."""
    told: BaseException | None = error
    while told is not None:
        yield told
        told = told.__cause__


def _meant(error: BaseException) -> str:
    if isinstance(error, OSError):
        return FULL if error.errno in _NO_ROOM else ""
    if not _OF_DATABASES & _kinds(error):
        return ""
    return _by_code(error) or _by_what_it_says(error) or _of_the_line(error)


def _by_code(error: BaseException) -> str:
    code = getattr(error, "sqlstate", None) or ""
    return next((words for start, words in _CODES if code.startswith(start)), "")


def _by_what_it_says(error: BaseException) -> str:
    text = str(error).lower()
    return next((words for signs, words in _SAID if all(one in text for one in signs)), "")


def _of_the_line(error: BaseException) -> str:
    """PostgreSQL's own errors have a code; where the line to it could not be had or broke, there
    was nobody to give one."""
    if not type(error).__module__.startswith("psycopg") or getattr(error, "sqlstate", None):
        return ""
    if _NOT_TAKEN.search(str(error)):
        return UNCLEAR
    return GONE if "OperationalError" in _kinds(error) else ""


def _kinds(error: BaseException) -> set[str]:
    return {kind.__name__ for kind in type(error).__mro__}


def _particulars(error: BaseException) -> Iterator[str]:
    for line in traceback.format_exception(error):
        yield line if line.startswith("  File ") else _QUOTED.sub("“…”", _without_secrets(line))


def _without_secrets(text: str) -> str:
    from firststep.settings import secrets_of_settings

    for secret in secrets_of_settings():
        text = text.replace(secret, "…")
    return text
