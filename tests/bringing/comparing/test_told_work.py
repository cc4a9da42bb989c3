"""An export is true on its own day: an older one never replaces what a newer one told."""

from datetime import date

import pytest

from firststep.bringing.comparing.origins import origin_of
from firststep.facts.file_rows import PersonRow, Reading
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person
from tests.bringing.importing import CONNECTIONS, IN, LIST, all_rows, bring, posts

LATER = f"Bob,Roe,{IN}bob,,Hooli,Planner,"
OLD = f"{CONNECTIONS}Anna,Berg,{IN}anna,,Acme,Buyer,08 Feb 2020\n{LATER}09 Mar 2021\n"
NEW = f"{CONNECTIONS}Anna,Berg,{IN}anna,,Beta,Head,08 Feb 2020\n{LATER}09 Mar 2021\n"
NEWEST = f"Cid,Poe,{IN}cid,,Hooli,Planner,01 Jun 2026\n"


def anna() -> Person:
    return Person.objects.get(linkedin="anna")


@pytest.mark.parametrize("order", [(OLD, NEW + NEWEST), (NEW + NEWEST, OLD)])
def test_an_older_export_never_replaces_a_newer_one(
    ada: Campaign, stamp: Stamp, order: tuple[str, str]
) -> None:
    for text in order:
        bring(ada, stamp, text)
    before = dict(all_rows())

    again = [bring(ada, stamp, text).import_id for text in (*order, *reversed(order))]

    assert again == [None] * 4
    assert dict(all_rows()) == before
    assert sorted(posts(anna())) == [("Acme", "Buyer", False), ("Beta", "Head", True)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (OLD, NEW),  # the same newest connection: nobody can tell which is older
        (f"{LIST}Anna Berg,Acme,Buyer,a@b.example,\n", f"{LIST}Anna Berg,Beta,Head,a@b.example,\n"),
    ],
)
def test_lists_without_a_day_in_turn_bring_nothing_after_the_first_time(
    ada: Campaign, stamp: Stamp, first: str, second: str
) -> None:
    bring(ada, stamp, first)
    bring(ada, stamp, second)

    assert [bring(ada, stamp, t).import_id for t in (first, second, first)] == [None] * 3
    assert posts(Person.objects.get(name="Anna Berg")) == [
        ("Acme", "Buyer", False),
        ("Beta", "Head", True),
    ]


def test_two_exports_at_once_are_taken_by_their_days(ada: Campaign, stamp: Stamp) -> None:
    import io

    from firststep.verbs.people.import_files import import_files

    def both() -> int | None:
        streams = [("a.csv", io.BytesIO(OLD.encode())),
                   ("b.csv", io.BytesIO((NEW + NEWEST).encode()))]  # fmt: skip
        return import_files(ada, stamp=stamp, streams=streams).import_id

    assert both() is not None
    assert sorted(posts(anna())) == [("Acme", "Buyer", False), ("Beta", "Head", True)]
    assert both() is None
    assert bring(ada, stamp, OLD).import_id is None


def test_a_new_title_at_the_same_company_keeps_the_former_one(ada: Campaign, stamp: Stamp) -> None:
    bring(ada, stamp, OLD)

    bring(ada, stamp, OLD.replace("Buyer", "Head of Buying") + NEWEST)

    assert posts(anna()) == [("Acme", "Buyer", False), ("Acme", "Head of Buying", True)]
    assert "head of buying" in anna().search_text


def test_who_went_back_to_a_former_employer_works_there_again(ada: Campaign, stamp: Stamp) -> None:
    bring(ada, stamp, OLD)
    bring(ada, stamp, NEW + NEWEST)

    bring(ada, stamp, OLD + f"Dot,Moe,{IN}dot,,Hooli,Planner,01 Sep 2026\n")

    assert posts(anna())[-1] == ("Acme", "Buyer", True)
    assert [now for *_, now in posts(anna())] == [False, False, True]


def test_a_linkedin_export_is_of_the_day_in_its_name_or_of_its_newest_connection() -> None:
    people = [PersonRow(1, "Ann", "Lee", "Ann Lee", connected_on=date(2026, 6, 7)),
              PersonRow(2, "Bob", "Roe", "Bob Roe", connected_on=date(2031, 1, 1))]  # fmt: skip
    named = Reading("Basic_LinkedInDataExport_11-20-2026.zip", "linkedin_archive", people=people)
    bare = Reading("Connections.csv", "linkedin_connections", people=people)
    today = date(2026, 11, 28)

    assert origin_of(named, today=today) == ("linkedin_connections", date(2026, 11, 20))
    assert origin_of(bare, today=today) == ("linkedin_connections", date(2026, 6, 7))
    assert origin_of(Reading("x.vcf", "vcard", people=people), today=today) == ("vcard", None)
