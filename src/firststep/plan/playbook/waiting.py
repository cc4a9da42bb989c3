"""Why a step is not shown yet, in words; the order of the reasons is F27's."""

from firststep.facts.plan import SILENCE, Plan, Reason
from firststep.facts.said import say, to_say
from firststep.facts.step_kinds import STEP_KIND
from firststep.plan.held_back import HeldBack
from firststep.plan.playbook.outreach import known_where_one_is_interviewed
from firststep.plan.playbook.situation import Situation, day
from firststep.steps.followup.delays import Delay
from firststep.steps.followup.thread import CLOSED, REFUSED, STOPPED

ENDS_BEFORE = to_say("The days for it end before your next working day.")
MEANWHILE = to_say("Meanwhile this one closes by itself, without another message.")
CLOSING = "Nobody there is asked for more, and this closes by itself."
LEFT_OUT = to_say("Your playbook leaves this step out. Change it under Settings, or say who it is.")

WHY_PUT_OFF: dict[str, str] = {
    "snoozed": "You asked not to see this before {day}.",
    "rested": "Two notes had no answer. From {day} you may try once more.",
    "quiet_days": "Most people are away at the turn of the year. From {day}.",
    "out_of_office": "{first} is away until {day}.",
}
WHY_HELD_BACK: dict[Reason, str] = {
    "pause": "{who} at {company} has answered. Until you answer, nobody else there is written to.",
    "conversation": "A conversation with {who} is agreed. Until then nobody else there is written "
    "to.",
    "rejected": "{company} has said no. " + CLOSING,
    "stage": "{company} is past first notes.",
    "job_offer": "You have a job offer. While you decide, nothing new is begun.",
    "brought": "{who} has brought you a name or a promise there. That comes first.",
    "known_first": "{who}, whom you know there, comes first.",
    "live_threads": "{who} at {company} has your note. One at a time.",
    "introducer": "{who} was asked for an introduction lately. Give it time before the next one.",
    "look_again": "Few strangers say yes so far. Look at your note before you write to more.",
    "awaiting": "Enough notes are out. Let some answers come first.",
    "strangers": "Enough strangers for this week.",
    "one_a_day": "One first note a day to {company}.",
    "heard": "They have written. Say first what it was: it stands on Today.",
}
_ENOUGH = to_say("A few of these a day are enough.")
SETTLED = to_say("This is settled. Ask for something else first.")
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
    rows = [row for row in plan.waiting if row.ref == ref]
    if not rows:
        return _why_ended(plan, ref)
    over = all(row.kind is None or row.waits_for == "rested" for row in rows)
    return f"{say('No note is left to send.')} {rows[0].why}" if over else ""


def _why_ended(plan: Plan, ref: str) -> str:
    ended = [why for key, _, why in plan.closed if str(key) == ref]
    return say(ENDED.get(ended[0], SETTLED)) if ended else ""


def why_later(s: Situation, by: Delay | None) -> str:
    """A step whose day has not come."""
    if by is not None:
        return say(WHY_PUT_OFF[by.why], first=s.first, day=day(by.until))
    if not s.lane.thread.steps:
        return _why_closing(s)
    if STEP_KIND[s.step.kind].place == "meeting":
        return say("You talk with {first} {meets}.", first=s.first, meets=s.meets)
    if s.lane.thread.awaiting:
        return say("Nothing yet. Give it the days it needs.")
    return say("Its day has not come.")


def _why_closing(s: Situation) -> str:
    if s.lane.thread.rhythm.refused:
        return say(WHY_HELD_BACK["rejected"], company=s.company)
    if s.lane.thread.invited_on is not None:
        return say("Not accepted yet. If nothing comes it closes by itself.")
    return say("Nothing yet. It closes by itself, without another message.")


def why_held_back(s: Situation, held: HeldBack) -> str:
    """A step that others at the company hold back."""
    if held.reason == "stage" and (ask := known_where_one_is_interviewed(s)):
        return ask
    if held.reason == "one_a_day" and STEP_KIND[s.step.kind].a_day:
        return say(_ENOUGH)
    if held.reason == "one_a_day" and STEP_KIND[s.step.kind].once_a_company:
        return say("One number for {company} is enough.", company=s.company)
    by = s.board.snapshot.people.get(held.by or 0)
    return say(
        WHY_HELD_BACK[held.reason],
        who=by.name if by else say("Somebody there"), company=s.company,
    )  # fmt: skip
