"""What the tables of invented producers' files share: a file, and what is told of it in lines."""

from datetime import date
from typing import NamedTuple

from firststep.facts.contact import Contact
from firststep.facts.file_rows import Given, Me, PersonRow, Reading

ADA = Given(Me("Ada Moreno", ("ada@moreno.example",)), "Europe/Amsterdam", date(2026, 11, 23))


class Made(NamedTuple):
    """A file as one program makes it, and all that is to be found in it, by `told`."""

    by: str
    file: bytes
    holds: tuple[str, ...]


def lines(*parts: str, ends: str = "\r\n", coded: str = "utf-8") -> bytes:
    """A file of these lines."""
    return "".join(f"{part}{ends}" for part in parts).encode(coded)


def told(found: Reading) -> tuple[str, ...]:
    """People, companies, days in touch, counts, the encoding and every remark, one a line."""
    return (
        *map(_person, found.people),
        *(f"company {one.name}" for one in found.employers),
        *map(_contact, sorted(found.contacts, key=lambda one: (one.on, one.email, one.inbound))),
        *(f"{kind}: {count}" for kind, count in sorted(found.tally.items())),
        *(f"dead {email}" for email in found.dead),
        *([f"skipped: {found.skipped}"] if found.skipped else []),
        *([f"read as {found.encoding}: {found.sample}"] if found.encoding else []),
        *(f"note {one.column}: {one.value}" for one in found.notes),
        *(f"complaint in line {one.row}: {one.value}" for one in found.complaints),
    )


def _person(one: PersonRow) -> str:
    ways = (*one.emails, *one.phones, one.linkedin)
    words = (one.name, *ways, one.company, one.title, one.birthday, one.note)
    return " | ".join(filter(None, words))


def _contact(one: Contact) -> str:
    how = "met" if one.kind == "meeting" else "heard from" if one.inbound else "wrote to"
    return f"{one.on} {how} {one.email}"
