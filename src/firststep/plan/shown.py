"""The plan of one day, as every door shows it: read once, decided once, remembered in memory."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from firststep.facts.plan import Plan
from firststep.facts.snapshot import Snapshot

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign


class Shown(NamedTuple):
    snapshot: Snapshot
    plan: Plan


def plan_on(campaign: "Campaign", on: date) -> Shown:
    """The campaign's snapshot and its plan for a day.

    Remembered under (campaign, revision, day, playbook); nothing of it is ever stored (P-c).
    """
    raise NotImplementedError
