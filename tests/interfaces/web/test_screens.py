"""Every screen looks as it was accepted, on a phone and a desk, light and dark: within what another
Chromium draws otherwise."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.interfaces.web.likeness import Comparing
from tests.interfaces.web.running import Running
from tests.interfaces.web.screens import ACCEPTED, LOOKED_AT, Screen, looking, pictures, sites

pytestmark = [pytest.mark.browser, pytest.mark.slow]
HOW = """
{told}

{at} holds for each the accepted picture, the one of now, and it again with the places marked.
If the screens look as they should, accept them: bin/pictures --accept"""


@pytest.fixture(scope="module")
def standing(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[dict[tuple[Screen, ...], Running]]:
    with sites(tmp_path_factory.mktemp("home")) as there:
        yield there


def unlike(comparing: Comparing, name: str, picture: bytes) -> str:
    """How a screen differs from what was accepted, laid by as a sheet; "" where it is like."""
    accepted = ACCEPTED / f"{name}.webp"
    if not accepted.exists():
        return f"{name}: not accepted yet"
    found = comparing.likeness(accepted.read_bytes(), picture)
    if found.is_like:
        return ""
    LOOKED_AT.mkdir(parents=True, exist_ok=True)
    (LOOKED_AT / f"{name}.png").write_bytes(found.sheet)
    return f"{name}: {found}"


def test_every_screen_looks_as_it_was_accepted(
    chromium: Any, standing: dict[tuple[Screen, ...], Running]
) -> None:
    comparing, wrong, seen = Comparing(chromium), [], set()
    for screens, site in standing.items():
        for name, picture in pictures(chromium, site, screens):
            seen.add(name)
            wrong.append(unlike(comparing, name, picture))
    gone = {one.stem for one in ACCEPTED.iterdir()} - seen
    wrong += [f"{name}: accepted, but there is no such screen" for name in sorted(gone)]

    told = "\n".join(filter(None, wrong))
    assert not told, HOW.format(told=told, at=LOOKED_AT)


BUGS = {
    "a margin is gone": ".head { margin-bottom: 12px }",
    "a card is missing": "article.sheet { display: none }",
    "the words are paler": ":root { --ink: oklch(.36 .018 265) }",
    "the small words are paler": ":root { --soft: oklch(.58 .02 265) }",
    "what is to be pressed has another colour": ":root { --accent: oklch(.55 .15 60) }",
    "the lines between are gone": ".rows li { border: 0 }",
    "a heading is set in another face": "h1 { font-family: sans-serif }",
    "the page stands by two points aside": "main { padding-inline: 22px }",
}
A_HAIR = ":root { letter-spacing: .004px } body { -webkit-font-smoothing: antialiased }"
DRESSED = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""


@pytest.mark.parametrize("on", ["phone", "desk"])
def test_what_goes_wrong_with_a_look_is_seen_and_a_hair_is_not(
    on: str, chromium: Any, standing: dict[tuple[Screen, ...], Running]
) -> None:
    comparing = Comparing(chromium)
    site = next(iter(standing.values()))
    with looking(chromium, site, on) as page:
        page.goto("/")
        page.locator("[data-later]").wait_for(state="detached")
        good = comparing.reduced(page.screenshot(full_page=True))

        def is_like(css: str) -> bool:
            page.evaluate(DRESSED, css)
            return comparing.likeness(good, page.screenshot(full_page=True)).is_like

        assert is_like("")
        assert is_like(A_HAIR)
        assert [bug for bug, css in BUGS.items() if is_like(css)] == []
