"""Person: all that is known of somebody, and correcting it."""

from collections.abc import Collection
from typing import Any

from django.http import Http404, HttpResponse

from firststep.facts.asks import ASK_KIND, ASK_KINDS
from firststep.facts.channels import by_words, channel_named
from firststep.facts.kinds import HowCalled
from firststep.facts.said import say, to_say
from firststep.interfaces.answers.between import (
    ApproachShown,
    approaches_of,
    opened_with,
    touches_with,
)
from firststep.interfaces.answers.day import day_of
from firststep.interfaces.answers.persons import (
    PersonKnown,
    RowsOf,
    TieShown,
    are_connected,
    known_of,
    rows_of,
)
from firststep.interfaces.links import Leading, leading
from firststep.interfaces.web.forms import record
from firststep.interfaces.web.happenings import heard_from, with_somebody
from firststep.interfaces.web.person_words import source_of, sources, tie_seen
from firststep.interfaces.web.steps_there import steps_with
from firststep.interfaces.web.visit import Visit, page, writes
from firststep.interfaces.words.counts import capital
from firststep.interfaces.words.people import TIES
from firststep.keeping.kept_query import Blank, KeptQuery
from firststep.plan.shown import plan_on
from firststep.steps.outreach.wordings.languages import WRITTEN, letters_in
from firststep.steps.people.models import Person, Position, Seat
from firststep.steps.people.ties.in_touch import in_touch
from firststep.verbs.people.unmerge import merges_of

KEEP_WORDS = {
    "weekly": to_say("weekly"), "monthly": to_say("monthly"), "quarterly": to_say("quarterly"),
    "yearly": to_say("yearly"), "never": to_say("never"),
}  # fmt: skip
_CALLED: dict[HowCalled, str] = {
    "": to_say("as it fits how you know each other"), "du": "du", "sie": "Sie",
}  # fmt: skip

_PERSON = KeptQuery(lambda: Person.objects.filter(campaign=Blank("campaign"), pk=Blank("person")))


@page
def person(visit: Visit, person: int) -> HttpResponse:
    """One person whole: ways to reach them, posts, ties, threads, what has happened."""
    row = _PERSON.first(campaign=visit.campaign.pk, person=person)
    if row is None:
        raise Http404
    seen = in_touch([row.pk], today=visit.on).get(row.pk)
    rows, touches = rows_of(row), touches_with(row, visit.on)
    known = known_of(row, rows, visit.on, seen=seen)
    context: dict[str, Any] = {
        "place": "people",
        "person": row,
        "known": known,
        "shown": tie_seen(visit, known, seen, heard=heard_from(touches)),
        "ties": [_between(tie) for tie in known.ties if tie.person_id is not None],
        "threads": _threads(row),
        "next": steps_with(day_of(plan_on(visit.campaign, visit.on)), row.pk),
        "history": with_somebody(touches),
        "connected": are_connected(row, touches, visit.on),
        "keep_choices": [(every, capital(say(words))) for every, words in KEEP_WORDS.items()],
        "keep": say(KEEP_WORDS[row.keep]) if row.keep not in ("", "never") else "",
        "tie_choices": [(kind, capital(say(words))) for kind, words in TIES.items()],
        "ask_choices": ASK_KINDS,
        "called_choices": _called_choices(visit.campaign.language),
        "merges": merges_of(row, today=visit.on),
        **_facts_with_sources(row, rows, known),
    }
    return visit.page("person.html", context)


def _called_choices(language: str) -> list[tuple[HowCalled, str]]:
    """By what they may be called in a letter, where its language has a choice."""
    called = WRITTEN[letters_in(language)].called
    return [(one, say(_CALLED[one])) for one in ("", *called)] if called else []


def _facts_with_sources(row: Person, rows: RowsOf, known: PersonKnown) -> dict[str, Any]:
    """What can be corrected, each with the import it came from."""
    tie = next((one for one in rows.ties if one.other_id is None), None)
    from_where = sources((row, *rows.posts, *rows.addresses, *rows.ties))
    posts = zip(known.positions, rows.posts, strict=True)
    source = "" if row.by_hand else source_of(row, from_where)
    return {
        "source": source,
        "ways": _ways(row, rows, from_where),
        "positions": [
            (post, one.company.name, _whence(one, from_where, source)) for post, one in posts
        ],
        "tie": tie,
        "tie_source": source_of(tie, from_where) if tie else "",
    }


def _whence(post: Position, from_where: dict[int, str], source: str) -> str:
    """Where a post is known from, where that is not what the person came with."""
    if post.by_hand:
        return say("You wrote it down")
    found = source_of(post, from_where)
    return say("From {source}", source=found) if found and found != source else ""


def _ways(row: Person, rows: RowsOf, from_where: dict[int, str]) -> list[tuple[Leading, str]]:
    """The links to each way they can be reached by, and which import it came from."""
    alive = (one for one in rows.addresses if not one.dead_on)
    found = [(one.kind, one.value, source_of(one, from_where)) for one in alive]
    found += [("linkedin", row.linkedin, "")] if row.linkedin else []
    return [(link, source) for kind, value, source in found for link in leading(kind, value)]


def _between(tie: TieShown) -> dict[str, Any]:
    words = f"{say(TIES[tie.kind])}. {tie.how}".strip(". ")
    return {"person_id": tie.person_id, "name": tie.with_, "words": words}


def _threads(row: Person) -> list[dict[str, Any]]:
    """What was asked of them, the newest first."""
    rows = opened_with(row)
    ways = set(row.addresses.values_list("kind", flat=True)) if rows else set()
    threads = zip(approaches_of(rows), rows, strict=True)
    return [_thread(one, opened.seat, ways) for one, opened in threads][::-1]


def _thread(one: ApproachShown, post: Seat | None, ways: Collection[str]) -> dict[str, Any]:
    seat = f"{post.title}, {post.company.name}" if post else ""
    via = say("through {name}", name=one.via) if one.via else ""
    goes_by = channel_named(one.channel).goes_by if one.channel else None
    by = say(by_words(one.channel)) if goes_by in (None, *ways) else ""  # no way it could not go
    parts = (seat, via, by)
    return {
        "ref": one.approach_id,
        "ask": say("You ask {about}", about=say(ASK_KIND[one.ask].about)),
        "about": " · ".join(part for part in parts if part),
        "closed_on": one.closed_on,
        "opened_on": one.opened_on,
    }


@writes
def ask_for(visit: Visit, person: int) -> HttpResponse:
    """Opens a thread with that ask, or changes the ask of the open one."""
    approach = record(visit, "ask", who=f"p{person}", what=visit.text("ask"))
    return visit.done(f"/touch/{approach.pk}")
