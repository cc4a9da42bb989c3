"""What is asked, or said, where a line is not sure or tells of nothing that happened. Pure."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from firststep.facts.said import say, say_day, to_say
from firststep.steps.outreach.language.cues import CueHeard
from firststep.steps.outreach.language.when import WhenSaid
from firststep.steps.outreach.telling.clauses import LineTold
from firststep.steps.outreach.telling.happening import LineHappening, LineRead, LineReading

HOW_TO_SAY = to_say("Say it as in: Met Ann Lee (Acme) for coffee, Tue. Or: Dana Whitlock said yes.")
_REFUSED = {
    "silence": to_say(
        "Nothing yet: silence is never a no, and is counted by itself. Nothing to note."
    ),
    "plan": to_say("That is still to be done. Log it once it has happened."),
    "wish": to_say("That has not happened yet. Log it once it has."),
    "news": to_say(
        "That is news and changes none of your steps. To keep it, begin with: note about …"
    ),
    "question": to_say("That is a question. Log what happened, as in: Ann Lee said yes."),
    "unclear": to_say("It is not clear what happened."),
}


def refusal_of_line(line: str, told: LineTold, refused: list[CueHeard]) -> LineRead:
    """The answer to a line in which nothing happened."""
    why = refused[0].cue.means.split()[1] if refused else "unclear"
    words = say(_REFUSED[why])
    if why == "unclear":
        words = _unclear(line, told)
    return LineRead(line=line, question=words, refused=why)


def _unclear(line: str, told: LineTold) -> str:
    how = say(HOW_TO_SAY)
    if not line:
        return f"{say('There is nothing to log yet.')} {how}"
    people = [told.found.what[at].name for at in told.people()]
    if people:
        return f"{say('What happened with {name}?', name=people[0])} {how}"
    return f"{say('This line is not clear yet.')} {how}"


def question_of(told: LineTold, one: LineHappening) -> tuple[str, tuple[int, ...]]:
    """The question to ask about what is not sure, and the people who could be meant."""
    name = one.who.name if one.who else ""
    what, _, rest = one.doubt.partition(" ")
    if what == "which":
        people = told.found.people_at(int(rest))
        named = (f"{one.name} ({one.company})" if one.company else one.name for one in people[:4])
        asked = say("Who is meant: {names}?", names=say(" or ").join(named))
        return asked, tuple(person.id for person in people)
    words = _QUESTIONS.get(what, to_say("Is that right?"))
    return say(words, name=name or say("they", sense="in a line"), rest=rest), ()


_QUESTIONS = {
    "who": to_say("Who is meant? Say the name."),
    "answer": to_say("What did {name} answer: yes, no, later, a question, or a name?"),
    "to": to_say("Whom did {name} name?"),
    "introducer": to_say("Who told {name} about you? Say it as in: Ann told {name} about me."),
    "call": to_say("How did the call end: talked, a voicemail, or no answer?"),
    "hour": to_say("At what hour? Say the day and the hour."),
    "when": to_say("On which day, and at what hour?"),
    "days": to_say("Which of these days is it? Say one."),
    "day": to_say("Which day is “{rest}”? Write it as 14 December."),
    "either": to_say("“{rest}”: has that been, or is it to come? Say “had”, or give the hour."),
    "company": to_say("Which company is meant? Say it as on your list."),
    "word": to_say("What happened with {name}? “{rest}” makes it unsure; say what is certain."),
    "unknown": to_say(
        "Nobody named {name} is in your address book. Is the name another? Somebody new is "
        "added by: Met {name}, with where."
    ),
    "accepted": to_say(
        "What did {name} accept: a talk, or to connect? Say yes, or accepted my invitation "
        "on LinkedIn."
    ),
    "later": to_say("Did {name} say yes, or not until then? Say yes, or later."),
    "until": to_say("Until when? Write the day as 14 December, or leave it out."),
    "unused": to_say("What about {rest}? Say it in a line of its own, or leave it out."),
    "against": to_say("That is two answers of {name}. Which one counts?"),
    "agreed": to_say("Another hour is agreed with {name}. Was it moved? Say moved, with the hour."),
    "nothing": to_say("No talk with {name} is agreed. What was cancelled, or did they say no?"),
}


def readings_of(told: LineTold, one: LineHappening) -> tuple[LineReading, ...]:
    """The ways to say the line that would leave no such question, the likeliest first."""
    what, _, rest = one.doubt.partition(" ")
    maker = _READINGS.get(what)
    return tuple(maker(_Asked(told, one, rest))) if maker else ()


class _Asked(NamedTuple):
    """What is asked about: the line, what is not sure in it, and the words it is about."""

    told: LineTold
    one: LineHappening
    rest: str

    @property
    def line(self) -> str:
        return self.told.found.line

    @property
    def when(self) -> WhenSaid | None:
        """The day that is asked about."""
        found = (mention.when for mention in self.told.found.what.values())
        return next((when for when in found if when and when.words == self.rest), None)

    def on_that_day(self, when: WhenSaid, day: date) -> LineReading:
        hour = f" at {when.at:%H:%M}" if when.at else ""
        line = f"{self.line[: when.start]}on {day}{hour}{self.line[when.end :]}"
        words = say_day(day, "EEEE, d MMMM")
        if when.at:
            words = say("{day} at {hour}", day=words, hour=f"{when.at:%H:%M}")
        return LineReading(words=words, line=line)


def _which(asked: _Asked) -> Iterator[LineReading]:
    word = asked.told.found.words[int(asked.rest)]
    for person in asked.told.found.people_at(int(asked.rest))[:5]:
        where = f" ({person.company})" if person.company else ""
        line = f"{asked.line[: word.start]}p{person.id}{asked.line[word.end :]}"
        yield LineReading(words=f"{person.name}{where}", line=line)


def _one_of_days(asked: _Asked) -> Iterator[LineReading]:
    if when := asked.when:
        yield from (asked.on_that_day(when, day) for day in when.unsure)


def _past_or_coming(asked: _Asked) -> Iterator[LineReading]:
    if when := asked.when:
        days = dict.fromkeys(filter(None, (when.past, when.on)))
        yield from (asked.on_that_day(when, day) for day in days)


def _call_ends(asked: _Asked) -> Iterator[LineReading]:
    yield LineReading(words=say("No answer"), line=f"{asked.line}, nobody picked up")
    yield LineReading(words=say("A voicemail"), line=f"{asked.line}, left a voicemail")
    yield LineReading(words=say("Talked"), line=f"{asked.line}, we talked")


_SAID = {
    "yes": to_say("{name} said yes"),
    "no": to_say("{name} said no"),
    "later": to_say("{name} said later"),
}


def _answers(asked: _Asked) -> Iterator[LineReading]:
    who = asked.one.who
    for answer in _SAID if who and who.person_id else ():
        assert who is not None
        words = say(_SAID[answer], name=who.name)
        yield LineReading(words=words, line=f"p{who.person_id} said {answer}")


def _met_new(asked: _Asked) -> Iterator[LineReading]:
    if asked.one.who and asked.one.who.name:
        name = asked.one.who.name
        yield LineReading(words=say("I met {name}, who is new", name=name), line=f"Met {name}")


_READINGS: dict[str, Callable[[_Asked], Iterator[LineReading]]] = {
    "which": _which, "day": _one_of_days, "either": _past_or_coming, "call": _call_ends,
    "answer": _answers, "unknown": _met_new,
}  # fmt: skip
