"""Which addresses a mail server's report calls dead, and which it still tries (R6). Pure.

A full mailbox, a refusal by policy and a delay leave an address as it was: only one that does not
exist is dead.
"""

import re
from email.message import Message
from typing import NamedTuple

_FIELDS = re.compile(r"^([\w-]+):[ \t]*(.*(?:\n[ \t].*)*)", re.MULTILINE)
_DEAD = re.compile(r"5\.(?:1\.\d+|4\.4|4\.310)$")
_UNSAID = re.compile(r"5\.0\.0$|5$")  # a failure of no kind: the server's words tell
_FOR_NOW = re.compile(
    r"(?i)(?:mailbox|inbox|postfach)\W+(?:is\W+|ist\W+)?(?:full|voll)|quota|over its limit"
    r"|will be (?:re)?tried|will (?:retry|keep trying)|still trying|not yet been delivered"
    r"|has been delayed|no action is required|noch nicht zugestellt|temporarily"
)
_ADDRESS = re.compile(r"[^\s<>;,\"()]+@[^\s<>;,\"()]+")


class Bounced(NamedTuple):
    """Addresses in small letters."""

    dead: tuple[str, ...]
    waiting: tuple[str, ...]


def bounced(message: Message | None, words: str) -> Bounced:
    """What a report says of each address. `words` are those it has for people."""
    if message is None:
        return Bounced((), ())
    told = dict(_reported(message))
    if not told:
        for_now = _FOR_NOW.search(words) is not None
        gone = _found(message)
        return Bounced((), gone) if for_now else Bounced(gone, ())
    dead = tuple(email for email, status in told.items() if _is_dead(status, words))
    return Bounced(dead, tuple(email for email in told if email not in dead))


def _is_dead(status: str, words: str) -> bool:
    plain = _DEAD.match(status) is not None
    return plain or (_UNSAID.match(status) is not None and not _FOR_NOW.search(words))


def _reported(message: Message) -> list[tuple[str, str]]:
    """The addresses of a report by the standard, each with its status."""
    return [
        (address[0].lower(), fields.get("status", "").split(" ")[0])
        for fields in _reports(message)
        if (said := fields.get("original-recipient") or fields.get("final-recipient"))
        and (address := _ADDRESS.search(said))
    ]


def _reports(message: Message) -> list[dict[str, str]]:
    parts = [one for one in message.walk() if one.get_content_type() == "message/delivery-status"]
    blocks = [str(block) for part in parts[:5] for block in _blocks(part)]
    return [
        {name.lower(): " ".join(told.split()) for name, told in _FIELDS.findall(block)}
        for block in blocks[:200]
    ]


def _blocks(part: Message) -> list[object]:
    inside = part.get_payload()
    return list(inside) if isinstance(inside, list) else [inside]


def _found(message: Message) -> tuple[str, ...]:
    """Where a report has its own manner: as Mailman's collection of them reads it."""
    from flufl.bounce import all_failures

    try:
        _, gone = all_failures(message)
    except (ValueError, LookupError, AttributeError, TypeError):  # a report that is broken
        return ()
    said = (raw.decode("utf-8", "replace") if isinstance(raw, bytes) else str(raw) for raw in gone)
    return tuple(sorted({one.lower() for one in said}))
