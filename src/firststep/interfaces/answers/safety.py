"""The data itself: taken out, put back."""

from dataclasses import replace
from pathlib import Path

from firststep.errors import CannotDo
from firststep.facts.export_file import holds_export
from firststep.journal.actions import Stamp
from firststep.plan.shown import forget_plans
from firststep.steps.goal.models import Campaign
from firststep.steps.people.same_person.suggesting import forget_pairs
from firststep.verbs.safety import backup as backups
from firststep.verbs.safety import export as exports
from firststep.verbs.safety import restore as restoring
from firststep.verbs.safety.bring_back import BroughtBack, bring_back


def backup(campaign: Campaign, *, stamp: Stamp, file: str) -> backups.BackedUp:  # noqa: ARG001  # any day
    return backups.backup(file=_named(file))


def export(campaign: Campaign, *, stamp: Stamp, folder: str) -> exports.Exported:  # noqa: ARG001  # any day
    return exports.export(campaign, folder=_named(folder))


def restore(*, stamp: Stamp, file: str) -> restoring.Restored | BroughtBack:
    """A backup takes the place of what is there; an export goes into an empty campaign."""
    path = _named(file)
    found: restoring.Restored | BroughtBack
    if holds_export(path):
        with restoring.sound_database(stamp) as kept:
            found = replace(bring_back(file=path), kept=kept)
    else:
        found = restoring.restore(stamp=stamp, file=path)
    forget_plans()
    forget_pairs()
    return found


def _named(file: str) -> Path:
    if not file.strip():
        raise CannotDo("Name the file.", kind="bad_input")
    return Path(file).expanduser()
