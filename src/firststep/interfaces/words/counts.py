"""Counts and sentences as a person says them."""

SMALL = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip


def in_words(count: int) -> str:
    """Five; 13 and more stay figures."""
    return SMALL[count] if 0 <= count < len(SMALL) else str(count)


def count(number: int, one: str, many: str = "") -> str:
    """`Five small steps`: counts up to ten as words."""
    said = in_words(number).capitalize() if 0 < number <= 10 else str(number or "No")
    return f"{said} {one if number == 1 else many or one + 's'}"


def about(minutes: int) -> str:
    """Minutes rounded to five, as one speaks of them."""
    return f"about {max(5, round(minutes / 5) * 5)} minutes"


def figures(number: int, one: str, many: str = "") -> str:
    """`1 person`, `1,204 people`: a count as figures."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def in_percent(share: float) -> str:
    """`10%` for .1."""
    return f"{round(share * 100)}%"


def some(names: list[str], most: int) -> str:
    """Ann Lee, Ben Ode and 3 more."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")


def sentence(words: str) -> str:
    """The words with a capital at their start and a stop at their end."""
    stop = "" if words[-1:] in ("", ".", "?", ":") else "."
    return words[:1].upper() + words[1:] + stop
