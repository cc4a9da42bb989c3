"""What somebody new types in the first hour, and that nothing of it is lost or done unasked."""

from typing import Any

import pytest

from firststep.steps.outreach.models import Touch
from firststep.steps.people.models import Person


def test_what_a_line_says_beyond_the_touch_is_shown_and_kept(begun: Any) -> None:
    ended = begun("log", "Wrote to Ann Lee about the tender", "--on", begun.on)
    begun.on_day("log", "Wrote to Ann Lee about the tender", "--yes")

    assert 'Kept as a note: "about the tender".' in ended.err
    assert "about the tender" in Touch.objects.get().text


def test_a_line_takes_a_number_for_a_person(begun: Any) -> None:
    ann = Person.objects.get()

    answer = begun.on_day("log", f"met p{ann.pk} for lunch", "--yes")

    assert answer["understood"]["person_id"] == ann.pk
    assert answer["understood"]["words"] == ["You met Ann Lee for lunch today."]
    assert Person.objects.count() == 1


def test_forgetting_without_a_terminal_wants_a_yes_and_tells_the_whole_name(begun: Any) -> None:
    ended = begun("forget", "Ann")

    assert ended.code == 1
    assert "This forgets Ann Lee (Acme) everywhere" in ended.err
    assert Person.objects.filter(name="Ann Lee").exists()


def test_forgetting_on_a_terminal_asks_by_the_whole_name(begun: Any, monkeypatch: Any) -> None:
    asked: list[str] = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.confirm", lambda words, **_: bool(asked.append(words)))

    begun("forget", "Ann")

    assert asked == ["Forget Ann Lee (Acme) everywhere? This cannot be undone."]
    assert Person.objects.filter(name="Ann Lee").exists()


def test_writing_to_somebody_not_to_be_contacted_is_recorded_and_said(begun: Any) -> None:
    begun.on_day("do-not-contact", "Ann Lee")

    called = begun("call", "Ann Lee", "--outcome", "voicemail", "--on", begun.on)
    logged = begun("log", "Wrote to Ann Lee", "--yes", "--on", begun.on)

    assert called.out.startswith("You called Ann Lee (voicemail), whom you asked not to contact.")
    assert "Ann Lee is somebody whom you asked not to contact." in logged.out
    assert Touch.objects.count() == 2


@pytest.mark.parametrize("name", ["Anna Müller", "anna mueller", "ANNA MULLER"])
def test_a_namesake_is_added_only_when_said_to_be_another(begun: Any, name: str) -> None:
    begun.on_day("person", "add", "Anna Müller", "--company", "Acme")

    bare, there = begun("person", "add", name), begun("person", "add", name, "--company", "Acme")
    elsewhere = begun("person", "add", name, "--company", "Globex")
    another = begun("person", "add", name, "--another")

    assert [bare.code, there.code, elsewhere.code, another.code] == [1, 1, 0, 0]
    assert "Anna Müller is there already" in bare.err
    assert "--another" in there.err


def test_a_misspelt_name_is_answered_with_the_nearest(begun: Any) -> None:
    begun.on_day("company", "add", "Nordwerk")

    company, person = begun("who", "Nordwrek"), begun("person", "show", "Ann Leee")
    stranger = begun("person", "show", "Zoltan Quux")

    assert "Did you mean Nordwerk?" in company.err
    assert "Did you mean Ann Lee?" in person.err
    assert "p1  Ann Lee" in person.err.replace(f"p{Person.objects.get().pk}", "p1")
    assert "Did you mean" not in stranger.err


def test_a_person_is_found_by_one_sign_of_a_chinese_name(begun: Any) -> None:
    begun.on_day("person", "add", "李 伟")
    begun.on_day("person", "add", "王芳")

    assert begun.json("person", "show", "伟")["name"] == "李 伟"
    assert begun.json("person", "show", "芳")["name"] == "王芳"


def test_a_person_may_be_named_with_the_company_in_brackets(begun: Any) -> None:
    begun.on_day("person", "add", "Ann Lee", "--company", "Globex")

    shown = begun.json("person", "show", "Ann Lee (Globex)")
    told = begun("sent", "ann lee (Acme)", "--on", begun.on)

    assert shown["positions"][0]["company"] == "Globex"
    assert told.code == 0, told.err
