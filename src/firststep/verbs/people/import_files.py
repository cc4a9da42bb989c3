"""Bringing in files of other programs: previewed, repeated without effect, undone whole (P-e)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Unpack

from firststep.bringing.comparing.comparing import Comparison, compare
from firststep.bringing.import_answer import ImportAnswer, detail_of, file_answer
from firststep.bringing.reader.reading_files import Files, read_files
from firststep.bringing.remark_words import place_of
from firststep.bringing.rows.fast_rows import collector_rests
from firststep.bringing.rows.more import (
    More,
    bring_more,
    compare_more,
    reasons_of,
)
from firststep.bringing.rows.people import (
    Bringing,
    bring_companies,
    bring_up_to_date,
)
from firststep.bringing.rows.target_lists import TargetList, bring_targets, compare_targets
from firststep.errors import CannotDo
from firststep.facts.file_rows import Listener, Reading, Remark
from firststep.facts.said import say, say_of
from firststep.journal.actions import Recording, Stamp, recording
from firststep.journal.at_work import at_work
from firststep.steps.goal.companies.matching import Match, TargetIndex, key_of
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.models import Import
from firststep.verbs.people.import_undo import Undone, undo_import

__all__ = ["ImportAnswer", "Undone", "import_files", "undo_import"]


@dataclass(slots=True)
class _Planned:
    """All that an import will write, worked out before the transaction that writes it."""

    revision: int
    people: Comparison
    targets: TargetList
    companies: dict[str, tuple[str, Match | None]]  # new ones: key -> (name, its match)
    more: More

    def is_empty(self) -> bool:
        return not (
            self.people.new
            or self.people.updates
            or self.targets.has_changes()
            or self.more.has_changes()
        )


@collector_rests()
def import_files(
    campaign: Campaign,
    *,
    stamp: Stamp,
    dry_run: bool = False,
    leave_out: bool = False,
    progress: Listener | None = None,
    **files: Unpack[Files],
) -> ImportAnswer:
    """Brings in files, all of them or none.

    `dry_run` answers alike and writes nothing; so does an import that finds nothing new. With
    complaints nothing is written unless `leave_out` agrees to drop those rows: CannotDo
    (`bad_input`) then carries the answer as its detail, and so it does for a file that cannot be
    read. What was typed by hand, and do-not-contact, no file changes.
    """
    readings = read_files(campaign, files, on=stamp.on, progress=progress)
    planned = _plan(campaign, readings, progress, today=stamp.on)
    complaints = [remark for reading in readings for remark in reading.complaints]
    if complaints and not leave_out:
        _refuse(readings, planned, complaints, dry_run=dry_run)
    if dry_run or planned.is_empty():
        return _answer(readings, planned)
    with at_work("An import") as tell, recording(campaign, stamp, verb="import") as change:
        if change.revision != planned.revision + 1:
            planned = _plan(campaign, readings, None, today=stamp.on)  # somebody wrote meanwhile
        answer = _answer(readings, planned)
        change.words = _words(readings, planned)
        _let_go(readings)
        import_id = _write(change, readings, planned, _both(tell, progress))
        change.about = f"import:{import_id}"
    return replace(answer, import_id=import_id)


def _let_go(readings: Sequence[Reading]) -> None:
    """What is written now need not be kept as it was read, too: the pages take that room."""
    for reading in readings:
        reading.people.clear()


def _both(tell: Listener, progress: Listener | None) -> Listener:
    """Who waits hears how far it is, and who brings the files in."""

    def told(done: int, of: int) -> None:
        tell(done, of)
        if progress is not None:
            progress(done, of)

    return told


def _plan(
    campaign: Campaign, readings: Sequence[Reading], progress: Listener | None, *, today: date
) -> _Planned:
    revision = type(campaign).objects.values_list("revision", flat=True).get(pk=campaign.pk)
    targets = compare_targets(campaign, readings)
    people = compare(campaign, readings, progress, today=today)
    known = set(Company.objects.filter(campaign=campaign).values_list("key", flat=True))
    known |= targets.new_keys()
    more = compare_more(campaign, readings)
    index = TargetIndex(targets.all_targets())
    new: dict[str, tuple[str, Match | None]] = {}
    for written in (*_written(people), *(e.name for e in more.employers.values())):
        key = key_of(written)
        if key not in known and key not in new:
            new[key] = (written, index.match(written))
    return _Planned(revision, people, targets, new, more)


def _written(people: Comparison) -> Iterable[str]:
    """Every company named by a row that will be written, once, in the order of the files."""
    names: dict[str, None] = {}
    for row in people.new:
        names[row.company] = None
        names |= {company: None for company, _ in row.former}
    for update in people.updates:
        for company, _ in (*update.former, *([update.post] if update.post else [])):
            names[company] = None
    names.pop("", None)
    return names


def _write(
    change: Recording, readings: Sequence[Reading], planned: _Planned, progress: Listener
) -> int:
    campaign = change.campaign
    counts = planned.people.counts
    row = change.make(
        Import(
            on=change.on,
            files=[
                {"name": r.name, "format": r.format, "rows": r.rows, "new": c.new}
                | ({"columns": r.columns, "mapping": r.mapping} if r.columns else {})
                for r, c in zip(readings, counts, strict=True)
            ],
        )
    )
    made = bring_targets(change, row.pk, planned.targets)
    new = {key: (name, _real(match, made)) for key, (name, match) in planned.companies.items()}
    bring_companies(change, row.pk, new, reasons_of(planned.more.employers.values()))
    ids = _company_ids(campaign, planned.people)
    Bringing(change, row.pk, ids).bring(planned.people.new, planned.people.origins, progress)
    bring_up_to_date(change, row.pk, planned.people.updates, ids)
    bring_more(change, row.pk, planned.more, readings)
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
        parts.append(say_of("{n} person", "{n} people", people))
    if planned.targets.has_changes():
        parts.append(say_of("{n} target company", "{n} target companies", companies))
    files = ", ".join(reading.name for reading in readings)
    if not parts:
        return say("You imported {files}: what it tells of people you know.", files=files)
    new = parts[0] if len(parts) == 1 else say("{one} and {other}", one=parts[0], other=parts[1])
    return say("You imported {files}: {new} new.", files=files, new=new)


def _refuse(
    readings: Sequence[Reading], planned: _Planned, complaints: Sequence[Remark], *, dry_run: bool
) -> None:
    where = next(place_of(r.complaints[0], file=r.name) for r in readings if r.complaints)
    said = {"n": f"{len(complaints)}", "where": where}
    if dry_run:
        words = say_of(
            "1 row cannot be read, so nothing would be written. It stands in {where}. Correct "
            "the file, or agree to leave those rows out.",
            "{n} rows cannot be read, so nothing would be written. The first stands in {where}. "
            "Correct the file, or agree to leave those rows out.",
            len(complaints), **said,
        )  # fmt: skip
    else:
        words = say_of(
            "1 row cannot be read, so nothing was written. It stands in {where}. Correct the file, "
            "or agree to leave those rows out.",
            "{n} rows cannot be read, so nothing was written. The first stands in {where}. "
            "Correct the file, or agree to leave those rows out.",
            len(complaints), **said,
        )  # fmt: skip
    raise CannotDo(
        words,
        kind="bad_input",
        typed="--leave-out",
        detail=detail_of(_answer(readings, planned)),
    )


def _answer(readings: Sequence[Reading], planned: _Planned) -> ImportAnswer:
    people, targets, more = planned.people, planned.targets, planned.more
    return ImportAnswer(
        import_id=None,
        files=[file_answer(n, one, people, targets, more) for n, one in enumerate(readings)],
        people=len(people.new),
        companies=len(planned.companies) + targets.count_made(),
    )
