"""What somebody new types in the first hour, and that nothing of it is lost or done unasked."""

import shlex
from datetime import date, time
from typing import Any

import pytest

from firststep.interfaces.cli.telling import progress
from firststep.learn.forecast import Days, Milestone, People
from firststep.steps.followup.models import Meeting
from firststep.steps.outreach.models import Touch
from firststep.steps.people.models import Person, Seat


def test_what_a_line_says_beyond_the_touch_is_shown_and_kept(begun: Any) -> None:
    ended = begun("log", "Wrote to Ann Lee about the tender", "--on", begun.on)
    begun.on_day("log", "Wrote to Ann Lee about the tender", "--yes")

    assert "The line is kept with it as you said it." in " ".join(ended.err.split())
    assert "about the tender" in Touch.objects.get().text


def test_a_line_takes_a_number_for_a_person(begun: Any) -> None:
    ann = Person.objects.get()

    answer = begun.on_day("log", f"met p{ann.pk} for lunch", "--yes")

    (one,) = answer["understood"]
    assert one["who"]["person_id"] == ann.pk
    assert answer["words"] == ["You met Ann Lee today."]
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


def test_f16_writing_to_somebody_not_to_be_contacted_is_recorded_and_said(begun: Any) -> None:
    begun.on_day("do-not-contact", "Ann Lee")

    sent = begun("sent", "Ann Lee", "--on", begun.on)
    called = begun("call", "Ann Lee", "--outcome", "voicemail", "--on", begun.on)
    logged = begun("log", "Wrote to Ann Lee", "--yes", "--on", begun.on)

    assert sent.out.startswith("You wrote to Ann Lee, whom you asked not to contact.")
    assert called.out.startswith("You called Ann Lee (voicemail), whom you asked not to contact.")
    assert "Ann Lee is somebody whom you asked not to contact." in logged.out
    assert Touch.objects.count() == 3


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


def test_a_tie_with_nothing_said_is_refused_with_what_to_say(begun: Any) -> None:
    ended = begun("tie", "Ann Lee")

    assert ended.code == 1
    assert "Say how well you know Ann Lee" in ended.err
    assert "--kind" in ended.err


def test_a_call_nobody_answered_stands_on_the_persons_sheet(begun: Any) -> None:
    begun.on_day("call", "Ann Lee", "--outcome", "no_answer")

    shown = begun.json("person", "show", "Ann Lee", "--on", begun.on)
    told = begun("person", "show", "Ann Lee", "--on", begun.on).out

    assert shown["calls"] == [{"on": begun.on, "outcome": "no_answer"}]
    assert "You rang on 23 November 2026; nobody answered." in told


def test_a_touch_set_to_another_day_is_said_with_its_year(begun: Any) -> None:
    begun.on_day("sent", "Ann Lee")

    told = begun("touch", str(Touch.objects.get().pk), "--on", "2025-11-20")

    assert "It stands on Thursday, 20 November 2025 now." in told.out


def test_people_met_or_talked_with_are_counted_as_met(begun: Any) -> None:
    begun.on_day("log", "Met Ann Lee (Acme)", "--yes")

    assert "1 known, 1 met" in begun("company", "list", "--on", begun.on).out


def test_a_folder_made_or_found_empty_is_private(process: Any) -> None:
    process.home.mkdir(mode=0o755)

    process("init", "--name", "Ada Moreno")

    assert process.home.stat().st_mode & 0o777 == 0o700
    assert "Others on this computer" not in process("doctor").out


def test_the_blanks_of_a_message_are_told_once(begun: Any) -> None:
    answer = begun.on_day("draft", "Ann Lee")

    told = " ".join(begun("draft", "Ann Lee", "--on", begun.on).out.split())

    repeated = [one["words"] for one in answer["findings"] if one["rule"] == "W4"]
    assert repeated
    assert not any(" ".join(words.split()) in told for words in repeated)
    assert "Yours to fill in" in told


def test_a_name_that_ends_with_a_stop_gets_no_second_one(begun: Any) -> None:
    begun.on_day("person", "add", "Sabine K.", "--email", "sabine@k.example")

    told = begun("sent", "Sabine K.", "--on", begun.on).out

    assert told.startswith("You wrote to Sabine K.\n")


@pytest.mark.parametrize(("count", "words"), [(1, "1 more person,"), (2, "2 more people,")])
def test_one_more_is_a_person_and_two_are_people(count: int, words: str) -> None:
    day = date(2026, 12, 1)
    days = Days(median=day, low=day, high=day)
    more = People(median=count, low=count, high=3)

    told = progress._milestone(
        Milestone(
            until="job_offer",
            count=1,
            reached=False,
            agreed=False,
            more_people=more,
            by=days,
            what_if=days,
        ),
        day,
    )

    assert words in told[1]


def test_how_well_you_know_who_leads_there_is_said_in_words(begun: Any) -> None:
    begun.on_day("tie", "Ann Lee", "--kind", "dormant", "--since", "2015-01-01")

    seat = Seat.objects.order_by("id").first()
    assert seat

    told = begun("path", f"s{seat.pk}", "--on", begun.on).out

    assert "(not in touch for a long time)" in told
    assert "(dormant)" not in told


def test_a_day_may_stand_by_its_place(begun: Any) -> None:
    begun.on_day("sent", "Ann Lee")

    later = begun("reply", "Ann Lee", "later", "2026-12-10", "--on", begun.on)
    agreed = begun("meeting", "Ann Lee", "2026-11-25", "14:30", "--on", begun.on)
    day_only = begun("meeting", "Ann Lee", "2026-11-25", "--on", begun.on)
    away = begun("away", "2026-12-24", "2026-12-31")

    assert [later.code, agreed.code] == [0, 0], later.err + agreed.err
    assert Meeting.objects.get().at_time == time(14, 30)
    assert 'Write it like "2026-11-25 14:30"' in day_only.refused
    assert away.code == 0, away.err


def test_when_exploring_ends_the_command_has_your_own_goal_and_ends_it(begun: Any) -> None:
    begun("goal", "--role", "Logistics Planner", "--department", "Logistics",
          "--place", "Sankt Georg", "--exploring", "--on", begun.on)  # fmt: skip
    late = ("--on", "2026-12-28")

    told = begun("today", *late).out

    typed = told[told.index("firststep goal") :].replace("\\\n", " ").splitlines()[0]
    assert "--place Hamburg" not in told
    assert "Typing it ends exploring. Change its words to what you want." in told
    begun(*shlex.split(typed)[1:], *late)
    goal = begun.json("goal", *late)
    assert (goal["role"], goal["department"]) == ("Logistics Planner", "Logistics")
    assert (goal["places"], goal["stage"]) == (["Sankt Georg"], "targeting")
    assert "decide_goal" not in [card["kind"] for card in begun.json("today", *late)["cards"]]


def test_without_a_goal_the_command_is_an_example_and_ends_nothing(program: Any) -> None:
    program.on_day("init", "--name", "Ada Moreno")

    told = program("today", "--on", program.on).out

    assert "firststep goal --role Buyer --department Purchasing --place Hamburg\n" in told
    assert "exploring" not in told


def test_a_line_about_a_company_is_not_said_to_leave_nothing_to_do(begun: Any) -> None:
    ended = begun("log", "interview at Globex on 4 december at 10", "--yes", "--on", begun.on)

    assert "interview" in ended.err + ended.out
    assert "Nothing more to do here" not in ended.err + ended.out
    assert "What follows from it stands on Today" in ended.err + ended.out
