"""Do-not-contact is for ever: it closes what is open and outlives the person's own row (P-f)."""

from firststep.errors import CannotDo
from firststep.facts.said import say
from firststep.journal.actions import Recording, Stamp, recording
from firststep.journal.turns import in_turn
from firststep.steps.approach.models import Approach
from firststep.steps.approach.rows import close_approach
from firststep.steps.goal.models import Campaign
from firststep.steps.goal.typed import line
from firststep.steps.people.finding.finding import find_person
from firststep.steps.people.models import Person, Suppression
from firststep.steps.people.rows.ways import keep_suppressed
from firststep.steps.people.suppression import digests_of


@in_turn
def set_do_not_contact(
    campaign: Campaign, *, stamp: Stamp, person: str, why: str = "", lift: bool = False
) -> Person:
    """Marks a person and closes every open approach of theirs; lifting reopens nothing (F19)."""
    found = find_person(campaign, person)
    why = line(why, called="why", most=500)
    if lift and found.do_not_contact_on is None:
        raise CannotDo("{name} is not marked; there is nothing to lift.", name=found.name)
    with recording(campaign, stamp, verb="do-not-contact", about=found) as change:
        if lift:
            _lift(change, found)
        else:
            mark_person(change, found, why)
    return found


def mark_person(change: Recording, person: Person, why: str) -> None:
    """Never to be written to, for ever; every open approach of theirs closes."""
    change.words = say("You marked {name}: do not contact.", name=person.name)
    since = person.do_not_contact_on or change.on
    change.change(
        person, do_not_contact_on=since, do_not_contact_why=why or person.do_not_contact_why
    )
    keep_suppressed(change, person)
    for approach in Approach.objects.filter(person=person, closed_on=None).order_by("id"):
        close_approach(change, approach, why=f"Do not contact. {why}".strip())


def _lift(change: Recording, person: Person) -> None:
    change.words = say("{name} may be contacted again.", name=person.name)
    marks = digests_of(person)
    kept = Suppression.objects.filter(campaign=change.campaign, digest__in=marks)
    change.drop(list(kept))
    change.change(person, do_not_contact_on=None, do_not_contact_why="")
