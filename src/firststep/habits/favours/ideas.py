"""What could be given in return, from what the campaign knows: never a favour for its own sake.
Pure.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from firststep.facts.line_kinds import HEARD
from firststep.facts.snapshot import BY_ID, PersonFacts, PositionFacts, Snapshot
from firststep.steps.people.titles.departments_named import departments_of
from firststep.steps.people.titles.parts import same_work

_IS_NEW_DAYS = 90


def ideas_for(snapshot: Snapshot, person_id: int, *, today: date) -> tuple[str, ...]:
    """What the seeker could do for somebody, the surest first: a promise to keep, a new post to
    congratulate on, an introduction, an opening. None where the campaign knows of nothing."""
    person = snapshot.people.get(person_id)
    if person is None:
        return ()
    kinds = (_promised, _new_post, _introduction, _opening)
    return tuple(idea for kind in kinds for idea in kind(snapshot, person, today))


def _promised(snapshot: Snapshot, person: PersonFacts, _today: date) -> Iterator[str]:
    between = snapshot.between.get(person.id)
    for what in between.promised if between else ():
        yield f"You promised it: {what}."


def _new_post(_: Snapshot, person: PersonFacts, today: date) -> Iterator[str]:
    for post in person.current:
        if post.began_on and timedelta() <= today - post.began_on <= timedelta(_IS_NEW_DAYS):
            yield f"{_first(person)} is new at {post.company}: a line to congratulate is enough."
            return


def _introduction(snapshot: Snapshot, person: PersonFacts, _today: date) -> Iterator[str]:
    """Somebody the seeker has heard from, in the same field at another employer."""
    field = _field(person.current)
    if not field:
        return
    houses = {post.company_id for post in person.current}
    for other in sorted(_heard_from(snapshot), key=BY_ID):
        elsewhere = [post for post in other.current if post.company_id not in houses]
        if other.id != person.id and field & _field(elsewhere):
            yield (
                f"You could introduce {_first(person)} to {other.name} ({elsewhere[0].company}), "
                "who works in the same field. Ask both first."
            )
            return


def _opening(snapshot: Snapshot, person: PersonFacts, _today: date) -> Iterator[str]:
    houses = {post.company_id for post in person.current}
    for company in sorted(snapshot.companies.values(), key=BY_ID):
        role = company.opening.role if company.opening else ""
        if role and company.id not in houses and _fits(person, role):
            yield (
                f"{company.name} looks for a {role}: {_first(person)} may know somebody, or want "
                "to know."
            )
            return


def _heard_from(snapshot: Snapshot) -> Iterator[PersonFacts]:
    heard = {
        one.person_id
        for one in snapshot.approaches.values()
        if any(line.kind in HEARD for line in one.log)
    }
    for person in snapshot.people.values():
        close = person.tie is not None and person.tie.kind == "close"
        if (person.id in heard or close) and not person.do_not_contact:
            yield person


def _field(posts: tuple[PositionFacts, ...] | list[PositionFacts]) -> frozenset[str]:
    return frozenset(key for post in posts for key in departments_of(post.title))


def _fits(person: PersonFacts, role: str) -> bool:
    return any(same_work(post.title, role) for post in person.current)


def _first(person: PersonFacts) -> str:
    return person.given or person.name
