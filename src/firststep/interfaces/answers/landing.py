"""Having landed: who is to hear of it, which favours are open, whose details are not needed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from firststep.errors import CannotDo
from firststep.habits.favours.reckoning import favours_on
from firststep.interfaces.answers.letters import letter_at
from firststep.journal.actions import Stamp
from firststep.plan.shown import Shown, plan_on, step_in
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.models import Touch
from firststep.steps.people.models import Person
from firststep.verbs.goal.landing import record_landed

HEARD_FROM = ("yes", "helped", "refers", "question", "held", "talked", "met", "offered")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteOfLanding:
    """A note prepared for somebody who helped. `approach_id` is null: it opens nothing."""

    person_id: int
    name: str
    ref: str
    approach_id: int | None
    subject: str
    draft: str
    blanks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MayGo:
    """Somebody looked up whose details are no longer needed: `forget` takes them out."""

    person_id: int
    name: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LandedShown:
    company: str
    round_ended_on: date
    notes: tuple[NoteOfLanding, ...]
    favours_open: int
    may_go: tuple[MayGo, ...]


def landed(campaign: Campaign, *, stamp: Stamp, company: str = "") -> LandedShown:
    """What is left after landing; with a company the round ends first. Raises CannotDo where one
    has not landed yet and names no company."""
    if company:
        record_landed(campaign, stamp=stamp, company=company)
    shown = plan_on(campaign, stamp.on)
    found = shown.snapshot.landed
    if found is None:
        raise CannotDo(
            "Say where you landed.", kind="bad_input", typed="firststep landed --company NAME"
        )
    return LandedShown(
        company=found.company,
        round_ended_on=found.on,
        notes=tuple(_notes(campaign, shown)),
        favours_open=sum(one.is_open for one in favours_on(campaign.pk, stamp.on)),
        may_go=tuple(_may_go(campaign)),
    )


def _notes(campaign: Campaign, shown: Shown) -> Iterator[NoteOfLanding]:
    for card in shown.plan.showable:
        if card.kind != "tell_news" or card.person_id is None:
            continue
        found = letter_at(step_in(shown, campaign, card.ref)).draft
        yield NoteOfLanding(
            person_id=card.person_id,
            name=card.name,
            ref=card.ref,
            approach_id=None,
            subject=found.subject,
            draft=found.body,
            blanks=found.blanks,
        )


def _may_go(campaign: Campaign) -> Iterator[MayGo]:
    """People looked up for this search who never answered, and whom the seeker does not know."""
    heard = Touch.objects.filter(campaign=campaign, kind__in=HEARD_FROM).values("person_id")
    strangers = Person.objects.filter(
        campaign=campaign, import_id__isnull=True, keep="", do_not_contact_on=None
    ).exclude(ties__other=None, ties__isnull=False)
    for row in strangers.exclude(pk__in=heard).order_by("pk"):
        yield MayGo(
            person_id=row.pk, name=row.name, why="Looked up for this search; never answered."
        )
