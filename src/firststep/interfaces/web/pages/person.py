"""Person: all that is known of somebody, and correcting it."""

from typing import Any

from django.db.models import Q
from django.http import Http404, HttpResponse

from firststep.facts.asks import ASK_KIND, ASK_KINDS
from firststep.facts.channels import by_words
from firststep.facts.kinds import KEEP_EVERY
from firststep.interfaces.links import Leading, leading, profile
from firststep.interfaces.web.forms import record
from firststep.interfaces.web.person_words import source_of, sources, tie_shown
from firststep.interfaces.web.step_words import TIES, happened
from firststep.interfaces.web.thread_words import Happening
from firststep.interfaces.web.visit import Visit, page, writes
from firststep.steps.approach.models import Approach
from firststep.steps.outreach.models import Touch
from firststep.steps.people.models import Address, Person, Tie
from firststep.steps.people.ties.tie_kind import tie_kind
from firststep.verbs.people.unmerge import merges_of

KEEP_CHOICES = tuple((every, every.capitalize()) for every in KEEP_EVERY if every)
TIE_CHOICES = tuple((kind, words.capitalize()) for kind, words in TIES.items())


@page
def person(visit: Visit, person: int) -> HttpResponse:
    """One person whole: ways to reach them, posts, ties, threads, what has happened."""
    row = Person.objects.filter(campaign=visit.campaign, pk=person).first()
    if row is None:
        raise Http404
    addresses = list(row.addresses.order_by("id"))
    ties = list(Tie.objects.filter(Q(person=row) | Q(other=row)).select_related("person", "other"))
    mine = next((tie for tie in ties if tie.other_id is None), None)
    touches = row.touches.filter(on__lte=visit.on).order_by("-on", "-order")
    threads = row.approaches.select_related("seat__company", "via").order_by("-id")
    positions = list(
        row.positions.select_related("company").order_by("-current", "-began_on", "id")
    )
    known = sources([row, *positions, *addresses, *ties])
    context: dict[str, Any] = {
        "place": "people",
        "person": row,
        "source": source_of(row, known) if not row.by_hand else "",
        "ways": _ways(row, addresses, known),
        "dead": [one.value for one in addresses if one.dead_on],
        "email": _first(addresses, "email"),
        "phone": _first(addresses, "phone"),
        "linkedin": profile(row.linkedin or ""),
        "positions": [(post, source_of(post, known)) for post in positions],
        "tie": mine,
        "shown": tie_shown(visit, row, mine),
        "tie_source": source_of(mine, known) if mine else "",
        "keep_choices": KEEP_CHOICES,
        "tie_choices": TIE_CHOICES,
        "ties": [_between(visit, row, tie) for tie in ties if tie.other_id is not None],
        "threads": [_thread(one) for one in threads],
        "history": [_happening(one) for one in touches],
        "ask_choices": ASK_KINDS,
        "merges": merges_of(row, today=visit.on),
    }
    return visit.page("person.html", context)


def _first(addresses: list[Address], kind: str) -> str:
    return next((one.value for one in addresses if one.kind == kind and not one.dead_on), "")


def _ways(
    row: Person, addresses: list[Address], known: dict[int, str]
) -> list[tuple[Leading, str]]:
    """The links to each way they can be reached by, and which import it came from."""
    found = [(one.kind, one.value, source_of(one, known)) for one in addresses if not one.dead_on]
    found += [("linkedin", row.linkedin, "")] if row.linkedin else []
    return [(link, source) for kind, value, source in found for link in leading(kind, value)]


def _between(visit: Visit, row: Person, tie: Tie) -> dict[str, Any]:
    other = tie.other if tie.person_id == row.pk else tie.person
    kind = TIES[tie_kind(tie.kind, tie.since, today=visit.on)]
    return {"other": other, "words": f"{kind}. {tie.how}".strip(". ")}


def _thread(one: Approach) -> dict[str, Any]:
    seat = f"{one.seat.title}, {one.seat.company.name}" if one.seat else ""
    via = f"through {one.via.name}" if one.via else ""
    parts = (seat, via, by_words(one.channel))
    return {
        "ref": str(one.pk),
        "ask": f"You ask {ASK_KIND[one.ask].about}",
        "about": " · ".join(part for part in parts if part),
        "closed_on": one.closed_on,
        "opened_on": one.opened_on,
    }


def _happening(touch: Touch) -> Happening:
    words = happened(touch.kind)
    if touch.channel and not touch.inbound:
        words = f"{words} {by_words(touch.channel)}".strip()
    return Happening(
        words=words, on=touch.on, came_in=touch.inbound, touch_id=touch.pk, text=touch.text
    )


@writes
def ask_for(visit: Visit, person: int) -> HttpResponse:
    """Opens a thread with that ask, or changes the ask of the open one."""
    approach = record(visit, "ask", who=f"p{person}", what=visit.text("ask"))
    return visit.done(f"/touch/{approach.pk}")
