"""What the notes to somebody were for, as a second one says it. Pure."""

from firststep.facts.asks import Ask
from firststep.facts.draft import DraftFacts

# After "I wrote to you on Monday"; who runs a department, and where, is known or left out.
_FOR: dict[Ask, str] = {
    "meeting": "to ask for a short talk{about_there}",
    "name": "to ask who runs {department}{at}",
    "introduction": "to ask for an introduction{at}",
    "advice": "to ask for your advice",
    "tip": "to ask for a tip",
    "connect": "to ask whether we could connect",
    "referral": "to ask whether you'd put my name forward{at}",
}


def matter(facts: DraftFacts, *, a_role: str, department: str, about: str) -> str:
    """What the first note asked for, to a stranger what for; no more than what it was about where
    something else is asked by now. What is given besides as it is said, or ""."""
    at = f" at {about}" if about else ""
    there = f"{department}{at}".strip()
    if facts.asked_else or (facts.ask == "name" and not department):
        return f"about {there or 'my search for work'}"
    if says_why(facts) and (work := _work(a_role, department)):
        return f"about my search for {work}"
    about_there = f" about {there}" if department else ""
    return _FOR[facts.ask].format(department=department, at=at, about_there=about_there)


def _work(a_role: str, department: str) -> str:
    """What is looked for, after "my search for"."""
    if a_role:
        return f"work as {a_role}"
    return f"a new role in {department}" if department else ""


def says_why(facts: DraftFacts) -> bool:
    """Whether they are a stranger who was asked for a talk: they may not remember why."""
    return facts.ask == "meeting" and facts.tie is None and not facts.exploring
