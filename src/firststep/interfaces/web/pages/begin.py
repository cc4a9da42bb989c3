"""The first run: who are you, then what do you want, where, and whom do you know."""

import secrets
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from firststep.interfaces.web.visit import present_campaign
from firststep.journal.actions import Stamp
from firststep.verbs.goal.campaign import start_campaign


@require_GET
def begin(request: HttpRequest) -> HttpResponse:
    """The page before there is a campaign."""
    if present_campaign():
        return HttpResponseRedirect("/")
    context = {"zone": local_zone(), "once_key": secrets.token_urlsafe(18)}
    return render(request, "begin.html", context)


@require_POST
def start(request: HttpRequest) -> HttpResponse:
    """Begins the campaign; a form that comes twice begins one."""
    if present_campaign():
        return HttpResponseRedirect("/")
    typed = {name: request.POST.get(name, "").strip() for name in ("name", "zone", "country")}
    start_campaign(
        name=typed["name"],
        zone=typed["zone"] or "UTC",
        country=typed["country"],
        stamp=Stamp(on=_day_in(typed["zone"]), door="web"),
    )
    return HttpResponseRedirect("/goal")


def _day_in(zone: str) -> date:
    """The day it is in that zone; in UTC for one that is none, which is refused anyway."""
    told: date | None = settings.TODAY
    known = ZoneInfo(zone) if zone in available_timezones() else ZoneInfo("UTC")
    return told or timezone.now().astimezone(known).date()


def local_zone() -> str:
    """The zone of this computer, as its system names it; UTC where it cannot be told."""
    name = "/".join(Path("/etc/localtime").resolve().parts[-2:])
    return name if name in available_timezones() else "UTC"
