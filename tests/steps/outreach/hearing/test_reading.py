"""How well answers are read, on 660 invented ones (R6, F41, B85)."""

import time
from datetime import date
from functools import cache

import pytest

from firststep.bringing.formats.came_in import came_in
from firststep.steps.outreach.hearing.reading import heard_in
from firststep.steps.outreach.hearing.told import Circumstances
from tests.in_part import in_part
from tests.steps.outreach.hearing.corpus import Labelled, labelled

Answers = tuple[Labelled, ...]


@cache
def read_once(every: int) -> Answers:
    return tuple(labelled(every=every))


@pytest.fixture(params=[pytest.param(1, marks=pytest.mark.slow), 8], ids=["all", "an eighth"])
def corpus(request: pytest.FixtureRequest) -> Answers:
    """All of them, and an eighth for who has little time."""
    return read_once(request.param)


def told(found: list[Labelled]) -> str:
    return "\n".join(f"{one.file}: {one.label['kinds'][0]['kind']}, {one.first}" for one in found)


@pytest.mark.slow
def test_six_hundred_answers_are_read_and_many_want_to_be_left_alone() -> None:
    kinds = [one.label["kinds"][0]["kind"] for one in read_once(1)]

    assert len(kinds) >= 600
    assert kinds.count("no_contact") >= 10


def test_no_automatic_message_is_taken_for_an_answer(corpus: Answers) -> None:
    taken = [one for one in corpus if one.label["automatic"] and not one.found.automatic]

    assert not taken, told(taken)


def test_at_most_one_answer_in_a_hundred_is_missed(corpus: Answers) -> None:
    people = [one for one in corpus if not one.label["automatic"]]
    missed = [one for one in people if one.is_missed]

    assert len(missed) * 100 <= len(people), told(missed)


def test_a_wish_to_be_left_alone_is_never_missed(corpus: Answers) -> None:
    wishes = [one for one in corpus if one.label["kinds"][0]["kind"] == "no_contact"]
    missed = [one for one in wishes if one.first != "no_contact"]

    assert wishes
    assert not missed, told(missed)


def test_the_kind_is_right_in_ninety_of_a_hundred(corpus: Answers) -> None:
    wrong = [one for one in corpus if one.first not in one.kinds]

    assert len(wrong) * 10 <= len(corpus), told(wrong)


def test_who_was_named_is_found_with_the_address_in_ninety_of_a_hundred(corpus: Answers) -> None:
    named = [one for one in corpus if one.named]
    wrong = [one for one in named if not one.has_whom_named]

    assert len(wrong) * 10 <= len(named) + 1, told(wrong)


def test_a_sentence_stands_in_what_they_wrote(corpus: Answers) -> None:
    for one in corpus:
        words = " ".join(one.found.words.split())
        for proposal in one.found.proposals:
            said = " ".join(proposal.sentence.split())
            assert said[:60] in f"{words} {' '.join(proposal.sentence.split())}", one.file


@in_part(8)
@pytest.mark.parametrize(
    "text",
    ["not " * 30_000, "please do not write to me " * 6_000, "Ann Lee, " * 12_000, "> x\n" * 40_000,
     "あ" * 60_000, "On Tue Ann wrote: not happy to talk. " * 3_000, "a\n" * 60_000],
    ids=range(7),
)  # fmt: skip
def test_a_hostile_text_is_read_within_seconds(text: str, every: int) -> None:
    known = Circumstances(today=date(2026, 12, 4), country="US", name="Ada Moreno")
    began = time.process_time()

    assert heard_in(came_in(text[: len(text) // every].encode()), known=known).proposals
    assert time.process_time() - began < 10 / every


@pytest.mark.parametrize(
    "text",
    [
        "Please consider this conversation closed.",
        "I'd be grateful if this could be the last message on the subject.",
        "I'd prefer it if you didn't get in touch again. Wishing you well.",
        "Take this as my only reply: do not use this address again.",
        "I never signed up to be networked at. Remove me.",
        "I don't want you to contact me.",
        "Ich möchte nicht, dass Sie mir weiter schreiben.",
        "Bitte nehmen Sie mich aus Ihrer Kontaktliste, so etwas lese ich nicht.",
        "schreib mir hier bitte nicht mehr",
        "Schicken Sie mir so etwas nicht noch einmal.",
    ],
)
def test_whoever_asks_to_be_left_alone_is_heard_first(text: str) -> None:
    known = Circumstances(today=date(2026, 12, 4), ask="meeting")

    assert heard_in(came_in(text.encode()), known=known).proposals[0].kind == "no_contact"


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("I can't do next week but the week after is open. How about the 15th at 2?", ["15 14:00"]),
        ("Can't this week. Next Tuesday 2pm?", ["08 14:00"]),
        ("monday after 3?", ["07 15:00"]),
        ("Wednesday's no good, Thursday at 9 is.", ["10 09:00"]),
        ("Dienstag geht nicht, aber Donnerstag um 9 hätte ich Zeit.", ["10 09:00"]),
        ("Fine. I'm on the road until Thursday, so let's say Friday the 11th, 9 AM.", ["11 09:00"]),
    ],
)
def test_a_day_that_does_not_suit_is_no_hour_offered_and_no_no(text: str, at: list[str]) -> None:
    known = Circumstances(today=date(2026, 12, 4), country="US", ask="meeting")

    first = heard_in(came_in(text.encode()), known=known).proposals[0]

    assert (first.kind, [f"{one:%d %H:%M}" for one in first.at]) == ("yes", at)


@pytest.mark.parametrize(
    ("text", "kind", "until"),
    [
        ("Grundsätzlich gern, allerdings nur telefonisch und nicht länger als zehn Minuten.",
         "yes", None),
        ("klar, meld dich einfach", "yes", None),
        ("Vor Weihnachten wird das nichts mehr. Melden Sie sich ab dem 11. Januar noch einmal.",
         "later", date(2027, 1, 11)),
        ("Bis Mitte Januar bin ich mit dem Abschluss beschäftigt. Danach gern.",
         "later", date(2027, 1, 15)),
        ("Heuer schaff ichs nicht mehr. Im Feber wieder?", "later", date(2027, 2, 1)),
        ("Das bringt Ihnen nichts, ich gehe im Januar in Pension.", "no", None),
    ],
)  # fmt: skip
def test_german_with_a_condition_or_a_day_in_two_sentences(
    text: str, kind: str, until: date | None
) -> None:
    known = Circumstances(today=date(2026, 12, 4), country="AT", ask="meeting")

    first = heard_in(came_in(text.encode()), known=known).proposals[0]

    assert (first.kind, first.until) == (kind, until)


def test_a_name_behind_a_given_one_may_be_a_season() -> None:
    known = Circumstances(today=date(2026, 12, 4), country="DE", ask="name")

    first = heard_in(came_in(b"frag mal die Birgit Sommer, die macht den Einkauf"), known=known)

    assert first.proposals[0].to is not None
    assert first.proposals[0].to.name == "Birgit Sommer"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gil Stone has declined this invitation.\n\nFifteen minutes\nTue Dec 8, 10am", "nothing"),
        ("Nora Whit has accepted this invitation.\n\nFifteen minutes\nTue Dec 8, 10am", "accepted"),
    ],
)
def test_a_calendar_that_was_copied_is_no_answer(text: str, kind: str) -> None:
    known = Circumstances(today=date(2026, 12, 4), country="US", ask="meeting")

    found = heard_in(came_in(text.encode()), known=known)

    assert found.automatic
    assert found.proposals[0].kind == kind


@pytest.mark.parametrize("text", ["After that, sure", "I'm away until the 15th. After that, sure."])
def test_after_that_is_a_yes(text: str) -> None:
    known = Circumstances(today=date(2026, 12, 4), country="US", ask="meeting")

    assert heard_in(came_in(text.encode()), known=known).proposals[0].kind == "yes"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Not me I'm afraid! Talk to Gwen on our front desk.", "Gwen"),
        ("You should really ask Marcus. He was in the same boat.", "Marcus"),
    ],
)
def test_a_given_name_alone_is_whom_they_point_to(text: str, name: str) -> None:
    known = Circumstances(today=date(2026, 12, 4), country="US", ask="meeting")

    named = [
        one.to.name for one in heard_in(came_in(text.encode()), known=known).proposals if one.to
    ]

    assert named == [name]


def test_a_no_to_every_day_stays_one() -> None:
    known = Circumstances(today=date(2026, 12, 4), country="US", ask="meeting")
    text = "I can't do Tuesday, nor any other day. Sorry."

    assert heard_in(came_in(text.encode()), known=known).proposals[0].kind == "no"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("December is crazy. Could you get back to me mid January? Then I have time for a call.",
         ["later"]),
        ("Melde dich doch Mitte Januar noch einmal. Dann habe ich Zeit für ein Gespräch.",
         ["later"]),
        ("I have time for a call on Friday at ten. Then we can speak of the rest in January.",
         ["yes"]),
    ],
)  # fmt: skip
def test_a_yes_to_a_later_day_is_no_yes_to_an_earlier_one(text: str, kinds: list[str]) -> None:
    known = Circumstances(today=date(2026, 12, 2), country="DE", ask="meeting")

    found = heard_in(came_in(text.encode()), known=known)

    assert [one.kind for one in found.proposals if one.kind in ("yes", "later")] == kinds
