"""Every wording over a grid of steps: whole, warm, with a blank, and clean once it is filled."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice, product
from typing import Any

import pytest

from firststep.errors import CannotDo
from firststep.facts.asks import ASK_KIND, ASK_KINDS, ASKS, SMALLER, SmallerAsk
from firststep.facts.draft import Draft, DraftFacts
from firststep.facts.habits import Between, OfferFacts
from firststep.facts.kinds import TIE_KINDS
from firststep.steps.outreach.drafting.asked_for import routes_fitting
from firststep.steps.outreach.drafting.draft import draft, wordings_for
from firststep.steps.outreach.review.reading import without_enclosed, words_in
from firststep.steps.outreach.review.review import review
from firststep.steps.outreach.wordings.wording import all_wordings
from tests.in_part import in_part

FULL: dict[str, Any] = {
    "seeker": "Ada Kaya", "role": "Buyer", "department": "Purchasing", "places": ("Lyon",),
    "name": "Ann Lee", "given": "Ann", "title": "Planner", "company": "Acme",
    "about_company": "Globex", "on_list": True, "seat": "Head of Purchasing",
    "holder": "Dana Whitlock",
    "how": "we ran the evening course together", "overlap": "Initech, 2016 to 2019",
}  # fmt: skip
MISSING: tuple[dict[str, Any], ...] = (
    {},
    {"overlap": ""},
    {"overlap": "", "how": ""},
    {"role": ""},
    {"places": (), "holder": ""},
    {"department": "", "seat": ""},
    {"company": "", "title": ""},
    {"company": "", "about_company": ""},
    {"given": "", "name": "王芳"},
    {"given": "J.", "name": "J. Sukarno"},
    {key: () if key == "places" else "" for key in FULL if key not in {"seeker", "name"}},
)
FEW = (MISSING[0], MISSING[2], MISSING[-1])
FIRST = ("write", "second_person", "ask_introduction", "follow_up_met")
ORIGINS: tuple[tuple[Any, str], ...] = (
    ("proposed", ""), ("named", "Sam Petrov"), ("referred", "Sam Petrov"),
    ("introduced", "Sam Petrov"), ("named", ""), ("met", ""), ("offered", ""),
)  # fmt: skip
LATER: tuple[dict[str, Any], ...] = (
    {"kind": "nudge", "first_note_on": date(2026, 11, 9)},
    {"kind": "nudge"},
    {"kind": "call", "first_note_on": date(2026, 11, 9)},
    {"kind": "call"},
    *({"kind": "thank", "answer": a} for a in ("yes", "no", "later", "helped", "refers", "")),
    {"kind": "thank", "answer": "yes", "meeting_on": date(2026, 11, 16)},
    {"kind": "answer", "answer": "yes", "two_times": ("Friday 27 November at 10:00",
                                                      "Monday 30 November at 14:00")},
    {"kind": "nudge", "answer": "yes"},
    {"kind": "nudge", "answer": "yes", "two_times": ("Friday 27 November at 10:00",
                                                     "Tuesday 1 December at 14:00")},
    {"kind": "answer", "answer": "yes"},
    {"kind": "answer", "answer": "question"},
    {"kind": "answer", "answer": "talked"},
    *({"kind": kind, "answer": answer, **days}
      for kind in ("nudge", "call") for answer in ("question", "talked")
      for days in ({}, {"answer_on": date(2026, 11, 16), "answered_on": date(2026, 11, 17)})),
    {"kind": "report_back", "answer": "helped"},
    {"kind": "report_back", "answer": "helped", "thanked": True},
    {"kind": "keep_in_touch"},
    {"kind": "tell_news", "landed_at": "Nordwerk", "their_help": "the name of Sam Petrov"},
    {"kind": "tell_news", "landed_at": "Nordwerk"},
    {"kind": "write", "answer": "helped", "asked_anew": True},
    {"kind": "ask_introduction", "answer": "refers", "asked_anew": True},
    {"kind": "nudge", "asked_anew": True},
    *({"kind": "offer_taken_up", "origin": "offered",
       "between": Between(offer=OfferFacts(says, "me", date(2026, 11, 9)))}
      for says in ("look at my CV", "write to me", "connect with me on LinkedIn")),
    {"kind": "write", "exploring": True},
    {"kind": "thank", "answer": "later", "again_on": date(2027, 1, 11)},
    *({"kind": kind, "answer": "later", "later_on": date(2026, 11, 12), **named}
      for kind in ("write", "ask_introduction", "call")
      for named in ({}, {"origin": "named", "via": "Sam Petrov"})),
    {"kind": "write", "answer": "later", "later_on": date(2026, 11, 12), "exploring": True},
    {"kind": "write", "after_silence": True},
    {"kind": "nudge", "after_silence": True},
    {"kind": "ask_introduction", "after_silence": True, "exploring": True},
    {"kind": "call", "answer": "yes", "first_note_on": date(2026, 11, 9),
     "two_times": ("Friday 27 November at 10:00", "Monday 30 November at 14:00")},
)  # fmt: skip


CALLED: tuple[dict[str, Any], ...] = ({}, {"calls_on": date(2026, 11, 26)})


def to_connect() -> Iterator[DraftFacts]:
    """Invitations with their note, and the message once they are accepted (rhythm F33)."""
    for ask, tie, missing, called in product(ASKS, (*TIE_KINDS, None), FEW, CALLED):
        known = {**FULL, **missing, **called}
        if called and ask not in ("meeting", "advice"):
            continue  # nobody else is called
        for origin, via in ORIGINS:
            came = {"origin": origin, "via": via, "channel": "linkedin", "ask": ask, "tie": tie}
            yield DraftFacts(kind="write", invitation="note", **came, **known)
            yield DraftFacts(kind="write", accepted_on=date(2026, 11, 20), **came, **known)
        came = {"origin": "offered", "channel": "linkedin", "ask": ask, "tie": tie}
        yield DraftFacts(kind="offer_taken_up", invitation="note", **came, **known)
        if called and tie is None:
            yield DraftFacts(kind="write", ask=ask, tie=tie, channel="email", **known)


def grid() -> Iterator[DraftFacts]:
    """First notes by ask, tie, channel, origin and what is missing; then the later steps."""
    channels = ("email", "linkedin", "phone", "in_person")
    ties = (*TIE_KINDS, None)
    for ask, tie, channel, missing in product(ASKS, ties, channels, MISSING):
        if missing and channel in {"in_person", "linkedin"} and tie in {"dormant", "met"}:
            continue  # the same sentences as by phone and by mail
        for kind, (origin, via) in product(FIRST[:1], ORIGINS if missing in FEW else ORIGINS[:2]):
            known = {**FULL, **missing, "via": via}
            yield DraftFacts(
                kind=kind, ask=ask, tie=tie, channel=channel, origin=origin, **known
            )  # fmt: skip
        for later in LATER if tie in {"known", None} and missing in FEW else ():
            answered = {"first_note_on": date(2026, 11, 9), **later, **FULL, **missing}
            asks_less = later["kind"] == "nudge" or "after_silence" in later
            asks_the_same = "answer_on" in later or not asks_less
            for less in (None,) if asks_the_same else ASK_KIND[ask].less:
                yield DraftFacts(ask=ask, tie=tie, channel=channel, smaller_ask=less, **answered)
    yield from to_connect()
    for kind, tie in product(FIRST, ties):
        yield DraftFacts(kind=kind, ask="name", tie=tie, channel="email", **FULL)  # type: ignore[arg-type]


FILLED = {"my name": "Ada Kaya", "a day and time this week": "Friday at 10:00",
          "another day and time": "Monday at 14:00"}  # fmt: skip


def fill(text: str) -> str:
    """A person's own words in every blank."""
    return re.sub(r"\[([^\[\]]+)\]", lambda m: FILLED.get(m[1], "the Lyon winter of 2017"), text)


def filled(text: Draft) -> Draft:
    return replace(text, subject=fill(text.subject), body=fill(text.body))


@in_part(17)
def test_every_wording_reads_whole_and_passes_its_own_review_once_filled(every: int) -> None:
    used: Counter[str] = Counter()
    for number, facts in enumerate(islice(grid(), 0, None, every)):
        for wording in wordings_for(facts):
            used[wording.name] += 1
            if every == 1 or used[wording.name] % 8 == 1:
                text = draft(replace(facts, voice=number % 4), wording=wording.name)
                _reads_whole(text)
                _only_blanks_are_wrong(text, facts)

    assert {*used} == {w.name for w in all_wordings()}, "a wording that nothing uses"


# Sentences of ours that end in such a word with nothing left out.
ENDS_SO = re.compile(
    r"(?:fit in|(?:talk|turn) to|looks for|talk about|glad of|look at|(?:wish|ask|work) for)"
    r"(?=[.,;?])"
)


def _reads_whole(text: Draft) -> None:
    everything = f"{text.subject}\n{text.body}\n{text.voicemail}"
    said = f"{text.wording}: {everything}"
    written = f"{text.subject}\n{text.body}"
    assert {*text.blanks} == {*re.findall(r"\[([^\[\]\n]+)\]", written)}, said
    assert not re.search(r"[{}<>]|  |, ,| ,|\(\)|\.\.|\?\?|None|!| \.|or:|\n\n\n", everything), said
    assert not re.search(r"(?:Hi|Dear)\s*,|Hello\s*,\n", everything), said
    assert not re.search(
        r"\b(?:in|at|about|for|as|of|to|a|an)[.,;?]", ENDS_SO.sub("", everything)
    ), said
    assert all(line.strip() for line in text.body.split("\n\n")), said
    assert (text.channel == "email") == bool(text.subject), said


def _only_blanks_are_wrong(text: Draft, facts: DraftFacts) -> None:
    wrong = {f.rule for f in text.findings if f.level != "hint"}
    # Without a goal the work is to be filled in besides; two times are always there to offer.
    bare = not facts.role or not facts.two_times
    # Thanks for help are among the other words after a no, too, and are remarked on there.
    of_help = facts.answer == "no" and text.wording != draft(facts).wording
    expected = {"W4"} | ({"L4"} if bare else set()) | ({"L5"} if of_help else set())
    assert wrong <= expected, f"{facts}\n{text}"
    left = [f for f in review(filled(text), facts) if f.level != "hint"]
    left = [f for f in left if not (of_help and f.rule == "L5")]
    assert left == [], f"{left}\n{facts}\n{filled(text)}"


def test_a_first_mail_with_all_its_facts_has_50_to_125_words_and_no_hint_at_all() -> None:
    for ask, tie in product(ASKS, (*TIE_KINDS, None)):
        facts = DraftFacts(kind="write", ask=ask, tie=tie, channel="email", **FULL)
        for voice in range(4):
            text = filled(draft(replace(facts, voice=voice)))
            assert 50 <= len(words_in(without_enclosed(text.body))) <= 120, text
            assert not review(text, facts), text


USUAL: dict[str, Any] = {
    "seeker": "Ada Maria Kaya", "role": "Strategic Buyer", "department": "Supply Chain",
    "places": ("Hamburg", "Bremen"), "name": "Anna Müller", "given": "Anna",
    "title": "Senior Project Manager", "company": "Hanseatic Logistics",
    "about_company": "Nordwerk Systems", "seat": "Head of Supply Chain", "holder": "Miriam Kern",
}  # fmt: skip


@pytest.mark.slow
def test_no_first_note_of_ours_with_usual_names_exceeds_120_words() -> None:
    for sparse in grid():
        if sparse.kind not in FIRST or sparse.channel != "email":
            continue
        facts = replace(sparse, **{k: v for k, v in USUAL.items() if getattr(sparse, k)})
        for voice in range(4):
            text = filled(draft(replace(facts, voice=voice)))
            assert len(words_in(without_enclosed(text.body))) <= 120, text.body


@pytest.mark.parametrize("origin", ["proposed", "named", "met"])
def test_a_note_with_an_invitation_says_who_why_and_what_in_200_characters(origin: Any) -> None:
    """L11."""
    for ask, vacancy, voice in product(ASKS, ("", "Strategic Buyer"), range(4)):
        facts = DraftFacts(
            kind="write", ask=ask, channel="linkedin", origin=origin, via="Sam Petrov",
            invitation="note", vacancy=vacancy, voice=voice, **USUAL | {"how": "at the fair"},
        )  # fmt: skip
        text = draft(facts)
        assert len(fill(text.body)) <= 200 and len(text.blanks) <= 1, text.body
        assert (vacancy.lower() if vacancy else "a strategic buyer") in text.body, text.body
        assert "Ada Maria Kaya" in text.body


def test_a_message_on_linkedin_to_someone_known_stays_under_400_characters() -> None:
    for ask, tie in product(ASKS, ("close", "known", "dormant")):
        facts = DraftFacts(kind="write", ask=ask, tie=tie, channel="linkedin", **FULL)  # type: ignore[arg-type]
        assert len(draft(facts).body) <= 430


def test_a_warm_note_names_in_its_first_line_who_gave_the_name() -> None:
    for origin in ("named", "referred", "introduced"):
        facts = DraftFacts(
            kind="write",
            ask="meeting",
            channel="email",
            origin=origin,
            via="Sam Petrov",
            **FULL,  # type: ignore[arg-type]
        )
        for voice in range(4):
            first = draft(replace(facts, voice=voice)).body.split("\n\n")[1].split(".")[0]
            assert "Sam Petrov" in first


def test_a_name_nobody_gave_is_never_claimed() -> None:
    facts = DraftFacts(kind="write", ask="meeting", channel="email", origin="named", **FULL)

    assert routes_fitting(facts) == "cold"
    assert "gave me your name" not in draft(facts).body


def test_known_people_are_greeted_by_given_name_and_strangers_by_the_whole() -> None:
    facts = DraftFacts(kind="write", ask="name", channel="email", tie="known", **FULL)

    assert draft(facts).body.startswith("Hi Ann,\n")
    assert draft(replace(facts, tie=None)).body.startswith("Dear Ann Lee,\n")
    assert draft(replace(facts, name="Madonna", given="")).body.startswith("Hi Madonna,\n")
    assert draft(replace(facts, name="王芳", given="芳")).body.startswith("Hi 芳,\n")


def test_a_re_introduction_follows_the_order_of_the_method() -> None:
    facts = DraftFacts(kind="write", ask="name", channel="email", tie="dormant", **FULL)
    body = draft(facts).body
    order = ["We were both at", "well at Acme", "I'm writing because", "could you tell me who runs",
             "Just the name", "If you don't know", "advice is welcome", "Thank you",
             "help you with anything"]  # fmt: skip

    places = [body.index(part) for part in order]

    assert places == sorted(places)


def test_a_nudge_is_shorter_than_the_first_note_and_asks_for_less() -> None:
    first = DraftFacts(kind="write", ask="meeting", channel="email", **FULL)
    nudge = replace(first, kind="nudge", first_note_on=date(2026, 11, 9), smaller_ask="short_call")

    assert len(draft(nudge).body) < len(draft(first).body)
    assert "15 minutes" in draft(first).body
    assert "10 minutes" in draft(nudge).body
    assert "one question" in draft(nudge, wording="nudge-question").body
    assert "15 minutes" not in draft(nudge).body
    assert "9 November" in draft(nudge).body


def test_a_call_has_four_lines_and_a_voicemail_that_points_to_the_note() -> None:
    facts = DraftFacts(
        kind="call", ask="meeting", channel="email", first_note_on=date(2026, 11, 9), **FULL
    )
    text = draft(facts)

    assert text.channel == "phone"
    assert len(text.body.split("\n\n")) == 4
    assert "9 November" in text.voicemail
    assert "I wrote to you" in text.voicemail


def test_after_a_no_it_is_asked_once_who_else() -> None:
    facts = DraftFacts(kind="thank", ask="meeting", channel="email", answer="no", **FULL)

    assert draft(facts).body.count("?") == 1
    assert "someone else" in draft(facts).body


def test_whoever_was_asked_already_who_else_is_thanked_alone() -> None:
    facts = DraftFacts(kind="thank", ask="meeting", channel="email", answer="no", **FULL)

    for channel in ("email", "linkedin", "phone"):
        once, again = (
            draft(replace(facts, channel=channel, who_else_asked=asked)).body
            for asked in (False, True)
        )
        assert once.count("?") == again.count("?") + 1 and "hank" in again


def test_a_yes_is_answered_with_two_times() -> None:
    times = ("Friday 27 November at 10:00", "Monday 30 November at 14:00")
    facts = DraftFacts(
        kind="answer", ask="meeting", channel="email", answer="yes", two_times=times, **FULL
    )

    assert all(time in draft(facts).body for time in times)


def test_a_wording_there_is_not_is_refused_with_those_there_are() -> None:
    facts = DraftFacts(kind="nudge", ask="meeting", channel="email", **FULL)

    with pytest.raises(CannotDo) as refusal:
        draft(facts, wording="begging")

    assert refusal.value.candidates == ["nudge", "nudge-question"]
    assert "nudge-question" in refusal.value.words


def test_a_step_that_needs_no_words_has_none() -> None:
    facts = DraftFacts(kind="find_address", ask="name", channel="email", **FULL)

    assert wordings_for(facts) == ()
    with pytest.raises(CannotDo):
        draft(facts)


def test_what_a_file_brought_in_stays_a_value() -> None:
    evil = {**FULL, "company": "{seeker} [blank]\nBcc: all", "given": "Ann{via}"}
    facts = DraftFacts(kind="write", ask="advice", channel="email", tie="known", **evil)
    text = draft(facts)

    assert "(seeker) (blank) Bcc: all" in text.body
    assert text.blanks == ()
    assert "\n" not in text.subject


def test_a_yes_without_a_day_is_asked_for_one_and_never_told_it_is_left_there() -> None:
    facts = DraftFacts(kind="nudge", ask="meeting", channel="email", answer="yes", **FULL)
    found = draft(facts)
    assert found.wording == "nudge-day"
    assert "leave it there" not in found.body
    assert draft(replace(facts, ask="introduction", tie="known")).wording == "nudge-promise"


@pytest.mark.parametrize("less", SMALLER)
def test_every_smaller_ask_has_a_sentence_of_its_own_in_the_nudge(less: SmallerAsk) -> None:
    ask = next(one.name for one in ASK_KINDS if less in one.less)
    others = [rung for rung in SMALLER if rung != less]
    facts = DraftFacts(kind="nudge", ask=ask, channel="email", smaller_ask=less, **FULL)

    said = draft(facts).body

    assert all(draft(replace(facts, smaller_ask=other)).body != said for other in others)
    assert draft(replace(facts, smaller_ask=None)).body != said


def test_a_nudge_that_asks_for_something_else_claims_nothing_of_what_was_written() -> None:
    facts = DraftFacts(
        kind="nudge", ask="introduction", channel="email", tie="known", asked_anew=True,
        smaller_ask="use_of_name", first_note_on=date(2026, 11, 2), **FULL,
    )  # fmt: skip

    said = draft(facts)

    assert said.wording == "nudge-anew" and "comfortable introducing me to" in said.body
    assert "Globex" not in said.body.split("another question")[0]
    assert "If an introduction is too much" not in said.body


@pytest.mark.parametrize("tie", TIE_KINDS)
@pytest.mark.parametrize("ask", ASKS)
def test_long_after_silence_somebody_known_reads_other_words_and_is_asked_for_less(
    tie: Any, ask: Any
) -> None:
    less = ASK_KIND[ask].less[0]
    facts = DraftFacts(kind="write", ask=ask, channel="email", tie=tie, **FULL)
    first, again = draft(facts), draft(replace(facts, after_silence=True, smaller_ask=less))

    assert again.wording == "known-again" and first.wording != again.wording
    frame = {"Hi Ann,", "Best wishes,", "Ada Kaya", "Ada"}
    own = set(re.split(r"(?<=[.?]) |\n+", again.body)) - frame
    assert not {line for line in own if "plenty" not in line and line in first.body}
    assert len(words_in(again.body)) < 95
    said = again.body.casefold()
    for reproach in ("answer", "hear", "heard", "reply", "silen", "busy", "reminder", "sorry"):
        assert reproach not in said.replace("like to hear from me", "")
    for channel, name in (("linkedin", "known-again-message"), ("phone", "known-again-talk")):
        assert draft(replace(facts, channel=channel, after_silence=True)).wording == name  # type: ignore[arg-type]
    assert {"known-again"} < {w.name for w in wordings_for(replace(facts, after_silence=True))}


@pytest.mark.parametrize("tie", ["known", None])
def test_while_exploring_no_note_speaks_of_a_post_that_is_looked_for(tie: Any) -> None:
    facts = DraftFacts(
        kind="write", ask="advice", channel="email", tie=tie, exploring=True, **FULL
    )  # fmt: skip

    said = draft(facts).body

    assert "finding out which kind of work suits me" in said
    assert "next post" not in said and "looking for work" not in said


def test_a_call_after_a_yes_thanks_for_it_and_offers_two_times() -> None:
    facts = DraftFacts(
        kind="call", ask="meeting", channel="phone", answer="yes", first_note_on=date(2026, 11, 9),
        two_times=("Friday at 10:00", "Monday at 14:00"), **FULL,
    )  # fmt: skip

    said = draft(facts)

    assert said.wording == "call-day"
    assert "Thank you for saying yes" in said.body and "Friday at 10:00" in said.body
    assert "Thank you again for saying yes" in said.voicemail


@pytest.mark.parametrize("tie", [*TIE_KINDS, None])
@pytest.mark.parametrize("ask", ASKS)
def test_on_the_day_a_later_asked_for_the_note_says_that_they_asked_for_it(
    tie: Any, ask: Any
) -> None:
    facts = DraftFacts(
        kind="write", ask=ask, channel="email", tie=tie, answer="later",
        first_note_on=date(2026, 11, 9), later_on=date(2026, 11, 12), **FULL,
    )  # fmt: skip

    for channel, voice in product(("email", "linkedin", "phone"), range(4)):
        said = draft(replace(facts, channel=channel, voice=voice))  # type: ignore[arg-type]
        assert re.search("(?i)on 12 november", said.body)
        assert re.search("asked|said|suggested", said.body)
        assert "I'm writing to you because" not in said.body and "been" not in said.body
    assert "On 12 November" in said.voicemail
    assert draft(replace(facts, kind="call", voice=3)).body == said.body


def test_somebody_named_who_said_later_is_still_told_first_who_gave_the_name() -> None:
    facts = DraftFacts(
        kind="write", ask="meeting", channel="email", answer="later", origin="named",
        via="Sam Petrov", later_on=date(2026, 11, 12), **FULL,
    )  # fmt: skip

    assert draft(facts).body.split("\n\n")[1].startswith("Sam Petrov gave me your name. On 12 Nov")
    assert "Sam Petrov" in draft(replace(facts, kind="call")).body.split("12 November")[0]


@pytest.mark.parametrize("channel", ["email", "linkedin", "phone"])
def test_who_only_said_later_is_thanked_for_the_answer_and_told_the_day(channel: Any) -> None:
    facts = DraftFacts(
        kind="thank", ask="name", channel=channel, tie="known", answer="later",
        again_on=date(2027, 1, 11), **FULL,
    )  # fmt: skip

    said = draft(facts)

    assert "Thank you" in said.body or "thank you for your answer" in said.body
    assert "on 11 January" in said.body
    assert "your help" not in said.subject + said.body


@pytest.mark.parametrize("ask", ["meeting", "name"])
@pytest.mark.parametrize("first_note_on", [date(2026, 11, 9), None])
def test_a_call_to_somebody_named_says_who_gave_the_name_whatever_was_written_before(
    ask: Any, first_note_on: date | None
) -> None:
    facts = DraftFacts(
        kind="call", ask=ask, channel="phone", origin="named", via="Sam Petrov",
        first_note_on=first_note_on, **FULL,
    )  # fmt: skip

    said = draft(facts)

    assert "Sam Petrov gave me your name" in said.body.split("\n\n")[0]
    assert "Sam Petrov gave me your name" in said.voicemail
    assert ("9 November" in said.body) is (first_note_on is not None)


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("Logistics Planner", "a logistics planner"),
        ("Strategic Buyer", "a strategic buyer"),
        ("HR Analyst", "an HR analyst"),
        ("Solidity Developer", "a Solidity Developer"),
        ("Einkäufer", "an Einkäufer"),
        ("Leiter Einkauf and Sales", "a Leiter Einkauf and Sales"),
        ("Head of Purchasing", "head of purchasing"),
        ("Head of Hafenlogistik", "Head of Hafenlogistik"),
        ("buyer", "a buyer"),
        ("BUYER", "a buyer"),
    ],
)
def test_a_role_stands_in_a_sentence_all_in_small_letters_or_all_as_it_was_written(
    role: str, said: str
) -> None:
    facts = DraftFacts(
        kind="write", ask="advice", channel="email", tie="known", **{**FULL, "role": role}
    )

    assert f"I'm looking for a job as {said} in Lyon." in draft(facts).body


@pytest.mark.parametrize("channel", ["email", "linkedin"])
def test_only_a_target_is_said_to_be_high_on_the_list(channel: Any) -> None:
    facts = DraftFacts(kind="write", ask="advice", channel=channel, tie="close", **FULL)

    assert "Globex is high on my list" in draft(facts).body
    assert "on my list" not in draft(replace(facts, on_list=False)).body
    assert "on my list" not in draft(replace(facts, about_company="")).body
