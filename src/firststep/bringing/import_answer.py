"""What an import answers: each file with its counts and remarks, and what is new in all."""

from dataclasses import dataclass, field, fields
from typing import Any

from firststep.bringing.comparing.comparing import Comparison
from firststep.bringing.rows.more import More
from firststep.bringing.rows.target_lists import TargetList
from firststep.facts.file_rows import Reading, Remark
from firststep.steps.goal.companies.matching import key_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FileAnswer:
    """What one file held. `new`, `same`, `changed` count people (companies, for a list of them).

    `in_touch` counts people known already of whom it tells new days of being in touch; `tally` is
    what else was seen, `mapping` which column was taken for what where no format tells, `unread`
    columns that were left out though words stand in them; `encoding` and `sample`, one line, tell
    of a file that is not plain UTF-8.
    """

    name: str
    format: str
    rows: int
    new: int
    same: int
    changed: int
    skipped: int
    hidden: int
    in_touch: int = 0
    tally: dict[str, int] = field(default_factory=dict)
    mapping: dict[str, str] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    encoding: str = ""
    sample: str = ""
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


def file_answer(
    place: int, reading: Reading, people: Comparison, targets: TargetList, more: More
) -> FileAnswer:
    """What one file brought; `place` is where it stands among them."""
    counted, listed = people.counts[place], targets.counts[place]
    met = more.met(place) - {update.person_id for update in people.updates}
    new, same, changed = _employers(reading, more)
    return FileAnswer(
        name=reading.name,
        format=reading.format,
        rows=reading.rows,
        new=counted.new + listed.new + new,
        same=max(counted.same - len(met), 0) + listed.same + same,
        changed=counted.changed + listed.changed + changed + len(met),
        skipped=reading.skipped,
        hidden=reading.hidden,
        in_touch=len(more.met(place)),
        tally=reading.tally,
        mapping=reading.mapping,
        unread=reading.unread,
        encoding=reading.encoding,
        sample=reading.sample,
        notes=reading.notes,
        complaints=reading.complaints,
    )


def _employers(reading: Reading, more: More) -> tuple[int, int, int]:
    """New, same and changed employers, of a file that names no people."""
    if reading.people or not reading.employers:
        return 0, 0, 0
    keys = {key_of(employer.name) for employer in reading.employers}
    new = len(keys & more.employers.keys())
    changed = len(keys & more.noted_keys)
    return new, len(keys) - new - changed, changed


def detail_of(answer: ImportAnswer) -> dict[str, Any]:
    """What a refusal carries of it, whole."""
    return {one.name: getattr(answer, one.name) for one in fields(answer)}
