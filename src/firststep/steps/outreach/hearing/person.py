"""What a person wrote, understood: one thing or several, the likeliest first. Pure."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from firststep.facts.asks import CONVERSATION_ASKS
from firststep.facts.heard_kinds import HeardKind
from firststep.steps.outreach.hearing.agreeing import is_settled, is_thumb, offered_instead
from firststep.steps.outreach.hearing.forms import denies, said_by_form
from firststep.steps.outreach.hearing.incoming import Hearing, HowSure, Proposal
from firststep.steps.outreach.hearing.phrases import SayingFound
from firststep.steps.outreach.hearing.refers import referral, unnamed
from firststep.steps.outreach.hearing.sequence import is_only_then, stands_before, told_beside
from firststep.steps.outreach.hearing.told import SentenceTold, WholeText, days_to_come

_TURNS = re.compile(r"\b(?:but|however|though|although|yet|aber|allerdings|jedoch|doch|nur)\b")
_OVERTURNS = re.compile(
    r"(?:but|however|still|though|yet|aber|allerdings|jedoch|doch|nur|trotzdem)\b"
)  # fmt: skip
_INSTEAD = re.compile(r"\b(?:instead|stattdessen|dafuer)\b")
_IF = frozenset({"if", "wenn", "falls", "ob", "whether", "unless"})
# What counts no more once this is said behind a "but".
_AGAINST = {
    "yes": {"no", "later"}, "no": {"yes", "promise", "helped"}, "later": {"yes"},
    "promise": {"no"}, "helped": {"no"}, "question": {"no"},
}  # fmt: skip
# What counts no more where it was only hinted at, and one of these was said outright.
_OUTDONE = {
    "yes": {"no", "later", "no_contact"}, "no": {"yes", "later", "helped", "promise"},
    "later": {"yes", "no"}, "helped": {"no", "promise", "yes"},
    "question": {"yes", "later", "no_contact"},
}  # fmt: skip
# What is told first where several things are said as clearly: the step that follows hangs on it.
_FIRST: tuple[HeardKind, ...] = (
    "no_contact", "refers", "yes", "later", "no", "helped", "promise", "question", "accepted",
    "out_of_office", "bounced", "thanks", "nothing",
)  # fmt: skip
_CLEAR, _OUTRIGHT, _REFERS = 2, 1.8, {"sure": 3.0, "likely": 2.0, "ask": 0.9}
_NOT_THAT = frozenset({"no", "later"})  # may be of the days they name alone
_ADDS_UP = frozenset({"yes", "helped"})
_ADVICE, _NO_ADVICE = frozenset({"advice", "tip"}), frozenset({"no", "later"})
_OF_ME = re.compile(
    r"\b(?:i|we|me|us|my|our|ich|wir|mir|mich|uns|sorry|leider|unfortunately|danke)\b"
)
_FIRM = frozenset({"no", "later", "no_contact", "question", "refers", "promise", "yes"})
_MANY_OTHERS = 2  # sentences of which nothing is known: they are the advice
_MOST, _MOST_TIMES = 4, 4
_MUCH_SAID, _SOME_SAID = 25, 8  # words


class _Weighed(NamedTuple):
    kind: str
    weight: float
    told: SentenceTold


def person_heard(whole: WholeText) -> Hearing:
    """What a person says. Whoever asks to be left alone is heard first, whatever else is said."""
    return Hearing(automatic=False, proposals=tuple(_proposals(whole))[:_MOST])


def _proposals(whole: WholeText) -> Iterator[Proposal]:
    referred = referral(whole)
    ranked = _ranked(whole, _weighed(whole), referred)
    if _only_thanks(whole, ranked):
        ranked = []
    for one in ranked:
        if one.kind == "refers":
            yield referred or Proposal(kind="refers", sentence=one.told.text, sure="ask")
        else:
            yield _proposal(whole, one, alone=len(ranked) == 1)
    if not ranked:
        yield _unsaid(whole)


def _only_thanks(whole: WholeText, ranked: list[_Weighed]) -> bool:
    """Whether a thank you begins a text that says more than was made out."""
    said = sum(len(told.words.split()) for told in whole.told)
    denied = any(map(denies, whole.told))
    return [one.kind for one in ranked] == ["thanks"] and denied and said > _MUCH_SAID / 2


# -- what each sentence says -------------------------------------------------------------------


def _weighed(whole: WholeText) -> dict[str, _Weighed]:
    """Each kind with the sentence that says it best."""
    best: dict[str, _Weighed] = {}
    for told in whole.told:
        here = list(_of_sentence(whole, told))
        _forget_overturned(best, told, {one.kind for one in here if one.weight >= 1.5})
        for one in here:
            best[one.kind] = _heavier(best.get(one.kind), one)
    for kind in _NOT_THAT & {*best}:
        if instead := offered_instead(whole, best[kind].told):
            del best[kind]
            best["yes"] = _heavier(best.get("yes"), _Weighed("yes", _OUTRIGHT, instead))
    for told in whole.longer:
        if "no_contact" in told.kinds(strong=True):
            best.setdefault("no_contact", _Weighed("no_contact", 1.0, told))
    return _as_advice(whole, best) if whole.known.ask in _ADVICE else best


def _heavier(known: _Weighed | None, one: _Weighed) -> _Weighed:
    """The one that says it better. Two hints at a wish to be left alone are a wish; two sentences
    that hint at the same say it."""
    if known is None:
        return one
    better = one if one.weight > known.weight else known
    if one.kind == "no_contact":
        return better._replace(weight=max(2.0, better.weight))
    is_hint = one.kind in _ADDS_UP and min(one.weight, known.weight) >= 1
    return better._replace(weight=max(_OUTRIGHT, better.weight)) if is_hint else better


def _as_advice(whole: WholeText, best: dict[str, _Weighed]) -> dict[str, _Weighed]:
    """Where advice was asked, what fits nothing else is advice: "nobody reads those" is no no."""
    kept = {kind: best[kind] for kind in best if _counts(whole, best[kind])}
    answered = any(kept[kind].weight >= _OUTRIGHT for kind in _FIRM & {*kept})
    said = sum(len(told.words.split()) for told in whole.told)
    if said > (_MUCH_SAID if "thanks" in kept else _SOME_SAID) and not answered:
        longest = max(whole.told, key=lambda told: len(told.words))
        kept.setdefault("helped", _Weighed("helped", _OUTRIGHT, longest))
    return kept


def _counts(whole: WholeText, one: _Weighed) -> bool:
    return one.kind not in _NO_ADVICE or _refuses(whole, one)


def _refuses(whole: WholeText, one: _Weighed) -> bool:
    """Whether a no or a later is about the seeker: said outright, by the one who writes."""
    others = [told for told in whole.told if told is not one.told and not told.found]
    about_me = _OF_ME.search(one.told.words) is not None
    return one.weight >= _OUTRIGHT and about_me and len(others) < _MANY_OTHERS


def _forget_overturned(best: dict[str, _Weighed], told: SentenceTold, kinds: set[str]) -> None:
    """ "I can't do Friday. How about Monday instead?": what came before counts no more."""
    if _OVERTURNS.match(told.words) or _INSTEAD.search(told.words):
        for against in {other for kind in kinds for other in _AGAINST.get(kind, ())}:
            best.pop(against, None)


def _of_sentence(whole: WholeText, told: SentenceTold) -> Iterator[_Weighed]:
    kinds = _by_words(told)
    for kind, weight in kinds.items():
        yield _Weighed(kind, weight + _more(whole, told, kind), told)
    for kind, weight in said_by_form(whole, told, kinds.keys()):
        yield _Weighed(kind, weight, told)


def _by_words(told: SentenceTold) -> dict[str, float]:
    """The kinds in a sentence, by how much it says so."""
    kinds: dict[str, float] = {}
    for one in _not_overturned(told):
        if not _only_looks_asked(told, one):
            kind = one.answer.kind
            kinds[kind] = max(kinds.get(kind, 0), _outright(told, one))
    if {"no", "yes"} <= {*kinds} and _is_of_things(told):
        kinds["no"] = min(1.0, kinds["no"])
    if "later" in kinds and told.moments and "no" not in kinds:  # "come on the 15th at two"
        kinds["yes"] = max(kinds.get("yes", 0), kinds.pop("later"))
    elif kinds.get("later", 0) >= _OUTRIGHT:
        kinds.pop("yes", None)  # "try me in spring, then gladly"
    return kinds


def _is_of_things(told: SentenceTold) -> bool:
    """Whether a no beside an hour is of something else: "Thursday at two; no parking there"."""
    return bool(told.moments) and not _OF_ME.search(told.words)


def _not_overturned(told: SentenceTold) -> Iterator[SayingFound]:
    """Where a sentence turns ("but"), what stands before does not count against what stands
    behind."""
    turn = _TURNS.search(told.words)
    turns_at = turn.start() if turn else 0
    behind = [one.answer.kind for one in told.found if one.start >= turns_at]
    against = {kind for one in behind for kind in _AGAINST.get(one, ())}
    return (one for one in told.found if one.start >= turns_at or one.answer.kind not in against)


def _outright(told: SentenceTold, one: SayingFound) -> float:
    """Less for what only may mean it, and for a no behind an "if": "only if I may say no"."""
    before = {*told.words[: one.start].split()[-7:]}
    supposed = one.answer.kind in ("no", "later") and bool(_IF & before)
    return 1.0 if one.answer.weak or supposed else 2.0


def _only_looks_asked(told: SentenceTold, one: SayingFound) -> bool:
    return one.answer.kind == "question" and one.answer.weak and not told.sentence.asks


def _more(whole: WholeText, told: SentenceTold, kind: str) -> float:
    """What else in a sentence says the same: a day beside a yes or a later."""
    meeting = whole.known.ask in (None, *CONVERSATION_ASKS)
    more = {
        "yes": (0.7 if told.moments else 0.3 * bool(told.coming)) - 0.6 * (not meeting),
        "later": 0.6 * bool(told.coming),
        "question": 0.9 * told.sentence.asks,
    }
    return more.get(kind, 0)


# -- what the whole says -----------------------------------------------------------------------


def _ranked(
    whole: WholeText, weighed: dict[str, _Weighed], referred: Proposal | None
) -> list[_Weighed]:
    """What counts, the likeliest first."""
    kept = {kind: one for kind, one in weighed.items() if kind not in ("plain", "refers")}
    if referred is not None:
        kept["refers"] = _Weighed("refers", _REFERS[referred.sure], whole.told[0])
    elif (pointing := unnamed(whole)) is not None:
        kept["refers"] = _Weighed("refers", 1.2, pointing)
    for kind in _outdone(kept) | _taken_up(whole, kept):
        del kept[kind]
    return sorted(kept.values(), key=_order)


def _taken_up(whole: WholeText, kept: dict[str, _Weighed]) -> set[str]:
    """What another sentence makes part of itself: a yes "then", after a later; a name they do not
    know, before they promise to ask for it."""
    found = set()
    yes, later, no, promise = map(kept.get, ("yes", "later", "no", "promise"))
    if yes and later and is_only_then(whole, yes.told, later.told, clear=later.weight >= _CLEAR):
        found.add("yes")
    if no and promise and whole.known.asks_for_a_name and promise.weight >= _CLEAR:
        found |= {"no"} if stands_before(whole, no.told, promise.told) else set()
    return found


def _order(one: _Weighed) -> tuple[int, int]:
    place = next(at for at, kind in enumerate(_FIRST) if kind == one.kind)
    if one.kind == "no_contact" and one.weight >= _OUTRIGHT:
        return 0, place
    if one.kind == "thanks":
        return 3, place
    return (1 if one.weight >= _OUTRIGHT or one.kind == "no_contact" else 2), place


def _outdone(kept: dict[str, _Weighed]) -> set[str]:
    """What is only said along: thanks beside an answer, a hint of a no beside a yes."""
    outright = {kind for kind, one in kept.items() if one.weight >= _OUTRIGHT}
    along = {"thanks", "nothing", "out_of_office"} & {*kept} if len(kept) > 1 else set()
    clear = {kind for kind, one in kept.items() if one.weight >= _CLEAR}
    outdone = {kind for kind in {*kept} - outright if outright & _OUTDONE.get(kind, set())}
    return along | outdone | {kind for kind in {*kept} - clear if clear & _OUTDONE.get(kind, set())}


def _proposal(whole: WholeText, one: _Weighed, *, alone: bool) -> Proposal:
    kind = next(kind for kind in _FIRST if kind == one.kind)
    found = Proposal(kind=kind, sentence=one.told.text, sure=_sureness(whole, one, alone))
    if kind == "yes":
        return replace(found, at=_moments(whole), agreed=is_settled(whole))
    if kind in ("later", "promise"):
        return replace(found, until=_until(whole, one.told))
    return found


def _sureness(whole: WholeText, one: _Weighed, alone: bool) -> HowSure:
    if one.weight >= 2 and not whole.apart.doubt and whole.incoming.signs == "":
        return "sure"
    return "likely" if one.weight >= 1.5 or (alone and one.weight >= 1) else "ask"


def _moments(whole: WholeText) -> tuple[datetime, ...]:
    """The times they offer, of all their sentences."""
    return tuple(dict.fromkeys(at for one in whole.told for at in one.moments))[:_MOST_TIMES]


def _until(whole: WholeText, told: SentenceTold) -> date | None:
    """The day from which to try again: “from the 11th” counts before “not until Christmas”."""
    days = [when for one in (told, *told_beside(whole, told)) for when in one.days]
    days.sort(key=lambda when: when.sense != "from")
    return next((day for day in days_to_come(days) if day > whole.known.today), None)


def _unsaid(whole: WholeText) -> Proposal:
    """Nothing was made out: asked about, never guessed. What denies something may be a no, much
    said to a wish for advice may be help."""
    if is_thumb(whole):
        return Proposal(kind="yes", sentence=whole.apart.own.strip(), sure="likely")
    advice = whole.known.ask in _ADVICE
    denied = [] if advice else [told for told in whole.told if denies(told)]
    if denied:
        return Proposal(kind="no", sentence=denied[-1].text, sure="ask")
    longest = max((told.text for told in whole.told), key=len, default="")
    said = sum(len(told.words.split()) for told in whole.told)
    is_help = said > (_SOME_SAID if advice else _MUCH_SAID)
    return Proposal(kind="helped" if is_help else "thanks", sentence=longest, sure="ask")
