"""A letter to somebody at a target, in each of the four voices."""

from datetime import date
from typing import Any

import pytest

from firststep.facts.draft import DraftFacts

VOICES = pytest.mark.parametrize("voice", range(4))


def facts(**known: Any) -> DraftFacts:
    values: dict[str, Any] = {
        "kind": "write", "ask": "meeting", "channel": "email", "seeker": "Ada Kaya",
        "role": "Buyer", "department": "Purchasing", "name": "Ria Num", "given": "Ria",
        "company": "Acme", "about_company": "Acme", "on_list": True, "on": date(2026, 11, 30),
        **known,
    }  # fmt: skip
    return DraftFacts(**values)
