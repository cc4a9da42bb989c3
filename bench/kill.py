"""`kill -9` at random moments of what writes most: `python bench/kill.py [--kills 1000]`.

`bin/bench kill` does the same and keeps the figures.

Each kill is a process of its own on a copy of one small campaign: restore, forget, backup, import
or sent, ended at a random moment of the time it takes. Afterwards the data is as it was before or
as it is after the whole command, nothing a killed process was making is left, and when a person is
forgotten then, no file of the program tells of them any more. What is not so is named with the
number that makes it; the exit code is then 1.
"""

import argparse
import hashlib
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from figures import Figure

ON = ("--on", "2026-11-23")
CANARY = "Quorvix Zandrelux"
CANARIES = (CANARY, "quorvix77@zandrelux.example", "notecanary")
TABLES = "firststep.sqlite3"
PLACE, BACKUP, LIST, WRITTEN = "home", "earlier.backup", "people.csv", "new.backup"
VERBS: dict[str, tuple[str, ...]] = {
    "restore": ("restore", "{folder}/earlier.backup"),
    "forget": ("forget", CANARY, "--yes", *ON),
    "backup": ("backup", "{folder}/new.backup"),
    "import": ("import", "{folder}/people.csv", *ON),
    "sent": ("sent", CANARY, "--channel", "email", *ON),
}
MAKING = ("restore", "backup")
# What a second run of the same differs in: when it was, and which database it is.
_OWN = {"recorded_at", "mark"}


class Failure(NamedTuple):
    """A kill after which something was not as it may be; `kind` is lost, half or left."""

    verb: str
    number: int
    kind: str
    words: str


class Ground:
    """A campaign to be broken, copied anew for each kill, and what it may be like afterwards."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.whole = folder / "whole"
        make(self.whole)
        self.before = digest(self.whole / PLACE / TABLES)
        self.backed_up = digest(self.whole / BACKUP)
        self.after: dict[str, str] = {}
        self.seconds: dict[str, float] = {}
        for verb in VERBS:
            begun = time.monotonic()
            place = self.killed(verb, None)
            self.seconds[verb] = time.monotonic() - begun
            self.after[verb] = digest(place / PLACE / TABLES)

    def killed(self, verb: str, after: float | None, *, making: bool = False) -> Path:
        """A copy on which a verb was begun, and killed after so many seconds; None: left alone.

        With `making` the seconds count from when something is in the making.
        """
        place = self.folder / "broken"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.whole, place)
        child = os.fork()
        if not child:
            _child(place, verb)
        if after is not None:
            if making:
                _wait_for(place / PLACE / "making", child)
            time.sleep(after)
            os.kill(child, signal.SIGKILL)
        ended = os.waitpid(child, 0)[1]
        if after is None and ended:
            raise SystemExit(f"{verb} does not work: {(place / 'said').read_text()}")
        return place


def rounds(count: int, seed: int, folder: Path) -> Iterator[Failure]:
    """So many kills, the verbs in turn; yields what went wrong."""
    ground = Ground(folder)
    for number in range(count):
        verb = tuple(VERBS)[number % len(VERBS)]
        dice = random.Random(f"{seed}:{number}")
        making = verb in MAKING and dice.random() < 0.5
        longest = 0.03 if making else 1.05 * ground.seconds[verb]
        place = ground.killed(verb, dice.uniform(0, longest), making=making)
        for kind, words in _wrong(ground, place, verb):
            yield Failure(verb, number, kind, words)


def _wait_for(making: Path, child: int) -> None:
    """Until something is in the making, or the child has ended without."""
    while not os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT):
        if making.is_dir() and any(one.name != "door" for one in making.iterdir()):
            return


def _wrong(ground: Ground, place: Path, verb: str) -> Iterator[tuple[str, str]]:
    home = place / PLACE
    found = digest(home / TABLES)
    if found not in (ground.before, ground.after[verb]):
        yield ("half" if found.startswith("?") else "lost"), f"the data is neither: {found}"
        return
    is_done = found == ground.after[verb]
    for kept in home.glob("*before-restore*"):
        if digest(kept) != ground.before:
            yield "half", f"{kept.name} is not what was there before"
    if verb == "restore" and is_done and not list(home.glob("*before-restore*")):
        yield "lost", "what was there before is set aside nowhere"
    written = place / WRITTEN
    if written.exists() and digest(written) != ground.before:
        yield "half", "the backup is not whole"
    yield from _left(place, is_forgotten=verb == "forget" and is_done)


def _left(place: Path, *, is_forgotten: bool) -> Iterator[tuple[str, str]]:
    """After the next start, and after the canary was forgotten."""
    home = place / PLACE
    copies = _forget_it(home, is_forgotten=is_forgotten)
    making = home / "making"
    if left := [one.name for one in making.iterdir() if one.name != "door"]:
        yield "left", f"in the making: {left}"
    given = {place / BACKUP, place / LIST, *map(Path, copies), place / "said"}
    for file in sorted(place.rglob("*")):
        if file.is_file() and file not in given and _tells(file):
            yield "left", f"{file.name} tells of who was forgotten"
    if (place / WRITTEN).exists() and str(place / WRITTEN) not in copies:
        yield "left", "the new backup tells of who was forgotten, and nobody says so"


def _tells(file: Path) -> bool:
    text = file.read_bytes().lower()
    return any(canary.lower().encode() in text for canary in CANARIES)


def _forget_it(home: Path, *, is_forgotten: bool) -> Sequence[str]:
    from django.conf import settings

    from firststep.errors import CannotDo
    from firststep.interfaces.opening import open_data, the_campaign
    from firststep.journal.actions import Stamp
    from firststep.keeping.files import standing_in
    from firststep.verbs.safety.forget import forget

    settings.DATA = home
    stamp = Stamp(on=date.fromisoformat(ON[1]))
    with standing_in(home / TABLES):
        open_data(create=False)
        if not is_forgotten:
            return forget(the_campaign(), stamp=stamp, person=CANARY).copies
        try:
            forget(the_campaign(), stamp=stamp, person=CANARY)
        except CannotDo:
            return ()
    raise SystemExit("who was forgotten is there again")


def digest(file: Path) -> str:
    """What a database holds, in one word; a word with "?" where it cannot be read or is damaged."""
    sums = hashlib.sha256()
    try:
        with closing(sqlite3.connect(file)) as database:
            database.row_factory = sqlite3.Row
            if (found := database.execute("PRAGMA integrity_check(1)").fetchone()[0]) != "ok":
                return f"?{found}"
            names = "SELECT name FROM sqlite_master WHERE type='table' ORDER BY name"
            for (name,) in database.execute(names).fetchall():
                if name.startswith("firststep_") and "_search" not in name:
                    for row in database.execute(f"SELECT * FROM {name} ORDER BY rowid"):
                        told = {key: row[key] for key in row.keys() if key not in _OWN}  # noqa: SIM118
                        sums.update(f"{name} {told}\n".encode())
    except sqlite3.Error as error:
        return f"?{error}"
    return sums.hexdigest()


def make(place: Path) -> None:
    """An address book of 300, a backup of an earlier moment, and a list to import."""
    place.mkdir()
    rows = "".join(
        f"First{n} Last{n},first{n}@people.example,Company {n % 40},Buyer\n" for n in range(300)
    )
    (place / "first.csv").write_text(f"Name,E-mail,Company,Title\n{rows}")
    (place / LIST).write_text(
        "Name,E-mail,Company,Title\n"
        + rows.replace("First", "Second").replace("first", "second")
        + f"{CANARY} Junior,{CANARIES[1]},Kanar,Clerk\n"
    )
    for words in (
        ("init", "--name", "Ada Moreno", "--country", "NL", *ON),
        ("goal", "--role", "Buyer", "--department", "Purchasing", "--place", "Utrecht", *ON),
        ("company", "add", "Company 1", *ON),
        ("import", "{folder}/first.csv", *ON),
        ("person", "add", CANARY, "--company", "Company 1", "--email", CANARIES[1],
         "--note", CANARIES[2], "--tie", "close", *ON),
        ("backup", "{folder}/" + BACKUP),
        ("person", "edit", CANARY, "--note", f"{CANARIES[2]} again", *ON),
        ("person", "add", "Lou Late", *ON),
    ):  # fmt: skip
        child = os.fork()
        if not child:
            _child(place, "", words)
        if os.waitpid(child, 0)[1]:
            raise SystemExit(f"{words} does not work: {(place / 'said').read_text()}")
    (place / PLACE / "copies.list").unlink()


def _child(place: Path, verb: str, words: Sequence[str] = ()) -> None:
    """In the child: the command as it is typed, on the copy; never returns."""
    code = 9
    try:
        from django.conf import settings

        from firststep.interfaces.cli.program import run_words
        from firststep.keeping.files import standing_in

        said = os.open(place / "said", os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        os.dup2(said, 1)
        os.dup2(said, 2)
        os.environ["FIRSTSTEP_HOME"] = str(place / PLACE)
        settings.DATA = place / PLACE
        with standing_in(place / PLACE / TABLES):
            code = run_words([word.format(folder=place) for word in words or VERBS[verb]])
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def prepare() -> None:
    """What a kill is to meet is loaded once, in the parent: the verbs, not the start of Python."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "firststep.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
    from firststep.interfaces.catalogue import CATALOGUE, resolve

    for name in VERBS:
        resolve(CATALOGUE[name].target)


def measure(count: int = 1_000, seed: int = 1) -> list[Figure]:
    """How many of all kills lost something, left it half or left something behind."""
    prepare()
    # In memory where that can be: a kill shows nothing of a disk, and waiting for one takes long.
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        failures = list(rounds(count, seed, Path(folder)))
    for failure in failures[:20]:
        print(f"  {failure.verb} number {failure.number}: {failure.kind}, {failure.words}")
    detail = f"of {count:,} over {', '.join(VERBS)}, seed {seed}"
    told = {"lost": "kills that lost a write", "half": "kills that left something half done",
            "left": "kills that left something behind"}  # fmt: skip
    return [
        Figure(name, sum(one.kind == kind for one in failures), detail, unit="")
        for kind, name in told.items()
    ]


def main() -> int:
    """Kills so often as said, and says how it went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only-make", type=Path, help="the campaign to be broken, in a new folder")
    said = parser.parse_args()
    if said.only_make:
        prepare()
        make(said.only_make)
        return 0
    begun = time.monotonic()
    figures = measure(said.kills, said.seed)
    for figure in figures:
        print(f"{figure.name}: {figure.value:.0f} {figure.detail}")
    print(f"{time.monotonic() - begun:.0f} s")
    return 1 if any(figure.value for figure in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
