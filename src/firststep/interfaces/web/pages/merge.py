"""Who may be one person: pairs side by side, and what the seeker says about each."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, FilteredRelation, Q
from django.http import HttpResponse

from firststep.facts.said import say, to_say
from firststep.interfaces.answers.merging import MadeOne
from firststep.interfaces.web.forms import record
from firststep.interfaces.web.visit import Visit, page, writes
from firststep.interfaces.words.people import TIES, post_words
from firststep.steps.people.models import Person, Position
from firststep.steps.people.same_person.differing import CHOICES, Difference, differing_in
from firststep.steps.people.same_person.known import Known
from firststep.steps.people.same_person.suggesting import likely_pairs
from firststep.steps.people.ties.in_touch import in_touch
from firststep.steps.people.ties.tie_kind import InTouch, tie_kind

PAIRS_AT_ONCE = 10
HOW_SURE = {
    "exact": to_say("As good as certain"), "strong": to_say("Very likely"),
    "weak": to_say("Perhaps"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two people who may be one: what is known of them, a line a kind of fact."""

    id: int
    name: str
    since: date | None
    stopped: bool
    entry: Person
    facts: tuple[tuple[str, list[str]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A fact that two people tell differently: what each tells, by their numbers."""

    field: str
    words: str
    values: tuple[tuple[int, str], ...]
    why: str


@page
def pairs(visit: Visit) -> HttpResponse:
    """Ten pairs at a time, the surest first; whatever is answered makes room for the next."""
    likely = likely_pairs(visit.campaign)
    shown = likely.pairs[:PAIRS_AT_ONCE]
    sides = side_by_side(visit, {pk: likely.known[pk] for pair in shown for pk in (pair.a, pair.b)})
    people = {pk: side.entry for pk, side in sides.items()}
    differing = differing_in(shown, people, likely.known)
    context = {
        "place": "people",
        "count": len(likely.pairs),
        "more": len(likely.pairs) - len(shown),
        "pairs": [
            {
                "sure": say(HOW_SURE[pair.sureness]),
                "why": pair.why,
                "sides": [sides[pair.a], sides[pair.b]],
                "key": f"{pair.a}-{pair.b}",
                "choices": choices(differing[pair.a, pair.b]),
            }
            for pair in shown
        ],
    }
    return visit.page("merge.html", context)


def choices(differing: Iterable[Difference]) -> list[Choice]:
    """What of each fact that differs may be taken; first what is taken unless somebody chooses."""
    return [
        Choice(
            field=one.field,
            words=say(CHOICES[one.field]),
            values=tuple(sorted(one.told.items(), key=lambda told: told[0] != one.takes)),
            why=one.why,
        )
        for one in differing
    ]


def side_by_side(visit: Visit, known: dict[int, Known]) -> dict[int, Side]:
    """What is known of each person, in three queries."""
    posts, seen = _posts(known), in_touch(known, today=visit.on)
    rows = Person.objects.filter(campaign=visit.campaign, pk__in=known)
    own = FilteredRelation("ties", condition=Q(ties__other=None))
    found = rows.annotate(own=own).annotate(
        tie_said=F("own__kind"), tie_how=F("own__how"), tie_since=F("own__since")
    )
    sides: dict[int, Side] = {}
    for person in found:
        one = known[person.pk]
        facts = (
            (say("Works"), posts.get(person.pk, [])),
            (say("Address"), list(one.emails)),
            (say("Number"), list(one.phones)),
            (say("Profile"), [one.linkedin]),
            (say("Place"), [person.place]),
            (say("Birthday"), [person.birthday]),
            (say("Tie"), [_tie(person, seen.get(person.pk), visit.on)]),
            (say("Note"), [person.note[:160]]),
        )
        sides[person.pk] = Side(
            id=person.pk,
            name=person.name,
            since=person.known_since,
            stopped=person.do_not_contact_on is not None,
            entry=person,
            facts=tuple((words, values) for words, values in facts if any(values)),
        )
    return sides


def _tie(person: Any, seen: InTouch | None, on: date) -> str:
    """How the seeker knows somebody, read with their own tie; "" for a stranger."""
    if person.tie_said is None:
        return ""
    kind = tie_kind(person.tie_said, person.tie_since, today=on, in_touch=seen)
    return ": ".join(filter(None, (say(TIES[kind]), person.tie_how)))


def _posts(people: Iterable[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for post in Position.objects.filter(person__in=list(people)).order_by("-current", "id"):
        words = post_words(post.title, post.written, current=post.current)
        found[post.person_id].append(words)
    return found


@writes
def same(visit: Visit) -> HttpResponse:
    """One person: the older entry takes over what the other holds."""
    chosen = {field: visit.text(f"take_{field}") for field in CHOICES}
    take = [f"{field}={whose}" for field, whose in chosen.items() if whose]
    done = record(visit, "merge", apart=False, undo=None, take=take)
    alone = visit.text("alone") and isinstance(done, MadeOne)
    return visit.done(f"/people/{done.person_id}" if alone else "/people/same")
