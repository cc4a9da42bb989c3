"""What the page of a step gives to be said."""

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from firststep.journal.actions import Stamp
from firststep.verbs.goal.rhythm import set_playbook
from firststep.verbs.thread import record_reply, record_sent
from tests.cast import MONDAY
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

    promised = "write again|You&#x27;ll hear from me|come back to you"
    assert re.search(f"(?:{promised}) in a few weeks", thanks)  # no day of theirs is claimed
    asked = f"on {MONDAY.day} {MONDAY:%B}"
    as_asked = (
        f"{asked} you asked me to write again about now",
        f"You said {asked} that now would be a better time",
        f"as you suggested {asked}",
    )
    for page in (again, first):
        assert re.search("|".join(as_asked), page, re.IGNORECASE)
