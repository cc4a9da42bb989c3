"""Step 2: whom should I know, and where can they be reached?"""

from datetime import date

from firststep.facts.heard_kinds import HEARD_WORDS
from firststep.facts.step_kinds import CardKind
from firststep.plan.pace import people_in_reach, people_left
from firststep.plan.playbook.situation import Rule, Situation, day, talks_held


def seat_without_a_name(s: Situation) -> str:
    """M2.2, F7, F31: nobody known there has given it, so the manager's name comes first."""
    people = s.board.snapshot.people
    perhaps = [people[key].name for key in (s.lane.seat.perhaps if s.lane.seat else ())]
    if perhaps:
        which = " or ".join(perhaps) if len(perhaps) == 2 else "one of " + ", ".join(perhaps)
        return (
            f"The person to know at {s.company} is the {s.seat}. By their titles it is {which}: "
            "say which."
        )
    known = s.board.knows_somebody_at(s.lane.company_id)
    so_far = "Nobody you know there has led to a name" if known else "You know nobody there"
    return (
        f"The person to know at {s.company} is the {s.seat}. {so_far} yet: finding it is the "
        "whole step."
    )


def address_bounced(s: Situation) -> str:
    """F17: a bounce kills the address, not the approach."""
    if s.lane.thread.bounced_on is None:
        return ""
    return f"Your note to {s.first} came back. Find another way to reach them."


def no_way_known(s: Situation) -> str:
    """M3.1, F21: neither an address, a profile nor a number is known."""
    return f"There is no way to reach {s.first} yet. An e-mail address or a profile is enough."


def number_wanted(s: Situation) -> str:
    """F32, M5.3: a call helps most, and the switchboard is enough for it."""
    since = s.lane.thread.first_on
    note = f"Your note of {day(since)} to {s.first} has no answer yet, and a call helps most."
    return f"{note} The number of {s.company} is enough: they put you through."


def companies_to_add(s: Situation) -> str:
    """M1.2, M5.4, F30: the list of companies where that work is done, long enough for a hundred
    people."""
    targets = sum(company.is_target for company in s.board.snapshot.companies.values())
    if not targets:
        return "A campaign starts with a list of companies where the work you want is done."
    if not people_left(s.board):
        return "Everybody on your list has been written to. A few more companies keep it going."
    people = people_in_reach(s.board)
    if people < s.board.book.enough_people:
        return (
            f"Your list leads to about {people} people, and a campaign takes about "
            f"{s.board.book.enough_people}. Two or three more companies bring you nearer."
        )
    return f"{targets} companies stand on your list. Two or three more keep it going."


def exploring_ends(s: Situation) -> str:
    """M1.3: exploring is a stage to graduate from quickly."""
    goal = s.board.snapshot.goal
    if goal is None:
        return ""
    talks = talks_held(s.board)
    heard = "no talk yet" if not talks else "one talk" if talks == 1 else f"{talks} talks"
    first = " The companies you heard about are your first list." if talks else ""
    return (
        f"Exploring since {day(goal.exploring_since or goal.began_on)}, {heard}. It is time to "
        f"choose: the job, the department, the places.{first}"
    )


def goal_to_decide(_: Situation) -> str:
    """M1.1: the job, the department, the places."""
    return "Everything follows from the job you want, the department it sits in and the places."


def note_to_look_at(s: Situation) -> str:
    """E2: under three in a hundred after forty settled strangers, the note is mended first."""
    book = s.board.book
    return (
        f"Of {book.look_again_after} strangers or more fewer than {book.look_again_percent} in "
        "a hundred said yes. Before you write to more, look at the note: is it short, about them, "
        "and one small ask?"
    )


def contact_to_keep(s: Situation) -> str:
    """M6.2, C10: stay in touch, as often as is kept for them, with something of theirs."""
    person = s.lane.person
    often = f", {person.keep}" if person and person.keep else ""
    last = s.lane.thread.last_on
    since = f" You were last in touch on {_with_year(last, s)}." if last > date.min else ""
    talked = f" You talked about {s.between.said.rstrip('.')}." if s.between.said else ""
    idea = s.board.ideas.first(person.id) if person else ""
    more = idea or "Two lines are enough; ask for nothing."
    return f"Stay in touch with {s.first}{often}.{since}{talked} {more}"


def _with_year(on: date, s: Situation) -> str:
    return day(on) if on.year == s.board.today.year else f"{day(on)} {on.year}"


def favour_to_return(s: Situation) -> str:
    """M4.3: favours are remembered and returned."""
    person = s.lane.person
    theirs = [one for one in s.board.snapshot.favours if person and one.person_id == person.id]
    got = next((one for one in theirs if one.is_to_return), None)
    if person is None or got is None:
        return f"Do something for {s.first} in return."
    idea = s.board.ideas.first(person.id)
    idea = idea or "Ask what they are busy with; something small will turn up."
    return f"{s.first} did something for you on {day(got.on)}: {got.what}. {idea}"


def landed_news(s: Situation) -> str:
    """F39: everybody who helped hears what their help did."""
    landed, person = s.board.snapshot.landed, s.lane.person
    if landed is None or person is None:
        return f"Tell {s.first} what came of it."
    did = dict(landed.helped).get(person.id, "")
    part = (
        f"{s.first} had a part in it: {did}"
        if did
        else f"Your talk with {s.first} had a part in it"
    )
    return f"You landed at {landed.company} on {day(landed.on)}. {part}. Tell them, and thank them."


def matches_to_confirm(s: Situation) -> str:
    """P-e: a weak match waits for the seeker."""
    match = s.board.snapshot.open_matches[0]
    company = s.board.snapshot.companies[match.company_id]
    return f"Is “{match.written}” {company.name}? {match.why} A yes or no is enough."


def heard_to_confirm(s: Situation) -> str:
    """What came in waits for the seeker: nothing is written by it until then."""
    heard = s.lane.heard
    assert heard is not None
    kind, on = HEARD_WORDS[heard.kind], day(heard.on)
    if heard.automatic:
        return f"A machine wrote on {on}. It looks like {kind}. Say whether that is right."
    return f"They wrote on {on}. It looks like {kind}. Say whether that is right."


RULES: dict[CardKind, tuple[Rule, ...]] = {
    "find_name": (seat_without_a_name,),
    "find_address": (address_bounced, no_way_known),
    "find_number": (number_wanted,),
    "add_companies": (companies_to_add,),
    "decide_goal": (exploring_ends, goal_to_decide),
    "look_again": (note_to_look_at,),
    "keep_in_touch": (contact_to_keep,),
    "return_favour": (favour_to_return,),
    "tell_news": (landed_news,),
    "confirm_match": (matches_to_confirm,),
    "confirm_heard": (heard_to_confirm,),
}
