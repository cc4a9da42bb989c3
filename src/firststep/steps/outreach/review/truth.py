"""Rules on what is so: nothing is thanked for, remembered or named that did not happen (L5)."""

import re
from collections.abc import Iterator

from firststep.facts.draft import DraftFacts, Finding
from firststep.facts.kinds import MET
from firststep.facts.said import say
from firststep.facts.text import fold
from firststep.steps.outreach.review.text import Reviewed, finding
from firststep.steps.people.titles.decision_makers import sits_in

# What came in by which nothing was given or promised.
_NOTHING_CAME = frozenset({"", "no", "later", "accepted", "out_of_office", "bounced"})


def thanks_who_helped(read: Reviewed) -> Iterator[Finding]:
    """L5: thanks for help go to who helped."""
    if _gave(read.facts):
        return
    who = read.facts.name
    if found := read.phrase(read.patterns.for_help):
        words = say(
            "“{found}”: nothing here says that {name} helped you. Record it first, if so.",
            found=found,
            name=who,
        )
        yield finding("L5", "warning", words)
    elif read.facts.kind in _ASKING and (found := read.phrase(read.patterns.help_to_come)):
        words = say(
            "“{found}”: {name} has not helped yet. Thank them for reading, or for their time.",
            found=found,
            name=who,
        )
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
        if found := read.phrase(read.patterns.met_at.format(company=re.escape(core))):
            words = say(
                "“{found}” says you met in their house. Say where it was, if it was elsewhere.",
                found=found,
            )
            yield finding("L5", "warning", words)
            return


def earlier_note_arrived(read: Reviewed) -> Iterator[Finding]:
    """L5: a note never speaks of an earlier one that did not arrive."""
    facts = read.facts
    wrote = facts.first_note_on or facts.answer or facts.after_silence or facts.meeting_on
    if wrote or facts.kind == "report_back":
        return
    if found := read.phrase(read.patterns.earlier_note):
        words = say(
            "“{found}”: nothing here says that an earlier note reached {name}. Take it out, or "
            "record that note first.",
            found=found,
            name=facts.name,
        )
        yield finding("L5", "error", words)


def offer_was_made(read: Reviewed) -> Iterator[Finding]:
    """L5: what is called offered was offered."""
    if _gave(read.facts):
        return
    if found := read.phrase(read.patterns.offered):
        words = say(
            "“{found}”: nothing here says that {name} did. Record it first, if so.",
            found=found,
            name=read.facts.name,
        )
        yield finding("L5", "warning", words)


def knows_it_from_inside(read: Reviewed) -> Iterator[Finding]:
    """L5: only who works in a department knows it from the inside."""
    facts = read.facts
    if not facts.department or sits_in(facts.title, facts.department):
        return
    at = re.escape(facts.department)
    inside = rf"you know {at} from (?:the )?inside|as (?:someone|somebody) (?:who works )?in {at}\b"
    if found := read.phrase(inside):
        words = say(
            "“{found}”: nothing here says that {name} works in {department}.",
            found=found,
            name=facts.name,
            department=facts.department,
        )
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
