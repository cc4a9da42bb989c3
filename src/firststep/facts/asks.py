"""What can be asked of somebody, one record each: what the plan, the texts and the doors go by.

A new ask is a record here and its phrases in `steps/outreach/wordings/en/phrases-asks.txt`; a call
script only where the usual one does not fit. Light to import: the list of commands reads it.
"""

from collections.abc import Callable
from typing import Literal, NamedTuple

from firststep.facts.said import to_say

Ask = Literal["meeting", "name", "introduction", "advice", "tip", "connect", "referral"]
# What silence lets a nudge ask for instead: less than the ask, rung by rung.
SmallerAsk = Literal[
    "short_call", "one_question", "which_team", "use_of_name", "one_company", "now_and_then",
    "who_else",
]  # fmt: skip
SMALLER: dict[SmallerAsk, str] = {
    "short_call": "a call of ten minutes",
    "one_question": "an answer to one question",
    "which_team": "who there may know",
    "use_of_name": "leave to use their name",
    "one_company": "one company to look at",
    "now_and_then": "leave to write now and then",
    "who_else": "who looks after such things",
}


class HowMuch(NamedTuple):
    """How much may be asked for (W6), and how the seeker is told."""

    most_minutes: int
    too_long: str  # read in a text, as a pattern
    less: str
    enough: str


A_LITTLE = HowMuch(
    30, r"an hour|hours",
    to_say("Ask for less: 10 to 20 minutes are easier to give."),
    to_say("Say how little is enough: 15 minutes, or one line."),
)  # fmt: skip


class AskKind(NamedTuple):
    """`choice` stands in the list to choose from, `about` in a title, `noun` after "you ask for";
    `less` is what is asked for after one, then after two touches that nothing came of (M3.2)."""

    name: Ask
    choice: str
    about: str
    noun: str
    less: tuple[SmallerAsk, ...]
    known_reason: str  # why it is asked of somebody known; {known} is the sentence how one is
    conversation: bool = False  # a yes is dated, prepared and thanked; else it is a promise (F24)
    in_writing: bool = True  # help in writing is a yes, too (F18)
    about_seat: bool = False
    how_much: HowMuch = A_LITTLE
    asks: tuple[str, str] = ("", "")  # what a text asks, and the pattern it is known by (W2)
    promised_as: str = ""  # how a plain line tells that it was promised, as a pattern

    @property
    def yields(self) -> Literal["conversation", "promise"]:
        """What a yes to it is."""
        return "conversation" if self.conversation else "promise"


ASK_KINDS: tuple[AskKind, ...] = (
    AskKind(
        "meeting", "A short conversation", "about a short conversation", "a meeting",
        ("short_call", "one_question"),
        "{known} Ask for a short talk.",
        conversation=True, in_writing=False,
        asks=("to talk", r"talk|meet\b|ring you|call you|a call|coffee|minutes"),
        promised_as=r"\bpromised (?:me )?(?:a |another )?(?:meeting|call|coffee|talk)\b"
                    r"|\b(?:meeting|call|coffee) promised\b",
    ),
    AskKind(
        "name", "The name of who runs the department", "for a name", "a name", ("which_team",),
        "{known} People you know come first: ask who runs {department} at "
        "{company}.",
        about_seat=True,
        asks=("for a name", r"(?:know|tell me) who|the name of"),
        promised_as=r"\b(?:promised|will (?:send|find|get|give|look for)) (?:me |out )?(?:the |a )?"
                    r"(?:manager[’']s )?name\b|\bname (?:of .+ )?promised\b",
    ),
    AskKind(
        "introduction", "An introduction", "for an introduction", "an introduction",
        ("use_of_name",),
        "{known} An introduction to {holder} is worth far more than a note from "
        "a stranger.",
        about_seat=True,
        asks=("for an introduction", r"introduce me|introduction to|put me in touch"),
        promised_as=r"\bintro|\bput (?:me|us) in touch\b|\bconnect me\b|\bvorstell|\bbekannt mach",
    ),
    AskKind(
        "advice", "Advice", "for advice", "advice", ("one_question",),
        "{known_far} Ask for advice, not for a job.",
        conversation=True,
        promised_as=r"\bpromised (?:me )?(?:some )?advice\b|\badvice promised\b",
    ),
    AskKind(
        "tip", "A tip", "for a tip", "a tip", ("one_company",),
        "{known} A tip takes one line to give, and may show you where to look.",
        promised_as=r"\bpromised (?:me )?(?:a |some )?tips?\b|\btips? promised\b",
    ),
    AskKind(
        "connect", "To connect", "to connect", "a connection", ("now_and_then",),
        "{known} Once you are connected, you hear of each other again.",
    ),
    AskKind(
        "referral", "A referral", "for a referral", "a referral", ("who_else",),
        "{known} Their word for you is worth far more than a note from a "
        "stranger.",
        asks=("to be put forward", r"put my name forward|refer me|recommend me|pass (?:on )?my"),
        promised_as=r"\bwill (?:refer me|put my name forward|pass (?:on )?my)\b"
                    r"|\bpromised (?:me )?(?:a )?referral\b|\breferral promised\b",
    ),
)  # fmt: skip
ASK_KIND: dict[str, AskKind] = {one.name: one for one in ASK_KINDS}
ASKS: tuple[Ask, ...] = tuple(ASK_KIND)  # type: ignore[arg-type]  # the names, in this order
USUAL_ASK: Ask = "meeting"  # of who decides, where nothing else was chosen


def asks_that(holds: Callable[[AskKind], object]) -> frozenset[str]:
    """The names of the asks of which that is true."""
    return frozenset(one.name for one in ASK_KINDS if holds(one))


CONVERSATION_ASKS = asks_that(lambda one: one.conversation)
ABOUT_A_SEAT = asks_that(lambda one: one.about_seat)
