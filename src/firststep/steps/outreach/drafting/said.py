"""What was offered, promised and said, as a letter can say it (L4, L7). Pure.

It was typed in a few words, about them or about the seeker; a letter speaks to them. What cannot be
turned for sure is left out, and a blank or a plainer sentence stands there.
"""

import re

from firststep.facts.channels import BY_CALL, FACE_TO_FACE, ChannelName, channel_named
from firststep.facts.habits import Between, OfferFacts

# By which they said how to reach them: their own words, which are quoted.
_REACH = re.compile(
    r"(?i)(?:please )?(?:connect|add|link|write|e-?mail|mail|message|ping|text|call|ring|phone"
    r"|contact|reach|(?:get|keep|stay) in touch|drop|stop by|come|visit|follow|feel free"
    r"|give (?:me|us) a (?:ring|call|bell|buzz|shout)|my number|rufen|ruf|schreiben|schreib"
    r"|melden)\b"
)
_CONNECT = re.compile(r"(?i)\b(?:connect|linked ?in|add me|vernetzen|in kontakt bleiben)\b")
_COFFEE = re.compile(r"(?i)\b(?:coffee|kaffee)\b")
_PAPERS = re.compile(
    r"(?i)\b(?:cv|c\.v\.|r[eé]sum[eé]s?|portfolio|cover letter|application|profile"
    r"|lebenslauf|unterlagen|bewerbung|anschreiben)\b"
)
_BY_THEM = re.compile(
    r"(?i)^(?:(?:i|she|he|they)(?:['’](?:ll|d)| can| could| will| would| am| is)?(?: be)? )"
    r"?(?:happy to |glad to |willing to |offered to |will |can |could |to )*"
)
_VERBS = re.compile(
    r"(?i)^(?:look|have|introduce|read|review|put|pass|forward|send|show|help|give|check|recommend|refer"
    r"|share|talk|meet|tell|find|ask|lend|let|get|write|call|come|bring|connect|pay|make|try|keep|go"
    r"|speak|mention|explain|teach|proofread|answer|think|open|arrange|set up|take)\b"
)
# What they want to be sent is no offer, and stands in their own words.
_WANTED = re.compile(
    r"(?i)^(?:please |just )?(?:send|show|give|mail|e-?mail|forward|pass|bring|drop|hand) (?:me|us)"
    r"\b.*\byours?\b"
)
_HELPED = re.compile(
    r"(?i)^(?:(?:you|she|he|they) )?(?:kindly )?(?P<did>(?:\w+ed|gave|told|sent|put|wrote|took"
    r"|brought|made|found|read|spoke|lent|let|got|taught|showed|thought|came|went|stood|spent|held|kept|knew|said|met"
    r"|saw|drew|led|set up)\b.*)"
)
_GIVEN = re.compile(r"(?i)^(?:the|an?|your|her|his|their) ")
_TO_THEM = {"her": "you", "him": "you", "them": "you", "hers": "yours"}
_FROM_THEM = {
    "your": "my",
    "you": "me",
    "yours": "mine",
    "my": "your",
    "me": "you",
    "mine": "yours",
}
# The day by which, as a line was noted: “by friday (4 December)”. A letter goes out on any day.
UNTIL = re.compile(
    r"(?i)\s*(?:\b(?:by|until|till|before|on|bis|am|zum)\s[^()]{1,30}|\b[^\s()]+)"
    r"\s\(\d{1,2} [^\W\d]+\)"
)
_ABOUT_THEM = re.compile(r"(?i)\b(?:she|he|they|her|his|their|him|them)\b")


def offer_said(between: Between) -> dict[str, str]:
    """The fields of an offer: what they would do, or the words they used."""
    offer = between.offer
    if offer is None:
        return {"offer_help": "", "offer_said": "", "us": "me"}
    said = _bare(offer.says)
    reach = bool(_REACH.match(said) or _WANTED.match(said))
    return {
        "offer_help": "" if reach else _would_do(said),
        "offer_said": said if reach else "",
        "us": "us" if offer.to == "class" else "me",
    }


def offer_way_tags(offer: OfferFacts | None, channel: ChannelName) -> frozenset[str]:
    """Whether they asked for that very way (`offer_call`, `offer_visit`), or for a coffee."""
    says = offer.says if offer else ""
    by_way = {BY_CALL: "offer_call", FACE_TO_FACE: "offer_visit"}.get(channel, "")
    asked = by_way and re.search(channel_named(channel).offered, says, re.IGNORECASE)
    coffee = _COFFEE.search(says)
    return frozenset(filter(None, (by_way if asked else "", "offer_coffee" if coffee else "")))


def offer_tag(offer: OfferFacts | None) -> str:
    """What sort of offer it is, where that asks for words of its own."""
    if offer is None:
        return ""
    if _PAPERS.search(offer.says):
        return "offer_papers"
    return "offer_connect" if _CONNECT.search(offer.says) else ""


def promised_said(between: Between) -> dict[str, str]:
    """What the seeker promised, after "I said I'd", and what they did, after "you offered to"; the
    newest of each."""
    mine = _bare(UNTIL.sub("", next(iter(reversed(between.promised)), "")))
    theirs = _bare(UNTIL.sub("", next(iter(reversed(between.awaited)), "")))
    to_do = _swapped(_BY_THEM.sub("", mine), _TO_THEM)
    return {
        "promise_do": to_do if _VERBS.match(to_do) else "",
        "promise_thing": to_do if to_do and not _VERBS.match(to_do) else "",
        "their_promise": _would_do(theirs),
    }


def helped_said(words: str) -> str:
    """What they did, after "you": "gave me Stuart's name" of "You gave me Stuart's name", of "she
    gave me Stuart's name" and of "the name of Stuart"; "" of what is no deed, or about others."""
    bare = _bare(words)
    bare = f"gave me {bare[:1].lower()}{bare[1:]}" if _GIVEN.match(bare) else bare
    found = _HELPED.match(bare)
    did = found["did"] if found else ""
    return "" if _ABOUT_THEM.search(did) else did[:1].lower() + did[1:]


def stayed_said(between: Between) -> str:
    """What stayed with the seeker of their last talk, after "what stayed with me:"."""
    said = _bare(between.stayed)
    return "" if _ABOUT_THEM.search(said) else said


def they_said(between: Between) -> str:
    """What was talked about, after "what stayed with me:"."""
    said = _bare(between.said)
    return "" if _ABOUT_THEM.search(said) else said


def _would_do(said: str) -> str:
    """ "look at my CV" of "I can look at your CV" and of "to look at my CV"."""
    of_mine = re.search(r"(?i)\byours?\b", said)  # who notes it would say "my"
    in_their_words = re.match(r"(?i)i\b", said) or of_mine
    if of_mine and re.search(r"(?i)\bme\b", said):
        return ""  # whose "me" it is cannot be told
    found = _BY_THEM.sub("", said)
    found = _swapped(found, _FROM_THEM) if in_their_words else found
    return "" if not _VERBS.match(found) or _ABOUT_THEM.search(found) else _small(found)


def _swapped(words: str, by: dict[str, str]) -> str:
    return re.sub(r"[^\W\d_]+", lambda word: by.get(word[0].lower(), word[0]), _small(words))


def _bare(words: str) -> str:
    return " ".join(words.split()).strip("\"“”'’ ").rstrip(".!; ")


def _small(words: str) -> str:
    return words[:1].lower() + words[1:] if _VERBS.match(words) else words
