"""The plan of one day, as every door shows it: read once, decided once, remembered in memory."""

from collections import OrderedDict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from firststep.facts.plan import Plan
from firststep.facts.playbook import Playbook
from firststep.facts.snapshot import Snapshot, SnoozeFacts
from firststep.plan.planner import plan_day
from firststep.plan.playbook.file import read_playbook
from firststep.snapshot.load import load
from firststep.steps.followup.models import Snooze

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign

REMEMBERED = 8


class Shown(NamedTuple):
    snapshot: Snapshot
    plan: Plan
    book: Playbook


Key = tuple[str, int, int, date, str, int | None]
_remembered: OrderedDict[Key, Shown] = OrderedDict()


def plan_on(
    campaign: "Campaign", on: date, *, minutes: int | None = None, book: Playbook | None = None
) -> Shown:
    """The campaign's snapshot and its plan for a day.

    Remembered under (database, campaign, revision, day, playbook); nothing of it is stored (P-c).
    The revision is read anew, so that another process's entry is seen at once.
    """
    campaign.refresh_from_db(fields=["revision", "playbook", "away"])
    database = str(campaign._state.db)
    key = (database, campaign.pk, campaign.revision, on, book.name if book else "", minutes)
    if (found := _remembered.get(key)) is not None:
        _remembered.move_to_end(key)
        return found
    snapshot = load(campaign, today=on)
    book = book or read_playbook(campaign.playbook)
    plan = plan_day(snapshot, snoozes=_snoozes(campaign), today=on, book=book, minutes=minutes)
    shown = _remembered[key] = Shown(snapshot, plan, book)
    while len(_remembered) > REMEMBERED:
        _remembered.popitem(last=False)
    return shown


def forget_plans() -> None:
    """Drops all that is remembered: the data under it was replaced as a whole."""
    _remembered.clear()


def _snoozes(campaign: "Campaign") -> list[SnoozeFacts]:
    rows = Snooze.objects.filter(campaign=campaign).order_by("id")
    return [
        SnoozeFacts(person_id=person, seat_id=seat, made_on=made_on, until=until)
        for person, seat, made_on, until in rows.values_list(
            "person_id", "seat_id", "made_on", "until"
        )
    ]
