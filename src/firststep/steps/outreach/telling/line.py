"""What a plain line says happened: `Met Ann Lee (Acme) for coffee, intro to Sam promised, Tue`.

A small grammar, not a guess: a verb, a name, and what else the line says. What is not understood
is refused with a sentence on how to say it; a name is never made up.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from firststep.errors import CannotDo
from firststep.facts.asks import Ask
from firststep.facts.channels import (
    BY_CALL,
    CHANNELS,
    FACE_TO_FACE,
    SPOKEN,
    ChannelName,
    by_words,
)
from firststep.facts.line_kinds import CallOutcome, ReplyKind
from firststep.steps.outreach.telling import parts
from firststep.steps.outreach.telling.days import DayTold, day_of, until_of
from firststep.steps.outreach.telling.names import NameTold, named_at
from firststep.steps.outreach.telling.occasion import occasion_in
from firststep.steps.outreach.telling.rest import (
    not_understood,
    refuse_second_person,
    refuse_second_thing,
)

Verb = Literal["met", "talked", "called", "wrote", "thanked", "replied"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """One line, understood. `words` says it back; what was not said is empty."""

    verb: Verb
    name: str
    company: str = ""
    on: date
    words: str = ""
    line: str
    channel: ChannelName | None = None
    how: str = ""  # coffee, lunch, video …
    where: str = ""
    occasion: str = ""  # of a meeting, in words: "for coffee at a fair"
    minutes: int | None = None
    outcome: CallOutcome | None = None  # of a call
    answer: ReplyKind | None = None  # of a reply
    until: date | None = None
    promise: Ask | None = None
    to: str = ""  # whom they named, or promised to introduce: "Sam Lee, Operations, Acme"
    note: str = ""  # what of the line nothing else was made of


HOW_TO_SAY = "Say it as in: Met Ann Lee (Acme) for coffee, Tue. Or: Dana Whitlock said yes."
_THING = r"(?:e-?mail|mail|note|message|letter|reminder|nudge|invitation|request)"
_THERE = "|".join(one.called for one in CHANNELS if one.form == "message")
_OPENINGS: tuple[tuple[Verb, str], ...] = (
    ("met", r"(?:met|saw)(?: up)?(?: with)?"),
    ("met", r"(?:(?:had|got) )?(?:a |an )?(?:quick )?(?P<how>coffee|lunch|breakfast|dinner|tea"
            r"|drinks?|beer) with"),
    ("met", r"(?:had )?(?:a |an )?(?:meeting|interview) with"),
    ("talked", r"(?:talked|spoke|chatted|(?:had )?(?:a )?(?:quick |good |long )?(?:talk|chat"
               r"|conversation|(?P<video>video call|zoom)|(?P<phone>(?:phone )?call)))"
               r"(?: to| with)"),
    ("called", r"(?:called|rang|phoned|telephoned|(?P<tried>tried(?: to (?:call|reach))?)"
               r"|(?P<voicemail>left (?:a )?(?:voicemail|message) (?:for|with)))"),
    ("thanked", rf"(?:thanked|said thank(?:s| you) to|sent (?:my )?thanks to|thank[- ]you {_THING}"
                r" to)"),
    ("wrote", rf"(?:wrote|sent|written)(?: an?| the)?(?: (?:first|short|second|(?P<by>{_THERE})))*"
              rf"(?: (?P<thing>{_THING}))? to"),
    ("wrote", r"(?:wrote|(?P<email>e-?mailed|mailed)|messaged|nudged|reminded)"),
    ("wrote", rf"(?:my |the )?(?P<thing>{_THING}) to"),
    ("replied", rf"(?:got |had |received )?(?:a |an )?(?:reply|answer|{_THING}|(?P<yes>yes)"
                r"|(?P<no>no)) from"),
)  # fmt: skip
_HEARD = re.compile(
    r"(?i)(?:has |have |just )?(?:replied|answered|wrote|called|rang|said|says|agreed"
    r"|agrees|accepted"
    r"|declined|refused|promised|suggest|recommend|named|told|gave|pointed|introduce[ds]|connects"
    r"|puts? me"
    r"|referred|helped|sent|asked|asks|wants|will|offered|out of|is out|is away|is on|bounced"
    r"|turned|advised|not interested|\W*(?:yes|no)\b)"
)
_TIME_TO_COME = re.compile(
    r"(?i)\bfor (?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bat \d{1,2}[:.]\d\d\b"
)
_DAY_AT_END = re.compile(r" (?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)$")


def understand(line: str, *, today: date) -> Understood:
    """What the line says, with its day on or before `today`. Refuses what it cannot read."""
    text = " ".join(line.split())
    if not text:
        raise CannotDo(f"There is nothing to log yet. {HOW_TO_SAY}", kind="bad_input")
    until, rest = until_of(text, today=today)
    day = day_of(rest, today=today)
    verb, named, hints = _read(day.rest)
    _refuse_day_as_name(named, day)
    refuse_second_person(named)
    known = Understood(verb=verb, name=named.name, on=day.on, line=text, until=until)
    known = _with_details(known, named, hints)
    if "yes" in {known.answer, known.outcome} and _TIME_TO_COME.search(rest):
        raise CannotDo(
            "Log the yes, then set its time.", kind="bad_input", typed="firststep meeting"
        )
    said = _said_back(known, today=today)
    rest = _company(named, known.verb)[1]
    if known.verb not in ("replied", "called") and known.promise is None:
        refuse_second_thing(known.name, rest, so_far=said)
    told = (known.to, known.where, known.how, known.company)
    return replace(known, words=said, note=not_understood(rest, told=told))


def _read(text: str) -> tuple[Verb, NameTold, dict[str, str | None]]:
    """The verb, whom it is about with the rest of the line, and what the verb itself says."""
    text = re.sub(r"(?i)^(?:i|we|i’ve|i've|just|today i)\s+(?:just )?", "", text.lstrip(" :,;–-"))
    for verb, opening in _OPENINGS:
        found = re.match(rf"(?i){opening}\b", text)
        if found:
            named = named_at(text[found.end() :])
            if named is None:
                raise CannotDo(f"Who was it? {HOW_TO_SAY}", kind="bad_input")
            return verb, named, found.groupdict()
    named = named_at(text)
    if named is not None:
        refuse_second_person(named)
    if named is None or not _HEARD.match(named.rest.lstrip(" ,:–-")):
        raise CannotDo(f"This line is not clear yet. {HOW_TO_SAY}", kind="bad_input")
    return "replied", named, {}


def _with_details(known: Understood, named: NameTold, hints: dict[str, str | None]) -> Understood:
    company, rest = _company(named, known.verb)
    promise, to = parts.promise_in(rest)
    if not to and promise != "introduction":
        to = parts.referral_in(rest)
    said = hints.get("how") or "video" * bool(hints.get("video"))
    known = replace(
        known,
        company=company,
        promise=promise,
        to=to,
        how=said.lower() or parts.how_in(rest),
        minutes=parts.minutes_in(rest),
        channel=_channel(known.verb, rest, hints),
    )
    if known.verb == "met":
        return replace(known, occasion=occasion_in(rest, how=said.lower()), where=_where(rest))
    if known.verb == "called":
        return replace(known, outcome=_outcome(known, rest, hints))
    bounced = known.verb == "wrote" and parts.answer_in(rest) == "bounced"
    if known.verb == "replied" or bounced:
        return replace(known, verb="replied", answer=_answer(known, rest, hints))
    return known


def _company(named: NameTold, verb: Verb) -> tuple[str, str]:
    """The company in brackets, or after of, from, at; where people met is not their company."""
    if named.company:
        return named.company, named.rest
    ways = "of|from" if verb == "met" else "of|from|at"
    found = re.match(
        rf"(?:{ways}) ([A-Z0-9][^\s,;:]*(?: (?:[A-Z0-9&][^\s,;:]*|and|of))*)", named.rest
    )
    if not found:
        return "", named.rest
    return found[1].rstrip("."), named.rest[found.end() :]


def _where(rest: str) -> str:
    found = re.search(r"(?i)(?:^|\s)at (?!\d)([^,;.]+)", rest)
    return found[1].strip() if found else ""


def _channel(verb: Verb, rest: str, hints: dict[str, str | None]) -> ChannelName | None:
    said = parts.channel_in(rest) or parts.channel_in(" ".join(filter(None, hints.values())))
    if verb == "called" or hints.get("phone"):
        return BY_CALL
    return said or (FACE_TO_FACE if verb == "met" else None)


def _outcome(known: Understood, rest: str, hints: dict[str, str | None]) -> CallOutcome:
    outcome = "voicemail" if hints.get("voicemail") else parts.outcome_in(rest)
    if known.until and outcome in {None, "no_answer"}:
        return "later"
    if outcome is None and hints.get("tried"):
        return "no_answer"
    if outcome is None and (known.to or known.promise):
        return "talked"
    if outcome is None:
        words = f"How did the call end? Say: Called {known.name}, left a voicemail; or no answer;"
        raise CannotDo(f"{words} or talked; or said yes, no or later.", kind="bad_input")
    return outcome


def _answer(known: Understood, rest: str, hints: dict[str, str | None]) -> ReplyKind:
    if hints.get("yes") or hints.get("no"):
        return "yes" if hints.get("yes") else "no"
    answer = parts.answer_in(rest)
    if answer in {"bounced", "out_of_office", "no", "yes"}:
        return answer
    if known.promise:
        return "yes"
    if known.to:
        return "refers"
    if answer is None and known.until:
        return "later"
    if answer is None:
        words = f"What did {known.name} answer? Say: {known.name} said yes, no or later; asked …;"
        raise CannotDo(f"{words} helped; or: talk to Sam Lee, Operations, Acme.", kind="bad_input")
    return answer


def _refuse_day_as_name(named: NameTold, day: DayTold) -> None:
    """`Met Ann Lee Tue`: a day without a comma could be part of the name."""
    found = _DAY_AT_END.search(named.name)
    if found and not (named.company or day.said):
        words = f"Is “{found[0].strip()}” a day or part of the name? Put a comma before the day."
        raise CannotDo(words, kind="ambiguous")


_ANSWERED = {
    "yes": "said yes",
    "no": "said no",
    "later": "said later",
    "refers": "gave you a name",
    "question": "asked something",
    "helped": "helped you",
    "out_of_office": "is out of the office, you heard",
    "bounced": "did not get your message: it came back",
}


def _when(on: date, today: date) -> str:
    year = "" if on.year == today.year else f" {on.year}"
    return "today" if on == today else f"on {on:%A} {on.day} {on:%B}{year}"


def _said_back(known: Understood, *, today: date) -> str:
    who = f"{known.name} ({known.company})" if known.company else known.name
    when = _when(known.on, today)
    how = f" for {known.how}" if known.how in {"coffee", "lunch", "breakfast", "dinner"} else ""
    way = "" if known.channel in SPOKEN else f" {by_words(known.channel)}".rstrip()
    said = {
        "met": f"You met {who}{how} {when}.",
        "talked": f"You talked to {who} {when}.",
        "called": f"You called {who} {when}: {(known.outcome or '').replace('_', ' ')}.",
        "wrote": f"You wrote to {who}{way} {when}.",
        "thanked": f"You thanked {who} {when}.",
        "replied": f"{who} {_ANSWERED[known.answer or 'helped']} {when}.",
    }[known.verb]
    named = known.to.replace(", , ", ", ")  # a post that was not told
    if known.promise:
        to = f" to {named}" if named else ""
        said += f" Promised: {known.promise}{to}".rstrip(".") + "."
    elif named:
        said += f" NameTold: {named}".rstrip(".") + "."
    return said + (f" Until {known.until.day} {known.until:%B %Y}." if known.until else "")
