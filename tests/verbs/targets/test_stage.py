"""How far a company has come, and that an interview is not forgotten when a rejection follows."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from firststep.interfaces.opening import the_campaign
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign, Company
from firststep.verbs.goal.choose_goal import choose_goal
from firststep.verbs.safety.bring_back import bring_back
from firststep.verbs.safety.export import export
from firststep.verbs.safety.undo import undo
from firststep.verbs.targets.target import add_company, drop_company, set_stage
from tests.cast import MONDAY
from tests.everything import everything
from tests.verbs.safety.test_bring_back import emptied

DAY = timedelta(days=1)


def staged(campaign: Campaign, *stages: str, began: date = MONDAY) -> Company:
    """Acme after these stages, each said a day after the one before."""
    for number, stage in enumerate(stages):
        set_stage(campaign, stamp=Stamp(on=began + number * DAY), company="Acme", stage=stage)
    return Company.objects.get(name="Acme")


@pytest.mark.parametrize(
    ("stages", "interviewed"),
    [
        (["interview"], MONDAY),
        (["job_offer"], MONDAY),
        (["rejected"], None),
        (["interview", "rejected"], MONDAY),
        (["interview", "job_offer", "rejected"], MONDAY),
        (["interview", "rejected", "interview"], MONDAY),
        (["rejected", "interview", "rejected"], MONDAY + DAY),
        (["interview", ""], None),
        (["interview", "", "rejected"], None),
    ],
)
def test_the_first_interview_is_kept_until_it_is_said_that_there_was_none(
    ada: Campaign, acme: Company, stages: list[str], interviewed: date | None
) -> None:
    found = staged(ada, *stages)
    assert (found.stage, found.interviewed_on) == (stages[-1], interviewed)
    last = MONDAY + (len(stages) - 1) * DAY
    assert found.staged_on == (last if stages[-1] else None)


def test_an_interview_filled_in_for_an_earlier_day_is_the_first(
    ada: Campaign, acme: Company
) -> None:
    staged(ada, "interview")
    assert staged(ada, "interview", began=MONDAY - DAY).interviewed_on == MONDAY - DAY


def test_undo_knows_of_the_interview_before(ada: Campaign, acme: Company, stamp: Stamp) -> None:
    staged(ada, "interview", "rejected")
    before = everything()
    for stage in ("", "job_offer"):
        set_stage(ada, stamp=stamp, company="Acme", stage=stage)
        undo(ada, stamp=stamp)
        assert everything() == before
    undo(ada, stamp=stamp)
    undo(ada, stamp=stamp)
    found = Company.objects.get(name="Acme")
    assert (found.stage, found.staged_on, found.interviewed_on) == ("", None, None)


def test_a_new_round_begins_without_interviews_and_undo_brings_them_back(
    ada: Campaign, acme: Company, stamp: Stamp
) -> None:
    staged(ada, "interview", "rejected")
    before = everything()
    choose_goal(ada, stamp=stamp, role="Lead buyer", new_round=True)
    found = Company.objects.get(name="Acme")
    assert (found.stage, found.staged_on, found.interviewed_on) == ("", None, None)
    undo(ada, stamp=stamp)
    assert everything() == before


def test_a_company_dropped_and_chosen_again_was_interviewed_still(
    ada: Campaign, acme: Company, stamp: Stamp
) -> None:
    staged(ada, "interview", "rejected")
    drop_company(ada, stamp=stamp, company="Acme")
    add_company(ada, stamp=stamp, name="Acme")
    assert Company.objects.get(name="Acme").interviewed_on == MONDAY


def test_an_interview_goes_out_with_an_export_and_comes_back(
    ada: Campaign, acme: Company, tmp_path: Path
) -> None:
    staged(ada, "interview", "rejected")
    rows = everything()["Company"]
    export(ada, folder=tmp_path / "one")
    emptied()

    bring_back(file=tmp_path / "one")

    assert everything()["Company"] == rows
    export(the_campaign(), folder=tmp_path / "two")
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes(), file.name
    with (tmp_path / "two" / "targets.csv").open(encoding="utf-8-sig", newline="") as opened:
        row = next(csv.DictReader(opened))
    assert (row["stage"], row["stage since"], row["interviewed on"]) == (
        "rejected", str(MONDAY + DAY), str(MONDAY),
    )  # fmt: skip
