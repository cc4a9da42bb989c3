"""Why somebody is as close as they are: evidence, shared places, sources; and correcting it."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from firststep.journal.actions import Stamp
from firststep.steps.people.models import Evidence, Import, OwnPart, Tie
from firststep.verbs.thread import record_reply, record_sent
from tests.cast import MONDAY, a_row_person
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign, Company
    from firststep.steps.people.models import Person


def evidence(person: "Person", *, kind: str, inbound: bool, days: int) -> None:
    Evidence.objects.bulk_create(
        Evidence(campaign=person.campaign, person=person, kind=kind, inbound=inbound,
                 on=date(2026, 10, 1 + number))
        for number in range(days)
    )  # fmt: skip


def test_evidence_and_what_it_makes_of_the_tie_stand_on_the_page_and_can_be_corrected(
    reader: Reader, ada: "Campaign", acme: "Company"
) -> None:
    rosa = a_row_person(ada, "Rosa Park", company=acme, title="Buyer", tie="")
    evidence(rosa, kind="mail", inbound=True, days=6)
    evidence(rosa, kind="message", inbound=False, days=12)
    page = reader.open(f"/people/{rosa.pk}")
    assert ">Close.<" in page.text
    assert "In touch on 12 days, both ways" in page.text
    assert "You wrote 12 times, they wrote 6 times; last on 12 October 2026." in page.text
    page = reader.send(page, f"/people/{rosa.pk}/tie", kind="known")
    assert "You said so." in page.text
    assert "What was brought in alone would say: close." in page.text


def test_a_shared_employer_is_told_with_its_years(
    reader: Reader, ada: "Campaign", globex: "Company", ann: "Person"
) -> None:
    OwnPart.objects.create(
        campaign=ada, kind="post", name="Globex", key="globex", began_on=date(2015, 1, 1),
        ended_on=date(2019, 6, 1),
    )  # fmt: skip
    ann.positions.create(
        campaign=ada, company=globex, written="Globex", current=False, began_on=date(2016, 3, 1),
        ended_on=date(2021, 1, 1), as_of=MONDAY,
    )  # fmt: skip
    assert "You overlapped at Globex 2016-2019." in reader.open(f"/people/{ann.pk}").text
    assert "you overlapped at Globex 2016-2019" in reader.open(f"/companies/{globex.pk}").text


def test_each_fact_tells_where_it_came_from(reader: Reader, ada: "Campaign", ann: "Person") -> None:
    brought = Import.objects.create(
        campaign=ada, on=date(2026, 10, 20), files=[{"name": "Connections.csv"}]
    )
    ann.positions.update(import_id=brought)
    page = reader.open(f"/people/{ann.pk}")
    assert "From Connections.csv, 20 October 2026" in page.text
    ann.positions.update(by_hand=True)
    assert "You wrote it down" in reader.open(f"/people/{ann.pk}").text


def test_how_often_to_stay_in_touch_is_set_per_person(
    reader: Reader, ada: "Campaign", ben: "Campaign", ann: "Person"
) -> None:
    page = reader.open(f"/people/{ann.pk}")
    page = reader.send(page, f"/people/{ann.pk}/keep", every="monthly")
    ann.refresh_from_db()
    assert ann.keep == "monthly"
    assert "Stay in touch: monthly" in page.text
    fields = page.form(f"/people/{ann.pk}/keep").fields
    tom = ben.people.get()
    assert reader.post(f"/people/{tom.pk}/keep", {**fields, "every": "weekly"}).status == 404
    assert reader.post(f"/people/{ann.pk}/keep", {**fields, "once_key": "",
                                                  "every": "hourly"}).status == 400  # fmt: skip


def test_a_stranger_has_no_reason_to_be_close(
    reader: Reader, ada: "Campaign", dana: "Person"
) -> None:
    page = reader.open(f"/people/{dana.pk}")
    assert "You do not know each other yet." in page.text
    assert not Tie.objects.filter(person=dana).exists()


def test_staying_in_touch_says_that_an_open_thread_comes_first(
    reader: Reader, ann: "Person"
) -> None:
    page = reader.open(f"/people/{ann.pk}")

    assert "from your last contact, while nothing else with them is open" in page.text


@pytest.mark.parametrize("answer", ["question", "out_of_office"])
def test_who_has_answered_is_not_said_to_be_silent_for_long(
    answer: str, reader: Reader, ada: "Campaign", acme: "Company", dana: "Person"
) -> None:
    old = a_row_person(ada, "Rosa Park", company=acme, title="Buyer", tie="dormant")
    for one in (old, dana):
        record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{one.pk}")
        record_reply(ada, stamp=Stamp(on=MONDAY), ref=f"p{one.pk}", answer=answer)

    pages = [reader.open(f"/{room}/{key}").text for one in (old, dana)
             for room, key in (("people", one.pk), ("touch", f"p{one.pk}"))]  # fmt: skip

    heard = answer == "question"
    assert ["not spoken to in a long time." in page for page in pages[:2]] == [not heard] * 2
    assert ["You have been in touch." in page for page in pages[2:]] == [heard] * 2
    assert ["You do not know each other yet." in page for page in pages[2:]] == [not heard] * 2


def test_what_is_asked_is_not_said_to_go_by_a_way_that_is_not_there(
    reader: Reader, ada: "Campaign", ann: "Person"
) -> None:
    record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{ann.pk}")
    assert "by email" in asked_of(reader, ann)

    ann.addresses.all().delete()
    assert "by email" not in asked_of(reader, ann)


def asked_of(reader: Reader, person: "Person") -> str:
    page = reader.open(f"/people/{person.pk}").text
    return page.partition("What you ask of them")[2].partition("What has happened")[0]
