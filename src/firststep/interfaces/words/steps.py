"""What is to be done, as it goes on in a sentence."""

from typing import Any

from firststep.facts.said import say, to_say
from firststep.facts.step_kinds import STEP_KIND

SAID_WITHOUT_NAME = (
    to_say("say what they wrote"),
    to_say("take up what they offered"),
)  # as `deed` says it


def deed(
    kind: str,
    *,
    name: str = "",
    company: str = "",
    seat: str = "",
    late: bool = False,
    wayless: bool = False,
) -> str:
    """`call Dana Whitlock`, `find the Head of Purchasing`."""
    words = STEP_KIND[kind].said(late=late, wayless=wayless)
    if not name:
        words = words.replace("what {name}", "what they")
    return say(
        words,
        name=name or company or say("them", sense="in place of a name"),
        seat=seat or name or say("manager"),
        company=company,
    )


def deed_there(kind: str, *, company: str = "", name: str = "", **said: Any) -> str:
    """`call Dana Whitlock (Acme)`: with the company, where the sentence does not name it."""
    phrase = STEP_KIND[kind].phrase
    named = "{company}" in phrase or not (name or "{seat}" in phrase)
    words = deed(kind, name=name, company=company, **said)
    return f"{words} ({company})" if company and not named else words
