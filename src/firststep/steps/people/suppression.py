"""Do-not-contact for ever: keyed hashes of how a person can be recognised (P-f).

They outlive the person's own row, so whoever is deleted and imported again stays marked.
"""

import hashlib
import hmac
from collections.abc import Iterable

from firststep.facts.text import fold
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person, Suppression


def digests(
    campaign: Campaign,
    *,
    emails: Iterable[str] = (),
    phones: Iterable[str] = (),
    linkedin: str = "",
    name: str = "",
    companies: Iterable[str] = (),
) -> set[str]:
    """The hashes of every way to recognise somebody.

    `emails` and `phones` are keys as Address keeps them, `linkedin` the slug, `companies` the
    keys of employers: a name alone recognises nobody, a name at a company does.
    """
    marks = {f"email:{_bare(email)}" for email in emails if email}
    marks |= {f"phone:{phone}" for phone in phones if phone}
    marks |= {f"linkedin:{linkedin.lower()}"} if linkedin else set()
    marks |= {f"at:{fold(name)}:{key}" for key in companies if key and name}
    return {_digest(campaign, mark) for mark in marks}


def digests_of(person: Person) -> set[str]:
    """The hashes of every way a person of the campaign is or was known."""
    ways = list(person.addresses.values_list("kind", "key"))
    houses = list(person.positions.values_list("company__key", flat=True))
    marks = digests(
        person.campaign,
        emails=[key for kind, key in ways if kind == "email"],
        phones=[key for kind, key in ways if kind == "phone"],
        linkedin=person.linkedin or "",
        name=person.name,
        companies=houses,
    )
    for slug, name in person.known_as.values_list("linkedin", "name_key"):
        marks |= digests(person.campaign, linkedin=slug or "", name=name, companies=houses)
    return marks


def suppressed(campaign: Campaign) -> frozenset[str]:
    """All hashes of a campaign, read once: whoever carries one of them is never contacted."""
    return frozenset(Suppression.objects.filter(campaign=campaign).values_list("digest", flat=True))


def _bare(email: str) -> str:
    """One mailbox however it is written: without case, final dot and the part after a plus."""
    local, _, domain = email.strip().lower().rpartition("@")
    return f"{local.split('+', 1)[0]}@{domain.rstrip('.')}"


def _digest(campaign: Campaign, mark: str) -> str:
    return hmac.new(campaign.secret.encode(), mark.encode(), hashlib.sha256).hexdigest()
