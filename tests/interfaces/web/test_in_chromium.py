"""What only a real browser shows: access for everybody, no scripts needed, thumbs, keys."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from firststep.journal.actions import Stamp
from firststep.steps.outreach.models import Touch
from firststep.steps.people.models import CompanyMatch
from firststep.verbs.thread import record_reply, record_sent
from tests.cast import MONDAY, a_company, a_row_person

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign, Company
    from firststep.steps.people.models import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Browser = Callable[..., Any]
TOO_SMALL = """
[...document.querySelectorAll('button, .button, .places a, input, select, textarea')]
  .filter(one => !['hidden', 'radio', 'checkbox'].includes(one.type))
  .filter(one => one.offsetParent !== null && one.getBoundingClientRect().height < 43.5)
  .map(one => one.outerHTML.slice(0, 120))
"""
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


@pytest.fixture
def a_busy_week(ada: "Campaign", acme: "Company", ann: "Person", dana: "Person") -> "Campaign":
    """Ann wrote back, Dana can be called, one name of Acme is in doubt."""
    rosa = a_row_person(ada, "Rosa Park", company=acme, title="Buyer", email="rosa@acme.example")
    CompanyMatch.objects.create(
        campaign=ada, written=a_company(ada, "Acme Holding"), company=acme, tier="weak", why="alike"
    )
    stamp = Stamp(on=MONDAY)
    record_sent(ada, stamp=stamp, ref=f"p{ann.pk}")
    record_reply(ada, stamp=stamp, ref=f"p{ann.pk}", answer="helped")
    record_sent(ada, stamp=stamp, ref=f"p{rosa.pk}")
    return ada


NOT_THERE = "/nothing"  # its page is looked at as the others are


def addresses(ada: "Campaign", acme: "Company", ann: "Person", dana: "Person") -> list[str]:
    return [
        "/", "/companies/", f"/companies/{acme.pk}", "/people/", f"/people/{ann.pk}",
        f"/touch/p{ann.pk}", f"/touch/p{dana.pk}?tab=call", f"/touch/s{acme.seats.get().pk}",
        "/goal", "/progress", "/noted", "/noted?of=touched", "/import", "/settings",
        "/companies/check", NOT_THERE, "/events/", "/favours/", "/practice",
        f"/touch/p{ann.pk}/prepare", f"/touch/p{ann.pk}/practice",
    ]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("size", [{}, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_shuts_anybody_out(
    scheme: str, size: dict[str, Any], browser: Browser, a_busy_week: "Campaign",
    acme: "Company", ann: "Person", dana: "Person",
) -> None:  # fmt: skip
    from axe_playwright_python.sync_playwright import Axe

    page = browser("/", color_scheme=scheme, reduced_motion="reduce", **size)
    for address in addresses(a_busy_week, acme, ann, dana):
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        found = Axe().run(page)
        assert found.violations_count == 0, f"{address}: {found.generate_report()}"


A_LIST = {"name": "list.csv", "mimeType": "text/csv", "buffer": b"Wer,Wo\nMia Berg,Halden\n"}
A_CARD = {
    "name": "a.vcf",
    "mimeType": "text/vcard",
    "buffer": b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Tom Ode\r\nN:Ode;Tom;;;\r\nEND:VCARD\r\n",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_bringing_in_shuts_nobody_out_and_needs_no_scripts(
    scheme: str, browser: Browser, ada: "Campaign"
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    shown = browser("/import", color_scheme=scheme, reduced_motion="reduce")
    for files in ([A_CARD], [A_LIST], [A_CARD, {**A_CARD, "name": "b.vcf"}]):
        shown.goto("/import")
        shown.set_input_files("#file", files)
        shown.get_by_role("button", name="Look at it").click()
        shown.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        found = Axe().run(shown)
        assert found.violations_count == 0, found.generate_report()

    page = browser("/import", java_script_enabled=False, **PHONE)
    page.set_input_files("#file", A_LIST)
    page.get_by_role("button", name="Look at it").click()
    page.get_by_label("Wer").select_option("name")
    page.get_by_label("Wo").select_option("company")
    page.get_by_role("button", name="Look again").click()
    page.get_by_role("button", name="Bring it in").click()
    assert page.get_by_role("status").inner_text().startswith("You imported list.csv")
    assert ada.people.get().name == "Mia Berg"


def test_the_first_run_shuts_nobody_out(browser: Browser) -> None:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(browser("/begin"))
    assert found.violations_count == 0, found.generate_report()


def test_on_a_phone_nothing_scrolls_sideways_and_everything_is_wide_enough_for_a_thumb(
    browser: Browser, a_busy_week: "Campaign", acme: "Company", ann: "Person", dana: "Person"
) -> None:
    page = browser("/", **PHONE)
    for address in addresses(a_busy_week, acme, ann, dana):
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address
        small = page.evaluate(TOO_SMALL)
        assert small == [], address


def test_a_whole_step_goes_without_scripts(
    browser: Browser, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    page = browser("/", java_script_enabled=False, **PHONE)
    page.get_by_role("link", name="Finish the message").click()
    page.get_by_label("Message").fill("Hi Ann, it has been a while. Who runs Purchasing?")
    page.get_by_role("button", name="I sent it").click()
    assert page.get_by_role("status").inner_text().startswith("You wrote to Ann Lee")
    assert Touch.objects.get(campaign=ada).text.startswith("Hi Ann")
    page.get_by_role("button", name="Undo").click()
    assert "You took back" in page.get_by_role("status").inner_text()
    assert not Touch.objects.filter(campaign=ada).exists()


def test_a_message_is_handed_over_only_when_its_blanks_are_filled(
    browser: Browser, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    page = browser(f"/touch/p{ann.pk}")
    mail = page.locator("[data-hand-over]")
    copy = page.get_by_role("button", name="Copy the message")
    assert copy.is_disabled()
    assert mail.get_attribute("href") is None
    blanks = page.locator("[data-blank] input")
    for number in range(blanks.count()):
        blanks.nth(number).fill(f"said {number}")
    assert copy.is_enabled()
    assert "said%200" in mail.get_attribute("href")
    assert "[" not in page.get_by_label("Message").input_value()
    blanks.first.fill("")
    assert copy.is_disabled()


def test_what_is_typed_is_kept_at_once_until_it_is_sent(
    browser: Browser, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    page = browser(f"/touch/p{ann.pk}")
    drawn = page.get_by_label("Message", exact=True).input_value()
    page.locator("[data-blank] input").first.fill("the trade fair in Halden")
    page.get_by_label("Message", exact=True).press("Control+End")
    page.get_by_label("Message", exact=True).type("PS")
    page.goto("/")

    page.goto(f"/touch/p{ann.pk}")
    assert "the trade fair in Halden" in page.get_by_label("Message", exact=True).input_value()
    assert page.get_by_label("Message", exact=True).input_value().endswith("PS")
    assert page.locator("[data-blank] input").first.input_value() == "the trade fair in Halden"
    page.get_by_role("button", name="Begin anew").click()
    page.wait_for_load_state()
    assert page.get_by_label("Message", exact=True).input_value() == drawn

    page.locator("[data-blank] input").first.fill("the trade fair in Halden")
    page.get_by_role("button", name="I sent it").click()
    page.get_by_role("status").get_by_text("You wrote to Ann Lee").wait_for()
    assert page.evaluate("Object.keys(localStorage).filter(one => /typed/.test(one))") == []


def test_on_linkedin_one_press_copies_and_opens_and_who_comes_back_is_asked(
    browser: Browser, ada: "Campaign", acme: "Company"
) -> None:
    rosa = a_row_person(
        ada, "Rosa Park", company=acme, title="Buyer", connected_on=MONDAY, linkedin="rosa"
    )
    page = browser(f"/touch/p{rosa.pk}")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.context.route("https://www.linkedin.com/**", lambda route: route.fulfill(body="there"))
    door = page.get_by_text("Copy and open their LinkedIn profile")
    assert door.get_attribute("href") is None
    assert not page.get_by_role("button", name="Copy the message").is_visible()
    for number in range(page.locator("[data-blank] input").count()):
        page.locator("[data-blank] input").nth(number).fill("the fair")
    page.get_by_label("Message", exact=True).fill("Hi Rosa, who runs Purchasing?")

    with page.expect_popup() as opened:
        door.click()

    assert opened.value.url == "https://www.linkedin.com/in/rosa/"
    assert page.evaluate("navigator.clipboard.readText()") == "Hi Rosa, who runs Purchasing?"
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.locator("[data-told]").inner_text() == "Did it go out?"
    assert page.evaluate("document.activeElement.textContent") == "I sent it"
    assert not Touch.objects.exists()


def test_a_long_letter_folds_so_that_what_to_do_stands_on_the_first_screen_of_a_phone(
    browser: Browser, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    page = browser("/", **PHONE)
    main = page.locator(".sheet .main").bounding_box()

    assert page.get_by_text("The rest of it").is_visible()
    assert main["y"] + main["height"] <= 844 - 64  # above the five places


def test_the_page_can_be_walked_by_keys_and_shows_where_one_is(
    browser: Browser, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    page = browser("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the page"
    seen = set()
    for _ in range(30):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.textContent.trim()"))
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none" or page.evaluate("document.activeElement === document.body")
    assert {"Today", "Finish the message", "I sent it"} <= seen


def test_a_page_loads_nothing_from_anywhere_else_and_breaks_no_rule_of_its_own(
    browser: Browser, a_busy_week: "Campaign", acme: "Company", ann: "Person", dana: "Person",
    live_server: Any,
) -> None:  # fmt: skip
    page = browser("/")
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    for address in addresses(a_busy_week, acme, ann, dana):
        if address != NOT_THERE:  # of which the browser itself complains
            page.goto(address)
    assert all(url.startswith(live_server.url) for url in asked)
    assert said == []


MOVED = """
window.moved = [];
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) for (const part of one.hadRecentInput ? [] : one.sources) {
    window.moved.push(part.node ? (part.node.outerHTML || part.node.textContent).slice(0, 80) : "");
  }
}).observe({ type: "layout-shift", buffered: true });
"""


def after_a_while(route: Any) -> None:
    """As over a slow line: the page is drawn before its scripts are there."""
    time.sleep(0.2)
    route.continue_()


@pytest.mark.parametrize("size", [PHONE, {"viewport": {"width": 1280, "height": 900}}])
def test_what_one_is_about_to_press_never_moves_away(
    size: dict[str, Any], browser: Browser, a_busy_week: "Campaign", acme: "Company",
    ann: "Person", dana: "Person",
) -> None:  # fmt: skip
    for number in range(7):  # so many wait for an answer that one may be searched for
        rosa = a_row_person(
            a_busy_week, f"Rosa {number}", company=acme, email=f"r{number}@a.example"
        )
        record_sent(a_busy_week, stamp=Stamp(on=MONDAY), ref=f"p{rosa.pk}")
    page = browser("/", service_workers="block", **size)
    page.route("**/static/*.js*", after_a_while)
    page.add_init_script(MOVED)
    for address in addresses(a_busy_week, acme, ann, dana):
        page.goto(address, wait_until="networkidle")
        assert page.evaluate("window.moved") == [], address


def test_the_fonts_are_light_and_free() -> None:
    from firststep.interfaces.web.words import STATIC

    fonts = list((STATIC / "fonts").glob("*.woff2"))
    assert len(fonts) == 5
    assert sum(font.stat().st_size for font in fonts) < 80_000
    assert len(list((STATIC / "fonts").glob("LICENSE-*"))) == 2
