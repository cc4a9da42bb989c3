"""An interview: its day, moved and called off, who sits there, that it was had."""

from datetime import date, datetime
from typing import Any

import pytest

from firststep.errors import CannotDo
from firststep.facts.plan import Plan
from firststep.interfaces.answers.calendar_entry import interview_entry
from firststep.interfaces.answers.interviews import interview
from firststep.interfaces.answers.practising import practise
from firststep.journal.actions import Stamp
from firststep.plan.shown import plan_on
from firststep.steps.followup.models import Interview, Interviewer
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.outreach.models import Touch
from firststep.steps.people.models import Person
from firststep.verbs.safety.undo import undo
from firststep.verbs.targets.interview import record_interview
from firststep.verbs.targets.target import set_stage
from tests.cast import MONDAY
from tests.everything import everything

TUESDAY, WEDNESDAY, THURSDAY = (date(2026, 11, day) for day in (3, 4, 5))
FRIDAY = date(2026, 11, 6)
TEN = datetime(2026, 11, 5, 10, 0)


def told(campaign: Campaign, on: date = TUESDAY, **said: Any) -> Interview:
    return record_interview(campaign, stamp=Stamp(on=on), company="Acme", **said)


def plan(campaign: Campaign, on: date) -> Plan:
    campaign.refresh_from_db()
    return plan_on(campaign, on).plan


def kinds(campaign: Campaign, on: date) -> list[str]:
    return [card.kind for card in plan(campaign, on).showable if card.company == "Acme"]


def test_it_keeps_its_day_and_hour_and_acme_is_at_the_interview(
    ada: Campaign, acme: Company
) -> None:
    row = told(ada, at=TEN, how="video")

    acme.refresh_from_db()
    assert (row.on_day, row.at_time, row.how) == (THURSDAY, TEN.time(), "video")
    assert (acme.stage, acme.staged_on, acme.interviewed_on) == ("interview", TUESDAY, TUESDAY)
    assert plan(ada, WEDNESDAY).after_yes[0].words[0] == (
        "Your interview at Acme is on Thursday 5 November at 10:00."
    )


def test_one_prepares_the_day_before_and_is_asked_how_it_went_after_it(
    ada: Campaign, acme: Company
) -> None:
    told(ada, at=TEN)

    assert "prepare_interview" in kinds(ada, WEDNESDAY)
    assert "interview" in kinds(ada, THURSDAY) and "prepare_interview" not in kinds(ada, THURSDAY)
    (card,) = [one for one in plan(ada, FRIDAY).cards if one.kind == "interview"]
    assert card.late and "Say how it went and who was there" in card.why
    assert "interview" not in kinds(ada, date(2026, 11, 13))  # six working days after it


def test_practising_on_the_eve_is_the_preparing_and_undo_brings_the_step_back(
    ada: Campaign, acme: Company
) -> None:
    told(ada, at=TEN)
    practise(ada, stamp=Stamp(on=WEDNESDAY), company="Acme", done=True)

    assert "prepare_interview" not in kinds(ada, WEDNESDAY)
    undo(ada, stamp=Stamp(on=WEDNESDAY))
    assert "prepare_interview" in kinds(ada, WEDNESDAY)


def test_practising_before_the_eve_is_no_preparing_yet(ada: Campaign, acme: Company) -> None:
    told(ada, at=TEN)
    practise(ada, stamp=Stamp(on=TUESDAY), company="Acme", done=True)

    assert "prepare_interview" in kinds(ada, WEDNESDAY)


def test_who_sat_there_is_thanked_within_a_day_and_nobody_twice(
    ada: Campaign, acme: Company, ann: Person
) -> None:
    told(ada, at=TEN, people=["Dana Weiss, Head of Purchasing"])
    told(ada, on=THURSDAY, held=True, people=["Dana Weiss", "Ann Lee"])
    told(ada, on=THURSDAY, people=["Otto Kern"])

    thanked = [(one.name, one.due_on) for one in plan(ada, THURSDAY).showable
               if one.kind == "thank"]  # fmt: skip
    assert sorted(thanked) == [("Ann Lee", FRIDAY), ("Dana Weiss", FRIDAY), ("Otto Kern", FRIDAY)]
    assert Person.objects.filter(name="Dana Weiss").count() == 1
    assert Touch.objects.filter(kind="held").count() == 3
    assert "thank_interview" not in kinds(ada, THURSDAY)


def test_where_nobody_was_named_today_asks_who_it_was(ada: Campaign, acme: Company) -> None:
    told(ada, at=TEN)
    told(ada, on=FRIDAY, held=True)  # told a day late: it was on its day

    assert Interview.objects.get().held_on == THURSDAY
    assert "thank_interview" in kinds(ada, FRIDAY)
    told(ada, on=FRIDAY, people=["Dana Weiss, Head of Purchasing"])
    assert "thank_interview" not in kinds(ada, FRIDAY)
    assert Touch.objects.get(kind="held").on == THURSDAY


def test_moved_and_called_off_it_is_the_same_entry_of_a_calendar(
    ada: Campaign, acme: Company
) -> None:
    told(ada, at=TEN)
    first = interview_entry(ada, acme)
    told(ada, at=datetime(2026, 11, 6, 14, 30))
    moved = interview_entry(ada, acme)
    told(ada, cancelled=True)
    off = interview_entry(ada, acme)

    assert first.uid == moved.uid == off.uid
    assert first.sequence < moved.sequence < off.sequence
    assert "DTSTART:20261106T133000Z" in moved.text  # Berlin, in winter
    assert off.cancelled and "STATUS:CANCELLED" in off.text
    assert not {"prepare_interview", "interview"} & set(kinds(ada, THURSDAY))


def test_the_next_interview_there_is_another_entry(ada: Campaign, acme: Company) -> None:
    told(ada, at=TEN)
    first = interview_entry(ada, acme)
    told(ada, on=THURSDAY, held=True)
    told(ada, on=THURSDAY, at=datetime(2026, 11, 20, 9, 0))

    assert interview_entry(ada, acme).uid != first.uid
    assert Interview.objects.count() == 2


def test_a_day_alone_is_enough(ada: Campaign, acme: Company) -> None:
    told(ada, day=THURSDAY)

    shown = interview(ada, stamp=Stamp(on=TUESDAY), company="Acme")
    assert (shown.on, shown.at) == (THURSDAY, None)
    (card,) = [one for one in plan(ada, THURSDAY).cards if one.kind == "interview"]
    assert card.why.startswith("Your interview at Acme is today. ")


def test_a_rejection_ends_its_steps(ada: Campaign, acme: Company) -> None:
    told(ada, at=TEN)
    set_stage(ada, stamp=Stamp(on=TUESDAY), company="Acme", stage="rejected")

    assert "prepare_interview" not in kinds(ada, WEDNESDAY)


def test_whoever_is_known_there_may_be_asked_but_not_who_sits_there(
    ada: Campaign, acme: Company, ann: Person
) -> None:
    told(ada, at=TEN)
    assert [one.name for one in plan(ada, TUESDAY).after_yes[0].ask] == ["Ann Lee"]
    told(ada, people=["Ann Lee"])
    assert plan(ada, TUESDAY).after_yes[0].ask == ()


def test_undo_takes_each_back(ada: Campaign, acme: Company) -> None:
    before = everything()
    told(ada, at=TEN, people=["Dana Weiss"])
    told(ada, on=THURSDAY, held=True)
    undo(ada, stamp=Stamp(on=THURSDAY))
    assert Interview.objects.get().held_on is None and not Touch.objects.exists()
    undo(ada, stamp=Stamp(on=THURSDAY))

    left = {name: rows for name, rows in everything().items() if name not in ("Campaign", "Entry")}
    assert left == {name: rows for name, rows in before.items() if name in left}


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "Say when the interview"),
        ({"at": datetime(2026, 11, 2, 9)}, "is past"),
        ({"day": MONDAY}, "is past"),
        ({"cancelled": True}, "could be called off"),
        ({"cancelled": True, "held": True}, "Either it is called off"),
        ({"people": ["Dana Weiss"]}, "Say when the interview"),
        ({"at": TEN, "how": "by post"}, "Choose one of"),
        ({"at": TEN, "people": ["@"]}, "Say who sits there"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    ada: Campaign, acme: Company, said: dict[str, Any], words: str
) -> None:
    before = everything()
    with pytest.raises(CannotDo, match=words):
        told(ada, **said)
    assert everything() == before


def test_who_is_no_target_and_ben_are_refused(ada: Campaign, ben: Campaign, acme: Company) -> None:
    before = everything()
    with pytest.raises(CannotDo):
        told(ben, at=TEN)
    assert everything() == before


def test_a_forgotten_interviewer_leaves_no_trace(ada: Campaign, acme: Company) -> None:
    from firststep.verbs.safety.forget import forget

    told(ada, at=TEN, people=["Dana Weiss"])
    told(ada, on=THURSDAY, held=True)
    forget(ada, stamp=Stamp(on=THURSDAY), person="Dana Weiss")

    assert not Interviewer.objects.exists() and not Touch.objects.exists()
    assert Interview.objects.get().held_on == THURSDAY
