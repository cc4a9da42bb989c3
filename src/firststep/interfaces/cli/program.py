"""The program on the command line: one run, its exit code, and never a traceback."""

import contextlib
import os
import sys

import click

from firststep.errors import CannotDo
from firststep.interfaces.cli import commands, refusing

STOPPED = 130


def run(words: list[str]) -> int:
    """Runs one command line and says how it ended."""
    _forgive_narrow_encodings()
    as_json = "--json" in words
    try:
        ended = commands.root.main(words, prog_name="firststep", standalone_mode=False)
        sys.stdout.flush()
    except (KeyboardInterrupt, click.Abort):
        return refusing.stopped()
    except click.UsageError as error:
        return refusing.wrong_usage(error, as_json=as_json)
    except click.ClickException as error:
        return refusing.refused(CannotDo(error.format_message(), kind="bad_input"), as_json=as_json)
    except CannotDo as error:
        return refusing.refused(error, as_json=as_json)
    except BrokenPipeError:
        return _reader_left()
    except Exception as error:  # the last fence: a sentence, never a traceback
        return refusing.unexpected(error, as_json=as_json)
    return ended if isinstance(ended, int) else 0


def _forgive_narrow_encodings() -> None:
    """A letter the terminal cannot show becomes a question mark rather than a failure."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # where it is a file


def _reader_left() -> int:
    """`firststep who | head`: whoever read has seen enough."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
