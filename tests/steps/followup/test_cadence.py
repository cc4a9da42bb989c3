"""The rhythm of one thread, rule by rule (docs/method.md, F1-F28)."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from firststep.facts.calendar import WorkCalendar
from firststep.facts.playbook import DEFAULT, Playbook
from firststep.facts.snapshot import LogLine
from firststep.steps.followup.cadence import thread
from firststep.steps.followup.delays import Delay, used_up_by
from firststep.steps.followup.thread import Rhythm, Thread
from tests.builders import CALENDAR, MONDAY, a_line, a_person, an_approach, working

KNOWN = Rhythm(manager=False, has_number=False, has_written_way=True)
WITH_NUMBER = Rhythm(manager=True, has_number=True, has_written_way=True)
WITHOUT_NUMBER = Rhythm(manager=True, has_number=False, has_written_way=True)


def on(
    day: date,
    *log: LogLine,
    rhythm: Rhythm = KNOWN,
    delays: tuple[Delay, ...] = (),
    book: Playbook = DEFAULT,
    **fields: Any,
) -> Thread:
    approach = an_approach(1, a_person(), *log, **fields)
    return thread(approach, rhythm=rhythm, calendar=CALENDAR, today=day, book=book, snoozes=delays)


def shown(found: Thread) -> list[tuple[str, date | None]]:
    return [(step.kind, step.due_on) for step in found.steps]


def test_a_known_person_is_nudged_after_three_working_days() -> None:
    assert shown(on(MONDAY, a_line("write"))) == [("nudge", working(3))]


def test_a_known_person_is_closed_three_days_after_the_nudge_without_another_message() -> None:
    log = (a_line("write"), a_line("nudge", working(3), 2))

    assert on(working(5), *log).closes_on == working(6)
    closed = on(working(6), *log)
    assert (closed.closed_on, closed.closed_why, closed.steps) == (working(6), "silence", ())


def test_f22_a_nudge_may_still_be_sent_on_its_fifth_day_and_has_lapsed_after_it() -> None:
    assert shown(on(working(8), a_line("write"))) == [("nudge", working(3))]
    assert on(working(9), a_line("write")).closed_on == working(9)


def test_a_manager_with_a_number_is_called_after_three_days_then_nudged_at_seven() -> None:
    assert shown(on(working(1), a_line("write"), rhythm=WITH_NUMBER)) == [("call", working(3))]
    log = (a_line("write"), a_line("voicemail", working(3), 2))
    assert shown(on(working(4), *log, rhythm=WITH_NUMBER)) == [("nudge", working(7))]


def test_a_nudge_waits_two_days_after_a_late_call() -> None:
    log = (a_line("write"), a_line("voicemail", working(6), 2))
    assert shown(on(working(6), *log, rhythm=WITH_NUMBER)) == [("nudge", working(8))]


def test_a_manager_with_a_number_is_closed_five_days_after_the_last_step() -> None:
    log = (
        a_line("write"), a_line("voicemail", working(3), 2), a_line("nudge", working(7), 3),
    )  # fmt: skip
    assert on(working(11), *log, rhythm=WITH_NUMBER).closes_on == working(12)
    assert on(working(12), *log, rhythm=WITH_NUMBER).closed_on == working(12)


def test_a_manager_without_a_number_is_nudged_after_a_week_and_closed_five_days_after() -> None:
    found = on(working(9), a_line("write"), rhythm=WITHOUT_NUMBER)  # a number was not found
    assert shown(found) == [("nudge", working(7))]
    log = (a_line("write"), a_line("nudge", working(9), 2))
    assert on(working(10), *log, rhythm=WITHOUT_NUMBER).closes_on == working(14)


def test_a_manager_who_is_not_called_is_nudged_after_three_days_and_closed_five_after() -> None:
    book = replace(DEFAULT, left_out=frozenset({"call"}))
    found = on(working(2), a_line("write"), rhythm=WITHOUT_NUMBER, book=book)
    assert shown(found) == [("nudge", working(3))]
    log = (a_line("write"), a_line("nudge", working(3), 2))
    assert on(working(4), *log, rhythm=WITHOUT_NUMBER, book=book).closes_on == working(8)


def test_f1_a_lapsed_call_counts_as_done_on_its_due_day() -> None:
    found = on(working(9), a_line("write"), rhythm=WITH_NUMBER)
    assert shown(found) == [("nudge", working(7))]


def test_f17_an_unanswered_ring_is_tried_again_next_day_twice_in_all() -> None:
    once = (a_line("write"), a_line("no_answer", working(3), 2))
    assert shown(on(working(3), *once, rhythm=WITH_NUMBER)) == [("call", working(4))]
    twice = (*once, a_line("no_answer", working(6), 3))
    assert shown(on(working(6), *twice, rhythm=WITH_NUMBER)) == [("nudge", working(8))]


def test_f21_somebody_with_only_a_number_is_called_first_and_the_call_is_the_first_note() -> None:
    only = Rhythm(manager=True, has_number=True, has_written_way=False)
    assert shown(on(MONDAY, rhythm=only)) == [("call", None)]
    found = on(working(1), a_line("voicemail"), rhythm=only)
    assert found.steps == () and found.closes_on == working(5)


def test_f21_somebody_without_any_way_needs_an_address_which_lapses_after_ten_days() -> None:
    nothing = Rhythm(manager=True, has_number=False, has_written_way=False)
    assert shown(on(working(10), rhythm=nothing)) == [("find_address", MONDAY)]
    closed = on(working(11), rhythm=nothing)
    assert (closed.closed_why, closed.steps) == ("silence", ())


@pytest.mark.parametrize("kind", ["helped", "refers", "no", "later"])
def test_f14_thanks_show_at_once_and_are_due_the_next_working_day(kind: str) -> None:
    found = on(working(1), a_line("write"), a_line(kind, working(1), 2))
    step = found.steps[0]
    assert (step.kind, step.shows_on, step.due_on) == ("thank", working(1), working(2))


def test_a_yes_to_a_meeting_is_answered_within_a_day() -> None:
    found = on(working(1), a_line("write"), a_line("yes", working(1), 2), ask="meeting")
    assert shown(found) == [("answer", working(2))]
    assert found.conversation and found.live


def test_f5_a_yes_to_a_favour_is_a_promise_thanked_then_reminded_once_after_five_days() -> None:
    log = (a_line("write"), a_line("yes", working(1), 2))
    assert shown(on(working(1), *log)) == [("thank", working(2))]
    thanked = (*log, a_line("thank", working(2), 3))
    assert shown(on(working(3), *thanked)) == [("nudge", working(7))]
    reminded = (*thanked, a_line("nudge", working(7), 4))
    found = on(working(8), *reminded)
    assert found.closes_on == working(12) and found.promise and not found.live


def test_f6_an_undated_yes_is_nudged_then_called() -> None:
    log = (
        a_line("write"), a_line("yes", working(1), 2), a_line("answer", working(2), 3),
    )  # fmt: skip
    assert shown(on(working(3), *log, rhythm=WITH_NUMBER, ask="meeting")) == [("nudge", working(5))]
    nudged = (*log, a_line("nudge", working(5), 4))
    assert shown(on(working(6), *nudged, rhythm=WITH_NUMBER, ask="meeting")) == [
        ("call", working(7))
    ]


def dated(day: date, at: date, order: int = 3) -> LogLine:
    return a_line("dated", day, order, at=datetime(at.year, at.month, at.day, 10))


def test_a_dated_conversation_is_prepared_the_day_before_and_thanked_after() -> None:
    log = (a_line("write"), a_line("yes", working(1), 2), dated(working(1), working(4)))
    assert shown(on(working(2), *log, ask="meeting")) == [("prepare", working(3))]
    assert shown(on(working(4), *log, ask="meeting")) == [("meet", working(4))]
    held = (*log, a_line("held", working(4), 4))
    assert shown(on(working(4), *held, ask="meeting")) == [("thank", working(5))]


def test_f6_a_meeting_nobody_reports_on_is_closed_as_not_held_after_five_days() -> None:
    log = (a_line("write"), a_line("yes", working(1), 2), dated(working(1), working(4)))
    assert shown(on(working(9), *log, ask="meeting")) == [("meet", working(4))]
    assert on(working(10), *log, ask="meeting").closed_why == "not held"


def test_f6_a_meeting_on_a_day_off_is_shown_with_prepare_the_working_day_before() -> None:
    saturday = MONDAY + timedelta(days=5)
    log = (a_line("write"), a_line("yes", working(1), 2), dated(working(1), saturday))
    steps = on(working(4), *log, ask="meeting").steps
    assert [(s.kind, s.shows_on) for s in steps] == [
        ("prepare", working(4)), ("meet", working(4)),
    ]  # fmt: skip


def test_f6_a_cancelled_meeting_is_undated_again() -> None:
    log = (
        a_line("write"), a_line("yes", working(1), 2), dated(working(1), working(4)),
        a_line("cancelled", working(2), 4),
    )  # fmt: skip
    assert shown(on(working(2), *log, ask="meeting")) == [("nudge", working(5))]


def test_f5_a_question_is_answered_then_nudged_after_three_and_closed_five_after() -> None:
    log = (a_line("write"), a_line("question", working(1), 2))
    assert shown(on(working(1), *log)) == [("answer", working(2))]
    answered = (*log, a_line("answer", working(2), 3))
    assert shown(on(working(2), *answered)) == [("nudge", working(5))]
    nudged = (*answered, a_line("nudge", working(5), 4))
    assert on(working(6), *nudged).closes_on == working(10)


def test_f25_a_later_is_written_to_on_its_day_and_the_rhythm_begins_anew() -> None:
    back = date(2026, 12, 7)
    log = (
        a_line("write"), a_line("later", working(1), 2, until=back),
        a_line("thank", working(2), 3),
    )  # fmt: skip
    assert shown(on(working(3), *log)) == [("write", back)]
    again = (*log, a_line("write", back, 4))
    assert shown(on(back, *again)) == [("nudge", CALENDAR.after(back, 3))]


def test_f5_a_later_without_a_day_comes_back_after_thirty_calendar_days() -> None:
    log = (a_line("write"), a_line("later", MONDAY, 2), a_line("thank", MONDAY, 3))
    assert shown(on(working(1), *log)) == [("write", date(2026, 12, 2))]


def test_f28_a_no_stays_open_until_it_is_thanked() -> None:
    log = (a_line("write"), a_line("no", working(1), 2))
    assert not on(working(2), *log).is_closed
    assert on(working(2), *log, a_line("thank", working(2), 3)).is_closed


def test_f28_help_is_reported_back_from_ten_to_twenty_days_later() -> None:
    log = (a_line("write"), a_line("helped", working(1), 2), a_line("thank", working(2), 3))
    step = on(working(3), *log).steps[0]
    assert (step.kind, step.shows_on, step.due_on) == ("report_back", working(11), working(21))
    assert on(working(12), *log, a_line("report_back", working(12), 4)).is_closed


def test_f17_a_bounce_takes_the_note_back_and_writes_again_by_another_way() -> None:
    log = (a_line("write"), a_line("bounced", working(1), 2))
    found = on(working(1), *log)
    assert shown(found) == [("write", working(1))] and not found.live
    no_way = Rhythm(manager=False, has_number=True, has_written_way=False)
    assert shown(on(working(1), *log, rhythm=no_way)) == [("find_address", working(1))]


def test_f17_out_of_office_is_no_answer_and_steps_wait_for_the_day_after() -> None:
    back = working(7)
    log = (a_line("write"), a_line("out_of_office", working(1), 2, until=back))
    found = on(working(4), *log)
    assert shown(found) == [("nudge", working(8))] and found.answer is None


def test_f17_out_of_office_without_a_date_frees_on_the_fifth_working_day() -> None:
    log = (a_line("write"), a_line("out_of_office", working(1), 2))
    assert shown(on(working(2), *log)) == [("nudge", working(6))]


def test_f22_a_snooze_moves_the_step_and_its_last_day() -> None:
    delay = Delay(since=working(2), until=working(10), why="snoozed")
    assert shown(on(working(5), a_line("write"), delays=(delay,))) == [("nudge", working(10))]
    assert shown(on(working(15), a_line("write"), delays=(delay,))) == [("nudge", working(10))]
    assert on(working(16), a_line("write"), delays=(delay,)).is_closed


def test_somebody_met_is_due_the_next_working_day_and_lapses_after_seven_calendar_days() -> None:
    met = {"origin": "met", "ask": "advice"}
    found = on(MONDAY, a_line("met"), **met)
    assert shown(found) == [("follow_up_met", working(1))]
    last = MONDAY + timedelta(days=7)
    assert shown(on(last, a_line("met"), **met)) == [("follow_up_met", working(1))]
    assert shown(on(last + timedelta(days=1), a_line("met"), **met)) == [("write", None)]


def test_f26_whoever_is_named_is_due_that_day() -> None:
    named = Rhythm(manager=True, has_number=False, has_written_way=True, named_on=working(2))
    assert shown(on(working(2), origin="named", rhythm=named)) == [("write", working(2))]


def test_f14_a_missed_thank_ends_the_thanks() -> None:
    log = (a_line("write"), a_line("no", working(1), 2))
    assert shown(on(working(12), *log)) == [("thank", working(2))]
    assert on(working(13), *log).is_closed


def test_f25_a_missed_thank_leaves_what_else_is_owed() -> None:
    log = (a_line("write"), a_line("helped", working(1), 2))
    assert shown(on(working(13), *log)) == [("report_back", working(21))]


def test_a_silent_person_never_gets_more_than_two_notes_and_one_call() -> None:
    log = [a_line("write")]
    written, called = 1, 0
    for n in range(1, 60):
        for step in on(working(n), *log, rhythm=WITH_NUMBER).steps:
            if step.due_on and step.due_on <= working(n):
                kind = "voicemail" if step.kind == "call" else step.kind
                log.append(a_line(kind, working(n), len(log) + 1))
                written += step.kind == "nudge"
                called += step.kind == "call"
    assert (written, called) == (2, 1)


def test_what_is_dated_later_than_today_is_not_seen() -> None:
    assert on(MONDAY, a_line("write"), a_line("yes", working(3), 2)).answer is None


def test_f21_two_unanswered_rings_are_all_for_somebody_with_only_a_number() -> None:
    only = Rhythm(manager=True, has_number=True, has_written_way=False)
    rings = (a_line("no_answer"), a_line("no_answer", working(1), 2))
    assert shown(on(working(1), rings[0], rhythm=only)) == [("call", working(1))]
    found = on(working(2), *rings, rhythm=only)
    assert (found.steps, found.closes_on) == ((), working(6))


def test_f24_thanking_twice_does_not_move_the_reminder_of_a_promise() -> None:
    log = (
        a_line("write"), a_line("yes", working(1), 2), a_line("thank", working(1), 3),
        a_line("thank", working(4), 4),
    )  # fmt: skip
    assert shown(on(working(4), *log)) == [("nudge", working(6))]


def test_f22_a_snooze_after_a_step_has_lapsed_brings_nothing_back() -> None:
    late = Delay(since=working(12), until=working(20), why="snoozed")
    assert on(working(13), a_line("write"), delays=(late,)).is_closed


def test_f17_a_note_that_bounced_has_used_nothing_up() -> None:
    bounced = [a_line("write"), a_line("bounced", MONDAY, 2)]
    assert used_up_by(bounced, rest_days=90) is None
    both = used_up_by([*bounced, a_line("write", working(1), 3)], rest_days=90)
    assert both and (both.notes, both.rested_on) == (1, working(1) + timedelta(days=90))


def test_an_answer_ends_an_absence() -> None:
    back = working(9)
    log = (
        a_line("write"), a_line("out_of_office", working(1), 2, until=back),
        a_line("yes", working(3), 3),
    )  # fmt: skip
    step = on(working(3), *log, ask="meeting").steps[0]
    assert (step.kind, step.shows_on, step.due_on) == ("answer", working(3), working(4))


def test_f22_a_snooze_holds_thanks_that_would_be_shown_before_it_ends() -> None:
    put_off = Delay(since=working(1), until=working(2), why="snoozed")
    log = (a_line("write"), a_line("helped", working(1), 2))

    assert on(working(1), *log, delays=(put_off,)).steps[0].shows_on == working(2)
    assert shown(on(working(2), *log, delays=(put_off,))) == [("thank", working(2))]


def test_f22_a_snooze_holds_a_report_though_it_is_due_later() -> None:
    put_off = Delay(since=working(11), until=working(15), why="snoozed")
    log = (a_line("write"), a_line("helped", MONDAY, 2), a_line("thank", MONDAY, 3))
    report = on(working(12), *log, delays=(put_off,)).steps[0]

    assert (report.kind, report.shows_on, report.due_on) == (
        "report_back",
        working(15),
        working(20),
    )


def test_a_snooze_holds_the_preparing_of_a_conversation_and_the_conversation() -> None:
    at = datetime(2026, 11, 8, 10)  # a Sunday
    put_off = Delay(since=working(3), until=date(2026, 11, 10), why="snoozed")
    log = (a_line("write"), a_line("yes", order=2), a_line("dated", order=3, at=at))

    found = on(date(2026, 11, 6), *log, ask="meeting", delays=(put_off,))

    assert [(s.kind, s.shows_on) for s in found.steps] == [("meet", date(2026, 11, 10))]


def test_f22_a_step_put_off_is_due_on_the_day_it_was_put_off_to_also_once_that_is_over() -> None:
    put_off = Delay(since=MONDAY, until=working(4), why="snoozed")
    found = on(working(4), a_line("met"), origin="met", delays=(put_off,))

    assert shown(found) == [("follow_up_met", working(4))]


def test_nothing_is_due_on_a_day_off_after_a_note_came_back() -> None:
    sunday = date(2026, 11, 8)
    log = (a_line("write", date(2026, 11, 6)), a_line("bounced", sunday, 2))
    nowhere = Rhythm(manager=False, has_number=False, has_written_way=False)

    assert shown(on(date(2026, 11, 9), *log)) == [("write", date(2026, 11, 9))]
    assert shown(on(date(2026, 11, 9), *log, rhythm=nowhere)) == [
        ("find_address", date(2026, 11, 9))
    ]


def test_f21_f25_on_the_day_of_a_later_somebody_with_only_a_number_is_called() -> None:
    only_number = Rhythm(manager=True, has_number=True, has_written_way=False)
    log = (
        a_line("voicemail"),
        a_line("later", order=2, until=working(8)),
        a_line("thank", order=3),
    )

    assert shown(on(working(8), *log, rhythm=only_number)) == [("call", working(8))]


def test_two_unanswered_notes_before_rest_and_the_rest_says_so() -> None:
    notes = [a_line("write"), a_line("nudge", working(3), 2)]
    used_up = used_up_by(notes, rest_days=90)
    found = on(working(9), rhythm=KNOWN._replace(used_up=used_up), opened_on=working(9))

    assert found.steps[0].delay is not None and found.steps[0].delay.why == "rested"
    assert used_up is not None and found.steps[0].due_on == CALENDAR.on_or_after(used_up.rested_on)


# -- the quiet days (F45) ----------------------------------------------------------------------

DUTCH = WorkCalendar(country="NL")


def in_december(day: date, *log: LogLine, rhythm: Rhythm = KNOWN) -> Thread:
    approach = an_approach(1, a_person(), *log)
    return thread(approach, rhythm=rhythm, calendar=DUTCH, today=day, book=DEFAULT)


def test_f45_nobody_silent_is_reminded_before_the_year_is_over_and_no_reminder_is_lost() -> None:
    monday = date(2027, 1, 4)
    log = a_line("write", date(2026, 12, 22))
    for day in (date(2026, 12, 23), date(2026, 12, 28), date(2027, 1, 1), monday):
        (step,) = in_december(day, log).steps
        assert (step.kind, step.due_on, step.shows_on) == ("nudge", monday, monday)
        assert (step.delay.why if step.delay else "") == ("quiet_days" if day < monday else "")
    assert in_december(date(2027, 1, 11), log).steps, "it lapses five days after it was due anew"


def test_f45_what_was_due_before_is_shown_until_then_and_again_after() -> None:
    log = a_line("write", date(2026, 12, 16))
    for day, shows in (
        (date(2026, 12, 21), date(2026, 12, 21)),
        (date(2026, 12, 23), date(2026, 12, 21)),
        (date(2026, 12, 28), date(2027, 1, 4)),
        (date(2027, 1, 4), date(2027, 1, 4)),
    ):
        (step,) = in_december(day, log).steps
        assert (step.kind, step.shows_on) == ("nudge", shows)


def test_f45_a_manager_is_rung_after_it_and_who_answered_is_answered_within_it() -> None:
    wrote = a_line("write", date(2026, 12, 22))
    (call,) = in_december(date(2026, 12, 29), wrote, rhythm=WITH_NUMBER).steps
    assert (call.kind, call.shows_on) == ("call", date(2027, 1, 4))
    answered = in_december(date(2026, 12, 29), wrote, a_line("yes", date(2026, 12, 28), 2))
    assert [step.kind for step in answered.steps] == ["thank"]
    assert answered.steps[0].due_on == date(2026, 12, 29)
