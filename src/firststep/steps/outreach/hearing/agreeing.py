"""Whether they agree: an hour they name is settled, or only offered; or a sign alone. Pure."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import chain

from firststep.facts.asks import CONVERSATION_ASKS
from firststep.facts.text import table_beside
from firststep.steps.outreach.hearing.told import SentenceTold, WholeText

_THUMBS = frozenset("👍👌🙌✅☑✔💯🤝🙏🆗\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff!.")


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


def is_thumb(whole: WholeText) -> bool:
    """Whether a sign alone answers an ask for a talk: a thumb, an okay, folded hands."""
    signs = {*whole.apart.own} - {*" \n\ufe0f"}
    talk = whole.known.ask in (None, *CONVERSATION_ASKS)
    return talk and bool(signs) and signs <= _THUMBS


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
