"""What a line names and nothing was made of: it makes the line unsure. Pure.

Whoever is named in a line is named for a reason: where no happening has them, the line was not
understood, however sure the rest looks.
"""

from collections.abc import Iterator, Sequence

from firststep.steps.outreach.telling.clauses import LineTold
from firststep.steps.outreach.telling.drafts import LineDraft
from firststep.steps.outreach.telling.posts import house_apart, posted_at

_UNITS = frozenset(
    ["min", "mins", "minute", "minutes", "minuten", "std", "stunde", "stunden", "hours", "hour",
     "people", "emails", "mails", "weeks", "days", "tagen", "wochen", "times", "mal", "names",
     "k", "percent", "prozent", "year", "years", "jahre", "jahren"]
)  # fmt: skip


def unused_in(told: LineTold, drafts: Sequence[LineDraft]) -> str:
    """The first person, company or number that no draft and no cue has; "" where there is none."""
    return next(_unused(told, drafts), "")


def _unused(told: LineTold, drafts: Sequence[LineDraft]) -> Iterator[str]:
    used = _places(told, drafts)
    known = {_who(told, at) for at in used if told.is_person(at)}
    houses = _houses(told)
    clauses = {one.clause for one in drafts}
    free = (at for at in range(len(told.found.words)) if at not in used)
    for at in free:
        near = houses if told.clause[at] in clauses else set[str]()
        if _is_named(told, at, known, near) and not _is_refused(told, at):
            yield told.found.words[at].text


def _is_named(told: LineTold, at: int, known: set[object], houses: set[str]) -> bool:
    """Whether a person, a company or a number stands there of whom nothing is known."""
    if told.is_person(at):
        return _who(told, at) not in known
    if told.found.words[at].kind in ("email", "phone"):
        return True
    if told.found.words[at].kind == "company":
        return told.found.what[at].text not in houses and not _is_house_of_new(told, at)
    return _is_loose_number(told, at)


def _is_house_of_new(told: LineTold, at: int) -> bool:
    """Whether somebody new may work there, of whom nothing else says where."""
    new = (place for place in told.people() if not told.found.people_at(place))
    return house_apart(told.found) == at and any(
        not posted_at(told.found, place).named.company for place in new
    )


def _places(told: LineTold, drafts: Sequence[LineDraft]) -> set[int]:
    """The places that drafts and cues have made something of, posts and all."""
    used = {at for one in told.cues for at in (*one.used, *one.slots.values())}
    for draft in drafts:
        used.update(at for at in (draft.place, draft.company_at) if at is not None)
        used.update(*(to.places for to in draft.to))
    people = [at for at in used if told.is_person(at)]
    return used.union(*(posted_at(told.found, at).places for at in people))


def _who(told: LineTold, at: int) -> object:
    mention = told.found.what[at]
    return tuple(one.id for one in mention.people) or mention.name


def _houses(told: LineTold) -> set[str]:
    """Where the people of the line work."""
    return {one.company for at in told.people() for one in told.found.people_at(at)}


def _is_refused(told: LineTold, at: int) -> bool:
    refused = (one for one in told.cues if one.cue.means.startswith("refuse"))
    return any(
        told.clause[min(one.start, len(told.clause) - 1)] == told.clause[at] for one in refused
    )


def _is_loose_number(told: LineTold, at: int) -> bool:
    words = told.found.words
    if words[at].kind != "word" or not words[at].word.isdecimal():
        return False
    return at + 1 == len(words) or words[at + 1].word not in _UNITS
