"""Who is proposed though not at a target: friends in the goal's field or place (F28). Pure."""

from firststep.facts.snapshot import GoalFacts, PersonFacts
from firststep.steps.people.titles.decision_makers import runs_department, sits_in


def fits_elsewhere(person: PersonFacts, goal: GoalFacts | None) -> bool:
    """A close or known tie made by hand whose work is in the goal's field or place."""
    tie = person.tie
    if goal is None or tie is None or tie.kind not in ("close", "known") or not tie.by_hand:
        return False
    if person.place and person.place.casefold() in {p.casefold() for p in goal.places}:
        return True
    return any(
        sits_in(post.title, goal.department) or runs_department(post.title, goal.department)
        for post in person.current
        if post.title
    )
