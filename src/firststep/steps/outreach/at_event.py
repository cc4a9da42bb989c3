"""An event within a sentence. Pure."""

_OWN = frozenset({"the", "a", "an", "our", "my", "your"})


def at_event(name: str) -> str:
    """The occasion in words a letter can use: "at the SCM Mixer"."""
    first = name.split()[0].casefold() if name.split() else ""
    return f"at {name}" if first in _OWN else f"at the {name}"
