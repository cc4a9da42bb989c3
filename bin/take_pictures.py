"""Takes docs/pictures and docs/screens anew, of the invented campaign in a real Chromium: Today for
the README, and every screen on a phone and on a desk. With --accept only what tests compare with:
how every screen looks now is how it should look."""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.conftest import BROWSER_ARGS  # noqa: E402
from tests.interfaces.web.likeness import Comparing  # noqa: E402
from tests.interfaces.web.running import Running  # noqa: E402
from tests.interfaces.web.screens import (  # noqa: E402
    ACCEPTED,
    SCREENS,
    SEEN_ON,
    gone_to,
    looking,
    pictures,
    settled,
    sites,
)

PICTURES = ROOT / "docs" / "pictures"
SHOWN = ROOT / "docs" / "screens"
TODAY: dict[str, dict[str, Any]] = {
    "today": {"viewport": {"width": 1280, "height": 1000}, "device_scale_factor": 1.5},
    "today-phone": {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2},
}


def main() -> None:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        sys.exit("Chromium is not installed (sudo apt install chromium)")
    with (
        tempfile.TemporaryDirectory() as home,
        sites(Path(home)) as there,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=program, args=list(BROWSER_ARGS))
        if "--accept" not in sys.argv:
            show(browser, there[SCREENS])
        shutil.rmtree(ACCEPTED, ignore_errors=True)
        ACCEPTED.mkdir()
        comparing = Comparing(browser)
        for screens, site in there.items():
            for name, picture in pictures(browser, site, screens):
                (ACCEPTED / f"{name}.webp").write_bytes(comparing.reduced(picture))
        browser.close()


def show(browser: Any, site: Running) -> None:
    """The pictures people look at."""
    for name, size in TODAY.items():
        with looking(browser, site, "desk", **size) as page:
            page.goto("/")
            settled(page)
            page.screenshot(path=PICTURES / f"{name}.png")
    for on in SEEN_ON:
        with looking(browser, site, on) as page:
            for screen in SCREENS:
                if screen.words:
                    gone_to(page, screen.way)
                    file = SHOWN / f"{screen.name}-{on}.jpg"
                    page.screenshot(path=file, type="jpeg", quality=60)
    (SHOWN / "README.md").write_text(listed(), encoding="utf-8")


def listed() -> str:
    """The page that shows them side by side."""
    rows = [
        f"| {one.words} | "
        + " | ".join(f"![{one.words}, {on}]({one.name}-{on}.jpg)" for on in SEEN_ON)
        + " |"
        for one in SCREENS
        if one.words
    ]
    head = ["# Every screen", "", "Taken from the demonstration by `bin/pictures`.", ""]
    return "\n".join([*head, "| | phone | desk |", "| --- | --- | --- |", *rows, ""])


if __name__ == "__main__":
    main()
