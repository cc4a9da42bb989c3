"""Pages over HTTP with 100,000 people, against a bare Django view on the same database."""

import http.client
import re
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from figures import Figure, in_turn, ratio
from scene import HERE, TABLES, TODAY, environment, made

TIMES = 25
SMALL, LARGE = 10_000, 100_000
PROGRAM = ["-m", "firststep", "serve", "--no-browser", "--port", "0", "--on", TODAY]


class Site:
    """One running site and a browser that keeps its connection and its cookie."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self.line = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
        self.cookie = ""
        self.line.request("GET", f"{parts.path}?{parts.query}")
        answer = self.line.getresponse()
        answer.read()
        self.cookie = (answer.headers["Set-Cookie"] or "").split(";")[0]

    def opens(self, page: str) -> Callable[[], None]:
        def look() -> None:
            self.line.request("GET", page, headers={"Cookie": self.cookie})
            answer = self.line.getresponse()
            content = answer.read()
            if answer.status != 200:
                raise RuntimeError(f"{page} answered {answer.status}: {content[:300]!r}")

        return look


@contextmanager
def serving(home: Path, command: list[str]) -> Iterator[Site]:
    server = subprocess.Popen(
        [sys.executable, *command],
        env=environment(home),
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    assert server.stderr
    try:
        lines = iter(server.stderr.readline, "")
        address = next(found[0] for line in lines if (found := re.search(r"http://\S+", line)))
        yield Site(address)
    finally:
        server.terminate()
        server.wait(timeout=30)


def after_a_change(home: Path, *looks: Callable[[], None]) -> Callable[[], None]:
    """Pages right after something was recorded: the remembered plan no longer holds."""

    def changed() -> None:
        with sqlite3.connect(home / TABLES) as base:
            base.execute("UPDATE firststep_campaign SET revision = revision + 1")
        base.close()
        for look in looks:
            look()

    return changed


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="firststep-bench-") as name, ExitStack() as opened:
        small, large = made(Path(name), SMALL), made(Path(name), LARGE)
        bare = opened.enter_context(serving(large, [str(HERE / "bare_site.py")]))
        site = opened.enter_context(serving(large, PROGRAM))
        lesser = opened.enter_context(serving(small, PROGRAM))
        pages = {
            "People, first page": "/people/",
            "People, search by part of a name": "/people/?q=heiber",
            "People, search by part of a company": "/people/?q=corfin",
            "Company": "/companies/1",
            "Today, nothing new": "/",
        }
        figures: list[Figure] = []
        for words, page in pages.items():
            ours, plain, before = in_turn(
                TIMES, site.opens(page), bare.opens("/"), lesser.opens(page)
            )
            figures.append(ratio(words, ours, plain, of="bare view"))
            growth = f"{LARGE:,} people against {SMALL:,}"
            figures.append(ratio(f"{words}: growth", ours, before, of=growth))
        changed, whole, plain = in_turn(
            TIMES,
            after_a_change(large, site.opens("/")),
            after_a_change(large, site.opens("/"), site.opens("/progress/side")),
            bare.opens("/"),
        )
    words = "Today, right after a change"
    return [
        *figures,
        ratio(words, changed, plain, of="bare view"),
        ratio(f"{words}, and its figures", whole, plain, of="bare view"),
    ]
