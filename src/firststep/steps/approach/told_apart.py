"""What tells the letters to several people at one company apart: the question, the words. Pure."""

from collections.abc import Iterable

from firststep.facts.snapshot import BY_ID, PersonFacts, Snapshot

VOICES = 4  # in how many ways a thing is said at least


def question_no(snapshot: Snapshot, person: PersonFacts | None) -> int:
    """How many others at their company are asked for advice before them (F38): those asked
    already, then whoever is known there, in the order of their numbers."""
    there = colleagues(snapshot, person)
    if person is None or not there:
        return 0
    known = sorted(key for key in there if snapshot.people[key].tie)
    asked = _approached(snapshot, there, ask="advice")
    return list(dict.fromkeys([*asked, *known, person.id])).index(person.id)


def voice(snapshot: Snapshot, person: PersonFacts | None) -> int:
    """Which of several ways to say a thing they get (L3).

    Who was written to at their company comes first, in that order, then whom the seeker knows
    there, then all others by their numbers. The first four of them differ in all that is said in
    four ways, and so do the next four. With which way a company begins goes by the company.
    """
    there = colleagues(snapshot, person)
    if person is None or not there:
        return person.id % VOICES if person else 0
    known = sorted(key for key in there if snapshot.people[key].tie)
    order = dict.fromkeys([*_approached(snapshot, there), *known, *sorted(there)])
    fours, at = divmod(list(order).index(person.id), VOICES)
    return fours * VOICES + (at + min(_employers(person))) % VOICES


def _approached(snapshot: Snapshot, there: set[int], *, ask: str = "") -> Iterable[int]:
    """Those of them an approach was opened with, in that order."""
    opened = sorted(snapshot.approaches.values(), key=BY_ID)
    return dict.fromkeys(one.person_id for one in opened
                         if one.person_id in there and ask in ("", one.ask))  # fmt: skip


def colleagues(snapshot: Snapshot, person: PersonFacts | None) -> set[int]:
    """Who works where they work, themselves among them; nobody where that is not known."""
    at = _employers(person) if person else set()
    everybody = snapshot.people.items() if at else ()
    return {
        key
        for key, one in everybody
        for post in one.positions
        if post.current and post.company_id in at
    }


def _employers(person: PersonFacts) -> set[int]:
    return {post.company_id for post in person.current}
