"""Companies as people write them, and which targets they are."""

from firststep.errors import CannotDo
from firststep.journal.actions import Recording
from firststep.steps.goal.companies.matching import Match, Target, key_of, matched
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.goal.typed import line
from firststep.steps.people.models import CompanyMatch


def known_company(change: Recording, name: str) -> Company:
    """The company of that name: found, or made as merely known and matched to the targets."""
    name = line(name, called="the company's name", most=300, needed=True)
    return company_named(change.campaign, name) or new_company(change, name)


def new_company(change: Recording, name: str) -> Company:
    """A company nobody knows by that name yet, made as merely known and matched to the targets."""
    name = line(name, called="the company's name", most=300, needed=True)
    company = change.make(Company(name=name, key=key_of(name)))
    targets = [target_of(row) for row in _targets(change.campaign)]
    if (match := matched(name, targets)) is not None:
        change.make(match_row(change.campaign, company.pk, match))
    return company


def company_named(campaign: Campaign, name: str) -> Company | None:
    """The company of that name, if it is known; none for ""."""
    return campaign.companies.filter(key=key_of(name)).first() if name else None


def match_row(campaign: Campaign, written: int, match: Match) -> CompanyMatch:
    """That a company as written is that target."""
    return CompanyMatch(
        campaign=campaign,
        written_id=written,
        company_id=match.company_id,
        tier=match.tier,
        why=match.why,
    )


def target_named(campaign: Campaign, name: str) -> Company | None:
    """The target of that name or alias, if there is one."""
    targets = {row.pk: row for row in _targets(campaign)}
    match = matched(name, [target_of(row) for row in targets.values()])
    return targets[match.company_id] if match and match.tier == "exact" else None


def rematch(change: Recording, target: Company) -> None:
    """Works out anew which companies as written are this target.

    What the seeker confirmed or refused stays as it is.
    """
    said = {m.written_id: m for m in CompanyMatch.objects.filter(company=target)}
    alone, rows = [target_of(target)], []
    others = Company.objects.filter(campaign=change.campaign, targeted_on=None).exclude(
        pk=target.pk
    )
    kept: set[int] = set()
    for pk, name in others.values_list("id", "name"):
        if (match := matched(name, alone)) is None:
            continue
        kept.add(pk)
        if pk not in said:
            rows.append(match_row(change.campaign, pk, match))
    gone = [m for pk, m in said.items() if pk not in kept and not (m.confirmed_on or m.refused_on)]
    change.drop(gone)
    change.make_many(CompanyMatch, rows)


def same_employer(campaign: Campaign, company: Company) -> frozenset[int]:
    """The companies that are one employer with this one: its target and all its spellings."""
    sure = CompanyMatch.objects.filter(campaign=campaign, refused_on=None).exclude(
        tier="weak", confirmed_on=None
    )
    targets = {company.pk, *sure.filter(written=company).values_list("company_id", flat=True)}
    written = sure.filter(company__in=targets).values_list("written_id", flat=True)
    return frozenset(targets | set(written))


def refuse_doubled_name(campaign: Campaign, key: str, *, but: int | None = None) -> None:
    """Raises CannotDo where another company has that name already."""
    taken = Company.objects.filter(campaign=campaign, key=key).first()
    if taken is not None and taken.pk != but:
        raise CannotDo(
            "{name} is there already (company {pk}). If the two are one, say so.",
            name=taken.name,
            pk=taken.pk,
            candidates=[{"id": taken.pk, "name": taken.name, "is": "company"}],
            typed=f'firststep company confirm "{taken.name}" COMPANY',
        )


def _targets(campaign: Campaign) -> list[Company]:
    return list(Company.objects.filter(campaign=campaign, targeted_on__isnull=False).order_by("id"))


def target_of(company: Company) -> Target:
    """A company as names are held against it."""
    return Target(company.pk, company.name, tuple(company.aliases), company.domain)
