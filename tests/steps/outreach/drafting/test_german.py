"""A German letter: its greeting and its end, days and nouns, and what was typed in English."""

from datetime import date, datetime
from typing import Any

import pytest

from firststep.facts.draft import DraftFacts
from firststep.facts.habits import Between, OfferFacts
from firststep.steps.outreach.drafting.draft import draft
from firststep.steps.outreach.drafting.german.address import address_of
from firststep.steps.outreach.drafting.german.dates import german_again, german_day, german_time
from firststep.steps.outreach.drafting.german.fields import german_fields
from firststep.steps.outreach.drafting.german.how import german_how, german_occasion
from firststep.steps.outreach.drafting.german.names import opening_named, role_named
from firststep.steps.outreach.drafting.german.said import german_promises
from firststep.steps.outreach.wordings.wording import BLANK_FIELDS

MONDAY = date(2026, 11, 30)


def facts(**known: Any) -> DraftFacts:
    values: dict[str, Any] = {
        "kind": "write", "ask": "meeting", "channel": "email", "seeker": "Jonas Weber",
        "role": "Einkäufer", "department": "Einkauf", "name": "Sabine Köhler", "given": "Sabine",
        "company": "Acme", "about_company": "Acme", "on_list": True, "on": MONDAY,
        "language": "de", "country": "DE", **known,
    }  # fmt: skip
    return DraftFacts(**values)


def test_every_field_has_its_german_words() -> None:
    assert set(german_fields(facts(), company_named=True)) == set(BLANK_FIELDS)


def test_a_letter_to_a_stranger_greets_the_whole_name_and_goes_on_small() -> None:
    written = draft(facts())

    assert written.body.startswith("Guten Tag Sabine Köhler,\n\nmir ist etwas an Ihrer Arbeit")
    assert written.body.endswith("\n\nViele Grüße\nJonas Weber")
    assert written.subject == "15 Minuten für ein Gespräch?"


def test_a_name_keeps_its_capital_behind_the_greeting() -> None:
    written = draft(facts(origin="named", via="Ganz Anders"))

    assert written.body.startswith("Guten Tag Sabine Köhler,\n\nGanz Anders hat mir Ihren Namen")


def test_switzerland_has_no_comma_behind_the_greeting_and_no_eszett() -> None:
    written = draft(facts(country="CH", voice=3))

    assert written.body.startswith("Guten Tag Sabine Köhler\n\nAuf Sie gekommen")
    assert "ß" not in written.body
    assert "Ich heisse Jonas Weber" in written.body
    assert written.body.endswith("Mit besten Grüssen\nJonas Weber")


def test_who_is_called_du_is_greeted_and_signed_to_by_the_given_name() -> None:
    written = draft(facts(tie="known", how="aus dem Studium", ask="name", own_phone="0221 555"))

    assert written.body.startswith("Hallo Sabine,\n\nhier ist Jonas Weber. Wir kennen uns aus dem")
    assert "Könntest du mir sagen, wer dort den Bereich Einkauf leitet?" in written.body
    assert written.body.endswith("Liebe Grüße\nJonas\n0221 555")


@pytest.mark.parametrize(
    ("known", "called"),
    [
        ({"tie": "close"}, "du"),
        ({"tie": "known"}, "du"),
        ({"tie": "dormant"}, "sie"),
        ({"tie": "dormant", "how": "wir haben zusammen studiert"}, "du"),
        ({"tie": "dormant", "how": "We shared a desk"}, "du"),
        ({"tie": "dormant", "how": "mein Chef bei Nimbus"}, "sie"),
        ({"tie": "met", "how": "auf der Karrieremesse"}, "sie"),
        ({"tie": "met", "how": "auf Annas Geburtstag"}, "du"),
        ({"tie": "met", "between": Between(event="Party bei Freunden")}, "du"),
        ({"origin": "named", "via": "Anna Kaya"}, "sie"),
        ({"between": Between(event="Party bei Freunden")}, "sie"),
        ({"signed_given": True}, "du"),
        ({"tie": "close", "address": "sie"}, "sie"),
        ({"address": "du"}, "du"),
    ],
)
def test_du_goes_by_the_tie_unless_it_was_chosen(known: dict[str, Any], called: str) -> None:
    assert address_of(facts(**known)) == called


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ("Wir haben einen Schreibtisch geteilt.", "wir haben einen Schreibtisch geteilt"),
        ("Aus dem Studium in Köln", "wir kennen uns aus dem Studium in Köln"),
        ("über Anna", "wir kennen uns über Anna"),
        ("zusammen im Chor gesungen", "wir haben zusammen im Chor gesungen"),
        ("Alte Kollegen", "wir kennen uns als Alte Kollegen"),
        ("Marketing-Kurs 2019", "wir kennen uns, Stichwort Marketing-Kurs 2019"),
        ("We shared a desk at Nimbus", ""),
        ("Football on Thursdays", ""),
        ("Sie war meine Teamleiterin", ""),
        ("Sabine hat mich eingearbeitet", ""),
    ],
)
def test_how_one_knows_somebody_is_said_in_a_sentence_to_them(how: str, told: str) -> None:
    assert german_how(facts(tie="known", how=how)) == told


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("Karrieremesse Köln", "auf der Karrieremesse Köln"),
        ("Messe für Logistik", "auf der Messe für Logistik"),
        ("Alumni-Treffen", "beim Alumni-Treffen"),
        ("Auf dem Sommerfest", "auf dem Sommerfest"),
        ("kennengelernt beim Vortrag", "beim Vortrag"),
        ("SHRM 2026", "bei „SHRM 2026“"),
        ("the buyers' fair", ""),
        ("Acme", ""),
    ],
)
def test_where_two_met_stands_behind_the_right_word(event: str, said: str) -> None:
    assert german_occasion(facts(tie="met", how=event)) == said
    assert german_occasion(facts(origin="met", between=Between(event=event))) == said


def test_what_was_typed_in_english_leaves_a_blank_or_a_plainer_sentence() -> None:
    between = Between(event="the fair", said="they hire in spring", stayed="ask for the numbers")
    met = draft(facts(origin="met", kind="follow_up_met", between=between))
    thanked = draft(facts(kind="thank", meeting_on=MONDAY, answer="held", between=between))
    offer = Between(offer=OfferFacts("look at your CV", "me", MONDAY))
    offered = draft(facts(kind="offer_taken_up", origin="offered", between=offer))

    said = met.body + thanked.body + offered.body
    assert not any(word in said for word in ("fair", "hire", "numbers", "look"))
    assert "wo: auf der Messe, beim Vortrag" in met.blanks
    assert "dass Sie mir Hilfe angeboten haben" in offered.body


def test_what_was_typed_in_german_is_said() -> None:
    between = Between(
        event="Karrieremesse", said="im Frühjahr wird eingestellt",
        offer=OfferFacts("den Lebenslauf ansehen", "me", date(2026, 11, 27)),
    )  # fmt: skip
    offered = draft(facts(kind="offer_taken_up", origin="offered", between=between))

    assert "danke für Ihr Angebot vom Freitag: den Lebenslauf ansehen." in offered.body
    assert "Mir ist im Kopf geblieben: im Frühjahr wird eingestellt." in offered.body


@pytest.mark.parametrize(
    ("typed", "to_do", "thing"),
    [
        ("den Artikel schicken", "den Artikel schicken", ""),
        ("den Artikel zu schicken", "den Artikel schicken", ""),
        ("den Artikel vorbeizubringen", "den Artikel vorbeibringen", ""),
        ("mich bei Sam melden", "mich bei Sam melden", ""),
        ("den Artikel", "", "den Artikel"),
        ("meinen Lebenslauf bis Freitag (4 December)", "", "meinen Lebenslauf"),
        ("bis Freitag (4 December) den Artikel schicken", "den Artikel schicken", ""),
        ("schicke den Artikel", "", ""),
    ],
)
def test_what_was_promised_is_said_as_a_deed_or_as_a_thing(
    typed: str, to_do: str, thing: str
) -> None:
    said = german_promises(Between(promised=(typed,)))

    assert (said["promise_do"], said["promise_thing"]) == (to_do, thing)


@pytest.mark.parametrize("voice", range(4))
def test_a_promised_deed_is_no_thing_in_a_letter(voice: int) -> None:
    between = Between(event="Karrieremesse", promised=("den Artikel schicken",))
    body = draft(facts(tie="met", origin="met", between=between, voice=voice)).body

    assert "den Artikel schicken" in body
    assert "nämlich den Artikel schicken" not in body
    assert "[was ich versprochen habe" not in body


def test_the_same_place_of_work_is_told_with_its_years() -> None:
    written = draft(facts(tie="known", overlap="Globex, 2016 to 2019"))

    assert "Wir waren beide von 2016 bis 2019 bei Globex." in written.body


@pytest.mark.parametrize(
    ("typed", "named"),
    [("einkäufer (m/w/d)", "Einkäufer"), ("Leiter des Einkaufs", "Leiter des Einkaufs"),
     ("leiter des einkaufs", "Leiter des Einkaufs"), ("strategic buyer", "Strategic Buyer"),
     ("IT-Leitung", "IT-Leitung")],
)  # fmt: skip
def test_a_job_has_its_capitals(typed: str, named: str) -> None:
    assert role_named(typed) == named


def test_an_opening_is_named_without_what_was_noted_besides() -> None:
    assert opening_named("Stelle als Einkäufer (m/w/d), seen on the site") == "Einkäufer"
    assert opening_named("https://acme.example/jobs") == ""


@pytest.mark.parametrize(
    ("country", "at", "written"),
    [
        ("DE", datetime(2027, 1, 5, 14), "am Dienstag, 5. Januar, um 14 Uhr"),
        ("AT", datetime(2027, 1, 5, 9, 30), "am Dienstag, 5. Jänner, um 9:30 Uhr"),
        ("CH", datetime(2027, 3, 3, 10), "am Mittwoch, 3. März, um 10 Uhr"),
    ],
)
def test_a_time_is_written_as_in_the_country(country: str, at: datetime, written: str) -> None:
    assert german_time(at, country=country) == written


@pytest.mark.parametrize(
    ("day", "said"),
    [(MONDAY, "heute"), (date(2026, 11, 29), "gestern"), (date(2026, 12, 3), "am Donnerstag"),
     (date(2026, 11, 9), "am 9. November"), (None, "")],
)  # fmt: skip
def test_a_day_is_said_as_one_says_it(day: date | None, said: str) -> None:
    assert german_day(day, today=MONDAY, country="DE") == said


def test_a_later_without_a_day_is_promised_in_words() -> None:
    february = date(2027, 1, 30)

    assert german_again(february, named=False, today=MONDAY, country="AT") == "im Jänner"
    assert german_again(february, named=True, today=MONDAY, country="AT") == "am 30. Jänner"
    assert german_again(date(2026, 12, 14), named=False, today=MONDAY, country="DE") == (
        "in einigen Wochen"
    )


def test_a_reminder_says_from_which_day_the_first_note_was() -> None:
    nudge = facts(kind="nudge", first_note_on=date(2026, 11, 23), smaller_ask="short_call",
                  ask="advice", voice=3)  # fmt: skip

    assert "in meiner Nachricht an Sie vom 23. November ging es um Ihren Rat." in draft(nudge).body


def test_the_switchboard_is_asked_for_somebody_as_one_asks_there() -> None:
    call = draft(facts(kind="call", channel="phone", put_through=True, tie="known"))

    assert call.body.startswith("Guten Tag, mein Name ist Jonas Weber. Würden Sie mich bitte mit")
    assert "Hallo Sabine, hier ist Jonas Weber." in call.body
