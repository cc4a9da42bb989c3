"""Runs the benchmarks, prints each figure with its target, and keeps the history.

bin/bench            all        bin/bench pages startup      some
bin/bench fuzz       10,000 mutated files for each importer, only when named
bin/bench kill       1,000 kills of what writes most, only when named
bin/bench --no-history          prints only
bin/bench against REV           this checkout against that revision, in turns
"""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from importlib import import_module
from pathlib import Path

from figures import Figure
from pages import AFTER_A_CHANGE, GROWING, PAGES

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "RESULTS.md"
HISTORY = "<!-- newest first -->\n"
# What each figure may be at most. A plain number is a ratio to the bare baseline of the same run.
TARGETS: dict[str, dict[str, float]] = {
    "startup": {
        "help starts": 5,
        "shell completion": 5,
        "today --json, demonstration": 1.25,
        "today --json, the first start": 2.2,
        "a reply, demonstration": 1.4,
        "a reply: questions to the database": 30,
    },
    "planning": {
        "plan of 300 approaches, 2,000 touches": 1.3,
        "loading 1,000 approaches": 5,
        "plan of 1,000 approaches": 25,  # ms
        "plan: growth tenfold": 1.3,
    },
    "pages": {
        **dict.fromkeys(PAGES, 2),
        **{f"{page}: growth": 2 if "search" in page else 1.2 for page in GROWING},
        **{words: 12 for words, *_ in AFTER_A_CHANGE},
        "Today, right after a change, and its figures": 20,
        "Progress, right after a change": 30,  # a forecast of its own
        "Favours, right after a change": 25,
    },
    "browsing": {
        "a page the first time, fonts apart": 120,  # kB, as those below
        "a page after that": 30,
        "its fonts": 80,
        "files a browser may not keep for a year": 0,
        "start to the first page": 2,
        "idle memory": 80,  # MB
        "I sent it, to the next card": 150,  # ms
        "layout shift of the page that moves most": 0,
    },
    "imports": {
        "importing 10,000 connections": 5,
        "importing 100,000 connections": 5,
        "importing: growth of the cost per row": 1,
        "importing: peak memory": 150,  # MB
    },
    "growing": {
        "path: ten times the people": 5,
        "path: peak memory": 200,  # MB
        "progress: ten times the people": 5,
        "progress: peak memory": 200,
        "merge list: ten times the people": 5,
        "merge list: peak memory": 200,
        "export: ten times the people": 5,
        "export: peak memory": 200,
    },
    "formats": {
        "reading LinkedIn connections: ten times the rows": 12,
        "reading Google contacts: ten times the rows": 12,
        "reading Outlook contacts: ten times the rows": 12,
        "reading address cards: ten times the rows": 12,
        "reading calendar: ten times the rows": 12,
        "reading mailbox: ten times the rows": 12,
        "a long mailbox: peak memory": 250,  # MB
    },
    "matching": {
        "matching 30,000 connections": 4,
        "companies: wrong": 0.005,  # a share, as those below
        "companies: missed": 0.02,
        "doubles: joined wrongly": 0,
        "doubles: suggested wrongly": 0.05,
        "doubles: missed": 0.2,
        "doubles: ten times the people": 20,
    },
    "export": {
        "exporting 100,000 people": 9,  # six files with names for every value
        "exporting: growth of the cost per person": 1.4,
        "exporting: peak memory": 150,  # MB
    },
    "simulate": {"2,000 simulated campaigns": 600},  # seconds
    "size": {
        "installed: packages and the program": 110,  # MiB
        "simulate --runs 20: biggest process": 120,  # MB
    },
    "fuzz": {"mutated files that broke the reading": 0},
    "kill": {
        "kills that lost a write": 0,
        "kills that left something half done": 0,
        "kills that left something behind": 0,
    },
}
ONLY_WHEN_NAMED = {"fuzz", "kill"}  # minutes, and no ratio


def main(words: Sequence[str]) -> int:
    if words[:1] == ["against"]:
        return int(import_module("against").main(words[1:]))
    wanted = [word for word in words if word in TARGETS] or [
        name for name in TARGETS if name not in ONLY_WHEN_NAMED
    ]
    rows, missed = [], []
    for name in wanted:
        for row, holds in measured(name):
            print(row, flush=True)
            rows.append(row)
            missed += [] if holds else [row]
    print("\nAll targets hold." if not missed else "\nMissed:\n" + "\n".join(missed))
    if "--no-history" not in words:
        remember(rows)
    return 1 if missed else 0


def measured(name: str) -> Iterator[tuple[str, bool]]:
    """A row for each figure of a benchmark, and whether its target holds."""
    targets = TARGETS[name]
    found: list[Figure] = import_module(name).measure()
    if unlike := {figure.name for figure in found} ^ set(targets):
        raise SystemExit(f"{name}: figures and targets differ: {', '.join(sorted(unlike))}.")
    for figure in found:
        most, holds = targets[figure.name], figure.value <= targets[figure.name]
        value, unit = f"{figure.value:.2f}{figure.unit}", figure.unit
        said = "holds" if holds else "**missed**"
        yield f"| {figure.name} | {value} | {most:g}{unit} | {said} | {figure.detail} |", holds


def remember(rows: Sequence[str]) -> None:
    asked = ["git", "rev-parse", "--short", "HEAD"]
    done = subprocess.run(asked, cwd=HERE, capture_output=True, text=True, check=False)
    when = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    heading = f"## {when}, commit {done.stdout.strip() or 'unknown'}\n\n"
    columns = "| what | measured | at most | | |\n| --- | --- | --- | --- | --- |\n"
    before, mark, after = RESULTS.read_text().partition(HISTORY)
    table = "\n".join(rows)
    RESULTS.write_text(before + mark + "\n" + heading + columns + table + "\n" + after)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
