"""What the notes to somebody were for, as a second one says it in German. Pure."""

from firststep.facts.asks import Ask
from firststep.facts.draft import DraftFacts
from firststep.steps.outreach.drafting.matter import says_why

# After "es ging"; who runs a department, and where, is known or left out.
_FOR: dict[Ask, str] = {
    "meeting": "um ein kurzes Gespräch{about_there}",
    "name": "um die Frage, wer{at} den Bereich {department} leitet",
    "introduction": "um einen Kontakt{at}",
    "advice": "um <deinen|Ihren> Rat",
    "tip": "um einen Tipp",
    "connect": "um unsere Verbindung auf LinkedIn",
    "referral": "um eine Empfehlung{at}",
}


def german_matter(facts: DraftFacts, *, role: str, department: str, about: str) -> str:
    """What the first note asked for, to a stranger what for; no more than what it was about where
    something else is asked by now."""
    at = f" bei {about}" if about else ""
    if facts.asked_else or (facts.ask == "name" and not department):
        return _there(department, at) or (f"um {about}" if about else "um meine Suche nach Arbeit")
    if says_why(facts) and (work := _work(role, department)):
        return f"um meine Suche nach {work}"
    there = _there(department, at).removeprefix("um ")
    about_there = f" über {there}" if there else ""
    return _FOR[facts.ask].format(department=department, at=at, about_there=about_there)


def _there(department: str, at: str) -> str:
    return f"um den Bereich {department}{at}" if department else ""


def _work(role: str, department: str) -> str:
    """What is looked for, behind "meine Suche nach"."""
    if role:
        return f"einer Stelle als {role}"
    return f"einer Stelle im Bereich {department}" if department else ""
