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


def offered_instead(whole: WholeText, no: SentenceTold) -> SentenceTold | None:
    """“I can't do next week. How about the 15th at two?”: a no to some days is none, where an hour
    of another is offered behind it."""
    if not no.days or no not in whole.told:
        return None
    if "later" in no.kinds() and max(no.coming, default=whole.known.today) > whole.known.today:
        return None  # “after the 11th”: not before
    if no.moments:
        return no if any(map(no.is_refused, no.days)) else None
    behind = whole.told[whole.told.index(no) + 1 :]
    return next((told for told in behind if told.moments), None)


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
