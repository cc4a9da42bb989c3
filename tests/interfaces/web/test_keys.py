"""The site by keyboard: a whole working day, and keys that never get in the way of typing."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from firststep.steps.outreach.models import Touch
from tests.interfaces.web.running import until

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign, Company
    from firststep.steps.people.models import Person

pytestmark = pytest.mark.browser
Browser = Callable[..., Any]
MOST = 20  # cards; a day that never ends is a mistake


def words(page: Any) -> str:
    return str(page.locator("main").inner_text())


def press(page: Any, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def moved(page: Any, *keys: str) -> None:
    """Presses keys that lead to another page."""
    with page.expect_navigation():
        press(page, *keys)


def fill_blanks(page: Any) -> None:
    """From the first blank on, as one types."""
    for _ in range(page.locator("[data-blank]").count()):
        page.keyboard.type("the tip about Solvik", delay=0)
        page.keyboard.press("Tab")


def tab_to(page: Any, found: str) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("found => document.activeElement.matches(found)", found):
            return
    raise AssertionError(f"no way to {found}")


def written(page: Any) -> None:
    moved(page, "w")
    press(page, "w")
    fill_blanks(page)
    assert "[" not in page.get_by_label("Message", exact=True).input_value()
    press(page, "Escape")
    moved(page, "1")


def called(page: Any) -> None:
    moved(page, "c")
    press(page, "4")  # left a message
    moved(page, "Enter")


def checked(page: Any) -> None:
    press(page, "j")
    moved(page, "Enter")
    tab_to(page, "[name^='match-']")
    press(page, "ArrowDown")  # another one
    moved(page, "Enter")
    press(page, "g")
    moved(page, "t")


def rested(page: Any) -> None:
    press(page, "z")
    moved(page, "Enter")  # tomorrow


def number_found(page: Any) -> None:
    press(page, "j")
    moved(page, "Enter")
    tab_to(page, "#switchboard")
    page.keyboard.type("+47 55 01 02 03")
    moved(page, "Enter")


DONE: dict[str, Callable[[Any], None]] = {
    "Write": written, "Thank": written, "Answer": written, "Nudge": written, "Invite": written,
    "Call": called, "Check": checked, "Find a number": number_found,
}  # fmt: skip


@pytest.mark.slow
def test_a_working_day_of_eight_cards_goes_by_keyboard_alone(demonstration: Browser) -> None:
    page = demonstration()
    assert page.locator(".lead").inner_text().startswith("Eight small steps")
    kinds = []
    while page.locator("article.sheet").count():
        kinds.append(page.locator(".sheet .kind b").inner_text())
        DONE.get(kinds[-1], rested)(page)
        page.wait_for_load_state()
        assert page.url.partition("?")[0].endswith("/"), page.url
        assert len(kinds) < MOST, kinds

    assert "Done for today." in words(page)
    assert len(kinds) >= 8
    assert {"Write", "Thank", "Call", "Check", "Find a number"} <= {*kinds}
    told = page.get_by_role("status").first.inner_text()
    moved(page, "u")
    assert "You took back" in page.get_by_role("status").first.inner_text(), told


@pytest.mark.django_db(transaction=True)
def test_j_and_k_walk_the_steps_and_the_rows(
    browser: Browser, ada: "Campaign", acme: "Company", ann: "Person", dana: "Person"
) -> None:
    page = browser("/people/")
    press(page, "j")
    assert "Ann Lee" in page.evaluate("document.activeElement.textContent")
    press(page, "j", "j", "j")
    assert "Dana Whitlock" in page.evaluate("document.activeElement.textContent")
    press(page, "k")
    moved(page, "Enter")
    assert page.get_by_role("heading", name="Ann Lee").is_visible()


@pytest.mark.django_db(transaction=True)
def test_a_key_types_where_one_types_and_escape_leaves_the_field(
    browser: Browser, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = browser("/people/", reduced_motion="reduce")
    press(page, "/")
    page.keyboard.type("jug?")
    assert page.locator("#q").input_value() == "jug?"
    press(page, "Escape", "?")
    assert page.get_by_role("dialog", name="The keys").is_visible()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.django_db(transaction=True)
def test_on_every_page_l_opens_the_line_and_slash_leads_to_the_search(
    browser: Browser, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    page = browser("/progress")
    press(page, "l")  # the line stands on every page
    until(page, "document.activeElement.id === 'line'")
    assert page.url.endswith("/progress")
    page.goto("/goal")
    moved(page, "/")
    until(page, "document.activeElement.id === 'q'")


@pytest.mark.django_db(transaction=True)
def test_the_keys_can_be_turned_off_in_this_browser(
    browser: Browser, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    page = browser("/")
    page.get_by_role("button", name="Keys").click()
    page.get_by_label("These keys work").uncheck()
    press(page, "Escape", "1", "z", "?")
    assert page.url.endswith("/") and not page.get_by_role("dialog").is_visible()
    assert not Touch.objects.exists()
    page.reload()
    page.get_by_role("button", name="Keys").click()
    assert not page.get_by_label("These keys work").is_checked()
    page.get_by_label("These keys work").check()
    press(page, "Escape")
    moved(page, "1")
    assert Touch.objects.count() == 1, (page.url, words(page))


@pytest.mark.django_db(transaction=True)
def test_without_scripts_no_key_is_promised(browser: Browser, ada: "Campaign") -> None:
    page = browser("/", java_script_enabled=False)

    assert not page.get_by_role("button", name="Keys").is_visible()
    assert not page.get_by_role("dialog").is_visible()
