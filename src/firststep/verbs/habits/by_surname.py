"""Whom of those known a title and a surname mean: "Mrs Ode"."""

from itertools import islice

from firststep.facts.text import fold
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.outreach.telling.known_names import may_be_called
from firststep.steps.outreach.telling.scene import SomebodyKnown
from firststep.steps.people.models import Person
from firststep.steps.people.rows.targets import same_employer
from firststep.steps.people.spelling.person_titles import is_title, without_titles


def by_surname(campaign: Campaign, name: str, *, at: Company | None = None) -> list[Person]:
    """Those known, four at most, who may be "Mrs Ode", at that company where one was said; nobody
    for a name without a title, or with more than a surname behind it."""
    title, *more = name.split()
    surname = fold(" ".join(without_titles(name.split())))
    if not more or not is_title(title) or " " in surname:
        return []
    people = Person.objects.filter(campaign=campaign, name_key__endswith=f" {surname}")
    if at is not None:
        people = people.filter(positions__company__in=same_employer(campaign, at))
    found = people.order_by("id").distinct()
    meant = (one for one in found if may_be_called(title, SomebodyKnown(id=one.pk, name=one.name)))
    return list(islice(meant, 4))
