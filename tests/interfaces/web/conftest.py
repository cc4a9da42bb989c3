"""A browser without scripts: it was let in, keeps cookies and sends forms as drawn."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import LazySettings

from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@pytest.fixture(autouse=True)
def _that_monday(settings: LazySettings, monday: "date", tmp_path: "Path") -> None:
    from firststep.plan.shown import forget_plans

    settings.TODAY = monday
    settings.DATA = tmp_path
    forget_plans()


@pytest.fixture
def reader(db: None) -> Reader:
    """A browser that was let in."""
    from firststep.interfaces.web.letting_in import new_session

    reader = Reader()
    reader.client.cookies["firststep-8765"] = new_session()
    return reader


@pytest.fixture
def browser(chromium: Any, live_server: Any) -> Iterator[Callable[..., Any]]:
    """Opens a page of the real site in a real Chromium that was let in."""
    from firststep.interfaces.web.gate import cookie_name
    from firststep.interfaces.web.letting_in import new_session

    contexts = []

    def opened(address: str = "/", **options: Any) -> Any:
        context = chromium.new_context(base_url=live_server.url, **options)
        contexts.append(context)
        name = cookie_name(live_server.url.partition("//")[2])
        context.add_cookies([{"name": name, "value": new_session(), "url": live_server.url}])
        page = context.new_page()
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
