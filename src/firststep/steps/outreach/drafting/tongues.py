"""The languages a text is drafted in: what stands in the fields of its wordings, how its page is
set out, how a time is written. The wordings themselves: `wordings/languages.py`. Pure."""

from collections.abc import Callable
from typing import NamedTuple

from firststep.facts.draft import DraftFacts
from firststep.facts.kinds import HowCalled, Language
from firststep.steps.outreach.drafting import dates, fields
from firststep.steps.outreach.drafting.german import address as german_address
from firststep.steps.outreach.drafting.german import dates as german_dates
from firststep.steps.outreach.drafting.german import fields as german_fields
from firststep.steps.outreach.drafting.german import page as german_page
from firststep.steps.outreach.wordings.languages import Variety, variety_of


class Tongue(NamedTuple):
    """A language as a text is drafted in it; `address` says by what its reader is called."""

    fields: Callable[..., dict[str, str]]
    written_time: Callable[..., str]
    set_out: Callable[[str, DraftFacts], str]
    address: Callable[[DraftFacts], HowCalled]


def _as_it_is(body: str, facts: DraftFacts) -> str:  # noqa: ARG001  # a page needs nothing more
    return body


def _you(facts: DraftFacts) -> HowCalled:  # noqa: ARG001  # everybody is
    return ""


_ENGLISH = Tongue(fields.spoken_fields, dates.written_time, _as_it_is, _you)
_GERMAN = Tongue(
    german_fields.german_fields,
    german_dates.german_time,
    german_page.set_out,
    german_address.address_of,
)
TONGUES: dict[Language, Tongue] = {"": _ENGLISH, "en": _ENGLISH, "de": _GERMAN}


def variety_for(facts: DraftFacts) -> Variety:
    """The variety of the language in which this person is written to."""
    address = TONGUES[facts.language].address(facts)
    return variety_of(facts.language, facts.country, address)


def in_both_ways(facts: DraftFacts) -> Variety:
    """The variety in which a wording is kept for everybody."""
    return variety_of(facts.language, facts.country)
