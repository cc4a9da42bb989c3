"""The people as other programs take them: a row of a table, a card of an address book."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TextIO

from django.db.models import Q, QuerySet

from firststep.bringing.formats.firststep_people import BREAK, COLUMNS, MOST_BREAKS
from firststep.bringing.formats.formula_cells import neutral
from firststep.steps.goal.models import Campaign
from firststep.steps.people.finding.many_ids import narrowly
from firststep.steps.people.models import Address, Import, Person, Position, Tie
from firststep.verbs.safety.export.tables import AT_A_TIME

_PROFILE = "https://www.linkedin.com/in/"
_LINE = 75  # bytes of a card's line (RFC 6350 3.2)


@dataclass(slots=True)
class _Known:
    """A person with what other programs have a place for."""

    person: Person
    source: str
    post: Position | None = None
    tie: Tie | None = None
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)


def _known_people(campaign: Campaign) -> Iterator[_Known]:
    """Everybody by number, with four queries for each two thousand."""
    sources = _sources(campaign)
    people = Person.objects.filter(campaign=campaign).order_by("pk")
    last = 0
    while chunk := list(people.filter(pk__gt=last)[:AT_A_TIME]):
        first, last = chunk[0].pk, chunk[-1].pk
        theirs = Q(person_id__gte=first, person_id__lte=last)
        posts = narrowly(Position.objects.filter(theirs, current=True), campaign)
        # The first one recorded wins.
        post_of = {post.person_id: post for post in posts.order_by("person_id", "-pk")}
        ties = narrowly(Tie.objects.filter(theirs, other=None), campaign)
        tie_of = {tie.person_id: tie for tie in ties}
        ways = _ways(narrowly(Address.objects.filter(theirs, dead_on=None), campaign))
        for person in chunk:
            key = person.pk
            yield _Known(
                person,
                sources.get(person.import_id_id or 0, "you"),
                post_of.get(key),
                tie_of.get(key),
                ways.get((key, "email"), []),
                ways.get((key, "phone"), []),
            )


def _ways(theirs: "QuerySet[Address]") -> dict[tuple[int, str], list[str]]:
    """Addresses and numbers that work, by person and kind."""
    found: dict[tuple[int, str], list[str]] = defaultdict(list)
    alive = theirs.order_by("person_id", "pk").values_list("person_id", "kind", "value")
    for person, kind, value in alive:
        found[person, kind].append(value)
    return found


def _sources(campaign: Campaign) -> dict[int, str]:
    """The names of the files of each import, by its number."""
    imports = Import.objects.filter(campaign=campaign).values_list("pk", "files")
    return {key: ", ".join(str(file.get("name", "")) for file in files) for key, files in imports}


def write_table(campaign: Campaign, file: TextIO) -> int:
    """Writes people.csv; answers with how many people it holds."""
    rows = csv.writer(file)
    rows.writerow(COLUMNS)
    count = 0
    for one in _known_people(campaign):
        rows.writerow([neutral(cell) for cell in _cells(one)])
        count += 1
    return count


def _cells(one: _Known) -> tuple[str, ...]:
    """In the order of COLUMNS."""
    person, post, tie = one.person, one.post, one.tie
    return (
        person.name,
        person.given,
        person.family,
        post.written if post else "",
        post.title if post else "",
        "; ".join(one.emails),
        "; ".join(one.phones),
        _PROFILE + person.linkedin if person.linkedin else "",
        str(tie.since or "") if tie else "",
        person.birthday,
        person.place,
        tie.kind if tie else "",
        tie.how if tie else "",
        str(person.do_not_contact_on or ""),
        person.do_not_contact_why,
        person.keep,
        _few_lines(person.note),
        str(person.known_since),
        one.source,
    )


def _few_lines(text: str) -> str:
    """A long note on one line: a cell of too many lines reads like a forgotten quotation mark."""
    return text.replace("\n", BREAK) if text.count("\n") > MOST_BREAKS else text


def write_cards(campaign: Campaign, file: TextIO) -> int:
    """Writes people.vcf, vCard 4 (RFC 6350); answers with how many cards."""
    count = 0
    for one in _known_people(campaign):
        file.write("".join(f"{_folded(line)}\r\n" for line in _card(one)))
        count += 1
    return count


def _card(one: _Known) -> Iterator[str]:
    yield from ("BEGIN:VCARD", "VERSION:4.0", "PRODID:-//Firststep//EN")
    yield from (f"{field}:{value}" for field, value in _said(one) if value)
    yield "END:VCARD"


def _said(one: _Known) -> Iterator[tuple[str, str]]:
    """The fields of a card; one without a value is left out."""
    person, post = one.person, one.post
    yield "UID", f"firststep-person-{person.pk}"
    yield "FN", _value(person.name)
    yield "N", f"{_value(person.family)};{_value(person.given)};;;"
    yield from (("EMAIL", _value(email)) for email in one.emails)
    yield from (("TEL;VALUE=text", _value(phone)) for phone in one.phones)
    if post:
        yield "ORG", _value(post.written)
        yield "TITLE", _value(post.title)
    yield "URL", f"{_PROFILE}{_value(person.linkedin)}" if person.linkedin else ""
    begins = "--" if person.birthday.startswith("--") else ""  # a day without a year
    yield "BDAY", begins + person.birthday.replace("-", "")
    yield "NOTE", _value(person.note)
    yield "X-FIRSTSTEP-DO-NOT-CONTACT", str(person.do_not_contact_on or "")


def _value(text: str) -> str:
    """A text as a card holds it: backslash, comma, semicolon and line break escaped."""
    for plain, escaped in (
        ("\\", "\\\\"),
        (",", "\\,"),
        (";", "\\;"),
        ("\r\n", "\n"),
        ("\r", "\n"),
    ):
        text = text.replace(plain, escaped)
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line in pieces of at most 75 bytes, never within a letter."""
    if len(line) <= _LINE // 4 or len(line.encode()) <= _LINE:
        return line
    pieces, piece, size = [], "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > _LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece += letter
        size += width
    return "\r\n".join([*pieces, piece])
