"""One whole campaign, read once and frozen: a fixed number of queries whatever its size."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, cast

from firststep.facts.calendar import WorkCalendar
from firststep.facts.snapshot import (
    IN_TIME,
    ApproachFacts,
    CompanyFacts,
    GoalFacts,
    LogLine,
    PersonFacts,
    PositionFacts,
    SeatFacts,
    Snapshot,
    TieFacts,
)
from firststep.snapshot.logs import Logs, read_logs
from firststep.snapshot.matches import Matches, open_matches, read_matches
from firststep.steps.approach.models import Approach
from firststep.steps.goal.models import Campaign, Company, Goal
from firststep.steps.people.finding.many_ids import among
from firststep.steps.people.models import (
    Address,
    Person,
    Position,
    Seat,
    Tie,
)
from firststep.steps.people.ties.in_touch import in_touch
from firststep.steps.people.ties.own_life import own_facts
from firststep.steps.people.ties.tie_kind import tie_told


def load(campaign: Campaign, *, today: date) -> Snapshot:
    """What the campaign touches, seen from a day: what is dated later is not there yet.

    It holds the people matched at targets (now or formerly), those with an approach, a touch or a
    tie made by hand, holders of seats and the ends of their ties; never the whole address book.
    """
    goal = _round(campaign, today)
    seats = _seats(campaign)
    logs, loose, touched = read_logs(campaign, today)
    approaches = _approaches(campaign, goal, logs, today)
    companies, matches = _targets(campaign), read_matches(campaign)
    ids = _people_ids(campaign, companies, matches, seats.values(), approaches.values(), touched)
    ties = _ties(ids, today)
    for rows in ties.values():
        ids |= {tie.other_id for tie in rows if tie.other_id}
    people = _people(ids, ties, matches, companies)
    return Snapshot(
        campaign_id=campaign.pk,
        revision=campaign.revision,
        seeker=campaign.seeker.name,
        minutes_a_day=campaign.minutes_a_day,
        calendar=WorkCalendar(
            country=campaign.country,
            weekdays=frozenset(map(int, campaign.working_days)),
            away=tuple((date.fromisoformat(a), date.fromisoformat(b)) for a, b in campaign.away),
        ),
        goal=_goal(goal),
        companies=companies,
        people=people,
        seats=seats,
        approaches=approaches,
        loose_touches=tuple(loose),
        open_matches=open_matches(campaign),
        own=own_facts(campaign),
    )


def load_person(campaign: Campaign, snapshot: Snapshot, key: int, *, today: date) -> Snapshot:
    """The snapshot with somebody of the address book beside those the campaign touches; without
    them where there is no such person."""
    found = Person.objects.filter(campaign=campaign, pk=key).values_list("pk", flat=True)
    ties, companies = _ties(set(found), today), dict(snapshot.companies)
    others = {tie.other_id for rows in ties.values() for tie in rows if tie.other_id}
    missing = {*found, *others} - set(snapshot.people)
    people = _people(missing, ties, read_matches(campaign), companies)
    return replace(snapshot, people=snapshot.people | people, companies=companies)


def _round(campaign: Campaign, today: date) -> Goal | None:
    """The round that runs on a day. What was recorded for days before the first one began belongs
    to the first one: people fill in last week after they have begun."""
    rounds = sorted(campaign.goals.all(), key=lambda goal: (goal.began_on, goal.pk))
    begun = [goal for goal in rounds if goal.began_on <= today] or rounds[:1]
    goal = begun[-1] if begun else None
    return goal if goal and (goal.ended_on is None or goal.ended_on > today) else None


def _goal(goal: Goal | None) -> GoalFacts | None:
    if goal is None:
        return None
    return GoalFacts(
        id=goal.pk,
        role=goal.role,
        department=goal.department,
        places=tuple(goal.places),
        began_on=goal.began_on,
        exploring=goal.exploring,
        until=goal.until,
        exploring_since=goal.exploring_since,
    )


def _seats(campaign: Campaign) -> dict[int, SeatFacts]:
    rows = Seat.objects.filter(
        campaign=campaign, closed_on=None, company__targeted_on__isnull=False
    ).values_list("id", "company_id", "title", "holder_id", "named_on", "opened_on")
    return {
        row[0]: SeatFacts(
            id=row[0],
            company_id=row[1],
            title=row[2],
            holder_id=row[3],
            named_on=row[4],
            opened_on=row[5],
        )
        for row in rows
    }


def _asked(on: date | None, order: int, today: date) -> list[LogLine]:
    """The day something else was asked in mid-thread."""
    return [LogLine(kind="asked", on=on, order=order)] if on is not None and on <= today else []


def _approaches(
    campaign: Campaign, goal: Goal | None, logs: Logs, today: date
) -> dict[int, ApproachFacts]:
    rows = Approach.objects.filter(campaign=campaign, goal=goal).values_list(
        "id", "person_id", "seat_id", "ask", "channel", "origin", "via_id", "for_seat_id",
        "opened_on", "closed_on", "closed_why", "closed_order", "asked_before", "asked_on",
        "asked_order",
    )  # fmt: skip
    return {
        row[0]: ApproachFacts(
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
            log=tuple(
                sorted((*logs.get(row[0], ()), *_asked(row[13], row[14], today)), key=IN_TIME)
            ),
        )
        for row in rows
    }


def _people_ids(
    campaign: Campaign,
    targets: Iterable[int],
    matches: Matches,
    seats: Iterable[SeatFacts],
    approaches: Iterable[ApproachFacts],
    touched: set[int],
) -> set[int]:
    at_targets = Position.objects.filter(company_id__in=among({*targets, *matches}))
    ids = set(at_targets.values_list("person_id", flat=True)) | touched
    for person, other in Tie.objects.filter(campaign=campaign, by_hand=True).values_list(
        "person_id", "other_id"
    ):
        ids |= {person, other}
    kept = Person.objects.filter(campaign=campaign).exclude(keep="")
    ids |= set(kept.values_list("id", flat=True))
    ids |= {seat.holder_id for seat in seats if seat.holder_id}
    ids |= {key for a in approaches for key in (a.person_id, a.via_id) if key}
    return {key for key in ids if key is not None}


def _ties(ids: set[int], today: date) -> dict[int, list[TieFacts]]:
    ties: dict[int, list[TieFacts]] = defaultdict(list)
    seen = in_touch(ids, today=today)
    rows = Tie.objects.filter(person_id__in=among(ids)).values_list(
        "id", "person_id", "other_id", "kind", "how", "since", "by_hand"
    )
    for pk, person, other, kind, how, since, by_hand in rows:
        known = seen.get(person) if other is None else None
        told = tie_told(kind, since, today=today, in_touch=known)
        ties[person].append(
            TieFacts(
                id=pk,
                kind=told.kind,
                why=told.why,
                how=how,
                since=since,
                by_hand=by_hand,
                other_id=other,
            )
        )
    return ties


def _people(
    ids: set[int],
    ties: dict[int, list[TieFacts]],
    matches: Matches,
    companies: dict[int, CompanyFacts],
) -> dict[int, PersonFacts]:
    positions = _positions(ids, matches, companies)
    ways: dict[tuple[int, str], list[str]] = defaultdict(list)
    addresses = Address.objects.filter(person_id__in=among(ids), dead_on=None).order_by("id")
    for person, kind, value in addresses.values_list("person_id", "kind", "value"):
        ways[person, kind].append(value)
    people: dict[int, PersonFacts] = {}
    rows = Person.objects.filter(id__in=among(ids)).values_list(
        "id", "name", "given", "family", "place", "linkedin", "keep", "do_not_contact_on"
    )
    for pk, name, given, family, place, linkedin, keep, stopped_on in rows:
        mine = ties.get(pk, [])
        people[pk] = PersonFacts(
            id=pk,
            name=name,
            given=given,
            family=family,
            place=place,
            emails=tuple(ways.get((pk, "email"), ())),
            phones=tuple(ways.get((pk, "phone"), ())),
            linkedin=linkedin or "",
            do_not_contact=stopped_on is not None,
            keep=cast(Any, keep),
            tie=next((tie for tie in mine if tie.other_id is None), None),
            positions=tuple(positions.get(pk, ())),
            ties_to=tuple(tie for tie in mine if tie.other_id is not None),
        )
    return people


def _targets(campaign: Campaign) -> dict[int, CompanyFacts]:
    rows = Company.objects.filter(campaign=campaign, targeted_on__isnull=False).values_list(
        "id", "name", "targeted_on", "motivation", "stage", "interviewed_on", "opening"
    )
    return {
        pk: CompanyFacts(
            id=pk,
            name=name,
            is_target=True,
            targeted_on=on,
            motivation=motivation,
            stage=cast(Any, stage),
            interviewed=interviewed is not None,
            opening=opening,
        )
        for pk, name, on, motivation, stage, interviewed, opening in rows
    }


def _positions(
    ids: set[int], matches: Matches, companies: dict[int, CompanyFacts]
) -> dict[int, list[PositionFacts]]:
    """Each position at its target where its company is one; else at the company as written."""
    positions: dict[int, list[PositionFacts]] = defaultdict(list)
    rows = (
        Position.objects.filter(person_id__in=among(ids))
        .order_by("-current", "-began_on", "id")
        .values_list(
            "person_id", "company_id", "company__name", "written", "title", "current",
            "began_on", "ended_on",
        )
    )  # fmt: skip
    for person, company, name, written, title, current, began, ended in rows:
        places = [(company, name, "exact", "")] if company in companies else matches.get(company)
        for target, target_name, sureness, why in places or [(company, name, "exact", "")]:
            companies.setdefault(target, CompanyFacts(id=target, name=target_name))
            positions[person].append(
                PositionFacts(
                    company_id=target,
                    company=written or target_name,
                    title=title,
                    current=current,
                    began_on=began,
                    ended_on=ended,
                    sureness=cast(Any, sureness),
                    why=why,
                )
            )
    return positions
