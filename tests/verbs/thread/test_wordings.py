"""The seeker's own wordings and choices: kept, used, hers alone, undone, brought back."""

from datetime import date
from pathlib import Path

import pytest

from firststep.errors import CannotDo, Stale
from firststep.facts.channels import ChannelName
from firststep.interfaces.answers.letters import draft
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.models import ChosenWording, Message, OwnWording
from firststep.steps.people.models import Person
from firststep.verbs.people.merge import merge_people
from firststep.verbs.safety.bring_back import bring_back
from firststep.verbs.safety.export import export
from firststep.verbs.safety.forget import forget
from firststep.verbs.safety.undo import undo
from firststep.verbs.thread import keep_message, record_sent
from firststep.verbs.thread.wordings import add_wording, edit_wording, reset_wording
from tests.cast import a_row_person
from tests.everything import everything
from tests.verbs.safety.test_bring_back import emptied

STAMP = Stamp(on=date(2026, 11, 2), door="test")
TEXT = """title: Mine
kinds: write
routes: known
forms: letter
subject: Hello {first}
---
Hi {first}, this is mine, and Ann Lee knows it.
"""
LOOSE = TEXT.replace("routes: known\n", "")


@pytest.fixture
def bob(ada: Campaign, ann: Person) -> Person:
    """Somebody else there whom Ada knows."""
    return a_row_person(ada, "Bob Roe", company=ann.positions.get().company, tie="close",
                        email="bob@acme.example")  # fmt: skip


def wording(campaign: Campaign, person: Person, channel: ChannelName | None = None) -> str:
    """What a draft to them is worded by."""
    return draft(campaign, stamp=STAMP, ref=f"p{person.pk}", channel=channel).wording


def others(campaign: Campaign, person: Person) -> tuple[str, ...]:
    return draft(campaign, stamp=STAMP, ref=f"p{person.pk}").wordings


def test_one_added_is_used_where_it_fits_and_undo_takes_it_out(ada: Campaign, ann: Person) -> None:
    usual = wording(ada, ann)

    kept = add_wording(ada, stamp=STAMP, name="Mine too", text=TEXT)

    assert (kept.name, kept.words) == ("mine-too", "You added the wording mine-too.")
    assert wording(ada, ann) == "mine-too"
    assert usual in others(ada, ann)
    undo(ada, stamp=STAMP)
    assert wording(ada, ann) == usual
    assert not OwnWording.objects.exists()


def test_one_changed_stands_in_its_place_until_it_is_put_back(ada: Campaign, ann: Person) -> None:
    usual = wording(ada, ann)
    came = draft(ada, stamp=STAMP, ref=f"p{ann.pk}").body

    edit_wording(ada, stamp=STAMP, name=usual.upper(), text=TEXT)
    mine = draft(ada, stamp=STAMP, ref=f"p{ann.pk}")
    edit_wording(ada, stamp=STAMP, name=usual, text=TEXT.replace("this is", "that is"))
    again = draft(ada, stamp=STAMP, ref=f"p{ann.pk}")
    back = reset_wording(ada, stamp=STAMP, name=usual)

    assert (mine.wording, mine.subject) == (usual, "Hello Ann")
    assert again.body == "Hi Ann, that is mine, and Ann Lee knows it."
    assert (back.words, back.there) == (f"You put the wording {usual} back as it came.", True)
    assert draft(ada, stamp=STAMP, ref=f"p{ann.pk}").body == came
    undo(ada, stamp=STAMP)
    assert draft(ada, stamp=STAMP, ref=f"p{ann.pk}").body == again.body


def test_resetting_one_that_was_added_takes_it_out(ada: Campaign, ann: Person) -> None:
    add_wording(ada, stamp=STAMP, name="mine", text=TEXT)

    gone = reset_wording(ada, stamp=STAMP, name="mine")

    assert (gone.there, OwnWording.objects.count()) == (False, 0)
    assert "mine" not in others(ada, ann)


@pytest.mark.parametrize(
    ("verb", "said", "words"),
    [
        (add_wording, {"name": "known", "text": TEXT}, "There is a wording known already"),
        (add_wording, {"name": "mine", "text": TEXT + "{nick}"}, "Line 8"),
        (edit_wording, {"name": "mine", "text": TEXT}, "There is no wording “mine”"),
        (edit_wording, {"name": "known", "text": "Hi {first"}, "Line 1"),
        (edit_wording, {"name": "known", "text": ""}, "Line 1"),
        (edit_wording, {"name": "known", "text": "a" * 1_000_000}, "8,000 at most"),
        (edit_wording, {"name": "phrases", "text": TEXT}, "There is no wording “phrases”"),
        (reset_wording, {"name": "known"}, "as it came along"),
        (reset_wording, {"name": "nope"}, "There is no wording “nope”"),
    ],
)
def test_what_is_refused_writes_nothing(
    ada: Campaign, verb: type, said: dict[str, str], words: str
) -> None:
    before = everything()

    with pytest.raises(CannotDo, match=words):
        verb(ada, stamp=STAMP, **said)

    assert everything() == before
    assert not ada.entries.exists()


def test_a_name_nearly_right_is_answered_with_the_right_one(ada: Campaign) -> None:
    with pytest.raises(CannotDo) as refusal:
        edit_wording(ada, stamp=STAMP, name="known-shrt", text=TEXT)

    assert (refusal.value.kind, refusal.value.candidates[0]) == ("not_found", "known-short")


def test_ben_has_none_of_adas(ada: Campaign, ben: Campaign) -> None:
    add_wording(ada, stamp=STAMP, name="mine", text=LOOSE)
    tom = Person.objects.get(name="Tom Berg")

    assert "mine" not in others(ben, tom)
    with pytest.raises(CannotDo, match="no wording"):
        edit_wording(ben, stamp=STAMP, name="mine", text=TEXT)
    assert add_wording(ben, stamp=STAMP, name="mine", text=TEXT).name == "mine"
    assert OwnWording.objects.count() == 2


def test_a_page_drawn_before_a_newer_text_is_told_so(ada: Campaign) -> None:
    edit_wording(ada, stamp=STAMP, name="known", text=TEXT)

    with pytest.raises(Stale):
        edit_wording(ada, stamp=Stamp(on=STAMP.on, seen=0), name="known", text=TEXT)


def test_what_was_chosen_for_a_draft_comes_first_the_next_time(
    ada: Campaign, ann: Person, bob: Person
) -> None:
    usual = wording(ada, ann)
    other = next(name for name in others(ada, ann) if name != usual)

    found = keep_message(ada, stamp=STAMP, ref=f"p{ann.pk}", text="Hi Ann", wording=other)

    assert found.message.wording == other
    assert (wording(ada, ann), wording(ada, bob)) == (other, other)
    undo(ada, stamp=STAMP)
    assert (wording(ada, ann), wording(ada, bob)) == (usual, usual)
    assert not ChosenWording.objects.exists()


def test_a_text_kept_without_a_choice_leaves_the_choice_as_it_was(
    ada: Campaign, ann: Person, bob: Person
) -> None:
    usual = wording(ada, ann)
    other = next(name for name in others(ada, ann) if name != usual)
    keep_message(ada, stamp=STAMP, ref=f"p{ann.pk}", text="Hi Ann", wording=other)

    keep_message(ada, stamp=STAMP, ref=f"p{bob.pk}", text="Hi Bob")

    assert Message.objects.get(person=bob).wording == other
    assert ChosenWording.objects.get().wording == other
    keep_message(ada, stamp=STAMP, ref=f"p{bob.pk}", text="Hi Bob", wording=usual)
    assert (wording(ada, bob), ChosenWording.objects.get().wording) == (usual, usual)


def test_what_was_chosen_for_what_went_out_comes_first_the_next_time(
    ada: Campaign, ann: Person, bob: Person
) -> None:
    other = next(name for name in others(ada, ann) if name != wording(ada, ann))

    record_sent(ada, stamp=STAMP, ref=f"p{ann.pk}", text="Hi Ann", wording=other)

    assert wording(ada, bob) == other
    undo(ada, stamp=STAMP)
    assert wording(ada, bob) != other


def test_what_happened_is_never_refused_for_its_wording(ada: Campaign, ann: Person) -> None:
    record_sent(ada, stamp=STAMP, ref=f"p{ann.pk}", text="Hi Ann", wording="thanks-after-no")

    assert not ChosenWording.objects.exists()


def test_a_draft_is_not_kept_under_a_wording_of_another_step(ada: Campaign, ann: Person) -> None:
    with pytest.raises(CannotDo, match="no wording “thanks-after-no” for this step"):
        keep_message(ada, stamp=STAMP, ref=f"p{ann.pk}", text="x", wording="thanks-after-no")

    assert not Message.objects.exists()


def test_a_merge_leaves_them_and_forgetting_takes_only_the_name_out(
    ada: Campaign, ann: Person, bob: Person
) -> None:
    add_wording(ada, stamp=STAMP, name="mine", text=TEXT)
    keep_message(ada, stamp=STAMP, ref=f"p{ann.pk}", text="Hi Ann", wording="mine")

    merge_people(ada, stamp=STAMP, a=f"p{bob.pk}", b=f"p{a_row_person(ada, 'Bob Roe').pk}")
    forget(ada, stamp=STAMP, person=f"p{ann.pk}")

    assert OwnWording.objects.get().text == TEXT.replace("Ann Lee", "(forgotten)").strip()
    assert ChosenWording.objects.get().wording == "mine"
    assert draft(ada, stamp=STAMP, ref=f"p{bob.pk}").body.startswith("Hi Bob, this is mine")


def test_they_go_out_with_an_export_and_come_back(
    ada: Campaign, ann: Person, tmp_path: Path
) -> None:
    add_wording(ada, stamp=STAMP, name="mine", text=TEXT)
    keep_message(ada, stamp=STAMP, ref=f"p{ann.pk}", text="Hi Ann", wording="mine")
    rows = everything()
    export(ada, folder=tmp_path / "mine")
    emptied()

    bring_back(file=tmp_path / "mine")

    assert everything() == rows
    assert OwnWording.objects.get().text == TEXT.strip()
