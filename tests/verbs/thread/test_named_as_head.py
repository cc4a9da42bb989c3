"""Who is named as the head that was asked for works where it was asked about."""

from datetime import date

import pytest

from firststep.journal.actions import Stamp
from firststep.plan.shown import plan_on
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.models import Person, Seat
from firststep.verbs import thread
from firststep.verbs.safety.undo import undo
from tests.cast import MONDAY
from tests.everything import everything

TUESDAY = date(2026, 11, 3)


def named(campaign: Campaign, by: Person, to: str, email: str = "") -> Person:
    sent = thread.record_sent(campaign, stamp=Stamp(on=MONDAY), ref=f"p{by.pk}")
    thread.record_reply(
        campaign, stamp=Stamp(on=TUESDAY), ref=sent.ref, answer="refers", to=to, email=email
    )
    return Person.objects.get(campaign=campaign, name="Karim Haddad")


@pytest.mark.parametrize(
    ("to", "email", "there"),
    [
        ("Karim Haddad, Head of Purchasing", "", True),
        ("Karim Haddad, Leiter Einkauf", "", True),
        ("Karim Haddad", "karim@acme.example", True),
        ("Karim Haddad", "", False),
        ("Karim Haddad", "karim@elsewhere.example", False),
        ("Karim Haddad, Operations, Lakeside", "", False),
        ("Karim Haddad, Head of Purchasing, Lakeside", "", False),
    ],
)
def test_the_head_who_was_asked_for_works_there_without_the_company_being_said_again(
    ada: Campaign, acme: Company, ann: Person, to: str, email: str, there: bool
) -> None:
    Company.objects.filter(pk=acme.pk).update(domain="acme.example")
    karim = named(ada, ann, to, email)

    assert karim.positions.filter(company=acme).exists() == there
    assert Seat.objects.filter(company=acme, holder=karim).exists() == there
    assert not Company.objects.filter(name__startswith="Head of").exists()
    (card,) = [one for one in plan_on(ada, TUESDAY).plan.showable if one.person_id == karim.pk]
    assert (card.company == "Acme") == there


def test_it_is_taken_back_whole(ada: Campaign, acme: Company, ann: Person) -> None:
    thread.record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{ann.pk}")
    before = everything()
    thread.record_reply(
        ada, stamp=Stamp(on=TUESDAY), ref=f"p{ann.pk}", answer="refers",
        to="Karim Haddad, Head of Purchasing",
    )  # fmt: skip

    undo(ada, stamp=Stamp(on=TUESDAY))
    assert everything() == before
