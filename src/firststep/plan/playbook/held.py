"""Why a step is not shown yet, in words; the order of the reasons is F27's."""

from firststep.facts.plan import SILENCE, Plan
from firststep.facts.step_kinds import STEP_KIND
from firststep.plan.held import Held
from firststep.plan.playbook.situation import Situation, day
from firststep.steps.followup.holds import Hold
from firststep.steps.followup.thread import CLOSED, REFUSED, STOPPED

MEANWHILE = "Meanwhile this one closes by itself, without another message."
CLOSING = "Nobody there is asked for more, and this closes by itself."
LEFT_OUT = "Your playbook leaves this step out. Change it under Settings, or say who it is."

ENDED = {
    SILENCE: "Two notes had no answer, and nothing more is sent in this thread.",
    STOPPED: "They are not to be contacted.",
    REFUSED: "The company has said no. Nobody there is asked for more.",
    CLOSED: "You left it at that for this round.",
}


def why_no_note(plan: Plan, ref: str) -> str:
    """Why no note is left to send in a thread (F16): it waits to be closed, it rests, or it has
    ended. "" where one may be written."""
    if any(card.ref == ref for card in plan.showable):
        return ""
    if rows := [row for row in plan.waiting if row.ref == ref]:
        over = all(row.kind is None or row.rested for row in rows)
        return f"No note is left to send. {rows[0].why}" if over else ""
    why = next((why for key, _, why in plan.closed if str(key) == ref), None)
    return ENDED.get(why, "This is settled. Ask for something else first.") if why else ""


def why_later(s: Situation, by: Hold | None) -> str:
    """A step whose day has not come."""
    if by is not None and by.why == "snoozed":
        return f"You asked not to see this before {day(by.until)}."
    if by is not None and by.why == "rested":
        return f"Two notes had no answer. From {day(by.until)} you may try once more."
    if by is not None:
        return f"{s.first} is away until {day(by.until)}."
    if STEP_KIND[s.step.kind].place == "meeting":
        return f"You talk with {s.first} {s.meets}."
    if not s.lane.thread.steps and s.lane.thread.rhythm.refused:
        return f"{s.company} has said no. {CLOSING}"
    if not s.lane.thread.steps:
        return "Nothing yet. It closes by itself, without another message."
    if s.lane.thread.awaiting:
        return "Nothing yet. Give it the days it needs."
    return "Its day has not come."


def why_held(s: Situation, held: Held) -> str:
    """A step that others at the company hold back."""
    by = s.board.snapshot.people.get(held.by or 0)
    who = by.name if by else "Somebody there"
    if held.reason == "pause":
        return (
            f"{who} at {s.company} has answered. Until you answer, nobody else there is written to."
        )
    if held.reason == "conversation":
        return f"A conversation with {who} is agreed. Until then nobody else there is written to."
    if held.reason == "rejected":
        return f"{s.company} has said no. {CLOSING}"
    if held.reason == "stage":
        return f"{s.company} is past first notes."
    if held.reason == "brought":
        return f"{who} has brought you a name or a promise there. That comes first."
    if held.reason == "known_first":
        return f"{who}, whom you know there, comes first."
    if held.reason == "live_threads":
        return f"{who} at {s.company} has your note. One at a time."
    if held.reason == "introducer":
        return f"{who} was asked for an introduction lately. Give it time before the next one."
    if held.reason == "look_again":
        return "Few strangers say yes so far. Look at your note before you write to more."
    if held.reason == "awaiting":
        return "Enough notes are out. Let some answers come first."
    if held.reason == "strangers":
        return "Enough strangers for this week."
    if STEP_KIND[s.step.kind].once_a_day:
        return "One of these a day is enough."
    return f"One first note a day to {s.company}."
