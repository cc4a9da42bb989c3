"""That one has practised, with a note for the next time."""

from datetime import date

from firststep.habits.practice.models import Practice
from firststep.habits.practice.rehearsal import PRACTISED_FOR
from firststep.journal.actions import Stamp, recording
from firststep.journal.turns import in_turn
from firststep.steps.goal.models import Campaign
from firststep.steps.goal.typed import line, one_of
from firststep.verbs.thread.step import step_for, whose


@in_turn
def record_practice(
    campaign: Campaign, *, stamp: Stamp, ref: str = "", occasion: str = "who", text: str = ""
) -> Practice:
    """Writes down that one has practised, for a step or for saying who one is.

    A practice of the day before a talk or of its day stands for preparing for it.
    """
    one_of(occasion, PRACTISED_FOR, called="something to practise for")
    note = line(text, called="the note", most=500)
    step = step_for(campaign, ref, stamp.on) if ref else None
    person = whose(step) if step else None
    about = f"person:{person.pk}" if person else "practice"
    with recording(campaign, stamp, verb="practise", about=about) as change:
        change.words = f"You practised{f' for {person.name}' if person else ''}."
        return change.make(
            Practice(
                campaign=campaign,
                person=person,
                approach=step.approach if step else None,
                occasion=occasion,
                on=change.on,
                order=change.revision,
                note=note,
            )
        )


def last_practice(campaign: Campaign, person_id: int, *, on: date) -> Practice | None:
    """The last time one practised for somebody; for 0 to say who one is."""
    rows = Practice.objects.filter(campaign=campaign, person=person_id or None, on__lte=on)
    return rows.order_by("-on", "-order").first()
