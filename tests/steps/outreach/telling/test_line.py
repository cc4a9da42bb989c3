"""Plain lines, and what they are understood to say. Today is Thursday, 19 November 2026."""

from datetime import date
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
    ("Dana said yes, Friday at 10:00", "firststep meeting"),
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
