"""Few rows of many are found by what is narrow."""

import pytest
from django.db import connection

from firststep.steps.goal.models import Campaign
from firststep.steps.people.finding.many_ids import among, narrowly
from firststep.steps.people.models import Person, Tie
from tests.cast import a_row_person


@pytest.mark.parametrize("by", ["ids", "a run of ids"])
def test_the_rows_of_few_people_are_found_by_the_people_not_by_the_campaign(
    ada: Campaign, ann: Person, by: str
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL counts what it has, and chooses by that")
    run = {"person__gte": ann.pk, "person__lte": ann.pk}
    wanted = Tie.objects.filter(**({"person__in": among([ann.pk])} if by == "ids" else run))

    assert "(person_id" in narrowly(wanted, ada).explain()
    assert [tie.person for tie in narrowly(wanted, ada)] == [ann]


def test_what_is_found_narrowly_is_the_campaigns_own(ada: Campaign, ben: Campaign) -> None:
    hers, his = a_row_person(ada, "Ann Lee"), a_row_person(ben, "Bo Lind")

    found = narrowly(Tie.objects.filter(person__in=among([hers.pk, his.pk])), ada)

    assert [tie.person for tie in found] == [hers]
