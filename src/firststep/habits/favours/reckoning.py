"""All favours as they stand on a day: those written down, and those the log tells of."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from firststep.facts.habits import FavourFacts
from firststep.habits.favours.called import A_NAME, THEIR_HELP, name_they_gave
from firststep.habits.favours.models import Favour
from firststep.steps.outreach.models import Outcome, Touch

THANKS, TOLD = ("thank", "answer"), ("report_back",)
DONE_FOR, HELPFUL = frozenset((*THANKS, *TOLD)), frozenset(("helped", "refers"))


class KeptFavour(NamedTuple):
    """A favour as it is written down."""

    id: int
    touch_id: int | None
    person_id: int
    way: str
    what: str
    on: date
    returns_id: int | None
    told_on: date | None
    settled_on: date | None


# Thanks said, or what came of it told: to whom, which of the two, when.
Done = tuple[int, str, date]
# An answer by which somebody did a favour: its touch, who, what, when, and whose name they gave.
Helped = tuple[int, int, str, date, str | None]


def favours_on(campaign: int, on: date) -> tuple[FavourFacts, ...]:
    """What was given and received up to a day, the oldest first, in a fixed number of queries."""
    out = Touch.objects.filter(campaign=campaign, inbound=False, on__lte=on, kind__in=DONE_FOR)
    answers = Outcome.objects.filter(
        campaign=campaign, kind__in=HELPFUL, on__lte=on, touch__isnull=False
    )
    helped = answers.values_list("touch_id", "touch__person_id", "kind", "on", "named__name")
    done = out.values_list("person_id", "kind", "on")
    rows = Favour.objects.filter(campaign=campaign, on__lte=on)
    kept = [KeptFavour(*row) for row in rows.values_list(*KeptFavour._fields)]
    return reckoned(kept, list(done), list(helped))


def reckoned(
    kept: Collection[KeptFavour], done: Iterable[Done], helped: Iterable[Helped]
) -> tuple[FavourFacts, ...]:
    """The favours, the oldest first, by what was done for them since. Pure."""
    since = _since(done)
    returned = {row.returns_id for row in kept}
    known = {row.touch_id for row in kept}
    found = [_kept(row, since, returned) for row in kept]
    found += _told_by_the_log((one for one in helped if one[0] not in known), since)
    found.sort(key=lambda one: (one.on, one.id or 0, one.touch_id or 0))
    return _given_back(found)


def _given_back(found: list[FavourFacts]) -> tuple[FavourFacts, ...]:
    """A favour given that names none it returns is for the oldest one received from them before."""
    told = list(found)
    for at, given in enumerate(found):
        if given.way != "given" or given.returned:
            continue
        owed = (n for n, one in enumerate(told[:at]) if _is_owed_by(one, given.person_id))
        if (first := next(owed, None)) is not None:
            told[first], told[at] = (told[n]._replace(returned=True) for n in (first, at))
    return tuple(told)


def _is_owed_by(one: FavourFacts, person_id: int) -> bool:
    return one.person_id == person_id and one.is_owed_on(one.on)


class _Since(NamedTuple):
    """The last day each person was thanked, and told what came of it."""

    thanked: dict[int, date]
    told: dict[int, date]


def _since(done: Iterable[Done]) -> _Since:
    found = _Since(defaultdict(lambda: date.min), defaultdict(lambda: date.min))
    for person, kind, day in sorted(done, key=itemgetter(2)):
        found.thanked[person] = day  # who tells what came of it gives thanks as well
        if kind in TOLD:
            found.told[person] = day
    return found


def _kept(row: KeptFavour, since: _Since, returned: set[int | None]) -> FavourFacts:
    given = row.way == "given"
    told = row.told_on is not None or since.told[row.person_id] >= row.on
    return FavourFacts(
        id=row.id,
        touch_id=row.touch_id,
        person_id=row.person_id,
        way="given" if given else "received",
        what=row.what,
        on=row.on,
        thanked=None if given else since.thanked[row.person_id] >= row.on,
        told=None if given else told,
        returned=row.id in returned or row.returns_id is not None,
        settled=row.settled_on is not None,
        settled_on=row.settled_on,
    )


def _told_by_the_log(helped: Iterable[Helped], since: _Since) -> Iterator[FavourFacts]:
    """Whoever helped or gave a name did the seeker a favour."""
    for touch_id, person, kind, on, name in helped:
        thanked, told = since.thanked[person] >= on, since.told[person] >= on
        yield FavourFacts(None, person, "received", _what(kind, name), on, touch_id, thanked, told)


def _what(kind: str, name: str | None) -> str:
    if name:
        return name_they_gave(name)
    return A_NAME if kind == "refers" else THEIR_HELP
