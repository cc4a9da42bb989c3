"""Who comes first and what holds others back at one company (F2, F4, F9, F10, F23-F27)."""

from dataclasses import replace
from datetime import date, timedelta

from firststep.facts.plan import Plan
from firststep.facts.snapshot import Snapshot, SnoozeFacts
from firststep.plan.planner import plan_day
from tests.builders import (
    CALENDAR,
    MONDAY,
    a_company,
    a_line,
    a_person,
    a_position,
    a_seat,
    a_snapshot,
    an_approach,
    of_people,
    working,
)

ACME = a_company(1, "Acme")
ANN = a_person(1, "Ann Lee", at=ACME)
BOB = a_person(2, "Bob Ray", at=ACME)
CEM = a_person(3, "Cem Arslan", at=ACME)
DANA = a_person(9, "Dana Whitlock", at=ACME, title="Head of Purchasing", tie=None)
SEAT = a_seat(1, ACME)
HELD = a_seat(1, ACME, holder_id=9)


def cards(plan: Plan) -> list[tuple[str, str]]:
    return [(card.kind, card.name or card.seat) for card in of_people(plan.cards)]


def waits(plan: Plan, name: str) -> tuple[str | None, date | None, str]:
    found = next(w for w in plan.waiting if w.name == name)
    return found.kind, found.due_on, found.why


def on(day: date, snapshot: Snapshot, *snoozes: SnoozeFacts) -> Plan:
    return plan_day(snapshot, today=day, snoozes=snoozes)


def test_f12_a_known_person_is_asked_for_the_name_while_the_seat_is_empty() -> None:
    plan = on(MONDAY, a_snapshot(people=[ANN], seats=[SEAT]))
    assert cards(plan) == [("write", "Ann Lee")]
    assert (plan.cards[0].ask, plan.cards[0].ref, plan.cards[0].state) == ("name", "p1", "proposed")


def test_f12_a_known_person_is_asked_for_the_introduction_once_the_seat_has_a_name() -> None:
    plan = on(MONDAY, a_snapshot(people=[ANN, DANA], seats=[HELD]))
    assert cards(plan) == [("ask_introduction", "Ann Lee")]
    assert plan.cards[0].for_seat_id == 1


def test_no_first_note_goes_to_a_stranger_while_a_known_person_there_is_not_written_to() -> None:
    plan = on(MONDAY, a_snapshot(people=[ANN, DANA], seats=[HELD]))
    kind, _, why = waits(plan, "Dana Whitlock")
    assert kind == "write" and "Ann Lee" in why and "first" in why


def test_a_stranger_is_written_to_when_nobody_is_known_there() -> None:
    assert cards(on(MONDAY, a_snapshot(people=[DANA], seats=[HELD]))) == [
        ("write", "Dana Whitlock")
    ]


def test_a_stranger_is_the_second_person_once_the_known_one_is_silent_three_days() -> None:
    asked = an_approach(5, ANN, a_line("write"), ask="introduction", for_seat_id=1)
    picture = a_snapshot(people=[ANN, DANA], seats=[HELD], approaches=[asked])
    assert "Dana Whitlock" not in [name for _, name in cards(on(working(2), picture))]
    assert ("second_person", "Dana Whitlock") in cards(on(working(3), picture))


def test_f27_only_three_known_people_keep_strangers_back() -> None:
    four = [replace(ANN, id=n, name=f"Known {n}") for n in (1, 2, 3, 4)]
    silent = [an_approach(n, four[n - 1], a_line("write")) for n in (1,)]
    done = [an_approach(n, four[n - 1], a_line("write"), closed_on=MONDAY) for n in (1, 2, 3)]
    held = on(working(3), a_snapshot(people=[*four, DANA], seats=[HELD], approaches=silent))
    assert "first" in waits(held, "Dana Whitlock")[2]
    free = a_snapshot(people=[*four[:3], DANA], seats=[HELD], approaches=done)
    assert ("write", "Dana Whitlock") in cards(on(working(3), free))


def test_f4_a_snoozed_known_person_keeps_no_stranger_back() -> None:
    picture = a_snapshot(people=[ANN, DANA], seats=[HELD])
    snooze = SnoozeFacts(person_id=1, seat_id=None, made_on=MONDAY, until=working(9))
    plan = on(MONDAY, picture, snooze)
    assert cards(plan) == [("write", "Dana Whitlock")]
    assert waits(plan, "Ann Lee")[1] == working(9)


def test_never_two_first_notes_at_one_company_on_one_day() -> None:
    plan = on(MONDAY, a_snapshot(people=[ANN, BOB], seats=[SEAT]))
    assert cards(plan) == [("write", "Ann Lee")]
    assert waits(plan, "Bob Ray")[1] is None  # until today's is written


def test_never_more_than_two_live_threads_at_one_company() -> None:
    two = [an_approach(1, ANN, a_line("write")), an_approach(2, BOB, a_line("write"))]
    plan = on(working(4), a_snapshot(people=[ANN, BOB, CEM], seats=[SEAT], approaches=two))
    assert "Cem Arslan" not in [name for _, name in cards(plan)]
    assert waits(plan, "Cem Arslan")[0] == "second_person"


def test_a_reply_from_one_pauses_the_others_at_the_company_until_it_is_thanked() -> None:
    answered = an_approach(1, ANN, a_line("write"), a_line("helped", working(3), 2))
    silent = an_approach(2, BOB, a_line("write"))
    picture = a_snapshot(people=[ANN, BOB], seats=[SEAT], approaches=[answered, silent])
    plan = on(working(3), picture)
    assert cards(plan) == [("thank", "Ann Lee")]
    assert waits(plan, "Bob Ray")[:2] == ("nudge", working(8))

    thanked = answered._replace(log=(*answered.log, a_line("thank", working(3), 3)))
    after = a_snapshot(people=[ANN, BOB], seats=[SEAT], approaches=[thanked, silent])
    assert cards(on(working(3), after)) == [("nudge", "Bob Ray")]


def test_f23_a_pause_is_over_on_the_fifth_working_day_after_the_reply() -> None:
    answered = an_approach(1, ANN, a_line("write"), a_line("helped", working(3), 2))
    silent = an_approach(2, BOB, a_line("write", working(2)))
    picture = a_snapshot(people=[ANN, BOB], seats=[SEAT], approaches=[answered, silent])
    assert ("nudge", "Bob Ray") not in cards(on(working(7), picture))
    assert ("nudge", "Bob Ray") in cards(on(working(8), picture))


def test_f17_an_out_of_office_answer_pauses_nobody_else() -> None:
    away = an_approach(1, ANN, a_line("write"), a_line("out_of_office", working(3), 2))
    silent = an_approach(2, BOB, a_line("write"))
    picture = a_snapshot(people=[ANN, BOB], seats=[SEAT], approaches=[away, silent])
    assert ("nudge", "Bob Ray") in cards(on(working(3), picture))


def test_f26_whoever_a_reply_named_is_written_to_at_once_despite_its_pause() -> None:
    named_by = an_approach(
        1, ANN, a_line("write"), a_line("refers", working(1), 2, named_id=9)
    )  # fmt: skip
    named = an_approach(
        2, DANA, ask="meeting", origin="named", via_id=1, opened_on=working(1)
    )  # fmt: skip
    picture = a_snapshot(people=[ANN, DANA], seats=[HELD], approaches=[named_by, named])
    assert cards(on(working(1), picture)) == [("thank", "Ann Lee"), ("write", "Dana Whitlock")]


def test_f9_where_a_name_was_brought_nobody_else_gets_a_first_note_until_it_is_settled() -> None:
    named_by = an_approach(
        1, ANN, a_line("write"), a_line("refers", working(1), 2, named_id=9),
        a_line("thank", working(1), 3),
    )  # fmt: skip
    named = an_approach(2, DANA, ask="meeting", origin="named", via_id=1, opened_on=working(1))
    picture = a_snapshot(people=[ANN, BOB, DANA], seats=[HELD], approaches=[named_by, named])
    plan = on(working(1), picture)
    assert cards(plan) == [("write", "Dana Whitlock")]
    assert "brought" in waits(plan, "Bob Ray")[2]

    settled = named._replace(closed_on=working(1))
    later = a_snapshot(people=[ANN, BOB, DANA], seats=[HELD], approaches=[named_by, settled])
    assert ("ask_introduction", "Bob Ray") in cards(on(working(2), later))


def test_f24_an_agreed_conversation_holds_every_first_note_there_also_of_people_named() -> None:
    agreed = an_approach(
        1, ANN, a_line("write"), a_line("yes", working(1), 2, named_id=9),
        a_line("answer", working(1), 3), ask="advice",
    )  # fmt: skip
    named = an_approach(2, DANA, ask="meeting", origin="named", via_id=1, opened_on=working(1))
    plan = on(working(2), a_snapshot(people=[ANN, DANA], seats=[HELD], approaches=[agreed, named]))
    assert "conversation with Ann Lee" in waits(plan, "Dana Whitlock")[2]


def test_f9_a_company_at_interview_gets_no_first_note() -> None:
    hiring = replace(ACME, stage="interview")
    plan = on(MONDAY, a_snapshot(people=[ANN], companies=[hiring], seats=[SEAT]))
    assert plan.cards == ()


def test_f2_manners_count_where_she_works_now() -> None:
    globex = a_company(2, "Globex")
    former = replace(
        ANN, positions=(a_position(globex), a_position(ACME, current=False))
    )  # fmt: skip
    written = an_approach(5, a_person(7, "Gil Roth", at=globex), a_line("write"))
    picture = a_snapshot(
        people=[former, a_person(7, "Gil Roth", at=globex)],
        companies=[ACME, globex],
        seats=[SEAT, a_seat(2, globex)],
        approaches=[written],
    )
    assert "Gil Roth" in waits(on(MONDAY, picture), "Ann Lee")[2]


def test_f16_somebody_marked_do_not_contact_is_never_proposed() -> None:
    plan = on(MONDAY, a_snapshot(people=[replace(ANN, do_not_contact=True)], seats=[SEAT]))
    assert cards(plan) == [("find_name", "Head of Purchasing")]


def test_f7_a_name_is_looked_for_only_where_nobody_known_is_proposed_or_live() -> None:
    assert cards(on(MONDAY, a_snapshot(seats=[SEAT]))) == [("find_name", "Head of Purchasing")]
    assert ("find_name", "Head of Purchasing") not in cards(
        on(MONDAY, a_snapshot(people=[ANN], seats=[SEAT]))
    )


def test_a_weak_match_is_not_proposed_until_it_is_confirmed() -> None:
    weak = replace(ANN, positions=(a_position(ACME, sureness="weak"),))
    assert "Ann Lee" not in [
        name for _, name in cards(on(MONDAY, a_snapshot(people=[weak], seats=[SEAT])))
    ]


def an_unanswered(*kinds: str) -> list[object]:
    return [a_line(kind, working(n), n + 1) for n, kind in enumerate(kinds)]


def test_f11_a_name_already_written_to_keeps_what_is_left_of_two_notes_and_a_call() -> None:
    once = an_approach(1, DANA, *an_unanswered("write"), ask="meeting")  # type: ignore[arg-type]
    named = an_approach(2, DANA, ask="meeting", origin="named", via_id=1, opened_on=working(20))
    picture = a_snapshot(people=[ANN, DANA], seats=[HELD], approaches=[once, named])
    assert ("write", "Dana Whitlock") in cards(on(working(20), picture))
    written = named._replace(log=(a_line("write", working(20), 9),))
    after = a_snapshot(people=[ANN, DANA], seats=[HELD], approaches=[once, written])
    assert waits(on(working(21), after), "Dana Whitlock")[:2] == ("find_number", working(23))
    called = written._replace(log=(*written.log, a_line("voicemail", working(20), 10)))
    spent = a_snapshot(people=[ANN, DANA], seats=[HELD], approaches=[once, called])
    assert waits(on(working(21), spent), "Dana Whitlock")[:2] == (None, working(25))


def test_f11_with_nothing_left_a_name_waits_ninety_days() -> None:
    twice = an_approach(1, DANA, *an_unanswered("write", "nudge"), ask="meeting")  # type: ignore[arg-type]
    named = an_approach(2, DANA, ask="meeting", origin="named", via_id=1, opened_on=working(20))
    picture = a_snapshot(people=[ANN, DANA], seats=[HELD], approaches=[twice, named])
    rested = working(1) + timedelta(days=90)
    assert waits(on(working(20), picture), "Dana Whitlock")[1] == rested
    assert ("write", "Dana Whitlock") in cards(on(rested, picture))


def test_f28_a_known_person_closed_by_silence_is_proposed_anew_after_ninety_days() -> None:
    silent = an_approach(1, ANN, *an_unanswered("write", "nudge"))  # type: ignore[arg-type]
    picture = a_snapshot(people=[ANN], seats=[SEAT], approaches=[silent])
    closed_on = working(4)
    again = CALENDAR.on_or_after(closed_on + timedelta(days=90))
    assert "Ann Lee" not in [name for _, name in cards(on(CALENDAR.before(again), picture))]
    assert ("write", "Ann Lee") in cards(on(again, picture))
    card = next(card for card in on(again, picture).showable if card.name == "Ann Lee")
    assert card.smaller_ask == "which_team" and "who there may know" in card.why


def test_f7_no_name_is_looked_for_while_somebody_there_has_promised_it() -> None:
    promised = (a_line("write"), a_line("yes", MONDAY, 2), a_line("thank", MONDAY, 3))
    picture = a_snapshot(people=[ANN], seats=[SEAT], approaches=[an_approach(1, ANN, *promised)])
    assert waits(on(working(2), picture), SEAT.title)[1:] == (
        working(11), "Ann Lee has brought you a name or a promise there. That comes first.",
    )  # fmt: skip
    helped = an_approach(1, ANN, a_line("write"), a_line("helped", MONDAY, 2))
    assert ("find_name", SEAT.title) in cards(
        on(working(2), replace(picture, approaches={1: helped}))
    )


def helped_and_thanked(key: int, person: object) -> object:
    log = (a_line("write"), a_line("helped", MONDAY, 2), a_line("thank", MONDAY, 3))
    return an_approach(key, person, *log)  # type: ignore[arg-type]


def test_f27_a_fourth_known_person_keeps_no_stranger_back() -> None:
    four = [replace(ANN, id=n, name=f"Known {n}") for n in (1, 2, 3, 4)]
    three = [helped_and_thanked(n, four[n - 1]) for n in (1, 2, 3)]
    picture = a_snapshot(people=[*four, DANA], seats=[HELD], approaches=three)  # type: ignore[arg-type]
    plan = on(working(3), picture)
    assert "first note a day" in waits(plan, "Dana Whitlock")[2]
    two = a_snapshot(people=[*four, DANA], seats=[HELD], approaches=three[:2])  # type: ignore[arg-type]
    assert "comes first" in waits(on(working(3), two), "Dana Whitlock")[2]


def test_f4_somebody_closed_makes_room_for_the_next_known_person() -> None:
    four = [replace(ANN, id=n, name=f"Known {n}") for n in (1, 2, 3, 4)]
    done = [an_approach(n, four[n - 1], a_line("write"), closed_on=MONDAY) for n in (1, 2, 3)]
    picture = a_snapshot(people=[*four, DANA], seats=[HELD], approaches=done)
    assert "Known 4" in waits(on(working(3), picture), "Dana Whitlock")[2]


def test_f9_a_company_that_rejected_gets_nothing_more() -> None:
    silent = an_approach(1, ANN, a_line("write"))
    rejected = replace(ACME, stage="rejected")
    picture = a_snapshot(companies=[rejected], people=[ANN, BOB], seats=[SEAT], approaches=[silent])
    assert cards(on(working(3), picture)) == []


def test_f10_one_first_note_a_company_a_day_holds_a_named_person_too() -> None:
    today = an_approach(1, ANN, a_line("write", working(1)))
    named = an_approach(2, DANA, ask="meeting", origin="named", via_id=7, opened_on=working(1))
    picture = a_snapshot(people=[ANN, DANA], seats=[HELD], approaches=[today, named])
    assert waits(on(working(1), picture), "Dana Whitlock")[1] == working(2)
    assert ("write", "Dana Whitlock") in cards(on(working(2), picture))


def test_at_most_fifteen_threads_await_an_answer() -> None:
    def awaiting(count: int) -> Plan:
        companies = [a_company(n, f"C{n}") for n in range(1, 17)]
        people = [a_person(n, f"P{n}", at=c) for n, c in enumerate(companies, 1)]
        seats = [a_seat(n, c) for n, c in enumerate(companies, 1)]
        out = [an_approach(n, people[n - 1], a_line("write")) for n in range(1, count + 1)]
        picture = a_snapshot(companies=companies, people=people, seats=seats, approaches=out)
        return plan_day(picture, today=working(1))

    assert "Enough notes are out" in waits(awaiting(15), "P16")[2]
    assert cards(awaiting(14)) == [("write", "P15")]


def test_e2_one_call_in_all_to_somebody_silent_also_after_she_is_named() -> None:
    called = an_approach(1, DANA, *an_unanswered("write", "voicemail"), ask="meeting")  # type: ignore[arg-type]
    log = (a_line("write", working(20), 9),)
    named = an_approach(2, DANA, *log, ask="meeting", origin="named", opened_on=working(20))
    dana = replace(DANA, phones=("+4930",))
    picture = a_snapshot(people=[dana], seats=[HELD], approaches=[called, named])
    assert waits(on(working(21), picture), "Dana Whitlock")[0] is None
    fresh = a_snapshot(people=[dana], seats=[HELD], approaches=[named])
    assert waits(on(working(21), fresh), "Dana Whitlock")[0] == "call"


def test_f16_an_answer_after_the_seeker_closed_a_thread_still_wants_its_thanks() -> None:
    log = (a_line("write"), a_line("helped", working(3), 2))
    closed = an_approach(1, ANN, *log, closed_on=working(2))
    picture = a_snapshot(people=[ANN], seats=[SEAT], approaches=[closed])
    assert ("thank", "Ann Lee") in cards(on(working(3), picture))
    asked_to_stop = replace(ANN, do_not_contact=True)
    stopped = a_snapshot(people=[asked_to_stop], seats=[SEAT], approaches=[closed])
    assert ("thank", "Ann Lee") not in cards(on(working(3), stopped))


def test_f17_a_note_that_came_back_goes_out_again_the_same_day() -> None:
    dana = replace(DANA, emails=(), linkedin="danawhitlock")
    log = (a_line("write"), a_line("bounced", MONDAY, 2))
    back = an_approach(1, dana, *log, ask="meeting")
    plan = on(MONDAY, a_snapshot(people=[dana], seats=[HELD], approaches=[back]))
    assert ("write", "Dana Whitlock") in cards(plan)


def test_f3_a_seat_without_a_holder_rests_until_the_day_it_was_put_off_to() -> None:
    picture = a_snapshot(seats=[SEAT])
    rest = SnoozeFacts(person_id=None, seat_id=1, made_on=MONDAY, until=working(3))
    assert ("find_name", "Head of Purchasing") in cards(on(MONDAY, picture))
    assert waits(on(MONDAY, picture, rest), "Head of Purchasing")[1] == working(3)
    assert ("find_name", "Head of Purchasing") in cards(on(working(3), picture, rest))


def test_f11_somebody_written_to_and_then_named_gets_the_next_step_at_once() -> None:
    dana = replace(DANA, phones=("+4930",))
    by = an_approach(1, ANN, a_line("write"), a_line("refers", working(2), 2, named_id=9),
                     a_line("thank", working(2), 3))  # fmt: skip
    written = an_approach(2, dana, a_line("write"), ask="meeting", origin="named", via_id=1)
    picture = a_snapshot(people=[ANN, dana], seats=[HELD], approaches=[by, written])
    assert ("call", "Dana Whitlock") in cards(on(working(2), picture))


def test_f11_somebody_named_when_nothing_was_left_comes_back_after_ninety_days() -> None:
    by = an_approach(1, ANN, a_line("write"), a_line("refers", working(9), 2, named_id=9),
                     a_line("thank", working(9), 3))  # fmt: skip
    log = (a_line("write"), a_line("voicemail", working(2), 2), a_line("nudge", working(3), 3))
    spent = an_approach(2, DANA, *log, ask="meeting", origin="named", via_id=1)
    picture = a_snapshot(people=[ANN, DANA], seats=[HELD], approaches=[by, spent])
    rested = CALENDAR.on_or_after(working(3) + timedelta(days=90))
    assert waits(on(working(10), picture), "Dana Whitlock")[1] == rested
    assert ("write", "Dana Whitlock") in cards(on(rested, picture))


def test_f16_an_answer_on_the_day_of_closing_counts_when_it_came_after() -> None:
    log = (a_line("write"), a_line("helped", working(3), 9))
    before = an_approach(1, ANN, *log, closed_on=working(3), closed_order=10)
    after = before._replace(closed_order=8)
    for approach, thanked in ((before, False), (after, True)):
        picture = a_snapshot(people=[ANN], seats=[SEAT], approaches=[approach])
        assert (("thank", "Ann Lee") in cards(on(working(3), picture))) is thanked


def test_whoever_was_named_is_late_after_two_days() -> None:
    named = an_approach(2, DANA, ask="meeting", origin="named", via_id=1)
    picture = a_snapshot(people=[ANN, DANA], seats=[HELD], approaches=[named])
    late = {n: c.late for n in range(5) for c in on(working(n), picture).cards if c.person_id == 9}
    assert late == {0: False, 1: False, 2: False, 3: True, 4: True}


def test_f15_what_a_promise_holds_back_waits_until_it_has_closed() -> None:
    promised = an_approach(
        1, ANN, a_line("write"), a_line("yes", working(1), 2), a_line("thank", working(1), 3),
        ask="name",
    )  # fmt: skip
    picture = a_snapshot(people=[ANN, BOB], seats=[SEAT], approaches=[promised])
    kind, free_on, why = waits(on(working(2), picture), "Bob Ray")
    assert kind == "write" and "brought you a name or a promise" in why

    assert ("write", "Bob Ray") not in cards(on(CALENDAR.before(free_on), picture))
    assert ("write", "Bob Ray") in cards(on(free_on, picture))


def test_f15_a_third_person_waits_until_one_of_two_threads_has_ended() -> None:
    first, second = (
        an_approach(n, who, a_line("write"), a_line("nudge", working(3), n + 2))
        for n, who in ((1, ANN), (2, BOB))
    )
    picture = a_snapshot(people=[ANN, BOB, CEM], seats=[SEAT], approaches=[first, second])
    _, free_on, why = waits(on(working(4), picture), "Cem Arslan")
    assert "One at a time" in why

    assert ("write", "Cem Arslan") not in cards(on(CALENDAR.before(free_on), picture))
    assert ("write", "Cem Arslan") in cards(on(free_on, picture))


def test_f9_a_company_that_refused_is_proposed_no_more_and_what_is_open_there_only_closes() -> None:
    rejected = replace(ACME, stage="rejected")
    silent = an_approach(1, ANN, a_line("write"))
    plan = on(
        working(3),
        a_snapshot(
            companies=[rejected], people=[ANN, BOB, DANA], seats=[SEAT, a_seat(2, rejected)],
            approaches=[silent],
        ),
    )  # fmt: skip

    assert cards(plan) == [] and [row.name for row in plan.waiting] == ["Ann Lee"]
    kind, closes_on, why = waits(plan, "Ann Lee")
    assert kind is None and closes_on > working(3)
    assert "has said no" in why


def test_f21_a_call_that_stands_for_the_first_note_is_todays_first_note_there() -> None:
    bob = replace(BOB, emails=(), phones=("+4930",))
    rang = an_approach(1, bob, a_line("voicemail"))
    introduced = an_approach(2, DANA, ask="meeting", origin="named", via_id=7)
    picture = a_snapshot(people=[bob, DANA], seats=[HELD], approaches=[rang, introduced])

    assert ("write", "Dana Whitlock") not in cards(on(MONDAY, picture))
    assert ("write", "Dana Whitlock") in cards(on(working(1), picture))


def test_e2_strangers_called_first_count_among_the_eight_of_a_week() -> None:
    firms = [a_company(n, f"C{n}") for n in range(1, 11)]
    people = [
        replace(
            a_person(n, f"Boss {n}", at=firm, tie=None, title="Head of Purchasing"),
            emails=(), phones=("+4930",),
        )
        for n, firm in enumerate(firms, 1)
    ]  # fmt: skip
    seats = [a_seat(n, firm, holder_id=n) for n, firm in enumerate(firms, 1)]
    called = [an_approach(n, who, a_line("voicemail")) for n, who in enumerate(people[:8], 1)]
    plan = on(
        working(1), a_snapshot(companies=firms, people=people, seats=seats, approaches=called)
    )

    assert [card.name for card in plan.cards if card.kind == "call"] == []
    assert waits(plan, "Boss 9")[2] == "Enough strangers for this week."


def test_a_name_to_find_that_was_asked_for_is_not_lost_when_the_playbook_leaves_it_out() -> None:
    from firststep.facts.playbook import DEFAULT
    from firststep.facts.snapshot import ApproachFacts

    asked = ApproachFacts(
        id=1, person_id=None, seat_id=1, ask="meeting", channel="email", opened_on=MONDAY
    )
    book = replace(DEFAULT, left_out=frozenset({"find_name"}))
    picture = a_snapshot(seats=[SEAT, a_seat(2, a_company(2, "Beta"))], approaches=[asked])
    plan = plan_day(picture, today=MONDAY, book=book)

    assert [(row.ref, row.kind) for row in plan.waiting] == [("1", "find_name")]


def test_f19_the_seekers_own_reason_for_closing_is_not_taken_for_silence() -> None:
    closed = an_approach(1, ANN, a_line("write"), closed_on=working(1), closed_why="silence")
    picture = a_snapshot(people=[ANN], seats=[SEAT], approaches=[closed])

    assert on(working(1), picture).silent == frozenset()
    later = on(CALENDAR.on_or_after(working(1) + timedelta(days=95)), picture)
    assert "Ann Lee" not in [card.name for card in later.showable]


def test_names_looked_up_and_people_kept_in_touch_with_count_in_the_day() -> None:
    from firststep.facts.snapshot import LooseTouch

    zoe = a_person(4, "Zoe Kay", keep="weekly")
    found = a_seat(1, ACME, holder_id=9, named_on=MONDAY)
    picture = a_snapshot(
        people=[DANA, zoe], seats=[found], minutes_a_day=20,
        loose_touches=(LooseTouch(person_id=4, on=MONDAY, out=True),),
    )  # fmt: skip

    plan = on(MONDAY, picture)

    assert plan.cards == () and [card.name for card in plan.rolled] == ["Dana Whitlock"]
