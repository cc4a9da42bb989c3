"""The plan of one day, as every door shows it: read once, decided once, remembered in memory."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple, TypeVar, cast

from django.db.models import OuterRef, Subquery

from firststep.facts.plan import Plan
from firststep.facts.playbook import Playbook
from firststep.facts.said import language_now
from firststep.facts.snapshot import Snapshot, SnoozeFacts
from firststep.journal.models import Entry
from firststep.journal.since import Standing, changed_since
from firststep.keeping.kept_query import Blank, KeptQuery
from firststep.plan.board import Board
from firststep.plan.planner import plan_of
from firststep.plan.playbook.file import read_playbook
from firststep.plan.renewed import RenewedBoard
from firststep.plan.step_at import StepAt, step_at
from firststep.snapshot.load import load, load_person
from firststep.snapshot.parts import Parts
from firststep.steps.followup.models import Snooze
from firststep.steps.goal.models import Campaign

_PLANS_REMEMBERED = 8
_SOMEBODY = "somebody of the address book"
_NEWEST = Subquery(
    Entry.objects.filter(campaign=OuterRef("pk"), revision=OuterRef("revision")).values(
        "recorded_at"
    )
)
_PRESENT = KeptQuery(
    lambda: Campaign.objects.select_related("seeker").annotate(newest_at=_NEWEST).order_by("pk")[:1]
)
_STANDING = KeptQuery(
    lambda: Campaign.objects.filter(pk=Blank("campaign")).values_list(
        "revision", "playbook", "away", "mark", _NEWEST
    )
)
_Answer = TypeVar("_Answer")


class Shown(NamedTuple):
    snapshot: Snapshot
    plan: Plan
    book: Playbook
    board: Board
    aside: dict[str, Any]  # what doors worked out of it, kept as long as it is

    def once(self, what: str, make: Callable[[], _Answer]) -> _Answer:
        """An answer that needs nothing but the campaign as it stands that day: worked out at the
        first asking, the same afterwards. Nobody may change it."""
        if what not in self.aside:
            self.aside[what] = make()
        return cast(_Answer, self.aside[what])


class _Kept(NamedTuple):
    """Of the last look at a day: where the journal stood, what was read, and how it lay then by
    each playbook."""

    moment: Standing
    parts: Parts
    boards: dict[str, Board]


_Day = tuple[str, int, date]  # of one campaign in one database
_Key = tuple[_Day, Standing, str, int | None, str]
_remembered: OrderedDict[_Key, Shown] = OrderedDict()
_told: OrderedDict[tuple[_Day, Standing, str, str], Any] = OrderedDict()
_kept: OrderedDict[tuple[_Day, str], _Kept] = OrderedDict()


def plan_on(
    campaign: Campaign, on: date, *, minutes: int | None = None, book: Playbook | None = None
) -> Shown:
    """The campaign's snapshot and its plan for a day.

    Remembered under (database, campaign, day, moment, playbook, and the language its reasons are
    said in); nothing of it is stored (P-c). The moment is read anew, so that another process's
    entry is seen at once; only a campaign that was read for a look stays as it was read. What no
    entry since the last look changed is not read again. In a turn it is asked before anything is
    written, which may still be taken back.
    """
    moment = _look(campaign)
    day = (str(campaign._state.db), campaign.pk, on)
    key = (day, moment, book.name if book else "", minutes, language_now())
    if (found := _remembered.get(key)) is not None:
        _remembered.move_to_end(key)
        return found
    kept = _kept_of(campaign, day, moment)
    snapshot = load(campaign, today=on, parts=kept.parts)
    book = book or read_playbook(campaign.playbook)
    snoozes = kept.parts.part(_snoozes, campaign.pk, reads=("Snooze",))
    board = RenewedBoard(snapshot, on, book, snoozes, before=kept.boards.get(book.name)).lay_out()
    kept.boards[book.name] = board
    shown = _remembered[key] = Shown(snapshot, plan_of(board, minutes=minutes), book, board, {})
    for memory in (_remembered, _kept):
        while len(memory) > _PLANS_REMEMBERED:
            memory.popitem(last=False)
    return shown


def until_changed(campaign: Campaign, on: date, what: str, make: Callable[[], _Answer]) -> _Answer:
    """An answer about the campaign that needs no plan, worked out once until an entry is written;
    nobody may change it."""
    key = ((str(campaign._state.db), campaign.pk, on), _look(campaign), what, language_now())
    if key not in _told:
        _told[key] = make()
        while len(_told) > _PLANS_REMEMBERED:
            _told.popitem(last=False)
    return cast(_Answer, _told[key])


def present_campaign(*, to_look: bool = False) -> Campaign | None:
    """The seeker's campaign: the first of this database. For somebody who only looks all that is
    shown of it is of the moment it was read at, and nobody asks for that again."""
    campaign = _PRESENT.first()
    if campaign is not None and to_look:
        campaign.read_at = Standing(campaign.revision, campaign.newest_at, campaign.mark)
    return campaign


def _look(campaign: Campaign) -> Standing:
    """Brings what may have changed elsewhere up to date."""
    if (read_at := campaign.read_at) is not None:
        return cast(Standing, read_at)
    (row,) = _STANDING(campaign=campaign.pk)
    campaign.revision, campaign.playbook, campaign.away, campaign.mark, recorded_at = row
    return Standing(campaign.revision, recorded_at, campaign.mark)


def _kept_of(campaign: Campaign, day: _Day, moment: Standing) -> _Kept:
    """What is kept of the last look at that day, as far as it holds."""
    key = (day, language_now())  # some of it is in words
    before = _kept.pop(key, None)
    known = before is not None and before.moment.mark == moment.mark
    changed = changed_since(campaign.pk, before.moment) if before and known else None
    if before is None or changed is None:
        found = _Kept(moment, Parts(), {})
    else:
        found = _Kept(moment, Parts(before.parts, changed=changed), before.boards)
    _kept[key] = found
    return found


def step_on(campaign: Campaign, ref: str, on: date) -> StepAt:
    """The step a reference (`12`, `p12`, `s7`) stands for on a day, also of somebody in the address
    book whom the campaign does not touch yet. Raises CannotDo for one that is not there."""
    return step_in(plan_on(campaign, on), campaign, ref)


def step_in(shown: Shown, campaign: Campaign, ref: str) -> StepAt:
    """The step a reference stands for in what is shown of a day."""
    key = int(ref[1:]) if ref.startswith("p") else None
    found = with_person(shown, campaign, key)
    return replace(step_at(found.board, found.plan, ref), aside=found.aside)


def with_person(shown: Shown, campaign: Campaign, key: int | None) -> Shown:
    """What is shown of a day with somebody of the address book, whom the campaign does not touch
    yet: no thread and no seat is theirs. Whoever was asked for last is remembered: one works on a
    step for a while."""
    if key is None or key in shown.snapshot.people:
        return shown
    last, found = shown.aside.get(_SOMEBODY, (None, shown))
    if last != key:
        snapshot = load_person(campaign, shown.snapshot, key, today=shown.board.today)
        board = replace(shown.board, snapshot=snapshot)
        found = shown._replace(snapshot=snapshot, board=board, aside={})
        shown.aside[_SOMEBODY] = (key, found)
    return cast(Shown, found)


def forget_plans() -> None:
    """Drops all that is remembered: the data under it was replaced as a whole."""
    _remembered.clear()
    _kept.clear()
    _told.clear()


def _snoozes(campaign: int) -> list[SnoozeFacts]:
    rows = Snooze.objects.filter(campaign=campaign).order_by("id")
    return [
        SnoozeFacts(person_id=person, seat_id=seat, made_on=made_on, until=until, order=order)
        for person, seat, made_on, until, order in rows.values_list(
            "person_id", "seat_id", "made_on", "until", "order"
        )
    ]
