"""Gain per minute: which of several first notes, nudges and calls is worth doing first.

Model and figures: evidence section d (index = chance x value x fit / minutes) and the priors of a2,
which are assumptions until the seeker's own data outweigh them. The index orders a day; it is
never shown as a promise.
"""

from firststep.facts.asks import ABOUT_A_SEAT
from firststep.facts.kinds import BROUGHT, TieKind
from firststep.facts.step_kinds import FOLLOW_UPS, MINUTES, ONCE_MORE, CardKind
from firststep.learn.reply_clock import CALL, KNOWN_NUDGE, NOTE, NUDGE
from firststep.plan.board import Board
from firststep.plan.lane import Lane

INTERVIEW, OFFER = 0.25, 0.35
NAMES_A_TALK, WORTH_A_NAME = 1.0, 0.5
ACCEPTS = 0.25  # an invitation to connect (evidence a2)
COLD, NAMED, INTRODUCED, MET = 0.10, 0.29, 0.56, 0.50  # yes to a conversation, full protocol
TOUCH: dict[CardKind, float] = {"write": NOTE, "nudge": NUDGE, "call": CALL}
# A number brings a call, which takes its minutes beside those of finding it.
FOUND_NUMBER = CALL * MINUTES["find_number"] / (MINUTES["find_number"] + MINUTES["call"])
FINDING: dict[CardKind, float] = {"find_name": NOTE, "find_number": FOUND_NUMBER}
FAVOUR: dict[TieKind, float] = {"close": 0.55, "known": 0.45, "dormant": 0.40, "met": 0.50}
INTRODUCES: dict[TieKind, float] = {"close": 0.45, "known": 0.25, "dormant": 0.20, "met": 0.25}
TALK = INTERVIEW * OFFER + NAMES_A_TALK * WORTH_A_NAME * NAMED * INTERVIEW * OFFER
TALK_ELSEWHERE = NAMES_A_TALK * WORTH_A_NAME * NAMED * INTERVIEW * OFFER
USUAL_MOTIVATION = 3


def gain_per_minute(lane: Lane, kind: CardKind, minutes: int, board: Board) -> float:
    """Expected offers per minute of one step; motivation for the company counts as fit."""
    chance, value = _chance_and_value(lane, kind, board)
    company = board.snapshot.companies.get(lane.company_id or 0)
    fit = (company.motivation if company and company.is_target else USUAL_MOTIVATION) / (
        USUAL_MOTIVATION
    )
    return chance * value * fit / max(1, minutes)


def _chance_and_value(lane: Lane, kind: CardKind, board: Board) -> tuple[float, float]:
    person = lane.person
    if kind in FINDING or person is None:
        return FINDING.get(kind, NOTE), TALK
    if kind in FOLLOW_UPS:
        return _chance_once_met(lane, board), TALK
    if person.tie is None:
        return _chance_of_a_stranger(lane, kind), TALK
    if lane.approach.ask in ABOUT_A_SEAT:
        chance = KNOWN_NUDGE if kind == "nudge" else FAVOUR[person.tie.kind]
        return chance, _worth_of_help(person.tie.kind)
    if kind in ONCE_MORE:
        return KNOWN_NUDGE, TALK
    if lane.approach.origin in BROUGHT:
        return _chance_of_a_stranger(lane, kind), TALK
    return FAVOUR[person.tie.kind], TALK if board.is_manager(person) else TALK_ELSEWHERE


def _chance_once_met(lane: Lane, board: Board) -> float:
    days = (board.today - (lane.thread.since or board.today)).days
    return float(MET * 2 ** (-days / 14))


def _chance_of_a_stranger(lane: Lane, kind: CardKind) -> float:
    if lane.thread.mode == "accepted":  # whoever says yes is among those who accept
        return TOUCH["write"] / ACCEPTS
    if kind in ONCE_MORE:
        return TOUCH[kind]
    if lane.approach.origin == "introduced":
        return INTRODUCED
    return NAMED if lane.approach.origin in BROUGHT else TOUCH["write"]


def _worth_of_help(tie: TieKind) -> float:
    """What a name or an introduction adds over writing cold."""
    introduces = INTRODUCES[tie]
    return TALK * (introduces * (INTRODUCED - COLD) + (1 - introduces) * (NAMED - COLD))
