"""Answers that only look: today, the progress, the ways in. Kept light: typed most often."""

from typing import TYPE_CHECKING, cast

from firststep.errors import CannotDo
from firststep.facts.plan import Plan
from firststep.facts.snapshot import PersonFacts
from firststep.interfaces.answers import shapes
from firststep.interfaces.answers.plain import plain
from firststep.interfaces.answers.shapes import Json
from firststep.journal.actions import Stamp
from firststep.plan.shown import Shown, plan_on, with_person

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign


def today(campaign: "Campaign", *, stamp: Stamp, minutes: int | None = None) -> Json:
    """The day's few steps, what waits, and how much did not fit."""
    return the_day(plan_on(campaign, stamp.on, minutes=minutes).plan)


def the_day(plan: Plan) -> Json:
    return {
        "on": shapes.day(plan.on),
        "cards": [shapes.card(one) for one in plan.cards],
        "waiting": [shapes.waiting(one) for one in plan.waiting],
        "rolled_over": len(plan.rolled),
        "coming": shapes.coming(plan.coming) if plan.coming else None,
        "done_for_today": plan.done_for_today,
        "day_off": plan.day_off,
    }


def progress(campaign: "Campaign", *, stamp: Stamp, a_week: int | None = None) -> Json:
    """How far the campaign has come and how far still; `a_week`: what if that many people a week
    were written to."""
    from firststep.learn.forecast import WHAT_IF, forecast
    from firststep.learn.look_back import look_back
    from firststep.learn.progress import progress as counted

    snapshot, plan, book, _ = plan_on(campaign, stamp.on)
    found = counted(snapshot, today=stamp.on, silent=plan.silent, book=book)
    answer = cast("Json", plain(found))
    answer["follow_up"] = {**answer["follow_up"], "rate": found.follow_up.rate}
    ahead = forecast(
        snapshot, today=stamp.on, silent=plan.silent, book=book, what_if=a_week or WHAT_IF
    )
    week = look_back(snapshot, until=stamp.on)
    answer["week"] = {**plain(week), "words": week.words()}
    return {**answer, "forecast": shapes.forecast(ahead)}


def path(campaign: "Campaign", *, stamp: Stamp, whom: str) -> list[Json]:
    """The ways in to a person or a seat, likeliest first."""
    from firststep.plan.ways_in import refused_by, ways_in
    from firststep.steps.people.finding.references import person_or_seat
    from firststep.steps.people.models import Person

    meant = person_or_seat(campaign, whom)
    shown = plan_on(campaign, stamp.on)
    seat = None if isinstance(meant, Person) else shown.snapshot.seats.get(meant.pk)
    person_id = meant.pk if isinstance(meant, Person) else seat.holder_id if seat else None
    shown = with_person(shown, campaign, person_id)
    person = shown.snapshot.people.get(person_id or 0)
    _refuse_settled(shown, person)
    if company := refused_by(shown, person=person, seat=seat):
        raise CannotDo(f"{company} has said no. Nobody there is asked for more.")
    found = ways_in(shown, person=person, seat=seat, on=stamp.on)
    return [shapes.way_in(one, shown.snapshot) for one in found]


def _refuse_settled(shown: Shown, person: PersonFacts | None) -> None:
    from firststep.plan.playbook.situation import day
    from firststep.plan.ways_in import settled_by_no

    if person is None:
        return
    if person.do_not_contact:
        raise CannotDo(f"{person.name} is not to be contacted. You said so yourself.")
    if (on := settled_by_no(shown, person.id)) is not None:
        raise CannotDo(f"{person.name} said no on {day(on)}. That is settled for this round.")
