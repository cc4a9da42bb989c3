"""One whole campaign, frozen: what every decision looks at. Nothing here knows a database."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from firststep.facts.asks import Ask
from firststep.facts.calendar import WorkCalendar
from firststep.facts.channels import INVITED_BY, SPOKEN, Account, ChannelName, usual_channel
from firststep.facts.channels.channel import Channel, Way
from firststep.facts.habits import Between, FavourFacts, InterviewFacts, LandedFacts
from firststep.facts.heard_kinds import HeardFacts
from firststep.facts.kinds import CompanyStage, KeepEvery, Language, Origin, Sureness, TieKind
from firststep.facts.line_kinds import LogKind


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalFacts:
    id: int
    role: str
    department: str
    places: tuple[str, ...] = ()
    background: str = ""  # what the seeker has done that bears on it, as a sentence of theirs
    began_on: date
    exploring: bool = False
    until: date | None = None
    exploring_since: date | None = None
    ended_on: date | None = None


class OpeningFacts(NamedTuple):
    """An opening seen at a company, in the seeker's words, and since when applied for."""

    role: str
    applied_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyFacts:
    id: int
    name: str
    is_target: bool = False
    targeted_on: date | None = None
    motivation: int = 3
    stage: CompanyStage = ""
    staged_on: date | None = None
    interviewed: bool = False  # in this round, whatever came of it
    answer_by: date | None = None  # when a job offer is to be answered
    opening: "OpeningFacts | None" = None  # the newest
    phone: str = ""  # its switchboard
    phone_on: date | None = None


class PositionFacts(NamedTuple):
    """A post at a company. `company_id` is the target it was matched to where one was. (A tuple, as
    a tie is: see LogLine.)"""

    company_id: int
    company: str
    title: str = ""
    current: bool = True
    began_on: date | None = None
    ended_on: date | None = None
    sureness: Sureness = "exact"
    why: str = ""


class TieFacts(NamedTuple):
    """A tie of the seeker's (`other_id` None) or of one person with another."""

    id: int
    kind: TieKind
    how: str = ""
    since: date | None = None
    by_hand: bool = False
    why: str = ""  # why this kind, in words, where the seeker did not say
    bare: bool = False  # a list of connections alone tells of it, and of nothing between them
    other_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    id: int
    name: str
    given: str = ""
    family: str = ""
    place: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    phone_on: date | None = None  # the day the first of these was written down, where that is known
    linkedin: str = ""
    connected_on: date | None = None  # on LinkedIn: imported, said, or an invitation accepted
    invited_on: date | None = None  # the invitation that is not accepted yet
    do_not_contact: bool = False
    keep: KeepEvery = ""
    called: str = ""  # du or sie, where the seeker chose
    tie: TieFacts | None = None
    positions: tuple[PositionFacts, ...] = ()
    ties_to: tuple[TieFacts, ...] = ()

    @property
    def ways(self) -> dict[Way, tuple[str, ...]]:
        """What is known to reach them by, the kinds without any left out."""
        known: dict[Way, tuple[str, ...]] = {
            "email": self.emails,
            "phone": self.phones,
            "linkedin": (self.linkedin,) if self.linkedin else (),
        }
        return {kind: values for kind, values in known.items() if values}

    @property
    def open_ways(self) -> dict[Way, tuple[str, ...]]:
        """The ways by which they can be reached now: who has not accepted an invitation yet, cannot
        be written to there, nor be invited once more (F33)."""
        return {kind: values for kind, values in self.ways.items() if self._is_open(kind)}

    def is_invited_by(self, channel: Channel) -> bool:
        """Whether a first note by that channel goes with an invitation to connect."""
        return channel.invitation is not None and self.connected_on is None

    def first(self, channel: Channel) -> str:
        """Where a message goes by that channel; "" where no such way is known."""
        return next(iter(self.ways.get(channel.goes_by, ())), "") if channel.goes_by else ""

    @property
    def usual_channel(self) -> ChannelName | None:
        """By which the plan goes to them: in writing where there is a way to, else by phone."""
        invited = self.invited_on is not None
        return _usual(bool(self.emails), bool(self.phones), bool(self.linkedin), invited)

    @property
    def written_channel(self) -> ChannelName | None:
        """By which it writes to them; None where nothing can be written to (rhythm F21)."""
        by = self.usual_channel
        return None if by in SPOKEN else by

    def keeps_to(self, channel: Channel) -> bool:
        """Whether what was begun by that channel goes on by it."""
        reached = channel.goes_by is None or self._is_open(channel.goes_by)
        return reached and not (channel.yields and self.has_written_way)

    def _is_open(self, way: Way) -> bool:
        kept = {"email": self.emails, "phone": self.phones, "linkedin": self.linkedin}
        return bool(kept[way]) and not (self.invited_on and way in INVITED_BY)

    @property
    def has_written_way(self) -> bool:
        """An address or a profile to write to (rhythm F21)."""
        return self.written_channel is not None

    @property
    def current(self) -> tuple[PositionFacts, ...]:
        return tuple([p for p in self.positions if p.current])  # many times a plan


@cache  # asked of everybody, for every plan
def _usual(email: bool, phone: bool, linkedin: bool, invited: bool) -> ChannelName | None:
    """By which channel one goes to whoever has an address, a number, a profile, was invited."""
    known = (("email", email), ("phone", phone), ("linkedin", linkedin))
    shut = INVITED_BY if invited else ()
    return usual_channel([kind for kind, has in known if has and kind not in shut])


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFacts:
    """A post or a school of the seeker's own life; `key` is its folded name."""

    kind: str
    key: str
    name: str
    began_on: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatFacts:
    id: int
    company_id: int
    title: str
    holder_id: int | None = None
    by_title: bool = False  # their title alone says that they hold it
    perhaps: tuple[int, ...] = ()  # several whose titles say so: the seeker says which
    not_held_by: frozenset[int] = frozenset()  # the seeker said so, whatever their title says
    named_on: date | None = None
    opened_on: date


class LogLine(NamedTuple):
    """One thing that happened in a thread; `order` is the order of recording. A tuple, since a
    campaign has tens of thousands and each is made anew for every plan."""

    kind: LogKind
    on: date
    order: int
    channel: ChannelName | None = None
    by_call: bool = False
    until: date | None = None
    at: datetime | None = None
    named_id: int | None = None
    touch_id: int | None = None
    invites: bool = False  # a note that went with an invitation to connect (F33)
    expected: bool = False  # whoever was named expects the seeker (F34)
    opens: date | None = None  # an offer: from when it holds, where they named a later day


OrderedDay = tuple[date, int]  # a day, and the order of recording on it
LAST_OF_DAY = sys.maxsize  # the order of what was recorded after all else of its day
IN_TIME = attrgetter("on", "order")  # sorts a log: by day, then as it was recorded
BY_ID = attrgetter("id")  # sorts rows: as they were recorded


class ApproachFacts(NamedTuple):
    """With whom, by which way in, asking what, and all that happened since, in the order of time
    (`IN_TIME`). A tuple: see LogLine; a plan makes one for everybody it proposes."""

    id: int
    person_id: int | None
    ask: Ask
    channel: ChannelName
    opened_on: date
    seat_id: int | None = None
    origin: Origin = "proposed"
    via_id: int | None = None
    for_seat_id: int | None = None
    closed_on: date | None = None
    closed_why: str = ""
    closed_order: int = 0
    asked_before: Ask | None = None
    log: tuple[LogLine, ...] = ()

    def ask_at(self, line: LogLine) -> Ask:
        """What was asked when that line came: something else may be asked since."""
        if self.asked_before is None:
            return self.ask
        changed = (x for x in self.log if x.kind == "asked")
        since = any((line.on, line.order) < (x.on, x.order) for x in changed)
        return self.asked_before if since else self.ask


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseTouch:
    """A touch outside every approach of this round: it counts people, never steps."""

    person_id: int
    on: date
    out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SnoozeFacts:
    """Not until that day. Of one person, or of one seat without a holder."""

    person_id: int | None
    seat_id: int | None
    made_on: date
    until: date
    order: int = LAST_OF_DAY  # of recording, as of a line of a log


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMatch:
    """A company as somebody wrote it that may be a target: the seeker says yes or no."""

    written: str
    company_id: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What the campaign touches, not the whole address book."""

    campaign_id: int
    revision: int
    seeker: str
    language: Language = ""  # of the letters; "" for none chosen: English
    own_phone: str = ""
    account: Account = "free"  # on LinkedIn
    invitations: Sequence[date] = ()  # the days on which an invitation with a note went out
    minutes_a_day: int
    calendar: WorkCalendar
    goal: GoalFacts | None
    companies: dict[int, CompanyFacts] = field(default_factory=dict)
    people: dict[int, PersonFacts] = field(default_factory=dict)
    seats: dict[int, SeatFacts] = field(default_factory=dict)
    approaches: dict[int, ApproachFacts] = field(default_factory=dict)
    loose_touches: tuple[LooseTouch, ...] = ()
    open_matches: tuple[OpenMatch, ...] = ()
    heard: tuple[HeardFacts, ...] = ()
    times: dict[int, tuple[datetime, ...]] = field(default_factory=dict)  # named with a yes
    own: tuple[OwnFacts, ...] = ()
    between: dict[int, Between] = field(default_factory=dict)  # by person
    favours: tuple[FavourFacts, ...] = ()
    interviews: tuple[InterviewFacts, ...] = ()  # those not called off, in the order of their days
    landed: LandedFacts | None = None  # the round has ended with a job, and none began since
    contacts_before: dict[int, date] = field(default_factory=dict)  # the last in earlier rounds
