"""Answers are records; here they become the JSON of docs and scripts."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar

Made = TypeVar("Made")


def plain(value: Any) -> Any:
    """Any answer as JSON knows it: days as 2026-11-25, records as objects, the order kept.

    A field that is a word of Python, such as `from_`, is written without its `_`.
    """
    if value is None or isinstance(value, (str, int, float)):
        return value
    if names := _fields(value):
        return {name.rstrip("_"): plain(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return _told(value)


def _fields(value: Any) -> Sequence[str]:
    if is_dataclass(value):
        return [one.name for one in fields(value)]
    return getattr(value, "_fields", ())


def _told(value: Any) -> Any:
    if isinstance(value, (frozenset, set)):
        return sorted(plain(one) for one in value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    return value.isoformat() if isinstance(value, date) else str(value)


def record_of(kind: type[Made], source: object, /, **more: Any) -> Made:
    """A record with what the source calls alike, and with what is said besides."""
    names = (name for name in _names(kind) if name not in more)  # type: ignore[arg-type]
    return kind(**{name: getattr(source, name) for name in names}, **more)


@cache  # hundreds of steps are told after every change
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))
