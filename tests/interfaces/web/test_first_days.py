"""From nothing to the first step taken, by pages without scripts."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.conf import LazySettings

from firststep.interfaces.web.pages.today import known_words
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.outreach.models import Outcome, Touch
from tests.cast import MONDAY
from tests.interfaces.web.reading import Reader
from tests.interfaces.web.test_writing import A_FILE, a_file

if TYPE_CHECKING:
    from firststep.steps.people.models import Person

pytestmark = pytest.mark.django_db


def test_a_new_seeker_comes_from_nothing_to_the_first_step(reader: Reader) -> None:
    page = reader.send(reader.open("/"), "/begin/start", name="Ada Moreno", country="DE")
    assert "What do you want to find?" in page.text
    page = reader.send(page, "/goal/choose", role="Buyer", department="Purchasing",
                       places="Berlin, Potsdam")  # fmt: skip
    assert "Put the companies here" in page.text
    page = reader.send(page, "/companies/paste", names="Acme\nGlobex")
    assert "Now the people you know" in page.text
    page = reader.send(page, "/import/preview", file=a_file(A_FILE))
    page = reader.send(page, "/import/bring")
    assert "small step" in page.text
    assert "Ann Lee" in page.text
    campaign = Campaign.objects.get()
    assert campaign.goals.get().places == ["Berlin", "Potsdam"]


def test_one_screen_takes_who_what_where_and_which_companies(reader: Reader) -> None:
    page = reader.send(
        reader.open("/"), "/begin/start", name="Ada Moreno", country="DE", role="Buyer",
        department="Purchasing", places="Berlin, Potsdam", names="Acme\nGlobex\n\nAcme",
    )  # fmt: skip

    assert page.address == "/import"
    campaign = Campaign.objects.get()
    goal = campaign.goals.get()
    assert (goal.role, goal.department, goal.places) == (
        "Buyer",
        "Purchasing",
        ["Berlin", "Potsdam"],
    )
    assert sorted(one.name for one in campaign.companies.all()) == ["Acme", "Globex"]
    assert campaign.seats.count() == 2
    today = reader.open("/").text
    assert "Find" in today or "Bring in the people" in today


@pytest.mark.parametrize(
    ("wrong", "said"),
    [({"zone": "Mars/Base"}, "zone"), ({"role": "x" * 2000}, "long"), ({"name": " "}, "name")],
)
def test_what_is_refused_stands_in_the_form_with_all_that_was_typed(
    reader: Reader, wrong: dict[str, str], said: str
) -> None:
    typed = {"name": "Ada Moreno", "country": "DE", "role": "Buyer", "department": "Purchasing",
             "places": "Berlin", "names": "Acme\nGlobex", **wrong}  # fmt: skip

    page = reader.send(reader.open("/begin"), "/begin/start", **typed)

    assert page.status == 400
    assert said in page.text.partition('role="alert"')[2].partition("</p>")[0].lower()
    assert "Nothing was written yet" in page.text
    kept = page.form("/begin/start").fields
    assert {name: kept[name].strip() for name in typed} == {**typed, "name": typed["name"].strip()}
    assert not Campaign.objects.exists() and not Company.objects.exists()


def test_a_country_is_chosen_by_its_name(reader: Reader) -> None:
    page = reader.open("/begin")

    assert '<option value="DE">Germany</option>' in page.text


def test_beginning_twice_begins_once(reader: Reader) -> None:
    page = reader.open("/begin")
    for _ in range(2):
        assert reader.send(page, "/begin/start", name="Ada Moreno").status == 200
    assert Campaign.objects.count() == 1


def test_a_campaign_needs_a_name(reader: Reader) -> None:
    answer = reader.send(reader.open("/begin"), "/begin/start", name=" ")
    assert answer.status == 400
    assert not Campaign.objects.exists()


def test_a_step_is_written_sent_and_answered_and_the_named_person_comes_next(
    reader: Reader, ada: Campaign, acme: Company, ann: "Person"
) -> None:
    today = reader.open("/")
    assert "One small step" in today.text
    assert "<mark>" in today.text
    sheet = reader.open(f"/touch/p{ann.pk}")
    assert "Only you can say" in sheet.text
    assert any(link.startswith("mailto:ann.lee@acme.example") for link in sheet.parsed.links)
    page = reader.send(sheet, f"/touch/p{ann.pk}/sent", text="Hi Ann, it has been a while.")
    assert Touch.objects.get(campaign=ada).text == "Hi Ann, it has been a while."
    assert "You wrote to Ann Lee" in page.text
    assert "Done for today" in page.text

    approach = ada.approaches.get()
    page = reader.open(f"/touch/{approach.pk}")
    page = reader.send(page, f"/touch/{approach.pk}/reply", answer="refers",
                       to="Dana Whitlock, Purchasing, Acme", email="dana@acme.example")  # fmt: skip
    assert page.status == 200
    assert Outcome.objects.get(campaign=ada).kind == "refers"
    assert "Thank Ann Lee" in page.text
    assert "Dana Whitlock" in page.text


def test_a_call_is_noted_with_one_press(
    reader: Reader, ada: Campaign, acme: Company, dana: "Person"
) -> None:
    dana.addresses.filter(kind="email").delete()
    page = reader.open("/")
    assert "+493055501234" in page.text
    page = reader.send(page, f"/touch/p{dana.pk}/call", holding={"outcome": "voicemail"})
    assert "message" in page.text
    assert Touch.objects.get(campaign=ada).kind == "voicemail"


def test_a_conversation_is_agreed_dated_put_off_and_held(
    reader: Reader, ada: Campaign, acme: Company, dana: "Person"
) -> None:
    ref = f"p{dana.pk}"
    reader.send(reader.open("/"), f"/touch/{ref}/sent")
    reader.send(reader.open(f"/touch/{ref}"), f"/touch/{ref}/reply", answer="yes")
    reader.send(reader.open(f"/touch/{ref}"), f"/touch/{ref}/meeting", day="2026-11-05",
                hour="14:30", how="video")  # fmt: skip
    meeting = ada.meetings.get()
    assert (str(meeting.on_day), str(meeting.at_time)) == ("2026-11-05", "14:30:00")
    page = reader.open(f"/touch/{ref}")
    page = reader.send(page, f"/touch/{ref}/talked", named="Sam Lee, Operations, Acme\n",
                       can="refer")  # fmt: skip
    assert page.status == 200
    assert ada.people.filter(name="Sam Lee").exists()


def test_a_weak_match_is_answered_on_the_page_of_the_company(
    reader: Reader, ada: Campaign, acme: Company
) -> None:
    from firststep.steps.people.models import CompanyMatch
    from tests.cast import a_company

    written = a_company(ada, "Acme Holding")
    match = CompanyMatch.objects.create(
        campaign=ada, written=written, company=acme, tier="weak", why="almost alike"
    )
    page = reader.open(f"/companies/{acme.pk}")
    assert "almost alike" in page.text
    reader.send(page, f"/companies/{acme.pk}/confirm", holding={"refuse": "1"})
    match.refresh_from_db()
    assert match.refused_on is not None


def test_the_page_of_a_company_tells_who_recruits_there_and_who_does_the_work_one_looks_for(
    reader: Reader, ada: Campaign, acme: Company, ann: "Person"
) -> None:
    from tests.cast import a_row_person

    ada.goals.update(role="Buyer")
    a_row_person(ada, "Rex Orr", company=acme, title="Recruiter")
    a_row_person(ada, "Bea Fox", company=acme, title="Einkäuferin")
    stopped = a_row_person(ada, "Dee Kim", company=acme, title="Head of Purchasing")
    stopped.do_not_contact_on = stopped.known_since
    stopped.save()

    text = reader.open(f"/companies/{acme.pk}").text

    assert 'Rex Orr <span class="tag">recruits</span>' in text
    assert 'Bea Fox <span class="tag">does the work you look for</span>' in text
    assert 'Ann Lee</span><span class="sub">Analyst' in text
    assert ">Perhaps</span>" not in text  # nobody not to be contacted is proposed for the post


def test_a_line_is_shown_as_understood_before_it_is_written(
    reader: Reader, ada: Campaign, acme: Company, ann: "Person"
) -> None:
    page = reader.send(reader.open("/"), "/log", line="Met Ann Lee (Acme) for coffee")
    assert "Is that right?" in page.text
    assert not Touch.objects.filter(campaign=ada).exists()
    page = reader.send(page, "/log/write")
    assert page.status == 200
    assert Touch.objects.filter(campaign=ada, person=ann).exists()
    again = reader.send(reader.open("/"), "/log", line="nothing anybody understands")
    assert "One question" in again.text
    assert 'value="nothing anybody understands"' in again.text


def test_employers_of_ones_people_are_suggested_and_put_on_the_list(
    reader: Reader, ada: Campaign
) -> None:
    from tests.cast import a_company, a_row_person

    hooli = a_company(ada, "Hooli")
    a_row_person(ada, "Sam Lee", company=hooli, title="Head of Purchasing")
    page = reader.open("/companies/suggested")
    assert "Hooli" in page.text
    page = reader.send(page, "/companies/add", holding={"name": "Hooli"})
    hooli.refresh_from_db()
    assert hooli.targeted_on is not None
    assert "Hooli" in page.text


def test_whom_one_knows_has_no_ways_in(reader: Reader, ada: Campaign, ann: "Person") -> None:
    assert "Ways in" not in reader.open(f"/touch/p{ann.pk}").text


def test_the_ways_in_to_a_stranger_are_compared(
    reader: Reader, ada: Campaign, acme: Company, ann: "Person", dana: "Person"
) -> None:
    page = reader.open(f"/touch/p{dana.pk}")
    assert "Through Ann Lee" in page.text
    assert "Directly" in page.text


def test_a_way_in_that_is_held_says_why_and_gives_no_day(
    reader: Reader, ada: Campaign, acme: Company, ann: "Person", dana: "Person"
) -> None:
    acme.stage = "interview"
    acme.save()
    page = reader.open(f"/touch/p{dana.pk}")
    assert "Held for now: Acme is past first notes." in page.text
    assert "Not before" not in page.text


def test_somebody_the_campaign_does_not_touch_yet_has_a_sheet_like_everybody(
    reader: Reader, ada: Campaign
) -> None:
    from tests.cast import a_row_person

    sam = a_row_person(ada, "Sam Lee", tie="")
    page = reader.open(f"/touch/p{sam.pk}")
    assert "What do you want from Sam Lee?" in page.text
    page = reader.send(page, f"/touch/p{sam.pk}/ask", ask="advice")
    assert page.status == 200
    assert ada.approaches.get().ask == "advice"
    assert "<textarea" in page.text


def test_today_promises_no_day_for_what_waits_for_others(
    reader: Reader, ada: Campaign, acme: Company, ann: "Person"
) -> None:
    acme.stage = "interview"
    acme.save()
    page = reader.open("/")
    assert "Done for today. What is left waits for others." in page.text
    assert "The next step is" not in page.text


def test_a_conversation_on_a_day_off_is_one_press_from_today_and_asks_how_it_went(
    reader: Reader, settings: LazySettings, ada: Campaign, dana: "Person"
) -> None:
    ref = f"p{dana.pk}"
    reader.send(reader.open("/"), f"/touch/{ref}/sent")
    reader.send(reader.open(f"/touch/{ref}"), f"/touch/{ref}/reply", answer="yes")
    reader.send(reader.open(f"/touch/{ref}"), f"/touch/{ref}/meeting", day="2026-11-07",
                hour="11:00", how="video")  # fmt: skip

    settings.TODAY = date(2026, 11, 7)
    page = reader.open("/")
    assert "A day off. You talk with Dana today at 11:00." in page.text
    link = f"/touch/{ada.approaches.get(person=dana).pk}"
    assert link in page.parsed.links and "Open the conversation" in page.text
    sheet = reader.open(link)
    assert "After the conversation" in sheet.text and "Next: meet" not in sheet.text


def test_once_people_are_in_one_sentence_says_at_how_many_companies_somebody_is_known(
    reader: Reader,
) -> None:
    page = reader.send(
        reader.open("/"), "/begin/start", name="Ada Moreno", country="DE", role="Buyer",
        department="Purchasing", names="Acme\nGlobex\nInitech",
    )  # fmt: skip
    page = reader.send(page, "/import/preview", file=a_file(A_FILE))
    page = reader.send(page, "/import/bring")

    assert "You know somebody at 2 of your 3 companies." in page.text
    assert "You know somebody at" not in reader.open("/").text


@pytest.mark.parametrize(
    ("known", "companies", "words"),
    [
        (0, 0, ""),
        (0, 3, "You know nobody at your 3 companies yet. That is usual"),
        (3, 3, "You know somebody at each of your 3 companies."),
        (1, 1, "You know somebody at your company."),
    ],
)
def test_what_was_found_is_said_in_one_sentence(known: int, companies: int, words: str) -> None:
    assert known_words(known, companies).startswith(words)


def test_the_first_file_is_asked_for_with_the_way_to_get_it_before_it(
    reader: Reader, ada: Campaign, acme: Company
) -> None:
    text = reader.open("/import").text

    assert "Now the people you know" in text
    assert text.index("Get a copy of your data") < text.index('id="file"')


def test_later_the_files_come_first(
    reader: Reader, ada: Campaign, acme: Company, ann: "Person"
) -> None:
    text = reader.open("/import").text

    assert "Bring in what you have" in text
    assert text.index("Get a copy of your data") > text.index('id="file"')


def test_a_sunday_shows_what_can_be_read_ahead_and_asks_for_nothing(
    reader: Reader, ada: Campaign, acme: Company, ann: "Person", settings: LazySettings
) -> None:
    settings.TODAY = MONDAY - timedelta(days=1)

    text = reader.open("/").text

    assert "A day off." in text
    ahead = text.partition("To read ahead, if you like: Monday")[2].partition("</section>")[0]
    assert f"/touch/p{ann.pk}" in ahead
    assert '<article class="sheet"' not in text
    assert reader.open(f"/touch/p{ann.pk}").status == 200


def test_a_working_day_shows_nothing_to_read_ahead(
    reader: Reader, ada: Campaign, acme: Company, ann: "Person"
) -> None:
    assert "To read ahead" not in reader.open("/").text
