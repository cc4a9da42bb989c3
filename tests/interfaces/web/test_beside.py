"""A refused form stands again where it stood: filled, and the refusal beside the field meant."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from firststep.interfaces.web.beside import drawn_again
from tests.cast import an_opening
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign, Company
    from firststep.steps.people.models import Person

Browser = Callable[..., Any]
PAGE = """<details><summary>Away</summary>
<form method="post" action="/away"><input type="hidden" name="of" value="1">
<div class="field"><label for="a">Who</label><input id="a" name="who" value="Ann"></div></form></details>
<form method="post" action="/away"><input type="hidden" name="of" value="2">
<div class="field"><label for="b">Who</label><input id="b" name="who" value="Ben"></div>
<div class="field"><label for="c">Until</label><input type="date" id="c" name="until"></div>
<fieldset><label><input type="radio" name="how" value="x" checked>X</label><label><input type="radio" name="how" value="y">Y</label></fieldset>
<select name="kind"><option value="p" selected>P</option><option value="q">Q</option></select>
<textarea name="note">old &amp; kept</textarea></form>"""  # noqa: E501


def again(words: str, about: str = "", **said: str) -> str:
    told = {name: [value] for name, value in said.items()}
    page = drawn_again(PAGE, action="/away", said=told, words=words, about=about)
    assert page is not None
    return page


def test_of_two_forms_of_one_address_the_one_that_was_sent_tells_it() -> None:
    page = again("No.", of="2", who="Cleo", until="", how="x", kind="p", note="")

    first, second = page.split("</details>")
    assert 'value="Ann"' in first
    assert "refused" not in first
    assert 'value="Cleo"' in second
    assert 'role="alert"' in second


def test_a_fold_with_the_form_in_it_stands_open() -> None:
    assert "<details open>" in again("No.", of="1", who="Cleo")


def test_everything_typed_and_chosen_is_kept_as_it_was_sent() -> None:
    page = again(
        "No.", of="2", who='A "B" <c>', until="2027-01-02", how="y", kind="q", note="</textarea>"
    )

    assert 'value="A &quot;B&quot; &lt;c&gt;"' in page
    assert 'type="date" id="c" name="until" value="2027-01-02"' in page
    assert 'value="y" checked' in page
    assert 'value="x" checked' not in page
    assert '<option value="q" selected>' in page
    assert '<option value="p">' in page
    assert "\n&lt;/textarea&gt;</textarea>" in page


def test_what_a_field_of_days_cannot_show_is_shown_as_text() -> None:
    page = again("31.31. is not a day.", about="until", of="2", until="31.31.")

    field = page[page.index('<input type="text" id="c"') :].partition(">")[0]
    assert 'value="31.31."' in field
    assert 'aria-invalid="true"' in field


@pytest.mark.parametrize(
    ("words", "said", "field"),
    [
        ("There is no Gerlandia.", {"who": "Gerlandia", "until": ""}, "b"),
        ("Say until which day.", {"who": "", "until": ""}, "c"),
    ],
)
def test_the_words_tell_which_field_is_meant(words: str, said: dict[str, str], field: str) -> None:
    page = again(words, of="2", how="x", kind="p", note="", **said)

    start = page.index(f'id="{field}"')
    assert 'aria-invalid="true"' in page[start : page.index(">", start)]
    assert page.index(f"<p>{words} Nothing was written yet.</p>") > start


def test_where_no_field_is_meant_it_stands_first_in_the_form() -> None:
    page = again("That cannot be.", of="2", who="Cleo", until="", how="x", kind="p", note="")

    told = page.index("<p>That cannot be. Nothing")
    assert page.index('action="/away"', page.index("</details>")) < told < page.index('value="2"')
    assert "aria-invalid" not in page


def test_a_page_without_the_form_tells_nothing() -> None:
    assert drawn_again("<p>gone</p>", action="/away", said={}, words="No.") is None


@pytest.mark.django_db
def test_a_zone_that_is_none_is_told_on_the_settings_with_all_that_was_typed(
    reader: Reader, ada: "Campaign"
) -> None:
    page = reader.open("/settings")
    page = reader.send(page, "/settings/yourself", zone="Mars/Olympus", name="Ada M.")

    assert page.status == 400
    assert page.form("/settings/yourself").fields["zone"] == "Mars/Olympus"
    assert page.form("/settings/yourself").fields["name"] == "Ada M."
    assert "<h1>Settings</h1>" in page.text


@pytest.mark.django_db
def test_what_was_refused_can_be_sent_again_from_where_it_stands(
    reader: Reader, ada: "Campaign", acme: "Company"
) -> None:
    page = reader.send(reader.open("/companies/"), "/companies/add", name="Acme")
    assert page.status == 409
    assert f"/companies/{acme.pk}" in page.parsed.links

    page = reader.send(page, "/companies/add", name="Initech")
    assert page.status == 200
    assert ada.companies.filter(name="Initech").exists()


@pytest.mark.django_db
def test_the_first_run_refuses_beside_the_field_and_begins_nothing(
    reader: Reader,
) -> None:
    page = reader.open("/begin")
    page = reader.send(page, "/begin/start", name="Ada", zone="Mars/Olympus", role="Buyer")

    assert page.status == 400
    assert page.form("/begin/start").fields["role"] == "Buyer"
    assert 'aria-describedby="refused"' in page.text


@pytest.mark.django_db
def test_a_page_of_another_site_gets_no_page_of_ours_filled_in(
    reader: Reader, ada: "Campaign", acme: "Company"
) -> None:
    page = reader.open("/companies/")
    fields = {**page.form("/companies/add").fields, "name": "Acme"}
    answer = reader.client.post("/companies/add", fields, headers={"sec-fetch-site": "cross-site"})

    assert "aria-invalid" not in answer.content.decode()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("scripts", [True, False])
def test_whoever_was_refused_stands_in_the_field_and_hears_why(
    scripts: bool, browser: Browser, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    an_opening(acme)
    page = browser(f"/companies/{acme.pk}", java_script_enabled=scripts)
    page.locator("summary", has_text="Correct, or take off").click()
    page.get_by_label("Switchboard").fill("by the door")
    page.get_by_role("button", name="Correct", exact=True).last.click()

    field = page.get_by_label("Switchboard")
    field.wait_for()
    assert field.input_value() == "by the door"
    assert field.is_visible()
    if scripts:
        assert page.evaluate("document.activeElement.id") == "phone"
    told = page.get_by_role("alert").bounding_box()
    assert 0 <= told["y"] - field.bounding_box()["y"] <= 120


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_refusal_an_undo_and_the_drawing_of_the_ways_shut_nobody_out(
    scheme: str, browser: Browser, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = browser("/", color_scheme=scheme, reduced_motion="reduce")
    page.get_by_role("button", name="I sent it").click()
    page.get_by_text("You wrote to Ann Lee").wait_for()
    assert Axe().run(page).violations_count == 0

    page.goto(f"/companies/{acme.pk}")
    page.locator("svg.ways").wait_for()
    page.locator("summary", has_text="Correct, or take off").click()
    page.get_by_label("Switchboard").fill("by the door")
    page.get_by_role("button", name="Correct", exact=True).last.click()
    page.get_by_role("alert").wait_for()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
