"""Companies as people write them, and which targets they are."""

from firststep.errors import CannotDo
from firststep.journal.actions import Recording
from firststep.steps.goal.companies.matching import Target, key_of, matched
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.goal.typed import line
from firststep.steps.people.models import CompanyMatch


def known_company(change: Recording, name: str) -> Company:
    """The company of that name: found, or made as merely known and matched to the targets."""
    name = line(name, called="the company's name", most=300, needed=True)
    found = Company.objects.filter(campaign=change.campaign, key=key_of(name)).first()
    if found is not None:
        return found
    company = change.make(Company(campaign=change.campaign, name=name, key=key_of(name)))
    targets = [_target(row) for row in _targets(change.campaign)]
    if (match := matched(name, targets)) is not None:
        change.make(
            CompanyMatch(
                campaign=change.campaign,
                written=company,
                company_id=match.company_id,
                tier=match.tier,
                why=match.why,
            )
        )
    return company


def target_named(campaign: Campaign, name: str) -> Company | None:
    """The target of that name or alias, if there is one."""
    targets = {row.pk: row for row in _targets(campaign)}
    match = matched(name, [_target(row) for row in targets.values()])
    return targets[match.company_id] if match and match.tier == "exact" else None


def rematch(change: Recording, target: Company) -> None:
    """Works out anew which companies as written are this target.

    What the seeker confirmed or refused stays as it is.
    """
    said = {m.written_id: m for m in CompanyMatch.objects.filter(company=target)}
    alone, rows = [_target(target)], []
    others = Company.objects.filter(campaign=change.campaign, targeted_on=None).exclude(
        pk=target.pk
    )
    kept: set[int] = set()
    for pk, name in others.values_list("id", "name"):
        if (match := matched(name, alone)) is None:
            continue
        kept.add(pk)
        if pk not in said:
            rows.append(
                CompanyMatch(
                    campaign=change.campaign,
                    written_id=pk,
                    company=target,
                    tier=match.tier,
                    why=match.why,
                )
            )
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
            f"{taken.name} is there already (company {taken.pk}). If the two are one, say so.",
            candidates=[{"id": taken.pk, "name": taken.name, "is": "company"}],
            typed=f'firststep company confirm "{taken.name}" COMPANY',
        )


def _targets(campaign: Campaign) -> list[Company]:
    return list(Company.objects.filter(campaign=campaign, targeted_on__isnull=False).order_by("id"))


def _target(company: Company) -> Target:
    return Target(
        id=company.pk,
        name=company.name,
        aliases=tuple(company.aliases),
        domain=company.domain,
    )
