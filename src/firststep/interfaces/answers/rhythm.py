"""The rhythm: when one works, the playbook, days away, whom to stay in touch with."""

from dataclasses import dataclass
from datetime import date
from typing import Unpack, cast

from firststep.facts.channels import Account
from firststep.facts.kinds import WEEKDAYS, KeepEvery, Language
from firststep.facts.playbook import NUMBERS, Playbook
from firststep.facts.step_kinds import OPTIONAL, CardKind
from firststep.interfaces.answers.asked import Asked
from firststep.interfaces.answers.plain import record_of
from firststep.journal.actions import Stamp
from firststep.plan.playbook.file import read_playbook, write_playbook
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person
from firststep.verbs.goal.campaign import CampaignSaid, edit_campaign


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignShown:
    """Who the seeker is, where, and when they work."""

    campaign_id: int
    name: str
    email: str
    zone: str
    country: str
    language: Language
    phone: str
    linkedin: Account
    inbox: str
    working_days: tuple[str, ...]
    minutes_a_day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaybookShown:
    """The playbook with its name, every number, and the text it is kept as."""

    name: str
    settings: dict[str, int | str]
    minutes: dict[CardKind, int]
    rules: dict[CardKind, bool]
    toml: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptInTouch:
    person_id: int
    name: str
    every: KeepEvery


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """From its first day to its last."""

    from_: date
    to: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Absences:
    away: tuple[Absence, ...]


def campaign(campaign: Campaign, *, stamp: Stamp, **said: Unpack[CampaignSaid]) -> CampaignShown:
    """What is set, changed first where something is said."""
    if said:
        edit_campaign(campaign, stamp=stamp, **said)
    return record_of(
        CampaignShown,
        campaign,
        campaign_id=campaign.pk,
        name=campaign.seeker.name,
        email=campaign.seeker.email,
        zone=campaign.time_zone,
        linkedin=campaign.linkedin_account,
        working_days=tuple(WEEKDAYS[int(one) - 1] for one in campaign.working_days),
    )


def playbook_show(campaign: Campaign, *, stamp: Stamp) -> PlaybookShown:  # noqa: ARG001  # any day
    return playbook(read_playbook(campaign.playbook))


def playbook(book: Playbook, _asked: Asked | None = None) -> PlaybookShown:
    return PlaybookShown(
        name=book.name,
        settings={key: getattr(book, key) for key in (*NUMBERS, "ten_percent_is")},
        minutes=dict(book.minutes),
        rules={kind: book.runs(kind) for kind in OPTIONAL},
        toml=write_playbook(book, whole=True),
    )


def keep(person: Person, _asked: Asked) -> KeptInTouch:
    return KeptInTouch(person_id=person.pk, name=person.name, every=cast(KeepEvery, person.keep))


def away(spans: list[tuple[date, date]], _asked: Asked) -> Absences:
    return Absences(away=tuple(Absence(from_=first, to=last) for first, last in spans))
