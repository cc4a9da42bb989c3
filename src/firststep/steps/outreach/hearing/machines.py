"""What no person wrote: bounces, absences, notices of networks, calendars and systems. Pure.

The header says it first (R6); words alone only where nothing else stands there. None of these is
ever an answer (F41).
"""

import re
from datetime import date

from firststep.facts.heard_kinds import HeardKind
from firststep.steps.outreach.hearing.incoming import Hearing, HowSure, Proposal
from firststep.steps.outreach.hearing.refers import referral
from firststep.steps.outreach.hearing.told import SentenceTold, WholeText, days_to_come

_LEFT = re.compile(
    r"\b(?:no longer (?:with|at|work|employed|part)|has left|retired on|has retired"
    r"|have (?:now )?left|left the company|\bi left\b|mailbox is no longer|address is no longer"
    r"|postfach wird nicht mehr|adresse wird nicht mehr|habe .{2,40} verlassen"
    r"|nicht mehr (?:in unserem|bei|im|fuer|in der)|ausgeschieden|verlassen hat"
    r"|hat das unternehmen)"
)
_SUBJECT = re.compile(
    r"(?i)\W*(?:automatic reply|automatische antwort|auto-?reply|autoreply|out of (?:the )?office"
    r"|abwesenheit|automatische abwesenheit|abwesend|on vacation|on leave|im urlaub|urlaub bis)"
)
_BY_PROGRAM = re.compile(
    r"\b(?:automatically generated|automatisch (?:erzeugt|erstellt|generiert|versandt|versendet)"
    r"|automated (?:reply|response|message)|automatische (?:antwort|nachricht)|auto ?reply"
    r"|auto ?response|this is an automat\w+)\b"
)
_NETWORK = re.compile(
    r"(?i)\b(?:accepted your (?:linkedin )?invitation|is now a connection"
    r"|you(?:'re| are) now connected|kontaktanfrage (?:best|ang)|hat ihre einladung angenommen"
    r"|hat deine einladung angenommen|has accepted your|sie sind jetzt .{0,20}verbunden)"
)
_INVITED = re.compile(
    r"(?i)\b(?:has|have) (?:tentatively )?(?P<how>accepted|declined|cancell?ed|proposed) th[ei]s?"
    r" (?:invitation|event|meeting)|\bhat (?:diese|die) (?:einladung|besprechung)"
    r" (?:mit vorbehalt )?(?P<wie>angenommen|abgelehnt|abgesagt)"
)
_AGREED = re.compile(r"(?i)has accepted this invitation|hat (?:diese einladung|die einladung|zu)"
                     r"|event has been scheduled|accepted:|zugesagt|angenommen")  # fmt: skip
_DECLINED = re.compile(r"(?i)declin|abgelehnt|abgesagt|cancel|storniert")
_ANSWERS = frozenset({"yes", "promise", "helped", "later", "no", "no_contact"})
_DELAYED = re.compile(
    r"(?i)no action is required|not yet been delivered|will (?:continue to )?(?:re)?try"
    r"|delayed|verzögert|wird weiter versucht|still being tried"
)


def machine_heard(whole: WholeText) -> Hearing | None:
    """What a program wrote, read as such; None where a person did."""
    signs = whole.incoming.signs
    if signs == "bounce" or (signs != "" and _is_bounce(whole)) or _pasted_bounce(whole):
        return _bounce(whole)
    if whole.incoming.calendar or _invited(whole):
        return _calendar(whole)
    if signs == "machine":
        return _of_program(whole)
    if _is_absence(whole, looks=signs == "looks"):
        return _of_program(whole)
    if _is_notice(whole):
        return _of_program(whole)
    return None


def _is_bounce(whole: WholeText) -> bool:
    return any("bounced" in told.kinds(strong=True) for told in whole.told[:3]) and not (
        whole.incoming.sender.name
    )


def _pasted_bounce(whole: WholeText) -> bool:
    """A report that was copied: it says so at once, and speaks of an address or a code."""
    if whole.incoming.is_mail:
        return False
    begins = whole.told[:4]
    said = any("bounced" in told.kinds(strong=True) for told in begins)
    return said and re.search(r"@|\b5\d\d\b|\b5\.\d\.\d", whole.apart.own) is not None


def _bounce(whole: WholeText) -> Hearing:
    """The message came back. Only an address that does not exist is dead."""
    incoming = whole.incoming
    if (
        not incoming.dead
        and _DELAYED.search(whole.apart.own)
        and not _FINAL.search(whole.apart.own)
    ):
        return _nothing(whole, _DELAYED)
    sentence = _sentence(whole, "bounced", (*incoming.dead, *incoming.waiting))
    dead = incoming.dead or _dead_of(whole)
    sure: HowSure = "sure" if dead else "likely"
    return Hearing(
        automatic=True,
        proposals=(Proposal(kind="bounced", sentence=sentence, sure=sure),),
        dead=dead,
    )


_FINAL = re.compile(r"(?i)giving up|given up|permanent|could not be delivered|failed|undeliverable")
_ADDRESS = re.compile(r"[\w.!#$%&'*+=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+")
_GONE = re.compile(
    r"(?i)5\.1\.\d|user unknown|does(?:n't| not) exist|(?:not|n't|cannot) be found|no such user"
    r"|unknown (?:user|recipient)|existiert nicht|nicht gefunden|unbekannt|no mailbox"
)


def _dead_of(whole: WholeText) -> tuple[str, ...]:
    """The address a pasted report calls unknown; none where several stand there."""
    text = whole.apart.own
    if whole.incoming.is_mail or not _GONE.search(text):
        return ()
    told = {hit.lower().strip(".") for hit in _ADDRESS.findall(text)}
    told -= {*whole.known.emails}
    told = {one for one in told if not re.match(r"(?:mailer-daemon|postmaster)@", one)}
    return (told.pop(),) if len(told) == 1 else ()


def _sentence(whole: WholeText, kind: str, holding: tuple[str, ...] = ()) -> str:
    """The sentence that says it, best one that says it of such an address."""

    def of_it(told: SentenceTold) -> bool:
        return any(one in told.text.lower() for one in holding)

    said = [told for told in whole.told if kind in told.kinds()]
    ranked = [*filter(of_it, said), *said, *filter(of_it, whole.told), *whole.told]
    return ranked[0].text if ranked else ""


def _invited(whole: WholeText) -> str:
    """How a calendar says they answered an invitation, where its part was lost on the way: copied,
    or passed on by a program."""
    found = _INVITED.search(" ".join(told.text for told in whole.told[:2]))
    return (found["how"] or found["wie"]).lower() if found else ""


def _calendar(whole: WholeText) -> Hearing:
    said = whole.incoming.calendar or _invited(whole)
    kind: HeardKind = "accepted" if said in ("ACCEPTED", "accepted", "angenommen") else "nothing"
    first = whole.told[0].text if whole.told else whole.incoming.subject
    return Hearing(automatic=True, proposals=(Proposal(kind=kind, sentence=first),))


def _is_absence(whole: WholeText, *, looks: bool) -> bool:
    """Whether words alone say that nobody is there: they say it outright, and say little else."""
    away = [told.kinds(strong=True) for told in whole.told[:6] if _says_away(told)]
    else_said = any(map(_says_more, whole.told))
    by_program = _BY_PROGRAM.search(" ".join(told.words for told in whole.told)) is not None
    if by_program or looks or _is_headed(whole):
        return by_program or bool(away) >= else_said
    outright = sum("out_of_office" in kinds for kinds in away)
    return outright + len(away) > 1 > else_said


def _says_more(told: SentenceTold) -> bool:
    """Whether a person speaks: who answers, asks or offers an hour is there."""
    asks = told.sentence.asks and not _says_away(told)
    return asks or bool(told.moments or told.kinds(strong=True) & _ANSWERS)


def _says_away(told: SentenceTold) -> bool:
    return "out_of_office" in told.kinds()


def _is_notice(whole: WholeText) -> bool:
    """Whether a network's own words stand there, copied without its header."""
    says = _NETWORK.search(" ".join(told.text for told in whole.told[:3])) is not None
    return says and (not whole.incoming.is_mail or bool(_NETWORK.search(whole.incoming.subject)))


def _of_program(whole: WholeText) -> Hearing:
    if _NETWORK.search(f"{whole.incoming.subject}\n{whole.apart.own}"):
        return _one(whole, "accepted")
    away = list(filter(_says_away, whole.told))
    left = [told for told in whole.told if _LEFT.search(told.words)]
    if left and not _away_for_now(away):
        return _gone(whole, left[0])
    if away or _is_headed(whole) or _answers(whole):
        return _absence(whole, away)
    return _one(whole, "accepted") if _is_agreed(whole) else _nothing(whole)


def _is_agreed(whole: WholeText) -> bool:
    said = _AGREED.search(whole.apart.own) is not None
    return said and not _DECLINED.search(whole.incoming.subject)


def _is_headed(whole: WholeText) -> bool:
    """Whether a subject, or the first line of a copied text, says so."""
    return bool(_SUBJECT.match(whole.incoming.subject) or _SUBJECT.match(whole.apart.own))


def _answers(whole: WholeText) -> bool:
    """Whether a person's own mailbox answered by itself, and names a day."""
    dated = any(day > whole.known.today for told in whole.told for day in told.coming)
    system = any("nothing" in told.kinds() for told in whole.told)
    return bool(whole.incoming.answers_to) and dated and not system


def _away_for_now(away: list[SentenceTold]) -> bool:
    return any(told.coming for told in away)


def _gone(whole: WholeText, left: SentenceTold) -> Hearing:
    """They work there no more: the message reached nobody, and may name somebody else."""
    found = [Proposal(kind="bounced", sentence=left.text, sure="likely")]
    if referred := referral(whole):
        found.append(referred)
    return Hearing(automatic=True, proposals=tuple(found))


def _absence(whole: WholeText, away: list[SentenceTold]) -> Hearing:
    dated = [told for told in (*away, *whole.told) if told.coming]
    until = max((when_back(told) for told in dated[:2]), default=None)
    sentence = (away or dated or list(whole.told))[0].text if whole.told else ""
    sentence = dated[0].text if dated else sentence
    proposal = Proposal(kind="out_of_office", sentence=sentence, until=until)
    return Hearing(automatic=True, proposals=(proposal,))


def when_back(told: SentenceTold) -> date:
    """The day they are back: the last one that is said with until, from or back, else the last."""
    pointed = days_to_come(when for when in told.days if when.sense in ("until", "from"))
    return max(pointed or told.coming)


def _one(whole: WholeText, kind: HeardKind) -> Hearing:
    said = next((told.text for told in whole.told if kind in told.kinds()), "")
    first = said or next((told.text for told in whole.told), whole.incoming.subject)
    return Hearing(automatic=True, proposals=(Proposal(kind=kind, sentence=first),))


def _nothing(whole: WholeText, pattern: re.Pattern[str] | None = None) -> Hearing:
    said = (told.text for told in whole.told if pattern is None or pattern.search(told.text))
    return Hearing(automatic=True, proposals=(Proposal(kind="nothing", sentence=next(said, "")),))
