"""A playbook as a TOML text: what the seeker changed, checked key by key. Pure."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast, get_args

from firststep.errors import CannotDo
from firststep.facts.playbook import (
    DEFAULT,
    LIMITS,
    NUMBERS,
    PLAYBOOKS,
    TEN_PERCENT_WORDS,
    Playbook,
    TenPercent,
)
from firststep.facts.said import say
from firststep.facts.step_kinds import MINUTES, OPTIONAL, CardKind
from firststep.facts.text import whole_number

TABLES = ("minutes", "rules")
# Numbers that could be set once, or never: they are the method's.
FIXED = frozenset(NUMBERS) - frozenset(LIMITS)


def read_playbook(text: str, *, kept: bool = True) -> Playbook:
    """The playbook a TOML text describes; "" is the default.

    `base` names the playbook it starts from. `kept`: as it was stored once, so what has become part
    of the rhythm is passed over. Raises CannotDo naming the key or value that is wrong.
    """
    try:
        changes = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise CannotDo(
            say("The playbook is not TOML: {wrong}.", wrong=wrong), kind="bad_input"
        ) from None
    book = named_playbook(changes.pop("base", "default"))
    for key, value in _settings(changes):
        if not (kept and key in FIXED):
            book = changed(book, key, value)
    return book


def _settings(changes: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in changes.items():
        if not isinstance(value, dict):
            yield key, value
        elif key in TABLES:
            yield from ((f"{key}.{inner}", number) for inner, number in value.items())
        else:
            raise CannotDo(say("The playbook has no table “{key}”.", key=key), kind="not_found")


def named_playbook(name: object) -> Playbook:
    """One of the playbooks that come with the program."""
    if isinstance(name, str) and name in PLAYBOOKS:
        return PLAYBOOKS[name]
    known = " and ".join(PLAYBOOKS)
    raise CannotDo(
        say("There is no playbook “{name}”. There are {known}.", name=name, known=known),
        kind="not_found",
    )


def changed(book: Playbook, key: str, value: Any) -> Playbook:
    """The playbook with one setting changed: `nudge_known_days`, `minutes.call` or `rules.call`.

    Raises CannotDo for an unknown key, a value that is no whole number or yes/no, and a number
    looser than the program allows.
    """
    table, _, inner = key.rpartition(".")
    if key == "ten_percent_is":
        return replace(book, ten_percent_is=_reading(key, value))
    if table == "minutes" and inner in MINUTES:
        number = _whole(key, value, least=1, most=240)
        return replace(book, minutes={**book.minutes, inner: number})
    if table == "rules" and inner in OPTIONAL:
        return replace(book, left_out=_left_out(book, key, value))
    if key not in LIMITS:
        raise _unknown(key)
    limit = LIMITS[key]
    fields: dict[str, Any] = {key: _whole(key, value, least=limit.least, most=limit.most)}
    return replace(book, **fields)


def _left_out(book: Playbook, key: str, value: Any) -> frozenset[CardKind]:
    kind: CardKind = next(kind for kind in OPTIONAL if key == f"rules.{kind}")
    return book.left_out - {kind} if _yes(key, value) else book.left_out | {kind}


def _unknown(key: str) -> CannotDo:
    if key in FIXED:
        words = say("{key} is part of the rhythm and stays as it is.", key=key)
        return CannotDo(words, kind="bad_input")
    return CannotDo(
        say("The playbook has no setting “{key}”. Look at the list of them all.", key=key),
        kind="not_found",
        typed="firststep playbook show",
    )


def write_playbook(book: Playbook, *, whole: bool = False) -> str:
    """The TOML text of a playbook: only what differs from its base, or `whole` with comments."""
    base = PLAYBOOKS.get(book.name, DEFAULT)
    words = {key: f"{one.words}; {one.least} to {one.most}" for key, one in LIMITS.items()}
    words["ten_percent_is"] = TEN_PERCENT_WORDS
    lines = [f'base = "{base.name}"']
    for key, value in _differing(_values(book), {} if whole else _values(base)):
        lines.append(f"{key} = {value}" + (f"  # {words[key]}" if whole else ""))
    for table in TABLES:
        before = {} if whole else _table(base, table)
        rows = [f"{key} = {value}" for key, value in _differing(_table(book, table), before)]
        lines += ["", f"[{table}]", *rows] if rows else []
    return "\n".join(lines) + "\n"


def _values(book: Playbook) -> dict[str, str]:
    numbers = {key: str(getattr(book, key)) for key in LIMITS}
    return {**numbers, "ten_percent_is": f'"{book.ten_percent_is}"'}


def _table(book: Playbook, name: str) -> dict[str, str]:
    if name == "minutes":
        return {kind: str(number) for kind, number in book.minutes.items()}
    return {kind: str(book.runs(kind)).lower() for kind in OPTIONAL}


def _differing(values: dict[str, str], before: dict[str, str]) -> list[tuple[str, str]]:
    return [(key, value) for key, value in values.items() if value != before.get(key)]


def _whole(key: str, value: Any, *, least: int, most: int) -> int:
    text = str(value).strip()
    number = whole_number(text.removeprefix("-"), digits=5)
    if isinstance(value, bool) or number is None:
        raise CannotDo(
            say("{key} takes a whole number, not “{text}”.", key=key, text=text[:40]),
            kind="bad_input",
        )
    number = -number if text.startswith("-") else number
    if not least <= number <= most:
        raise CannotDo(
            say(
                "{key} may be {least} to {most}, not {number}.",
                key=key,
                least=least,
                most=most,
                number=number,
            ),
            kind="bad_input",
        )
    return number


def _reading(key: str, value: Any) -> TenPercent:
    for known in get_args(TenPercent):
        if str(value).strip() == known:
            return cast(TenPercent, known)
    words = " or ".join(get_args(TenPercent))
    raise CannotDo(
        say("{key} takes {told}, not “{value}”.", key=key, told=words, value=str(value)[:40]),
        kind="bad_input",
    )


def _yes(key: str, value: Any) -> bool:
    text = str(value).strip().lower()
    if text in ("true", "yes", "on"):
        return True
    if text in ("false", "no", "off"):
        return False
    raise CannotDo(
        say("{key} takes yes or no, not “{text}”.", key=key, text=text[:40]), kind="bad_input"
    )
