"""Rules on the form of a message: length, questions, subject, blanks, ease, channel."""

import re
from collections.abc import Iterator

from firststep.facts.draft import Finding
from firststep.steps.outreach.review.reading import greets, reading_grade, words_in
from firststep.steps.outreach.review.text import SEEN, Reviewed, finding

SHORTEST, LONGEST, FAR_TOO_LONG = 50, 125, 150  # words of a first note by mail
LINKEDIN_SHORT, LINKEDIN_LONG, LINKEDIN_LIMIT = 400, 1200, 8000  # characters of a message
NOTE_FREE, NOTE_PAID = 200, 300  # characters of a note with an invitation
HARDEST_GRADE = 8.5

_BLANK = re.compile(r"\[(?!\d+\])[^\[\]\n]+\]")
_TOKEN = re.compile(r"\{[^{}\n]*\}|<<[^<>\n]+>>|%[A-Z_]{3,}%|\b(?:XXX+|TODO|TBD)\b")
_ASKED = {
    "to talk": r"talk|meet\b|ring you|call you|a call|coffee|minutes",
    "for a name": r"(?:know|tell me) who|the name of",
    "for an introduction": r"introduce me|introduction to|put me in touch",
    "to be put forward": r"put my name forward|refer me|recommend me|pass (?:on )?my",
}


def fits_on_half_a_page(read: Reviewed) -> Iterator[Finding]:
    """W1: half of notes of 50 to 125 words were answered; on LinkedIn under 400 characters."""
    if not read.is_first_note or read.is_connection_note:
        return
    if read.facts.channel == "linkedin":
        long = len(read.body)
        if long > LINKEDIN_LONG:
            yield finding("W1", "warning", f"Cut this: {long} characters is long for LinkedIn.")
        elif long > LINKEDIN_SHORT:
            words = f"Under 400 characters did better on LinkedIn ({SEEN}); this has {long}."
            yield finding("W1", "hint", words)
        return
    if read.words > FAR_TOO_LONG:
        yield finding("W1", "warning", f"Cut this: {read.words} words, and 125 are enough.")
    elif not SHORTEST <= read.words <= LONGEST:
        words = f"Notes of 50 to 125 words were answered most ({SEEN}); this has {read.words}."
        yield finding("W1", "hint", words)


def asks_one_thing(read: Reviewed) -> Iterator[Finding]:
    """W2: one to three question marks, and one ask."""
    if not (read.is_first_note or read.facts.kind == "nudge"):
        return
    asked = read.body.count("?")
    if asked == 0:
        yield finding("W2", "warning", "You ask nothing yet. Put what you want as one question.")
    elif asked > 3:
        yield finding("W2", "warning", f"You ask {asked} questions. Keep the one that matters.")
    questions = _BLANK.sub("", " ".join(s for s in read.sentences if "?" in s))
    asks = [what for what, how in _ASKED.items() if re.search(rf"(?i)\b(?:{how})", questions)]
    if len(asks) > 1:
        yield finding("W2", "warning", f"You ask {' and '.join(asks)}. One ask is enough.")


def has_a_subject(read: Reviewed) -> Iterator[Finding]:
    """W3: a mail has a subject, in one line, not shouted."""
    if read.facts.channel != "email" or read.subject is None:
        return
    if not read.subject.strip():
        yield finding("W3", "error", "Give this mail a subject.")
    elif "\n" in read.subject or "\r" in read.subject:
        yield finding("W3", "error", "Put the subject on one line.")
    elif _shouts(read.subject):
        yield finding("W3", "error", "Write the subject in small letters, too.")


def subject_is_short(read: Reviewed) -> Iterator[Finding]:
    """W3b: three to seven words; sources disagree on the best number."""
    if read.facts.channel != "email" or not read.subject:
        return
    number = len(words_in(read.subject))
    if not 3 <= number <= 7:
        words = f"Subjects of three to seven words did well ({SEEN}); this has {number}."
        yield finding("W3b", "hint", words)


def has_no_unfilled_blank(read: Reviewed) -> Iterator[Finding]:
    """W4: nothing is left that only the seeker can fill, nor a sign of a template."""
    text = f"{read.subject or ''}\n{read.body}"
    for blank in dict.fromkeys(_BLANK.findall(text)):
        yield finding("W4", "error", f"Fill in {blank}, or take it out.")
    for token in dict.fromkeys(_TOKEN.findall(text)):
        yield finding("W4", "error", f"“{token}” is left from a template. Replace it.")


def reads_easily(read: Reviewed) -> Iterator[Finding]:
    """W10: grade 8 or lower, from 50 words on; shorter texts cannot be judged."""
    if read.words >= SHORTEST and reading_grade(read.proper) > HARDEST_GRADE:
        words = f"This reads a little hard. Shorter sentences did better ({SEEN})."
        yield finding("W10", "hint", words)


def greets_the_person(read: Reviewed) -> Iterator[Finding]:
    """W12: a greeting is there."""
    if not greets(read.body, name=read.facts.given or read.facts.name):
        yield finding("W12", "hint", "Begin with a greeting.")


def fits_the_channel(read: Reviewed) -> Iterator[Finding]:
    """W16: a note with an invitation is short; a message on LinkedIn has its limit, too."""
    long = len(read.body)
    if read.is_connection_note and long > NOTE_PAID:
        yield finding("W16", "error", f"LinkedIn takes 200 characters here; this has {long}.")
    elif read.is_connection_note and long > NOTE_FREE:
        words = (
            f"A free LinkedIn account takes 200 characters here, a paid one 300. You have {long}."
        )
        yield finding("W16", "error", words)
    elif read.facts.channel == "linkedin" and long > LINKEDIN_LIMIT:
        yield finding("W16", "error", f"LinkedIn takes 8,000 characters; this has {long}.")


def _shouts(subject: str) -> bool:
    letters = [c for c in subject if c.isalpha()]
    return len(letters) > 4 and "".join(letters).isupper()
