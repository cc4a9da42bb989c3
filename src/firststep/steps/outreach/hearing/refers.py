"""Whom somebody named to turn to, of all the people their words name. Pure."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from firststep.facts.text import fold
from firststep.steps.outreach.hearing.incoming import HowSure, Proposal
from firststep.steps.outreach.hearing.told import SentenceTold, WholeText
from firststep.steps.outreach.language.somebody import SomebodySaid
from firststep.steps.outreach.language.ways import name_in_address
from firststep.steps.people.naming import Named
from firststep.steps.people.spelling.person_names import whole_apart

_COPIED = frozenset(
    {"cc", "cced", "copied", "copy", "copying", "adding", "added", "looping", "looped", "loop",
     "kopie", "kopiere", "introducing", "intro", "meet", "connecting"}
)  # fmt: skip

_FROM = re.compile(
    r"(?im)^[>\s]*(?:from|von):[ \t]*\"?([^\"<\n]{2,80}?)\"?[ \t]*<([^<>\s]+@[^<>\s]+)>"
)
_DEGREES = 2  # words behind a name that signs: Ann Lee, PE
_DELEGATE = re.compile(
    r"\b(?:assistant|assistentin|assistent|assistenz|sekretariat|secretary|pa)\b"
)


class _Named(NamedTuple):
    """Somebody named, how much says to turn to them, and where."""

    who: SomebodySaid
    weight: float
    told: SentenceTold


def referral(whole: WholeText) -> Proposal | None:
    """The one they name, with the sentence; likely where nothing says to turn to them."""
    named = max(_named(whole), key=lambda one: one.weight, default=None)
    if named is not None and (named.weight >= 2 or named.who.email):
        return _proposed(whole, named)
    other = _copied_alone(whole) or _passed_on(whole)
    return other or (_proposed(whole, named) if named else None)


def _named(whole: WholeText) -> Iterator[_Named]:
    """Everybody they name, with how much says that they are to be turned to."""
    for at, told in enumerate(whole.told[: _signed_at(whole)]):
        for one in told.people:
            weight = 0 if _is_only_signed(whole, at, one) else _weight(whole, at, one)
            if weight > 0:
                yield _Named(one, weight, told)


def _signed_at(whole: WholeText) -> int | None:
    """Where the writer's own name stands alone: what follows tells of themselves."""
    mine = {*fold(whole.incoming.sender.name).replace(",", " ").split()}
    for at, told in enumerate(whole.told):
        words = {*fold(told.text.replace(",", " ").strip(" .-")).split()}
        is_signed = mine <= words and len(words) <= len(mine) + _DEGREES
        if at and words and mine and (words <= mine or is_signed):
            return at
    return None


def _proposed(whole: WholeText, named: _Named) -> Proposal:
    sure: HowSure = "sure" if named.weight >= 3 else "likely" if named.weight >= 2 else "ask"
    to = _completed(whole, named.who)
    return Proposal(kind="refers", sentence=named.told.text, sure=sure, to=to)


def _is_only_signed(whole: WholeText, at: int, one: SomebodySaid) -> bool:
    """Whether a name stands below the text, as who signs it."""
    told = whole.told[at]
    below = at >= len(whole.told) - 2 and told.text.startswith(one.name)
    return below and not one.email and not told.text.rstrip().endswith((".", ":"))


def _passed_on(whole: WholeText) -> Proposal | None:
    """ "See below, all yours": whoever wrote what was passed on, where that is somebody else."""
    known = {*whole.known.emails, whole.incoming.sender.email}
    mine = fold(whole.known.name).split()
    for name, email in _FROM.findall(whole.incoming.text[:24_000]):
        other = " ".join(whole_apart(name.strip())).strip()
        is_other = email.lower() not in known and not {*fold(other).split()} & {*mine}
        if " " in other and is_other:
            sentence = whole.told[0].text if whole.told else ""
            to = Named(name=other, email=email.lower())
            return Proposal(kind="refers", sentence=sentence, sure="likely", to=to)
    return None


def _weight(whole: WholeText, at: int, one: SomebodySaid) -> float:
    """How much says that they are to be turned to: an address, words for it here or beside."""
    told, kinds = whole.told[at], whole.told[at].kinds()
    if _DELEGATE.search(told.words) and kinds & {"yes", "later"}:
        return 0
    near = {kind for other in whole.told[max(0, at - 1) : at + 2] for kind in other.kinds()}
    has_way, points = bool(one.email or one.phone), "refers" in kinds
    does_it_themselves = not (points or has_way) and bool(kinds & {"helped", "promise"})
    said = {
        2.0: (has_way, points, bool(_COPIED & {*told.words.split()}), bool(one.title)),
        1.0: (whole.known.asks_for_a_name,),
        0.5: ("refers" in near,),
        -2.0: (told.sentence.asks > has_way, does_it_themselves),
    }
    return sum(weight * sum(true) for weight, true in said.items())


def _completed(whole: WholeText, one: SomebodySaid) -> Named:
    """With the address, and the whole name, of somebody who got the mail, too."""
    whom = Named(name=one.name, title=one.title, company=one.company, email=one.email,
                phone=one.phone)  # fmt: skip
    for other in whole.copied:
        other_name = " ".join(whole_apart(other.name)).strip() or name_in_address(other.email)
        if set(fold(other_name).split()) & set(fold(one.name).split()):
            longer = other_name if len(other_name.split()) > len(one.name.split()) else one.name
            return Named(name=longer, title=one.title, company=one.company,
                        email=one.email or other.email, phone=one.phone)  # fmt: skip
    return whom


def _copied_alone(whole: WholeText) -> Proposal | None:
    """ "My colleague is in cc": whoever else got the mail, where it is one."""
    said = [told for told in whole.told if set(told.words.split()) & set(_COPIED)]
    if not said or len(whole.copied) != 1:
        return None
    other = whole.copied[0]
    name = " ".join(whole_apart(other.name)).strip() or name_in_address(other.email)
    return Proposal(
        kind="refers",
        sentence=said[0].text,
        sure="likely",
        to=Named(name=name, email=other.email),
    )


def unnamed(whole: WholeText) -> SentenceTold | None:
    """A sentence that points to somebody without a name."""
    return next((told for told in whole.told if "refers" in told.kinds(strong=True)), None)
