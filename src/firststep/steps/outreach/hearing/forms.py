"""What a sentence says by its form alone, whatever its words: an hour, a day, a question. Pure."""

import re
from collections.abc import Collection, Iterator
from datetime import date

from firststep.facts.asks import CONVERSATION_ASKS
from firststep.steps.outreach.hearing.told import SentenceTold, WholeText

_SOON = 10  # days: what lies further off is a later one
_YOU = re.compile(
    r"\b(?:you|your|u|sie|ihr|ihre|ihren|ihrem|du|dein|deine|dir|dich|ihnen)\b"
)  # fmt: skip
_WRITE = (
    r"(?:contact|write|email|e mail|mail|message|messages|emails|mails|call|calls|text|phone|ring"
    r"|approach|send|nachrichten|schreiben|anrufen|anzurufen|kontaktieren|anschreiben"
    r"|anzuschreiben|schicken|senden)"
)
_QUIET = re.compile(
    r"\b(?:stop|quit|cease|never|not|no|nicht|keine|keinen|nie)\b(?:\s\S+){0,4}?"
    rf"\s{_WRITE}\b(?:\s\S+){{0,3}}?"
    r"\s?(?:me|us|mich|mir|uns|him|her|my|our|meine|unsere|again|mehr|anymore)\b"
    r"|\b(?:write|contact|email|call|text|message)\s(?:\S+\s){0,4}"
    r"(?:no more|never again|no longer)\b"
    r"|\b(?:schreib\w*|ruf\w*|kontaktier\w*|mail\w*|meld\w*)\s(?:\S+\s){0,5}"
    r"(?:nicht mehr|nie wieder|nie mehr|nimmer)\b"
)
_NO_QUIET = re.compile(
    r"\b(?:i|we|ich|wir|nobody|niemand)\s(?:\S+\s){0,2}(?:not|never|nicht|nie|no|keine)\b|hesitate"
    r"|before|until|zoeger|scheu|worry|forget|vergess|mind|instead|sondern|\bvor\b|unless|nor\b"
    r"|access|worse"
)
_NOT = re.compile(
    r"\b(?:no|not|never|nothing|nobody|none|without|unable|neither|nor|hardly|nope|unfortunately"
    r"|sadly|only|regrettably|doubt|forbid\w*|prohibit\w*|declin\w*|hold off|filled|lack|impossible"
    r"|leider|nicht|kein|keine|keinen|keiner|nichts|niemand|nie|ohne|kaum|nix|ned|net)\b"
)


def said_by_form(
    whole: WholeText, told: SentenceTold, kinds: Collection[str]
) -> Iterator[tuple[str, float]]:
    """Kinds and weights beside those its words say: an hour is an offer, a question about a day
    far off a later one, and a "not" beside writing to me is a wish to be left."""
    kind = _by_day(whole, told, kinds)
    if kind:
        yield kind
    elif not kinds and _is_soon(whole, told):
        yield "yes", 1.2
    elif told.sentence.asks and not {"question", "plain"} & {*kinds}:
        yield "question", 1.9 if _YOU.search(told.words) else 1.5
    if "no_contact" not in kinds and _wants_quiet(told.words):
        yield "no_contact", 1.0


def _by_day(
    whole: WholeText, told: SentenceTold, kinds: Collection[str]
) -> tuple[str, float] | None:
    if whole.known.ask not in (None, *CONVERSATION_ASKS) or "yes" in kinds:
        return None
    if told.moments and not {"no", "later"} & {*kinds}:
        return "yes", 1.5
    if told.sentence.asks and told.coming and "no" not in kinds:
        return _asked_of_day(told, whole.known.today), 1.8
    return None


def _is_soon(whole: WholeText, told: SentenceTold) -> bool:
    """Whether a talk was asked for and a day near is named, and nothing is denied."""
    talk = whole.known.ask in (None, *CONVERSATION_ASKS)
    near = [day for day in told.coming if (day - whole.known.today).days <= 2 * _SOON]
    return talk and bool(near) and not denies(told) and not told.sentence.asks


def _asked_of_day(told: SentenceTold, today: date) -> str:
    is_far = any((day - today).days > _SOON for day in told.coming)
    return "later" if is_far and not told.moments else "yes"


def _wants_quiet(words: str) -> bool:
    return _QUIET.search(words) is not None and not _NO_QUIET.search(words)


def denies(told: SentenceTold) -> bool:
    """Whether a sentence denies something."""
    return _NOT.search(told.words) is not None
