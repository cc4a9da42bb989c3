"""Refusals as pages: plain words, what was typed, and what to do next."""

import secrets
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.multipartparser import MultiPartParserError
from django.http.response import HttpResponseBase
from django.shortcuts import render

from firststep.errors import CannotDo, NoRoom, Stale
from firststep.facts.said import say, to_say
from firststep.interfaces.mistakes import trouble, write_down
from firststep.interfaces.web.beside import OF_EVERY_FORM
from firststep.interfaces.web.languages import speak
from firststep.interfaces.web.visit import our_address
from firststep.interfaces.web.where_it_stood import where_it_stood
from firststep.plan.shown import present_campaign
from firststep.steps.goal.models import Campaign

STATUS = {"refused": 409, "ambiguous": 409, "not_found": 404, "bad_input": 400, "unavailable": 503}
KEPT_OUT = OF_EVERY_FORM
FOREIGN_FORM = to_say(
    "That form did not come from a page of Firststep. Nothing was written. Open the page you want "
    "here, then try again."
)
TITLES = {
    400: to_say("That cannot be read"),
    403: to_say("This form is too old"),
    404: to_say("That is not here"),
    409: to_say("That cannot be done as it stands"),
    500: to_say("Something went wrong here"),
    503: to_say("That is not possible now"),
    507: to_say("The disk is full"),
}
# What fields are called where they are shown again; another is called by its name.
_CALLED_THUS = (
    to_say("line", sense="a field"),
    to_say("text", sense="a field"),
    to_say("name", sense="a field"),
    to_say("names", sense="a field"),
    to_say("company", sense="a field"),
    to_say("title", sense="a field"),
    to_say("email", sense="a field"),
    to_say("phone", sense="a field"),
    to_say("role", sense="a field"),
    to_say("department", sense="a field"),
    to_say("place", sense="a field"),
    to_say("places", sense="a field"),
    to_say("country", sense="a field"),
    to_say("day", sense="a field"),
    to_say("hour", sense="a field"),
    to_say("until", sense="a field"),
    to_say("note", sense="a field"),
    to_say("how", sense="a field"),
    to_say("who", sense="a field"),
    to_say("what", sense="a field"),
    to_say("said", sense="a field"),
    to_say("subject", sense="a field"),
    to_say("purpose", sense="a field"),
    to_say("answer", sense="a field"),
    to_say("minutes", sense="a field"),
    to_say("to", sense="a field"),
    to_say("on", sense="a field"),
    to_say("at", sense="a field"),
)


class Refusals:
    """Turns CannotDo, wherever a page raised it, into a page of plain words."""

    def __init__(self, inner: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.inner = inner

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.inner(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page for a refusal; None for what is no refusal."""
        if isinstance(error, Stale):
            return stale(request, error)
        if isinstance(error, CannotDo):
            return refusal(request, error)
        known = trouble(error)
        if known is None:
            return None
        write_down(error, f"{request.method} {request.path}")
        return refusal(request, known)


def refusal(request: HttpRequest, error: CannotDo) -> HttpResponse:
    """What could not be done, in words; the candidates of an ambiguous name; what was typed.

    It stands beside the field it is about, on the page the form was sent from.
    """
    meant = [_meant(one) for one in error.candidates]
    status = 507 if isinstance(error, NoRoom) else STATUS[error.kind]
    if error.kind != "unavailable" and (page := _with_its_form(request, error, meant)):
        return HttpResponse(page, status=400 if status == 404 else status)  # the page is there
    context: dict[str, Any] = {"words": error.words, "candidates": meant, "typed": typed(request)}
    if error.kind == "unavailable" and request.method == "POST":
        context["again"] = _again(request)
    return _page(request, status, context)


def _with_its_form(
    request: HttpRequest, error: CannotDo, meant: list[dict[str, str]]
) -> str | None:
    """The page the form stood on, with the refusal beside its field; None for no form of ours."""
    if request.method != "POST" or not is_own_form(request):
        return None
    return where_it_stood(request, posted_to(request), error, meant)


ROOMS = {"person": "/people/", "company": "/companies/", "seat": "/touch/s"}


def _meant(candidate: Any) -> dict[str, str]:
    """One thing an ambiguous name could mean: its words, and where it stands."""
    if not isinstance(candidate, dict):
        return {"name": str(candidate)}
    room = ROOMS.get(candidate.get("is", ""), "")
    rest = (str(candidate.get(part, "")) for part in ("title", "company"))
    return {
        "name": str(candidate.get("name", "")),
        "sub": " · ".join(filter(None, rest)),
        "link": f"{room}{candidate['id']}" if room else "",
    }


def stale(request: HttpRequest, error: Stale) -> HttpResponse:
    """Both versions: what is newer, and what was typed, ready to be said again."""
    campaign = present_campaign()
    again = _again(request, campaign)
    return _page(request, 409, {"words": error.words, "typed": typed(request), "again": again})


def offered_again(
    request: HttpRequest, *, action: str, fields: list[tuple[str, str]]
) -> HttpResponse:
    """What was typed before the site was started anew, for the browser that is let in again."""
    words = say(
        "You are in again. What you typed was not written yet: look at it, then say it again."
    )
    again = {"once_key": secrets.token_urlsafe(18), "action": action, "fields": fields}
    context = {
        "title": say("Welcome back"),
        "words": words,
        "typed": legible(fields),
        "again": again,
    }
    return render(request, "refused.html", context)


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What the form held, for showing it again, longest last."""
    return legible(typed_fields(request))


def legible(fields: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Fields as a person reads them: those with words in them, longest last."""
    told = [(_called(name), value) for name, value in fields if name != "back"]
    said = [pair for pair in told if pair[1].strip()]
    return sorted(said, key=lambda pair: len(pair[1]) > 120)


def _called(name: str) -> str:
    words = name.replace("_", " ")
    return say(words, sense="a field") if words in _CALLED_THUS else words


def typed_fields(request: HttpRequest) -> list[tuple[str, str]]:
    """The fields of the form, and the page it stood on, without the keys it carried."""
    posted = posted_to(request)
    if not posted:
        return []
    return [
        (name, value[:20_000])
        for name in posted
        if name not in KEPT_OUT
        for value in posted.getlist(name)
    ] + [("back", posted.get("back", "/"))]


def posted_to(request: HttpRequest) -> QueryDict:
    """The form's fields; none where it cannot be read: what is refused for that is read again here
    to be shown."""
    try:
        return request.POST
    except (BadRequest, SuspiciousOperation, MultiPartParserError, OSError, CannotDo):
        return QueryDict()


def is_own_form(request: HttpRequest) -> bool:
    """Whether a form was sent from a page of this very site. Every browser tells where a form comes
    from, and no page of another site or port can say otherwise; what tells nothing is no browser.
    """
    own = f"{request.scheme}://{request.get_host()}"
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    return request.headers.get("Origin", own) == own and site == "same-origin"


def _again(request: HttpRequest, campaign: Campaign | None = None) -> dict[str, Any] | None:
    """The form to say it again; None for a form of another site, which is never offered filled."""
    if not is_own_form(request):
        return None
    return {
        "revision": campaign.revision if campaign else "",
        "mark": campaign.mark if campaign else "",
        "once_key": secrets.token_urlsafe(18),
        "action": request.get_full_path(),
        "fields": typed_fields(request),
    }


def _page(request: HttpRequest, status: int, context: dict[str, Any]) -> HttpResponse:
    context["look"] = status == 404
    context["back"] = our_address(posted_to(request).get("back", ""))
    return render(request, "refused.html", {"title": say(TITLES[status]), **context}, status=status)


def _speak() -> None:
    """In the language of the campaign, where the database tells it: no page of it was reached."""
    with suppress(DatabaseError):
        if campaign := present_campaign():
            speak(campaign.language)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """No such page, person, company or step."""
    _speak()
    return _page(request, 404, {"words": say("There is nothing at this address. It may be gone.")})


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """A request no browser makes from these pages."""
    _speak()
    return _page(request, 400, {"words": say("Go back and try again.")})


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """The page was opened before this browser was let in anew: nothing typed is lost. A form of
    another site is only refused."""
    _speak()
    again = _again(request)
    if again is None:
        return _page(request, 403, {"words": say(FOREIGN_FORM)})
    words = say("This page was opened before Firststep was started again. Nothing was written yet.")
    return _page(request, 403, {"words": words, "typed": typed(request), "again": again})


def broken(request: HttpRequest) -> HttpResponse:
    """What went wrong outside a page: what is known, or our own mistake."""
    error = sys.exc_info()[1]
    known = error if isinstance(error, CannotDo) else trouble(error) if error else None
    if known is not None:
        return refusal(request, known)
    words = say(
        "What you recorded before is safe. Go back and try again. If it stays, restart "
        "Firststep; the particulars are in errors.log in your data folder."
    )
    return render(request, "refused.html", {"title": say(TITLES[500]), "words": words}, status=500)
