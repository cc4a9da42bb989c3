"""Whose rhythm is a manager's: who holds a seat, or whose title runs the department. Pure."""

from firststep.facts.snapshot import GoalFacts, PersonFacts
from firststep.steps.people.titles.decision_makers import runs_department


def is_manager(person: PersonFacts, goal: GoalFacts | None, *, holds_seat: bool) -> bool:
    """Holds a seat, or a present title that surely runs the department (F12, F18)."""
    if holds_seat:
        return True
    return goal is not None and any(
        runs_department(post.title, goal.department) in ("exact", "strong")
        for post in person.current
        if post.title
    )
