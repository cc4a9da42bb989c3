"""The program on the command line: one run, its exit code, and never a traceback."""

import os
import sys

ASK = "__complete"  # what the shells' scripts in `completing` say


def run_words(words: list[str]) -> int:
    """Runs one command line and says how it ended."""
    _make_up_for_closed_streams()
    _forgive_narrow_encodings()
    try:
        ended = _quick(words)
        ended = _slow(words) if ended is None else ended
        sys.stdout.flush()
    except BrokenPipeError:
        return _reader_left()
    except OSError as error:  # what was printed cannot be kept, such as help on a full disk
        _reader_left()
        print(f"This could not be written out: {error.strerror}.", file=sys.stderr)  # noqa: T201
        return 1
    return ended


def _quick(words: list[str]) -> int | None:
    """Help and completion need neither click nor the data."""
    if words[:1] == [ASK]:
        from firststep.interfaces.cli.completing import possible

        print("\n".join(possible(words[1:])))  # noqa: T201
        return 0
    from firststep.interfaces.cli.helping import asked_for

    text = asked_for(words)
    if text is not None:
        print(text, end="")  # noqa: T201
        return 0
    return None


def _slow(words: list[str]) -> int:
    from firststep.interfaces.cli.commands import run_command

    return run_command(words)


def _make_up_for_closed_streams() -> None:
    """`firststep today >&-`: nobody reads; and no file of ours may take the stream's number."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is not None:
            continue
        opened = os.open(os.devnull, os.O_RDWR)
        if opened != number:
            os.dup2(opened, number)
            os.close(opened)
        setattr(sys, name, os.fdopen(number, "w" if number else "r", encoding="utf-8"))


def _forgive_narrow_encodings() -> None:
    """A letter the terminal cannot show becomes a question mark rather than a failure."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _reader_left() -> int:
    """`firststep who | head`: whoever read has seen enough."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return 0
    return 0
