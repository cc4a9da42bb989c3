"""People named in running text, in English and German."""

import pytest

from firststep.steps.outreach.language.somebody import somebodies


@pytest.mark.parametrize(
    ("text", "name", "title", "email"),
    [
        ("Talk to Sam Lee, our head of purchasing, sam.lee@acme.example.", "Sam Lee",
         "head of purchasing", "sam.lee@acme.example"),
        ("Wenden Sie sich bitte an Frau Dr. Weber im Einkauf (weber@acme.example).", "Weber",
         "Einkauf", "weber@acme.example"),
        ("I've copied Dana, who knows.", "Dana", "", ""),
        ("Den Einkauf leitet bei uns seit Sommer Jens Oberst, Bereichsleiter Beschaffung.",
         "Jens Oberst", "Bereichsleiter Beschaffung", ""),
        ("Reach out to the new site lead, Mr. Declan Foy (declan.foy@acme.example).",
         "Declan Foy", "site lead", "declan.foy@acme.example"),
        ("You want Jan van der Berg, he runs logistics.", "Jan van der Berg", "", ""),
        ("frag doch mal den Kevin aus der Frühschicht", "Kevin", "", ""),
        ("Her address is ann.lee@acme.example.", "Ann Lee", "", "ann.lee@acme.example"),
        ("Try Lindsay in growth, she is nice", "Lindsay", "", ""),
        ("Mein Nachfolger ist Herr Fabio Berna (fabio.berna@acme.example).", "Fabio Berna", "",
         "fabio.berna@acme.example"),
    ],
)  # fmt: skip
def test_somebody_is_found_with_what_is_said_of_them(
    text: str, name: str, title: str, email: str
) -> None:
    (found,) = somebodies(text)

    assert (found.name, found.title, found.email) == (name, title, email)


def test_a_number_beside_a_name_is_theirs() -> None:
    (found,) = somebodies("Bitte an Frau Acar, Tel. +49 30 23125 160.")

    assert found.phone == "+49 30 23125 160"


@pytest.mark.parametrize(
    "text",
    [
        "Hi Jordan, thanks for writing.",
        "Let us talk on Tuesday about Purchasing in January.",
        "Die Personalabteilung ist zuständig, der Einkauf nicht.",
        "Best Regards from Berlin",
        "I was in the Twin Cities last week.",
        "Liebe Frau Vogt, das ist nett geschrieben.",
        "Ich frage mal unseren Abteilungsleiter und gebe Ihnen Bescheid.",
    ],
)
def test_nobody_is_made_up(text: str) -> None:
    assert not somebodies(text)


@pytest.mark.parametrize("text", ["Aa " * 30_000, "a@" * 30_000, "(" * 60_000, "Ann, " * 20_000])
def test_a_hostile_text_is_read_in_no_time(text: str) -> None:
    somebodies(text)
