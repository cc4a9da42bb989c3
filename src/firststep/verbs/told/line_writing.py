"""One line being written: the day, whom it has made, what it has recorded."""

from dataclasses import dataclass, field, replace
from datetime import date

from firststep.errors import CannotDo
from firststep.facts.text import fold
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.telling.happening import LineHappening
from firststep.steps.people.models import Person
from firststep.verbs.thread.step import Recorded


@dataclass
class LineWriting:
    """The happenings of one line, one after the other; `new` are the people it has made."""

    campaign: Campaign
    stamp: Stamp
    records: list[Recorded] = field(default_factory=list)
    new: dict[str, int] = field(default_factory=dict)

    def stamp_of(self, one: LineHappening) -> Stamp:
        """The stamp of a happening: its own day, and the key of the form for the first alone."""
        stamp = replace(self.stamp, on=self._on(one))
        self.stamp = replace(self.stamp, once_key=None, seen=None)
        return stamp

    def _on(self, one: LineHappening) -> date:
        """The day it is recorded for; a day to come is none."""
        ahead = one.do in ("meeting", "moved") or (one.do == "stage" and one.outcome == "interview")
        return self.stamp.on if ahead or one.on is None else one.on

    def key_of(self, one: LineHappening) -> int | None:
        """The number of whoever a happening is about, also of one whom this line has made."""
        if one.who is None:
            return None
        return one.who.person_id or self.new.get(fold(one.who.name))

    def remember(self, one: LineHappening, key: int) -> None:
        """Whom this line has made."""
        if one.who is not None:
            self.new[fold(one.who.name)] = key

    def person(self, one: LineHappening) -> Person:
        """Whoever a happening is about. Raises CannotDo (`not_found`)."""
        key = self.key_of(one)
        if key is None:
            name = one.who.name if one.who else "they"
            raise CannotDo(
                "Nobody named {name} is in your address book.", name=name, kind="not_found"
            )
        return Person.objects.get(campaign=self.campaign, pk=key)

    def ref(self, one: LineHappening) -> str:
        """The reference of whoever a happening is about."""
        return f"p{self.person(one).pk}"
