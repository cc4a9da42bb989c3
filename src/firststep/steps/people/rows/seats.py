"""The posts one should know at a target."""

from firststep.errors import CannotDo
from firststep.facts.text import fold
from firststep.journal.actions import Recording
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.goal.rows import present_goal
from firststep.steps.goal.typed import line
from firststep.steps.people.models import Seat
from firststep.steps.people.titles.decision_makers import seat_title, usual_seat_keys


def open_seat(change: Recording, company: Company, title: str) -> Seat:
    """The seat of that title at a company: made, or opened again."""
    title = line(title, called="the title", most=300, needed=True)
    found = Seat.objects.filter(company=company, title_key=fold(title)).first()
    if found is not None:
        return change.change(found, closed_on=None)
    return change.make(
        Seat(company=company, title=title, title_key=fold(title), opened_on=change.on)
    )


def usual_title(campaign: Campaign, company: Company) -> str:
    """The title of the department's manager there. Raises CannotDo while no department is
    chosen."""
    goal = present_goal(campaign)
    if goal is None or not goal.department:
        raise CannotDo(
            "Say which post, or choose the department first.",
            typed="firststep goal --department Purchasing",
        )
    return _title_there(company, goal.department, campaign.language)


def open_usual_seat(change: Recording, company: Company) -> Seat | None:
    """The seat of the department's manager; none while no department is chosen."""
    goal = present_goal(change.campaign)
    if goal is None or not goal.department:
        return None
    title = _title_there(company, goal.department, change.campaign.language)
    return open_seat(change, company, title)


def _title_there(company: Company, department: str, language: str) -> str:
    """As an open seat is called already, whatever the language was then; else as it is now."""
    usual = seat_title(department, language)
    keys = usual_seat_keys(department)
    seats = Seat.objects.filter(company=company, closed_on=None, title_key__in=keys).order_by("pk")
    there = dict(seats.values_list("title_key", "title"))
    return usual if not there or fold(usual) in there else next(iter(there.values()))
