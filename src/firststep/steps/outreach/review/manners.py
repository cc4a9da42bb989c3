"""Rules on the manners of a message: the person first, a small ask, thanks, honesty."""

import re
from collections.abc import Iterator

from firststep.facts.asks import ASK_KIND, CONVERSATION_ASKS
from firststep.facts.draft import DraftFacts, Finding
from firststep.facts.kinds import MET
from firststep.facts.said import say
from firststep.steps.outreach.review.reading import sentences_in, words_in
from firststep.steps.outreach.review.text import SEEN, Reviewed, finding

NUDGE_WORDS = 75


def begins_with_this_person(read: Reviewed) -> Iterator[Finding]:
    """W4b: the first two sentences say a thing true of this person only; a name is not one, that
    they accepted an invitation is."""
    if not read.is_first_note or read.facts.accepted_on:
        return
    opening = " ".join(read.sentences[:2])
    if "[" in opening or _true_of_one(opening, read):
        return
    words = say(
        "Begin with something true only of {name}: letters that did were answered more.",
        name=read.facts.name,
    )
    yield finding("W4b", "warning", words)


def link_comes_before_request(read: Reviewed) -> Iterator[Finding]:
    """W5: first the link, then the request; a warm note names its sender at once (M5.1)."""
    if not read.is_first_note or not read.sentences:
        return
    first = read.sentences[0]
    if read.warm_by and not _names(first, read.warm_by):
        words = say(
            "Name {name} in the first line: that is why this note is warm.", name=read.warm_by
        )
        yield finding("W5", "warning", words)
    elif first.endswith("?"):
        yield finding("W5", "warning", say("First say how you come to write, then ask."))


def ask_is_small(read: Reviewed) -> Iterator[Finding]:
    """W6: 10 to 20 minutes or one fact, as the ask says, and it says that a little helps; what was
    offered is as large as it was offered."""
    if not read.is_first_note or read.facts.kind == "offer_taken_up":
        return
    fits, said = ASK_KIND[read.facts.ask].how_much, read.patterns
    minutes = [said.in_words.get(m.lower()) or int(m) for m in said.minutes.findall(read.proper)]
    if any(m > fits.most_minutes for m in minutes) or read.says(said.too_long):
        yield finding("W6", "warning", say(fits.less))
    elif not minutes and not read.says(said.one_fact):
        yield finding("W6", "warning", say(fits.enough))


def leaves_a_way_out(read: Reviewed) -> Iterator[Finding]:
    """W7: an easy way out, once. The careful experiments found little effect."""
    if not read.is_first_note or read.is_connection_note:
        return
    ways = [s for s in read.sentences if re.search(rf"(?i)\b(?:{read.patterns.way_out})", s)]
    if not ways:
        yield finding("W7", "hint", say("You could leave an easy way out, in one sentence."))
    elif len(ways) > 1:
        yield finding("W7", "hint", say("One way out is enough; you leave more than one."))


def thanks(read: Reviewed) -> Iterator[Finding]:
    """W8: thanks near the end: in the last sentences or the sign-off; anywhere in what only
    thanks."""
    last = 0 if read.facts.kind == "thank" else -5
    close = " ".join(sentences_in(read.letter)[last:])
    if not re.search(rf"(?i)\b(?:{read.patterns.thanks})", close):
        words = say("End with a thank-you: such notes were answered more ({seen}).", seen=say(SEEN))
        yield finding("W8", "warning", words)


def does_not_ask_a_stranger_for_work(read: Reviewed) -> Iterator[Finding]:
    """W9: a stranger is asked for advice or a talk; no vacancy, no papers."""
    if not read.is_first_note or read.facts.tie or read.facts.origin in MET:
        return
    text = read.proper.replace(read.facts.role, " ") if read.facts.role else read.proper
    found = re.search(rf"(?i)\b(?:{read.patterns.work})", text)
    if found:
        words = say(
            "“{found}” can wait: with a stranger, ask for advice or a talk first.", found=found[0]
        )
        yield finding("W9", "warning", words)


def does_not_gush(read: Reviewed) -> Iterator[Finding]:
    """W11: mildly warm did as well as very warm."""
    found = re.search(rf"(?i)\b(?:{read.patterns.gush})", read.proper)
    if found:
        words = say("“{found}” is a little much. Plain and warm is enough.", found=found[0])
        yield finding("W11", "hint", words)
    elif read.body.count("!") > 1:
        words = say("One exclamation mark at most; full stops are warm, too.")
        yield finding("W11", "hint", words)


def nudge_brings_something_new(read: Reviewed) -> Iterator[Finding]:
    """W13: a nudge is shorter than the first note and brings one new thing."""
    if read.facts.kind != "nudge":
        return
    stale = re.search(rf"(?i)\b(?:{read.patterns.stale})", read.proper)
    if stale:
        words = say("“{found}” says nothing new. Bring one new thing.", found=stale[0])
        yield finding("W13", "warning", words)
    limit = len(words_in(read.facts.first_note)) or NUDGE_WORDS
    if read.words > limit:
        words = say("A nudge is shorter than the first note: {n} words.", n=limit)
        yield finding("W13", "warning", words)


def offers_something_back(read: Reviewed) -> Iterator[Finding]:
    """W14: a return, or a word of what came of it, where there is room for it: in a letter to whom
    one knows (M4.1)."""
    known = read.facts.tie or read.facts.origin in MET
    is_letter = read.is_first_note and read.channel.has_subject and known
    if is_letter and not read.is_connection_note and not read.says(read.patterns.returned):
        words = say("You could offer something back, or to tell what comes of it.")
        yield finding("W14", "hint", words)


def offers_two_times(read: Reviewed) -> Iterator[Finding]:
    """W15: two concrete times, one of them soon."""
    facts = read.facts
    agreed = facts.kind == "answer" and facts.answer == "yes" and facts.ask in CONVERSATION_ASKS
    said = read.patterns
    offered = [part for part in said.either.split(read.proper) if said.time.search(part)]
    if agreed and len(offered) < 2:
        words = say("Offer two times, one of them soon; then it is easy to say yes.")
        yield finding("W15", "hint", words)


def is_honest(read: Reviewed) -> Iterator[Finding]:
    """W17: no Re: where nothing was exchanged, no invented friend, no invented past."""
    facts = read.facts
    nothing_yet = not facts.first_note_on and not facts.answer
    if nothing_yet and re.match(r"(?i)\s*(?:re|aw|fwd?|fw)\s*:", read.subject or ""):
        yield finding("W17", "error", say("Take “Re:” out: nothing was exchanged yet."))
    for sender in _unknown_senders(read):
        words = say("Nothing here says that {name} sent you. If so, record it first.", name=sender)
        yield finding("W17", "error", words)
    if not facts.via and read.says(read.patterns.friend):
        words = say("Nothing here knows of a friend in common. Name and record them.")
        yield finding("W17", "error", words)
    if nothing_yet and _claims_a_past(read):
        words = say("Nothing here says you have met or talked. Record it, if so.")
        yield finding("W17", "error", words)


def _unknown_senders(read: Reviewed) -> list[str]:
    senders = dict.fromkeys(read.patterns.sender.findall(read.proper))
    return [sender for sender in senders if not _names(sender, read.facts.via)]


def _claims_a_past(read: Reviewed) -> bool:
    return _is_stranger(read.facts) and bool(read.says(read.patterns.past))


def _is_stranger(facts: DraftFacts) -> bool:
    met = facts.origin in MET or facts.kind not in {"write", "second_person", "nudge"}
    talked = facts.talked or facts.meeting_on
    return not (facts.tie or facts.how or facts.overlap or talked or met)


def _names(text: str, name: str) -> bool:
    """Whether the text holds one whole word of the name; none of nobody's."""
    if not name:
        return False
    said = {w.casefold() for w in words_in(text)}
    return name.casefold() in text.casefold() or any(w.casefold() in said for w in words_in(name))


def _true_of_one(opening: str, read: Reviewed) -> bool:
    facts, said = read.facts, read.patterns
    known = [facts.company, facts.overlap, facts.how, facts.via, facts.title]
    if any(k and k.casefold() in opening.casefold() for k in known):
        return True
    general = (facts.name, facts.given, facts.seeker, facts.role, facts.department, *facts.places)
    common = {w for text in (*general, facts.about_company) for w in words_in(text)} | {"I"}
    named_by = r"[A-Z][\w’'-]+|\d+" if said.names_by_capitals else r"\d+"
    inside = re.findall(rf"(?<![.?!:] )(?<!^)\b({named_by})", opening)
    named = any(word not in common for word in inside)
    return named or bool(re.search(rf"(?i)\b(?:{said.shared})", opening))
