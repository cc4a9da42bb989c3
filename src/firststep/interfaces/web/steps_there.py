"""What comes next with one person, or with the people of one company."""

from collections.abc import Callable
from dataclasses import dataclass

from firststep.facts.said import say
from firststep.facts.step_kinds import STEP_KIND
from firststep.interfaces.answers.day import DayShown, StepOfTheDay, StepToCome
from firststep.interfaces.web.cards import step_link
from firststep.interfaces.web.step_words import coming_words, title


@dataclass(frozen=True, slots=True, kw_only=True)
class StepThere:
    """A step with somebody: whom with, why, what and when."""

    who: str
    link: str
    why: str
    words: str


IsMeant = Callable[[StepOfTheDay | StepToCome], bool]


def steps_there(day: DayShown, company: str) -> list[StepThere]:
    """What the plan has for one company: what stands on Today, then what waits, in its order."""
    return _steps(day, lambda one: one.company == company)


def steps_with(day: DayShown, person_id: int) -> list[StepThere]:
    """What the plan has for one person, in the same order."""
    return _steps(day, lambda one: one.person_id == person_id)


def _steps(day: DayShown, wanted: IsMeant) -> list[StepThere]:
    today = [
        _of(card, say("{step}, {when}", step=say(STEP_KIND[card.kind].verb), when=when))
        for cards, when in ((day.cards, say("today")), (day.rolled, say("can wait")))
        for card in filter(wanted, cards)
    ]
    return [*today, *map(_to_come, filter(wanted, day.waiting))]


def _of(card: StepOfTheDay, words: str) -> StepThere:
    return StepThere(
        who=card.name or card.seat or title(card), link=step_link(card), why=card.why, words=words
    )


def _to_come(row: StepToCome) -> StepThere:
    link = f"/touch/{row.ref}"
    return StepThere(who=row.name, link=link, why=row.why, words=coming_words(row))
