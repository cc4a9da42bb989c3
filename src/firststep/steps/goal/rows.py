"""Step 1, how its rows are written: the goal of a round, and the openings seen at companies."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any, Literal, TypedDict
from urllib.parse import urlsplit

from django.db.models import F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from firststep.errors import CannotDo
from firststep.facts.said import say, to_say
from firststep.facts.text import fold
from firststep.journal.actions import Recording
from firststep.keeping.kept_query import Blank, KeptQuery
from firststep.steps.goal.models import Campaign, Company, Goal, JobOpening
from firststep.steps.goal.typed import line

_OF_OPENING = ("pk", "role", "link", "seen_on", "applied_on")
MOST_BACKGROUND = 300
NO_GOAL = to_say("First say what you look for, on the page Goal.")


def minutes_in_a_day(minutes: int) -> int:
    """How long a day may be. Raises CannotDo for less than 5 or more than 480 minutes."""
    if not 5 <= minutes <= 480:
        raise CannotDo("A day may have 5 to 480 minutes.", kind="bad_input")
    return minutes


def present_goal(campaign: Campaign) -> Goal | None:
    """The goal of the round that runs, if one was chosen."""
    return campaign.goals.filter(ended_on=None).order_by("-id").first()


def landed_goal(campaign: Campaign) -> Goal | None:
    """The round that ended with a landing, where none has begun since."""
    newest = campaign.goals.select_related("landed_at").order_by("-id").first()
    return newest if newest and newest.ended_on and newest.landed_at_id else None


def with_goal(rows: "QuerySet[Company]", campaign: int | Blank) -> "QuerySet[Company]":
    """Companies with the `department` and the `role` of the goal, in the same question."""
    goal = Goal.objects.filter(campaign=campaign, ended_on=None).order_by("-id")
    words = {name: Subquery(goal.values(name)[:1]) for name in ("department", "role")}
    return rows.annotate(**{name: Coalesce(word, Value("")) for name, word in words.items()})


def needed_goal(campaign: Campaign) -> Goal:
    """The goal of the round that runs. Raises CannotDo where none was chosen yet."""
    if goal := present_goal(campaign):
        return goal
    raise CannotDo(NO_GOAL, typed="firststep goal --role Buyer --department Purchasing")


class GoalWords(TypedDict, total=False):
    """What was said about the goal; None leaves a part as it is."""

    role: str | None
    department: str | None
    places: Sequence[str] | None
    exploring: bool | None
    until: date | None
    background: str | None


def _fields(words: GoalWords) -> dict[str, Any]:
    said: dict[str, Any] = {
        name: as_typed(str(words[name])) for name, as_typed in _TEXTS if words.get(name) is not None
    }
    if (given := words.get("places")) is not None:
        places = [line(place, called="a place", most=200) for place in given]
        said["places"] = list(dict.fromkeys(place for place in places if place))
    if (exploring := words.get("exploring")) is not None:
        said |= {"exploring": exploring} | ({} if exploring else {"until": None})
    if (until := words.get("until")) is not None:
        said["until"] = until
    return said


def _background_typed(text: str) -> str:
    """One sentence, with its capital and its stop: it stands in letters as it is."""
    tidy = line(text, called="the line about you", most=MOST_BACKGROUND).rstrip(" .")
    ended = tidy if tidy.endswith(("!", "?")) else f"{tidy}."
    return f"{ended[:1].upper()}{ended[1:]}" if tidy else ""


_TEXTS: tuple[tuple[Literal["role", "department", "background"], Callable[[str], str]], ...] = (
    ("role", partial(line, called="the job", most=200)),
    ("department", partial(line, called="the department", most=200)),
    ("background", _background_typed),
)


def write_goal(change: Recording, words: GoalWords, *, new_round: bool) -> Goal:
    """Makes or changes the goal; a new round ends the one before it and keeps what was not said."""
    before, said = present_goal(change.campaign), _fields(words)
    if new_round and before is None:
        before = landed_goal(change.campaign)
    _refuse_unfit(change, before, said, new_round=new_round)
    going_on = None if new_round else before
    if said.get("exploring") is not None:
        said["exploring_since"] = _since(change, going_on, said)
    kept = (
        {name: getattr(before, name) for name in (*_NEEDED, "places", "background")}
        if before
        else {}
    )
    if going_on is not None:
        _complete(kept | said)
        return change.change(going_on, **said)
    if before is not None:
        said = {**kept, "exploring": False, **said}
        change.change(before, ended_on=before.ended_on or change.on)
    _complete(said)
    return change.make(Goal(began_on=change.on, **said))


def _refuse_unfit(
    change: Recording, before: Goal | None, said: dict[str, Any], *, new_round: bool
) -> None:
    if new_round and before is None:
        raise CannotDo("There is no round to end yet.", typed="leave out --new-round")
    if (said.get("until") or date.max) <= change.on:
        raise CannotDo("{said} is past. Give a day to come.", said=said["until"])


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
            raise CannotDo("Say {called}.", called=called, kind="bad_input", typed=typed)


MOST_ROLE, MOST_LINK = 500, 2_000


def with_openings(campaign: Campaign, company: int) -> tuple[Any, list[JobOpening]]:
    """A company with the words of the goal, None where there is none, and the openings seen there,
    the newest first, in one question."""
    found: list[Any] = _WITH_OPENINGS(campaign=campaign.pk, company=company)
    openings = [
        JobOpening(company=one, **{name: getattr(one, f"opening_{name}") for name in _OF_OPENING})
        for one in found
        if one.opening_pk is not None
    ]
    return (found[0] if found else None), openings


def _company_and_openings() -> "QuerySet[Company]":
    """A row for each opening, with the company in it."""
    rows = Company.objects.filter(campaign=Blank("campaign"), pk=Blank("company"))
    seen = {f"opening_{name}": F(f"openings__{name}") for name in _OF_OPENING}
    told = with_goal(rows, Blank("campaign")).annotate(**seen)
    return told.order_by(F("openings__seen_on").desc(), "-openings__pk")


_WITH_OPENINGS = KeptQuery(_company_and_openings)


def newest_opening(field: str) -> Subquery:
    """A field of the newest opening of each company, asked for with the companies."""
    rows = JobOpening.objects.filter(company=OuterRef("pk")).order_by("-seen_on", "-pk")
    return Subquery(rows.values(field)[:1])


def opening_for(company: Company, role: str | None) -> JobOpening | None:
    """The opening of that role, whatever its case; the newest where none is said, or where the
    newest does not say yet what it is for."""
    found = list(company.openings.order_by("-seen_on", "-pk"))
    if role is None:
        return next(iter(found), None)
    same = next((one for one in found if fold(one.role) == fold(role)), None)
    return same or next((one for one in found[:1] if not one.role), None)


def saw_opening(
    change: Recording, company: Company, *, role: str, import_id: int | None = None
) -> JobOpening:
    """The opening of that role, made where it was not seen before."""
    found = opening_for(company, role) or change.make(
        JobOpening(company=company, seen_on=change.on, import_id_id=import_id)
    )
    return change.change(found, role=role)


def renew_opening(change: Recording, company: Company, *, role: str) -> None:
    """What the newest opening there is for; an empty role takes it out."""
    newest = opening_for(company, None)
    if newest is None and role:
        saw_opening(change, company, role=role)
    elif newest is not None and not role:
        change.drop([newest])
    elif newest is not None:
        change.change(newest, role=role)


def role_typed(text: str) -> str:
    return line(text, called="the opening", most=MOST_ROLE)


def link_typed(text: str) -> str:
    """A web address; one without https:// in front gets it. Raises CannotDo for anything else."""
    tidy = line(text, called="the link", most=MOST_LINK)
    if not tidy:
        return ""
    whole = tidy if "://" in tidy else f"https://{tidy}"
    try:
        parts = urlsplit(whole)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or "." not in (parts.hostname or "") or " " in whole:
        words = say(
            "{tidy} is not a web address. Give one such as https://acme.example/jobs/7.", tidy=tidy
        )
        raise CannotDo(words, kind="bad_input")
    return whole


def move_openings(change: Recording, written: Company, company: Company) -> None:
    """What was seen under another name of a company was seen there."""
    for opening in JobOpening.objects.filter(campaign=change.campaign, company=written):
        change.change(opening, company=company)


def roles_seen(campaign: Campaign) -> dict[int, set[str]]:
    """Of each company the roles it was seen to look for, folded."""
    found: dict[int, set[str]] = {}
    rows = JobOpening.objects.filter(campaign=campaign).values_list("company_id", "role")
    for company, role in rows:
        found.setdefault(company, set()).add(fold(role))
    return found
