"""Rules on what is so: nothing is thanked for, remembered or named that did not happen (L5)."""

import re
from collections.abc import Iterator

from firststep.facts.draft import DraftFacts, Finding
from firststep.facts.kinds import MET
from firststep.facts.text import fold
from firststep.steps.outreach.review.text import Reviewed, finding
from firststep.steps.people.titles.decision_makers import sits_in

# What came in by which nothing was given or promised.
_NOTHING_CAME = frozenset({"", "no", "later", "accepted", "out_of_office", "bounced"})
_FOR_HELP = (
    r"(?:thank(?:s| you)|grateful to you|i appreciate)\b[^.?!\n]{0,20}?(?: for|,)? ?"
    r"(?:helping|(?:all |what |everything )+(?:that )?you(?:['’]ve| have)? (?:did|done)\b"
    r"|the (?:help|introduction|intro|names?|tip|contact)\b|(?:your|the) introduction"
    r"|introducing|pointing|putting|passing on|your tip)"
    r"|without your help|your help (?:meant|means|made)"
)
_HELP_TO_COME = r"(?:thank(?:s| you)|grateful)\b[^.?!\n]{0,20}? for (?:all )?your (?:kind )?help\b"
_EARLIER_NOTE = (
    r"(?:my|the) (?:last|first|earlier|previous|recent) (?:note|message|e-?mail|letter|invitation)"
    r"|i (?:wrote|e-?mailed|messaged)(?: to)? you\b|as i wrote\b|following up on my"
    r"|my (?:note|message|e-?mail|letter) (?:of|from|on|last)\b"
    r"|(?:did|have) you (?:see|get|receive|seen|got|received) my (?:note|message|e-?mail|letter)"
)
_OFFERED = (
    r"you (?:so |very )?(?:kindly )?(?:offered|promised|agreed) (?:to\b|me\b)"
    r"|you said you(?:['’]d| would)|as you (?:offered|promised)|your (?:kind )?offer to"
    r"|thank(?:s| you)[^.?!\n]{0,20}? for (?:kindly )?offering"
)
_MET = r"(?:met|meet(?:ing)? you|ran into you|bumped into you|got to know)"


def thanks_who_helped(read: Reviewed) -> Iterator[Finding]:
    """L5: thanks for help go to who helped."""
    if _gave(read.facts):
        return
    who = read.facts.name
    if found := read.phrase(_FOR_HELP):
        words = f"“{found}”: nothing here says that {who} helped you. Record it first, if so."
        yield finding("L5", "warning", words)
    elif read.facts.kind in _ASKING and (found := read.phrase(_HELP_TO_COME)):
        words = f"“{found}”: {who} has not helped yet. Thank them for reading, or for their time."
        yield finding("L5", "hint", words)


def met_at_an_event(read: Reviewed) -> Iterator[Finding]:
    """L5: where one met is the event, never the company."""
    facts = read.facts
    if facts.meeting_on:
        return
    known = fold(f"{facts.how} {facts.between.event}")
    for company in dict.fromkeys(filter(None, (facts.company, facts.about_company))):
        core = company.split(",")[0].strip()
        if fold(core) in known:
            continue
        if found := read.phrase(rf"{_MET}\b[^.?!\n]*? at {re.escape(core)}\b"):
            words = f"“{found}” says you met in their house. Say where it was, if it was elsewhere."
            yield finding("L5", "warning", words)
            return


def earlier_note_arrived(read: Reviewed) -> Iterator[Finding]:
    """L5: a note never speaks of an earlier one that did not arrive."""
    facts = read.facts
    wrote = facts.first_note_on or facts.answer or facts.after_silence or facts.meeting_on
    if wrote or facts.kind == "report_back":
        return
    if found := read.phrase(_EARLIER_NOTE):
        words = f"“{found}”: nothing here says that an earlier note reached {facts.name}. "
        yield finding("L5", "error", words + "Take it out, or record that note first.")


def offer_was_made(read: Reviewed) -> Iterator[Finding]:
    """L5: what is called offered was offered."""
    if _gave(read.facts):
        return
    if found := read.phrase(_OFFERED):
        words = f"“{found}”: nothing here says that {read.facts.name} did. Record it first, if so."
        yield finding("L5", "warning", words)


def knows_it_from_inside(read: Reviewed) -> Iterator[Finding]:
    """L5: only who works in a department knows it from the inside."""
    facts = read.facts
    if not facts.department or sits_in(facts.title, facts.department):
        return
    at = re.escape(facts.department)
    inside = rf"you know {at} from (?:the )?inside|as (?:someone|somebody) (?:who works )?in {at}\b"
    if found := read.phrase(inside):
        words = f"“{found}”: nothing here says that {facts.name} works in {facts.department}."
        yield finding("L5", "warning", words)


_ASKING = frozenset({"write", "second_person", "ask_introduction", "nudge"})


def _gave(facts: DraftFacts) -> bool:
    """Whether they gave or promised anything, as far as is known here."""
    between = facts.between
    promised = bool(between.offer or between.awaited)
    met = facts.origin in MET or bool(facts.meeting_on)
    return promised or met or facts.answer not in _NOTHING_CAME or _owes(facts)


def _owes(facts: DraftFacts) -> bool:
    """Whether the step itself is for something they did."""
    return facts.kind in ("thank", "report_back") and facts.answer not in ("no", "later")
