"""Who brings people in, by title, English and German. Pure."""

from functools import lru_cache

from firststep.facts.kinds import Sureness
from firststep.steps.people.titles.decision_makers import sits_in
from firststep.steps.people.titles.title_claims import title_words

# How a word begins that names the work: Recruiterin, Recruitingleiter, Personalgewinnung.
_BEGIN = (
    "recruiter", "recruiting", "recruitment", "rekrutier", "headhunt", "personalgewinnung",
    "personalbeschaffung", "personalrekrutier", "personalmarketing", "personalberater",
    "talentakquise", "bewerbermanage", "talentscout", "sourcer",
)  # fmt: skip
_IN_WORDS = (
    "talent acquisition", "talent scout", "talent partner", "talent attraction", "talent lead",
    "head of talent", "director of talent", "vp talent", "hiring partner",
    "employer branding", "executive search", "active sourcing", "talent sourcing",
    "candidate experience", "campus hiring",
)  # fmt: skip
_ALSO = ("personalreferent", "personalleit")
_NO_LONGER = frozenset(
    {"former", "formerly", "ex", "retired", "aspiring", "ehemalig", "ehemaliger", "ehemalige",
     "student"}
)  # fmt: skip


@lru_cache(maxsize=16_384)
def recruits(title: str) -> Sureness | None:
    """How surely that title brings people in; None for whoever does not.

    *exact* recruiters and talent acquisition; *strong* German personnel officers, who mostly do;
    *weak* others in Human Resources, who do in many firms.
    """
    words = title_words(title)
    if _NO_LONGER.intersection(words):
        return None
    text = " ".join(words)
    if any(word.startswith(_BEGIN) for word in words) or any(part in text for part in _IN_WORDS):
        return "exact"
    if any(word.startswith(_ALSO) for word in words):
        return "strong"
    return "weak" if sits_in(title, "Human Resources") else None
