"""Step 1, what one can do: begin a campaign, choose the goal of a round."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from django.db import transaction

from firststep.accounts.models import User
from firststep.errors import CannotDo
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
    email = line(email, called="your address", most=254).lower()
    if email and ("@" not in email.strip("@") or " " in email):
        raise CannotDo(f"{email} is not an e-mail address.", kind="bad_input")
    zone, country = _known_zone(zone), _country_code(country)
    with transaction.atomic():
        _refuse_second(email, beside)
        seeker = User.objects.create(name=name, email=email)
        campaign = Campaign.objects.create(seeker=seeker, time_zone=zone, country=country)
        with recording(campaign, stamp, verb="init", words=f"{name} began the campaign."):
            pass
    return campaign


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
    code = line(country, called="the country", most=60).upper()
    code = "GB" if code == "UK" else code
    if code and not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise CannotDo(
            f"{country} is not a country code. Give its two letters, such as DE or GB.",
            kind="bad_input",
        )
    return code


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
    if before is not None and not new_round:
        _complete(said | {k: getattr(before, k) for k in _NEEDED if k not in said})
        return change.change(before, **said)
    if before is not None:
        kept = {name: getattr(before, name) for name in (*_NEEDED, "places")}
        said = {**kept, "exploring": False, **said}
        change.change(before, ended_on=change.on)
    _complete(said)
    return change.make(Goal(campaign=change.campaign, began_on=change.on, **said))


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
