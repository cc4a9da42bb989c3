"""Own words, quotations and signatures, as programs of mail write them."""

import time

import pytest

from firststep.steps.outreach.hearing.quotations import own_words
from tests.in_part import in_part

MINE = "> Hi Ann,\n>\n> I would be happy to meet on Tuesday. Please stop me if not.\n>\n> Ada"


@pytest.mark.parametrize(
    "above",
    [
        "On Thu, Dec 3, 2026 at 4:12 PM Ada Moreno <ada@example.org>\nwrote:",
        "Am 03.12.26 um 16:12 schrieb Ada Moreno:",
        "Am Do., 3. Dez. 2026 um 16:12 Uhr schrieb Ada Moreno <\nada@example.org>:",
        "> On Dec 3, 2026, at 4:12 PM, Ada Moreno <ada@example.org> wrote:",
    ],
)
def test_what_is_quoted_is_not_theirs(above: str) -> None:
    apart = own_words(f"Sorry, no.\n\nAnn\n\n{above}\n{MINE}\n")

    assert apart.own == "Sorry, no.\n\nAnn"
    assert not apart.doubt


@pytest.mark.parametrize(
    "header",
    [
        "From: Ada Moreno <ada@example.org>\nSent: 3 December 2026 16:12\nTo: Ann Lee\nSubject: Hi",
        "Von: Ada Moreno\nGesendet: 3. Dezember 2026 16:12\nAn: Ann Lee\nBetreff: Hallo",
        "Gesendet: 3. Dezember 2026 um 16:12 Uhr\nVon: Ada Moreno\nAn: Ann Lee\nBetreff: Hallo",
        "-----Original Message-----\nFrom: Ada Moreno\nSent: Thursday\nTo: Ann Lee\nSubject: Hi",
    ],
)
def test_an_older_mail_below_its_header_is_not_theirs(header: str) -> None:
    apart = own_words(f"Yes, gladly.\n\n{header}\n\nI would be happy to meet on Tuesday.\n")

    assert apart.own == "Yes, gladly."


def test_answers_between_and_below_what_is_quoted_are_theirs() -> None:
    text = "On Thu, Ada wrote:\n> Do you hire?\nNot this year.\n> Who does?\nNobody here.\n"

    assert own_words(text).own.split("\n\n")[-1] == "Not this year.\nNobody here."


def test_a_signature_and_the_small_print_stand_apart() -> None:
    text = "Call me.\n\nKind regards\nAnn Lee\n+49 30 23125 114\n\nThis e-mail is confidential."
    apart = own_words(text)

    assert apart.own == "Call me."
    assert apart.signature.startswith("Ann Lee\n+49 30 23125 114")


def test_a_header_that_was_copied_along_tells_who_wrote() -> None:
    apart = own_words("Von: Ann Lee\nGesendet: Montag\nAn: Ada\nBetreff: AW: Frage\n\nGern!\n")

    assert (apart.own, apart.writer, apart.subject) == ("Gern!", "Ann Lee", "AW: Frage")


@in_part(8)
@pytest.mark.parametrize(
    "text", [">" * 50_000, "\n" * 50_000, "-" * 90_000, "On " * 30_000, "a: " * 30_000, "_" * 9999]
)
def test_a_hostile_text_is_taken_apart_in_no_time(text: str, every: int) -> None:
    began = time.process_time()

    own_words(text[: len(text) // every])

    assert time.process_time() - began < 10 / every
