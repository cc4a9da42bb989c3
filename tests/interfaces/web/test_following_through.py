"""Events, favours, preparing and practising on the site."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile

from firststep.habits.events.models import Encounter, Event, Offer
from firststep.habits.favours.models import Favour, Promise
from firststep.habits.practice.models import Practice
from firststep.journal.actions import Stamp
from firststep.steps.approach.models import Approach
from firststep.steps.followup.models import Interview
from firststep.steps.outreach.models import Touch
from firststep.steps.people.models import Person
from firststep.verbs import thread
from firststep.verbs.habits.event import met
from firststep.verbs.habits.favour import record_favour
from tests.cast import MONDAY, a_row_person, a_target
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign, Company


def test_somebody_met_an_event_and_an_offer_are_written_down_on_one_page(
    reader: Reader, ada: "Campaign", acme: "Company"
) -> None:
    page = reader.open("/events/")
    reader.send(page, "/events/add", name="SCM mixer", on=str(MONDAY), place="Berlin")
    page = reader.open("/events/")
    reader.send(
        page, "/events/met", who="Priya Nair, Head of Ops, Acme", at="SCM mixer",
        promise="send the article", said="steel",
    )  # fmt: skip
    page = reader.open("/events/")
    reader.send(page, "/events/offer", person="Priya Nair", says="write to me", to="class")

    assert (Event.objects.get().place, Offer.objects.get().to) == ("Berlin", "class")
    page = reader.open("/events/")
    assert "0 of 1 followed up" in page.text and "Not taken up yet." in page.text
    shown = reader.open(f"/events/{Event.objects.get().pk}")
    assert "Priya Nair" in shown.text and "steel" in shown.text


LIST = "Priya Nair, Head of Ops, Acme: steel\nBo Finn, Initech\n\nAnn Lee, Globex"


def test_several_are_looked_through_before_one_press_notes_them_down(
    reader: Reader, ada: "Campaign", acme: "Company", ann: Person
) -> None:
    reader.send(reader.open("/events/"), "/events/add", name="SCM mixer", on=str(MONDAY))
    event = Event.objects.get()
    read = reader.send(reader.open(f"/events/{event.pk}"), "/events/met/read", text=LIST)
    assert Person.objects.count() == 1  # nothing is written yet
    assert "You know Ann Lee (Acme). Is it the same person, or somebody new?" in read.text

    form = read.form("/events/met/all").fields
    assert (form["name_0"], form["said_0"], form["company_1"]) == ("Priya Nair", "steel", "Initech")
    form = {**form, "promise_1": "my CV", "is_2": str(ann.pk)}
    shown = reader.post("/events/met/all", form)

    assert shown.address == f"/events/{event.pk}" and "0 of 3 followed up" in shown.text
    assert "You met Priya Nair. You met Bo Finn. You met Ann Lee." in shown.text
    assert "Undo the last" in shown.text
    assert {row.name for row in Person.objects.all()} == {"Priya Nair", "Bo Finn", "Ann Lee"}
    assert Promise.objects.get().person.name == "Bo Finn"
    assert "You promised: my CV" in shown.text
    reader.post("/events/met/all", form)
    assert Encounter.objects.count() == 3, "a form that comes twice writes once"


def test_who_is_left_out_is_not_noted_down_and_a_refusal_keeps_what_was_typed(
    reader: Reader, ada: "Campaign", acme: "Company"
) -> None:
    read = reader.send(reader.open("/events/"), "/events/met/read", text="Amy Roe\nBea Roe\nCy Roe")
    form = read.form("/events/met/all").fields
    refused = reader.post("/events/met/all", {**form, "email_1": "no address", "said_0": "nuts"})
    assert refused.status == 400 and "is not an e-mail address" in refused.text
    assert refused.form("/events/met/all").fields["said_0"] == "nuts"
    assert not Person.objects.exists()

    kept = {name: value for name, value in form.items() if name not in ("keep_1", "keep_2")}
    reader.post("/events/met/all", kept)
    assert [row.name for row in Person.objects.all()] == ["Amy Roe"]
    nobody = {name: value for name, value in form.items() if "keep" not in name}
    assert "Nobody is chosen" in reader.post("/events/met/all", nobody).text


def test_a_post_without_a_company_is_asked_for_in_its_field_and_what_was_asked_stays(
    reader: Reader, ada: "Campaign"
) -> None:
    text = "Mrs Ode, Globex\nBo Finn, Initech\nLena Voss, Recruiter"
    read = reader.send(reader.open("/events/"), "/events/met/read", text=text)
    form = read.form("/events/met/all").fields

    refused = reader.post("/events/met/all", form)

    beside = refused.text.partition('name="company_2"')[2].partition("name=")[0]
    assert "At which company is Lena Voss (Recruiter)?" in beside
    assert "No name stands here. Who is it?" in refused.text
    assert not Person.objects.exists()


def test_a_card_that_is_dropped_is_read_and_a_picture_is_told_what_to_do(
    reader: Reader, ada: "Campaign"
) -> None:
    card = b"BEGIN:VCARD\nVERSION:3.0\nFN:Priya Nair\nEMAIL:priya@acme.example\nEND:VCARD\n"
    page = reader.open("/events/")
    read = reader.send(
        page, "/events/met/read", text="", file=SimpleUploadedFile("priya.vcf", card)
    )
    assert read.form("/events/met/all").fields["email_0"] == "priya@acme.example"

    photo = SimpleUploadedFile("card.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF")
    told = reader.send(page, "/events/met/read", text="", file=photo)
    assert told.status == 400 and "Of a photo, mark the text on it" in told.text


def test_before_an_event_its_page_says_whom_to_look_for(
    reader: Reader, ada: "Campaign", acme: "Company"
) -> None:
    reader.send(reader.open("/events/"), "/events/add", name="The fair", on="2026-11-20")
    page = reader.open(f"/events/{Event.objects.get().pk}")

    assert "Still to come." in page.text and "Worth finding there" in page.text
    assert "Head of Purchasing" in page.text and "I met them" not in page.text
    assert reader.open("/events/999").status == 404


def test_a_favour_is_returned_and_a_promise_kept_with_one_press(
    reader: Reader, ada: "Campaign", ann: Person
) -> None:
    record_favour(ada, stamp=Stamp(on=MONDAY), person="Ann Lee", way="received", what="a lift")
    met(ada, stamp=Stamp(on=MONDAY), who="Ann Lee, Acme", promise="send the article")
    page = reader.open("/favours/")
    assert "Thank them, tell them what came of it, give something back." in page.text

    reader.send(page, "/favours/promise", holding={"what": "send the article"})
    page = reader.open("/favours/")
    returns = str(Favour.objects.get().pk)
    reader.send(page, "/favours/add", holding={"returns": returns}, what="a book")

    assert Promise.objects.get().kept_on == MONDAY
    assert Favour.objects.get(way="given").returns == Favour.objects.get(way="received")
    assert "give something back" not in reader.open("/favours/").text


def agreed(ada: "Campaign", ann: Person) -> str:
    sent = thread.record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{ann.pk}")
    thread.record_meeting(
        ada, stamp=Stamp(on=MONDAY), ref=sent.ref, at=datetime(2026, 11, 3, 10), how="phone"
    )
    return sent.ref


def test_the_page_before_a_talk_leads_to_practice_and_to_the_calendar(
    reader: Reader, ada: "Campaign", ann: Person
) -> None:
    ref = agreed(ada, ann)
    assert f"/touch/{ref}/prepare" in reader.open(f"/touch/{ref}").text
    page = reader.open(f"/touch/{ref}/prepare")
    assert "10:00 by phone" in page.text and "The one ask" in page.text

    entry = reader.open(f"/touch/{ref}/talk.ics")
    assert "BEGIN:VEVENT" in entry.text
    page = reader.open(f"/touch/{ref}/practice")
    assert "They may say" in page.text
    reader.send(page, f"/touch/{ref}/practised", note="Slower")
    assert Practice.objects.get().note == "Slower"
    assert "Slower" in reader.open(f"/touch/{ref}/practice").text


def test_the_sheet_after_a_talk_leads_to_the_thank_you_and_to_the_goal(
    reader: Reader, ada: "Campaign", ann: Person
) -> None:
    ref = agreed(ada, ann)
    page = reader.open(f"/touch/{ref}")
    shown = reader.send(
        page, f"/touch/{ref}/talked", stayed="warehouses teach buying", pay="58 thousand",
        mine="send the article\nwrite to Sam", received="an hour of her time",
    )  # fmt: skip

    assert shown.address == f"/touch/{ref}" and "warehouses teach buying" in shown.text
    assert [row.what for row in Promise.objects.order_by("pk")] == [
        "send the article", "write to Sam",
    ]  # fmt: skip
    goal = reader.open("/goal")
    assert "What is paid" in goal.text and "58 thousand" in goal.text
    assert f"/people/{ann.pk}" in goal.parsed.links


def test_practice_of_who_one_is_and_another_order(reader: Reader, ada: "Campaign") -> None:
    page = reader.open("/practice?seed=4")
    assert "Say who you are" in page.text and "seed=5" in page.text
    assert reader.open("/practice?seed=x").status == 200
    reader.send(page, "/practice/done")
    assert Practice.objects.get().person is None


def test_something_in_return_is_written_down_on_the_sheet_of_its_step(
    reader: Reader, ada: "Campaign"
) -> None:
    bob = a_row_person(ada, "Bob Ray", email="bob@ray.example")
    october = Stamp(on=date(2026, 10, 1))
    received = record_favour(ada, stamp=october, person="Bob Ray", way="received", what="a lift")
    thread.thank(ada, stamp=october, person="Bob Ray")

    page = reader.open(f"/touch/p{bob.pk}")
    assert "What did you do for them?" in page.text and "a lift" in page.text
    reader.send(page, "/favours/add", holding={"way": "given"}, what="a book")

    assert Favour.objects.get(way="given").returns == received
    assert "What did you do for them?" not in reader.open(f"/touch/p{bob.pk}").text


def test_what_is_bens_is_not_there_for_ada(
    reader: Reader, ada: "Campaign", ben: "Campaign"
) -> None:
    event = Event.objects.create(campaign=ben, name="Ben's evening", on=MONDAY)
    assert reader.open(f"/events/{event.pk}").status == 404
    assert "Ben's evening" not in reader.open("/events/").text


def test_landing_is_said_on_the_goal_s_page_and_today_has_the_news_to_tell(
    reader: Reader, ada: "Campaign", acme: "Company", ann: Person
) -> None:
    ref = agreed(ada, ann)
    thread.record_talked(ada, stamp=Stamp(on=MONDAY), ref=ref)
    strangers = [a_row_person(ada, name, company=acme, tie=None) for name in ("Cy Fox", "Di Oh")]
    assert "I have landed" in reader.open("/landed").text
    reader.send(reader.open("/goal"), "/goal/landed", company="Globex")
    left = reader.open("/landed")
    assert "Open the note" in left.text and "Cy Fox" in left.text and "Ann Lee" in left.text
    reader.send(left, f"/people/{strangers[0].pk}/forget")
    assert "Cy Fox" not in reader.open("/landed").text

    today = reader.open("/")
    assert "You landed at Globex" in today.text and "Tell Ann Lee" in today.text
    page = reader.open("/goal")
    assert "You landed at Globex" in page.text
    reader.send(page, "/goal/choose", holding={"new_round": "1"})
    assert ada.goals.filter(ended_on=None).get().department == "Purchasing"


def test_an_interview_is_dated_prepared_practised_and_had_on_its_page(
    reader: Reader, ada: "Campaign", acme: "Company", ann: Person
) -> None:
    room = f"/companies/{acme.pk}/interview"
    page = reader.open(room)
    reader.send(page, f"{room}/told", day="2026-11-03", hour="10:30", how="video")
    page = reader.open(room)
    assert "10:30 on video" in page.text and "Ask Ann Lee" in page.text
    assert room in reader.open("/").text and room in reader.open(f"/companies/{acme.pk}").text
    entry = reader.open(f"{room}.ics")
    assert "SUMMARY:Interview at Acme" in entry.text

    practice = reader.open(f"/companies/{acme.pk}/practice")
    assert "Practise for Acme" in practice.text
    reader.send(practice, f"/companies/{acme.pk}/practised", note="Slower", reply2="My own words")
    practice = reader.open(f"/companies/{acme.pk}/practice")
    assert "Slower" in practice.text and "Your own words: My own words" in practice.text
    assert Practice.objects.get().company == acme

    reader.send(page, f"{room}/told", holding={"held": "1"})
    reader.send(reader.open(room), f"{room}/told", people="Dana Weiss, Head of Ops\nAnn Lee")
    assert "Dana Weiss, Head of Ops" in reader.open(room).text
    assert Touch.objects.filter(kind="held").count() == 2


def test_a_day_without_an_hour_is_kept_so_and_an_interview_can_be_called_off(
    reader: Reader, ada: "Campaign", ben: "Campaign", acme: "Company"
) -> None:
    room = f"/companies/{acme.pk}/interview"
    reader.send(reader.open(room), f"{room}/told", day="2026-11-04")
    assert Interview.objects.get().at_time is None
    reader.send(reader.open(room), f"{room}/told", holding={"cancelled": "1"})
    assert Interview.objects.get().cancelled_on == MONDAY
    elsewhere = a_target(ben, "Umbrella")
    for page in ("interview", "interview.ics", "practice"):
        assert reader.open(f"/companies/{elsewhere.pk}/{page}").status == 404


def test_today_says_that_the_search_has_ended_and_leads_to_what_is_left(
    reader: Reader, ada: "Campaign", acme: "Company"
) -> None:
    eve = a_row_person(ada, "Eve Roy", email="eve@globex.example")
    sent = thread.record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{eve.pk}")
    thread.record_reply(ada, stamp=Stamp(on=MONDAY), ref=str(sent.approach_id), answer="yes")
    reader.send(reader.open("/goal"), "/goal/landed", company="Globex")
    today = reader.open("/")
    assert "Tell Eve Roy" in today.text and 'href="/landed"' in today.text
    assert "The talk with Eve Roy" in reader.open("/landed").text
    thread.record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{eve.pk}")
    assert "Your search has ended: you landed at Globex." in reader.open("/").text


def test_a_step_of_a_search_that_has_ended_leads_to_the_person(
    reader: Reader, ada: "Campaign", acme: "Company"
) -> None:
    eve = a_row_person(ada, "Eve Roy", email="eve@globex.example")
    sent = thread.record_sent(ada, stamp=Stamp(on=MONDAY), ref=f"p{eve.pk}")
    reader.send(reader.open("/goal"), "/goal/landed", company="Globex")
    found = reader.open(f"/touch/{sent.approach_id}")
    assert "Eve Roy" in found.text and "There is no step" not in found.text


def test_of_two_heads_by_title_the_seeker_is_asked_which_it_is(
    reader: Reader, ada: "Campaign", acme: "Company"
) -> None:
    for name in ("Dana Hall", "Eve Roy"):
        a_row_person(ada, name, company=acme, title="Head of Purchasing")

    page = reader.open("/companies/").text

    assert "Head of Purchasing: Dana Hall or Eve Roy?" in page and "Say who it is" in page
    assert "no name yet" not in page and "Ask Dana Hall" not in page


def test_a_head_known_by_title_stays_known_once_the_search_has_ended(
    reader: Reader, ada: "Campaign", acme: "Company"
) -> None:
    a_row_person(ada, "Dana Hall", company=acme, title="Head of Purchasing")
    assert "no name yet" not in reader.open(f"/companies/{acme.pk}").text
    reader.send(reader.open("/goal"), "/goal/landed", company="Globex")
    page = reader.open(f"/companies/{acme.pk}").text
    assert "Dana Hall" in page and "no name yet" not in page


def test_who_said_come_by_is_asked_where_they_are_and_nothing_is_called_sent(
    reader: Reader, ada: "Campaign", acme: "Company", ann: Person, settings: LazySettings
) -> None:
    page = reader.open("/events/")
    told = {"person": "Ann Lee", "says": "come by my office"}
    reader.send(page, "/events/offer", **told, opens_on="2026-11-09", until="2026-11-20")
    offer = Offer.objects.get()
    assert (offer.opens_on, offer.until) == (date(2026, 11, 9), date(2026, 11, 20))
    settings.TODAY = date(2026, 11, 9)

    card = reader.open("/").text
    assert "What to say there" in card and "I asked them" in card and "I sent it" not in card
    sheet = reader.open(f"/touch/{Approach.objects.get().pk}")
    assert "What to say" in sheet.text and "I asked them" in sheet.text
    assert "I sent it" not in sheet.text and "Copy the message" not in sheet.text

    done = reader.send(sheet, f"/touch/{Approach.objects.get().pk}/sent")
    assert "You asked Ann Lee in person." in done.text
    assert "You asked them in person" in reader.open(f"/people/{ann.pk}").text


def test_a_yes_by_phone_to_a_talk_asks_for_its_day(
    reader: Reader, ada: "Campaign", acme: "Company", dana: Person
) -> None:
    sheet = reader.open(f"/touch/p{dana.pk}?tab=call")

    page = reader.send(sheet, f"/touch/p{dana.pk}/call", outcome="yes")

    agreed = page.text.partition('id="agreed"')[2].partition("</details>")[0]
    assert "open" in agreed.partition(">")[0] and "Which day did you agree on?" in agreed
    assert "You called Dana Whitlock: yes." in page.text
    again = reader.open(f"/touch/p{dana.pk}?tab=call")
    page = reader.send(again, f"/touch/p{dana.pk}/call", outcome="no")
    assert page.address == "/"


def test_an_offer_that_is_still_to_be_taken_up_waits_for_no_answer(
    reader: Reader, ada: "Campaign", acme: "Company", ann: Person
) -> None:
    reader.send(reader.open("/events/"), "/events/offer", person="Ann Lee", says="write to me")
    ref = Approach.objects.get().pk

    fold = '<details class="fold" open><summary>Something came back'
    assert fold not in reader.open(f"/touch/{ref}").text
    reader.send(reader.open(f"/touch/{ref}"), f"/touch/{ref}/sent")
    assert fold in reader.open(f"/touch/{ref}").text
