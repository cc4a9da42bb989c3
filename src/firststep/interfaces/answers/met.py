"""Whom one met: in a line each, or read from cards and shown before it is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Unpack

from firststep.errors import CannotDo
from firststep.facts.said import say
from firststep.habits.events.reckoning import last_day
from firststep.interfaces.answers.named_files import bytes_in
from firststep.interfaces.answers.plain import record_of
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.people.naming import named
from firststep.verbs.habits import event as verb
from firststep.verbs.habits.cards import MetRead, read_met

_MOST_BYTES = 400_001


@dataclass(frozen=True, slots=True, kw_only=True)
class OneMet:
    person_id: int
    approach_id: int
    event_id: int | None
    follow_up_by: date
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MetUnderstood:
    """Somebody who was read from a text or a card. `person_id` of who is known already; `sure`:
    whether they may be written as they are, else `question` is what to ask first."""

    name: str
    title: str
    company: str
    email: str
    phone: str
    linkedin: str
    said: str
    person_id: int | None
    known_as: str
    sure: bool
    question: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SomebodyMet:
    """`people` are all who were written down, the first of them told beside; `understood` are those
    read from a file, who are written with --yes where they are sure."""

    person_id: int | None
    approach_id: int | None
    event_id: int | None
    follow_up_by: date | None
    words: str
    people: tuple[OneMet, ...]
    understood: tuple[MetUnderstood, ...]
    written: bool


class MeetingTold(verb.MetThere, total=False):
    """What may be said of meeting somebody, and the file they are read from, which is only shown
    without `yes`."""

    file: str | None
    yes: bool


_ONE_PERSONS: tuple[Literal["email", "phone", "linkedin"], ...] = ("email", "phone", "linkedin")


def met(
    campaign: Campaign, *, stamp: Stamp, who: Sequence[str] = (), **said: Unpack[MeetingTold]
) -> SomebodyMet:
    """Writes down who is told outright; of a file (`-` is what comes in) shows what it says.

    Raises CannotDo where nobody is told, or where one address would be several people's.
    """
    file, yes, at = said.pop("file", None), said.pop("yes", False), said.get("at", "")
    if file is not None:
        return _from_file(campaign, stamp, file, at=at, yes=yes)
    if not who:
        words = say("Say whom you met, such as: Priya Nair, Head of Ops, Acme.")
        raise CannotDo(words, kind="bad_input", typed='firststep met "…"')
    if len(who) == 1:
        return _written([verb.met(campaign, stamp=stamp, who=who[0], **_there(said))])
    if ways := [kind for kind in _ONE_PERSONS if said.get(kind)]:
        words = say("An address, a number or a profile is one person's. Say them one by one.")
        raise CannotDo(words, kind="bad_input", typed=f"--{ways[0]}")
    people = [_one(text, said) for text in who]
    return _written(verb.met_all(campaign, stamp=stamp, people=people, at=at))


def _there(said: MeetingTold) -> verb.MetThere:
    return {name: text for name, text in said.items() if name in verb.MetThere.__annotations__}  # type: ignore[return-value]  # the fields of it


def _one(text: str, said: MeetingTold) -> verb.MetOne:
    whom = named(text, asked="whom you met")
    return verb.MetOne(
        name=whom.name,
        title=whom.title,
        company=whom.company,
        said=said.get("said", ""),
        promise=said.get("promise", ""),
        theirs=said.get("theirs", ""),
    )


def _from_file(campaign: Campaign, stamp: Stamp, file: str, *, at: str, yes: bool) -> SomebodyMet:
    read = read_met(campaign, bytes_in(file, longest=_MOST_BYTES))
    sure = [one.one for one in read if not one.question]
    understood = tuple(map(_understood, read))
    done = verb.met_all(campaign, stamp=stamp, people=sure, at=at) if yes else []
    return _written(done, understood=understood)


def _understood(one: MetRead) -> MetUnderstood:
    return record_of(
        MetUnderstood,
        one.one,
        known_as=one.known_as,
        sure=not one.question,
        question=one.question or None,
    )


def _written(
    done: Sequence[verb.Met], *, understood: tuple[MetUnderstood, ...] = ()
) -> SomebodyMet:
    people = tuple(record_of(OneMet, one, follow_up_by=last_day(one.on)) for one in done)
    first = people[0] if people else None
    return SomebodyMet(
        person_id=first.person_id if first else None,
        approach_id=first.approach_id if first else None,
        event_id=first.event_id if first else None,
        follow_up_by=first.follow_up_by if first else None,
        words=" ".join(one.words for one in people),
        people=people,
        understood=understood,
        written=bool(people),
    )
