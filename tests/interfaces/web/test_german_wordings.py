"""The wordings of a German seeker: German under Settings, with both ways to call somebody."""

from typing import TYPE_CHECKING

from firststep.steps.outreach.models import OwnWording
from tests.interfaces.web.reading import Reader
from tests.interfaces.web.test_wordings import ALL, area, keep

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign
    from firststep.steps.people.models import Person

TEXT = """title: Mein Gruß
kinds: write
routes: known
forms: letter
subject: <Hast du|Haben Sie> kurz Zeit?
---
<Hallo|Guten Tag> {first},

Ich würde <dich|Sie> gern etwas fragen.

Viele Grüße,
{signature}"""


def in_german(campaign: "Campaign") -> None:
    campaign.language, campaign.country = "de", "DE"
    campaign.save()


def test_the_texts_that_came_along_are_german(reader: Reader, ada: "Campaign") -> None:
    in_german(ada)

    page = reader.open(f"{ALL}/known")

    assert "Sich in Erinnerung bringen und um einen kleinen Gefallen bitten" in page.text
    assert "subject: {subject}" in area(page)
    met = area(reader.open(f"{ALL}/invite-met"))
    assert "Es hat mich gefreut, <dich|Sie> {occasion} kennenzulernen." in met


def test_a_text_of_ones_own_is_said_with_du_or_sie(
    reader: Reader, ada: "Campaign", ann: "Person"
) -> None:
    in_german(ada)

    page = keep(reader, "known", TEXT)

    assert OwnWording.objects.get().text == TEXT
    assert "ch würde dich gern etwas fragen." in page.text
    step = reader.open(f"/touch/p{ann.pk}").text
    assert "Hast du kurz Zeit?" in step
    assert "Guten Tag" not in step
    form = reader.open(f"/people/{ann.pk}")
    reader.send(form, f"/people/{ann.pk}/edit", called="sie")
    step = reader.open(f"/touch/p{ann.pk}").text
    assert "Haben Sie kurz Zeit?" in step
    assert "ich würde Sie gern etwas fragen." in step


def test_an_english_page_has_no_choice_of_du_and_sie(
    reader: Reader, ada: "Campaign", ann: "Person"
) -> None:
    assert 'name="called"' not in reader.open(f"/people/{ann.pk}").text
    in_german(ada)
    assert 'name="called"' in reader.open(f"/people/{ann.pk}").text
