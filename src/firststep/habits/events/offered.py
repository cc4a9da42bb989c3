"""What an offer offers, read from its words: which ask takes it up, by which way, when. Pure."""

import re
from datetime import date

from firststep.facts.asks import Ask
from firststep.facts.channels import CHANNELS, INVITING, USUAL_CHANNEL, ChannelName
from firststep.steps.outreach.language.when import whens

# In this order: the more special first. "I'll introduce you to our buyer" is no talk.
_OFFERED: tuple[tuple[Ask, str], ...] = (
    ("introduction", r"\bintroduc|\bput you in touch|\bconnect you (?:with|to)\b"
                     r"|\bvor(?:zu)?stellen\b|\bstelle? (?:dich|sie|euch)\b.*\bvor\b"),
    ("referral", r"\brefer you\b|\breferral|\bput your name forward|\bpass (?:on )?your"
                 r"|\brecommend you\b|\bforward your|\bempfehle|\bweiter(?:zu)?(?:geben|leiten)\b"),
    ("name", r"\b(?:give|send|get|find|tell) you .*\bnames?\b|\bwho runs\b"
             r"|\b(?:dir|ihnen|euch) .*\bnamen\b"),
    ("connect", r"\bconnect(?:ing)?\b|\badd me\b|\bfollow me\b|\bstay in touch\b|\bvernetz"),
    ("advice", r"\b(?:look|go|read) (?:at|over|through) your\b|\byour (?:cv|r[ée]sum[ée]|profile)\b"
               r"|\badvice\b|\bquestions?\b|\bfeedback\b|\bask me\b|\bmentor"
               r"|\b(?:lebenslauf|unterlagen|bewerbung|frage|fragen)\b"),
    ("tip", r"\btips?\b|\btipps?\b"),
    ("meeting", r"\btalk\b|\bmeet\b|\bcoffee\b|\blunch\b|\bcall\b|\bring\b|\bchat\b|\bvisit\b"
                r"|\b(?:come|drop|stop|swing|pop) (?:by|in)\b|\bshow you\b"
                r"|\b(?:reden|sprechen|treffen|kaffee|mittagessen|anrufen|besuch\w*|vorbei\w*)\b"
                r"|\bruf(?:en|t)?\b.*\ban\b"),
)  # fmt: skip
_WAYS = tuple((one.name, words) for one in CHANNELS for words in (one.heard, one.offered))

_COME_BY = re.compile(r"(?i)\b(come|drop|stop|swing|pop) by\b")


def ask_offered(says: str) -> Ask | None:
    """What they offered, as an ask; None where the words name none ("write to me")."""
    return next((ask for ask, words in _OFFERED if re.search(words, says, re.IGNORECASE)), None)


def way_offered(says: str) -> ChannelName | None:
    """By which way they asked to be approached, the first they named; None where they did not."""
    found = ((re.search(words, says, re.IGNORECASE), way) for way, words in _WAYS if words)
    named = [(hit.start(), -hit.end(), way) for hit, way in found if hit]
    ways = [way for _, _, way in sorted(named)]
    # "Write to me on LinkedIn": a place beats the bare word for writing; "write or call" has none.
    places = (way for way in ways if way in INVITING)
    first = next(iter(ways), None)
    return next(places, first) if first == USUAL_CHANNEL else first


def opens_on(says: str, *, made_on: date, country: str = "") -> date | None:
    """From when it holds, where their words name one day to come, or a week ("ring me next week"):
    its first day. None where they name none, or only until when."""
    plain = _COME_BY.sub(r"\1", says)  # "come by on Monday" is from Monday, not by it
    said = (one.settled(coming=True) for one in whens(plain, today=made_on, country=country))
    days = {one.on for one in said if one.on and one.on > made_on and one.sense != "until"}
    return next(iter(days)) if len(days) == 1 else None
