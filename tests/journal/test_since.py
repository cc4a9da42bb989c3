"""What was written since one looked, as the journal tells it, and where it cannot tell."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from firststep.journal.actions import BROUGHT_BACK, Stamp, recording
from firststep.journal.models import Entry
from firststep.journal.since import NAMED_AT_MOST, NOT_ALL_TOLD, Standing, changed_since
from firststep.steps.followup.models import Snooze
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.models import Person, Seat
from firststep.verbs.safety.forget import forget
from firststep.verbs.safety.undo import undo
from firststep.verbs.thread import record_sent, snooze
from tests.cast import MONDAY, a_row_person

NOW = Stamp(on=MONDAY)


def moment(campaign: Campaign) -> Standing:
    newest = Entry.objects.filter(campaign=campaign).order_by("-revision").first()
    return Standing(newest.revision, newest.recorded_at) if newest else Standing(0, None)


def test_nothing_was_written_since_now(ada: Campaign, ann: Person) -> None:
    record_sent(ada, stamp=NOW, ref=f"p{ann.pk}")

    assert changed_since(ada.pk, moment(ada)) == {}


def test_the_rows_of_every_entry_since_are_told(ada: Campaign, ann: Person) -> None:
    seen = moment(ada)
    record_sent(ada, stamp=NOW, ref=f"p{ann.pk}")
    snooze(ada, stamp=NOW, ref=f"p{ann.pk}", until=MONDAY + timedelta(days=3))

    assert changed_since(ada.pk, seen) == {
        "Approach": {ada.approaches.get().pk},
        "Touch": {ann.touches.get().pk},
        "Snooze": {Snooze.objects.get().pk},
    }


def test_what_was_taken_back_since_was_written_to_though_it_is_older(
    ada: Campaign, ann: Person
) -> None:
    record_sent(ada, stamp=NOW, ref=f"p{ann.pk}")
    snooze(ada, stamp=NOW, ref=f"p{ann.pk}", until=MONDAY + timedelta(days=3))
    seen, touch = moment(ada), ann.touches.get().pk
    undo(ada, stamp=NOW)
    undo(ada, stamp=NOW)

    changed = changed_since(ada.pk, seen)
    assert changed is not None
    assert changed.keys() == {"Approach", "Snooze", "Touch"}
    assert changed["Touch"] == {touch}


def test_after_what_no_entry_remembers_all_is_read_anew(ada: Campaign, ann: Person) -> None:
    gone = a_row_person(ada, "Bea Roth")
    seen = moment(ada)
    forget(ada, stamp=NOW, person=f"p{gone.pk}")

    assert changed_since(ada.pk, seen) is None


@pytest.mark.parametrize("verb", sorted(NOT_ALL_TOLD))
def test_a_verb_that_writes_more_than_its_entry_remembers_tells_nothing(
    ada: Campaign, verb: str
) -> None:
    with recording(ada, NOW, verb=verb):
        pass

    assert changed_since(ada.pk, Standing(0, None)) is None


def test_rows_made_in_bulk_are_told_as_well(ada: Campaign, acme: Company) -> None:
    with recording(ada, NOW, verb="import") as change:
        change.make_many(Seat, [Seat(campaign=ada, company=acme, title="Clerk", opened_on=MONDAY)])

    made = ada.seats.get(title="Clerk")
    assert changed_since(ada.pk, Standing(0, None)) == {"Seat": {made.pk}}


def test_more_rows_than_are_worth_to_be_named_are_told_as_their_table(ada: Campaign) -> None:
    with recording(ada, NOW, verb="import") as change:
        change.remember_made(Person, range(1, NAMED_AT_MOST + 2))
        change.remember_made(Seat, range(1, NAMED_AT_MOST + 1))

    changed = changed_since(ada.pk, Standing(0, None))
    assert changed == {"Person": None, "Seat": frozenset(range(1, NAMED_AT_MOST + 1))}


def test_an_entry_that_came_with_an_export_tells_nothing(ada: Campaign, ann: Person) -> None:
    seen = moment(ada)
    record_sent(ada, stamp=replace(NOW, door=BROUGHT_BACK), ref=f"p{ann.pk}")

    assert changed_since(ada.pk, seen) is None


@pytest.mark.parametrize("revision", [1, 7])
def test_a_moment_of_another_journal_tells_nothing(
    ada: Campaign, ann: Person, revision: int
) -> None:
    record_sent(ada, stamp=NOW, ref=f"p{ann.pk}")
    elsewhere = Standing(revision, timezone.now())

    assert changed_since(ada.pk, elsewhere) is None


def test_ben_writes_nothing_in_adas_journal(ada: Campaign, ben: Campaign, ann: Person) -> None:
    seen = moment(ben)
    record_sent(ada, stamp=NOW, ref=f"p{ann.pk}")

    assert changed_since(ben.pk, seen) == {}
