"""A browser without scripts: it was let in, keeps cookies and sends forms as drawn."""

import os
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import LazySettings
from django.core.signals import request_finished, request_started

from tests.interfaces.web.reading import Reader
from tests.interfaces.web.running import PROGRAM, running

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


class UnderWay:
    """The requests the site is still answering: a page left at once may have asked for more, and
    the tables are emptied only when nobody reads them."""

    def __init__(self) -> None:
        self.open: dict[int, None] = {}
        request_started.connect(self._begins)
        request_finished.connect(self._ends)

    def _begins(self, **told: object) -> None:
        self.open[threading.get_ident()] = None

    def _ends(self, **told: object) -> None:
        self.open.pop(threading.get_ident(), None)

    def wait(self) -> None:
        """Until nothing was asked for a tenth of a second, or ten seconds are over."""
        quiet = 0
        for _ in range(500):
            quiet = quiet + 1 if not self.open else 0
            if quiet == 5:
                return
            time.sleep(0.02)


@pytest.fixture
def browser(chromium: Any, live_server: Any) -> Iterator[Callable[..., Any]]:
    """Opens a page of the real site in a real Chromium that was let in."""
    from firststep.interfaces.web.gate import cookie_name
    from firststep.interfaces.web.letting_in import new_session

    contexts = []
    under_way = UnderWay()

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
    under_way.wait()


EIGHT_CARDS_ON = "2026-11-30"


@pytest.fixture
def demonstration(chromium: Any, tmp_path: "Path") -> Iterator[Callable[..., Any]]:
    """Opens the invented campaign of the demonstration on a day of eight cards."""
    home = {**os.environ, "FIRSTSTEP_HOME": str(tmp_path)}
    play = [*PROGRAM, "demo", "--no-serve", "--on", EIGHT_CARDS_ON]
    subprocess.run(play, env=home, check=True, stdout=subprocess.DEVNULL)
    home["FIRSTSTEP_HOME"] = str(tmp_path / "demo")
    contexts = []
    with running(home, saying=("--on", EIGHT_CARDS_ON)) as site:

        def opened(**options: Any) -> Any:
            context = chromium.new_context(**options)
            contexts.append(context)
            site.let_in(context)
            page = context.new_page()
            page.goto(site.at)
            return page

        yield opened
        for context in contexts:
            context.close()
