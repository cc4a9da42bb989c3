"""The data itself: taken out, put back."""

from dataclasses import replace

from firststep.facts.export_file import holds_export
from firststep.interfaces.answers.named_files import path_of
from firststep.journal.actions import Stamp
from firststep.plan.shown import forget_plans
from firststep.steps.goal.models import Campaign
from firststep.steps.people.same_person.suggesting import forget_pairs
from firststep.verbs.safety import backup as backups
from firststep.verbs.safety import export as exports
from firststep.verbs.safety import restore as restoring
from firststep.verbs.safety.bring_back import BroughtBack, bring_back


def backup(campaign: Campaign, *, stamp: Stamp, file: str) -> backups.BackedUp:  # noqa: ARG001  # any day
    return backups.backup(file=path_of(file))


def export(campaign: Campaign, *, stamp: Stamp, folder: str) -> exports.Exported:  # noqa: ARG001  # any day
    return exports.export(campaign, folder=path_of(folder))


def restore(*, stamp: Stamp, file: str) -> restoring.Restored | BroughtBack:
    """A backup takes the place of what is there; an export goes into an empty campaign."""
    path = path_of(file)
    found: restoring.Restored | BroughtBack
    if holds_export(path):
        with restoring.sound_database(stamp) as kept:
            found = replace(bring_back(file=path), kept=kept)
    else:
        found = restoring.restore(stamp=stamp, file=path)
    forget_plans()
    forget_pairs()
    return found
