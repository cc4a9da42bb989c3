"""A letter to somebody at a target, in each of the four voices."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from inspect import signature
from typing import Any

from firststep.facts.draft import DraftFacts


def VOICES(test: Callable[..., None]) -> Callable[..., None]:  # noqa: N802
    """Tries a test in each voice; where one fails its number is told."""

    @wraps(test)
    def in_each(**given: Any) -> None:
        for voice in range(4):
            try:
                test(voice=voice, **given)
            except BaseException as failed:
                failed.add_note(f"in voice {voice}")
                raise

    told = signature(test)
    left = [one for name, one in told.parameters.items() if name != "voice"]
    in_each.__signature__ = told.replace(parameters=left)  # type: ignore[attr-defined]
    return in_each


def facts(**known: Any) -> DraftFacts:
    values: dict[str, Any] = {
        "kind": "write", "ask": "meeting", "channel": "email", "seeker": "Ada Kaya",
        "role": "Buyer", "department": "Purchasing", "name": "Ria Num", "given": "Ria",
        "company": "Acme", "about_company": "Acme", "on_list": True, "on": date(2026, 11, 30),
        **known,
    }  # fmt: skip
    return DraftFacts(**values)
