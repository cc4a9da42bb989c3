"""Rules on how a message sounds: nothing begs, nothing hurts, spelt as at home, a name greeted."""

import re
from collections.abc import Iterator

from firststep.facts.draft import DraftFacts, Finding
from firststep.facts.said import say
from firststep.steps.outreach.review.text import Reviewed, finding

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


def does_not_beg(read: Reviewed) -> Iterator[Finding]:
    """L9: nothing begs; a small ask needs no excuse."""
    if found := read.phrase(read.patterns.begs):
        words = say(
            "“{found}” makes you smaller than you are. A small, plain ask needs no excuse.",
            found=found,
        )
        yield finding("L9", "warning", words)


def does_not_reproach(read: Reviewed) -> Iterator[Finding]:
    """L9: a way out is friendly, and never sounds hurt."""
    if found := read.phrase(read.patterns.reproaches):
        words = say(
            "“{found}” may sound like a reproach. Say what is new, and leave it open.", found=found
        )
        yield finding("L9", "warning", words)


def greets_a_name(read: Reviewed) -> Iterator[Finding]:
    """L8: whoever is written to is greeted by a name as people use it."""
    who = read.facts.given or read.facts.name
    found = _GREETED.match(read.body)
    if _NO_NAME.match(read.body):
        words = say("You know who reads this: greet {name} by name.", name=who)
        yield finding("L8", "hint", words)
    elif found and not found["name"]:
        words = say("The greeting has no name. Write whom you greet: {name}.", name=who)
        yield finding("L8", "error", words)
    elif found and _TITLE_ALONE.fullmatch(found["name"]):
        words = say(
            "“{found}” is a title, not a name. Greet {name}.", found=found["name"], name=who
        )
        yield finding("L8", "warning", words)
    elif found and _is_shouted(found["name"]):
        words = say(
            "“{found}” is in capitals. Write the name as people write it.", found=found["name"]
        )
        yield finding("L8", "hint", words)


def names_the_company_twice(read: Reviewed) -> Iterator[Finding]:
    """L8: the company stands there twice at most."""
    company = (read.facts.about_company or read.facts.company).split(",")[0].strip()
    number = len(re.findall(rf"(?i)\b{re.escape(company)}\b", read.proper)) if company else 0
    if number > 2:
        words = say(
            "{company} stands there {n} times. Once or twice is enough.", company=company, n=number
        )
        yield finding("L8", "hint", words)


def is_spelt_as_at_home(read: Reviewed) -> Iterator[Finding]:
    """L1: the words, days and letters of the seeker's country; what somebody is called stays."""
    text = _without_names(read.proper, read.facts)
    for words in read.patterns.spelt_elsewhere(text, read.facts.country):
        yield finding("L1", "hint", words)


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


def is_not_worn(read: Reviewed) -> Iterator[Finding]:
    """L2: what stands in every letter says nothing in this one."""
    if found := read.phrase(read.patterns.worn):
        words = say(
            "“{found}” stands in every application. Say it as you would to their face.", found=found
        )
        yield finding("L2", "hint", words)
