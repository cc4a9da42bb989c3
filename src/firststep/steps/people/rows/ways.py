"""E-mail addresses, phone numbers and profiles: read, kept, corrected."""

from collections.abc import Callable

from firststep.errors import CannotDo
from firststep.journal.actions import Recording
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Address, Person, Suppression
from firststep.steps.people.rows.letting_go import let_ways_go
from firststep.steps.people.spelling.cells import addresses, profile_slug
from firststep.steps.people.spelling.numbers import possible_number
from firststep.steps.people.spelling.odd_addresses import LOOKS_ALIKE, why_odd
from firststep.steps.people.suppression import digests_of, suppressed

LONGEST_NUMBER = 50


def email_key(text: str, campaign: Campaign) -> str:  # noqa: ARG001  # read like a phone number
    """The address in lower case. Raises CannotDo for what is no single address."""
    good, bad = addresses(text)
    if bad or len(good) != 1:
        if any(why_odd(one) == LOOKS_ALIKE for one in bad):
            raise CannotDo(
                "{text!r} holds letters of another alphabet that look like Latin "
                "ones. Type the address anew.",
                text=text[:80],
                kind="bad_input",
            )
        raise CannotDo("{text!r} is not an e-mail address.", text=text[:80], kind="bad_input")
    return good[0].lower()


def phone_key(text: str, campaign: Campaign) -> str:
    """The number as it is compared. Raises CannotDo for what is no number."""
    key = possible_number(text, campaign)
    if not key:
        raise CannotDo(
            "{text!r} is not a phone number. Give it with its country, such as +49 30 1234567.",
            text=text[:80],
            kind="bad_input",
        )
    return key


def number_of(text: str, campaign: Campaign) -> str:
    """A number as it is typed; "" for none. Raises CannotDo for what is no number."""
    text = " ".join(text.split())
    if text:
        phone_key(text, campaign)
    return text[:LONGEST_NUMBER]


KEYS: dict[str, Callable[[str, Campaign], str]] = {"email": email_key, "phone": phone_key}


def slug_of(text: str) -> str | None:
    """The slug of a profile's address, or the bare slug itself; None for "".

    Raises CannotDo for what is no profile.
    """
    text = text.strip()
    if not text:
        return None
    bare = text if "/" in text else f"https://www.linkedin.com/in/{text}"
    slug = profile_slug(bare)
    if slug is None or " " in slug:
        raise CannotDo(
            "{text!r} is not a profile. Paste its address: https://www.linkedin.com/in/…",
            text=text[:80],
            kind="bad_input",
        )
    return slug


def add_way(change: Recording, person: Person, kind: str, text: str) -> Address:
    """Adds an address or number; one that was thought dead lives again."""
    key = KEYS[kind](text, change.campaign)
    found = Address.objects.filter(person=person, kind=kind, key=key).first()
    if found is not None:
        return change.change(found, dead_on=None, known_on=change.on) if found.dead_on else found
    return new_way(change, person, kind, text)


def new_way(change: Recording, person: Person, kind: str, text: str) -> Address:
    """The same for somebody who does not have it: nothing is looked up."""
    key = KEYS[kind](text, change.campaign)
    return change.make(
        Address(person=person, kind=kind, value=text.strip()[:254], key=key, known_on=change.on)
    )


def correct_way(change: Recording, person: Person, kind: str, text: str) -> None:
    """Puts this address or number in the place of the one in use; "" takes all of a kind out."""
    rows = list(person.addresses.filter(kind=kind).order_by("id"))
    if not text.strip():
        let_ways_go(change, person, rows)
        change.drop(rows)
        return
    key = KEYS[kind](text, change.campaign)
    living = next((row for row in rows if row.dead_on is None), None)
    if living is None or any(row.key == key for row in rows):
        add_way(change, person, kind, text)
    else:
        let_ways_go(change, person, [living])
        change.change(living, value=text.strip()[:254], key=key, known_on=change.on)


def keep_suppressed(change: Recording, person: Person) -> None:
    """Do-not-contact wins (P-f): marks whoever carries a suppressed hash, and hashes new ways."""
    known = suppressed(change.campaign)
    if not known and person.do_not_contact_on is None:
        return  # as nearly always: nobody was ever marked, and nobody is now
    marks = digests_of(person)
    if marks & known and person.do_not_contact_on is None:
        change.change(
            person,
            do_not_contact_on=change.on,
            do_not_contact_why="You asked not to contact this person, before.",
        )
    if person.do_not_contact_on is not None:
        change.make_many(
            Suppression,
            [
                Suppression(campaign=change.campaign, digest=digest, on=change.on)
                for digest in sorted(marks - known)
            ],
        )
