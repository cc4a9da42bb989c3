"""LinkedIn's Positions, Education and Profile: the seeker's own life (FORMATS section 2)."""

from dataclasses import replace
from datetime import date
from typing import Literal, NamedTuple

from firststep.bringing.formats.formats import Format, Source, with_columns
from firststep.bringing.formats.moments import month
from firststep.bringing.formats.tables import Row
from firststep.facts.file_rows import OwnPart, Reading
from firststep.facts.said import to_say

_LONGEST = 300


class _Life(NamedTuple):
    """A list of the seeker's posts or schools, and its columns."""

    kind: Literal["post", "school"]
    counted: str
    where: str
    what: str
    days: tuple[str, str]

    @property
    def columns(self) -> tuple[str, ...]:
        return self.where, self.what, *self.days

    def read(self, source: Source, into: Reading) -> None:
        """Reads the seeker's own posts, or schools."""
        otherwise = to_say("This is not a file of LinkedIn's posts or schools.")
        for row in source.listed(*self.columns, otherwise=otherwise).rows(into):
            name, title = (row.words(column)[:_LONGEST] for column in (self.where, self.what))
            if not name:
                into.skipped += 1
                continue
            days = (_month(row, column, into) for column in self.days)
            into.count(self.counted)
            into.own.append(OwnPart(row.line, self.kind, name, title, *days))


_POSTS = _Life("post", "posts", "Company Name", "Title", ("Started On", "Finished On"))
_SCHOOLS = _Life("school", "schools", "School Name", "Degree Name", ("Start Date", "End Date"))
_PROFILE = ("First Name", "Last Name", "Headline", "Geo Location")


def _month(row: Row, column: str, into: Reading) -> date | None:
    text = row.cell(column)
    found = month(text) if text else None
    if text and found is None:
        into.note(row.line, column, text, to_say("This is not a month like Jan 2021."))
    return found


def read_profile(source: Source, into: Reading) -> None:
    """Reads the seeker's name; nothing else of the profile is kept."""
    otherwise = to_say("This is not LinkedIn's Profile.csv.")
    for row in source.listed(*_PROFILE, otherwise=otherwise).rows(into):
        name = f"{row.cell('First Name')} {row.cell('Last Name')}".strip()
        into.me = replace(into.me, name=name)


POSITIONS = Format(
    "linkedin_positions", "LinkedIn's Positions.csv", with_columns(*_POSTS.columns), _POSTS.read
)
EDUCATION = Format(
    "linkedin_education", "LinkedIn's Education.csv", with_columns(*_SCHOOLS.columns), _SCHOOLS.read
)
PROFILE = Format(
    "linkedin_profile", "LinkedIn's Profile.csv", with_columns(*_PROFILE), read_profile
)
