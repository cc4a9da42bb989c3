"""The seeker's own wordings and choices among them, as rows."""

from typing import NamedTuple

from firststep.journal.actions import Recording
from firststep.steps.outreach.models import ChosenWording, OwnWording
from firststep.steps.outreach.rows import read_shelf
from firststep.steps.outreach.wordings.own import Own


class Shelf(NamedTuple):
    """What the seeker has of wordings: their own, and what they took on which occasion."""

    own_wordings: Own
    chosen_wordings: tuple[tuple[str, str], ...]


def shelf_of(campaign_id: int) -> Shelf:
    rows = read_shelf(campaign_id)
    own, taken = ([row[1:] for row in rows if row[0] == kind] for kind in (1, 2))
    return Shelf(own_wordings=tuple(own), chosen_wordings=tuple(taken))


def own_named(campaign_id: int, name: str) -> OwnWording | None:
    return OwnWording.objects.filter(campaign=campaign_id, name=name).first()


def keep_wording(change: Recording, name: str, text: str) -> OwnWording:
    """Keeps the text under that name, new or in the place of the one before."""
    known = own_named(change.campaign.pk, name)
    if known is not None:
        return change.change(known, text=text, kept_on=change.on)
    return change.make(OwnWording(name=name, text=text, kept_on=change.on))


def choose_wording(change: Recording, occasion: str, name: str) -> None:
    """Remembers what was taken on that occasion, in the place of what was taken before."""
    mine = ChosenWording.objects.filter(campaign=change.campaign, occasion=occasion)
    known = mine.first()
    if known is not None:
        change.change(known, wording=name)
        return
    change.make(ChosenWording(occasion=occasion, wording=name))
