"""The seeker's own wordings: what is wrong is said when they are kept, by its line."""

from dataclasses import replace

import pytest

from firststep.errors import CannotDo
from firststep.facts.asks import ASK_KIND
from firststep.facts.draft import DraftFacts
from firststep.steps.outreach.drafting.draft import (
    draft,
    occasion_of,
    worded_by,
    wordings_for,
    written_out,
)
from firststep.steps.outreach.drafting.sample import sample_facts
from firststep.steps.outreach.wordings.fields import FIELD_WORDS
from firststep.steps.outreach.wordings.own import (
    MOST_CHARACTERS,
    conditions,
    named_well,
    own_wording,
    shipped,
    wordings_at_hand,
)
from firststep.steps.outreach.wordings.wording import (
    BLANK_FIELDS,
    CONDITIONS,
    all_wordings,
    shipped_text,
)

HEAD = "title: Mine\nkinds: write\nroutes: known\nforms: letter\nsubject: Hello there\n---\n"
TEXT = HEAD + "Hi {first},\n\nHow is {company}?\nor: How are you?\n\nBest,\n{signature}"
FACTS = DraftFacts(
    kind="write", ask="name", channel="email", seeker="Ada Kaya", department="Purchasing",
    name="Ann Lee", given="Ann", company="Acme", tie="known",
)  # fmt: skip


@pytest.mark.parametrize(
    ("body", "line", "said"),
    [
        ("Hi {contact.owner.password},", 7, "contact.owner.password"),
        ("Hi {{contact.owner.password}},", 7, "contact.owner.password"),
        ("Hi {first},\n\n{{first.delete}}", 9, "first.delete"),
        ("{% include 'x' %}", 7, "% include 'x' %"),
        ("{% debug %}", 7, "% debug %"),
        ("Hi {first|ljust:200000000},", 7, "first|ljust:200000000"),
        ("Hi {first:>200000000},", 7, "not a field"),
        ("Hi {first!r},", 7, "not a field"),
        ("Hi {0},", 7, "not a field"),
        ("Hi {},", 7, "not a field"),
        ("Hi {first", 7, "stray brace"),
        ("Hi first},", 7, "stray brace"),
        ("Hi {first},\nAt {company}.", 8, "could leave a hole"),
        ("Hi {first},\nAt {place}.\nor: At {company}.", 9, "could leave a hole"),
        ("Hi {first}, {greeting}", 7, "{greeting}"),
        ("Hi {first},\n[my name", 8, "square bracket"),
        ("Hi {first},\nmy name]", 8, "square bracket"),
        ("Hi {first},\n[a [blank] in one]", 8, "square bracket"),
        ("Hi {first},\n[]", 8, "square bracket"),
        ("Hi {first},\nA\x00B", 8, "cannot be seen"),
        ("Hi {first},\nA\u202eB", 8, "cannot be seen"),
        ("Hi {first},\nA\u2028Bcc: all", 8, "cannot be seen"),
        ("Hi {first},\nA\x0bB", 8, "cannot be seen"),
        ("", 6, "no text"),
    ],
)
def test_a_text_with_anything_but_known_fields_is_refused_by_its_line(
    body: str, line: int, said: str
) -> None:
    with pytest.raises(CannotDo) as refusal:
        own_wording(HEAD + body, name="mine")

    assert refusal.value.kind == "bad_input"
    assert refusal.value.words.startswith(f"Line {line}")
    assert said in refusal.value.words
    assert refusal.value.detail == {"line": line}


@pytest.mark.parametrize(
    ("head", "line", "said"),
    [
        ("title: Mine\nforms: message", 1, "kinds: write"),
        ("kinds:\nforms: message", 1, "kinds: write"),
        ("title: Mine\nkinds: wriet\nforms: message", 2, "wriet is none of what kinds may be"),
        ("kinds: write\nasks: money\nforms: message", 2, "money"),
        ("kinds: write\nchannels: pigeon\nforms: message", 2, "pigeon"),
        ("kinds: write\nkinds: nudge\nforms: message", 2, "said twice"),
        ("kinds: write\nDear Ann\nforms: message", 2, "Dear Ann"),
        ("kinds: write\nforms: letter", 1, "a letter has a subject"),
        ("kinds: write", 1, "a letter has a subject"),
        ("kinds: write\nsubject: From {signature}", 2, "a subject is of one"),
        ("kinds: write\nsubject: At {company}", 2, "could leave a hole"),
        (f"title: {'x' * 101}\nkinds: write\nforms: message", 1, "100 characters"),
    ],
)
def test_what_it_is_for_is_said_in_words_there_are(head: str, line: int, said: str) -> None:
    with pytest.raises(CannotDo) as refusal:
        own_wording(f"{head}\n---\nHi {{first}},", name="mine")

    assert refusal.value.words.startswith(f"Line {line}")
    assert said in refusal.value.words


def test_a_text_without_its_head_is_refused() -> None:
    with pytest.raises(CannotDo, match="a line ---"):
        own_wording("Hi {first},\n\nHow are you?", name="mine")


def test_a_text_far_too_long_is_refused_before_it_is_read() -> None:
    with pytest.raises(CannotDo, match=r"1,000,\d+ characters; a wording has 8,000 at most"):
        own_wording(HEAD + "{" * 1_000_000, name="mine")
    with pytest.raises(CannotDo, match="more than 150 fields"):
        own_wording(HEAD + "{name}" * 151, name="mine")
    assert own_wording(HEAD + "a" * (MOST_CHARACTERS - len(HEAD)), name="mine")


def test_a_slip_in_a_field_is_answered_with_what_it_may_have_been() -> None:
    with pytest.raises(CannotDo) as refusal:
        own_wording(HEAD + "Hi {frist},", name="mine")

    assert refusal.value.candidates == ["first"]


def test_lines_may_end_as_they_do_elsewhere() -> None:
    assert own_wording(TEXT.replace("\n", "\r\n"), name="mine") == own_wording(TEXT, name="mine")


@pytest.mark.parametrize("name", list(shipped()))
def test_every_wording_that_comes_along_can_be_taken_as_ones_own(name: str) -> None:
    assert own_wording(shipped_text(name), name=name) == shipped()[name]


def test_one_more_comes_before_those_that_fit_as_well() -> None:
    own = replace(FACTS, own_wordings=(("mine", TEXT),))

    names = [one.name for one in wordings_for(own)]

    assert names[0] == "mine"
    assert set(names) == {"mine", *(one.name for one in wordings_for(FACTS))}
    assert draft(own).body == "Hi Ann,\n\nHow is Acme?\n\nBest,\nAda"


def test_one_that_fits_less_closely_is_only_offered() -> None:
    loose = TEXT.replace("routes: known\n", "")
    own = replace(FACTS, own_wordings=(("mine", loose),))

    assert draft(own).wording == draft(FACTS).wording
    assert draft(own, wording="mine").subject == "Hello there"


def test_ones_own_text_stands_in_the_place_of_the_one_of_that_name() -> None:
    usual = draft(FACTS).wording
    own = replace(FACTS, own_wordings=((usual, TEXT),))

    assert [one.name for one in wordings_for(own)] == [one.name for one in wordings_for(FACTS)]
    assert draft(own, wording=usual).body.startswith("Hi Ann,\n\nHow is Acme?")


def test_a_text_that_cannot_be_read_any_more_gives_way_to_what_came_along() -> None:
    kept = (("known", HEAD + "Hi {gone},"), ("mine", HEAD + "Hi {gone},"))

    assert wordings_at_hand(kept) == all_wordings()


def test_what_was_taken_on_an_occasion_comes_first_on_the_same_and_on_no_other() -> None:
    own = replace(FACTS, own_wordings=(("mine", TEXT.replace("routes: known\n", "")),))
    chosen = replace(own, chosen_wordings=((occasion_of(own), "mine"),))

    assert draft(chosen).wording == "mine"
    assert draft(replace(chosen, name="Bob Roe", given="Bob")).wording == "mine"
    assert draft(replace(chosen, ask="advice")).wording != "mine"
    assert draft(replace(chosen, tie=None)).wording != "mine"


@pytest.mark.parametrize("name", list(shipped()))
def test_written_out_it_can_be_kept_and_says_the_same(name: str) -> None:
    facts = sample_facts(shipped()[name], seeker="Ada Kaya", country="GB")
    text = written_out(shipped_text(name), facts)

    out, usual = own_wording(text, name=name), shipped()[name]

    assert worded_by(out, facts) == worded_by(usual, facts)
    assert not usual.fits.get("yields") or ASK_KIND[facts.ask].yields in usual.fits["yields"]
    assert worded_by(usual, facts).body


def test_a_value_that_holds_a_field_is_never_filled_in_twice() -> None:
    own = (("mine", HEAD.replace("Hello there", "To {first}") + "Hi {first}, it is {seeker}."),)
    facts = replace(FACTS, own_wordings=own, given="{seeker}{signature}", seeker="{company} [me]")

    text = draft(facts, wording="mine")

    assert text.body == "Hi (seeker)(signature), it is {company} [me]."
    assert text.subject == "To (seeker)(signature)"


def test_a_value_with_a_line_break_leaves_a_subject_on_one_line() -> None:
    own = own_wording(HEAD.replace("Hello there", "To {name} from {seeker}") + "Hi.", name="mine")
    facts = replace(FACTS, name="Ann\r\nBcc: all@acme.example", seeker="Ada\nBcc: x@y.example")

    text = worded_by(own, facts)

    assert "\n" not in text.subject
    assert "\r" not in text.subject


@pytest.mark.parametrize(
    ("typed", "name"), [("My  Thanks", "my-thanks"), ("mine", "mine"), ("grüße-2", "grüße-2")]
)
def test_a_name_is_one_word_to_type(typed: str, name: str) -> None:
    assert named_well(typed) == name


@pytest.mark.parametrize("typed", ["", "../x", "a/b", "-x", "a_b", "x" * 31, "a\nb?", "<b>"])
def test_a_name_that_cannot_be_typed_is_refused(typed: str) -> None:
    with pytest.raises(CannotDo, match="letters and digits"):
        named_well(typed)


def test_every_field_and_condition_has_its_words() -> None:
    assert set(FIELD_WORDS) == BLANK_FIELDS
    assert set(conditions()) == set(CONDITIONS)
    assert all(conditions().values())
