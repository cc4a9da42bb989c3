"""The parts a snapshot is made of, kept from one entry to the next where nothing they rest on
changed. Pure.
"""

from collections.abc import Callable, Collection
from typing import Any, NamedTuple, TypeVar, TypeVarTuple, cast

_Given = TypeVarTuple("_Given")
_Made = TypeVar("_Made")


class _Part(NamedTuple):
    given: tuple[Any, ...]
    made: Any


class Parts:
    """The parts of one snapshot. `before` are those of the same campaign on the same day at an
    earlier revision, and `changed` the tables that any entry since then wrote to."""

    def __init__(self, before: "Parts | None" = None, *, changed: Collection[str] = ()) -> None:
        self._before = before._now if before else {}
        self._changed = frozenset(changed)
        self._now: dict[str, _Part] = {}

    def part(
        self, make: Callable[[*_Given], _Made], *given: *_Given, reads: Collection[str] = ()
    ) -> _Made:
        """What `make` answers from what it is given and the tables it reads. Whatever came out as
        before is the very same thing, so that what is made of it is kept as well."""
        name = f"{make.__module__}.{make.__qualname__}"
        known = self._before.get(name)
        if known and self._changed.isdisjoint(reads) and known.given == given:
            made = known.made
        else:
            made = make(*given)
            made = known.made if known and known.made == made else made
        self._now[name] = _Part(given, made)
        return cast("_Made", made)
