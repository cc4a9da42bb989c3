"""What came in: what nobody has said yet what it is, and the times somebody named with a yes."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Q

from firststep.facts.heard_kinds import HeardFacts
from firststep.steps.outreach.hearing.rows import proposals_of
from firststep.steps.outreach.models import Heard

HEARD_IN = ("Heard", "Person")


class HeardRows(NamedTuple):
    """All that waits for the seeker's word, the oldest first; and by person the times they named
    in their newest yes that was confirmed."""

    heard: tuple[HeardFacts, ...]
    times: dict[int, tuple[datetime, ...]]


def read_heard(campaign: int, today: date) -> HeardRows:
    """What came in up to a day, in one question."""
    wanted = Q(settled_on=None) | Q(settled_as="yes", person__isnull=False)
    rows = Heard.objects.filter(wanted, campaign=campaign, on__lte=today)
    found = list(rows.select_related("person").order_by("on", "order", "id"))
    waiting = tuple(_waiting(row) for row in found if row.settled_on is None)
    return HeardRows(waiting, dict(_times(row for row in found if row.settled_as == "yes")))


def _waiting(row: Heard) -> HeardFacts:
    return HeardFacts(
        id=row.pk,
        on=row.on,
        name=row.person.name if row.person else row.writer or row.sender,
        kind=row.proposals[0]["kind"],
        automatic=row.automatic,
        person_id=row.person_id,
        approach_id=row.approach_id,
    )


def _times(rows: Iterable[Heard]) -> Iterable[tuple[int, tuple[datetime, ...]]]:
    for row in rows:
        told = (moment for one in proposals_of(row) if one.kind == "yes" for moment in one.at)
        yield row.person_id or 0, tuple(told)
