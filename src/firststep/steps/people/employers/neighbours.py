"""Neighbours of the seeker's own employers: where people who were there work now, or worked.

Somebody was at an own employer who has or had a post there in years that may touch the seeker's,
or an address under its name. Whoever is not to be contacted is left out.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from django.db.models import Q

from firststep.facts.snapshot import OwnFacts
from firststep.steps.goal.companies.matching import Target, TargetIndex
from firststep.steps.goal.companies.names import website
from firststep.steps.goal.company_fit import FromOwn
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.finding.many_ids import among
from firststep.steps.people.models import Address, CompanyMatch, Position
from firststep.steps.people.spelling.no_employers import is_no_employer
from firststep.steps.people.ties.overlap import Post, overlap
from firststep.steps.people.ties.own_life import own_facts

_People = dict[int, tuple[str, bool]]  # person -> name, whether the years overlap
Was = dict[str, bool]  # own employer, by key -> whether the years are known to overlap
_MOST_READ = 5_000  # posts at own employers; more of them fill the list many times over
# They give addresses to everybody, not only to those who work there.
_MAILBOXES = frozenset(
    {
        "aol", "bluewin", "comcast", "freenet", "gmail", "gmx", "googlemail", "hotmail", "icloud",
        "live", "mail", "msn", "orange", "outlook", "posteo", "proton", "protonmail", "qq",
        "tonline", "verizon", "web", "yahoo", "yandex",
    }
)  # fmt: skip


def neighbours(campaign: Campaign, *, taken: Collection[int] = ()) -> dict[int, list[FromOwn]]:
    """By company, who of the seeker's own employers works there now or worked there before.

    Left out are own employers, targets, and the companies `taken` for targets. Seven queries at
    most, however many people.
    """
    own = [one for one in own_facts(campaign) if one.kind == "post" and one.key]
    if not own:
        return {}
    names: dict[str, str] = {}
    for part in own:
        names.setdefault(part.key, part.name)
    keys = list(names)
    index = TargetIndex([Target(place, names[key]) for place, key in enumerate(keys)])
    houses = _houses(campaign, keys, index)
    was = _who_was_there(campaign, own, houses)
    _by_address(campaign, keys, index, was)
    return _elsewhere(campaign, names, was, but={*houses, *taken})


def _houses(campaign: Campaign, keys: list[str], index: TargetIndex) -> dict[int, str]:
    """The companies that are an own employer, however they are written, with its key."""
    alike = Q()
    for word in _first_words(keys):
        alike |= Q(key__startswith=word)
    houses: dict[int, str] = {}
    rows = Company.objects.filter(alike, campaign=campaign).order_by("id")
    for pk, name in rows.values_list("id", "name"):
        if (match := index.match(name)) is not None and match.tier != "weak":
            houses[pk] = keys[match.company_id]
    said = CompanyMatch.objects.filter(campaign=campaign, company__in=list(houses))
    for written, house, tier, confirmed_on, refused_on in said.order_by("id").values_list(
        "written_id", "company_id", "tier", "confirmed_on", "refused_on"
    ):
        if refused_on is not None:
            houses.pop(written, None)
        elif (confirmed_on or tier != "weak") and house in houses:
            houses.setdefault(written, houses[house])
    return houses


def _who_was_there(
    campaign: Campaign, own: list[OwnFacts], houses: Mapping[int, str]
) -> dict[int, Was]:
    """Everybody with a post at an own employer, but those whose years do not touch the seeker's."""
    posts: dict[tuple[int, str], list[Post]] = defaultdict(list)
    rows = Position.objects.filter(campaign=campaign, company__in=list(houses)).order_by("id")
    for person, house, current, began_on, ended_on in rows.values_list(
        "person_id", "company_id", "current", "began_on", "ended_on"
    )[:_MOST_READ]:
        key = houses[house]
        post = Post(key=key, current=current, began_on=began_on, ended_on=ended_on)
        posts[person, key].append(post)
    was: dict[int, Was] = defaultdict(dict)
    for (person, key), theirs in posts.items():
        # Still there is for ever: only whether the years touch is asked, and no day is needed.
        shared = overlap([o for o in own if o.key == key], theirs, today=date.max)
        if shared is not None:
            was[person][key] = shared.first is not None
    return was


def _by_address(
    campaign: Campaign, keys: list[str], index: TargetIndex, was: dict[int, Was]
) -> None:
    """Whoever has an address under the name of an own employer was there, in years not known."""
    alike = Q()
    for word in _first_words(keys):
        alike |= Q(key__contains=f"@{word}") | Q(key__contains=f".{word}")
    rows = Address.objects.filter(alike, campaign=campaign, kind="email").order_by("id")
    for person, email in rows.values_list("person_id", "key")[:_MOST_READ]:
        domain, label = website(email.rpartition("@")[2])
        match = index.match(domain) if label.replace("-", "") not in _MAILBOXES else None
        if match is not None and match.tier != "weak":
            was[person].setdefault(keys[match.company_id], False)


def _first_words(keys: list[str]) -> list[str]:
    """By which the names and addresses that may be an own employer's are found."""
    return sorted({key.split()[0] for key in keys})


def _elsewhere(
    campaign: Campaign, names: Mapping[str, str], was: Mapping[int, Was], *, but: set[int]
) -> dict[int, list[FromOwn]]:
    """Where else these people work or worked, by company, in the order of the own employers."""
    found: dict[int, dict[tuple[str, bool], _People]] = {}
    groups = [(key, now) for key in names for now in (True, False)]
    for company, person, name, current in _posts_of(campaign, was, but=but):
        there = found.setdefault(company, {group: {} for group in groups})
        for key, overlapped in was[person].items():
            if person not in there[key, True]:  # the present ones are read first
                there[key, current][person] = (name, overlapped)
    return {
        company: [
            _from_own(names[key], now, people) for (key, now), people in there.items() if people
        ]
        for company, there in found.items()
    }


def _from_own(own: str, now: bool, people: _People) -> FromOwn:
    names, overlapped = zip(*people.values(), strict=True)
    return FromOwn(
        own=own,
        names=tuple(sorted(names, key=_in_order)),
        here_now=now,
        overlapped=all(overlapped),
    )


def _posts_of(
    campaign: Campaign, was: Mapping[int, Was], *, but: set[int]
) -> Iterator[tuple[int, int, str, bool]]:
    rows = Position.objects.filter(
        campaign=campaign,
        person__in=among(was),
        person__do_not_contact_on=None,
        company__targeted_on=None,
    ).order_by("-current", "id")
    for company, key, person, name, current in rows.values_list(
        "company_id", "company__key", "person_id", "person__name", "current"
    ):
        if company not in but and not is_no_employer(key):
            yield company, person, name, current


def _in_order(name: str) -> tuple[str, str]:
    return name.casefold(), name
