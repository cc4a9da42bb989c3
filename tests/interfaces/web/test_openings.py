"""Openings on a company's page: seen, applied for, gone, and who could refer one there."""

from typing import TYPE_CHECKING

from firststep.steps.goal.models import JobOpening
from tests.cast import MONDAY
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from firststep.journal.actions import Stamp
    from firststep.steps.goal.models import Campaign, Company
    from firststep.steps.people.models import Person


def test_an_opening_is_noted_on_the_company_s_page_with_who_could_refer_one(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    page = reader.open(f"/companies/{acme.pk}")
    assert "Who could refer you here?" not in page.text

    address = f"/companies/{acme.pk}/opening"
    page = reader.send(page, address, role="Buyer", link="acme.example/jobs/7")

    assert (JobOpening.objects.get().role, JobOpening.objects.get().applied_on) == ("Buyer", None)
    page = reader.open(f"/companies/{acme.pk}")
    assert "Who could refer you here?" in page.text and "not asked yet" in page.text
    assert f'href="/people/{ann.pk}"' in page.text
    assert 'href="https://acme.example/jobs/7"' in page.text

    reader.send(page, address, holding={"applied": str(MONDAY)})
    assert JobOpening.objects.get().applied_on is not None
    reader.send(reader.open(f"/companies/{acme.pk}"), address, holding={"drop": "1"})
    assert not JobOpening.objects.exists()


def test_what_was_asked_for_advice_and_answered_stands_on_the_company_s_page(
    reader: Reader, ada: "Campaign", acme: "Company", ann: "Person", stamp: "Stamp"
) -> None:
    from firststep.verbs.thread import ask, record_reply, record_sent

    assert "What they said when you asked" not in reader.open(f"/companies/{acme.pk}").text
    ask(ada, stamp=stamp, who="Ann", what="advice")
    ref = f"p{ann.pk}"
    record_sent(ada, stamp=stamp, ref=ref, text="Who decides whom to take on?")
    assert "Nothing yet." in reader.open(f"/companies/{acme.pk}").text

    record_reply(ada, stamp=stamp, ref=ref, answer="helped", text="The team lead & HR.")

    page = reader.open(f"/companies/{acme.pk}").text
    assert "What they said when you asked" in page and "Nothing yet." not in page
    assert "Who decides whom to take on" in page and "The team lead &amp; HR." in page
    assert f'href="/people/{ann.pk}"' in page and "They helped" in page
