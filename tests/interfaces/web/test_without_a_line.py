"""Installed, and without a line: on an HTTPS origin that is not this computer, through a tunnel
that is cut and mended."""

import json
import shutil
import ssl
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import BROWSER_ARGS
from tests.interfaces.web.running import PROGRAM, Running, environment, running, until
from tests.interfaces.web.tunnel import NAME, Tunnel, a_tunnel, own_papers

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WORKS = """async () => {
  const known = await navigator.serviceWorker.getRegistration();
  return Boolean(known && known.active && known.active.state === "activated");
}"""
DAY = ("--on", "2026-11-02")
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


@dataclass
class Away:
    """Ada's phone, let in by the tunnel, and her terminal at home."""

    page: Any
    tunnel: Tunnel
    site: Running
    home: dict[str, str]

    def said(self, *words: str) -> Any:
        command = [*PROGRAM, *words, "--json"]
        done = subprocess.run(command, env=self.home, check=True, capture_output=True, text=True)
        return json.loads(done.stdout)

    def state(self) -> str:
        self.page.wait_for_timeout(300)
        return str(self.page.locator("#line-state").inner_text())

    def touches(self) -> list[str]:
        found = self.said("person", "show", "Ann Lee", *DAY)["touches"]
        return [one["kind"] for one in found]

    def is_ready(self) -> None:
        """Until the worker keeps the page, and the steps of the day with it."""
        until(self.page, f"({WORKS})()")
        self.page.goto(self.tunnel.at)
        until(self.page, "navigator.serviceWorker.controller !== null")
        self.page.evaluate("sessionStorage.clear()")  # what an earlier page fetched is old by now
        until(self.page, "sessionStorage.getItem('firststep-ahead') !== null")


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, str]:
    return own_papers(tmp_path_factory.mktemp("papers"))


@pytest.fixture(scope="module")
def phone(chromium: Any, papers: tuple[ssl.SSLContext, str]) -> Iterator[Any]:
    """A browser that finds the tunnel's name on this computer and trusts its key."""
    rules = (f"--host-resolver-rules=MAP {NAME} 127.0.0.1",
             f"--ignore-certificate-errors-spki-list={papers[1]}")  # fmt: skip
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    browser = chromium.browser_type.launch(executable_path=program, args=[*BROWSER_ARGS, *rules])
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def beginning(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ada's campaign with Ann at Acme, before anything happened."""
    home = tmp_path_factory.mktemp("beginning")
    for words in (
        ("init", "--name", "Ada Moreno", "--zone", "Europe/Berlin"),
        ("goal", "--role", "Buyer", "--department", "Purchasing", *DAY),
        ("company", "add", "Acme", *DAY),
        ("person", "add", "Ann Lee", "--company", "Acme", "--title", "Buyer", "--tie", "known",
         "--how", "we shared a desk", "--email", "ann@acme.example", *DAY),
    ):  # fmt: skip
        subprocess.run(
            [*PROGRAM, *words], env=environment(home), check=True, stdout=subprocess.DEVNULL
        )
    return home


@pytest.fixture
def away(
    phone: Any, papers: tuple[ssl.SSLContext, str], beginning: Path, tmp_path: Path
) -> Iterator[Away]:
    shutil.copytree(beginning, tmp_path / "home")
    home = environment(tmp_path / "home")
    with running(home, saying=("--allow-host", NAME, *DAY)) as site:
        assert site.process.stderr
        key = site.process.stderr.readline().rpartition("/")[2].strip()
        with a_tunnel(site.port, papers[0]) as tunnel:
            context = phone.new_context(**PHONE)
            page = context.new_page()
            page.goto(f"{tunnel.at}/{key}")
            page.get_by_role("heading", name="Monday, 2 November").wait_for()
            yield Away(page, tunnel, site, home)
            context.close()


def test_a_step_taken_without_a_line_is_written_once_when_it_is_back(away: Away) -> None:
    page = away.page
    away.is_ready()
    away.tunnel.cut()

    page.goto(away.tunnel.at)
    assert "No line just now" in away.state()
    for _press in range(2):
        page.locator(".sheet .button.main").tap()
        page.get_by_label("Message", exact=True).fill("Hi Ann, who runs Purchasing at Acme?")
        page.get_by_role("button", name="I sent it").tap()
        page.wait_for_url("**/?kept")
        assert away.state().count("I sent it") == 1
    assert away.touches() == []

    away.tunnel.mend()
    page.goto(away.tunnel.at)
    page.wait_for_url("**/?done=*")
    assert away.touches() == ["write"]
    assert "You wrote to Ann Lee" in page.locator("main").inner_text()
    page.reload()
    assert away.state() == ""
    assert away.touches() == ["write"]


def test_a_line_typed_without_a_line_waits_to_be_looked_at(away: Away) -> None:
    page = away.page
    away.is_ready()
    away.tunnel.cut()
    page.goto(f"{away.tunnel.at}/#line")
    page.locator("#line").fill("Ann Lee said yes")
    page.locator("#line").press("Enter")
    page.wait_for_url("**/?kept")
    assert "Ann Lee said yes" in away.state()

    away.tunnel.mend()
    page.goto(away.tunnel.at)
    with page.expect_navigation():
        page.get_by_role("button", name="Look at it").tap()

    assert "Ann Lee said yes" in page.locator("main").inner_text()
    assert away.touches() == []
    page.goto(away.tunnel.at)
    assert away.state() == ""


def test_an_answer_pasted_without_a_line_waits_to_be_looked_at(away: Away) -> None:
    page = away.page
    away.said("sent", "p1", *DAY)
    away.is_ready()
    away.tunnel.cut()
    page.goto(away.tunnel.at)
    page.get_by_text("Ann Lee", exact=True).first.tap()
    page.get_by_role("link", name="Paste what they wrote").tap()
    page.get_by_label("Their words").first.fill("Hi Ada,\nhappy to talk. Friday at 10?\nAnn")
    page.get_by_role("button", name="Look at it").tap()
    page.wait_for_url("**/?kept")
    assert "happy to talk" in away.state()

    away.tunnel.mend()
    page.goto(away.tunnel.at)
    with page.expect_navigation():
        page.get_by_role("button", name="Look at it").tap()

    assert "happy to talk" in page.locator("main").inner_text()
    assert away.touches() == ["write"]


def test_what_something_newer_was_noted_of_meanwhile_is_answered_with_both(away: Away) -> None:
    page = away.page
    away.is_ready()
    away.tunnel.cut()
    page.goto(away.tunnel.at)
    page.get_by_role("button", name="I sent it").tap()
    page.wait_for_url("**/?kept")
    away.said("reply", "p1", "helped", *DAY)

    away.tunnel.mend()
    page.goto(away.tunnel.at)
    with page.expect_navigation():
        page.get_by_role("button", name="Look at it").tap()

    told = page.locator("main").inner_text()
    assert "something newer was recorded: Ann Lee helped" in told
    assert away.touches() == ["helped"]
    with page.expect_navigation():
        page.get_by_role("button", name="Say it again").tap()
    assert len(away.touches()) == 2


def test_the_same_step_noted_on_two_pages_is_written_once_and_asked(away: Away) -> None:
    page = away.page
    away.is_ready()
    away.tunnel.cut()
    page.goto(away.tunnel.at)
    page.get_by_role("button", name="I sent it").tap()
    page.wait_for_url("**/?kept")
    page.goto(f"{away.tunnel.at}/touch/p1")
    page.get_by_label("Message", exact=True).fill("Hi Ann, who runs Purchasing at Acme?")
    page.get_by_role("button", name="I sent it").tap()
    page.wait_for_url("**/?kept")

    away.tunnel.mend()
    page.goto(away.tunnel.at)
    page.wait_for_url("**/?done=*")

    assert away.touches() == ["write"]
    assert "Look at each once more" in away.state()
    page.get_by_role("button", name="Leave it out").tap()
    assert away.state() == ""


def test_two_things_noted_of_one_person_follow_each_other(away: Away) -> None:
    page = away.page
    away.is_ready()
    away.tunnel.cut()
    page.goto(away.tunnel.at)
    page.get_by_role("button", name="I sent it").tap()
    page.wait_for_url("**/?kept")
    page.goto(f"{away.tunnel.at}/touch/p1")
    page.get_by_text("Something came back").tap()
    page.get_by_label("They helped").check()
    page.get_by_role("button", name="Note it down").first.tap()
    page.wait_for_url("**/?kept")
    assert "I sent it" in away.state()

    away.tunnel.mend()
    page.goto(away.tunnel.at)
    page.wait_for_url("**/?done=*")

    assert away.touches() == ["write", "helped"]
    assert away.state() == ""


def test_what_was_kept_of_somebody_goes_when_they_are_forgotten(away: Away) -> None:
    page = away.page
    away.is_ready()
    kept = (
        "(async () => (await Promise.all((await caches.keys()).map(async name => "
        "Promise.all((await (await caches.open(name)).keys()).map(async one => "
        "(await (await caches.match(one) || new Response()).text())))))).flat().join(' '))()"
    )
    assert "Ann Lee" in page.evaluate(kept)

    away.said("forget", "p1", "--yes", *DAY)
    page.goto(away.tunnel.at)
    until(page, f"(async () => !(await {kept}).includes('Ann Lee'))()")
    assert "Ann Lee" not in page.evaluate(kept)
    assert "No line just now" in page.evaluate(kept)


def test_a_page_that_is_not_kept_says_so_and_an_undo_waits_for_nobody(away: Away) -> None:
    page = away.page
    away.is_ready()
    page.get_by_role("button", name="I sent it").tap()
    page.get_by_role("button", name="Undo").wait_for()
    away.tunnel.cut()

    with page.expect_navigation():
        page.get_by_role("button", name="Undo").tap()
    assert page.get_by_role("heading", name="No line just now").is_visible()
    page.goto(f"{away.tunnel.at}/settings")
    assert page.get_by_role("heading", name="No line just now").is_visible()
    away.tunnel.mend()
    page.goto(away.tunnel.at)
    assert away.state() == ""
    assert away.touches() == ["write"]


def test_it_can_be_installed(away: Away) -> None:
    session = away.page.context.new_cdp_session(away.page)
    away.is_ready()

    found = session.send("Page.getAppManifest")
    problems = session.send("Page.getInstallabilityErrors")["installabilityErrors"]

    assert found["errors"] == []
    assert [one["errorId"] for one in problems if one["errorId"] != "in-incognito"] == []
