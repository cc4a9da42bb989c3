"""Step 1, what one can do: begin a campaign, choose the goal of a round."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from django.db import transaction

from firststep.accounts.models import User
from firststep.errors import CannotDo
from firststep.facts.kinds import WEEKDAYS
from firststep.facts.text import fold
from firststep.journal.actions import Recording, Stamp, recording
from firststep.steps.goal.models import Campaign, Goal
from firststep.steps.goal.typed import line

NO_GOAL = "First say what you look for, on the page Goal."


def start_campaign(
    *,
    name: str,
    email: str = "",
    zone: str = "UTC",
    country: str = "",
    stamp: Stamp,
    beside: bool = False,
) -> Campaign:
    """Begins the seeker's campaign (`init`).

    A second one in the same database is refused, unless `beside` says that several seekers share
    it. Raises CannotDo for an empty name, an unknown time zone or a country that is no ISO code.
    """
    name = line(name, called="your name", most=200, needed=True)
    email = _own_email(email)
    zone, country = _known_zone(zone), _country_code(country)
    with transaction.atomic():
        _refuse_second(email, beside)
        seeker = User.objects.create(name=name, email=email)
        campaign = Campaign.objects.create(seeker=seeker, time_zone=zone, country=country)
        with recording(campaign, stamp, verb="init", words=f"{name} began the campaign."):
            pass
    return campaign


def edit_campaign(
    campaign: Campaign,
    *,
    stamp: Stamp,
    name: str | None = None,
    email: str | None = None,
    zone: str | None = None,
    country: str | None = None,
    working_days: Sequence[str] | None = None,
    minutes_a_day: int | None = None,
) -> Campaign:
    """Corrects who the seeker is, where, and when they work; None leaves a part as it is.

    `working_days` are of mon to sun. Raises CannotDo for a zone or country there is none of, for
    no working day at all, and for a day of less than 5 or more than 480 minutes.
    """
    seeker = _seeker_fields(name, email)
    said: dict[str, Any] = {}
    if zone is not None:
        said |= {"time_zone": _known_zone(zone), "moved_on": stamp.on}
    if country is not None:
        said["country"] = _country_code(country)
    if working_days is not None:
        said["working_days"] = _iso_days(working_days)
    if minutes_a_day is not None:
        said["minutes_a_day"] = minutes_in_a_day(minutes_a_day)
    if not (seeker or said):
        raise CannotDo("Say what to change.", kind="bad_input", typed="such as --zone Europe/Paris")
    words = "You changed your settings."
    with recording(campaign, stamp, verb="campaign", words=words, about="campaign") as change:
        change.change(campaign, **said)
        change.change(campaign.seeker, **seeker)
    return campaign


def minutes_in_a_day(minutes: int) -> int:
    """How long a day may be. Raises CannotDo for less than 5 or more than 480 minutes."""
    if not 5 <= minutes <= 480:
        raise CannotDo("A day may have 5 to 480 minutes.", kind="bad_input")
    return minutes


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
        raise CannotDo(f"{email} is not an e-mail address.", kind="bad_input")
    return email


def _iso_days(days: Sequence[str]) -> str:
    """ "135" for mon, wed and fri."""
    for day in days:
        if day not in WEEKDAYS:
            known = ", ".join(WEEKDAYS)
            raise CannotDo(f"{day[:20]} is not a day. The days are: {known}.", kind="bad_input")
    if not days:
        raise CannotDo("Choose at least one working day.", kind="bad_input")
    return "".join(str(number) for number, day in enumerate(WEEKDAYS, 1) if day in days)


def _refuse_second(email: str, beside: bool) -> None:
    taken = Campaign.objects.filter(seeker__email=email) if beside else Campaign.objects.all()
    if found := taken.select_related("seeker").first():
        raise CannotDo(
            f"A campaign is there already: {found.seeker.name}'s. Another one needs a folder of "
            "its own.",
            typed="set FIRSTSTEP_HOME to it, or go on with firststep today",
        )


def _known_zone(zone: str) -> str:
    zone = line(zone, called="the time zone", most=64) or "UTC"
    if zone not in available_timezones():
        try:
            ZoneInfo(zone)
        except (KeyError, ValueError, OSError):
            raise CannotDo(
                f"{zone} is not a time zone. Give one such as Europe/Berlin.", kind="bad_input"
            ) from None
    return zone


def _country_code(country: str) -> str:
    """The two letters of a country, given so or by its English name."""
    said = line(country, called="the country", most=60)
    if not said:
        return ""
    names = _countries()
    code = {"UK": "GB"}.get(said.upper(), said.upper())
    if code in names:
        return code
    found = [code for code, name in names.items() if fold(name) == fold(said)]
    if found:
        return found[0]
    raise CannotDo(
        f"{said} is no country known here. Give its two letters, such as DE, or its English name.",
        kind="bad_input",
        candidates=[n for n in names.values() if fold(n).startswith(fold(said)[:3])][:5],
    )


def _countries() -> dict[str, str]:
    """Code and English name of every country, from the table that comes with the time zones."""
    table = files("tzdata").joinpath("zoneinfo/iso3166.tab").read_text("utf-8")
    rows = (row.split("\t") for row in table.splitlines() if row and not row.startswith("#"))
    return {row[0]: row[1] for row in rows}


def present_goal(campaign: Campaign) -> Goal | None:
    """The goal of the round that runs, if one was chosen."""
    return campaign.goals.filter(ended_on=None).order_by("-id").first()


def needed_goal(campaign: Campaign) -> Goal:
    """The goal of the round that runs. Raises CannotDo where none was chosen yet."""
    if goal := present_goal(campaign):
        return goal
    raise CannotDo(NO_GOAL, typed="firststep goal --role Buyer --department Purchasing")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalWords:
    """What was said about the goal; None leaves a part as it is."""

    role: str | None = None
    department: str | None = None
    places: Sequence[str] | None = None
    exploring: bool | None = None
    until: date | None = None

    def fields(self) -> dict[str, Any]:
        said: dict[str, Any] = {}
        if self.role is not None:
            said["role"] = line(self.role, called="the job", most=200)
        if self.department is not None:
            said["department"] = line(self.department, called="the department", most=200)
        if self.places is not None:
            places = [line(place, called="a place", most=200) for place in self.places]
            said["places"] = list(dict.fromkeys(place for place in places if place))
        if self.exploring is not None:
            said |= {"exploring": self.exploring} | ({} if self.exploring else {"until": None})
        if self.until is not None:
            said["until"] = self.until
        return said


def write_goal(change: Recording, words: GoalWords, *, new_round: bool) -> Goal:
    """Makes or changes the goal; a new round ends the one before it and keeps what was not said."""
    before, said = present_goal(change.campaign), words.fields()
    if new_round and before is None:
        raise CannotDo("There is no round to end yet.", typed="leave out --new-round")
    if said.get("until") and said["until"] <= change.on:
        raise CannotDo(f"{said['until']} is past. Give a day to come.")
    if said.get("exploring") is not None:
        said["exploring_since"] = _since(change, before if not new_round else None, said)
    if before is not None and not new_round:
        _complete(said | {k: getattr(before, k) for k in _NEEDED if k not in said})
        return change.change(before, **said)
    if before is not None:
        kept = {name: getattr(before, name) for name in (*_NEEDED, "places")}
        said = {**kept, "exploring": False, **said}
        change.change(before, ended_on=change.on)
    _complete(said)
    return change.make(Goal(campaign=change.campaign, began_on=change.on, **said))


def _since(change: Recording, before: Goal | None, said: dict[str, Any]) -> date | None:
    """The day exploring began, however often it is said again."""
    if not said["exploring"]:
        return None
    already = before.exploring_since if before is not None and before.exploring else None
    return already or change.on


_NEEDED = ("role", "department", "exploring")


def _complete(goal: dict[str, Any]) -> None:
    """Exploring needs no answer yet; a search for a job needs the job and where it sits."""
    if goal.get("exploring"):
        return
    for name, called, typed in (
        ("role", "the job, such as Buyer", "--role Buyer"),
        ("department", "the department the job sits in", "--department Purchasing"),
    ):
        if not goal.get(name):
            raise CannotDo(f"Say {called}.", kind="bad_input", typed=typed)
