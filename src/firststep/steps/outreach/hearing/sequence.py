"""What the order of the sentences says of what somebody wrote. Pure."""

import re

from firststep.steps.outreach.hearing.told import SentenceTold, WholeText

_ENDS_THEN = re.compile(r"\b(?:then|dann)$")
_BEHIND_IT = re.compile(r"\b(?:then|afterwards|after that|dann|danach|anschliessend)\b")
_BEGINS_THEN = re.compile(r"(?:and |und )?(?:then|dann)\b")


def is_only_then(whole: WholeText, yes: SentenceTold, later: SentenceTold, *, clear: bool) -> bool:
    """ "Ask me in spring. I'd like to meet then." "Could you come back mid January? Then I have
    time": the yes is to the later day, and no day before it is offered. `clear`: the later is said
    outright."""
    if clear and _ENDS_THEN.search(yes.words):
        return True
    begins = _BEGINS_THEN.match(yes.words) is not None
    return begins and (clear or bool(later.coming)) and stands_before(whole, later, yes)


def stands_before(whole: WholeText, one: SentenceTold, other: SentenceTold) -> bool:
    """Whether one sentence stands before another in what was written."""
    told = list(whole.told)
    return one in told and other in told and told.index(one) < told.index(other)


def told_beside(whole: WholeText, told: SentenceTold) -> list[SentenceTold]:
    """The next sentence where it says later, and the one before a “then” without a day."""
    at = next((n for n, one in enumerate(whole.told) if one is told), 0)
    beside = [one for one in whole.told[at + 1 : at + 2] if "later" in one.kinds()]
    is_then = not told.coming and _BEHIND_IT.search(told.words)
    return [*beside, *(whole.told[max(0, at - 1) : at] if is_then else ())]
