"""Days and hours as people say them. Today is Friday, 4 December 2026."""

from datetime import date, time

import pytest

from firststep.steps.outreach.language.phrases import Phrase
from firststep.steps.outreach.language.when import WhenSaid, day_ways, hour_ways, whens

TODAY = date(2026, 12, 4)


def said(text: str, country: str = "US") -> tuple[WhenSaid, ...]:
    return whens(text, today=TODAY, country=country)


def shown(when: WhenSaid) -> str:
    """A day as the tables write it: `past / to come`, what it is until, its hour."""
    day = str(when.on)
    if when.past not in (None, when.on):
        day = f"{when.past} / {when.on}"
    if when.unsure or (not when.is_day and when.at is None):
        day = "unsure"
    sense = "" if when.sense == "on" else when.sense
    hour = f"{when.at:%H:%M}" if when.at else ""
    return " ".join(filter(None, (sense, day if when.is_day or not hour else "", hour)))


@pytest.mark.parametrize("way", [*day_ways(), *hour_ways()], ids=lambda way: way.example)
def test_each_way_of_saying_means_what_its_example_shows(way: Phrase) -> None:
    (found,) = said(way.example)

    assert (found.words, shown(found)) == (way.example, way.shows)


@pytest.mark.parametrize(
    ("text", "shows"),
    [
        ("can talk Tuesday at 10", ["2026-12-01 / 2026-12-08 10:00"]),
        ("coffee set for wed 2pm", ["2026-12-02 / 2026-12-09 14:00"]),
        ("next tue 2ish", ["2026-12-08 14:00"]),
        ("Donnerstag, den 10.12. um 14:30 Uhr", ["2026-12-10 14:30"]),
        ("Tue Dec 8 at 2:30 pm", ["2026-12-08 14:30"]),
        ("morgen um halb drei", ["2026-12-05 14:30"]),
        ("between 2 and 4 pm tomorrow", ["2026-12-05 14:00"]),
        ("Tuesday at 9:30", ["2026-12-01 / 2026-12-08 09:30"]),
        ("on 2027-01-05 at 9:05", ["2027-01-05 09:05"]),
        ("tuesday or wednesday", ["2026-12-01 / 2026-12-08", "2026-12-02 / 2026-12-09"]),
        ("tomorrow 11", ["2026-12-05 11:00"]),
        ("thurs 9.30 on teams", ["2026-12-03 / 2026-12-10 09:30"]),
        ("Donnerstag 9.12", ["2026-12-03 / 2026-12-10"]),
        ("Tuesday 10", ["2026-12-01 / 2026-12-08"]),
    ],
)
def test_a_day_and_its_hour_are_one_and_two_days_are_two(text: str, shows: list[str]) -> None:
    assert list(map(shown, said(text))) == shows


@pytest.mark.parametrize(
    ("text", "shows"),
    [
        ("on vacation until Dec 14", "until 2025-12-14 / 2026-12-14"),
        ("back on Monday", "until 2026-11-30 / 2026-12-07"),
        ("returning Monday, January 4th", "until 2027-01-04"),
        ("bin bis einschließlich 18.12. nicht da", "until 2025-12-18 / 2026-12-18"),
        ("erst im Februar wieder", "from 2026-02-01 / 2027-02-01"),
        ("away from 7 to 18 December", "until 2026-12-18"),
    ],
)
def test_until_and_from_belong_to_the_day_they_are_said_of(text: str, shows: str) -> None:
    assert list(map(shown, said(text))) == [shows]


@pytest.mark.parametrize(("country", "likeliest"), [("US", (12, 11)), ("GB", (11, 12))])
def test_b10_a_slash_date_that_could_be_two_days_is_never_guessed(
    country: str, likeliest: tuple[int, int]
) -> None:
    (found,) = said("on 12/11", country)

    assert found.on is None
    assert len(found.unsure) == 2
    assert (found.unsure[0].month, found.unsure[0].day) == likeliest


def test_a_weekday_that_is_not_that_of_its_date_is_unsure() -> None:
    (found,) = said("Wednesday Dec 8")

    assert found.unsure == (date(2026, 12, 8), date(2026, 12, 9))


def test_next_is_unsure_while_that_day_of_this_week_is_still_to_come() -> None:
    (found,) = whens("next friday", today=date(2026, 12, 1), country="US")

    assert found.unsure == (date(2026, 12, 4), date(2026, 12, 11))


def test_a_date_that_no_calendar_has_is_seen_and_has_no_day() -> None:
    (found,) = said("on 31 Nov")

    assert (found.words, found.is_day) == ("on 31 Nov", False)


@pytest.mark.parametrize(
    "text",
    ["sat with Ann in the sun", "so do I", "May Lin wrote", "p12", "612-555-0144",
     "Mar Lopez said no", "talked for 20 minutes", "at 1200 Main Street", "guten Tag", ""],
)  # fmt: skip
def test_words_that_only_look_like_days_are_none(text: str) -> None:
    assert said(text) == ()


def test_whether_a_day_is_past_or_to_come_is_for_the_line_to_say() -> None:
    (tuesday,) = said("Tuesday at 3")
    (yesterday,) = said("yesterday")

    assert tuesday.day(coming=True) == date(2026, 12, 8)
    assert tuesday.day(coming=False) == date(2026, 12, 1)
    assert tuesday.at == time(15)
    assert yesterday.is_past
    assert not tuesday.is_past


def test_the_words_stand_where_they_are_said() -> None:
    text = "Noah, back on Monday, said so"
    (found,) = said(text)

    assert text[found.start : found.end] == found.words == "back on Monday"
