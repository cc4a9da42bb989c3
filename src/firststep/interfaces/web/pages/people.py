"""People: the address book, a page at a time, found by name, title, company or address."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.http import urlencode

from firststep.facts.said import say
from firststep.interfaces.web.forms import record
from firststep.interfaces.web.people_kinds import KINDS_OF_PEOPLE
from firststep.interfaces.web.visit import Visit, page, writes
from firststep.interfaces.words.people import TIES, post_words
from firststep.plan.shown import plan_on
from firststep.steps.people.finding.by_way import reached_by
from firststep.steps.people.finding.finding import PeoplePage, people_page
from firststep.steps.people.finding.nearest import nearest_people
from firststep.steps.people.models import Person
from firststep.steps.people.ties.in_touch import seekers_ties
from firststep.steps.people.ties.tie_kind import TieTold


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    id: int
    name: str
    post: str
    tie: str


@page
def people(visit: Visit) -> HttpResponse:
    """Fifty people at a time, in the order of their names: all, or those of one kind."""
    sought, kind = visit.asked("q"), visit.asked("show")
    among = _of_kind(visit, kind)
    found, words = _found(visit, sought, among)
    asked = {name: value for name, value in (("q", sought), ("show", kind)) if value}
    ties = seekers_ties([person.pk for person in found.people], today=visit.on)
    context = {
        "place": "people",
        "sought": sought,
        "kind": kind,
        "kinds": [(key, told) for key, (told, _who) in KINDS_OF_PEOPLE.items()],
        "words": words,
        "rows": [_row(found, person, ties.get(person.pk)) for person in found.people],
        "further": urlencode({**asked, "after": found.after}) if found.after else "",
        "first": f"?{urlencode(asked)}" if visit.asked("after") else "",
    }
    return visit.page("people.html", context)


def _of_kind(visit: Visit, kind: str) -> set[int] | None:
    if kind not in KINDS_OF_PEOPLE:
        return None
    _told, who = KINDS_OF_PEOPLE[kind]
    return who(plan_on(visit.campaign, visit.on))


def _found(visit: Visit, sought: str, among: set[int] | None) -> tuple[PeoplePage, str]:
    """By a part of name, title or company; else by an address or a number; else who is meant,
    perhaps, by a name with a slip in it; and what is said of a guess."""
    campaign = visit.campaign
    found = people_page(campaign, sought, after=visit.asked("after"), among=among)
    if found.people or not sought:
        return found, ""
    if reached := _within(reached_by(campaign, sought), among):
        return people_page(campaign, among=reached), ""
    near = _within({person.pk for person in nearest_people(campaign, sought)}, among)
    words = say("Nobody has exactly that name. Perhaps you meant:") if near else ""
    return people_page(campaign, among=near), words


def _within(found: set[int], among: set[int] | None) -> set[int]:
    return found if among is None else found & among


def _row(found: PeoplePage, person: Person, tie: TieTold | None) -> PersonLine:
    post = found.positions.get(person.pk)
    words = post_words(post.title, post.written, current=post.current) if post else ""
    return PersonLine(
        id=person.pk,
        name=person.name,
        post=words,
        tie=say("do not contact")
        if person.do_not_contact_on
        else say(TIES[tie.kind])
        if tie
        else "",
    )


@writes
def add_person(visit: Visit) -> HttpResponse:
    """Somebody more; only a name is needed."""
    person = record(visit, "person add")
    return visit.done(f"/people/{person.pk}")
