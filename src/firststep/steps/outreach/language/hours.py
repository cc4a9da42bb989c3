"""Which hour each way of saying one means: the rules that the tables of hours name. Pure."""

from collections.abc import Mapping
from datetime import time

from firststep.facts.text import fold
from firststep.steps.outreach.language.day_words import DAY_NAMES

_SPELLED = {fold(name): int(value) for name, value in DAY_NAMES["n"].items()}
AFTERNOON = 7  # an hour below it, without more, is one of the afternoon


def hour_meant(rule: str, said: Mapping[str, str], words: str) -> time | None:
    """What a rule of the tables, such as `clock 30`, makes of the words; None for an hour that no
    clock has. Two is two in the afternoon, but 02:00 is what it says."""
    if rule == "run":  # 0930
        return time(int(words[:2]), int(words[2:4]))
    _, how = f"{rule} ".split(" ", 1)
    if ":" in how:
        return time.fromisoformat(how.strip())
    hour, minute = _numbers(said)
    half = _half(words, how)
    hour = _of_day(hour, half, exact=said.get("clock", said.get("h", "")).startswith("0"))
    minutes = hour * 60 + minute + _more(how)
    return time(minutes // 60, minutes % 60) if 0 <= minutes < 24 * 60 and minute < 60 else None


def _numbers(said: Mapping[str, str]) -> tuple[int, int]:
    if "clock" in said:
        hours, minutes = said["clock"].split(":")
        return int(hours), int(minutes)
    spoken = said.get("h")
    hour = int(spoken) if spoken else _SPELLED[_plain(said["spelled"])]
    return hour, int(said.get("mm", "0"))


def _plain(word: str) -> str:
    key = fold(word)
    return key if key in _SPELLED else key.replace("oe", "o").replace("ue", "u")


def _half(words: str, how: str) -> str:
    """am, pm or neither; p alone is pm."""
    last = words.lower().replace(".", "").rstrip()
    if "pm" in how or last.endswith(("pm", "p")):
        return "pm"
    return "am" if "am" in how or last.endswith(("am", "a")) else ""


def _of_day(hour: int, half: str, *, exact: bool) -> int:
    if half and hour <= 12:
        return hour % 12 + (12 if half == "pm" else 0)
    return hour + 12 if hour < AFTERNOON and not exact else hour


def _more(how: str) -> int:
    return int(how) if how.strip().lstrip("-").isdecimal() else 0
