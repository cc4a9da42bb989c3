"""Keeps the words that are no slips of other words (bin/slips).

A line may hold any word of a language. A real word one letter away from a word of a way of saying
("bank", "back") is not put right: it stands in `no_slips.txt`. Which words are like one changes
with every new way of saying, so the table is made anew from itself and from texts given: a list of
the usual words of a language, or lines as people type them.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from firststep.facts.text import fold
from firststep.steps.outreach.telling import slips

TABLE = Path(slips.__file__).with_name("no_slips.txt")
_A_LINE = 20  # words


def main(files: list[str]) -> int:
    known = {*slips.NO_SLIPS}
    texts = (Path(file).read_text("utf-8") for file in files)
    told = {*known, *(word for text in texts for word in words_of(text))}
    kept = sorted(would_be_mended(told))
    TABLE.write_text("".join(f"{line}\n" for line in lines(kept)), "utf-8")
    added, gone = {*kept} - known, known - {*kept}
    sys.stdout.write(f"{len(kept)} words, {len(added)} new, {len(gone)} taken out.\n")
    return 0


def words_of(text: str) -> Iterator[str]:
    """The words of a text, as a line's words are held against ways of saying."""
    return (found[0] for found in re.finditer(r"[^\W\d_]+", fold(text)))


def would_be_mended(words: Iterable[str]) -> list[str]:
    """Those that would be taken for a slip of another word if the table did not have them."""
    return [word for word in words if slips.slip_of(word)]


def lines(words: list[str]) -> Iterator[str]:
    """The table: what it is, then the words in their order."""
    yield "# Real words like one of a way of saying that do not mean it. Made by bin/slips."
    for at in range(0, len(words), _A_LINE):
        yield " ".join(words[at : at + _A_LINE])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
