"""What conversations taught: how its rows are written, and all of it gathered."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from firststep.facts.habits import LESSONS_ABOUT, LessonAbout
from firststep.habits.lessons.models import Lesson
from firststep.journal.actions import Recording
from firststep.steps.goal.models import Campaign
from firststep.steps.goal.typed import line
from firststep.steps.outreach.models import Touch

MOST_LESSON = 500


class LessonTold(NamedTuple):
    """One thing somebody told, with who and when."""

    about: str  # of LESSONS_ABOUT
    what: str
    person_id: int
    name: str
    on: date


def lessons_typed(said: Mapping[str, object]) -> dict[LessonAbout, str]:
    """What was said of each, as it is kept. Raises CannotDo for what is too long."""
    told = {about: str(said.get(about) or "") for about in LESSONS_ABOUT}
    kept = {about: line(text, called="what you learned", most=MOST_LESSON)
            for about, text in told.items()}  # fmt: skip
    return {about: text for about, text in kept.items() if text}


def write_lessons(change: Recording, touch: Touch, told: Mapping[LessonAbout, str]) -> None:
    for about, what in told.items():
        change.make(Lesson(touch=touch, about=about, what=what))


def lessons_on(campaign: Campaign, on: date) -> list[LessonTold]:
    """All that was told up to a day, the newest first."""
    rows = Lesson.objects.filter(campaign=campaign, touch__on__lte=on)
    told = rows.order_by("-touch__on", "-touch__order", "pk").values_list(
        "about", "what", "touch__person_id", "touch__person__name", "touch__on"
    )
    return [LessonTold(*one) for one in told]
