"""What a plain line says happened: `Met Ann Lee (Acme) for coffee, intro to Sam promised, Tue`.

A small grammar, not a guess: a verb, a name, and what else the line says. What is not understood
is refused with a sentence on how to say it; a name is never made up.
"""

import re
from dataclasses import replace
from datetime import date, datetime

from firststep.errors import CannotDo
from firststep.facts.asks import CONVERSATION_ASKS
from firststep.facts.channels import (
    BY_CALL,
    CHANNELS,
    FACE_TO_FACE,
    ChannelName,
)
from firststep.facts.line_kinds import CallOutcome, ReplyKind
from firststep.steps.outreach.telling import parts
from firststep.steps.outreach.telling.days import DayTold, day_of, until_of
from firststep.steps.outreach.telling.names import NameTold, named_at
from firststep.steps.outreach.telling.no_answer import (
    BY_MACHINE,
    is_by_machine,
    refuse_no_answer,
    tells_of_connecting,
)
from firststep.steps.outreach.telling.occasion import occasion_in
from firststep.steps.outreach.telling.rest import (
    not_understood,
    refuse_second_person,
    refuse_second_thing,
)
from firststep.steps.outreach.telling.to_come import ToCome, to_come
from firststep.steps.outreach.telling.understood import Understood, Verb, said_back

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
    ("replied", rf"(?:got |had |received )?(?:a |an )?(?P<machine>{BY_MACHINE}) from"),
    ("replied", rf"(?:got |had |received )?(?:a |an )?(?:reply|answer|{_THING}|(?P<yes>yes)"
                r"|(?P<no>no)) from"),
)  # fmt: skip
_HEARD = re.compile(
    r"(?i)(?:has |have |just )?(?:replied|answered|wrote|called|rang|said|says|agreed"
    r"|agrees|accepted|connected"
    r"|declined|refused|promised|suggest|recommend|named|told|gave|pointed|introduce[ds]|connects"
    r"|puts? me"
    r"|referred|helped|sent|asked|asks|wants|will|offered|out of|is out|is away|is on|bounced"
    r"|turned|advised|not interested|auto|automatic|is (?:now )?connected|\W*(?:yes|no)\b)"
)
_HOUR = re.compile(r"(?i)\bat \d{1,2}[:.]\d\d\b")
_DAY_AT_END = re.compile(r" (?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)$")


def understand(line: str, *, today: date) -> Understood:
    """What the line says, with its day on or before `today`. Refuses what it cannot read."""
    text = " ".join(line.split())
    if not text:
        raise CannotDo(f"There is nothing to log yet. {HOW_TO_SAY}", kind="bad_input")
    until, rest = until_of(text, today=today)
    coming, rest = to_come(rest, today=today)
    day = day_of(rest, today=today)
    verb, named, hints = _read(day.rest, coming)
    _refuse_day_as_name(named, day)
    refuse_second_person(named)
    known = Understood(verb=verb, name=named.name, on=day.on, line=text, until=until)
    known = _with_details(known, named, hints, coming)
    if "yes" in {known.answer, known.outcome} and _HOUR.search(rest):
        raise CannotDo(
            "Log the yes, then set its time.", kind="bad_input", typed="firststep meeting"
        )
    if known.outcome == "yes":
        refuse_no_answer(known.name, rest, away=False)
    known, unused = _arranged(known, coming)
    said = said_back(known, today=today)
    rest = _company(named, known.verb)[1]
    if known.verb not in ("replied", "called") and known.promise is None:
        refuse_second_thing(known.name, rest, so_far=said)
    used = coming.words if coming and not unused else ""
    left = not_understood(rest, told=(known.to, known.where, known.how, known.company, used))
    kept = [unused] if left in unused else [left, unused]
    return replace(known, words=said, note=", ".join(filter(None, kept)))


def _arranged(known: Understood, coming: ToCome | None) -> tuple[Understood, str]:
    """What becomes of a day to come: a conversation, the day of a "later"; else its words are kept.
    Refuses a conversation without its hour."""
    if coming is None:
        return known, ""
    if "later" in (known.answer, known.outcome) and known.until is None:
        return replace(known, until=coming.on), ""
    if not (coming.is_talk and _agrees(known)):
        return known, coming.words
    if coming.at is None or not coming.is_day:
        words = f"On which day, at what hour? “{coming.words}” says not both. Say: … on"
        raise CannotDo(f"{words} {coming.on:%A} at 10; or leave it out.", kind="bad_input")
    verb: Verb = "meets" if coming.opens else known.verb
    return replace(known, verb=verb, meets_at=datetime.combine(coming.on, coming.at)), ""


def _agrees(known: Understood) -> bool:
    """Whether what happened may lead to a talk on a day: a yes, a conversation."""
    if known.verb in ("met", "talked"):
        return True
    said = known.answer or known.outcome
    return said in ("yes", "talked") and known.promise in (None, *CONVERSATION_ASKS)


def _read(text: str, coming: ToCome | None) -> tuple[Verb, NameTold, dict[str, str | None]]:
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
    heard = named is not None and _HEARD.match(named.rest.lstrip(" ,:–-"))
    if named is None or not (heard or (coming and coming.is_talk)):
        raise CannotDo(f"This line is not clear yet. {HOW_TO_SAY}", kind="bad_input")
    return "replied", named, {}


def _with_details(
    known: Understood, named: NameTold, hints: dict[str, str | None], coming: ToCome | None
) -> Understood:
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
        return replace(known, outcome=_outcome(known, rest, hints, coming))
    bounced = known.verb == "wrote" and parts.answer_in(rest) == "bounced"
    if known.verb == "replied" or bounced:
        return replace(known, verb="replied", answer=_answer(known, rest, hints, coming))
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


def _outcome(
    known: Understood, rest: str, hints: dict[str, str | None], coming: ToCome | None
) -> CallOutcome:
    outcome = "voicemail" if hints.get("voicemail") else parts.outcome_in(rest)
    if known.until and outcome in {None, "no_answer"}:
        return "later"
    if outcome is not None:
        return outcome
    if hints.get("tried"):
        return "no_answer"
    if coming and coming.is_talk:
        return "yes"
    if known.to or known.promise:
        return "talked"
    words = f"How did the call end? Say: Called {known.name}, left a voicemail; or no answer;"
    raise CannotDo(f"{words} or talked; or said yes, no or later.", kind="bad_input")


def _answer(
    known: Understood, rest: str, hints: dict[str, str | None], coming: ToCome | None
) -> ReplyKind:
    heard = f"{hints.get('machine') or ''} {rest}"
    if tells_of_connecting(heard):
        return "accepted"
    refuse_no_answer(known.name, heard, away=known.until is not None)
    for said in ("yes", "no"):
        if hints.get(said):
            return said
    answer = parts.answer_in(rest)
    if is_by_machine(heard) and answer != "bounced":
        return "out_of_office"
    if answer in {"bounced", "out_of_office", "no", "yes"}:
        return answer
    if known.promise:
        return "yes"
    return "refers" if known.to else _unless_said(known, answer, coming)


def _unless_said(known: Understood, answer: ReplyKind | None, coming: ToCome | None) -> ReplyKind:
    """A day to write again is a "later", a day to talk a yes; otherwise what was said."""
    if known.until:
        return "later"
    if answer is None and coming and coming.is_talk:
        return "yes"
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
