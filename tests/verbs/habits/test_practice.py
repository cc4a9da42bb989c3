"""Practising: written down with a note, and preparing is done with it."""

from datetime import date, datetime
from typing import Any

import pytest

from firststep.errors import CannotDo
from firststep.habits.practice.models import Practice
from firststep.interfaces.answers.brief import brief
from firststep.interfaces.answers.calendar_entry import calendar_entry
from firststep.interfaces.answers.practising import practise
from firststep.journal.actions import Stamp
from firststep.plan.shown import plan_on
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Address, Person
from firststep.verbs import thread
from firststep.verbs.habits.practice import record_practice
from firststep.verbs.safety.undo import undo
from tests.cast import MONDAY
from tests.everything import everything

TUESDAY, THURSDAY = date(2026, 11, 3), date(2026, 11, 5)


@pytest.fixture
def agreed(ada: Campaign, ann: Person) -> str:
    """A conversation with Ann on Thursday at ten."""
    sent = thread.record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{ann.pk}")
    ref = str(sent.approach_id)
    thread.ask(ada, stamp=Stamp(on=MONDAY), who=f"p{ann.pk}", what="meeting")
    thread.record_reply(
        ada, stamp=Stamp(on=TUESDAY), ref=ref, answer="yes", text="Happy to talk on Thursday."
    )
    dated(ada, ref, datetime(2026, 11, 5, 10, 0))
    return ref


def dated(campaign: Campaign, ref: str, at: datetime) -> None:
    thread.record_meeting(campaign, stamp=Stamp(on=TUESDAY), ref=ref, at=at, how="phone")


def kinds(campaign: Campaign, on: date) -> list[str]:
    return [card.kind for card in plan_on(campaign, on).plan.showable]


def test_who_has_practised_the_day_before_is_prepared(ada: Campaign, agreed: str) -> None:
    wednesday = date(2026, 11, 4)
    assert "prepare" in kinds(ada, wednesday)
    record_practice(ada, stamp=Stamp(on=wednesday), ref=agreed, occasion="talk")
    assert "prepare" not in kinds(ada, wednesday)
    assert "meet" in kinds(ada, THURSDAY)
    undo(ada, stamp=Stamp(on=wednesday))
    assert "prepare" in kinds(ada, wednesday)


def test_practising_early_is_no_preparing_yet(ada: Campaign, agreed: str) -> None:
    record_practice(ada, stamp=Stamp(on=TUESDAY), ref=agreed, occasion="talk")
    assert "prepare" in kinds(ada, date(2026, 11, 4))


def test_the_brief_has_the_hour_and_the_number_on_top_and_what_they_said(
    ada: Campaign, ann: Person, agreed: str
) -> None:
    Address.objects.create(
        campaign=ada, person=ann, kind="phone", value="+49 30 901820", key="+4930901820"
    )
    found = brief(ada, stamp=Stamp(on=TUESDAY), ref=agreed)

    assert (found.person, found.on, found.at) == ("Ann Lee", THURSDAY, datetime(2026, 11, 5, 10))
    assert (found.how, found.number) == ("phone", "+49 30 901820")
    assert [one.text for one in found.said] == ["Happy to talk on Thursday."]
    assert len(found.questions) == 3 and len(found.opening_lines) == 2


def test_a_note_comes_back_the_next_time_and_nothing_said_is_kept(
    ada: Campaign, ann: Person, agreed: str
) -> None:
    first = practise(ada, stamp=Stamp(on=TUESDAY), ref=agreed)
    done = practise(ada, stamp=Stamp(on=TUESDAY), ref=agreed, done=True, note="Slower")
    again = practise(ada, stamp=Stamp(on=THURSDAY), ref=agreed)

    assert (first.noted, first.practised_on) == (None, None)
    assert (done.noted, again.noted, again.practised_on) == ("Slower", "Slower", TUESDAY)
    assert Practice.objects.count() == 1
    who = practise(ada, stamp=Stamp(on=TUESDAY))
    assert (who.occasion, who.noted, who.person) == ("who", None, None)


def test_a_seat_without_a_holder_somebody_stopped_and_ben_are_refused(
    ada: Campaign, ben: Campaign, ann: Person, agreed: str
) -> None:
    before = everything()
    with pytest.raises(CannotDo):
        practise(ben, stamp=Stamp(on=TUESDAY), ref=agreed, done=True)
    with pytest.raises(CannotDo, match="500"):
        practise(ada, stamp=Stamp(on=TUESDAY), ref=agreed, done=True, note="x" * 501)
    with pytest.raises(CannotDo, match="Choose one of"):
        practise(ada, stamp=Stamp(on=TUESDAY), occasion="party")
    assert everything() == before
    ann.do_not_contact_on = MONDAY
    ann.save()
    ada.refresh_from_db()
    with pytest.raises(CannotDo, match="not to be contacted"):
        brief(ada, stamp=Stamp(on=date(2026, 11, 6)), ref=f"p{ann.pk}")


def entry(campaign: Campaign, ref: str, **said: Any) -> Any:
    return calendar_entry(campaign, stamp=Stamp(on=TUESDAY), ref=ref, **said)


def test_a_talk_moved_or_put_off_changes_the_entry_that_is_there(
    ada: Campaign, agreed: str, tmp_path: Any
) -> None:
    from icalendar import Calendar

    first = entry(ada, agreed)
    dated(ada, agreed, datetime(2026, 11, 6, 14, 30))
    moved = entry(ada, agreed, file=str(tmp_path / "talk.ics"))
    thread.record_meeting(ada, stamp=Stamp(on=TUESDAY), ref=agreed, cancelled=True)
    off = entry(ada, agreed)

    assert first.uid == moved.uid == off.uid
    assert first.sequence < moved.sequence < off.sequence
    (event,) = Calendar.from_ical((tmp_path / "talk.ics").read_bytes()).walk("VEVENT")
    assert event.decoded("dtstart").isoformat() == "2026-11-06T13:30:00+00:00"  # Berlin, in winter
    assert (str(event["summary"]), str(event["status"])) == (
        "Talk with Ann Lee (Acme)", "CONFIRMED",
    )  # fmt: skip
    assert off.cancelled and "STATUS:CANCELLED" in off.text and "METHOD:CANCEL" in off.text


def test_the_next_talk_with_them_is_another_entry(ada: Campaign, agreed: str) -> None:
    first = entry(ada, agreed)
    thread.record_talked(ada, stamp=Stamp(on=THURSDAY), ref=agreed)
    with pytest.raises(CannotDo, match="has a day yet"):
        entry(ada, agreed)
    thread.record_meeting(
        ada, stamp=Stamp(on=THURSDAY), ref=agreed, at=datetime(2026, 11, 20, 9, 0)
    )
    assert entry(ada, agreed).uid != first.uid


def test_an_entry_that_cannot_be_written_is_refused(
    ada: Campaign, agreed: str, tmp_path: Any
) -> None:
    with pytest.raises(CannotDo):
        entry(ada, agreed, file=str(tmp_path / "nowhere" / "talk.ics"))
