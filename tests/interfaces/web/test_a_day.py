"""A whole working day on a phone, by touch alone, with scripts and without; and on two tabs."""

import re
from collections.abc import Callable
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Browser = Callable[..., Any]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
MOST = 20  # cards; a day that never ends is a mistake
# What looks as if it could be pressed and, without scripts, does nothing.
DEAD = """
!matchMedia("(scripting: none)").matches ? [] : [
  ...document.querySelectorAll("button[type=button], a:not([href]), [role=button], dialog *")
].filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 100))
"""


def home(page: Any) -> str:
    return "/".join(page.url.split("/")[:3])


def tapped(page: Any, what: Any) -> None:
    """Taps what leads to another page."""
    assert page.evaluate(DEAD) == [], page.url
    with page.expect_navigation():
        what.tap()
    page.wait_for_load_state()


def written(page: Any) -> None:
    tapped(page, page.locator(".sheet .button.main"))
    text = page.get_by_label("Message", exact=True)
    for blank in page.locator("[data-blank]:visible input").all():
        blank.tap()
        blank.fill("the tip about Solvik")
    text.fill(re.sub(r"\[[^\[\]]+\]", "the tip about Solvik", text.input_value()))
    tapped(page, page.locator("#letter > .answers button"))


def called(page: Any) -> None:
    tapped(page, page.locator(".sheet").get_by_role("button", name="Left a message"))


def checked(page: Any) -> None:
    tapped(page, page.locator(".sheet .button.main"))
    page.locator(".choice", has_text="another").first.tap()
    tapped(page, page.locator("main form .main, main form button").last)
    page.goto(home(page))


def number_found(page: Any) -> None:
    tapped(page, page.locator(".sheet .button.main"))
    page.locator("#switchboard").fill("+47 55 01 02 03")
    tapped(page, page.locator("form", has=page.locator("#switchboard")).locator("button").first)


def rested(page: Any) -> None:
    page.locator(".sheet [data-rest] summary").tap()
    tapped(page, page.locator(".sheet [data-rest] form button").first)


DONE: dict[str, Callable[[Any], None]] = {
    "Write": written, "Thank": written, "Answer": written, "Nudge": written, "Invite": written,
    "Call": called, "Check": checked, "Find a number": number_found,
}  # fmt: skip


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_working_day_of_eight_cards_goes_by_touch_alone(
    scripts: bool, demonstration: Browser
) -> None:
    page = demonstration(**PHONE, java_script_enabled=scripts)
    assert page.locator(".lead").inner_text().startswith("Eight small steps")
    kinds = []
    while page.locator("article.sheet").count():
        kinds.append(page.locator(".sheet .kind b").inner_text())
        DONE.get(kinds[-1], rested)(page)
        assert page.url.partition("?")[0].endswith("/"), page.url
        assert len(kinds) < MOST, kinds

    assert "Done for today." in page.locator("main").inner_text()
    assert len(kinds) >= 8
    assert {"Write", "Thank", "Call", "Check", "Find a number"} <= {*kinds}
    tapped(page, page.get_by_role("button", name="Undo"))
    assert "You took back" in page.get_by_role("status").first.inner_text()


def test_two_tabs_never_write_one_step_twice_and_show_both_where_they_differ(
    demonstration: Browser,
) -> None:
    one = demonstration(**PHONE)
    other = one.context.new_page()
    while one.locator(".sheet .kind b").inner_text() not in ("Write", "Nudge"):
        DONE.get(one.locator(".sheet .kind b").inner_text(), rested)(one)
    at = one.locator("article.sheet").get_attribute("data-step")
    site = home(one)
    for tab in (one, other):
        tab.goto(f"{site}{at}")
        tab.get_by_label("Message", exact=True).fill("A line of my own.")

    tapped(one, one.locator("#letter > .answers button"))
    told = one.get_by_role("status").first.inner_text()
    other.get_by_label("Message", exact=True).fill("Another line of my own.")
    tapped(other, other.locator("#letter > .answers button"))

    words = other.locator("main").inner_text()
    assert "something newer was recorded" in words, words
    assert told.split("\n")[0].rstrip(".") in words
    assert "Another line of my own." in other.content()
    one.goto(f"{site}/noted")
    assert one.locator("main").inner_text().count(told.split("\n")[0].rstrip(".")) == 1
    assert other.get_by_role("button", name="Say it again").is_visible()
