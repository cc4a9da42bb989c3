"""What somebody and the seeker have besides notes, as of a day, by person."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from operator import attrgetter
from typing import Any, NamedTuple

from firststep.facts.habits import Between, LastSaid, OfferFacts
from firststep.facts.snapshot import PersonFacts
from firststep.facts.text import first_words
from firststep.snapshot.habits import Habits
from firststep.snapshot.logs import OfferDays, RowsByKey

_Met = tuple[date, int, int]  # when, in which order of that day, with whom


class TextRow(NamedTuple):
    """The beginning of what somebody wrote or the two said, at a touch."""

    touch_id: int
    text: str


def offers_hold(habits: Habits) -> dict[int, OfferDays]:
    """From when and until when each offer holds that says so, by its touch."""
    dated = (one for one in habits.offers if one.opens_on or one.until)
    return {one.touch_id: OfferDays(one.opens_on, one.until) for one in dated}


def kept_in_touch(people: Mapping[int, PersonFacts]) -> frozenset[int]:
    """Those one stays in touch with."""
    return frozenset(key for key, one in people.items() if one.keep)


def between(habits: Habits, touches: RowsByKey, keeping: Collection[int]) -> dict[int, Between]:
    """Of everybody there is something of: the newest encounter and offer, the open promises, and
    what stayed of the newest talk of which something did; what was said last of those `keeping`."""
    texts = _texts(habits, touches, keeping)
    found: dict[int, dict[str, Any]] = defaultdict(dict)
    on_a_touch = (habits.offers, habits.encounters, habits.stayed, texts)
    wanted = {one.touch_id for rows in on_a_touch for one in rows}
    told = _told_by(touches, wanted)
    for (on, _, person), met in _in_time(habits.encounters, told):
        found[person] |= {"event": met.event, "event_on": on, "said": met.said}
    for (on, _, person), made in _in_time(habits.offers, told):
        found[person]["offer"] = OfferFacts(made.says, made.to, on, made.until, made.opens_on)
    for (_, _, person), kept in _in_time(habits.stayed, told):
        found[person]["stayed"] = kept.what
    for person, last in _last_said(habits, texts, told).items():
        found[person]["last"] = last
    for promise in sorted(habits.promises, key=attrgetter("on", "id")):
        side = "promised" if promise.whose == "mine" else "awaited"
        theirs = found[promise.person_id]
        theirs[side] = (*theirs.get(side, ()), promise.what)
    return {person: Between(**parts) for person, parts in found.items()}


def _texts(habits: Habits, touches: RowsByKey, keeping: Collection[int]) -> tuple[TextRow, ...]:
    """What was written or said, but where they met: that stands with the encounter."""
    met = {one.touch_id for one in habits.encounters}
    said = (row for row in touches.values() if row[8] and row[1] in keeping)
    return tuple(TextRow(row[0], row[8]) for row in said if row[0] not in met)


def _last_said(
    habits: Habits, texts: tuple[TextRow, ...], told: dict[int, _Met]
) -> dict[int, LastSaid]:
    """The newest of what was talked about where they met, stayed of a talk, and was written; what
    was noted on a sheet before the text of its talk."""
    rows = [
        *((when, 1, LastSaid("met", met.said)) for when, met in _in_time(habits.encounters, told)),
        *((when, 2, LastSaid("stayed", one.what)) for when, one in _in_time(habits.stayed, told)),
        *((when, 0, LastSaid("text", first_words(one.text)))
          for when, one in _in_time(texts, told)),
    ]  # fmt: skip
    newest = sorted(rows, key=lambda row: (row[0][:2], row[1]))
    return {when[2]: last for when, _, last in newest if last.words}


def _told_by(touches: RowsByKey, wanted: set[int]) -> dict[int, _Met]:
    """Those touches; what is not among them is of a later day."""
    rows = (touches[key] for key in wanted if key in touches)
    return {touch: (on, order, person) for touch, person, _, _, on, order, *_ in rows}


def _in_time(rows: tuple[Any, ...], told: dict[int, _Met]) -> list[tuple[_Met, Any]]:
    """With when and with whom, the oldest first."""
    known = [(told[row.touch_id], row) for row in rows if row.touch_id in told]
    return sorted(known, key=lambda one: one[0][:2])
