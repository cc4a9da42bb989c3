"""From whom something came: the mail it answers, the address, the name. Never the subject."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from firststep.errors import CannotDo
from firststep.facts.text import fold
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.hearing.incoming import CameIn, Hearing
from firststep.steps.outreach.hearing.rows import WhoWrote, answered_message, people_at
from firststep.steps.people.models import Person
from firststep.verbs.thread.step import Meant, step_for, whose

if TYPE_CHECKING:
    from django.db.models import QuerySet

_APOSTROPHE = re.compile("['’ʼ`]")


def who_wrote(
    campaign: Campaign, stamp: Stamp, incoming: CameIn, found: Hearing, ref: str
) -> tuple[WhoWrote, Meant | None]:
    """As it is said; else by the message it answers, the address, the name. Never by subject."""
    if ref:
        step = step_for(campaign, ref, stamp.on)
        return _by_step(step, whose(step)), step
    message = answered_message(campaign, incoming.answers_to)
    people = [message.person] if message else list(_candidates(campaign, incoming, found))
    if len({one.pk for one in people}) > 1:
        raise CannotDo(
            "This could be from several people. Say from whom it came.",
            kind="ambiguous",
            candidates=[{"id": one.pk, "name": one.name, "is": "person"} for one in people[:20]],
            typed="firststep heard APPROACH",
        )
    if not people:
        return WhoWrote(), None
    step = step_for(campaign, f"p{people[0].pk}", stamp.on)
    by = _by_step(step, people[0])
    return (replace(by, approach_id=message.approach_id) if message else by), step


def _by_step(step: Meant, person: Person) -> WhoWrote:
    return WhoWrote(person=person, approach_id=step.approach.pk if step.approach else None)


def _candidates(campaign: Campaign, incoming: CameIn, found: Hearing) -> Iterator[Person]:
    """By the address it came from, or that it says is dead; else by the name."""
    emails = (*incoming.dead, *incoming.waiting, *found.dead)
    at = people_at(campaign, emails or (incoming.sender.email,))
    if at:
        yield from at
        return
    names = [found.writer, *_named_first(found), found.signed]
    people = Person.objects.filter(campaign=campaign)
    for key in [fold(name) for name in names if len(name.split()) > 1]:
        if same := list(people.filter(name_key__in=_spelled(key)).order_by("id")[:20]):
            yield from same
            return
    if found.signed and not found.writer:
        yield from _written_to(people, found.signed)


def _spelled(key: str) -> set[str]:
    """A name's key with each sign that stands for an apostrophe: O'Brien, O’Brien."""
    return {_APOSTROPHE.sub(sign, key) for sign in "'’ʼ`"}


def _written_to(people: "QuerySet[Person]", given: str) -> list[Person]:
    """Of those who were written to in this round the one of that given name; none where it is not
    clear."""
    open_to = people.filter(approaches__closed_on=None, approaches__goal__ended_on=None)
    told = open_to.filter(given__iexact=given, touches__inbound=False).distinct()
    found = list(told.order_by("id")[:2])
    return found if len(found) == 1 else []


def _named_first(found: Hearing) -> Iterator[str]:
    """ "Noah Chen accepted your invitation": whom a notice begins with."""
    if found.automatic and found.proposals:
        words = found.proposals[0].sentence.replace(",", " ").split()
        yield from (" ".join(words[:count]) for count in (3, 2))
