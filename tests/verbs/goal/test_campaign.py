"""Who the seeker is, where, and on which days they work, put right."""

from typing import TYPE_CHECKING, Any

import pytest

from firststep.errors import CannotDo
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.plan.shown import plan_on
from firststep.verbs.goal.campaign import edit_campaign, start_campaign
from firststep.verbs.safety.undo import undo
from tests.cast import MONDAY

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign


def test_name_zone_country_days_and_minutes_are_changed_in_one_entry(
    ada: "Campaign", stamp: Stamp
) -> None:
    edit_campaign(
        ada, stamp=stamp, name="Ada M. Moreno", email="Ada@Home.example", zone="Europe/Paris",
        country="fr", language="de", working_days=["fri", "mon"], minutes_a_day=30,
    )  # fmt: skip

    ada.refresh_from_db()
    ada.seeker.refresh_from_db()
    assert (ada.seeker.name, ada.seeker.email) == ("Ada M. Moreno", "ada@home.example")
    assert (ada.time_zone, ada.country, ada.language) == ("Europe/Paris", "FR", "de")
    assert (ada.working_days, ada.minutes_a_day) == ("15", 30)
    assert Entry.objects.filter(campaign=ada).count() == 1


def test_undo_puts_every_setting_back(ada: "Campaign", stamp: Stamp) -> None:
    edit_campaign(ada, stamp=stamp, name="Someone", zone="Asia/Tokyo", working_days=["sun"])

    undo(ada, stamp=stamp)

    ada.refresh_from_db()
    ada.seeker.refresh_from_db()
    assert (ada.seeker.name, ada.time_zone, ada.working_days) == (
        "Ada Moreno", "Europe/Berlin", "12345",
    )  # fmt: skip


def test_what_is_not_said_stays(ada: "Campaign", stamp: Stamp) -> None:
    edit_campaign(ada, stamp=stamp, country="NL")

    ada.refresh_from_db()
    assert (ada.country, ada.time_zone, ada.seeker.name) == ("NL", "Europe/Berlin", "Ada Moreno")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"zone": "Mars/Base"}, "not a time zone"),
        ({"country": "Nowhereland"}, "no country known"),
        ({"language": "xx"}, "not a language"),
        ({"working_days": []}, "at least one working day"),
        ({"working_days": ["monday"]}, "not a day"),
        ({"minutes_a_day": 4}, "5 to 480"),
        ({"minutes_a_day": 481}, "5 to 480"),
        ({"name": " "}, "your name"),
        ({"email": "nobody"}, "not an e-mail address"),
        ({}, "what to change"),
    ],
)
def test_what_there_is_none_of_is_refused(
    said: dict[str, Any], words: str, ada: "Campaign", stamp: Stamp
) -> None:
    with pytest.raises(CannotDo, match=words):
        edit_campaign(ada, stamp=stamp, **said)

    assert not Entry.objects.filter(campaign=ada).exists()


def test_ben_keeps_his_own_settings(ada: "Campaign", ben: "Campaign", stamp: Stamp) -> None:
    edit_campaign(ada, stamp=stamp, zone="Asia/Tokyo", name="Someone")

    ben.refresh_from_db()
    ben.seeker.refresh_from_db()
    assert (ben.time_zone, ben.seeker.name) == ("Europe/Berlin", "Ben Okafor")


def test_the_language_is_among_what_is_decided_by_and_may_be_left_to_the_browser_again(
    ada: "Campaign", stamp: Stamp
) -> None:
    assert plan_on(ada, MONDAY).snapshot.language == ""

    edit_campaign(ada, stamp=stamp, language="de")
    chosen = plan_on(ada, MONDAY).snapshot.language
    edit_campaign(ada, stamp=stamp, language="")

    assert (chosen, plan_on(ada, MONDAY).snapshot.language) == ("de", "")


@pytest.mark.django_db
def test_a_campaign_begins_in_a_language(stamp: Stamp) -> None:
    begun = start_campaign(name="Ada Moreno", language="de", stamp=stamp)

    assert begun.language == "de"
    with pytest.raises(CannotDo, match="not a language"):
        start_campaign(name="Ben Okafor", language="Klingon", stamp=stamp, beside=True)


def test_the_plan_takes_the_new_working_days_at_once(ada: "Campaign", stamp: Stamp) -> None:
    assert not plan_on(ada, MONDAY).plan.day_off

    edit_campaign(ada, stamp=stamp, working_days=["tue", "wed"])

    assert plan_on(ada, MONDAY).plan.day_off
