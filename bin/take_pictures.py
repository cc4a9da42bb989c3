"""Plays the demonstration in a scratch folder, serves it, and takes docs/pictures and docs/screens
anew: Today for the README, and every screen on a phone and on a desk."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
SCREENS = ROOT / "docs" / "screens"
DAY = "2026-11-23"
ARGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
        "--disable-background-networking", "--disable-component-update"]  # fmt: skip
SIZES: dict[str, dict[str, Any]] = {
    "today": {"viewport": {"width": 1280, "height": 1000}, "device_scale_factor": 1.5},
    "today-phone": {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2},
}


SEEN_ON: dict[str, dict[str, Any]] = {
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True},
    "desk": {"viewport": {"width": 1280, "height": 900}},
}
TARGET = "Solvik Batteries"
# Each screen: its words, and its address or the links that lead to it from there.
PAGES: dict[str, tuple[str, tuple[str, ...]]] = {
    "today": ("Today", ("/",)),
    "message": ("A step: its message", ("/", "article[data-step] .main")),
    "prepare": ("Before a conversation", ("/", "article[data-step] .main", "prepare")),
    "companies": ("Companies", ("/companies/",)),
    "company": ("A company, with the ways in", ("/companies/", f"th a:text-is('{TARGET}')")),
    "people": ("People", ("/people/?show=waiting",)),
    "person": ("A person", ("/people/?show=waiting", ".rows a.entry >> nth=0")),
    "goal": ("Goal", ("/goal",)),
    "progress": ("Progress", ("/progress",)),
    "behind": ("What stands behind a figure", ("/noted?of=touched",)),
    "noted": ("What you noted", ("/noted",)),
    "events": ("Events and offers", ("/events/",)),
    "favours": ("Favours", ("/favours/",)),
    "practice": ("Practice", ("/practice",)),
    "heard": ("What somebody wrote", ("/heard",)),
    "import": ("Bring in", ("/import",)),
    "names": ("Names to find", ("/companies/names",)),
    "check": ("Is it the same company?", ("/companies/check",)),
    "wordings": ("Wordings", ("/settings/wordings",)),
    "settings": ("Settings", ("/settings",)),
}


def main() -> None:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        sys.exit("Chromium is not installed (sudo apt install chromium)")
    PICTURES.mkdir(parents=True, exist_ok=True)
    SCREENS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        site = serving(home)
        try:
            take(program, address_of(site))
        finally:
            site.terminate()
            site.wait(10)


def serving(home: str) -> "subprocess.Popen[str]":
    command = [
        sys.executable,
        "-m",
        "firststep",
        "demo",
        "--no-browser",
        "--port",
        "0",
        "--on",
        DAY,
    ]
    environment = {**os.environ, "FIRSTSTEP_HOME": home}
    return subprocess.Popen(
        command, env=environment, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )


def address_of(site: "subprocess.Popen[str]") -> str:
    assert site.stderr is not None
    for line in site.stderr:
        if found := re.search(r"http://\S+", line):
            return found.group()
    sys.exit("The demonstration did not start.")


def take(program: str, address: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGS)
        first = browser.new_context()
        page = first.new_page()
        page.goto(address)  # the key lets one browser in; the others show what it was given
        page.get_by_role("heading", name="People touched").wait_for()  # after the cards
        let_in, at = first.storage_state(), page.url.partition("/?")[0].rstrip("/")
        for name, size in SIZES.items():
            page = browser.new_context(**size, storage_state=let_in).new_page()
            page.goto(at)
            settled(page)
            page.screenshot(path=PICTURES / f"{name}.png")
        for where, size in SEEN_ON.items():
            page = browser.new_context(**size, storage_state=let_in).new_page()
            for name, (_words, way) in PAGES.items():
                gone_to(page, at, way)
                file = SCREENS / f"{name}-{where}.jpg"
                page.screenshot(path=file, type="jpeg", quality=60)
        browser.close()
    (SCREENS / "README.md").write_text(listed(), encoding="utf-8")


def gone_to(page: Any, at: str, way: tuple[str, ...]) -> None:
    """Opens a page and goes on by its links; a bare word is the page below the one reached."""
    page.goto(at + way[0])
    for link in way[1:]:
        if link.isalpha():
            page.goto(f"{page.url.partition('?')[0]}/{link}")
        else:
            page.locator(link).click()
            page.wait_for_load_state()
    settled(page)


def settled(page: Any) -> None:
    """Its fonts are there, and the figures that come after the cards."""
    page.evaluate("document.fonts.ready")
    page.locator("[data-later]").wait_for(state="detached")


def listed() -> str:
    """The page that shows them side by side."""
    rows = [
        f"| {words} | " + " | ".join(f"![{words}, {on}]({name}-{on}.jpg)" for on in SEEN_ON) + " |"
        for name, (words, _way) in PAGES.items()
    ]
    head = ["# Every screen", "", "Taken from the demonstration by `bin/pictures`.", ""]
    return "\n".join([*head, "| | phone | desk |", "| --- | --- | --- |", *rows, ""])


if __name__ == "__main__":
    main()
