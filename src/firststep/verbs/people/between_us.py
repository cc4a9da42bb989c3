"""What is between the seeker and somebody, as a field of theirs: a connection, du or Sie; and how a
change of theirs is told."""

from collections.abc import Mapping
from typing import Any

from firststep.facts.kinds import CALLED
from firststep.facts.said import say
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


def corrected_words(person: Person, *, name: str | None, said: Mapping[str, Any]) -> str:
    """What was changed of somebody, in words: a way to them that was looked up is no correction."""
    changed = {part for part, value in said.items() if value is not None}
    if name is None and changed <= {"email", "phone", "linkedin"}:
        return say("You wrote down how to reach {name}.", name=person.name)
    return say("You corrected {name}.", name=person.name)
