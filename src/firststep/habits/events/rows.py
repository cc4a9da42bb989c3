"""Events, encounters and offers: how their rows are written, and which event is meant."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from firststep.errors import CannotDo
from firststep.facts.text import fold
from firststep.habits.events.models import Encounter, Event, Offer
from firststep.journal.actions import Recording
from firststep.steps.goal.models import Campaign
from firststep.steps.goal.typed import line, note
from firststep.steps.outreach.models import Touch

MOST_SAID = 500  # letters
_ALIKE = 80  # of 100: a letter or two away
_NUMBER = re.compile(r"e?(\d{1,18})", re.IGNORECASE | re.ASCII)


def event_named(campaign: Campaign, text: str, *, on: date) -> Event | None:
    """The event meant by a number (`e3`), its name or a part of it; None where none is.

    Of several of that name it is the last one up to the day, else the next to come. Raises
    CannotDo where a part fits several names, or a name is one letter away from another.
    """
    known = Event.objects.filter(campaign=campaign)
    number = _NUMBER.fullmatch(text.strip())
    if number and (found := known.filter(pk=int(number[1])).first()):
        return found
    fitting = _fitting(_key(text), list(known.order_by("on", "pk")))
    if len({_key(one.name) for one in fitting}) > 1:
        raise _which(text, fitting)
    if not fitting:
        _refuse_slip(text, known)
        return None
    return next((one for one in reversed(fitting) if one.on <= on), fitting[0])


def _fitting(wanted: str, known: Sequence[Event]) -> list[Event]:
    """The events of that name, else those of which it is a part."""
    if not wanted:
        return []
    same = [one for one in known if _key(one.name) == wanted]
    return same or [one for one in known if f" {wanted}" in f" {_key(one.name)}"]


def same_event(campaign: Campaign, name: str, on: date) -> Event | None:
    """The event of that very name on that day."""
    there = Event.objects.filter(campaign=campaign, on=on).order_by("pk")
    return next((one for one in there if _key(one.name) == _key(name)), None)


def find_event(campaign: Campaign, text: str, *, on: date) -> Event:
    """As `event_named`; raises CannotDo where there is no such event."""
    found = event_named(campaign, text, on=on)
    if found is None:
        raise CannotDo(
            'There is no event "{text}". Add it.',
            text=text[:60],
            kind="not_found",
            typed=f'firststep event add "{text[:60]}"',
        )
    return found


def _key(name: str) -> str:
    """The folded name without an article in front: "the SCM Mixer" is "scm mixer"."""
    return re.sub(r"^(?:the|an?|our) ", "", fold(name))


def _refuse_slip(text: str, known: Iterable[Event]) -> None:
    from rapidfuzz.fuzz import ratio

    near = [one for one in known if ratio(_key(text), _key(one.name)) >= _ALIKE]
    if near:
        raise _which(text, near)


def _which(text: str, found: list[Event]) -> CannotDo:
    names = " or ".join(dict.fromkeys(one.name for one in found))
    return CannotDo(
        'Which event is "{text}"? Perhaps {names}. Say its name or number.',
        text=text[:60],
        names=names,
        kind="ambiguous",
        candidates=[
            {"id": one.pk, "name": f"{one.name}, {one.on}", "is": "event"} for one in found
        ],
    )


def event_name(text: str) -> str:
    """An event's name as typed. Raises CannotDo where it names none."""
    name = line(text, called="the event's name", most=300, needed=True)
    if not any(c.isalpha() for c in name):
        raise CannotDo("{name!r} is not the name of an event.", name=name, kind="bad_input")
    return name


def make_event(
    change: Recording, *, name: str, on: date, place: str = "", purpose: str = ""
) -> Event:
    return change.make(Event(name=name, on=on, place=place, purpose=purpose))


def write_encounter(
    change: Recording, touch: Touch, *, event: Event | None, said: str
) -> Encounter:
    """Where somebody was met, and what was talked about."""
    return change.make(Encounter(touch=touch, event=event, said=said))


def said_typed(text: str) -> str:
    return note(text, called="what was said", most=MOST_SAID)


def write_offer(
    change: Recording, touch: Touch, *, to: str, says: str, opens: date | None, until: date | None
) -> Offer:
    """A standing offer, made on the day of its touch; it holds from then, or from when it opens."""
    row = Offer(campaign=change.campaign, touch=touch, to=to, says=says)
    row.opens_on, row.until = opens, until
    return change.make(row)
