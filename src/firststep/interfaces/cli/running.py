"""Running one command through click, and turning whatever goes wrong into a sentence."""

import click

from firststep.errors import CannotDo
from firststep.interfaces.cli import commands, refusing


def run_command(words: list[str]) -> int:
    """One command line to its exit code."""
    as_json = "--json" in words
    try:
        with commands.root.make_context("firststep", list(words)) as context:
            ended = commands.root.invoke(context)
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
