"""One visit to a page: whose campaign, which day, what was typed, and what to answer."""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from firststep.errors import AlreadyDone, CannotDo
from firststep.facts.calendar import local_day
from firststep.facts.text import whole_number
from firststep.interfaces.web.keyboard import KEYBOARD
from firststep.interfaces.web.languages import speak
from firststep.interfaces.web.sample import leads_back
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.plan.shown import present_campaign
from firststep.steps.goal.models import Campaign

LONGEST = 20_000
_MOST_TOLD = 8  # entries of one press that are told by name
ONCE_KEY = re.compile(r"[A-Za-z0-9_-]{8,64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A request to a page of this campaign on this day."""

    request: HttpRequest
    campaign: Campaign
    on: date

    def text(self, name: str, *, longest: int = LONGEST) -> str:
        """What was typed into a field, trimmed. Raises CannotDo where it cannot be kept."""
        given = self.request.POST.get(name, "").replace("\r\n", "\n").strip()
        if "\x00" in given:
            raise CannotDo(
                "That text holds a character that cannot be kept.", kind="bad_input", field=name
            )
        if len(given) > longest:
            raise CannotDo(
                "That is longer than {longest:,} characters. Shorten it, then try again.",
                longest=longest,
                kind="bad_input",
                field=name,
            )
        return given

    def given(self, name: str) -> str | None:
        """The field's text, or None where the form had no such field."""
        return self.text(name) if name in self.request.POST else None

    def changed(self, name: str) -> str | None:
        """The field's text where it is not what the form was drawn with (`was_…`), else None."""
        given = self.given(name)
        return None if given == self.request.POST.get(f"was_{name}", None) else given

    def asked(self, name: str) -> str:
        """A word of the address's query, trimmed and cut to a length nobody types."""
        return self.request.GET.get(name, "").replace("\x00", "").strip()[:200]

    def day(self, name: str) -> date | None:
        """The day typed into a field; None where it was left empty."""
        given = self.text(name, longest=40)
        if not given:
            return None
        try:
            return date.fromisoformat(given)
        except ValueError as error:
            raise CannotDo(
                "{given} is not a day. Write it like 2026-11-25.",
                given=given,
                kind="bad_input",
                field=name,
            ) from error

    def moment(self, day_field: str, time_field: str) -> datetime | None:
        """A day and an hour as agreed, in nobody's zone; None where no day was given."""
        hour = self.text(time_field, longest=20) or "09:00"
        try:
            at = time.fromisoformat(hour)
        except ValueError as error:
            raise CannotDo(
                "{hour} is not an hour. Write it like 14:30.",
                hour=hour,
                kind="bad_input",
                field=time_field,
            ) from error
        day = self.day(day_field)
        return datetime.combine(day, at) if day else None

    def whole(self, name: str) -> int | None:
        """The whole number typed into a field; None where it was left empty."""
        given = self.text(name, longest=20)
        if not given:
            return None
        number = whole_number(given)
        if number is None:
            raise CannotDo(
                "{given} is not a whole number.", given=given, kind="bad_input", field=name
            )
        return number

    def stamp(self) -> Stamp:
        """When and through which form it is recorded: a form that comes twice writes once."""
        key = self.request.POST.get("once_key", "")
        return Stamp(
            on=self.on,
            door="web",
            once_key=key if ONCE_KEY.fullmatch(key) else None,
            seen=self.whole("revision"),
            mark=self.text("mark", longest=64) or None,
        )

    def back(self) -> str:
        """The page the form stood on, if it is one of ours; else Today."""
        return our_address(self.request.POST.get("back", "")) or "/"

    def stands_at(self) -> str:
        """The page one looks at: of a form that is answered with a page, the one it stood on, where
        one may go back to and what is refused next is told."""
        stood = our_address(self.request.POST.get("stood", ""))
        is_answer = self.request.method == "POST" and stood
        return stood if is_answer else self.request.get_full_path()

    def done(self, to: str | None = None) -> HttpResponse:
        """After a write: on to a page, which tells what was recorded and offers to undo it."""
        return went_on(to or self.back(), self.campaign.revision)

    def page(self, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
        """A page with all that every page has."""
        return render(self.request, template, {**on_every_page(self), **context}, status=status)


View = Callable[..., HttpResponseBase]


def page(view: View) -> View:
    """A page to look at: GET only, of the one campaign here; before there is one, the first run."""
    return _of_the_campaign(view, "GET")


def writes(view: View) -> View:
    """A form that records something: POST only, once for each form however often it comes."""
    return _of_the_campaign(view, "POST")


def _of_the_campaign(view: View, method: str) -> View:
    @wraps(view)
    def wrapped(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        if request.method != method and not (method == "GET" and request.method == "HEAD"):
            return HttpResponseNotAllowed([method])
        campaign = present_campaign(to_look=method == "GET")
        if campaign is None:
            return HttpResponseRedirect("/begin")
        speak(campaign.language)
        visit = Visit(request=request, campaign=campaign, on=today_of(campaign))
        try:
            return view(visit, **kwargs)
        except AlreadyDone as done:
            entry = Entry.objects.get(campaign=campaign, pk=done.entry_id)
            return went_on(visit.back(), entry.revision)
        except CannotDo:
            # The first of two presses may have taken away what the second looks for: who is merged.
            if (before := done_before(visit)) is None:
                raise
            return went_on(visit.back(), before.revision)

    return wrapped


def done_before(visit: Visit) -> Entry | None:
    """What the form recorded when it came before; None for one that comes the first time."""
    key = visit.request.POST.get("once_key", "")
    entries = Entry.objects.filter(campaign=visit.campaign)
    return entries.filter(once_key=key).first() if ONCE_KEY.fullmatch(key) else None


def today_of(campaign: Campaign) -> date:
    """The day it is where the seeker lives, or the day the program was told to take for today."""
    told: date | None = getattr(settings, "TODAY", None)
    return told or local_day(timezone.now(), zone=campaign.time_zone, moved_on=campaign.moved_on)


def our_address(given: str) -> str:
    """The address if it is one of this site's, else ""."""
    ours = url_has_allowed_host_and_scheme(given, allowed_hosts=None)
    return given if ours and given.startswith("/") else ""


def went_on(to: str, revision: int) -> HttpResponse:
    """On to a page that tells what was recorded last."""
    path, _, mark = to.partition("#")
    path = re.sub(r"([?&])done=[0-9]+", r"\1", path).rstrip("?&").replace("?&", "?")
    joiner = "&" if "?" in path else "?"
    return HttpResponseRedirect(
        f"{path}{joiner}{urlencode({'done': revision})}{'#' + mark if mark else ''}"
    )


def on_every_page(visit: Visit) -> dict[str, Any]:
    """What every page shows: the last thing recorded, and the keys its forms carry."""
    told = just_recorded(visit)
    return {
        "on": visit.on,
        "campaign": visit.campaign,
        "revision": visit.campaign.revision,
        "mark": visit.campaign.mark,
        "once_key": secrets.token_urlsafe(18),
        "here": visit.stands_at(),
        "told": told,
        "told_before": recorded_before(told) if told else "",
        "keyboard": KEYBOARD,
        "sample_of": leads_back(),
    }


def just_recorded(visit: Visit) -> Entry | None:
    """The entry the address speaks of, if it still stands and is the newest."""
    done = whole_number(visit.asked("done"))
    if done is None:
        return None
    return Entry.objects.filter(campaign=visit.campaign, revision=done, undone_by=None).first()


def recorded_before(told: Entry) -> str:
    """What the same press recorded before it, in words: of several entries the first alone has the
    key of the form."""
    if told.once_key or told.door != "web":
        return ""
    entries = Entry.objects.filter(campaign=told.campaign_id, revision__lt=told.revision)
    before: list[str] = []
    for one in entries.order_by("-revision")[:_MOST_TOLD]:
        before.insert(0, one.words)
        if one.once_key:
            return " ".join(before)
    return " ".join(["…", *before])
