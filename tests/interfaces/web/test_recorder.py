"""Hearing oneself: recorded in this page's memory, played from there, and sent nowhere."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign

PLAYED = """
(async () => {
  const heard = document.querySelector("audio");
  await heard.play();
  await new Promise((done) => setTimeout(done, 300));
  return heard.currentTime > 0;
})()
"""
KEPT = "JSON.stringify([{ ...localStorage }, { ...sessionStorage }])"
REFUSES = """
() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error("refused")); }
"""
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.slow
def test_what_is_said_is_heard_again_and_nothing_leaves_the_page(
    browser: Callable[..., Any], ada: "Campaign"
) -> None:
    page = browser("/practice", permissions=["microphone"])
    page.wait_for_load_state("networkidle")
    kept, asked = page.evaluate(KEPT), []
    page.on("request", lambda request: asked.append((request.method, request.post_data)))

    page.get_by_role("button", name="Record").click()
    page.get_by_role("button", name="Stop").wait_for()
    page.wait_for_timeout(1200)
    page.get_by_role("button", name="Stop").click()
    heard = page.locator("audio")
    heard.wait_for()
    page.wait_for_function("document.querySelector('audio').readyState >= 1")

    assert heard.get_attribute("src").startswith("blob:")
    assert page.evaluate(PLAYED)
    page.get_by_role("button", name="Forget it").click()
    assert heard.get_attribute("src") is None and heard.is_hidden()
    assert [one for one in asked if one != ("GET", None)] == []
    assert page.evaluate(KEPT) == kept


@pytest.mark.slow
def test_without_a_microphone_the_page_says_so_in_words(
    browser: Callable[..., Any], ada: "Campaign"
) -> None:
    page = browser("/practice")
    page.evaluate(REFUSES)
    page.get_by_role("button", name="Record").click()
    page.get_by_text("There is no microphone here.").wait_for()
