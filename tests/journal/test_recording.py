"""What one entry changes: whose it is, and whom it is about."""

import pytest

from firststep.journal.actions import Stamp, recording
from firststep.journal.models import Entry
from firststep.steps.goal.models import Campaign, Company
from tests.cast import MONDAY

NOW = Stamp(on=MONDAY)


@pytest.mark.parametrize("said", [(), ("campaign_id",)])
def test_what_is_made_belongs_to_the_campaign_of_the_entry(
    ada: Campaign, ben: Campaign, said: tuple[str, ...]
) -> None:
    others = dict.fromkeys(said, ben.pk)

    with recording(ada, NOW, verb="company add") as change:
        made = change.make(Company(name="Globex", key="globex", **others))

    assert made.campaign == ada
    assert Company.objects.get(pk=made.pk).campaign == ada


def test_an_entry_about_a_row_names_it(ada: Campaign, ben: Campaign) -> None:
    company = Company.objects.get(campaign=ben)

    with recording(ben, NOW, verb="stage", about=company):
        pass
    with recording(ben, NOW, verb="goal", about="goal"):
        pass

    told = Entry.objects.filter(campaign=ben).order_by("-revision").values_list("about", flat=True)
    assert [*told[:2]] == ["goal", f"company:{company.pk}"]
