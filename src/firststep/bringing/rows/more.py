"""Parts of an import beside people: days in touch, own posts, employers noted, dead addresses."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from firststep.bringing.rows.fast_rows import insert_rows, take_keys
from firststep.facts.file_rows import Employer, OwnPart, Reading
from firststep.journal.actions import Recording
from firststep.steps.goal.companies.matching import key_of
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.models import Address, Evidence, LetGo, Tie
from firststep.steps.people.models import OwnPart as OwnPartRow
from firststep.steps.people.ties.in_touch import DayInTouch, in_touch, new_days
from firststep.steps.people.ties.tie_kind import is_two_way

_EVIDENCE = ("id", "campaign_id", "person_id", "kind", "inbound", "on", "import_id")
MOST_NOTED = 5  # reasons kept of one employer
_BATCH = 10_000


@dataclass(slots=True)
class More:
    """What the files tell beside people; `days` of each file are of people known already."""

    days: list[list[DayInTouch]] = field(default_factory=list)
    own: list[OwnPart] = field(default_factory=list)
    ended: dict[int, date] = field(default_factory=dict)  # own posts that have ended since
    employers: dict[str, Employer] = field(default_factory=dict)  # not known yet, by key
    noted: dict[int, list[str]] = field(default_factory=dict)  # known company -> its reasons
    dead: dict[str, date] = field(default_factory=dict)
    linkedin: str = ""
    noted_keys: set[str] = field(default_factory=set)  # of the companies noted

    def has_changes(self) -> bool:
        return bool(
            any(self.days) or self.own or self.ended or self.employers or self.noted or self.dead
        )

    def met(self, file: int) -> set[int]:
        """People known already of whom a file tells new days."""
        return {person for person, *_ in self.days[file]}


def compare_more(campaign: Campaign, readings: Sequence[Reading]) -> More:
    """What is new in all that. Reads only."""
    more = More()
    seen: set[DayInTouch] = set()
    for reading in readings:
        days = [day for day in new_days(campaign, reading.contacts) if day not in seen]
        seen.update(days)
        more.days.append(days)
    _own_parts(campaign, readings, more)
    _employers(campaign, readings, more)
    _dead(campaign, readings, more)
    if not campaign.linkedin:
        more.linkedin = next((r.me.linkedin for r in readings if r.me.linkedin), "")
    return more


def _own_parts(campaign: Campaign, readings: Sequence[Reading], more: More) -> None:
    kept = {
        (row.kind, row.key, row.title, row.began_on): row
        for row in OwnPartRow.objects.filter(campaign=campaign)
    }
    for part in (part for reading in readings for part in reading.own):
        mark = (part.kind, key_of(part.name), part.title, part.began_on)
        row = kept.get(mark)
        if row is None:
            more.own.append(part)
            kept[mark] = OwnPartRow(ended_on=part.ended_on)
        elif row.pk and part.ended_on and row.ended_on is None:
            more.ended[row.pk] = part.ended_on


def _employers(campaign: Campaign, readings: Sequence[Reading], more: More) -> None:
    employers = [(key_of(e.name), e) for reading in readings for e in reading.employers]
    if not employers:
        return
    rows = Company.objects.filter(campaign=campaign, key__in={key for key, _ in employers})
    known = {row.key: row for row in rows}
    for key, employer in employers:
        old = more.employers.get(key)
        if key in known:
            _note(more, known[key], employer.why)
        elif old is None or not old.why:
            more.employers[key] = employer


def _note(more: More, company: Company, why: str) -> None:
    reasons = more.noted.get(company.pk, company.noted)
    if why and why not in reasons and len(reasons) < MOST_NOTED:
        more.noted[company.pk] = [*reasons, why]
        more.noted_keys.add(company.key)


def _dead(campaign: Campaign, readings: Sequence[Reading], more: More) -> None:
    bounced = {email: on for reading in readings for email, on in reading.dead.items()}
    if not bounced:
        return
    wrote = {c.email for r in readings for c in r.contacts if c.inbound and c.kind == "mail"}
    rows = Address.objects.filter(campaign=campaign, kind="email", key__in=bounced, dead_on=None)
    more.dead = {
        key: bounced[key] for key in rows.values_list("key", flat=True) if key not in wrote
    }


def bring_more(change: Recording, import_id: int, more: More, readings: Sequence[Reading]) -> None:
    """Writes it, after the people: those just made are found now too."""
    campaign = change.campaign
    contacts = {contact for reading in readings for contact in reading.contacts}
    days = new_days(campaign, contacts)
    _bring_days(change, import_id, days)
    _tie_those_in_touch(change, import_id, {person for person, *_ in days})
    for part in more.own:
        change.make(
            OwnPartRow(
                kind=part.kind, name=part.name, key=key_of(part.name),
                title=part.title, began_on=part.began_on, ended_on=part.ended_on,
                import_id_id=import_id,
            )
        )  # fmt: skip
    for row in OwnPartRow.objects.filter(pk__in=list(more.ended)):
        change.change(row, ended_on=more.ended[row.pk])
    _note_employers(change, more.noted)
    _bury(change, more.dead)
    if more.linkedin:
        change.change(campaign, linkedin=more.linkedin)


def _bring_days(change: Recording, import_id: int, days: Sequence[DayInTouch]) -> None:
    for start in range(0, len(days), _BATCH):
        batch = days[start : start + _BATCH]
        keys = take_keys(Evidence, len(batch))
        rows = [
            (key, change.campaign.pk, person, kind, inbound, on.isoformat(), import_id)
            for key, (person, kind, inbound, on) in zip(keys, batch, strict=True)
        ]
        insert_rows(Evidence, _EVIDENCE, rows)
        change.remember_made(Evidence, keys)


def _tie_those_in_touch(change: Recording, import_id: int, people: set[int]) -> None:
    """A tie with whoever was met, or wrote and was answered; one that was dropped stays away."""
    seen = in_touch(people, today=change.on)
    ids = sorted(pk for pk, one in seen.items() if is_two_way(one))
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        tied = Tie.objects.filter(person__in=batch, other=None).values_list("person_id", flat=True)
        gone = LetGo.objects.filter(person__in=batch, kind="tie")
        not_now = {*tied, *gone.values_list("person_id", flat=True)}
        marks = {"campaign": change.campaign, "import_id_id": import_id}
        ties = [Tie(person_id=pk, **marks) for pk in batch if pk not in not_now]
        change.make_many(Tie, ties)


def _note_employers(change: Recording, noted: Mapping[int, list[str]]) -> None:
    for company in Company.objects.filter(pk__in=list(noted)).order_by("id"):
        change.change(company, noted=noted[company.pk])


def _bury(change: Recording, dead: Mapping[str, date]) -> None:
    rows = Address.objects.filter(
        campaign=change.campaign, kind="email", key__in=list(dead), dead_on=None
    )
    for row in rows.order_by("id"):
        change.change(row, dead_on=dead[row.key])


def reasons_of(employers: Iterable[Employer]) -> dict[str, list[str]]:
    """Why each employer was noted, by key."""
    return {key_of(e.name): [e.why] if e.why else [] for e in employers}
