"""By which ways a message or a word goes, a file each. Pure.

To add one: write its file with a CHANNEL and name it in CHANNELS. The plan goes by the first that
somebody can be reached by, in writing before aloud.
"""

from collections.abc import Collection

from firststep.facts.channels import email, in_person, linkedin, phone
from firststep.facts.channels.channel import Account, Channel, ChannelName, Way

__all__ = [
    "BY_CALL", "BY_INVITATION", "CHANNELS", "CHANNEL_NAMES", "FACE_TO_FACE", "INVITED_BY",
    "INVITING", "SPOKEN", "USUAL", "Account", "Channel", "ChannelName", "by_words",
    "channel_named", "usual_channel", "written_channel",
]  # fmt: skip

CHANNELS: tuple[Channel, ...] = (
    email.CHANNEL,
    linkedin.CHANNEL,
    phone.CHANNEL,
    in_person.CHANNEL,
)
CHANNEL_NAMES: tuple[ChannelName, ...] = tuple(one.name for one in CHANNELS)
USUAL_CHANNEL: ChannelName = CHANNELS[0].name  # while nobody is there yet to write to
BY_CALL: ChannelName = phone.CHANNEL.name
FACE_TO_FACE: ChannelName = in_person.CHANNEL.name
SPOKEN: frozenset[ChannelName] = frozenset(one.name for one in CHANNELS if one.is_spoken)
# By these only who has accepted is written to; everybody else is invited, with a note (F33).
INVITING: frozenset[ChannelName] = frozenset(one.name for one in CHANNELS if one.invitation)
INVITED_BY: frozenset[Way] = frozenset(
    one.goes_by for one in CHANNELS if one.invitation and one.goes_by
)
BY_INVITATION: ChannelName = linkedin.CHANNEL.name
# Writing comes before ringing; what is not proposed is gone by only where the seeker says so.
_PROPOSED = sorted((one for one in CHANNELS if one.proposed), key=lambda one: one.is_spoken)
_NAMED = {one.name: one for one in CHANNELS}


def channel_named(name: ChannelName) -> Channel:
    """The channel of that name, as it is kept or typed. Raises ValueError for any other word."""
    if name not in _NAMED:
        raise ValueError(f"There is no channel {name!r}.")
    return _NAMED[name]


def by_words(name: ChannelName | None) -> str:
    """`by email` for a sentence; nothing where no channel is known."""
    return _NAMED[name].by if name in _NAMED else ""


def usual_channel(ways: Collection[str]) -> ChannelName | None:
    """By which channel the plan goes to somebody with these kinds of ways; None without any."""
    return next((one.name for one in _PROPOSED if one.goes_by in ways), None)


def written_channel(ways: Collection[str]) -> ChannelName | None:
    """The one it writes by; None where nothing can be written to."""
    found = usual_channel(ways)
    return None if found in SPOKEN else found
