"""Something that came in: taken in, confirmed by one press, or put aside.

Nothing but what was heard is written until the seeker says that it is right.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypedDict, Unpack, cast

from firststep.bringing.formats.came_in import came_in
from firststep.errors import CannotDo
from firststep.facts.asks import CONVERSATION_ASKS
from firststep.facts.heard_kinds import HEARD_KINDS, HeardKind
from firststep.facts.said import say
from firststep.journal.actions import Stamp, recording
from firststep.journal.turns import in_turn
from firststep.steps.goal.models import Campaign
from firststep.steps.goal.typed import one_of
from firststep.steps.outreach.hearing.incoming import CameIn, Proposal
from firststep.steps.outreach.hearing.reading import heard_in
from firststep.steps.outreach.hearing.rows import (
    PUT_ASIDE,
    known_by,
    mark_of_message,
    proposals_of,
    settle_heard,
    write_heard,
)
from firststep.steps.outreach.hearing.told import Circumstances
from firststep.steps.outreach.models import Heard
from firststep.steps.outreach.rows import last_channel, write_outcome, write_touch
from firststep.steps.people.models import Address, Position
from firststep.steps.people.naming import EXAMPLE, Named
from firststep.verbs.people.do_not_contact import mark_person
from firststep.verbs.thread.answers import ReplySaid, record_reply
from firststep.verbs.thread.step import Meant, Recorded, opened, step_for, whose
from firststep.verbs.told.who_wrote import who_wrote

WHY_LEFT = "They asked to be left alone."
NO_ANSWER = ("thanks", "nothing")  # kinds that change nothing in a thread
_NOTICES = frozenset({"bounced", "out_of_office", "accepted"})  # nobody answers with them
_ORDER = (
    "bounced", "accepted", "out_of_office", "no", "helped", "refers", "question", "later", "yes",
)  # fmt: skip
SMALLEST_PROMISE = "tip"  # what was promised where a talk was asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What was taken in; `again` where it was there already. `known` is what the signature tells
    of the one who wrote."""

    row: Heard
    again: bool
    knowledge: Named | None


class AnswerSaid(ReplySaid, total=False):
    """An answer with all that is told of it."""

    answer: str


class ConfirmSaid(TypedDict, total=False):
    """What may be said of what came in, where it was read otherwise. `kinds` are the things it
    says, `at` the hour they talk; `undated`: none is settled yet."""

    kinds: Sequence[str]
    of: str
    until: date | None
    to: str
    email: str
    phone: str
    at: datetime | None
    undated: bool


@in_turn
def hear(
    campaign: Campaign, *, stamp: Stamp, data: bytes, ref: str = "", source: str = "pasted"
) -> TakenIn:
    """Takes in a mail or a text, as it came. Raises CannotDo for what is none, for one that was
    settled before, and where it could be several people's."""
    incoming = came_in(data, zone=campaign.time_zone, today=stamp.on)
    before = known_by(campaign, mark_of_message(incoming))
    if before is not None and before.settled_on is not None:
        raise CannotDo(
            "This was taken in on {on} already, and is settled. Nothing was written now.",
            on=before.on.isoformat(),
        )
    if before is not None and not ref:
        return TakenIn(row=before, again=True, knowledge=None)
    first = heard_in(incoming, known=_circumstances(campaign, stamp, incoming))
    by, step = who_wrote(campaign, stamp, incoming, first, ref)
    ask = (step.approach.ask if step.approach else step.opening.ask) if step else None
    known = replace(_circumstances(campaign, stamp, incoming), ask=ask)  # type: ignore[arg-type]
    found = heard_in(incoming, known=known)
    with recording(campaign, stamp, verb="heard", about=by.person or "") as change:
        name = by.person.name if by.person else say("somebody", sense="who wrote")
        change.words = say("You took in what {name} wrote.", name=name)
        if before is not None:
            change.drop([before])
        row = write_heard(change, incoming, found, by=by, source=source)
    return TakenIn(row=row, again=False, knowledge=found.knowledge)


def _circumstances(campaign: Campaign, stamp: Stamp, incoming: CameIn) -> Circumstances:
    seeker = campaign.seeker
    return Circumstances(
        today=min(incoming.on or stamp.on, stamp.on),
        country=campaign.country,
        name=seeker.name,
        emails=(seeker.email.lower(),) if seeker.email else (),
    )


# -- what the seeker says of it ----------------------------------------------------------------


@in_turn
def confirm_heard(
    campaign: Campaign, *, stamp: Stamp, heard: int, **said: Unpack[ConfirmSaid]
) -> Recorded:
    """Writes down what came in, as it was understood first or as it is said: one entry, which
    settles it, too. Raises CannotDo where it is not known from whom it came."""
    row = open_heard(campaign, heard)
    chosen = _chosen(row, said.get("kinds", ()))
    if not chosen:
        kind = next(iter(said.get("kinds", ())), proposals_of(row)[0].kind)
        return _settle_alone(campaign, stamp, row, kind)
    ref = said.get("of") or (f"p{row.person_id}" if row.person_id else "")
    if not ref:
        raise CannotDo(
            "It is not known from whom this came. Say who wrote it.",
            kind="bad_input", typed=f"firststep heard confirm {row.pk} --of PERSON",
        )  # fmt: skip
    step = step_for(campaign, ref, stamp.on)
    if any(one.kind == "no_contact" for one in chosen):
        _refuse_beside(chosen)
        return _left_alone(campaign, stamp, row, step)
    told = _reply(stamp, row, chosen, said) | {"promise": _promised(chosen, step)}
    return record_reply(campaign, stamp=stamp, ref=ref, **told)


def _chosen(row: Heard, kinds: Sequence[str]) -> list[Proposal]:
    """What was understood first, or what the seeker says it is; without what changes nothing."""
    found = proposals_of(row)
    for kind in kinds:
        one_of(kind, HEARD_KINDS, called="a kind of answer")
    by_kind = {one.kind: one for one in reversed(found)}
    wanted = cast(Sequence[HeardKind], dict.fromkeys(kinds)) or (found[0].kind,)
    return [by_kind.get(kind) or Proposal(kind=kind) for kind in wanted if kind not in NO_ANSWER]


def _refuse_beside(chosen: Sequence[Proposal]) -> None:
    """Who asks to be left alone is asked nothing more."""
    if {one.kind for one in chosen} - {"no_contact", "no"}:
        raise CannotDo(
            "A wish to be left alone goes with a no only. Note it alone; somebody they named "
            "is noted with: log.",
            kind="bad_input",
        )


def _reply(stamp: Stamp, row: Heard, chosen: Sequence[Proposal], said: ConfirmSaid) -> AnswerSaid:
    """What is said of the answer: what was understood, and what the seeker says otherwise."""
    *also, answer = _in_order(chosen)
    told: AnswerSaid = {"answer": answer, "also": also, "text": row.text, "heard": row}
    for proposal in chosen:
        told |= _told_by(stamp, row, proposal)
    if said.get("undated"):
        told["at"] = None
    for name in ("to", "email", "phone", "until", "at"):
        if said.get(name):
            told[name] = said[name]
    _refuse_unnamed(chosen, told)
    return told


def _refuse_unnamed(chosen: Sequence[Proposal], told: AnswerSaid) -> None:
    if any(one.kind == "refers" for one in chosen) and not told.get("to", "").strip():
        words = say("Say to whom, such as {example}.", example=EXAMPLE)
        raise CannotDo(words, kind="bad_input", typed="--to")


def _told_by(stamp: Stamp, row: Heard, proposal: Proposal) -> AnswerSaid:
    """What one thing that was understood tells besides its kind."""
    told: AnswerSaid = {}
    if proposal.kind in ("later", "out_of_office") and proposal.until:
        told |= {"until": proposal.until} if proposal.until > stamp.on else {}
    if proposal.kind == "bounced":
        told["dead"] = tuple(row.dead)
    if proposal.kind == "yes" and proposal.agreed and proposal.at[0].date() >= stamp.on:
        told["at"] = proposal.at[0]
    if proposal.kind == "refers" and proposal.to is not None:
        told |= {"to": _named(row, proposal.to)}
        told |= {"email": proposal.to.email, "phone": proposal.to.phone}
    return told


def _in_order(chosen: Sequence[Proposal]) -> list[str]:
    """As they are recorded: the step that follows goes by the last. A notice alone stays one,
    whomever it names."""
    kinds = {"yes" if one.kind == "promise" else one.kind for one in chosen}
    if kinds - {"refers"} and kinds <= {"refers", *_NOTICES}:
        kinds.discard("refers")
    return sorted(kinds, key=_ORDER.index)


def _named(row: Heard, to: Named) -> str:
    """ "Sam Lee, Operations, Acme": at the company of the one who named them, unless their address
    is of another house."""
    house = to.company
    if not house and (not to.email or _domain(to.email) in _domains(row)):
        post = Position.objects.filter(person=row.person_id, current=True).order_by("id").first()
        house = post.company.name if post else ""
    title = to.title.replace(",", " ") if house else ""
    return ", ".join(filter(None, (to.name, title, house)))


def _domains(row: Heard) -> set[str]:
    known = Address.objects.filter(person=row.person_id, kind="email").values_list("key", flat=True)
    return {_domain(email) for email in (*known, row.sender) if email}


def _domain(email: str) -> str:
    return email.rpartition("@")[2].lower()


def _promised(chosen: Sequence[Proposal], step: Meant) -> str | None:
    """What was promised where that is not what was asked: whoever offers a time agrees to talk."""
    kinds = {one.kind for one in chosen}
    talk = (step.approach.ask if step.approach else step.opening.ask) in CONVERSATION_ASKS
    if "promise" in kinds and "yes" not in kinds:
        return SMALLEST_PROMISE if talk else None
    offers = any(one.at for one in chosen if one.kind == "yes")
    return "meeting" if offers and not talk else None


def _left_alone(campaign: Campaign, stamp: Stamp, row: Heard, step: Meant) -> Recorded:
    """They asked to be left alone: what they wrote is kept, and nobody writes to them any more."""
    person, about = whose(step), f"person:{whose(step).pk}"
    with recording(campaign, stamp, verb="do-not-contact", about=about) as change:
        approach = opened(change, step)
        touch = write_touch(
            change,
            person,
            kind="no",
            approach=approach,
            inbound=True,
            channel=last_channel(approach),
            text=row.text,
        )
        write_outcome(change, approach, kind="no", touch=touch)
        mark_person(change, person, WHY_LEFT)
        settle_heard(change, row, "no_contact")
        change.words = say(
            "{name} asked not to be contacted. Nobody writes to them any more.", name=person.name
        )
    return Recorded.by(change, approach, touch=touch)


def _settle_alone(campaign: Campaign, stamp: Stamp, row: Heard, kind: str) -> Recorded:
    """It changes nothing in a thread."""
    about = f"person:{row.person_id}" if row.person_id else ""
    with recording(campaign, stamp, verb="heard", about=about) as change:
        who = row.person.name if row.person else "it"
        told = say("You put aside what {who} wrote.", who=who)
        change.words = told if row.person else say("You put it aside.")
        settle_heard(change, row, kind)
    return Recorded(words=change.words, approach_id=row.approach_id, ref=_ref(row))


def _ref(row: Heard) -> str:
    if row.approach_id:
        return str(row.approach_id)
    return f"p{row.person_id}" if row.person_id else ""


@in_turn
def dismiss_heard(campaign: Campaign, *, stamp: Stamp, heard: int) -> Recorded:
    """Puts aside what came in; nothing else is written."""
    return _settle_alone(campaign, stamp, open_heard(campaign, heard), PUT_ASIDE)


def open_heard(campaign: Campaign, heard: int) -> Heard:
    """What came in and waits to be settled. Raises CannotDo (`not_found`) for none."""
    rows = Heard.objects.filter(campaign=campaign, pk=heard).select_related("person")
    row = rows.first()
    if row is None:
        words = say("Nothing that came in has the number {heard}.", heard=heard)
        raise CannotDo(words, kind="not_found", typed="firststep heard list")
    if row.settled_on is not None:
        words = say("That was settled on {on}. If it was wrong, take it back.", on=row.settled_on)
        raise CannotDo(words, typed="firststep undo")
    return row
