"""What the rules look for, by the language of a letter."""

from firststep.facts.kinds import Language
from firststep.steps.outreach.review.patterns.english import ENGLISH_PATTERNS
from firststep.steps.outreach.review.patterns.german import GERMAN_PATTERNS
from firststep.steps.outreach.review.patterns.patterns import Patterns

PATTERNS: dict[Language, Patterns] = {
    "": ENGLISH_PATTERNS,
    "en": ENGLISH_PATTERNS,
    "de": GERMAN_PATTERNS,
}
