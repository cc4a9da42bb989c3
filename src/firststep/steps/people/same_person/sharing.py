"""Addresses and numbers that belong to an office or a household rather than to one person. Pure."""

from collections.abc import Mapping, Sequence

from firststep.steps.people.same_person.likeness import Name, compared

_MANY = 3  # unlike names on one address: a switchboard, a shared mailbox
_MOST = 12  # people on one address, beyond which names need not be compared
_TELLING = 5  # letters of a first word that alone stands for a company
_ROLES = frozenset(
    {
        "accounts", "admin", "anfrage", "backoffice", "bewerbung", "billing", "booking",
        "buchhaltung", "buero", "career", "careers", "contact", "contacts", "einkauf", "empfang",
        "enquiries", "familie", "family", "hello", "help", "helpdesk", "hr", "info", "it", "jobs",
        "karriere", "kontakt", "legal", "mail", "mailbox", "marketing", "no-reply", "noreply",
        "office", "orders", "personal", "post", "poststelle", "presse", "press", "procurement",
        "purchasing", "reception", "recruiting", "sales", "sekretariat", "service", "support",
        "team", "vertrieb", "webmaster", "welcome", "zentrale",
    }
)  # fmt: skip


def mailbox(email: str) -> str:
    """One mailbox however it is written: without case, final dot and the part after a plus."""
    local, at, domain = email.strip().lower().rstrip(".").rpartition("@")
    return f"{local.split('+', 1)[0]}{at}{domain}"


def is_role(email: str) -> bool:
    """Whether an address is a department's ("einkauf@…") rather than somebody's."""
    local, at, _ = email.partition("@")
    return bool(at) and local in _ROLES


def house_of(email: str) -> str:
    """What the domain of an address calls its house: "harbeckpumpen" of "b@harbeck-pumpen.example".

    A provider of mail has a name, too, that is hardly ever an employer's.
    """
    return mailbox(email).rpartition("@")[2].split(".")[0].replace("-", "")


def houses_of(employer: str) -> tuple[str, ...]:
    """How the domain of that employer, by key, is likely spelled: whole, or its first word."""
    first, whole = employer.partition(" ")[0], employer.replace(" ", "").replace("-", "")
    return (whole, first) if len(first) >= _TELLING else (whole,)


def shared_by_many(ways: Mapping[str, Sequence[int]], names: Mapping[int, Name]) -> frozenset[str]:
    """The addresses and numbers, as blocked, under which three or more unlike names stand."""
    return frozenset(
        way
        for way, people in ways.items()
        if not way.startswith("/") and len(people) >= _MANY and _crowd([names[p] for p in people])
    )


def _crowd(names: Sequence[Name]) -> bool:
    if len(names) > _MOST:
        return True
    unlike: list[Name] = []
    for name in names:
        if all(compared(name, other) == "none" for other in unlike):
            unlike.append(name)
    return len(unlike) >= _MANY
