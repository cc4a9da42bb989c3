"""Rules on the form of a message: length, questions, subject, blanks, ease, channel."""

import re
from collections.abc import Iterator

from firststep.facts.draft import Finding
from firststep.facts.said import say, say_number, to_say
from firststep.steps.outreach.review.patterns.patterns import Patterns
from firststep.steps.outreach.review.reading import greets, words_in
from firststep.steps.outreach.review.text import SEEN, Reviewed, finding

JUDGED_FROM = 50  # words
MOST_BLANKS, MOST_BLANKS_OF_A_NOTE = 2, 1
FAR_TOO_MANY_WORDS, LONGEST_SUBJECT = 12, 80  # words and characters of a subject
HARDEST_GRADE = 8.5

_BLANK = re.compile(r"\[(?!\d+\])[^\[\]\n]+\]")
_TOKEN = re.compile(r"\{[^{}\n]*\}|<<[^<>\n]+>>|%[A-Z_]{3,}%|\b(?:XXX+|TODO|TBD)\b")
_CUT = {
    "words": to_say("Cut this: {n} words, and {most} are enough."),
    "characters": to_say("Cut this: {n} characters is long for {there}."),
}
_DID_BETTER = {
    "words": to_say("Notes of {least} to {most} words were answered most ({seen}); this has {n}."),
    "characters": to_say("Under {most} characters did better on {there} ({seen}); this has {n}."),
}

_NOTE_TAKES = (  # of a free account, of a paid one
    to_say("With an invitation a free {there} account takes {most} characters; this has {n}."),
    to_say("With an invitation a paid {there} account takes {most} characters; this has {n}."),
)


def fits_on_half_a_page(read: Reviewed) -> Iterator[Finding]:
    """W1: half of notes of 50 to 125 words were answered; on LinkedIn under 400 characters."""
    fits = read.channel.length
    if fits is None or not read.is_first_note or read.is_connection_note:
        return
    long = read.words if fits.counted == "words" else len(read.body)
    there = read.channel.called
    if long > fits.far_too_long:
        words = say(_CUT[fits.counted], n=long, most=fits.most, there=there)
        yield finding("W1", "warning", words)
    elif not fits.least <= long <= fits.most:
        least, most = fits.least, fits.most
        words = say(
            _DID_BETTER[fits.counted], n=long, least=least, most=most, there=there, seen=say(SEEN)
        )
        yield finding("W1", "hint", words)


def asks_one_thing(read: Reviewed) -> Iterator[Finding]:
    """W2: one to three question marks, and one ask."""
    takes_up = read.is_connection_note and read.facts.kind == "offer_taken_up"
    if takes_up or not (read.is_first_note or read.facts.kind == "nudge"):
        return
    asked = read.body.count("?")
    if asked == 0:
        words = say("You ask nothing yet. Put what you want as one question.")
        yield finding("W2", "warning", words)
    elif asked > 3:
        words = say("You ask {n} questions. Keep the one that matters.", n=asked)
        yield finding("W2", "warning", words)
    questions = _BLANK.sub("", " ".join(s for s in read.sentences if "?" in s))
    asks = _asked_in(questions, read.patterns)
    if len(asks) > 1:
        words = say("You ask {several}. One ask is enough.", several=_together(asks))
        yield finding("W2", "warning", words)


def _together(asks: list[str]) -> str:
    return say(" and ").join(say(one, sense="you ask") for one in asks)


def has_a_subject(read: Reviewed) -> Iterator[Finding]:
    """W3: a mail has a subject, in one line, not shouted."""
    if not read.channel.has_subject or read.subject is None:
        return
    if not read.subject.strip():
        yield finding("W3", "error", say("Give this mail a subject."))
    elif "\n" in read.subject or "\r" in read.subject:
        yield finding("W3", "error", say("Put the subject on one line."))
    elif _shouts(read.subject):
        yield finding("W3", "error", say("Write the subject in small letters, too."))
    elif found := _loud(read):
        words = say("“{found}” shouts. A calm subject is opened sooner.", found=found)
        yield finding("W3", "warning", words)


def subject_is_short(read: Reviewed) -> Iterator[Finding]:
    """W3b: three to seven words; sources disagree on the best number."""
    if not read.channel.has_subject or not read.subject:
        return
    number = len(words_in(read.subject))
    if number > FAR_TOO_MANY_WORDS or len(read.subject) > LONGEST_SUBJECT:
        words = say("Cut the subject: a phone shows about seven words of these {n}.", n=number)
        yield finding("W3b", "warning", words)
    elif not 3 <= number <= 7:
        words = say(
            "Subjects of three to seven words did well ({seen}); this has {n}.",
            seen=say(SEEN),
            n=number,
        )
        yield finding("W3b", "hint", words)


def has_no_unfilled_blank(read: Reviewed) -> Iterator[Finding]:
    """W4: nothing is left that only the seeker can fill, nor a sign of a template."""
    text = f"{read.subject or ''}\n{read.body}"
    for blank in dict.fromkeys(_BLANK.findall(text)):
        yield finding("W4", "error", say("Fill in {blank}, or take it out.", blank=blank))
    for token in dict.fromkeys(_TOKEN.findall(text)):
        words = say("“{token}” is left from a template. Replace it.", token=token)
        yield finding("W4", "error", words)


def leaves_few_blanks(read: Reviewed) -> Iterator[Finding]:
    """L4: at most two blanks a letter, one in a note: more is seldom finished."""
    blanks = list(dict.fromkeys(_BLANK.findall(f"{read.subject or ''}\n{read.body}")))
    most = MOST_BLANKS_OF_A_NOTE if read.is_connection_note else MOST_BLANKS
    if len(blanks) > most:
        words = say(
            "{n} things are left to fill in, and {most} is enough. Leave a sentence out, or take "
            "other words.",
            n=len(blanks),
            most=most,
        )
        yield finding("L4", "warning", words)


def reads_easily(read: Reviewed) -> Iterator[Finding]:
    """W10: grade 8 or lower, from 50 words on; shorter texts cannot be judged."""
    if read.words >= JUDGED_FROM and read.patterns.grade(read.proper) > HARDEST_GRADE:
        words = say(
            "This reads a little hard. Shorter sentences did better ({seen}).", seen=say(SEEN)
        )
        yield finding("W10", "hint", words)


def greets_the_person(read: Reviewed) -> Iterator[Finding]:
    """W12: a greeting is there."""
    if not greets(read.body, name=read.facts.given or read.facts.name):
        yield finding("W12", "hint", say("Begin with a greeting."))


def fits_the_channel(read: Reviewed) -> Iterator[Finding]:
    """W16: a note with an invitation is short; a message may have its limit, too."""
    long, there = len(read.body), read.channel.called
    note = read.channel.invitation if read.is_connection_note else None
    taken = read.channel.length.taken if read.channel.length else None
    if note and long > note.taken(read.facts.account):
        most, paid = note.taken(read.facts.account), read.facts.account == "paid"
        words = say(_NOTE_TAKES[paid], there=there, most=most, n=long)
    elif taken and long > taken:
        words = say(
            "{there} takes {most} characters; this has {n}.",
            there=there,
            most=say_number(taken),
            n=long,
        )
    else:
        return
    yield finding("W16", "error", words)


def _asked_in(questions: str, said: Patterns) -> list[str]:
    return [what for what, how in said.asks if re.search(rf"(?i)\b(?:{how})", questions)]


def _loud(read: Reviewed) -> str:
    """An exclamation mark, or a word in capitals that nobody and nothing here is called."""
    subject, facts = read.subject or "", read.facts
    named = f"{facts.name} {facts.company} {facts.about_company} {facts.role} {facts.department}"
    words = (one for one in words_in(subject) if len(one) > 4 and one.isupper())
    shouted = next((one for one in words if one.casefold() not in named.casefold()), "")
    return shouted or ("!" if "!" in subject else "")


def _shouts(subject: str) -> bool:
    letters = [c for c in subject if c.isalpha()]
    return len(letters) > 4 and "".join(letters).isupper()
