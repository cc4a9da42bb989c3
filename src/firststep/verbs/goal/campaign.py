"""Beginning a campaign, and correcting who the seeker is, where, and when they work."""

from collections.abc import Sequence
from datetime import date
from typing import Any, TypedDict, Unpack
from zoneinfo import ZoneInfo, available_timezones

from django.db import transaction

from firststep.accounts.models import User
from firststep.errors import CannotDo
from firststep.facts.channels.channel import ACCOUNTS
from firststep.facts.kinds import PAGE_LANGUAGES, WEEKDAYS
from firststep.facts.said import say
from firststep.facts.text import fold
from firststep.facts.zones import countries, name_today
from firststep.journal.actions import Stamp, recording
from firststep.journal.turns import in_turn
from firststep.steps.goal.models import Campaign
from firststep.steps.goal.rows import minutes_in_a_day
from firststep.steps.goal.typed import line, one_of
from firststep.steps.people.rows.ways import number_of


class Beginning(TypedDict, total=False):
    """What is said of the seeker as the campaign begins."""

    name: str
    email: str
    zone: str
    country: str
    language: str


def start_campaign(*, stamp: Stamp, beside: bool = False, **said: Unpack[Beginning]) -> Campaign:
    """Begins the seeker's campaign (`init`).

    A second one in the same database is refused, unless `beside` says that several seekers share
    it. Raises CannotDo for an empty name, an unknown time zone or language, or a country
    that is no ISO code.
    """
    name = line(said.get("name", ""), called="your name", most=200, needed=True)
    email = _own_email(said.get("email", ""))
    where = {
        "time_zone": _known_zone(said.get("zone", "UTC")),
        "country": _country_code(said.get("country", "")),
        "language": _known_language(said.get("language", "")),
    }
    with transaction.atomic():
        _refuse_second(email, beside)
        seeker = User.objects.create(name=name, email=email)
        campaign = Campaign.objects.create(seeker=seeker, **where)
        with recording(
            campaign, stamp, verb="init", words=say("{name} began the campaign.", name=name)
        ):
            pass
    return campaign


class CampaignSaid(TypedDict, total=False):
    """What may be said of the seeker and their days. None leaves a part as it is."""

    name: str | None
    email: str | None
    zone: str | None
    country: str | None
    language: str | None
    phone: str | None
    linkedin: str | None
    inbox: str | None
    working_days: Sequence[str] | None
    minutes_a_day: int | None


@in_turn
def edit_campaign(campaign: Campaign, *, stamp: Stamp, **said: Unpack[CampaignSaid]) -> Campaign:
    """Corrects who the seeker is, where, and when they work.

    `working_days` are of mon to sun. Raises CannotDo for a zone, country or language there is none
    of, for no working day at all, and for a day of less than 5 or more than 480 minutes.
    """
    seeker = _seeker_fields(said.get("name"), said.get("email"))
    days = _days_fields(said, stamp.on)
    days |= _reached_fields(campaign, said)
    if not (seeker or days):
        raise CannotDo("Say what to change.", kind="bad_input", typed="such as --zone Europe/Paris")
    words = say("You changed your settings.")
    with recording(campaign, stamp, verb="campaign", words=words, about="campaign") as change:
        change.change(campaign, **days)
        change.change(campaign.seeker, **seeker)
    return campaign


def _days_fields(said: CampaignSaid, on: date) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if (zone := said.get("zone")) is not None:
        fields |= {"time_zone": _known_zone(zone), "moved_on": on}
    if (country := said.get("country")) is not None:
        fields["country"] = _country_code(country)
    if (language := said.get("language")) is not None:
        fields["language"] = _known_language(language)
    if (days := said.get("working_days")) is not None:
        fields["working_days"] = _iso_days(days)
    if (minutes := said.get("minutes_a_day")) is not None:
        fields["minutes_a_day"] = minutes_in_a_day(minutes)
    return fields


def _reached_fields(campaign: Campaign, said: CampaignSaid) -> dict[str, str]:
    """The seeker's own number, what their account on LinkedIn takes, and the file of lines typed on
    the phone."""
    fields = {}
    if (inbox := said.get("inbox")) is not None:
        fields["inbox"] = line(inbox, called="the file", most=1000)
    if (phone := said.get("phone")) is not None:
        fields["phone"] = number_of(phone, campaign)
    if (account := said.get("linkedin")) is not None:
        one_of(account, ACCOUNTS, called="an account")
        fields["linkedin_account"] = account
    return fields


def _seeker_fields(name: str | None, email: str | None) -> dict[str, str]:
    fields = {}
    if name is not None:
        fields["name"] = line(name, called="your name", most=200, needed=True)
    if email is not None:
        fields["email"] = _own_email(email)
    return fields


def _own_email(email: str) -> str:
    email = line(email, called="your address", most=254).lower()
    if email and ("@" not in email.strip("@") or " " in email):
        raise CannotDo("{email} is not an e-mail address.", email=email, kind="bad_input")
    return email


def _iso_days(days: Sequence[str]) -> str:
    """ "135" for mon, wed and fri."""
    for day in days:
        if day not in WEEKDAYS:
            known = ", ".join(WEEKDAYS)
            raise CannotDo(
                "{day} is not a day. The days are: {known}.",
                day=day[:20],
                known=known,
                kind="bad_input",
            )
    if not days:
        raise CannotDo("Choose at least one working day.", kind="bad_input")
    return "".join(str(number) for number, day in enumerate(WEEKDAYS, 1) if day in days)


def _refuse_second(email: str, beside: bool) -> None:
    taken = Campaign.objects.filter(seeker__email=email) if beside else Campaign.objects.all()
    if found := taken.select_related("seeker").first():
        raise CannotDo(
            "A campaign is there already: {name}'s. Another one needs a folder of its own.",
            name=found.seeker.name,
            typed="set FIRSTSTEP_HOME to it, or go on with firststep today",
        )


def _known_zone(zone: str) -> str:
    """A zone by its name of today, given by any it had."""
    zone = name_today(line(zone, called="the time zone", most=64)) or "UTC"
    if zone not in available_timezones():
        try:
            ZoneInfo(zone)
        except (KeyError, ValueError, OSError):
            raise CannotDo(
                "{zone} is not a time zone. Give one such as Europe/Berlin.",
                zone=zone,
                kind="bad_input",
            ) from None
    return zone


def _known_language(language: str) -> str:
    """One of the languages there are; "" for none chosen. Raises CannotDo for any other."""
    if language:
        one_of(language, PAGE_LANGUAGES, called="a language")
    return language


def _country_code(country: str) -> str:
    """The two letters of a country, given so or by its English name."""
    said = line(country, called="the country", most=60)
    if not said:
        return ""
    names = countries()
    code = {"UK": "GB"}.get(said.upper(), said.upper())
    if code in names:
        return code
    found = [code for code, name in names.items() if fold(name) == fold(said)]
    if found:
        return found[0]
    raise CannotDo(
        "{said} is no country known here. Give its two letters, such as DE, or its English name.",
        said=said,
        kind="bad_input",
        candidates=[n for n in names.values() if fold(n).startswith(fold(said)[:3])][:5],
    )
