"""Having landed: who is to hear of it, which favours are open, whose details are not needed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from firststep.errors import CannotDo
from firststep.facts.habits import LandedFacts, LeftOpen
from firststep.facts.said import say
from firststep.facts.snapshot import PersonFacts, Snapshot
from firststep.habits.favours.reckoning import favours_on
from firststep.interfaces.answers.letters import letter_at
from firststep.journal.actions import Stamp
from firststep.plan.giving_back import told_since
from firststep.plan.loose import EVERY
from firststep.plan.playbook.situation import day
from firststep.plan.shown import plan_on, step_in
from firststep.steps.approach.models import Approach
from firststep.steps.followup.models import Interview, Meeting
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.models import Outcome, Touch
from firststep.steps.people.models import Person
from firststep.verbs.goal.landing import record_landed
from firststep.verbs.safety.forget import forget

STILL_OPEN: dict[LeftOpen, str] = {
    "talk": "the talk with {name}",
    "promise": "what {name} said they would do",
    "later": "coming back to {name}",
    "answer": "the answer you owe {name}",
    "words": "what you and {name} were writing about",
}
HEARD_FROM = (
    "yes",
    "no",
    "later",
    "helped",
    "refers",
    "question",
    "held",
    "talked",
    "met",
    "offered",
)


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
    """`still_agreed` are conversations and interviews agreed elsewhere, and whatever else is open
    with somebody who was not told yet: to be called off with thanks. `kept_in_touch` counts the
    people whose rhythm goes on."""

    company: str
    round_ended_on: date
    notes: tuple[NoteOfLanding, ...]
    favours_open: int
    still_agreed: tuple[str, ...]
    kept_in_touch: int
    may_go: tuple[MayGo, ...]


def landed(
    campaign: Campaign, *, stamp: Stamp, company: str = "", take_out: bool = False
) -> LandedShown:
    """What is left after landing; with a company the round ends first. `take_out` forgets all who
    are listed as no longer needed, for good. Raises CannotDo where one has not landed yet and names
    no company."""
    if company:
        record_landed(campaign, stamp=stamp, company=company)
    shown = plan_on(campaign, stamp.on)
    found = shown.snapshot.landed
    if found is None:
        raise CannotDo(
            "Say where you landed.", kind="bad_input", typed="firststep landed --company NAME"
        )
    if take_out:
        for one in list(_may_go(campaign)):
            alone = replace(stamp, once_key=None, seen=None)
            forget(campaign, stamp=alone, person=f"p{one.person_id}")
    return LandedShown(
        company=found.company,
        round_ended_on=found.on,
        notes=tuple(_notes(campaign, shown.snapshot.calendar.on_or_after(stamp.on))),
        favours_open=sum(one.is_open for one in favours_on(campaign.pk, stamp.on)),
        still_agreed=tuple(_still_agreed(campaign, shown.snapshot, found)),
        kept_in_touch=Person.objects.filter(campaign=campaign, keep__in=EVERY).count(),
        may_go=tuple(_may_go(campaign)),
    )


def _notes(campaign: Campaign, on: date) -> Iterator[NoteOfLanding]:
    """The letters to all who helped, as of a working day: a plan of a day off has no steps."""
    shown = plan_on(campaign, on)
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


def _still_agreed(campaign: Campaign, snapshot: Snapshot, found: LandedFacts) -> Iterator[str]:
    """What has a day still, elsewhere; then what is open without one."""
    told = told_since(snapshot, found)
    ahead = {"campaign": campaign, "on_day__gte": found.on, "held_on": None, "cancelled_on": None}
    talks = Meeting.objects.filter(**ahead).exclude(approach__person__in=told)
    talks = talks.exclude(approach__person__positions__company=found.company_id)
    whom = ("approach__person_id", "approach__person__name", "on_day")
    dated = list(talks.order_by("on_day", "pk").values_list(*whom))
    for _, name, on in dated:
        yield say("the talk with {name} on {day}", name=name, day=day(on))
    others = Interview.objects.filter(**ahead).exclude(company=found.company_id)
    for name, on in others.order_by("on_day", "pk").values_list("company__name", "on_day"):
        yield say("the interview at {company} on {day}", company=name, day=day(on))
    done = told | {row[0] for row in dated}
    for key, what in found.left_open:
        person = snapshot.people.get(key)
        if person and key not in done and not _is_there(person, found):
            yield say(STILL_OPEN[what], name=person.name)


def _is_there(person: PersonFacts, found: LandedFacts) -> bool:
    return any(post.company_id == found.company_id for post in person.current)


def _may_go(campaign: Campaign) -> Iterator[MayGo]:
    """People looked up for this search who never answered, and whom the seeker does not know. Who
    was named by somebody and not written to yet is kept: the name is worth something still."""
    heard = Touch.objects.filter(campaign=campaign, kind__in=HEARD_FROM).values("person_id")
    strangers = Person.objects.filter(
        campaign=campaign, import_id__isnull=True, keep="", do_not_contact_on=None
    ).exclude(ties__other=None, ties__isnull=False)
    written = Touch.objects.filter(campaign=campaign, inbound=False).values("person_id")
    told = Outcome.objects.filter(campaign=campaign, named__isnull=False).values("named_id")
    brought = Approach.objects.filter(campaign=campaign, via__isnull=False).values("person_id")
    named = Q(pk__in=told) | Q(pk__in=brought.exclude(person=None))  # also in a talk
    kept = Q(pk__in=heard) | (named & ~Q(pk__in=written))
    for row in strangers.exclude(kept).order_by("pk"):
        yield MayGo(
            person_id=row.pk, name=row.name, why="Looked up for this search; never answered."
        )
