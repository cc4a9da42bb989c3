"""What could be given in return, from what the campaign knows: never a favour for its own sake.
Pure.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from firststep.facts.line_kinds import HEARD
from firststep.facts.said import say
from firststep.facts.snapshot import BY_ID, PersonFacts, PositionFacts, Snapshot
from firststep.steps.people.titles.departments_named import departments_of
from firststep.steps.people.titles.parts import same_work

_IS_NEW_DAYS = 90


@dataclass(frozen=True)
class Ideas:
    """What the campaign knows of on a day. Whoever may be introduced is looked for once, however
    many are asked about."""

    snapshot: Snapshot
    today: date

    def of(self, person_id: int) -> tuple[str, ...]:
        """What the seeker could do for somebody, the surest first: a promise to keep, a new post to
        congratulate on, an introduction, an opening. None where the campaign knows of nothing."""
        return tuple(self._known_of(person_id))

    def first(self, person_id: int) -> str:
        """The surest; "" where the campaign knows of nothing."""
        return next(self._known_of(person_id), "")

    def _known_of(self, person_id: int) -> Iterator[str]:
        person = self.snapshot.people.get(person_id)
        if person is not None:
            yield from self._promised(person)
            yield from self._new_post(person)
            yield from self._introduction(person)
            yield from self._opening(person)

    def _promised(self, person: PersonFacts) -> Iterator[str]:
        between = self.snapshot.between.get(person.id)
        for what in between.promised if between else ():
            yield say("You promised it: {what}.", what=what)

    def _new_post(self, person: PersonFacts) -> Iterator[str]:
        for post in person.current:
            since = self.today - post.began_on if post.began_on else None
            if since is not None and timedelta() <= since <= timedelta(_IS_NEW_DAYS):
                first = _first(person)
                yield say(
                    "{first} is new at {company}: a line to congratulate is enough.",
                    first=first, company=post.company,
                )  # fmt: skip
                return

    def _introduction(self, person: PersonFacts) -> Iterator[str]:
        """Somebody the seeker has heard from, in the same field at another employer."""
        field = _field(person.current)
        if not field:
            return
        houses = {post.company_id for post in person.current}
        for other in self._heard_from:
            elsewhere = [post for post in other.current if post.company_id not in houses]
            if other.id != person.id and field & _field(elsewhere):
                yield say(
                    "You could introduce {first} to {name} ({company}), who works in the same "
                    "field. Ask both first.",
                    first=_first(person), name=other.name, company=elsewhere[0].company,
                )  # fmt: skip
                return

    def _opening(self, person: PersonFacts) -> Iterator[str]:
        houses = {post.company_id for post in person.current}
        for company in sorted(self.snapshot.companies.values(), key=BY_ID):
            role = company.opening.role if company.opening else ""
            if role and company.id not in houses and _fits(person, role):
                yield say(
                    "{company} looks for a {role}: {first} may know somebody, or want to know.",
                    company=company.name, role=role, first=_first(person),
                )  # fmt: skip
                return

    @cached_property
    def _heard_from(self) -> list[PersonFacts]:
        heard = {
            one.person_id
            for one in self.snapshot.approaches.values()
            if any(line.kind in HEARD for line in one.log)
        }
        return [
            person
            for person in sorted(self.snapshot.people.values(), key=BY_ID)
            if (person.id in heard or (person.tie and person.tie.kind == "close"))
            and not person.do_not_contact
        ]


def _field(posts: tuple[PositionFacts, ...] | list[PositionFacts]) -> frozenset[str]:
    return frozenset(key for post in posts for key in departments_of(post.title))


def _fits(person: PersonFacts, role: str) -> bool:
    return any(same_work(post.title, role) for post in person.current)


def _first(person: PersonFacts) -> str:
    return person.given or person.name
