"""The figures at the side of Today come after the cards, and nothing moves when they do."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from firststep.interfaces.answers import progress
from firststep.journal.actions import Stamp
from firststep.verbs.thread import record_sent
from tests.cast import MONDAY
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign, Company
    from firststep.steps.people.models import Person

FIGURES = ("People touched", "Said yes", "How far still")
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
DESK = {"viewport": {"width": 1280, "height": 1000}}
# Where everything stands that was there before the figures.
PLACES = """
[...document.querySelectorAll("main *")].filter((one) => !one.closest("[data-later], .side"))
  .concat([...document.querySelectorAll(".side > section:first-child")])
  .map((one) => { const at = one.getBoundingClientRect(); return [at.x, at.y, at.width]; })
"""

WHEN = """() => {
  const drawn = performance.getEntriesByName("first-contentful-paint")[0];
  const asked = performance.getEntriesByType("resource").find((one) => one.name.endsWith("/side"));
  return [drawn.startTime, asked.startTime];
}"""
HEIGHT = "document.querySelector('.side').getBoundingClientRect().height"


def figures_in(text: str) -> list[str]:
    return [figure for figure in FIGURES if figure in text]


def test_right_after_a_change_the_cards_come_without_the_figures(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person", monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.open("/")
    reader.open("/")
    record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{ann.pk}")
    with monkeypatch.context() as without:
        without.setattr(progress, "progress_on", None)

        page = reader.open("/")

    assert figures_in(page.text) == []
    assert 'data-later="/progress/side"' in page.text
    assert '<a href="/progress">How it goes so far</a>' in page.text
    assert "/static/later" in page.text


def test_the_figures_follow_by_themselves(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    reader.open("/")

    alone = reader.open("/progress/side")

    assert figures_in(alone.text) == list(FIGURES)
    assert "<html" not in alone.text
    assert "<a class" not in alone.text


def test_a_second_look_shows_them_at_once_also_without_scripts(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    reader.open("/")

    page = reader.open("/")

    assert figures_in(page.text) == list(FIGURES)
    assert "data-later" not in page.text
    assert "/static/later" not in page.text


def test_the_figures_are_worked_out_once_for_each_change(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person", monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    really = progress.progress_on

    def counted(*given: Any, **more: Any) -> Any:
        asked.append(1)
        return really(*given, **more)

    monkeypatch.setattr(progress, "progress_on", counted)
    for address in ("/", "/progress/side", "/", "/", "/progress/side"):
        reader.open(address)

    assert len(asked) == 1


def test_what_was_touched_since_stands_in_them(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    assert "Nobody yet." in reader.open("/progress/side").text

    record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{ann.pk}")

    assert (
        '<p class="big"><a href="/noted?of=touched">1</a> <small>of 100</small></p>'
        in reader.open("/progress/side").text
    )


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_in_a_browser_they_come_in_and_nothing_moves(
    size: dict[str, Any], browser: Callable[..., Any], ada: "Campaign", acme: "Company",
    ann: "Person",
) -> None:  # fmt: skip
    record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{ann.pk}")
    held: list[Any] = []
    page = browser("/progress", **size)
    page.route("**/progress/side", lambda route: held.append(route))
    page.goto("/")
    page.evaluate("document.fonts.ready")
    page.get_by_role("heading", name="Next").wait_for(timeout=5_000)
    before, tall = page.evaluate(PLACES), page.evaluate(HEIGHT)

    held[0].continue_()
    page.get_by_role("heading", name="People touched").wait_for()

    assert page.locator("[data-later]").count() == 0
    assert page.evaluate(PLACES) == before
    assert abs(page.evaluate(HEIGHT) - tall) < 150  # their room was kept, the foot hardly moves


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_they_are_asked_for_once_the_cards_are_drawn(
    browser: Callable[..., Any], ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    page = browser("/progress")
    page.goto("/")
    page.get_by_role("heading", name="People touched").wait_for()

    drawn, asked = page.evaluate(WHEN)

    assert 0 < drawn <= asked


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_where_they_cannot_be_had_a_link_leads_to_them(
    browser: Callable[..., Any], ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    page = browser("/progress")
    page.route("**/progress/side", lambda route: route.abort())
    page.goto("/")
    page.get_by_role("link", name="How it goes so far").click()

    assert page.url.endswith("/progress")


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_without_scripts_a_link_leads_to_them(
    browser: Callable[..., Any], ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    page = browser("/", java_script_enabled=False, **PHONE)
    page.get_by_role("link", name="How it goes so far").click()

    assert page.url.endswith("/progress")
