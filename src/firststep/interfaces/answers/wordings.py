"""The wordings there are, each as the text it is."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from firststep.errors import CannotDo
from firststep.facts.draft import Draft, DraftFacts
from firststep.facts.plan import Card
from firststep.facts.step_kinds import STEP_KIND
from firststep.interfaces.answers.asked import Asked
from firststep.interfaces.answers.plain import record_of
from firststep.journal.actions import Stamp
from firststep.plan.shown import Shown, plan_on
from firststep.snapshot.draft_facts import draft_facts
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.drafting.draft import (
    worded_by,
    wordings_for,
    written_out,
)
from firststep.steps.outreach.drafting.sample import sample_facts
from firststep.steps.outreach.drafting.tongues import variety_for
from firststep.steps.outreach.shelf import shelf_of
from firststep.steps.outreach.wordings.languages import (
    Variety,
    letters_in,
    own_text,
    variety_of,
)
from firststep.steps.outreach.wordings.own import Own, own_wording, shipped, wordings_at_hand
from firststep.steps.outreach.wordings.wording import Wording, shipped_text
from firststep.verbs.thread.wordings import WordingKept, there_is

MOST_TRIED = 60  # steps of a day that are looked at for one it fits
WhoseText = Literal["shipped", "changed", "own"]  # as it came along, in your words, one you added


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingRow:
    """One wording: what it is for, and whose text it is; what `fits` does not name may be any.
    `unread` says what is wrong with a text of yours that cannot be used any more."""

    name: str
    title: str
    whose: WhoseText
    fits: dict[str, tuple[str, ...]]
    unread: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingShown(WordingRow):
    """One wording with its text; `came_along` is the text in whose place yours stands."""

    text: str
    came_along: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingLook:
    """How a wording reads; `to` names whose step it is, "" for somebody invented. `written_out` is
    its text with the sentences it shares with others in their place."""

    draft: Draft
    to: str
    written_out: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingChanged:
    """What became of a wording; without a `text` there is none of that name any more."""

    name: str
    title: str
    whose: WhoseText | None
    fits: dict[str, tuple[str, ...]]
    text: str


def wording_list(campaign: Campaign, *, stamp: Stamp) -> list[WordingRow]:  # noqa: ARG001  # any day
    """By name."""
    own, variety = shelf_of(campaign.pk).own_wordings, kept_in(campaign)
    names = sorted({*shipped(), *dict(own)})
    return [_row(name, own, variety) for name in names]


def wording_show(campaign: Campaign, *, stamp: Stamp, name: str) -> WordingShown:  # noqa: ARG001
    """Raises CannotDo (`not_found`) where there is none of that name."""
    return wording_shown(campaign, there_is(campaign, name))


def wording_shown(campaign: Campaign, name: str) -> WordingShown:
    """The wording of that name, which is there."""
    own, variety = shelf_of(campaign.pk).own_wordings, kept_in(campaign)
    row, came_along = _row(name, own, variety), shipped_text(name, variety)
    return record_of(
        WordingShown,
        row,
        text=dict(own).get(name, came_along),
        came_along=came_along if name in dict(own) else "",
    )


def wording_kept(kept: WordingKept, asked: Asked) -> WordingChanged:
    if not kept.there:
        return WordingChanged(name=kept.name, title="", whose=None, fits={}, text="")
    return record_of(WordingChanged, wording_shown(asked.campaign, kept.name))


def look_at(campaign: Campaign, *, on: date, name: str, text: str) -> WordingLook:
    """How a text would read under that name: to the first whose step of the day it fits, else to
    somebody invented. Nothing is kept. Raises CannotDo for a text that cannot be read."""
    wording = own_wording(text, name=name)
    facts, to = _first_it_fits(campaign, wording, text, on), ""
    if facts is None:
        facts = _to_somebody_invented(campaign, wording)
    else:
        to = facts.name
    said = own_wording(own_text(text, variety_for(facts)), name=name)
    return WordingLook(draft=worded_by(said, facts), to=to, written_out=written_out(text, facts))


def _to_somebody_invented(campaign: Campaign, wording: Wording) -> DraftFacts:
    language, country = letters_in(campaign.language), campaign.country
    return sample_facts(wording, seeker=campaign.seeker.name, country=country, language=language)


def _first_it_fits(campaign: Campaign, wording: Wording, text: str, on: date) -> DraftFacts | None:
    shown, own = plan_on(campaign, on), ((wording.name, text),)
    for card in shown.plan.showable[:MOST_TRIED]:
        facts = _facts_of(shown, card)
        fitting = wordings_for(replace(facts, own_wordings=own)) if facts else ()
        if any(one.name == wording.name for one in fitting):
            return facts
    return None


def _facts_of(shown: Shown, card: Card) -> DraftFacts | None:
    """What a message of that step may know; None where nothing is written."""
    if card.person_id is None or card.finds_way or not STEP_KIND[card.kind].is_worded:
        return None
    return draft_facts(shown.snapshot, card, on=shown.board.today, book=shown.book)


def kept_in(campaign: Campaign) -> Variety:
    """The variety in which the wordings are kept: of the seeker's language and country."""
    return variety_of(letters_in(campaign.language), campaign.country)


def _row(name: str, own: Own, variety: Variety) -> WordingRow:
    mine, found = dict(own).get(name), _used(name, own, variety)
    return WordingRow(
        name=name,
        title=found.title if found else name,
        whose="shipped" if mine is None else "changed" if name in shipped() else "own",
        fits=_fits(found),
        unread="" if mine is None else _why_unread(name, mine),
    )


def _used(name: str, own: Own, variety: Variety) -> Wording | None:
    return next((one for one in wordings_at_hand(own, variety) if one.name == name), None)


def _fits(found: Wording | None) -> dict[str, tuple[str, ...]]:
    return {key: tuple(sorted(said)) for key, said in found.fits.items()} if found else {}


def _why_unread(name: str, text: str) -> str:
    try:
        own_wording(text, name=name)
    except CannotDo as refused:
        return refused.words
    return ""
