"""Parts of many verbs: a new person, the post they hold, and who somebody named is."""

from typing import TypedDict, Unpack

from django.db.models import Q, QuerySet

from firststep.errors import CannotDo
from firststep.facts.text import fold
from firststep.journal.actions import Recording
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.goal.typed import line
from firststep.steps.people.finding.searchable import search_text
from firststep.steps.people.models import Address, Person, Position
from firststep.steps.people.rows.targets import known_company, same_employer
from firststep.steps.people.rows.ways import KEYS, keep_suppressed, new_way
from firststep.steps.people.spelling.person_names import apart


class PersonSaid(TypedDict, total=False):
    """What may be said of somebody new beside the name; `at` is the company as it is kept, where
    it was looked up already."""

    company: str
    at: Company | None
    title: str
    email: str
    phone: str
    linkedin: str | None
    note: str


_ELSEWHERE = frozenset({"company", "at", "title", "email", "phone"})  # kept in rows of their own


def make_person(change: Recording, *, name: str, **said: Unpack[PersonSaid]) -> Person:
    """Makes a person with the post and the ways that were said."""
    company, title = said.get("company", ""), said.get("title", "")
    given, family = given_and_family(name)
    person = change.make(
        Person(
            name=name,
            given=given,
            family=family,
            name_key=fold(name),
            search_text=search_text(name, [(title, company)]),
            by_hand=["name"],
            known_since=change.on,
            **{field: value for field, value in said.items() if field not in _ELSEWHERE},
        )
    )
    if company:
        at = said.get("at") or known_company(change, company)
        work_at(change, person, at, title=title, written=company)
    for kind, text in (("email", said.get("email", "")), ("phone", said.get("phone", ""))):
        if text.strip():
            new_way(change, person, kind, text)
    keep_suppressed(change, person)
    return person


def typed_name(name: str) -> str:
    """A person's name as typed. Raises CannotDo where it names nobody."""
    name = line(name, called="the name", most=300, needed=True)
    if not any(c.isalpha() for c in name):
        raise CannotDo("{name!r} is not a name.", name=name, kind="bad_input")
    return name


def given_and_family(name: str) -> tuple[str, str]:
    given, family = apart("", name) if " " in name else (name, "")
    return given[:150], family[:150]


def work_at(
    change: Recording, person: Person, company: Company, *, title: str, written: str = ""
) -> Position:
    """A present post, said by the seeker."""
    return change.make(
        Position(
            person=person,
            company=company,
            written=(written or company.name)[:300],
            title=title,
            as_of=change.on,
            by_hand=True,
        )
    )


def searchable(change: Recording, person: Person) -> None:
    """Keeps the text a person is found by true after a correction."""
    posts = person.positions.filter(current=True).order_by("id").values_list("title", "written")
    change.change(person, search_text=search_text(person.name, posts))


def the_same(
    campaign: Campaign, *, name: str, company: Company | None, email: str = "", phone: str = ""
) -> Person | None:
    """The person already known whom these words mean (F11), None for somebody new.

    The same e-mail address, or the same whole name with the same number or at the same company;
    where no company was said, the only one of that whole name.
    """
    if email.strip() and (found := _at_address(campaign, "email", email).first()):
        return found.person
    alike = Person.objects.filter(campaign=campaign, name_key=fold(name)).order_by("id")
    if phone.strip():
        numbers = _at_address(campaign, "phone", phone).values("person_id")
        if (same := alike.filter(pk__in=numbers).first()) is not None:
            return same
    if company is None:
        rows = list(alike[:2])
        return rows[0] if len(rows) == 1 else None
    houses = same_employer(campaign, company)
    return alike.filter(positions__company__in=houses).first()


def may_be_known(campaign: Campaign, *, name: str, email: str = "", phone: str = "") -> bool:
    """Whether `the_same` may find somebody by these words, wherever they work: where it is false,
    they are somebody new."""
    alike = Q(name_key=fold(name))
    for kind, text in (("email", email), ("phone", phone)):
        if text.strip():
            alike |= Q(pk__in=_at_address(campaign, kind, text).values("person_id"))
    return Person.objects.filter(alike, campaign=campaign).exists()


def _at_address(campaign: Campaign, kind: str, text: str) -> QuerySet[Address]:
    key = KEYS[kind](text, campaign)
    rows = Address.objects.filter(campaign=campaign, kind=kind, key=key)
    return rows.select_related("person").order_by("id")
