"""Several programs that do something at the same moment, on a database of their own.

Each is a process that has opened the data and loaded the campaign before any of them goes on.
"""

import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_BEFORE = """
import json, sys
sys.path.insert(0, sys.argv[1])
import django
django.setup()
from datetime import UTC, date, datetime, timedelta
from firststep.interfaces.opening import open_data
from firststep.errors import CannotDo
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.verbs import thread
from firststep.verbs.safety.forget import forget
from firststep.verbs.told.log import log
from tests.cast import MONDAY, a_campaign, a_row_person, a_target
from tests.journal.at_once import bring_slowly, look_on, waits_a_while
stamp = Stamp(on=MONDAY, begun_at=datetime.now(UTC))
"""
_MAKE = """
open_data(create=True)
ada = a_campaign("Ada Moreno", "ada@moreno.example")
acme = a_target(ada, "Acme", motivation=5)
for name in ("Ann Lee", "Bo Lind", "Cy Park", "Di Roth", "Ed Sato"):
    a_row_person(ada, name, company=acme, title="Analyst", email=f"{name[:2]}@acme.example")
"""
_DO = """
ada = Campaign.objects.select_related("seeker").get()
print("ready", flush=True)
sys.stdin.readline()
try:
    said = eval(sys.argv[2])
    print(json.dumps({"said": getattr(said, "words", "")}))
except CannotDo as refused:
    print(json.dumps({"refused": refused.words, "kind": refused.kind}))
"""


def bring_slowly(campaign: Any, stamp: Any) -> Any:
    """Brings in 12,000 people with long notes, which take 24 MB, and rests after every third."""
    from django.db import connection

    from firststep.verbs.people.import_files import import_files

    rows = "".join(f"New Person{n},new{n}@firm.example,{'long ' * 400}\n" for n in range(12_000))
    return import_files(
        campaign,
        stamp=stamp,
        streams=[("people.csv", io.BytesIO(f"Name,Email,Notes\n{rows}".encode()))],
        progress=lambda _done, _of: time.sleep(4) if connection.in_atomic_block else None,
    )


def look_on(campaign: Any, on: Any, *, until_people: int) -> Any:
    """Looks at the day again and again until the people are in; how often it was seen meanwhile."""
    from firststep.journal.at_work import who_is_at_work
    from firststep.plan.shown import forget_plans, plan_on

    looks, begun = 0, time.monotonic()
    while campaign.people.count() < until_people and time.monotonic() - begun < 100:
        forget_plans()
        plan_on(campaign, on)
        looks += "%" in who_is_at_work()
        time.sleep(0.05)
    return SimpleNamespace(words=str(looks))


def waits_a_while(campaign: Any, verb: Callable[[], Any]) -> Any:
    """What a verb comes to that is said while others write."""
    from firststep.journal.at_work import who_is_at_work

    while "%" not in who_is_at_work():
        time.sleep(0.05)
    begun = time.monotonic()
    try:
        return verb()
    finally:
        print(f"waited {time.monotonic() - begun:.1f} {campaign.pk}", file=sys.stderr)


class Programs:
    """Programs on one database, which is a file, or the one at a URL."""

    def __init__(self, home: Path, url: str = "") -> None:
        kept = {key: value for key, value in os.environ.items() if "FIRSTSTEP" not in key}
        self.home = home
        self.env = {**kept, "FIRSTSTEP_HOME": str(home), "PYTHONPATH": str(ROOT / "src")}
        self.env |= {"DJANGO_SETTINGS_MODULE": "firststep.settings"}
        self.env |= {"FIRSTSTEP_DATABASE_URL": url} if url else {}
        home.mkdir(exist_ok=True)

    def made(self) -> "Programs":
        """With Ada's campaign in it, and five people at Acme."""
        subprocess.run(self.python(_BEFORE + _MAKE), env=self.env, check=True)
        return self

    def python(self, code: str, *words: str) -> list[str]:
        return [sys.executable, "-c", code, str(ROOT), *words]

    def at_once(self, *calls: str) -> list[dict[str, str]]:
        """What each call came to: its words, or why it was refused."""
        with self._ready(calls) as running:
            for one in running:
                one.stdin.write("go\n")
                one.stdin.flush()
            ended = [one.communicate(timeout=120) for one in running]
        faults = [err for _, err in ended if "Traceback" in err]
        assert not faults, faults[0]
        return [json.loads(out) for out, _ in ended]

    def asked(self, question: str) -> Any:
        """The answer of an expression that is asked afterwards."""
        code = f"{_BEFORE}ada = Campaign.objects.get()\nprint(json.dumps(eval(sys.argv[2])))"
        told = subprocess.run(
            self.python(code, question), env=self.env, check=True, capture_output=True, text=True
        )
        return json.loads(told.stdout)

    @contextmanager
    def _ready(self, calls: tuple[str, ...]) -> Iterator[list[Any]]:
        running: list[Any] = [
            subprocess.Popen(
                self.python(_BEFORE + _DO, call), env=self.env, text=True,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            )
            for call in calls
        ]  # fmt: skip
        try:
            for one in running:
                assert one.stdout.readline() == "ready\n", one.stderr.read()
            yield running
        finally:
            for one in running:
                one.kill()
                one.wait()
