"""How a browser really gets in: a real server process, a real Chromium, its arguments, its history.

The browser is started by the program itself, as on a person's computer.
"""

import os
import re
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import BROWSER_ARGS

pytestmark = [pytest.mark.browser, pytest.mark.slow]
KEY = re.compile(r"\b(?:[a-z2-9]{5}-){3}[a-z2-9]{5}\b")


@dataclass
class Site:
    """A running site and what its terminal showed."""

    process: "subprocess.Popen[str]"
    address: str
    key: str = field(init=False)
    port: str = field(init=False)

    def __post_init__(self) -> None:
        self.key = KEY.findall(self.address)[0]
        self.port = re.findall(r":(\d+)/", self.address)[0]

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.wait(20)


Starts = Callable[..., Site]


@pytest.fixture
def starts(tmp_path: Path) -> Iterator[Starts]:
    """Starts the site on a data folder; `browser` is the program it opens."""
    running: list[Site] = []

    def start(*words: str, home: str = "home", browser: Path | None = None) -> Site:
        env = {**os.environ, "FIRSTSTEP_HOME": str(tmp_path / home), "BROWSER": f"{browser} %s"}
        silent = [] if browser else ["--no-browser"]
        process = subprocess.Popen(
            [sys.executable, "-m", "firststep", "serve", *silent, *(words or ("--port", "0"))],
            env=env, text=True, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        assert process.stderr
        running.append(Site(process, process.stderr.readline()))
        return running[-1]

    yield start
    for site in running:
        site.process.kill()
        site.process.wait(20)


@pytest.fixture
def new_browser(chromium: Any) -> Iterator[Any]:
    context = chromium.new_context()
    yield context
    context.close()


def a_campaign(home: Path) -> None:
    env = {**os.environ, "FIRSTSTEP_HOME": str(home)}
    words = ["init", "--name", "Ada Moreno", "--country", "DE"]
    subprocess.run([sys.executable, "-m", "firststep", *words], env=env, check=True,
                   stdout=subprocess.DEVNULL)  # fmt: skip


def arrived(page: Any, address: str) -> Any:
    page.goto(address)
    page.wait_for_url(re.compile(r"//first-[0-9a-f]+\.localhost:\d+/(?!start)"))
    return page


def with_its_worker(page: Any) -> Any:
    """Once the worker is at hand, the next page comes through it; the browser says less of it."""
    known = "navigator.serviceWorker.getRegistration()"
    assert in_time(lambda: page.evaluate(f"{known}.then((one) => !!(one && one.active))"))
    return page


def what_everybody_sees() -> str:
    """The arguments of all programs, as `ps` shows them to every user of the computer."""
    told = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            told.append(file.read_bytes().decode(errors="replace"))
    return "\n".join(told)


def in_time(shown: Callable[[], Any], seconds: int = 30) -> Any:
    end = time.monotonic() + seconds
    while not (found := shown()) and time.monotonic() < end:
        time.sleep(0.05)
    return found


def test_the_browser_is_opened_without_a_key_that_others_could_see_or_that_stays(
    starts: Starts, chromium: Any, tmp_path: Path
) -> None:
    profile, browser = tmp_path / "profile", tmp_path / "browser"
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    words = f"{' '.join(BROWSER_ARGS)} --user-data-dir={profile} --remote-debugging-port=0"
    browser.write_text(f'#!/bin/sh\nexec {program} {words} "$1" >/dev/null 2>&1\n')
    browser.chmod(0o755)

    site = starts(browser=browser)
    page_file = in_time(lambda: next((tmp_path / "home" / "site").glob("*.html"), None))
    handed_on = in_time(lambda: KEY.findall(page_file.read_text()))[0]
    assert stat.S_IMODE(page_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(page_file.parent.stat().st_mode) == 0o700
    talks = in_time(lambda: words_of(profile / "DevToolsActivePort")).split()[0]
    seen = what_everybody_sees()
    assert page_file.as_uri() in seen
    assert not [key for key in (handed_on, site.key) if key in seen]

    assert in_time(lambda: not page_file.exists())  # it went with the key
    over = chromium.browser_type.connect_over_cdp(f"http://127.0.0.1:{talks}")
    page = over.contexts[0].pages[0]
    page.wait_for_url("**/begin")
    (cookie,) = [one for one in over.contexts[0].cookies() if one["name"].startswith("firststep")]
    host = page.evaluate("location.hostname")
    assert re.fullmatch(r"first-[0-9a-f]{16}\.localhost", host)
    assert cookie["domain"] == host  # without a dot: no other name gets it
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["expires"]) == (True, "Strict", -1)
    over.new_browser_cdp_session().send("Browser.close")
    history = profile / "Default" / "History"
    assert in_time(history.exists)
    kept = in_time(lambda: addresses_in(history))
    assert any("/begin" in one for one in kept)
    assert not [one for one in kept if handed_on in one or site.key in one]


def words_of(file: Path) -> str:
    return file.read_text() if file.exists() else ""


def addresses_in(history: Path) -> list[str]:
    with suppress(sqlite3.OperationalError):
        base = sqlite3.connect(f"file:{history}?immutable=1", uri=True)
        return [row[0] for row in base.execute("SELECT url FROM urls")]
    return []


def test_the_terminals_address_opens_one_browser_and_stands_nowhere_after(
    starts: Starts, new_browser: Any, chromium: Any
) -> None:
    site = starts()

    page = with_its_worker(arrived(new_browser.new_page(), site.address.split()[-1]))
    again = arrived(new_browser.new_page(), site.address.split()[-1])

    assert site.key not in page.url + again.url
    page.go_back()
    assert site.key not in page.url
    other = chromium.new_context()
    second = other.new_page()
    second.goto(site.address.split()[-1])
    second.wait_for_url("**/start?used")
    assert "was used already" in second.inner_text("main")
    other.close()


def test_where_names_of_this_computer_are_not_known_the_number_does(
    starts: Starts, new_browser: Any
) -> None:
    site = starts()
    new_browser.route(re.compile(r"\.localhost:"), lambda route: route.abort())

    page = new_browser.new_page()
    page.goto(site.address.split()[-1])
    page.wait_for_url(f"http://127.0.0.1:{site.port}/begin")

    assert "Who are you?" in page.inner_text("main")


def test_without_scripts_one_press_leads_in(starts: Starts, chromium: Any) -> None:
    site = starts()
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.address.split()[-1])
    page.get_by_role("button", name="Open Firststep").click()
    page.wait_for_url(f"http://127.0.0.1:{site.port}/begin")
    context.close()


def test_two_sites_at_once_in_one_browser_keep_out_of_each_others_way(
    starts: Starts, new_browser: Any
) -> None:
    one, two, same = starts(home="one"), starts(home="two"), starts(home="one")
    pages = [arrived(new_browser.new_page(), s.address.split()[-1]) for s in (one, two, same)]

    for page in pages:
        page.reload()
        assert "Who are you?" in page.inner_text("main")
    sent = [new_browser.cookies(page.url) for page in pages]
    assert [len([c for c in one if c["name"].startswith("firststep")]) for one in sent] == [2, 1, 2]


def test_typing_it_again_lets_another_browser_into_the_site_that_runs(
    starts: Starts, new_browser: Any
) -> None:
    first = starts()

    second = starts("--port", first.port)

    assert second.process.wait(20) == 0
    assert second.key != first.key
    arrived(new_browser.new_page(), second.address.split()[-1])
    assert first.process.poll() is None


def test_a_page_open_over_a_restart_says_so_and_loses_nothing(
    starts: Starts, new_browser: Any, tmp_path: Path
) -> None:
    a_campaign(tmp_path / "home")
    first = starts()
    page = arrived(new_browser.new_page(), first.address.split()[-1])
    page.goto(page.url.rstrip("/") + "/companies/")
    names = page.locator("form[action='/companies/paste'] textarea")
    names.evaluate("area => { for (let d = area; d; d = d.parentElement) d.open = true }")
    names.fill("Acme\nHooli & Söhne")

    first.stop()
    second = starts("--port", first.port)
    page.locator("form[action='/companies/paste'] button").click()

    assert "was started again" in page.inner_text("main")
    assert "Hooli & Söhne" in page.inner_text("main")
    page.get_by_label("Start key").fill(second.key)
    page.get_by_role("button", name="Let me in").click()
    assert "Hooli & Söhne" in page.inner_text("main")
    page.get_by_role("button", name="Say it again").click()
    page.wait_for_url("**/import?done=*")
    page.goto(f"http://{page.url.split('/')[2]}/companies/")
    assert "Hooli & Söhne" in page.inner_text("main")


def test_after_a_restart_whoever_was_let_in_by_another_page_needs_no_key(
    starts: Starts, new_browser: Any
) -> None:
    first = starts()
    old = arrived(new_browser.new_page(), first.address.split()[-1])
    first.stop()
    second = starts("--port", first.port)
    old.reload()
    assert "was started again" in old.inner_text("main")

    arrived(new_browser.new_page(), second.address.split()[-1])
    old.get_by_role("button", name="Let me in").click()
    old.wait_for_url("**/begin")

    assert "Who are you?" in old.inner_text("main")


def test_a_link_on_another_page_opens_the_site_where_it_is_let_in(
    starts: Starts, new_browser: Any, tmp_path: Path
) -> None:
    a_campaign(tmp_path / "home")
    site = starts()
    page = with_its_worker(arrived(new_browser.new_page(), site.address.split()[-1]))
    mail = tmp_path / "mail.html"
    mail.write_text(f'<a href="{page.url}people/">the people</a>')

    page.goto(mail.as_uri())
    page.get_by_role("link").click()
    page.wait_for_url("**/people/")

    page.get_by_role("heading", name="People").wait_for()
