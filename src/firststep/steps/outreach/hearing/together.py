"""Which of the things a text says are noted with one press. Pure."""

from collections.abc import Sequence

from firststep.steps.outreach.hearing.incoming import Proposal

# One of these alone: who answered one way has not answered the other.
_DECIDES = frozenset({"yes", "no", "later", "promise"})
_NOTHING = frozenset({"thanks", "nothing"})


def noted_together(proposals: Sequence[Proposal]) -> tuple[bool, ...]:
    """For each whether it goes with the first: what is sure, and does not speak against it."""
    first = proposals[0].kind
    decided = {first} & _DECIDES
    found = [True]
    for one in proposals[1:]:
        fits = _fits(first, one) and not (one.kind in _DECIDES and decided)
        decided |= {one.kind} & _DECIDES if fits else frozenset()
        found.append(fits)
    return tuple(found)


def _fits(first: str, one: Proposal) -> bool:
    alone = first in {"no_contact", *_NOTHING} or one.kind in {"no_contact", *_NOTHING}
    return one.sure == "sure" and not alone and (one.kind != "refers" or one.to is not None)
