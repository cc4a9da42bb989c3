"""The cast, the databases and the browser. Nothing here touches the person's own data."""

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.cluster import postgresql_programs, running_cluster
from tests.second_run import (
    ON_DATA,
    ON_POSTGRESQL,
    POSTGRESQL_WAITED_FOR_BY,
    ROOMS_BESIDE,
    SHARE_WAITED_FOR_BY,
    WAITED_FOR_BY,
    RunsBeside,
    runs_beside,
)

if TYPE_CHECKING:
    from firststep.accounts.models import User
    from firststep.journal.actions import Stamp
    from firststep.steps.goal.models import Campaign, Company
    from firststep.steps.people.models import Person

BESIDE = pytest.StashKey[RunsBeside]()
ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"
OF_DJANGO = ("_dj", "_fail_for", "_live", "_template")  # what pytest-django sets up unasked
BROWSER_ARGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--use-fake-device-for-media-stream",
)  # fmt: skip


def pytest_configure(config: pytest.Config) -> None:
    import hypothesis
    from django.conf import settings

    # Ignored where the tests run behind, and so by every program they start and want to stop.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # Properties say what holds, never how soon: bench/ tells that.
    hypothesis.settings.register_profile("firststep", deadline=None)
    hypothesis.settings.load_profile("firststep")

    scratch = tempfile.TemporaryDirectory(prefix="firststep-tests-")
    config.add_cleanup(scratch.cleanup)
    os.environ["FIRSTSTEP_HOME"] = scratch.name
    settings.DATA = Path(scratch.name)
    # Tests open pages without collected, hashed files.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> None:
    """Starts what runs beside this run where a test waits for it; what takes long goes there."""
    waiting = {item.name for item in session.items} & {*WAITED_FOR_BY}
    if ON_POSTGRESQL or not waiting or session.config.option.collectonly:
        return
    beside = ExitStack()
    session.config.add_cleanup(beside.close)
    folder = Path(beside.enter_context(tempfile.TemporaryDirectory(prefix="firststep-beside-")))
    url = None
    if POSTGRESQL_WAITED_FOR_BY in waiting and postgresql_programs() is not None:
        url = beside.enter_context(running_cluster())
    runs = session.config.stash[BESIDE] = beside.enter_context(runs_beside(folder))
    if url is not None:
        runs.begin(POSTGRESQL_WAITED_FOR_BY, ON_DATA, {"FIRSTSTEP_DATABASE_URL": url})
    if SHARE_WAITED_FOR_BY in waiting and (share := _left_to_the_other(session)):
        asked_for = folder / "share"
        asked_for.write_text("\n".join(item.nodeid for item in share), "utf-8")
        most = session.config.option.durations
        told = (f"--durations={most}",) if most else ()
        runs.begin(SHARE_WAITED_FOR_BY, (*told, f"@{asked_for}"), {})


def _left_to_the_other(session: pytest.Session) -> list[pytest.Item]:
    """What is taken out of this run for the other: the tests that take long and need no browser, or
    without any some of the rooms; where that is nothing, nobody waits for it."""
    tests = [one for one in session.items if one.name not in WAITED_FOR_BY]
    long = [one for one in tests if one.get_closest_marker("slow")]
    share = [one for one in long if not one.get_closest_marker("browser")]
    if not long:
        share = [one for one in tests if one.nodeid.startswith(ROOMS_BESIDE)]
    out = {*share} or {one for one in session.items if one.name == SHARE_WAITED_FOR_BY}
    session.config.hook.pytest_deselected(items=[*out])
    session.items = [one for one in session.items if one not in out]
    session.testscollected = len(session.items)  # what the percentages are of
    return share


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Says last of all how the runs beside this one ended, and what failed in them."""
    if (runs := config.stash.get(BESIDE, None)) is not None:
        for line in runs.summary():
            terminalreporter.write_line(line)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks every test that reaches the database `data`: those run on PostgreSQL too, and who
    waits for that comes last. The others need nothing that pytest-django sets up for each test,
    which takes longer than most of them."""
    items.sort(key=lambda item: item.name in WAITED_FOR_BY)
    for item in items:
        fixtures = getattr(item, "fixturenames", [])
        if item.get_closest_marker("django_db") or {*fixtures} & {"db", "transactional_db"}:
            item.add_marker("data")
        elif not item.get_closest_marker("urls"):
            item.fixturenames = [name for name in fixtures if not name.startswith(OF_DJANGO)]  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def beside(pytestconfig: pytest.Config) -> RunsBeside:
    """What runs beside this run, and began with it."""
    return pytestconfig.stash[BESIDE]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A real Chromium; `chromium.new_page()` opens a page."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    if program is None:
        pytest.skip("Chromium is not installed (sudo apt install chromium)")
    from playwright.sync_api import sync_playwright

    # Playwright keeps a running loop in this thread, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(BROWSER_ARGS))
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def no_plan_of_another_test() -> None:
    """Two tests' campaigns may share a number and a revision, so nothing is remembered."""
    from firststep.plan.shown import forget_plans
    from firststep.steps.people.same_person.suggesting import forget_pairs

    forget_plans()
    forget_pairs()


@pytest.fixture
def monday() -> date:
    from tests.cast import MONDAY

    return MONDAY


@pytest.fixture
def stamp(monday: date) -> "Stamp":
    from firststep.journal.actions import Stamp

    return Stamp(on=monday, door="test")


@pytest.fixture
def ada(db: None) -> "Campaign":
    """Ada Moreno looks for work in Purchasing in Berlin."""
    from tests.cast import a_campaign

    return a_campaign("Ada Moreno", "ada@moreno.example")


@pytest.fixture
def ben(db: None) -> "Campaign":
    """Ben Okafor is a stranger: another seeker, with his own campaign, target and friend."""
    from tests.cast import a_campaign, a_row_person, a_target

    campaign = a_campaign("Ben Okafor", "ben@okafor.example")
    initech = a_target(campaign, "Initech", motivation=4)
    a_row_person(campaign, "Tom Berg", company=initech, title="Buyer", email="tom@initech.example")
    return campaign


@pytest.fixture
def cleo(db: None) -> "User":
    """Cleo Hart coaches; she has an account and no campaign of her own."""
    from firststep.accounts.models import User

    return User.objects.create(name="Cleo Hart", email="cleo@hart.example")


@pytest.fixture
def acme(ada: "Campaign") -> "Company":
    """Ada's dearest target; the head of its Purchasing has no name yet."""
    from tests.cast import a_target

    return a_target(ada, "Acme", motivation=5)


@pytest.fixture
def globex(ada: "Campaign") -> "Company":
    from tests.cast import a_target

    return a_target(ada, "Globex", motivation=3)


@pytest.fixture
def ann(ada: "Campaign", acme: "Company") -> "Person":
    """Ann Lee, an analyst at Acme, a close friend of Ada's."""
    from tests.cast import a_row_person

    return a_row_person(
        ada, "Ann Lee", company=acme, title="Analyst", tie="close", email="ann.lee@acme.example"
    )


@pytest.fixture
def dana(ada: "Campaign", acme: "Company") -> "Person":
    """Dana Whitlock heads Purchasing at Acme; Ada does not know her."""
    from tests.cast import a_row_person

    dana = a_row_person(
        ada,
        "Dana Whitlock",
        company=acme,
        title="Head of Purchasing",
        tie=None,
        email="dana.whitlock@acme.example",
        phone="+493055501234",
    )
    acme.seats.update(holder=dana)
    return dana
