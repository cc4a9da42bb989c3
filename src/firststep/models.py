"""The index of all tables, for Django. Import a table from its own room, never from here."""

from firststep.accounts.models import User
from firststep.habits.events.models import Encounter, Event, Offer
from firststep.habits.favours.models import Favour, Promise
from firststep.habits.lessons.models import Lesson
from firststep.habits.practice.models import Practice
from firststep.journal.models import Entry
from firststep.steps.approach.models import Approach
from firststep.steps.followup.models import Call, Interview, Interviewer, Meeting, Snooze
from firststep.steps.goal.models import Campaign, Company, Goal, JobOpening
from firststep.steps.outreach.models import (
    ChosenWording,
    Heard,
    Message,
    Outcome,
    OwnWording,
    Touch,
)
from firststep.steps.people.models import (
    Address,
    CompanyMatch,
    Evidence,
    Import,
    KnownAs,
    LetGo,
    NotHolder,
    NotSame,
    OwnPart,
    Person,
    Position,
    Seat,
    Suppression,
    Tie,
)

__all__ = [
    "Address", "Approach", "Call", "Campaign", "ChosenWording", "Company", "CompanyMatch",
    "Encounter", "Entry", "Event", "Evidence", "Favour", "Goal", "Heard", "Import", "Interview",
    "Interviewer", "JobOpening", "KnownAs", "Lesson",
    "LetGo", "Meeting", "Message", "NotHolder", "NotSame", "Offer", "Outcome", "OwnPart",
    "OwnWording", "Person", "Position", "Practice", "Promise", "Seat", "Snooze", "Suppression",
    "Tie", "Touch", "User",
]  # fmt: skip
