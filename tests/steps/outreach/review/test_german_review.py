"""The review of a German letter: its own manners, and what stands in every application."""

from datetime import date
from typing import Any

import pytest

from firststep.facts.draft import DraftFacts
from firststep.steps.outreach.review.review import review

GOOD = """Guten Tag Dana Winter,

Ihr Vortrag über Lieferketten in Essen hat mich neugierig gemacht. Ich bin Ada Kaya, Einkäuferin.

Ich suche eine Stelle als Einkäuferin, und Acme steht weit oben auf meiner Liste. Hätten Sie 15
Minuten für mich, am Telefon oder persönlich? Ich möchte gern hören, wie Ihr Team arbeitet. Wenn es
gerade nicht passt, ist das völlig in Ordnung.

Vielen Dank fürs Lesen.

Viele Grüße
Ada Kaya"""


def rules(body: str, **known: Any) -> dict[str, str]:
    values: dict[str, Any] = {
        "kind": "write", "ask": "meeting", "channel": "email", "seeker": "Ada Kaya",
        "name": "Dana Winter", "given": "Dana", "title": "Leitung Einkauf", "company": "Acme",
        "about_company": "Acme", "role": "Einkäuferin", "department": "Einkauf",
        "language": "de", "country": "DE", "on": date(2026, 11, 30), **known,
    }  # fmt: skip
    found = review(body, DraftFacts(**values), subject="15 Minuten für ein Gespräch?")
    return {one.rule: one.level for one in found}


def test_a_plain_german_letter_gets_no_remark() -> None:
    assert rules(GOOD) == {}


@pytest.mark.parametrize(
    ("rule", "instead_of", "said"),
    [
        ("L2", "Ich suche eine Stelle", "Hiermit bewerbe ich mich um eine Stelle"),
        ("L2", "Vielen Dank fürs Lesen.", "Vielen Dank im Voraus."),
        ("L2", "Ich möchte gern hören", "Ich würde mich sehr freuen zu hören"),
        ("W6", "15\nMinuten", "eine Stunde"),
        ("W7", "Wenn es\ngerade nicht passt, ist das völlig in Ordnung.", "Bis bald."),
        ("W8", "Vielen Dank fürs Lesen.", "Alles Gute."),
        ("W9", "Ich möchte gern hören", "Anbei mein Lebenslauf. Ich möchte gern hören"),
        ("W11", "neugierig gemacht", "zutiefst begeistert"),
        ("W12", "Guten Tag Dana Winter,\n\n", ""),
        ("W17", "Ihr Vortrag über", "Wie besprochen: Ihr Vortrag über"),
        ("W17", "Ihr Vortrag über", "Sam Petrov hat mir Ihren Namen genannt. Ihr Vortrag über"),
        ("L5", "Ich suche eine", "Ich habe Ihnen am Montag geschrieben. Ich suche eine"),
        ("L5", "Ich suche eine", "Sie haben mir Hilfe angeboten. Ich suche eine"),
        ("L8", "Guten Tag Dana Winter", "Sehr geehrte Damen und Herren"),
        ("L8", "Guten Tag Dana Winter", "Liebe Frau"),
        ("L9", "Ich suche eine", "Ich bin verzweifelt und suche eine"),
        ("L9", "Ich suche eine", "Leider habe ich nichts von Ihnen gehört. Ich suche eine"),
    ],
)
def test_what_does_not_become_a_german_letter_is_named(
    rule: str, instead_of: str, said: str
) -> None:
    assert instead_of in GOOD
    assert rule in rules(GOOD.replace(instead_of, said))


def test_a_swiss_letter_has_no_eszett() -> None:
    assert rules(GOOD.replace("hören", "heißen"), country="CH") == {"L1": "hint"}


def test_a_date_ends_no_sentence() -> None:
    body = GOOD.replace("Ich möchte gern", "Am 5. Januar möchte ich gern")

    assert rules(body) == {}
