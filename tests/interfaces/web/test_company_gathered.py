"""A company's page gathers what there is: the ways in side by side, and what comes next there."""

import re
from typing import TYPE_CHECKING

from firststep.facts.step_kinds import STEP_KIND
from firststep.interfaces.web.ways_drawn import WAYS_DRAWN
from firststep.journal.actions import Stamp
from firststep.steps.people.models import Tie
from firststep.verbs.thread import record_sent
from tests.cast import MONDAY, a_row_person
from tests.interfaces.web.reading import Page, Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign, Company
    from firststep.steps.people.models import Person


def drawing(page: Page) -> str:
    found = re.search(r'<svg class="drawing ways".*?</svg>', page.text)
    return found[0] if found else ""


def names(drawn: str) -> list[str]:
    return re.findall(r'class="who"[^>]*>([^<]*)<', drawn)


def test_the_ways_in_to_a_post_stand_side_by_side_the_likeliest_on_top(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    a_row_person(ada, "Ben Far", company=acme, title="Buyer", tie="dormant")
    Tie.objects.filter(campaign=ada, person=ann).update(kind="close")

    drawn = drawing(reader.open(f"/companies/{acme.pk}"))

    assert names(drawn)[0] == "Ann Lee"
    assert names(drawn)[-1] == "Directly"
    assert 'class="way near"' in drawn
    assert 'class="way cold"' in drawn
    assert 'role="img"' in drawn
    words = re.findall(r'aria-label="([^"]*)"', drawn)[0]
    assert words.startswith("Ways in to Head of Purchasing, the likeliest first: through Ann Lee,")
    assert "through Ben Far" in words


def test_each_way_is_told_in_a_row_beneath_with_how_often_it_works(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    page = reader.open(f"/companies/{acme.pk}")

    behind = page.text.partition("Each way, and how often it works")[2].partition("</details>")[0]
    assert "Ann Lee" in behind
    assert re.search(r"\d+% \(\d+ to \d+\)", behind)
    assert f"/touch/p{ann.pk}" in behind


def test_at_most_four_ways_are_drawn_and_a_long_name_keeps_its_room(
    reader: Reader, ada: "Campaign", acme: "Company"
) -> None:
    for number in range(6):
        a_row_person(ada, f"Maximiliane {number} von Hohenstein-Waldburg", company=acme)

    drawn = names(drawing(reader.open(f"/companies/{acme.pk}")))

    assert len(drawn) == WAYS_DRAWN
    assert all(len(one) <= 22 for one in drawn)


def test_where_nobody_could_introduce_there_is_no_drawing(
    reader: Reader, ada: "Campaign", acme: "Company", dana: "Person"
) -> None:
    assert not drawing(reader.open(f"/companies/{acme.pk}"))


def test_a_company_that_has_said_no_shows_no_ways(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    acme.stage = "rejected"
    acme.save()

    assert not drawing(reader.open(f"/companies/{acme.pk}"))


def test_what_comes_next_with_whom_stands_there_and_nothing_of_elsewhere(
    reader: Reader, ada: "Campaign", acme: "Company", globex: "Company", ann: "Person"
) -> None:
    tom = a_row_person(ada, "Tom Ode", company=globex, title="Buyer", email="tom@globex.example")
    record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{ann.pk}")

    page = reader.open(f"/companies/{acme.pk}")
    there = page.text.partition("What comes next there")[2].partition("</section>")[0]

    assert "Ann Lee" in there
    assert f"{STEP_KIND['nudge'].verb}, " in there
    assert tom.name not in there


def test_companies_are_sifted_by_how_far_they_are(
    reader: Reader, ada: "Campaign", acme: "Company", globex: "Company"
) -> None:
    assert "How far" not in reader.open("/companies/").text
    page, action = reader.open(f"/companies/{globex.pk}"), f"/companies/{globex.pk}/stage"
    reader.send(page, action, stage="interview")

    page = reader.open("/companies/?sort=name")
    assert '"?sort=name&amp;stage=interview"' in page.text
    assert listed(reader, "interview") == ["Globex"]
    assert listed(reader, "none") == ["Acme"]
    assert listed(reader, "nonsense") == ["Acme", "Globex"]


def listed(reader: Reader, stage: str) -> list[str]:
    rows = reader.open(f"/companies/?sort=name&stage={stage}").text.partition("<tbody>")[2]
    return re.findall(r'<th scope="row"><a [^>]*>([^<]*)<', rows.partition("</tbody>")[0])


def test_the_next_step_stands_first_on_a_persons_page(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person", dana: "Person"
) -> None:
    record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{ann.pk}")

    text = reader.open(f"/people/{ann.pk}").text

    there = text.partition("What comes next")[2].partition("</section>")[0]
    assert f"{STEP_KIND['nudge'].verb}, " in there
    assert "Dana" not in there
    assert text.index("What comes next") < text.index("Where they work")


def test_of_somebody_the_plan_has_nothing_for_no_step_is_told(
    reader: Reader, ada: "Campaign", globex: "Company"
) -> None:
    gil = a_row_person(ada, "Gil Far", title="Baker", tie="dormant")

    assert "What comes next" not in reader.open(f"/people/{gil.pk}").text
