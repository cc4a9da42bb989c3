"""The seven days after meeting somebody, whatever days are off and wherever the seeker is."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firststep.facts.calendar import WorkCalendar, local_day
from firststep.facts.plan import Plan
from firststep.facts.playbook import DEFAULT
from firststep.facts.snapshot import Snapshot, SnoozeFacts
from firststep.habits.events.reckoning import last_day
from firststep.learn.in_time import fell_due, follow_ups
from firststep.plan.planner import plan_day
from tests.builders import MONDAY, TUESDAY, a_line, a_person, a_snapshot, an_approach

ZONES = ("Pacific/Kiritimati", "Asia/Tokyo", "Europe/Berlin", "UTC", "America/Phoenix",
         "Pacific/Pago_Pago")  # fmt: skip
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
CALENDARS = st.builds(
    WorkCalendar,
    country=st.sampled_from(["", "DE", "US", "GB", "IN"]),
    weekdays=st.sampled_from(
        [frozenset({1, 2, 3, 4, 5}), frozenset({1, 2, 4}), frozenset({2, 6}), frozenset({7})]
    ),
)


def snapshot_of(met_on: date, calendar: WorkCalendar, kind: str = "met") -> Snapshot:
    """Somebody met, or who offered, on a day, and nothing since."""
    since = an_approach(1, None, a_line(kind, met_on), ask="meeting", origin=kind, opened_on=met_on)
    return a_snapshot(people=[a_person(1, tie="met")], calendar=calendar, approaches=[since])


def planned(met_on: date, calendar: WorkCalendar, day: date, kind: str = "met") -> Plan:
    return plan_day(snapshot_of(met_on, calendar, kind), today=day, book=DEFAULT)


@given(DAYS, CALENDARS, st.sampled_from(["met", "offered"]))
def test_it_stands_on_every_working_day_of_the_seven_and_on_no_other(
    met_on: date, calendar: WorkCalendar, kind: str
) -> None:
    due = calendar.after(met_on, 1)
    for n in range(10):
        day = met_on + timedelta(days=n)
        cards = planned(met_on, calendar, day, kind).cards
        shown = [card for card in cards if card.kind in ("follow_up_met", "offer_taken_up")]
        within = calendar.is_working(day) and day <= last_day(met_on)
        assert len(shown) == (within and (n > 0 or due > last_day(met_on))), (day, due)
        assert all(calendar.is_working(card.due_on) for card in shown)


@given(DAYS, st.integers(0, 3), st.integers(4, 20))
def test_away_for_all_of_the_seven_days_it_is_an_ordinary_note_on_the_day_of_return(
    met_on: date, before: int, length: int
) -> None:
    first = met_on - timedelta(days=before)
    last = met_on + timedelta(days=7 + length)
    calendar = WorkCalendar(country="", weekdays=frozenset(range(1, 8)), away=((first, last),))
    back = calendar.on_or_after(last + timedelta(days=1))

    (card,) = planned(met_on, calendar, back).cards[:1]

    assert (card.kind, card.person_id) == ("write", 1)


@given(st.datetimes(datetime(2026, 1, 2), datetime(2027, 12, 30)), st.permutations(ZONES))
def test_who_travels_has_the_days_of_the_place_and_no_day_twice(
    moment: datetime, zones: list[str]
) -> None:
    """Seven calendar days are counted on the seeker's own calendar: moved west over midnight the
    day stays, so that nothing lapses or falls due twice."""
    here = local_day(moment.replace(tzinfo=UTC), zone=zones[0], moved_on=None)
    day = here
    for hours, zone in enumerate(zones[1:], start=1):
        now = (moment + timedelta(hours=hours)).replace(tzinfo=UTC)
        then = local_day(now, zone=zone, moved_on=day)
        assert day <= then <= day + timedelta(days=2)
        day = then
    left = (last_day(here) - day).days
    assert left >= 5 and last_day(here) == here + timedelta(days=7)


def test_the_rate_of_following_up_equals_a_count_by_hand() -> None:
    """Eleven people, most met on Monday 2 November, looked at on Tuesday 10 November:

    1 written to on Tuesday: in time. 2 on the seventh day, Monday 9: in time. 3 on the eighth:
    late. 4 never: missed. 5 invited to connect on day three: in time. 6 a talk dated on day two:
    in time. 7 met on Wednesday 4, nothing yet: still running, counts nowhere. 8 an offer, called on
    day four: in time. 9 an offer, nothing: missed. 10 met at two events, on Monday and Thursday,
    written to on Friday: both in time. 11 met, then not to be contacted: nothing is owed.
    That is 10 that fell due, 7 of them in time.
    """
    day = [MONDAY + timedelta(days=n) for n in range(9)]
    told = {
        1: [("met", 0), ("write", 1)], 2: [("met", 0), ("write", 7)],
        3: [("met", 0), ("write", 8)], 4: [("met", 0)],
        5: [("met", 0), ("invite", 3)], 6: [("met", 0), ("dated", 2)],
        7: [("met", 2)], 8: [("offered", 0), ("voicemail", 4)], 9: [("offered", 0)],
        10: [("met", 0), ("met", 3), ("write", 4)], 11: [("met", 0)],
    }  # fmt: skip
    people = [a_person(n, f"P{n}", do_not_contact=n == 11) for n in told]
    approaches = [
        an_approach(
            n, people[n - 1],
            *(a_line(kind, day[on], order) for order, (kind, on) in enumerate(told[n], 1)),
        )
        for n in told
    ]  # fmt: skip

    found = list(
        fell_due(a_snapshot(people=people, approaches=approaches), day[8], follow_ups(DEFAULT))
    )

    assert (len(found), sum(one.in_time for one in found)) == (10, 7)


def test_on_a_day_off_no_step_is_told_for_a_day_on_which_it_has_lapsed() -> None:
    """Met on a Sunday, the seven days end on the next: on Saturday nothing is left for Monday but
    an ordinary note."""
    sunday = MONDAY - timedelta(days=1)
    calendar = WorkCalendar(country="", weekdays=frozenset({1, 2, 3, 4, 5}))
    saturday = sunday + timedelta(days=6)

    plan = planned(sunday, calendar, saturday)

    assert plan.cards == ()
    assert {row.kind for row in plan.waiting if row.person_id} == {"write"}
    monday = planned(sunday, calendar, saturday + timedelta(days=2))
    assert [card.kind for card in monday.cards if card.person_id] == ["write"]


@pytest.mark.parametrize(("kind", "until", "told"), [
    ("met", 4, "follow_up_met"), ("met", 7, "follow_up_met"), ("met", 8, "write"),
    ("offered", 7, "offer_taken_up"), ("offered", 8, "write"),
])  # fmt: skip
def test_put_off_past_the_seven_days_an_ordinary_note_is_told_as_coming(
    kind: str, until: int, told: str
) -> None:
    """Met on Monday, put off on Tuesday: the follow-up may still come on the next Monday, and from
    Tuesday on there is none."""
    put_off = SnoozeFacts(
        person_id=1, seat_id=None, made_on=TUESDAY, until=MONDAY + timedelta(days=until)
    )
    campaign = snapshot_of(MONDAY, WorkCalendar(country=""), kind)
    for n in range(1, until):
        plan = plan_day(campaign, today=MONDAY + timedelta(days=n), book=DEFAULT, snoozes=[put_off])
        (row,) = [row for row in plan.waiting if row.person_id]
        assert (row.kind, row.due_on) == (told, MONDAY + timedelta(days=until))
        assert "You asked not to see this" in row.why
