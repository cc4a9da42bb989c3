"""Adding and correcting people and where they work."""

from datetime import date

from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person, Position


def add_person(
    campaign: Campaign,
    *,
    stamp: Stamp,
    name: str,
    company: str = "",
    title: str = "",
    email: str = "",
    phone: str = "",
    linkedin: str = "",
    tie: str = "",
    how: str = "",
    note: str = "",
) -> Person:
    """Adds somebody; only a name is required."""
    raise NotImplementedError


def edit_person(
    campaign: Campaign,
    *,
    stamp: Stamp,
    person: str,
    name: str | None = None,
    company: str | None = None,
    title: str | None = None,
    email: str | None = None,
    phone: str | None = None,
    linkedin: str | None = None,
    tie: str | None = None,
    how: str | None = None,
    note: str | None = None,
) -> Person:
    """Corrects somebody; None leaves a part as it is, "" empties it. No import overwrites it."""
    raise NotImplementedError


def edit_position(
    campaign: Campaign,
    *,
    stamp: Stamp,
    person: str,
    position: int | None = None,
    company: str | None = None,
    title: str | None = None,
    began_on: date | None = None,
    ended_on: date | None = None,
    drop: bool = False,
) -> Position:
    """Adds a post, or corrects or drops the one with that id."""
    raise NotImplementedError
