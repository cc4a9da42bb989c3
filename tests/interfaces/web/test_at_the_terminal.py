"""The site at a real terminal: Enter lets another browser in, Ctrl-C ends it, the background is no
place to hang in."""

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.interfaces.web.running import environment

pytestmark = pytest.mark.slow
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\?key=[a-z2-9-]{23}")


class Terminal:
    """A program on a terminal of its own."""

    def __init__(self, words: list[str], env: dict[str, str]) -> None:
        ours, theirs = pty.openpty()
        self.line = ours
        self.said = ""
        self.process = subprocess.Popen(
            words, env=env, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
            preexec_fn=lambda: __import__("fcntl").ioctl(0, 0x540E, 0),  # its controlling terminal
        )  # fmt: skip
        os.close(theirs)

    def press(self, keys: str) -> None:
        os.write(self.line, keys.encode())

    def shows(self, pattern: str, *, times: int = 1, seconds: int = 30) -> list[str]:
        """What it shows, once it shows that so often."""
        end = time.monotonic() + seconds
        while len(found := re.findall(pattern, self.said)) < times and time.monotonic() < end:
            if select.select([self.line], [], [], 0.2)[0]:
                try:
                    self.said += os.read(self.line, 65536).decode(errors="replace")
                except OSError:
                    break
        return found


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    words = [sys.executable, "-m", "firststep", "serve", "--port", "0", "--no-browser"]
    shown = Terminal(words, environment(tmp_path))
    yield shown
    shown.process.kill()
    shown.process.wait(20)
    os.close(shown.line)


def test_enter_shows_another_address_and_ctrl_c_ends_it(terminal: Terminal) -> None:
    (first,) = terminal.shows(ADDRESS.pattern)
    assert terminal.shows("press Enter")

    terminal.press("\n")
    addresses = terminal.shows(ADDRESS.pattern, times=2)
    terminal.press("\x03")
    code = terminal.process.wait(20)

    assert len(set(addresses)) == 2 and first in addresses
    assert terminal.shows("What you recorded is safe")
    assert code == 0
    assert "Fatal" not in terminal.said


def test_in_the_background_it_goes_on(tmp_path: Path) -> None:
    serve = f"{sys.executable} -m firststep serve --port 0 --no-browser"
    shell = Terminal(["bash", "--norc", "-i"], environment(tmp_path, PS1="$ "))
    try:
        shell.press(f"{serve} &\n")
        assert shell.shows(ADDRESS.pattern)
        shell.press("\n\n")
        time.sleep(1)
        shell.press("jobs -l; echo the-''end\n")  # what is typed is shown too, and is no answer
        assert shell.shows(r"the-end\r", seconds=20)

        assert "Running" in shell.said
        assert "Stopped" not in shell.said
    finally:
        shell.press("kill -9 %1; wait; exit\n")
        shell.process.wait(20)
        os.close(shell.line)
