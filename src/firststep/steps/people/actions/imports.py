"""Bringing in files of other programs: previewed, repeated without effect, undone whole (P-e)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from firststep.errors import CannotDo
from firststep.journal.actions import Recording, Stamp, recording
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.actions.bringing import (
    Bringing,
    Progress,
    bring_companies,
    bring_up_to_date,
)
from firststep.steps.people.actions.fast_rows import roomy_cache
from firststep.steps.people.actions.import_undo import Undone, undo_import
from firststep.steps.people.actions.target_lists import TargetList, bring_targets, compare_targets
from firststep.steps.people.company_matching import Match, TargetIndex
from firststep.steps.people.comparing import Comparison, Counted, compare, key_of
from firststep.steps.people.imports import MAX_BYTES, CannotRead, Reading, Remark, read_file
from firststep.steps.people.models import Import

__all__ = ["ImportAnswer", "Undone", "import_files", "undo_import"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileAnswer:
    """What one file held. `new`, `same`, `changed` count people (companies, for a list of them)."""

    name: str
    format: str
    rows: int
    new: int
    same: int
    changed: int
    skipped: int
    hidden: int
    notes: list[Remark] = field(default_factory=list)
    complaints: list[Remark] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportAnswer:
    """What an import brought. `people` and `companies` are how many are new.

    `import_id` is None for a preview, and where nothing was new and so nothing was written.
    """

    import_id: int | None
    files: list[FileAnswer]
    people: int
    companies: int


@dataclass(slots=True)
class _Planned:
    """All that an import will write, worked out before the transaction that writes it."""

    revision: int
    people: Comparison
    targets: TargetList
    companies: dict[str, tuple[str, Match | None]]  # new ones: key -> (name, its match)

    def is_empty(self) -> bool:
        return not (self.people.new or self.people.updates or self.targets.has_changes())


def import_files(
    campaign: Campaign,
    *,
    stamp: Stamp,
    paths: Sequence[Path] = (),
    streams: Sequence[tuple[str, BinaryIO]] = (),
    dry_run: bool = False,
    leave_out: bool = False,
    format: str | None = None,  # noqa: A002  # the option's name
    progress: Progress | None = None,
) -> ImportAnswer:
    """Brings in files, given as paths or as `(name, stream)`, all of them or none.

    `dry_run` answers alike and writes nothing; so does an import that finds nothing new. With
    complaints nothing is written unless `leave_out` agrees to drop those rows: CannotDo
    (`bad_input`) then carries the answer as its detail, and so it does for a file that cannot be
    read. What was typed by hand, and do-not-contact, no file changes.
    """
    readings = _read_all(paths, streams, format or "")
    planned = _plan(campaign, readings, progress)
    complaints = [remark for reading in readings for remark in reading.complaints]
    if complaints and not leave_out:
        _refuse(readings, planned, complaints, dry_run=dry_run)
    if dry_run or planned.is_empty():
        return _answer(None, readings, planned)
    with roomy_cache(Import), recording(campaign, stamp, verb="import") as change:
        if change.revision != planned.revision + 1:
            planned = _plan(campaign, readings, None)  # somebody wrote meanwhile
        import_id = _write(change, readings, planned, progress)
        change.about = f"import:{import_id}"
        change.words = _words(readings, planned)
    return _answer(import_id, readings, planned)


def _read_all(
    paths: Sequence[Path], streams: Sequence[tuple[str, BinaryIO]], only: str
) -> list[Reading]:
    readings: list[Reading] = []
    for path in paths:
        try:
            with path.open("rb") as stream:
                readings.append(_read(path.name, stream, only))
        except OSError as problem:
            words = (problem.strerror or "it cannot be read").lower()
            raise CannotDo(f"{path} cannot be opened: {words}.", kind="unavailable") from None
    readings.extend(_read(name, stream, only) for name, stream in streams)
    if not readings:
        raise CannotDo("Name the file to import.", kind="bad_input")
    return readings


def _read(name: str, stream: BinaryIO, only: str) -> Reading:
    try:
        return read_file(name, stream.read(MAX_BYTES + 1), only=only)
    except CannotRead as problem:
        raise CannotDo(f"{name}: {problem}", kind="bad_input") from None


def _plan(campaign: Campaign, readings: Sequence[Reading], progress: Progress | None) -> _Planned:
    revision = type(campaign).objects.values_list("revision", flat=True).get(pk=campaign.pk)
    targets = compare_targets(campaign, readings)
    people = compare(campaign, readings, progress)
    known = set(Company.objects.filter(campaign=campaign).values_list("key", flat=True))
    known |= targets.new_keys()
    index = TargetIndex(targets.all_targets())
    new: dict[str, tuple[str, Match | None]] = {}
    for written in _written(people):
        key = key_of(written)
        if key not in known and key not in new:
            new[key] = (written, index.match(written))
    return _Planned(revision, people, targets, new)


def _written(people: Comparison) -> Iterable[str]:
    """Every company named by a row that will be written, once, in the order of the files."""
    names: dict[str, None] = {}
    for row in people.new:
        names[row.company] = None
    for update in people.updates:
        if update.post is not None:
            names[update.post.company] = None
    names.pop("", None)
    return names


def _write(
    change: Recording, readings: Sequence[Reading], planned: _Planned, progress: Progress | None
) -> int:
    campaign = change.campaign
    counts = planned.people.counts
    row = change.make(
        Import(
            campaign=campaign,
            on=change.on,
            files=[
                {"name": r.name, "format": r.format, "rows": r.rows, "new": c.new}
                for r, c in zip(readings, counts, strict=True)
            ],
        )
    )
    made = bring_targets(change, row.pk, planned.targets)
    new = {key: (name, _real(match, made)) for key, (name, match) in planned.companies.items()}
    bring_companies(change, row.pk, new)
    ids = _company_ids(campaign, planned.people)
    Bringing(change, row.pk, ids).bring(planned.people.new, progress)
    bring_up_to_date(change, row.pk, planned.people.updates, ids)
    return row.pk


def _real(match: Match | None, made: Mapping[int, int]) -> Match | None:
    """A match with a target that had no id yet when it was found."""
    if match is None or match.company_id > 0:
        return match
    return Match(made[match.company_id], match.tier, match.why)


def _company_ids(campaign: Campaign, people: Comparison) -> dict[str, int]:
    by_key = dict(Company.objects.filter(campaign=campaign).values_list("key", "id"))
    return {written: by_key[key_of(written)] for written in _written(people)}


def _words(readings: Sequence[Reading], planned: _Planned) -> str:
    people, companies = len(planned.people.new), planned.targets.count_new()
    parts = []
    if people or planned.people.updates:
        parts.append(f"{people} {'person' if people == 1 else 'people'}")
    if planned.targets.has_changes():
        parts.append(f"{companies} target {'company' if companies == 1 else 'companies'}")
    files = ", ".join(reading.name for reading in readings)
    return f"You imported {files}: {' and '.join(parts)} new."


def _refuse(
    readings: Sequence[Reading], planned: _Planned, complaints: Sequence[Remark], *, dry_run: bool
) -> None:
    first = complaints[0]
    many = "1 row" if len(complaints) == 1 else f"{len(complaints)} rows"
    nothing = "would be" if dry_run else "was"
    raise CannotDo(
        f"{many} cannot be read, so nothing {nothing} written. Line {first.row}: {first.problem} "
        "Mend the file, or agree to leave those rows out with --leave-out.",
        kind="bad_input",
        detail=as_json(_answer(None, readings, planned)),
    )


def _answer(import_id: int | None, readings: Sequence[Reading], planned: _Planned) -> ImportAnswer:
    return ImportAnswer(
        import_id=import_id,
        files=[
            _file(reading, counted, listed)
            for reading, counted, listed in zip(
                readings, planned.people.counts, planned.targets.counts, strict=True
            )
        ],
        people=len(planned.people.new),
        companies=len(planned.companies) + planned.targets.count_made(),
    )


def _file(reading: Reading, people: Counted, listed: Counted) -> FileAnswer:
    return FileAnswer(
        name=reading.name,
        format=reading.format,
        rows=reading.rows,
        new=people.new + listed.new,
        same=people.same + listed.same,
        changed=people.changed + listed.changed,
        skipped=reading.skipped,
        hidden=reading.hidden,
        notes=reading.notes,
        complaints=reading.complaints,
    )


def as_json(answer: ImportAnswer) -> dict[str, Any]:
    """The answer as the contract's `import` shows it."""
    return asdict(answer)
