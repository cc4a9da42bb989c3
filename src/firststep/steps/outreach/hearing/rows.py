"""What came in as it is kept: from whom, what was understood, and whether it is settled."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from firststep.journal.actions import Recording
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.hearing.incoming import CameIn, Hearing, Proposal
from firststep.steps.outreach.language.plain import plain_words
from firststep.steps.outreach.models import Heard, Message
from firststep.steps.people.models import Address, Person
from firststep.steps.people.naming import Named

PUT_ASIDE = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoWrote:
    """Whom something came from, and the approach it answers, as far as it is known."""

    person: Person | None = None
    approach_id: int | None = None


def mark_of_message(incoming: CameIn) -> str:
    """The mark of a message: an id alone is no proof, some programs use one twice (B36)."""
    told = (incoming.sender.email, incoming.message_id, plain_words(incoming.text))
    return sha256("\n".join(told).encode()).hexdigest()


def known_by(campaign: Campaign, mark: str) -> Heard | None:
    """What was taken in under that mark before."""
    return Heard.objects.filter(campaign=campaign, key=mark).select_related("person").first()


def answered_message(campaign: Campaign, ids: Iterable[str]) -> Message | None:
    """The message of ours that one of these ids names, the nearest first. Never by subject."""
    sent = {
        message.rfc_id: message
        for message in Message.objects.filter(campaign=campaign, rfc_id__in=[*ids])
    }
    return next((sent[one] for one in ids if one in sent), None)


def people_at(campaign: Campaign, emails: Iterable[str]) -> list[Person]:
    """Everybody with one of these addresses."""
    rows = Address.objects.filter(campaign=campaign, kind="email", key__in=[*filter(None, emails)])
    return list(Person.objects.filter(pk__in=rows.values("person_id")).order_by("id")[:20])


def write_heard(
    change: Recording, incoming: CameIn, found: Hearing, *, by: WhoWrote, source: str
) -> Heard:
    """Keeps what came in."""
    return change.make(
        Heard(
            person=by.person,
            approach_id=by.approach_id,
            source=source,
            key=mark_of_message(incoming),
            on=min(incoming.on or change.on, change.on),
            order=change.revision,
            automatic=found.automatic,
            writer=found.writer[:300],
            sender=incoming.sender.email[:320],
            subject=incoming.subject[:300],
            text=found.words,
            proposals=[_kept(one) for one in found.proposals],
            dead=list(found.dead),
        )
    )


def settle_heard(change: Recording, row: Heard | None, kind: str) -> None:
    """It is settled: by what was said of it, or put aside."""
    if row is not None:
        change.change(row, settled_on=change.on, settled_as=kind)


def _kept(one: Proposal) -> dict[str, Any]:
    to = one.to and {name: getattr(one.to, name) for name in Named.__slots__}
    return {
        "kind": one.kind,
        "sentence": one.sentence,
        "sure": one.sure,
        "until": one.until.isoformat() if one.until else None,
        "at": [moment.isoformat(sep=" ", timespec="minutes") for moment in one.at],
        "agreed": one.agreed,
        "to": to,
    }


def proposals_of(row: Heard) -> tuple[Proposal, ...]:
    """What was understood of it."""
    return tuple(map(_read, row.proposals))


def _read(kept: dict[str, Any]) -> Proposal:
    return Proposal(
        kind=kept["kind"],
        sentence=kept["sentence"],
        sure=kept["sure"],
        until=date.fromisoformat(kept["until"]) if kept["until"] else None,
        at=tuple(map(datetime.fromisoformat, kept["at"])),
        agreed=kept.get("agreed", False),
        to=Named(**kept["to"]) if kept["to"] else None,
    )
