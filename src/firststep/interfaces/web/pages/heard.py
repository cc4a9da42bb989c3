"""What somebody wrote back: pasted or dropped, shown as it was understood, confirmed by a press."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpResponse

from firststep.errors import CannotDo
from firststep.facts.heard_kinds import HEARD_WORDS
from firststep.facts.said import say
from firststep.interfaces.answers.hearing import HeardShown, heard_shown, waiting_heard
from firststep.interfaces.web.forms import record
from firststep.interfaces.web.refusals import STATUS
from firststep.interfaces.web.visit import Visit, page, writes
from firststep.steps.outreach.models import Heard
from firststep.verbs.told.hear import hear, open_heard

_LONGEST = 400_000  # letters of a text, quotations and all
_MOST_BYTES = 12 * 1024 * 1024
_HEAD = re.compile(r"(?im)^(?:from|von|return-path|received|delivered-to):\s*\S")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """A text with the sentence it rests on, apart from what stands before and behind."""

    before: str
    marked: str
    behind: str


@page
def all_heard(visit: Visit) -> HttpResponse:
    """What waits for a yes, and where to paste more."""
    return _box(visit, ref=visit.asked("of"))


@writes
def take(visit: Visit) -> HttpResponse:
    """Takes in what was pasted or dropped; refused, the text stands there again."""
    return taken_in(visit, visit.text("text", longest=_LONGEST))


def taken_in(visit: Visit, text: str) -> HttpResponse:
    """The page of what was taken in, whichever form it came by."""
    file, ref = visit.request.FILES.get("mail"), visit.text("of", longest=200)
    data = file.read(_MOST_BYTES) if file and file.size else text.encode()
    source = "file" if file and file.size else "pasted"
    try:
        found = hear(visit.campaign, stamp=visit.stamp(), data=data, ref=ref, source=source)
    except CannotDo as refused:
        return _box(visit, ref=ref, text=text, refused=refused)
    return visit.done(f"/heard/{found.row.pk}")


def is_pasted(text: str) -> bool:
    """Whether a text is what somebody wrote rather than a line about it: of several lines, or with
    the header of a mail."""
    return text.count("\n") > 0 or _HEAD.search(text) is not None


@page
def heard(visit: Visit, heard: int) -> HttpResponse:
    """One thing that came in: what was understood, with the sentence it rests on."""
    row = open_heard(visit.campaign, heard)
    shown = heard_shown(row)
    first = shown.proposals[0]
    context: dict[str, Any] = {
        "place": "today",
        "heard": shown,
        "first": first,
        "is": say(HEARD_WORDS[first.kind]),
        "pieces": pieces(shown.text, first.sentence),
        "said": [(one, say(HEARD_WORDS[one.kind])) for one in shown.proposals],
        "hours": next((one for one in shown.proposals if one.at and one.kind == "yes"), None),
        "named": next((one.to for one in shown.proposals if one.to), None),
        "until": next((one.until for one in shown.proposals if one.until), None),
        "kinds": [(kind, say(words)) for kind, words in HEARD_WORDS.items()],
    }
    return visit.page("heard.html", context)


@writes
def confirm(visit: Visit, heard: int) -> HttpResponse:
    """Writes it down, and goes on to the message that follows."""
    row = open_heard(visit.campaign, heard)
    kinds = visit.request.POST.getlist("kinds")
    hour = _hour(visit)  # read whatever was chosen: what is no hour is never passed over
    at = hour if "yes" in kinds else None
    if not kinds:
        raise CannotDo("Choose at least one thing that it says.", kind="bad_input")
    done = record(visit, "heard confirm", heard=heard, kinds=kinds, at=at, undated=at is None)
    opened = [one.approach_id for one in done.created if one.approach_id]
    return visit.done(_after(row, done.ref, opened))


def _hour(visit: Visit) -> datetime | None:
    """The hour one talks: one of those they named, or another."""
    if chosen := visit.text("talk", longest=20):
        with suppress(ValueError):
            return datetime.fromisoformat(chosen)
    return visit.moment("day", "hour")


def _after(row: Heard, ref: str, opened: list[int]) -> str:
    """Where one goes on: to whoever was named, else to the step that follows."""
    if row.person is not None:
        row.person.refresh_from_db()
        if row.person.do_not_contact_on is not None:
            return f"/people/{row.person.pk}"
    ref = str(opened[0]) if opened else ref
    return f"/touch/{ref}" if ref else "/heard"


def _box(
    visit: Visit,
    *,
    ref: str = "",
    text: str = "",
    refused: CannotDo | None = None,
    undone: bool = False,
) -> HttpResponse:
    context: dict[str, Any] = {
        "place": "today",
        "of": ref,
        "text": text,
        "refused": refused.words if refused else "",
        "candidates": refused.candidates if refused else (),
        "waiting": [_waiting(row) for row in waiting_heard(visit.campaign)],
    }
    if undone:  # drawn by the press itself, whose own page is gone
        context |= {"here": "/heard", "told": visit.campaign.entries.order_by("revision").last()}
    return visit.page("heard_all.html", context, status=STATUS[refused.kind] if refused else 200)


def given_back(visit: Visit, row: Heard) -> HttpResponse:
    """The field with what was taken in and is taken back, to look at it once more."""
    ref = str(row.approach_id) if row.approach_id else ""
    if not ref and row.person_id:
        ref = f"p{row.person_id}"
    text = row.text if ref or row.writer in row.text else f"{row.text}\n\n{row.writer}"
    return _box(visit, ref=ref, text=text, undone=True)


def _waiting(row: Heard) -> tuple[HeardShown, str]:
    shown = heard_shown(row)
    return shown, say(HEARD_WORDS[shown.proposals[0].kind])


def pieces(text: str, sentence: str) -> Pieces:
    """The text around a sentence; a line a program broke is still the same sentence."""
    words = r"\s+".join(map(re.escape, sentence.split()))
    found = re.search(words, text) if words else None
    if found is None:
        return Pieces(before="", marked=sentence, behind=f"\n\n{text}" if sentence else text)
    return Pieces(before=text[: found.start()], marked=found[0], behind=text[found.end() :])
