"""What earlier rounds left behind: the last contact with each, and where the seeker has landed."""

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Q

from firststep.facts.asks import CONVERSATION_ASKS
from firststep.facts.habits import LandedFacts, LeftOpen
from firststep.habits.favours.called import WHEN_ASKED, name_they_gave
from firststep.habits.favours.models import Favour
from firststep.snapshot.logs import RowsByKey
from firststep.steps.approach.models import Approach
from firststep.steps.followup.models import Meeting
from firststep.steps.goal.models import Goal
from firststep.steps.outreach.models import Outcome, Touch

LANDED_IN = (
    "Approach", "Company", "Favour", "Goal", "Meeting", "Outcome", "Person", "Touch",
)  # fmt: skip
_TALKS = ("held", "talked")
_SAID = ("yes", "no", "later", "question", "helped", "refers", "offered")
_NO_CONTACT = frozenset({"bounced", "out_of_office", "invite"})


def contacts_before(touches: RowsByKey, approaches: Collection[int]) -> dict[int, date]:
    """The last day of contact with each in rounds before the one that runs, whose approaches
    these are."""
    earlier = {row[2] for row in touches.values()} - {None, *approaches}
    found: dict[int, date] = {}
    for _, person, approach, kind, on, *_ in touches.values() if earlier else ():
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
        left_open=tuple(sorted(dict(_left_open(goal)).items())),
    )


def _helped(goal: Goal) -> Iterator[tuple[int, str]]:
    """Favours of the round, names and introductions given in it, and talks held."""
    favours = Favour.objects.filter(campaign=goal.campaign_id, way="received")
    since = favours.filter(on__gte=goal.began_on, on__lte=goal.ended_on).order_by("on", "pk")
    yield from since.values_list("person_id", "what")
    brought = Approach.objects.filter(goal=goal, via__isnull=False).order_by("opened_on", "pk")
    for via, name in brought.values_list("via_id", "person__name"):
        yield via or 0, name_they_gave(name) if name else ""
    spoke = Q(kind__in=_TALKS) | Q(kind__in=("helped", "refers"))
    talks = Touch.objects.filter(spoke, approach__goal=goal).order_by("on", "order")
    for person, kind in talks.values_list("person_id", "kind"):
        yield person, "" if kind in _TALKS else WHEN_ASKED


def _left_open(goal: Goal) -> Iterator[tuple[int, LeftOpen]]:
    """With whom an answer of the round is not brought to its end: whatever they said last, where no
    talk was held since, and every talk agreed."""
    open_ones = {"approach__goal": goal, "approach__closed_on": None}
    whom = ("approach__person_id", "approach_id", "approach__ask")
    said = Outcome.objects.filter(kind__in=_SAID, **open_ones).order_by("on", "order")
    last = {row[1]: row for row in said.values_list(*whom, "kind", "on", "order")}
    done = _brought_to_its_end(goal)
    for person, approach, ask, kind, *when in last.values():
        found = _open_after(kind, ask, since=done.get(approach, set()), when=(*when,))
        if found and person:
            yield person, found
    agreed = Meeting.objects.filter(held_on=None, cancelled_on=None, **open_ones)
    for person, on in agreed.values_list("approach__person_id", "on_day"):
        if person:  # a talk whose day was past may have been held: there is none to call off
            yield person, "words" if on and goal.ended_on and on < goal.ended_on else "talk"


_Done = set[tuple[str, tuple[date, int]]]


def _brought_to_its_end(goal: Goal) -> dict[int, _Done]:
    """Of each approach the talks held and the answers given, with their day and order."""
    found: dict[int, _Done] = {}
    lines = Touch.objects.filter(approach__goal=goal, kind__in=("held", "talked", "answer"))
    for approach, kind, on, order in lines.values_list("approach_id", "kind", "on", "order"):
        found.setdefault(approach or 0, set()).add((kind, (on, order)))
    return found


def _open_after(kind: str, ask: str, *, since: _Done, when: tuple[date, int]) -> LeftOpen | None:
    done = {what for what, at in since if at > when}
    if done & {"held", "talked"}:
        return None
    if kind == "yes":
        return "talk" if ask in CONVERSATION_ASKS else "promise"
    if kind == "question":
        return "words" if "answer" in done else "answer"
    return "later" if kind == "later" else None
