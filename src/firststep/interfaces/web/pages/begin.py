"""The first run: who are you, then what do you want, where, and whom do you know."""

from datetime import date
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from firststep.errors import CannotDo
from firststep.facts.said import language_now
from firststep.facts.zones import country_of, main_zone
from firststep.interfaces.catalogue import CATALOGUE, resolve
from firststep.interfaces.web.gate import is_tunnel
from firststep.interfaces.web.pages.bringing import list_companies
from firststep.interfaces.web.sample import close_sample, open_sample, sample_address
from firststep.interfaces.web.zone_choices import country_choices, zone_choices, zone_words
from firststep.interfaces.zone_here import zone_here
from firststep.journal.actions import Stamp
from firststep.plan.shown import present_campaign
from firststep.verbs.goal.campaign import start_campaign

SAID = ("name", "zone", "country", "role", "department", "places", "names")


@require_GET
def begin(request: HttpRequest) -> HttpResponse:
    """The page before there is a campaign; who comes back from the sample has done with it."""
    close_sample()
    if present_campaign():
        return HttpResponseRedirect("/")
    zone = zone_here()
    country = country_of(zone)
    context = {
        "typed": {"country": country},
        "countries": country_choices(country),
        "zone_now": zone_words(zone) if country else "",
        "zones": zone_choices(zone if country else "", country),
        "at_home": not is_tunnel(request.get_host()),
    }
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
    zone = typed["zone"] or main_zone(typed["country"]) or "UTC"
    stamp = Stamp(on=_day_in(zone), door="web")
    campaign = start_campaign(
        name=typed["name"],
        zone=zone,
        country=typed["country"],
        language=language_now(),  # the browser's, for as long as no other is chosen
        stamp=stamp,
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


def _day_in(zone: str) -> date:
    """The day it is in that zone; in UTC for one that is none, which is refused anyway."""
    told: date | None = settings.TODAY
    known = ZoneInfo(zone) if zone in available_timezones() else ZoneInfo("UTC")
    return told or timezone.now().astimezone(known).date()
