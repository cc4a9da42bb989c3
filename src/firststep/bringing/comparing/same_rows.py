"""Rows of several files that speak of one person: taken once, with what each of them tells. Pure.

The same LinkedIn profile; else the same e-mail address with a like name; else, in one list and
without a profile, the same name at the same company where nothing differs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from firststep.bringing.comparing.origins import OWN, ListOrigin, origin_of
from firststep.facts.file_rows import PersonRow, Reading
from firststep.facts.text import fold
from firststep.steps.goal.companies.matching import key_of
from firststep.steps.people.same_person.likeness import name_of, surely_alike
from firststep.steps.people.same_person.telling_apart import same_entry


@dataclass(slots=True)
class Counted:
    """People of one file: brought, found unchanged, found and changed."""

    new: int = 0
    same: int = 0
    changed: int = 0


def like_names(one: str, other: str) -> bool:
    """Whether a shared address makes two names one person's; a household may share it.

    "Jörg Müller" is "Dr. Joerg Mueller" and "Anna" is "Anna Müller"; Anna and Anne Müller are two,
    and J. Müller is asked about.
    """
    if fold(one) == fold(other) or surely_alike(one, other):
        return True
    a, b = sorted((name_of(one).words, name_of(other).words), key=len)
    return len(a) == 1 and len(a[0]) > 1 and a[0] == b[0]


class SameRows:
    """The people of the files, file by file, in the order of their first row."""

    def __init__(self) -> None:
        self.files: list[list[PersonRow]] = []
        self.origins: list[ListOrigin] = []
        self.counts: list[Counted] = []
        self._slugs: dict[str, _Place] = {}
        self._emails: dict[str, _Place] = {}
        self._names: dict[tuple[str, str, str], list[_Place]] = {}

    def add(self, reading: Reading, origin: ListOrigin) -> None:
        """Takes one file's people in, and counts those met in an earlier one."""
        rows: list[PersonRow] = []
        self.origins.append(origin)
        counted = Counted()
        self.files.append(rows)
        self.counts.append(counted)
        for row in reading.people:
            place = self._met(row)
            if place is None:
                self._remember(row, (len(self.files) - 1, len(rows)))
                rows.append(row)
            else:
                self._again(row, place, reading, counted)

    def _again(self, row: PersonRow, place: "_Place", reading: Reading, counted: Counted) -> None:
        file, at = place
        told = self.files[file][at]
        days = self.origins[file].as_of, self.origins[-1].as_of
        both = _merged(_with_newer_post(told, row, days), row)
        if both != told:
            self.files[file][at] = both
            self._remember(both, place)
        if row.mention:
            return
        if file == len(self.files) - 1:
            reading.skipped += 1
            reading.note(row.line, "", row.name, "The same person stands above; taken once.")
        elif both != told:
            counted.changed += 1
        else:
            counted.same += 1

    def _met(self, row: PersonRow) -> "_Place | None":
        if row.linkedin and row.linkedin in self._slugs:
            return self._slugs[row.linkedin]
        for email in row.emails:
            place = self._emails.get(email.lower())
            if place is not None and like_names(self.files[place[0]][place[1]].name, row.name):
                return place
        if row.linkedin or row.mention:
            return None
        for place in self._names.get(self._name(row), ()):
            told, one_file = self.files[place[0]][place[1]], place[0] == len(self.files) - 1
            if same_entry(told, row, one_file=one_file):
                return place
        return None

    def _name(self, row: PersonRow) -> tuple[str, str, str]:
        return self.origins[-1].source, fold(row.name), key_of(row.company)

    def _remember(self, row: PersonRow, place: "_Place") -> None:
        if row.linkedin:
            self._slugs.setdefault(row.linkedin, place)
        elif not row.mention and self.origins[-1].source != OWN:  # where each row is somebody
            places = self._names.setdefault(self._name(row), [])
            places += [place] if place not in places else []
        for email in row.emails:
            self._emails.setdefault(email.lower(), place)


_Place = tuple[int, int]  # file, row


def same_rows(readings: Sequence[Reading], *, today: date | None = None) -> SameRows:
    """The people of all files, each once."""
    found = SameRows()
    for reading in readings:
        found.add(reading, origin_of(reading, today=today))
    return found


def _with_newer_post(
    first: PersonRow, second: PersonRow, days: tuple[date | None, date | None]
) -> PersonRow:
    """The first row with what the newer export tells of where they work; the other's is former."""
    earlier, later = days
    if not (earlier and later and earlier != later and first.company and second.company):
        return first
    now, then = (second, first) if earlier < later else (first, second)
    former = dict.fromkeys([*first.former, *second.former, (then.company, then.title)])
    former.pop((now.company, now.title), None)
    return first._replace(company=now.company, title=now.title, former=tuple(former))


_FACTS = ("linkedin", "company", "connected_on", "note", "birthday")


def _merged(first: PersonRow, second: PersonRow) -> PersonRow:
    """The first row with what only the second tells; the first one's word stands."""
    if first.mention and not second.mention:
        first, second = second._replace(line=first.line), first
    lower = {email.lower() for email in first.emails}
    more = tuple(email for email in second.emails if email.lower() not in lower)
    facts = {name: getattr(first, name) or getattr(second, name) for name in _FACTS}
    return first._replace(
        emails=(*first.emails, *more),
        phones=tuple(dict.fromkeys((*first.phones, *second.phones))),
        title=first.title if first.company else second.title,
        **facts,
    )
