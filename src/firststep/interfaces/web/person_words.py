"""Somebody on a page: how close they are and why, how to reach them, whence each fact is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from firststep.facts.line_kinds import LINE_KIND
from firststep.facts.said import say, say_of, to_say
from firststep.facts.snapshot import ApproachFacts, PersonFacts, TieFacts
from firststep.interfaces.answers.persons import PersonKnown, TieShown
from firststep.interfaces.links import Leading, leading
from firststep.interfaces.web.visit import Visit
from firststep.interfaces.words.counts import sentence
from firststep.interfaces.words.days import full_day
from firststep.interfaces.words.people import TIES, how_close, post_words
from firststep.steps.people.models import Import
from firststep.steps.people.ties.own_life import overlaps
from firststep.steps.people.ties.tie_kind import InTouch, tie_told

NO_TIE = to_say("You do not know each other yet.")
IN_TOUCH = to_say("You have been in touch.")


@dataclass(frozen=True, slots=True, kw_only=True)
class TieSeen:
    """A tie in a sentence, what stands behind it, and what files alone would say."""

    words: str
    why: str
    seen: str
    otherwise: str
    shared: str


def tie_seen(
    visit: Visit, known: PersonKnown, seen: InTouch | None, *, heard: bool = False
) -> TieSeen:
    """How the seeker knows somebody, with the reason, evidence and shared places. `heard`: they
    have answered, or talked."""
    tie = known.own_tie
    shared = overlaps(visit.campaign, [known.person_id], today=visit.on).get(known.person_id)
    return TieSeen(
        words=_tie_words(tie, heard=heard),
        why=tie.why if tie else known.no_tie_why,
        seen=_in_touch_words(seen),
        otherwise=_otherwise(visit, tie, seen) if tie else "",
        shared=sentence(shared.words) if shared else "",
    )


def _otherwise(visit: Visit, tie: TieShown, seen: InTouch | None) -> str:
    """What files alone would say, where the seeker says something else."""
    files = tie_told("", tie.since, today=visit.on, in_touch=seen)
    differs = (seen or tie.since) and files.kind != tie.kind
    if not differs:
        return ""
    return say("What was brought in alone would say: {tie}.", tie=say(TIES[files.kind]))


def _in_touch_words(seen: InTouch | None) -> str:
    """You wrote on 8 occasions, they wrote on 6, you met twice; last on 2 September 2026."""
    if seen is None or seen.last_on is None:
        return ""
    told = (
        (seen.outbound, say("you wrote {times}", times=_times(seen.outbound))),
        (seen.inbound, say("they wrote {times}", times=_times(seen.inbound))),
        (seen.meetings, say("you met {times}", times=_times(seen.meetings))),
    )
    parts = ", ".join(words for count, words in told if count)
    day = full_day(seen.last_on)
    return sentence(say("{how_often}; last on {day}", how_often=parts, day=day))


def _times(count: int) -> str:
    return say("twice") if count == 2 else say_of("once", "{n} times", count, n=count)


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
        return say("you wrote it down")
    return known.get(row.import_id_id or 0, "")


def ways(person: PersonFacts | None) -> tuple[Leading, ...]:
    """How somebody can be reached; links are opened by the seeker, never fetched."""
    if person is None:
        return ()
    known = [(kind, value) for kind, values in person.ways.items() for value in values]
    return tuple(link for kind, value in known for link in leading(kind, value))


def own_tie(person: PersonFacts | None, approach: ApproachFacts | None = None) -> str:
    """How the seeker knows somebody: "Close since 2016. You shared a desk"; by an `approach` also
    whether they have been heard from."""
    log = approach.log if approach else ()
    heard = any(LINE_KIND[line.kind].heard for line in log)
    return _tie_words(person.tie if person else None, heard=heard)


def _tie_words(tie: TieShown | TieFacts | None, *, heard: bool) -> str:
    if tie is None:
        return say(IN_TOUCH if heard else NO_TIE)
    return how_close(tie.kind, tie.since, tie.how, heard=heard)


def present_post(person: PersonFacts | None) -> str:
    """What somebody does where: "Director of Purchasing, Cedarline"."""
    if person is None:
        return ""
    now = person.current or person.positions
    return post_words(now[0].title, now[0].company) if now else ""
