"""Who sits at an interview that a line tells of, and whether it was had. Pure.

"Interview at Acme Tuesday 10 with Dana Fox and Raj Patel"; "interviewed at Acme with Dana Fox".
"""

from firststep.steps.outreach.language.cues import CueHeard
from firststep.steps.outreach.telling.clauses import LineTold

_WITH = frozenset(["with", "mit", "bei", "interviewer", "interviewers", "panel", "are", "sind"])
_OVER = frozenset(["interviewed", "gehabt", "gewesen"])
_HAD, _WENT = frozenset(["had", "hatte", "war"]), frozenset(["went", "lief"])
_NEAR = 4  # words: "had my second interview", "the interview at Acme went well"


def sits_at(told: LineTold) -> int | None:
    """The place of the first of those who sit there; None where the line names nobody so."""
    words = told.found.words
    for at in told.people():
        if at and (words[at].sign == ":" or (not words[at].sign and words[at - 1].word in _WITH)):
            return at
    return None


def was_had(told: LineTold, cue: CueHeard) -> bool:
    """Whether it is told as past: no day to come stands in the line."""
    if _is_ahead(told):
        return False
    words = [word.word for word in told.found.words]
    before, behind = words[max(0, cue.start - _NEAR) : cue.end], words[cue.start : cue.end + _NEAR]
    return not (
        _OVER.isdisjoint(_clause(told, cue))
        and _HAD.isdisjoint(before)
        and _WENT.isdisjoint(behind)
    )


def _is_ahead(told: LineTold) -> bool:
    days = (mention.when for mention in told.found.what.values())
    return any(when.is_day and not when.past for when in days if when)


def _clause(told: LineTold, cue: CueHeard) -> set[str]:
    """The words of its clause."""
    words = zip(told.found.words, told.clause, strict=True)
    return {word.word for word, clause in words if clause == told.clause[cue.start]}
