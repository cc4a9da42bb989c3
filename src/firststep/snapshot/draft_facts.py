"""What a message is drafted from: one card of the plan and the people it concerns. Pure."""

from datetime import date
from typing import Any

from firststep.facts.asks import ASK_KIND, USUAL_ASK, Ask, SmallerAsk
from firststep.facts.calendar import WorkCalendar
from firststep.facts.channels import USUAL_CHANNEL, ChannelName
from firststep.facts.draft import DraftFacts
from firststep.facts.habits import NOTHING_BETWEEN
from firststep.facts.line_kinds import HEARD, OWES_AN_ANSWER, REQUESTS
from firststep.facts.plan import Card
from firststep.facts.playbook import DEFAULT, Playbook
from firststep.facts.snapshot import (
    GoalFacts,
    LogLine,
    PersonFacts,
    SeatFacts,
    Snapshot,
)
from firststep.snapshot.draft_story import (
    accepted_on,
    answered_with,
    arrived_on,
    asked_anew,
    asked_else,
    brought_by,
    landed_said,
    message_left_on,
    noted_in_vain,
    talks_with,
    who_else_asked,
)
from firststep.snapshot.interview_said import interview_said
from firststep.snapshot.offered_times import next_note_on, their_times, two_times
from firststep.steps.approach.asks import smaller_ask, unanswered
from firststep.steps.approach.told_apart import question_no, voice
from firststep.steps.followup.delays import comes_again_on
from firststep.steps.goal.companies.matching import company_key
from firststep.steps.outreach.drafting.names import company_said
from firststep.steps.people.ties.overlap import Post, overlap


def draft_facts(
    snapshot: Snapshot,
    card: Card,
    *,
    on: date,
    channel: ChannelName | None = None,
    book: Playbook = DEFAULT,
) -> DraftFacts:
    """The facts a wording may use for one card, drafted on that day. `channel` overrides the
    card's own."""
    person = snapshot.people.get(card.person_id or 0)
    approach = snapshot.approaches.get(card.approach_id or 0)
    seat = _seat_of(snapshot, card)
    log = approach.log if approach else ()
    answer, ask = _latest_answer(log), card.ask or USUAL_ASK
    after_silence = _after_silence(snapshot, card, log)
    asks_less = after_silence or card.kind == "nudge" or _accepted_with_note(log)
    return DraftFacts(
        kind=card.kind,
        ask=ask,
        smaller_ask=_less(ask, log, answer) if asks_less else None,
        channel=channel or card.channel or USUAL_CHANNEL,
        seeker=snapshot.seeker,
        **_of_card(snapshot, card),
        tries_on=next_note_on(snapshot, card, log, on=on, book=book),
        **_of_post(snapshot, person),
        **_of_company(snapshot, card, seat),
        **_told_apart(snapshot, person),
        **_of_seat(snapshot, seat, person),
        after_silence=after_silence,
        **answered_with(snapshot, answer),
        brought=brought_by(snapshot, card.person_id, on=on),
        **talks_with(snapshot, card.person_id, log),
        interview=interview_said(snapshot, card, answer, on=on),
        **_of_days(snapshot, card, answer, on=on),
        **_known_of(snapshot, person, on),
        **_before(log, answer),
        **_wanted(snapshot.goal),
        **_later_days(snapshot.calendar, _later(log), book),
    )


def _of_card(snapshot: Snapshot, card: Card) -> dict[str, Any]:
    """Whom it goes to and who brought them; what is called, and when; by which invitation."""
    return {
        "name": card.name,
        "origin": card.origin,
        "via": _name(snapshot, card.via_id),
        "own_phone": snapshot.own_phone,
        "put_through": card.put_through,
        "invitation": card.invitation,
        "account": snapshot.account,
        "calls_on": card.calls_on,
    }


def _told_apart(snapshot: Snapshot, person: PersonFacts | None) -> dict[str, Any]:
    """What keeps the letters to several people at one company from being alike."""
    return {"question_no": question_no(snapshot, person), "voice": voice(snapshot, person)}


def _known_of(snapshot: Snapshot, person: PersonFacts | None, on: date) -> dict[str, Any]:
    """How the seeker knows them, and what the two have besides notes."""
    tie = person.tie if person else None
    return {
        "given": person.given if person else "",
        "address": person.called if person else "",
        "tie": tie.kind if tie else None,
        "how": tie.how if tie else "",
        "overlap": _overlap(snapshot, person, on),
        "who_else_asked": who_else_asked(snapshot, person.id if person else None),
        "between": snapshot.between.get(person.id if person else 0, NOTHING_BETWEEN),
        **landed_said(snapshot, person),
    }


def _before(log: tuple[LogLine, ...], answer: LogLine | None) -> dict[str, Any]:
    """What was written and what came in."""
    return {
        "asked_anew": asked_anew(log),
        "asked_else": asked_else(log),
        "accepted_on": accepted_on(log),
        "first_note_on": arrived_on(log),
        "left_message_on": message_left_on(log),
        "answered_on": _answered_on(log, answer),
        "thanked": answer is not None and _first_since(log, answer, "thank") is not None,
    }


def _wanted(goal: GoalFacts | None) -> dict[str, Any]:
    """What the seeker looks for."""
    if goal is None:
        return {}
    return {
        "role": goal.role,
        "department": goal.department,
        "places": goal.places,
        "background": goal.background,
        "exploring": goal.exploring,
    }


def _accepted_with_note(log: tuple[LogLine, ...]) -> bool:
    """Whether an invitation was accepted whose note has asked already."""
    return accepted_on(log) is not None and arrived_on(log) is not None


def _less(ask: Ask, log: tuple[LogLine, ...], answer: LogLine | None) -> SmallerAsk | None:
    """Less than the ask after silence; the ask itself where they asked or talked, and nothing was
    asked in vain since."""
    less = smaller_ask(ask, log)
    return less if answer and answer.kind in OWES_AN_ANSWER else less or ASK_KIND[ask].less[0]


def _answered_on(log: tuple[LogLine, ...], answer: LogLine | None) -> date | None:
    """The day their question, or what was left open on the phone, was answered."""
    if answer is None or answer.kind not in OWES_AN_ANSWER:
        return None
    found = _first_since(log, answer, "answer")
    return found.on if found else None


def _first_since(log: tuple[LogLine, ...], line: LogLine, kind: str) -> LogLine | None:
    return next((one for one in log[log.index(line) :] if one.kind == kind), None)


def _after_silence(snapshot: Snapshot, card: Card, log: tuple[LogLine, ...]) -> bool:
    """Whether the approach before this one had no answer, nor has this one. Whoever was named or
    met since is written to as such."""
    if card.person_id is None or card.origin != "proposed" or _latest_answer(log):
        return False
    own = card.approach_id or max(snapshot.approaches, default=0) + 1
    earlier = [
        approach
        for approach in snapshot.approaches.values()
        if approach.person_id == card.person_id and approach.id < own
    ]
    last = max(earlier, key=lambda approach: approach.id, default=None)
    return last is not None and unanswered(last.log) > 0


def _latest_answer(log: tuple[LogLine, ...]) -> LogLine | None:
    answers = [line for line in log if line.kind in HEARD]
    return answers[-1] if answers else None


def _later(log: tuple[LogLine, ...]) -> LogLine | None:
    """The "later" that is still to be taken up: no note has arrived since, nor is something else
    asked for which its day is not waited for (`thread.fold`)."""
    last = max((n for n, line in enumerate(log) if line.kind in HEARD), default=0)
    found, since = log[last : last + 1], log[last + 1 :]
    return found[0] if found and found[0].kind == "later" and _waits(since) else None


def _waits(since: tuple[LogLine, ...]) -> bool:
    """Whether a "later" with these lines after it is still to be taken up."""
    waits, thanked = True, False
    for line in since:
        if line.kind == "asked" and waits and not thanked:
            return False
        waits = line.kind == "bounced" or (waits and line.kind not in REQUESTS)
        thanked = thanked or line.kind == "thank"
    return waits


def _later_days(calendar: WorkCalendar, later: LogLine | None, book: Playbook) -> dict[str, Any]:
    """When a "later" was said, and when it is written to again, as the rhythm counts it (F5)."""
    if later is None:
        return {}
    again_on = comes_again_on(later, calendar, book)
    return {"later_on": later.on, "again_on": again_on, "again_named": later.until is not None}


def _of_post(snapshot: Snapshot, person: PersonFacts | None) -> dict[str, Any]:
    """What they do, and where."""
    posts = person.current if person else ()
    title = next((post.title for post in posts if post.title), "")
    target = next((snapshot.companies.get(post.company_id) for post in posts), None)
    company = target.name if target else next((post.company for post in posts), "")
    return {"title": title, "company": _company_said(snapshot, company)}


def _company_said(snapshot: Snapshot, name: str) -> str:
    """A company without its legal ending, unless two would be confused (L8)."""
    said = company_said(name)
    others = (one.name for one in snapshot.companies.values() if one.name != name)
    return name if said in map(company_said, others) else said


def _of_company(snapshot: Snapshot, card: Card, seat: SeatFacts | None) -> dict[str, Any]:
    """The company it is about: a target or not, and an opening seen there."""
    company = snapshot.companies.get(seat.company_id if seat else card.company_id or 0)
    if company is None:
        return {"about_company": company_said(card.company), "on_list": False}
    return {
        "about_company": _company_said(snapshot, company.name),
        "on_list": company.is_target,
        "vacancy": company.opening.role if company.opening else "",
        "applied_on": company.opening.applied_on if company.opening else None,
    }


def _seat_of(snapshot: Snapshot, card: Card) -> SeatFacts | None:
    return snapshot.seats.get(card.for_seat_id or card.seat_id or 0)


def _of_seat(
    snapshot: Snapshot, seat: SeatFacts | None, person: PersonFacts | None
) -> dict[str, Any]:
    """The post it is about, and who holds it."""
    holder = _holder(snapshot, seat, person)
    noted = noted_in_vain(snapshot, seat.holder_id) if seat and holder else None
    return {"seat": seat.title if seat else "", "holder": holder, "holder_noted_on": noted}


def _holder(snapshot: Snapshot, seat: SeatFacts | None, person: PersonFacts | None) -> str:
    if seat is None or (person is not None and seat.holder_id == person.id):
        return ""
    return _name(snapshot, seat.holder_id)


def _overlap(snapshot: Snapshot, person: PersonFacts | None, today: date) -> str:
    posts = [
        Post(
            key=company_key(post.company),
            current=post.current,
            began_on=post.began_on,
            ended_on=post.ended_on,
        )
        for post in (person.positions if person and snapshot.own else ())
    ]
    found = overlap(snapshot.own, posts, today=today)
    return found.for_draft if found else ""


def _name(snapshot: Snapshot, person_id: int | None) -> str:
    person = snapshot.people.get(person_id or 0)
    return person.name if person else ""


def _of_days(snapshot: Snapshot, card: Card, answer: LogLine | None, *, on: date) -> dict[str, Any]:
    """The day of drafting, how it is written where the seeker lives, and which may be offered."""
    yes = answer is not None and answer.kind == "yes"
    offered = two_times(snapshot, on, approach_id=card.approach_id or 0) if yes else ()
    theirs = their_times(snapshot, card.person_id or 0, on) if yes and card.kind == "answer" else ()
    said_in = {"country": snapshot.calendar.country, "language": snapshot.language}
    return {"on": on, "two_times": offered, "their_times": theirs, **said_in}
