"""What each cue of a line tells, and of whom: the drafts that happenings are made of. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from firststep.steps.outreach.language.cues import CueHeard
from firststep.steps.outreach.language.when import WhenSaid
from firststep.steps.outreach.telling.clauses import LineTold
from firststep.steps.outreach.telling.others import is_kin_of
from firststep.steps.outreach.telling.posts import Posted, posted_at
from firststep.steps.outreach.telling.sitting import sits_at, was_had

_NO_HAPPENING = ("refuse", "plain", "channel", "held", "same")
_NOT_ALIKE = ("meeting", "moved", "address", "seat", "stage", "promise")  # told of one alone
_AGAIN = frozenset(["to", "for", "with", "from", "then", "also", "one", "a", "an", "bei", "mit"])
_KIN = frozenset(
    ["his", "her", "their", "colleague", "coworker", "boss", "assistant", "partner", "husband",
     "wife", "kollege", "kollegen", "kollegin", "chef", "chefin", "ihr", "ihre", "ihrem", "ihrer",
     "sein", "seine", "seinem", "seiner", "seinen", "ihren"]
)  # fmt: skip
_ALIKE = frozenset(["and", "und", "or", "both", "sowie", "plus"])


@dataclass(slots=True, kw_only=True)
class LineDraft:
    """One thing told: `do` and `what` of it (an answer, an outcome), of the person at a `place`."""

    do: str
    what: str = ""
    place: int | None = None
    company_at: int | None = None
    start: int
    end: int
    clause: int
    channel: str = ""
    whens: list[WhenSaid] = field(default_factory=list)
    to: list[Posted] = field(default_factory=list)
    text: str = ""  # an address
    doubt: str = ""
    past: bool = False  # said of a conversation: it was held
    expected: bool = False  # whoever was named expects the seeker

    @property
    def key(self) -> tuple[str, str]:
        return self.do, "" if self.do in ("cancelled", "accepted") else self.what


def drafts_in(told: LineTold) -> list[LineDraft]:
    """A draft for each cue that tells of something, and for each person it is told of."""
    tells = (one for one in told.cues if one.cue.means.split()[0] not in _NO_HAPPENING)
    found = [draft for cue in tells for draft in _of_cue(told, cue)]
    for cue in told.cues:
        if cue.cue.means == "held":
            _say_held(found, told.clause[cue.start])
        elif cue.cue.means == "same":
            found += _alike(told, found, cue)
    return found


def _alike(told: LineTold, found: list[LineDraft], cue: CueHeard) -> list[LineDraft]:
    """ "Noah said no, Ann too": what was told last is told of one more."""
    before = [one for one in found if one.start < cue.start and one.place is not None]
    last = max(before, key=lambda one: one.start, default=None)
    place = _slot(told, cue)
    if last is None or place is None or last.to or last.do in _NOT_ALIKE:
        return []
    clause = told.clause[cue.start]
    return [replace(_of(last, place), start=cue.start, end=cue.end, clause=clause)]


def _say_held(drafts: list[LineDraft], clause: int) -> None:
    for draft in drafts:
        draft.past = draft.past or abs(draft.clause - clause) <= 1


def _of_cue(told: LineTold, cue: CueHeard) -> Iterator[LineDraft]:
    base, named = _base(told, cue), cue.slots.get("to")
    place = _slot(told, cue)
    if base.do == "stage":
        yield _interview(told, cue, base) if base.what == "interview" else base
        return
    if place is None:
        place = _nearest(told, cue, but=named)
    if place is None:
        base.doubt = "who"
    if base.do == "address":
        yield from _addresses(told, cue, base, place)
        return
    base.to = _named_to(told, base, named, place)
    for at in [None] if place is None else named_together(told, place, but=named):
        yield _of(base, at)


def _named_to(
    told: LineTold, base: LineDraft, named: int | None, place: int | None
) -> list[Posted]:
    """Whom they named; whom somebody promises to speak to is no name given yet."""
    if named is None or base.do == "promise":
        return []
    return [posted_at(told.found, at) for at in named_together(told, named, but=place)]


def _interview(told: LineTold, cue: CueHeard, base: LineDraft) -> LineDraft:
    """With who sits there."""
    sits = sits_at(told)
    to = [posted_at(told.found, at) for at in named_together(told, sits)] if sits else []
    return replace(base, past=was_had(told, cue), to=to)


def _base(told: LineTold, cue: CueHeard) -> LineDraft:
    do, what, channel = (*cue.cue.means.split(), "", "")[:3]
    return LineDraft(
        do=do,
        what=what.strip("-"),
        start=cue.start,
        end=cue.end,
        clause=told.clause[min(cue.used, default=cue.start)],
        channel="" if channel == "expected" else channel,
        expected=channel == "expected",
        company_at=_company(told, cue, do),
    )


def _of(base: LineDraft, place: int | None) -> LineDraft:
    return replace(base, place=place, whens=list(base.whens), to=list(base.to))


def _slot(told: LineTold, cue: CueHeard) -> int | None:
    at = cue.slots.get("who", cue.slots.get("name"))
    return None if at is None else told.means(at)


def _company(told: LineTold, cue: CueHeard, do: str) -> int | None:
    if "company" in cue.slots:
        return cue.slots["company"]
    if do not in ("stage", "seat"):
        return None
    places = [at for at, word in enumerate(told.found.words) if word.kind == "company"]
    return min(places, key=lambda at: abs(at - cue.start), default=None)


def _nearest(told: LineTold, cue: CueHeard, *, but: int | None) -> int | None:
    """Who is meant where the cue does not say: in its clause, else whoever was named last."""
    middle = min(cue.used, default=cue.start)
    words = told.found.words
    people = [at for at in told.people() if at != but and not is_kin_of(words, at)]
    here = [at for at in people if told.clause[at] == told.clause[middle]]
    before = [at for at in people if at < middle]
    some = here or before[-1:] or people
    return min(some, key=lambda at: (abs(at - middle), at), default=None)


def named_together(told: LineTold, place: int, *, but: int | None = None) -> list[int]:
    """The places of those named in one breath: Ann, Bob and Cleo, each with post and company."""
    mine = next((row for row in _rows(told) if place in row), [place])
    return [at for at in mine if at != but]


def _rows(told: LineTold) -> list[list[int]]:
    rows: list[list[int]] = []
    for at in told.people():
        if rows and _joined(told, rows[-1][-1], at):
            rows[-1].append(at)
        else:
            rows.append([at])
    return rows


def _joined(told: LineTold, first: int, second: int) -> bool:
    """Whether nothing but post, company and an “and” stands between two people."""
    words = told.found.words
    said = {*posted_at(told.found, first).places, first}
    between = [at for at in range(first + 1, second) if at not in said]
    if any(words[at].word not in _ALIKE | _AGAIN | _KIN for at in between):
        return False
    if between and not any(words[at].word in _ALIKE for at in between):
        return False
    return bool(between) or (words[second].sign in (",", ";", "/") and _stands_alone(told, second))


def _stands_alone(told: LineTold, place: int) -> bool:
    """Whether a list goes on or ends behind somebody; else what follows is told of them alone."""
    words = told.found.words
    behind = max(posted_at(told.found, place).places) + 1
    return behind >= len(words) or bool(words[behind].sign) or words[behind].word in _ALIKE


def _addresses(
    told: LineTold, cue: CueHeard, base: LineDraft, place: int | None
) -> Iterator[LineDraft]:
    for way in ("email", "phone"):
        if way in cue.slots:
            text = told.found.what[cue.slots[way]].text
            yield replace(_of(base, place), what=way, text=text)
