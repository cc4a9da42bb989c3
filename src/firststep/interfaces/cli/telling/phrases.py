"""Days, counts and steps as a person says them."""

from datetime import date
from typing import Any

from firststep.interfaces.words.days import nearby

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
TIES = {"close": "close to you", "known": "you know them", "met": "you have met them",
        "dormant": "not in touch for long", None: "no tie of your own"}  # fmt: skip
ASKS = {
    "meeting": "for a conversation", "name": "for a name", "introduction": "for an introduction",
    "advice": "for advice", "tip": "for a tip", "connect": "to connect",
    "referral": "for a referral",
}  # fmt: skip
HAPPENED = {
    "write": "you wrote", "nudge": "you wrote once more", "thank": "you thanked them",
    "answer": "you answered", "report_back": "you told them what came of it",
    "voicemail": "you left a message", "talked": "you talked on the phone", "met": "you met",
    "held": "you talked", "yes": "they said yes", "no": "they said no", "later": "they said later",
    "question": "they asked something", "helped": "they helped", "refers": "they named somebody",
    "out_of_office": "out of office", "bounced": "the message came back",
}  # fmt: skip
STEPS = {
    "answer": "answer {name}", "thank": "thank {name}", "prepare": "prepare to talk with {name}",
    "meet": "talk with {name}", "met": "say how it went with {name}", "write": "write to {name}",
    "nudge": "write to {name} once more",
    "call": "call {name}", "second_person": "write to {name}",
    "ask_introduction": "ask {name} for an introduction",
    "find_name": "find the {seat}", "find_address": "find a way to reach {name}",
    "confirm_match": "look whether {name} is {company}",
    "report_back": "tell {name} what came of it", "keep_in_touch": "say hello to {name}",
    "follow_up_met": "write to {name}, whom you met", "add_companies": "add more companies",
    "decide_goal": "choose what you want to find",
    "look_again": "look at your messages before you write more",
}  # fmt: skip
FOLLOWS = {
    "answer": "answer them", "thank": "thank them", "prepare": "prepare", "meet": "talk",
    "write": "write", "nudge": "write once more", "call": "call", "second_person": "write",
    "ask_introduction": "ask for the introduction", "find_name": "find the name",
    "find_address": "find a way to reach them", "report_back": "tell them what came of it",
    "keep_in_touch": "say hello", "follow_up_met": "write",
}  # fmt: skip

REACHED = {
    "touched": "touched", "answered": "answered", "agreed": "agreed to talk", "talked": "talked",
    "interview": "to an interview", "job_offer": "to a job offer",
}  # fmt: skip


def in_words(day: str | None) -> str:
    """`Thursday, 26 November`."""
    if not day:
        return ""
    value = date.fromisoformat(day[:10])
    return f"{WEEKDAYS[value.weekday()]}, {value.day} {MONTHS[value.month - 1]}"


def with_year(day: str | None) -> str:
    """`26 November 2026`."""
    if not day:
        return ""
    value = date.fromisoformat(day[:10])
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def near(day: str | None, *, today: str) -> str:
    """`today`, `tomorrow`, `Thursday`, or the day with its date when it is further."""
    return nearby(date.fromisoformat(day), today=date.fromisoformat(today)) if day else ""


def about(minutes: int) -> str:
    """Minutes rounded to five, as one speaks of them."""
    return f"about {max(5, round(minutes / 5) * 5)} minutes"


def far(stages: list[dict[str, Any]]) -> str:
    """`12 touched, 5 answered, 2 agreed`: the stages somebody came to."""
    return ", ".join(f"{one['n']} {REACHED[one['stage']]}" for one in stages if one["n"])


def step(kind: str | None, *, name: str = "", company: str = "", seat: str = "") -> str:
    """`call Dana Whitlock (Acme)`; without a kind the thread only waits to be closed."""
    if kind is None:
        return f"leave it at that with {name}" if name else "leave it at that"
    said = STEPS[kind].format(
        name=name or company or "them", seat=seat or "manager", company=company
    )
    shown = company and (name or kind == "find_name") and kind != "confirm_match"
    return f"{said} ({company})" if shown else said


def blank(found: Any) -> str:
    """A blank as it is named to the seeker, without its brackets."""
    return str(found).strip("[]")
