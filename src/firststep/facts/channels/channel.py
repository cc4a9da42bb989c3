"""What a channel is: its words, the way of a person it goes by, its lengths, its hand-over."""

from typing import Literal, NamedTuple, get_args

ChannelName = str  # the name of one of CHANNELS; `channel_named` checks it
Way = Literal["email", "phone", "linkedin"]  # what is kept of a person: an address, a number …
Account = Literal["free", "paid"]  # of the seeker, where a channel tells them apart
ACCOUNTS: tuple[Account, ...] = get_args(Account)
# What a text is like: with a subject and paragraphs, a few lines, or said aloud.
Form = Literal["letter", "message", "spoken"]


class Length(NamedTuple):
    """How long a first note does well, from when it is far too long, and what is taken at all."""

    counted: Literal["words", "characters"]
    most: int
    far_too_long: int
    least: int = 0
    taken: int | None = None


class Invitation(NamedTuple):
    """The characters a note may have where somebody is first invited, by account, and how many
    such notes a calendar month takes on a free one."""

    free: int
    paid: int
    free_a_month: int

    def taken(self, account: "Account") -> int:
        return self.paid if account == "paid" else self.free


class HandOver(NamedTuple):
    """How a message gets to where it is sent by the seeker's own hand; nothing sends it.

    `link` is a link to fill: `{address}` as it is kept, `{number}` its digits and plus sign,
    `{digits}` its digits alone. `carries` names what of the message goes along: `body` as `text`
    where the link says `?text=`. `opens` is said on the button, `shows` of the link where no
    message stands beside it ("" shows the address).
    """

    link: str
    opens: str
    shows: str = ""
    carries: tuple[tuple[str, str], ...] = ()

    @property
    def is_page(self) -> bool:
        """Whether it leads to another site."""
        return self.link.startswith("https:")


class Channel(NamedTuple):
    """One way a message or a word goes. New ones need a file, and their line in CHANNELS."""

    name: str  # as it is kept and typed
    called: str  # "LinkedIn"
    by: str  # behind what was done: "on LinkedIn"
    to: str  # before where it goes: "On LinkedIn"
    heard: str  # a pattern for a line in which it is told
    offered: str  # one for the words of somebody who asks to be approached by it, in any language
    form: Form
    goes_by: Way | None = None  # None: it needs nothing of a person
    proposed: bool = True  # False: only where the seeker says so
    yields: bool = False  # not gone by while a written one is there, whatever was begun with
    length: Length | None = None
    invitation: Invitation | None = None
    hand_over: HandOver | None = None
    bounce_ends_way: bool = False  # a message that came back says that the address is dead

    @property
    def is_spoken(self) -> bool:
        return self.form == "spoken"

    @property
    def has_subject(self) -> bool:
        return self.form == "letter"
