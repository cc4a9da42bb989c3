"""A browser without scripts: it knows the token, keeps cookies and sends forms as drawn."""

from typing import TYPE_CHECKING

import pytest
from django.conf import LazySettings

from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from datetime import date


@pytest.fixture(autouse=True)
def _that_monday(settings: LazySettings, monday: "date") -> None:
    from firststep.plan.shown import forget_plans

    settings.TODAY = monday
    forget_plans()


@pytest.fixture
def reader(db: None) -> Reader:
    """Whoever opened the address the terminal showed."""
    from firststep.interfaces.web.gate import local_token

    reader = Reader()
    reader.client.cookies["firststep-8765"] = local_token()
    return reader
