"""Openings on a company's page: seen, applied for, gone, and who could refer one there."""

from typing import TYPE_CHECKING

from firststep.steps.goal.models import JobOpening
from tests.cast import MONDAY
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
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
