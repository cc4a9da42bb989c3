"""One lane of the board: whom or what a step is about, with the newest thread. Pure."""

from datetime import date
from typing import NamedTuple

from firststep.facts.asks import ASK_KIND, USUAL_ASK, SmallerAsk
from firststep.facts.channels import USUAL_CHANNEL
from firststep.facts.heard_kinds import HeardFacts
from firststep.facts.kinds import BROUGHT, MET
from firststep.facts.snapshot import ApproachFacts, OpenMatch, PersonFacts, SeatFacts
from firststep.steps.approach.asks import smaller_ask
from firststep.steps.followup.thread import Rhythm, Thread

EXEMPT = BROUGHT | MET  # exempt from known-first, the fifteen and the eight (F10)
OF_NOBODY = Rhythm(manager=False, has_number=False, has_written_way=False)


class Lane(NamedTuple):
    """One person, or one seat without a name, with the newest thread: opened or proposed. Or a
    company that may be a target, something that came in, or nobody at all."""

    thread: Thread
    person: PersonFacts | None
    seat: SeatFacts | None
    company_id: int | None  # what the lane is about: the target, else the present employer
    works_at: frozenset[int] = frozenset()
    revisited: bool = False
    match: OpenMatch | None = None
    heard: HeardFacts | None = None

    @property
    def approach(self) -> ApproachFacts:
        return self.thread.approach

    @property
    def proposed(self) -> bool:
        return self.approach.id == 0

    @property
    def introduces_to(self) -> int:
        """The seat an introduction is asked to; 0 where none is, or to nobody in particular."""
        return self.approach.for_seat_id or 0 if self.approach.ask == "introduction" else 0

    @property
    def asks_less(self) -> SmallerAsk | None:
        """What a nudge, or a note long after silence, asks for instead; None where it asks for a
        day or what was promised."""
        if self.revisited:
            return ASK_KIND[self.approach.ask].less[0]
        if self.thread.mode not in ("rhythm", "answered"):
            return None
        return smaller_ask(self.approach.ask, self.approach.log)

    @property
    def ref(self) -> str:
        if approach := self.thread.approach.id:
            return str(approach)
        return f"p{self.person.id}" if self.person else f"s{self.seat.id}" if self.seat else ""

    @property
    def name(self) -> str:
        """Whose name stands on its card, "" for nobody's."""
        if self.person is not None:
            return self.person.name
        if self.heard is not None:
            return self.heard.who
        return self.match.written if self.match else ""

    @property
    def tells_of(self) -> int | None:
        """The company its card names."""
        return self.match.company_id if self.match else self.company_id

    @property
    def follows_up_met(self) -> bool:
        """Whether somebody met, or who offered, is still to be followed up with in the days for
        that (F29)."""
        steps = self.thread.steps
        waits = self.approach.origin in MET and self.thread.mode == "new"
        return waits and bool(steps) and steps[0].last_on is not None

    @property
    def stranger(self) -> bool:
        """No tie of the seeker's own, not met, offered, named, referred or introduced (F4)."""
        if self.person is None or self.approach.origin in EXEMPT:
            return False
        return self.person.tie is None


def lane_of_nobody(
    today: date, *, company_id: int | None = None, match: OpenMatch | None = None
) -> Lane:
    """The lane of a step that is about a company, or about nobody at all."""
    nothing = ApproachFacts(
        id=0, person_id=None, ask=USUAL_ASK, channel=USUAL_CHANNEL, opened_on=today
    )
    thread = Thread(approach=nothing, rhythm=OF_NOBODY)
    return Lane(thread=thread, person=None, seat=None, company_id=company_id, match=match)
