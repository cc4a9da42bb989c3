"""One draft on its way to a happening: of whom, when, and what to ask. Pure."""

from datetime import date
from typing import Any

from firststep.facts.channels import CHANNEL_NAMES
from firststep.facts.text import table_beside
from firststep.steps.outreach.language.when import WhenSaid
from firststep.steps.outreach.telling.clauses import LineTold
from firststep.steps.outreach.telling.dating import (
    DayFound,
    day_until,
    is_behind,
    past_day,
)
from firststep.steps.outreach.telling.drafts import LineDraft
from firststep.steps.outreach.telling.happening import Do, LineHappening, LineWhom, NamedInLine
from firststep.steps.outreach.telling.posts import posted_at, with_house
from firststep.steps.outreach.telling.scene import Scene, SomebodyKnown

_MAY_BE_NEW = frozenset(["met", "seat", "offer", "talked"])
_HOWS = ("phone", "video", "in_person")
_TIME_WORDS = frozenset(
    word for line in table_beside(__file__, "time_words") for word in line.split()
)


class Begun:
    """One draft on its way to a happening; `doubt` is the first thing there is to ask."""

    def __init__(self, told: LineTold, draft: LineDraft, scene: Scene) -> None:
        self.told, self.draft, self.scene, self.today = told, draft, scene, scene.today
        self.doubt = draft.doubt
        to = tuple(with_house(told.found, one.named) for one in draft.to)
        self.fields: dict[str, Any] = {"to": to, "expected": draft.expected and bool(to)}
        if draft.channel in CHANNEL_NAMES:
            self.fields["channel"] = draft.channel
        self.fields["how"] = draft.channel if draft.channel in _HOWS else ""
        self._give_whom()

    @property
    def people(self) -> tuple[SomebodyKnown, ...]:
        place = self.draft.place
        return self.told.found.people_at(place) if place is not None else ()

    @property
    def whens(self) -> list[WhenSaid]:
        return self.draft.whens

    def _give_whom(self) -> None:
        if self.draft.place is None:
            return
        people = self.people
        if len(people) == 1:
            self.fields["who"] = LineWhom(person_id=people[0].id, name=people[0].name)
            self.fields["approach_id"] = people[0].approach_id
            return
        self.fields["who"] = LineWhom(name=self.told.found.what[self.draft.place].name)
        if people:
            self.doubt = f"which {self.draft.place}"
        elif self.draft.do not in _MAY_BE_NEW and not self._are_met():
            self.doubt = f"unknown {self.draft.place}"
            self.fields["kind"] = "not_found"

    def _are_met(self) -> bool:
        """Whether the line tells that they were met: then they need not be known."""
        return any(one.cue.means.split()[0] in ("met", "offer") for one in self.told.cues)

    def ask(self, doubt: str) -> None:
        """Something there is to ask, if nothing is yet."""
        self.doubt = self.doubt or doubt

    def one(self, do: Do, **more: Any) -> LineHappening:
        return LineHappening(**{**self.fields, **more, "do": do, "doubt": self.doubt})

    def behind(self) -> DayFound:
        """The day gone by that it happened on; asked for where that is doubtful."""
        day = past_day(self.whens, self.today)
        self.ask(day.doubt)
        return day

    def until(self, do: Do, **more: Any) -> LineHappening:
        """What holds until a day."""
        found = day_until(self.whens, self.today, is_later="later" in more.values())
        self.ask(found.doubt)
        if found.until is None and do != "promise" and self._speaks_of_time():
            self.ask("until")
        return self.one(do, until=found.until, on=found.on, **more)

    def _speaks_of_time(self) -> bool:
        """Whether a day is said that was not read: give him a week."""
        used = frozenset[int]().union(*(one.used for one in self.told.cues))
        words = enumerate(self.told.found.words)
        return any(at not in used and word.word in _TIME_WORDS for at, word in words)

    def _said_on(self) -> date | None:
        """The day gone by on which something was said; None for today."""
        days = [when.on for when in self.whens if is_behind(when) and when.on != self.today]
        return days[0] if days else None

    def _somebody_new(self) -> NamedInLine | None:
        """Who is not known yet, as the line names them."""
        if self.draft.place is None or self.people:
            return None
        found = self.told.found
        named = with_house(found, posted_at(found, self.draft.place).named)
        self.fields["company"] = named.company or None
        return named

    def _give_company(self) -> None:
        at = self.draft.company_at
        company = self.told.found.what[at].company if at is not None else None
        if company is None:
            self.ask("company")
        else:
            self.fields |= {"company": company.name, "company_id": company.id}
