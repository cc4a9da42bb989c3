"""Invitations to connect on the page of a step: sent, accepted in one press, or not needed."""

import re
from typing import TYPE_CHECKING

import pytest

from firststep.journal.actions import Stamp
from firststep.steps.outreach.models import Touch
from firststep.steps.people.models import Person, Tie
from firststep.verbs.people.persons import add_person
from firststep.verbs.thread import record_sent
from tests.cast import MONDAY, a_row_person
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign, Company

STAMP = Stamp(on=MONDAY)


@pytest.fixture
def at(ada: "Campaign", acme: "Company") -> str:
    kim = add_person(
        ada, stamp=STAMP, name="Kim Brent", company="Acme", title="Head of Purchasing",
        linkedin="kim-brent",
    )  # fmt: skip
    return f"/touch/p{kim.pk}"


def test_an_invitation_is_sent_and_accepted_in_one_press(reader: Reader, at: str) -> None:
    page = reader.open(at)
    assert "It goes with an invitation" in page.text
    reader.send(page, f"{at}/sent")
    sent = Touch.objects.get()
    assert (sent.kind, sent.channel) == ("write", "linkedin")

    page = reader.open(at)
    assert "Until they accept nothing more can be written there." in page.text
    reader.send(page, f"{at}/reply", holding={"answer": "accepted"})

    assert Touch.objects.filter(kind="accepted").exists()
    after = reader.open(at)
    assert "accepted your invitation" in after.text
    assert re.search("accepting my invitation|[Cc]onnect(?:ing|ed)", after.text)


def test_who_is_connected_already_is_said_in_one_press(reader: Reader, at: str) -> None:
    page, kim = reader.open(at), Person.objects.get(name="Kim Brent")
    reader.send(page, f"/people/{kim.pk}/edit", holding={"connected": "yes"})

    assert "It goes with an invitation" not in reader.open(at).text


def test_without_a_note_left_the_page_opens_the_profile_and_takes_the_invitation(
    reader: Reader, at: str, ada: "Campaign"
) -> None:
    for name in ("Ada", "Ben", "Cem", "Dan", "Eva"):
        other = add_person(ada, stamp=STAMP, name=f"{name} Orth", linkedin=f"{name}-orth")
        record_sent(ada, stamp=STAMP, ref=f"p{other.pk}", channel="linkedin", kind="write")
    page = reader.open(at)
    assert "I invited them" in page.text and "linkedin.com/in/kim-brent" in page.text
    reader.send(page, f"{at}/sent")

    assert Touch.objects.filter(person__name="Kim Brent").get().kind == "invite"


def test_whom_one_does_not_remember_is_one_press(
    reader: Reader, ada: "Campaign", acme: "Company"
) -> None:
    teun = a_row_person(
        ada, "Teun Berg", company=acme, title="Analyst", tie="", email="teun@acme.example",
        connected_on=MONDAY,
    )  # fmt: skip
    page = reader.open(f"/touch/p{teun.pk}")
    assert "you have not said how you know each other" in page.text
    reader.send(page, f"/people/{teun.pk}/tie", holding={"drop": "1"})

    assert not Tie.objects.filter(person=teun).exists()
    assert "Teun Berg" not in reader.open("/").text
