"""What was recorded is read again: the newest first, by kind, by words, Ada's own alone."""

from typing import TYPE_CHECKING

from firststep.interfaces.answers.noted import noted, recorded_as, staged
from firststep.journal.actions import Stamp
from firststep.verbs.people.persons import add_person
from firststep.verbs.safety.undo import undo
from firststep.verbs.targets.target import set_stage
from firststep.verbs.thread import record_sent
from tests.cast import MONDAY

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign, Company
    from firststep.steps.people.models import Person

STAMP = Stamp(on=MONDAY, door="test")


def words(entries: object) -> list[str]:
    return [entry.words for entry in entries]  # type: ignore[attr-defined]


def test_the_newest_stands_first_with_what_was_taken_back_and_without_the_taking(
    ada: "Campaign", ben: "Campaign", ann: "Person"
) -> None:
    record_sent(ada, stamp=STAMP, ref=f"p{ann.pk}")
    add_person(ada, stamp=STAMP, name="Zoë Ångström")
    undo(ada, stamp=STAMP)
    add_person(ben, stamp=STAMP, name="Nobody of Ada's")

    found = noted(ada, most=9)

    assert words(found) == ["You added Zoë Ångström.", "You wrote to Ann Lee."]
    assert [entry.undone_by is not None for entry in found] == [True, False]


def test_it_is_found_by_all_its_words_whatever_their_accents(
    ada: "Campaign", ann: "Person"
) -> None:
    record_sent(ada, stamp=STAMP, ref=f"p{ann.pk}")
    add_person(ada, stamp=STAMP, name="Zoë Ångström")

    assert words(noted(ada, words="angstrom ZOE", most=9)) == ["You added Zoë Ångström."]
    assert words(noted(ada, words="angstrom ann", most=9)) == []


def test_it_is_found_by_kind_a_page_at_a_time(ada: "Campaign", ann: "Person") -> None:
    for name in ("One Ode", "Two Ode", "Three Ode"):
        add_person(ada, stamp=STAMP, name=name)
    record_sent(ada, stamp=STAMP, ref=f"p{ann.pk}")

    first = noted(ada, verbs=("person add",), most=2)
    rest = noted(ada, verbs=("person add",), most=2, before=first[-1].revision)

    assert words([*first, *rest]) == [
        "You added Three Ode.", "You added Two Ode.", "You added One Ode.",
    ]  # fmt: skip
    assert words(noted(ada, besides=("person add",), most=9)) == ["You wrote to Ann Lee."]


def test_entries_are_found_by_their_revision_and_a_company_by_its_newest_stage(
    ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    record_sent(ada, stamp=STAMP, ref=f"p{ann.pk}")
    wrote = ada.revision
    set_stage(ada, stamp=STAMP, company=str(acme.pk), stage="interview")
    set_stage(ada, stamp=STAMP, company=str(acme.pk), stage="job_offer")

    assert recorded_as(ada, [wrote, 999])[wrote].words == "You wrote to Ann Lee."
    assert staged(ada, [acme.pk])[acme.pk].words == "Acme: job offer."
