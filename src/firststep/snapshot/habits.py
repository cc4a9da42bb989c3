"""What is kept of the habits as of a day, read in one question: favours, promises, offers, who was
met at what, interviews, and what stayed of a talk."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from operator import attrgetter
from typing import NamedTuple

from firststep.facts.habits import FavourFacts, InterviewFacts
from firststep.facts.snapshot import PersonFacts
from firststep.habits.favours.reckoning import DONE_FOR, HELPFUL, KeptFavour, reckoned
from firststep.snapshot.logs import FetchedRow, RowsByKey, fetched

HABITS_IN = (
    "Encounter", "Event", "Favour", "Interview", "Interviewer", "Lesson", "Offer", "Practice",
    "Promise",
)  # fmt: skip
_HABITS = """
SELECT 1, id, person_id, way, what, "on", touch_id, returns_id, told_on, settled_on
FROM firststep_favour WHERE campaign_id = %s AND "on" <= %s
UNION ALL
SELECT 2, id, person_id, whose, what, "on", NULL, NULL, NULL, NULL FROM firststep_promise
WHERE campaign_id = %s AND "on" <= %s AND (kept_on IS NULL OR kept_on > %s)
UNION ALL
SELECT 3, id, NULL, "to", says, until, touch_id, NULL, opens_on, NULL
FROM firststep_offer WHERE campaign_id = %s
UNION ALL
SELECT 4, encounter.id, NULL, event.name, said, NULL, touch_id, NULL, NULL, NULL
FROM firststep_encounter AS encounter LEFT JOIN firststep_event AS event ON event.id = event_id
WHERE encounter.campaign_id = %s
UNION ALL
SELECT 5, interview.id, person_id, CAST(at_time AS varchar(16)), '', on_day, company_id, people.id,
held_on, cancelled_on FROM firststep_interview AS interview
LEFT JOIN firststep_interviewer AS people ON people.interview_id = interview.id
WHERE interview.campaign_id = %s AND dated_on <= %s
UNION ALL
SELECT 6, id, NULL, '', '', "on", company_id, NULL, NULL, NULL FROM firststep_practice
WHERE campaign_id = %s AND "on" <= %s AND company_id IS NOT NULL
UNION ALL
SELECT 7, id, NULL, NULL, what, NULL, touch_id, NULL, NULL, NULL
FROM firststep_lesson WHERE campaign_id = %s AND about = 'stayed'
"""


class PromiseRow(NamedTuple):
    """A promise that is open."""

    id: int
    person_id: int
    whose: str
    what: str
    on: date


class OfferRow(NamedTuple):
    """An offer: its touch, to whom, in which words, until when, and from when where that is later
    than the day it was made."""

    touch_id: int
    to: str
    says: str
    until: date | None
    opens_on: date | None = None


class EncounterRow(NamedTuple):
    """Somebody met: its touch, at what, what was talked about."""

    touch_id: int
    event: str
    said: str


class StayedRow(NamedTuple):
    """What stayed with the seeker of a talk, which is its touch."""

    touch_id: int
    what: str


class Habits(NamedTuple):
    """The rows of a day; what hangs on a touch may be of a later one, which that tells."""

    favours: tuple[KeptFavour, ...]
    promises: tuple[PromiseRow, ...]
    offers: tuple[OfferRow, ...]
    encounters: tuple[EncounterRow, ...]
    interviews: tuple[InterviewFacts, ...]
    stayed: tuple[StayedRow, ...]


def read_habits(campaign: int, today: date) -> Habits:
    """What is kept of the habits up to a day."""
    to_a_day = (campaign, today)
    given = (*to_a_day, *to_a_day, today, campaign, campaign, *to_a_day, *to_a_day)
    found: tuple[list[FetchedRow], ...] = ([], [], [], [], [], [], [])
    for what, *row in fetched(_HABITS, *given, campaign):
        found[what - 1].append(tuple(row))
    favours, promises, offers, encounters, interviews, practised, stayed = found
    return Habits(
        tuple(
            KeptFavour(key, touch, person, way, what, on, returns, told_on, settled_on)
            for key, person, way, what, on, touch, returns, told_on, settled_on in favours
        ),
        tuple(PromiseRow(*row[:5]) for row in promises),
        tuple(OfferRow(row[5], row[2], row[3], row[4], row[7]) for row in offers),
        tuple(EncounterRow(row[5], row[2] or "", row[3]) for row in encounters),
        interviews_told(interviews, practised, today=today),
        tuple(StayedRow(row[5], row[3]) for row in stayed),
    )


def interviews_told(
    rows: Iterable[FetchedRow], practised: Iterable[FetchedRow], *, today: date
) -> tuple[InterviewFacts, ...]:
    """Those that were not called off, by day, with who sits there and when one practised last for
    that company. A row each for whoever sits there, as the question about habits finds it."""
    last: dict[int, date] = {}
    for _, _, _, _, on, company, *_ in practised:
        last[company] = max(on, last.get(company, on))
    found: dict[int, InterviewFacts] = {}
    for key, person, clock, _, on, company, _, held_on, off_on in sorted(rows, key=_in_order):
        if off_on is not None and off_on <= today:
            continue
        held = held_on if held_on is not None and held_on <= today else None
        at = time.fromisoformat(clock) if clock else None
        one = found.setdefault(key, InterviewFacts(key, company, on, at, held, last.get(company)))
        if person is not None:
            found[key] = one._replace(people=(*one.people, person))
    return tuple(sorted(found.values(), key=attrgetter("on", "id")))


def _in_order(row: FetchedRow) -> tuple[int, int]:
    """By interview, then as people were named."""
    return row[0], row[6] or 0


def favours_told(
    kept: Sequence[KeptFavour],
    touches: RowsByKey,
    outcomes: RowsByKey,
    people: Mapping[int, PersonFacts],
) -> tuple[FavourFacts, ...]:
    """Those written down, and those the log tells of, the oldest first."""
    every = touches.values()
    done = [(row[1], row[3], row[4]) for row in every if row[3] in DONE_FOR and not row[6]]
    helpful = {row[1]: row for row in outcomes.values() if row[3] in HELPFUL}
    helped = [
        (row[0], row[1], answer[3], answer[4], _name(answer[7], people))
        for touch, answer in helpful.items()
        if (row := touches.get(touch))
    ]
    return reckoned(kept, done, helped)


def _name(person: int | None, people: Mapping[int, PersonFacts]) -> str | None:
    found = people.get(person or 0)
    return found.name if found else None
