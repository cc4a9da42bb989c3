"""Whose answer is awaited stands on Today: whatever came is told in two taps."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from firststep.interfaces.answers.day import the_day
from firststep.interfaces.web.awaited import SHOWN_FIRST, heaps
from firststep.journal.actions import Stamp
from firststep.plan.shown import plan_on
from firststep.steps.outreach.models import Touch
from firststep.verbs.thread import record_reply, record_sent
from tests.cast import MONDAY, a_row_person, a_target
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign, Company
    from firststep.steps.people.models import Person

STAMP = Stamp(on=MONDAY)
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
Browser = Callable[..., Any]


@pytest.fixture
def eight_asked(ada: "Campaign") -> "Campaign":
    """Eight people at eight companies, written to one after the other."""
    for number in range(8):
        company = a_target(ada, f"Company{number}")
        name = f"{'Zoë' if number == 0 else 'Gil'} Ode{number}"
        person = a_row_person(ada, name, company=company, title="Buyer", email="a@b.example")
        record_sent(ada, stamp=STAMP, ref=f"p{person.pk}")
    return ada


def kinds(ada: "Campaign") -> list[str]:
    return list(Touch.objects.filter(campaign=ada).order_by("order").values_list("kind", flat=True))


def test_the_last_asked_stand_first_and_the_others_behind_a_fold(
    reader: Reader, eight_asked: "Campaign"
) -> None:
    text = reader.open("/").text.partition("Did somebody answer?")[2]
    before, _, after = text.partition("more who may answer")

    assert [f"Ode{n}" in before for n in range(8)] == [False] * 3 + [True] * SHOWN_FIRST
    assert all(f"Ode{n}" in after for n in range(3))
    assert text.index("Ode7") < text.index("Ode6")


@pytest.mark.parametrize(
    ("answer", "told"), [("yes", "said yes"), ("no", "said no"), ("later", "said not now")]
)
def test_an_answer_is_written_by_one_press(
    answer: str, told: str, reader: Reader, eight_asked: "Campaign"
) -> None:
    page = reader.open("/")
    form = next(one for one in page.parsed.found if one.action.endswith("/reply"))

    page = reader.post(form.action, {**form.fields, "answer": answer})

    assert kinds(eight_asked)[-1] == answer
    assert told in page.text
    rows = page.text.partition("Did somebody answer?")[2].partition('<ul class="rows">')[2]
    assert "Ode7" not in rows.partition("</ul>")[0]


def test_an_absence_is_no_word_of_the_seekers_own(
    reader: Reader, ada: "Campaign", ann: "Person"
) -> None:
    record_sent(ada, stamp=STAMP, ref=f"p{ann.pk}")
    later = Stamp(on=MONDAY + timedelta(days=1))
    record_reply(ada, stamp=later, ref=f"p{ann.pk}", answer="out_of_office")

    board = plan_on(ada, later.on).board

    assert [one.asked for one in heaps(board, [], str).answer] == [MONDAY]


def test_whom_they_named_takes_the_name_alone(reader: Reader, eight_asked: "Campaign") -> None:
    page = reader.open("/")
    form = next(one for one in page.parsed.found if one.fields.get("answer") == "refers")

    reader.post(form.action, {**form.fields, "to": "Sam Lee, Operations, Company7"})

    assert kinds(eight_asked)[-1] == "refers"
    assert eight_asked.people.filter(name="Sam Lee").exists()


def test_two_forms_of_the_page_never_carry_one_key(reader: Reader, eight_asked: "Campaign") -> None:
    page = reader.open("/")
    keys = [one.fields["once_key"] for one in page.parsed.found if "/reply" in one.action]

    assert len(keys) == len({*keys}) == 16


def test_all_that_waits_lies_in_one_of_three_heaps(
    ada: "Campaign", acme: "Company", ann: "Person", dana: "Person"
) -> None:
    rosa = a_row_person(ada, "Rosa Park", company=acme, title="Buyer", email="rosa@acme.example")
    globex = a_target(ada, "Globex")
    tom = a_row_person(ada, "Tom Berg", company=globex, title="Buyer", email="tom@globex.example")
    record_sent(ada, stamp=STAMP, ref=f"p{ann.pk}")
    record_sent(ada, stamp=STAMP, ref=f"p{tom.pk}")
    record_reply(ada, stamp=STAMP, ref=f"p{tom.pk}", answer="later")
    record_sent(ada, stamp=STAMP, ref=f"p{tom.pk}")
    shown = plan_on(ada, MONDAY)
    waiting = the_day(shown.plan).waiting

    found = heaps(shown.board, waiting, lambda row: row.why)

    names = [[one.name for one in heap] for heap in (found.answer, found.day, found.held)]
    assert [one.name for one in found.answer] == ["Ann Lee"]
    assert "Tom Berg" in names[1]
    assert rosa.name in names[2]
    assert sorted(name for heap in names for name in heap) == sorted(row.name for row in waiting)


def test_nobody_who_was_put_off_or_answered_is_awaited(
    ada: "Campaign", acme: "Company", ann: "Person", reader: Reader
) -> None:
    record_sent(ada, stamp=STAMP, ref=f"p{ann.pk}")
    assert "Did somebody answer?" in reader.open("/").text
    record_reply(ada, stamp=STAMP, ref=f"p{ann.pk}", answer="no")
    assert "Did somebody answer?" not in reader.open("/").text


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("scripts", [True, False])
def test_two_taps_tell_any_answer_on_a_phone(
    scripts: bool, browser: Browser, eight_asked: "Campaign"
) -> None:
    page = browser("/", java_script_enabled=scripts, **PHONE)
    page.get_by_text("Gil Ode7", exact=True).tap()
    page.get_by_role("button", name="Yes", exact=True).tap()

    page.get_by_text("Gil Ode7 said yes").wait_for()
    assert kinds(eight_asked)[-1] == "yes"


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_somebody_is_found_by_a_part_of_a_name_behind_the_fold_too(
    browser: Browser, eight_asked: "Campaign"
) -> None:
    page = browser("/", **PHONE)
    search = page.get_by_placeholder("A name or a company")
    search.fill("zoe")
    assert page.locator(".awaited li:visible").count() == 1
    assert page.get_by_text("Zoë Ode0", exact=True).is_visible()
    search.fill("company3")
    assert page.get_by_text("Gil Ode3", exact=True).is_visible()
    search.fill("xyz")
    assert page.get_by_text("Nobody with that name waits").is_visible()
