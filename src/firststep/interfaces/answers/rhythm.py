"""Answers about the rhythm: the playbook, days away, whom to stay in touch with."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from firststep.errors import CannotDo
from firststep.facts.kinds import WEEKDAYS
from firststep.facts.playbook import LIMITS, OPTIONAL, Playbook
from firststep.interfaces.answers.shapes import Json
from firststep.journal.actions import Stamp
from firststep.plan.playbook.file import read_playbook, write_playbook
from firststep.steps.goal.models import Campaign
from firststep.steps.people.finding.finding import find_person
from firststep.verbs.goal import rhythm as settings
from firststep.verbs.goal.campaign import edit_campaign

LONGEST_FILE = 100_000


def campaign(
    campaign: Campaign,
    *,
    stamp: Stamp,
    name: str | None = None,
    email: str | None = None,
    zone: str | None = None,
    country: str | None = None,
    working_days: Sequence[str] = (),
    minutes_a_day: int | None = None,
) -> Json:
    """What is set, changed first where something is said."""
    said = (name, email, zone, country, minutes_a_day)
    if working_days or any(one is not None for one in said):
        edit_campaign(
            campaign,
            stamp=stamp,
            name=name,
            email=email,
            zone=zone,
            country=country,
            working_days=list(working_days) or None,
            minutes_a_day=minutes_a_day,
        )
    return {
        "campaign_id": campaign.pk,
        "name": campaign.seeker.name,
        "email": campaign.seeker.email,
        "zone": campaign.time_zone,
        "country": campaign.country,
        "working_days": [WEEKDAYS[int(one) - 1] for one in campaign.working_days],
        "minutes_a_day": campaign.minutes_a_day,
    }


def show_playbook(campaign: Campaign, *, stamp: Stamp) -> Json:  # noqa: ARG001  # any day
    return playbook_answer(read_playbook(campaign.playbook))


def change_playbook(campaign: Campaign, *, stamp: Stamp, key: str, value: str) -> Json:
    return playbook_answer(settings.set_playbook(campaign, stamp=stamp, key=key, value=value))


def choose_playbook(campaign: Campaign, *, stamp: Stamp, name: str) -> Json:
    return playbook_answer(settings.use_playbook(campaign, stamp=stamp, name=name))


def load_playbook_file(campaign: Campaign, *, stamp: Stamp, file: str) -> Json:
    try:
        data = Path(file).expanduser().read_bytes()[: LONGEST_FILE + 1]
        text = data.decode("utf-8") if len(data) <= LONGEST_FILE else ""
    except (OSError, UnicodeDecodeError):
        raise CannotDo(f"{file} cannot be read as text.", kind="bad_input") from None
    if not text.strip():
        raise CannotDo(f"{file} is empty, or far too long for a playbook.", kind="bad_input")
    return playbook_answer(settings.load_playbook(campaign, stamp=stamp, text=text))


def reset(campaign: Campaign, *, stamp: Stamp) -> Json:
    return playbook_answer(settings.reset_playbook(campaign, stamp=stamp))


def keep(campaign: Campaign, *, stamp: Stamp, person: str, every: str) -> Json:
    found = find_person(campaign, person)
    settings.keep_in_touch(campaign, stamp=stamp, person=found, every=every)
    return {"person_id": found.pk, "name": found.name, "every": found.keep}


def away(campaign: Campaign, *, stamp: Stamp, first: date, last: date, drop: bool = False) -> Json:
    spans = settings.go_away(campaign, stamp=stamp, first=first, last=last, drop=drop)
    return {"away": [{"from": a.isoformat(), "to": b.isoformat()} for a, b in spans]}


def playbook_answer(book: Playbook) -> Json:
    """The playbook with its name, every number, and the text it is kept as."""
    return {
        "name": book.name,
        "settings": {key: getattr(book, key) for key in (*LIMITS, "ten_percent_is")},
        "minutes": dict(book.minutes),
        "rules": {kind: book.runs(kind) for kind in OPTIONAL},
        "toml": write_playbook(book, whole=True),
    }
