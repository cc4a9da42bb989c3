"""How close a tie is: the seeker's word first, then being in touch, then how long ago it began."""

from datetime import date

import pytest

from firststep.facts.snapshot import OwnFacts
from firststep.steps.people.ties.overlap import Post, overlap
from firststep.steps.people.ties.tie_kind import InTouch, no_tie_told, tie_told

TODAY = date(2026, 11, 23)
OFTEN = InTouch(days=14, lately=12, inbound=6, outbound=8, last_on=date(2026, 9, 2))


@pytest.mark.parametrize(
    ("said", "since", "seen", "kind"),
    [
        ("met", None, OFTEN, "met"),
        ("", None, OFTEN, "close"),
        ("", None, InTouch(days=14, lately=12, outbound=14, last_on=date(2026, 9, 2)), "known"),
        ("", None, InTouch(days=14, lately=12, inbound=6, outbound=8,
                           last_on=date(2025, 11, 22)), "known"),
        ("", None, InTouch(days=1, lately=1, meetings=1, met_on=date(2026, 9, 10),
                           last_on=date(2026, 9, 10)), "met"),
        ("", None, InTouch(days=1, outbound=1, last_on=date(2022, 5, 1)), "dormant"),
        ("", date(2025, 1, 1), InTouch(days=1, outbound=1, last_on=date(2022, 5, 1)), "known"),
        ("", date(2019, 1, 1), InTouch(days=1, lately=1, inbound=1,
                                       last_on=date(2026, 1, 1)), "known"),
        ("", date(2023, 11, 23), None, "dormant"),
        ("", date(2023, 11, 24), None, "known"),
        ("", None, None, "known"),
        ("", date(2019, 1, 1), InTouch(), "dormant"),
        ("", date(2019, 1, 1), InTouch(colleagues_until=date(2026, 8, 31)), "known"),
        ("", date(2019, 1, 1), InTouch(colleagues_until=date(2023, 11, 23)), "dormant"),
        ("met", date(2019, 1, 1), InTouch(colleagues_until=date(2026, 8, 31)), "met"),
        ("", None, InTouch(days=1, outbound=1, last_on=date(2022, 5, 1),
                           colleagues_until=date(2026, 8, 31)), "known"),
    ],
)  # fmt: skip
def test_what_makes_a_tie(said: str, since: date | None, seen: InTouch | None, kind: str) -> None:
    assert tie_told(said, since, today=TODAY, in_touch=seen).kind == kind


def test_the_reason_says_how_often_both_ways_and_when() -> None:
    told = tie_told("", None, today=TODAY, in_touch=OFTEN)

    assert told.why == "In touch on 14 days, both ways, last on 2 September 2026."


@pytest.mark.parametrize(
    ("until", "why"),
    [
        (date(2026, 8, 31), "You worked for the same employer until August 2026."),
        (TODAY, "You work for the same employer."),
    ],
)
def test_a_colleague_of_lately_is_not_gone_quiet(until: date, why: str) -> None:
    colleague = InTouch(colleagues_until=until)

    assert tie_told("", date(2014, 8, 22), today=TODAY, in_touch=colleague).why == why


ONCE = InTouch(days=1, lately=1, inbound=1, last_on=date(2026, 9, 2))
WROTE = InTouch(days=2, lately=2, outbound=2, last_on=date(2026, 9, 2))


@pytest.mark.parametrize(
    ("seen", "invited", "why"),
    [
        (ONCE, None, "They wrote, last on 2 September 2026; no answer of yours is known."),
        (WROTE, None, "You wrote, last on 2 September 2026; no answer is known."),
        (None, (True, date(2026, 9, 3)),
         "They asked you to connect on 3 September 2026; nothing more is known."),
        (None, (False, date(2026, 9, 3)),
         "You asked them to connect on 3 September 2026; nothing more is known."),
        (OFTEN, None, ""),
        (None, None, ""),
    ],
)  # fmt: skip
def test_why_somebody_is_a_stranger_still(
    seen: InTouch | None, invited: tuple[bool, date] | None, why: str
) -> None:
    assert no_tie_told(seen, invited) == why


def test_a_bare_entry_of_an_address_book_says_so() -> None:
    assert tie_told("", None, today=TODAY).why == "In your address book; nothing more is known."


GLOBEX = OwnFacts(
    kind="post", key="globex", name="Globex", began_on=date(2016, 3, 1), ended_on=date(2019, 6, 1)
)
SCHOOL = OwnFacts(kind="school", key="tu musterstadt", name="TU Musterstadt")


@pytest.mark.parametrize(
    ("post", "words", "draft"),
    [
        (Post(key="globex", current=False, began_on=date(2017, 1, 1), ended_on=date(2020, 1, 1)),
         "you overlapped at Globex 2017-2019", "Globex, 2017 to 2019"),
        (Post(key="globex"), "you both worked at Globex", "Globex"),
        (Post(key="tu musterstadt"),
         "you studied at TU Musterstadt, where they work or worked", ""),
    ],
)  # fmt: skip
def test_where_two_were_at_the_same_time(post: Post, words: str, draft: str) -> None:
    found = overlap([GLOBEX, SCHOOL], [post], today=TODAY)

    assert found is not None
    assert (found.words, found.for_draft) == (words, draft)


def test_years_that_do_not_touch_are_no_overlap() -> None:
    later = Post(key="globex", began_on=date(2020, 1, 1))

    assert overlap([GLOBEX], [later], today=TODAY) is None
