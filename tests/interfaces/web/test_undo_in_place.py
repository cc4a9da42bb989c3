"""What was recorded is told where it was pressed, with its undo: for a thumb, a key, a reader."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from firststep.journal.actions import Stamp
from firststep.steps.outreach.models import Touch
from firststep.verbs.thread import record_sent
from tests.cast import MONDAY, a_row_person, a_target
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign, Company
    from firststep.steps.people.models import Person

pytestmark = [pytest.mark.django_db(transaction=True)]
Browser = Callable[..., Any]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
TOLD = ".told[role=status]:not(#line-state)"
TEN_SECONDS_MS = 10_000


@pytest.fixture
def two_steps(ada: "Campaign", acme: "Company", ann: "Person") -> "Campaign":
    globex = a_target(ada, "Globex")
    a_row_person(ada, "Tom Berg", company=globex, title="Buyer", email="tom@globex.example")
    return ada


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False])
def test_after_a_press_its_undo_stands_on_the_card_that_comes_next(
    scripts: bool, browser: Browser, two_steps: "Campaign"
) -> None:
    page = browser("/", java_script_enabled=scripts, **PHONE)
    page.get_by_role("button", name="I sent it").click()
    told, sheet = page.locator(TOLD), page.locator(".sheet")
    told.wait_for()

    edge = told.bounding_box()["y"] + told.bounding_box()["height"]
    assert 0 <= sheet.bounding_box()["y"] - edge <= 40
    main = page.locator(".sheet .main").bounding_box()
    assert main["y"] + main["height"] <= 844 - 64  # still on the first screen, above the places

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("You took back").wait_for()
    assert not Touch.objects.exists()


@pytest.mark.browser
def test_the_undo_is_read_out_and_is_still_there_after_ten_seconds(
    browser: Browser, two_steps: "Campaign"
) -> None:
    page = browser("/", **PHONE)
    page.clock.install()
    page.get_by_role("button", name="I sent it").click()
    page.locator(TOLD).wait_for()
    assert page.evaluate(f"document.activeElement.matches('{TOLD}')")

    page.clock.run_for(TEN_SECONDS_MS)
    assert page.locator(TOLD).get_by_role("button", name="Undo").is_visible()


@pytest.mark.browser
def test_an_answer_pressed_far_down_is_told_there(
    browser: Browser, two_steps: "Campaign", ann: "Person"
) -> None:
    for number in range(6):
        company = a_target(two_steps, f"Company{number}")
        row = a_row_person(two_steps, f"Gil Ode{number}", company=company, email="a@b.example")
        record_sent(two_steps, stamp=Stamp(on=MONDAY), ref=f"p{row.pk}")
    page = browser("/", **PHONE)
    page.locator(".awaited summary", has_text="Ode5").click()
    page.get_by_role("button", name="Not now").first.click()

    told = page.locator(f".awaited {TOLD}")
    told.wait_for()
    assert "Gil Ode5" in told.inner_text()
    assert 0 <= told.bounding_box()["y"] <= 844 - 64 - told.bounding_box()["height"]


def test_what_was_told_stands_once(reader: Reader, two_steps: "Campaign", ann: "Person") -> None:
    page = reader.send(reader.open("/"), f"/touch/p{ann.pk}/sent")

    assert page.text.count('class="told"') == 2  # and the one for a line that is gone
    assert page.text.index("You wrote to Ann Lee") < page.text.index('<article class="sheet"')
    assert page.text.index("You wrote to Ann Lee") > page.text.index("<h1>")


@pytest.mark.browser
def test_the_number_to_ring_stands_on_the_first_screen_of_a_phone(
    browser: Browser, ada: "Campaign", acme: "Company", dana: "Person"
) -> None:
    record_sent(ada, stamp=Stamp(on=MONDAY - timedelta(days=6)), ref=f"p{dana.pk}")
    page = browser("/", **PHONE)

    assert page.locator(".sheet .kind b").inner_text() == "Call"
    main = page.locator(".sheet .main").bounding_box()
    assert main["y"] + main["height"] <= 844 - 64
