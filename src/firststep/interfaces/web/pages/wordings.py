"""Wordings: the texts messages are drafted from, by occasion; one of them, to read and change."""

from dataclasses import replace
from typing import Any, TypeVar

from django.http import HttpResponse

from firststep.errors import CannotDo, Stale
from firststep.facts.said import say, to_say
from firststep.facts.step_kinds import STEP_KINDS
from firststep.interfaces.answers.wordings import (
    WordingRow,
    WordingShown,
    kept_in,
    look_at,
    wording_list,
    wording_shown,
)
from firststep.interfaces.web.forms import record
from firststep.interfaces.web.papers import letter
from firststep.interfaces.web.refusals import STATUS
from firststep.interfaces.web.visit import Visit, page, writes
from firststep.interfaces.web.wording_titles import title_here
from firststep.steps.outreach.wordings.fields import CONDITION_WORDS, FIELD_WORDS
from firststep.steps.outreach.wordings.languages import WRITTEN, letters_in
from firststep.steps.outreach.wordings.own import MOST_CHARACTERS, conditions
from firststep.steps.outreach.wordings.wording import shared_phrases
from firststep.verbs.thread.wordings import there_is

SHELF, NEW = "/settings/wordings", "/settings/new-wording"
OCCASIONS = (
    to_say("A first note"), to_say("After you met"), to_say("By phone or in person"),
    to_say("A reminder"), to_say("An answer"), to_say("Thanks"), to_say("What came of it"),
    to_say("Staying in touch"),
)  # fmt: skip
# What a wording may be for besides the kinds of steps: a kind that it stands for.
_ALSO = {"ask_again": "write", "first_call": "call", "nudge_anew": "nudge"}
ELSE = to_say("Anything else")
MOST_NEAR = 3  # of what may have been meant


_Titled = TypeVar("_Titled", WordingRow, WordingShown)


@page
def wordings(visit: Visit) -> HttpResponse:
    """All there are, by occasion."""
    rows = wording_list(visit.campaign, stamp=visit.stamp())
    groups = [
        (say(words), [_titled(row) for row in rows if _occasion(row) == words])
        for words in _all_words()
    ]
    context = {"place": "goal", "groups": [group for group in groups if group[1]]}
    return visit.page("wordings.html", context)


@page
def wording(visit: Visit, name: str) -> HttpResponse:
    """One of them, and how it reads."""
    shown = wording_shown(visit.campaign, there_is(visit.campaign, name))
    return _page(visit, shown, text=shown.text, name=shown.name)


@page
def new_wording(visit: Visit) -> HttpResponse:
    """A place to write one more."""
    written = WRITTEN[letters_in(visit.campaign.language)]
    return _page(visit, None, text=written.beginning, name="")


@writes
def look_at_text(visit: Visit, name: str = "") -> HttpResponse:
    """How the text that was typed reads. Nothing is kept."""
    return _again(visit, name)


@writes
def keep_wording_text(visit: Visit, name: str) -> HttpResponse:
    """The text is kept in the place of the one before; refused, it stands on the page again."""
    try:
        record(visit, "wording edit", name=name)
    except Stale:
        raise
    except CannotDo as refused:
        return _again(visit, name, refused)
    return visit.done(f"{SHELF}/{name}")


@writes
def add(visit: Visit) -> HttpResponse:
    """One more wording; refused, it stands on the page again."""
    try:
        kept = record(visit, "wording add")
    except CannotDo as refused:
        if refused.field == "name":
            raise
        return _again(visit, "", refused)
    return visit.done(f"{SHELF}/{kept.name}")


@writes
def reset(visit: Visit, name: str) -> HttpResponse:
    """The text that came along again; one of the seeker's own is gone then."""
    there = record(visit, "wording reset", name=name).there
    return visit.done(f"{SHELF}/{name}" if there else SHELF)


def _again(visit: Visit, name: str, refused: CannotDo | None = None) -> HttpResponse:
    """The page with the text as it was typed."""
    shown = wording_shown(visit.campaign, there_is(visit.campaign, name)) if name else None
    form = visit.request.POST
    typed = form.get("text", "").replace("\r\n", "\n")[: 2 * MOST_CHARACTERS]
    called = name or form.get("name", "")[:100]
    return _page(visit, shown, text=typed, name=called, refused=refused)


def _page(
    visit: Visit,
    shown: WordingShown | None,
    *,
    text: str,
    name: str,
    refused: CannotDo | None = None,
) -> HttpResponse:
    looked: dict[str, Any] = {}
    if not refused:
        try:
            looked = _looked(visit, name or "new", text)
        except CannotDo as wrong:
            refused = wrong
    at = f"{SHELF}/{name}" if shown else NEW
    context = {
        "place": "goal",
        "shown": _titled(shown) if shown else None,
        "kept_at": f"{at}/keep",
        "looked_at": f"{at}/look",
        "name": name,
        "text": text,
        "fields": [(field, say(words)) for field, words in FIELD_WORDS.items()],
        "conditions": [
            (key, say(CONDITION_WORDS[key]), values) for key, values in conditions().items()
        ],
        **looked,
        **(_refusal(refused, text) if refused else {}),
    }
    context["phrases"] = _phrases(visit, context["text"])
    return visit.page("wording.html", context, status=STATUS[refused.kind] if refused else 200)


def _looked(visit: Visit, name: str, text: str) -> dict[str, Any]:
    """How the text reads, and the text written out where that was asked for."""
    found = look_at(visit.campaign, on=visit.on, name=name, text=text)
    written = {"text": found.written_out} if visit.request.POST.get("write_out") else {}
    return {"look": letter(found.draft), "look_to": found.to, **written}


def _refusal(refused: CannotDo, text: str) -> dict[str, str]:
    """What is wrong, with the line it is in."""
    near = refused.candidates if len(refused.candidates) <= MOST_NEAR else []
    meant = f" {say('Did you mean {names}?', names=say(' or ').join(near))}" if near else ""
    before, lines = refused.detail.get("line", 0), text.split("\n")
    return {
        "refused": f"{refused.words}{meant}",
        "wrong_line": "".join(lines[before - 1 : before]) if before else "",
    }


def _phrases(visit: Visit, text: str) -> list[tuple[str, list[str]]]:
    """The sentences that stand for each `{phrase}` of a text, where they are chosen by what the
    step is."""
    found = []
    for name, choices in shared_phrases(kept_in(visit.campaign)).items():
        if f"{{{name}}}" in text:
            ways = (way for _, each in choices for way in each)
            said = (" ".join(sentence[0] for sentence in way) for way in ways)
            found.append((name, list(dict.fromkeys(filter(None, said)))))
    return found


def _titled(found: _Titled) -> _Titled:
    return replace(found, title=title_here(found.name, found.title))


def _all_words() -> list[str]:
    return [*OCCASIONS, ELSE]


def _occasion(row: WordingRow) -> str:
    """The occasion it stands under: what is said aloud by itself, else by its kinds."""
    kinds = {_ALSO.get(kind, kind) for kind in row.fits.get("kinds", ())}
    if row.fits.get("forms") == ("spoken",):
        kinds = {"call"}
    of = {one.occasion for one in STEP_KINDS if one.name in kinds}
    return next((words for words in OCCASIONS if words in of), ELSE)
