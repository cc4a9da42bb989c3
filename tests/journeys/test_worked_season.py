"""The worked season of docs/season.md is what the program says today, word for word."""

import pytest

from tests.conftest import ROOT
from tests.journeys.season import Season


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_sixty_days_of_the_demonstration_read_as_written_down() -> None:
    written = (ROOT / "docs" / "season.md").read_text("utf-8")
    assert Season().play() == written
