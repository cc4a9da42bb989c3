"""Days, counts and steps as a person says them."""

from typing import Any

TIES = {"close": "close to you", "known": "you know them", "met": "you have met them",
        "dormant": "not in touch for long", None: "no tie of your own"}  # fmt: skip


def blank(found: Any) -> str:
    """A blank as it is named to the seeker, without its brackets."""
    return str(found).strip("[]")
