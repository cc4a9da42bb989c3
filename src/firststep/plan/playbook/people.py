"""Step 2: whom should I know, and where can they be reached?"""

from datetime import date

from firststep.facts.habits import LeftOpen
from firststep.facts.heard_kinds import HEARD_WORDS
from firststep.facts.kinds import KeepEvery
from firststep.facts.said import say, say_of
from firststep.facts.step_kinds import CardKind
from firststep.habits.favours.called import favour_said
from firststep.plan.pace import people_in_reach, people_left
from firststep.plan.playbook.offer import asked_to_be_rung
from firststep.plan.playbook.situation import Rule, Situation, day, talks_held
from firststep.steps.goal.companies.match_words import said_match


def seat_without_a_name(s: Situation) -> str:
    """M2.2, F7, F31: nobody known there has given it, so the manager's name comes first."""
    people = s.board.snapshot.people
    perhaps = [people[key].name for key in (s.lane.seat.perhaps if s.lane.seat else ())]
    whom = say("The person to know at {company} is the {seat}.", company=s.company, seat=s.seat)
    if perhaps:
        return f"{whom} {_perhaps(perhaps)}"
    if s.board.knows_somebody_at(s.lane.company_id):
        more = say("Nobody you know there has led to a name yet: finding it is the whole step.")
    else:
        more = say("You know nobody there yet: finding it is the whole step.")
    return f"{whom} {more}"


def _perhaps(names: list[str]) -> str:
    if len(names) == 2:
        one, other = names
        return say("By their titles it is {one} or {other}: say which.", one=one, other=other)
    return say("By their titles it is one of {names}: say which.", names=", ".join(names))


def address_bounced(s: Situation) -> str:
    """F17: a bounce kills the address, not the approach."""
    if s.lane.thread.bounced_on is None:
        return ""
    return say("Your note to {first} came back. Find another way to reach them.", first=s.first)


def no_way_known(s: Situation) -> str:
    """M3.1, F21: neither an address, a profile nor a number is known; of who was named it is told
    who named them."""
    told = say(
        "There is no way to reach {first} yet. An e-mail address or a profile is enough.",
        first=s.first,
    )
    if s.lane.approach.origin == "named" and s.via:
        return f"{say('{via} gave you this name.', via=s.via)} {told}"
    return told


def number_wanted(s: Situation) -> str:
    """F32, M5.3: a call helps most, and the switchboard is enough for it."""
    return say(
        "Your note of {day} to {first} has no answer yet, and a call helps most. The number of "
        "{company} is enough: they put you through.",
        day=day(s.lane.thread.first_on), first=s.first, company=s.company,
    )  # fmt: skip


def companies_to_add(s: Situation) -> str:
    """M1.2, M5.4, F30: the list of companies where that work is done, long enough for a hundred
    people."""
    targets = sum(company.is_target for company in s.board.snapshot.companies.values())
    if not targets:
        return say("A campaign starts with a list of companies where the work you want is done.")
    if not people_left(s.board):
        return say(
            "Everybody on your list has been written to. A few more companies keep it going."
        )
    people = people_in_reach(s.board)
    if people < s.board.book.enough_people:
        return say(
            "Your list leads to about {n} people, and a campaign takes about {enough}. Two or "
            "three more companies bring you nearer.",
            n=people, enough=s.board.book.enough_people,
        )  # fmt: skip
    return say_of(
        "1 company stands on your list. Two or three more keep it going.",
        "{n} companies stand on your list. Two or three more keep it going.",
        targets,
    )


def exploring_ends(s: Situation) -> str:
    """M1.3: exploring is a stage to graduate from quickly."""
    goal = s.board.snapshot.goal
    if goal is None:
        return ""
    talks, since = talks_held(s.board), day(goal.exploring_since or goal.began_on)
    choose = say("It is time to choose: the job, the department, the places.")
    if not talks:
        return f"{say('Exploring since {day}, no talk yet.', day=since)} {choose}"
    so_far = say_of(
        "Exploring since {day}, one talk.", "Exploring since {day}, {n} talks.", talks, day=since
    )
    return f"{so_far} {choose} {say('The companies you heard about are your first list.')}"


def goal_to_decide(_: Situation) -> str:
    """M1.1: the job, the department, the places."""
    return say(
        "Everything follows from the job you want, the department it sits in and the places."
    )


def note_to_look_at(s: Situation) -> str:
    """E2: under three in a hundred after forty settled strangers, the note is mended first."""
    book = s.board.book
    return say(
        "Of {n} strangers or more fewer than {percent} in a hundred said yes. Before you write to "
        "more, look at the note: is it short, about them, and one small ask?",
        n=book.look_again_after, percent=book.look_again_percent,
    )  # fmt: skip


def contact_to_keep(s: Situation) -> str:
    """M6.2, C10: stay in touch, as often as is kept for them, with something of theirs."""
    person = s.lane.person
    parts = [say(STAY_IN_TOUCH[person.keep if person else ""], first=s.first)]
    last = s.lane.thread.last_on
    if last > date.min:
        parts.append(say("You were last in touch on {day}.", day=_with_year(last, s)))
    if s.between.last is not None:
        what = s.between.last.words.rstrip(".")
        parts.append(say(LAST_SAID[s.between.last.of], what=what))
    idea = s.board.ideas.first(person.id) if person else ""
    return " ".join([*parts, idea or say("Two lines are enough; ask for nothing.")])


STAY_IN_TOUCH: dict[KeepEvery, str] = {
    "": "Stay in touch with {first}.",
    "weekly": "Stay in touch with {first}, weekly.",
    "monthly": "Stay in touch with {first}, monthly.",
    "quarterly": "Stay in touch with {first}, quarterly.",
    "yearly": "Stay in touch with {first}, yearly.",
    "never": "Stay in touch with {first}, never.",
}


LAST_SAID: dict[str, str] = {
    "met": "You talked about {what}.",
    "stayed": "What stayed with you: {what}.",
    "text": "Last said: “{what}”.",
}


def _with_year(on: date, s: Situation) -> str:
    return day(on) if on.year == s.board.today.year else f"{day(on)} {on.year}"


def favour_to_return(s: Situation) -> str:
    """M4.3: favours are remembered and returned."""
    person = s.lane.person
    theirs = [one for one in s.board.snapshot.favours if person and one.person_id == person.id]
    got = next((one for one in theirs if one.is_to_return), None)
    if person is None or got is None:
        return say("Do something for {first} in return.", first=s.first)
    idea = s.board.ideas.first(person.id)
    idea = idea or say("Ask what they are busy with; something small will turn up.")
    told = say(
        "{first} did something for you on {day}: {what}.",
        first=s.first, day=day(got.on), what=favour_said(got.what),
    )  # fmt: skip
    return f"{told} {idea}"


LEFT_OPEN: dict[LeftOpen, str] = {
    "talk": "{first} agreed to talk with you: call it off, with thanks.",
    "promise": "{first} is still to do something for you: say that you no longer need it, with "
    "thanks.",
    "later": "{first} asked you to come back later: say that you no longer need to, with thanks.",
    "answer": "You still owe {first} an answer: say that you have found a job, with thanks.",
    "words": "You were still writing to each other: say that you have found a job, with thanks.",
}


def landed_news(s: Situation) -> str:
    """F39: everybody who helped hears what their help did."""
    landed, person = s.board.snapshot.landed, s.lane.person
    if landed is None or person is None:
        return say("Tell {first} what came of it.", first=s.first)
    told = say("You landed at {company} on {day}.", company=landed.company, day=day(landed.on))
    if words := dict(landed.left_open).get(person.id):
        return f"{told} {say(LEFT_OPEN[words], first=s.first)}"
    did = dict(landed.helped).get(person.id, "")
    if did:
        part = say("{first} had a part in it: {did}.", first=s.first, did=favour_said(did))
    else:
        part = say("Your talk with {first} had a part in it.", first=s.first)
    return f"{told} {part} {say('Tell them, and thank them.')}"


def matches_to_confirm(s: Situation) -> str:
    """P-e: a weak match waits for the seeker."""
    match = s.board.snapshot.open_matches[0]
    company = s.board.snapshot.companies[match.company_id]
    asked = say("Is “{written}” {company}?", written=match.written, company=company.name)
    return f"{asked} {said_match(match.why)} {say('A yes or no is enough.')}"


def heard_to_confirm(s: Situation) -> str:
    """What came in waits for the seeker: nothing is written by it until then."""
    heard = s.lane.heard
    assert heard is not None
    names = {"kind": say(HEARD_WORDS[heard.kind]), "day": day(heard.on)}
    if heard.automatic:
        return say(
            "A machine wrote on {day}. It looks like {kind}. Say whether that is right.", **names
        )
    return say("They wrote on {day}. It looks like {kind}. Say whether that is right.", **names)


RULES: dict[CardKind, tuple[Rule, ...]] = {
    "find_name": (seat_without_a_name,),
    "find_address": (address_bounced, no_way_known),
    "find_number": (asked_to_be_rung, number_wanted),
    "add_companies": (companies_to_add,),
    "decide_goal": (exploring_ends, goal_to_decide),
    "look_again": (note_to_look_at,),
    "keep_in_touch": (contact_to_keep,),
    "return_favour": (favour_to_return,),
    "tell_news": (landed_news,),
    "confirm_match": (matches_to_confirm,),
    "confirm_heard": (heard_to_confirm,),
}
