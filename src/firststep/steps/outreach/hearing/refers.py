"""WhomSaid somebody named to turn to, of all the people their words name. Pure."""

import re

from firststep.facts.text import fold
from firststep.steps.outreach.hearing.incoming import HowSure, Proposal, WhomSaid
from firststep.steps.outreach.hearing.told import SentenceTold, WholeText
from firststep.steps.outreach.language.somebody import SomebodySaid
from firststep.steps.outreach.language.ways import name_in_address
from firststep.steps.people.spelling.person_names import whole_apart

_COPIED = frozenset(
    {"cc", "cced", "copied", "copy", "copying", "adding", "added", "looping", "looped", "loop",
     "kopie", "kopiere", "introducing", "intro", "meet", "connecting"}
)  # fmt: skip

_ASKS_FOR_A_NAME = frozenset({"name", "introduction", "referral", "connect"})
_DELEGATE = re.compile(
    r"\b(?:assistant|assistentin|assistent|assistenz|sekretariat|secretary|pa)\b"
)


def referral(whole: WholeText) -> Proposal | None:
    """The one they name, with the sentence; likely where nothing says to turn to them."""
    best, weight, where = None, 0.0, None
    for at, told in enumerate(whole.told):
        for one in told.people:
            here = _weight(whole, at, one)
            if here > weight:
                best, weight, where = one, here, told
    if best is None:
        return _copied_alone(whole)
    to = _completed(whole, best)
    sure: HowSure = "sure" if weight >= 3 else "likely" if weight >= 2 else "ask"
    return Proposal(kind="refers", sentence=where.text if where else "", sure=sure, to=to)


def _weight(whole: WholeText, at: int, one: SomebodySaid) -> float:
    """How much says that they are to be turned to: an address, words for it here or beside."""
    told, kinds = whole.told[at], whole.told[at].kinds()
    if _DELEGATE.search(told.words) and kinds & {"yes", "later"}:
        return 0
    near = {kind for other in whole.told[max(0, at - 1) : at + 2] for kind in other.kinds()}
    has_way, points = bool(one.email or one.phone), "refers" in kinds
    said = {
        2.0: (has_way, points, bool(_COPIED & {*told.words.split()})),
        1.0: (whole.known.ask in _ASKS_FOR_A_NAME, bool(one.title)),
        0.5: ("refers" in near,),
        -2.0: (told.sentence.asks > has_way, bool(kinds & {"helped", "promise"}) > points),
    }
    return sum(weight * sum(true) for weight, true in said.items())


def _completed(whole: WholeText, one: SomebodySaid) -> WhomSaid:
    """With the address, and the whole name, of somebody who got the mail, too."""
    whom = WhomSaid(name=one.name, title=one.title, company=one.company, email=one.email,
                phone=one.phone)  # fmt: skip
    for other in whole.copied:
        other_name = " ".join(whole_apart(other.name)).strip() or name_in_address(other.email)
        if set(fold(other_name).split()) & set(fold(one.name).split()):
            longer = other_name if len(other_name.split()) > len(one.name.split()) else one.name
            return WhomSaid(name=longer, title=one.title, company=one.company,
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
        to=WhomSaid(name=name, email=other.email),
    )


def unnamed(whole: WholeText) -> SentenceTold | None:
    """A sentence that points to somebody without a name."""
    return next((told for told in whole.told if "refers" in told.kinds(strong=True)), None)
