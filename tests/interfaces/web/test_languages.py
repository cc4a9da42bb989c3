"""The pages in the seeker's language, the browser's, or English; and what was not marked yet."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import engines
from django.utils import translation

from firststep.facts.said import in_language, language_now, say
from firststep.interfaces.web import languages
from firststep.interfaces.web.languages import catalogue_of
from firststep.interfaces.web.words import STATIC
from firststep.interfaces.words.days import day_within, long_day
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.plan.playbook.situation import day
from firststep.plan.shown import forget_plans, plan_on
from firststep.verbs.goal.campaign import edit_campaign
from firststep.verbs.people.tie import set_tie
from firststep.verbs.thread import record_meeting, record_reply, record_sent
from firststep.verbs.told.log import understood
from tests.cast import MONDAY, a_row_person
from tests.docs.test_languages import keeper
from tests.interfaces.web.pseudo import CLOSES, OPENS, missed
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign
    from firststep.steps.people.models import Person

__all__ = ["keeper"]
GERMAN = {"headers": {"accept-language": "de-AT,de;q=0.9,en;q=0.5"}}


def opened(reader: Reader, address: str, **asked: Any) -> str:
    return reader.client.get(address, follow=True, **asked).content.decode()


def test_today_is_german_for_a_campaign_that_chose_it(
    reader: Reader, ada: "Campaign", ann: "Person", stamp: Stamp
) -> None:
    english = opened(reader, "/")
    edit_campaign(ada, stamp=stamp, language="de")

    german = opened(reader, "/")

    assert '<html lang="en">' in english and '<html lang="de">' in german
    assert "Monday, 2 November" in english and "Montag, 2. November" in german
    assert "small step" in english and "kleine" in german and "small step" not in german
    assert ">Today</a>" in english and ">Heute</a>" in german
    assert language_now() == ""  # nothing is left of it in the process


def test_a_text_of_a_template_keeps_its_sense_and_its_signs() -> None:
    asked = '{% translate "Close" context "a window" %} {% translate "Favours" %}'
    found = engines["django"].from_string(asked + ' {% translate "50% of it" %}')

    with translation.override("de"), in_language(catalogue_of("de")):
        german = found.render()

    assert german == "Schließen Gefallen 50% of it"
    assert found.render() == "Close Favours 50% of it"


def test_until_one_is_chosen_the_browser_decides(
    reader: Reader, ada: "Campaign", stamp: Stamp
) -> None:
    assert ">Heute</a>" in opened(reader, "/", **GERMAN)
    assert ">Today</a>" in opened(reader, "/", headers={"accept-language": "fr"})

    edit_campaign(ada, stamp=stamp, language="en")

    assert ">Today</a>" in opened(reader, "/", **GERMAN)


def test_a_campaign_begun_in_a_german_browser_stays_german(reader: Reader) -> None:
    from firststep.steps.goal.models import Campaign

    page = reader.open("/begin")
    form = page.form("/begin/start").fields | {"name": "Ada Moreno"}
    reader.client.post("/begin/start", form, **GERMAN)

    assert Campaign.objects.get().language == "de"


def test_two_languages_never_mix_in_one_process(
    reader: Reader, ada: "Campaign", ann: "Person", dana: "Person"
) -> None:
    for _ in range(2):  # the second time what is remembered answers
        assert ">Heute</a>" in (german := opened(reader, "/", **GERMAN))
        assert ">Today</a>" in (english := opened(reader, "/"))
        assert "small step" in english and "small step" not in german
    both = {id(plan_on(ada, MONDAY))}
    with languages.in_language(catalogue_of("de")):
        both.add(id(plan_on(ada, MONDAY)))
    assert len(both) == 2  # its reasons are in words


def test_a_refusal_is_in_the_language_of_its_page(
    reader: Reader, ada: "Campaign", stamp: Stamp
) -> None:
    edit_campaign(ada, stamp=stamp, language="de")

    page = reader.send(reader.open("/settings"), "/settings/yourself", country="Gerlandia")

    assert page.status == 400
    assert '<html lang="de">' in page.text
    assert "Gerlandia ist hier als Land nicht bekannt" in page.text


def test_what_is_remarked_on_a_letter_is_told_in_german(
    reader: Reader, ada: "Campaign", ann: "Person", stamp: Stamp
) -> None:
    edit_campaign(ada, stamp=stamp, language="de")

    there = f"/touch/p{ann.pk}"
    form = reader.open(there).form(f"{there}/sent").fields
    typed = form | {"text": "Liebe Ann,\n\nich melde mich wieder.\n\nAda", "subject": "HALLO DU"}

    page = reader.client.post(f"{there}/message", typed, follow=True).content.decode()

    assert "Du bittest noch um nichts." in page and "You ask nothing yet" not in page


def test_something_newer_is_told_in_german(
    reader: Reader, ada: "Campaign", ann: "Person", stamp: Stamp
) -> None:
    edit_campaign(ada, stamp=stamp, language="de")
    before = reader.open(f"/people/{ann.pk}")
    reader.send(reader.open(f"/people/{ann.pk}"), f"/people/{ann.pk}/edit", name="Anna Lee")

    page = reader.send(before, f"/people/{ann.pk}/edit", name="Annika Lee")

    assert "Seit du diese Seite geöffnet hast" in page.text


def test_what_was_done_is_told_in_the_language_of_its_page(
    reader: Reader, ada: "Campaign", stamp: Stamp
) -> None:
    edit_campaign(ada, stamp=stamp, language="de")

    reader.send(reader.open("/settings"), "/settings/yourself", minutes="45")

    assert Entry.objects.latest("pk").words == "Du hast deine Einstellungen geändert."


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Talked with Ann Lee today", "Du hast heute mit Ann Lee gesprochen."),
        ("Ann Lee said yes", "Ann Lee hat heute ja gesagt."),
        ("Ann Lee said yes yesterday", "Ann Lee hat am Sonntag, dem 1. November ja gesagt."),
    ],
)
def test_what_was_understood_of_a_line_is_said_in_the_language_of_its_page(
    reader: Reader, ada: "Campaign", ann: "Person", stamp: Stamp, line: str, told: str
) -> None:
    edit_campaign(ada, stamp=stamp, language="de")
    record_sent(ada, stamp=stamp, ref=f"p{ann.pk}", channel="email")

    page = reader.send(reader.open("/"), "/log", line=line)

    assert told in page.text, page.text
    assert understood(ada, stamp=stamp, line="Talked with Ann Lee today").words == (
        "You talked with Ann Lee today.",
    )  # at the terminal


def test_what_has_to_be_asked_about_a_line_is_asked_in_the_language_of_its_page(
    reader: Reader, ada: "Campaign", ann: "Person", stamp: Stamp
) -> None:
    edit_campaign(ada, stamp=stamp, language="de")

    nobody = reader.send(reader.open("/"), "/log", line="Zora Quist said yes")
    unclear = reader.send(reader.open("/"), "/log", line="green blue yellow")

    assert "Niemand mit Namen Zora Quist steht in deinem Adressbuch." in nobody.text
    example = "Ann Lee (Acme) am Dienstag getroffen"
    assert f"Schreib es zum Beispiel so: {example}." in unclear.text, unclear.text
    assert [one.do for one in understood(ada, stamp=stamp, line=example).read.happenings] == ["met"]


def test_the_working_sheet_is_german_with_what_came_of_it(
    reader: Reader, ada: "Campaign", ann: "Person", stamp: Stamp
) -> None:
    edit_campaign(ada, stamp=stamp, language="de")
    record_sent(ada, stamp=stamp, ref=f"p{ann.pk}", channel="email")

    sheet = opened(reader, f"/touch/p{ann.pk}")
    refused = reader.send(
        reader.open(f"/people/{ann.pk}"), f"/people/{ann.pk}/position", company="Acme",
        began_on="some day",
    )  # fmt: skip

    assert "Du hast geschrieben, per E-Mail" in sheet  # the way stands where German has it
    assert "Wie war die Antwort?" in sheet and "What did they say?" not in sheet
    assert 'value="helped" required>Hat geholfen<' in sheet
    assert refused.status == 400 and "Es wurde noch nichts gespeichert.</p>" in refused.text


def test_a_person_is_told_in_german_with_the_reasons(
    reader: Reader, ada: "Campaign", ann: "Person", stamp: Stamp
) -> None:
    twin = a_row_person(ada, "Ann Lee", title="Buyer")
    both = f"/people/{ann.pk}/compare?with={twin.pk}"
    set_tie(ada, stamp=stamp, person=f"p{ann.pk}", kind="dormant", since=date(2016, 1, 1))

    english, pairs = opened(reader, "/people/same"), opened(reader, "/people/same", **GERMAN)
    page = opened(reader, f"/people/{ann.pk}", **GERMAN)

    assert "Bekannt seit 2016, aber lange nicht gesprochen." in page
    assert "Das hast du gesagt." in page and "You said so." not in page
    assert "The same name" in english and "Derselbe Name" in pairs and "same name" not in pairs
    assert "Dieselbe Person?" in opened(reader, both, **GERMAN)
    assert "lange nicht gesprochen</span></a>" in opened(reader, "/people/?q=Ann", **GERMAN)


def test_what_follows_through_is_german_with_its_days_and_counts(
    reader: Reader, ada: "Campaign", ann: "Person", stamp: Stamp
) -> None:
    edit_campaign(ada, stamp=stamp, language="de")
    reader.send(reader.open("/events/"), "/events/add", name="Messe", on="2026-11-01")
    reader.send(reader.open("/events/"), "/events/met", who="Priya Nair, Acme", at="Messe")
    heard = reader.send(reader.open("/heard"), "/heard/take", text="Yes, gladly. Ann Lee")

    events, progress = opened(reader, "/events/"), opened(reader, "/progress")
    record_sent(ada, stamp=stamp, ref=f"p{ann.pk}", channel="email")
    behind = opened(reader, "/noted?of=touched")

    assert "0 von 1" in events
    assert "2 Leute. " in behind and "2 people" not in behind
    assert "Üblich" in progress and "A usual campaign" not in progress
    assert "ein Ja" in heard.text and "a yes" not in heard.text


def test_the_scripts_of_a_page_say_nothing_of_their_own() -> None:
    """What they show stands in the page they run in, in its language."""
    said = re.compile(r"""["`][A-Z][a-z]+( [A-Za-z]+)+|textContent = ["`][A-Za-z]{2}""")
    comments = re.compile(r"/\*.*?\*/", re.DOTALL)
    speaking = {
        script.name
        for script in STATIC.glob("*.js")
        if said.search(comments.sub("", script.read_text("utf-8")))
    }

    assert speaking <= {"offline.js"}  # what is kept without a line is not marked yet


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("leer.csv", b"", "leer.csv: Diese Datei ist leer."),
        ("export.zip", b"PK\x03\x04torn", "Dieses ZIP-Archiv ist beschädigt. Fordere die Daten"),
        ("bild.jpg", b"\xff\xd8\xff", "Firststep erkennt nicht, was das für eine Datei ist."),
        (
            "leute.csv",
            b"First Name,Last Name,Email Address,Phone\nAnn,Lee,ann@acme..example,12\n",
            "Zeile 2, E-Mail: Dorthin kann niemand schreiben",
        ),
    ],
)
def test_what_is_wrong_with_a_file_is_told_in_german_by_the_process_that_reads_it(
    reader: Reader, ada: "Campaign", stamp: Stamp, name: str, content: bytes, told: str
) -> None:
    edit_campaign(ada, stamp=stamp, language="de")
    form = reader.open("/import").form("/import/preview").fields

    sent = form | {"file": SimpleUploadedFile(name, content)}
    page = reader.client.post("/import/preview", sent, follow=True).content.decode()

    assert told in page


def test_what_came_from_nobody_known_stands_in_german_on_today(
    reader: Reader, ada: "Campaign", stamp: Stamp
) -> None:
    edit_campaign(ada, stamp=stamp, language="de")
    reader.send(reader.open("/heard"), "/heard/take", text="Ja, gern am Donnerstag um 10 Uhr.")

    page = opened(reader, "/")

    assert "Was jemand geschrieben hat" in page and "somebody" not in page


def test_a_german_day_within_a_sentence_has_its_article() -> None:
    with languages.in_language(catalogue_of("de")):
        assert day(MONDAY) == "Montag, dem 2. November"  # after "am", "vom" and "bis"
        assert day_within(MONDAY) == "Montag, dem 2. November"
        assert long_day(MONDAY) == "Montag, 2. November"  # above a page
        assert say("That was settled on {on}. If it was wrong, take it back.", on=MONDAY) == (
            "Das wurde am 2. November 2026 erledigt. Wenn es falsch war, nimm es zurück."
        )


def test_the_entry_of_a_calendar_is_in_the_language_of_its_page(
    reader: Reader, ada: "Campaign", ann: "Person", stamp: Stamp
) -> None:
    edit_campaign(ada, stamp=stamp, language="de")
    record_sent(ada, stamp=stamp, ref=f"p{ann.pk}", channel="email")
    record_reply(ada, stamp=stamp, ref=f"p{ann.pk}", answer="yes")
    record_meeting(ada, stamp=stamp, ref=f"p{ann.pk}", at=datetime(2026, 11, 4, 10))

    entry = reader.client.get(f"/touch/p{ann.pk}/talk.ics").content.decode()

    assert "SUMMARY:Gespräch mit Ann Lee" in entry.replace("\r\n ", "")


def test_what_no_page_is_behind_is_german_too(
    reader: Reader, ada: "Campaign", stamp: Stamp
) -> None:
    edit_campaign(ada, stamp=stamp, language="de")

    assert "Das gibt es hier nicht" in opened(reader, "/nothing-here")
    assert "Gerade keine Verbindung" in opened(reader, "/offline")
    assert 'data-again="Noch einmal versuchen"' in opened(reader, "/")  # what the scripts say


def test_what_was_typed_is_shown_again_under_german_names(
    reader: Reader, ada: "Campaign", stamp: Stamp
) -> None:
    edit_campaign(ada, stamp=stamp, language="de")

    page = reader.client.post("/settings/yourself", {"minutes": "45"}).content.decode()

    assert ">Minuten</dt>" in page and ">minutes</dt>" not in page


def test_a_browser_installs_it_with_german_words_and_all_else_the_same(
    reader: Reader, ada: "Campaign"
) -> None:
    told = {
        language: json.loads((STATIC / f"firststep{language}.webmanifest").read_text("utf-8"))
        for language in ("", ".de")
    }
    german = told[".de"]

    assert "/static/firststep.de.webmanifest" in opened(reader, "/", **GERMAN)
    assert "/static/firststep.webmanifest" in opened(reader, "/")
    assert german["lang"] == "de" and german["description"] != told[""]["description"]
    alike = ("description", "lang", "shortcuts")
    assert {k: v for k, v in german.items() if k not in alike} == {
        k: v for k, v in told[""].items() if k not in alike
    }


def test_who_is_not_let_in_yet_is_told_so_in_the_language_of_the_browser(
    reader: Reader, ada: "Campaign"
) -> None:
    from django.test import Client

    stranger = Client(HTTP_HOST="127.0.0.1:8700")

    assert "Firststep ist hier geschlossen" in stranger.get("/", **GERMAN).content.decode()


def test_countries_and_their_towns_are_called_and_ordered_as_in_the_language(
    reader: Reader, ada: "Campaign", stamp: Stamp
) -> None:
    english = opened(reader, "/settings")
    edit_campaign(ada, stamp=stamp, language="de")

    german = opened(reader, "/settings")

    names = re.findall(r'<option value="[A-Z]{2}"[^>]*>([^<]+)', german)
    assert names.index("Ägypten") < names.index("Belgien") < names.index("Österreich")
    assert ">Wien<" in german and ">Vienna<" in english and ">Austria<" in english


def test_no_number_of_a_page_is_broken_by_a_language(
    reader: Reader, ada: "Campaign", ann: "Person", stamp: Stamp
) -> None:
    edit_campaign(ada, stamp=stamp, language="de")

    for address in ("/", "/progress", "/progress/side", "/settings", "/companies/"):
        text = opened(reader, address)
        for name, value in re.findall(
            r'\b(x|y|r|cx|cy|width|height|points|d|value)="([^"]*)"', text
        ):
            commas = re.findall(r"\d,\d", value) if name not in ("points", "d", "value") else []
            assert not commas, (address, name, value)


@pytest.fixture
def framed(
    keeper: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: LazySettings
) -> Iterator[str]:
    """A language that sets everything marked into frames."""
    (tmp_path / "eo").mkdir()
    for room, wanted in keeper.by_room().items():
        made = keeper.Catalog(locale="eo")
        for one in wanted:
            ids = (one.one, one.many) if one.many else one.one
            forms = tuple(f"{OPENS}{words}{CLOSES}" for words in (one.one, one.many) if words)
            pattern = re.fullmatch(r"[EMdy., ]+", one.one)  # of a day: its letters mean something
            made.add(ids, f"'{OPENS}'{one.one}'{CLOSES}'" if pattern else
                     forms if one.many else forms[0], context=one.sense or None)  # fmt: skip
        with (tmp_path / "eo" / f"{room}.po").open("wb") as file:
            keeper.write_po(file, made)
    monkeypatch.setattr(languages, "TEXTS", tmp_path)
    settings.LANGUAGES = [*settings.LANGUAGES, ("eo", "Esperanto")]
    catalogue_of.cache_clear()
    forget_plans()
    yield "eo"
    catalogue_of.cache_clear()


# Pages of which everything is marked; it only grows. `pytest -rP -k marked` shows the others.
MARKED = frozenset(
    {
        "", "companies/", "companies/names", "companies/check", "people/", "people/same", "goal",
        "progress", "events/", "noted", "noted?of=touched", "heard", "progress/side", "landed",
        "person", "compare", "company", "companies/suggested", "settings", "inbox",
        "practice", "prepare", "interview", "offline",
        "nothing-here", "import", "favours/", "touch", "touch write", "touch find_address",
        "touch find_name", "settings/wordings", "settings/new-wording", "wording",
    }
)  # fmt: skip


@pytest.mark.slow
def test_what_a_page_says_is_marked(
    framed: str, reader: Reader, settings: LazySettings, request: pytest.FixtureRequest
) -> None:
    from firststep.interfaces import demo
    from firststep.interfaces.opening import the_campaign

    script = demo._script()
    demo._begin(script[0][0])
    for on, line in script:
        demo.play(the_campaign(), line, on)
    settings.TODAY = demo._calendar().after(script[-1][0], 1)
    campaign = the_campaign()  # it chose no language, for a letter has none in frames

    found = {
        name: missed(opened(reader, address, headers={"accept-language": framed}))
        for name, address in pages(campaign).items()
    }

    for name, pieces in found.items():
        print(f"{name}: {len(pieces)} pieces are not marked", *pieces, sep="\n    ")
    over = [name for name, pieces in found.items() if pieces and name in MARKED]
    assert not over


def pages(campaign: "Campaign") -> dict[str, str]:
    """Every kind of page once, by a name."""
    from firststep.habits.events.models import Event
    from firststep.steps.approach.models import Approach

    plan = plan_on(campaign, MONDAY).plan
    kinds = {card.kind: card.ref for card in (*plan.cards, *plan.rolled)}
    company = campaign.companies.filter(targeted_on__isnull=False).order_by("pk")[0].pk
    talked = Approach.objects.filter(campaign=campaign).order_by("pk")[0]
    event = Event.objects.filter(campaign=campaign).order_by("pk").first()
    found = {name: f"/{name}" for name in (
        "", "companies/", "companies/suggested", "companies/names", "companies/check", "people/",
        "people/same", "goal", "progress", "import", "events/", "favours/", "practice", "noted",
        "noted?of=touched", "settings", "settings/wordings", "settings/new-wording",
        "inbox", "heard", "offline", "progress/side", "landed",
        "nothing-here",
    )}  # fmt: skip
    found |= {
        "company": f"/companies/{company}", "interview": f"/companies/{company}/interview",
        "person": f"/people/{talked.person_id}", "compare": f"/people/{talked.person_id}/compare",
        "prepare": f"/touch/{talked.pk}/prepare", "touch": f"/touch/{talked.pk}",
        "wording": "/settings/wordings/accepted-known",
        **({"event": f"/events/{event.pk}"} if event else {}),
        **{f"touch {kind}": f"/touch/{ref}" for kind, ref in kinds.items() if ref},
    }  # fmt: skip
    return found
