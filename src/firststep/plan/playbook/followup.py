"""Step 5: silence, calls, answers, thanks, conversations, and telling what came of it."""

from firststep.facts.asks import SMALLER
from firststep.facts.line_kinds import NOTES, OWES_AN_ANSWER
from firststep.facts.step_kinds import CardKind
from firststep.plan.playbook.situation import (
    Rule,
    Situation,
    day,
    days,
    last_interview,
    next_interview,
)
from firststep.steps.approach.asks import asked_who_else


def promise_not_kept_yet(s: Situation) -> str:
    """F5: one reminder five days after the thanks."""
    if s.lane.thread.mode != "promised":
        return ""
    return f"{s.first} promised on {day(s.answered_on)}, and nothing has come yet. Remind once."


def agreed_but_undated(s: Situation) -> str:
    """F6: a yes without a date is asked once more."""
    if s.lane.thread.mode != "undated":
        return ""
    return f"{s.first} said yes, but no day is set. Offer two times again."


def conversation_went_quiet(s: Situation) -> str:
    """F5: after your answer nothing came."""
    if s.lane.thread.mode != "answered":
        return ""
    return (
        f"You answered {s.first} {days(s.silent_days)} ago and nothing has come yet."
        f"{_asking_less(s)}"
    )


def _asking_less(s: Situation) -> str:
    """M3.2: what this note asks for instead."""
    less = s.lane.asks_less
    return f" Ask for less now: {SMALLER[less]}." if less else ""


def _first_word(s: Situation) -> str:
    """What went out first since they were last heard from: a note, or a message left by phone."""
    since, log = s.lane.thread.first_on, s.lane.approach.log
    rang = any(line.kind == "voicemail" and line.on == since for line in log)
    wrote = any(line.kind in NOTES and line.on == since for line in log)
    what = "The message you left" if rang and not wrote else "Your note"
    return f"{what}{' on' if rang and not wrote else ' of'} {day(since)}" if since else what


def silent_after_first_note(s: Situation) -> str:
    """C2, C4, W13: after silence a short second note, which asks for less, is worth most."""
    return (
        f"{_first_word(s)} has no answer yet. Most answers that come late come after a short "
        f"second note.{_asking_less(s)}"
    )


def silent_manager(s: Situation) -> str:
    """M5.3, C3: a note alone is rarely enough; a call is what helps most."""
    since = s.lane.thread.first_on
    if s.lane.thread.mode != "rhythm" or since is None:
        return ""
    rang = " You rang once; try again." if s.lane.thread.rings else ""
    return (
        f"{_first_word(s)} has no answer yet. A note alone is seldom answered; "
        f"a call is what helps most.{rang}"
    )


def undated_yes_by_phone(s: Situation) -> str:
    """F6: an undated yes is settled by a call."""
    if s.lane.thread.mode != "undated":
        return ""
    return f"{s.first} said yes, but no day is set. A short call settles it."


def agreed_to_be_called_later(s: Situation) -> str:
    """F21, F25: on its day a "later" is called where a number is the only way."""
    if s.lane.thread.mode != "later":
        return ""
    return f"{s.first} asked on {day(s.answered_on)} to hear from you again about now."


def only_a_number(s: Situation) -> str:
    """F21: the call stands for the first note."""
    return f"A number is the only way you have to reach {s.first}, so the call comes first."


def asked_you_something(s: Situation) -> str:
    """F5: a question is answered the next day."""
    if s.answer not in OWES_AN_ANSWER:
        return ""
    if s.answer == "talked":
        return f"You spoke with {s.first} on {day(s.answered_on)}. Write what you agreed."
    return f"{s.first} asked you something on {day(s.answered_on)}. Answer within a day."


def said_yes(s: Situation) -> str:
    """M5.2: a yes is answered within a day with two times."""
    return f"{s.first} said yes on {day(s.answered_on)}. Answer within a day and offer two times."


def after_a_conversation(s: Situation) -> str:
    """M6.2, C8: thank within a day of a talk."""
    if s.answer != "held":
        return ""
    return f"You talked with {s.first} on {day(s.answered_on)}. Thank within a day."


def after_a_no(s: Situation) -> str:
    """M5.5, M5.6: a no is thanked, and asked once who else."""
    if s.answer != "no":
        return ""
    logs = (one.log for one in s.board.approaches_to[s.lane.person.id if s.lane.person else 0])
    what = "Thank them." if asked_who_else(logs) else "Thank, and ask once who else might know."
    return f"{s.first} said no on {day(s.answered_on)}. One nearer the number. {what}"


def after_help(s: Situation) -> str:
    """M4.1, C8: thank within a day whoever helped, promised or said later."""
    if s.answer == "later":
        return (
            f"On {day(s.answered_on)} {s.first} asked you to come back later. Thank within a day."
        )
    what = {
        "helped": "helped you",
        "refers": "gave you a name",
        "yes": "promised to help",
    }.get(s.answer, "answered")
    return f"{s.first} {what} on {day(s.answered_on)}. Thank within a day."


def conversation_tomorrow(s: Situation) -> str:
    """M6.2: practise what you want to say."""
    return f"You talk with {s.first} {s.meets}. Read up on their work and practise your questions."


def conversation_now(s: Situation) -> str:
    """M5.5: each conversation ends with the next names."""
    meets_on = s.lane.thread.meets_on or s.board.today
    if meets_on < s.board.today:
        return f"You were to talk with {s.first} on {day(meets_on)}. Say how it went."
    return f"You talk with {s.first} {s.meets}. End by asking who else you should talk to."


def interview_tomorrow(s: Situation) -> str:
    """F39: know the work, and practise aloud."""
    return (
        f"You have an interview at {s.company} {_interview_day(s)}. Read up on them, ask who "
        "knows them, and practise aloud."
    )


def interview_now(s: Situation) -> str:
    """F39: note the names, and thank within a day."""
    one = next_interview(s.board.snapshot, s.lane.company_id or 0)
    if one is not None and one.on < s.board.today:
        return (
            f"You had an interview at {s.company} on {day(one.on)}. Say how it went and who was "
            "there, and thank them."
        )
    return f"Your interview at {s.company} is {_interview_day(s)}. Note the names of who is there."


def interviewed_by_nobody_named(s: Situation) -> str:
    """F39, C8: thank within a day; for that their names are needed."""
    one = last_interview(s.board.snapshot, s.lane.company_id or 0)
    when = f" on {day(one.held_on)}" if one and one.held_on else ""
    return (
        f"You were interviewed at {s.company}{when}. Say by whom, and the thanks to each are ready."
    )


def _interview_day(s: Situation) -> str:
    one = next_interview(s.board.snapshot, s.lane.company_id or 0)
    if one is None:
        return "soon"
    when = "today" if one.on == s.board.today else f"on {day(one.on)}"
    return f"{when} at {one.at:%H:%M}" if one.at else when


def sat_at_the_interview(s: Situation) -> str:
    """F39: who sat there is asked how it stands; nobody tells them what came of a talk."""
    person_id = s.lane.person.id if s.lane.person else 0
    sat = [one for one in s.board.snapshot.interviews if person_id in one.people and one.held_on]
    if s.answer != "held" or s.answered_on not in {one.held_on for one in sat}:
        return ""
    return f"{s.first} interviewed you on {day(s.answered_on)}. Ask how it stands."


def tell_what_came_of_it(s: Situation) -> str:
    """M4.3, C9, F28: report back once, ten to twenty days later."""
    done = f"You talked with {s.first}" if s.answer == "held" else f"{s.first} helped you"
    return f"{done} on {day(s.answered_on)}. Tell them what came of it."


RULES: dict[CardKind, tuple[Rule, ...]] = {
    "nudge": (
        promise_not_kept_yet,
        agreed_but_undated,
        conversation_went_quiet,
        silent_after_first_note,
    ),
    "call": (silent_manager, undated_yes_by_phone, agreed_to_be_called_later, only_a_number),
    "answer": (asked_you_something, said_yes),
    "thank": (after_a_conversation, after_a_no, after_help),
    "prepare": (conversation_tomorrow,),
    "meet": (conversation_now,),
    "prepare_interview": (interview_tomorrow,),
    "interview": (interview_now,),
    "thank_interview": (interviewed_by_nobody_named,),
    "report_back": (sat_at_the_interview, tell_what_came_of_it),
}
