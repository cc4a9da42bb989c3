"""An invented step, to see how a wording reads where no step of the day would take it. Pure."""

from dataclasses import replace
from datetime import date
from typing import cast

from firststep.facts.asks import ASK_KIND, ASKS, USUAL_ASK, Ask
from firststep.facts.channels import BY_CALL, BY_INVITATION, CHANNELS, ChannelName
from firststep.facts.draft import DraftFacts
from firststep.facts.kinds import Language, Origin, TieKind
from firststep.facts.step_kinds import STEP_KIND, CardKind
from firststep.steps.outreach.wordings.wording import Wording

# Kinds of texts that are no steps of their own, and the steps they are for.
_OF_STEP: dict[str, CardKind] = {"first_call": "call", "ask_again": "write", "nudge_anew": "nudge"}
_TIES: dict[str, TieKind] = {"known": "known", "met": "met"}
_ORIGINS: dict[str, Origin] = {"warm": "named", "met": "met"}
_MONDAY = date(2026, 11, 2)
_INVENTED = DraftFacts(
    kind="write",
    ask=USUAL_ASK,
    channel=CHANNELS[0].name,
    seeker="",
    role="buyer",
    department="purchasing",
    places=("Lyon",),
    name="Dana Whitlock",
    given="Dana",
    title="Head of Purchasing",
    company="Halvorsen",
    about_company="Halvorsen",
    on_list=True,
    seat="Head of Purchasing",
    holder="Hugo Reich",
    first_note_on=_MONDAY,
    named="Hugo Reich",
    answer_on=_MONDAY,
)


# Somebody one would write to in that language.
_SAMPLES: dict[Language, DraftFacts] = {
    "de": replace(
        _INVENTED,
        role="Einkäufer",
        department="Einkauf",
        places=("Köln",),
        name="Dana Winter",
        title="Leitung Einkauf",
        seat="Leitung Einkauf",
    )
}


def sample_facts(
    wording: Wording, *, seeker: str, country: str, language: Language = ""
) -> DraftFacts:
    """A step that wording could be for, to an invented person."""
    said = {key: sorted(values) for key, values in wording.fits.items()}
    kind, route = said.get("kinds", ["write"])[0], _first(said, "routes", "known")
    answer, form = _first(said, "answers", ""), _first(said, "forms", "letter")
    ask = _ask(said)
    return replace(
        _SAMPLES.get(language, _INVENTED),
        kind=_OF_STEP.get(kind) or cast("CardKind", kind if kind in STEP_KIND else "write"),
        ask=ask,
        smaller_ask=ASK_KIND[ask].less[0] if _asks_less(said) else None,
        channel=_channel(form),
        invitation="note" if form == "note" else "",
        seeker=seeker,
        country=country,
        language=language,
        via="Sam Petrov" if route == "warm" else "",
        origin=_ORIGINS.get(route, "proposed"),
        tie=_TIES.get(route),
        overlap="Nimbus, 2016 to 2019" if route == "known" else "",
        answer=answer,
        meeting_on=_MONDAY if answer == "talked" else None,
    )


def _ask(said: dict[str, list[str]]) -> Ask:
    """One that the head names, or that brings what it says a yes brings."""
    named, yields = said.get("asks", ASKS), said.get("yields")
    fit = [one for one in ASKS if one in named and (not yields or ASK_KIND[one].yields in yields)]
    return USUAL_ASK if USUAL_ASK in fit or not fit else fit[0]


def _asks_less(said: dict[str, list[str]]) -> bool:
    reminds = {"nudge", "nudge_anew"} & set(said.get("kinds", ()))
    return bool(reminds) or "silence" in said.get("after", ())


def _first(said: dict[str, list[str]], key: str, usual: str) -> str:
    """The usual where a head says it or nothing; else the first it says."""
    values = said.get(key) or [usual]
    return usual if usual in values else values[0]


def _channel(form: str) -> ChannelName:
    if form == "spoken":
        return BY_CALL
    if form == "note":
        return BY_INVITATION
    return next((one.name for one in CHANNELS if one.form == form), CHANNELS[0].name)
