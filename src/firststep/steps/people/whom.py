"""Whom do I know at a company, and whom should I know there? (method M2)"""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, cast

from firststep.facts.kinds import SURENESS_ORDER, Sureness, TieKind
from firststep.facts.said import say
from firststep.keeping.kept_query import Blank, KeptQuery
from firststep.steps.goal.companies.match_words import said_match
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.finding.many_ids import among_given, ids_parameter, narrowly_given
from firststep.steps.people.models import CompanyMatch, Position, Seat
from firststep.steps.people.ties.in_touch import seekers_ties
from firststep.steps.people.ties.overlap import Overlap
from firststep.steps.people.ties.own_life import overlaps
from firststep.steps.people.titles.holders import held_by_title, may_hold_by_title

_MATCHES = KeptQuery(
    lambda: (
        CompanyMatch.objects.filter(
            campaign=Blank("campaign"), company__in=among_given("companies"), refused_on=None
        )
        .order_by("id")
        .values_list("written_id", "company_id", "written__name", "tier", "why", "confirmed_on")
    )
)
_WORKING = KeptQuery(
    lambda: (
        narrowly_given(
            Position.objects.filter(company__in=among_given("companies")), "campaign"
        )
        .order_by("-current", "-ended_on", "-id")
        .values_list(
            "person_id", "person__name", "person__do_not_contact_on", "person__linkedin",
            "company_id", "written", "title", "current",
        )
    )
)  # fmt: skip
_SEATS = KeptQuery(
    lambda: (
        Seat.objects.filter(
            campaign=Blank("campaign"), company__in=among_given("companies"), closed_on=None
        )
        .order_by("id")
        .values_list(
            "id", "company_id", "title", "holder_id", "holder__name", "not_held_by__person_id"
        )
    )
)
TIE_ORDER = {"close": 0, "met": 1, "known": 2, "dormant": 3, None: 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownThere:
    """Somebody in the address book who works or worked at a company, and how sure that is."""

    person_id: int
    name: str
    title: str
    current: bool
    tie: TieKind | None
    sureness: Sureness
    why: str
    tie_why: str = ""
    do_not_contact: bool = False
    linkedin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatThere:
    """A post there one should know, its holder once known."""

    seat_id: int
    title: str
    holder_id: int | None
    holder: str | None
    by_title: bool = False  # only their title says so
    not_held_by: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenAs:
    """The company as somebody wrote it, how sure it is the same, and why."""

    written_id: int
    company_id: int
    name: str
    sureness: Sureness
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Whom:
    """The answer for one company; `written` is how else its name stands in the address book."""

    company_id: int
    company: str
    known: tuple[KnownThere, ...] = ()
    seats: tuple[SeatThere, ...] = field(default=())
    written: tuple[WrittenAs, ...] = ()


def whom(
    campaign: Campaign, companies: Sequence[Company], *, today: date, department: str = ""
) -> list[Whom]:
    """Whom the seeker knows at each of these companies, now or formerly, and its seats, with the
    holders whom a title names.

    Matches the seeker refused are left out; those confirmed count as exact. Six queries at most,
    however many companies. The present first, then the surest, then the closest.
    """
    ids = [company.pk for company in companies]
    written = _written_as(campaign, ids)
    known = _known(campaign, ids, written, today)
    seats = _seats(campaign, ids)
    return [
        Whom(
            company_id=company.pk,
            company=company.name,
            known=tuple(known.get(company.pk, ())),
            seats=tuple(
                _by_title(seat, department, known.get(company.pk, ()))
                for seat in seats.get(company.pk, ())
            ),
            written=tuple(
                one for names in written.values() for one in names if one.company_id == company.pk
            ),
        )
        for company in companies
    ]


def _by_title(seat: SeatThere, department: str, known: Sequence[KnownThere]) -> SeatThere:
    """The seat, filled where a title alone names its holder (F31)."""
    if seat.holder_id is not None:
        return seat
    may = {
        one.person_id: one
        for one in known
        if may_hold_by_title(
            current=one.current, sureness=one.sureness, do_not_contact=one.do_not_contact
        )
    }
    titles = ((key, one.title) for key, one in may.items())
    found = held_by_title(seat.title, department, titles, not_held_by=seat.not_held_by)
    if found.holder is None:
        return seat
    return replace(seat, holder_id=found.holder, holder=may[found.holder].name, by_title=True)


Written = dict[int, list[WrittenAs]]  # the companies a name as it is written stands for


def _written_as(campaign: Campaign, ids: Sequence[int]) -> Written:
    found: Written = defaultdict(list)
    rows = _MATCHES(campaign=campaign.pk, companies=ids_parameter(ids))
    for written, company, name, tier, why, confirmed_on in rows:
        found[written].append(
            WrittenAs(
                written_id=written,
                company_id=company,
                name=name,
                sureness="exact" if confirmed_on else cast(Sureness, tier),
                why=say("you confirmed it") if confirmed_on else said_match(why),
            )
        )
    return found


def _known(
    campaign: Campaign, ids: Sequence[int], written: Written, today: date
) -> dict[int, list[KnownThere]]:
    rows = _WORKING(campaign=campaign.pk, companies=ids_parameter({*ids, *written}))
    people = {row[0] for row in rows}
    ties = seekers_ties(people, today=today)
    shared = overlaps(campaign, people, today=today)
    wanted = set(ids)
    there: dict[int, dict[int, KnownThere]] = defaultdict(dict)
    for person, name, stopped, linkedin, company, as_written, title, current in rows:
        for target, sureness, why in _stands_for(company, wanted, written):
            one = KnownThere(
                person_id=person,
                name=name,
                title=title,
                current=current,
                tie=ties[person].kind if person in ties else None,
                tie_why=ties[person].why if person in ties else "",
                sureness=sureness,
                why=_why(as_written, why, shared.get(person), current=current),
                do_not_contact=stopped is not None,
                linkedin=linkedin or "",
            )
            held = there[target].setdefault(person, one)
            if _order(one) < _order(held):
                there[target][person] = one
    return {target: sorted(found.values(), key=_order) for target, found in there.items()}


def _stands_for(
    company: int, wanted: Set[int], written: Written
) -> Iterator[tuple[int, Sureness, str]]:
    """Which of the companies asked about a post's company is, how sure, and why."""
    if company in wanted:
        yield company, "exact", ""
    for one in written.get(company, ()):
        yield one.company_id, one.sureness, one.why


def _order(one: KnownThere) -> tuple[Any, ...]:
    return (
        not one.current,
        SURENESS_ORDER[one.sureness],
        TIE_ORDER[one.tie],
        one.name.casefold(),
        one.person_id,
    )


def _why(as_written: str, why: str, shared: Overlap | None, *, current: bool) -> str:
    if as_written:
        at = {"company": as_written}
        said = say("works at {company}", **at) if current else say("worked at {company}", **at)
    else:
        said = say("works there") if current else say("worked there")
    return "; ".join(filter(None, (said, why.rstrip("."), shared.words if shared else "")))


def _seats(campaign: Campaign, ids: Sequence[int]) -> dict[int, list[SeatThere]]:
    rows = _SEATS(campaign=campaign.pk, companies=ids_parameter(ids))
    seats: dict[int, tuple[int, SeatThere]] = {}  # with the company of each
    for seat, company, title, holder, name, refused in rows:
        before = seats[seat][1].not_held_by if seat in seats else frozenset()
        seats[seat] = (
            company,
            SeatThere(
                seat_id=seat,
                title=title,
                holder_id=holder,
                holder=name,
                not_held_by=before | ({refused} if refused else set()),
            ),
        )
    found: dict[int, list[SeatThere]] = defaultdict(list)
    for company, there in seats.values():
        found[company].append(there)
    return found
