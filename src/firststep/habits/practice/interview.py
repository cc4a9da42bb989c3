"""What to have in hand for an interview, and what to ask there. Pure."""

from collections.abc import Iterator
from typing import NamedTuple

from firststep.facts.habits import NOTHING_BETWEEN
from firststep.facts.said import say
from firststep.facts.snapshot import Snapshot
from firststep.habits.practice.lines import aloud_line, spoken_to_strangers
from firststep.steps.outreach.questions import questions

AT_AN_INTERVIEW = "interview"


class Prepared(NamedTuple):
    """What to bring along, a thought each, and questions to those who interview; the last asks how
    things go on."""

    bring: tuple[str, ...]
    questions: tuple[str, ...]


def at_an_interview(snapshot: Snapshot, company_id: int) -> Prepared:
    """What one can prepare for the interview at a company."""
    goal, variety = snapshot.goal, spoken_to_strangers(snapshot)
    asked = questions(
        AT_AN_INTERVIEW,
        department=goal.department if goal else "",
        seed=company_id,
        count=3,
        variety=variety,
    )
    return Prepared(tuple(_bring(snapshot, company_id)), (*asked, aloud_line("decides", variety)))


def _bring(snapshot: Snapshot, company_id: int) -> Iterator[str]:
    company = snapshot.companies.get(company_id)
    if company and company.opening and company.opening.role:
        yield say(
            "They look for: {role}. For each thing the post asks for, one example of your own: "
            "what was to be done, what you did, what came of it.",
            role=company.opening.role,
        )
    else:
        yield say(
            "Three examples from your own work: what was to be done, what you did, what came of it."
        )
    yield from _heard_there(snapshot, company_id)
    yield say("One sentence on why this company, and one on why you are looking for work now.")


def _heard_there(snapshot: Snapshot, company_id: int) -> Iterator[str]:
    """With whom of theirs one has talked, and about what: it is no secret, and it counts."""
    talked = {
        approach.person_id
        for approach in snapshot.approaches.values()
        if any(line.kind in ("held", "met") for line in approach.log)
    }
    for key, person in sorted(snapshot.people.items()):
        if key in talked and any(post.company_id == company_id for post in person.current):
            said = snapshot.between.get(key, NOTHING_BETWEEN).said.rstrip(".")
            if said:
                yield say(
                    "You have talked with {name} about {what}: say so where it fits.",
                    name=person.name, what=said,
                )  # fmt: skip
            else:
                yield say("You have talked with {name}: say so where it fits.", name=person.name)
