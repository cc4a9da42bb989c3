"""Where, and on what occasion, a plain line says that two people met: "for coffee at a fair"."""

import re

from firststep.facts.text import fold, table_beside

_LINES = [line for line in table_beside(__file__, "events") if line.strip()]
_BEHIND_ANOTHER = frozenset(
    word for line in _LINES if line.startswith("|") for word in line.split()[1:]
)
_GATHERINGS = frozenset(word for line in _LINES for word in line.split()) - {"|"}
_THERE = re.compile(r"(?i)(?:^|.*\s)(?:at|on) (?P<article>the |our |a |an |my )?(?P<name>\S.*)$")
_HOW = re.compile(
    r"(?i)\b(?:for|over|on|by|via) (?:a |an )?(?P<how>coffee|lunch|breakfast|dinner|tea|drinks?"
    r"|video|zoom|teams|walk|beer)\b"
)
_FOR = {
    **{how: f"for {how}" for how in ("coffee", "lunch", "breakfast", "dinner", "tea", "drinks")},
    **{how: f"for a {how}" for how in ("walk", "beer", "drink")},
    "video": "on a video call",
    "zoom": "on Zoom",
    "teams": "on Teams",
}
# What follows is not the meeting any more: somebody does something, or promises it.
_BEYOND = re.compile(
    r"(?i)[,;.:!(“\"]|\s[–—-]\s|(?:^|\s)(?:and|but|who|whom|which|that|where|when|while|because|so"
    r"|i|we|she|he|they|it|will|would|promised|offered|agreed|said|gave|told|wants"
    r"|intro(?:duction)?s?)(?=\s|$)"
)
_PLACE = re.compile(
    r"(?i)(?:^|\s)(?P<place>(?:at (?!\d)|(?:in|on|during|after|before) (?:the|a|an|my|our) )\S.*?)"
    r"(?=$|\s(?:for|over|on|by|via|to|with|yesterday|today|last|this|next)(?:\s|$))"
)


def occasion_in(rest: str, *, how: str) -> str:
    """The occasion alone, of what a line says behind the name; empty where it tells none. `how`
    is what the verb itself says: "Had coffee with"."""
    meeting = _BEYOND.split(rest.lstrip(" ,;:–—-"))[0]
    found = _PLACE.search(meeting)
    place = found["place"].strip() if found else ""
    return f"{_FOR.get(how or _how_in(meeting), '')} {place}".strip()


def event_in(occasion: str) -> str:
    """The name of the day among people an occasion tells of ("at the AMA mixer"), as an event may
    have it; "" for any other, and for one that is not told from others ("at a fair")."""
    found = _THERE.match(occasion)
    if found is None or (found["article"] or "").strip().lower() in ("a", "an", "my"):
        return ""
    return found["name"].strip()


def is_gathering(name: str) -> bool:
    """Whether a name is that of a day among people, so that it makes an event."""
    *before, last = fold(name).split()
    return last in _GATHERINGS and (bool(before) or last not in _BEHIND_ANOTHER)


def _how_in(text: str) -> str:
    found = _HOW.search(text)
    return found["how"].lower() if found else ""
