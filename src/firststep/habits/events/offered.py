"""What an offer offers, read from its words: which ask takes it up, and by which way. Pure."""

import re

from firststep.facts.asks import Ask
from firststep.facts.channels import BY_CALL, BY_INVITATION, CHANNELS, USUAL_CHANNEL, ChannelName

# In this order: the more special first. "I'll introduce you to our buyer" is no talk.
_OFFERED: tuple[tuple[Ask, str], ...] = (
    ("introduction", r"\bintroduc|\bput you in touch|\bconnect you (?:with|to)\b"),
    ("referral", r"\brefer you\b|\breferral|\bput your name forward|\bpass (?:on )?your"
                 r"|\brecommend you\b|\bforward your"),
    ("name", r"\b(?:give|send|get|find|tell) you .*\bnames?\b|\bwho runs\b"),
    ("connect", r"\bconnect(?:ing)?\b|\badd me\b|\bfollow me\b|\bstay in touch\b"),
    ("advice", r"\b(?:look|go|read) (?:at|over|through) your\b|\byour (?:cv|r[ée]sum[ée]|profile)\b"
               r"|\badvice\b|\bquestions?\b|\bfeedback\b|\bask me\b|\bmentor"),
    ("tip", r"\btips?\b"),
    ("meeting", r"\btalk\b|\bmeet\b|\bcoffee\b|\blunch\b|\bcall\b|\bring\b|\bchat\b|\bvisit\b"
                r"|\bdrop (?:by|in)\b|\bshow you\b"),
)  # fmt: skip
_SAID_OTHERWISE: tuple[tuple[ChannelName, str], ...] = (
    (USUAL_CHANNEL, r"\bwrite\b|\bdrop me a (?:line|note)\b"),
    (BY_CALL, r"\b(?:call|ring|phone) me\b|\bgive me a (?:call|ring)\b"),
    (BY_INVITATION, r"\bconnect with me\b|\badd me\b"),
)
_WAYS = (*((one.name, one.heard) for one in CHANNELS), *_SAID_OTHERWISE)


def ask_offered(says: str) -> Ask | None:
    """What they offered, as an ask; None where the words name none ("write to me")."""
    return next((ask for ask, words in _OFFERED if re.search(words, says, re.IGNORECASE)), None)


def way_offered(says: str) -> ChannelName | None:
    """By which way they asked to be approached, the first they named; None where they did not."""
    found = ((re.search(words, says, re.IGNORECASE), way) for way, words in _WAYS if words)
    named = [(hit.start(), -hit.end(), way) for hit, way in found if hit]
    ways = [way for _, _, way in sorted(named)]
    # "Write to me on LinkedIn": a place beats the bare word for writing.
    return next((way for way in ways if way != USUAL_CHANNEL), ways[0]) if ways else None
