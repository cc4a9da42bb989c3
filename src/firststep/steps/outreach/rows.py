"""Step 4, what one can do: write down what went out, and what came in."""

from collections.abc import Collection
from datetime import date
from typing import Any, TypedDict, Unpack

from django.db import connection
from django.db.models import Q

from firststep.errors import CannotDo
from firststep.facts.channels import (
    BY_CALL,
    USUAL_CHANNEL,
    ChannelName,
    channel_named,
    written_channel,
)
from firststep.facts.line_kinds import NOTES, SENT_KINDS
from firststep.facts.message import (
    IS,
    Text,
    may_be_written,
    may_become,
    text_hash,
)
from firststep.journal.actions import Recording
from firststep.keeping.kept_query import Blank, KeptQuery
from firststep.steps.approach.models import Approach
from firststep.steps.outreach.models import Message, Outcome, Touch
from firststep.steps.people.finding.many_ids import ids_named, ids_parameter
from firststep.steps.people.models import Address, Person


class TouchSaid(TypedDict, total=False):
    """What may be said of a contact besides what it was; without a word it went out."""

    approach: Approach | None
    channel: str
    inbound: bool
    subject: str
    text: str


class OutcomeSaid(TypedDict, total=False):
    """What may be said of an outcome besides what it was."""

    touch: Touch | None
    until: date | None
    named: Person | None
    by_call: bool
    expected: bool


def write_touch(
    change: Recording, person: Person, *, kind: str, **said: Unpack[TouchSaid]
) -> Touch:
    """One contact that really happened."""
    return change.make(Touch(person=person, on=change.on, order=change.revision, kind=kind, **said))


def write_outcome(
    change: Recording, approach: Approach, *, kind: str, **said: Unpack[OutcomeSaid]
) -> Outcome:
    """What an approach came to."""
    return change.make(
        Outcome(approach=approach, kind=kind, on=change.on, order=change.revision, **said)
    )


def wrote_already(approach: Approach) -> bool:
    """Whether a first note went out that did not bounce: a bounce takes one note back (F17)."""
    notes = approach.touches.filter(kind__in=NOTES, inbound=False).count()
    notes -= approach.outcomes.filter(kind="accepted").count()  # the message is still to come (F33)
    return notes > approach.outcomes.filter(kind="bounced").count()


def last_channel(approach: Approach) -> str:
    """By which way the newest note of the approach went out; its own way where none did."""
    notes = approach.touches.filter(inbound=False).exclude(channel__in=("", BY_CALL))
    return notes.order_by("-on", "-order").values_list("channel", flat=True).first() or (
        approach.channel
    )


def best_written(person: Person) -> ChannelName:
    """How the plan would write to them, of the ways that are kept and not dead."""
    return written_channel(ways_kept(person)) or USUAL_CHANNEL


def ways_kept(person: Person) -> set[str]:
    """The kinds of ways they can be reached by."""
    kinds = set(person.addresses.filter(dead_on=None).values_list("kind", flat=True))
    return kinds | ({"linkedin"} if person.linkedin else set())


def kill_used_address(change: Recording, approach: Approach, person: Person) -> Address | None:
    """A bounce: the address in use is dead (F17), where the channel says so of its addresses."""
    used_by = channel_named(last_channel(approach))
    if not used_by.bounce_ends_way:
        return None
    living = Address.objects.filter(person=person, kind=used_by.goes_by, dead_on=None)
    used = living.order_by("id").first()
    return change.change(used, dead_on=change.on) if used else None


def kill_addresses(change: Recording, person: Person, emails: Collection[str]) -> None:
    """The addresses of theirs that a report found dead."""
    living = Address.objects.filter(person=person, kind="email", dead_on=None, key__in=[*emails])
    for address in living.order_by("id"):
        change.change(address, dead_on=change.on)


# -- the text of a step, from its draft to what was sent --------------------------------------


def kept_message(
    person_id: int, *, kind: str, ask: str | None, approach_id: int | None
) -> Message | None:
    """What is kept for that step of theirs and has not gone out. What was kept before the approach
    was open is kept for it, too; what was kept for an earlier one is not."""
    return _KEPT.first(person=person_id, kind=kind, ask=ask or "", approach=approach_id)


_KEPT = KeptQuery(
    lambda: (
        Message.objects.filter(
            Q(approach=None) | Q(approach=Blank("approach")),
            person=Blank("person"), kind=Blank("kind"), ask=Blank("ask"),
        )
        .exclude(state="sent")
        .order_by("-order", "-id")[:1]
    )
)  # fmt: skip


# Written out, as one question each: every letter that is drawn asks them.
_SHELF = """
SELECT 1, name, text FROM firststep_ownwording WHERE campaign_id = %s
UNION ALL SELECT 2, occasion, wording FROM firststep_chosenwording WHERE campaign_id = %s
ORDER BY 1, 2
"""
_TEXTS = """
SELECT 1, touch.id, name, text FROM firststep_touch AS touch
JOIN firststep_person AS person ON person.id = person_id
WHERE person_id IN ({ids}) AND NOT inbound AND text <> '' AND kind IN ({kinds})
UNION ALL
SELECT 2, message.id, name, body FROM firststep_message AS message
JOIN firststep_person AS person ON person.id = person_id
WHERE person_id IN ({ids}) AND state <> 'sent'
ORDER BY 1, 2
"""


def texts_to(persons: Collection[int]) -> tuple[tuple[str, str], ...]:
    """What was written to these people, or is kept for them, as far as it was kept: each text with
    whom it is to."""
    if not persons:
        return ()
    ids, kinds = ids_parameter(persons), sorted(SENT_KINDS)
    sql = _TEXTS.format(ids=ids_named(), kinds=", ".join("%s" for _ in kinds))
    return tuple(dict.fromkeys((name, text) for *_, name, text in _answers(sql, ids, *kinds, ids)))


def read_shelf(campaign_id: int) -> list[tuple[int, str, str]]:
    """The seeker's own wordings (1), by name, and what they took on which occasion (2)."""
    return _answers(_SHELF, campaign_id, campaign_id)


def _answers(sql: str, *given: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return list(cursor.fetchall())


def whole_text(message: Message) -> Text:
    return Text(message.subject, message.body, message.to, message.channel)


def is_approved(message: Message) -> bool:
    """Whether exactly the text that stands there was approved."""
    return bool(message.approved) and message.approved == text_hash(whole_text(message))


def keep_text(change: Recording, message: Message, text: Text) -> Message:
    """Keeps the text of a message, new or known; a changed one is a draft that nobody approved.

    Raises CannotDo for one that is on its way or gone.
    """
    if message.pk is None:
        for name, value in text._asdict().items():
            setattr(message, name, value)
        return change.make(message)
    if text == whole_text(message):
        return message
    if not may_be_written(message.state):
        raise CannotDo("That message is {state}. Its text stays as it is.", state=IS[message.state])
    again = {"state": "draft", "approved": "", "kept_on": change.on, "order": change.revision}
    return change.change(message, **text._asdict(), **again)


def message_becomes(change: Recording, message: Message, state: str, **fields: Any) -> Message:
    """The next state of a message. Approved, it keeps the mark of exactly the text that stands
    there; claimed to be sent only while that is still the text. Raises CannotDo for what may not
    follow."""
    if not may_become(message.state, state):
        raise CannotDo(
            "That message is {state}, so it is not {other} now.",
            state=IS[message.state],
            other=IS[state],
        )
    if state == "claimed" and not is_approved(message):
        raise CannotDo("The text was changed since you approved it. Look at it, and approve it.")
    if state == "approved":
        fields["approved"] = text_hash(whole_text(message))
    return change.change(message, state=state, **fields)
