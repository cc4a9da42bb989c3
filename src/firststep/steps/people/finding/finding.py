"""Finding a person, a company, a seat by what was typed; and the pages of the address book.

Ids ("12", "p12", "s7") come first, then a whole name, then a part of one; a target company beats
a merely known one and an alias is a name. What stays ambiguous is refused with the candidates.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from firststep.errors import CannotDo
from firststep.facts.said import say
from firststep.facts.text import fold
from firststep.steps.goal.companies.matching import company_key, key_of
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.finding.nearest import did_you_mean, nearest_companies, nearest_people
from firststep.steps.people.finding.search_index import PeoplePage, people_named, people_page
from firststep.steps.people.models import Person, Position, Seat

__all__ = ["PeoplePage", "find_company", "find_person", "find_seat", "people_page"]

_Json = dict[str, Any]
_Row = TypeVar("_Row", bound=Model)
MOST_CANDIDATES = 20
_BRACKET = re.compile(r"(?P<name>[^()]*[^()\s])\s*\((?P<at>[^()]+)\)")
_ID = re.compile(r"([a-z]?)(\d{1,18})", re.IGNORECASE)


def find_person(campaign: Campaign, text: str) -> Person:
    """The person meant by an id or a name; also "Ann Lee, Acme". Raises CannotDo."""
    people = Person.objects.filter(campaign=campaign)
    if key := _id(text, "p"):
        return _only(people.filter(pk=key), say("There is no person {text}.", text=text))
    name, at = _name_and_company(text)
    wanted = fold(name)
    if not wanted:
        raise CannotDo("Say who is meant: a name or a number.", kind="bad_input")
    found = list(people.filter(name_key=wanted).order_by("id")[: MOST_CANDIDATES + 1])
    found = found or _named_partly(campaign, wanted)[: MOST_CANDIDATES + 1]
    found = found or _with_the_sign(campaign, wanted)
    if len(found) > 1 and at.strip():
        found = _working_at(found, at) or found
    if not found:
        near = nearest_people(campaign, wanted)
        raise CannotDo(
            'Nobody named "{name}" is in your address book. {near}Look on the page '
            "People, or add them.",
            name=_shown(name),
            near=did_you_mean(near),
            kind="not_found",
            candidates=_people_candidates(near),
            typed=f'firststep person add "{_shown(name)}"',
        )
    return _the_one(found, name, "people", _people_candidates)


def find_company(campaign: Campaign, text: str) -> Company:
    """The company meant by an id, its name, an alias or a part of its name. Raises CannotDo."""
    companies = Company.objects.filter(campaign=campaign)
    if key := _id(text, "c"):
        return _only(companies.filter(pk=key), say("There is no company {text}.", text=text))
    wanted = key_of(text)
    if not wanted:
        raise CannotDo("Say which company: its name or a number.", kind="bad_input")
    found = _companies_of(companies, wanted)
    if not found:
        near = nearest_companies(campaign, wanted)
        raise CannotDo(
            'No company named "{text}" is known. {near}Add it.',
            text=_shown(text),
            near=did_you_mean(near),
            kind="not_found",
            candidates=_company_candidates(near),
            typed=f'firststep company add "{_shown(text)}"',
        )
    return _the_one(found, text, "companies", _company_candidates)


def _companies_of(companies: QuerySet[Company], wanted: str) -> list[Company]:
    """A target of that name, else another; else a target, else another, of which it is a part."""
    keys = {
        company: {company.key, *map(company_key, company.aliases)}
        for company in companies.filter(targeted_on__isnull=False).order_by("id")
    }
    parts = companies.filter(key__contains=wanted).order_by("key", "id")
    return (
        [company for company, known in keys.items() if wanted in known]
        or list(companies.filter(key=wanted))
        or [company for company, known in keys.items() if any(_part(wanted, k) for k in known)]
        or list(parts[: MOST_CANDIDATES + 1])
    )


def find_seat(campaign: Campaign, text: str) -> Seat:
    """The seat meant by an id ("s7"), "Acme", "Acme, Head of Purchasing" or the title alone."""
    seats = Seat.objects.filter(campaign=campaign, closed_on=None).select_related("company")
    if key := _id(text, "s"):
        every = Seat.objects.filter(campaign=campaign).select_related("company")
        return _only(every.filter(pk=key), say("There is no seat {text}.", text=text))
    wanted = fold(text)
    found = [s for s in seats.order_by("id") if wanted in _seat_names(s)]
    if not found and wanted:
        place, _, title = text.partition(",")
        company = find_company(campaign, place)
        found = list(seats.filter(company=company, title_key__contains=fold(title)).order_by("id"))
    if not found:
        raise CannotDo(
            'There is no seat "{text}". Open it.',
            text=_shown(text),
            kind="not_found",
            typed="firststep seat COMPANY [TITLE]",
        )
    return _the_one(found, text, "seats", _seat_candidates)


def _the_one(
    found: list[_Row], text: str, what: str, candidates: Callable[[list[_Row]], list[_Json]]
) -> _Row:
    """The only one found. Raises CannotDo with the candidates where there are several."""
    if len(found) == 1:
        return found[0]
    many = f"more than {MOST_CANDIDATES}" if len(found) > MOST_CANDIDATES else str(len(found))
    raise CannotDo(
        '"{text}" could be {many} {what}. Say which, by number.',
        text=_shown(text),
        many=many,
        what=what,
        kind="ambiguous",
        candidates=candidates(found[:MOST_CANDIDATES]),
    )


def _name_and_company(text: str) -> tuple[str, str]:
    """The name, and the company of "Ann Lee, Acme" or "Ann Lee (Acme)"."""
    bracket = _BRACKET.fullmatch(text.strip())
    if bracket:
        return bracket["name"], bracket["at"]
    name, _, at = text.partition(",")
    return name, at


def _with_the_sign(campaign: Campaign, wanted: str) -> list[Person]:
    """Whoever has that within the name, where it is one or two signs of a script without spaces."""
    if wanted.isascii() or len(wanted) > 2:
        return []
    rows = Person.objects.filter(campaign=campaign, name_key__contains=wanted)
    return list(rows.order_by("name_key", "id")[: MOST_CANDIDATES + 1])


def _named_partly(campaign: Campaign, wanted: str) -> list[Person]:
    """People whose name holds the words; whole words beat parts."""
    rows = people_named(campaign, wanted, most=500)
    whole = [p for p in rows if set(wanted.split()) <= set(p.name_key.split())]
    return whole or rows


def _working_at(people: Iterable[Person], company: str) -> list[Person]:
    ids = {person.pk: person for person in people}
    key = company_key(company)
    rows = Position.objects.filter(person__in=ids).select_related("company")
    at = {row.person_id for row in rows if key and _part(key, row.company.key)}
    return [person for pk, person in ids.items() if pk in at]


def _people_candidates(people: Sequence[Person]) -> list[_Json]:
    rows = Position.objects.filter(person__in=people).order_by("current", "id")
    posts = {row.person_id: (row.title, row.written) for row in rows}
    said = ((person, *posts.get(person.pk, ("", ""))) for person in people)
    return [
        {"id": person.pk, "name": person.name, "title": title, "company": company, "is": "person"}
        for person, title, company in said
    ]


def _company_candidates(companies: Sequence[Company]) -> list[_Json]:
    return [{"id": one.pk, "name": one.name, "is": "company"} for one in companies]


def _seat_candidates(seats: Sequence[Seat]) -> list[_Json]:
    return [{"id": s.pk, "name": f"{s.title}, {s.company.name}", "is": "seat"} for s in seats]


def _id(text: str, letter: str) -> int | None:
    found = _ID.fullmatch(text.strip())
    if found is None or found[1].lower() not in ("", letter):
        return None
    return int(found[2])


def _only(rows: QuerySet[_Row], missing: str) -> _Row:
    row = rows.first()
    if row is None:
        raise CannotDo(missing, kind="not_found")
    return row


def _part(wanted: str, key: str) -> bool:
    """Whether the words typed stand, whole or begun, in a company's key."""
    return f" {wanted}" in f" {key}"


def _seat_names(seat: Seat) -> set[str]:
    return {
        seat.title_key,
        fold(f"{seat.company.name}, {seat.title}"),
        fold(f"{seat.title}, {seat.company.name}"),
        fold(f"{seat.title} at {seat.company.name}"),
    }


def _shown(text: str) -> str:
    bare = " ".join(text.split())
    return bare if len(bare) <= 60 else bare[:59] + "…"
