"""A company whose name is a German noun is named with its article in a letter."""

from datetime import date

import pytest

from firststep.steps.outreach.drafting.draft import draft
from firststep.steps.outreach.drafting.german.articles import house_gender, with_articles
from tests.steps.outreach.drafting.test_german import facts


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Klinikum Am Weiher", "n"), ("Zürsee Versicherung", "f"), ("Lindenblatt Verlag", "m"),
     ("Stadt Köln", "f"), ("Klinikum Am Weiher gGmbH", "f"),
     ("Nordhafen Logistik", ""), ("Acme", ""), ("Klinikum", "")],
)  # fmt: skip
def test_a_name_that_is_a_noun_has_a_gender(name: str, gender: str) -> None:
    assert house_gender(name) == gender


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("wer bei Klinikum Am Weiher leitet", "wer beim Klinikum Am Weiher leitet"),
        ("Gut. Bei Klinikum Am Weiher ist", "Gut. Beim Klinikum Am Weiher ist"),
        ("Klinikum Am Weiher steht oben", "Das Klinikum Am Weiher steht oben"),
        ("Ich suche, und Klinikum Am Weiher gehört dazu",
         "Ich suche, und das Klinikum Am Weiher gehört dazu"),
        ("im Klinikum Am Weiher", "im Klinikum Am Weiher"),
        ("bei Klinikum Am Weiherhof", "bei Klinikum Am Weiherhof"),
    ],
)  # fmt: skip
def test_the_article_goes_with_what_stands_before_the_name(text: str, read: str) -> None:
    assert with_articles(text, ["Klinikum Am Weiher"]) == read


@pytest.mark.parametrize("voice", range(4))
def test_a_letter_names_a_hospital_and_a_bank_as_one_says_them(voice: int) -> None:
    house = {"company": "Klinikum Am Weiher", "about_company": "Klinikum Am Weiher"}
    bank = {"company": "Sparkasse Nord", "about_company": "Sparkasse Nord"}

    for known in (house, bank):
        for kind in ("write", "nudge"):
            body = draft(facts(kind=kind, voice=voice, ask="name", tie="known", how="vom Sport",
                               smaller_ask="one_question",
                               first_note_on=date(2026, 11, 23), **known)).body  # fmt: skip
            assert "bei Klinikum" not in body and "bei Sparkasse" not in body
            assert "\n\nKlinikum" not in body and ". Klinikum" not in body
            assert known["company"] in body


def test_a_company_without_a_noun_stays_as_it_is() -> None:
    assert "bei Nordhafen Logistik" in draft(
        facts(company="Nordhafen Logistik", about_company="Nordhafen Logistik", kind="nudge",
              ask="name", smaller_ask="one_question", first_note_on=date(2026, 11, 23))
    ).body  # fmt: skip
