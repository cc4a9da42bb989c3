"""Who a row is: known again by all they were ever known by, and never joined for a name alone."""

from datetime import date
from pathlib import Path

import pytest

from firststep.journal.actions import Stamp
from firststep.plan.shown import plan_on
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person
from firststep.steps.people.same_person.suggesting import likely_pairs
from firststep.verbs.people.do_not_contact import set_do_not_contact
from firststep.verbs.people.import_files import import_files
from firststep.verbs.people.merge import merge_people
from firststep.verbs.targets.target import add_company
from tests.bringing.importing import CONNECTIONS, IN, LIST, all_rows, bring, cards, names

EXPORTS = Path(__file__).resolve().parents[4] / "samples" / "exports"
HANS = f"{CONNECTIONS}Hans,Meier,{IN}hmeier,,Beta,Einkäufer,08 Feb 2020\n"
TURNED = f"{LIST}Meier Hans,Beta,Einkäufer,,\n"
HANSI = cards("FN:Hansi Meier")
MUELLER = f"{LIST}Thomas Müller,Siemens,Buyer,thomas@one.example,+49 30 1234567\n"


def suggested(campaign: Campaign) -> set[tuple[str, str]]:
    campaign.refresh_from_db()
    found = likely_pairs(campaign)
    return {(found.known[pair.a].name, found.known[pair.b].name) for pair in found.pairs}


@pytest.mark.parametrize(
    ("other", "text", "file"), [("Hansi Meier", HANSI, "nz.vcf"), ("Meier Hans", TURNED, "b.csv")]
)
def test_the_file_of_somebody_merged_away_brings_nothing_new(
    ada: Campaign, stamp: Stamp, other: str, text: str, file: str
) -> None:
    bring(ada, stamp, HANS)
    bring(ada, stamp, text, file)
    merge_people(ada, stamp=stamp, a="Hans Meier", b=other)

    for again, name in ((text, file), (HANS, "a.csv")):
        answer = bring(ada, stamp, again, name)
        assert (answer.people, answer.import_id) == (0, None)

    assert names(ada) == ["Hans Meier"]


def test_do_not_contact_holds_for_all_a_merged_person_was_known_by(
    ada: Campaign, stamp: Stamp
) -> None:
    bring(ada, stamp, HANS)
    bring(ada, stamp, TURNED)
    set_do_not_contact(ada, stamp=stamp, person="Hans Meier")
    merge_people(ada, stamp=stamp, a="Hans Meier", b="Meier Hans")
    add_company(ada, stamp=stamp, name="Beta")

    bring(ada, stamp, TURNED)
    bring(ada, stamp, cards("FN:Meier Hans", "ORG:Beta", "TITLE:Chef"), "new.vcf")

    assert all(one.do_not_contact_on for one in Person.objects.filter(campaign=ada))
    cards_ = plan_on(ada, date(2026, 11, 30)).plan.cards
    assert not [card for card in cards_ if card.person_id]


def test_an_address_that_came_later_is_marked_too(ada: Campaign, stamp: Stamp) -> None:
    bring(ada, stamp, HANS)
    set_do_not_contact(ada, stamp=stamp, person="Hans Meier")
    bring(ada, stamp, HANS.replace("hmeier,,", "hmeier,hans@beta.example,"))

    bring(ada, stamp, f"{LIST}Somebody Else,,,hans@beta.example,\n")

    assert Person.objects.get(name="Somebody Else").do_not_contact_on is not None


@pytest.mark.parametrize(
    "second",
    [
        "Thomas Müller,Siemens,Head of Sales,thomas@two.example,+49 89 7654321\n",
        "Thomas Müller,Siemens,Head of Sales,,\n",
        "Thomas Müller,Siemens,Buyer,thomas@two.example,\n",
        "Thomas Müller,Siemens,Buyer,,+49 89 7654321\n",
    ],
)
def test_a_name_and_an_employer_join_nobody_where_anything_else_differs(
    ada: Campaign, stamp: Stamp, second: str
) -> None:
    bring(ada, stamp, MUELLER)

    bring(ada, stamp, LIST + second)
    bring(ada, stamp, LIST + second)
    bring(ada, stamp, MUELLER + second)

    assert names(ada) == ["Thomas Müller"] * 2
    assert Person.objects.order_by("id")[0].addresses.count() == 2


def test_two_rows_of_one_file_with_other_titles_are_two_people(ada: Campaign, stamp: Stamp) -> None:
    two = f"{CONNECTIONS}Kim,Park,,,Acme,Buyer,08 Feb 2020\nKim,Park,,,Acme,Head of Sales,"
    for day in ("08 Feb 2020", "09 Feb 2021", ""):
        answer = bring(ada, stamp, f"{two}{day}\n")
        assert answer.people == (0 if day == "" else 2 if day == "08 Feb 2020" else 1)

    again = bring(ada, stamp, f"{two}08 Feb 2020\n")

    assert again.import_id is None


def test_a_connection_without_address_is_known_again_by_its_day(
    ada: Campaign, stamp: Stamp
) -> None:
    kim = "Kim,Park,,,Acme,{},08 Feb 2020\n"
    bring(ada, stamp, CONNECTIONS + kim.format("Buyer"))

    answer = bring(ada, stamp, CONNECTIONS + kim.format("Head of Buying"))

    assert (answer.people, answer.files[0].changed) == (0, 1)
    assert bring(ada, stamp, CONNECTIONS + kim.format("Buyer")).import_id is None


def test_across_lists_a_name_and_an_employer_are_a_suggestion(ada: Campaign, stamp: Stamp) -> None:
    bring(ada, stamp, f"{CONNECTIONS}Kim,Park,,,Acme,Buyer,08 Feb 2020\n")

    bring(ada, stamp, f"{LIST}Kim Park,Acme,Buyer,,\n")

    assert names(ada) == ["Kim Park", "Kim Park"]
    assert suggested(ada) == {("Kim Park", "Kim Park")}


def test_people_who_share_only_name_and_company_are_suggested_as_the_same(
    ada: Campaign, stamp: Stamp
) -> None:
    files = ("linkedin/Connections_2022_no_url.csv", "vcard/outlook_v21_latin1.vcf",
             "outlook/outlook_com_61col_utf8bom.csv",
             "outlook/outlook_classic_desktop_cp1252.csv")  # fmt: skip

    for _ in range(2):
        for file in files:
            import_files(ada, stamp=stamp, paths=[EXPORTS / file])

    assert names(ada).count("Aïcha Benali") == names(ada).count("Zoë Brontë") == 2
    assert suggested(ada) == {("Aïcha Benali", "Aïcha Benali"), ("Zoë Brontë", "Zoë Brontë")}


def test_a_second_profile_found_by_the_address_is_remembered(ada: Campaign, stamp: Stamp) -> None:
    ann = f"{CONNECTIONS}Ann,Lee,{IN}ann,ann@lee.example,Acme,Buyer,08 Feb 2020\n"
    bring(ada, stamp, ann)
    bring(ada, stamp, ann.replace("in/ann,", "in/annlee,"))

    answer = bring(ada, stamp, ann.replace("in/ann,ann@lee.example", "in/annlee,"))

    assert answer.import_id is None


def test_any_row_without_a_key_is_known_again(ada: Campaign, stamp: Stamp) -> None:
    bare = (f"{LIST}Ann Lee,,,,+1 212 555 0100\n", "a.csv"), (cards("FN:Bob Roe"), "b.vcf")
    for text, name in bare:
        bring(ada, stamp, text, name)
    before = dict(all_rows())

    assert [bring(ada, stamp, *file).import_id for file in bare] == [None, None]
    assert dict(all_rows()) == before


def test_father_and_son_with_one_mailbox_are_two(ada: Campaign, stamp: Stamp) -> None:
    bring(ada, stamp, f"{LIST}John Smith,Acme,,smith@home.example,\n")
    bring(ada, stamp, f'{LIST}"John Smith, Jr.",Acme,,smith@home.example,\n')

    assert names(ada) == ["John Smith", "John Smith Jr."]


@pytest.mark.parametrize("name", ["Lee, Bob, MBA", "Bob Lee, PMP", "Bob Lee"])
def test_the_sender_of_a_message_keeps_both_names(ada: Campaign, stamp: Stamp, name: str) -> None:
    header = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n"  # noqa: E501
    row = f'1,,"{name}",{IN}bob,Ada,{IN}ada,2026-06-01 14:03:22 UTC,,Hi,INBOX\n'

    bring(ada, stamp, header + row, "messages.csv")

    assert names(ada) == ["Bob Lee"]
