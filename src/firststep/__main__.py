"""The program: `firststep`, or `python -m firststep`."""

import gc
import sys


def main() -> None:
    """Runs one command and ends with its exit code: 0 done, 1 refused, 2 wrong usage."""
    gc.disable()  # until all is loaded that the command needs (`collect_garbage`)
    try:
        from firststep.interfaces.cli.program import run_words
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(run_words(sys.argv[1:]))


if __name__ == "__main__":
    main()
