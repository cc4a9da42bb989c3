"""How close a tie is when the seeker has not said."""

from datetime import date
from typing import cast

from firststep.facts.kinds import TieKind

DORMANT_AFTER_YEARS = 3  # EVIDENCE a2: dormant ties, three years and more (Levin et al. 2011)


def tie_kind(said: str, since: date | None, *, today: date) -> TieKind:
    """What was said, else *dormant* three years after the connection, else *known*."""
    if said:
        return cast(TieKind, said)
    if since is None:
        return "known"
    age = today.year - since.year - ((today.month, today.day) < (since.month, since.day))
    return "dormant" if age >= DORMANT_AFTER_YEARS else "known"
