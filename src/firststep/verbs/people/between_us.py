"""What is between the seeker and somebody, as a field of theirs: a connection, du or Sie."""

from typing import Any

from firststep.facts.kinds import CALLED
from firststep.steps.goal.typed import one_of
from firststep.steps.people.models import Person


def connected_fields(person: Person, said: str) -> dict[str, Any]:
    """Whether they are connected on LinkedIn: since they came into the campaign at the latest."""
    if not said:
        return {}
    one_of(said, ("yes", "no"), called="an answer")
    since = (person.connected_on or person.known_since) if said == "yes" else None
    return {"connected_on": since, "by_hand": sorted({*person.by_hand, "connected_on"})}


def called_fields(said: str | None) -> dict[str, Any]:
    """Du or Sie in a German letter; "" goes by how the seeker knows them, None says nothing.
    Raises CannotDo for anything else."""
    if said:
        one_of(said, CALLED, called="du or sie")
    return {} if said is None else {"called": said}
