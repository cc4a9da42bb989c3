"""An interview in a letter: which words it asks for, and what they say of it. Pure."""

from firststep.facts.draft import DraftFacts
from firststep.steps.outreach.drafting.dates import english_locale, in_a_list, said_day
from firststep.steps.outreach.drafting.names import name_said


def interview_tags(facts: DraftFacts) -> set[str]:
    """The tags of phrases-interview.txt. Who is asked about it is asked in a line."""
    if facts.interview is None:
        return set()
    tag = facts.interview.tag
    return {tag, "narrow"} if tag == "interviewers" else {tag}


def interview_fields(facts: DraftFacts) -> dict[str, str]:
    """Where and when it is, with its on, and who sits there; blanks where it is about none."""
    one = facts.interview
    if one is None:
        return {"interview_at": "[the company]", "interview_day": "[the day]", "interviewers": ""}
    return {
        "interview_at": one.at,
        "interview_day": said_day(one.on, today=facts.on, country=facts.country),
        "interviewers": in_a_list(
            [name_said(name) for name in one.people],
            "standard",
            locale=english_locale(facts.country),
        ),
    }
