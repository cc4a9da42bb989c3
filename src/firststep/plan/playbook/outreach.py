"""Steps 3 and 4: the first note, to people known, met, named and not known at all."""

from collections.abc import Sequence

from firststep.facts.asks import ASK_KIND, SMALLER
from firststep.facts.kinds import BROUGHT
from firststep.facts.plan import Invited
from firststep.facts.snapshot import PositionFacts
from firststep.facts.step_kinds import CardKind
from firststep.plan.playbook.situation import Rule, Situation, day
from firststep.snapshot.interview_said import knows_house_ahead
from firststep.steps.outreach.at_event import at_event


def bounced_note(s: Situation) -> str:
    """F17: write again at once by another known way."""
    if s.lane.thread.bounced_on is None:
        return ""
    return f"Your note to {s.first} came back. Send it again by another way."


def agreed_to_write_later(s: Situation) -> str:
    """F25: on its day a "later" is written to again."""
    if s.answer != "later":
        return ""
    return f"{s.first} asked on {day(s.answered_on)} to be written to again about now."


def accepted_your_invitation(s: Situation) -> str:
    """F33: the message that an invitation was sent for; it is what counts as written."""
    if s.lane.thread.mode != "accepted":
        return ""
    since = s.lane.thread.since or s.board.today
    return f"{s.first} accepted your invitation on {day(since)}. Now you can write to them."


def introduced(s: Situation) -> str:
    """M5.1, F11, F34: an introduction is said in the first line, and used at once."""
    if s.lane.approach.origin != "introduced":
        return ""
    if s.lane.approach.via_id in s.board.expecting.get(s.lane.approach.person_id or 0, ()):
        return f"{s.via} says {s.first} expects you. Say so in the first line, today."
    return f"{s.via or 'Somebody'} introduced you to {s.first}. Say so in the first line, today."


def was_named(s: Situation) -> str:
    """M5.1, M4.2, F26: somebody gave this name; the note says who."""
    if s.lane.approach.origin not in BROUGHT:
        return ""
    return f"{s.via or 'Somebody'} gave you the name of {s.first}. Say so in the first line, today."


def known_and_silent_before(s: Situation) -> str:
    """F28: ninety days after silence somebody known may be written to again, for less."""
    if not s.lane.revisited:
        return ""
    less = s.lane.asks_less
    instead = f" and ask for less: {SMALLER[less]}" if less else ""
    return f"You know {s.first}. Your last note is long past: write again,{instead}."


def known_manager(s: Situation) -> str:
    """M5.2, F12: somebody known who runs the department is asked for a meeting."""
    person = s.lane.person
    if not (person and s.tie and s.lane.approach.ask == "meeting" and s.board.is_manager(person)):
        return ""
    if only := only_connected(s):
        return f"{only} {s.first} runs {s.department} at {s.company}: ask for a short talk."
    return f"You know {s.first}, who runs {s.department} at {s.company}. Ask for a short talk."


def known_where_one_is_interviewed(s: Situation) -> str:
    """F39: before an interview who knows the house is asked about those who will sit there."""
    asks = s.tie and s.lane.approach.ask == "advice" and s.lane.person
    if not asks or not knows_house_ahead(s.board.snapshot, asks.id, on=s.board.today):
        return ""
    return f"You know {s.first}, and have an interview there soon. Ask who will sit there."


def known_and_asked(s: Situation) -> str:
    """M4.1, M2.2, F12: somebody known is asked for the introduction where the seat has a name, for
    the name where it has none, else for advice, or for what was chosen."""
    if not s.tie:
        return ""
    from_ = _from(s)
    told = ASK_KIND[s.lane.approach.ask].known_reason.format(
        first=s.first,
        from_=from_,
        field=_field(s),
        holder=s.holder or s.seat,
        department=s.department,
        company=s.company,
    )
    only = only_connected(s)
    if not only:
        return told
    for how in (from_, ", who works in your field or place"):
        told = told.removeprefix(f"You know {s.first}{how}. ")
    return f"{only} {told}"


def only_connected(s: Situation) -> str:
    """M4.1, P-e: of whom an import alone tells, it is said that the seeker has not told more."""
    person = s.lane.person
    if person is None or person.tie is None or not person.tie.bare or person.connected_on is None:
        return ""
    since = person.tie.since or person.connected_on
    return (
        f"You are connected on LinkedIn since {since.year}; you have not said how you know each "
        "other."
    )


def stranger_who_decides(s: Situation) -> str:
    """M5.1, M5.4: a cold note; about one in ten agrees, which is the plan."""
    person, expect = s.lane.person, "About one in ten says yes to a first approach; that is enough."
    if person and not s.board.is_manager(person):
        return f"You do not know {person.name} yet. {expect}"
    who = f"{person.name if person else s.seat} decides at {s.company}"
    if _may_be_introduced(s):
        return f"{who}, and nobody you know has introduced you so far. {expect}"
    return f"{who}, and nobody you know can introduce you now. {expect}"


def _may_be_introduced(s: Situation) -> bool:
    """Whether somebody known works there, or knows them."""
    people = s.board.snapshot.people
    ties = s.lane.person.ties_to if s.lane.person else ()
    others = (people.get(tie.other_id or 0) for tie in ties)
    return s.board.knows_somebody_at(s.lane.company_id) or any(one and one.tie for one in others)


def second_at_the_company(s: Situation) -> str:
    """C5, F26: one there is silent, so another may be asked."""
    return (
        f"Your first note to {s.company} has no answer yet. {s.first} is a second way in, and "
        "nobody minds being asked kindly."
    )


NO_WAY_YET = (
    "There is no way to reach them yet: look on LinkedIn or the company's site, or ask who else "
    "was there."
)


def met_lately(s: Situation) -> str:
    """M6.1: within seven days; the day after is better."""
    met_on = s.lane.thread.since or s.lane.approach.opened_on
    left = (s.lane.thread.steps[0].last_on or met_on) - s.board.today
    days = "1 day" if left.days == 1 else f"{left.days} days"
    more = "today is the last day" if left.days <= 0 else f"{days} left"
    find = "" if s.has_way else f" {NO_WAY_YET}"
    met = f"You met {s.first}{_at_event(s)} on {day(met_on)}."
    return f"{met}{_promised(s)}{find} Few people follow up; {more}."


def offered_lately(s: Situation) -> str:
    """M6.1, F40: an offer is taken up in the way they asked for; about 1 in 20 is."""
    between = s.between
    made_on = s.lane.thread.since or s.lane.approach.opened_on
    left = (s.lane.thread.steps[0].last_on or made_on) - s.board.today
    days = "1 day" if left.days == 1 else f"{left.days} days"
    more = "today is the last day" if left.days <= 0 else f"{days} left"
    find = "" if s.has_way else f" {NO_WAY_YET}"
    offer = between.offer
    whom = " to your class" if offer and offer.to == "class" else ""
    says = f": “{offer.says.rstrip('.')}”" if offer and offer.says else " to help"
    words = f"{s.first} offered{whom} on {day(made_on)}{says}."
    return f"{words}{find} About one in twenty takes such an offer up; {more}."


def _at_event(s: Situation) -> str:
    return f" {at_event(s.between.event)}" if s.between.event else ""


def _promised(s: Situation) -> str:
    promised = s.between.promised
    return f" You promised: {promised[0]}." if promised else ""


def note_of_the_month(s: Situation, invitation: Invited, number: int | None) -> str:
    """F33: what an invitation takes of the month's notes, behind the reason for the step."""
    if invitation == "bare":
        return (
            f"The notes that go with invitations are used up for this month: invite {s.first} "
            "without one, and write once they accept."
        )
    if invitation == "note" and number:
        return f"It goes with an invitation: {NTH[number]} of five notes this month."
    return "It goes with an invitation to connect." if invitation else ""


NTH = ("", "the first", "the second", "the third", "the fourth", "the fifth")


def _field(s: Situation) -> str:
    """Why advice is asked of them: whoever is known elsewhere works in the field or the place."""
    return _from(s) if s.lane.company_id else ", who works in your field or place"


def _from(s: Situation) -> str:
    how = s.lane.person.tie.how if s.lane.person and s.lane.person.tie else ""
    if how:
        return f" ({how})"
    there = [p for p in _posts(s) if p.company_id == s.lane.company_id]
    if not there:
        return ""
    now = any(p.current for p in there)
    return f", who works at {s.company}" if now else f", who used to work at {s.company}"


def _posts(s: Situation) -> Sequence[PositionFacts]:
    return s.lane.person.positions if s.lane.person and s.lane.company_id else ()


FIRST_NOTE: tuple[Rule, ...] = (
    bounced_note,
    accepted_your_invitation,
    agreed_to_write_later,
    introduced,
    was_named,
    known_and_silent_before,
    known_manager,
    known_where_one_is_interviewed,
    known_and_asked,
    stranger_who_decides,
)
RULES: dict[CardKind, tuple[Rule, ...]] = {
    "write": FIRST_NOTE,
    "ask_introduction": FIRST_NOTE,
    "second_person": (second_at_the_company,),
    "follow_up_met": (met_lately,),
    "offer_taken_up": (offered_lately,),
}
