"""A campaign of 300 approaches and 2,000 touches (or as said) in front of an address book of any
size."""

import json
import os
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from connections import write_connections

HERE = Path(__file__).resolve().parent
TODAY = "2026-11-23"
TABLES = "firststep.sqlite3"  # of a data folder
APPROACHES, TOUCHES, AT_ONE_COMPANY = 300, 2000, 3
TARGETS = 40  # of a campaign without approaches
MAKE = """
import sys
from datetime import date, timedelta
from pathlib import Path
from firststep.interfaces.opening import open_data
open_data(create=True)
sys.path.insert(0, sys.argv[1])
import scene
from firststep.journal.actions import Stamp
from firststep.verbs.goal.campaign import start_campaign
from firststep.verbs.people.import_files import import_files
from firststep.verbs.goal.choose_goal import choose_goal
from firststep.verbs.targets.target import add_company
stamp = Stamp(on=date(2026, 8, 3))
ada = start_campaign(name="Ada Moreno", country="NL", zone="Europe/Amsterdam", stamp=stamp)
choose_goal(ada, stamp=stamp, role="Buyer", department="Purchasing", places=["Utrecht"])
approaches, touches = int(sys.argv[3]), int(sys.argv[4])
for number in range(approaches // scene.AT_ONE_COMPANY or scene.TARGETS):
    add_company(ada, stamp=stamp, name=f"Zenith {number} Holding", motivation=1 + number % 5)
scene.live(ada, approaches, touches)
if sys.argv[2]:
    import_files(ada, stamp=Stamp(on=date(2026, 8, 4)), paths=[Path(sys.argv[2])])
"""


def environment(home: Path) -> dict[str, str]:
    env = {**os.environ, "FIRSTSTEP_HOME": str(home), "PYTHONPATH": str(HERE.parent / "src")}
    # As on a person's computer, where compiled modules are kept.
    for name in ("FIRSTSTEP_DATABASE_URL", "PYTHONDONTWRITEBYTECODE"):
        env.pop(name, None)
    return {**env, "DJANGO_SETTINGS_MODULE": "firststep.settings"}


def made(
    folder: Path, people: int, *, approaches: int = APPROACHES, touches: int = TOUCHES
) -> Path:
    """A data folder with the campaign and that many imported people."""
    home = folder / f"home-{people}-{approaches}"
    if not home.exists():
        home.mkdir()
        source = folder / f"Connections-{people}.csv" if people else ""
        if source:
            write_connections(source, people)
        sizes = (str(approaches), str(touches))
        command = [sys.executable, "-c", MAKE, str(HERE), str(source), *sizes]
        subprocess.run(command, check=True, env=environment(home), stdout=subprocess.DEVNULL)
    return home


def fresh(home: Path) -> Path:
    """A copy of a data folder, as it was."""
    copy = home.with_name("copy")
    shutil.rmtree(copy, ignore_errors=True)
    return Path(shutil.copytree(home, copy))


def silent(env: dict[str, str]) -> str:
    """The approach to somebody who was written to and is next to be nudged."""
    command = [sys.executable, "-m", "firststep", "today", "--json", "--on", TODAY]
    told = subprocess.run(command, env=env, check=True, capture_output=True)
    waiting = json.loads(told.stdout)["waiting"]
    return str(next(one["approach_id"] for one in waiting if one["kind"] == "nudge"))


def live(campaign: object, approaches: int, touches: int) -> None:
    """Sixteen weeks: approaches to three people a company, each with its notes and answers.

    Written as rows, since it is the reading that is measured.
    """
    from django.db import transaction

    with transaction.atomic():
        for number in range(approaches):
            begun = _begin(
                campaign, number, date(2026, 8, 10) + timedelta(number * 104 // approaches)
            )
            _correspond(begun, touches // approaches + (number < touches % approaches))


def _begin(campaign: Any, number: int, began: date) -> Any:
    """A person at a target, and the approach to them."""
    from firststep.steps.approach.models import Approach
    from firststep.steps.goal.models import Company
    from firststep.steps.people.models import Address, Person, Position, Tie

    companies = Company.objects.filter(campaign=campaign, targeted_on__isnull=False).order_by("id")
    company = companies[number % companies.count()]
    name = f"Person {number:03d} Zenith"
    person = Person.objects.create(
        campaign=campaign, name=name, given="Person", family=f"{number:03d} Zenith",
        name_key=name.lower(), search_text=f"{name} {company.name}".lower(), known_since=began,
    )  # fmt: skip
    title = ("Quality Manager", "Head of Purchasing", "Engineer")[number % 3]
    Position.objects.create(
        campaign=campaign, person=person, company=company, written=company.name,
        title=title, as_of=began,
    )  # fmt: skip
    address = f"p{number}@zenith.example"
    Address.objects.create(
        campaign=campaign, person=person, kind="email", value=address, key=address
    )
    Tie.objects.create(campaign=campaign, person=person, kind="known", by_hand=True)
    return Approach.objects.create(
        campaign=campaign, goal=campaign.goals.get(), person=person, channel="email",
        opened_on=began, ask="meeting" if number % 3 == 1 else "name",
    )  # fmt: skip


def _correspond(approach: Any, turns: int) -> None:
    """What went to and fro, every third day until the last working day."""
    from firststep.steps.outreach.models import Outcome, Touch

    kinds = ("write", "nudge", "question", "answer", "helped", "thank", "report_back")
    for turn in range(turns):
        order = 1000 * approach.pk + turn
        kind, on = kinds[turn % 7], approach.opened_on + timedelta(days=3 * turn)
        on = min(on, date(2026, 11, 20))
        inbound = kind in ("question", "helped")
        touch = Touch.objects.create(
            campaign_id=approach.campaign_id, person_id=approach.person_id, approach=approach,
            on=on, order=order, kind=kind, inbound=inbound, channel="email",
        )  # fmt: skip
        if inbound:
            Outcome.objects.create(
                campaign_id=approach.campaign_id, approach=approach, touch=touch, kind=kind,
                on=on, order=order,
            )  # fmt: skip
