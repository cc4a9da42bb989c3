"""A forgotten person in the copies of the data: taken out of ours, named where they are elsewhere.

Ours are those a restore or an update set aside. Where such a copy opens, the person is forgotten in
it as in the database itself; where it does not, and still tells of them, it goes. Backups and
exports were put somewhere by the seeker: they are never touched, only named.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.db import DatabaseError
from django.db.models import Q

from firststep.errors import CannotDo
from firststep.facts.text import fold
from firststep.keeping.copies import known_copies
from firststep.keeping.files import set_aside_files, standing_in
from firststep.keeping.making import remove
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person
from firststep.verbs.safety.dump_rows import is_dump
from firststep.verbs.safety.restore import takes_rows

AT_ONCE = 1 << 22  # bytes looked through at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoWent:
    """Who was forgotten: their numbers, and the texts that mean them and nobody else."""

    keys: frozenset[int]
    texts: tuple[str, ...]


@dataclass(slots=True)
class Copies:
    """`cleaned` know the person no more, `deleted` are gone, `left` know them still."""

    cleaned: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def forget_in_copies(gone: WhoWent, forget_here: Callable[[Campaign, str], object]) -> Copies:
    """Sees to every copy. `forget_here` forgets a person of a campaign in what stands in."""
    found = Copies()
    told = _Told(gone.texts)
    for copy in set_aside_files():
        if not told.in_file(copy):
            continue
        if takes_rows(copy):
            _forget_in(copy, gone, forget_here)
        elif not _is_packed(copy):
            remove(copy)
            found.deleted.append(str(copy))
            continue
        (found.left if told.in_file(copy) else found.cleaned).append(str(copy))
    found.left += [str(path) for path in known_copies() if told.in_any(path)]
    return found


def _forget_in(copy: Path, gone: WhoWent, forget_here: Callable[[Campaign, str], object]) -> None:
    texts = {fold(text) for text in gone.texts}
    try:
        with standing_in(copy):
            for campaign in Campaign.objects.all():
                for person in _the_same(campaign, gone, texts):
                    forget_here(campaign, str(person.pk))
    except (CannotDo, DatabaseError):  # it is looked through once more, and named
        return


def _the_same(campaign: Campaign, gone: WhoWent, texts: set[str]) -> list[Person]:
    """By their number and a name or address; or by name and address, where numbers differ."""
    named = Q(name_key__in=texts)
    reached = Q(addresses__key__in=gone.texts) | Q(linkedin__in=gone.texts)
    people = Person.objects.filter(campaign=campaign).distinct()
    return list(people.filter(Q(pk__in=gone.keys) & (named | reached) | (named & reached)))


class _Told:
    """Looks for the texts in files, letter by letter."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        written = {form for text in texts for form in (text, fold(text), ascii(text)[1:-1])}
        pieces = b"|".join(re.escape(form.encode()) for form in sorted(written))
        self._found = re.compile(pieces or rb"(?!)", re.IGNORECASE)
        self._longest = max((len(form.encode()) for form in written), default=0)

    def in_any(self, path: Path) -> bool:
        files = sorted(path.iterdir()) if path.is_dir() else [path]
        return any(self.in_file(file) for file in files if file.is_file())

    def in_file(self, file: Path) -> bool:
        """Also for a file nobody can look into: who knows."""
        return _is_packed(file) or any(map(self._found.search, self._parts(file)))

    def _parts(self, file: Path) -> Iterator[bytes]:
        """The file in parts, each with the end of the one before."""
        try:
            with file.open("rb") as opened:
                end = b""
                while part := opened.read(AT_ONCE):
                    yield end + part
                    end = part[-self._longest :]
        except OSError:
            return


def _is_packed(file: Path) -> bool:
    """A dump of PostgreSQL: its texts are compressed."""
    try:
        return is_dump(file)
    except OSError:
        return False
