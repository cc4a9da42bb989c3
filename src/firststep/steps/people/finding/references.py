"""What was typed for a step, as a reference: an approach's number, `p12` or `s7`; or by name."""

import re

from firststep.errors import CannotDo
from firststep.steps.goal.models import Campaign
from firststep.steps.people.finding.finding import find_person, find_seat
from firststep.steps.people.models import Person, Seat

_NUMBER = re.compile(r"\d{1,18}", re.ASCII)
_SEAT = re.compile(r"s\d{1,18}", re.IGNORECASE | re.ASCII)


def reference_of(campaign: Campaign, text: str) -> str:
    """`12`, `p12` or `s7` for a number, a name or a title; a seat that is held stands for its
    holder (F3). Raises CannotDo (`not_found`, `ambiguous`)."""
    meant = approach_or_whom(campaign, text)
    return str(meant) if isinstance(meant, int) else ref_of(meant)


def approach_or_whom(campaign: Campaign, text: str) -> int | Person | Seat:
    """An approach's number, a person, or a seat that nobody holds."""
    if _NUMBER.fullmatch(text.strip()):
        return int(text)
    meant = person_or_seat(campaign, text)
    held = isinstance(meant, Seat) and meant.holder
    return held or meant


def person_or_seat(campaign: Campaign, text: str) -> Person | Seat:
    """A person by id or name, else a seat by `s7` or title."""
    if _SEAT.fullmatch(text.strip()):
        return find_seat(campaign, text)
    try:
        return find_person(campaign, text)
    except CannotDo as refused:
        if refused.kind != "not_found":
            raise
        try:
            return find_seat(campaign, text)
        except CannotDo:
            raise refused from None


def ref_of(whom: Person | Seat) -> str:
    """What stands for them in a command or an address."""
    return f"{'p' if isinstance(whom, Person) else 's'}{whom.pk}"
