"""Who at a company was asked to put one's name forward, or for advice, and what they said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from firststep.facts.line_kinds import LINE_KIND, REQUESTS, LogKind
from firststep.interfaces.answers.plain import record_of
from firststep.keeping.kept_query import Blank, KeptQuery
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.drafting.advice import question_in
from firststep.steps.outreach.models import Touch
from firststep.steps.people.finding.many_ids import among_given, ids_parameter, narrowly_given
from firststep.steps.people.whom import TIE_ORDER, KnownThere, Whom

_ASKED_THERE = KeptQuery(
    lambda: (
        narrowly_given(
            Touch.objects.filter(
                approach__ask__in=("referral", "advice"),
                person__in=among_given("people"),
                on__lte=Blank("on"),
            ),
            "campaign",
        )
        .order_by("on", "order")
        .values_list("person_id", "approach__ask", "on", "kind", "text", "inbound")
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Referrer:
    """Somebody known who works there now and could put one's name forward; `asked` whether they
    were."""

    person_id: int
    name: str
    asked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceGiven:
    """One answer, or one talk, with its words where they were kept."""

    on: date
    kind: LogKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceAsked:
    """Somebody there who was asked for advice: the question as it stands in what was sent, ""
    where no text of it was kept, and what came of it, the oldest first."""

    person_id: int
    name: str
    question: str
    asked_on: date
    said: tuple[AdviceGiven, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchThere:
    """A touch with somebody who works there, of an approach for a referral or for advice."""

    person_id: int
    ask: str
    on: date
    kind: LogKind
    text: str
    sent: bool


def touches_there(campaign: Campaign, found: Iterable[Whom], *, on: date) -> list[TouchThere]:
    """What was asked of those who work at these companies now, and what they said, up to a day:
    referrals and advice alone, the oldest first; one question, none where nobody is known."""
    people = {one.person_id for there in found for one in _present(there)}
    if not people:
        return []
    rows = _ASKED_THERE(campaign=campaign.pk, people=ids_parameter(people), on=on)
    return [
        TouchThere(
            person_id=person, ask=ask, on=day, kind=cast(LogKind, kind), text=text, sent=not inbound
        )
        for person, ask, day, kind, text, inbound in rows
    ]


def _present(there: Whom) -> list[KnownThere]:
    return [one for one in there.known if one.current and one.sureness != "weak"]


def referrers(there: Whom, touches: Sequence[TouchThere]) -> tuple[Referrer, ...]:
    """Who is known and works there now, the closest first; whom one asked to be referred."""
    able = [one for one in _present(there) if one.tie and not one.do_not_contact]
    asked = {one.person_id for one in touches if one.ask == "referral" and one.sent}
    return tuple(
        Referrer(person_id=one.person_id, name=one.name, asked=one.person_id in asked)
        for one in sorted(able, key=lambda one: TIE_ORDER[one.tie])
    )


def advice_asked(there: Whom, touches: Sequence[TouchThere]) -> tuple[AdviceAsked, ...]:
    """What each was asked there and what they said (F38), in the order in which they were asked."""
    found = []
    for one in _present(there):
        theirs = [line for line in touches if line.person_id == one.person_id]
        theirs = [line for line in theirs if line.ask == "advice"]
        if any(line.kind in REQUESTS for line in theirs):
            found.append(_advice(one, theirs))
    return tuple(sorted(found, key=lambda one: (one.asked_on, one.person_id)))


def _advice(one: KnownThere, touches: Sequence[TouchThere]) -> AdviceAsked:
    asked = [line for line in touches if line.kind in REQUESTS]
    questions: Any = (question_in(line.text) for line in asked)
    return AdviceAsked(
        person_id=one.person_id,
        name=one.name,
        question=next(filter(None, questions), ""),
        asked_on=asked[0].on,
        said=tuple(record_of(AdviceGiven, line) for line in touches if LINE_KIND[line.kind].heard),
    )
