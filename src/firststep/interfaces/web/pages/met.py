"""Several met at once: a list, cards or a dropped address card, shown before it is written."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse

from firststep.errors import CannotDo
from firststep.facts.text import whole_number
from firststep.interfaces.web.refusals import STATUS
from firststep.interfaces.web.visit import Visit, writes
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
    try:
        found = read_met(visit.campaign, data)
    except CannotDo as refused:
        return _sheets(visit, [], text=text, refused=refused)
    return _sheets(visit, [MetSheet(number=n, read=one) for n, one in enumerate(found)])


@writes
def note_cards(visit: Visit) -> HttpResponse:
    """Notes down all who are kept, as they were looked through; refused, all stand there again."""
    sheets = [_sheet(visit, n) for n in range(min(visit.whole("people") or 0, _MOST))]
    try:
        people = [one.one for one in sheets if one.keep]
        if not people:
            raise CannotDo("Nobody is chosen. Choose whom you met.", kind="bad_input")
        done = met_all(visit.campaign, stamp=visit.stamp(), people=people, at=visit.text("at"))
    except CannotDo as refused:
        return _sheets(visit, sheets, refused=refused)
    event = done[0].event_id
    return visit.done(f"/events/{event}" if event else "/events/")


def _sheet(visit: Visit, number: int) -> MetSheet:
    """Somebody as the form says: who of those known they are, or somebody new."""
    said = {name: visit.text(f"{name}_{number}") for name in _FIELDS}
    known = whole_number(visit.text(f"is_{number}"))
    one = MetOne(**said, person_id=known or None, is_new=visit.text(f"is_{number}") == "new")
    return MetSheet(
        number=number,
        read=MetRead(one=one, known_as=visit.text(f"known_as_{number}")),
        keep=bool(visit.text(f"keep_{number}")),
    )


def _sheets(
    visit: Visit, sheets: list[MetSheet], *, text: str = "", refused: CannotDo | None = None
) -> HttpResponse:
    context: dict[str, Any] = {
        "place": "people",
        "sheets": sheets,
        "at": visit.text("at"),
        "text": text,
        "asked": sum(bool(one.read.question) for one in sheets),
        "refused": refused.words if refused else "",
    }
    return visit.page("met.html", context, status=STATUS[refused.kind] if refused else 200)
