"""The box for one line stands on every page: what happened is told wherever one is."""

from typing import TYPE_CHECKING

import pytest

from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign, Company
    from firststep.steps.people.models import Person


@pytest.mark.parametrize(
    "address",
    ["/", "/companies/", "/people/", "/goal", "/progress", "/noted", "/events/", "/settings"],
)
def test_the_box_for_one_line_stands_on_every_page(
    address: str, reader: Reader, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    boxes = [one for one in reader.open(address).parsed.found if one.action.endswith("/log")]

    assert len(boxes) == 1
    assert "line" in boxes[0].fields


def test_a_line_told_on_another_page_is_shown_as_understood(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    shown = reader.send(reader.open("/people/"), "/log", line="Ann Lee said no")

    assert "Ann Lee said no today" in shown.text


def test_before_there_is_a_campaign_there_is_nothing_to_tell(reader: Reader) -> None:
    assert not [one for one in reader.open("/").parsed.found if one.action.endswith("/log")]
