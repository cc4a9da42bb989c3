"""Progress: how far one has come, each figure with its n and range."""

from datetime import date
from typing import Any

from firststep.facts.plan import Plan
from firststep.facts.snapshot import Snapshot


def side_figures(snapshot: Snapshot, plan: Plan, on: date) -> dict[str, Any]:
    """The figures at the side of Today."""
    return {}
