"""The closed sets of words the program thinks in (docs/glossary.md says what each means)."""

from typing import Literal, get_args

Ask = Literal["meeting", "name", "introduction", "advice", "tip", "connect", "referral"]
# What silence lets a nudge ask for instead: less than the ask, rung by rung.
SmallerAsk = Literal[
    "short_call", "one_question", "which_team", "use_of_name", "one_company", "now_and_then",
    "who_else",
]  # fmt: skip
TieKind = Literal["close", "known", "dormant", "met"]
Sureness = Literal["exact", "strong", "weak"]
SURENESS_ORDER: dict[Sureness | None, int] = {"exact": 0, "strong": 1, "weak": 2, None: 3}
CompanyStage = Literal["", "interview", "job_offer", "rejected"]
Origin = Literal["proposed", "named", "referred", "introduced", "met", "offered"]
KeepEvery = Literal["", "weekly", "monthly", "quarterly", "yearly", "never"]

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ASKS: tuple[Ask, ...] = get_args(Ask)
TIE_KINDS: tuple[TieKind, ...] = get_args(TieKind)
COMPANY_STAGES: tuple[CompanyStage, ...] = get_args(CompanyStage)
# Stages that say an interview was had, or was skipped for an offer.
INTERVIEWED: frozenset[CompanyStage] = frozenset({"interview", "job_offer"})
KEEP_EVERY: tuple[KeepEvery, ...] = get_args(KeepEvery)

# A yes to one of these is a conversation; a yes to any other ask is a promise (rhythm F24).
CONVERSATION_ASKS: frozenset[str] = frozenset({"meeting", "advice"})
# Ways in from the coldest to the warmest: where two join, the warmest wins (F2).
WARMTH: tuple[str, ...] = ("proposed", "named", "referred", "introduced", "offered", "met")
# Brought by somebody; and by having met. Neither is a stranger any more.
BROUGHT: frozenset[Origin] = frozenset({"named", "referred", "introduced"})
MET: frozenset[Origin] = frozenset({"met", "offered"})


def warmth(origin: str) -> int:
    """How warm a way in is: the higher, the warmer."""
    return WARMTH.index(origin)
