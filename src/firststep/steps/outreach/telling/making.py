"""From a draft to a happening: its person, day, hour, and what is still missing. Pure."""

from collections.abc import Callable
from datetime import datetime

from firststep.steps.outreach.telling.begun import Begun
from firststep.steps.outreach.telling.clauses import LineTold
from firststep.steps.outreach.telling.connecting import is_to_connect, may_be_to_connect
from firststep.steps.outreach.telling.dating import (
    day_ahead,
    is_behind,
    is_bound,
    moment_ahead,
    moved_to,
    same_hour,
)
from firststep.steps.outreach.telling.drafts import LineDraft
from firststep.steps.outreach.telling.expecting import announced_to
from firststep.steps.outreach.telling.happening import Do, LineHappening, LineWhom, NamedInLine
from firststep.steps.outreach.telling.scene import Scene
from firststep.steps.outreach.telling.seats import title_said
from firststep.steps.outreach.telling.timing import are_a_choice, names_another_hour

_OFFERING = frozenset(["offered", "offers", "volunteered", "angeboten", "bietet"])


def happenings_of(told: LineTold, draft: LineDraft, scene: Scene) -> list[LineHappening]:
    """What a draft comes to: one happening, or two where a yes brings its day with it."""
    return _Making(told, draft, scene).happenings()


class _Making(Begun):
    """One draft on its way to a happening; `doubt` is the first thing there is to ask."""

    def happenings(self) -> list[LineHappening]:
        return _MAKERS.get(self.draft.do, _Making.plain)(self)

    def plain(self) -> list[LineHappening]:
        """What happened on a day, today where none is named."""
        outcome = self.draft.what if self.draft.do == "favour" else None
        return [self.one(self.draft.do, on=self.behind().on, outcome=outcome)]  # type: ignore[arg-type]

    def accepted(self) -> list[LineHappening]:
        if self.draft.what and not is_to_connect(self.told):
            self.ask("accepted")
        return self.plain()

    def reply(self) -> list[LineHappening]:
        answer = self.draft.what
        if answer == "heard":
            self.ask("answer")
            return [self.one("reply")]
        if answer == "refers" and not self.draft.to:
            self.ask("to")
        if answer in ("later", "out_of_office"):
            return [self.until("reply", answer=answer)]
        if answer == "yes":
            self.ask("accepted" if may_be_to_connect(self.told, self.draft) else "")
            return self.yes("reply")
        if answer == "no" and self._is_of_the_talk():
            return self.cancelled()
        self._doubt_no(answer)
        self._drop_days_asked_for(answer)
        return [self.one("reply", answer=answer, on=self.behind().on)]

    def _drop_days_asked_for(self, answer: str) -> None:
        """“Wants my resume by Tuesday” names no day it was asked on."""
        if answer == "question":
            self.draft.whens = [when for when in self.whens if is_behind(when)]

    def _is_of_the_talk(self) -> bool:
        """“Rosa sent apologies for Thursday”: the day of the conversation that is agreed."""
        talk = self._talk()
        return talk is not None and any(when.on == talk.date() for when in self.whens)

    def _doubt_no(self, answer: str) -> None:
        """“Not before the 14th” may be a later."""
        if answer == "no" and any(map(is_bound, self.whens)):
            self.ask("answer")

    def expected(self) -> list[LineHappening]:
        """Somebody expects the seeker: whoever named them has told them."""
        found = announced_to(self.scene, self.people, by_them=bool(self.draft.what))
        if found is None:
            self.ask("to" if self.draft.what else "introducer")
            return [self.one("reply", answer="refers")]
        by, one = found
        self.fields |= {"who": LineWhom(person_id=by.id, name=by.name), "expected": True}
        named = NamedInLine(name=one.name, company=one.company)
        return [self.one("reply", answer="refers", approach_id=by.approach_id, to=(named,))]

    def yes(self, do: Do) -> list[LineHappening]:
        """A yes, and with its hour the conversation agreed."""
        outcome = {"outcome": "yes"} if do == "call" else {"answer": "yes"}
        yes = self.one(do, on=self._said_on(), **outcome)
        ahead = [when.settled(coming=True) for when in self.whens if not is_behind(when)]
        if any(is_bound(when) for when in ahead):
            self.ask("later")
            yes = self.one(do, on=self._said_on(), **outcome)
        if not any(when.at for when in ahead) or are_a_choice(self.told, self.whens):
            return [yes]
        talk = moment_ahead(ahead, self.today)
        self.ask(talk.doubt)
        by = {"channel": None, "how": ""} if do == "call" else {}
        return [yes, self.one("meeting", at=talk.at, to=(), **by)]

    def call(self) -> list[LineHappening]:
        self.fields["channel"], outcome = "phone", self.draft.what
        if not outcome:
            self.ask("call")
        bound = any(when.sense != "on" and when.past != when.on for when in self.whens)
        if outcome in ("no_answer", "talked", "") and bound:
            outcome = "later"
        if outcome == "later":
            return [self.until("call", outcome=outcome)]
        if outcome == "yes":
            return self.yes("call")
        return [self.one("call", outcome=outcome or None, on=self.behind().on)]

    def meet(self) -> list[LineHappening]:
        """Coffee with Ann: had, or agreed? An hour lies ahead, no day at all is behind."""
        if self.draft.past or not self.whens or all(when.is_past for when in self.whens):
            return self.talked()
        if any(when.at or when.past is None for when in self.whens):
            return self.meeting()
        self.ask(f"either {self.whens[0].words}")
        return [self.one("talked")]

    def meeting(self) -> list[LineHappening]:
        if names_another_hour(self.whens, self._talk()):
            self.ask("agreed")
        at, days = self._coming(), [when.on for when in self.whens if when.is_day]
        return [self.one("meeting", at=at, on=None if at or not days else days[0])]

    def _coming(self) -> datetime | None:
        """The day and hour to come, asked about where it is doubtful."""
        found = moment_ahead(self.whens, self.today)
        self.ask(found.doubt)
        return found.at

    def moved(self) -> list[LineHappening]:
        """To another day and hour; where nothing is agreed, and none is named: not until then."""
        if self.people and not self._talk() and self.whens and not any(w.at for w in self.whens):
            return [self.until("reply", answer="later")]
        found = moved_to(
            self.whens, self._talk(), same=same_hour(self.told.found.words), today=self.today
        )
        self.ask(found.doubt)
        return [self.one("moved", at=found.at)]

    def _talk(self) -> datetime | None:
        return self.people[0].talk_at if len(self.people) == 1 else None

    def cancelled(self) -> list[LineHappening]:
        """The day that is told is that of the conversation, if one is agreed."""
        if len(self.people) == 1 and not self.people[0].has_agreed:
            if self.draft.what == "no":  # “abgesagt”: a no, where nothing was agreed
                return self.reply()
            self.ask("nothing")
        if names_another_hour(self.whens, self._talk()):
            self.ask("days")
        return [self.one("cancelled")]

    def promise(self) -> list[LineHappening]:
        return [self.until("promise", outcome=self.draft.what)]

    def met(self) -> list[LineHappening]:
        """Somebody new, with post and company as the line says."""
        if self._was_a_talk():
            return self.talked()
        if named := self._somebody_new():
            self.fields |= {"to": (named, *self.fields["to"])}
        return [self.one("met", on=self.behind().on)]

    def offer(self) -> list[LineHappening]:
        """An offer; an hour beside it would be a talk, a day to come is from when it holds."""
        self._somebody_new()
        self.ask("when" if any(when.at for when in self.whens) else "")
        if _OFFERING & {word.word for word in self.told.found.words}:  # "ring him" may be a later
            self.draft.whens = [when for when in self.whens if when.past or when.unsure]
        return [self.one("offer", on=self.behind().on)]

    def _was_a_talk(self) -> bool:
        """Met somebody with whom a talk is agreed, or an open thread and whom they then named."""
        one = self.people[0] if len(self.people) == 1 else None
        return one is not None and (one.has_agreed or (one.is_live and bool(self.draft.to)))

    def talked(self) -> list[LineHappening]:
        """Talked with somebody new: met."""
        if self.draft.place is not None and not self.people:
            return self.met()
        return [self.one("talked", on=self.behind().on)]

    def seat(self) -> list[LineHappening]:
        self._give_company()
        title, who = title_said(self.told, self.draft), self.fields.get("who")
        if who is None:
            self.ask("who")
            return [self.one("seat")]
        company = self.fields.get("company") or ""
        return [self.one("seat", to=(NamedInLine(name=who.name, title=title, company=company),))]

    def address(self) -> list[LineHappening]:
        return [self.one("address", channel=self.draft.what, note=self.draft.text)]

    def stage(self) -> list[LineHappening]:
        """How far a company has come; of an interview, the day and hour to come."""
        self._give_company()
        outcome = self.draft.what
        if outcome != "interview" or self.draft.past:
            had = outcome == "interview"
            return [self.one("stage", outcome=outcome, on=self.behind().on, held=had)]
        if any(when.at or when.hour for when in self.whens):
            return [self.one("stage", outcome=outcome, at=self._coming())]
        return [self.one("stage", outcome=outcome, on=day_ahead(self.whens))]


_MAKERS: dict[str, Callable[[_Making], list[LineHappening]]] = {
    "reply": _Making.reply, "expected": _Making.expected, "accepted": _Making.accepted,
    "call": _Making.call, "meet": _Making.meet, "meeting": _Making.meeting, "moved": _Making.moved,
    "cancelled": _Making.cancelled, "promise": _Making.promise, "met": _Making.met,
    "offer": _Making.offer, "talked": _Making.talked, "seat": _Making.seat,
    "address": _Making.address, "stage": _Making.stage,
}  # fmt: skip
