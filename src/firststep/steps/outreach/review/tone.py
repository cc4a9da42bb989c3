"""Rules on how a message sounds: nothing begs, nothing hurts, one English, a name greeted."""

import re
from collections.abc import Iterator
from functools import cache

from firststep.facts.draft import DraftFacts, Finding
from firststep.steps.outreach.review.text import Reviewed, finding
from firststep.steps.outreach.wordings.english import English, differing, english_of
from firststep.steps.outreach.wordings.german import german_of

_NO_NAME = re.compile(
    r"(?i)\s*(?:dear (?:sir|madam|hiring manager|recruiter|colleagues?)\b|to whom it may concern"
    r"|(?:hi|hello|dear) (?:there|all|team|everyone)\b|sehr geehrte damen und herren"
    r"|(?:hallo|liebes?|guten tag) (?:zusammen|team|alle|miteinander|damen)\b)"
)
_GREETED = re.compile(
    r"\s*(?i:hi|hello|hey|dear|hallo|guten tag|liebe[rs]?|sehr geehrte[rs]?)\b"
    r"[ \t]*(?P<name>[^\n,]*?)[ \t]*(?:,|\n|$)"
)
_TITLE_ALONE = re.compile(
    r"(?i)(?:dr|mr|mrs|ms|prof|professor|ir|dipl|ing|eng|sir|mx|frau|herr)\.?"
)
_MONTHS = "January February March April May June July August September October November December"
_MONTH = "|".join(_MONTHS.split())
_DAY_FIRST = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTH})\b")
_MONTH_FIRST = re.compile(rf"\b(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?\b(?! \d)")


def does_not_beg(read: Reviewed) -> Iterator[Finding]:
    """L9: nothing begs; a small ask needs no excuse."""
    if found := read.phrase(read.patterns.begs):
        words = f"“{found}” makes you smaller than you are. A small, plain ask needs no excuse."
        yield finding("L9", "warning", words)


def does_not_reproach(read: Reviewed) -> Iterator[Finding]:
    """L9: a way out is friendly, and never sounds hurt."""
    if found := read.phrase(read.patterns.reproaches):
        words = f"“{found}” may sound like a reproach. Say what is new, and leave it open."
        yield finding("L9", "warning", words)


def greets_a_name(read: Reviewed) -> Iterator[Finding]:
    """L8: whoever is written to is greeted by a name as people use it."""
    who = read.facts.given or read.facts.name
    found = _GREETED.match(read.body)
    if _NO_NAME.match(read.body):
        yield finding("L8", "hint", f"You know who reads this: greet {who} by name.")
    elif found and not found["name"]:
        yield finding("L8", "error", f"The greeting has no name. Write whom you greet: {who}.")
    elif found and _TITLE_ALONE.fullmatch(found["name"]):
        yield finding("L8", "warning", f"“{found['name']}” is a title, no name. Greet {who}.")
    elif found and _is_shouted(found["name"]):
        words = f"“{found['name']}” is in capitals. Write the name as people write it."
        yield finding("L8", "hint", words)


def names_the_company_twice(read: Reviewed) -> Iterator[Finding]:
    """L8: the company stands there twice at most."""
    company = (read.facts.about_company or read.facts.company).split(",")[0].strip()
    number = len(re.findall(rf"(?i)\b{re.escape(company)}\b", read.proper)) if company else 0
    if number > 2:
        words = f"{company} stands there {number} times. Once or twice is enough."
        yield finding("L8", "hint", words)


def is_in_one_english(read: Reviewed) -> Iterator[Finding]:
    """L1: the words and days of the seeker's country; what somebody is called stays as it is."""
    if not read.facts.country:
        return
    if read.facts.language == "de":
        yield from _is_swiss(read)
        return
    english = english_of(read.facts.country)
    text = _without_names(read.proper, read.facts)
    of, there = ("American", "British") if english == "american" else ("British", "American")
    for found in dict.fromkeys(one[0].lower() for one in _foreign(english).finditer(text)):
        said = _instead(english)[found]
        words = f"“{found}” is {there} English; a letter from your country mostly has “{said}”."
        yield finding("L1", "hint", words)
    wrong_day = (_DAY_FIRST if english == "american" else _MONTH_FIRST).search(text)
    if wrong_day:
        words = f"“{wrong_day[0]}” is how a day is written in {there} English, not in {of}."
        yield finding("L1", "hint", words)


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


def _without_names(text: str, facts: DraftFacts) -> str:
    """The text without what others are called, or the seeker typed elsewhere."""
    named = (
        facts.name, facts.title, facts.company, facts.about_company, facts.seat, facts.role,
        facts.department, facts.how, facts.overlap, facts.vacancy, facts.via, facts.named,
        facts.holder, facts.seeker, facts.between.event, facts.between.said,
    )  # fmt: skip
    for name in sorted(filter(None, named), key=len, reverse=True):
        text = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE)
    return text


def _is_shouted(name: str) -> bool:
    words = [word for word in name.split() if len(word) > 2 and word.isalpha()]
    return bool(words) and all(word.isupper() for word in words)


def _is_swiss(read: Reviewed) -> Iterator[Finding]:
    """L1: a letter from Switzerland is written without ß."""
    swiss = german_of(read.facts.country) == "swiss"
    if swiss and "ß" in _without_names(read.proper, read.facts):
        yield finding("L1", "hint", "“ß” is written “ss” where you live.")


def is_not_worn(read: Reviewed) -> Iterator[Finding]:
    """L2: what stands in every letter says nothing in this one."""
    if found := read.phrase(read.patterns.worn):
        words = f"“{found}” stands in every application. Say it as you would to their face."
        yield finding("L2", "hint", words)
