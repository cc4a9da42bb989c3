"""What a line tells beside the threads: offers, favours, promises, companies, people."""

from collections.abc import Callable
from dataclasses import replace

from firststep.facts.text import fold
from firststep.journal.actions import Stamp
from firststep.steps.approach.models import Approach
from firststep.steps.outreach.telling.happening import LineHappening
from firststep.steps.outreach.telling.promised import ask_promised
from firststep.steps.outreach.telling.seats import post_of
from firststep.steps.people.models import Person
from firststep.steps.people.naming import Named
from firststep.verbs.habits.event import somebody_met
from firststep.verbs.habits.favour import record_favour, record_promise
from firststep.verbs.habits.offer import record_offer
from firststep.verbs.people.do_not_contact import set_do_not_contact
from firststep.verbs.people.persons import Said, add_person, edit_person
from firststep.verbs.targets.interview import record_interview
from firststep.verbs.targets.opening import record_opening
from firststep.verbs.targets.seat import SeatSaid, name_seat
from firststep.verbs.targets.target import set_stage
from firststep.verbs.thread.answers import record_reply
from firststep.verbs.thread.step import Recorded
from firststep.verbs.told.line_writing import LineWriting


def _offer(writing: LineWriting, stamp: Stamp, one: LineHappening) -> Recorded:
    """An offer; who is new is added first."""
    assert one.who is not None
    key = writing.key_of(one)
    if key is None:
        house = one.company or ""
        new = add_person(writing.campaign, stamp=stamp, name=one.who.name, company=house, tie="met")
        key, stamp = new.pk, replace(stamp, once_key=None, seen=None)
        writing.remember(one, key)
    row = record_offer(
        writing.campaign,
        stamp=stamp,
        person=f"p{key}",
        to="class" if _to_a_class(one.note) else "me",
        says=one.note[:500],
        made_on=stamp.on,
    )
    approach = row.touch.approach_id
    return Recorded(words="", approach_id=approach, ref=f"p{key}", touch_id=row.touch_id)


def _to_a_class(text: str) -> bool:
    words = {*fold(text).replace(",", " ").split()}
    return bool(words & {"class", "students", "us", "klasse", "uns", "kurs"})


def _favour(writing: LineWriting, stamp: Stamp, one: LineHappening) -> None:
    record_favour(
        writing.campaign,
        stamp=stamp,
        person=writing.ref(one),
        way=one.outcome or "given",
        what=one.note,
    )


def _promise(writing: LineWriting, stamp: Stamp, one: LineHappening) -> Recorded | None:
    """What they said they would do, where it is what is asked of them, is their yes (F5)."""
    person = writing.person(one)
    ask = ask_promised(one.words or one.note)
    if one.outcome == "theirs" and ask and _is_live(person):
        return record_reply(
            writing.campaign,
            stamp=stamp,
            ref=f"p{person.pk}",
            answer="yes",
            promise=ask,
            text=one.note,
        )
    record_promise(
        writing.campaign,
        stamp=stamp,
        person=f"p{person.pk}",
        whose=one.outcome or "mine",
        what=one.words or one.note,
    )
    return None


def _is_live(person: Person) -> bool:
    return Approach.objects.filter(person=person, closed_on=None).exists()


def _stage(writing: LineWriting, stamp: Stamp, one: LineHappening) -> None:
    """How far a company has come; an interview to come gets its day, one that was had its end, and
    each those who sit there. What was applied for is an opening."""
    house, stage = str(one.company_id), one.outcome or "interview"
    when = one.at.date() if one.at else one.on
    there = [str(to) for to in one.to]
    if one.held:
        on = when or stamp.on
        record_interview(
            writing.campaign, stamp=stamp, company=house, day=on, people=there, held=True
        )
    elif there or (stage == "interview" and when is not None and when >= stamp.on):
        record_interview(
            writing.campaign, stamp=stamp, company=house, at=one.at, day=when, people=there
        )
    else:
        _come_so_far(writing, stamp, house, stage)


def _come_so_far(writing: LineWriting, stamp: Stamp, house: str, stage: str) -> None:
    if stage == "applied":
        record_opening(writing.campaign, stamp=stamp, company=house, applied=stamp.on)
    else:
        set_stage(writing.campaign, stamp=stamp, company=house, stage=stage)


def _seat(writing: LineWriting, stamp: Stamp, one: LineHappening) -> None:
    assert one.who is not None
    title = one.to[0].title if one.to else ""
    known = writing.key_of(one)
    if known is None:
        named = Named(name=one.who.name, company=one.company or "")
        same = somebody_met(writing.campaign, named)
        known = same.pk if same else None
    holder: SeatSaid = {"holder": f"p{known}"} if known else {"newcomer": one.who.name}
    name_seat(
        writing.campaign,
        stamp=stamp,
        company=str(one.company_id),
        title=post_of(title) or None,
        **holder,
    )


def _do_not_contact(writing: LineWriting, stamp: Stamp, one: LineHappening) -> None:
    set_do_not_contact(writing.campaign, stamp=stamp, person=writing.ref(one), why=one.note[:500])


def _address(writing: LineWriting, stamp: Stamp, one: LineHappening) -> None:
    said: Said = {"email": one.note} if "@" in one.note else {"phone": one.note}
    edit_person(writing.campaign, stamp=stamp, person=writing.ref(one), **said)


def _note(writing: LineWriting, stamp: Stamp, one: LineHappening) -> None:
    person = writing.person(one)
    kept = "\n".join(filter(None, (person.note, one.note)))
    edit_person(writing.campaign, stamp=stamp, person=f"p{person.pk}", note=kept)


OTHER_LINES: dict[str, Callable[[LineWriting, Stamp, LineHappening], Recorded | None]] = {
    "offer": _offer, "favour": _favour, "promise": _promise, "stage": _stage, "seat": _seat,
    "do_not_contact": _do_not_contact, "address": _address, "note": _note,
}  # fmt: skip
