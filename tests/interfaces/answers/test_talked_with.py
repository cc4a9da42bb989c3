"""The figure “Talked with you” counts people: its words, its entries and the figure agree (P-d)."""

from datetime import date

from firststep.interfaces.answers.progress import progress
from firststep.interfaces.words.behind import told
from firststep.interfaces.words.stages import REACHED
from firststep.journal.actions import Stamp
from firststep.learn.behind import behind
from firststep.plan.shown import plan_on
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person
from firststep.verbs import thread
from tests.cast import MONDAY, a_row_person

TUESDAY, THURSDAY = date(2026, 11, 3), date(2026, 11, 5)


def test_two_talks_with_one_person_are_one_person_talked_with(ada: Campaign, ann: Person) -> None:
    bob = a_row_person(ada, "Bob Ray", email="bob@ray.example")
    for on in (MONDAY, TUESDAY):
        thread.record_talked(ada, stamp=Stamp(on=on), ref=f"p{ann.pk}")
    thread.record_call(ada, stamp=Stamp(on=TUESDAY), ref=f"p{bob.pk}", outcome="talked")

    stages = {one.stage: one.n for one in progress(ada, stamp=Stamp(on=THURSDAY)).funnel}
    shown = plan_on(ada, THURSDAY)
    entries = behind(
        "talked", shown.snapshot, today=THURSDAY, silent=shown.plan.silent, book=shown.book
    )
    assert (stages["talked"], stages["answered"]) == (1, 2)
    assert [one.person_id for one in entries] == [ann.pk]
    assert REACHED["talked"] == "Talked with you"
    assert told("talked", entries).startswith("1 person. Each once")
    assert "A short call counts as an answer" in told("talked", entries)
