"""An event within a sentence. Pure."""

_OWN = frozenset({"the", "a", "an", "our", "my", "your"})


def at_event(name: str) -> str:
    """The occasion in words a letter can use: "at the SCM Mixer"."""
    return f"at {name}" if has_own_article(name) else f"at the {name}"


def has_own_article(name: str) -> bool:
    """Whether the name of an event begins with its own "the" or "our"."""
    return bool(name.split()) and name.split()[0].casefold() in _OWN
