"""What the seeker can do with a step: take it, hear back, put it off. One entry each."""

from firststep.plan.actions.answers import record_call, record_reply
from firststep.plan.actions.choosing import ask, close, snooze
from firststep.plan.actions.conversations import record_meeting, record_talked
from firststep.plan.actions.log import Understanding, log, understood
from firststep.plan.actions.meeting_people import record_met
from firststep.plan.actions.sending import record_sent, thank
from firststep.plan.actions.step import NextStep, Recorded, Step, next_step, step_for
from firststep.steps.approach.actions import Opening

__all__ = [
    "NextStep", "Opening", "Recorded", "Step", "Understanding", "ask", "close", "log",
    "next_step", "record_call", "record_meeting", "record_met", "record_reply", "record_sent",
    "record_talked", "snooze", "step_for", "thank", "understood",
]  # fmt: skip
