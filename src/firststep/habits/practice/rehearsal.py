"""Practising a talk: cue cards, and what they are likely to say, in an order that differs each
time and can be had again."""

import random
import re
from functools import cache
from typing import Literal, NamedTuple, get_args

from firststep.facts.said import say
from firststep.habits.practice.brief import Brief
from firststep.habits.practice.interview import Prepared
from firststep.steps.outreach.aloud import ENGLISH, department_aloud, table_aloud
from firststep.steps.outreach.wordings.languages import Variety, written_in

Occasion = Literal["call", "talk", "who", "interview"]
PRACTISED_FOR: tuple[Occasion, ...] = get_args(Occasion)
_ANYBODY = "they"
_HEADING = re.compile(r"<\w+>")
_NO_DEPARTMENT = {"en": "the work", "de": "…"}


class LikelyAnswer(NamedTuple):
    """What they may say, and what one could say back; one's own words are better."""

    they_say: str
    you_might: tuple[str, ...]


def likely_answers(
    occasion: Occasion, *, department: str, seed: int, count: int = 5, variety: Variety = ENGLISH
) -> tuple[LikelyAnswer, ...]:
    """So many of what people say on that occasion, mixed by `seed`; `variety` is that of a
    letter to them."""
    work = department_aloud(department, variety) or _NO_DEPARTMENT[written_in(variety).folder]
    known = [
        LikelyAnswer(one.they_say, tuple(text.format(department=work) for text in one.you_might))
        for one in _table(variety)[occasion]
    ]
    random.Random(seed).shuffle(known)  # nothing is secret
    return tuple(known[:count])


def interview_cards(prepared: Prepared) -> tuple[str, ...]:
    """The same for an interview: what to bring, and what to ask them."""
    asked = tuple(say("Ask: {question}", question=question) for question in prepared.questions)
    return (
        *prepared.bring,
        *asked,
        say("Note the names of who was there. Thank each the same day."),
    )


def cue_cards(brief: Brief, occasion: Occasion, *, name: str, role: str) -> tuple[str, ...]:
    """What to hold in one's hand, a thought each: how to begin, what to ask, how to end."""
    if occasion == "who":
        return (
            say("Who I am, in one sentence. Name, and what I have done."),
            say("What I look for: {role}.", role=role) if role else say("What I am finding out."),
            say("One question to them."),
        )
    return (
        *brief.opening_lines,
        *brief.questions,
        say("The one ask: {ask}", ask=brief.ask),
        say("At the end: {ending}", ending=brief.ending),
        say("Thank {name} today or tomorrow.", name=name or _ANYBODY),
    )


@cache
def _table(variety: Variety) -> dict[str, tuple[LikelyAnswer, ...]]:
    found: dict[str, list[LikelyAnswer]] = {occasion: [] for occasion in PRACTISED_FOR}
    occasion = ""
    for line in table_aloud(__file__, "answers", variety):
        if _HEADING.fullmatch(line):
            occasion = line.strip("<>")
        elif line.startswith("> "):
            last = found[occasion].pop()
            found[occasion].append(last._replace(you_might=(*last.you_might, line[2:])))
        elif line:
            found[occasion].append(LikelyAnswer(line, ()))
    return {one: tuple(rows) for one, rows in found.items()}
