"""Plays the demonstration in a scratch folder, serves it, and takes docs/pictures anew."""

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
DAY = "2026-11-23"
ARGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
        "--disable-background-networking", "--disable-component-update"]  # fmt: skip
SIZES: dict[str, dict[str, Any]] = {
    "today": {"viewport": {"width": 1280, "height": 1000}, "device_scale_factor": 1.5},
    "today-phone": {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2},
}


def main() -> None:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        sys.exit("Chromium is not installed (sudo apt install chromium)")
    PICTURES.mkdir(parents=True, exist_ok=True)
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
        for name, size in SIZES.items():
            page = browser.new_context(**size).new_page()
            page.goto(address)
            page.get_by_role("heading", name="People touched").wait_for()  # after the cards
            page.evaluate("document.fonts.ready")
            page.screenshot(path=PICTURES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
