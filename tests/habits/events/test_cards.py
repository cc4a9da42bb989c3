"""Reading people from lists and from the text of business cards: nothing is made up."""

from dataclasses import asdict

import pytest

from firststep.habits.events.cards import MOST_CARDS, cards_in
from firststep.steps.goal.companies.matching import key_of

KNOWN = frozenset({key_of("Acme"), key_of("Initech")})


def read(text: str) -> list[dict[str, str]]:
    found = cards_in(text, houses=KNOWN)
    return [{key: value for key, value in asdict(one).items() if value} for one in found]


PRIYA = {
    "name": "Priya Nair", "title": "Head of Operations", "company": "Acme GmbH",
    "email": "priya@acme.example", "phone": "+49 30 901820",
}  # fmt: skip


@pytest.mark.parametrize(
    "card",
    [
        "Priya Nair\nHead of Operations\nAcme GmbH\n+49 30 901820\npriya@acme.example",
        "Acme GmbH\n\nDr. PRIYA NAIR, MBA\nHead of Operations\n\nHauptstr. 12\n10115 Berlin\n"
        "T +49 30 901820\nFax +49 30 901821\npriya@acme.example\nwww.acme.example",
        "Priya Nair | Head of Operations\nAcme GmbH\nTel: +49 30 901820 | E: priya@acme.example",
        "Head of Operations\nPriya Nair\npriya@acme.example · +49 30 901820\nAcme GmbH",
        "Priya Nair, Head of Operations, Acme GmbH, priya@acme.example, +49 30 901820",
        "Priya Nair\tHead of Operations\tAcme GmbH\tpriya@acme.example\t+49 30 901820",
        "Priya Nair\nHead of Operations at Acme GmbH\npriya@acme.example\n+49 30 901820",
    ],
)
def test_a_card_is_read_however_its_lines_stand(card: str) -> None:
    assert read(card) == [PRIYA]


@pytest.mark.parametrize(
    ("card", "name", "title", "company"),
    [
        ("Maria-José van der Berg\nEinkaufsleiterin\nKranich Optik AG\nmj@kranich.example",
         "Maria-José van der Berg", "Einkaufsleiterin", "Kranich Optik AG"),
        ("Sunrise Health System\nTalent Acquisition Partner\nDana Whitlock\n(612) 555-0147",
         "Dana Whitlock", "Talent Acquisition Partner", "Sunrise Health System"),
        ("Sarah O'Neil, CPA\nPartner at Whitebear\nsarah@whitebear.example",
         "Sarah O'Neil", "Partner", "Whitebear"),
        ("GREYWATER\nUtility Systems\n\nLena Whitaker, P.E.\nDirector of Engineering\n"
         "lena.whitaker@greywater.example\nO 612.555.0147",
         "Lena Whitaker", "Director of Engineering", "GREYWATER"),
        ("Dr. med. Petra Schön\nOberärztin\nKlinikum Elbufer\npetra.schoen@elbufer.example",
         "Petra Schön", "Oberärztin", "Klinikum Elbufer"),
        ("Maya Lindqvist - Recruiter at Northstar Health - maya@northstar.example",
         "Maya Lindqvist", "Recruiter", "Northstar Health"),
        ("O'Brien, Kate\nSenior Buyer\nWhitebear Boats",
         "Kate O'Brien", "Senior Buyer", "Whitebear Boats"),
        ("Tomás Ruiz\nVP, Supply Chain\nBlue Harbor Logistics\n520 555 0199",
         "Tomás Ruiz", "VP, Supply Chain", "Blue Harbor Logistics"),
    ],
)  # fmt: skip
def test_name_post_and_company_are_told_apart(
    card: str, name: str, title: str, company: str
) -> None:
    (found,) = cards_in(card)
    assert (found.name, found.title, found.company) == (name, title, company)
    assert not found.question


def test_several_cards_of_one_photo_are_several_people() -> None:
    text = (
        "Priya Nair\nVP Supply Chain\nInitech\npnair@initech.example\n"
        "Bo Finn\nCategory Manager\nGlobex Inc.\nbfinn@globex.example\n\n"
        "BLUE HARBOR\n\nSam Orr\nBuyer\nsam@blueharbor.example"
    )
    assert [(one["name"], one["company"]) for one in read(text)] == [
        ("Priya Nair", "Initech"), ("Bo Finn", "Globex Inc."), ("Sam Orr", "BLUE HARBOR"),
    ]  # fmt: skip


def test_a_list_may_say_what_was_talked_about() -> None:
    text = (
        "- Priya Nair, Head of Ops, Acme: steel prices, she wants the article\n"
        "- Bo Finn (Initech), wants my CV\n* Sam Orr\n3) Ada, Buyer, Acme"
    )
    assert read(text) == [
        {"name": "Priya Nair", "title": "Head of Ops", "company": "Acme",
         "said": "steel prices, she wants the article"},
        {"name": "Bo Finn", "company": "Initech", "said": "wants my CV"},
        {"name": "Sam Orr"},
        {"name": "Ada", "title": "Buyer", "company": "Acme"},
    ]  # fmt: skip


@pytest.mark.parametrize(
    "odd",
    ["Mrs Ode, Acme: their move", "Frau Yilmaz, Ruhr Packaging", "Heidi (Acme)", "Dr. Kaluza",
     "the tall man from Globex", "Rosa, buyer"],
)  # fmt: skip
@pytest.mark.parametrize("at", [0, 2, 4])
def test_one_odd_line_of_a_list_costs_nobody_their_place(odd: str, at: int) -> None:
    lines = ["Priya Nair, Head of Ops, Acme: steel prices", "Bo Finn", "Sam Orr, buyer",
             "Tim Oster, Initech, tim@initech.example"]  # fmt: skip
    lines.insert(at, odd)

    found = read("\n".join(lines))

    assert len(found) == 5
    names = [one.get("name", "") for one in found]
    assert {"Priya Nair", "Bo Finn", "Sam Orr", "Tim Oster"} <= set(names)


def test_a_town_below_a_name_makes_no_list_of_a_card() -> None:
    (found,) = read("Noah Chen, CFO\nBlue Harbor Inc.\nHamburg, Germany")
    assert (found["name"], found["company"]) == ("Noah Chen", "Blue Harbor Inc.")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Priya Nair\nBlue Harbor", "is Blue Harbor the company?"),
        ("Priya Nair, Head of Ops", "At which company"),
        ("priya.nair@acme.example", "taken from the address"),
        ("info@acme.example", "Who is it?"),
        ("Acme, Inc.", "Who is it?"),
        ("a long evening with many people", "Who is it?"),
        ("+49 30 901820", "Who is it?"),
        ("Priya Nair\nHead of Operations\npriya@acme.example", "Is it Acme?"),
        ("Noah Chen\nRosa Diaz\nHalvorsen Foods\n520 555 0199", "the name?"),
    ],
)
def test_what_could_be_read_in_two_ways_is_asked(text: str, asked: str) -> None:
    assert any(asked in one.question for one in cards_in(text))


def test_an_address_of_a_house_that_gives_everybody_one_tells_no_company() -> None:
    (found,) = cards_in("Priya Nair\nBuyer\npriya.nair@gmail.com")
    assert (found.company, found.question) == ("", "At which company is Priya Nair?")


@pytest.mark.parametrize(
    "text",
    [
        "Attendees:\nPriya Nair, Acme\nBo Finn, Initech\n",
        "Name;Company\nPriya Nair;Acme\nBo Finn;Initech",
        "1 Priya Nair, Acme\n2 Bo Finn, Initech",
        "Priya Nair (Acme)\n\n---\n\nBo Finn (Initech)",
    ],
)
def test_a_list_is_read_with_its_heading_columns_or_numbers(text: str) -> None:
    assert [(one["name"], one["company"]) for one in read(text)] == [
        ("Priya Nair", "Acme"), ("Bo Finn", "Initech"),
    ]  # fmt: skip


def test_a_mobile_number_comes_before_another_and_a_fax_is_none() -> None:
    (found,) = cards_in("Bo Finn\nBuyer\nAcme GmbH\nT +49 30 901820 | M +49 170 1234567")
    assert found.phone == "+49 170 1234567"
    (found,) = cards_in("Bo Finn\nBuyer\nAcme GmbH\nFax +49 30 901821")
    assert found.phone == ""


def test_nobody_and_very_many() -> None:
    assert cards_in("") == () == cards_in("\n\n---\n")
    assert len(cards_in("Priya Nair\n\n" * (MOST_CARDS + 9))) == MOST_CARDS
