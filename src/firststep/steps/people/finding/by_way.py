"""Finding whoever is reached by an address or a number, as much of it as was typed."""

import re

from django.db.models import Q

from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Address, Person

FEWEST_DIGITS = 4  # fewer stand in too many numbers
MOST_REACHED = 200


def reached_by(campaign: Campaign, text: str) -> set[int]:
    """The ids of the people with an address, a profile or a number that holds the text; nobody for
    a text that is none."""
    typed = text.strip().lower()
    wanted = Q()
    if "@" in typed or re.fullmatch(r"\S+\.\S+", typed):
        wanted |= Q(kind="email", key__contains=typed)
    digits = "".join(sign for sign in typed if sign in "0123456789").lstrip("0")
    if len(digits) >= FEWEST_DIGITS and re.fullmatch(r"[+\d\s()/.-]+", typed):
        wanted |= Q(kind="phone", key__contains=digits)
    found: set[int] = set()
    if wanted:
        rows = Address.objects.filter(wanted, campaign=campaign)
        found.update(rows.values_list("person_id", flat=True)[:MOST_REACHED])
    if profile := re.search(r"linkedin\.com/in/([^/?#\s]+)", typed):
        people = Person.objects.filter(campaign=campaign, linkedin=profile[1])
        found.update(people.values_list("pk", flat=True))
    return found
