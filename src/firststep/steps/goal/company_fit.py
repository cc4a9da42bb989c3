"""Which employers fit the goal: where the seeker's department has people they know, what they took
note of themselves, and where people from their own employers went. Pure.

Source: method M1.2, the list of companies where that work is done.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from firststep.facts.said import say, say_of

_MOST = 20  # suggestions; more is a list nobody reads
NAMED = 3  # people named in a reason
_RUNS = {"exact": 5, "strong": 3, "weak": 1}  # what a title that runs the department weighs
_CROWD = 10  # people of one's own employers there, beyond which more of them tell nothing more


@dataclass(frozen=True, slots=True, kw_only=True)
class FromOwn:
    """People of one own employer of the seeker's who work at another now, or worked there before.

    `overlapped`: the years are known of each of them, and the seeker was there at the same time.
    """

    own: str
    names: tuple[str, ...]
    here_now: bool = True
    overlapped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployerFit:
    """An employer in the address book, with the titles there that touch the department.

    `running` are present titles that run it with how surely, `sitting` all other present ones in
    it, `once` the former ones.
    """

    company_id: int
    name: str
    people: int
    running: tuple[tuple[str, str], ...] = ()
    sitting: tuple[str, ...] = ()
    once: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()  # why the seeker took note of it themselves
    from_own: tuple[FromOwn, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """An employer worth a place on the list, and why."""

    company_id: int
    name: str
    people: int
    why: str


def best_fitting(
    employers: Iterable[EmployerFit], department: str, *, most: int = _MOST
) -> list[Suggestion]:
    """The employers that fit best: who runs the department there first, then how many sit in it.

    What the seeker noted themselves (follows, saved jobs, applications) weighs like a weak head,
    somebody of an own employer like somebody in the department, whoever was there once half as
    much. Employers with none of that are left out. Ties go by name, then id.
    """
    weighed = [(_weight(employer), employer) for employer in employers]
    fitting = [(weight, employer) for weight, employer in weighed if weight]
    fitting.sort(key=lambda f: (-f[0], f[1].name.casefold(), f[1].company_id))
    return [
        Suggestion(company_id=e.company_id, name=e.name, people=e.people, why=_why(e, department))
        for _, e in fitting[:most]
    ]


def _weight(employer: EmployerFit) -> int:
    running = sum(_RUNS[sureness] for _, sureness in employer.running)
    now = sum(len(one.names) for one in employer.from_own if one.here_now)
    before = sum(len(one.names) for one in employer.from_own if not one.here_now)
    own = min(2 * now + before, 2 * _CROWD)
    sitting = 2 * len(employer.sitting) + len(employer.once)
    return 4 * running + sitting + 4 * len(employer.noted) + own


def _why(employer: EmployerFit, department: str) -> str:
    parts = []
    if employer.running:
        best = min(employer.running, key=lambda r: (-_RUNS[r[1]], r[0]))
        parts.append(say('You know "{title}" there.', title=best[0]))
    if n := len(employer.running) + len(employer.sitting):
        parts.append(
            say_of(
                "1 person you know works in {department} there.",
                "{n} people you know work in {department} there.",
                n,
                department=department,
            )
        )
    if n := len(employer.once):
        parts.append(
            say_of(
                "1 person you know worked in {department} there before.",
                "{n} people you know worked in {department} there before.",
                n,
                department=department,
            )
        )
    parts.extend(_from_own_words(one) for one in employer.from_own)
    parts.extend(employer.noted)
    return " ".join(parts)


def _from_own_words(one: FromOwn) -> str:
    """`2 people you worked with at Globex work there now: Ann Lee, Sam Roe.`"""
    words = {"own": one.own, "names": _named(one.names)}
    return _with_you(one, words) if one.overlapped else _like_you(one, words)


def _with_you(one: FromOwn, words: dict[str, str]) -> str:
    if one.here_now:
        return say_of(
            "1 person you worked with at {own} works there now: {names}.",
            "{n} people you worked with at {own} work there now: {names}.",
            len(one.names),
            **words,
        )
    return say_of(
        "1 person you worked with at {own} worked there: {names}.",
        "{n} people you worked with at {own} worked there: {names}.",
        len(one.names),
        **words,
    )


def _like_you(one: FromOwn, words: dict[str, str]) -> str:
    if one.here_now:
        return say_of(
            "1 person who was at {own}, as you were, works there now: {names}.",
            "{n} people who were at {own}, as you were, work there now: {names}.",
            len(one.names),
            **words,
        )
    return say_of(
        "1 person who was at {own}, as you were, worked there: {names}.",
        "{n} people who were at {own}, as you were, worked there: {names}.",
        len(one.names),
        **words,
    )


def _named(names: Sequence[str]) -> str:
    """Ann Lee, Sam Roe, Tom Orr and 4 more."""
    first, more = ", ".join(names[:NAMED]), len(names) - NAMED
    return say("{names} and {more} more", names=first, more=more) if more > 0 else first
