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


def test_a_german_page_names_english_wordings_in_german(reader: Reader, ada: "Campaign") -> None:
    """The letters of this campaign are English: the browser alone is German."""
    german = {"headers": {"accept-language": "de"}}

    shelf = reader.client.get(ALL, **german).content.decode()
    one = reader.client.get(f"{ALL}/known", **german).content.decode()

    assert "Sich in Erinnerung bringen und um einen kleinen Gefallen bitten" in shelf
    assert "Sich in Erinnerung bringen und um einen kleinen Gefallen bitten</h1>" in one
    assert "Re-introduce yourself" not in shelf
    assert "Hi {first}," in one  # the text itself is as the letters are


def test_a_title_of_ones_own_stays_as_it_was_written(reader: Reader, ada: "Campaign") -> None:
    keep(reader, "known", TEXT.replace("Mein Gruß", "My own greeting"))

    page = reader.client.get(ALL, headers={"accept-language": "de"}).content.decode()

    assert "My own greeting" in page


def test_a_new_wording_begins_as_the_letters_are_written(reader: Reader, ada: "Campaign") -> None:
    english = area(reader.open("/settings/new-wording"))
    in_german(ada)

    page = reader.open("/settings/new-wording")

    assert "Best wishes," in english and "Viele Grüße," in area(page)
    assert "wie begrüßt wird: Ann, oder Dana Winter" in page.text


def test_what_is_wrong_with_a_text_is_said_in_the_language_of_its_page(
    reader: Reader, ada: "Campaign"
) -> None:
    in_german(ada)

    odd = keep(reader, "known", TEXT.replace("{first}", "{frist}"))
    twice = keep(reader, "known", f"kinds: write\n{TEXT}")

    assert "verwendet {frist}; so ein Feld gibt es nicht." in odd.text
    assert "kinds steht zweimal da." in twice.text
