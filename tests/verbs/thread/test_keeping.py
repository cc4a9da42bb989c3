"""Keeping the text of a step, and what becomes of it when the step is taken."""

from datetime import date
from typing import Any

import pytest

from firststep.errors import AlreadyDone, CannotDo, Stale
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.plan.shown import step_on
from firststep.steps.approach.models import Approach
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.models import Message, Touch
from firststep.steps.outreach.rows import is_approved, message_becomes
from firststep.steps.people.models import Person
from firststep.verbs import thread as actions
from firststep.verbs.people.do_not_contact import set_do_not_contact
from firststep.verbs.people.merge import merge_people
from firststep.verbs.people.unmerge import undo_merge
from firststep.verbs.safety.correct_touch import correct_touch
from firststep.verbs.safety.forget import forget
from firststep.verbs.safety.undo import undo
from firststep.verbs.thread.keeping import kept_at
from firststep.verbs.told import log as told
from tests.cast import MONDAY, a_row_person
from tests.everything import everything

TEXT = "Dear Ann,\n\nI thought of you because of [what made me think of you].\n\nAda"


def on(day: int, **form: Any) -> Stamp:
    return Stamp(on=date(2026, 11, day), door="test", **form)


def keep(ada: Campaign, ref: str, text: str = TEXT, day: int = 2, **said: Any) -> Message:
    return actions.keep_message(ada, stamp=on(day), ref=ref, text=text, **said).message


def kept(ada: Campaign, ref: str, day: int = 2) -> Message | None:
    return kept_at(step_on(ada, ref, date(2026, 11, day)))


@pytest.fixture
def ref(ann: Person) -> str:
    return f"p{ann.pk}"


def test_a_text_is_kept_as_it_stands_and_opens_no_approach(
    ada: Campaign, ann: Person, ref: str
) -> None:
    found = actions.keep_message(ada, stamp=on(2), ref=ref, text=TEXT, subject="Your team")

    message = Message.objects.get()
    assert (message.body, message.subject, message.state) == (TEXT, "Your team", "draft")
    assert (message.person, message.approach, message.kind) == (ann, None, "write")
    assert (message.channel, message.to) == ("email", ann.addresses.get(kind="email").value)
    assert found.draft.blanks == ("what made me think of you",)
    assert "W4" in {one.rule for one in found.draft.findings}
    assert not Approach.objects.exists()
    assert not Touch.objects.exists()
    assert [one.words for one in Entry.objects.all()] == ["You kept a draft to Ann Lee."]


def test_the_subject_of_the_draft_is_kept_where_none_is_given(ada: Campaign, ref: str) -> None:
    subject = keep(ada, ref).subject
    again = keep(ada, ref, "Dear Ann, once more.")
    own = keep(ada, ref, subject="A word about Purchasing")

    assert subject
    assert again.subject == subject
    assert own.subject == "A word about Purchasing"
    assert keep(ada, ref, "And again.").subject == "A word about Purchasing"
    assert Message.objects.count() == 1


def test_a_message_by_another_way_has_no_subject(ada: Campaign, ann: Person, ref: str) -> None:
    message = keep(ada, ref, subject="Hello", channel="linkedin")

    assert (message.channel, message.subject) == ("linkedin", "")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"text": "  \n "}, "no text"),
        ({"channel": "phone"}, "is said"),
        ({"channel": "pigeon"}, "not a way"),
        ({"text": "Dear\x00Ann"}, "cannot be read"),
        ({"text": "x" * 100_001}, "longer than"),
        ({"subject": "x" * 301}, "is 301"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_written(
    ada: Campaign, ref: str, said: dict[str, Any], words: str
) -> None:
    before = everything()
    with pytest.raises(CannotDo, match=words):
        actions.keep_message(ada, stamp=on(2), ref=ref, **{"text": TEXT, **said})
    assert everything() == before
    assert not Entry.objects.exists()


def test_nothing_is_kept_to_somebody_not_to_be_contacted(ada: Campaign, ref: str) -> None:
    set_do_not_contact(ada, stamp=on(2), person="Ann Lee")
    with pytest.raises(CannotDo, match="not to be contacted"):
        keep(ada, ref)


def test_nothing_is_kept_for_a_seat_without_a_holder(ada: Campaign, ann: Person) -> None:
    with pytest.raises(CannotDo, match="Nobody holds that seat"):
        keep(ada, f"s{ada.seats.get().pk}")


def test_what_is_kept_is_there_while_the_step_is_the_same(ada: Campaign, ref: str) -> None:
    message = keep(ada, ref)
    assert kept(ada, ref, day=4) == message

    opened = actions.ask(ada, stamp=on(4), who="Ann Lee", what=message.ask)
    assert kept(ada, str(opened.pk), day=4) == message

    actions.ask(ada, stamp=on(5), who="Ann Lee", what="advice")
    assert kept(ada, str(opened.pk), day=5) is None
    actions.ask(ada, stamp=on(5), who="Ann Lee", what=message.ask)
    assert kept(ada, str(opened.pk), day=5) == message


def test_the_kept_text_goes_into_the_touch_and_the_message_is_sent(ada: Campaign, ref: str) -> None:
    keep(ada, ref, "Dear Ann, do you know who runs it?", subject="Purchasing", channel="email")
    what = actions.record_sent(ada, stamp=on(3), ref=ref)

    touch, message = Touch.objects.get(), Message.objects.get()
    assert (touch.subject, touch.text) == ("Purchasing", "Dear Ann, do you know who runs it?")
    assert (message.state, message.touch, message.approach_id) == ("sent", touch, what.approach_id)
    assert kept(ada, what.ref, day=3) is None


def test_the_text_that_stood_there_when_it_went_is_what_was_sent(ada: Campaign, ref: str) -> None:
    keep(ada, ref)
    actions.record_sent(
        ada, stamp=on(2), ref=ref, text="Dear Ann, another.", subject="Other", channel="linkedin"
    )

    touch, message = Touch.objects.get(), Message.objects.get()
    assert (touch.text, touch.channel) == ("Dear Ann, another.", "linkedin")
    assert (message.body, message.subject, message.channel) == (touch.text, "Other", "linkedin")


def test_it_goes_by_the_way_it_was_kept_for(ada: Campaign, ref: str) -> None:
    keep(ada, ref, channel="linkedin")
    actions.record_sent(ada, stamp=on(2), ref=ref)

    assert Touch.objects.get().channel == "linkedin"
    assert Approach.objects.get().channel == "linkedin"


def test_a_message_of_another_kind_leaves_the_kept_one(ada: Campaign, ref: str) -> None:
    keep(ada, ref)
    actions.record_sent(ada, stamp=on(2), ref=ref, kind="thank")

    assert Touch.objects.get().text == ""
    assert Message.objects.get().state == "draft"


def test_the_reminder_has_a_text_of_its_own(ada: Campaign, ref: str) -> None:
    keep(ada, ref)
    first = actions.record_sent(ada, stamp=on(2), ref=ref)
    second = keep(ada, first.ref, "Dear Ann, once more.", day=5)
    actions.record_sent(ada, stamp=on(5), ref=first.ref)

    assert (second.kind, second.approach_id) == ("nudge", first.approach_id)
    assert [one.text for one in Touch.objects.order_by("id")] == [TEXT, "Dear Ann, once more."]
    assert {one.state for one in Message.objects.all()} == {"sent"}


@pytest.mark.parametrize(("first", "too_long"), [("Dear Ann, might we talk?", True), ("", False)])
def test_the_reminder_is_to_be_shorter_than_the_note_that_went_out(
    ada: Campaign, ref: str, first: str, too_long: bool
) -> None:
    sent = actions.record_sent(ada, stamp=on(2), ref=ref, text=first)
    reminder = "Dear Ann,\n\nI read your report. Could I ring you? Thank you.\n\nAda"

    found = actions.keep_message(ada, stamp=on(5), ref=sent.ref, text=reminder).draft.findings

    assert ("W13" in {one.rule for one in found}) is too_long


def test_a_told_line_sends_what_was_kept(ada: Campaign, ref: str) -> None:
    keep(ada, ref)
    told.log(ada, stamp=on(3), line="Wrote to Ann Lee")

    assert Touch.objects.get().text == TEXT
    assert Message.objects.get().state == "sent"


def test_thanks_that_were_kept_go_out_with_thank(ada: Campaign, ref: str) -> None:
    first = actions.record_sent(ada, stamp=on(2), ref=ref)
    actions.record_reply(ada, stamp=on(3), ref=first.ref, answer="helped")
    message = keep(ada, first.ref, "Dear Ann, thank you.", day=3)
    actions.thank(ada, stamp=on(3), person="Ann Lee")

    assert message.kind == "thank"
    assert Touch.objects.order_by("id").last().text == "Dear Ann, thank you."  # type: ignore[union-attr]
    assert Message.objects.get().state == "sent"


def test_two_lines_to_stay_in_touch_are_kept_and_sent_outside_every_approach(
    ada: Campaign, acme: Any
) -> None:
    gus = a_row_person(ada, "Gus Hall", email="gus@home.example", tie="close", keep="monthly")
    message = keep(ada, f"p{gus.pk}", "Dear Gus, I thought of you.")
    actions.record_sent(ada, stamp=on(2), ref=f"p{gus.pk}")

    message.refresh_from_db()
    assert (message.state, message.approach) == ("sent", None)
    assert Touch.objects.get().text == "Dear Gus, I thought of you."
    assert not Approach.objects.exists()


def test_a_form_sent_twice_keeps_once(ada: Campaign, ref: str) -> None:
    form = on(2, once_key="one")
    actions.keep_message(ada, stamp=form, ref=ref, text=TEXT)
    with pytest.raises(AlreadyDone):
        actions.keep_message(ada, stamp=form, ref=ref, text="Other")

    assert Message.objects.get().body == TEXT


def test_a_form_drawn_before_a_newer_text_was_kept_is_refused(ada: Campaign, ref: str) -> None:
    seen = ada.revision
    keep(ada, ref, "Dear Ann, newer.")
    with pytest.raises(Stale, match="You kept a draft to Ann Lee"):
        actions.keep_message(ada, stamp=on(2, seen=seen), ref=ref, text=TEXT)

    assert Message.objects.get().body == "Dear Ann, newer."


def test_undo_takes_back_the_text_and_then_the_message(ada: Campaign, ref: str) -> None:
    keep(ada, ref)
    keep(ada, ref, "Dear Ann, newer.")
    undo(ada, stamp=on(2))
    assert Message.objects.get().body == TEXT
    undo(ada, stamp=on(2))
    assert not Message.objects.exists()


def test_undoing_that_it_was_sent_keeps_it_again(ada: Campaign, ref: str) -> None:
    message = keep(ada, ref)
    actions.record_sent(ada, stamp=on(2), ref=ref, text="Dear Ann, another.")
    undo(ada, stamp=on(2))

    assert kept(ada, ref) == message
    assert Message.objects.get().body == TEXT


def test_a_touch_that_never_was_leaves_a_message_to_send(ada: Campaign, ref: str) -> None:
    keep(ada, ref)
    what = actions.record_sent(ada, stamp=on(2), ref=ref)
    correct_touch(ada, stamp=on(2), touch=what.touch_id or 0, delete=True)

    message = Message.objects.get()
    assert (message.state, message.touch) == ("draft", None)


def test_a_text_kept_again_loses_its_approval(ada: Campaign, ref: str) -> None:
    from firststep.journal.actions import recording

    message = keep(ada, ref)
    with recording(ada, on(2), verb="approve") as change:
        message_becomes(change, message, "approved")
    assert is_approved(keep(ada, ref))
    changed = keep(ada, ref, TEXT + " ")
    assert is_approved(changed), "spaces around a text are no part of it"
    assert not is_approved(keep(ada, ref, TEXT + "!"))


def test_merging_moves_what_is_kept_and_taking_apart_moves_it_back(
    ada: Campaign, ann: Person
) -> None:
    other = a_row_person(ada, "Anne Lee", company=ann.positions.get().company, email="a@l.example")
    message = keep(ada, f"p{other.pk}")
    joined = merge_people(ada, stamp=on(2), a=str(ann.pk), b=str(other.pk))
    message.refresh_from_db()
    assert message.person_id == joined.person.pk

    undo_merge(ada, stamp=on(2), merge_id=joined.merge_id)
    message.refresh_from_db()
    assert message.person_id == other.pk


def test_forgetting_takes_the_text_along_and_the_name_from_texts_to_others(
    ada: Campaign, ref: str
) -> None:
    keep(ada, ref)
    ben = a_row_person(ada, "Ben Roe", email="ben@home.example", tie="close", keep="monthly")
    keep(ada, f"p{ben.pk}", "Dear Ben, do you know Ann Lee?")
    forget(ada, stamp=on(2), person="Ann Lee")

    assert [one.body for one in Message.objects.all()] == ["Dear Ben, do you know (forgotten)?"]
    assert not any("thought of you" in str(entry.before) for entry in Entry.objects.all())


def test_what_was_kept_for_an_approach_that_ended_is_not_kept_for_the_next(
    ada: Campaign, ref: str
) -> None:
    first = actions.record_sent(ada, stamp=on(2), ref=ref)
    keep(ada, first.ref, "Dear Ann, once more.", day=5)
    message = Message.objects.get()

    assert (message.kind, message.approach_id) == ("nudge", first.approach_id)
    Approach.objects.update(closed_on=MONDAY)
    other = Approach.objects.create(
        campaign=ada, goal=ada.goals.get(), person=message.person, ask=message.ask,
        channel="email", opened_on=date(2026, 11, 20),
    )  # fmt: skip
    Touch.objects.create(
        campaign=ada, person=message.person, approach=other, kind="write", on=other.opened_on,
        order=90, channel="email",
    )  # fmt: skip
    Campaign.objects.update(revision=99)

    assert kept(ada, str(other.pk), day=26) is None
