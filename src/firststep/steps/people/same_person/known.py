"""Somebody as far as telling doubles apart goes. Pure."""

from datetime import date
from typing import NamedTuple


class Known(NamedTuple):
    """`emails` in lower case, `phones` as E.164, `employers` by key, former ones too.

    `titles` are folded; `since` is the day the seeker and they connected.
    """

    id: int
    name: str
    linkedin: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    birthday: str = ""
    since: date | None = None
