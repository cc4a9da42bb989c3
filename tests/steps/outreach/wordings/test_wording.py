"""The substituter: fixed fields, no holes, and refusals that name what is wrong."""

import re
from collections.abc import Iterator

import pytest

from firststep.errors import CannotDo
from firststep.steps.outreach.review.reading import words_in
from firststep.steps.outreach.wordings.wording import (
    Paragraph,
    Ways,
    all_wordings,
    chosen,
    filled_in,
    phrases_from,
    said_to,
    shared_phrases,
    wording_from,
)

HEAD = "title: A test\nkinds: write\nsubject: Hello there\n---\n"


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("Hi {nickname},", "nickname"),
        ("Hi {first.__class__},", "first.__class__"),
        ("{% if first %}", "% if first %"),
        ("Hi {first|upper},", "first|upper"),
        ("Hi {first", "stray brace"),
        ("At {company}.", "could leave a hole"),
        ("I know {greeting} you.", "greeting"),
    ],
)
def test_a_wording_with_anything_but_known_fields_is_refused_by_name(body: str, named: str) -> None:
    with pytest.raises(CannotDo) as refusal:
        wording_from(HEAD + body, name="mine", phrases={"greeting"})

    assert named in refusal.value.words
    assert refusal.value.words.startswith("Line 5 of the wording mine ")
    assert refusal.value.detail == {"line": 5}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("kinds: write\nsubject: A {word}\n---\nHi {first},", 2),
        ("kinds: write\n\nmoods: sunny\n---\nHi {first},", 3),
        (f"{HEAD}Hi {{first}},\n\nHow are you?\n\nAt {{place}}.\nor: At {{company}}.", 10),
        (f"{HEAD}Hi {{first}},\n\nGood.\n~\nVery {{good}}.", 9),
        (f"{HEAD}Hi {{first}},\n--- voicemail\nThis is {{mine}}.", 7),
    ],
)
def test_a_refusal_names_the_line_as_an_editor_counts_it(text: str, line: int) -> None:
    with pytest.raises(CannotDo, match=f"Line {line} of the wording mine"):
        wording_from(text, name="mine")


def test_an_unknown_condition_is_refused() -> None:
    with pytest.raises(CannotDo, match="moods"):
        wording_from("moods: sunny\n---\nHi {first},", name="mine")


def test_a_sentence_with_a_missing_field_gives_way_to_its_variant() -> None:
    body = "Hi {first},\nHow is {company}?\nor: How are you?\nSee {via}.\nor: -"
    paragraph = wording_from(HEAD + body, name="mine").body[0][0]

    assert filled_in(paragraph, {"first": "Ann", "company": "Acme"}) == "Hi Ann,\nHow is Acme?"
    assert filled_in(paragraph, {"first": "Ann"}) == "Hi Ann,\nHow are you?"


def test_a_value_is_never_read_as_a_field() -> None:
    paragraph = wording_from(HEAD + "Hi {first},", name="mine").body[0][0]

    assert filled_in(paragraph, {"first": "{seeker}", "seeker": "Ada"}) == "Hi {seeker},"


def test_of_a_phrase_the_closest_is_chosen() -> None:
    phrases = phrases_from("<link>\nAny.\n\n<link met>\nMet.\n\n<link met offered>\nOffered.")

    assert chosen(phrases, "link", frozenset()) == (("Any.",),)
    assert chosen(phrases, "link", frozenset({"met"})) == (("Met.",),)
    assert chosen(phrases, "link", frozenset({"met", "offered"})) == (("Offered.",),)


def test_several_ways_to_say_a_thing_are_parted_by_a_tilde_and_go_by_the_person() -> None:
    phrases = phrases_from(
        "<close>\nA good week.\n~\nAll {place}.\nor: All the best.\n\n<out>\nSo."
    )
    wording = wording_from(
        "subject: One {place} | or: One ~ Two\n---\nHi {first},\n\nOne.\nMore.\n~\nTwo.\n~\n",
        name="mine",
    )

    said = [filled_in(chosen(phrases, "close", frozenset(), voice=n), {}) for n in range(3)]
    assert said == ["A good week.", "All the best.", "A good week."]
    assert wording.subject == ((("One {place}", "One"),), (("Two",),))
    assert wording.body == (((("Hi {first},",),),), ((("One.",), ("More.",)), (("Two.",),)))
    assert [said_to(wording.body[1], voice=n) for n in (0, 3)] == list(wording.body[1])


def test_each_way_to_say_a_thing_is_whole_by_itself() -> None:
    with pytest.raises(CannotDo, match="could leave a hole"):
        wording_from(HEAD + "Hello.\n~\nAt {company}.", name="mine")


def test_no_sentence_is_said_in_two_of_the_ways() -> None:
    """L3: whoever gets another way shares no sentence of five words, whatever the letters are."""
    ways_of: dict[str, set[int]] = {}
    for ways in _written_ways():
        for number, way in enumerate(ways):
            for said in _sentences(way):
                ways_of.setdefault(said, set()).add(number if len(ways) > 1 else -1)

    assert {said: ways for said, ways in ways_of.items() if len(ways) > 1 or -1 in ways} == {}
    assert len(ways_of) > 500


def test_every_phrase_has_four_ways() -> None:
    for name, choices in shared_phrases().items():
        for tags, ways in choices:
            nothing = ways == ((("-",),),)
            assert len(ways) == 4 or nothing or name == "greeting", (name, tags)


def _written_ways() -> Iterator[Ways]:
    for name, choices in shared_phrases().items():
        if not name.startswith(("say_", "vm_")):  # nobody lays side by side what is said aloud
            yield from (ways for _, ways in choices)
    for wording in all_wordings():
        if "spoken" not in wording.fits.get("forms", ()):
            yield from wording.body


def _sentences(way: Paragraph) -> list[str]:
    """Those of five words or more of our own, in all their variants."""
    apart = (one for sentence in way for said in sentence for one in re.split(r"(?<=[.?!]) ", said))
    return [one for one in apart if len(words_in(re.sub(r"\{\w+\}|\[[^\]]*\]", "", one))) >= 5]


def test_every_wording_that_comes_along_can_be_read() -> None:
    assert len(all_wordings()) >= 20
    assert all(w.title != w.name and w.body for w in all_wordings())
