"""Whether an hour they name is settled, or only offered. Pure."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import chain

from firststep.facts.text import table_beside
from firststep.steps.outreach.hearing.told import SentenceTold, WholeText


def is_settled(whole: WholeText) -> bool:
    """Whether their words agree to the one hour they name: "Tuesday at 10 works". One of several,
    and one they ask about, is offered: the seeker answers first."""
    dated = [told for told in whole.told if told.moments]
    asked = [told for told in whole.told if told.sentence.asks]
    if len(set(chain.from_iterable(told.moments for told in dated))) != 1:
        return False
    if _say("beside", asked) or _say("not", dated):  # "does that suit you?" leaves it to the seeker
        return False
    return _say("anywhere", whole.told) or _say("beside", dated)


def _say(where: str, told: Iterable[SentenceTold]) -> bool:
    words = " | ".join(("", *(one.words for one in told), ""))
    return any(f" {said} " in words for said in _ways()[where])


@cache
def _ways() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for line in filter(None, table_beside(__file__, "agreeing")):
        where, said = line.split("|")
        found[where.strip()] += tuple(map(str.strip, said.split(",")))
    return found
