"""A campaign of 300 approaches and 2,000 touches in front of an address book of any size."""

import os
import subprocess
import sys
from pathlib import Path

from connections import write_connections

HERE = Path(__file__).resolve().parent
TODAY = "2026-11-23"
APPROACHES, TOUCHES, TARGETS = 300, 2000, 100
MAKE = """
import sys
from datetime import date, timedelta
from pathlib import Path
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
sys.path.insert(0, sys.argv[1])
import scene
from firststep.journal.actions import Stamp
from firststep.steps.goal.actions import start_campaign
from firststep.steps.people.actions.imports import import_files
from firststep.verbs.choose_goal import choose_goal
from firststep.verbs.target import add_company
stamp = Stamp(on=date(2026, 8, 3))
ada = start_campaign(name="Ada Moreno", country="NL", zone="Europe/Amsterdam", stamp=stamp)
choose_goal(ada, stamp=stamp, role="Buyer", department="Purchasing", places=["Utrecht"])
for number in range(scene.TARGETS):
    add_company(ada, stamp=stamp, name=f"Zenith {number} Holding", motivation=1 + number % 5)
scene.live(ada)
import_files(ada, stamp=Stamp(on=date(2026, 8, 4)), paths=[Path(sys.argv[2])])
"""


def environment(home: Path) -> dict[str, str]:
    env = {**os.environ, "FIRSTSTEP_HOME": str(home), "PYTHONPATH": str(HERE.parent / "src")}
    # As on a person's computer, where compiled modules are kept.
    for name in ("FIRSTSTEP_DATABASE_URL", "PYTHONDONTWRITEBYTECODE"):
        env.pop(name, None)
    return {**env, "DJANGO_SETTINGS_MODULE": "firststep.settings"}


def made(folder: Path, people: int) -> Path:
    """A data folder with the campaign and that many imported people."""
    home = folder / f"home-{people}"
    if not home.exists():
        home.mkdir()
        source = folder / f"Connections-{people}.csv"
        write_connections(source, people)
        command = [sys.executable, "-c", MAKE, str(HERE), str(source)]
        subprocess.run(command, check=True, env=environment(home), stdout=subprocess.DEVNULL)
    return home


def live(campaign: object) -> None:
    """Sixteen weeks: approaches to three people a company, each with its notes and answers.

    Written as rows, since it is the reading that is measured.
    """
    from datetime import date, timedelta

    from firststep.steps.approach.models import Approach
    from firststep.steps.goal.models import Company
    from firststep.steps.outreach.models import Outcome, Touch
    from firststep.steps.people.models import Address, Person, Position, Tie

    goal = campaign.goals.get()  # type: ignore[attr-defined]
    companies = list(Company.objects.filter(campaign=campaign, targeted_on__isnull=False))
    titles = ("Quality Manager", "Head of Purchasing", "Engineer")
    order = 1000
    for number in range(APPROACHES):
        company = companies[number % len(companies)]
        began = date(2026, 8, 10) + timedelta(days=number * 104 // APPROACHES)
        name = f"Person {number:03d} Zenith"
        person = Person.objects.create(
            campaign=campaign, name=name, given="Person", family=f"{number:03d} Zenith",
            name_key=name.lower(), search_text=f"{name} {company.name}".lower(), known_since=began,
        )  # fmt: skip
        Position.objects.create(
            campaign=campaign, person=person, company=company, written=company.name,
            title=titles[number % 3], as_of=began,
        )  # fmt: skip
        address = f"p{number}@zenith.example"
        Address.objects.create(
            campaign=campaign, person=person, kind="email", value=address, key=address
        )
        Tie.objects.create(campaign=campaign, person=person, kind="known", by_hand=True)
        approach = Approach.objects.create(
            campaign=campaign, goal=goal, person=person, channel="email", opened_on=began,
            ask="meeting" if number % 3 == 1 else "name",
        )  # fmt: skip
        kinds = ("write", "nudge", "question", "answer", "helped", "thank", "report_back")
        for turn in range(TOUCHES // APPROACHES + (number < TOUCHES % APPROACHES)):
            order += 1
            kind, on = kinds[turn % 7], began + timedelta(days=3 * turn)
            if on >= date(2026, 11, 23):
                on = date(2026, 11, 20)
            inbound = kind in ("question", "helped")
            touch = Touch.objects.create(
                campaign=campaign, person=person, approach=approach, on=on, order=order,
                kind=kind, inbound=inbound, channel="email",
            )  # fmt: skip
            if inbound:
                Outcome.objects.create(
                    campaign=campaign, approach=approach, touch=touch, kind=kind, on=on, order=order
                )
