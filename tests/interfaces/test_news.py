"""News of people one knows, as a newer import tells it."""

from datetime import date, timedelta
from pathlib import Path

from firststep.interfaces.answers.news import news
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person, Tie
from firststep.verbs.people.import_files import import_files
from tests.cast import MONDAY

LATER = MONDAY + timedelta(days=30)
BEFORE = """\
Name,E-mail,Company,Title
Mia Berg,mia@berg.example,Halden,Buyer
Tom Ode,tom@ode.example,Halden,Clerk
Una Kay,una@kay.example,Halden,Nurse
Vic Poe,vic@poe.example,Halden,Pilot
"""
AFTER = """\
Name,E-mail,Company,Title
Mia Berg,mia@berg.example,Globex,Head of Purchasing
Tom Ode,tom@ode.example,Halden,Chief clerk
Una Kay,una@kay.example,Halden,Nurse
Vic Poe,vic@poe.example,Globex,Pilot
Zoe New,zoe@new.example,Halden,Cook
"""


def brought(campaign: Campaign, folder: Path, text: str, on: date) -> None:
    file = folder / f"people-{on}.csv"
    file.write_text(text)
    import_files(campaign, stamp=Stamp(on=on), paths=[file])


def told(campaign: Campaign, on: date) -> list[tuple[str, str]]:
    return [(one.name, one.what) for one in news(campaign, stamp=Stamp(on=on))]


def test_a_new_post_of_somebody_known_is_news_and_a_first_import_is_none(
    ada: Campaign, ben: Campaign, tmp_path: Path
) -> None:
    brought(ada, tmp_path, BEFORE, MONDAY)
    Tie.objects.filter(person__name="Vic Poe").delete()
    assert told(ada, MONDAY) == []

    brought(ada, tmp_path, AFTER, LATER)

    found = told(ada, LATER)
    # Vic is a stranger, Zoe is new, Una is where she was.
    assert found == [
        ("Mia Berg", "new at Globex, as Head of Purchasing"),
        ("Tom Ode", "now Chief clerk at Halden"),
    ]
    assert told(ada, LATER + timedelta(days=91)) == [] and told(ben, LATER) == []


def test_somebody_not_to_be_contacted_is_no_news(ada: Campaign, tmp_path: Path) -> None:
    brought(ada, tmp_path, BEFORE, MONDAY)
    mia = Person.objects.get(name="Mia Berg")
    brought(ada, tmp_path, AFTER, LATER)
    assert "Mia Berg" in dict(told(ada, LATER))
    Person.objects.filter(pk=mia.pk).update(do_not_contact_on=MONDAY)
    assert "Mia Berg" not in dict(told(ada, LATER))
