"""What is under way with the people of one company, and what comes next with each."""

from collections.abc import Iterator
from dataclasses import dataclass

from firststep.facts.step_kinds import STEP_KIND
from firststep.interfaces.answers.day import DayShown, StepOfTheDay
from firststep.interfaces.web.cards import step_link
from firststep.interfaces.web.step_words import coming_words, title


@dataclass(frozen=True, slots=True, kw_only=True)
class StepThere:
    """The next step with somebody there: whom with, why, what and when."""

    who: str
    link: str
    why: str
    words: str


def steps_there(day: DayShown, company: str) -> list[StepThere]:
    """What the plan has for one company: what stands on Today, then what waits, in its order."""
    return [*_today(day, company), *_waiting(day, company)]


def _today(day: DayShown, company: str) -> Iterator[StepThere]:
    for cards, when in ((day.cards, "today"), (day.rolled, "can wait")):
        for card in cards:
            if card.company == company:
                yield _of(card, f"{STEP_KIND[card.kind].verb}, {when}")


def _of(card: StepOfTheDay, words: str) -> StepThere:
    return StepThere(
        who=card.name or card.seat or title(card), link=step_link(card), why=card.why, words=words
    )


def _waiting(day: DayShown, company: str) -> Iterator[StepThere]:
    for row in day.waiting:
        if row.company == company:
            link = f"/touch/{row.ref}"
            yield StepThere(who=row.name, link=link, why=row.why, words=coming_words(row))
