"""What turns a draft round by how it stands in its line, though no word of it is doubtful. Pure."""

from collections.abc import Iterator

from firststep.steps.outreach.telling.clauses import LineTold
from firststep.steps.outreach.telling.drafts import LineDraft

_ENDING = frozenset(["not", "never", "stop", "quit", "refrain", "cease", "leave"])
_BOUNDS = ("until", "till", "til", "bis")
_TO_COME = frozenset(["reply", "promise", "meeting", "moved", "meet", "stage", "offer"])


def turning(told: LineTold, draft: LineDraft) -> Iterator[str]:
    """The words by which it may mean something else."""
    if draft.what == "question":
        yield from _ends_it(told, draft)
        yield from (when.words for when in draft.whens if when.words.lower().startswith(_BOUNDS))
    if draft.do == "reply" and draft.what in ("yes", "no", "later") and _is_anothers(told, draft):
        yield told.found.words[draft.place or 0].text
    if draft.what == "refers":
        yield from _still_to_do(told, draft)
    if draft.do not in _TO_COME:
        yield from _hours_elsewhere(told, draft)


def _ends_it(told: LineTold, draft: LineDraft) -> Iterator[str]:
    """“Asks that I do not get in touch” asks nothing."""
    for at in range(draft.end, len(told.clause)):
        word = told.found.words[at]
        if told.clause[at] == draft.clause and word.word in _ENDING:
            yield word.text


def _is_anothers(told: LineTold, draft: LineDraft) -> bool:
    """“Gave up my evening to help Noah”: whoever is named only behind an answer did not give it."""
    return (
        draft.place is not None
        and draft.place >= draft.end
        and told.clause[draft.place] == draft.clause
    )


def _still_to_do(told: LineTold, draft: LineDraft) -> Iterator[str]:
    """“Ann will drop Noah a line”: she names nobody, she promises it."""
    used = frozenset[int]().union(*(one.used for one in told.cues))
    gap = (at for at in range(draft.start, draft.end) if at not in used)
    yield from (told.found.words[at].text for at in gap if told.found.words[at].word == "will")


def _hours_elsewhere(told: LineTold, draft: LineDraft) -> Iterator[str]:
    """“Talked to Noah, breakfast Tuesday at 9”: the hour is of something still to come."""
    for at, mention in told.found.what.items():
        when = mention.when
        if when is None or when not in draft.whens or told.clause[at] == draft.clause:
            continue
        if when.at and when.is_day and not when.is_past:
            yield when.words
