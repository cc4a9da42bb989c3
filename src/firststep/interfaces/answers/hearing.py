"""What came in, as it was understood, and what follows once that is confirmed."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from django.db import transaction

from firststep.errors import CannotDo
from firststep.facts.heard_kinds import HeardKind
from firststep.interfaces.answers.asked import Asked
from firststep.interfaces.answers.letters import draft
from firststep.interfaces.answers.named_files import bytes_in
from firststep.interfaces.answers.plain import record_of
from firststep.interfaces.answers.recorded import ReplyHeard, reply_heard
from firststep.journal.actions import Stamp
from firststep.plan.shown import forget_plans
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.hearing.incoming import HowSure, Proposal
from firststep.steps.outreach.hearing.rows import proposals_of
from firststep.steps.outreach.hearing.together import noted_together
from firststep.steps.outreach.models import Heard
from firststep.verbs.safety.undo import undo
from firststep.verbs.thread.step import Recorded
from firststep.verbs.told import hear as told

_MOST_BYTES = 12 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class WhomShown:
    """Somebody they named; what was not said is empty."""

    name: str
    title: str
    company: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalShown:
    """One thing that was understood, and the sentence it rests on. `agreed`: the one hour in `at`
    is settled, not only offered; `together`: it is noted with the first by one press."""

    kind: HeardKind
    sentence: str
    sure: HowSure
    until: date | None
    at: tuple[datetime, ...]
    agreed: bool
    to: WhomShown | None
    together: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDraft:
    """The message that follows."""

    ref: str
    name: str
    subject: str
    body: str
    blanks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardShown:
    """What came in, the likeliest first; nothing else is written until it is confirmed. Without
    `person_id` it is not known from whom. `again`: it was there already."""

    heard_id: int
    approach_id: int | None
    person_id: int | None
    name: str
    on: date
    automatic: bool
    proposals: tuple[ProposalShown, ...]
    text: str
    again: bool
    next_draft: NextDraft | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardWaiting:
    """One thing that came in and waits for a yes."""

    heard_id: int
    approach_id: int | None
    person_id: int | None
    name: str
    on: date
    automatic: bool
    kind: HeardKind
    sentence: str
    sure: HowSure


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardConfirmed(ReplyHeard):
    """What was written, what follows, and its message."""

    next_draft: NextDraft | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardDismissed:
    """It is put aside; nothing else is written."""

    heard_id: int
    state: Literal["dismissed"]
    words: str


def heard(
    campaign: Campaign,
    *,
    stamp: Stamp,
    ref: str = "",
    file: str | None = None,
    text: str | None = None,
) -> HeardShown:
    """Takes in a file (`-` is what comes in) or a text; writes only what was heard."""
    if (file is None) == (text is None):
        raise CannotDo(
            "Give what came in: a file, or its text.",
            kind="bad_input",
            typed='--file FILE, or --text "…"',
        )
    data = bytes_in(file, longest=_MOST_BYTES) if file is not None else (text or "").encode()
    source = "pasted" if file is None else "file"
    found = told.hear(campaign, stamp=stamp, data=data, ref=ref, source=source)
    follows = _previewed(campaign, stamp, found.row)
    return heard_shown(found.row, again=found.again, next_draft=follows)


def heard_shown(
    row: Heard, *, again: bool = False, next_draft: NextDraft | None = None
) -> HeardShown:
    found = proposals_of(row)
    return record_of(
        HeardShown,
        row,
        heard_id=row.pk,
        name=_name(row),
        proposals=tuple(map(_proposal, found, noted_together(found))),
        again=again,
        next_draft=next_draft,
    )


def _proposal(one: Proposal, together: bool) -> ProposalShown:
    to = record_of(WhomShown, one.to) if one.to else None
    return record_of(ProposalShown, one, to=to, together=together)


def _name(row: Heard) -> str:
    return row.person.name if row.person else row.writer or row.sender


def heard_list(campaign: Campaign, *, stamp: Stamp) -> tuple[HeardWaiting, ...]:  # noqa: ARG001
    """What waits, the oldest first."""
    return tuple(map(_waiting, waiting_heard(campaign)))


def waiting_heard(campaign: Campaign) -> list[Heard]:
    """All that came in and was neither confirmed nor put aside."""
    rows = Heard.objects.filter(campaign=campaign, settled_on=None).select_related("person")
    return list(rows.order_by("on", "order"))


def _waiting(row: Heard) -> HeardWaiting:
    first = proposals_of(row)[0]
    said = {"kind": first.kind, "sentence": first.sentence, "sure": first.sure}
    return record_of(HeardWaiting, row, heard_id=row.pk, name=_name(row), **said)


def heard_confirmed(what: Recorded, asked: Asked) -> HeardConfirmed:
    found = reply_heard(what, asked)
    if what.meeting_id:
        return record_of(HeardConfirmed, found, next_draft=_saying_yes(asked))
    follows = _next_draft(asked.campaign, Stamp(on=asked.on), what)
    return record_of(HeardConfirmed, found, next_draft=follows)


def heard_dismissed(what: Recorded, asked: Asked) -> HeardDismissed:
    return HeardDismissed(heard_id=asked.said["heard"], state="dismissed", words=what.words)


# -- the message that follows --------------------------------------------------------------------


def _next_draft(campaign: Campaign, stamp: Stamp, what: Recorded) -> NextDraft | None:
    """The message to whoever they named, else the one that is due to them; None where none is."""
    named = [str(one.approach_id) for one in what.created if one.approach_id]
    for ref in filter(None, (*named, what.ref)):
        with suppress(CannotDo):
            return record_of(NextDraft, draft(campaign, stamp=stamp, ref=ref), ref=ref)
    return None


def _previewed(campaign: Campaign, stamp: Stamp, row: Heard) -> NextDraft | None:
    """The message that would follow if it is confirmed as it was understood."""
    found = _as_if(
        campaign, stamp, lambda once: told.confirm_heard(campaign, stamp=once, heard=row.pk,
                                                         undated=True)
    )  # fmt: skip
    row.refresh_from_db()
    return found


def _saying_yes(asked: Asked) -> NextDraft | None:
    """The line that says yes to the hour they agreed to, as if it had no day yet."""
    said = {**asked.said, "undated": True, "at": None}

    def undated(once: Stamp) -> Recorded:
        undo(asked.campaign, stamp=once)
        return told.confirm_heard(asked.campaign, stamp=once, **said)

    return _as_if(asked.campaign, Stamp(on=asked.on), undated)


def _as_if(campaign: Campaign, stamp: Stamp, does: Callable[[Stamp], Recorded]) -> NextDraft | None:
    """The message that would follow: it is done, looked at, and taken back as if it had never
    been."""
    once = replace(stamp, once_key=None, seen=None, begun_at=None)
    found: NextDraft | None = None
    with suppress(CannotDo), transaction.atomic():
        found = _next_draft(campaign, once, does(once))
        transaction.set_rollback(True)
    forget_plans()
    campaign.refresh_from_db()
    return found
