"""One line says what happened: `log "Met Ann Lee (Acme) for coffee"`."""

from dataclasses import dataclass

from firststep.journal.actions import Stamp
from firststep.plan.actions.step import Recorded
from firststep.steps.goal.models import Campaign


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """What a line was understood to mean, in words to say yes to; `line` writes it again."""

    line: str
    verb: str
    person_id: int | None
    name: str
    company: str
    words: tuple[str, ...]


def understood(campaign: Campaign, *, stamp: Stamp, line: str) -> Understanding:
    """What would be written for a line; writes nothing. Raises CannotDo where it is unclear."""
    raise NotImplementedError


def log(campaign: Campaign, *, stamp: Stamp, line: str) -> Recorded:
    """Writes what a line means, as `understood` showed it, in one entry."""
    raise NotImplementedError
