"""Names to find, several companies in one sitting, with where to look for each."""

from collections.abc import Iterator

from django.http import HttpResponse

from firststep.facts.plan import Plan
from firststep.facts.playbook import NAME_RESTS_DAYS
from firststep.interfaces.web.cards import searches
from firststep.interfaces.web.visit import Visit, page
from firststep.plan.shown import plan_on

AT_ONE_SITTING = 5


@page
def names(visit: Visit) -> HttpResponse:
    """The posts whose names the day asks for, and those that come after them."""
    shown = plan_on(visit.campaign, visit.on)
    seats = [shown.snapshot.seats[key] for key in _to_find(shown.plan)][:AT_ONE_SITTING]
    companies = shown.snapshot.companies
    rows = [(seat, companies[seat.company_id].name) for seat in seats]
    context = {
        "place": "companies",
        "later": shown.snapshot.calendar.after(visit.on, NAME_RESTS_DAYS),
        "rows": [(seat, name, searches(name, seat.title)) for seat, name in rows],
    }
    return visit.page("names.html", context)


def _to_find(plan: Plan) -> Iterator[int]:
    yield from (card.seat_id for card in plan.showable if card.kind == "find_name" and card.seat_id)
    for row in plan.waiting:
        if row.kind == "find_name" and row.waits_for == "one_a_day":
            yield int(row.ref.removeprefix("s"))
