"""Recording with a step what no form says as its verb takes it: a text kept, another ask."""

from django.http import HttpResponse

from firststep.errors import CannotDo
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
