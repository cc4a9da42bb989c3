"""Reading the seeker's own posts and schools."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from firststep.facts.snapshot import OwnFacts
from firststep.keeping.kept_query import Blank, KeptQuery
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import OwnPart, Position
from firststep.steps.people.spelling.no_employers import is_no_employer
from firststep.steps.people.ties.overlap import Overlap, Post, overlap

_OWN = KeptQuery(
    lambda: (
        OwnPart.objects.filter(campaign=Blank("campaign"))
        .order_by("-began_on", "id")
        .values_list("kind", "key", "name", "began_on", "ended_on")
    )
)


def own_facts(campaign: Campaign | int) -> tuple[OwnFacts, ...]:
    """Every post at an employer and every school, the newest first."""
    rows = _OWN(campaign=campaign if isinstance(campaign, int) else campaign.pk)
    return tuple(
        OwnFacts(kind=kind, key=key, name=name, began_on=began, ended_on=ended)
        for kind, key, name, began, ended in rows
        if kind == "school" or not is_no_employer(key)
    )


def overlaps(campaign: Campaign, people: Iterable[int], *, today: date) -> dict[int, Overlap]:
    """With whom of these people the seeker shared an employer or a school."""
    own = own_facts(campaign)
    if not own:
        return {}
    there = Position.objects.filter(campaign=campaign, company__key__in={o.key for o in own})
    wanted = set(people)
    posts: dict[int, list[Post]] = defaultdict(list)
    for person, key, current, began, ended in there.values_list(
        "person_id", "company__key", "current", "began_on", "ended_on"
    ):
        if person in wanted:
            posts[person].append(Post(key=key, current=current, began_on=began, ended_on=ended))
    found = {person: overlap(own, theirs, today=today) for person, theirs in posts.items()}
    return {person: shared for person, shared in found.items() if shared is not None}
