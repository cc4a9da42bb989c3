"""What a format is: a name, how its content is recognised, and how it is read."""

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from firststep.steps.people.imports.archives import Archive, open_archive
from firststep.steps.people.imports.rows import CannotRead, Reading
from firststep.steps.people.imports.tables import Table, open_table


class Source:
    """One file's content, looked at in whatever way a format asks for."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.data = data

    @cached_property
    def archive(self) -> Archive | None:
        """The file as a zip archive. Raises CannotRead for one that is not to be trusted."""
        return open_archive(self.data)

    @cached_property
    def table(self) -> Table | None:
        """The file as text with rows, None for what is no text."""
        try:
            return open_table(self.data)
        except CannotRead:
            return None


class Format(NamedTuple):
    """`says` names the format for a person; `recognises` decides by content only."""

    name: str
    says: str
    recognises: Callable[[Source], bool]
    read: Callable[[Source, Reading], None]
