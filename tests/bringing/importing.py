"""What the tests of importing share: lists of people as text, brought in and looked at."""

import io
from collections.abc import Iterator
from typing import Any

from django.apps import apps

from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person
from firststep.verbs.people.import_files import ImportAnswer, import_files

CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
LIST = "Name,Company,Title,Email,Phone\n"
IN = "https://www.linkedin.com/in/"


def bring(campaign: Campaign, stamp: Stamp, text: str, name: str = "list.csv") -> ImportAnswer:
    """One file, given as its text."""
    return import_files(campaign, stamp=stamp, streams=[(name, io.BytesIO(text.encode()))])


def cards(*lines: str) -> str:
    """An address card of these lines."""
    return "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""))


def names(campaign: Campaign) -> list[str]:
    return list(
        Person.objects.filter(campaign=campaign).order_by("id").values_list("name", flat=True)
    )


def posts(person: Person) -> list[tuple[str, str, bool]]:
    """Company, title, whether present, in the order they were told."""
    return list(person.positions.order_by("id").values_list("written", "title", "current"))


def all_rows() -> Iterator[Any]:
    """Every row of every table but the journal's and the list of imports."""
    for model in apps.get_app_config("firststep").get_models():
        if model.__name__ not in ("Entry", "Import", "Campaign", "User"):
            yield model.__name__, list(model._base_manager.order_by("pk").values())


def message(sender: str, to: str, on: str) -> str:
    """One message of LinkedIn's messages.csv; Ada is the seeker."""
    slugs = {name: name.lower().replace(" ", "-") for name in (sender, to)} | {"Ada Byron": "ada"}
    return f"1,,{sender},{IN}{slugs[sender]},{to},{IN}{slugs[to]},{on} 14:03:22 UTC,,Hi,INBOX\n"


MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER\n"
)
INVITATIONS = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
