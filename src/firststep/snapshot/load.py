"""One whole campaign, read once and frozen: a fixed number of queries whatever its size."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from typing import Any, TypedDict, cast

from firststep.facts.calendar import WorkCalendar
from firststep.facts.channels import Account
from firststep.facts.kinds import Language
from firststep.facts.snapshot import (
    IN_TIME,
    ApproachFacts,
    CompanyFacts,
    GoalFacts,
    LogLine,
    PersonFacts,
    SeatFacts,
    Snapshot,
)
from firststep.keeping.kept_query import Blank, KeptQuery
from firststep.snapshot import people as persons
from firststep.snapshot.between import between, kept_in_touch, offers_hold
from firststep.snapshot.earlier import LANDED_IN, contacts_before, read_landed
from firststep.snapshot.habits import HABITS_IN, favours_told, read_habits
from firststep.snapshot.heard import HEARD_IN, read_heard
from firststep.snapshot.invitations import Invitations, Sent, invited, with_invitations
from firststep.snapshot.logs import (
    ARRANGED_IN,
    FetchedRow,
    Logs,
    RowsByKey,
    by_approach,
    fetched_among,
    log_mended,
    read_arranged,
    read_outcomes,
    read_touches,
)
from firststep.snapshot.matches import MATCHED_IN, Matches, read_matches
from firststep.snapshot.parts import Parts
from firststep.snapshot.targets import LISTED_IN, Targeted, named_by_title, read_list
from firststep.steps.goal.models import Campaign, Goal
from firststep.steps.outreach.wordings.languages import letters_in
from firststep.steps.people.models import Person
from firststep.steps.people.ties.own_life import own_facts

_APPROACHES = """
SELECT id, person_id, seat_id, ask, channel, origin, via_id, for_seat_id, opened_on, closed_on,
    closed_why, closed_order, asked_before, asked_on, asked_order
FROM firststep_approach WHERE campaign_id = %s AND goal_id = %s {among} ORDER BY id
"""


def load(campaign: Campaign, *, today: date, parts: Parts | None = None) -> Snapshot:
    """What the campaign touches, seen from a day: what is dated later is not there yet.

    It holds the people matched at targets (now or formerly), those with an approach, a touch or a
    tie made by hand, holders of seats and the ends of their ties; never the whole address book.
    `parts` keeps what nothing has changed since an earlier revision, as seen on the same day.
    """
    key, part = campaign.pk, (parts := parts or Parts()).part
    newest = part(read_round, key, today, reads=("Goal",))
    ended = newest and newest.ended_on and newest.ended_on <= today
    goal = None if ended else newest
    listed = part(read_list, key, reads=LISTED_IN)
    touches = parts.rows(read_touches, key, today, table="Touch")
    outcomes = parts.rows(read_outcomes, key, today, table="Outcome")
    habits = part(read_habits, key, today, reads=HABITS_IN)
    arranged = part(read_arranged, key, today, reads=ARRANGED_IN)
    hold = part(offers_hold, habits)
    log = parts.mended(by_approach, log_mended, touches, outcomes, arranged, hold)
    rows = parts.rows(read_approaches, key, goal.id if goal else None, table="Approach")
    begun = parts.mended(approaches, approaches_mended, rows, log.logs, today)
    matches = part(read_matches, key, reads=MATCHED_IN)
    at = frozenset({*listed.companies, *matches.by_written})
    near = part(persons.read_near, key, at, reads=persons.NEAR_IN)
    ids = part(touched_people, near, log.people, listed.seats, begun)
    people, worked, told = _people(parts, ids, listed, matches, today, sent=log.sent)
    return Snapshot(
        campaign_id=key,
        revision=campaign.revision,
        invitations=tuple(sorted(told.notes.values())),
        goal=goal,
        companies=part(every_company, listed, worked),
        people=people,
        seats=part(named_by_title, listed.seats, people, newest),
        approaches=part(with_invitations, begun, told),
        loose_touches=log.loose,
        open_matches=matches.open,
        **part(read_heard, key, today, reads=HEARD_IN)._asdict(),
        own=part(own_facts, key, reads=("OwnPart",)),
        between=part(between, habits, touches, part(kept_in_touch, people)),
        favours=part(favours_told, habits.favours, touches, outcomes, people),
        interviews=habits.interviews,
        landed=None if goal else part(read_landed, key, today, reads=LANDED_IN),
        contacts_before=part(contacts_before, touches, frozenset(begun)),
        **seeker_of(campaign),
    )


_THERE = KeptQuery(
    lambda: Person.objects.filter(campaign=Blank("campaign"), pk=Blank("person")).values_list(
        "pk", flat=True
    )
)


def load_person(campaign: Campaign, snapshot: Snapshot, key: int, *, today: date) -> Snapshot:
    """The snapshot with somebody of the address book beside those the campaign touches; without
    them where there is no such person."""
    there = _THERE(campaign=campaign.pk, person=key)
    targets = {pk: one for pk, one in snapshot.companies.items() if one.is_target}
    listed, matches = Targeted(targets, {}), read_matches(campaign.pk)
    found, worked, _ = _people(Parts(), frozenset(there), listed, matches, today)
    return replace(
        snapshot,
        people={**found, **snapshot.people},
        companies={**worked.elsewhere, **snapshot.companies},
    )


def _people(
    parts: Parts,
    ids: persons.Ids,
    listed: Targeted,
    matches: Matches,
    today: date,
    *,
    sent: tuple[Sent, ...] = (),
) -> tuple[dict[int, PersonFacts], persons.Posts, Invitations]:
    """These people, the other ends of their ties, and who is connected or invited."""
    part = parts.part
    tied = part(
        persons.ties,
        part(persons.read_ties, ids, reads=("Tie",)),
        part(persons.read_seen, ids, today, reads=persons.SEEN_IN),
        today,
    )
    every = ids | part(persons.others_of, tied)
    worked = part(
        persons.posts,
        part(persons.read_posts, every, reads=persons.WORKED_IN),
        frozenset(listed.companies),
        matches,
    )
    rows = part(persons.read_persons, every, reads=("Person",))
    told = part(invited, sent, part(persons.connections, rows), today)
    ways = part(persons.read_ways, every, reads=("Address",))
    return part(persons.people_known, rows, ways, tied, worked, told), worked, told


class OfTheSeeker(TypedDict):
    """What a snapshot holds of the seeker, and of their days."""

    seeker: str
    language: Language
    own_phone: str
    account: Account
    minutes_a_day: int
    calendar: WorkCalendar


def seeker_of(campaign: Campaign) -> OfTheSeeker:
    """Who the seeker is and when they work, as the campaign keeps it."""
    return {
        "seeker": campaign.seeker.name,
        "language": letters_in(campaign.language),
        "own_phone": campaign.phone,
        "account": cast(Account, campaign.linkedin_account),
        "minutes_a_day": campaign.minutes_a_day,
        "calendar": calendar_of(campaign),
    }


def calendar_of(campaign: Campaign) -> WorkCalendar:
    """The days on which the seeker works."""
    return WorkCalendar(
        country=campaign.country,
        weekdays=frozenset(map(int, campaign.working_days)),
        away=tuple((date.fromisoformat(a), date.fromisoformat(b)) for a, b in campaign.away),
    )


def read_round(campaign: int, today: date) -> GoalFacts | None:
    """The newest round begun by a day, ended or not. What was recorded for days before the first
    one began belongs to the first one: people fill in last week after they have begun."""
    rounds = list(Goal.objects.filter(campaign=campaign).order_by("began_on", "id"))
    begun = [goal for goal in rounds if goal.began_on <= today] or rounds[:1]
    goal = begun[-1] if begun else None
    if goal is None:
        return None
    return GoalFacts(
        id=goal.pk,
        role=goal.role,
        department=goal.department,
        places=tuple(goal.places),
        background=goal.background,
        began_on=goal.began_on,
        exploring=goal.exploring,
        until=goal.until,
        exploring_since=goal.exploring_since,
        ended_on=goal.ended_on,
    )


def every_company(listed: Targeted, worked: persons.Posts) -> dict[int, CompanyFacts]:
    """The targets, and where else people work."""
    return {**listed.companies, **worked.elsewhere}


def read_approaches(
    campaign: int, goal: int | None, *, only: Collection[int] | None = None
) -> list[FetchedRow]:
    """The approaches of a round, without what happened in them."""
    return fetched_among(_APPROACHES, campaign, goal, only=only)


def approaches(rows: RowsByKey, logs: Logs, today: date) -> dict[int, ApproachFacts]:
    """Each with its log in the order of time."""
    return {key: _approach(row, logs.get(key, ()), today) for key, row in rows.items()}


def approaches_mended(
    known: dict[int, ApproachFacts],
    before: tuple[RowsByKey, Logs, date],
    rows: RowsByKey,
    logs: Logs,
    today: date,
) -> dict[int, ApproachFacts]:
    """The same, of which those are as before whose row and log are."""
    earlier, told, on = before
    if on != today:
        return approaches(rows, logs, today)
    return {
        key: known[key]
        if earlier.get(key) is row and told.get(key) is logs.get(key)
        else _approach(row, logs.get(key, ()), today)
        for key, row in rows.items()
    }


def _approach(row: FetchedRow, log: Iterable[LogLine], today: date) -> ApproachFacts:
    return ApproachFacts(
        id=row[0],
        person_id=row[1],
        seat_id=row[2],
        ask=cast(Any, row[3]),
        channel=row[4],
        origin=cast(Any, row[5]),
        via_id=row[6],
        for_seat_id=row[7],
        opened_on=row[8],
        closed_on=row[9],
        closed_why=row[10],
        closed_order=row[11],
        asked_before=cast(Any, row[12] or None),
        log=tuple(sorted((*log, *_asked(row[13], row[14], today)), key=IN_TIME)),
    )


def _asked(on: date | None, order: int, today: date) -> list[LogLine]:
    """The day something else was asked in mid-thread."""
    return [LogLine(kind="asked", on=on, order=order)] if on is not None and on <= today else []


def touched_people(
    near: persons.Ids,
    touched: persons.Ids,
    seats: dict[int, SeatFacts],
    begun: dict[int, ApproachFacts],
) -> persons.Ids:
    """Whom the campaign touches."""
    holders = {seat.holder_id for seat in seats.values()}
    ends = {key for one in begun.values() for key in (one.person_id, one.via_id)}
    return frozenset(key for key in (*near, *touched, *holders, *ends) if key)
