"""What the seeker can do with a step: take it, hear back, put it off. One entry each."""

from firststep.steps.approach.rows import Opening
from firststep.verbs.thread.answers import record_reply
from firststep.verbs.thread.calls import record_call
from firststep.verbs.thread.choosing import ask, close, snooze
from firststep.verbs.thread.conversations import record_meeting, record_talked
from firststep.verbs.thread.keeping import keep_message
from firststep.verbs.thread.met import record_met
from firststep.verbs.thread.sending import record_sent, thank
from firststep.verbs.thread.step import Meant, NextStep, Recorded, next_step, step_for

__all__ = [
    "Meant",
    "NextStep",
    "Opening",
    "Recorded",
    "ask",
    "close",
    "keep_message",
    "next_step",
    "record_call",
    "record_meeting",
    "record_met",
    "record_reply",
    "record_sent",
    "record_talked",
    "snooze",
    "step_for",
    "thank",
]  # fmt: skip
