"""Step 5: silence, calls, answers, thanks, conversations, and telling what came of it."""

from firststep.facts.asks import SMALLER
from firststep.facts.line_kinds import NOTES, OWES_AN_ANSWER
from firststep.facts.said import say, say_of
from firststep.facts.step_kinds import CardKind
from firststep.plan.playbook.offer import asked_to_be_rung
from firststep.plan.playbook.situation import (
    Rule,
    Situation,
    day,
    last_interview,
    next_interview,
    when_it_is,
)
from firststep.snapshot.offered_times import times_named
from firststep.steps.approach.asks import asked_who_else


def promise_not_kept_yet(s: Situation) -> str:
    """F5: one reminder five days after the thanks."""
    if s.lane.thread.mode != "promised":
        return ""
    return say(
        "{first} promised on {day}, and nothing has come yet. Remind once.",
        first=s.first, day=day(s.answered_on),
    )  # fmt: skip


def agreed_but_undated(s: Situation) -> str:
    """F6: a yes without a date is asked once more."""
    if s.lane.thread.mode != "undated":
        return ""
    return say("{first} said yes, but no day is set. Offer two times again.", first=s.first)


def conversation_went_quiet(s: Situation) -> str:
    """F5: after your answer nothing came."""
    if s.lane.thread.mode != "answered":
        return ""
    told = say_of(
        "You answered {first} one working day ago and nothing has come yet.",
        "You answered {first} {n} working days ago and nothing has come yet.",
        s.silent_days, first=s.first,
    )  # fmt: skip
    return f"{told}{_asking_less(s)}"


def _asking_less(s: Situation) -> str:
    """M3.2: what this note asks for instead."""
    less = s.lane.asks_less
    return " " + say("Ask for less now: {less}.", less=say(SMALLER[less])) if less else ""


def _unanswered(s: Situation) -> str:
    """What went out first since they were last heard from has no answer: a note, or a message
    left by phone."""
    since, log = s.lane.thread.first_on, s.lane.approach.log
    rang = any(line.kind == "voicemail" and line.on == since for line in log)
    wrote = any(line.kind in NOTES and line.on == since for line in log)
    if since is None:
        return say("Your note has no answer yet.")
    if rang and not wrote:
        return say("The message you left on {day} has no answer yet.", day=day(since))
    return say("Your note of {day} has no answer yet.", day=day(since))


def silent_after_first_note(s: Situation) -> str:
    """C2, C4, W13: after silence a short second note, which asks for less, is worth most."""
    more = say("Most answers that come late come after a short second note.")
    return f"{_unanswered(s)} {more}{_asking_less(s)}"


def silent_manager(s: Situation) -> str:
    """M5.3, C3: a note alone is rarely enough; a call is what helps most."""
    since = s.lane.thread.first_on
    if s.lane.thread.mode != "rhythm" or since is None:
        return ""
    rang = [say("You rang once; try again.")] if s.lane.thread.rings else []
    more = say("A note alone is seldom answered; a call is what helps most.")
    return " ".join([_unanswered(s), more, *rang])


def undated_yes_by_phone(s: Situation) -> str:
    """F6: an undated yes is settled by a call."""
    if s.lane.thread.mode != "undated":
        return ""
    return say("{first} said yes, but no day is set. A short call settles it.", first=s.first)


def agreed_to_be_called_later(s: Situation) -> str:
    """F21, F25: on its day a "later" is called where a number is the only way."""
    if s.lane.thread.mode != "later":
        return ""
    return say(
        "{first} asked on {day} to hear from you again about now.",
        first=s.first, day=day(s.answered_on),
    )  # fmt: skip


def only_a_number(s: Situation) -> str:
    """F21: the call stands for the first note."""
    return say(
        "A number is the only way you have to reach {first}, so the call comes first.",
        first=s.first,
    )


def asked_you_something(s: Situation) -> str:
    """F5: a question is answered the next day."""
    if s.answer not in OWES_AN_ANSWER:
        return ""
    names = {"first": s.first, "day": day(s.answered_on)}
    if s.answer == "talked":
        return say("You spoke with {first} on {day}. Write what you agreed.", **names)
    return say("{first} asked you something on {day}. Answer within a day.", **names)


def said_yes(s: Situation) -> str:
    """M5.2: a yes is answered within a day, with two times where they named none."""
    person = s.lane.person.id if s.lane.person else 0
    if named := times_named(s.board.snapshot, person, after=s.board.today):
        return say_of(
            "{first} said yes on {day} and named a time. Answer within a day that it suits you.",
            "{first} said yes on {day} and named times. Answer within a day which one suits you.",
            len(named), first=s.first, day=day(s.answered_on),
        )  # fmt: skip
    return say(
        "{first} said yes on {day}. Answer within a day and offer two times.",
        first=s.first, day=day(s.answered_on),
    )  # fmt: skip


def after_a_conversation(s: Situation) -> str:
    """M6.2, C8: thank within a day of a talk."""
    if s.answer != "held":
        return ""
    if _sat_there(s):
        return say(
            "{first} interviewed you on {day}. Thank within a day.",
            first=s.first, day=day(s.answered_on),
        )  # fmt: skip
    return say(
        "You talked with {first} on {day}. Thank within a day.",
        first=s.first, day=day(s.answered_on),
    )  # fmt: skip


def after_a_no(s: Situation) -> str:
    """M5.5, M5.6: a no is thanked, and asked once who else."""
    if s.answer != "no":
        return ""
    logs = (one.log for one in s.board.approaches_to[s.lane.person.id if s.lane.person else 0])
    told = say(
        "{first} said no on {day}. One nearer the number.", first=s.first, day=day(s.answered_on)
    )
    if asked_who_else(logs):
        return f"{told} {say('Thank them.')}"
    return f"{told} {say('Thank, and ask once who else might know.')}"


def after_help(s: Situation) -> str:
    """M4.1, C8: thank within a day whoever helped, promised or said later."""
    words = AFTER_HELP.get(s.answer) or AFTER_HELP[""]
    return say(words, first=s.first, day=day(s.answered_on))


AFTER_HELP = {
    "later": "On {day} {first} asked you to come back later. Thank within a day.",
    "helped": "{first} helped you on {day}. Thank within a day.",
    "refers": "{first} gave you a name on {day}. Thank within a day.",
    "yes": "{first} promised to help on {day}. Thank within a day.",
    "": "{first} answered on {day}. Thank within a day.",
}


def conversation_tomorrow(s: Situation) -> str:
    """M6.2: practise what you want to say."""
    return say(
        "You talk with {first} {meets}. Read up on their work and practise your questions.",
        first=s.first, meets=s.meets,
    )  # fmt: skip


def conversation_now(s: Situation) -> str:
    """M5.5: each conversation ends with the next names."""
    meets_on = s.lane.thread.meets_on or s.board.today
    if meets_on < s.board.today:
        return say(
            "You were to talk with {first} on {day}. Say how it went.",
            first=s.first, day=day(meets_on),
        )  # fmt: skip
    return say(
        "You talk with {first} {meets}. End by asking who else you should talk to.",
        first=s.first, meets=s.meets,
    )  # fmt: skip


def interview_tomorrow(s: Situation) -> str:
    """F39: know the work, and practise aloud."""
    return say(
        "You have an interview at {company} {when}. Read up on them, ask who knows them, and "
        "practise aloud.",
        company=s.company, when=_interview_day(s),
    )  # fmt: skip


def interview_now(s: Situation) -> str:
    """F39: note the names, and thank within a day."""
    one = next_interview(s.board.snapshot, s.lane.company_id or 0)
    if one is not None and one.on < s.board.today:
        return say(
            "You had an interview at {company} on {day}. Say how it went and who was there, and "
            "thank them.",
            company=s.company, day=day(one.on),
        )  # fmt: skip
    return say(
        "Your interview at {company} is {when}. Note the names of who is there.",
        company=s.company, when=_interview_day(s),
    )  # fmt: skip


def interviewed_by_nobody_named(s: Situation) -> str:
    """F39, C8: thank within a day; for that their names are needed."""
    one = last_interview(s.board.snapshot, s.lane.company_id or 0)
    more = say("Say by whom, and the thanks to each are ready.")
    if one is None or one.held_on is None:
        return f"{say('You were interviewed at {company}.', company=s.company)} {more}"
    told = say(
        "You were interviewed at {company} on {day}.", company=s.company, day=day(one.held_on)
    )
    return f"{told} {more}"


def _interview_day(s: Situation) -> str:
    one = next_interview(s.board.snapshot, s.lane.company_id or 0)
    return when_it_is(one.on, one.at, s.board.today) if one else say("soon", sense="a talk")


def sat_at_the_interview(s: Situation) -> str:
    """F39: who sat there is asked how it stands; nobody tells them what came of a talk."""
    if s.answer != "held" or not _sat_there(s):
        return ""
    return say(
        "{first} interviewed you on {day}. Ask how it stands.",
        first=s.first, day=day(s.answered_on),
    )  # fmt: skip


def _sat_there(s: Situation) -> bool:
    """Whether the talk was an interview at which they sat."""
    person_id = s.lane.person.id if s.lane.person else 0
    there = (one for one in s.board.snapshot.interviews if person_id in one.people)
    return s.answered_on in {one.held_on for one in there}


def tell_what_came_of_it(s: Situation) -> str:
    """M4.3, C9, F28: report back once, ten to twenty days later."""
    names = {"first": s.first, "day": day(s.answered_on)}
    if s.answer == "held":
        return say("You talked with {first} on {day}. Tell them what came of it.", **names)
    return say("{first} helped you on {day}. Tell them what came of it.", **names)


RULES: dict[CardKind, tuple[Rule, ...]] = {
    "nudge": (
        promise_not_kept_yet,
        agreed_but_undated,
        conversation_went_quiet,
        silent_after_first_note,
    ),
    "call": (
        asked_to_be_rung,
        silent_manager,
        undated_yes_by_phone,
        agreed_to_be_called_later,
        only_a_number,
    ),
    "answer": (asked_you_something, said_yes),
    "thank": (after_a_conversation, after_a_no, after_help),
    "prepare": (conversation_tomorrow,),
    "meet": (conversation_now,),
    "prepare_interview": (interview_tomorrow,),
    "interview": (interview_now,),
    "thank_interview": (interviewed_by_nobody_named,),
    "report_back": (sat_at_the_interview, tell_what_came_of_it),
}
