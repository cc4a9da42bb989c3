"""Where, and on what occasion, a plain line says that two people met: "for coffee at a fair"."""

import re

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


def _how_in(text: str) -> str:
    found = _HOW.search(text)
    return found["how"].lower() if found else ""
