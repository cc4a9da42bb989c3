"""Whose rhythm is a manager's: who holds a seat, or whose title runs the goal's department. Pure."""

from firststep.facts.snapshot import PersonFacts, Snapshot
from firststep.steps.people.decision_makers import runs_department


def is_manager(person: PersonFacts, snapshot: Snapshot) -> bool:
    """Holds a seat, or a present title that surely runs the department (F12, F18)."""
    if any(seat.holder_id == person.id for seat in snapshot.seats.values()):
        return True
    goal = snapshot.goal
    return goal is not None and any(
        runs_department(post.title, goal.department) in ("exact", "strong")
        for post in person.current
        if post.title
    )
