"""Why a tie is as close as it is, where the paths crossed, and where each fact came from."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from firststep.interfaces.web.step_words import TIES
from firststep.interfaces.web.thread_words import how_close
from firststep.interfaces.web.visit import Visit
from firststep.interfaces.words.counts import sentence
from firststep.interfaces.words.days import full_day
from firststep.steps.people.models import Import, Person, Tie
from firststep.steps.people.ties.in_touch import in_touch, no_tie
from firststep.steps.people.ties.own_life import overlaps
from firststep.steps.people.ties.tie_kind import InTouch, tie_told


@dataclass(frozen=True, slots=True, kw_only=True)
class TieSeen:
    """A tie in a sentence, what stands behind it, and what files alone would say."""

    words: str
    why: str
    seen: str
    otherwise: str
    shared: str


def tie_shown(visit: Visit, row: Person, tie: Tie | None) -> TieSeen:
    """How the seeker knows somebody, with the reason, evidence and shared places."""
    seen = in_touch([row.pk], today=visit.on).get(row.pk)
    shared = overlaps(visit.campaign, [row.pk], today=visit.on).get(row.pk)
    place = sentence(shared.words) if shared else ""
    if tie is None:
        words = "You do not know each other yet."
        why = no_tie(row.pk, today=visit.on)
        return TieSeen(words=words, why=why, seen=_seen(seen), otherwise="", shared=place)
    told = tie_told(tie.kind, tie.since, today=visit.on, in_touch=seen)
    files = tie_told("", tie.since, today=visit.on, in_touch=seen)
    differs = tie.kind and (seen or tie.since) and files.kind != told.kind
    return TieSeen(
        words=how_close(told.kind, tie.since, tie.how),
        why=told.why,
        seen=_seen(seen),
        otherwise=f"What was brought in alone would say: {TIES[files.kind]}." if differs else "",
        shared=place,
    )


def _seen(seen: InTouch | None) -> str:
    """You wrote on 8 occasions, they wrote on 6, you met twice; last on 2 September 2026."""
    if seen is None or seen.last_on is None:
        return ""
    parts = []
    if seen.outbound:
        parts.append(f"you wrote {_times(seen.outbound)}")
    if seen.inbound:
        parts.append(f"they wrote {_times(seen.inbound)}")
    if seen.meetings:
        parts.append(f"you met {_times(seen.meetings)}")
    return sentence(f"{', '.join(parts)}; last on {full_day(seen.last_on)}")


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def sources(rows: Iterable[Any]) -> dict[int, str]:
    """Which import each of these facts came from: "Connections.csv, 20 November 2026"."""
    keys = {row.import_id_id for row in rows if row.import_id_id is not None}
    if not keys:
        return {}
    return {
        one.pk: f"{', '.join(file['name'] for file in one.files)}, {full_day(one.on)}"
        for one in Import.objects.filter(pk__in=keys)
    }


def source_of(row: Any, known: dict[int, str]) -> str:
    """Where one fact came from; what was corrected by hand is the seeker's own."""
    if getattr(row, "by_hand", False):
        return "by your hand"
    return known.get(row.import_id_id or 0, "")
