"""How soon a command answers: help against a bare Python, today against a bare Django.

The first start is that of a program whose own code nobody has compiled yet (as the first one from
a clone), against a bare Django with no tables at all, which its installer compiled. Processor
seconds.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from figures import Figure, in_turn, processor_of_programs, ratio, run
from scene import TODAY, environment, fresh, silent

TIMES = 15
SOURCE = Path(__file__).resolve().parent.parent / "src"
BARE_DJANGO = (
    "import django; django.setup()\n"
    "from firststep.steps.goal.models import Campaign\n"
    "Campaign.objects.first()"
)
COUNTED = """
import sys
from django.db.backends import utils
asked = 0
def counted(execute):
    def run(*given):
        global asked
        asked += 1
        return execute(*given)
    return run
utils.CursorWrapper.execute = counted(utils.CursorWrapper.execute)
from firststep.__main__ import main
try:
    main()
finally:
    print(asked, file=sys.stderr)
"""
EMPTY_DJANGO = """
import django
from django.conf import settings
sqlite = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
settings.configure(DATABASES={"default": sqlite})
django.setup()
from django.db import connection
connection.cursor().execute("SELECT 1")
"""


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="firststep-bench-") as name:
        home = Path(name)
        program = [sys.executable, "-m", "firststep"]
        env = environment(home)
        run([*program, "demo", "--no-serve", "--on", TODAY], env)
        there = environment(home / "demo")
        today = [*program, "today", "--json", "--on", TODAY]

        def doing(*command: str, env: dict[str, str] = env) -> Callable[[], None]:
            return partial(run, command, env)

        reply = ["reply", silent(there), "yes", "--on", TODAY]
        nothing, helped, completed, bare, today_again, empty, first, replied = in_turn(
            TIMES,
            doing(sys.executable, "-c", "pass"),
            doing(*program, "--help"),
            doing(*program, "__complete", ""),
            doing(sys.executable, "-c", BARE_DJANGO, env=there),
            doing(*today, env=there),
            doing(sys.executable, "-c", EMPTY_DJANGO),
            doing(*today, env=there | _uncompiled(home)),
            lambda: run([*program, *reply], environment(fresh(home / "demo"))),
            clock=processor_of_programs,
        )
        asked = questions(reply, environment(fresh(home / "demo")))
    return [
        ratio("help starts", helped, nothing, of="python -c pass"),
        ratio("shell completion", completed, nothing, of="python -c pass"),
        ratio("today --json, demonstration", today_again, bare,
              of="setup and one query"),
        ratio("today --json, the first start", first, empty, of="an empty Django"),
        ratio("a reply, demonstration", replied, bare, of="setup and one query"),
        Figure("a reply: questions to the database", asked, unit=""),
    ]  # fmt: skip


def questions(words: list[str], env: dict[str, str]) -> int:
    """How often a command asks the database."""
    done = subprocess.run(
        [sys.executable, "-c", COUNTED, *words], env=env, check=True, capture_output=True, text=True
    )
    return int(done.stderr.split()[-1])


def _uncompiled(folder: Path) -> dict[str, str]:
    """The program's own code in a copy that stays as it was written."""
    source = folder / "src"
    shutil.copytree(SOURCE, source, ignore=shutil.ignore_patterns("__pycache__"))
    return {"PYTHONPATH": str(source), "PYTHONDONTWRITEBYTECODE": "1"}
