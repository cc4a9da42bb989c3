"""How a step is called on a page: its verb, its title, what one answers to "How did it go?"."""

from dataclasses import dataclass, field

from firststep.facts.kinds import Ask, CardKind, LogKind
from firststep.facts.plan import Card

VERBS: dict[CardKind, str] = {
    "answer": "Answer", "thank": "Thank", "prepare": "Prepare", "meet": "Meet", "write": "Write",
    "nudge": "Follow up", "call": "Call", "second_person": "Write", "ask_introduction": "Ask",
    "find_name": "Find the name", "find_address": "Find a way", "confirm_match": "Check",
    "report_back": "Report back", "keep_in_touch": "Stay in touch", "follow_up_met": "Follow up",
    "add_companies": "Add", "decide_goal": "Decide", "look_again": "Look again",
}  # fmt: skip
ASKS: dict[Ask, str] = {
    "meeting": "about a short conversation", "name": "for a name",
    "introduction": "for an introduction", "advice": "for advice", "tip": "for a tip",
    "connect": "to connect", "referral": "for a referral",
}  # fmt: skip
ASK_CHOICES: tuple[tuple[Ask, str], ...] = (
    ("meeting", "A short conversation"), ("name", "The name of who runs the department"),
    ("introduction", "An introduction"), ("advice", "Advice"), ("tip", "A tip"),
    ("connect", "To connect"), ("referral", "A referral"),
)  # fmt: skip
HAPPENED: dict[LogKind, str] = {
    "asked": "You ask for something else since",
    "write": "You wrote", "nudge": "You wrote once more", "thank": "You thanked them",
    "answer": "You answered", "report_back": "You told them what came of it",
    "voicemail": "You left a message", "no_answer": "You called, no answer",
    "talked": "You talked on the phone", "met": "You met", "yes": "They said yes",
    "no": "They said no: one nearer the number", "later": "They said not now",
    "question": "They asked something", "helped": "They helped",
    "refers": "They named somebody", "out_of_office": "Out of office",
    "bounced": "The message came back", "dated": "You agreed on a day",
    "cancelled": "The conversation was put off", "held": "You talked",
}  # fmt: skip
CAME_IN: frozenset[str] = frozenset(
    {"yes", "no", "later", "question", "helped", "refers", "out_of_office", "bounced"}
)
SPOKEN_LONG_AGO = "not spoken to for long"
TIES = {"close": "close", "known": "known", "dormant": SPOKEN_LONG_AGO, "met": "met"}
STAGES = {"": "", "interview": "Interview", "job_offer": "Job offer", "rejected": "Rejected"}
WRITTEN = frozenset(
    {"answer", "thank", "write", "nudge", "second_person", "ask_introduction", "report_back",
     "keep_in_touch", "follow_up_met"}
)  # fmt: skip
SENT_AS = {"answer": "I answered", "thank": "I thanked them", "report_back": "I told them"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer to "How did it go?": a button that records it."""

    words: str
    verb: str  # which address below the step's own records it
    fields: tuple[tuple[str, str], ...] = field(default=())


def title(card: Card) -> str:
    """The step in one line: "Call Dana Whitlock about a short conversation"."""
    about = _about(card)
    name = card.name or card.seat or card.company
    titles: dict[CardKind, str] = {
        "answer": f"Answer {name}", "thank": f"Thank {name}", "prepare": f"Prepare for {name}",
        "meet": f"Say how it went with {name}" if card.late else f"Talk with {name}",
        "nudge": f"Write to {name} once more",
        "call": f"Call {name}{about}", "write": f"Write to {name}{about}",
        "second_person": f"Write to {name}{about}", "follow_up_met": f"Write to {name}{about}",
        "ask_introduction": f"Ask {name}{about}",
        "find_name": f"Find the {card.seat} at {card.company}",
        "find_address": f"Find a way to reach {name}",
        "confirm_match": f"Is it the same company: {name}",
        "report_back": f"Tell {name} what came of it", "keep_in_touch": f"Say hello to {name}",
        "add_companies": "Add more companies", "decide_goal": "Choose what you want to find",
        "look_again": "Look at your messages before writing more",
    }  # fmt: skip
    return titles[card.kind]


def _about(card: Card) -> str:
    if card.ask is None:
        return ""
    if card.ask == "name" and card.seat:
        return f" for the name of the {card.seat}"
    return f" {ASKS[card.ask]}"


CALL_REPLIES: tuple[tuple[str, str], ...] = (
    ("yes", "Said yes"), ("later", "Not now"), ("no", "Said no"),
    ("voicemail", "Left a message"), ("no_answer", "No answer"),
    ("talked", "We talked, nothing decided"),
)  # fmt: skip


def replies(card: Card) -> tuple[Reply, ...]:
    """What one can answer to "How did it go?" in one press, by kind of step."""
    if card.kind == "call":
        return tuple(
            Reply(words=words, verb="call", fields=(("outcome", outcome),))
            for outcome, words in CALL_REPLIES
        )
    if card.kind == "meet":
        cancelled = (("cancelled", "1"),)
        return (Reply(words="It was put off", verb="meeting", fields=cancelled),)
    if card.kind in WRITTEN:
        return (Reply(words=SENT_AS.get(card.kind, "I sent it"), verb="sent"),)
    return ()
