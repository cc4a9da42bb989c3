"""Whose rhythm is a manager's: who holds a seat, or whose title runs the department. Pure."""

from firststep.facts.snapshot import GoalFacts, PersonFacts
from firststep.steps.people.titles.decision_makers import runs_department


def is_manager(person: PersonFacts, goal: GoalFacts | None, *, holds_seat: bool) -> bool:
    """Holds a seat, or a present title that surely runs the department (F12, F18)."""
    if holds_seat or goal is None:
        return holds_seat
    for post in person.positions:
        if not (post.current and post.title):
            continue
        if runs_department(post.title, goal.department) in ("exact", "strong"):
            return True
    return False
