"""What is shown of a day: who only looks sees one moment, who may write what was written since."""

from typing import TYPE_CHECKING

from firststep.plan.shown import plan_on, present_campaign
from firststep.verbs.targets.target import add_company
from tests.cast import MONDAY

if TYPE_CHECKING:
    from firststep.journal.actions import Stamp
    from firststep.steps.goal.models import Campaign, Company


def test_a_look_is_of_one_moment_and_a_writer_sees_what_was_written_since(
    ada: "Campaign", acme: "Company", stamp: "Stamp"
) -> None:
    looks, writes = present_campaign(to_look=True), present_campaign()
    assert looks and writes
    assert looks.seeker.name == ada.seeker.name

    added = add_company(ada, stamp=stamp, name="Initech")

    assert added.pk in plan_on(writes, MONDAY).snapshot.companies
    assert writes.revision == looks.revision + 1
