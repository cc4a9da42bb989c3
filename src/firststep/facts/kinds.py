"""The closed sets of words the program thinks in (docs/glossary.md says what each means)."""

from typing import Literal, get_args

TieKind = Literal["close", "known", "dormant", "met"]
Sureness = Literal["exact", "strong", "weak"]
SURENESS_ORDER: dict[Sureness | None, int] = {"exact": 0, "strong": 1, "weak": 2, None: 3}
CompanyStage = Literal["", "interview", "job_offer", "rejected"]
Origin = Literal["proposed", "named", "referred", "introduced", "met", "offered"]
HowCalled = Literal["", "du", "sie"]  # in German: "" for none chosen
Language = Literal["", "en", "de"]  # "": none chosen
KeepEvery = Literal["", "weekly", "monthly", "quarterly", "yearly", "never"]

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CALLED: tuple[HowCalled, ...] = get_args(HowCalled)[1:]
TIE_KINDS: tuple[TieKind, ...] = get_args(TieKind)
COMPANY_STAGES: tuple[CompanyStage, ...] = get_args(CompanyStage)
# Stages that say an interview was had, or was skipped for an offer.
INTERVIEWED: frozenset[CompanyStage] = frozenset({"interview", "job_offer"})
KEEP_EVERY: tuple[KeepEvery, ...] = get_args(KeepEvery)
# The languages of the pages, by their own names.
LANGUAGE_NAMES: dict[Language, str] = {"en": "English", "de": "Deutsch"}
PAGE_LANGUAGES: tuple[Language, ...] = tuple(LANGUAGE_NAMES)

# Ways in from the coldest to the warmest: where two join, the warmest wins (F2).
WARMTH: tuple[str, ...] = ("proposed", "named", "referred", "introduced", "offered", "met")
# Brought by somebody; and by having met. Neither is a stranger any more.
BROUGHT: frozenset[Origin] = frozenset({"named", "referred", "introduced"})
MET: frozenset[Origin] = frozenset({"met", "offered"})


def warmth(origin: str) -> int:
    """How warm a way in is: the higher, the warmer."""
    return WARMTH.index(origin)
