"""Words that say the same, by a name: `~mail` stands for message, note, letter … Pure."""

import re
from collections.abc import Iterable, Iterator

_FAMILY = re.compile(r"~(\w+)")


def with_families(lines: Iterable[str], families: Iterable[str]) -> Iterator[str]:
    """The lines with all words of a family in its place; a family may hold one above it."""
    words: dict[str, str] = {}
    for line in families:
        name, _, members = line.partition("|")
        words[name.strip()] = _FAMILY.sub(lambda hit: words[hit[1]], members.strip())
    for line in lines:
        if line.strip():
            yield _FAMILY.sub(lambda hit: words[hit[1]], line)
