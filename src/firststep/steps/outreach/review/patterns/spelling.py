"""What of a letter is written as in another country than the seeker's, in words for them. Pure."""

import re
from collections.abc import Iterator
from functools import cache

from firststep.facts.said import say
from firststep.steps.outreach.wordings.english import English, differing, english_of
from firststep.steps.outreach.wordings.german import german_of

_MONTHS = "January February March April May June July August September October November December"
_MONTH = "|".join(_MONTHS.split())
_DAY_FIRST = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTH})\b")
_MONTH_FIRST = re.compile(rf"\b(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?\b(?! \d)")


def other_english(text: str, country: str) -> Iterator[str]:
    """Words and days of the other English, where the country is known."""
    if not country:
        return
    english = english_of(country)
    american, british = say("American"), say("British")
    of, there = (american, british) if english == "american" else (british, american)
    for found in dict.fromkeys(one[0].lower() for one in _foreign(english).finditer(text)):
        yield say(
            "“{found}” is {there} English; a letter from your country mostly has “{said}”.",
            found=found,
            there=there,
            said=_instead(english)[found],
        )
    if wrong_day := (_DAY_FIRST if english == "american" else _MONTH_FIRST).search(text):
        yield say(
            "“{found}” is how a day is written in {there} English, not in {of}.",
            found=wrong_day[0],
            there=there,
            of=of,
        )


def other_german(text: str, country: str) -> Iterator[str]:
    """The letter that Switzerland does without."""
    if german_of(country) == "swiss" and "ß" in text:
        yield say("“ß” is written “ss” where you live.")


@cache
def _instead(english: English) -> dict[str, str]:
    """What is a mistake in this English, in small letters, with what stands for it here."""
    rows = [one for one in differing() if english in one.wrong_in]
    if english == "american":
        return {one.british.lower(): one.american for one in rows}
    return {one.american.lower(): one.british for one in rows}


@cache
def _foreign(english: English) -> re.Pattern[str]:
    words = sorted(_instead(english), key=len, reverse=True)
    return re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, words))})\b")
