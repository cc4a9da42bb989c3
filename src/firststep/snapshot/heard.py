"""What came in and nobody has said yet what it is."""

from datetime import date

from firststep.facts.heard_kinds import HeardFacts
from firststep.steps.outreach.models import Heard

HEARD_IN = ("Heard", "Person")


def read_heard(campaign: int, today: date) -> tuple[HeardFacts, ...]:
    """All that waits for the seeker's word on a day, the oldest first."""
    rows = Heard.objects.filter(campaign=campaign, settled_on=None, on__lte=today)
    return tuple(
        HeardFacts(
            id=row.pk,
            on=row.on,
            name=row.person.name if row.person else row.writer or row.sender or "somebody",
            kind=row.proposals[0]["kind"],
            automatic=row.automatic,
            person_id=row.person_id,
            approach_id=row.approach_id,
        )
        for row in rows.select_related("person").order_by("on", "order", "id")
    )
