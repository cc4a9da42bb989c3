"""LinkedIn's Company Follows, Saved Jobs and Job Applications: employers worth proposing."""

from collections.abc import Callable, Sequence
from datetime import date

from firststep.bringing.formats.formats import Format, Source
from firststep.bringing.formats.moments import month_first_day
from firststep.bringing.formats.tables import records
from firststep.facts.file_rows import CannotRead, Employer, Reading
from firststep.steps.people.spelling.cells import connected_day

_FOLLOWS = ("Organization", "Followed On")
_SAVED = ("Saved Date", "Job Title", "Company Name")
_APPLIED = ("Application Date", "Job Title", "Company Name")
_LONGEST = 300


def _recognises(columns: Sequence[str]) -> Callable[[Source], bool]:
    return lambda source: source.header_has(*columns)


def _read(
    company: str, day: str, words: str, columns: Sequence[str]
) -> Callable[[Source, Reading], None]:
    def read(source: Source, into: Reading) -> None:
        table = source.table
        header = table.header(columns) if table else None
        if table is None or header is None:
            raise CannotRead("This is not one of LinkedIn's lists of employers.")
        name_at, day_at = header.index(company) or 0, header.index(day) or 0
        title_at = header.index("Job Title")
        for line, row in records(table, header, into):
            name = " ".join(row[name_at].split())
            if not name or len(name) > _LONGEST:
                into.skipped += 1
                continue
            title = "" if title_at is None else " ".join(row[title_at].split())[:100]
            why = words.format(title=title or "a job")
            into.employers.append(Employer(line, name, why, _day(line, day, row[day_at], into)))

    return read


def _day(line: int, column: str, text: str, into: Reading) -> date | None:
    day = month_first_day(text.split(" at ")[0])
    if day is None and text.strip():
        day = _worded(text)
    if day is None and text.strip():
        into.note(line, column, text, "This is no day like 1/29/26, 2:37 PM; it is left out.")
    return day


def _worded(text: str) -> date | None:
    """`Mon Oct 12 08:15:00 UTC 2026`, as Company Follows has it."""
    words = text.split()
    if len(words) != 6:
        return None
    return connected_day(f"{words[2]} {words[1]} {words[5]}")


FOLLOWS = Format(
    "linkedin_follows",
    "LinkedIn's Company Follows.csv",
    _recognises(_FOLLOWS),
    _read("Organization", "Followed On", "You follow it on LinkedIn.", _FOLLOWS),
)
SAVED = Format(
    "linkedin_saved_jobs",
    "LinkedIn's Saved Jobs.csv",
    _recognises(_SAVED),
    _read("Company Name", "Saved Date", "You saved {title} there.", _SAVED),
)
APPLICATIONS = Format(
    "linkedin_applications",
    "LinkedIn's Job Applications.csv",
    _recognises(_APPLIED),
    _read("Company Name", "Application Date", "You applied there: {title}.", _APPLIED),
)
