"""The paper that words are set on: the terminal's width, its colours, its letters."""

import os
import shutil
import sys
import textwrap
from collections.abc import Sequence
from typing import TextIO

from firststep.interfaces.answers.shell import LINE, continued

ACCENT, SOFT, STRONG, PLAIN = "\x1b[38;5;166m", "\x1b[2m", "\x1b[1m", "\x1b[0m"
WIDEST = 78


class Paper:
    """Writes calm paragraphs: wrapped, hanging, in colour only where a person looks."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stdout
        self.width = min(WIDEST, max(shutil.get_terminal_size().columns - 2, 30))
        self.coloured = _is_coloured(self.stream)
        encoding = (self.stream.encoding or "ascii").lower().replace("-", "")
        self.rule = "│" if encoding.startswith("utf") else "|"

    def space(self) -> None:
        """An empty line."""
        print(file=self.stream)

    def line(self, words: str = "", *, indent: int = 0, hang: int = 0, style: str = "") -> None:
        """A paragraph; its later lines stand `hang` columns further in."""
        wrapped = textwrap.wrap(
            words,
            self.width,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + hang),
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in wrapped or [""]:
            print(self._styled(line, style), file=self.stream)

    def title(self, words: str) -> None:
        self.line(words, style=STRONG)

    def soft(self, words: str, *, indent: int = 0, hang: int = 0) -> None:
        self.line(words, indent=indent, hang=hang, style=SOFT)

    def accent(self, words: str, *, indent: int = 0, hang: int = 0) -> None:
        self.line(words, indent=indent, hang=hang, style=ACCENT)

    def command(self, words: str, *, indent: int = 0) -> None:
        """What to type, whole in its lines so that a copy runs; `   (…)` is a remark on it."""
        typed, mark, remark = words.partition("   (")
        if len(words) + indent <= LINE:
            typed, mark = words, ""
        for line in continued(typed, room=LINE - indent):
            print(self._styled(" " * indent + line, SOFT), file=self.stream)
        if mark:
            self.soft(f"({remark}", indent=indent + 4)

    def raw(self, words: str) -> None:
        """Exactly as it is: a command, a link, a script."""
        print(words, file=self.stream)

    def said(self, text: str, *, blanks: tuple[str, ...] = (), indent: int = 4) -> None:
        """What is to be written or spoken, beside a rule, its blanks marked."""
        lead = " " * indent + self._styled(self.rule, SOFT) + " "
        for paragraph in text.splitlines():
            lines = textwrap.wrap(
                paragraph, self.width - indent - 2, break_long_words=False, break_on_hyphens=False
            )
            for line in lines or [""]:
                print((lead + self._marked(line, blanks)).rstrip(), file=self.stream)

    def table(self, rows: Sequence[tuple[str, ...]], *, indent: int = 2) -> None:
        """Columns as wide as their longest word; the last one wraps under itself."""
        if not rows:
            return
        room = max(self.width // 3, 12)
        widths = [min(max(map(len, column)), room) for column in list(zip(*rows, strict=True))[:-1]]
        for row in rows:
            cells = [_fit(cell, width) for cell, width in zip(row, widths, strict=False)]
            head = " " * indent + "  ".join([*cells, ""])
            body = textwrap.wrap(row[-1], max(self.width - len(head), 20)) or [""]
            print((head + body[0]).rstrip(), file=self.stream)
            for line in body[1:]:
                print(" " * len(head) + line, file=self.stream)

    def _styled(self, words: str, style: str) -> str:
        return f"{style}{words}{PLAIN}" if style and self.coloured else words

    def _marked(self, line: str, blanks: tuple[str, ...]) -> str:
        for blank in blanks if self.coloured else ():
            for shape in (f"[{blank}]", blank if blank.startswith("[") else ""):
                if shape:
                    line = line.replace(shape, f"{ACCENT}{shape}{PLAIN}")
        return line


def _fit(cell: str, width: int) -> str:
    return f"{cell:<{width}}" if len(cell) <= width else cell[: width - 1] + "…"


def _is_coloured(stream: TextIO) -> bool:
    """Only on a terminal, and not where the person said no (no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()
