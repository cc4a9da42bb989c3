"""What tells the letters to several people at one company apart: the question, the words. Pure."""

from collections.abc import Iterable

from firststep.facts.snapshot import BY_ID, PersonFacts, Snapshot

VOICES = 4  # in how many ways a thing is said at least


def question_no(snapshot: Snapshot, person: PersonFacts | None) -> int:
    """How many others at their company are asked for advice before them (F38): those asked
    already, then whoever is known there, in the order of their numbers."""
    there = _colleagues(snapshot, person)
    if person is None or not there:
        return 0
    known = sorted(key for key in there if snapshot.people[key].tie)
    asked = _approached(snapshot, there, ask="advice")
    return list(dict.fromkeys([*asked, *known, person.id])).index(person.id)


def voice(snapshot: Snapshot, person: PersonFacts | None) -> int:
    """Which of several ways to say a thing they get (L3).

    A number goes with a person. Where somebody at their company has it already, the next: the
    first four whom an approach was opened with have four that differ by four, the next four the
    four above, and so on. It stays once theirs is opened.
    """
    if person is None:
        return 0
    given: list[int] = []
    for one in _approached(snapshot, _colleagues(snapshot, person)):
        if one == person.id:
            break
        given.append(_next_free(one, given))
    return _next_free(person.id, given)


def _next_free(person_id: int, given: list[int]) -> int:
    begin = len(given) // VOICES * VOICES
    order = (begin + (person_id + n) % VOICES for n in range(VOICES))
    return next((number for number in order if number not in given), begin)


def _approached(snapshot: Snapshot, there: set[int], *, ask: str = "") -> Iterable[int]:
    """Those of them an approach was opened with, in that order."""
    opened = sorted(snapshot.approaches.values(), key=BY_ID)
    return dict.fromkeys(one.person_id for one in opened
                         if one.person_id in there and ask in ("", one.ask))  # fmt: skip


def _colleagues(snapshot: Snapshot, person: PersonFacts | None) -> set[int]:
    """Who works where they work, themselves among them; nobody where that is not known."""
    at = _employers(person) if person else set()
    return {key for key, one in snapshot.people.items() if at & _employers(one)}


def _employers(person: PersonFacts) -> set[int]:
    return {post.company_id for post in person.current}
