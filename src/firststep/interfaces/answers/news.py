"""News of people one knows: a new post, a new title, seen in a newer import."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef

from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Position, Tie

LATELY = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsOfSomebody:
    """What changed, in words, and the day of the file that told it."""

    person_id: int
    name: str
    what: str
    on: date


def news(campaign: Campaign, *, stamp: Stamp) -> list[NewsOfSomebody]:
    """Posts that changed with an import of the last ninety days, the newest first: somebody to
    congratulate. Only of people with a tie of the seeker's own."""
    tied = Tie.objects.filter(person=OuterRef("person"), other=None)
    before = Position.objects.filter(person=OuterRef("person"), current=False)
    rows = Position.objects.filter(
        Exists(tied),
        campaign=campaign,
        current=True,
        by_hand=False,
        person__import_id__isnull=False,
        person__do_not_contact_on=None,
        as_of__gt=F("person__known_since"),
        as_of__range=(stamp.on - LATELY, stamp.on),
    ).annotate(
        had_another=Exists(before), was_there=Exists(before.filter(company=OuterRef("company")))
    )
    found = rows.select_related("person", "company").order_by("-as_of", "person__name", "pk")
    return [_of(row) for row in found if row.had_another or _is_retitled(row)]


def _is_retitled(row: Position) -> bool:
    """Whether it is the post they came with, with another title since."""
    return row.import_id_id == row.person.import_id_id


def _of(row: Any) -> NewsOfSomebody:
    """`new at Globex, as Head of Purchasing`, or the new title where they were before."""
    company = row.written or row.company.name
    what = f"new at {company}" + (f", as {row.title}" if row.title else "")
    if row.was_there or _is_retitled(row):
        what = f"now {row.title} at {company}" if row.title else f"something new at {company}"
    return NewsOfSomebody(person_id=row.person_id, name=row.person.name, what=what, on=row.as_of)
