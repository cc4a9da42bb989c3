"""Plain lines, and what they are understood to say. Today is Thursday, 19 November 2026."""

from datetime import date, datetime
from typing import Any

import pytest

from firststep.errors import CannotDo
from firststep.steps.outreach.telling.line import understand

TODAY = date(2026, 11, 19)


def nov(day: int) -> date:
    return date(2026, 11, day)


ANN = {"name": "Ann Lee"}
DANA = {"name": "Dana Whitlock"}
UNDERSTOOD: list[tuple[str, str, dict[str, Any]]] = [
    (
        "Met Ann Lee (Acme) for coffee, intro to Sam promised, Tue",
        "met",
        {**ANN, "company": "Acme", "on": nov(17), "how": "coffee", "promise": "introduction",
         "to": "Sam", "channel": "in_person"},
    ),
    ("Met Ann (Acme) for coffee, she will introduce me to Sam", "met",
     {"name": "Ann", "company": "Acme", "promise": "introduction", "to": "Sam"}),
    ("Met p2 for coffee, Tue", "met", {"name": "p2", "on": nov(17), "how": "coffee"}),
    ("p12 said yes", "replied", {"name": "p12", "answer": "yes"}),
    ("Met Ann Lee", "met", {**ANN, "on": TODAY, "company": ""}),
    ("I met Ann Lee today", "met", {**ANN, "on": TODAY}),
    ("met ann lee for lunch", "met", {"name": "ann lee", "how": "lunch"}),
    ("Had coffee with Ann Lee", "met", {**ANN, "how": "coffee"}),
    ("Coffee with Ann on 12 Nov", "met", {"name": "Ann", "on": nov(12), "how": "coffee"}),
    ("Lunch with Ann Lee (Acme), yesterday", "met", {**ANN, "on": nov(18), "how": "lunch"}),
    ("Met Ann Lee at the Lyon fair on Tuesday", "met",
     {**ANN, "where": "the Lyon fair", "company": "", "on": nov(17)}),
    ("Met Ann Lee of Acme", "met", {**ANN, "company": "Acme"}),
    ("Met Ann Lee on 2026-11-17", "met", {**ANN, "on": nov(17)}),
    ("Met Ann Lee on 17 November", "met", {**ANN, "on": nov(17)}),
    ("Met Ann Lee, November 17th", "met", {**ANN, "on": nov(17)}),
    ("Met Ann Lee on 17.11.2026", "met", {**ANN, "on": nov(17)}),
    ("Met Ann Lee on 3 March 2025", "met", {**ANN, "on": date(2025, 3, 3)}),
    ("Met Ann Lee last Friday", "met", {**ANN, "on": nov(13)}),
    ("Met Ann Lee last Thursday", "met", {**ANN, "on": nov(12)}),
    ("Met Ann Lee, Thursday", "met", {**ANN, "on": nov(19)}),
    ("Met Ann Lee on Fri", "met", {**ANN, "on": nov(13)}),
    ("Met Ann Lee 3 days ago", "met", {**ANN, "on": nov(16)}),
    ("Met Ann Lee two weeks ago", "met", {**ANN, "on": nov(5)}),
    ("Met Ann Lee the day before yesterday", "met", {**ANN, "on": nov(17)}),
    ("Tuesday: met Ann Lee", "met", {**ANN, "on": nov(17)}),
    ("Yesterday I met Ann Lee", "met", {**ANN, "on": nov(18)}),
    ("Met Wei Sun (Acme), Tue", "met", {"name": "Wei Sun", "on": nov(17)}),
    ("Met May Lin yesterday", "met", {"name": "May Lin", "on": nov(18)}),
    ("Met Will Smith at the fair", "met", {"name": "Will Smith", "where": "the fair"}),
    ("Met J. Smith at the fair", "met", {"name": "J. Smith"}),
    ("Met Seán O'Brien for lunch", "met", {"name": "Seán O'Brien"}),
    ("Met 王芳 (Acme) yesterday", "met", {"name": "王芳", "company": "Acme", "on": nov(18)}),
    ("Talked with Jan van der Berg (Globex) yesterday", "talked",
     {"name": "Jan van der Berg", "company": "Globex", "on": nov(18)}),
    ("Talked to Dana for 20 minutes, she suggests Sam Lee in Operations", "talked",
     {"name": "Dana", "minutes": 20, "to": "Sam Lee, Operations"}),
    ("Spoke to Ann Lee by phone this morning", "talked", {**ANN, "channel": "phone", "on": TODAY}),
    ("Had a video call with Ann Lee", "talked", {**ANN, "how": "video"}),
    ("Called Dana Whitlock, left a voicemail", "called", {**DANA, "outcome": "voicemail"}),
    ("Called Dana, no answer", "called", {"name": "Dana", "outcome": "no_answer"}),
    ("called dana, no answer", "called", {"name": "dana", "outcome": "no_answer"}),
    ("Called Dana, did not pick up", "called", {"name": "Dana", "outcome": "no_answer"}),
    ("Tried Dana Whitlock", "called", {**DANA, "outcome": "no_answer"}),
    ("Left a voicemail for Dana Whitlock on Monday", "called",
     {**DANA, "outcome": "voicemail", "on": nov(16)}),
    ("Called Dana Whitlock at Acme, she said yes", "called",
     {**DANA, "company": "Acme", "outcome": "yes"}),
    ("Rang Dana Whitlock, not interested", "called", {**DANA, "outcome": "no"}),
    ("Called Dana, talked for 10 minutes", "called", {"outcome": "talked", "minutes": 10}),
    ("Called Dana, busy, call again on 3 December", "called",
     {"outcome": "later", "until": date(2026, 12, 3)}),
    ("Called Dana, talk to Sam Lee", "called", {"outcome": "talked", "to": "Sam Lee"}),
    ("Wrote to Ann", "wrote", {"name": "Ann", "channel": None}),
    ("Emailed Ann Lee yesterday", "wrote", {**ANN, "channel": "email", "on": nov(18)}),
    ("Messaged Ann Lee on LinkedIn", "wrote", {**ANN, "channel": "linkedin"}),
    ("Sent a short LinkedIn message to Ann Lee", "wrote", {**ANN, "channel": "linkedin"}),
    ("Wrote to Ann Lee by mail and on LinkedIn", "wrote", {**ANN, "channel": "email"}),
    ("Sent a note to Ann Lee on LinkedIn on 12 November", "wrote",
     {**ANN, "channel": "linkedin", "on": nov(12)}),
    ("Sent an email to Dana Whitlock (Acme)", "wrote",
     {**DANA, "company": "Acme", "channel": "email"}),
    ("Thanked Ann", "thanked", {"name": "Ann"}),
    ("Ann replied: talk to Sam Lee, Operations, Acme", "replied",
     {"name": "Ann", "answer": "refers", "to": "Sam Lee, Operations, Acme"}),
    ("Ann replied: talk to Miriam Kern, Head of Procurement at Hanseatic Logistics", "replied",
     {"to": "Miriam Kern, Head of Procurement, Hanseatic Logistics"}),
    ("Ann replied: talk to Miriam Kern, Head of Procurement", "replied",
     {"to": "Miriam Kern, Head of Procurement"}),
    ("Ann replied: talk to Sam Lee, owner of Acme", "replied", {"to": "Sam Lee, owner, Acme"}),
    ("Met Ann Lee, she introduces me to Karl Otto", "met",
     {**ANN, "promise": "introduction", "to": "Karl Otto"}),
    ("Ann introduces me to Karl Otto", "replied",
     {"answer": "yes", "promise": "introduction", "to": "Karl Otto"}),
    ("Ann suggested I write to Sam Lee at Acme", "replied",
     {"answer": "refers", "to": "Sam Lee, , Acme"}),
    ("Ann gave me the name of Dana Whitlock (Purchasing, Acme)", "replied",
     {"name": "Ann", "answer": "refers", "to": "Dana Whitlock, Purchasing, Acme"}),
    ("Got a reply from Ann: the manager is Dana Whitlock", "replied",
     {"name": "Ann", "answer": "refers", "to": "Dana Whitlock"}),
    ("Ann promised an intro to Dana Whitlock", "replied",
     {"answer": "yes", "promise": "introduction", "to": "Dana Whitlock"}),
    ("Ann Lee will send me the name of the manager", "replied",
     {**ANN, "answer": "yes", "promise": "name", "to": ""}),
    ("Dana said yes", "replied", {"name": "Dana", "answer": "yes"}),
    ("Got a yes from Dana Whitlock", "replied", {**DANA, "answer": "yes"}),
    ("Dana said no", "replied", {"name": "Dana", "answer": "no"}),
    ("Dana Whitlock (Acme) declined yesterday", "replied",
     {**DANA, "company": "Acme", "answer": "no", "on": nov(18)}),
    ("Dana said later, write again on 3 Jan", "replied",
     {"answer": "later", "until": date(2027, 1, 3)}),
    ("Ann Lee is out of office until 3 December", "replied",
     {**ANN, "answer": "out_of_office", "until": date(2026, 12, 3)}),
    ("Mail to Ann Lee bounced", "replied", {**ANN, "answer": "bounced"}),
    ("Dana asked what I have done before", "replied", {"name": "Dana", "answer": "question"}),
    ("Ann helped", "replied", {"name": "Ann", "answer": "helped"}),
    ("Ann called back, she said yes", "replied", {"name": "Ann", "answer": "yes"}),
    ("Ann will introduce me to Sam Lee, she knows him well", "replied",
     {"answer": "yes", "promise": "introduction", "to": "Sam Lee"}),
]  # fmt: skip

REFUSED: list[tuple[str, str]] = [
    ("", "nothing to log"),
    ("   ", "nothing to log"),
    ("the weather is fine", "not clear"),
    ("Ann Lee", "not clear"),
    ("Had lunch", "not clear"),
    ("Met him yesterday", "Who was it"),
    ("Met someone at the fair", "Who was it"),
    ("Met my old boss", "Who was it"),
    ("Emailed two recruiters", "Who was it"),
    ("Wrote to the team", "Who was it"),
    ("Met Ann Lee tomorrow", "still to come"),
    ("Met Ann Lee next Friday", "still to come"),
    ("Met Ann Lee on 2026-11-20", "still to come"),
    ("Met Ann Lee on 12 Dec", "Add the year"),
    ("Met Ann Lee last week", "more than one day"),
    ("Met Ann Lee on 12/11", "more than one day"),
    ("Met Ann Lee on 31 Nov", "There is no 31 Nov"),
    ("Met Ann Lee on 2026-02-30", "There is no 2026-02-30"),
    ("Met Ann Lee on Monday and Tuesday", "Say one day"),
    ("Met Ann Lee Tue", "comma before the day"),
    ("Called Dana", "How did the call end"),
    ("Called Dana, she did not say yes", "How did the call end"),
    ("Ann replied", "What did Ann answer"),
    ("Ann suggests someone in Operations", "What did Ann answer"),
    ("Dana said yes at 10:00", "firststep meeting"),
    ("Wrote to Anna Muller and Hans Bauer", "Anna Muller and Hans Bauer. Log one line for each"),
    ("Anna Muller and Hans Bauer said yes", "Log one line for each"),
    ("Met Ann Lee (Acme) & Sam Orr", "Log one line for each"),
    ("Wrote Ole and he said yes", "You wrote to Ole today. The rest is a second thing"),
    ("Talked to Dana, she declined", "the second: Dana declined …"),
]


@pytest.mark.parametrize(("line", "verb", "parts"), UNDERSTOOD, ids=[u[0] for u in UNDERSTOOD])
def test_a_plain_line_is_understood(line: str, verb: str, parts: dict[str, Any]) -> None:
    known = understand(line, today=TODAY)

    assert known.verb == verb
    assert {key: getattr(known, key) for key in parts} == parts
    assert known.on <= TODAY
    assert known.name in known.words


@pytest.mark.parametrize(("line", "words"), REFUSED, ids=[r[0] or "empty" for r in REFUSED])
def test_what_is_not_understood_is_refused_with_how_to_say_it(line: str, words: str) -> None:
    with pytest.raises(CannotDo) as refusal:
        understand(line, today=TODAY)

    assert words in refusal.value.with_command


def test_the_table_holds_at_least_sixty_lines() -> None:
    assert len(UNDERSTOOD) >= 60


def test_what_was_understood_is_said_back_in_words() -> None:
    known = understand(UNDERSTOOD[0][0], today=TODAY)

    assert known.words == (
        "You met Ann Lee (Acme) for coffee on Tuesday 17 November. Promised: introduction to Sam."
    )


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("Wrote to Ann about the tender in March", "about the tender in March"),
        ("Met Ann Lee for coffee, her daughter starts school, Tue", "her daughter starts school"),
        ("Called Dana, left a voicemail about the invoice", "left a voicemail about the invoice"),
        ("Ann said yes, but only after the fair", "only after the fair"),
        ("Ann replied: talk to Sam Lee, Operations, Acme. Budget is frozen", "Budget is frozen"),
    ],
)
def test_words_not_understood_are_kept_as_a_note_never_dropped(line: str, note: str) -> None:
    assert understand(line, today=TODAY).note == note


TUESDAY = nov(17)


@pytest.mark.parametrize(
    ("line", "verb", "answer", "at"),
    [
        ("Dana said yes, talk on Friday at 10", "replied", "yes", (20, 10, 0)),
        ("Dana said yes, Friday at 10:00", "replied", "yes", (20, 10, 0)),
        ("Dana said yes on Friday at 2pm", "replied", "yes", (20, 14, 0)),
        ("Dana agreed to meet on Thursday at 14:30", "replied", "yes", (19, 14, 30)),
        ("Dana wants to talk tomorrow at 9.30", "replied", "yes", (18, 9, 30)),
        ("Dana said yes to Friday at noon", "replied", "yes", (20, 12, 0)),
        ("Dana: talk on Friday at 10", "replied", "yes", (20, 10, 0)),
        ("Dana offered Thursday at 3 pm", "replied", "yes", (19, 15, 0)),
        ("Got a yes from Dana, lunch on Thursday at 12:30", "replied", "yes", (19, 12, 30)),
        ("Dana said yes, 24 November at 10", "replied", "yes", (24, 10, 0)),
        ("Dana said yes, talk on 2026-11-24 at 10 a.m.", "replied", "yes", (24, 10, 0)),
        ("Dana said yes, coffee at 4 on Thursday", "replied", "yes", (19, 16, 0)),
        ("Talk with Dana Whitlock on Friday at 10", "meets", None, (20, 10, 0)),
        ("Talk on Friday at 10 with Dana", "meets", None, (20, 10, 0)),
        ("Interview with Dana (Acme) tomorrow at 15:00", "meets", None, (18, 15, 0)),
        ("Coffee with Dana next Tuesday at 10", "meets", None, (24, 10, 0)),
        ("Meeting with Dana moved to Monday at 9", "meets", None, (23, 9, 0)),
    ],
)
def test_f43_a_day_to_come_makes_a_conversation_never_a_past_day(
    line: str, verb: str, answer: str | None, at: tuple[int, int, int]
) -> None:
    known = understand(line, today=TUESDAY)

    assert (known.verb, known.answer, known.on) == (verb, answer, TUESDAY)
    assert known.meets_at == datetime(2026, 11, *at)
    assert f"{known.meets_at.day} November at {known.meets_at:%H:%M}" in known.words
    assert known.note == ""


@pytest.mark.parametrize(
    ("line", "on"),
    [
        ("Talked to Dana on Friday at 10", 13),
        ("Talked Monday with Dana", 16),
        ("Talked Tuesday with Dana", 17),
        ("Dana said yes on Friday", 13),
        ("Ann called back on Friday, she said yes", 13),
        ("Met Ann Lee at the meeting on Friday", 13),
        ("Thanked Ann for the talk on Friday", 13),
        ("Called Dana on Friday, left a voicemail", 13),
        ("Had coffee with Ann on Friday", 13),
    ],
)
def test_f43_what_is_told_as_past_counts_for_the_past_day_it_names(line: str, on: int) -> None:
    known = understand(line, today=TUESDAY)

    assert (known.on, known.meets_at, known.until) == (nov(on), None, None)


def test_f43_a_line_may_tell_of_a_past_day_and_of_one_to_come() -> None:
    line = "Met Ann Lee on Friday, coffee again on Thursday at 3pm"
    known = understand(line, today=TUESDAY)
    assert (known.on, known.meets_at) == (nov(13), datetime(2026, 11, 19, 15))

    kept = understand("Ann will introduce me to Sam Lee on Friday", today=TUESDAY)
    assert (kept.on, kept.promise, kept.to) == (TUESDAY, "introduction", "Sam Lee")
    assert kept.note == "Ann will introduce me to Sam Lee on Friday"


@pytest.mark.parametrize(
    ("line", "answer", "until"),
    [
        ("Ann is out of office until Monday", "out_of_office", nov(23)),
        ("Ann Lee is out of office, back on Thursday", "out_of_office", nov(19)),
        ("Got an out-of-office from Dana until Monday", "out_of_office", nov(23)),
        ("Automatic reply from Dana: away, back next week", "out_of_office", nov(23)),
        ("Dana said later, call again on Friday", "later", nov(20)),
        ("Dana said later, in two weeks", "later", date(2026, 12, 1)),
        ("Dana said not now, write again next month", "later", date(2026, 12, 1)),
        ("Ann asked me to call back on Monday", "later", nov(23)),
    ],
)
def test_f43_until_when_may_be_told_as_people_say_it(line: str, answer: str, until: date) -> None:
    known = understand(line, today=TUESDAY)

    assert (known.answer, known.until, known.on) == (answer, until, TUESDAY)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Dana agreed to talk on Friday", "at what hour"),
        ("Coffee with Ann on Friday", "Friday 13 November, or Friday 20 November"),
        ("Coffee with Ann next Friday at 10", "Friday 20 November or Friday 27 November"),
        ("Dana said yes, Tuesday at 10", "Is that today, or Tuesday 24 November?"),
        ("Dana said yes, Thursday or Friday at 10", "Say one day"),
        ("Dana said yes, talk on Friday at 25", "There is no at 25"),
        ("Met Ann Lee this Friday", "still to come"),
        ("Met Ann Lee next Friday", "still to come"),
    ],
)
def test_f43_a_day_that_could_be_either_is_asked_for(line: str, words: str) -> None:
    with pytest.raises(CannotDo) as refusal:
        understand(line, today=TUESDAY)

    assert words in refusal.value.with_command


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Called Dana, she accepted my contact request", "is no answer to what you ask"),
        ("Dana accepted my invitation", "Which invitation"),
        ("Dana accepted the introduction", "no yes to a talk yet"),
        ("Dana agreed to an introduction", "no yes to a talk yet"),
        ("Got an automatic reply from Dana", "notice by a machine"),
        ("Got a read receipt from Dana", "notice by a machine"),
        ("Dana replied automatically", "notice by a machine"),
    ],
)
def test_f41_what_a_machine_says_and_what_opens_a_way_is_no_answer(line: str, words: str) -> None:
    with pytest.raises(CannotDo, match=words):
        understand(line, today=TUESDAY)


@pytest.mark.parametrize(
    "line",
    [
        "Dana accepted my connection request",
        "Dana accepted my invitation on LinkedIn",
        "Dana accepted my LinkedIn invitation",
        "Dana is now connected with me",
        "Dana agreed to connect on LinkedIn",
    ],
)
def test_f33_f41_to_be_connected_is_told_as_accepted_which_is_no_yes(line: str) -> None:
    known = understand(line, today=TUESDAY)

    assert (known.verb, known.answer) == ("replied", "accepted")
    assert "accepted your invitation" in known.words


def test_f41_a_yes_to_a_talk_and_a_promise_are_still_what_they_are() -> None:
    for line in ("Dana accepted", "Dana accepted my invitation to coffee"):
        assert understand(line, today=TUESDAY).answer == "yes"
    promised = understand("Ann agreed to introduce me to Sam Lee", today=TUESDAY)
    assert (promised.promise, promised.to) == ("introduction", "Sam Lee")


@pytest.mark.parametrize("line", [said[0] for said in UNDERSTOOD])
def test_what_was_understood_is_no_note_as_well(line: str) -> None:
    plain = "knows him well" not in line and "what I have done" not in line

    assert plain == (understand(line, today=TODAY).note == "")


def test_a_day_of_another_year_is_said_back_with_its_year() -> None:
    assert "3 March 2025" in understand("Met Ann Lee on 3 March 2025", today=TODAY).words


def test_an_answer_is_said_back_in_words_of_everyday() -> None:
    assert understand("Ann replied: talk to Sam Lee", today=TODAY).words.startswith(
        "Ann gave you a name today."
    )
