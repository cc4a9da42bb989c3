"""What the site weighs and how it feels: bytes of each page, the start, memory, and in Chromium how
soon the next card stands there and whether anything moves."""

import gzip
import re
import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from figures import Figure, in_turn, ratio
from memory import held_now
from pages import PAGES, PROGRAM, Site, serving
from scene import HERE, made

STARTS, PRESSES = 7, 9
PHONE, DESK = (390, 844), (1280, 900)
LINKED = re.compile(r'(?:src|href)="(/static/[^"]+)"')
IN_STYLES = re.compile(r"url\(['\"]?([^'\")]+)['\"]?\)")
A_YEAR = "max-age=31536000"
CARD = "article.sheet"
SENT = re.compile("^I (sent it|told them|answered|thanked them)$")
MARK = """
document.addEventListener("click", () => {
  sessionStorage.setItem("pressed", performance.timeOrigin + performance.now());
}, true);
window.moved = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.moved += one.value;
}).observe({ type: "layout-shift", buffered: true });
"""
FORM = b"<form method=post><button>I sent it</button></form>"
SINCE_PRESSED = """() => {
  const drawn = performance.getEntriesByName("first-contentful-paint")[0];
  return drawn && performance.timeOrigin + drawn.startTime - sessionStorage.getItem("pressed");
}"""


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="firststep-bench-") as name:
        home = made(Path(name), 1_000)
        return [*_weights(home), _start(home), _memory(home), *_in_chromium(home)]


def _weights(home: Path) -> Iterator[Figure]:
    """Kilobytes over the line: first with an empty browser, then with what it has kept."""
    first, after, fonts, unkept = {}, {}, {}, set()
    with serving(home, PROGRAM) as site:
        for page in PAGES.values():
            sizes = dict(_sent(site, page, unkept))
            fonts[page] = sum(size for at, size in sizes.items() if at.endswith(".woff2")) / 1000
            after[page] = sizes[page] / 1000
            first[page] = sum(sizes.values()) / 1000 - fonts[page]
    yield _heaviest("a page the first time, fonts apart", first)
    yield _heaviest("a page after that", after)
    yield _heaviest("its fonts", fonts)
    yield Figure("files a browser may not keep for a year", len(unkept), ", ".join(unkept), "")


def _sent(site: Site, page: str, unkept: set[str]) -> Iterator[tuple[str, int]]:
    """Each file of a page, with the bytes that came over the line for it."""
    answer, content = site.sent(page)
    yield page, len(content)
    if answer.headers.get("Content-Encoding") == "gzip":
        content = gzip.decompress(content)
    files = list(dict.fromkeys(LINKED.findall(content.decode())))
    for at in files:
        answer, content = site.sent(at)
        if A_YEAR not in answer.headers.get("Cache-Control", ""):
            unkept.add(at)
        if "css" in answer.headers.get("Content-Type", ""):
            inside = (urljoin(at, one) for one in IN_STYLES.findall(content.decode()))
            files += [one for one in dict.fromkeys(inside) if one not in files]
        yield at, len(content)


def _heaviest(name: str, sizes: dict[str, float]) -> Figure:
    page, most = max(sizes.items(), key=lambda one: one[1])
    least = min(sizes.values())
    return Figure(name, most, f"{page}; the lightest {least:.1f} kB", " kB")


def _start(home: Path) -> Figure:
    """From starting the program to its first page, and the same of a bare Django project."""

    def begun(command: list[str], page: str) -> None:
        with serving(home, command) as site:
            site.opens(page)()
            began.append(time.perf_counter())

    began: list[float] = []

    def clock() -> float:  # the end of a server is not its start
        return began.pop() if began else time.perf_counter()

    ours, bare = in_turn(
        STARTS,
        lambda: begun(PROGRAM, "/"),
        lambda: begun([str(HERE / "bare_project.py")], "/"),
        clock=clock,
    )
    return ratio("start to the first page", ours, bare, of="a project as startproject makes it")


def _memory(home: Path) -> Figure:
    """Megabytes it holds while nothing is asked, after its pages were seen."""
    with serving(home, PROGRAM) as site:
        for page in ("/", "/", "/people/", "/companies/1", "/progress"):
            site.opens(page)()
        time.sleep(1)
        return Figure("idle memory", held_now(site.process), "after five pages", " MB")


def _in_chromium(home: Path) -> Iterator[Figure]:
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright, serving(home, PROGRAM) as site:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        with (
            _page(browser, site, DESK) as page,
            _one_word() as bare,
            _page(browser, site, DESK) as other,
        ):
            at, taken, least = _to_send(page), [], []
            for _ in range(PRESSES):
                taken.append(_pressed(page, at))
                least.append(_drawn_after_press(other, bare))
        moved = {}
        for wide, high in (PHONE, DESK):
            with _page(browser, site, (wide, high)) as page:
                moved |= {f"{at} at {wide}": _moved(page, at) for at in PAGES.values()}
        browser.close()
    told = f"median of {PRESSES}, {min(taken):.0f} to {max(taken):.0f}"
    of_one_word = f"a page of one word, in turns: {statistics.median(least):.0f} ms"
    yield Figure(
        "I sent it, to the next card", statistics.median(taken), f"{told}; {of_one_word}", " ms"
    )
    where = max(moved, key=lambda one: moved[one])
    yield Figure("layout shift of the page that moves most", moved[where], where, "")


@contextmanager
def _page(browser: Any, site: Site, size: tuple[int, int]) -> Iterator[Any]:
    wide, high = size
    context = browser.new_context(viewport={"width": wide, "height": high}, base_url=site.at)
    name, _, value = site.cookie.partition("=")
    context.add_cookies([{"name": name, "value": value, "url": site.at}])
    context.add_init_script(MARK)
    yield context.new_page()
    context.close()


def _to_send(page: Any) -> str:
    """A step of the day that is sent: its page."""
    page.goto("/", wait_until="networkidle")
    steps = [one.get_attribute("data-step") for one in page.locator("[data-step]").all()]
    for at in filter(None, steps):
        page.goto(at)
        if page.get_by_role("button", name=SENT).count():
            return str(at)
    raise RuntimeError("nothing is to be sent that day")


def _pressed(page: Any, at: str) -> float:
    """Milliseconds from pressing until the next card is drawn; then it is taken back."""
    taken = _drawn_after_press(page, at)
    page.locator(CARD).wait_for()
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("You took back").wait_for()
    return taken


def _drawn_after_press(page: Any, at: str) -> float:
    page.goto(at, wait_until="networkidle")
    page.get_by_role("button", name=SENT).click()
    page.wait_for_url("**/?done=*")
    taken = None
    while taken is None:
        page.wait_for_timeout(10)
        taken = page.evaluate(SINCE_PRESSED)
    return float(taken)


class _OneWord(BaseHTTPRequestHandler):
    """A form that leads to a page of one word: what the browser alone takes."""

    def do_GET(self) -> None:
        self._answer(200, b"Next" if "done" in self.path else FORM)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self._answer(303, b"", Location="/?done=1")

    def _answer(self, status: int, page: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "text/html", **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_said: object) -> None:
        pass


@contextmanager
def _one_word() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _OneWord)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def _moved(page: Any, at: str) -> float:
    page.goto(at, wait_until="networkidle")
    return float(page.evaluate("window.moved"))
