"""Every screen of the site, how one comes there, and how it is looked at: by the invented campaign
of the demonstration on a fixed day, or by who has just begun.

`bin/pictures` takes the pictures of docs/screens by it, and accepts how the screens look now.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.interfaces.web.running import PROGRAM, Running, environment, running, until

DAY = "2026-11-23"
ACCEPTED = Path(__file__).with_name("accepted")  # a cell a point: see likeness.py
LOOKED_AT = Path(__file__).resolve().parents[3] / "build" / "screens"
STEP = "article[data-step] .main"
SEEN_ON: dict[str, dict[str, Any]] = {
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True},
    "desk": {"viewport": {"width": 1280, "height": 900}},
}
SCHEMES = {"phone": ("light", "dark"), "desk": ("light",)}
ONLY_LOOKING = {
    "reduced_motion": "reduce", "service_workers": "block", "locale": "en-GB",
    "timezone_id": "Europe/Amsterdam",
}  # fmt: skip
Way = tuple[str | tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """A page, and the way to it: an address first, then what is pressed, or filled in with a text.
    A bare word leads to the page of that name below. `words` name it in docs/screens. `looks` are
    those it is taken in, all where none are named."""

    name: str
    way: Way
    words: str = ""
    looks: tuple[str, ...] = ()


SCREENS = (
    Screen("today", ("/",), "Today"),
    Screen("message", ("/", STEP), "A step: its message"),
    Screen("prepare", ("/", STEP, "prepare"), "Before a conversation"),
    Screen("companies", ("/companies/",), "Companies"),
    Screen(
        "company",
        ("/companies/", "th a:text-is('Solvik Batteries')"),
        "A company, with the ways in",
    ),
    Screen("people", ("/people/?show=waiting",), "People"),
    Screen("person", ("/people/?show=waiting", ".rows a.entry >> nth=0"), "A person"),
    Screen("goal", ("/goal",), "Goal"),
    Screen("progress", ("/progress",), "Progress"),
    Screen("behind", ("/noted?of=touched",), "What stands behind a figure"),
    Screen("noted", ("/noted",), "What you noted"),
    Screen("events", ("/events/",), "Events and offers"),
    Screen("favours", ("/favours/",), "Favours"),
    Screen("practice", ("/practice",), "Practice"),
    Screen("heard", ("/heard",), "What somebody wrote"),
    Screen("import", ("/import",), "Bring in"),
    Screen("names", ("/companies/names",), "Names to find"),
    Screen("check", ("/companies/check",), "Is it the same company?"),
    Screen("wordings", ("/settings/wordings",), "Wordings"),
    Screen("settings", ("/settings",), "Settings"),
    Screen("suggested", ("/companies/suggested",)),
    Screen("stranger", ("/people/?q=Yuki", ".rows a.entry >> nth=0")),
    Screen("compare", ("/people/?q=Yuki", ".rows a.entry >> nth=0", "compare")),
    Screen("same", ("/people/same",)),
    Screen("interview", ("/", "a[href$='/interview']")),
    Screen("seat", ("/touch/s1",)),
    Screen("wording", ("/settings/wordings/known",)),
    Screen(
        "understood",
        (
            "/heard",
            "summary:has-text('happened')",
            ("#line", "hm, Marcus"),
            "text=Look at it >> nth=-1",
        ),
    ),
    Screen(
        "met",
        (
            "/events/",
            "summary:has-text('Several at once')",
            ("#cards-text", "Amy Roe, Globex: steel prices\nMarcus Oduya, Halden Turbines"),
            "text=Look at them",
        ),
    ),
    Screen(
        "refused",
        ("/settings", ("#phone", "by the door"), "#email >> xpath=ancestor::form >> .main"),
    ),
    Screen("inbox", ("/inbox",), "Lines from the phone"),
    Screen("nowhere", ("/nowhere",)),
)
TYPED_ON_THE_PHONE = (
    "Heleen Postma said yes, Thursday at 3pm\n"
    "20.11. met Ulf Petersen (Orling Werften) at the crane, he will send the drawings\n"
    "called Marcus, nobody there\n"
    "???\n"
)
OF_A_NEWCOMER = (
    Screen("begun-today", ("/",)),
    Screen("begun-people", ("/people/",)),
    Screen("begun-companies", ("/companies/",)),
    Screen("begun-goal", ("/goal",)),
    Screen("begun-progress", ("/progress",)),
)
OF_NOBODY = (Screen("begin", ("/begin",)),)
# German words are long: the pages with the most of them, where there is the least room.
PHONE, BOTH = ("phone-light",), ("phone-light", "phone-dark")
IN_GERMAN = (
    Screen("german-today", ("/",), looks=BOTH),
    Screen("german-person", ("/people/?show=waiting", ".rows a.entry >> nth=0"), looks=BOTH),
    Screen(
        "german-call",
        (
            "/people/?q=Lena Martin",
            ".rows a.entry >> nth=0",
            "main a[href^='/touch/']",
            ".tabs a[href*=call]",
        ),
        looks=PHONE,
    ),
    Screen("german-events", ("/events/",), looks=PHONE),
    Screen("german-practice", ("/practice",), looks=PHONE),
    Screen("german-wordings", ("/settings/wordings",), looks=PHONE),
    Screen("german-wording", ("/settings/wordings/known",), looks=PHONE),
)
LANDED_IN_GERMAN = (Screen("german-landed", ("/landed",), looks=PHONE),)


@contextmanager
def sites(home: Path) -> Iterator[dict[tuple[Screen, ...], Running]]:
    """The sites the screens stand on, each in a process of its own."""
    play = [*PROGRAM, "demo", "--no-serve", "--on", DAY]
    subprocess.run(play, env=environment(home), check=True, stdout=subprocess.DEVNULL)
    (home / "demo" / "inbox.txt").write_text(TYPED_ON_THE_PHONE)
    begun = environment(home / "begun")
    begin = [
        *PROGRAM,
        "init",
        "--name",
        "Ada Moreno",
        "--country",
        "NL",
        "--zone",
        "Europe/Amsterdam",
    ]
    subprocess.run(begin, env=begun, check=True, stdout=subprocess.DEVNULL)
    german, landed = home / "german", home / "landed"
    shutil.copytree(home / "demo", german)
    _say(german, "campaign", "--language", "de")
    shutil.copytree(german, landed)
    _say(landed, "landed", "--company", "Solvik Batteries")
    homes = {
        SCREENS: environment(home / "demo", HOME=str(home)),
        IN_GERMAN: environment(german),
        LANDED_IN_GERMAN: environment(landed),
        OF_A_NEWCOMER: begun,
        OF_NOBODY: environment(home / "nobody", TZ="Europe/Amsterdam"),
    }
    with ExitStack() as opened:
        yield {
            screens: opened.enter_context(running(env, saying=("--on", DAY)))
            for screens, env in homes.items()
        }


def _say(home: Path, *words: str) -> None:
    said, env = [*PROGRAM, *words, "--on", DAY], environment(home)
    subprocess.run(said, env=env, check=True, stdout=subprocess.DEVNULL)


@contextmanager
def looking(browser: Any, site: Running, on: str, **more: Any) -> Iterator[Any]:
    """A page of a browser that was let in and changes nothing by itself."""
    context = browser.new_context(base_url=site.at, **{**SEEN_ON[on], **ONLY_LOOKING, **more})
    site.let_in(context)
    context.route(re.compile(r"/static/.*tokens.*\.css"), _with_its_fonts)
    yield context.new_page()
    context.close()


def _with_its_fonts(route: Any) -> None:
    """On a busy machine a page may be drawn before its fonts are there; a picture waits."""
    answer = route.fetch()
    route.fulfill(
        response=answer, body=answer.text().replace("display: optional", "display: block")
    )


def gone_to(page: Any, way: Way) -> None:
    """Opens a page and goes on from there."""
    page.goto(way[0])
    for step in way[1:]:
        if isinstance(step, tuple):
            page.locator(step[0]).fill(step[1])
        elif step.isalpha():
            page.goto(f"{page.url.partition('?')[0]}/{step}")
        else:
            page.locator(step).first.click()
            page.wait_for_load_state()
    settled(page)


def settled(page: Any) -> None:
    """Its fonts are there, and the figures that come after the cards; nobody stands in a field."""
    page.locator("[data-later]").wait_for(state="detached")
    page.evaluate("document.fonts.ready")
    page.evaluate("document.activeElement.blur()")
    until(page, "document.fonts.status === 'loaded'")


def pictures(
    browser: Any, site: Running, screens: tuple[Screen, ...]
) -> Iterator[tuple[str, bytes]]:
    """Each screen whole, on a desk and on a phone, there also dark: its name, the picture (PNG)."""
    for on in SEEN_ON:
        with looking(browser, site, on) as page:
            for screen in screens:
                gone_to(page, screen.way)
                for scheme in SCHEMES[on]:
                    if screen.looks and f"{on}-{scheme}" not in screen.looks:
                        continue
                    page.emulate_media(color_scheme=scheme)
                    taken = page.screenshot(full_page=True, animations="disabled")
                    yield f"{screen.name}-{on}-{scheme}", taken
                page.emulate_media(color_scheme="light")
