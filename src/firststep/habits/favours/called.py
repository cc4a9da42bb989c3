"""How a favour is called that nobody described: the program named it, and says it in the reader's
language. Its English is kept and compared; what the seeker wrote stays as it is. Pure."""

from firststep.facts.said import say

A_NAME, THEIR_HELP, WHEN_ASKED = "a name", "their help", "your help when I asked"
_NAME_OF = "the name of "


def name_they_gave(name: str) -> str:
    """The favour of somebody who gave this name."""
    return f"{_NAME_OF}{name}"


def favour_said(what: str) -> str:
    """A favour as it is read."""
    if what.startswith(_NAME_OF):
        return say("the name of {name}", name=what.removeprefix(_NAME_OF))
    if what == A_NAME:
        return say("a name", sense="a favour")
    if what == THEIR_HELP:
        return say("their help")
    return say("your help when I asked") if what == WHEN_ASKED else what
