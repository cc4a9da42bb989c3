"""What earlier rounds left behind: the last contact with each, and where the seeker has landed."""

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Q

from firststep.facts.habits import LandedFacts
from firststep.facts.said import to_say
from firststep.habits.favours.models import Favour
from firststep.snapshot.logs import FetchedRow
from firststep.steps.approach.models import Approach
from firststep.steps.goal.models import Goal
from firststep.steps.outreach.models import Touch

LANDED_IN = ("Approach", "Company", "Favour", "Goal", "Outcome", "Person", "Touch")
_TALKS = ("held", "talked")
_NO_CONTACT = frozenset({"bounced", "out_of_office", "invite"})


def contacts_before(touches: list[FetchedRow], approaches: Collection[int]) -> dict[int, date]:
    """The last day of contact with each in rounds before the one that runs, whose approaches
    these are."""
    earlier = {row[2] for row in touches} - {None, *approaches}
    found: dict[int, date] = {}
    for _, person, approach, kind, on, *_ in touches if earlier else ():
        if approach in earlier and kind not in _NO_CONTACT:
            found[person] = max(on, found.get(person, on))
    return dict(sorted(found.items()))


def read_landed(campaign: int, today: date) -> LandedFacts | None:
    """Where the last round ended, and who had a part in it."""
    goals = Goal.objects.filter(campaign=campaign, began_on__lte=today)
    goal = goals.select_related("landed_at").order_by("-id").first()
    if goal is None or goal.landed_at is None or goal.ended_on is None:
        return None
    helped: dict[int, str] = {}
    for person, what in _helped(goal):
        helped[person] = helped.get(person) or what
    return LandedFacts(
        company_id=goal.landed_at.pk,
        company=goal.landed_at.name,
        on=goal.ended_on,
        helped=tuple(sorted(helped.items())),
    )


def _helped(goal: Goal) -> Iterator[tuple[int, str]]:
    """Favours of the round, names and introductions given in it, and talks held."""
    favours = Favour.objects.filter(campaign=goal.campaign_id, way="received")
    since = favours.filter(on__gte=goal.began_on, on__lte=goal.ended_on).order_by("on", "pk")
    yield from since.values_list("person_id", "what")
    brought = Approach.objects.filter(goal=goal, via__isnull=False).order_by("opened_on", "pk")
    for via, name in brought.values_list("via_id", "person__name"):
        yield via or 0, f"the name of {name}" if name else ""
    spoke = Q(kind__in=_TALKS) | Q(kind__in=("helped", "refers"))
    talks = Touch.objects.filter(spoke, approach__goal=goal).order_by("on", "order")
    for person, kind in talks.values_list("person_id", "kind"):
        yield person, "" if kind in _TALKS else to_say("your help when I asked")
