"""What the seeker says in a talk, in the language of the letters and by du or Sie. Pure."""

from functools import cache
from typing import cast

from firststep.facts.asks import USUAL_ASK
from firststep.facts.channels import USUAL_CHANNEL
from firststep.facts.draft import DraftFacts
from firststep.facts.habits import NOTHING_BETWEEN
from firststep.facts.kinds import HowCalled
from firststep.facts.snapshot import PersonFacts, Snapshot
from firststep.steps.outreach.aloud import table_aloud
from firststep.steps.outreach.at_event import at_event
from firststep.steps.outreach.drafting.german.how import german_occasion
from firststep.steps.outreach.drafting.german.names import role_named
from firststep.steps.outreach.drafting.names import with_article
from firststep.steps.outreach.drafting.tongues import variety_for
from firststep.steps.outreach.wordings.languages import Variety, variety_of, written_in


def spoken_to(snapshot: Snapshot, person: PersonFacts, *, signed_given: bool = False) -> Variety:
    """The variety in which one talks with somebody: that of a letter to them."""
    return variety_for(_facts_of(snapshot, person, signed_given=signed_given))


def spoken_to_strangers(snapshot: Snapshot) -> Variety:
    """The same with people of whom nothing is known, such as those at an interview."""
    called: HowCalled = "sie"
    return variety_of(snapshot.language, snapshot.calendar.country, called)


def aloud_line(name: str, variety: Variety, **fields: str) -> str:
    """A line of the table with its fields filled in."""
    return _lines(variety)[name].format(**fields)


def occasion_aloud(snapshot: Snapshot, person: PersonFacts, variety: Variety) -> str:
    """Where the two met, as it stands within a sentence; "" where that cannot be said."""
    event = snapshot.between.get(person.id, NOTHING_BETWEEN).event
    if not event or written_in(variety).folder == "en":
        return at_event(event) if event else ""
    return german_occasion(_facts_of(snapshot, person))


def role_aloud(role: str, variety: Variety) -> str:
    """The work one looks for, as it stands within a sentence."""
    return with_article(role) if written_in(variety).folder == "en" else role_named(role)


def _facts_of(snapshot: Snapshot, person: PersonFacts, *, signed_given: bool = False) -> DraftFacts:
    """What tells how somebody is spoken to, and where the two met."""
    return DraftFacts(
        kind="write",
        ask=USUAL_ASK,
        channel=USUAL_CHANNEL,
        seeker=snapshot.seeker,
        country=snapshot.calendar.country,
        language=snapshot.language,
        name=person.name,
        given=person.given,
        company=next((post.company for post in person.current), ""),
        address=cast(HowCalled, person.called),
        tie=person.tie.kind if person.tie else None,
        how=person.tie.how if person.tie else "",
        signed_given=signed_given,
        between=snapshot.between.get(person.id, NOTHING_BETWEEN),
    )


@cache
def _lines(variety: Variety) -> dict[str, str]:
    rows = (row.partition(" | ") for row in table_aloud(__file__, "lines", variety) if row)
    return {name: text for name, _, text in rows}
