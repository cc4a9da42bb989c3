"""A line about an application keeps the opening and the day; nothing else follows from it."""

from datetime import timedelta

import pytest

from firststep.errors import CannotDo
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign, Company, JobOpening
from firststep.verbs.safety.undo import undo
from firststep.verbs.told.log import log, understood
from tests.everything import everything


@pytest.mark.parametrize(
    "line",
    [
        "applied at Acme yesterday",
        "applied for the planner job at Acme yesterday",
        "handed in my application at Acme yesterday",
        "habe mich gestern bei Acme beworben",
    ],
)
def test_what_was_applied_for_is_an_opening_with_its_day(
    ada: Campaign, acme: Company, stamp: Stamp, line: str
) -> None:
    before = everything()
    said = " ".join(understood(ada, stamp=stamp, line=line).words)
    assert "applied at Acme" in said
    assert everything() == before

    log(ada, stamp=stamp, line=line)

    (row,) = JobOpening.objects.all()
    assert (row.company, row.applied_on) == (acme, stamp.on - timedelta(days=1))
    undo(ada, stamp=stamp)
    assert everything() == before


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee applied at Acme",
        "my brother applied at Acme",
        "maybe I'll apply at Acme",
        "Ann Lee hat sich bei Acme beworben",
        "will mich bei Acme bewerben",
    ],
)
def test_what_others_applied_for_or_i_may_is_no_application(
    ada: Campaign, acme: Company, stamp: Stamp, line: str
) -> None:
    with pytest.raises(CannotDo):
        log(ada, stamp=stamp, line=line)

    assert not JobOpening.objects.exists()
