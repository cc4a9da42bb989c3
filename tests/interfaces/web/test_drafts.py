"""What the page of a step gives to be said."""

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from firststep.journal.actions import Stamp
from firststep.verbs.goal.choose_goal import choose_goal
from firststep.verbs.goal.rhythm import set_playbook
from firststep.verbs.thread import record_reply, record_sent
from tests.cast import MONDAY, a_row_person
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from django.conf import LazySettings

    from firststep.steps.goal.models import Campaign, Company
    from firststep.steps.people.models import Person


def test_the_page_of_a_later_thanks_and_then_writes_as_they_asked(
    reader: Reader,
    ada: "Campaign",
    acme: "Company",
    ann: "Person",
    settings: "LazySettings",
) -> None:
    now, day = Stamp(on=MONDAY), MONDAY + timedelta(days=14)
    set_playbook(ada, stamp=now, key="later_calendar_days", value="14")
    sent = record_sent(ada, stamp=now, ref=f"p{ann.pk}")
    record_reply(ada, stamp=now, ref=f"p{ann.pk}", answer="later")

    thanks = reader.open(f"/touch/{sent.approach_id}").text
    record_sent(ada, stamp=now, ref=f"p{ann.pk}")
    settings.TODAY = day
    again = reader.open(f"/touch/{sent.approach_id}").text
    first = reader.open("/").text

    promised = "write again|You&#x27;ll hear from me again|come back to you"
    assert re.search(f"(?:{promised}) in a few weeks", thanks)  # no day of theirs is claimed
    asked = f"on {MONDAY.day} {MONDAY:%B}"
    as_asked = (
        f"{asked} you asked me to write again about now",
        f"You said {asked} that now would be a better time",
        f"as you suggested {asked}",
    )
    for page in (again, first):
        assert re.search("|".join(as_asked), page, re.IGNORECASE)


def test_what_one_has_done_is_asked_for_once_and_then_stands_in_the_letter(
    reader: Reader, ada: "Campaign", acme: "Company"
) -> None:
    stranger = a_row_person(ada, "Cy Fox", company=acme, tie=None, email="cy@acme.example")
    page = f"/touch/p{stranger.pk}"
    assert 'href="/goal#background"' in reader.open(page).text

    choose_goal(ada, stamp=Stamp(on=MONDAY), background="I've bought castings")

    told = reader.open(page).text
    assert 'href="/goal#background"' not in told and "bought castings." in told
