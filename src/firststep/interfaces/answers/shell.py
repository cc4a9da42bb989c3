"""What is shown to be typed: names as a shell reads them, and long commands line by line."""

import re
import shlex

LINE = 80  # columns a command may take, however wide the terminal
_WORD = re.compile(r"""(?:"(?:\\.|[^"\\])*"|'[^']*'|[^\s"'])+""")
_ODD = frozenset('"$`\\!')  # what a shell reads as its own inside double quotes


def quoted(name: str) -> str:
    """A name as one word of a command."""
    return shlex.quote(name) if _ODD & set(name) else f'"{name}"'


def bare(value: str) -> str:
    """A value as one word of a command, in quotes only where it needs them."""
    return value if shlex.quote(value) == value else quoted(value)


def continued(command: str, *, room: int) -> list[str]:
    """The command in lines of so many columns, each but the last ending in a backslash, so that
    a copy of them all still runs. Never inside a word; whole where its quotes are not closed."""
    if len(command) <= room or _WORD.sub("", command).strip():
        return [command]
    lines = [""]
    for part in _parts(_WORD.findall(command)):
        if lines[-1] and len(lines[-1]) + len(part) + 3 > room:
            lines.append("    ")
        lines[-1] += part if not lines[-1].strip() else f" {part}"
    return [f"{line} \\" for line in lines[:-1]] + lines[-1:]


def _parts(words: list[str]) -> list[str]:
    """An option and its value stay together."""
    parts: list[str] = []
    for word in words:
        if parts and parts[-1].startswith("--") and " " not in parts[-1] and word[:2] != "--":
            parts[-1] += f" {word}"
        else:
            parts.append(word)
    return parts
