"""Given names typed as their short form, or with a slip: Liz is Elizabeth, Hanah Hannah. Pure."""

from firststep.steps.outreach.language.spoken import Spoken
from firststep.steps.outreach.telling.line_cues import words_of_ways
from firststep.steps.outreach.telling.slips import NO_SLIPS
from firststep.steps.people.same_person.nicknames import flat, one_name

_LEAST = 5  # letters of a name that may be typed with a slip
_LONG = 8  # letters of one that may be typed with two


def may_be_slip(word: Spoken) -> bool:
    """Whether a word may be a name typed otherwise: none that ways of saying are made of."""
    typed = word.word
    is_word = word.kind == "word" and len(typed) > 2 and typed.isalpha()
    return (
        is_word
        and typed not in words_of_ways()
        and (word.text[:1].isupper() or not _is_real(typed))
    )


def _is_real(typed: str) -> bool:
    return typed in NO_SLIPS


def is_short_for(typed: str, given: str) -> bool:
    """Whether one is a form of the other: Bob and Robert."""
    return typed != given and one_name(flat(typed), flat(given))


def is_slip_of(typed: str, given: str) -> bool:
    """Whether it is that name with one slip, with two where it is long."""
    if len(given) < _LEAST or len(typed) < _LEAST - 1 or typed[:1] != given[:1]:
        return typed[1:2] + typed[:1] + typed[2:] == given and len(given) >= _LEAST
    from rapidfuzz.distance import OSA

    most = 2 if min(len(given), len(typed)) >= _LONG else 1
    return OSA.distance(typed, given, score_cutoff=most) <= most
