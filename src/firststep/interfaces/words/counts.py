"""Counts and sentences as a person says them."""

from collections.abc import Sequence

from firststep.facts.said import language_now, say, say_number, to_say

SMALL = (
    to_say("none"), to_say("one"), to_say("two"), to_say("three"), to_say("four"), to_say("five"),
    to_say("six"), to_say("seven"), to_say("eight"), to_say("nine"), to_say("ten"),
    to_say("eleven"), to_say("twelve"),
)  # fmt: skip
CAPITALS = ("de",)  # languages whose nouns keep their capital within a sentence


def in_words(count: int) -> str:
    """Five; 13 and more stay figures."""
    return say(SMALL[count]) if 0 <= count < len(SMALL) else str(count)


def counted(number: int) -> str:
    """`Five`, at the start of a sentence; 11 and more as figures, `No` for none."""
    return (
        in_words(number).capitalize()
        if 0 < number <= 10
        else str(number or say("No", sense="none of them"))
    )


def within(words: str) -> str:
    """The words within a sentence: with a small letter, in a language that writes them so."""
    return words if language_now() in CAPITALS else words[:1].lower() + words[1:]


def count(number: int, one: str, many: str = "") -> str:
    """`Five small steps`: counts up to ten as words."""
    return f"{counted(number)} {one if number == 1 else many or one + 's'}"


def about(minutes: int) -> str:
    """Minutes rounded to five, as one speaks of them."""
    return say("about {n} minutes", n=max(5, round(minutes / 5) * 5))


def figures(number: int, one: str, many: str = "") -> str:
    """`1 person`, `1,204 people`: a count as figures."""
    return f"{say_number(number)} {one if number == 1 else many or one + 's'}"


def as_written(number: float) -> str:
    """2.5 and 10; 2,5 in German."""
    whole, _, part = f"{number:g}".partition(".")
    return say("{whole}.{part}", whole=whole, part=part) if part else whole


def in_percent(share: float) -> str:
    """`10%` for .1."""
    return say("{n}%", n=round(share * 100))


def some(names: list[str], most: int) -> str:
    """Ann Lee, Ben Ode and 3 more."""
    more = len(names) - most
    first = ", ".join(names[:most])
    return say("{names} and {n} more", names=first, n=more) if more > 0 else first


def listed(names: Sequence[str]) -> str:
    """Ann Lee and Ben Ode."""
    said = names[0] if names else ""
    for name in names[1:]:
        said = say("{names} and {name}", names=said, name=name)
    return said


def capital(words: str) -> str:
    """The words with a capital at their start."""
    return words[:1].upper() + words[1:]


def sentence(words: str) -> str:
    """The words with a capital at their start and a stop at their end."""
    stop = "" if words[-1:] in ("", ".", "?", ":") else "."
    return capital(words) + stop
