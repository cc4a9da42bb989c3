"""Step 3, what one can do: open an approach, join it, change its ask, close it."""

from dataclasses import dataclass

from firststep.facts.kinds import Ask, Channel, Origin
from firststep.steps.people.models import Person, Seat


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """How an approach begins: with whom, by which way in, asking what."""

    person: Person | None
    seat: Seat | None = None
    ask: Ask = "advice"
    channel: Channel = "email"
    origin: Origin = "proposed"
    via_id: int | None = None
    for_seat_id: int | None = None
