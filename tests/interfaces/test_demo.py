"""The demonstration: real input through the same verbs, in a folder of its own."""

import json
import os
import re
import subprocess
import sys
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

pytestmark = pytest.mark.slow
MONDAY = "2026-11-23"


def firststep(home: Path, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "firststep", *words],
        env={**os.environ, "FIRSTSTEP_HOME": str(home), **env},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A home in which the demonstration was looked at once, and what it printed."""
    home = tmp_path_factory.mktemp("home")
    run = firststep(home, "demo", "--no-serve", "--on", MONDAY)
    assert run.returncode == 0, run.stderr
    return home, run.stdout


def test_it_prints_today_with_one_full_message(shown: tuple[Path, str]) -> None:
    _, today = shown

    assert "Monday, 23 November" in today
    assert today.count("Yours to fill in:") == 1
    assert "Ada\n" in today


def test_the_day_has_steps_of_several_kinds_each_with_its_reason(shown: tuple[Path, str]) -> None:
    home, _ = shown

    answer = firststep(home / "demo", "today", "--json", "--on", MONDAY)

    cards = json.loads(answer.stdout)["cards"]
    assert len({card["kind"] for card in cards}) >= 4
    assert all(card["why"] for card in cards)


def test_running_it_again_starts_afresh_and_shows_the_same(shown: tuple[Path, str]) -> None:
    home, today = shown

    again = firststep(home, "demo", "--no-serve", "--on", MONDAY)

    assert again.stdout == today


def test_it_never_touches_the_persons_own_campaign(tmp_path: Path) -> None:
    assert firststep(tmp_path, "init", "--name", "Ben Okafor").returncode == 0
    own = tmp_path / "firststep.sqlite3"
    before = own.read_bytes()

    assert firststep(tmp_path, "demo", "--no-serve").returncode == 0

    assert own.read_bytes() == before
    assert (tmp_path / "demo" / "firststep.sqlite3").exists()


def test_a_folder_it_did_not_make_is_left_alone(tmp_path: Path) -> None:
    letters = tmp_path / "demo" / "letters.txt"
    letters.parent.mkdir()
    letters.write_text("mine")

    run = firststep(tmp_path, "demo", "--no-serve")

    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert letters.read_text() == "mine"


def test_a_database_server_of_the_persons_is_not_used(tmp_path: Path) -> None:
    elsewhere = "postgresql://nobody@127.0.0.1:1/theirs"

    run = firststep(tmp_path, "demo", "--no-serve", FIRSTSTEP_DATABASE_URL=elsewhere)

    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("day", ["2026-12-25", "2027-05-09"])
def test_on_a_day_off_it_shows_the_next_working_day(tmp_path: Path, day: str) -> None:
    run = firststep(tmp_path, "demo", "--no-serve", "--on", day)

    assert run.returncode == 0, run.stderr
    assert "1  " in run.stdout


def test_it_serves_its_site_and_says_where(tmp_path: Path) -> None:
    server = subprocess.Popen(
        [sys.executable, "-m", "firststep", "demo", "--no-browser", "--port", "0", "--on", MONDAY],
        env={**os.environ, "FIRSTSTEP_HOME": str(tmp_path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stderr
        said = iter(server.stderr.readline, "")
        address = next(found[0] for line in said if (found := re.search(r"http://\S+", line)))
        browser = build_opener(HTTPCookieProcessor(CookieJar()))

        page = browser.open(address, timeout=30).read().decode()
    finally:
        server.terminate()  # an interrupt is ignored where the tests run in the background
        server.wait(timeout=30)

    assert "23 November" in page
