"""The round ends with a job."""

from firststep.errors import CannotDo
from firststep.facts.said import say
from firststep.journal.actions import Stamp, recording
from firststep.journal.turns import in_turn
from firststep.steps.goal.models import Campaign, Company, Goal
from firststep.steps.goal.rows import needed_goal
from firststep.steps.people.finding.finding import find_company
from firststep.steps.people.rows.targets import known_company


@in_turn
def record_landed(campaign: Campaign, *, stamp: Stamp, company: str) -> Goal:
    """Ends the round that runs: the seeker has a job at that company, a target or not.

    People, favours and whom one stays in touch with stay. Raises CannotDo where no round runs, or
    for a day before it began.
    """
    goal = needed_goal(campaign)
    if stamp.on < goal.began_on:
        raise CannotDo(
            "The round began on {began_on}. Look at the day.",
            began_on=goal.began_on,
            kind="bad_input",
        )
    found = _known(campaign, company)
    with recording(campaign, stamp, verb="landed", about="goal") as change:
        at = found or known_company(change, company)
        change.change(goal, ended_on=change.on, landed_at=at)
        if at.stage != "job_offer":
            change.change(
                at,
                stage="job_offer",
                staged_on=change.on,
                interviewed_on=at.interviewed_on or change.on,
            )
        change.words = say("You landed at {name}.", name=at.name)
    return goal


def _known(campaign: Campaign, company: str) -> Company | None:
    """The company, where it is known; None for one nobody wrote down."""
    try:
        return find_company(campaign, company)
    except CannotDo as refused:
        if refused.kind != "not_found" or refused.candidates:
            raise
        return None
