"""The worked seasons of docs/ are what the program says today, word for word."""

import pytest

from tests.conftest import ROOT
from tests.journeys.diaries import DIARIES


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("page", DIARIES)
def test_sixty_days_of_a_campaign_read_as_written_down(page: str) -> None:
    written = (ROOT / "docs" / page).read_text("utf-8")
    assert DIARIES[page]().play() == written
