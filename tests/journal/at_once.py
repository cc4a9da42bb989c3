"""Several programs that do something at the same moment, on a database of their own.

Each is a process that has opened the data and loaded the campaign before any of them goes on.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
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
