"""Plain lines, and what they are read to tell. Today is Friday, 4 December 2026."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from firststep.steps.outreach.language.cues import Cue
from firststep.steps.outreach.telling import clauses, making, merging, reading
from firststep.steps.outreach.telling.clauses import line_cues, told_in
from firststep.steps.outreach.telling.dating import HourFound
from firststep.steps.outreach.telling.happening import LineRead
from firststep.steps.outreach.telling.mentions import mentioned_in
from firststep.steps.outreach.telling.posts import without_posts
from firststep.steps.outreach.telling.reading import read_line
from firststep.steps.outreach.telling.scene import CompanyKnown, Scene, SomebodyKnown
from tests.in_part import in_part
from tests.steps.outreach.telling.told_lines import corpus, scored

TODAY = date(2026, 12, 4)
TALK = datetime(2026, 12, 8, 10)
SCENE = Scene(
    today=TODAY,
    country="US",
    people=(
        SomebodyKnown(id=1, name="Noah Chen", is_live=True, approach_id=11),
        SomebodyKnown(id=2, name="Ann Lee", is_live=True, approach_id=12, company="Initech"),
        SomebodyKnown(id=3, name="Rosa Diaz", is_live=True, has_agreed=True, talk_at=TALK),
        SomebodyKnown(id=4, name="Ann Hill", company="Globex"),
        SomebodyKnown(id=5, name="Will May"),
        SomebodyKnown(id=6, name="Tom Finn", is_live=True, via_id=3),
        SomebodyKnown(id=7, name="Tom Orr", is_live=True),
    ),
    companies=(CompanyKnown(id=1, name="Acme", is_target=True),),
)
WRITES_NOTHING = ("refuse", "plain", "channel", "held")


def read(line: str) -> LineRead:
    return read_line(line, SCENE)


def told(line: str) -> list[str]:
    """Each happening as its words: reply yes Noah Chen."""
    return [
        " ".join(filter(None, (one.do, one.answer or one.outcome, one.who and one.who.name)))
        for one in read(line).happenings
    ]


@in_part(4)
def test_each_way_of_saying_is_heard_in_its_example(every: int) -> None:
    cues = line_cues()[::every]
    missed = [f"{cue.said}: {why}" for cue in cues if (why := why_unheard(cue))]

    assert not missed, "\n".join(missed)


def why_unheard(cue: Cue) -> str:
    """Why a way of saying is not heard in its example; "" where it is."""
    if not cue.example:
        return "" if cue.means.split()[0] in WRITES_NOTHING else "it has no example"
    found = told_in(without_posts(mentioned_in(cue.example, SCENE)))
    if cue.means not in {one.cue.means for one in found.cues}:
        return "another way takes its words"
    answer = read(cue.example)
    if cue.means.startswith("refuse"):
        return "a refusal is booked" if answer.is_sure else ""
    may_ask = cue.means.startswith("reply heard") or cue.means == "call"
    return "" if may_ask or answer.is_sure else answer.question or "it is not sure"


# `kept_back` was written by somebody else and not looked at while the tables were made; `fresh` was
# written later: of its clear lines 88 in 100 were right at first sight, none was booked wrongly;
# `typed` after that, before the tables were looked at again: 72 in 100, and four booked wrongly;
# `last` at the end: 82 in 100, and two of sixty booked wrongly; `dev` by seven more writers, of
# whose clear lines 34 to 68 in 100 were right at first sight; `plain` after those were mended, in
# the manner of tired people after work: of its first hundred 92 in 100, and one booked wrongly;
# of the 120 behind them, written once that was mended, 96 in 100 and none. `german` by two more
# writers with a manner of their own, 47 in 100. `every_kind` has every kind of happening evenly: of
# the clear ones of its first 150 lines 75 in 100 were right at first sight and three booked
# wrongly; of the next 80, which those 150 had taught the tables nothing about, 78 in 100 and five;
# of the 80 behind them, once both were mended, 74 in 100 and two; of the last 60, once it was
# looked at who did what, 82 in 100 and two. `rare` has the rarer ways of each kind evenly, by
# another writer: of its first 189 lines 65 in 100 of the clear ones were right at first sight and
# nine booked wrongly; of the 129 behind them 43 and five, of the 123 behind those 41 and six;
# of the last 76, once it was asked about what turns an answer round, 45 and two.
# `german_typed` is German typed on a
# phone: of its first 145 lines 86 in 100 of the clear ones and five booked wrongly; of the next
# 115, of rarer kinds (dictated, Austrian, Swiss, formal), 64 and six; of the last 65, once those
# were mended, 75 and three; of 40 tricky ones behind them (who did it, half a no) three were booked
# wrongly.
@in_part(4)
@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("open", 0.9),
        ("kept_back", 0.9),
        ("fresh", 0.95),
        ("typed", 0.9),
        ("last", 0.9),
        ("dev", 0.9),
        ("plain", 0.93),
        ("german", 0.73),
        ("every_kind", 0.95),
        ("rare", 0.92),
        ("german_typed", 0.95),
    ],
)
def test_of_a_hundred_lines_most_are_right_at_once_and_none_is_booked_wrongly(
    name: str, floor: float, every: int
) -> None:
    labels = corpus(name, every)

    counts, missed = scored(labels)

    assert counts["wrong"] == 0, "\n".join(missed)
    assert counts["right"] + counts["may ask"] >= floor * len(labels), "\n".join(missed)


@in_part(4)
def test_what_is_no_happening_is_never_booked(every: int) -> None:
    """Wishes, questions, plans, examples, what others did: of the first 358 lines 32 were booked
    when first read, of the next 279 36, of 234 30, mostly what somebody else had done;
    of the last 199, once that was looked at, 14; of 157 more by another writer 5."""
    labels = corpus("nothing", every)

    counts, missed = scored(labels)

    assert len(labels) * every > 1000
    assert counts["wrong"] == 0, "\n".join(missed)


def test_the_corpus_sees_a_reader_that_takes_what_others_did_for_the_seekers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Planted: whoever stands before a deed is not looked at."""
    monkeypatch.setattr(clauses, "is_of_another", lambda *given: False)

    counts, _missed = scored(corpus("nothing", every=4))

    assert counts["wrong"] > 3


@pytest.mark.parametrize(
    "line",
    [
        "Noah's boss said no",
        "Noah Chen's assistant said yes",
        "talked to Noah's wife",
        "Noahs Chef hat zugesagt",
        "my professor emailed Noah",
        "the other candidate got the job at Acme",
        "my neighbor's offer from Acme",
        "Noah knows Ann",
        "Wishlist: coffee with Noah",
        "Rosa told me Noah got an interview at Acme",
        "die Tochter von Noah hat zugesagt",
        "two people I know were rejected by Acme",
    ],
)
def test_what_somebody_near_to_whoever_is_named_did_is_asked(line: str) -> None:
    assert not read(line).is_sure


def deaf_to_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    real: Callable[..., Any] = clauses.cues_in
    monkeypatch.setattr(
        clauses,
        "cues_in",
        lambda *given: [one for one in real(*given) if not one.cue.means.startswith("refuse")],
    )


def test_the_corpus_sees_a_reader_that_takes_what_did_not_happen_for_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Planted: refusals are not heard, and no word makes a line unsure. Each alone is caught by the
    other."""
    labels = [one for one in corpus("open") if not one["understood"]]
    monkeypatch.setattr(clauses, "DOUBTFUL", frozenset())
    deaf_to_refusals(monkeypatch)

    counts, _missed = scored(labels)

    assert counts["wrong"] > 5


def test_the_corpus_sees_a_reader_that_gives_every_talk_the_same_hour(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Planted: the day and the hour to come are not read (F43)."""
    monkeypatch.setattr(making, "moment_ahead", lambda whens, today: HourFound(TALK))

    dated = [one for one in corpus("open") if any("at" in row for row in one["understood"] or ())]

    counts, _missed = scored(dated)

    assert counts["wrong"] > 20


@pytest.mark.parametrize(
    ("line", "happened"),
    [
        ("called noah, no answer, then wrote to ann lee",
         ["call no_answer Noah Chen", "sent Ann Lee"]),
        ("Noah hat abgelehnt, Ann Lee auch", ["reply no Noah Chen", "reply no Ann Lee"]),
        ("Noah said yes and Ann Lee said no", ["reply yes Noah Chen", "reply no Ann Lee"]),
        ("nudged Noah Chen and Ann Lee", ["sent Noah Chen", "sent Ann Lee"]),
        ("noah is out til monday so i emailed rosa", ["reply out_of_office Noah Chen",
                                                      "sent Rosa Diaz"]),
        ("erst Noah angerufen, Mailbox, dann Ann Lee geschrieben",
         ["call voicemail Noah Chen", "sent Ann Lee"]),
        ("met Kip Darrow from Acme, he gave me his number 555-0171 and i promised him my resume",
         ["met Kip Darrow", "address Kip Darrow", "promise mine Kip Darrow"]),
    ],
)  # fmt: skip
def test_several_happenings_in_one_line_are_several(line: str, happened: list[str]) -> None:
    assert told(line) == happened
    assert read(line).is_sure


@pytest.mark.parametrize(
    ("line", "who", "to"),
    [
        ("Tom Finn expects me", "Rosa Diaz", "Tom Finn"),
        ("rosa said she'll tell him about me", "Rosa Diaz", "Tom Finn"),
        ("noah introduced me to Kip Darrow, he is expecting my call", "Noah Chen", "Kip Darrow"),
        ("Noah hat Kip Darrow von mir erzählt", "Noah Chen", "Kip Darrow"),
        ("talked with noah, he told Kip Darrow about me", "Noah Chen", "Kip Darrow"),
    ],
)
def test_somebody_expects_me_is_told_of_whoever_named_them(line: str, who: str, to: str) -> None:
    (one,) = read(line).happenings

    assert one.who is not None
    assert (one.who.name, [named.name for named in one.to], one.expected) == (who, [to], True)
    assert read(line).is_sure


@pytest.mark.parametrize("line", ["noah expects me", "ann said she'll tell him about me"])
def test_whom_nobody_named_is_not_introduced_by_anybody(line: str) -> None:
    assert not read(line).is_sure


def test_somebody_with_an_open_thread_is_meant_first() -> None:
    (one,) = read("ann said yes").happenings

    assert one.who is not None
    assert (one.who.person_id, one.approach_id) == (2, 12)


@pytest.mark.parametrize(
    ("line", "happened", "is_sure"),
    [
        ("Met Noah Olsen in the lift", ["met Noah Olsen"], True),
        ("Met Ann Short (Globex)", ["met Ann Short"], True),
        ("met Lee Morgan at Acme", ["met Lee Morgan"], True),
        ("Met Ray New (Acme)", ["met Ray New"], True),
        ("Met Kit Will, welder at Acme", ["met Kit Will"], True),
        ("Noah Olsen said yes", ["reply yes Noah Olsen"], False),
        ("wrote to Tom Berger", ["sent Tom Berger"], False),
        ("Noah Chan said yes", ["reply yes Noah Chen"], True),
        ("Ann Initech said yes", ["reply yes Ann Lee"], True),
        ("Met Noah Coffee", ["met Noah Chen"], True),
        ("Called Noah. Great news, he said yes", ["call yes Noah Chen"], True),
    ],
)
def test_a_known_first_name_with_another_surname_is_somebody_else(
    line: str, happened: list[str], is_sure: bool
) -> None:
    assert told(line) == happened
    assert read(line).is_sure == is_sure


def test_who_could_be_two_is_asked_and_both_are_named() -> None:
    answer = read("tom said yes")

    assert not answer.is_sure
    assert answer.candidates == (6, 7)
    assert [one.line for one in answer.readings] == ["p6 said yes", "p7 said yes"]
    assert read(answer.readings[0].line).is_sure


@pytest.mark.parametrize(
    "line",
    ["p1 said yes", "NOAH CHEN SAID YES", "noah c. said yes", "noah chens said yes",
     "noah chenn said yes", "Mr Chen said yes", "chen said yes"],
)  # fmt: skip
def test_people_are_found_as_they_are_typed(line: str) -> None:
    assert told(line) == ["reply yes Noah Chen"]


NAMESAKES = replace(
    SCENE,
    people=(
        SomebodyKnown(id=1, name="Anna Bauer", is_live=True, company="Acme"),
        SomebodyKnown(id=2, name="Lukas Bauer", is_live=True, company="Globex"),
        SomebodyKnown(id=3, name="Kim Bauer", title="Teamleiterin Einkauf"),
    ),
    companies=(
        CompanyKnown(id=1, name="Acme", is_target=True),
        CompanyKnown(id=2, name="Globex", is_target=True),
    ),
)


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Herr Bauer hat zugesagt", [2]),
        ("Frau Bauer hat zugesagt", [1, 3]),
        ("Frau Bauer von Acme hat zugesagt", [1]),
        ("Bauer von Globex: ja gerne", [2]),
        ("der Bauer Lukas hat zugesagt", [2]),
        ("A. Bauer hat zugesagt", [1]),
        ("Bauer hat zugesagt", [1, 2, 3]),
    ],
)
def test_of_one_family_those_are_meant_whom_title_or_company_leaves(
    line: str, who: list[int]
) -> None:
    answer = read_line(line, NAMESAKES)

    found = answer.happenings[0].who
    assert (list(answer.candidates) or [found and found.person_id]) == who
    assert answer.is_sure == (len(who) == 1)


@pytest.mark.parametrize(
    "line",
    [
        "Erinnerungsmail Noah Chen geschickt",
        "Notiz zu Noah",
        "Grüße von Ruth an Noah ausgerichtet",
        "Laut Website geschlossen",
    ],
)
def test_german_nouns_are_nobodys_name(line: str) -> None:
    named = [one.name for one in mentioned_in(line, SCENE).what.values() if one.name]

    assert set(named) <= {"Noah Chen"}


@pytest.mark.parametrize(
    "line",
    [
        "Noah hat abgelehnt, und der Rosa hab ich dann auch geholfen",
        "Mail an Noah kam zurück, dann noch über Ruth probiert",
        "Noah hat abgesagt, danach hab ich es bei seinem Chef versucht",
        "Noah hat gestern eine lange Mail geschrieben",
        "Ann hat mir geschrieben",
        "Noah leider gestern nicht gesehen",
    ],
)
def test_what_somebody_did_and_is_not_understood_is_asked_about(line: str) -> None:
    assert not read(line).is_sure


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Noah verweist mich an Herrn Ostertag", "Ostertag"),
        ("Noah sagt ich soll mich an Frau Dombrowski wenden", "Dombrowski"),
    ],
)
def test_behind_herr_and_frau_a_surname_alone_names_somebody_new(line: str, named: str) -> None:
    (one,) = read(line).happenings

    assert [to.name for to in one.to] == [named]
    assert read(line).is_sure


def test_days_and_words_that_add_nothing_may_stand_within_a_way_of_saying() -> None:
    assert told("Noah Chen leider gestern nicht erreicht") == ["call no_answer Noah Chen"]
    assert told("Noah hat am Dienstag leider abgelehnt") == ["reply no Noah Chen"]


def test_a_given_name_that_is_an_everyday_word_is_none_in_small_letters() -> None:
    assert told("Will said yes") == ["reply yes Will May"]
    assert not read("i will say yes").happenings


@pytest.mark.parametrize(
    "line",
    ["she said yes", "Somebody said yes", "Nora Quist said yes", "Wrote to", "the weather is fine",
     "", "Ann Lee", "Met him yesterday", "Met someone at the fair"],
)  # fmt: skip
def test_nobody_is_made_up(line: str) -> None:
    answer = read(line)

    assert not answer.is_sure
    assert answer.question


@pytest.mark.parametrize(
    "line",
    ["no reply from Noah Chen", "Noah Chen hasn't answered", "Nothing from Noah Chen",
     "Noah: no answer",
     "keine Antwort von Noah Chen", "Noah hat sich nicht gemeldet", "Noah did not say no",
     "no word from noah yet", "noah never replied"],
)  # fmt: skip
def test_b85_silence_is_never_a_no(line: str) -> None:
    assert not read(line).is_sure
    assert "reply no Noah Chen" not in told(line)


@pytest.mark.parametrize(
    "line",
    ["should call Noah", "I want to write to Noah Chen", "going to thank Noah", "might meet Noah",
     "need to email noah on monday", "tomorrow: call noah", "ich will Noah schreiben",
     "Noah anrufen", "if Noah says yes I celebrate", "I hope Noah says yes", "almost called Noah",
     "did I thank Noah?",
     "not sure Noah said yes", "Noah would probably say no"],
)  # fmt: skip
def test_what_is_planned_wished_or_asked_is_never_booked(line: str) -> None:
    assert not read(line).is_sure


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("Noah Chen accepted my LinkedIn request", ["accepted Noah Chen"]),
        ("auto-reply from Noah, back on Monday", ["reply out_of_office Noah Chen"]),
        ("my mail to noah bounced", ["reply bounced Noah Chen"]),
    ],
)
def test_f41_a_notice_is_no_answer(line: str, answer: list[str]) -> None:
    assert told(line) == answer


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("Noah can talk Tuesday at 10", datetime(2026, 12, 8, 10)),
        ("Noah said yes, talk on Tuesday at 10", datetime(2026, 12, 8, 10)),
        ("coffee with noah set for wed 2pm", datetime(2026, 12, 9, 14)),
        ("Rosa moved our call to Thursday 3pm", datetime(2026, 12, 10, 15)),
        ("rosa pushed our call to the 11th same time", datetime(2026, 12, 11, 10)),
        ("Noah hat zugesagt, Dienstag um halb drei", datetime(2026, 12, 8, 14, 30)),
    ],
)
def test_f43_a_day_to_come_makes_a_conversation(line: str, at: datetime) -> None:
    answer = read(line)

    assert answer.is_sure, answer.question
    assert answer.happenings[-1].at == at


def test_a_coffee_agreed_for_a_day_is_had_in_person() -> None:
    (one,) = read("coffee with noah chen set for wed 2pm").happenings

    assert (one.do, one.how) == ("meeting", "in_person")


@pytest.mark.parametrize(
    ("line", "on"),
    [
        ("talked to Noah on Tuesday", date(2026, 12, 1)),
        ("Noah answered yesterday, not interested", date(2026, 12, 3)),
        ("wrote to Noah 3 days ago", date(2026, 12, 1)),
        ("vorgestern mit Noah telefoniert", date(2026, 12, 2)),
    ],
)
def test_f43_what_is_told_as_past_counts_for_the_day_it_names(line: str, on: date) -> None:
    (one,) = read(line).happenings

    assert one.on == on


@pytest.mark.parametrize(
    ("line", "readings"),
    [
        ("lunch with noah on Friday", ["Friday, 4 December", "Friday, 11 December"]),
        ("wrote to noah on 12/11", ["Friday, 11 December", "Thursday, 12 November"]),
        ("called Noah", ["No answer", "A voicemail", "Talked"]),
        ("Noah wrote back", ["Noah Chen said yes", "Noah Chen said no", "Noah Chen said later"]),
    ],
)
def test_what_is_unsure_is_asked_once_with_its_readings_likeliest_first(
    line: str, readings: list[str]
) -> None:
    answer = read(line)

    assert [one.words for one in answer.readings] == readings
    assert answer.question.count("?") == 1


@pytest.mark.parametrize(
    ("line", "happened"),
    [
        ("Noah said no and Ann Lee has not answered", ["reply no Noah Chen"]),
        ("Ann Lee hasn't answered, Noah said yes", ["reply yes Noah Chen"]),
        ("Noah has not answered and said yes", []),
        ("no luck with Acme, they picked an internal", ["stage rejected"]),
        ("Rosa Diaz sends apologies for Tuesday", ["cancelled Rosa Diaz"]),
        ("spoke to Noah, meeting Tuesday 4pm", ["talked Noah Chen", "meeting Noah Chen"]),
    ],
)
def test_what_is_told_of_one_counts_for_nobody_else_and_only_once(
    line: str, happened: list[str]
) -> None:
    assert told(line) == happened


@pytest.mark.parametrize(
    "line",
    [
        "Noah asks that I do not come by",
        "Noah asked for quiet till the 20th",
        "very keen to help Noah",
        "Ann Lee will say talk to Noah",
        "talked to Noah, dentist Tuesday at 9",
        "Rosa Diaz agreed to Friday at 3, meeting Rosa Diaz Friday at 3",
    ],
)
def test_what_may_be_turned_round_by_where_it_stands_is_asked(line: str) -> None:
    assert not read(line).is_sure


def test_the_corpus_sees_a_reader_that_looks_at_no_such_turn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Planted: what turns a draft round by where it stands is not looked at."""
    monkeypatch.setattr(reading, "turning", lambda *given: iter(()))

    assert read("Noah asks that I do not come by").is_sure
    assert read("very keen to help Noah").is_sure


@pytest.mark.parametrize(
    ("line", "on"),
    [
        ("Noah lent me a suit for Tuesday", None),
        ("wrote to Noah about Monday", None),
        ("wrote to Noah on Monday", date(2026, 11, 30)),
    ],
)
def test_a_day_something_is_for_is_not_the_day_it_was_done(line: str, on: date | None) -> None:
    answer = read(line)

    assert answer.is_sure
    assert answer.happenings[0].on == on


@pytest.mark.parametrize("line", ["Noah is on leave, returning 41st", "noah is marking exams"])
def test_a_day_that_is_none_is_asked_and_what_somebody_does_is_no_name(line: str) -> None:
    assert not read(line).is_sure
    assert "Marking" not in read(line).question


def test_two_answers_against_each_other_are_asked() -> None:
    assert not read("Noah said yes, then Noah said no").is_sure


def test_that_two_say_the_same_is_said_in_a_table_each_pair_of_which_is_known() -> None:
    known = {"meet"} | {cue.means.split()[0] for cue in line_cues()}

    assert {do for more, less in merging.SAYS_MORE for do, _ in (more, less)} <= known


@pytest.mark.parametrize(
    ("line", "named"),
    [
        (
            "Noah Chen said talk to Sam Orr, director of nursing at Acme",
            "director of nursing, Acme",
        ),
        ("Noah Chen named Sam Orr, head of HR at Acme", "head of HR, Acme"),
        ("Noah Chen named Sam Orr, manager of Acme", "manager, Acme"),
        ("Met Sam Orr, chief of staff (Acme)", "chief of staff, Acme"),
    ],
)
def test_a_post_is_told_with_its_field_and_its_company(line: str, named: str) -> None:
    (one,) = read(line).happenings

    assert (str(one.to[0]), one.sure) == (f"Sam Orr, {named}", "sure")


def in_country(line: str, country: str) -> LineRead:
    return read_line(line, replace(SCENE, country=country))


@pytest.mark.parametrize(
    ("line", "country", "on"),
    [
        ("wrote to Noah Chen 12/3", "US", "2026-12-03"),
        ("wrote to Noah Chen on 3/12", "GB", "2026-12-03"),
        ("talked with noah 11/9", "US", "2026-11-09"),
        ("Noah Chen can talk 12/11 at 10", "US", "2026-12-11"),
        ("Noah Chen can talk 11/12 at 10", "GB", "2026-12-11"),
        ("Noah Chen says try again 1/12", "US", "2027-01-12"),
    ],
)
def test_a_date_with_a_slash_is_read_as_the_country_writes_it_where_only_that_makes_sense(
    line: str, country: str, on: str
) -> None:
    found = in_country(line, country)
    last = found.happenings[-1]

    assert found.is_sure, found.question
    assert str(last.until or (last.at and last.at.date()) or last.on) == on


@pytest.mark.parametrize(
    ("line", "country"),
    [
        ("wrote to Noah Chen 12/3", ""),  # no country is set
        ("wrote to Noah Chen 3/4", "US"),  # both are long ago
        ("wrote to Noah Chen 3/12", "US"),  # as the other half of the world writes 3 December
        ("Noah Chen can talk 2/1 at 10", "US"),  # 1 February and 2 January are both near
    ],
)
def test_b10_a_date_with_a_slash_is_asked_about_where_it_could_be_another(
    line: str, country: str
) -> None:
    assert not in_country(line, country).is_sure


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("koehler said yes", "Jan Köhler"),
        ("kohler said yes", "Jan Köhler"),
        ("Weiss hat zugesagt", "Ute Weiß"),
        ("finch said yes", "Mia Delgado-Finch"),
    ],
)
def test_somebody_is_found_by_any_part_of_the_name_however_it_is_typed(
    typed: str, name: str
) -> None:
    names = ("Jan Köhler", "Ute Weiß", "Mia Delgado-Finch", "Bo Lind")
    people = tuple(SomebodyKnown(id=at, name=one) for at, one in enumerate(names, start=1))

    found = read_line(typed, replace(SCENE, people=people)).happenings

    assert [one.who and one.who.name for one in found] == [name]


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee says she'll introduce me to {}",
        "Ann Lee said she would put me in touch with {}",
        "Ann Lee promised to connect me with {}",
        "Ann Lee wrote that she'll forward my CV to {}",
        "talked with Ann Lee, she'll introduce me to {}",
        "Ann Lee sagt, sie stellt mich {} vor",
        "Ann Lee sagte, dass sie mich {} vorstellt",
        "Ann Lee meint, sie redet mit {} über mich",
        "Ann Lee sagt, sie fragt {} für mich",
        "Ann Lee hat versprochen, mich {} vorzustellen",
        "mit Ann Lee telefoniert, sie stellt mich {} vor",
    ],
)
@pytest.mark.parametrize("named", ["Noah Chen", "Noah", "Jürgen Mayer"])
def test_a_promise_is_of_whoever_says_it_and_of_nobody_named_in_it(line: str, named: str) -> None:
    answer = read(line.format(named))

    assert answer.is_sure, answer.question
    promise = answer.happenings[-1]
    assert promise.who
    assert (promise.do, promise.outcome, promise.who.name) == ("promise", "theirs", "Ann Lee")
    assert {one.who.name for one in answer.happenings if one.who} == {"Ann Lee"}
