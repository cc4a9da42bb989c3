"""What a plain line says beside verb and name: how a call ended, an answer, a promise, a name."""

import re

from firststep.facts.asks import ASK_KINDS, Ask
from firststep.facts.channels import CHANNELS, ChannelName
from firststep.facts.line_kinds import CallOutcome, ReplyKind
from firststep.steps.outreach.telling.names import NameTold, named_at

_YES = r"\byes\b|\bagreed\b|\baccepted\b|\bagrees\b|\bwants to (?:meet|talk)\b"
_NO = (
    r"\bsaid no\b|\bsays no\b|^\W*no\b(?! answer| reply| voicemail)|\bno from\b|\bdeclined\b"
    r"|\brefused\b|\bnot interested\b|\bturned (?:me|it) down\b"
)
_LATER = (
    r"\blater\b|\bnot now\b|\btry again\b|\bagain in\b|\bin (?:a )?(?:few|two"
    r"|three) (?:weeks|months)\b"
)
_OUTCOMES: tuple[tuple[CallOutcome, str], ...] = (
    ("voicemail", r"\bvoice ?mail\b|\bleft (?:a |her |him |them )?(?:message|word)\b"
                  r"|\banswering machine\b|\bmailbox\b"),
    ("no_answer", r"\bno (?:answer|reply|one|luck)\b|\bnobody\b|\b(?:did not|didn[’']t) (?:answer"
                  r"|pick up)\b|\bbusy\b|\bengaged\b|\bnot (?:in|there)\b|\bunanswered\b"),
    ("no", _NO),
    ("yes", _YES),
    ("later", _LATER),
    ("talked", r"\b(?:talked|spoke|chatted|reached|got through|picked up|answered)\b|\bminutes\b"),
)  # fmt: skip
_ANSWERS: tuple[tuple[ReplyKind, str], ...] = (
    ("bounced", r"\bbounced\b|\bcame back\b|\bundeliver"),
    ("out_of_office", r"\bout of (?:the )?office\b|\bon (?:leave|holiday|vacation)\b|\bis away\b"),
    ("no", _NO),
    ("yes", _YES),
    ("later", _LATER),
    ("question", r"\basked\b|\basks\b|\bquestion\b|\bwants to know\b|\?"),
    ("helped", r"\bhelped\b|\b(?:gave|sent|told) me\b|\badvice\b|\btips?\b|\badvised\b"),
)  # fmt: skip
_INTRODUCE = re.compile(
    r"(?i)\bintro(?:duction)?s? (?:to|with) (?P<to>[^,;.]+?)(?: (?:is |was )?(?:promised|offered))"
    r"|\b(?:promised|offered|will send|will make)(?: me)? (?:an |the )?intro(?:duction)?"
    r"(?: to (?P<to2>.+))?"
    r"|\b(?:will|promised to|offered to|agree[sd] to|accepted to|is (?:happy|willing|glad) to"
    r"|wants to|is going to|going to|can) "
    r"(?:introduce me|put me in touch|connect me|introduce us)(?: (?:to|with) (?P<to3>.+))?"
    r"|\b(?:(?:is )?introduc(?:es|ing)|connects|puts) (?:me|us)(?: in touch)?"
    r"(?: (?:to|with) (?P<to5>.+))?"
    r"|\bintro(?:duction)?s? (?:promised|offered)(?: (?:to|with) (?P<to4>.+))?"
)
# What is about a seat is looked for first, then the smallest ask.
_PROMISES = tuple(
    (one.name, one.promised_as)
    for one in sorted(ASK_KINDS, key=lambda one: one.about_seat)[::-1]
    if one.promised_as
)
_REFERRAL = re.compile(
    r"(?i)\b(?:(?:talk|speak|write|turn|go|reach out) to|contact|get in touch with"
    r"|(?:suggest|recommend|nam|mention)(?:s|ed|es)?(?: (?:that )?i (?:talk|speak|write) to| me)?"
    r"|pointed me to|sent me to|referred me to|introduced me to|put me in touch with"
    r"|gave me (?:the )?(?:name|contact|number)(?: of)?:?|(?:call|try|ask|email) (?=[A-Z])"
    r"|(?:manager|boss|head|name|person|it) is|it[’']s)\s+(?=\S)"
)
_CHANNELS = tuple((one.name, one.heard) for one in CHANNELS)
_POST = re.compile(
    r"(?:,? ?in (?P<in>[^,]+?)|, ?(?P<comma>[^,]+?))?(?:(?:, ?| ?\b(?:at|from"
    r"|(?<!head )(?<!director )(?<!president )(?<!vp )(?<!chief )(?<!lead )(?<!manager )of) )"
    r"(?P<firm>(?-i:[A-Z0-9]).*))?$",
    re.IGNORECASE,  # a head of something is a post; the CEO of something is at a company
)
_NOT_A_YES = re.compile(r"(?i)(?:\bnot|n[’']t|\bnever)(?: \w+)? (?:yes|agreed?|accept(?:ed)?)\b")
_HOW = re.compile(
    r"(?i)\b(?:for|over|on|by|via) (?:a |an )?(?P<how>coffee|lunch|breakfast|dinner|tea|drinks?"
    r"|video|zoom|teams|walk|beer)\b"
)


def without_understood(text: str) -> str:
    """The text without every phrase that something here is read from."""
    tables = (_OUTCOMES, _ANSWERS, _PROMISES, _CHANNELS)
    phrases = [how for table in tables for _what, how in table if how != r"\?"]
    text = re.sub(r"(?i)\b\d{1,3} ?min(?:ute)?s?\b", " ", text)
    introduced = _INTRODUCE.pattern.replace(".+", "[^,;.]+")
    for how in (introduced, *phrases, _REFERRAL.pattern, _HOW.pattern):
        text = re.sub(f"(?i){how.removeprefix('(?i)')}", " ", text)
    return text


def outcome_in(text: str) -> CallOutcome | None:
    text = _NOT_A_YES.sub(" ", text)
    return next((o for o, how in _OUTCOMES if re.search(rf"(?i){how}", text)), None)


def answer_in(text: str) -> ReplyKind | None:
    text = _NOT_A_YES.sub(" ", text)
    return next((a for a, how in _ANSWERS if re.search(rf"(?i){how}", text)), None)


def channel_in(text: str) -> ChannelName | None:
    """The channel that is named first."""
    found = ((re.search(rf"(?i){how}", text), name) for name, how in _CHANNELS)
    return min(((at.start(), name) for at, name in found if at), default=(0, None))[1]


def how_in(text: str) -> str:
    found = _HOW.search(text)
    return found["how"].lower() if found else ""


def minutes_in(text: str) -> int | None:
    found = re.search(r"(?i)\b(\d{1,3}) ?min(?:ute)?s?\b", text)
    return int(found[1]) if found else None


def promise_in(text: str) -> tuple[Ask | None, str]:
    """What was promised, and to whom an introduction would lead."""
    found = _INTRODUCE.search(text)
    if found:
        said = next(filter(None, found.groups()), "")
        named = _proper(said)
        return "introduction", _with_post(named) if named else ""
    return next((p for p, how in _PROMISES if re.search(rf"(?i){how}", text)), None), ""


def referral_in(text: str) -> str:
    """Who was named, as `Sam Lee, Operations, Acme`; empty parts stay empty between commas."""
    for found in _REFERRAL.finditer(text):
        named = _proper(text[found.end() :])
        if named:
            return _with_post(named)
    return ""


def _proper(text: str) -> NameTold | None:
    """A name in capitals: within a sentence small words are not names."""
    named = named_at(text)
    return named if named and not named.name[0].islower() else None


def _with_post(named: NameTold) -> str:
    post, company = "", ""
    if named.company:
        post, _, company = (part.strip() for part in named.company.rpartition(","))
    else:
        rest = re.split(r"[.;:!?]|\bwho\b|, (?=(?:and|but|she|he|they|I|we)\b)", named.rest)[0]
        found = _POST.match(rest)
        if found:
            post = (found["in"] or found["comma"] or "").strip()
            company = (found["firm"] or "").strip()
    parts = [named.name, post, company]
    while not parts[-1]:
        parts.pop()
    return ", ".join(parts)
