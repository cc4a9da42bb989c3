"""Every page also narrow, enlarged, for a thumb, and on paper."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from tests.interfaces.web.test_in_chromium import PHONE, a_busy_week, addresses

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign, Company
    from firststep.steps.people.models import Person

__all__ = ["a_busy_week"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Browser = Callable[..., Any]
UNFOLD = "document.querySelectorAll('details').forEach(one => { one.open = true })"
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
INSIDE = """one => { const words = document.createRange(); words.selectNodeContents(one);
  return words.getBoundingClientRect().right <= innerWidth - 2 }"""
# Links within a sentence are left out, as WCAG 2.5.8 does.
TOO_SMALL = """least => [...document.querySelectorAll(
    'a[href], button, input, select, textarea, summary')]
  .filter(one => one.type !== 'hidden' && one.checkVisibility() && !one.closest('.hide, .skip'))
  .filter(one => getComputedStyle(one).display !== 'inline')
  .map(one => [(one.closest('label') || one).getBoundingClientRect(), one])
  .filter(([box]) => box.height > 0 && (box.height < least - .5 || box.width < 23.5))
  .map(([box, one]) => `${box.width} by ${box.height} ${one.outerHTML}`.slice(0, 120))"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("size", "letters"),
    [((320, 640), ""), ((640, 450), ""), ((1280, 900), "34px")],
    ids=["320 px", "zoomed to 200 %", "letters twice as large"],
)
def test_nothing_scrolls_sideways(
    size: tuple[int, int], letters: str, browser: Browser, a_busy_week: "Campaign",
    acme: "Company", ann: "Person", dana: "Person",
) -> None:  # fmt: skip
    page = browser("/", viewport={"width": size[0], "height": size[1]})
    for address in addresses(a_busy_week, acme, ann, dana):
        page.goto(address)
        page.evaluate(UNFOLD)
        page.evaluate("size => { document.documentElement.style.fontSize = size }", letters)
        assert page.evaluate(TOO_WIDE) <= 0, address


@pytest.mark.slow
def test_german_pages_do_not_scroll_sideways_on_the_smallest_phone(
    browser: Browser, a_busy_week: "Campaign", acme: "Company", ann: "Person", dana: "Person"
) -> None:
    page = browser("/", viewport={"width": 320, "height": 640}, locale="de-DE")
    for address in [*addresses(a_busy_week, acme, ann, dana), "/settings/wordings/known"]:
        page.goto(address)
        page.evaluate(UNFOLD)
        assert page.locator("html").get_attribute("lang") == "de", address
        assert page.evaluate(TOO_WIDE) <= 0, address
        last = page.locator(".places a").last.evaluate(INSIDE)
        assert last, address  # the longest word of the five places is whole


# What is wrong with how the focused thing is shown (WCAG 2.4.7, 2.4.11): it has no ring, is not on
# the screen, or the five places at the foot of a phone stand over it; of a long field its beginning
# is enough. Null: walked through.
WRONG = """() => { const one = document.activeElement, look = getComputedStyle(one);
  if (one === document.body || (window.walked ||= new WeakSet()).has(one)) return null;
  window.walked.add(one);
  const box = one.getBoundingClientRect(), bar = document.querySelector('.places');
  const inBar = bar.contains(one), fixed = getComputedStyle(bar).position === 'fixed';
  const end = fixed && !inBar ? bar.getBoundingClientRect().top : innerHeight;
  const wrong = [];
  if (look.outlineStyle === 'none' || parseFloat(look.outlineWidth) < 2) wrong.push('no ring');
  if (box.width < 2 || box.height < 2 || look.clipPath !== 'none' || look.opacity < 1)
    wrong.push('not seen');
  if (Math.min(box.bottom, end) - Math.max(box.top, 0) < Math.min(box.height, 64) - .5)
    wrong.push('covered');
  if (box.left < -.5 || box.right > innerWidth + .5) wrong.push('aside');
  return wrong.length ? `${wrong} ${one.outerHTML.slice(0, 90)}` : ''; }"""


@pytest.mark.slow
@pytest.mark.parametrize("options", [{}, PHONE], ids=["on a desk", "on a phone"])
def test_whoever_walks_by_tab_sees_where_they_are(
    options: dict[str, Any], browser: Browser, a_busy_week: "Campaign", acme: "Company",
    ann: "Person", dana: "Person",
) -> None:  # fmt: skip
    page = browser("/", **options)
    for address in addresses(a_busy_week, acme, ann, dana):
        page.goto(address)
        page.evaluate(UNFOLD)
        wrong, steps = [], 0
        page.keyboard.press("Tab")
        while (told := page.evaluate(WRONG)) is not None:
            wrong += [told] if told else []
            steps += 1
            page.keyboard.press("Tab")
        assert wrong == [], address
        assert steps > 5, address


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "least"), [({}, 24), (PHONE, 44)], ids=["on a desk", "on a phone"]
)
def test_whatever_is_pressed_is_large_enough(
    options: dict[str, Any], least: int, browser: Browser, a_busy_week: "Campaign",
    acme: "Company", ann: "Person", dana: "Person",
) -> None:  # fmt: skip
    page = browser("/", **options)
    for address in addresses(a_busy_week, acme, ann, dana):
        page.goto(address)
        page.evaluate(UNFOLD)
        assert page.evaluate(TOO_SMALL, least) == [], address


def shades(page: Any, found: str) -> tuple[int, int]:
    """How light the words of an element are and the paper they stand on, of 255."""
    told = page.evaluate(
        """found => { const draw = document.createElement('canvas').getContext('2d');
        const light = colour => { draw.fillStyle = '#fff'; draw.fillRect(0, 0, 1, 1);
          draw.fillStyle = colour; draw.fillRect(0, 0, 1, 1);
          const [r, g, b] = draw.getImageData(0, 0, 1, 1).data; return Math.round((r + g + b) / 3); };
        const one = document.querySelector(found);
        return [light(getComputedStyle(one).color), light(getComputedStyle(document.body).backgroundColor)] }""",  # noqa: E501
        found,
    )
    return told[0], told[1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_it_is_black_on_white_and_has_nothing_to_press(
    scheme: str, browser: Browser, a_busy_week: "Campaign", acme: "Company", ann: "Person",
    dana: "Person",
) -> None:  # fmt: skip
    page = browser("/", viewport={"width": 794, "height": 1123})
    page.emulate_media(media="print", color_scheme=scheme)
    for address in ("/", f"/companies/{acme.pk}", f"/touch/p{ann.pk}/prepare", "/progress"):
        page.goto(address)
        ink, paper = shades(page, "h1")
        assert ink < 80 and paper > 240, address
        pressed = page.locator("button:visible, .button:visible, input:visible, nav:visible")
        assert pressed.count() == 0, (address, pressed.first.evaluate("one => one.outerHTML"))
        assert page.evaluate(TOO_WIDE) <= 0, address


def test_a_folded_letter_is_whole_on_paper(
    browser: Browser, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    page = browser("/", viewport={"width": 794, "height": 1123})
    last = page.locator(".sheet .said .fold p").last
    assert not last.is_visible()

    page.emulate_media(media="print")

    assert last.bounding_box()["height"] > 0
    assert not page.get_by_text("The rest of it").is_visible()


def test_who_is_awaited_stands_on_paper_by_name(browser: Browser, a_busy_week: "Campaign") -> None:
    page = browser("/", viewport={"width": 794, "height": 1123})

    page.emulate_media(media="print")

    rows = page.locator(".awaited details.answer")
    assert rows.count() and rows.first.bounding_box()["height"] > 0
    assert rows.first.locator(".who").is_visible()
    assert not rows.first.locator(".inside").is_visible()
