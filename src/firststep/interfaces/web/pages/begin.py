"""The first run: who are you, then what do you want, where, and whom do you know."""

from datetime import date
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from firststep.errors import CannotDo
from firststep.interfaces.catalogue import CATALOGUE, resolve
from firststep.interfaces.web.gate import is_tunnel
from firststep.interfaces.web.pages.bringing import list_companies
from firststep.interfaces.web.sample import close_sample, open_sample, sample_address
from firststep.interfaces.web.visit import present_campaign
from firststep.journal.actions import Stamp
from firststep.verbs.goal.campaign import countries, start_campaign

SAID = ("name", "zone", "country", "role", "department", "places", "names")


@require_GET
def begin(request: HttpRequest) -> HttpResponse:
    """The page before there is a campaign; who comes back from the sample has done with it."""
    close_sample()
    if present_campaign():
        return HttpResponseRedirect("/")
    zone, by_name = local_zone(), sorted(countries().items(), key=lambda pair: pair[1])
    typed = {"zone": zone, "country": _country_of(zone)}
    at_home = not is_tunnel(request.get_host())
    context = {"typed": typed, "countries": by_name, "at_home": at_home}
    return render(request, "begin.html", context)


@require_POST
def show_sample(request: HttpRequest) -> HttpResponse:
    """Begins to make the sample, on this computer alone."""
    if is_tunnel(request.get_host()):
        raise CannotDo("The sample is shown on the computer that Firststep runs on.")
    open_sample(f"{request.scheme}://{request.get_host()}")
    return HttpResponseRedirect("/begin/sample/made")


@require_GET
def made_sample(request: HttpRequest) -> HttpResponse:
    """On to the sample once it is made; the page asks again by itself until then."""
    if address := sample_address():
        return HttpResponseRedirect(address)
    return render(request, "sample_waiting.html")


@require_POST
def start(request: HttpRequest) -> HttpResponse:
    """Begins the campaign with all that was said, or with nothing; a form that comes twice begins
    one. What is refused stands in the form, as every refusal does."""
    if present_campaign():
        return HttpResponseRedirect("/")
    typed = {name: request.POST.get(name, "").strip() for name in SAID}
    with transaction.atomic():
        return HttpResponseRedirect(_begun(typed))


def _begun(typed: dict[str, str]) -> str:
    """Writes down what was said, and answers with the page that asks for what is missing."""
    stamp = Stamp(on=_day_in(typed["zone"]), door="web")
    campaign = start_campaign(
        name=typed["name"], zone=typed["zone"] or "UTC", country=typed["country"], stamp=stamp
    )
    if not typed["role"]:
        return "/goal"
    places = [one.strip() for one in typed["places"].split(",") if one.strip()]
    said = {"role": typed["role"], "department": typed["department"], "places": places}
    resolve(CATALOGUE["goal"].target)(campaign, stamp=stamp, **said)
    names = [line.strip() for line in typed["names"].splitlines() if line.strip()]
    if not names:
        return "/companies/"
    list_companies(campaign, names, stamp=stamp)
    return "/import"


def _country_of(zone: str) -> str:
    """The country a time zone is of, by the table that comes with the zones; "" for none."""
    table = files("tzdata").joinpath("zoneinfo/zone.tab").read_text("utf-8")
    rows = (row.split("\t") for row in table.splitlines() if not row.startswith("#"))
    return next((row[0] for row in rows if row[2:3] == [zone]), "")


def _day_in(zone: str) -> date:
    """The day it is in that zone; in UTC for one that is none, which is refused anyway."""
    told: date | None = settings.TODAY
    known = ZoneInfo(zone) if zone in available_timezones() else ZoneInfo("UTC")
    return told or timezone.now().astimezone(known).date()


def local_zone() -> str:
    """The zone of this computer, as its system names it; UTC where it cannot be told."""
    name = "/".join(Path("/etc/localtime").resolve().parts[-2:])
    return name if name in available_timezones() else "UTC"
