"""Runs the benchmarks, prints each ratio with its limit, and keeps the history.

bin/bench            all        bin/bench pages startup      some
bin/bench fuzz       10,000 mutated files for each importer, only when named
bin/bench --no-history          prints only
bin/bench against REV           this checkout against that revision, in turns
"""

import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from figures import Figure

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "RESULTS.md"
HISTORY = "<!-- newest first -->\n"


def importing() -> list[Figure]:
    import imports

    return imports.measure()


def reading() -> list[Figure]:
    import formats

    return formats.measure()


def telling_apart() -> list[Figure]:
    import matching

    return matching.measure()


def starting() -> list[Figure]:
    import startup

    return startup.measure()


def opening_pages() -> list[Figure]:
    import pages

    return pages.measure()


def planning_a_day() -> list[Figure]:
    import planning

    return planning.measure()


def simulating() -> list[Figure]:
    import simulate

    return simulate.measure()


def exporting() -> list[Figure]:
    import export

    return export.measure()


def taking_room() -> list[Figure]:
    import size

    return size.measure()


def fuzzing() -> list[Figure]:
    import fuzz

    count, seed = 10_000, 1
    return [
        Figure(f"mutated files that broke the reading: {name}", len(bad), 0,
               f"of {count:,}, seed {seed}", unit="")
        for name, bad in fuzz.measure(count, seed)
    ]  # fmt: skip


BENCHMARKS: dict[str, Callable[[], list[Figure]]] = {
    "startup": starting,
    "planning": planning_a_day,
    "pages": opening_pages,
    "imports": importing,
    "formats": reading,
    "matching": telling_apart,
    "export": exporting,
    "simulate": simulating,
    "size": taking_room,
    "fuzz": fuzzing,
}
ONLY_WHEN_NAMED = {"fuzz"}  # minutes, and no ratio


def row(figure: Figure) -> str:
    held = "holds" if figure.holds else "**too slow**"
    value = f"{figure.value:.2f}{figure.unit}"
    return f"| {figure.name} | {value} | {figure.limit:g}{figure.unit} | {held} | {figure.detail} |"


def remember(figures: list[Figure]) -> None:
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=HERE,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    when = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    table = "\n".join(row(figure) for figure in figures)
    heading = f"## {when}, commit {commit or 'unknown'}\n\n"
    columns = "| what | measured | at most | | |\n| --- | --- | --- | --- | --- |\n"
    before, mark, after = RESULTS.read_text().partition(HISTORY)
    RESULTS.write_text(before + mark + "\n" + heading + columns + table + "\n" + after)


def main(words: list[str]) -> int:
    if words[:1] == ["against"]:
        import against

        return against.main(words[1:])
    wanted = [word for word in words if word in BENCHMARKS] or [
        name for name in BENCHMARKS if name not in ONLY_WHEN_NAMED
    ]
    figures: list[Figure] = []
    for name in wanted:
        for figure in BENCHMARKS[name]():
            print(row(figure), flush=True)
            figures.append(figure)
    if "--no-history" not in words:
        remember(figures)
    return 0 if all(figure.holds for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
