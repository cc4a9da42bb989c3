"""What somebody offered, taken up by the way they named, from the day they named."""

from datetime import date

from firststep.facts.channels import BY_CALL, BY_INVITATION, FACE_TO_FACE, USUAL_CHANNEL
from firststep.facts.said import say, say_of
from firststep.facts.step_kinds import CardKind
from firststep.plan.playbook.outreach import no_way_yet
from firststep.plan.playbook.situation import Rule, Situation, day


def offered_lately(s: Situation) -> str:
    """M6.1, F40: an offer is taken up in the way they asked for; about 1 in 20 is."""
    return " ".join([_offered(s, _made_on(s)), *_their_way(s), _left(s)])


def asked_to_be_rung(s: Situation) -> str:
    """M6.1, F40: whoever said "ring me" is rung; a number that is missing is found first."""
    thread = s.lane.thread
    asked = thread.offered and s.lane.approach.channel == BY_CALL
    if thread.mode != "new" or not asked:
        return ""
    rang = [say("You rang once; try again.")] if thread.rings else []
    return " ".join([_offered(s, _made_on(s)), *_number(s), *(rang or [_left(s)])])


def _made_on(s: Situation) -> date:
    return s.lane.thread.since or s.lane.approach.opened_on


def _left(s: Situation) -> str:
    left = ((s.lane.thread.steps[0].last_on or _made_on(s)) - s.board.today).days
    if left <= 0:
        return say("About one in twenty takes such an offer up; today is the last day.")
    return say_of(
        "About one in twenty takes such an offer up; 1 day left.",
        "About one in twenty takes such an offer up; {n} days left.",
        left,
    )


def _number(s: Situation) -> list[str]:
    """What to do where they asked for a call, and there is no number yet."""
    if s.lane.thread.rhythm.has_number:
        return []
    return [say("You have no number of theirs yet: find it, or write and ask for it.")]


def _their_way(s: Situation) -> list[str]:
    """What to do where the way they asked for is not known yet."""
    person = s.lane.person
    at_profile = s.lane.approach.channel == BY_INVITATION
    if s.has_way and at_profile and person and not person.linkedin:
        return [say("Their profile is not written down yet: look for their name on LinkedIn.")]
    if s.lane.approach.channel == FACE_TO_FACE:
        return []
    in_writing = s.lane.thread.offer_by == USUAL_CHANNEL and s.lane.thread.rhythm.has_number
    if in_writing and person and not person.has_written_way:
        return [say("You know only a number of theirs: find an address, or ring and ask for it.")]
    return no_way_yet(s)


def _offered(s: Situation, on: date) -> str:
    offer, names = s.between.offer, {"first": s.first, "day": day(on)}
    to_class = offer is not None and offer.to == "class"
    if offer and offer.says:
        names["says"] = offer.says.rstrip(".")
        if to_class:
            return say("{first} offered to your class on {day}: “{says}”.", **names)
        return say("{first} offered on {day}: “{says}”.", **names)
    if to_class:
        return say("{first} offered to your class on {day} to help.", **names)
    return say("{first} offered on {day} to help.", **names)


RULES: dict[CardKind, tuple[Rule, ...]] = {"offer_taken_up": (offered_lately,)}
