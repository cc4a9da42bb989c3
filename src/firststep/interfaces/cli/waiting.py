"""What a person sees while something takes longer than a second: how far it is, how long still."""

import sys
import time
from collections.abc import Callable
from typing import TextIO

WIDTH = 30
QUIET_SECONDS = 1.0
BETWEEN_SECONDS = 0.2


class Bar:
    """A bar on standard error. It starts anew where the whole changes: bytes read, rows written."""

    def __init__(
        self, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.stream = stream or sys.stderr
        self.clock = clock
        self.began = clock()
        self.of = 0
        self.since = self.began
        self.drawn_at = 0.0
        self.width = 0

    def __call__(self, done: int, of: int) -> None:
        now = self.clock()
        if of != self.of:
            self.of, self.since = of, now
        if now - self.began < QUIET_SECONDS or not of:
            return
        if done >= of:
            self._wipe()
        elif now - self.drawn_at >= BETWEEN_SECONDS:
            self.drawn_at = now
            self._draw(self._words(done, of, now))

    def _words(self, done: int, of: int, now: float) -> str:
        filled = WIDTH * done // of
        bar = f"[{'#' * filled}{'.' * (WIDTH - filled)}] {done:,} of {of:,}"
        if not done:
            return bar
        return f"{bar}, {_left((now - self.since) * (of - done) / done)}"

    def _draw(self, words: str) -> None:
        self.stream.write("\r" + words.ljust(self.width))
        self.stream.flush()
        self.width = len(words)

    def _wipe(self) -> None:
        if self.width:
            self.stream.write("\r" + " " * self.width + "\r")
            self.stream.flush()
            self.width = 0


def _left(seconds: float) -> str:
    if seconds < 90:
        return f"about {max(2, round(seconds))} seconds left"
    return f"about {round(seconds / 60)} minutes left"
