"""Events: days among people, whom one met there, and what was offered."""

from django.http import HttpResponse

from firststep.interfaces.answers.events import event_list, event_show, offer_list
from firststep.interfaces.web.visit import Visit, page
from firststep.interfaces.words.following import event_stands, follow_up_stands, offer_stands


@page
def events(visit: Visit) -> HttpResponse:
    """All events, the newest first, and the offers."""
    stamp = visit.stamp()
    found = event_list(visit.campaign, stamp=stamp)
    context = {
        "place": "people",
        "rows": [(one, event_stands(one)) for one in found],
        "at": next((one.name for one in found if one.days_left is not None), ""),
        "offers": [(one, offer_stands(one)) for one in offer_list(visit.campaign, stamp=stamp)][
            ::-1
        ],
    }
    return visit.page("events.html", context)


@page
def event(visit: Visit, event: int) -> HttpResponse:
    """One event: before it whom to look for, after it whom to follow up with."""
    found = event_show(visit.campaign, stamp=visit.stamp(), event=f"e{event}")
    context = {
        "place": "people",
        "event": found,
        "stands": event_stands(found),
        "people": [(one, follow_up_stands(one)) for one in found.people],
        "at": f"e{event}",
        "came": found.days_left is not None,
    }
    return visit.page("event.html", context)
