"""What several cues tell of one person is made one: called and voicemail, talked and a name.

Pure. `says_more.txt` has what is said already by something else, one line each.
"""

from collections.abc import Callable
from dataclasses import replace

from firststep.facts.text import table_beside
from firststep.steps.outreach.telling.drafts import LineDraft

_Key = tuple[str, str]
_DECIDED = frozenset([("reply", "yes"), ("reply", "no"), ("reply", "later")])
# Of what was told on the phone, what the call itself says; and what its end says already.
_ON_THE_PHONE = frozenset(
    [("talked", ""), ("reply", "refers"), ("reply", "helped"), ("reply", "question"),
     ("promise", "theirs"), ("promise", "mine"), ("offer", ""), ("do_not_contact", "")]
)  # fmt: skip
_SAID_BY_CALL = frozenset([("talked", ""), ("reply", "heard"), ("meet", "")])
_SAID_BY_TALKING = frozenset([("reply", "refers"), ("reply", "helped")])
_LATER_ON = ("meeting", "thank", "sent", "moved", "accepted")  # what is done behind a talk
# What cannot both be true of one answer is asked.
_AGAINST: tuple[set[_Key], ...] = (
    {("reply", "yes"), ("reply", "no")},
    {("reply", "yes"), ("reply", "later")},
    {("reply", "no"), ("reply", "helped")},
    {("reply", "question"), ("promise", "theirs")},
    {("reply", "yes"), ("reply", "out_of_office")},
    {("reply", "no"), ("meeting", "")},
    {("accepted", ""), ("reply", "no")},
    {("talked", ""), ("reply", "out_of_office")},
    {("call", "yes"), ("reply", "later")},
    {("call", "yes"), ("reply", "no")},
    {("call", "no"), ("reply", "yes")},
)


def told_once(drafts: list[LineDraft], *, is_new: Callable[[LineDraft], bool]) -> list[LineDraft]:
    """The drafts of one person, each thing told once."""
    drafts = _talked_with_name(_called(_once(_without_notes(drafts))))
    if not is_new(drafts[0]):
        drafts = _without(drafts, ("talked", ""), ("met", ""))
    drafts = _no_or_later(drafts)
    for more, less in SAYS_MORE:
        drafts = _without(drafts, more, less)
    _same_day(drafts)
    _doubt_both(drafts)
    return drafts


def _without_notes(drafts: list[LineDraft]) -> list[LineDraft]:
    """What may be worth a note is part of what else is told."""
    return [one for one in drafts if one.key != ("note", "unsure")] or drafts


def _no_or_later(drafts: list[LineDraft]) -> list[LineDraft]:
    """“No, too busy” is a no; “not now, try again in January” is none."""
    later = next((one for one in drafts if one.key == ("reply", "later")), None)
    if later is None:
        return drafts
    if any(when.sense != "on" or when.past is None for when in later.whens):
        return _without(drafts, ("reply", "later"), ("reply", "no"))
    return _without(drafts, ("reply", "no"), ("reply", "later"))


def _doubt_both(drafts: list[LineDraft]) -> None:
    keys = {one.key for one in drafts}
    if any(pair <= keys for pair in _AGAINST):
        drafts[0].doubt = drafts[0].doubt or "against"


def _key(text: str) -> _Key:
    do, _, what = text.strip().partition(" ")
    return do, what


def _says_more() -> list[tuple[_Key, _Key]]:
    rows = (line.split(">") for line in table_beside(__file__, "says_more") if line.strip())
    return [(_key(more), _key(less)) for more, lesser in rows for less in lesser.split(",")]


SAYS_MORE = _says_more()


def _without(drafts: list[LineDraft], more: _Key, less: _Key) -> list[LineDraft]:
    """Leaves out what says less; its day goes to what says more."""
    stays = next((one for one in drafts if one.key == more), None)
    if stays is None:
        return drafts
    goes = [one for one in drafts if one.key == less and not _is_yes_behind(stays, one)]
    for one in goes:
        _take_over(stays, one)
    return [one for one in drafts if one not in goes]


def _is_yes_behind(stays: LineDraft, one: LineDraft) -> bool:
    """“Accepted my invitation, and wrote that she would like to talk”: the yes is one of its own;
    that they accepted is none (F41)."""
    return stays.do == "accepted" and one.key == ("reply", "yes") and one.clause > stays.clause


def _take_over(stays: LineDraft, one: LineDraft) -> None:
    both = stays.do == "moved"  # “not Monday, Tuesday at ten”: the last one counts
    whens = [*stays.whens, *one.whens] if both else stays.whens or one.whens
    stays.whens = sorted(whens, key=lambda when: when.start)
    stays.channel = stays.channel or one.channel


def _same_day(drafts: list[LineDraft]) -> None:
    """What was said while one met or talked was said on that day."""
    there = next((one for one in drafts if one.do in ("met", "talked") and one.whens), None)
    for one in drafts:
        if there is not None and not one.whens and one.do not in _LATER_ON:
            one.whens = [replace(when, on=when.past) for when in there.whens if when.past]


def _once(drafts: list[LineDraft]) -> list[LineDraft]:
    kept: dict[tuple[str, str, str], LineDraft] = {}
    for one in drafts:
        other = kept.setdefault((*one.key, one.text), one)
        if other is not one:
            _take(other, one)
    return list(kept.values())


def _take(one: LineDraft, other: LineDraft) -> None:
    """What another draft of the same says besides."""
    one.whens = one.whens + [when for when in other.whens if when not in one.whens]
    one.to = one.to or other.to
    one.channel = other.channel if one.channel in ("", "weak") else one.channel
    one.past, one.expected = one.past or other.past, one.expected or other.expected


def _called(drafts: list[LineDraft]) -> list[LineDraft]:
    """A call and what came of it are one."""
    calls = [one for one in drafts if one.do == "call"]
    if not calls:
        return drafts
    call = _one_call(calls)
    rest = _ended(call, [one for one in drafts if one.do != "call"])
    return sorted([call, *rest], key=lambda one: one.start)


def _weightiest(calls: list[LineDraft]) -> LineDraft:
    """The last that says how it ended; where nobody picked up, the voicemail that was left."""
    last = next((one for one in reversed(calls) if one.what), calls[0])
    left = [one for one in calls if one.channel == "left"]
    return left[0] if left and last.what == "no_answer" else last


def _one_call(calls: list[LineDraft]) -> LineDraft:
    call = _weightiest(calls)
    if all(one.channel == "weak" for one in calls):  # “no answer”: of a call, or none in writing?
        call.doubt = call.doubt or "answer"
    for one in calls:
        _take(call, one)
    if call.past:
        call.what = call.what or "talked"
    return call


def _ended(call: LineDraft, rest: list[LineDraft]) -> list[LineDraft]:
    """How the call ended, by what else is told; what of that is told besides."""
    decided = next((one for one in rest if one.key in _DECIDED), None)
    if decided is not None and _may_end(call, decided.what):
        call.what = decided.what
        _take(call, decided)
        rest.remove(decided)
    elif not call.what and {one.key for one in rest} & _ON_THE_PHONE:
        call.what = "talked"
        rest = _told_by_phone(call, rest)
    return [one for one in rest if one.key not in _SAID_BY_CALL]


def _told_by_phone(call: LineDraft, rest: list[LineDraft]) -> list[LineDraft]:
    for one in rest:
        if one.key == ("reply", "refers"):
            call.to, call.expected = [*call.to, *one.to], one.expected
    return [one for one in rest if one.key not in _SAID_BY_TALKING]


def _may_end(call: LineDraft, answer: str) -> bool:
    if call.what == "no_answer":
        return answer == "later"
    return call.what in ("", "talked", answer)


def _talked_with_name(drafts: list[LineDraft]) -> list[LineDraft]:
    """Whom they named while talking belongs to the talk."""
    talk = next((one for one in drafts if one.do in ("talked", "meet", "met")), None)
    named = next((one for one in drafts if one.key == ("reply", "refers")), None)
    if talk is None or named is None:
        return drafts
    talk.to, talk.expected = [*talk.to, *named.to], named.expected
    return [one for one in drafts if one is not named]
