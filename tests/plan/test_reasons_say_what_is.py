"""A reason claims only what is so, in the situation it is shown in."""

from dataclasses import replace
from datetime import timedelta

from firststep.facts.snapshot import TieFacts
from firststep.plan.planner import plan_day
from tests.builders import MONDAY, a_person, a_seat, a_snapshot
from tests.rules.acme import ACME, ANN, DANA, GLOBEX, HELD, at_acme, plan, told, with_whom, working

FAY = a_person(5, "Fay Ode", at=GLOBEX)


def why(found: object, name: str) -> str:
    return next(card.why for card in found.showable if card.name == name)  # type: ignore[attr-defined]


def test_of_two_absences_the_day_that_was_told_last_is_told() -> None:
    longer = with_whom(
        1, ANN, ("write", 0), ("out_of_office", 1, {"until": working(8)}),
        ("out_of_office", 5, {"until": working(14)}),
    )  # fmt: skip
    shorter = with_whom(
        1, ANN, ("write", 0), ("out_of_office", 1, {"until": working(14)}),
        ("out_of_office", 5, {"until": working(8)}),
    )  # fmt: skip

    for thread, back in ((longer, 15), (shorter, 9)):
        found = plan(6, at_acme([ANN], thread))
        day = working(back)
        assert told(found, "Ann Lee") == f"Ann is away until {day:%A} {day.day} {day:%B}."
        assert found.waiting[0].due_on == day


def test_nobody_can_introduce_is_said_only_where_nobody_known_could() -> None:
    alone = at_acme([DANA], seat=HELD)
    assert "nobody you know can introduce you now" in why(plan(0, alone), DANA.name)

    closed = with_whom(1, ANN, ("write", -9), ("nudge", -6), closed_on=working(-1))
    beside = at_acme([ANN, DANA], closed, seat=HELD)
    assert "nobody you know has introduced you so far" in why(plan(0, beside), DANA.name)

    tie = TieFacts(id=9, kind="known", other_id=FAY.id)
    through = at_acme([replace(DANA, ties_to=(tie,)), FAY], seat=HELD)
    assert "nobody you know has introduced you so far" in why(plan(0, through), DANA.name)


def test_a_second_way_in_is_told_of_who_has_answered_there() -> None:
    gus = a_person(7, "Gus Ray", at=ACME, title="Buyer")
    silent = at_acme([ANN, gus], with_whom(1, ANN, ("write", -4)))
    assert why(plan(0, silent), "Gus Ray").startswith("Your first note to Acme has no answer yet.")

    answered = with_whom(1, ANN, ("write", -5), ("question", -5), ("answer", -4))
    told_so = why(plan(0, at_acme([ANN, gus], answered)), "Gus Ray")
    assert told_so.startswith("Ann Lee at Acme has answered you. Gus is a second way in")


def test_only_who_decides_is_said_to_decide() -> None:
    clerk = a_person(7, "Gus Ray", at=ACME, title="Clerk", tie=None)
    asked = with_whom(1, clerk, ask="advice", opened_on=MONDAY)
    assert why(plan(0, at_acme([clerk], asked)), "Gus Ray").startswith("You do not know Gus Ray")


def test_who_cannot_be_reached_is_told_with_whoever_named_them() -> None:
    nowhere = replace(DANA, emails=(), phones=(), linkedin="")
    named = with_whom(1, nowhere, ask="meeting", opened_on=MONDAY, origin="named", via_id=ANN.id)
    alone = with_whom(1, nowhere, ask="meeting", opened_on=MONDAY)

    told = "There is no way to reach Dana yet. An e-mail address or a profile is enough."
    found = [why(plan(0, at_acme([ANN, nowhere], one, seat=HELD)), DANA.name)
             for one in (named, alone)]  # fmt: skip
    assert found == [f"Ann Lee gave you this name. {told}", told]


def test_a_message_left_by_phone_is_not_said_to_be_a_note() -> None:
    only_number = replace(DANA, emails=(), phones=("+4930123",))
    rung = with_whom(1, only_number, ("voicemail", 0), ask="meeting", channel="phone")
    reached = replace(at_acme([only_number], rung, seat=HELD))
    with_address = replace(DANA, phones=("+4930123",))
    later = replace(reached, people={**reached.people, DANA.id: with_address})

    day = MONDAY
    while not (cards := [c for c in plan_day(later, today=day).showable if c.kind == "nudge"]):
        day += timedelta(days=1)
    assert cards[0].why.startswith("The message you left on Monday 2 November has no answer yet.")


def test_who_is_known_at_a_target_is_not_said_to_work_in_the_field() -> None:
    reached = with_whom(1, DANA, ("write", -9), ("yes", -8), ("held", -7), ("thank", -7),
                        ask="meeting")  # fmt: skip
    picture = a_snapshot(
        people=[ANN, DANA], seats=[a_seat(1, ACME, holder_id=DANA.id)], approaches=[reached]
    )
    assert why(plan(0, picture), "Ann Lee") == (
        "You know Ann, who works at Acme. Ask for advice, not for a job."
    )
