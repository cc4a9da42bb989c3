"""One line says what happened: `log "Met Ann Lee (Acme) for coffee"`."""

from dataclasses import dataclass, replace

from django.db import transaction

from firststep.errors import CannotDo
from firststep.facts.asks import CONVERSATION_ASKS
from firststep.facts.channels import BY_CALL
from firststep.facts.text import fold, whole_number
from firststep.journal.actions import Stamp
from firststep.journal.turns import in_turn
from firststep.steps.followup.rows import agreed_meeting
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.models import Outcome
from firststep.steps.outreach.telling.line import understand
from firststep.steps.outreach.telling.understood import Understood
from firststep.steps.people.finding.finding import find_person
from firststep.steps.people.models import Person
from firststep.steps.people.rows.making import the_same
from firststep.steps.people.rows.targets import company_named
from firststep.verbs.thread.answers import CallSaid, record_call, record_reply
from firststep.verbs.thread.conversations import record_meeting, record_talked
from firststep.verbs.thread.met import record_met
from firststep.verbs.thread.sending import record_sent, thank
from firststep.verbs.thread.step import Meant, Recorded, person_step


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """What a line was understood to mean, in words to say yes to; `line` writes it again."""

    line: str
    verb: str
    person_id: int | None
    name: str
    company: str
    words: tuple[str, ...]


def understood(campaign: Campaign, *, stamp: Stamp, line: str) -> Understanding:
    """What would be written for a line; writes nothing. Raises CannotDo where it is unclear."""
    said = understand(line, today=stamp.on)
    person = _person(campaign, said)
    if person is not None and _is_number(said.name):
        said = replace(said, words=said.words.replace(said.name, person.name), name=person.name)
    words = [said.words, *_of_the_person(said, person)]
    if said.to and said.promise is None:
        named = said.to.partition(",")[0]
        words.append(f"{named}: an approach will be opened, named by {said.name}.")
    if person is not None and person.do_not_contact_on is not None:
        words.append(f"{person.name} is somebody whom you asked not to contact.")
    if said.note:
        words.append(_kept(said))
    return Understanding(
        line=said.line,
        verb=said.verb,
        person_id=person.pk if person else None,
        name=person.name if person else said.name,
        company=said.company,
        words=tuple(words),
    )


def _of_the_person(said: Understood, person: Person | None) -> list[str]:
    if person is None:
        at = f" at {said.company}" if said.company else ""
        return [f"{said.name}{at} is new and will be added."]
    return [f"{said.name} is {person.name}."] if person.name != said.name else []


def _kept(said: Understood) -> str:
    """The whole line is the text of its touch; where there is no touch, nothing holds the rest."""
    if said.outcome == "no_answer" or said.answer == "bounced":
        return f'Not kept, for nobody was reached: "{said.note}".'
    return f'Kept as a note: "{said.note}".'


@in_turn
def log(campaign: Campaign, *, stamp: Stamp, line: str) -> Recorded:
    """Writes what a line means, as `understood` showed it: an entry for what happened, and one
    more for a conversation to come; both or none."""
    said = understand(line, today=stamp.on)
    person = _person(campaign, said)
    then = replace(stamp, on=said.on)
    with transaction.atomic():
        if said.verb == "meets":
            assert person is not None
            return _arranged(campaign, then, said, f"p{person.pk}")
        happened = _happened(campaign, then, said, person)
        if said.meets_at is None:
            return happened
        once = replace(then, once_key=None, seen=None)  # those of the form are used up
        dated = _arranged(campaign, once, said, happened.ref)
        words = f"{happened.words} {dated.words}"
        return replace(happened, words=words, meeting_id=dated.meeting_id)


def _arranged(campaign: Campaign, stamp: Stamp, said: Understood, ref: str) -> Recorded:
    how = _HOWS.get(said.how) or _HOWS.get(said.channel or "") or ""
    return record_meeting(campaign, stamp=stamp, ref=ref, at=said.meets_at, how=how)


_HOWS = {
    **dict.fromkeys(("video", "zoom", "teams"), "video"),
    **dict.fromkeys(("coffee", "lunch", "breakfast", "dinner", "tea", "walk"), "in_person"),
    BY_CALL: "phone",
}


def _happened(campaign: Campaign, then: Stamp, said: Understood, person: Person | None) -> Recorded:
    if person is None:
        return _met(campaign, then, said, None)
    step = person_step(campaign, person, said.on)
    if said.verb in ("met", "talked"):
        return _conversation(campaign, then, said, person, step)
    if said.verb == "thanked":
        return thank(
            campaign, stamp=then, person=str(person.pk), channel=said.channel, told=said.line
        )
    if said.verb == "wrote":
        return record_sent(campaign, stamp=then, ref=step.ref, channel=said.channel, told=said.line)
    return _answer(campaign, then, said, step)


def _answer(campaign: Campaign, stamp: Stamp, said: Understood, step: Meant) -> Recorded:
    told: CallSaid = {
        "until": said.until,
        "to": said.to if said.promise is None else "",
        "promise": said.promise,
        "text": said.line,
    }
    if said.verb == "called":
        outcome = said.outcome or "talked"
        return record_call(campaign, stamp=stamp, ref=step.ref, outcome=outcome, **told)
    answer = said.answer or "helped"
    return record_reply(campaign, stamp=stamp, ref=step.ref, answer=answer, **told)


def _conversation(
    campaign: Campaign, stamp: Stamp, said: Understood, person: Person, step: Meant
) -> Recorded:
    """The conversation that was agreed; else a meeting by chance, or a talk on the phone."""
    if not _is_agreed(step) and said.promise is None:
        if said.verb == "met":
            return _met(campaign, stamp, said, person)
        if said.channel == BY_CALL:
            return record_call(
                campaign, stamp=stamp, ref=step.ref, outcome="talked", to=said.to, text=said.line
            )
    elif not _is_agreed(step):
        return _met(campaign, stamp, said, person)
    named = [said.to] if said.to and said.promise is None else []
    return record_talked(
        campaign, stamp=stamp, ref=step.ref, named=named, text=said.line, held_on=said.on
    )


def _is_agreed(step: Meant) -> bool:
    """Whether a conversation is agreed, dated or not, and was not held yet."""
    approach = step.unfinished
    if approach is None:
        return False
    if agreed_meeting(approach) is not None:
        return True
    newest = Outcome.objects.filter(approach=approach).order_by("-on", "-order").first()
    held = approach.meetings.filter(held_on__isnull=False).exists()
    return (
        approach.ask in CONVERSATION_ASKS
        and newest is not None
        and newest.kind == "yes"
        and not held
    )


def _met(campaign: Campaign, stamp: Stamp, said: Understood, person: Person | None) -> Recorded:
    return record_met(
        campaign,
        stamp=stamp,
        name=said.name,
        person=person,
        company=said.company,
        promise=said.promise,
        to=said.to if said.promise is None else "",
        how=said.occasion,
        text=said.line,
    )


def _person(campaign: Campaign, said: Understood) -> Person | None:
    """Whom a line means; None for somebody met for the first time.

    Raises CannotDo for somebody unknown in a line that needs somebody known.
    """
    if _is_number(said.name):
        return find_person(campaign, said.name)
    is_whole, is_met = " " in said.name, said.verb == "met"
    house = company_named(campaign, said.company)
    if is_whole and house is not None:
        same = the_same(campaign, name=said.name, company=house)
        if same is not None or is_met:
            return same
    if not is_met:
        return find_person(campaign, _with_company(said))
    found = _known(campaign, said)
    elsewhere = bool(said.company) and house is None and is_whole
    return None if elsewhere else found


def _known(campaign: Campaign, said: Understood) -> Person | None:
    """Somebody of that very name, where it is clear who."""
    try:
        found = find_person(campaign, _with_company(said))
    except CannotDo as refused:
        if refused.kind != "not_found":
            raise
        return None
    return found if {*fold(said.name).split()} <= {*found.name_key.split()} else None


def _with_company(said: Understood) -> str:
    return f"{said.name}, {said.company}".rstrip(", ")


def _is_number(name: str) -> bool:
    """Whether a person is meant by their number: p12."""
    return whole_number(name[1:], digits=18) is not None
