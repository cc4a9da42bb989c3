"""What came in: taken in, confirmed, put aside, taken back, forgotten."""

from datetime import date, datetime, time
from pathlib import Path

import pytest

from firststep.errors import CannotDo
from firststep.interfaces.answers.day import today
from firststep.interfaces.answers.hearing import heard, waiting_heard
from firststep.interfaces.answers.letters import draft
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.steps.followup.models import Meeting
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.models import Heard, Message, Outcome, Touch
from firststep.steps.people.models import Address, Person
from firststep.verbs.safety.forget import forget
from firststep.verbs.safety.undo import undo
from firststep.verbs.thread import record_reply, record_sent
from firststep.verbs.told.hear import confirm_heard, dismiss_heard, hear
from tests.cast import a_row_person
from tests.everything import everything

STAMP = Stamp(on=date(2026, 11, 4), door="test")
YES = "Happy to talk. Tuesday 10 November at 10 or Thursday 12 November at 2pm work for me."
LEAVE = "Please do not write to me again."


@pytest.fixture
def sent(ada: Campaign, ann: Person) -> str:
    """Ada wrote to Ann on Monday."""
    done = record_sent(ada, stamp=Stamp(on=date(2026, 11, 2), door="test"), ref=f"p{ann.pk}")
    return str(done.approach_id)


def a_mail(body: str, *fields: str, by: str = "Ann Lee <ann.lee@acme.example>") -> bytes:
    head = (f"From: {by}", "To: ada@moreno.example", "Message-ID: <1@acme.example>",
            "Date: Wed, 4 Nov 2026 09:00:00 +0100", "Subject: Re: Hello", *fields)  # fmt: skip
    return ("\r\n".join(head) + "\r\n\r\n" + body).encode()


def take_in(ada: Campaign, data: bytes | str, ref: str = "") -> Heard:
    data = data.encode() if isinstance(data, str) else data
    return hear(ada, stamp=STAMP, data=data, ref=ref).row


def kinds(row: Heard) -> list[str]:
    return [one["kind"] for one in row.proposals]


def rows_besides_heard() -> dict[str, list[dict[str, object]]]:
    return {name: rows for name, rows in everything().items() if name != "Heard"}


def test_nothing_but_what_was_heard_is_written_until_it_is_confirmed(
    ada: Campaign, sent: str
) -> None:
    before = rows_besides_heard()

    shown = heard(ada, stamp=STAMP, ref=sent, text=YES)

    assert rows_besides_heard() == before
    assert Heard.objects.get().pk == shown.heard_id
    assert (shown.proposals[0].kind, len(shown.proposals[0].at)) == ("yes", 2)
    assert shown.next_draft
    assert "Tuesday 10 November at 10:00" in shown.next_draft.body


def test_confirming_is_one_entry_that_undo_takes_back(ada: Campaign, sent: str) -> None:
    row = take_in(ada, YES, sent)
    before, entries = everything(), Entry.objects.count()

    done = confirm_heard(ada, stamp=STAMP, heard=row.pk)

    assert done.words == "Ann Lee said yes."
    assert Entry.objects.count() == entries + 1
    assert Touch.objects.get(kind="yes").text == YES
    row.refresh_from_db()
    assert (row.settled_on, row.settled_as) == (STAMP.on, "yes")
    undo(ada, stamp=STAMP)
    assert everything() == before
    assert waiting_heard(ada) == [row]


def test_the_next_draft_holds_the_times_they_offered(ada: Campaign, sent: str) -> None:
    confirm_heard(ada, stamp=STAMP, heard=take_in(ada, YES, sent).pk, kinds=["yes"])

    body = draft(ada, stamp=STAMP, ref=sent).body

    assert "Tuesday 10 November at 10:00" in body
    assert "Thursday 12 November at 14:00" in body


@pytest.mark.parametrize(
    ("said", "why", "message", "otherwise"),
    [
        (YES, "named times. Answer within a day which one", "Tuesday 10 November", "two times"),
        (
            "Sure. Could you do Tuesday 10 November at 10?",
            "named a time. Answer within a day that it suits",
            "Tuesday 10 November at 10:00",
            "two times",
        ),
        ("Yes, I would be glad to talk.", "offer two times", "Friday 6 November", "named"),
    ],
)
def test_the_reason_for_an_answer_says_what_its_message_does(
    ada: Campaign, dana: Person, said: str, why: str, message: str, otherwise: str
) -> None:
    monday = Stamp(on=date(2026, 11, 2), door="test")
    sent = str(record_sent(ada, stamp=monday, ref=f"p{dana.pk}").approach_id)
    confirm_heard(ada, stamp=STAMP, heard=take_in(ada, said, sent).pk, kinds=["yes"])

    (card,) = [one for one in today(ada, stamp=STAMP).cards if one.kind == "answer"]
    assert why in card.why and otherwise not in card.why
    assert message in draft(ada, stamp=STAMP, ref=sent).body


def test_a_time_they_named_that_is_past_is_not_accepted_any_more(ada: Campaign, sent: str) -> None:
    said = "Sure. Could you do Friday 6 November at 10?"
    confirm_heard(ada, stamp=STAMP, heard=take_in(ada, said, sent).pk, kinds=["yes"])
    friday = Stamp(on=date(2026, 11, 6), door="test")

    (card,) = [one for one in today(ada, stamp=friday).cards if one.kind == "answer"]
    assert "offer two times" in card.why
    assert "6 November" not in draft(ada, stamp=friday, ref=sent).body


def test_a_name_that_was_given_is_a_person_with_a_draft_of_their_own(
    ada: Campaign, sent: str
) -> None:
    row = take_in(ada, "Talk to Sam Lee, Head of Purchasing, sam.lee@acme.example.", sent)

    done = confirm_heard(ada, stamp=STAMP, heard=row.pk)

    sam = Person.objects.get(name="Sam Lee")
    assert sam.positions.get().company.name == "Acme"
    assert sam.addresses.get().value == "sam.lee@acme.example"
    assert draft(ada, stamp=STAMP, ref=str(done.created[0].approach_id)).name == "Sam Lee"


def test_a_wish_to_be_left_alone_is_for_ever(ada: Campaign, ann: Person, sent: str) -> None:
    row = take_in(ada, LEAVE, sent)

    done = confirm_heard(ada, stamp=STAMP, heard=row.pk)

    ann.refresh_from_db()
    assert kinds(row)[0] == "no_contact"
    assert ann.do_not_contact_on == STAMP.on
    assert done.words.startswith("Ann Lee asked not to be contacted")
    with pytest.raises(CannotDo):
        draft(ada, stamp=STAMP, ref=sent)


def test_a_mail_says_itself_whom_it_answers_and_never_by_its_subject(
    ada: Campaign, ann: Person, dana: Person, sent: str
) -> None:
    Message.objects.create(campaign=ada, person=dana, kind="write", channel="email", body="x",
                           rfc_id="<9@moreno.example>", kept_on=STAMP.on, order=1)  # fmt: skip

    by_id = take_in(ada, a_mail(YES, "In-Reply-To: <9@moreno.example>"))
    by_address = take_in(ada, a_mail("No, sorry.", "X: 1"))
    by_name = take_in(ada, "From: Dana Whitlock\nSent: Monday\nTo: Ada\nSubject: Hello\n\nSure!")
    nobody = take_in(ada, a_mail("Not for me, thanks.", by="X <x@nowhere.example>"))

    assert (by_id.person, by_address.person, by_name.person) == (dana, ann, dana)
    assert nobody.person is None


def test_what_could_be_several_peoples_is_asked(ada: Campaign, ann: Person, sent: str) -> None:
    bob = a_row_person(ada, "Bob Roe")
    Address.objects.create(
        campaign=ada, person=bob, kind="email", value="Ann.Lee@acme.example",
        key="ann.lee@acme.example",
    )  # fmt: skip

    with pytest.raises(CannotDo) as refused:
        take_in(ada, a_mail(YES))

    assert refused.value.kind == "ambiguous"
    assert {one["name"] for one in refused.value.candidates} == {"Ann Lee", "Bob Roe"}
    assert take_in(ada, a_mail(YES), sent).person == ann


def test_the_same_message_is_taken_in_once(ada: Campaign, sent: str) -> None:
    first = take_in(ada, a_mail(YES))
    again = hear(ada, stamp=STAMP, data=a_mail(YES, "X-Other: 1"))
    confirm_heard(ada, stamp=STAMP, heard=first.pk)

    assert (again.again, again.row.pk) == (True, first.pk)
    with pytest.raises(CannotDo, match="already"):
        take_in(ada, a_mail(YES))


def test_an_absence_is_no_answer_and_a_machine_is_never_one(ada: Campaign, sent: str) -> None:
    row = take_in(ada, a_mail("I am out of the office until 16 November. Happy to talk then.",
                              "Auto-Submitted: auto-replied"))  # fmt: skip

    done = confirm_heard(ada, stamp=STAMP, heard=row.pk)

    assert (row.automatic, kinds(row)) == (True, ["out_of_office"])
    assert done.words == "Ann Lee is out of the office."
    assert row.proposals[0]["until"] == "2026-11-16"


@pytest.mark.parametrize(("status", "dead"), [("5.1.1", True), ("5.2.2", False)])
def test_only_an_address_that_does_not_exist_dies(
    ada: Campaign, ann: Person, sent: str, status: str, dead: bool
) -> None:
    report = (
        "From: MAILER-DAEMON@mx.example\r\nSubject: Undeliverable\r\n"
        "Date: Wed, 4 Nov 2026 09:00:00 +0100\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nYour message could not be delivered.\r\n--b\r\n"
        "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
        f"Final-Recipient: rfc822; ann.lee@acme.example\r\nStatus: {status}\r\n\r\n--b--\r\n"
    )
    row = take_in(ada, report)

    confirm_heard(ada, stamp=STAMP, heard=row.pk)

    assert (row.person, kinds(row)) == (ann, ["bounced"])
    assert (ann.addresses.get().dead_on is not None) == dead


def test_what_is_put_aside_changes_nothing_else(ada: Campaign, sent: str) -> None:
    row = take_in(ada, YES, sent)
    before = rows_besides_heard()
    before.pop("Campaign")

    dismiss_heard(ada, stamp=STAMP, heard=row.pk)

    after = rows_besides_heard()
    after.pop("Campaign")
    assert after == before
    assert waiting_heard(ada) == []
    with pytest.raises(CannotDo, match="settled"):
        confirm_heard(ada, stamp=STAMP, heard=row.pk)


def test_it_may_be_something_else_than_was_understood(ada: Campaign, sent: str) -> None:
    row = take_in(ada, "Well.", sent)

    done = confirm_heard(
        ada, stamp=STAMP, heard=row.pk, kinds=["later"], until=date(2026, 12, 1)
    )  # fmt: skip

    assert done.words == "Ann Lee said not now."


def test_a_promise_is_a_yes_to_less_than_a_talk(ada: Campaign, ann: Person, sent: str) -> None:
    row = take_in(ada, "I'll ask around and let you know.", sent)

    confirm_heard(ada, stamp=STAMP, heard=row.pk)

    assert kinds(row)[0] == "promise"
    assert Touch.objects.get(inbound=True).kind == "yes"


@pytest.mark.parametrize("data", ["", "   ", b"%PDF-1.7"])
def test_what_is_no_text_is_refused_and_nothing_is_written(
    ada: Campaign, sent: str, data: str | bytes
) -> None:
    before = everything()

    with pytest.raises(CannotDo) as refused:
        take_in(ada, data)

    assert refused.value.kind == "bad_input"
    assert everything() == before


def test_from_whom_it_came_must_be_known_to_confirm(ada: Campaign, ann: Person) -> None:
    row = take_in(ada, a_mail(YES, by="X <x@nowhere.example>"))

    with pytest.raises(CannotDo, match="not known from whom"):
        confirm_heard(ada, stamp=STAMP, heard=row.pk)
    done = confirm_heard(ada, stamp=STAMP, heard=row.pk, of="Ann Lee")

    assert done.words == "Ann Lee said yes."


def test_forgetting_a_person_forgets_what_they_wrote_and_where_others_name_them(
    ada: Campaign, ann: Person, dana: Person, sent: str
) -> None:
    take_in(ada, a_mail(YES))
    other = take_in(ada, "You want Ann Lee, ann.lee@acme.example, she runs it.", f"p{dana.pk}")

    forget(ada, stamp=STAMP, person="Ann Lee")

    other.refresh_from_db()
    assert Heard.objects.get() == other
    assert "Ann Lee" not in f"{other.text} {other.proposals}"
    assert "ann.lee" not in f"{other.text} {other.proposals}"


def test_ben_reaches_nothing_that_came_to_ada(ada: Campaign, ben: Campaign, sent: str) -> None:
    row = take_in(ada, YES, sent)

    for verb in (confirm_heard, dismiss_heard):
        with pytest.raises(CannotDo) as refused:
            verb(ben, stamp=STAMP, heard=row.pk)
        assert refused.value.kind == "not_found"
    assert hear(ben, stamp=STAMP, data=a_mail(YES)).row.person is None
    assert waiting_heard(ada) == [row]


def test_a_file_is_read_and_a_text_as_well(ada: Campaign, sent: str, tmp_path: Path) -> None:
    mail = tmp_path / "answer.eml"
    mail.write_bytes(a_mail(YES))

    shown = heard(ada, stamp=STAMP, file=str(mail))

    assert (shown.name, shown.proposals[0].at[0]) == ("Ann Lee", datetime(2026, 11, 10, 10, 0))
    with pytest.raises(CannotDo):
        heard(ada, stamp=STAMP)
    with pytest.raises(CannotDo):
        heard(ada, stamp=STAMP, file=str(tmp_path / "none.eml"))


def test_a_name_below_is_whoever_was_written_to_where_that_is_clear(
    ada: Campaign, ann: Person, sent: str
) -> None:
    a_row_person(ada, "Ann Other")

    assert take_in(ada, "Sure, call me.\n\nBest\nAnn").person == ann
    assert take_in(ada, "Sure, ring me.\n\nBob").person is None


@pytest.mark.parametrize("kept", ["Tom O'Brien", "Tom O’Brien", "Gianna D’Angelo"])
@pytest.mark.parametrize("sign", ["'", "’"])
def test_a_name_with_an_apostrophe_is_known_however_the_sign_is_typed(
    ada: Campaign, kept: str, sign: str
) -> None:
    tom = a_row_person(ada, kept)
    record_sent(ada, stamp=Stamp(on=date(2026, 11, 2), door="test"), ref=f"p{tom.pk}")
    signed = kept.replace("’", sign).replace("'", sign)

    assert take_in(ada, f"Sure, call me.\n\nBest\n{signed}").person == tom
    assert take_in(ada, f"Sure, ring me.\n\n--\n{signed}\nBuyer").person == tom


AGREED = "Happy to talk. Tuesday 10 November at 10 works for me."


def test_one_press_notes_the_yes_and_the_hour_they_agreed_to(ada: Campaign, sent: str) -> None:
    row = take_in(ada, AGREED, sent)
    before, entries = everything(), Entry.objects.count()

    done = confirm_heard(ada, stamp=STAMP, heard=row.pk)

    assert done.words == ("Ann Lee said yes. You will talk on Tuesday 10 November at 10:00.")
    meeting = Meeting.objects.get(pk=done.meeting_id)
    assert (meeting.on_day, meeting.at_time) == (date(2026, 11, 10), time(10))
    assert Entry.objects.count() == entries + 1
    undo(ada, stamp=STAMP)
    assert everything() == before


@pytest.mark.parametrize("said", [
    "Could you do Tuesday 10 November at 10?",
    "How about Tuesday 10 November at 10? Would be glad to talk.",
    "Happy to talk. Tuesday 10 November at 10, if that works for you.",
    "I'm free Tuesday 10 November at 10, does that work for you?",
    YES,
])  # fmt: skip
def test_an_hour_that_is_only_offered_is_not_agreed(ada: Campaign, sent: str, said: str) -> None:
    row = take_in(ada, said, sent)

    done = confirm_heard(ada, stamp=STAMP, heard=row.pk, kinds=["yes"])

    assert done.meeting_id is None
    assert not Meeting.objects.exists()


@pytest.mark.parametrize("said", [
    AGREED,
    "Yes, let's do Tuesday 10 November at 10.",
    "Perfect, Tuesday 10 November at 10 it is.",
    "Tuesday 10 November, 10am suits me. Looking forward.",
    "Sure! Tuesday 10 November at 10. See you then",
    "Ja gern, Dienstag 10. November um 10 Uhr passt mir gut.",
    "Gerne, dann bis Dienstag, 10. November um 10 Uhr.",
])  # fmt: skip
def test_an_hour_is_settled_by_many_words(ada: Campaign, sent: str, said: str) -> None:
    row = take_in(ada, said, sent)

    done = confirm_heard(ada, stamp=STAMP, heard=row.pk)

    assert Meeting.objects.get(pk=done.meeting_id).on_day == date(2026, 11, 10)


def test_the_hour_may_be_said_or_left_open(ada: Campaign, sent: str) -> None:
    row, at = take_in(ada, YES, sent), datetime(2026, 11, 12, 14)

    confirm_heard(ada, stamp=STAMP, heard=row.pk, at=at)
    assert Meeting.objects.get().at_time == time(14)
    undo(ada, stamp=STAMP)
    undo(ada, stamp=STAMP)
    done = confirm_heard(ada, stamp=STAMP, heard=take_in(ada, AGREED, sent).pk, undated=True)

    assert (done.words, done.meeting_id) == ("Ann Lee said yes.", None)


@pytest.mark.parametrize(("said", "chosen", "words", "outcomes"), [
    ("I'm afraid we are not hiring. Please talk to Sam Lee, Head of Purchasing.",
     ["refers", "no"], "Ann Lee said no and named Sam Lee.", ["no", "refers"]),
    ("Happy to talk. Please also talk to Sam Lee, Head of Purchasing.",
     ["refers", "yes"], "Ann Lee said yes and named Sam Lee.", ["refers", "yes"]),
    ("Not now, but I forwarded your resume.", ["helped", "no"],
     "Ann Lee said no. They helped.", ["no", "helped"]),
])  # fmt: skip
def test_several_things_in_one_message_are_one_press_and_one_entry(
    ada: Campaign, sent: str, said: str, chosen: list[str], words: str, outcomes: list[str]
) -> None:
    row = take_in(ada, said, sent)
    before, entries = everything(), Entry.objects.count()

    done = confirm_heard(ada, stamp=STAMP, heard=row.pk, kinds=chosen)

    assert done.words == words
    assert [one.kind for one in Outcome.objects.order_by("id")] == outcomes
    assert Touch.objects.filter(inbound=True).count() == 1
    assert [one.named and one.named.name for one in Outcome.objects.filter(kind="refers")] == [
        "Sam Lee" for one in outcomes if one == "refers"
    ]
    assert Entry.objects.count() == entries + 1
    undo(ada, stamp=STAMP)
    assert everything() == before


def test_a_message_that_came_back_names_who_is_there_now(ada: Campaign, sent: str) -> None:
    gone = "Ann Lee no longer works here. Please contact Sam Roe, sam.roe@acme.example."
    row = take_in(ada, a_mail(gone, "Auto-Submitted: auto-replied"), sent)

    done = confirm_heard(ada, stamp=STAMP, heard=row.pk, kinds=["bounced", "refers"])

    assert done.words == "The message to Ann Lee bounced. It named Sam Roe."
    assert not Touch.objects.filter(inbound=True).exists()
    assert Person.objects.get(name="Sam Roe").addresses.get().value == "sam.roe@acme.example"


def test_a_wish_to_be_left_alone_goes_with_nothing_else(ada: Campaign, sent: str) -> None:
    row, before = take_in(ada, LEAVE, sent), everything()

    with pytest.raises(CannotDo, match="left alone"):
        confirm_heard(ada, stamp=STAMP, heard=row.pk, kinds=["no_contact", "yes"])

    assert everything() == before


def test_an_hour_without_a_yes_is_refused(ada: Campaign, sent: str) -> None:
    with pytest.raises(CannotDo, match="yes only"):
        record_reply(ada, stamp=STAMP, ref=sent, answer="no", at=datetime(2026, 11, 10, 10))
    with pytest.raises(CannotDo, match="past"):
        record_reply(ada, stamp=STAMP, ref=sent, answer="yes", at=datetime(2026, 11, 3, 10))


def waiting_cards(ada: Campaign) -> list[tuple[object, str, object]]:
    cards = today(ada, stamp=STAMP).cards
    return [
        (one.heard_id, one.why, one.approach_id) for one in cards if one.kind == "confirm_heard"
    ]


def test_what_came_in_stands_first_on_today_once_until_it_is_settled(
    ada: Campaign, sent: str
) -> None:
    row = take_in(ada, a_mail(YES))
    take_in(ada, a_mail(YES))

    (first, *_rest) = today(ada, stamp=STAMP).cards
    assert (first.kind, first.name) == ("confirm_heard", "Ann Lee")
    why = "They wrote on Wednesday 4 November. It looks like a yes. Say whether that is right."
    assert waiting_cards(ada) == [(row.pk, why, int(sent))]
    confirm_heard(ada, stamp=STAMP, heard=row.pk)
    assert waiting_cards(ada) == []
    undo(ada, stamp=STAMP)
    assert len(waiting_cards(ada)) == 1
    dismiss_heard(ada, stamp=STAMP, heard=row.pk)
    assert waiting_cards(ada) == []


def test_what_came_from_nobody_known_stands_there_too(ada: Campaign) -> None:
    take_in(ada, a_mail("Sure, call me.", by="X <x@nowhere.example>"))

    ((heard_id, _why, approach),) = waiting_cards(ada)

    assert (heard_id, approach) == (Heard.objects.get().pk, None)


def test_nobody_is_written_to_again_before_what_they_wrote_was_looked_at(
    ada: Campaign, ann: Person, sent: str
) -> None:
    later = Stamp(on=date(2026, 11, 9), door="test")
    assert ("nudge", ann.pk) in shown_on(ada, later)

    take_in(ada, a_mail(YES))

    assert ("nudge", ann.pk) not in shown_on(ada, later)
    (held,) = [one for one in today(ada, stamp=later).waiting if one.person_id == ann.pk]
    assert held.why == "They have written. Say first what it was: it stands on Today."


def shown_on(ada: Campaign, stamp: Stamp) -> set[tuple[str, int | None]]:
    return {(one.kind, one.person_id) for one in today(ada, stamp=stamp).cards}
