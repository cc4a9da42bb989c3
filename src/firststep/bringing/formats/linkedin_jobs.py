"""LinkedIn's Company Follows, Saved Jobs and Job Applications: employers worth proposing."""

from datetime import date
from typing import NamedTuple

from firststep.bringing.formats.formats import Format, Source, with_columns
from firststep.bringing.formats.moments import month_first_day
from firststep.facts.file_rows import Employer, Reading
from firststep.facts.said import to_say
from firststep.steps.people.spelling.cells import connected_day

_LONGEST = 300


class _List(NamedTuple):
    """One of the lists: its columns of companies and days, and what it says of a company."""

    company: str
    day: str
    says: str

    @property
    def columns(self) -> tuple[str, ...]:
        return self.company, self.day, *(("Job Title",) if "{title}" in self.says else ())

    def read(self, source: Source, into: Reading) -> None:
        """Reads the employers of one CSV file."""
        otherwise = to_say("This is not one of LinkedIn's lists of employers.")
        for row in source.listed(*self.columns, otherwise=otherwise).rows(into):
            name = row.words(self.company)
            if not name or len(name) > _LONGEST:
                into.skipped += 1
                continue
            why = self.says.format(title=row.words("Job Title")[:100] or "a job")
            on = _day(row.line, self.day, row.cell(self.day), into)
            into.employers.append(Employer(row.line, name, why, on))


def _day(line: int, column: str, text: str, into: Reading) -> date | None:
    day = month_first_day(text.split(" at ")[0]) or _worded(text)
    if day is None and text:
        into.note(
            line, column, text, to_say("This is not a day like 1/29/26, 2:37 PM; it is left out.")
        )
    return day


def _worded(text: str) -> date | None:
    """`Mon Oct 12 08:15:00 UTC 2026`, as Company Follows has it."""
    words = text.split()
    if len(words) != 6:
        return None
    return connected_day(f"{words[2]} {words[1]} {words[5]}")


def _format(name: str, file: str, listed: _List) -> Format:
    return Format(name, f"LinkedIn's {file}", with_columns(*listed.columns), listed.read)


FOLLOWS = _format(
    "linkedin_follows",
    "Company Follows.csv",
    _List("Organization", "Followed On", "You follow it on LinkedIn."),
)
SAVED = _format(
    "linkedin_saved_jobs",
    "Saved Jobs.csv",
    _List("Company Name", "Saved Date", "You saved {title} there."),
)
APPLICATIONS = _format(
    "linkedin_applications",
    "Job Applications.csv",
    _List("Company Name", "Application Date", "You applied there: {title}."),
)
