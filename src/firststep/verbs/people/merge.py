"""Two people of the address book are one, or are not; and taking such a merge back."""

from collections.abc import Mapping
from dataclasses import dataclass

from firststep.errors import CannotDo
from firststep.facts.said import say
from firststep.journal.actions import Recording, Stamp, recording
from firststep.journal.models import Entry
from firststep.journal.turns import in_turn
from firststep.plan.shown import plan_on
from firststep.steps.approach.models import Approach
from firststep.steps.approach.rows import close_approach
from firststep.steps.goal.models import Campaign
from firststep.steps.people.finding.finding import find_person
from firststep.steps.people.models import NotSame, Person
from firststep.steps.people.rows.making import searchable
from firststep.steps.people.rows.ways import keep_suppressed
from firststep.steps.people.same_person.differing import CHOICES, Difference, differing_in
from firststep.steps.people.same_person.suggesting import known_people
from firststep.verbs.people import joining

VERB = "merge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """Who stays, the number by which the merge is taken back, and of what differed what was
    taken."""

    merge_id: int
    person: Person
    decided: list[Difference]


@in_turn
def merge_people(
    campaign: Campaign,
    *,
    stamp: Stamp,
    a: str,
    b: str,
    take: Mapping[str, int] | None = None,
) -> Merged:
    """Makes two people one, who keeps the older number.

    `take` says by whose number a fact is taken that the two tell differently. Do-not-contact of
    either holds for both (P-f). An approach that silence closed stays as it is.
    """
    kept, gone = _two(campaign, a, b)
    decided = _decided(kept, gone, take or {})
    theirs = [one.field for one in decided if one.takes == gone.pk]
    finished = {key for key, _on, _why in plan_on(campaign, stamp.on).plan.closed}
    words = say(
        "You said {name} and {gone_name} are one person.", name=kept.name, gone_name=gone.name
    )
    if kept.name == gone.name:
        words = say("You made the two entries of {name} one.", name=kept.name)
    with recording(campaign, stamp, verb=VERB, words=words, about=kept) as change:
        joining.keep_apart(change, kept, gone)
        joining.join_facts(change, kept, gone, theirs=theirs, chosen=take or ())
        joining.move_rows(change, kept, gone)
        joining.join_approaches(change, kept, finished)
        _stop(change, kept)
        searchable(change, kept)
        change.drop([gone])
    entry = Entry.objects.get(campaign=campaign, revision=change.revision)
    return Merged(merge_id=entry.pk, person=kept, decided=decided)


def _decided(kept: Person, gone: Person, take: Mapping[str, int]) -> list[Difference]:
    """What differs, with what was chosen of it. Raises CannotDo for a choice there is not."""
    for field, whose in take.items():
        if field not in CHOICES:
            fields = ", ".join(CHOICES)
            raise CannotDo(
                say(
                    '"{field}" cannot be chosen. Of both all is kept but these: {fields}.',
                    field=field[:40],
                    fields=fields,
                ),
                kind="bad_input",
            )
        if whose not in (kept.pk, gone.pk):
            raise CannotDo(
                "Say of whom: {pk} or {gone_pk}.", pk=kept.pk, gone_pk=gone.pk, kind="bad_input"
            )
    people = {kept.pk: kept, gone.pk: gone}
    known = {one.id: one for one in known_people(kept.campaign, only=people)}
    (found,) = differing_in([(kept.pk, gone.pk)], people, known).values()
    return [
        one._replace(takes=take[one.field], why="you chose it") if one.field in take else one
        for one in found
    ]


def _stop(change: Recording, kept: Person) -> None:
    """Do-not-contact wins: nothing stays open, and every address is remembered."""
    keep_suppressed(change, kept)
    if kept.do_not_contact_on is not None:
        for approach in Approach.objects.filter(person=kept, closed_on=None).order_by("id"):
            close_approach(change, approach, why="Do not contact.")


@in_turn
def not_the_same(campaign: Campaign, *, stamp: Stamp, a: str, b: str) -> tuple[Person, Person]:
    """Remembers for ever that two people are two."""
    one, other = _two(campaign, a, b)
    words = say(
        "You said {name} (person {pk}) and {other_name} ({other_pk}) are two people.",
        name=one.name,
        pk=one.pk,
        other_name=other.name,
        other_pk=other.pk,
    )
    with recording(campaign, stamp, verb="merge not", words=words) as change:
        if NotSame.objects.filter(one=one, other=other).exists():
            raise CannotDo("You said so before; it is remembered.")
        change.make(NotSame(one=one, other=other, on=change.on))
    return one, other


def _two(campaign: Campaign, a: str, b: str) -> tuple[Person, Person]:
    """The two people meant, the older one first."""
    one, other = find_person(campaign, a), find_person(campaign, b)
    if one.pk == other.pk:
        raise CannotDo(
            "{name} is one person. Name two, by their numbers if need be.",
            name=one.name,
            kind="bad_input",
        )
    return (one, other) if one.pk < other.pk else (other, one)
