"""All favours as they stand on a day: those written down, and those the log tells of."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from firststep.facts.habits import FavourFacts
from firststep.habits.favours.models import Favour
from firststep.steps.outreach.models import Outcome, Touch

FAVOURS_IN = ("Favour", "Outcome", "Person", "Touch")
THANKS, TOLD = ("thank", "answer"), ("report_back",)


def favours_on(campaign: int, on: date) -> tuple[FavourFacts, ...]:
    """What was given and received up to a day, the oldest first, in a fixed number of queries."""
    since = _since(campaign, on)
    rows = list(Favour.objects.filter(campaign=campaign, on__lte=on))
    returned = {row.returns_id for row in rows}
    found = [_kept(row, since, returned) for row in rows]
    known = {row.touch_id for row in rows if row.touch_id}
    found += [one for one in _told_by_the_log(campaign, on, since) if one.touch_id not in known]
    return tuple(sorted(found, key=lambda one: (one.on, one.id or 0, one.touch_id or 0)))


class _Since(NamedTuple):
    """The last day each person was thanked, and told what came of it."""

    thanked: dict[int, date]
    told: dict[int, date]


def _since(campaign: int, on: date) -> _Since:
    found = _Since(defaultdict(lambda: date.min), defaultdict(lambda: date.min))
    touches = Touch.objects.filter(campaign=campaign, inbound=False, on__lte=on)
    written = touches.filter(kind__in=(*THANKS, *TOLD)).order_by("on")
    for person, kind, day in written.values_list("person_id", "kind", "on"):
        (found.thanked if kind in THANKS else found.told)[person] = day
        if kind in TOLD:
            found.thanked[person] = day
    return found


def _kept(row: Favour, since: _Since, returned: set[int | None]) -> FavourFacts:
    given = row.way == "given"
    told = row.told_on is not None or since.told[row.person_id] >= row.on
    return FavourFacts(
        id=row.pk,
        touch_id=row.touch_id,
        person_id=row.person_id,
        way="given" if given else "received",
        what=row.what,
        on=row.on,
        thanked=None if given else since.thanked[row.person_id] >= row.on,
        told=None if given else told,
        returned=row.pk in returned or row.returns_id is not None,
        settled=row.settled_on is not None,
    )


def _told_by_the_log(campaign: int, on: date, since: _Since) -> Iterator[FavourFacts]:
    """Whoever helped or gave a name did the seeker a favour."""
    rows = Outcome.objects.filter(
        campaign=campaign, kind__in=("helped", "refers"), on__lte=on, touch__isnull=False
    )
    for row in rows.values("touch_id", "touch__person_id", "kind", "on", "named__name"):
        person = row["touch__person_id"]
        yield FavourFacts(
            id=None,
            touch_id=row["touch_id"],
            person_id=person,
            way="received",
            what=_what(row["kind"], row["named__name"]),
            on=row["on"],
            thanked=since.thanked[person] >= row["on"],
            told=since.told[person] >= row["on"],
        )


def _what(kind: str, name: str | None) -> str:
    if name:
        return f"the name of {name}"
    return "a name" if kind == "refers" else "their help"
