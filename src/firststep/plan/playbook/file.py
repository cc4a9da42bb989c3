"""A playbook as a TOML text: what the seeker changed, checked key by key. Pure."""

import tomllib
from dataclasses import replace
from typing import Any, cast, get_args

from firststep.errors import CannotDo
from firststep.facts.playbook import (
    DEFAULT,
    LIMITS,
    PLAYBOOKS,
    TEN_PERCENT_WORDS,
    Playbook,
    TenPercent,
)
from firststep.facts.step_kinds import MINUTES, OPTIONAL, CardKind

TABLES = ("minutes", "rules")


def read_playbook(text: str) -> Playbook:
    """The playbook a TOML text describes; "" is the default.

    `base` names the playbook it starts from. Raises CannotDo naming the key or value that is wrong.
    """
    try:
        changes = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise CannotDo(f"The playbook is not TOML: {wrong}.", kind="bad_input") from None
    book = named_playbook(changes.pop("base", "default"))
    for key, value in changes.items():
        if isinstance(value, dict):
            if key not in TABLES:
                raise CannotDo(f"The playbook has no table “{key}”.", kind="not_found")
            for inner, number in value.items():
                book = _with(book, f"{key}.{inner}", number)
        else:
            book = _with(book, key, value)
    return _agreeing(book)


def named_playbook(name: object) -> Playbook:
    """One of the playbooks that come with the program."""
    if isinstance(name, str) and name in PLAYBOOKS:
        return PLAYBOOKS[name]
    known = " and ".join(PLAYBOOKS)
    raise CannotDo(f"There is no playbook “{name}”. There are {known}.", kind="not_found")


def changed(book: Playbook, key: str, value: Any) -> Playbook:
    """The playbook with one setting changed: `nudge_known_days`, `minutes.call` or `rules.call`.

    Raises CannotDo for an unknown key, a value that is no whole number or yes/no, and a number
    looser than the program allows.
    """
    return _agreeing(_with(book, key, value))


def _agreeing(book: Playbook) -> Playbook:
    """The playbook, if no setting takes another's place away."""
    if book.report_from_days > book.report_due_days:
        raise CannotDo(
            f"report_from_days ({book.report_from_days}) may not be later than report_due_days "
            f"({book.report_due_days}): nothing would ever be told.",
            kind="bad_input",
        )
    return book


def _with(book: Playbook, key: str, value: Any) -> Playbook:
    table, _, inner = key.rpartition(".")
    if key == "ten_percent_is":
        return replace(book, ten_percent_is=_reading(key, value))
    if table == "minutes" and inner in MINUTES:
        number = _whole(key, value, least=1, most=240)
        return replace(book, minutes={**book.minutes, inner: number})
    if table == "rules" and inner in OPTIONAL:
        kind: CardKind = next(kind for kind in OPTIONAL if kind == inner)
        left_out = book.left_out - {kind} if _yes(key, value) else book.left_out | {kind}
        return replace(book, left_out=left_out)
    if table or inner not in LIMITS:
        raise CannotDo(
            f"The playbook has no setting “{key}”. Look at the list of them all.",
            kind="not_found",
            typed="firststep playbook show",
        )
    limit = LIMITS[inner]
    fields: dict[str, Any] = {inner: _whole(key, value, least=limit.least, most=limit.most)}
    return replace(book, **fields)


def write_playbook(book: Playbook, *, whole: bool = False) -> str:
    """The TOML text of a playbook: only what differs from its base, or `whole` with comments."""
    base = PLAYBOOKS.get(book.name, DEFAULT)
    lines = [f'base = "{base.name}"']
    for key, limit in LIMITS.items():
        value = getattr(book, key)
        if whole:
            lines.append(f"{key} = {value}  # {limit.words}; {limit.least} to {limit.most}")
        elif value != getattr(base, key):
            lines.append(f"{key} = {value}")
    if whole or book.ten_percent_is != base.ten_percent_is:
        told = f"  # {TEN_PERCENT_WORDS}" if whole else ""
        lines.append(f'ten_percent_is = "{book.ten_percent_is}"{told}')
    minutes = {k: n for k, n in book.minutes.items() if whole or n != base.minutes[k]}
    rules = {k: book.runs(k) for k in OPTIONAL if whole or book.runs(k) != base.runs(k)}
    if minutes:
        lines += ["", "[minutes]", *(f"{kind} = {number}" for kind, number in minutes.items())]
    if rules:
        lines += ["", "[rules]", *(f"{kind} = {str(runs).lower()}" for kind, runs in rules.items())]
    return "\n".join(lines) + "\n"


def _whole(key: str, value: Any, *, least: int, most: int) -> int:
    text = str(value).strip()
    number = int(text) if text.isascii() and text.lstrip("-").isdigit() and len(text) < 6 else None
    if isinstance(value, bool) or number is None:
        raise CannotDo(f"{key} takes a whole number, not “{text[:40]}”.", kind="bad_input")
    if not least <= number <= most:
        raise CannotDo(f"{key} may be {least} to {most}, not {number}.", kind="bad_input")
    return number


def _reading(key: str, value: Any) -> TenPercent:
    for known in get_args(TenPercent):
        if str(value).strip() == known:
            return cast(TenPercent, known)
    words = " or ".join(get_args(TenPercent))
    raise CannotDo(f"{key} takes {words}, not “{str(value)[:40]}”.", kind="bad_input")


def _yes(key: str, value: Any) -> bool:
    text = str(value).strip().lower()
    if text in ("true", "yes", "on"):
        return True
    if text in ("false", "no", "off"):
        return False
    raise CannotDo(f"{key} takes yes or no, not “{text[:40]}”.", kind="bad_input")
