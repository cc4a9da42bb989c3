"""The parts a snapshot is made of, kept from one entry to the next where nothing they rest on
changed. Pure.
"""

from collections.abc import Callable, Collection, Mapping
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar, TypeVarTuple, cast

_Given = TypeVarTuple("_Given")
_Made = TypeVar("_Made")
_Row = tuple[Any, ...]  # its key comes first


class _Part(NamedTuple):
    given: tuple[Any, ...]
    made: Any


class Parts:
    """The parts of one snapshot. `before` are those of the same campaign on the same day at an
    earlier revision, and `changed` the rows that any entry since then wrote to, by their tables:
    their keys, or None for any of them."""

    def __init__(
        self,
        before: "Parts | None" = None,
        *,
        changed: Mapping[str, Collection[int] | None] | None = None,
    ) -> None:
        self._before = before._now if before else {}
        self._changed = changed or {}
        self._now: dict[str, _Part] = {}

    def part(
        self, make: Callable[[*_Given], _Made], *given: *_Given, reads: Collection[str] = ()
    ) -> _Made:
        """What `make` answers from what it is given and the tables it reads. Whatever came out as
        before is the very same thing, so that what is made of it is kept as well."""
        known = self._known(make)
        if known and self._changed.keys().isdisjoint(reads) and known.given == given:
            return self._keep(make, given, cast("_Made", known.made))
        return self._keep(make, given, make(*given))

    def rows(self, read: Callable[..., list[_Row]], *given: Any, table: str) -> dict[int, _Row]:
        """The rows of one table by their keys, of which only those are read again that were
        written to: `read` takes those to read as `only`, None for all. Then they stand in the order
        of their keys, as recorded."""
        known, keys = self._known(read), self._changed.get(table, ())
        if known is None or known.given != given or keys is None:
            made = {row[0]: row for row in read(*given, only=None)}
        elif keys:
            left = [row for key, row in known.made.items() if key not in keys]
            rows = sorted([*left, *read(*given, only=keys)], key=itemgetter(0))
            made = {row[0]: row for row in rows}
        else:
            made = known.made
        return self._keep(read, given, made)

    def mended(
        self,
        make: Callable[[*_Given], _Made],
        mend: Callable[[_Made, tuple[*_Given], *_Given], _Made],
        *given: *_Given,
    ) -> _Made:
        """What `make` answers, which `mend` tells sooner from the answer before and all that this
        was made from."""
        known = self._known(make)
        if known is None:
            return self._keep(make, given, make(*given))
        if known.given == given:
            return self._keep(make, given, cast("_Made", known.made))
        return self._keep(make, given, mend(known.made, known.given, *given))

    def _known(self, make: Any) -> _Part | None:
        return self._before.get(_name(make))

    def _keep(self, make: Any, given: tuple[Any, ...], made: _Made) -> _Made:
        known = self._known(make)
        kept = _as_before(known.made, made) if known else made
        self._now[_name(make)] = _Part(given, kept)
        return kept


def _name(make: Any) -> str:
    return f"{make.__module__}.{make.__qualname__}"


def _as_before(before: Any, made: _Made) -> _Made:
    """The thing as it was where it is equal; of a table whose entries differ those that do not."""
    if before is made or before == made:
        return cast("_Made", before)
    if not isinstance(made, dict):
        return made
    return cast("_Made", {key: _as_it_was(before.get(key), one) for key, one in made.items()})


def _as_it_was(before: Any, one: Any) -> Any:
    return before if before is one or before == one else one
