"""Steps 3 and 4: the first note, to people known, met, named and not known at all."""

from collections.abc import Sequence
from datetime import date

from firststep.facts.asks import ASK_KIND, SMALLER
from firststep.facts.kinds import BROUGHT
from firststep.facts.line_kinds import LINE_KIND
from firststep.facts.plan import Invited
from firststep.facts.said import say, say_of
from firststep.facts.snapshot import PositionFacts
from firststep.facts.step_kinds import CardKind
from firststep.plan.playbook.situation import Rule, Situation, day
from firststep.snapshot.interview_said import knows_house_ahead
from firststep.steps.outreach.at_event import has_own_article


def bounced_note(s: Situation) -> str:
    """F17: write again at once by another known way."""
    if s.lane.thread.bounced_on is None:
        return ""
    return say("Your note to {first} came back. Send it again by another way.", first=s.first)


def agreed_to_write_later(s: Situation) -> str:
    """F25: on its day a "later" is written to again."""
    if s.answer != "later":
        return ""
    return say(
        "{first} asked on {day} to be written to again about now.",
        first=s.first, day=day(s.answered_on),
    )  # fmt: skip


def accepted_your_invitation(s: Situation) -> str:
    """F33: the message that an invitation was sent for; it is what counts as written."""
    if s.lane.thread.mode != "accepted":
        return ""
    since = s.lane.thread.since or s.board.today
    return say(
        "{first} accepted your invitation on {day}. Now you can write to them.",
        first=s.first, day=day(since),
    )  # fmt: skip


def introduced(s: Situation) -> str:
    """M5.1, F11, F34: an introduction is said in the first line, and used at once."""
    if s.lane.approach.origin != "introduced":
        return ""
    if s.lane.approach.via_id in s.board.expecting.get(s.lane.approach.person_id or 0, ()):
        return say(
            "{via} says {first} expects you. Say so in the first line, today.",
            via=s.via, first=s.first,
        )  # fmt: skip
    return say(
        "{via} introduced you to {first}. Say so in the first line, today.",
        via=s.via or say("Somebody"), first=s.first,
    )  # fmt: skip


def was_named(s: Situation) -> str:
    """M5.1, M4.2, F26: somebody gave this name; the note says who."""
    if s.lane.approach.origin not in BROUGHT:
        return ""
    return say(
        "{via} gave you the name of {first}. Say so in the first line, today.",
        via=s.via or say("Somebody"), first=s.first,
    )  # fmt: skip


def known_and_silent_before(s: Situation) -> str:
    """F28: ninety days after silence somebody known may be written to again, for less."""
    if not s.lane.revisited:
        return ""
    if less := s.lane.asks_less:
        return say(
            "You know {first}. Your last note is long past: write again, and ask for less: {less}.",
            first=s.first, less=say(SMALLER[less]),
        )  # fmt: skip
    return say("You know {first}. Your last note is long past: write again.", first=s.first)


def known_manager(s: Situation) -> str:
    """M5.2, F12: somebody known who runs the department is asked for a meeting."""
    person = s.lane.person
    if not (person and s.tie and s.lane.approach.ask == "meeting" and s.board.is_manager(person)):
        return ""
    names = {"first": s.first, "department": s.department, "company": s.company}
    if only := only_connected(s):
        told = say("{first} runs {department} at {company}: ask for a short talk.", **names)
        return f"{only} {told}"
    return say(
        "You know {first}, who runs {department} at {company}. Ask for a short talk.", **names
    )


def known_where_one_is_interviewed(s: Situation) -> str:
    """F39: before an interview who knows the house is asked about those who will sit there."""
    asks = s.tie and s.lane.approach.ask == "advice" and s.lane.person
    if not asks or not knows_house_ahead(s.board.snapshot, asks.id, on=s.board.today):
        return ""
    return say(
        "You know {first}, and have an interview there soon. Ask who will sit there.",
        first=s.first,
    )


def known_and_asked(s: Situation) -> str:
    """M4.1, M2.2, F12: somebody known is asked for the introduction where the seat has a name, for
    the name where it has none, else for advice, or for what was chosen."""
    if not s.tie:
        return ""
    return say(
        ASK_KIND[s.lane.approach.ask].known_reason,
        known=only_connected(s) or _known(s),
        known_far=only_connected(s) or _known_far(s),
        holder=s.holder or s.seat,
        department=s.department,
        company=s.company,
    )


def only_connected(s: Situation) -> str:
    """M4.1, P-e: of whom an import alone tells, it is said that the seeker has not told more."""
    person = s.lane.person
    if person is None or person.tie is None or not person.tie.bare or person.connected_on is None:
        return ""
    since = person.tie.since or person.connected_on
    return say(
        "You have been connected on LinkedIn since {year}; you have not said how you know each "
        "other.",
        year=since.year,
    )


def stranger_who_decides(s: Situation) -> str:
    """M5.1, M5.4: a cold note; about one in ten agrees, which is the plan."""
    person = s.lane.person
    expect = say("About one in ten says yes to a first approach; that is enough.")
    if person and not s.board.is_manager(person):
        return f"{say('You do not know {name} yet.', name=person.name)} {expect}"
    names = {"who": person.name if person else s.seat, "company": s.company}
    if _may_be_introduced(s):
        told = say(
            "{who} decides at {company}, and nobody you know has introduced you so far.", **names
        )
        return f"{told} {expect}"
    told = say("{who} decides at {company}, and nobody you know can introduce you now.", **names)
    return f"{told} {expect}"


def _may_be_introduced(s: Situation) -> bool:
    """Whether somebody known works there, or knows them."""
    people = s.board.snapshot.people
    ties = s.lane.person.ties_to if s.lane.person else ()
    others = (people.get(tie.other_id or 0) for tie in ties)
    return s.board.knows_somebody_at(s.lane.company_id) or any(one and one.tie for one in others)


def second_at_the_company(s: Situation) -> str:
    """C5, F26: one there is silent, or has answered without more to wait for, so another may be
    asked."""
    answered = _answered_there(s)
    if answered:
        return say(
            "{name} at {company} has answered you. {first} is a second way in, and nobody minds "
            "being asked kindly.",
            name=answered, company=s.company, first=s.first,
        )  # fmt: skip
    return say(
        "Your first note to {company} has no answer yet. {first} is a second way in, and nobody "
        "minds being asked kindly.",
        company=s.company, first=s.first,
    )  # fmt: skip


def _answered_there(s: Situation) -> str:
    """Whoever else at the company has been heard from, the last of them; "" for nobody."""
    heard = [
        (line.on, line.order, lane.name)
        for lane in s.board.begun
        if lane.company_id == s.lane.company_id and lane.person is not s.lane.person
        for line in lane.approach.log
        if LINE_KIND[line.kind].heard
    ]
    return max(heard)[2] if heard else ""


def no_way_yet(s: Situation) -> list[str]:
    told = say(
        "There is no way to reach them yet: look on LinkedIn or the company's site, or ask who "
        "else was there."
    )
    return [] if s.has_way else [told]


def met_lately(s: Situation) -> str:
    """M6.1: within seven days; the day after is better."""
    met_on = s.lane.thread.since or s.lane.approach.opened_on
    left = ((s.lane.thread.steps[0].last_on or met_on) - s.board.today).days
    if left <= 0:
        more = say("Few people follow up; today is the last day.")
    else:
        more = say_of(
            "Few people follow up; 1 day left.", "Few people follow up; {n} days left.", left
        )
    return " ".join([_met(s, met_on), *_promised(s), *no_way_yet(s), more])


def _met(s: Situation, on: date) -> str:
    names = {"first": s.first, "day": day(on), "event": s.between.event}
    if not s.between.event:
        return say("You met {first} on {day}.", first=s.first, day=day(on))
    if has_own_article(s.between.event):
        return say("You met {first} at {event} on {day}.", **names)
    return say("You met {first} at the {event} on {day}.", **names)


def _promised(s: Situation) -> list[str]:
    promised = s.between.promised
    return [say("You promised: {what}.", what=promised[0])] if promised else []


def note_of_the_month(s: Situation, invitation: Invited, number: int | None) -> str:
    """F33: what an invitation takes of the month's notes, behind the reason for the step."""
    if invitation == "bare":
        return say(
            "The notes that go with invitations are used up for this month: invite {first} "
            "without one, and write once they accept.",
            first=s.first,
        )
    if invitation == "note" and number:
        return say(
            "It goes with an invitation: {nth} of five notes this month.", nth=say(NTH[number])
        )
    return say("It goes with an invitation to connect.") if invitation else ""


NTH = ("", "the first", "the second", "the third", "the fourth", "the fifth")


def _known_far(s: Situation) -> str:
    """Why advice is asked of them: whoever is known elsewhere works in the field or the place."""
    if s.lane.company_id:
        return _known(s)
    return say("You know {first}, who works in your field or place.", first=s.first)


def _known(s: Situation) -> str:
    how = s.lane.person.tie.how if s.lane.person and s.lane.person.tie else ""
    if how:
        return say("You know {first} ({how}).", first=s.first, how=how)
    there = [p for p in _posts(s) if p.company_id == s.lane.company_id]
    if not there:
        return say("You know {first}.", first=s.first)
    names = {"first": s.first, "company": s.company}
    if any(p.current for p in there):
        return say("You know {first}, who works at {company}.", **names)
    return say("You know {first}, who used to work at {company}.", **names)


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
}
