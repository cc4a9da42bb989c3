"""The closed sets of words the program thinks in (docs/glossary.md says what each means)."""

from typing import Literal, get_args

Ask = Literal["meeting", "name", "introduction", "advice", "tip", "connect", "referral"]
# What silence lets a nudge ask for instead: less than the ask, rung by rung.
SmallerAsk = Literal[
    "short_call", "one_question", "which_team", "use_of_name", "one_company", "now_and_then",
    "who_else",
]  # fmt: skip
Answer = Literal["yes", "no", "later", "question", "helped", "refers", "out_of_office", "bounced"]
CallOutcome = Literal["talked", "voicemail", "no_answer", "yes", "no", "later"]
TieKind = Literal["close", "known", "dormant", "met"]
Sureness = Literal["exact", "strong", "weak"]
CompanyStage = Literal["", "interview", "job_offer", "rejected"]
Origin = Literal["proposed", "named", "referred", "introduced", "met", "offered"]
KeepEvery = Literal["", "weekly", "monthly", "quarterly", "yearly", "never"]
SentKind = Literal["write", "nudge", "thank", "answer", "report_back"]
CardKind = Literal[
    "answer", "thank", "prepare", "meet", "write", "nudge", "call", "second_person",
    "ask_introduction", "find_name", "find_address", "confirm_match", "report_back",
    "keep_in_touch", "follow_up_met", "add_companies", "decide_goal", "look_again",
]  # fmt: skip
# One line of a thread's log. The first row is what the seeker did, the second what came in,
# the third what was arranged, and that something else was asked from then on.
LogKind = Literal[
    "write", "nudge", "thank", "answer", "report_back", "voicemail", "no_answer", "talked", "met",
    "yes", "no", "later", "question", "helped", "refers", "out_of_office", "bounced",
    "dated", "cancelled", "held", "asked",
]  # fmt: skip

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ASKS: tuple[Ask, ...] = get_args(Ask)
ANSWERS: tuple[Answer, ...] = get_args(Answer)
CALL_OUTCOMES: tuple[CallOutcome, ...] = get_args(CallOutcome)
TIE_KINDS: tuple[TieKind, ...] = get_args(TieKind)
COMPANY_STAGES: tuple[CompanyStage, ...] = get_args(CompanyStage)
# Stages that say an interview was had, or was skipped for an offer.
INTERVIEWED: frozenset[CompanyStage] = frozenset({"interview", "job_offer"})
KEEP_EVERY: tuple[KeepEvery, ...] = get_args(KeepEvery)
SENT_KINDS: tuple[SentKind, ...] = get_args(SentKind)

# A yes to one of these is a conversation; a yes to any other ask is a promise (rhythm F24).
REQUESTS: frozenset[str] = frozenset({"write", "nudge", "voicemail"})  # they ask for something
CONVERSATION_ASKS: frozenset[str] = frozenset({"meeting", "advice"})
# What a first note to somebody is called on a card.
FIRST_NOTES: frozenset[str] = frozenset(
    {"write", "ask_introduction", "second_person", "follow_up_met"}
)
# Ways in from the coldest to the warmest: where two join, the warmest wins (F2).
WARMTH: tuple[str, ...] = ("proposed", "named", "referred", "introduced", "offered", "met")


def warmth(origin: str) -> int:
    """How warm a way in is: the higher, the warmer."""
    return WARMTH.index(origin)
