"""Which day and hour belongs to what, and whether it is past or to come (F43). Pure."""

from datetime import datetime

from firststep.steps.outreach.language.cues import CueHeard
from firststep.steps.outreach.language.when import WhenSaid
from firststep.steps.outreach.telling.clauses import LineTold
from firststep.steps.outreach.telling.drafts import LineDraft

# What may have a day to come beside its own.
_AHEAD = frozenset(
    [("reply", "later"), ("reply", "out_of_office"), ("promise", "mine"), ("promise", "theirs"),
     ("reply", "question"), ("moved", ""), ("meeting", ""), ("reply", "yes"),
     ("stage", "interview"), ("meet", "")]
)  # fmt: skip
_DONE = frozenset(["sent", "thank", "talked", "met", "call", "favour"])
_FOR = frozenset(["for", "about", "regarding", "concerning", "fuer", "für", "wegen"])
_OR = frozenset(["or", "oder", "either", "entweder", "vs"])


def give_whens(told: LineTold, drafts: list[LineDraft]) -> None:
    """Gives each day and hour of a line to what it is told of: in its clause, else the nearest."""
    for at in _places(told):
        when = told.found.what[at].when
        assert when is not None
        owner = min(drafts, key=lambda one: _distance(told, one, at, when))
        if owner.do in _DONE and at > owner.start and _is_aim(told, at):
            continue
        same = [one for one in drafts if (one.start, one.end) == (owner.start, owner.end)]
        for one in same:
            one.whens.append(when)


def _is_aim(told: LineTold, at: int) -> bool:
    """“Lent me a suit for Tuesday”, “wrote to Noah about Friday”: it was not done on that day."""
    words = told.found.words
    return words[at].text.split()[0].lower() in _FOR or words[at - 1].word in _FOR


def _places(told: LineTold) -> list[int]:
    """Where days stand that are of something that happened."""
    aside = {one.slots.get("when") for one in told.cues if _is_aside(one)}
    whens = (at for at, word in enumerate(told.found.words) if word.kind in ("when", "far"))
    return [at for at in whens if at not in aside]  # “statt Montag”, “vom Montag auf …”


def _is_aside(one: CueHeard) -> bool:
    """Whether its day is of nothing that happened: not on Monday, try again on Tuesday."""
    return one.cue.means == "plain aside" or one.cue.means.startswith("refuse")


def _distance(told: LineTold, draft: LineDraft, at: int, when: WhenSaid) -> tuple[int, int, int]:
    away = abs(told.clause[at] - draft.clause)
    ahead = when.past is None or when.at is not None or when.sense != "on"
    misfit = 2 if ahead and draft.key not in _AHEAD else 0
    if draft.do == "promise" and away and when.sense == "on":
        misfit = 4  # “intro promised, Tue”: the day of the whole line
    return away + misfit, int(draft.start > at), abs(draft.start - at)


def names_another_hour(whens: list[WhenSaid], talk: datetime | None) -> bool:
    """Whether an hour is told that is not the one agreed: “not Tuesday, Friday at 2”."""
    hours = [when for when in whens if when.at and not when.is_past]
    return talk is not None and any(
        when.at != talk.time() or when.on not in (None, talk.date()) for when in hours
    )


def are_a_choice(told: LineTold, whens: list[WhenSaid]) -> bool:
    """Tuesday or Wednesday: days that are proposed, none agreed."""
    if len(whens) < 2:
        return False
    start, end = min(w.start for w in whens), max(w.end for w in whens)
    between = [word.word for word in told.found.words if start <= word.start < end]
    return any(word in _OR for word in between)
