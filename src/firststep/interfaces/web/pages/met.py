"""Several met at once: a list, cards or a dropped address card, shown before it is written."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse

from firststep.errors import CannotDo, Stale
from firststep.facts.text import whole_number
from firststep.interfaces.web.refusals import STATUS
from firststep.interfaces.web.visit import Visit, writes
from firststep.interfaces.web.where_it_stood import refused_in
from firststep.verbs.habits.cards import MetRead, read_met
from firststep.verbs.habits.event import MetOne, met_all

_MOST_BYTES = 400_001
_MOST = 200  # people of one form
_FIELDS = ("name", "title", "company", "email", "phone", "linkedin", "said", "promise")


@dataclass(frozen=True, slots=True, kw_only=True)
class MetSheet:
    """Somebody who was read, with the number of their fields, and whether they are to be kept."""

    number: int
    read: MetRead
    keep: bool = True

    @property
    def one(self) -> MetOne:
        return self.read.one


@writes
def read_cards(visit: Visit) -> HttpResponse:
    """Everybody in what was pasted or dropped, to be looked through; nothing is written."""
    file = visit.request.FILES.get("file")
    text = visit.text("text", longest=400_000)
    data = file.read(_MOST_BYTES) if file and file.size else text.encode()
    found = read_met(visit.campaign, data)
    return _shown(visit, [MetSheet(number=n, read=one) for n, one in enumerate(found)])


@writes
def note_cards(visit: Visit) -> HttpResponse:
    """Notes down all who are kept, as they were looked through; refused, all stand there again."""
    try:
        people = [one.one for one in _sheets(visit, visit.text) if one.keep]
        if not people:
            raise CannotDo("Nobody is chosen. Choose whom you met.", kind="bad_input")
        done = met_all(visit.campaign, stamp=visit.stamp(), people=people, at=visit.text("at"))
    except Stale:
        raise
    except CannotDo as refused:
        return _refused(visit, refused)
    event = done[0].event_id
    return visit.done(f"/events/{event}" if event else "/events/")


def _refused(visit: Visit, refused: CannotDo) -> HttpResponse:
    """What was looked through, as it was sent, with what is wrong beside its field."""
    form = visit.request.POST
    sheets = _sheets(visit, lambda name: form.get(name, ""))
    if refused.field == "company":
        refused.field = next((f"company_{one.number}" for one in sheets if _lacks_house(one)), "")
    page = _shown(visit, sheets)
    told = refused_in(page.content.decode(), visit.request.path, form, refused)
    return HttpResponse(told, status=STATUS[refused.kind]) if told else page


def _lacks_house(sheet: MetSheet) -> bool:
    return sheet.keep and bool(sheet.one.title) and not sheet.one.company


def _sheets(visit: Visit, field: Callable[[str], str]) -> list[MetSheet]:
    """Everybody as the form says."""
    count = whole_number(visit.request.POST.get("people", "")) or 0
    return [_sheet(number, field) for number in range(min(count, _MOST))]


def _sheet(number: int, field: Callable[[str], str]) -> MetSheet:
    """Somebody as the form says: who of those known they are, or somebody new."""
    said = {name: field(f"{name}_{number}") for name in _FIELDS}
    known = whole_number(field(f"is_{number}"))
    one = MetOne(**said, person_id=known or None, is_new=field(f"is_{number}") == "new")
    return MetSheet(
        number=number,
        read=MetRead(
            one=one, known_as=field(f"known_as_{number}"), question=field(f"asked_{number}")
        ),
        keep=bool(field(f"keep_{number}")),
    )


def _shown(visit: Visit, sheets: list[MetSheet]) -> HttpResponse:
    context: dict[str, Any] = {
        "place": "people",
        "sheets": sheets,
        "at": visit.request.POST.get("at", ""),
        "asked": sum(bool(one.read.question) for one in sheets),
    }
    return visit.page("met.html", context)
