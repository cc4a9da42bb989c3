"""Recording with a step what no form says as its verb takes it: a text kept, another ask."""

from django.http import HttpResponse

from firststep.errors import CannotDo
from firststep.facts.asks import CONVERSATION_ASKS
from firststep.interfaces.web.forms import record
from firststep.interfaces.web.pages import touch
from firststep.interfaces.web.visit import Visit, writes


@writes
def message(visit: Visit, ref: str) -> HttpResponse:
    """The text is kept as it stands; refused, it stands on the page again."""
    try:
        record(visit, "message", ref=ref, subject=visit.given("subject"))
    except CannotDo as refused:
        if refused.kind != "bad_input":
            raise
        return touch.not_kept(visit, ref, refused)
    return visit.done(f"/touch/{ref}?tab=message")


@writes
def change_ask(visit: Visit, ref: str) -> HttpResponse:
    """What to ask of them instead."""
    record(visit, "ask", who=visit.text("who") or ref, what=visit.text("ask"))
    return visit.done()


@writes
def call(visit: Visit, ref: str) -> HttpResponse:
    """How a call ended; after a yes to a talk on to its day, which one agrees on the phone."""
    done = record(visit, "call", also=("text",), ref=ref)
    approach = visit.campaign.approaches.get(pk=done.approach_id)
    agreed = visit.text("outcome") == "yes" and approach.ask in CONVERSATION_ASKS
    return visit.done(f"/touch/{done.approach_id}?agreed=1#agreed" if agreed else None)
