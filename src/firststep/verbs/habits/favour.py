"""Favours given and received, and promises: written down, thanked for, returned, kept."""

from typing import Any, TypedDict, Unpack, cast

from firststep.errors import CannotDo
from firststep.facts.habits import FAVOUR_WAYS, PROMISE_WHOSE, FavourWay, PromiseWhose
from firststep.facts.said import say
from firststep.habits.favours.models import Favour, Promise
from firststep.habits.favours.rows import (
    favour_meant,
    favour_of,
    kept_favour,
    promise_of,
    what_typed,
    write_favour,
    write_promise,
)
from firststep.journal.actions import Recording, Stamp, recording
from firststep.journal.turns import in_turn
from firststep.steps.goal.models import Campaign
from firststep.steps.goal.typed import one_of
from firststep.steps.people.finding.finding import find_person
from firststep.steps.people.models import Person


class FavourSaid(TypedDict, total=False):
    """What may be said of a favour: which one it `returns`, that they were `told` what came of it,
    that it is `done`: the seeker leaves it at that."""

    returns: str | None
    told: bool
    done: bool


@in_turn
def record_favour(
    campaign: Campaign,
    *,
    stamp: Stamp,
    person: str,
    way: str,
    what: str = "",
    **said: Unpack[FavourSaid],
) -> Favour:
    """Writes down help given or received, or says more of one known: the same words, or without
    words the newest of that way.

    Raises CannotDo where it is said without words and none is known, or where a favour would
    return one of another person's, or one of its own way.
    """
    way = cast(FavourWay, one_of(way, FAVOUR_WAYS, called="a way of a favour"))
    found, what = find_person(campaign, person), what_typed(what)
    with recording(campaign, stamp, verb="favour", about=found) as change:
        known = favour_of(change, found, way, what)
        if known is None and not what:
            raise CannotDo(
                "Say what it was, such as: the name of their manager.",
                kind="bad_input",
                typed=f'firststep favour "{found.name}" {way} "…"',
            )
        is_more = known is not None and (not what or any(said.values()))
        row = (
            kept_favour(change, known)
            if known is not None and is_more
            else write_favour(change, found, way=way, what=what)
        )
        change.change(row, **_said_of(change, row, said))
        change.words = _words(found, row, said)
    return row


def _said_of(change: Recording, row: Favour, said: FavourSaid) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if said.get("told"):
        fields["told_on"] = row.told_on or change.on
    if said.get("done"):
        fields["settled_on"] = row.settled_on or change.on
    if wanted := said.get("returns"):
        fields["returns"] = _returned(change, row, wanted)
    return fields


def _returned(change: Recording, row: Favour, wanted: str) -> Favour:
    told = favour_meant(change.campaign, wanted, change)
    if told.person_id != row.person_id:
        raise CannotDo("That favour is not {name}'s.", name=row.person.name, kind="bad_input")
    if told.way == row.way:
        raise CannotDo(
            say("Both were given. One returns the other.")
            if row.way == "given"
            else say("Both were received. One returns the other."),
            kind="bad_input",
        )
    return kept_favour(change, told)


def _words(person: Person, row: Favour, said: FavourSaid) -> str:
    if said.get("told"):
        return say("You told {name} what came of it: {what}.", name=person.name, what=row.what)
    if said.get("done"):
        return say("You leave it at that with {name}: {what}.", name=person.name, what=row.what)
    if row.way == "given":
        return say("You did {name} a favour: {what}.", name=person.name, what=row.what)
    return say("{name} did you a favour: {what}.", name=person.name, what=row.what)


@in_turn
def record_promise(
    campaign: Campaign,
    *,
    stamp: Stamp,
    person: str,
    whose: str,
    what: str = "",
    kept: bool = False,
) -> Promise:
    """Writes down what one of the two said they would do; `kept`: it was done.

    Without words the oldest of them that is open is meant. Raises CannotDo where none is.
    """
    whose = cast(PromiseWhose, one_of(whose, PROMISE_WHOSE, called="whose a promise is"))
    found, what = find_person(campaign, person), what_typed(what)
    with recording(campaign, stamp, verb="promise", about=found) as change:
        row = promise_of(found, whose, what) if kept else None
        if row is None:
            row = write_promise(change, found, whose=whose, what=_needed(found, whose, what))
        if kept:
            change.change(row, kept_on=row.kept_on or change.on)
        change.words = _promised(found, row)
    return row


def _needed(person: Person, whose: str, what: str) -> str:
    if not what:
        raise CannotDo(
            "Say what was promised, such as: send the article.",
            kind="bad_input",
            typed=f'firststep promise "{person.name}" {whose} "…"',
        )
    return what


def _promised(person: Person, row: Promise) -> str:
    said = {"name": person.name, "what": row.what}
    if row.whose == "mine":
        if row.kept_on:
            return say("You kept what you promised {name}: {what}.", **said)
        return say("You promised {name}: {what}.", **said)
    if row.kept_on:
        return say("{name} kept what they promised: {what}.", **said)
    return say("{name} promised you: {what}.", **said)
