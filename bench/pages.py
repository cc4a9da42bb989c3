"""Pages over HTTP with 100,000 people and 1,000 approaches, against a bare Django view on the same
database: what the server uses for each, in processor time, which other programs disturb little."""

import http.client
import json
import re
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

from figures import Figure, in_turn, processor_of_servers, ratio
from scene import HERE, TABLES, TODAY, environment, made

# `python bench/pages.py 5` looks at each page five times, against the bare view alone.
TIMES, APPROACHES = 25, 1_000
SMALL, LARGE = 10_000, 100_000
PROGRAM = ["-m", "firststep", "serve", "--no-browser", "--port", "0", "--on", TODAY]

# Every page one looks at. Of step 4 somebody was written to; p5000 is not touched yet.
PAGES = {
    "Today, nothing new": "/",
    "People, first page": "/people/",
    "People, search by part of a name": "/people/?q=heiber",
    "People, search by part of a company": "/people/?q=corfin",
    "People, open": "/people/?show=open",
    "Person": "/people/1",
    "Companies": "/companies/",
    "Company": "/companies/1",
    "Companies, suggested": "/companies/suggested",
    "Companies, to be checked": "/companies/check",
    "Names, in one sitting": "/companies/names",
    "A step begun": "/touch/4",
    "A step proposed": "/touch/p1100",
    "A name to find": "/touch/s5",
    "Prepare": "/touch/4/prepare",
    "Practise": "/practice",
    "What came in": "/heard",
    "Goal": "/goal",
    "Progress": "/progress",
    "Behind a figure": "/noted?of=touched",
    "What you noted": "/noted",
    "Events": "/events/",
    "Favours": "/favours/",
    "The same person twice": "/people/same",
    "Bringing in": "/import",
    "Settings": "/settings",
    "Wordings": "/settings/wordings",
}
GROWING = (
    "Today, nothing new", "People, first page", "People, search by part of a name",
    "People, search by part of a company", "Company",
)  # fmt: skip
AFTER_A_CHANGE = (
    ("Today, right after a change", "/"),
    ("Today, right after a change, and its figures", "/", "/progress/side"),
    ("Companies, right after a change", "/companies/"),
    ("Progress, right after a change", "/progress"),
    ("Favours, right after a change", "/favours/"),
)


class Site:
    """One running site and a browser that keeps its connection and its cookie."""

    def __init__(self, address: str, process: int = 0) -> None:
        parts = urlsplit(address)
        self.process = process
        self.at = f"{parts.scheme}://{parts.netloc}"
        self.line = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
        self.cookie = ""
        self.line.request("GET", f"{parts.path}?{parts.query}")
        answer = self.line.getresponse()
        answer.read()
        self.cookie = (answer.headers["Set-Cookie"] or "").split(";")[0]

    def opens(self, page: str) -> Callable[[], None]:
        return lambda: self.sent(page) and None

    def sent(self, page: str) -> tuple[http.client.HTTPResponse, bytes]:
        """What comes over the line to a browser that reads gzip."""
        asked = {"Cookie": self.cookie, "Accept-Encoding": "gzip"}
        self.line.request("GET", page, headers=asked)
        answer = self.line.getresponse()
        content = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{page} answered {answer.status}: {content[:300]!r}")
        return answer, content


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
        yield Site(address, server.pid)
    finally:
        server.terminate()
        server.wait(timeout=30)


WRITTEN = """
INSERT INTO firststep_touch (campaign_id, person_id, approach_id, "on", "order", kind, inbound,
    channel, subject, text)
SELECT campaign_id, person_id, approach_id, '{on}', {order}, 'nudge', 0, 'email', '', 'Hello'
FROM firststep_touch WHERE approach_id = {approach} LIMIT 1
"""
ENTERED = """
INSERT INTO firststep_entry (campaign_id, revision, verb, words, about, "on", recorded_at, door,
    before, made)
SELECT id, revision + 1, 'sent', 'You reminded them.', '', '{on}', '{at}', 'cli', '{before}', '[]'
FROM firststep_campaign
"""


def after_a_change(home: Path, *looks: Callable[[], None]) -> Callable[[], None]:
    """Pages right after another program recorded a note to somebody, each time to somebody else."""
    changes = count(1)

    def changed() -> None:
        number = next(changes)
        with sqlite3.connect(home / TABLES) as base:
            (order,) = base.execute("SELECT revision + 1 FROM firststep_campaign").fetchone()
            written = WRITTEN.format(on=TODAY, order=order, approach=1 + 7 * number % APPROACHES)
            before = json.dumps([["Touch", base.execute(written).lastrowid, None]])
            base.execute(ENTERED.format(on=TODAY, at=f"{TODAY} 10:00:00.{order}", before=before))
            base.execute("UPDATE firststep_campaign SET revision = revision + 1")
        base.close()
        for look in looks:
            look()

    return changed


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="firststep-bench-") as name, ExitStack() as opened:
        small, large = (
            made(Path(name), people, approaches=APPROACHES, touches=6 * APPROACHES)
            for people in (SMALL, LARGE)
        )
        bare = opened.enter_context(serving(large, [str(HERE / "bare_site.py")]))
        site = opened.enter_context(serving(large, PROGRAM))
        lesser = opened.enter_context(serving(small, PROGRAM))
        clock = processor_of_servers(bare.process, site.process, lesser.process)
        figures: list[Figure] = []
        for words, page in PAGES.items():
            looks = [site.opens(page), bare.opens("/")]
            looks += [lesser.opens(page)] if words in GROWING else []
            ours, plain, *before = in_turn(TIMES, *looks, clock=clock)
            figures.append(ratio(words, ours, plain, of="bare view"))
            growth = f"{LARGE:,} people against {SMALL:,}"
            figures += [ratio(f"{words}: growth", ours, less, of=growth) for less in before]
        for words, *after in AFTER_A_CHANGE:
            looks = [after_a_change(large, *map(site.opens, after)), bare.opens("/")]
            figures.append(ratio(words, *in_turn(TIMES, *looks, clock=clock), of="bare view"))
    return figures


def against_bare(times: int) -> Iterator[Figure]:
    """Every page with nothing new, quickly: for whoever works at one."""
    with tempfile.TemporaryDirectory(prefix="firststep-bench-") as name, ExitStack() as opened:
        home = made(Path(name), LARGE, approaches=APPROACHES, touches=6 * APPROACHES)
        bare = opened.enter_context(serving(home, [str(HERE / "bare_site.py")]))
        site = opened.enter_context(serving(home, PROGRAM))
        clock = processor_of_servers(bare.process, site.process)
        for words, page in PAGES.items():
            taken = in_turn(times, site.opens(page), bare.opens("/"), clock=clock)
            yield ratio(words, *taken, of="bare view")


if __name__ == "__main__":
    for one in against_bare(int(sys.argv[1]) if sys.argv[1:] else TIMES):
        print(f"{one.name}: {one.value:.2f}{one.unit}, {one.detail}", flush=True)
