"""People: the address book, a page at a time, found by a part of name, title or company."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.http import urlencode

from firststep.interfaces.web.forms import record
from firststep.interfaces.web.visit import Visit, page, writes
from firststep.interfaces.words.people import TIES, post_words
from firststep.steps.people.finding.finding import PeoplePage, people_page
from firststep.steps.people.models import Person
from firststep.steps.people.ties.in_touch import in_touch
from firststep.steps.people.ties.tie_kind import InTouch, tie_kind


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    id: int
    name: str
    post: str
    tie: str


@page
def people(visit: Visit) -> HttpResponse:
    """Fifty people at a time, in the order of their names."""
    sought = visit.asked("q")
    found = people_page(visit.campaign, sought, after=visit.asked("after"))
    further = urlencode({"q": sought, "after": found.after}) if found.after else ""
    seen = in_touch([person.pk for person in found.people], today=visit.on)
    context = {
        "place": "people",
        "sought": sought,
        "rows": [_row(visit, found, person, seen.get(person.pk)) for person in found.people],
        "further": further,
        "first": "" if not visit.asked("after") else "?" + urlencode({"q": sought}),
    }
    return visit.page("people.html", context)


def _row(visit: Visit, found: PeoplePage, person: Person, seen: InTouch | None) -> PersonLine:
    post = found.positions.get(person.pk)
    tie = found.ties.get(person.pk)
    words = post_words(post.title, post.written, current=post.current) if post else ""
    kind = TIES[tie_kind(tie.kind, tie.since, today=visit.on, in_touch=seen)] if tie else ""
    return PersonLine(
        id=person.pk,
        name=person.name,
        post=words,
        tie="do not contact" if person.do_not_contact_on else kind,
    )


@writes
def add_person(visit: Visit) -> HttpResponse:
    """Somebody more; only a name is needed."""
    person = record(visit, "person add")
    return visit.done(f"/people/{person.pk}")
