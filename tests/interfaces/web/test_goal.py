"""The goal's form says what was changed in it, and leaves the rest."""

from datetime import date
from typing import TYPE_CHECKING

from firststep.steps.goal.rows import present_goal
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign, Goal

CHOOSE = "/goal/choose"


def chosen(ada: "Campaign") -> "Goal":
    goal = present_goal(ada)
    assert goal is not None
    return goal


def test_what_is_changed_is_said_and_the_rest_stays(reader: Reader, ada: "Campaign") -> None:
    before = chosen(ada)
    page = reader.open("/goal")

    reader.send(page, CHOOSE, role="Lead Buyer", places="Bremen, Kiel,")

    after = chosen(ada)
    assert (after.role, after.places) == ("Lead Buyer", ["Bremen", "Kiel"])
    assert (after.pk, after.department) == (before.pk, before.department)


def test_a_job_without_a_name_is_refused(reader: Reader, ada: "Campaign") -> None:
    before = chosen(ada).role
    page = reader.open("/goal")

    answer = reader.send(page, CHOOSE, role="", exploring="")

    assert answer.status == 400
    assert chosen(ada).role == before


def test_exploring_has_an_end_and_a_search_for_a_job_has_none(
    reader: Reader, ada: "Campaign"
) -> None:
    page = reader.open("/goal")
    page = reader.send(page, CHOOSE, exploring="1", until="2026-12-18", role="")
    assert (chosen(ada).exploring, chosen(ada).until) == (True, date(2026, 12, 18))
    assert chosen(ada).role == ""

    page = reader.open("/goal")
    reader.send(page, CHOOSE, exploring="", until="1990-01-01", role="Buyer")

    assert (chosen(ada).exploring, chosen(ada).role) == (False, "Buyer")
