"""A step that may be shown on a day, before the day is filled. Pure."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from firststep.facts.kinds import Ask, Origin
from firststep.facts.plan import Card
from firststep.facts.step_kinds import CardKind
from firststep.plan.cards import Due, Order, card_of
from firststep.plan.lane import Lane
from firststep.plan.loose import Loose
from firststep.plan.playbook.situation import Situation


class Candidate(NamedTuple):
    """A step that may be shown today, and where it stands in the order of the day. Its card is
    made only once it is shown or rolled over: most of a long list of seats waits."""

    situation: Situation
    due: Due
    order: Order
    first_note: bool
    loose: Loose | None = None

    @property
    def lane(self) -> Lane:
        return self.situation.lane

    @property
    def kind(self) -> CardKind:
        return self.due.kind

    @property
    def due_on(self) -> date:
        return self.due.due_on

    @property
    def person_id(self) -> int | None:
        person = self.situation.lane.person
        return person.id if person else None

    @property
    def company_id(self) -> int | None:
        return self.situation.lane.company_id

    @property
    def origin(self) -> Origin:
        return self.situation.lane.approach.origin

    @property
    def ask(self) -> Ask:
        return self.situation.lane.approach.ask

    @property
    def card(self) -> Card:
        card = card_of(self.situation, self.due)
        return self.loose.named(card) if self.loose else card


Reorder = Callable[[Candidate], Order]
