"""Jobs, departments and openings as a German letter names them: nouns with a capital. Pure."""

import re

from firststep.steps.outreach.drafting.names import is_job_word, vacancy_named

_SMALL = frozenset({
    "of", "for", "and", "the", "und", "der", "die", "das", "des", "für", "im", "in", "bei", "mit",
    "von", "zum", "zur", "or", "oder", "&",
})  # fmt: skip
_OPENING = re.compile(r"(?i)^(?:(?:eine? )?(?:stelle|position|stellenausschreibung)(?: als|:)? )")
_GENDERS = re.compile(r"\s*\((?:[mwfdx]\s*[/|,]\s*)+[mwfdx]\)|\s*\(all genders\)", re.IGNORECASE)


def role_named(words: str) -> str:
    """A job, a post or a department as it stands behind "als" and "im Bereich"."""
    said = _GENDERS.sub("", " ".join(words.split())).strip()
    small = said == said.lower()
    return " ".join(_large(one) if small or is_job_word(one) else one for one in said.split())


def opening_named(words: str) -> str:
    """What an opening is for, behind "die Stelle als"; "" where that is no name of a job."""
    return role_named(_OPENING.sub("", vacancy_named(_GENDERS.sub("", words))))


def _large(word: str) -> str:
    return word if word in _SMALL else word[:1].upper() + word[1:]
