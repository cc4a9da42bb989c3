"""Whom a line may speak of, read from a campaign: who has an open thread, who is named in it."""

import re
from datetime import date, datetime
from functools import reduce
from operator import or_

from django.db.models import Q

from firststep.facts.text import fold
from firststep.steps.approach.models import Approach
from firststep.steps.followup.models import Meeting
from firststep.steps.followup.rows import agreed_meeting
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.outreach.language.spoken import name_words, spoken_words
from firststep.steps.outreach.telling.line_cues import BEGIN_NO_NAME
from firststep.steps.outreach.telling.scene import CompanyKnown, Scene, SomebodyKnown
from firststep.steps.people.models import Person, Position

_NUMBER = re.compile(r"(?i)(?<!\w)p(\d{1,18})(?!\w)")
_MOST = 300  # people of the address book who share a word with the line


def scene_for(campaign: Campaign, line: str, *, today: date) -> Scene:
    """The people and companies a line may mean: open threads, whoever shares a word with it."""
    approaches = {
        row.person_id: row
        for row in Approach.objects.filter(
            campaign=campaign, closed_on=None, goal__ended_on=None, person__isnull=False
        ).order_by("id")
    }
    words = _words(line)
    live = [key for key in approaches if key]
    named_by = [row.via_id for row in approaches.values() if row.via_id]
    rows = _people(campaign, words, [*live, *named_by], line)
    posts = {
        row.person_id: row
        for row in Position.objects.filter(person__in=rows, current=True).order_by("-id")
    }
    return Scene(
        today=today,
        country=campaign.country,
        people=tuple(_somebody(row, approaches.get(row.pk), posts.get(row.pk)) for row in rows),
        companies=tuple(_companies(campaign, words)),
    )


def _words(line: str) -> set[str]:
    found = {word.word for word in spoken_words(line)} | {*name_words(line)} | {*fold(line).split()}
    return {
        form
        for word in found
        if len(word) > 2 and word not in BEGIN_NO_NAME
        for form in (word, word.removesuffix("s"), _plainer(word))
    }


def _plainer(word: str) -> str:
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _people(campaign: Campaign, words: set[str], live: list[int], line: str) -> list[Person]:
    """Those with an open thread, and those of whose name the line holds a word."""
    rows = Person.objects.filter(campaign=campaign)
    numbers = [int(number) for number in _NUMBER.findall(line)]
    named = reduce(or_, (Q(name_key__contains=word) for word in sorted(words)), Q(pk__in=numbers))
    found = {row.pk: row for row in rows.filter(pk__in=live)}
    for row in rows.filter(named).order_by("id")[:_MOST]:
        found.setdefault(row.pk, row)
    return list(found.values())


def _somebody(row: Person, approach: Approach | None, post: Position | None) -> SomebodyKnown:
    meeting = agreed_meeting(approach) if approach else None
    return SomebodyKnown(
        id=row.pk,
        name=row.name,
        company=post.written if post else "",
        title=post.title if post else "",
        is_live=approach is not None,
        approach_id=approach.pk if approach else None,
        via_id=approach.via_id if approach else None,
        has_agreed=meeting is not None,
        talk_at=_moment(meeting),
    )


def _moment(meeting: Meeting | None) -> datetime | None:
    if meeting is None or meeting.on_day is None or meeting.at_time is None:
        return None
    return datetime.combine(meeting.on_day, meeting.at_time)


def _companies(campaign: Campaign, words: set[str]) -> list[CompanyKnown]:
    named = reduce(or_, (Q(key__contains=word) for word in sorted(words)), Q(pk__in=[]))
    rows = Company.objects.filter(campaign=campaign).filter(Q(targeted_on__isnull=False) | named)
    return [
        CompanyKnown(
            id=row.pk,
            name=row.name,
            aliases=tuple(row.aliases),
            is_target=row.targeted_on is not None,
        )
        for row in rows.order_by("id")[:1000]
    ]
