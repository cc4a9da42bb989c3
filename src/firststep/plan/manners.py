"""Company manners: what holds a step back, told as the first reason that holds (F27)."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from firststep.facts.kinds import BROUGHT, MET
from firststep.facts.plan import Reason
from firststep.plan.board import Board
from firststep.plan.held_back import (
    HeldBack,
    introducer_rests,
    known_threads,
    latest,
    most_awaiting,
    strangers_rest_until,
    together,
    until_ended,
)
from firststep.plan.lane import EXEMPT, Lane
from firststep.steps.approach.asks import first_notes
from firststep.steps.followup.thread import Thread

ByWhom = dict[int, list[tuple[int, Thread]]]  # per company: because of whom, and which thread


@dataclass(frozen=True, slots=True)
class _Pause:
    until: date
    person_id: int


class Manners:
    """The holds of a day at every company, from all open threads."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.calendar = board.snapshot.calendar
        self.monday = board.today - timedelta(days=board.today.weekday())
        self.pauses: dict[int, list[_Pause]] = defaultdict(list)
        self.conversations: ByWhom = defaultdict(list)
        self.brought: ByWhom = defaultdict(list)
        self.live: dict[int, list[Thread]] = defaultdict(list)
        self.noted_today: set[int] = set()
        self.chosen: set[int] = set()  # companies with a first note on today's list
        self.asked_today: dict[int, int] = {}  # whom an introduction to a seat is asked of today
        self.known = known_threads([*board.begun, *board.proposed], board)
        self.out = [lane.thread for lane in board.begun if lane.thread.awaiting]
        self.awaiting, self.strangers = len(self.out), 0
        self.holds = (
            self._rejected, self._pause, self._conversation, self._stage, self._brought,
            self._known_first, self._live, self._introducer, self._caps, self.one_a_day,
        )  # fmt: skip
        self.look_again = strangers_rest_until(board)
        self._read()

    def _read(self) -> None:
        bringing: dict[int | None, list[Thread]] = {}  # by whom, with whom they named
        for lane in self.board.begun:
            if lane.approach.origin in BROUGHT and _is_unsettled(lane.thread):
                bringing.setdefault(lane.approach.via_id, []).append(lane.thread)
        for lane in self.board.begun:
            if lane.person is not None:
                self._read_begun(lane, bringing.get(lane.person.id, ()) if bringing else ())
        for lane in self.board.proposed if bringing else ():  # whom they brought earlier counts
            if brought := bringing.get(_id(lane), ()):
                self._read_thread(lane, brought)

    def _read_begun(self, lane: Lane, brought: Sequence[Thread]) -> None:
        thread = lane.thread
        if thread.last_on >= self.monday:
            self._count_first_note(lane)
        if brought or thread.answer is not None:
            self._read_thread(lane, brought)
        elif thread.closed_on is None and thread.live:  # most of a long campaign has ended
            for company in lane.works_at:
                self.live[company].append(thread)

    def _read_thread(self, lane: Lane, brought: Sequence[Thread]) -> None:
        thread, me = lane.thread, _id(lane)
        pauses = self._pauses(thread, me)
        if thread.closed_on is not None and not (pauses or brought):
            return  # as most that were answered have been for long
        settling = [(me, one) for one in ([thread, *brought] if thread.promise else brought)]
        talks, live = [(me, thread)] * thread.conversation, [thread] * thread.live
        for company in lane.works_at:
            self.pauses[company] += pauses
            self.brought[company] += settling
            self.conversations[company] += talks
            self.live[company] += live

    def _pauses(self, thread: Thread, me: int) -> list[_Pause]:
        until = thread.pause_until(self.calendar, self.board.book)
        return [_Pause(until, me)] if until and until > self.board.today else []

    def _count_first_note(self, lane: Lane) -> None:
        """Where a first note went out today, and the strangers first written to this week."""
        thread, monday = lane.thread, self.monday
        if thread.mode == "new" and thread.bounced_on:
            return  # a note that came back was none: it may go out again at once (F17)
        notes = first_notes(lane.approach.log)
        if self.board.today in notes:
            self.noted_today |= lane.works_at
        if lane.stranger and notes and min(notes) >= monday:
            self.strangers += min(notes) <= self.board.today

    # -- what holds a step --------------------------------------------------------------------

    def holds_followup(self, lane: Lane) -> HeldBack | None:
        """A nudge, a call, or writing again on an agreed day (F25) waits for another's pause only;
        after a rejection nothing more is sent."""
        return self._rejected(lane) or self._pause(lane)

    def holds_first_note(self, lane: Lane) -> HeldBack | None:
        """The first reason that holds a first note back, in the order of F27, until the last of
        all that hold it is over (F15)."""
        return together(hold(lane) for hold in self.holds)

    def holds_finding(self, lane: Lane) -> HeldBack | None:
        """Finding a name waits while a known person there is proposed or live, or has promised it
        (F7, F27)."""
        at = lane.company_id or 0
        promised = [one for one in self.brought.get(at, ()) if one[1].promise]
        known = self._known_before_names(at)
        return together((known, self._until_all_end("brought", promised), self._stage(lane)))

    def _known_before_names(self, company: int) -> HeldBack | None:
        kept = [one for one in self.known.get(company, ()) if _comes_before_names(one)]
        if not kept:
            return None
        begun = [one.thread for one in kept] if all(one.thread.live for one in kept) else []
        return HeldBack("known_first", until_ended(self.board, begun), _id(kept[0]))

    def note_chosen(self, lane: Lane) -> None:
        """A first note is on today's list: nobody else there gets one that day, nor before it is
        written."""
        self.chosen |= lane.works_at
        self.strangers += lane.stranger
        self.awaiting += 1
        if lane.introduces_to:
            self.asked_today[lane.introduces_to] = _id(lane)

    def one_a_day(self, lane: Lane) -> HeldBack | None:
        """What today's list itself holds back: never two first notes at one company on one day,
        no more strangers than the week allows, no more threads than the seeker can follow."""
        if not self.chosen.isdisjoint(lane.works_at):
            return HeldBack("one_a_day", None)
        if not self.noted_today.isdisjoint(lane.works_at):
            return HeldBack("one_a_day", self.board.tomorrow)
        if (by := self.asked_today.get(lane.introduces_to)) is not None:
            return HeldBack("introducer", None, by)
        if lane.stranger and self.strangers >= self.board.book.strangers_a_week:
            return HeldBack("strangers", self._next_week())
        if lane.approach.origin not in EXEMPT and self.awaiting >= most_awaiting(self.board):
            return self._no_room
        return None

    @cached_property
    def _no_room(self) -> HeldBack:
        """Held until fewer threads await an answer than the limit, if none comes."""
        over = len(self.out) - most_awaiting(self.board)
        ends = sorted(self.out, key=self._end)[over : over + 1] if over >= 0 else []  # else chosen
        return HeldBack("awaiting", until_ended(self.board, ends))

    def other_live(self, lane: Lane) -> bool:
        """Another thread at her company is live: a first note would be a second person (F26)."""
        return bool(self._others_live(lane))

    def _pause(self, lane: Lane) -> HeldBack | None:
        found = [pause for company in lane.works_at for pause in self.pauses.get(company, ())]
        if not found:
            return None
        me = _id(lane)
        exempt: set[int | None] = {me}
        if lane.approach.origin in BROUGHT:
            exempt |= {lane.approach.via_id} | self.board.named_by[me]
        found = [pause for pause in found if pause.person_id not in exempt]
        if not found:
            return None
        longest = max(found, key=lambda pause: (pause.until, pause.person_id))
        return HeldBack("pause", longest.until, longest.person_id)

    def _rejected(self, lane: Lane) -> HeldBack | None:
        rejecting = self.board.rejecting
        if rejecting and not rejecting.isdisjoint(lane.works_at):
            return HeldBack("rejected", self.board.tomorrow)
        return None

    def _stage(self, lane: Lane) -> HeldBack | None:
        at: Collection[int | None] = lane.works_at if lane.person else {lane.company_id}
        if lane.introduces_to:  # it could not be used there (F34)
            at = {*at, lane.company_id}
        if self.board.staged and not self.board.staged.isdisjoint(at):
            return HeldBack("stage", None)
        if self.board.is_offered and lane.approach.origin not in MET:  # nothing new is begun (F39)
            return HeldBack("job_offer", None)
        return None

    def _conversation(self, lane: Lane) -> HeldBack | None:
        return self._until_all_end("conversation", self._of_others(self.conversations, lane))

    def _brought(self, lane: Lane) -> HeldBack | None:
        if lane.approach.origin in BROUGHT:
            return None
        return self._until_all_end("brought", self._of_others(self.brought, lane))

    def _of_others(self, blocking: ByWhom, lane: Lane) -> list[tuple[int, Thread]]:
        me = _id(lane)
        return [one for c in lane.works_at for one in blocking.get(c, ()) if one[0] != me]

    def _until_all_end(self, reason: Reason, found: list[tuple[int, Thread]]) -> HeldBack | None:
        """Held until the last of these threads has ended, if nothing comes in (F15)."""
        if not found:
            return None
        return HeldBack(reason, until_ended(self.board, [one for _, one in found]), found[0][0])

    def _end(self, thread: Thread) -> date:
        """To sort by the day threads end: those whose end is not known last."""
        return self.board.ends_on(thread) or date.max

    def _known_first(self, lane: Lane) -> HeldBack | None:
        if not lane.stranger:
            return None
        at = sorted({*lane.works_at, lane.company_id or 0})
        kept = [one for company in at for one in self.known.get(company, ())]
        before = [one for one in kept if self._is_first(one)]
        if not before:
            return None
        until = latest(self._silent_on(one.thread) for one in before)
        return HeldBack("known_first", until, _id(before[0]))

    def _is_first(self, lane: Lane) -> bool:
        silent_on = self._silent_on(lane.thread)
        return silent_on is None or silent_on > self.board.today

    def _silent_on(self, thread: Thread) -> date | None:
        """The day a thread counts as silent; None for one not begun, now for one answered."""
        if thread.silent_since is not None and thread.awaiting:
            return self.calendar.after(thread.silent_since, self.board.book.silent_days)
        return None if thread.mode in ("new", "accepted") else self.board.today

    def _others_live(self, lane: Lane) -> list[Thread]:
        live, me = self.live, _id(lane)
        found = [one for company in lane.works_at for one in live.get(company, ())]
        if len(lane.works_at) > 1:
            found = list({one.approach.id: one for one in found}.values())
        return [one for one in found if one.approach.person_id != me]

    def _live(self, lane: Lane) -> HeldBack | None:
        others = self._others_live(lane)
        found: list[HeldBack | None] = []
        if (room := len(others) - self.board.book.live_threads) >= 0:
            first = sorted(others, key=self._end)[room]
            by = others[0].approach.person_id
            found.append(HeldBack("live_threads", until_ended(self.board, [first]), by))
        if lane.approach.origin not in EXEMPT:
            found += map(self._not_silent_yet, others)
        return together(found)

    def _not_silent_yet(self, other: Thread) -> HeldBack | None:
        """What a second person waits for: that the first has been silent for some days."""
        by, until = other.approach.person_id, self._silent_on(other)
        if not self.board.book.runs("second_person"):
            return HeldBack("live_threads", None, by)
        if until is None or until > self.board.today:
            return HeldBack("live_threads", until, by)
        return None

    def _introducer(self, lane: Lane) -> HeldBack | None:
        if lane.approach.ask != "introduction":
            return None
        return introducer_rests(self.board, person_id=_id(lane), seat_id=lane.introduces_to)

    def _caps(self, lane: Lane) -> HeldBack | None:
        if lane.approach.origin in EXEMPT:
            return None
        if lane.stranger and self.look_again:
            return HeldBack("look_again", self.look_again)
        return None

    def _next_week(self) -> date:
        days = 7 - self.board.today.weekday()
        return self.calendar.on_or_after(date.fromordinal(self.board.today.toordinal() + days))


def _comes_before_names(lane: Lane) -> bool:
    """Somebody known who is proposed, asked for, or live (F7)."""
    thread = lane.thread
    return lane.proposed or thread.live or (not thread.is_closed and thread.mode == "new")


def _is_unsettled(thread: Thread) -> bool:
    """Somebody named who has neither answered nor been closed (F9)."""
    return not thread.is_closed and thread.answer is None


def _id(lane: Lane) -> int:
    return lane.person.id if lane.person else 0
