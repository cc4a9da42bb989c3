"""Parts of an import: a list of companies the seeker wants to work for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from firststep.bringing.comparing.same_rows import Counted
from firststep.facts.file_rows import CompanyRow, Reading
from firststep.facts.text import fold
from firststep.journal.actions import Recording
from firststep.steps.goal.companies.matching import Target, TargetIndex, key_of
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.goal.rows import roles_seen, saw_opening
from firststep.steps.people.models import CompanyMatch
from firststep.steps.people.rows.seats import open_usual_seat
from firststep.steps.people.rows.targets import match_row, target_of

Roles = dict[int, set[str]]  # of each company, the openings seen there


@dataclass(slots=True)
class TargetList:
    """What lists of companies would change.

    `made` are rows of companies nobody knows yet, under the ids -1, -2, …; `changed` are known
    ones with the fields that change.
    """

    present: list[Target] = field(default_factory=list)
    made: dict[int, CompanyRow] = field(default_factory=dict)
    changed: dict[int, dict[str, Any]] = field(default_factory=dict)
    aimed: dict[int, Target] = field(default_factory=dict)  # known ones that become targets
    counts: list[Counted] = field(default_factory=list)

    def has_changes(self) -> bool:
        return bool(self.made or self.changed)

    def count_made(self) -> int:
        return len(self.made)

    def count_new(self) -> int:
        return len(self.made) + len(self.aimed)

    def new_keys(self) -> set[str]:
        return {key_of(row.name) for row in self.made.values()}

    def all_targets(self) -> Iterator[Target]:
        """Every target as it will be."""
        yield from self.present
        yield from self.aimed.values()
        for pk, row in self.made.items():
            yield Target(pk, row.name, row.aliases, row.domain)


def compare_targets(campaign: Campaign, readings: Sequence[Reading]) -> TargetList:
    """Compares the companies of lists with those known. Reads only."""
    found = TargetList()
    targets = Company.objects.filter(campaign=campaign, targeted_on__isnull=False)
    found.present = [target_of(company) for company in targets.order_by("id")]
    known: dict[str, Company] = {}
    if any(reading.companies for reading in readings):
        keys = {key_of(row.name) for reading in readings for row in reading.companies}
        rows = Company.objects.filter(campaign=campaign, key__in=keys)
        known = {company.key: company for company in rows}
    roles = roles_seen(campaign)
    seen: set[str] = set()
    for reading in readings:
        counted = Counted()
        found.counts.append(counted)
        for row in reading.companies:
            key = key_of(row.name)
            if key in seen:
                reading.skipped += 1
                reading.note(row.line, "company", row.name, "It stands above; taken once.")
                continue
            seen.add(key)
            _sort_in(found, row, known.get(key), roles, counted)
    return found


def _sort_in(
    found: TargetList, row: CompanyRow, company: Company | None, roles: Roles, counted: Counted
) -> None:
    if company is None:
        found.made[-len(found.made) - 1] = row
        counted.new += 1
        return
    fields = _differing(row, company, roles)
    if company.targeted_on is None:
        found.aimed[company.pk] = Target(company.pk, row.name, row.aliases, row.domain)
        found.changed[company.pk] = fields | {"name": row.name}
        counted.new += 1
    elif fields:
        found.changed[company.pk] = fields
        counted.changed += 1
    else:
        counted.same += 1


def _differing(row: CompanyRow, company: Company, roles: Roles) -> dict[str, Any]:
    """What a list says otherwise; an empty cell says nothing, other names and openings are
    added."""
    said = {name: getattr(row, name) for name in ("domain", "motivation", "phone")}
    fields = {
        name: value for name, value in said.items() if value and value != getattr(company, name)
    }
    if added := [alias for alias in row.aliases if alias not in company.aliases]:
        fields["aliases"] = [*company.aliases, *added]
    if row.opening and fold(row.opening) not in roles.get(company.pk, ()):
        fields[_OPENING] = row.opening
    return fields


_OPENING = "opening"  # a row of its own, beside the fields of the company


def bring_targets(change: Recording, import_id: int, listed: TargetList) -> dict[int, int]:
    """Makes the targets, opens their seats and finds who is known there.

    Answers with the real id of each id below zero.
    """
    real: dict[int, int] = {}
    renewed: list[Target] = []
    for pk, row in listed.made.items():
        company = change.make(_company(change, import_id, row))
        real[pk] = company.pk
        if row.opening:
            saw_opening(change, company, role=row.opening, import_id=import_id)
        open_usual_seat(change, company)
        renewed.append(target_of(company))
    for company in Company.objects.filter(pk__in=listed.changed).order_by("id"):
        fields = dict(listed.changed[company.pk])
        if role := fields.pop(_OPENING, ""):
            saw_opening(change, company, role=role, import_id=import_id)
        if company.targeted_on is None:
            fields = fields | {"targeted_on": change.on}
            _forget_own_matches(change, company)
        change.change(company, **fields)
        open_usual_seat(change, company)
        renewed.append(target_of(company))
    if renewed:
        _match_known(change, renewed)
    return real


def _company(change: Recording, import_id: int, row: CompanyRow) -> Company:
    return Company(
        campaign=change.campaign,
        name=row.name,
        key=key_of(row.name),
        domain=row.domain,
        aliases=list(row.aliases),
        targeted_on=change.on,
        motivation=row.motivation or 3,
        phone=row.phone,
        import_id_id=import_id,
    )


def _forget_own_matches(change: Recording, company: Company) -> None:
    """A target is itself: what it was taken for before is gone, unless the seeker said it."""
    change.drop(
        list(CompanyMatch.objects.filter(written=company, confirmed_on=None, refused_on=None))
    )


def _match_known(change: Recording, targets: Sequence[Target]) -> None:
    """Finds which companies merely known are one of these targets."""
    index = TargetIndex(targets)
    said = set(
        CompanyMatch.objects.filter(company__in=[t.id for t in targets]).values_list(
            "written_id", "company_id"
        )
    )
    known = Company.objects.filter(campaign=change.campaign, targeted_on=None)
    rows = [
        match_row(change.campaign, pk, match)
        for pk, name in known.order_by("id").values_list("id", "name")
        if (match := index.match(name)) is not None and (pk, match.company_id) not in said
    ]
    change.make_many(CompanyMatch, rows)
