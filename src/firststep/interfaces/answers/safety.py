"""Answers about the data itself: taken out, put back, forgotten, looked over."""

from pathlib import Path

from firststep.errors import CannotDo
from firststep.facts.export_file import holds_export
from firststep.interfaces.answers.shapes import Json, plain
from firststep.journal.actions import Stamp
from firststep.plan.shown import forget_plans
from firststep.steps.goal.models import Campaign
from firststep.steps.people.same_person.suggesting import forget_pairs
from firststep.verbs.safety import backup as backups
from firststep.verbs.safety import export as exports
from firststep.verbs.safety.bring_back import bring_back
from firststep.verbs.safety.forget import forget as forget_person


def backup(campaign: Campaign, *, stamp: Stamp, file: str) -> Json:  # noqa: ARG001  # any day
    return dict(plain(backups.backup(file=_named(file))))


def export(campaign: Campaign, *, stamp: Stamp, folder: str) -> Json:  # noqa: ARG001  # any day
    return dict(plain(exports.export(campaign, folder=_named(folder))))


def restore(*, stamp: Stamp, file: str) -> Json:
    """A backup takes the place of what is there; an export goes into an empty campaign."""
    path = _named(file)
    if holds_export(path):
        what: object = bring_back(file=path)
    else:
        what = backups.restore(stamp=stamp, file=path)
    forget_plans()
    forget_pairs()
    return dict(plain(what))


def forget(campaign: Campaign, *, stamp: Stamp, person: str, yes: bool = False) -> Json:  # noqa: ARG001
    """`yes`: the question was answered; a door asks it before it comes here."""
    what = forget_person(campaign, stamp=stamp, person=person)
    forget_plans()
    return dict(plain(what))


def _named(file: str) -> Path:
    if not file.strip():
        raise CannotDo("Name the file.", kind="bad_input")
    return Path(file).expanduser()
