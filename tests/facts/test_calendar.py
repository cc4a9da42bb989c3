"""Working days (F14): the n-th one after a day, across weekends and holidays."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from firststep.facts.calendar import WorkCalendar, hour_instead, local_day
from firststep.facts.public_holidays import public_holidays

FRIDAY = date(2026, 11, 6)


def test_the_first_working_day_after_a_friday_is_monday() -> None:
    assert WorkCalendar().after(FRIDAY, 1) == date(2026, 11, 9)


def test_a_public_holiday_is_no_working_day() -> None:
    german = WorkCalendar(country="DE")
    assert not german.is_working(date(2026, 12, 25))
    assert german.after(date(2026, 12, 24), 1) == date(2026, 12, 28)


def test_the_seekers_own_working_days_count() -> None:
    sunday_to_thursday = WorkCalendar(weekdays=frozenset({7, 1, 2, 3, 4}))
    assert sunday_to_thursday.after(date(2026, 11, 5), 1) == date(2026, 11, 8)


def test_the_days_around_the_new_year_are_quiet_where_both_feasts_are_kept() -> None:
    """F45."""
    dutch, saudi = WorkCalendar(country="NL"), WorkCalendar(country="SA")
    quiet = (date(2026, 12, 24), date(2027, 1, 2))
    for day in (date(2026, 12, 24), date(2026, 12, 29), date(2027, 1, 1), date(2027, 1, 20)):
        assert dutch.quiet_days(day) == quiet and saudi.quiet_days(day) is None
    assert (
        dutch.quiet_days(date(2026, 12, 23)) is None and dutch.quiet_days(date(2027, 2, 1)) is None
    )
    assert dutch.after_quiet_days(date(2026, 12, 29)) == date(2027, 1, 4)
    assert dutch.after_quiet_days(date(2026, 12, 23)) == date(2026, 12, 23)
    assert not dutch.may_be_offered(date(2026, 12, 29))
    assert dutch.may_be_offered(date(2026, 12, 22))


@given(
    st.dates(date(2000, 1, 1), date(2040, 1, 1)),
    st.integers(0, 40),
    st.sets(st.integers(1, 7), min_size=1),
)
def test_between_undoes_after(day: date, count: int, weekdays: set[int]) -> None:
    calendar = WorkCalendar(weekdays=frozenset(weekdays))
    later = calendar.after(day, count)
    assert calendar.between(day, later) == count
    assert count == 0 or calendar.is_working(later)
    assert calendar.is_working(calendar.before(day)) and calendar.before(day) < day
    assert calendar.on_or_after(day) - day < timedelta(days=7)


DAYS = st.dates(date(2000, 1, 1), date(2039, 12, 31))


@st.composite
def calendars(draw: st.DrawFn) -> WorkCalendar:
    """Working weekdays, a country with its holidays, and spans of being away."""
    first_days = draw(st.lists(st.tuples(DAYS, st.integers(0, 90)), max_size=3))
    return WorkCalendar(
        country=draw(st.sampled_from(["", "NL", "US", "JP", "SA"])),
        weekdays=frozenset(draw(st.sets(st.integers(1, 7), min_size=1))),
        away=tuple((first, first + timedelta(days=long)) for first, long in first_days),
    )


def walked(calendar: WorkCalendar, start: date, end: date) -> list[date]:
    """The working days after `start` up to and including `end`, day by day."""
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return [day for day in days if calendar.is_working(day)]


@given(calendars(), DAYS, st.integers(-10, 900))
def test_working_days_are_counted_as_if_one_walked_from_day_to_day(
    calendar: WorkCalendar, start: date, days: int
) -> None:
    end = min(start + timedelta(days=days), date(2039, 12, 31))
    worked = walked(calendar, start, end)

    assert calendar.between(start, end) == len(worked)
    assert [calendar.after(start, n) for n in range(1, len(worked) + 1)] == worked
    assert [calendar.before(day) for day in worked[1:]] == worked[:-1]
    assert not worked or calendar.before(end + timedelta(days=1)) == worked[-1]


@given(calendars(), DAYS)
def test_a_working_day_is_one_of_the_seekers_weekdays_at_home_and_no_holiday(
    calendar: WorkCalendar, day: date
) -> None:
    at_home = not any(first <= day <= last for first, last in calendar.away)
    holiday = day in public_holidays(calendar.country, day.year)

    assert calendar.is_working(day) == (
        day.isoweekday() in calendar.weekdays and at_home and not holiday
    )


def test_a_seeker_who_moves_west_across_midnight_does_not_live_a_day_twice() -> None:
    moved = date(2026, 11, 28)  # it is Saturday the 28th in Auckland, and still the 27th out west
    west = {"zone": "America/Los_Angeles", "moved_on": moved}
    evening, next_noon = (
        datetime(2026, 11, 28, 2, tzinfo=UTC),
        datetime(2026, 11, 29, 20, tzinfo=UTC),
    )

    assert local_day(evening, zone="Pacific/Auckland", moved_on=None) == moved
    assert local_day(evening, **west) == moved
    assert local_day(next_noon, **west) == date(2026, 11, 29)
    assert local_day(evening, zone="America/Los_Angeles", moved_on=date(2027, 5, 1)) == date(
        2026, 11, 27
    )


def test_an_hour_that_summer_time_skips_is_told_by_what_the_clocks_show_instead() -> None:
    skipped, twice = datetime(2027, 3, 28, 2, 30), datetime(2026, 10, 25, 2, 30)
    assert hour_instead(skipped, zone="Europe/Berlin") == datetime(2027, 3, 28, 3, 30)
    assert hour_instead(skipped, zone="UTC") is None
    assert hour_instead(skipped.replace(hour=3), zone="Europe/Berlin") is None
    assert hour_instead(twice, zone="Europe/Berlin") is None


def test_f42_a_day_between_days_off_is_not_offered_for_a_conversation() -> None:
    american, german = WorkCalendar(country="US"), WorkCalendar(country="DE")
    the_day_after_thanksgiving, the_day_after_ascension = date(2026, 11, 27), date(2026, 5, 15)
    assert not american.may_be_offered(the_day_after_thanksgiving)
    assert german.may_be_offered(the_day_after_thanksgiving)
    assert not german.may_be_offered(the_day_after_ascension)
    assert american.may_be_offered(date(2026, 11, 25))


@given(st.sampled_from(["", "US", "DE", "GB", "JP", "IL"]), st.integers(2026, 2039))
def test_f42_christmas_eve_and_new_years_eve_are_offered_nowhere(country: str, year: int) -> None:
    calendar = WorkCalendar(country=country, weekdays=frozenset(range(1, 8)))
    assert not calendar.may_be_offered(date(year, 12, 24))
    assert not calendar.may_be_offered(date(year, 12, 31))


@given(
    st.dates(date(2026, 1, 1), date(2039, 1, 1)),
    st.sampled_from(["", "US", "DE", "FR", "SA"]),
    st.sets(st.integers(1, 7), min_size=1),
    st.integers(0, 9),
)
def test_f42_what_is_offered_is_a_working_day_and_none_that_most_take_off(
    day: date, country: str, weekdays: set[int], away: int
) -> None:
    spans = ((day, day + timedelta(days=away)),) if away else ()
    calendar = WorkCalendar(country=country, weekdays=frozenset(weekdays), away=spans)
    offered = calendar.offered_after(day, 2)
    assert offered >= calendar.after(day, 2)
    assert calendar.is_working(offered)
    off = [
        one for one in (offered - timedelta(days=1), offered + timedelta(days=1))
        if not calendar.is_working(one) or (one.month, one.day) in ((12, 24), (12, 31))
    ]  # fmt: skip
    assert len(off) < 2 or all(one.isoweekday() not in weekdays for one in off)
