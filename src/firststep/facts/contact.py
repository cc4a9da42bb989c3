"""A day of being in touch, as files of other programs tell it and ties rest on it."""

from datetime import date
from typing import Literal, NamedTuple

ContactKind = Literal["message", "mail", "meeting", "invitation"]


class Contact(NamedTuple):
    """A day on which the seeker and somebody were in touch. Never what was said.

    `inbound` is True for what came in. The person is known by profile, else by address, else by a
    name that only one person bears.
    """

    kind: ContactKind
    on: date
    inbound: bool
    name: str = ""
    linkedin: str = ""
    email: str = ""
